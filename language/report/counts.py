"""Counts of works: how much is done, of how much, how much is left."""

from decimal import Decimal

from language.amounts import find_numbers
from language.late import late
from language.report.done_to import (
    done_before,
    going_on,
    has_ended,
    is_act,
    is_plain,
    is_plain_verb,
    stretch_before,
    undone_before,
)
from language.report.draft import Count
from language.report.figures import Figure, Measures
from language.report.no_counts import (
    CARRIED,
    IN_THE_WAY,
    NUMERALS,
    SHARED,
    STILL_NOT,
    THINGS_LEFT,
    THINGS_NOT,
    UNDER_WAY,
    again_behind,
    has_arrived,
    is_brought,
    is_left_out,
    is_no_amount,
    is_the_rest,
)
from language.report.owners import STOREYS
from language.tables.measures import IS_TOTAL, PERIODS, SUMMED, UNDONE, Cue
from language.understanding import Quantity
from language.words import Found

NO_COUNT = (Cue.DELIVERED, Cue.WRONG, Cue.OLD_LEVEL, Cue.SPEED, Cue.SCALE, Cue.PLANNED, Cue.THING, Cue.OTHER_MONEY)
AGAIN = late(r"再(?![次度一])[\u4e00-\u9fff]{1,3}$")
"""今年再搬50户: still to be done."""

ON_THE_WAY = ("在路上", "在途", "没到", "未到", "还没到", "尚未到", "待发", "没发货", "未发货", "在厂", "在生产")

REACHED = ("刚到", "只到", "只到了")
ON_SITE = frozenset({"塔吊", "挖机", "桩机", "吊车", "泵车"})
JOINTS = frozenset("和及与、")
EXTENTS = ("面积", "长度", "长", "高度")
BESIDE = late(r"、[^\d，。；、]{1,8}$")
NOT_YET = late(
    r"[^，。；、\d]{0,2}?(?:正在|还在|仍在|都在|在[建施做填挖打装砌浇铺吊焊拆谈办推立架掘进调灌栽种修改签围干刷绑]|施工中|收尾|扫尾|待|尚|暂未|因)"
)
NOW = late(r"(?:正在|还在|仍在|在[建施做填挖打装砌浇铺吊焊拆调])")
"""Right behind a number: so many are under way."""
SIDE = late(
    r"(?:[左右][线洞幅岸侧]|[进出]口|[东西南北][侧段区塔]|[上下]行线?|[A-Da-d][区座段]|\d{1,2}[号#][楼栋墩炉井库机]|[\u4e00-\u9fff]{1,3}楼)[^，。；、\d]{0,4}$"
)
"""One side or one piece of a thing that has several."""
STOP = late("[，、,；]")
TOLD_OF = late(r"[\u4e00-\u9fff]{2}")
SHARE_BEHIND = late(
    r"[^，。；、\d]{0,6}?(?:打|干|做|装|浇|完成|铺|砌|挖|拆|签|架|吊)了?(?:一半|一大半|大半|过半|多半|近半|[一二三四五六七八九]成|[二三四五]分之)"
)
"""412根桩打了一半多: how many there are, of which only a share is told."""
ENDED = late(r"(?:都|已经?|全部)?(?:完工|完成|建成|封顶|竣工|[改装干打做铺]完)了?")
WHOLE_REACH = 40
"""How far before a whole its part is told."""
AMONG_LEFT = ("里有", "中有", "里头有", "里面有", "当中有")
OUT_OF = ("中", "里")
OUT_OF_THINGS = late(r"[^，。；、\d里中没未完了]{1,4}(?:里头?|里面|中|当中)(?:有|，)?(?=[\d一二三四五六七八九十两])")
"""6个仓里4个封顶了: how many there are."""
DENIED = late(r"(?:还|尚)?[没未](?!错|问题|变)|要价|不(?!变|错)")

