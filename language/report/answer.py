"""What to answer to a report: the facts, a question back about the project or the meaning, or nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from language.all_unchanged import says_all_unchanged
from language.arrangement import usual
from language.asking import is_leader
from language.chatter import is_chatter
from language.dates import find_dates
from language.late import late
from language.length import readable
from language.names import Lexicon
from language.normalize import normalize
from language.not_ours import without_not_ours
from language.pasted import Said, read_relay, split_quote, split_record
from language.query import asks
from language.report.corrections import Righted, righted
from language.report.evidence import shares_works, tells_of_the_unsaid, tells_only_of_sending, tells_only_of_some
from language.report.numbered import names_nothing, read_about, read_numbered, unread_lines
from language.report.quoted import items_in
from language.report.reader import Reading, ReportReader
from language.report.receipt import without_receipt
from language.report.topic_first import said_out, topic_behind
from language.solved import solves
from language.tables import phrases
from language.understanding import Ask, Nothing, PromptItem, Report, Reports, Utterance
from language.words import any_of
from models.vocabulary import AskAbout, ProblemCategory, Role, Status

BARE_MEASURE = late(
    r"[又多了涨到升提高少降比昨天上周已经现在成百分之点半过%％\d零一二两三四五六七八九十百千万亿.，。！ "
    r"个间台户亩米公里根层片套座栋株吨方平还有增加剩]{2,16}"
)
"""涨到八成了: a number of nothing."""


BESIDE_IT = late(rf"{any_of(phrases.NEARBY).pattern}|车(?![间站场库道辆位行流])")
"""Behind a name: not the project itself."""
OLDEST_END = timedelta(days=270)
"""What is done longer ago is told with its year."""
OLDEST_SPEECH = timedelta(days=60)
A_REMARK = 16
JAMMED = late(r"堵车|堵得|堵死|又堵|太堵|排[了着]?(?:长龙|[\d一二三两几]公里)")
HELD_UP = late(
    r"施工|占道|导[行改]|封路|断路|改道|运[输料]|拉料|渣土|材料|混凝土|商砼|泵车|罐车|土方车|进不|出不|交警|手续|围挡|影响|工期|耽误|停工|进度|没法|外运"
)
CLAUSES = late(r"[，。；、,;\n].")
ANYBODYS_TROUBLES = frozenset(
    {ProblemCategory.TRAFFIC, ProblemCategory.WEATHER, ProblemCategory.CONSTRUCTION, ProblemCategory.OTHER}
)


def read_report(text: str, utterance: Utterance, lexicon: Lexicon) -> Reports | Ask | Nothing:
    """Read a text as a report: answers to a question first, then a pasted record, then plain words."""
    record = split_record(text, lexicon.people_names, lexicon.unit_names)
    pasted = any(each.speaker for each in record)
    told = Righted(text, correction=False) if pasted else righted(text)  # a record's lines are righted one by one
    text = topic_behind(usual(without_receipt(without_not_ours(told.text))), lexicon, utterance.sender)
    text = said_out(text, lexicon, utterance.sender)
    if answered := _read_answers(text, utterance, lexicon):
        return Reports(answered, correction=told.correction, told=_told_by_number(text, answered, utterance, lexicon))
    if mixed := _by_number_then_by_name(text, utterance, lexicon):
        return mixed
    said = split_record(text, lexicon.people_names, lexicon.unit_names) if pasted else ()
    if any(each.speaker for each in said):
        return _read_record(said, utterance, lexicon)
    reading = ReportReader(text, utterance.now, _reporter(text, utterance, lexicon), lexicon).read()
    settled = _settle(text, reading, utterance, lexicon)
    return replace(settled, correction=told.correction) if isinstance(settled, Reports) else settled


ON_BEHALF = late(r"我(?:来)?代(?:为|他|她)?报|我[替帮](?:他|她)报")
OPENING = 30
"""Where a message tells for whom it is sent."""


def _reporter(text: str, utterance: Utterance, lexicon: Lexicon) -> str | None:
    """聂昆出差，我代报: whose projects are spoken of by somebody who has none."""
    if lexicon.own_projects(utterance.sender) or not ON_BEHALF.search(text, 0, OPENING):
        return utterance.sender
    opening = text[:OPENING]
    named = [person.id for person in lexicon.registry.people.values() if person.name in opening]
    own = [person for person in named if len(lexicon.own_projects(person)) == 1]
    return own[0] if len(own) == 1 else utterance.sender


def _read_answers(text: str, utterance: Utterance, lexicon: Lexicon) -> tuple[Report, ...]:
    """What a text says of the items of the bot's last question, or of what it quotes."""
    quoted, own = split_quote(text)
    quote = utterance.quote or quoted
    items = utterance.prompt or (items_in(quote, lexicon, utterance.sender) if quote else ())
    if not items or lexicon.projects(own, utterance.sender):
        return ()
    if numbered := read_numbered(own, items, utterance, lexicon):
        return numbered
    if len(items) == 1 and (quote or (len(own) <= 30 and not _of_own_project(own, items[0], utterance, lexicon))):
        told = read_about(own, items[0], utterance, lexicon)
        if told and not quote and _ends_another(own, items[0], utterance, lexicon):
            return ()
        if quote and not told and items[0].node is None and (node := _node_told(quote, own, items[0], lexicon)):
            told = read_about(own, replace(items[0], node=node), utterance, lexicon)
        # 海塘评审会定在16号 ← 改到18号了, 开完了: what is told of a session is told of no paper
        return () if quote and _SESSION.search(quote) and not _PAPER.search(own) else told
    return ()


