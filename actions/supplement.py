"""After publication: one line a day at most, and only if a late or corrected report changed a colour or a number."""

from datetime import datetime

from actions.board import Line, Snapshot, take_snapshot
from actions.bulletin import WEEKLY, note
from language.wording import bulletin as wording
from models.calendar import Week, day_of, utc
from models.chat import bound_groups
from models.draft import PUBLISHED, Draft
from models.mailbox import Outbox, Reply
from models.people import Unit
from models.policy import Office
from models.report import Fact, Withdrawal
from models.vocabulary import Why
from models.weekly import reports_for

LATE, ADDED, CORRECTED, WITHDRAWN = "迟报", "补充", "更正", "撤回"


async def post_supplement(office: Office, now: datetime) -> None:
    """Tell the groups what of the last bulletin is otherwise now; silence where nothing is."""
    draft = await Draft.filter(kind=WEEKLY).order_by("-week").first()
    if draft is None or draft.state != PUBLISHED or draft.published_at is None or draft.published_at > now:
        return
    touched = await _touched(draft, office, now)
    if not touched:
        return
    told = {line.project: line for line in Snapshot.from_json(draft.data["snapshot"]).lines}
    told |= {project: Line.from_json(data) for project, data in draft.data.get("supplemented", {}).items()}
    as_of = Snapshot.from_json(draft.data["snapshot"]).as_of
    changed = [
        (told[line.project], line)
        for line in (await take_snapshot(now, office.policy, colors_on=as_of)).lines
        if line.project in touched and line.project in told and _figures(line) != _figures(told[line.project])
    ]
    if changed:
        await _post(draft, changed, touched, now)


def _figures(line: Line) -> tuple[object, ...]:
    """What of a project the bulletin states as colour or number."""
    return (line.color, line.percent, line.invested_wan)


Touched = dict[str, list[tuple[str, str, datetime]]]


async def _touched(draft: Draft, office: Office, now: datetime) -> Touched:
    """Projects of which something of the bulletin's week was said or taken back since: by (unit, how, when) each."""
    found: Touched = {}

    def note_of(project: str, unit: str | None, how: str, when: datetime) -> None:
        """Each unit once, by what it did last."""
        others = [each for each in found.get(project, []) if each[0] != (unit or "")]
        found[project] = [*others, (unit or "", how, when)]

    gone = {each.message_id for each in await Withdrawal.all()}
    since = draft.created_at
    week = Week.parse(draft.week)
    rows = await reports_for(week, now, office.weekly, office.calendar)
    in_time = {(row.unit_id, row.project_id) for row in rows if row.on_time}
    for row in (row for row in rows if row.said_at > since):
        # A unit that had reported and says more is not late.
        note_of(row.project_id, row.unit_id, ADDED if (row.unit_id, row.project_id) in in_time else LATE, row.said_at)
    for fact in await Fact.filter(correction=True, said_at__gt=since).order_by("id"):
        own = Fact.filter(project_id=fact.project_id, node_id=fact.node_id, key=fact.key, id__lt=fact.id)
        before = await own.order_by("-said_at", "-id").first()
        # A correction of what was said after the bulletin corrects the next one.
        if fact.message_id not in gone and (before is None or before.said_at <= since):
            note_of(fact.project_id, fact.unit_id, CORRECTED, fact.said_at)
    for taken in await Withdrawal.filter(at__gt=since).prefetch_related("message"):
        if taken.message.sent_at <= since:
            for fact in await Fact.filter(message_id=taken.message_id):
                note_of(fact.project_id, fact.unit_id, WITHDRAWN, taken.at)
    return found


def _since(by: list[tuple[str, str, datetime]], told_at: str | None) -> list[tuple[str, str, datetime]]:
    """Who said it since a supplement told of the project last; all of them where nobody did."""
    return [each for each in by if told_at is None or each[2] > datetime.fromisoformat(told_at)] or by


async def _post(draft: Draft, changed: list[tuple[Line, Line]], touched: Touched, now: datetime) -> None:
    units = {unit.id: unit.name for unit in await Unit.all()}
    today = day_of(now)
    posted, told_at = "", draft.data.get("supplemented_at", {})
    by = {line.project: _since(touched[line.project], told_at.get(line.project)) for _, line in changed}
    for group in await bound_groups():
        lines = [
            wording.Changed(line.name, before.color, line.color, before.percent, line.percent,
                            before.invested_wan, line.invested_wan,
                            [(units.get(unit, ""), how) for unit, how, _ in by[line.project]])
            for before, line in changed
            if group.covers(line.project)
        ]  # fmt: skip
        if lines:
            posted = wording.supplement(draft.week, lines)
            reply = Reply(posted, why=Why.SUPPLEMENT)
            await Outbox.put(f"supplement/{today}/{group.id}", reply, now, chat=group)
    draft.data["supplemented"] = draft.data.get("supplemented", {}) | {
        line.project: line.to_json() for _, line in changed
    }
    draft.data["supplemented_at"] = told_at | {line.project: utc(now).isoformat() for _, line in changed}
    await draft.save(update_fields=["data"])
    await note(draft, "supplemented", None, now, "", posted)