TAKEN_FOR = late(r"[把将错误][^，。；]{0,11}$")
"""把46打成64: what was typed for another."""
WHOLE_PLAN = late(
    r"[，、；（( ]{0,2}(?:全[年县区市]|年度|今年|本年度?|一?共|总共|原)?"
    r"(?:计划|规划|设计|任务|目标|总计|共计|应(?=完成))(?:任务|目标|完成(?<=应完成)|总?数量?|量)?[是为]?"
)
"""Right before a number that ends its clause: how many there are to be, 完成3个，全年计划62个."""
PLAN_AHEAD = late(
    r"(?:(?:计划|规划|任务|目标|设计)(?:任务|总?数量?|量)?[是为]?|(?<![只还重主没不将又再])(?:需要?|要|应该?|待)(?![求点素有么是为]))"
    r"(?!完成|投资|到)[^，。；、\d]{0,5}$"
)
"""Right before a number: how many there are to be, 计划打桩486根, 要签430户, 应拆房屋52栋."""
FOR_SOME_DAYS = late(
    r"(?:^|[，。；\n])[^，。；\n]*(?:[本下这上]个?[周月旬]|下一?步|[今明后]天|季度|[\d一二三四五六七八九十]月)(?!(?:[上中下]旬|\d{1,2}[日号]|份)?[底末]?[之以]?前)[^，。；\n]*$"
)
"""Before a plan: how many there are to be in a short time is no whole."""
BY_NOW = late(r"^[，、 ]?(?:本[周月年旬]|[这上][周月]|今年|这个月)?(?:已经?)?[装建改修拆铺打挖栽种架敷浇吊埋换设砌]了$")
ADDED = late(r"新增(?:签约)?$|新签(?:约|订)?$|又签约?了?$")
ENDS_CLAUSE = late(r"[，。；、）)！!\n ]|$")
ONLY_SO_MANY = frozenset({"只有", "仅有", "就有", "只剩", "仅剩", "就剩", "还有"})
DONE_IN_ALL = late(
    r"(?:共计?|一共|总共|合计|总计)(?:清[淤运理]?|外运|处置|[挖填浇打铺装架拆砌焊吊栽种修运喷刷贴]除?设?筑?了?)$"
)
"""共清16.2万方: what was done in all."""
SO_FAR = late(
    r"(?:[到至](?:今天|今日|昨[天日晚]|目前|现在|今)|截[至止]目前|开工以来)[，]?(?:一?共|总共|共计|合计|总计)(?:有|是)?$"
)
"""打桩到今天一共398根: what was done in all up to now."""
NOT_SO_MANY_LEFT = late(r"不是(?:还|只|就|仅)*[差剩欠余][^，。；]{1,8}，?(?:而|就)?是$")
"""不是还差9基，是6基: so many are left."""
FAR = 14
"""How far behind a number the day ends by which so many are to be done."""
FIRST = late(r"先[\u4e00-\u9fff](?!了)[\u4e00-\u9fff]?$")
"""先装4台: what is to be done first."""
CHANGED_FROM = late(r"(?<!自)[由从](?P<old>[^，。；由从]{1,16})[^，。；\d]{2,6}$")
"""Before the number that the one told here has become."""
WAS_WRONG = late(r"更正|改正|纠正|修正|应[为是]|实[为际]|核实")
OF_LAST_TIME = late(r"[上前昨]|月初|年初|周[一初]")
"""由上周的40基增加到52基: so many were done then."""
REST_DONE = late(
    r"^[桩柱梁板墩模]?(?:[也均都全已]|已经|全部|终于|总算|[昨前][天日晚]|上周|刚刚?"
    r"|(?:今[天日晚]|上午|下午|[本这]周)(?=[^，。；]{0,8}了(?:$|[，。；,;])))+(?:完成)?"
    r"(?:签约?|搬[迁离]?|拆[除迁]?|迁[移走]?|腾[退空]?|征[收迁]?|交[付地房]?|完成|装|架|浇|打|吊|清|铺|砌|挖|焊|谈(?=[妥成好拢下]))"
    r"[^，。；\d不没未]{0,4}?(?=$|[，。；,;了完毕])"
)
"""剩余5户已全部签约: what was left is done, and none of it is."""
LEAVING = late(r"(?:剩|[未没待][签拆搬腾迁征装]|差|缺)[^，。；\d]{0,4}$")
TO_COME = late(
    r"[^，。；\d]{0,3}(?:[\d一二三四五六七八九十]{1,3}月[^，。；\d]{0,3})?(?:才|再)?(?:到货|到场|发货|交货|供货|出厂)"
)
OLD_PLAN = late(r"(?:原定|原计划|原本|本来|原来)")


