"""Where a date may begin, and which readers are asked there: cheap to say no, because most places begin none."""

import re

from language.late import late
from language.times.atoms import Atom, Frame, Reader
from language.times.calendar_dates import read_calendar
from language.times.festival_dates import read_festival, read_plan_years
from language.times.festivals import NAMES
from language.times.figures import read_figures
from language.times.lengths import read_length
from language.times.near_dates import read_day_alone, read_third_alone, read_today, read_week, read_week_of_year
from language.times.patterns import FIGURE

_NUMBERED_FESTIVALS = "三五六七八十"
_NAMED_FESTIVALS = sorted({name[:2] for name in NAMES if name[0] not in _NUMBERED_FESTIVALS})
_COMMON = "今明昨当大前后上下本这去来年岁中月周星礼季首第头Qq最近过未接将之往再此半节腊正冬"
_FIRST = "".join(sorted(set(_COMMON) | {name[0] for name in _NAMED_FESTIVALS}))
# A number must have the sign of a date behind it, a common character a second one.
START = late(
    rf"(?=[{FIGURE}两几元{_FIRST}])(?:"
    rf"(?:(?<![0-9A-Za-z〔\[［【￥¥+])|(?<=[kK][mM])|(?<=MW))(?P<number>元(?![{FIGURE}两几])|[{FIGURE}两几]{{1,9}})"
    rf"(?:[ \u3000]{{0,2}}(?P<sign>[年月日号季个天周星礼工小旬半多来余到至~～—–－―\-、和./·．／・])|(?![{FIGURE}]))"
    r"|(?P<today>今(?=[年天日儿早晚晨夜明])|明(?=[年天日儿早晚晨后])|昨(?=[天日儿早晚晨夜今])|当(?=[年月周季])|大(?=[大前后年]))"
    r"|(?P<turn>[前后](?=[天日年半0-9一二两三四五六七八九十]|面))"
    r"|(?P<unit>[上下](?=[上下]{0,2}一?个?[年月周星礼季]|半|中?旬|一?个[国元春清端劳中])|[本这](?=一?个?[年月周星礼季])|[去来](?=年)|岁(?=末)|年(?=[底末初终中内])|中(?=[上下]?旬)|月(?=[底末初中内上下]))"
    r"|(?P<week>周(?=[一二三四五六日天末内])|(?:星期|礼拜)(?=[一二三四五六日天末]))"
    r"|(?P<quarter>[首第头Qq](?=[个0-9一二三四五六七八九十季])|季(?=度[末底]))"
    r"|(?P<length>最近|近(?=[0-9一二两三四五六七八九十半几 ])|过去|未来|今后|接下来|将来|之后|往后|再过|此前"
    r"|半(?=[个年月天]))"
    rf"|(?P<festival>[腊正冬]月|(?<!双)节(?=前)|{'|'.join(_NAMED_FESTIVALS)}))"
)
_CALENDAR: tuple[Reader, ...] = (read_calendar, read_day_alone, read_length)
_BY_SIGN: dict[str | None, tuple[Reader, ...]] = {
    **dict.fromkeys("年月季", _CALENDAR),
    **dict.fromkeys("、和旬", _CALENDAR),
    **dict.fromkeys("日号", (read_day_alone, read_length)),
    **dict.fromkeys("个天周星礼工小半多来余", (read_length,)),
    **dict.fromkeys("./·．／・", (read_figures, read_length)),
    **dict.fromkeys("到至~～—–－―-", (read_figures, read_calendar, read_day_alone, read_length)),
    None: (),
}
_BARE: tuple[Reader, ...] = (read_figures,)  # 2018 or 20240307
_BY_WORD: dict[str, tuple[Reader, ...]] = {
    "today": (read_today, read_calendar, read_festival),
    "turn": (read_today, read_calendar, read_length),
    "unit": (read_calendar, read_third_alone, read_week, read_festival),
    "week": (read_week,),
    "quarter": (read_calendar, read_week_of_year),
    "length": (read_length,),
    "festival": (read_festival,),
}


def read_atom(frame: Frame, start: re.Match[str]) -> Atom | None:
    """The date that begins where START matched."""
    number, place = start["number"], start.start()
    if number is None:
        readers = _BY_WORD[str(start.lastgroup)]
    else:
        sign = start["sign"]
        readers = _BY_SIGN[sign] if sign or len(number) not in (4, 8) else _BARE
        if number[0] in _NUMBERED_FESTIVALS or number == "元":
            readers = (read_plan_years, *readers, read_festival)
    for reader in readers:
        if (atom := reader(frame, place)) is not None:
            return atom
    return None


def atom_at(frame: Frame, place: int) -> Atom | None:
    """The date that begins exactly here."""
    start = START.match(frame.text, place)
    return None if start is None else read_atom(frame, start)
