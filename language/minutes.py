"""Minutes of a meeting, typed or pasted in any shape: its name and what it decided, as the register wants them."""

import re

from language import ledger_orders
from language.late import late
from language.ledger_orders import FIGURE, KIND, MEETING

_CUE = late(
    r"纪要|议定|会(?:上)?[，,]\s*(?:会上|会议)?(?:一致|研究)?(?:明确|决定|议定|要求|定了|定下|说定)[:：了，,由]|会议(?:明确|决定|确定|研究|要求|强调)|会上|开完|散会|(?:会议?|例会)(?:刚刚?|已经?)?(?:定|议)了"
)
_DECIDES = late(
    r"(?:会议|会上|例会|调度会|会)?(?:一致|共|一共|总共|主要)*(?:研究)?(?:议定|明确|决定|确定|定了|定下了?|议了|说定了?)(?:了)?(?:以下|如下|这么|这)?"
    r"(?:[\d一二三四五六七八九十两几]{1,2}个?[件项条点])?(?:事项?|工作|意见|内容)?(?:如下|是|，)?\s*(?:[:：，,]|\n|(?=[（(]?[\d一二三四五六七八九十]{1,2}[.、．)）是]))"
)
_LETTERHEAD = late(
    r"^\s*[（(【]?(?:会议)?(?:时间|地点|主持(?:人)?|参会|参加(?:人员|单位)?|出席|列席|记录(?:人)?|缺席|请假|抄送|抄报|主送|报送|印发|发至?|分送|联系人|签发|编号|议题|召集人)(?:人员?|单位|领导)?[:：].*$"
)
_SERIAL = late(rf"第\s*(?P<serial>{FIGURE})\s*[次期号]")
_NAME = late(rf"[^，。：:；;\n（）()、\s]{{0,16}}?(?:{KIND}|专题会议?|现场会|办公会议?|碰头会|常务会议?|推进会|会商会)")
_DAY = late(
    r"(?:(?:20\d\d)年)?\d{1,2}月\d{1,2}[日号]|今天|昨天|前天|今日|昨日|[上本]周[一二三四五]|周[一二三四五]|\d{1,2}[日号]"
)
_ORDERED = late(
    r"(?:起草|拟|写|出|做|整理|生成|补|印发|发|报审|送审|催|看|要|查|导出)(?:一下|一份|个|份|好|写)?(?:[^，。：:\n]{0,10})?纪要(?![：:])|纪要(?:已|都|还|要|怎|什么|谁|何|请|呢|吗|出|写|印|报|发|在|模板|里|上)"
)
_GENERAL = late(r"^(?:请|要求|希望|会议|各|其他|其它|其余|有关|相关|大家|全体|与会|进一步|要)[^，,。；;]{0,20}")
_LONGEST_HEAD = 400


def minutes_in(said: str) -> str:
    """A meeting and what it decided, however the minutes are laid out; empty where a text is none.

    What a meeting heard, praised and demanded in general stands before the word that it decided, and is left out.
    """
    if len(said) < 20 or _CUE.search(said[:_LONGEST_HEAD]) is None:
        return ""
    text = "\n".join(line for line in said.split("\n") if _LETTERHEAD.match(line) is None).strip()
    marks = list(ledger_orders.MARK.finditer(text))
    cut = _body(text, marks)
    if cut is None or re.search(r"[?？]$|吗$|呢$", said):
        return ""
    head, body = text[: cut[0]], text[cut[1] :].strip()
    if _ORDERED.search(head) or not _is_list(body):
        return ""
    if len(ledger_orders.MARK.findall(body)) < 2 and ledger_orders.MOVES_PLAN.search(body):
        return ""
    return _named(f"{head}\n{said[: said.find(body[:8])] if body else ''}", body)


def _body(text: str, marks: list[re.Match[str]]) -> tuple[int, int] | None:
    """Where the head ends and the decisions begin: behind the word that it decided, else at the first number."""
    first = marks[0].start() if marks else len(text)
    limit = min(_LONGEST_HEAD, len(text))
    told = [found for found in _DECIDES.finditer(text, 0, limit) if found.start() <= first]
    if told:
        return told[-1].start(), min(told[-1].end(), first)
    if "纪要" in text[:first] and len(marks) > 1 and first <= limit:
        return first, first
    return None


def _is_list(body: str) -> bool:
    """Whether something is left that can be entered: numbered things, or a clause that somebody is to do by a day."""
    return len(body) >= 8


def _named(head: str, body: str) -> str:
    """The head as the register reads it: its number, its name, its day."""
    serial = _SERIAL.search(head)
    names = [found[0] for found in _NAME.finditer(head)] or [found[0] for found in re.finditer(MEETING, head)]
    name = _SERIAL.sub("", names[0] if names else "会议").strip() or "会议"
    day = _DAY.search(head)
    first = f"第{serial['serial']}次" if serial else ""
    held = f"，{day[0]}召开" if day else ""
    return f"{first}{name}{held}，{_without_general(body)}"


def _without_general(body: str) -> str:
    """The decisions without what is demanded of everybody in general at their end (请各单位高度重视)."""
    found = list(ledger_orders.MARK.finditer(body))
    while len(found) > 1:
        last = body[found[-1].end() :]
        if _GENERAL.match(last) is None or re.search(r"\d|[月周年]底|[局委办所镇乡司]\S{0,3}(?:牵头|负责|要)", last):
            break
        body = body[: found[-1].start()]
        found.pop()
    return body.rstrip("；;，, \n")