def read_count(figure: Figure, result: Measures) -> bool:
    """A count goes into what is done, the total, or what is left; whether it was one."""
    before = len(result.counts)
    if any(_is_tower(figure, each) for each in figure.cues):
        figure = figure._replace(cues=[each for each in figure.cues if not _is_tower(figure, each)])
    _read_count(figure, result)
    if len(result.counts) > before:
        _describe(figure, result.counts[-1])
    return len(result.counts) > before


def _describe(figure: Figure, count: Count) -> None:
    """Whether a count tells how many there are, or by what act so many of them are done."""
    count.parallel = _is_parallel(figure)
    count.side = SIDE.search(figure.before(9)) is not None
    if count.quantity.done is None or count.quantity.total is not None or count.part:
        return
    if figure.window and figure.window in JOINTS:
        count.parallel = True  # 掘进412米和365米: neither is of the other
        return
    act = figure.act
    count.joined = figure.of_count_before
    summed = bool(figure.cues) and figure.cues[-1].word in SUMMED and not act and not figure.topic.counted
    if (act or figure.cue is Cue.DONE) and not summed and is_plain(act or figure.cues[-1].word):
        count.bare, count.of = True, act or figure.cues[-1].word
    if summed:
        count.bare, count.of = True, ""
    elif act or figure.cue is Cue.DONE or figure.ended:
        count.by = (act or (figure.cues[-1].word if figure.cues else "成")) + ("成" if count.joined else "")
    elif figure.of_those and not count.side:
        count.by = "成"
    else:
        count.bare = figure.cue is None and figure.before(1) != "了"
        count.direct = count.bare and not figure.window and (figure.named or not figure.since)
        count.of = stretch_before(figure.text, max(0, figure.token.start - 8), figure.token.start)


def _is_parallel(figure: Figure) -> bool:
    """左洞412米、右洞398米: two parts of one thing, so that a total behind them is of neither."""
    beside = BESIDE.search(figure.before(9))
    unit = figure.token.text.lstrip(NUMERALS)
    return beside is not None and figure.text.endswith(unit, 0, figure.token.start - len(beside[0]))


def _read_count(figure: Figure, result: Measures) -> None:
    span = figure.span
    if span.done is not None and span.total is not None and span.unit:
        result.counts.append(Count(Quantity(span.unit, done=span.done, total=span.total)))
        return
    if span.unit is None or not span.exact or span.value is None or span.value < 0:
        return  # 负一层 is a place
    if is_the_rest(figure):
        result.counts.append(Count(Quantity(span.unit, left=span.value)))
        return
    if is_no_amount(figure):
        if result.counts and (result.bare or result.counts[-1].bare) and has_arrived(figure):
            _take_as_total(result)  # 机组4台到了2台
        return
    if is_brought(figure):
        again = again_behind(figure)
        if again and done_before(figure.text, figure.token.end, again):
            result.counts.append(Count(Quantity(span.unit, total=span.value)))  # 柴发12台已到货，装好7台
        return
    waits = figure.cue is Cue.LEFT and figure.topic.counted  # 立好一台，还有两台在路上
    if (figure.followed_by(ON_THE_WAY) and not waits) or (not figure.cues and _is_to_be_brought(figure)):
        return
    slot = _slot(figure, result)
    if figure.topic.among and slot is Cue.DONE and figure.topic.left and not figure.has(Cue.DONE):
        return  # 还有9户没签，其中2户在打官司
    if slot is None and figure.of_those and figure.has(Cue.DELIVERED) and result.bare and result.counts:
        _take_as_total(result)  # 电池舱40台到货26台
    if slot is Cue.DONE:
        figure.topic.left = False
        _put_done(figure, result, span.unit, span.value)
    elif slot is not None:
        figure.topic.among = False
        total = slot is Cue.TOTAL
        figure.topic.left = not total
        last = result.counts[-1] if result.counts else None
        rest = not total and figure.of_those and len(figure.window) <= 3
        if rest and last is not None and last.direct and not is_act(last.of):
            whole = result.counts.pop().quantity.done  # 倒虹吸5座剩1座
            result.counts.append(Count(Quantity(span.unit, total=whole, left=span.value), part=True))
            return
        result.counts.append(Count(Quantity(span.unit, **{"total" if total else "left": span.value})))


