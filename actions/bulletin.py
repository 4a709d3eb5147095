"""The weekly bulletin: closed at the cut-off, drafted to the office, edited, held, approved, published."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from actions.board import Line, Snapshot, board_of, take_snapshot
from actions.bulletin_text import Material, narrowed_paragraphs, paragraphs, text_for
from actions.calls import open_calls
from actions.reminder import announcements
from actions.to_office import tell_office
from documents.color_chart import draw_color_chart
from language.discretion import allowed
from language.wording import bulletin as wording
from models.calendar import Week, at, day_of, local, utc
from models.chat import Chat, bound_groups
from models.cycle import Times
from models.dialogue import PendingQuestion
from models.draft import APPROVED, HELD, PUBLISHED, WAITING, WITHDRAWN, Draft, DraftEvent
from models.exemption import PROPOSED, pairs_in
from models.mailbox import Outbox, Reply
from models.people import Person, Unit, liaisons_by_unit
from models.policy import Approval, Office, Policy
from models.refusal import NoBulletin, NoDraft, NoSuchParagraph, NoSuchWords, NotForGroups
from models.vocabulary import LetterKind, Why
from models.weekly import WeekState, week_state

WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, drawn before the transaction that posts it; `chat` is the group it is for, if one."""

    name: str
    body: bytes
    chat: Chat | None = None


async def close_week(times: Times, office: Office, now: datetime, by_hand: bool = False) -> Draft:
    """At the cut-off: draft the bulletin, and tell the office who is missing and what is unclear.

    `by_hand` where the office asks for it after the cut-off was missed: then nothing goes out by itself.
    """
    state = await week_state(times.week, now, office.weekly, office.calendar)
    text, data = await _composed(times, state, office, now)
    silent = office.weekly.approval is not Approval.REQUIRED and not by_hand
    draft = await Draft.create(
        kind=WEEKLY,
        week=str(times.week),
        text=text,
        data=data,
        created_at=utc(now),
        publish_at=utc(times.publish) if silent else None,
    )
    await note(draft, "drafted", None, now, "", text)
    if office.weekly.approval is not Approval.NONE and not by_hand:
        await _to_office(draft, times, state, office, now)
    return draft


async def _composed(times: Times, state: WeekState, office: Office, now: datetime) -> tuple[str, dict[str, Any]]:
    """The text of a week's bulletin, and what it is made from."""
    snapshot = await take_snapshot(now, office.policy)
    earlier = await last_published(times.week) or await _a_week_ago(times, office)
    material, groups = Material(state, snapshot, earlier, now), await bound_groups()
    whole = await paragraphs(material)
    text = "\n".join(line for line in whole if line)
    if not await Outbox.filter(key__startswith=f"notice/{times.week}/", chat_id__not_isnull=True).exists():
        # The notice was not posted, so what it would have announced is said here.
        text = "\n".join([text, *await announcements(times.week, office)])
    return text, {
        "snapshot": snapshot.to_json(),
        "earlier": earlier.to_json(),
        "months": [office.policy.yellow_months, office.policy.red_months],
        "scopes": {str(group.id): group.scope for group in groups},
        "narrowed": await narrowed_paragraphs(material, whole, groups, office),
    }


async def compose_again(draft: Draft, times: Times, office: Office, person: Person, now: datetime) -> Draft:
    """A draft from what is known now, in place of one that is not out or was withdrawn; it goes out on a word only."""
    before = draft.text
    state = await week_state(times.week, now, office.weekly, office.calendar)
    draft.text, draft.data = await _composed(times, state, office, now)
    draft.state, draft.publish_at, draft.created_at = HELD, None, utc(now)
    await draft.save(update_fields=["text", "data", "state", "publish_at", "created_at"])
    await note(draft, "drafted", person, now, before, draft.text)
    return draft


