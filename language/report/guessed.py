"""The node that a segment speaks of by a word that is in no table: 辊道窑正在砌, 后方在铺联锁块."""

from collections.abc import Collection, Iterator

from language import tokens
from language.affinity import is_done_by, is_never_done, likeliest, outdoes
from language.belonging import STAGE_WORDS, WORKS_KINDS, holds
from language.late import late
from language.report.aim import Aim
from language.report.inherited import stopped_from_outside
from language.report.lexing import stage_of
from language.report.owners import STOREYS
from language.report.small_words import FILLERS
from language.report.tokens import Kind, Token
from language.tables import phrases
from language.tables.marks import Mark
from language.tables.trades import CLEARED_THINGS, TRADE_VERBS
from language.tables.works import KIND_STAGES, Stage
from language.terms import nodes_of_kind
from language.words import any_of, listed
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind, Status

STRETCH = late(r"[\u4e00-\u9fffA-Za-z]+")
DURING_WORK = any_of(phrases.DURING_WORK)
VERB_LENGTHS = sorted(set(map(len, TRADE_VERBS)), reverse=True)
UNDERGROUND = "负一层"
"""Whatever storey below the ground is said."""
SINGLE = frozenset("墩涵路桥梁柱桩墙井池管沟渠塔罐槽窑炉泵闸坝堤洞房树坟草板瓦砖膜缆线杆柜舱门窗灯苗")
"""Things that may be said by their one character."""
STILL_AT_END = late(r"(?:一[个台根片座套道组处块米]|[还都也又就已全先再正才]|至今|目前|现在)+$")
"""Between a thing and what is said of it."""
MAY_BE_DONE = late(*TRADE_VERBS)
MOST = 10
"""A longer stretch is a story rather than a thing."""
CUTS = frozenset({Kind.DATE, Kind.NUMBER, Kind.MARK, Kind.PART})
ENDED = frozenset({Mark.DONE, Mark.DONE_PAST, Mark.WHOLE, Mark.PERFECT})
FIT = ENDED | {
    Mark.PROGRESS,
    Mark.ALL,
    Mark.ENTER,
    Mark.NOT,
    Mark.NOT_STARTED,
    Mark.NEAR,
    Mark.PART,
    Mark.PLAN,
    Mark.RESUMED,
    Mark.RUNNING,
}
"""Small words that are said of works; beside others the talk is of what goes wrong, of papers or of people."""
UNDER_WAY = frozenset({Mark.PROGRESS, Mark.ENTER})
LEADS = ("正在", "还在", "在", "正")
RESULTS = ("到", "至", "出", "上", "下", "起", "过", "进", "好", "完", "满", "掉", "成", "通", "齐", "平")
"""What a verb may be told with: 掘到, 砌到."""
MACHINERY = listed(
    """
    桩机 钻机 架桥机 塔吊 挖机 挖掘机 吊车 履带吊 汽车吊 摊铺机 压路机 盾构机 掘进机 打桩船 挖泥船 拌和站
    拌合站 搅拌站 起重机 升降机 施工电梯 台车 炮机 泵车 铺轨机 推土机 起重船 沥青站
    """
)
"""What works are done with: it is no part of them."""
SET_UP = late(rf"(?:{any_of(MACHINERY).pattern})(?:正在|还在|在|已经?|开始)(?:安装|拼装|组装|调试|装|拼|立)")
SEEN_TO = late(
    rf"(?:{any_of(MACHINERY).pattern})[^，。；]{{0,8}}?(?:顶升|附着|过[完了]?孔|爬升|检测|检修|维保|保养|报验|备案|年检|加节|拆)"
)
"""塔吊昨天顶升过了: what is done to a machine is no end of works."""
TAKEN_DOWN = ("拆", "拆除", "吊走")
AIDS = ("模板", "脚手架", "外架", "围挡", "塔吊", "模", "支架")
"""What is taken down when works are done: no wrecking."""
NO_WORKS = listed(
    """
    方案 资料 手续 图纸 合同 报告 材料 协议 意见 批文 款 费 钱 人 工人 队伍 村民 业主 居民 单位 问题
    文件 公司 部门 进度 计划 会议 设计 证 表 户 清单 厂家 整改
    """
)
"""What papers, people and money end in."""