def _left_likewise(figure: Figure) -> bool:
    """Whether a bare number behind a name follows one of the same unit that is left."""
    end, text = figure.token.end, figure.text
    alone = end == len(text) or text[end] in "，。；、\n"
    start = text.rfind("，", 0, figure.token.start)
    before = text[max(text.rfind("，", 0, start), text.rfind("。", 0, start), text.rfind("；", 0, start)) + 1 : start]
    return (
        alone
        and start > 0
        and figure.window == ""
        and LEFT_BEFORE.search(before) is not None
        and ((figure.span.unit or "") in before)
    )


LEFT_BEFORE = late(
    r"(?:还[有剩差]|剩[下余]?|[仅只就]剩|差)[约近大概]*[\d一二两三四五六七八九十百千.万]+[\u4e00-\u9fffa-z㎡]{1,4}"
)


def _slot(figure: Figure, result: Measures) -> Cue | None:
    """Whether a count is of what is done, a total, or of what is left; None for none of them."""
    if is_left_out(figure):
        return Cue.LEFT
    if undone_before(figure.text, figure.token.start):
        return None if UNDER_WAY.search(figure.before(20)) else Cue.LEFT  # 正在施工6个，未启动5个: more are left
    if NOT_SO_MANY_LEFT.search(figure.before(16)):
        return Cue.LEFT
    if figure.window == "/" or going_on(figure.text, figure.token.start - len(figure.since), figure.token.start):
        return None  # 200兆瓦/400兆瓦时, 在装31部
    if FIRST.search(figure.window) or figure.has(Cue.SPEED):
        return None
    if (figure.topic.counted and SHARED.match(figure.text, figure.token.end)) or _is_the_top(figure):
        return Cue.TOTAL
    if not figure.cues and not figure.act and SHARE_BEHIND.match(figure.text, figure.token.end):
        return None
    cue = figure.last(Cue.TOTAL, Cue.LEFT, Cue.DONE, Cue.LEVEL, *NO_COUNT)
    if len(figure.cues) > 1 and figure.cues[-2].value is Cue.THING and figure.cues[-1].word in ONLY_SO_MANY:
        return None  # 敷设机械只有一套
    if figure.has(Cue.AMONG) and not (figure.of_those and figure.since.startswith(("里头", "里面"))):
        figure.topic.among = True
        if figure.topic.left:
            return None  # 剩24户，其中5户在外地务工
    if any(each.value is Cue.THING and each.word in ON_SITE for each in figure.cues):
        return None  # 塔吊装了3台
    if cue is None and not figure.act and figure.topic.left and _left_likewise(figure):
        return Cue.LEFT  # 左洞还有840米没打，右洞915米
    if cue is None and figure.topic.left and figure.window in JOINTS:
        return Cue.LEFT  # 还剩3层和5层
    sums_up = (figure.topic.running and not figure.topic.summed) or DONE_IN_ALL.search(figure.window) is not None
    sums_up = sums_up or SO_FAR.search(figure.before(10)) is not None
    if cue is Cue.TOTAL and ((figure.cues[-1].word in SUMMED and sums_up) or has_ended(figure.act)):
        return Cue.DONE  # 一共改了2150户
    if cue is Cue.DONE and not sums_up and _is_whole_behind_part(figure):
        return Cue.TOTAL
    if cue is Cue.LEVEL and (changed := _of_changed_plan(figure)) is not None:
        return changed
    if _is_plan_ahead(figure):
        result.targeted = figure.setting.due_from is not None  # 今年要装66部: no day by which they are to stand
        return Cue.TOTAL
    if _is_whole_plan(figure) or _stands_in_brackets(figure):
        return Cue.TOTAL
    of_plan = figure.of_those and bool(figure.act) and any(_is_whole(each) for each in result.counts)
    if cue is Cue.PLANNED or (not of_plan and _is_to_come(figure) and cue not in (Cue.LEFT, Cue.TOTAL)):
        result.targeted = True
        return None
    if cue is Cue.WRONG and (
        figure.of_those or (figure.cues[-1].word == "打成" and not TAKEN_FOR.search(figure.before(12)))
    ):
        cue = Cue.DONE  # 机井68眼打成55眼, 机井打成64眼
    if cue is Cue.SCALE and figure.cues[-1].word in ("地上", "地下") and figure.has(Cue.DONE):
        cue = Cue.DONE  # 干到地上四层
    if cue is Cue.DELIVERED and figure.cues[-1].word in REACHED and figure.span.unit not in CARRIED:
        cue = Cue.DONE  # 主体刚到三层
    if cue is Cue.SCALE and figure.has(Cue.DONE) and figure.cues[-1].word in EXTENTS:
        cue = Cue.DONE  # 完成绿化面积3万平方米
    if _is_to_end_later(figure, cue):
        return None
    return None if cue in NO_COUNT else _slot_by_what_follows(figure, cue)