async def _to_office(draft: Draft, times: Times, state: WeekState, office: Office, now: datetime) -> None:
    """The draft and what surrounds it, privately to everyone of the office: any of them may act on it."""
    head = wording.closed(
        times, await _missing(state, now), office.weekly.approval, await _unclear(times), bool(draft.data["narrowed"])
    )
    words = f"{head}\n{draft.text}"
    reply = Reply(words, why=Why.DRAFT, buttons=wording.DECISIONS, context={"draft": draft.id})
    await tell_office(f"draft/{times.week}", reply, now)


async def _missing(state: WeekState, now: datetime) -> list[tuple[str, str]]:
    """(unit, why nobody there could be asked) of what is missing."""
    units = {unit.id: unit.name for unit in await Unit.filter(id__in=list(state.missing))}
    asked = {call.unit.id for call in await open_calls(state, now)}
    staffed = await liaisons_by_unit()
    checked = {unit for unit, project in await pairs_in(PROPOSED, now) if project in state.owed.get(unit, ())}
    why = {unit: wording.AWAY if unit in staffed else wording.NO_LIAISON for unit in units if unit not in asked}
    why |= {unit: wording.CHECKED for unit in why if unit in checked and unit in staffed}
    return [(units[unit], why.get(unit, "")) for unit in state.missing]


async def _unclear(times: Times) -> tuple[int, int]:
    """How many questions the bot has put and nobody has answered, and how often two units have said otherwise."""
    since = at(times.week.monday, time())
    asked = PendingQuestion.filter(asked_at__gte=utc(since), asked_at__lte=utc(times.cutoff))
    open_ones = asked.filter(kind="which_project", answered_at=None)
    conflicts = await Outbox.filter(key__startswith="conflict/", created_at__gte=utc(since)).only("id", "key")
    return await open_ones.count(), len({letter.key.rpartition("/")[0] for letter in conflicts})


async def last_published(week: Week) -> Snapshot | None:
    """What was last published before a week, with what was said in supplements."""
    draft = await Draft.filter(kind=WEEKLY, state=PUBLISHED, week__lt=str(week)).order_by("-week").first()
    if draft is None:
        return None
    snapshot, later = Snapshot.from_json(draft.data["snapshot"]), draft.data.get("supplemented", {})
    lines = (Line.from_json(later[line.project]) if line.project in later else line for line in snapshot.lines)
    return Snapshot(snapshot.as_of, tuple(lines))


async def _a_week_ago(times: Times, office: Office) -> Snapshot:
    """How things stood when the week before ended, where no bulletin has told it yet."""
    return await take_snapshot(at(times.week.monday, time()) - timedelta(microseconds=1), office.policy)


async def current_draft() -> Draft:
    """The newest weekly draft that is not published; raises NoDraft."""
    draft = await waiting_draft()
    if draft is None:
        newest = await Draft.filter(kind=WEEKLY).order_by("-week").first()
        raise NoDraft(newest.week if newest and newest.state == PUBLISHED else "")
    return draft


async def waiting_draft() -> Draft | None:
    """The newest draft that has not gone out: one that a later week's bulletin has overtaken never will."""
    draft = await Draft.filter(kind=WEEKLY, state__in=[WAITING, HELD, APPROVED]).order_by("-week").first()
    if draft and await Draft.filter(kind=WEEKLY, state=PUBLISHED, week__gt=draft.week).exists():
        return None
    return draft


async def draw_pages(draft: Draft) -> list[Picture]:
    """The pictures of a draft for each group, from what it keeps alone: the same bytes whenever they are drawn.

    Slow, and no transaction may be open around it.
    """
    pages: list[Picture] = []
    drawn: dict[tuple[str, ...], list[Picture]] = {}
    for group in await bound_groups():
        scope = tuple(draft.data["scopes"].get(str(group.id), group.scope))
        if scope not in drawn:
            drawn[scope] = await draw_again(draft, scope)
        pages += [Picture(page.name, page.body, group) for page in drawn[scope]]
    return pages


