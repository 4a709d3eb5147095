"""How far a paper has come by its verb, whatever the verb is: 证还没发, 省厅退了, 送省发改, 窗口走着, 下文."""

from collections.abc import Collection

from language.belonging import PERMITS
from language.facts.acts import Act, Predicate
from language.facts.said import Said
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.ladder import GRANTED, HANDED, ITS_PAPER, MADE, RETURNED, WEIGHED
from models.vocabulary import NodeKind

ON_PAPER = PERMITS | {NodeKind.TENDER, NodeKind.ACCEPTANCE}
CALLED_PAPER = late(r"(?:批复|许可|许可证|证|审批|审定|备案|决定|认证|测评|方案)$")
"""What else ends in a paper by its name."""

LATER = r"(?:还|尚|仍|都|也|一直|至今|到现在|迟迟)*"
DENIED = late(
    rf"{LATER}(?:没有?|未|尚未)(?:能|得|正式|最终|全|来得及)?(?:回(?P<reply>[函复文])|(?P<granted>[{GRANTED}回])|(?P<weighed>[{WEIGHED}])"
    rf"|(?P<handed>[{HANDED}]|[编写跑摘供](?![完好成出到下])))(?!动静|风声)"
)
"""没发 waits for its end, 没交 has not begun."""
NOT_SO = ("不是", "并非", "不会", "哪里是")
GIVEN = late(
    rf"(?:[{GRANTED}](?:了|过|的)?(?:{ITS_PAPER})|(?:已经?|刚刚?|都)[{GRANTED}](?!到)|[{GRANTED}](?:了|的)(?!意见))(?:了|啦)?"
    r"(?=[，。；、！]|$)|(?<![不没未])合格了?(?=[，。；]|$)"
)
"""下文, 取证, 发了: at the end of its clause it is granted."""
MOVING = late(
    rf"[{MADE}{HANDED}{WEIGHED}{RETURNED}走跑办](?:着|了|过|完|好|件|回|上去|进去|出去|过去|往|[到给进]?[\u4e00-\u9fff]{{0,2}}"
    r"(?:[省市区县部厅局委办会院所里司]|中心|发改|住建|窗口|专家)|的(?:件|材料|资料|申请)?(?=[，。；]|$))"
    r"|在(?![没未])[\u4e00-\u9fff]{1,6}(?:[局厅部委办所司处院里上]|中心|窗口|那边)(?=[，。；]|$)|(?:[回答]复|反馈)(?:了|完)|已经?(?:[回答]复|反馈)"
    r"|上了?(?:规委|常务|专题|办公|党组|主任|[省市区县局]长|局务|联席|[省市区县部厅局])[\u4e00-\u9fff]{0,4}会"
    r"|(?:在|正)[编写做改补修整审评查核办走跑报转签排]|流转|排队|征求|(?<!验)收(?:了|到|件)|签(?:了|完|过)?字|走(?:流程|程序|系统|会签|内网|OA|审批)|上传|申报|申请(?:了|过)(?=[，。；]|$)|会上?(?:已经?)?(?:研究|讨论|审议|议)(?:过|了|通过|同意)"
    r"|(?:走|到|剩)了?最后(?:一[步关道个]|的?(?:阶段|环节))|(?<![时温落误偏])[差缺](?:最后)?[一两三四五六1-9]?[个道枚步份项](?:公?章|签字|手续|材料|资料|要件|流程|环节|证明)|材料不[齐全]|[缺补]材料"
    r"|(?<=[审评查编报批办议标])中(?=[，。；]|$)|原则上?同意|(?<![不没未])同意了?(?=[，。；]|$)"
)
"""送省发改, 退了, 走着, 在排专家会: under way, and no more than that."""
SUPPLEMENTS = late(
    r"补(?:[一二两三几]?[轮次遍道份项个套些版]|点|充|了)*[\u4e00-\u9fff]{0,4}?"
    r"(?:材料|资料|要件|论证|证明|说明|报告|监测|调查|数据|附件|内容)"
)
"""省里还要补一轮材料: it is being weighed, however much is still to be done for it."""
STUCK = late(r"卡(?![口车片扣通槽位])")
"""卡指标: of a paper it is stuck at whatever follows."""
COMING = late(rf"[{GRANTED}](?:{ITS_PAPER})?(?=[，。；、！]|$)")
"""批文月底下: with a day ahead, when it is to be there."""
COMES_THEN = late(rf"[{GRANTED}](?:到|出|下)?(?:正式|合格|中标|最终)?的?(?:{ITS_PAPER})(?=[，。；、！]|$)")
"""9月上旬拿合格意见书: the same of the paper that was spoken of before."""
PROMISES = late(
    r"[，、 ]?(?:但是?|可是?|不过)?(?:人家|对方|那边|"
    r"[\u4e00-\u9fff]{0,6}(?:[局厅委办处科院部]|窗口|中心|专家|[省市区县]里|那边))"
    r"(?:那边|的人)?(?:也|都|又|还)?说(?:是|了|好)?"
)
"""Who speaks of the paper that they are to grant; a maker promises goods."""
UNABLE = late(rf"[{MADE}{HANDED}{WEIGHED}{GRANTED}办](?:不|没法|得)|没法|不(?:让|给|批|肯|同意)|不了")
"""What cannot be done tells no rung."""
ITS_OWN_WORD = late(rf"[，、 ]?(?:{ITS_PAPER})")