def _is_whole_behind_part(figure: Figure) -> bool:
    """主体6层，合计11层: what sums up a single count is the whole of it."""
    if not figure.topic.counted or figure.window not in SUMMED:
        return False
    sentence = figure.before(WHOLE_REACH).rpartition("。")[2].rpartition("\n")[2]
    return figure.span.unit is not None and sentence.count(figure.span.unit) == 1


AT_TOP = late(r"(?:就|才|再)?(?:能|可)?封顶(?=$|[，。；！\s])")
LOWER = late(r"(?P<storeys>[\d一二三四五六七八九十]+层)[^，。；\d]{0,10}[，,]$")


def _is_the_top(figure: Figure) -> bool:
    """四层顶板浇了，五层封顶: behind a lower storey, how many there are to be."""
    lower = LOWER.search(figure.before(18)) if AT_TOP.match(figure.text, figure.token.end) else None
    if lower is None or figure.span.value is None or figure.span.unit != STOREYS:
        return False
    return any(each.value is not None and each.value < figure.span.value for each in find_numbers(lower["storeys"]))


def _is_whole(count: Count) -> bool:
    """Whether it only tells how many there are to be: 一共要签430户已经签了216户."""
    return count.quantity.total is not None and count.quantity.done is None


def _is_tower(figure: Figure, cue: Found[Cue]) -> bool:
    """冷却塔|吊了2台: a tower that is lifted."""
    return cue.word == "塔吊" and figure.text.endswith(("冷却", "水", "铁", "索", "反应", "精馏"), 0, cue.start)


def _stands_in_brackets(figure: Figure) -> bool:
    """桩基49根（64根）: a bare count in brackets behind a count is of how many there are."""
    around = figure.before(1) + figure.text[figure.token.end : figure.token.end + 1]
    unit = figure.span.unit
    return figure.topic.counted and around in ("（）", "()") and unit is not None and unit in figure.before(5)


def _is_whole_plan(figure: Figure) -> bool:
    """完成3个，全年计划62个: planned is how many there are, where so many are counted beside it."""
    if not figure.topic.counted or figure.topic.running or not WHOLE_PLAN.fullmatch(figure.window):
        return False
    return ENDS_CLAUSE.match(figure.text, figure.token.end) is not None


def _of_changed_plan(figure: Figure) -> Cue | None:
    """由30部减到26部，已装14部: what becomes less, or has so many done of it, is how many there are to be."""
    old = CHANGED_FROM.search(figure.text, max(0, figure.token.start - 30), figure.token.start)
    if old is None or figure.span.value is None or WAS_WRONG.search(figure.window):
        return None
    spans = find_numbers(old["old"])
    if len(spans) != 1 or spans[0].value is None or spans[0].unit not in (None, figure.span.unit):
        return None
    if spans[0].value > figure.span.value:
        return Cue.LEFT if LEAVING.search(figure.text, max(0, old.start() - 8), old.start()) else Cue.TOTAL
    again = None if OF_LAST_TIME.search(old["old"]) else again_behind(figure)
    return Cue.TOTAL if again and done_before(figure.text, figure.token.end, again) else None


def _is_plan_ahead(figure: Figure) -> bool:
    """机柜安装计划1200架，到今天装了860架: what is planned is how many there are, where so many are done behind it."""
    if figure.topic.counted or not PLAN_AHEAD.search(figure.before(12)) or figure.has(Cue.LEFT):
        return False
    if FOR_SOME_DAYS.search(figure.before(24)):
        return False
    again = again_behind(figure)
    if again is None:
        return False
    return figure.text[again - 1] == "到" or bool(done_before(figure.text, figure.token.end, again))


