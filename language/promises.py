"""When a conditional approval's missing papers were promised: 承诺6月30日前补齐."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from language.dates import find_dates
from language.late import late
from language.names import Lexicon
from language.same_matter import same_matter
from language.times.festivals import Festivals
from language.understanding import Reports
from models.vocabulary import Status

_GIVES = (
    r"(?:报(?!建|批(?!复)|废|名|备)|交(?!付|工|房|地|通|叉|易|底|验|竣)|送(?!电|审)|给(?!水|排)|拿|提供|提交|出具|寄|递|传)"
    r"(?:来|到|齐|上来?|过来|出来?|给)?"
)
"""Handing over a paper; 交付, 送电, 报建 are works and steps of their own."""
_HANDED_IN = late(
    rf"补[齐交办正上报足全来给到]|补(?=$|[，,。；;])|后补|完善|提交到位|{_GIVES}[^，,。；;\n]{{0,6}}(?=$|[，,。；;\n])"
    rf"|(?:再)?把[^，,。；;\n]{{2,14}}?补|(?<![增弥填修贴互候])补(?![不没未了偿贴助给水种植强丁课栽测勘桩焊漏签播苗选习休征划强浇]|充(?:协议|流动|[^，,。；;\n]{{1,6}}后))(?=[^，,。；;\n]{{2,12}})"
    r"|(?:办[齐好妥完结到]|取得|拿[到回]|领[到取回]|核发|办理完)"
)
REACH = 16
"""Characters between the date and the word for handing in."""


def promised_in(text: str, reports: Reports, now: datetime, festivals: Festivals) -> date | None:
    """The promised day of a message with one conditional approval; of several it cannot be told whose it is."""
    conditional = [report for report in reports.reports if report.status is Status.CONDITIONAL]
    return promised_day(text, now, festivals) if len(conditional) == 1 else None


def promised_day(text: str, now: datetime, festivals: Festivals) -> date | None:
    """The day until which something is to be handed in later; None where no date belongs to such a promise."""
    for span in find_dates(text, now, festivals):
        rest = text[span.end : span.end + REACH]
        stop = re.search(r"[。；;\n]", rest)
        found = _HANDED_IN.search(rest[: stop.start()] if stop else rest)
        if found and not re.search("[不没未]", found[0]) and (day := span.deadline()) is not None:
            return day
    return None


_SPEAKS_OF_PROMISE = late(r"承诺|容缺|后补")
_LACK = late(r"容缺|承诺|补件|缺件|缺的(?:件|材料|东西)|要件|补[交齐正]|后补|欠的?(?:件|材料)")


def speaks_of_lack(text: str) -> bool:
    """Whether what is to be handed in later is spoken of (补件延到31号)."""
    return _LACK.search(text[:120]) is not None


_KEPT = late(
    r"(?:已|均|都|全部)[^，。；\n]{0,16}?(?:补[齐交办正上报足全]|提交|交齐|交[清来]|补完|到位|完善|办结|办理完)"
    r"|(?:承诺|容缺)(?:的)?(?:事项|材料|手续|资料|[要附]件)(?:均|都|全部)?补[齐办正全](?=$|[，,。；;！])|补[齐交办正全](?:了|到位|完毕|完成)|补(?:来|到|过来|上来|清|掉)了|(?:容缺|承诺)[^，。；\n]{0,6}(?:可以|能|就此)?(?:了结|结清|结了|清了|兑现了|销了?(?:吧|$))|(?:拿到|取得|领到|办下来|批下来)了?[^。；\n]{0,6}容缺[^，。；\n]{0,4}补[齐正]"
)
_LATER = late(
    r"延期|延至|延到|推迟|延后|顺延|展期|宽限|改(?:为|到|至)|调整(?:为|到|至)|推到|宽到|放到|缓到|给到|最[晚迟]|(?<!直)拖(?:到|至)|(?:要|得|可能|估计)(?:等)?到[^，。；\n]{2,10}才"
)
_NOT_YET = late(r"[未没](?:能|有|补|交|办)|还(?:差|缺|没)|尚未|预计|计划|力争|拟|将(?:于|在)")


_HANDS_IN = late(
    r"(?:今天|今日|昨天|昨日|刚刚?|上午|下午|前天)[^，。；\n]{0,8}补[齐交办正全好完](?=$|[，,。；;！])|已[^，。；\n]{0,12}?补[齐交办正全好完]|补[齐交办正全上好完](?:去|上去)?(?:了(?!没|吗)|完毕|到位|完成)"
)
_HANDED_OVER = late(
    r"已(?:经)?(?:提交|交[了去上]?(?=$|[，,。；;])|出具|送达|拿到|取得|收[到讫齐]?(?=$|[，,。；;]))|(?:下来|拿到|收到|交上去|出)了(?=$|[，,。；;])"
    rf"|{_GIVES}[^，,。；;\n]{{0,10}}(?:了|过去了?)(?=$|[，,。；;])"
)
_SENT_BACK = late(r"退回|打回|退件|再改|要改|修改意见|补正|返工|重[做报新]|不合格|没(?:有)?通过|没过|不行")


def hands_over(text: str) -> bool:
    """Whether a message says that some paper is there (消防意见书已交); whose it is another must tell.

    What came back to be done again is not there.
    """
    said = text[:200]
    return _HANDED_OVER.search(said) is not None and not _NOT_YET.search(said) and not _SENT_BACK.search(said)


_CANNOT = late(r"补不[齐上了全]|交不[齐上了]|来不及补|赶不[上及][^，。；\n]{0,3}补|[没未]法(?:按期|按时)?补")


def speaks_of_promise(text: str) -> bool:
    """Whether a conditional approval is spoken of (容缺, 承诺)."""
    return _SPEAKS_OF_PROMISE.search(text[:200]) is not None


def keeps_promise(text: str) -> bool:
    """Whether a message says that what a conditional approval lacked has been handed in."""
    said = text[:200]
    return _SPEAKS_OF_PROMISE.search(said) is not None and bool(_KEPT.search(said)) and not _NOT_YET.search(said)


def hands_in(text: str) -> bool:
    """Whether a message says of some paper that it has been handed in later (水保方案已补交)."""
    said = text[:200]
    return _HANDS_IN.search(said) is not None and not _NOT_YET.search(said)


def cannot_keep(text: str) -> bool:
    """Whether a message says that what was promised will not be there by its day (26号补不齐)."""
    return _CANNOT.search(text[:200]) is not None


_ONLY_A_DAY = late(
    r"^[，,。\s]*(?:大概|大约|预计|争取|最迟|承诺|在|就)?[^，,。；;]{2,12}?(?:前|之前|以前|内|左右)?(?:能)?(?:补[齐交上全]|交)?[。.！!]?$"
)


def gives_only_a_day(text: str, now: datetime, festivals: Festivals) -> date | None:
    """The day until which, where a message says nothing else (下周五前): an answer to when."""
    said = text.strip()
    spans = find_dates(said, now, festivals) if len(said) <= 20 and _ONLY_A_DAY.match(said) else []
    rest = said
    for span in spans:
        rest = rest.replace(said[span.start : span.end], "")
    plain = re.sub(
        r"[，,。.！!\s]|大概|大约|预计|争取|最迟|承诺|之前|以前|前|内|左右|能|补[齐交上全]|交|在|就|可以|吧", "", rest
    )
    return spans[0].deadline() if len(spans) == 1 and not plain else None


def grants(text: str) -> bool:
    """Whether words consent to something."""
    given = re.search(r"(?<!不)同意|准予|批准|可以|宽限|放宽|最[晚迟]|再给", text[:200])
    return given is not None and re.search(r"不(?:能|予|给|准|同意|批)[^，。]{0,4}(?:延|宽限|推)", text[:200]) is None


def grants_node(text: str) -> bool:
    """Whether words say that the approval itself has been given (批复, 核发), not only that a paper was handed in."""
    return re.search(r"批复|获批|批了|批下|核发|取得|领[到证取]|发证|办结|拿到证|通过(?:审|验)", text[:200]) is not None


def only_lacks_papers(words: str) -> bool:
    """Whether what a conditional approval lacks is only a paper that is to come: that is promised, not stuck."""
    return re.search(r"缺|差|后补|待补", words) is not None and not _STUCK.search(words)


_STUCK = late(r"卡|受阻|停|谈不拢|协调|推不动|不同意|做不下去|矛盾|不批|退回")


def postpones_promise(text: str) -> bool:
    """Whether a message wants a promise's day put off."""
    said = text[:200]
    return _SPEAKS_OF_PROMISE.search(said) is not None and _LATER.search(said) is not None