async def draft_of(week: Week) -> Draft | None:
    """The draft of a week, in whatever state."""
    return await Draft.get_or_none(kind=WEEKLY, week=str(week))


async def published_until(week: Week) -> Draft:
    """The last bulletin published of a week or an earlier one; raises NoBulletin."""
    out = Draft.filter(kind=WEEKLY, state__in=[PUBLISHED, WITHDRAWN], week__lte=str(week))
    found = await out.order_by("-week").first()
    if found is None or found.state == WITHDRAWN:
        raise NoBulletin(found.week if found else "")
    return found


async def draw_again(draft: Draft, scope: Sequence[str]) -> list[Picture]:
    """The pictures of a published bulletin once more, as they were then."""
    snapshot = Snapshot.from_json(draft.data["snapshot"])
    earlier = Snapshot.from_json(draft.data["earlier"]) if draft.data["earlier"] else None
    board = board_of(snapshot.of(scope), wording.BOARD_TITLE, tuple(draft.data["months"]), earlier)
    return [Picture(page.name, page.png) for page in await asyncio.to_thread(draw_color_chart, board)]


async def draw_now(now: datetime, scope: Sequence[str], policy: Policy) -> tuple[Picture, ...]:
    """The board as it stands, for whoever may ask; slow, and no transaction may be open around it."""
    months = (policy.yellow_months, policy.red_months)
    board = board_of((await take_snapshot(now, policy)).of(scope), wording.BOARD_TITLE, months)
    return tuple(Picture(page.name, page.png) for page in await asyncio.to_thread(draw_color_chart, board))


async def publish(
    draft: Draft, pages: list[Picture], office: Office, now: datetime, person: Person | None = None
) -> bool:
    """Post a draft to the groups, text and picture; false where it was held, or somebody was first."""
    free = Draft.filter(id=draft.id, state__in=[WAITING, APPROVED] if person is None else [WAITING, APPROVED, HELD])
    if not await free.update(
        state=PUBLISHED, published_at=utc(now), decided_by_id=person.id if person else None, decided_at=utc(now)
    ):
        return False
    draft = await Draft.get(id=draft.id)
    await note(draft, "published", person, now, draft.text, draft.text)
    again = await DraftEvent.filter(draft=draft, what=WITHDRAWN).count()
    issue = f"{draft.week}/again{again}" if again else draft.week
    for group in await bound_groups():
        text = f"{await text_for(draft, group)}\n{wording.DISCLAIMER}"
        reply = Reply(wording.corrected(text) if again else text, why=Why.SUMMARY)
        await Outbox.put(f"summary/{issue}/{group.id}/text", reply, now, chat=group)
        for number, page in enumerate((page for page in pages if page.chat and page.chat.id == group.id), 1):
            picture = Reply("", kind=LetterKind.IMAGE, why=Why.SUMMARY, name=page.name, body=page.body)
            await Outbox.put(f"summary/{issue}/{group.id}/picture/{number}", picture, now, chat=group)
    return True


async def remind_to_sign(times: Times, now: datetime) -> None:
    """The office hears once, at the hour of publication, that its draft still waits for somebody's word."""
    draft = await draft_of(times.week)
    if draft is None or draft.state not in (WAITING, HELD, APPROVED):
        return
    held = draft.decided_at if draft.state == HELD else None
    reply = Reply(wording.unsigned(draft.week, local(held) if held else None, day_of(now)), why=Why.OFFICE)
    await tell_office(f"sign/{draft.week}", reply, now)


async def hold(draft: Draft, person: Person, now: datetime) -> None:
    """Keep a draft from going out by itself."""
    if not await Draft.filter(id=draft.id, state__in=[WAITING, APPROVED]).update(
        state=HELD, decided_by_id=person.id, decided_at=utc(now)
    ):
        raise NoDraft
    await note(draft, "held", person, now, draft.text, draft.text)