SUPPLIED = (
    "外电",
    "市电",
    "临电",
    "用电",
    "供电",
    "电源",
    "水源",
    "供水",
    "用水",
    "气源",
    "供气",
    "热源",
    "供热",
    "网络",
)
"""What is brought to works from outside."""


def guessed(aim: Aim) -> dict[str, NodeEntry]:
    """The node of each project that what is spoken of is most likely part of; none where that cannot be told."""
    counts = Kind.NUMBER in aim.segment.kinds
    if any(each.kind is Kind.WORK and each.value is Stage.CLEARING for each in aim.segment.tokens):
        return {}
    if not aim.marks <= (FIT | {Mark.LACK} if counts else FIT):
        return {}
    under_way = not aim.marks.isdisjoint(UNDER_WAY)
    if not (counts or under_way or MAY_BE_DONE.search(aim.text, aim.segment.start, aim.segment.end)):
        return {}
    things, verb = _said(aim)
    if Mark.NOT in aim.marks and not counts and things and stopped_from_outside("".join(things)):
        return {}  # 大风不敢起吊
    if Mark.NOT in aim.marks and not counts and any(each.endswith(SUPPLIED) for each in things):
        return {}  # 站外电源没接上 is what the works wait for
    if not verb and any(each.kind is Kind.NUMBER and each.value.unit == STOREYS for each in aim.segment.tokens):
        return {}  # 实训楼5层
    if not (verb or counts or under_way):
        return {}
    in_force = aim.before.works or (aim.before.nodes and not aim.before.closed)
    if not things and (in_force or not (verb and counts)):
        return {}
    found: dict[str, NodeEntry] = {}
    unit = _unit(aim)
    for project in aim.projects:
        current = aim.before.nodes.get(project.id)
        node = likeliest(project.nodes, things, verb, "" if current is None else current.id, unit)
        if node is None or (node is current and not things):
            continue
        if Mark.NOT in aim.marks and not counts and node.kind not in WORKS_KINDS:
            continue  # 卡在光缆没迁
        own = is_done_by(node.name, node.kind, verb)
        if all(_may_hold(node, each, own) for each in aim.segment.tokens):
            found[project.id] = node
    return found


LAST_OF_ALL = late(r"(?<![剩差缺])最后的?那?[一二两三四五六七八九十几\d]+(?P<unit>[\u4e00-\u9fff])")
"""最后一根桩打完了: with the last of them all are done."""


def of_the_last(aim: Aim) -> dict[str, NodeEntry]:
    """The node whose last one is told to be done, or to be done by a day: 最后一基昨天立完, 最后两户月底前签."""
    if aim.judgement.status is not Status.DONE and aim.judgement.due_on is None:
        return {}
    last = LAST_OF_ALL.search(aim.text, aim.segment.start, aim.segment.end)
    if last is None or aim.subjects(Kind.NODE):
        return {}
    things, verb = _said(aim)
    things = tuple(each for each in (LAST.sub("", thing) for thing in things) if each)
    verb = verb or next((word for each in aim.segment.body if (word := _begins(each.text)) and each.value in ENDED), "")
    found: dict[str, NodeEntry] = {}
    for project in aim.projects:
        current = aim.before.nodes.get(project.id)
        clears = list(nodes_of_kind(project, NodeKind.ACQUISITION)) if last["unit"] in HOUSEHOLDS else []
        node = likeliest(project.nodes, things, verb, "" if current is None else current.id, last["unit"])
        node = clears[0] if len(clears) == 1 else node
        if node is not None:
            found[project.id] = node
    return found


HOUSEHOLDS = "户家"


LAST = late(r"最后的?那?(?:[一二两三四五六七八九十几]+[\u4e00-\u9fff])?")


def names_thing(aim: Aim) -> bool:
    """Whether a thing is spoken of, and not only what is done: 打了210根."""
    return bool(_said(aim)[0])