def rung(said: Said, wanting: bool) -> list[Predicate]:
    """The rung that the verb of a paper tells where no small word told any; `wanting` where 还差 says so."""
    start = _behind_paper(said, PERMITS if wanting else ON_PAPER)
    if start is None:
        return _promised(said)
    if wanting:
        return [Predicate(Act.PENDING, start, start, dated=False)]
    denied = DENIED.search(said.text, start, said.end)
    if denied and not said.text.endswith(NOT_SO, start, denied.start()):  # 环评不是没报
        act = Act.NOT_STARTED if denied["handed"] else Act.PENDING
        return [Predicate(act, denied.start(), denied.end(), dated=False)]
    if stuck := STUCK.search(said.text, start, said.end):
        return [Predicate(Act.BLOCKED, stuck.start(), stuck.end(), dated=False)]
    if UNABLE.search(said.text, start, said.end):
        return []
    if (coming := COMING.search(said.text, start, said.end)) and lies_ahead(said):
        return [Predicate(Act.PLANNED, coming.start(), coming.end())]
    if given := GIVEN.search(said.text, start, said.end):
        return [Predicate(Act.DONE, given.start(), given.end())]
    moving = MOVING.search(said.text, start, said.end) or SUPPLEMENTS.search(said.text, start, said.end)
    if moving is None or lies_ahead(said):
        return []
    return [Predicate(Act.PROGRESS, moving.start(), moving.end(), dated=False)]


def _promised(said: Said) -> list[Predicate]:
    """人家说下周四之前给合格书: whoever grants it has said when, of the paper that was spoken of before."""
    days = [each for each in said.tokens if each.kind is Kind.DATE]
    if not days or any(each.kind in (Kind.NODE, Kind.WORK, Kind.NUMBER) for each in said.tokens):
        return []
    promised = PROMISES.match(said.text, said.start, said.end) is not None
    coming = (COMING if promised else COMES_THEN).search(said.text, days[-1].end, said.end)
    if not lies_ahead(said):
        return []
    return [Predicate(Act.PLANNED, coming.start(), coming.end())] if coming else []


def lies_ahead(said: Said) -> bool:
    """下周报省厅: what is to be done on a day has not begun."""
    days = [each for each in said.tokens if each.kind is Kind.DATE]
    return any(each.value.lies_ahead() or each.text.endswith(("前", "内", "月底", "月末")) for each in days)


def _behind_paper(said: Said, kinds: Collection[NodeKind]) -> int | None:
    """Where the paper's own words end: behind the last node where that is a paper, or 证, 文 at the head."""
    nodes = [each for each in said.tokens if each.kind is Kind.NODE]
    if nodes:
        return nodes[-1].end if _is_paper(nodes[-1], kinds) else None
    if any(each.kind is Kind.WORK and each.value is not None for each in said.tokens):
        return None
    own = ITS_OWN_WORD.match(said.text, said.start, said.end)
    return None if own is None else own.end()


def _is_paper(token: Token, kinds: Collection[NodeKind]) -> bool:
    return all(node.kind in kinds or CALLED_PAPER.search(node.name) is not None for node in token.value.nodes.values())