_CLAUSE_ENDS = late(r"[，,。；;\n]")


def _by_number_then_by_name(text: str, utterance: Utterance, lexicon: Lexicon) -> Reports | None:
    """前两个没变，渔港二期环评在公示: the items of the list first, then projects by their names; None where not so."""
    spans = lexicon.projects(text, utterance.sender) if utterance.prompt else ()
    ends = [found.end() for found in _CLAUSE_ENDS.finditer(text, 0, min(each.start for each in spans))] if spans else []
    if not ends or not (front := read_numbered(text[: ends[-1]], utterance.prompt, utterance, lexicon)):
        return None
    reading = ReportReader(text[ends[-1] :], utterance.now, utterance.sender, lexicon).read()
    named = {project for each in spans for project in each.candidates}
    kept = [each for each in front if each.project not in named]
    return Reports((*kept, *reading.reports), told=reading.told) if kept else None


def _told_by_number(text: str, answered: Sequence[Report], utterance: Utterance, lexicon: Lexicon) -> tuple[str, ...]:
    """1.前期手续还在跑 2.…: the projects of the items of which works are told though nothing of it is kept."""
    told: list[str] = []
    for item, said in unread_lines(text, utterance.prompt, answered) if utterance.prompt else ():
        whole = f"{lexicon.registry.projects[item.project].name}{said}"
        told += ReportReader(whole, utterance.now, utterance.sender, lexicon).read().told
    return tuple(dict.fromkeys(each for each in told if each not in {report.project for report in answered}))


_SESSION = late(r"(?:评审|审查|论证|听证|协调|推进|现场|调度|专题|碰头)会|例会|开标|会议|开会")


_PAPER = late(r"批|证|文件|函|办[结完好]|领|取得|下来|出来|拿到|受理|过了|通过")
_SOME = late(r"(?:那|这|有|[\d一二两三四五六七八九十]+)[户家个处栋座棵亩]|[\u4e00-\u9fff]家")
_ALL_OF_THEM = late(r"都|全|最后|清零|齐")


def _node_told(quote: str, own: str, item: PromptItem, lexicon: Lexicon) -> str | None:
    """The one node of which a quoted report tells without its name (11户剩1户没签); None where that is not one.

    张家签了 is not all of it, unless only one was left.
    """
    said = usual(normalize(readable(quote), lexicon.people_names))
    read = [each for each in ReportReader(said, _ANY_DAY, None, lexicon).read().reports if each.project == item.project]
    last = any(count.left == 1 for each in read for count in each.quantities)
    if _SOME.search(own) and not _ALL_OF_THEM.search(own) and not last:
        return None
    nodes = {each.node for each in read}
    return nodes.pop() if len(nodes) == 1 else None


