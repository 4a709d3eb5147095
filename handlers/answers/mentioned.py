"""What was said of a project and stands in no plan: who won the bid, when the bids are opened, how many beds."""

from datetime import timedelta

from handlers.quoting import Quotes
from handlers.turn import Turn
from language.mentioned import asked_words, sentence_with
from language.same_matter import names_around
from language.wording import common
from language.wording.answers import mentioned as wording
from models.calendar import day_of, utc
from models.mailbox import messages_among
from models.people import unit_names
from models.report import Fact, WeeklyReport, Withdrawal

LATELY = timedelta(days=60)


async def beside(turn: Turn, project: str, told: str) -> str:
    """Where the question's own word was last said of the project, if the answer says nothing of it; else empty."""
    names = [*names_around(project, turn.lexicon), *_other_names(turn)]
    words = [word for word in asked_words(turn.plain, names) if word not in told]
    if not words:
        return ""
    since = utc(turn.now - LATELY)
    rows = WeeklyReport.filter(project_id=project, said_at__gte=since, said_at__lte=utc(turn.now))
    found = await rows.order_by("-said_at", "-id")
    texts = {each.id: each.text for each in await messages_among([row.message_id for row in found if row.message_id])}
    gone = {each.message_id for each in await Withdrawal.filter(at__lte=utc(turn.now)).only("id", "message_id")}
    quotes = await Quotes.of(turn, list(texts))
    units = await unit_names()
    for row in found:
        if row.message_id is None or row.message_id in gone:
            continue
        for word in words:
            said = sentence_with(await _own_words(row, texts), word)
            if said and (heard := quotes.words(said, row.message_id, about_people=False)):
                who = units.get(row.unit_id, "")
                return wording.last_said(word, who, common.day(day_of(row.said_at), turn.today), heard)
    return ""


def _other_names(turn: Turn) -> list[str]:
    """The project as the question calls it, and the people that it names."""
    spans = (*turn.lexicon.projects(turn.plain), *turn.lexicon.people(turn.plain))
    return [turn.plain[span.start : span.end] for span in spans]


async def _own_words(row: WeeklyReport, texts: dict[int, str]) -> str:
    """What a message tells of the project: all of it, or of several only the clauses whose facts are the project's."""
    of_all = await WeeklyReport.filter(message_id=row.message_id).only("id", "project_id")
    if {each.project_id for each in of_all} == {row.project_id}:
        return texts.get(row.message_id or 0, "")
    facts = await Fact.filter(message_id=row.message_id, project_id=row.project_id).only("id", "words")
    return "\n".join(dict.fromkeys(each.words for each in facts if each.words))
