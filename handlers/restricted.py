"""Questions about what is never spoken of in a group: a hint there, facts privately to whoever may have them."""

from handlers.turn import Turn
from language.requests import asks_for_accountability
from language.wording import common
from language.wording import overheard as wording
from models.issue import open_issues
from models.mailbox import Reply
from models.permission import SEES_RESTRICTED
from models.project import Project
from models.vocabulary import ProblemCategory, Role, Why


async def answer(turn: Turn) -> tuple[Reply, ...]:
    """By role, whatever the words: nothing of it is said where others hear it."""
    if turn.person is None or Role(turn.person.role) not in SEES_RESTRICTED:
        return (Reply(wording.restricted(sent=False)),)
    facts = Reply(wording.restricted_facts(await _facts(turn)), why=Why.RESTRICTED, private=True)
    return (Reply(wording.restricted(sent=True)), facts) if turn.chat.is_group else (facts,)


async def _facts(turn: Turn) -> list[str]:
    """Open problems about stability: number, project, when, and the words in which they were told."""
    if asks_for_accountability(turn.plain):
        return []  # of that nothing is kept here, and what is known of petitions is no answer
    named = turn.lexicon.sure_projects(turn.plain) or None
    issues = [each for each in await open_issues(turn.now, named) if ProblemCategory.STABILITY.value in each.categories]
    names = {project.id: project.name for project in await Project.all()}
    return [
        f"{each.number} {names[each.project_id]}（{common.day(each.opened_at.date(), turn.today)}）：{each.words[:60]}"
        for each in issues
    ]