_PAPER = late(r"([\u4e00-\u9fff]{2,6}?)(?:审批|手续|方案|意见|批复|许可|证明|备案|核准|验收|审查|报告|合格书|证(?!明))")


_CONDITIONAL = late(r"容缺(?!口)|告知承诺|先(?:开工|施工|建设?|上车|发证)后补(?![偿票贴])")
_NO_CONDITION = late(
    r"[?？]|吗[。]?$|(?:拟|想|打算|建议|申请|争取|能否|能不能|可不可以|是否|准备|不能|不让|不许|没法|不支持|考虑|研究|希望|请求|没有|未|不)(?:按|走|用|以|采取|实行|给|予以|适用)?[^，,。；;\n]{0,8}(?:容缺|告知承诺)"
)


def makes_promise(text: str) -> bool:
    """Whether a message says that something goes on conditionally, its papers to come (容缺办理，承诺…补齐).

    What is only wished or asked for (申请容缺受理) is none.
    """
    said = text[:200]
    return _CONDITIONAL.search(said) is not None and _NO_CONDITION.search(said) is None


_PAPER_NAMED = late(
    r"(?:施工许可|规划许可|用地(?:规划)?许可|工程(?:规划)?许可|[\u4e00-\u9fff]{2,6}?(?:许可|审批|批复|意见书?|备案|核准|审查|方案|报告|手续|登记|证明|合格书))证?"
)
_BARE_PAPER = late(r"环评|能评|水保|图审|人防|消防|用地|林地|质监|安监|文勘|稳评")
_NO_PAPER = late(
    r"^.*?(?:的|把|补[齐交办正上全]?|承诺|容缺|告知|走|前|日|号|底|先|了|是|按|工|拿|领|到|将|由|办|和|在|给|这边|那边|项目)(?=[\u4e00-\u9fff]{4,})"
)


