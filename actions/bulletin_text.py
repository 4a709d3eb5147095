"""What a bulletin says in words: for everybody, and what of it a group that is for some projects only is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from actions.board import Snapshot
from language.wording import bulletin as wording
from models.chat import Chat
from models.commitment import overdue
from models.draft import Draft
from models.issue import open_issues
from models.policy import Office
from models.project import Project
from models.standing import standings
from models.vocabulary import UNSPOKEN
from models.weekly import WeekState, week_state


@dataclass(frozen=True, slots=True)
class Material:
    """What the paragraphs of a week are written from."""

    state: WeekState
    snapshot: Snapshot
    earlier: Snapshot | None
    now: datetime

    async def narrowed(self, scope: Sequence[str], office: Office) -> "Material":
        """The same for the projects of a group."""
        state = await week_state(self.state.week, self.now, office.weekly, office.calendar, scope)
        return Material(state, self.snapshot.of(scope), self.earlier, self.now)


async def paragraphs(material: Material) -> list[str]:
    """Conclusion, changes, problems, what falls due next week: each in its place, empty where there is nothing."""
    snapshot, following = material.snapshot, material.state.week.next
    names = {line.project: line.name for line in snapshot.lines}
    issues = [
        wording.Problem(issue.number, names[issue.project_id], tuple(issue.categories), issue.needs_help)
        for issue in await open_issues(material.now)
        if issue.project_id in names and UNSPOKEN not in issue.categories
    ]
    due = [
        wording.DueNode(standing.project.name, node.name, node.planned)
        for standing in (await standings(material.now)).values()
        for node in standing.open_nodes()
        if standing.project.id in names and node.planned and following.monday <= node.planned <= following.sunday
    ]
    broken = [
        wording.Promise(names[each.project_id], each.node.name if each.node else "", each.due_on)
        for each in await overdue(material.now)
        if each.project_id in names and each.due_on
    ]
    moves = [
        wording.Moved(move.line.name, move.before, move.line.color, move.line.node, move.line.planned)
        for move in snapshot.moves_since(material.earlier)
    ]
    counts = wording.Counts(snapshot.as_of, {color: len(snapshot.of_color(color)) for color in wording.COLORS})
    return wording.weekly(material.state.week, counts, moves, issues, due, material.state, broken)


async def narrowed_paragraphs(
    material: Material, whole: Sequence[str], groups: Sequence[Chat], office: Office
) -> dict[str, dict[str, str]]:
    """For each group of some projects: what stands there in the place of each paragraph of the whole."""
    found = {}
    for group in groups:
        if group.scope:
            own = await paragraphs(await material.narrowed(group.scope, office))
            found[str(group.id)] = dict(zip(whole, own, strict=True))
    return found


async def text_for(draft: Draft, group: Chat) -> str:
    """A bulletin as a group may read it.

    The office's own words go to a group of some projects only where they name no other project.
    """
    if not group.scope:
        return draft.text
    own = draft.data.get("narrowed", {}).get(str(group.id), {})
    others = [
        name
        for project in await Project.filter(active=True)
        if project.id not in group.scope
        for name in (project.name, *project.aliases)
    ]
    told = [
        own[line] if line in own else "" if any(name in line for name in others) else line
        for line in draft.text.split("\n")
    ]
    return "\n".join(line for line in told if line)