_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""What a quoted message is about does not hang on the day."""


def _of_own_project(text: str, item: PromptItem, utterance: Utterance, lexicon: Lexicon) -> bool:
    """左线贯通, asked about another project's permit: what is named stands in the sender's own project alone."""
    own = [each for each in lexicon.own_projects(utterance.sender) if each != item.project]
    if not own or _names_one(text, item.project, lexicon):
        return False
    return sum(_names_one(text, project, lexicon) for project in own) == 1


def _ends_another(text: str, item: PromptItem, utterance: Utterance, lexicon: Lexicon) -> bool:
    """中标通知书发了, asked about another project's dredging: its words alone name a node elsewhere, and none there."""
    if names_nothing(text):
        return False

    def named(project: str) -> bool:
        asked = replace(item, project=project, node=None)
        return any(each.node for each in read_about(text, asked, utterance, lexicon))

    others = [each for each in lexicon.own_projects(utterance.sender) if each != item.project]
    return bool(others) and not named(item.project) and any(named(each) for each in others)


def _names_one(text: str, project: str, lexicon: Lexicon) -> bool:
    """Whether two characters of a node's name stand in a text."""
    names = [node.name for node in lexicon.registry.projects[project].nodes]
    return any(name[at : at + 2] in text for name in names for at in range(len(name) - 1))


def _read_record(said: Iterable[Said], utterance: Utterance, lexicon: Lexicon) -> Reports | Ask | Nothing:
    """Every line by whoever said it; questions and talk in between are left alone."""
    reports: list[Report] = []
    unsettled: Reports | Ask | Nothing = Nothing()
    district, asked = lexicon, frozenset[str]()
    for each in said:
        sender = _speaker(each.speaker, lexicon) if each.speaker else utterance.sender
        if is_chatter(each.text, utterance, district) or asks(each.text):
            asked = _asked_about(each.text, sender, district) or asked
            continue
        lexicon = district.settled(tuple(asked)) if len(asked) == 1 else district
        told = usual(righted(each.text).text)  # 路基改成38%, as one of several says it
        then = _said_on(each, utterance, lexicon)
        reading = ReportReader(told, then, sender, lexicon).read()
        if any(each.done_on and then.date() - each.done_on > OLDEST_END for each in reading.reports):
            # Of a year ago only because its speech is dated before it: the day at the head is not when it was said.
            then = utterance.now
            reading = ReportReader(told, then, sender, lexicon).read()
        reports += [
            report for report in _as_of(reading.reports, then.date(), utterance.now.date()) if report not in reports
        ]
        if not reading.reports and each.speaker and says_all_unchanged(each.text):
            reports += _all_as_they_were(each.speaker, sender, lexicon)
        elif not reading.reports and isinstance(unsettled, Nothing):
            unsettled = _settle(each.text, reading, utterance, lexicon)
    return Reports(tuple(reports)) if reports else unsettled


def _asked_about(text: str, sender: str | None, lexicon: Lexicon) -> frozenset[str]:
    """The projects that a speech names which asks: whoever answers it (4月6日进的场) speaks of them."""
    return frozenset(project for span in lexicon.projects(text, sender, asking=True) for project in span.candidates)


def _speaker(name: str, lexicon: Lexicon) -> str | None:
    """Whose a line is: the person's, or the one liaison's of the unit that is named."""
    if (person := lexicon.person_called(name)) is not None or name not in lexicon.unit_names:
        return person
    people = lexicon.registry.people.values()
    there = [each.id for each in people if each.unit == lexicon.unit_called(name) and each.role is Role.LIAISON]
    return there[0] if len(there) == 1 else None


def _all_as_they_were(name: str, person: str | None, lexicon: Lexicon) -> list[Report]:
    """自规局：同上周, of a unit that leads nothing: the nodes that it holds."""
    unit = lexicon.unit_called(name) or (lexicon.registry.people[person].unit if person else None)
    return [
        Report(project, node=node.id, status=Status.UNCHANGED)
        for project in (lexicon.seen_to_by(unit) if unit else ())
        for node in lexicon.registry.projects[project].nodes
        if node.unit == unit
    ]