def outdone(aim: Aim, project: ProjectEntry, owner: NodeEntry) -> bool:
    """Whether all that is said speaks far more for another node than for the one that some works are part of."""
    things, verb = _said(aim)
    return bool(things) and bool(verb) and outdoes(project.nodes, things, verb, _unit(aim), owner)


def _unit(aim: Aim) -> str:
    """What is counted in."""
    if Kind.NUMBER not in aim.segment.kinds:
        return ""
    return next((each.value.unit or "" for each in aim.segment.body if each.kind is Kind.NUMBER), "")


def _may_hold(node: NodeEntry, token: Token, own: bool) -> bool:
    """Whether works of a known stage may be the node's: 桩基 come before 主体."""
    if token.kind is not Kind.WORK or token.value is None or token.text in TRADE_VERBS:
        return True
    if token.value in EARLY and not own:
        return False
    if own and token.value not in EARLY:
        return True
    return token.value is not Stage.TRIAL and (node.kind not in KIND_STAGES or holds(node, stage_of(token), token.text))


EARLY = frozenset({Stage.EARTH, Stage.PILES, Stage.FOOTING, Stage.PREFABRICATION})


def is_of_another_trade(aim: Aim, nodes: Collection[NodeEntry]) -> bool:
    """胸墙浇了6段，后方在铺联锁块: whether what is done to a thing is never done for the nodes in force."""
    if not nodes or not aim.marks <= FIT:
        return False
    things, verb = _said(aim)
    return bool(things) and all(is_never_done(each.name, each.kind, verb) for each in nodes)


def sets_up_machine(aim: Aim) -> bool:
    """架桥机正在拼装: what works are done with is got ready, which is work of no node."""
    begin, end = aim.segment.start, aim.segment.end
    if SET_UP.search(aim.text, begin, end) is not None:
        return True
    return not aim.segment.subjects and SEEN_TO.search(aim.text, begin, end) is not None


def worked_on(aim: Aim) -> Token | None:
    """主厂房在打桩, 泵站在起主体: the works of another stage that the small word for what is under way holds."""
    for token in aim.segment.body:
        if token.kind is Kind.MARK and token.value is Mark.PROGRESS and len(token.text) > 2:
            for said in (_bare_verb(token), _object(token)):
                if (stage := STAGE_WORDS.get(said)) is not None:
                    return Token(token.start, token.end, Kind.WORK, said, stage)
    return None


def is_own_trade(aim: Aim, nodes: Collection[NodeEntry]) -> bool:
    """旧桥栏杆在拆: whether what is done is just what the nodes are there for."""
    _, verb = _said(aim)
    return bool(verb) and all(is_done_by(each.name, each.kind, verb) for each in nodes)


def _said(aim: Aim) -> tuple[tuple[str, ...], str]:
    """The things that a segment names, and what is done to them."""
    things: list[str] = []
    done = ""
    for run, before, behind in _runs(aim):
        thing, verb = _parted(aim.text, run, before, behind)
        counted = behind is not None and behind.kind is Kind.NUMBER
        done = done or verb
        thing = STILL_AT_END.sub("", thing).removesuffix("子")
        if thing.endswith(MACHINERY):
            return (), ""
        if (
            (len(DURING_WORK.sub("", thing)) > 1 or thing in STAGE_WORDS or (thing in SINGLE and (verb or counted)))
            and len(thing) <= MOST
            and (thing in STAGE_WORDS or not thing.endswith(NO_WORKS))
        ):
            things.append(thing)
        if (done_to := _object(behind)) in STAGE_WORDS:
            things.append(done_to)
    if not things and not done:
        things, done = _within_the_mark(aim)
    if any(each.kind is Kind.NUMBER and each.text.startswith("负") for each in aim.segment.body):
        things.append(UNDERGROUND)
    if done:
        things += [each.text for each in aim.subjects(Kind.PART) if each.text.endswith("岸")]
    if done in TAKEN_DOWN and any(thing.endswith(AIDS) for thing in things):
        return (), ""
    return tuple(things), done