async def edit(draft: Draft, number: int, words: str | None, person: Person, now: datetime) -> Draft:
    """Replace a paragraph of a draft, counted from 1, or take it out where `words` is None."""
    if words and not allowed(words, group=True):
        raise NotForGroups
    paragraphs = _paragraphs(draft, number)
    number = number if number > 0 else len(paragraphs) + 1 + number
    paragraphs[number - 1 : number] = [words] if words else []
    before, draft.text = draft.text, "\n".join(paragraphs)
    await draft.save(update_fields=["text"])
    await note(draft, "edited", person, now, before, draft.text)
    return draft


def amended(draft: Draft, number: int, old: str, new: str) -> str:
    """A paragraph of a draft, counted from 1, with some of its words put otherwise; raises where it has them not."""
    paragraph = _paragraphs(draft, number)[number - 1 if number > 0 else number]
    if old not in paragraph:
        raise NoSuchWords(number, old)
    return paragraph.replace(old, new)


def paragraph_with(draft: Draft, old: str) -> int:
    """The number of the one paragraph in which some words stand; raises where none has them, or several do."""
    found = [number for number, each in enumerate(draft.text.split("\n"), 1) if old in each]
    if len(found) != 1:
        raise NoSuchWords(0, old)
    return found[0]


def with_sentence(draft: Draft, names: Sequence[str], words: str) -> tuple[int, str]:
    """The one paragraph that has a sentence with one of some names, and what it is with other words in its place."""
    found = [
        (number, paragraph, sentence)
        for number, paragraph in enumerate(draft.text.split("\n"), 1)
        for sentence in re.findall(r"[^；。：]+[；。]?", paragraph)
        if any(name in sentence for name in names)
    ]
    if len(found) != 1:
        raise NoSuchWords(0, names[-1])
    number, paragraph, sentence = found[0]
    stop = sentence[-1] if sentence[-1] in "；。" else ""
    new = f"{words.rstrip('；。')}{stop}" if words else ""
    return number, paragraph.replace(sentence, new, 1)


def inserted(draft: Draft, number: int, words: str, *, in_front: bool) -> str:
    """A paragraph of a draft, counted from 1, with words before or behind what stands there, inside its full stop."""
    paragraph = _paragraphs(draft, number)[number - 1 if number > 0 else number]
    if in_front:
        return f"{words}{'' if words[-1] in '，。；：' else '，'}{paragraph}"
    joined = "" if words[0] in "，；、（(" else "，"
    return f"{paragraph.removesuffix('。').removesuffix('；')}{joined}{words.rstrip('，。')}。"


def _paragraphs(draft: Draft, number: int) -> list[str]:
    """The paragraphs of a draft; raises where there is none of a number, counted from 1, or from the end below 0."""
    paragraphs = draft.text.split("\n")
    if not 1 <= abs(number) <= len(paragraphs):
        raise NoSuchParagraph(number, len(paragraphs))
    return paragraphs


async def add(draft: Draft, words: str, behind: int | None, person: Person, now: datetime) -> Draft:
    """Add a paragraph behind another, before all of them where that is 0, at the end where none is named."""
    if not allowed(words, group=True):
        raise NotForGroups
    paragraphs = _paragraphs(draft, behind) if behind else draft.text.split("\n")
    place = len(paragraphs) if behind is None else behind if behind >= 0 else len(paragraphs) + 1 + behind
    before, draft.text = draft.text, "\n".join([*paragraphs[:place], words, *paragraphs[place:]])
    await draft.save(update_fields=["text"])
    await note(draft, "edited", person, now, before, draft.text)
    return draft


async def note(draft: Draft, what: str, person: Person | None, now: datetime, before: str, after: str) -> None:
    """Write down what was done to a draft, by whom, and the text before and after."""
    await DraftEvent.create(draft=draft, what=what, person=person, at=utc(now), before=before, after=after)