def _said_on(said: Said, utterance: Utterance, lexicon: Lexicon) -> datetime:
    """When a speech of a pasted record was made: on the day at its head, where that is past."""
    found = find_dates(said.day, utterance.now, lexicon.registry.festivals) if said.day else ()
    day = found[0].finished() if len(found) == 1 else None
    if day is None or not timedelta(0) < utterance.now.date() - day <= OLDEST_SPEECH:
        return utterance.now
    return datetime.combine(day, utterance.now.timetz())


def _as_of(reports: Iterable[Report], then: date, today: date) -> Iterator[Report]:
    """What was told done without a day in an earlier speech was so on its day, not when it is passed on."""
    for each in reports:
        undated = each.status is Status.DONE and each.done_on is None and then != today
        yield replace(each, done_on=then) if undated else each


def _settle(text: str, reading: Reading, utterance: Utterance, lexicon: Lexicon) -> Reports | Ask | Nothing:
    """Decide between recording and asking back."""
    if reading.reports and (BARE_MEASURE.fullmatch(text) or tells_only_of_some(text)):
        return Ask(AskAbout.MEANING)
    if reading.reports and tells_only_of_sending(text) and all(report.node is None for report in reading.reports):
        return Ask(AskAbout.MEANING)
    if reading.reports and is_leader(utterance, lexicon) and all(map(_only_promises, reading.reports)):
        return Nothing()  # who leads wants it done by then, and promises nothing: 疏港公路年底通车是死命令
    if reading.reports and _is_of_another_thing(text, reading.reports, lexicon):
        return Nothing()
    if reading.reports:
        return Reports(reading.reports, told=reading.told)
    if reading.candidates:
        return Ask(AskAbout.PROJECT, tuple(sorted(reading.candidates))) if reading.unnamed else Nothing()
    if reading.unnamed and (reading.stranger or lexicon.strangers(text)):
        return Ask(AskAbout.PROJECT)
    if reading.unnamed and read_relay(text, lexicon.people_names) and not lexicon.projects(text, utterance.sender):
        return Nothing()  # a 接龙 of something else: 1. 张某 已填
    if reading.unnamed and is_leader(utterance, lexicon):
        return Nothing()  # who leads tells what is wanted of everybody: 征收工作要依法依规
    if reading.unnamed:
        own = lexicon.own_projects(utterance.sender)
        return Ask(AskAbout.MEANING if len(own) == 1 else AskAbout.PROJECT)
    if reading.unsure:
        return Nothing()
    if reading.unclear and reading.told and solves(text):
        return Nothing(reading.told)  # 二标商铺震裂了墙，已经赔付了结: nothing stands any more
    if reading.told and not reading.unclear and shares_works(_without_names(text, utterance, lexicon)):
        return Nothing(reading.told)
    if reading.unclear or tells_only_of_some(text) or (not reading.aside and tells_of_the_unsaid(text)):
        return Ask(AskAbout.MEANING)
    return Nothing(reading.told)


def _without_names(text: str, utterance: Utterance, lexicon: Lexicon) -> str:
    for span in reversed(lexicon.projects(text, utterance.sender)):
        text = text[: span.start] + text[span.end :]
    return text


def _only_promises(report: Report) -> bool:
    """Whether a report gives only the day by which, and perhaps how much of it."""
    told = report.percent is not None or report.investments or report.problems or report.needs_help or report.done_on
    return report.due_on is not None and report.status is None and not told


def _is_of_another_thing(text: str, reports: Sequence[Report], lexicon: Lexicon) -> bool:
    """医院新院门口又堵车了, 冷链车坏了: a trouble that anybody has, of what only bears the name or lies beside it."""
    told = {category for each in reports for category in each.problems}
    if told == {ProblemCategory.TRAFFIC} and JAMMED.search(text) and not HELD_UP.search(text):
        return True  # 殡仪馆昨天堵车堵得要命
    if len(text) > A_REMARK or CLAUSES.search(text):
        return False  # 三小门口路窄，渣土车进不来
    if any(replace(each, problems=(), words="") != Report(each.project) for each in reports):
        return False
    if not {category for each in reports for category in each.problems} <= ANYBODYS_TROUBLES:
        return False
    spans = lexicon.projects(text)
    return bool(spans) and all(BESIDE_IT.match(text, span.end) for span in spans)


__all__ = ["PromptItem", "read_report"]