def _within_the_mark(aim: Aim) -> tuple[list[str], str]:
    """储备林|在栽树: thing and verb where both stand in the small word, and nothing else is said."""
    body = aim.segment.body
    if len(body) != 1 or not body[0].text.startswith(LEADS) or not (thing := _object(body[0])):
        return [], ""
    known = thing in STAGE_WORDS or thing in SINGLE or (len(thing) > 1 and not thing.endswith(NO_WORKS))
    return ([thing], _begins(_bare_verb(body[0]))) if known else ([], "")


def _parted(text: str, run: str, before: Token | None, behind: Token | None) -> tuple[str, str]:
    """The thing of a stretch and the verb beside it, or in the small word that follows: 在装."""
    if before is not None and before.value is Mark.PROGRESS and (verb := _begins(run)):
        return run[len(verb) :], verb
    if behind is None or behind.kind is Kind.NUMBER or behind.value in ENDED:
        thing = run[:-1] if run.endswith(RESULTS) and _ends(run[:-1]) else run
        if verb := _ends(thing):
            return thing.removesuffix(verb), verb
    if (verb := _begins(run)) and run not in STAGE_WORDS and _is_thing(run[len(verb) :]):
        return run[len(verb) :], verb  # 焊钢管, 拆房屋
    if (
        behind is not None
        and behind.kind is Kind.NUMBER
        and verb
        and run not in STAGE_WORDS
        and _stands_apart(run, verb)
    ):
        return run[len(verb) :], verb  # 换瓦3000平
    if behind is None or behind.kind is not Kind.MARK:
        return run, ""
    if behind.value is Mark.NOT:
        return run, _begins(text[behind.end : behind.end + 3])
    return run, _begins(_bare_verb(behind))


def _stands_apart(run: str, verb: str) -> bool:
    """换|瓦, and not 装修|材料: whether the verb that a stretch begins with is a word of its own."""
    return len(run) > len(verb) == 1 and run[1] not in RESULTS and tokens.cut(run)[0] == verb


def _is_thing(words: str) -> bool:
    return words in STAGE_WORDS or words in CLEARED_THINGS


def _bare_verb(mark: Token) -> str:
    """在装 without its 在."""
    said = mark.text
    for lead in LEADS:
        said = said.removeprefix(lead)
    return said


def _object(mark: Token | None) -> str:
    """What is worked on within the small word: 腻子 of 在刮腻子."""
    if mark is None or mark.kind is not Kind.MARK or mark.value is not Mark.PROGRESS:
        return ""
    said = _bare_verb(mark)
    return said.removeprefix(_begins(said))


def _runs(aim: Aim) -> Iterator[tuple[str, Token | None, Token | None]]:
    """The stretches between small words, days and numbers, each with what stands before it and behind it."""
    cuts = [token for token in aim.segment.tokens if token.kind in CUTS and not _is_in_verb(aim.text, token)]
    at = aim.segment.start
    for before, behind in zip([None, *cuts], [*cuts, None], strict=True):
        end = aim.segment.end if behind is None else behind.start
        for stretch in STRETCH.finditer(aim.text, at, end):
            run = _bare(stretch[0])
            last = behind if stretch.end() == end else None
            if run:
                yield run, before if stretch.start() == at else None, last
        at = end if behind is None else behind.end


def _is_in_verb(text: str, token: Token) -> bool:
    """就|位: the front of a verb that is a small word by itself."""
    return token.text == "就" and text.startswith("位", token.end)


def _bare(run: str) -> str:
    """A stretch without the small words that it begins with."""
    while not run.startswith("就位") and (small := FILLERS.match(run)) is not None:
        run = run[small.end() :]
    return run


def _begins(run: str) -> str:
    return next((run[:length] for length in VERB_LENGTHS if run[:length] in TRADE_VERBS), "")


def _ends(run: str) -> str:
    """The verb that a stretch ends in, unless it is a thing as it stands: 支架."""
    if run in TRADE_VERBS:
        return run
    if run in STAGE_WORDS or run[-2:] in STAGE_WORDS:
        return run[-2:] if run[-2:] in TRADE_VERBS else ""
    return next((run[-length:] for length in VERB_LENGTHS if run[-length:] in TRADE_VERBS), "")