def paper_in(text: str, names: Sequence[str]) -> str:
    """What a promise calls the paper that is to come (施工许可证); empty where it names none."""
    said = text[:200]
    for name in sorted(names, key=len, reverse=True):
        said = said.replace(name, "，")
    at = _CONDITIONAL.search(said)
    if at is None:
        return ""
    found = list(_PAPER_NAMED.finditer(said)) or list(_BARE_PAPER.finditer(said))
    if not found:
        return ""
    papers = [(min(abs(each.start() - at.end()), abs(at.start() - each.end())), _plainly(each[0])) for each in found]
    named = [each for each in papers if not _ANY_PAPER.fullmatch(each[1])]
    return min(named)[1] if named else ""


_ANY_PAPER = late(r"(?:.{0,6}?(?:补|缺|相关|有关|前期|开工))?(?:手续|材料|要件)")


def _plainly(paper: str) -> str:
    while paper != (shorter := _NO_PAPER.sub("", paper)):
        paper = shorter
    return paper


_GOT = late(
    r"(?:领|拿|取|办|批|发|核发|下|补)(?:到|得|下来?|回来?|好|妥|来|完|齐)?(?:手|证|了)*了(?=$|[，,。；;！!])|(?:已|今天|昨天|刚刚?|今早|上午|下午|\d[日号])[^，,。；;\n]{0,10}(?:取得|核发|领到|拿到|办结|办妥|批复|补齐|到手|下发)"
)


def gets_paper(text: str, paper: str) -> bool:
    """Whether a message says that this very paper is there now (施工许可证今天领到了)."""
    said, core = text[:200], paper.removesuffix("证").removesuffix("书")
    at = said.find(core) if core else -1
    clause = re.split(r"[。；;\n]", said[at:])[0] if at >= 0 else ""
    return bool(clause) and _GOT.search(clause) is not None and not _NOT_YET.search(clause) and not asks_back(clause)


def asks_back(words: str) -> bool:
    """Whether words ask, or speak of something that may be."""
    return re.search(r"[?？]|吗$|没有?$|如果|要是|等[^，。]{0,8}(?:下来|拿到|领到)", words) is not None


def same_paper(promise: str, said: str, names: Sequence[str] = ()) -> bool:
    """Whether words speak of the very paper of which a promise speaks (人防审批承诺…, 人防审批要延到…).

    Papers have no end: whatever both texts name besides the names around the project is one.
    """
    of_promise = {found[1][-2:] for found in _PAPER.finditer(promise)}
    if any(found[1][-2:] in of_promise for found in _PAPER.finditer(said[:200])):
        return True
    return bool(names) and same_matter(promise, said, names)


def puts_off(text: str) -> bool:
    """Whether something is to come on a later day."""
    said = text[:200]
    return _LATER.search(said) is not None or re.search(r"要到.{2,12}才", said) is not None


_PROMISES = late(
    r"^(?:已|也)?[^，。；;\n]{0,14}?(?:补[齐交办正上报足全来给到]|承诺|后补|答应|保证)|^(?:那边|这边|方面)?(?:已经?|也)?(?:说|讲|表态|同意|负责)"
    rf"|^(?=[^，。；;\n]{{0,12}}(?:\d|月底|年底|周|旬|前))[^，。；;\n]{{2,14}}?{_GIVES}(?=$|[，,。；;])"
)
_OURSELVES = late(r"(?:我|本)(?:们|区|县)?(?:局|委|办|镇|乡|街道|公司|单位|站|院|中心|集团|分局|方)|我们")
_RECEIVES = ("给", "交", "报", "送", "向", "到")


def promiser_in(text: str, reports: Reports, lexicon: Lexicon, own: str | None = None) -> str | None:
    """The unit that a message with one conditional approval says will hand in the rest (供电公司10月20日前补交).

    我局 is the speaker's `own`.
    """
    if sum(report.status is Status.CONDITIONAL for report in reports.reports) != 1:
        return None
    for span in lexicon.units(text):
        received = text[: span.start].endswith(_RECEIVES)
        if len(span.candidates) == 1 and not received and _PROMISES.match(text[span.end :]):
            return span.candidates[0]
    speaking = any(_PROMISES.match(text[found.end() :]) for found in _OURSELVES.finditer(text[:200]))
    return own if speaking else None