def _is_to_end_later(figure: Figure, cue: Cue | None) -> bool:
    """29个小区4月15日前全部开工: so many will be done by a day to come that is told behind them."""
    due_from = figure.setting.due_from
    if due_from is None or cue is not None or figure.act or figure.ended:
        return False
    if not figure.token.end < due_from <= figure.token.end + FAR or again_behind(figure) is not None:
        return False
    return STOP.search(figure.text, figure.token.end, due_from) is None


def _is_to_come(figure: Figure) -> bool:
    due_from = figure.setting.due_from
    window = figure.window
    if (ADDED.search(window) and not figure.setting.planned) or BY_NOW.search(window) or _is_of_a_period(window):
        return False  # 签约本周新增41户, 装了5部、计划12部, 签约本周41户
    again = AGAIN.search(window) is not None
    ahead = due_from is not None and figure.token.start >= due_from and not has_ended(figure.act)
    return figure.setting.planned or again or ahead  # 节前最后一批签了11户


def _is_of_a_period(window: str) -> bool:
    """本周41户, 本周签41户: what was done in a time that is named right before it."""
    period = next((each for each in PERIODS if window.startswith(each)), None)
    return period is not None and (window == period or is_plain_verb(window.removeprefix(period)))


def _slot_by_what_follows(figure: Figure, cue: Cue | None) -> Cue | None:
    if NOW.match(figure.text, figure.token.end) and cue is Cue.DONE and not figure.named:
        return None  # 2台装完2台在装
    if figure.followed_by(IS_TOTAL):
        return Cue.TOTAL
    if cue is None and figure.topic.left and figure.window.endswith(AMONG_LEFT):
        return None  # 剩下15户里有6户在外地打工
    if OUT_OF_THINGS.match(figure.text, figure.token.end) and cue not in (Cue.DONE, Cue.LEFT) and not figure.act:
        return Cue.TOTAL
    if figure.followed_by(OUT_OF) and not figure.followed_by(("中标", "里程")):
        figure.topic.left = cue is Cue.LEFT
        return None if cue is Cue.LEFT else Cue.TOTAL
    if cue is Cue.LEFT and REST_DONE.match(figure.text[figure.token.end :]):
        return Cue.DONE
    if cue in (Cue.TOTAL, Cue.LEFT):
        return cue
    if cue is None and OLD_PLAN.match(figure.text, figure.token.end):
        return None  # 管网133公里原定11月底
    if cue is None and IN_THE_WAY.match(figure.text, figure.token.end):
        return None
    if UNDONE.match(figure.text, figure.token.end) or STILL_NOT.match(figure.text, figure.token.end):
        return Cue.LEFT
    if cue is not Cue.DONE and not figure.act and THINGS_NOT.match(figure.text, figure.token.end):
        return Cue.LEFT if THINGS_LEFT.match(figure.text, figure.token.end) else None
    if figure.of_those and ENDED.fullmatch(figure.window) and NOT_YET.match(figure.text, figure.token.end):
        return None  # 3座完工1座收尾
    if cue is None and figure.topic.counted and _is_of_others(figure):
        return None
    if cue is not Cue.DONE and (
        DENIED.match(figure.text, figure.token.end) or NOT_YET.match(figure.text, figure.token.end)
    ):
        return None
    return Cue.DONE


def _is_to_be_brought(figure: Figure) -> bool:
    """后面12台七月到货: so many are still to come."""
    found = TO_COME.match(figure.text, figure.token.end)
    return found is not None and not figure.text[found.end() : found.end() + 1].isdigit()


def _is_of_others(figure: Figure) -> bool:
    """签了79户，2户走诉讼: of so many something is told that is no end of works."""
    again = again_behind(figure)
    goes_on = again is not None and not STOP.search(figure.text, figure.token.end, again)
    if figure.named or figure.window or figure.ended or goes_on:
        return False
    return TOLD_OF.match(figure.text, figure.token.end) is not None


def _take_as_total(result: Measures) -> None:
    """The bare count before was of all there is."""
    last = result.counts[-1]
    if last.quantity.done is not None:
        result.counts[-1] = Count(Quantity(last.quantity.unit, total=last.quantity.done))
    result.bare = False


def _put_done(figure: Figure, result: Measures, unit: str, value: Decimal) -> None:
    """So many are done, or said to be there."""
    result.bare = figure.cue is not Cue.DONE
    figure.topic.left = False
    result.counts.append(Count(Quantity(unit, done=value), part=figure.topic.among))
