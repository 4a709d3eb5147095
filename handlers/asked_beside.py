"""A liaison's report with a question at its end: what is told is recorded, what is asked is answered."""

from dataclasses import replace

from handlers.spoken_of import as_asked
from handlers.turn import Turn
from language.asked_beside import parted
from language.due_questions import asks_when_report_is_due
from language.understand import understand
from language.understanding import Nothing, Query, Report, Reports, Understanding, Utterance
from models.vocabulary import ChatKind, Role, Topic

REPORTERS = (Role.LIAISON.value, Role.OWNER.value)


def parts(turn: Turn, understood: Understanding) -> list[tuple[Turn, Understanding]]:
    """The report by itself and, where it is understood, the question by itself; none where it is not so built."""
    if turn.person is None or turn.person.role not in REPORTERS or not isinstance(understood, Reports | Query):
        return []
    if isinstance(understood, Reports) and (understood.correction or _asks_for_help(understood)):
        return []
    beside = parted(turn.plain)
    if beside is None:
        return []
    told = _read(turn, beside.told, ())
    if isinstance(told, Nothing) and (alone := _asked(turn, beside.asked, ())) and alone.projects:
        # 敬老院砌体完成七成，殡仪馆立项谁在批: what is asked of one is no fact of it
        return [(as_asked(turn, beside.told), told), (as_asked(turn, beside.asked), alone)]
    if not isinstance(told, Reports) or told.correction or not told.reports:
        return []
    projects = tuple(dict.fromkeys(each.project for each in told.reports))
    asked = _asked(turn, beside.asked, projects)
    if asked is None and isinstance(understood, Query) and not all(_is_plain(each) for each in told.reports):
        return []
    question = [(as_asked(turn, beside.asked), asked)] if asked else []
    return [(as_asked(turn, beside.told), told), *question]


def _asked(turn: Turn, words: str, projects: tuple[str, ...]) -> Query | None:
    """The question as it is read alone, of the one project that was told of where it names none."""
    if asks_when_report_is_due(words):
        return Query(Topic.HELP)
    read = _read(turn, words, ())
    if isinstance(read, Query) and (read.projects or len(projects) != 1):
        return read
    again = _read(turn, words, projects) if len(projects) == 1 else read
    if not isinstance(again, Query) or not (again.node_kinds or again.topic is Topic.CONTACT):
        return None  # 许可材料报上去了，住建啥时候能批: the plan knows no more than was told
    return replace(again, projects=projects, units=())


def _is_plain(report: Report) -> bool:
    """Whether a fact would stand by itself, whatever is asked behind it."""
    return report.status is not None or report.percent is not None or bool(report.quantities or report.investments)


def _asks_for_help(understood: Reports) -> bool:
    return any(each.needs_help for each in understood.reports)


def _read(turn: Turn, words: str, about: tuple[str, ...]) -> Understanding:
    sender = turn.person.id if turn.person else None
    return understand(Utterance(words, turn.now, ChatKind(turn.chat.kind), sender, about=about), turn.lexicon)
