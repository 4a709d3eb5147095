"""同上周: one short answer for everything that its sender has been asked this week."""

from actions.calls import open_calls
from handlers.turn import Turn
from language.all_unchanged import counts_unchanged, says_all_unchanged
from language.deferral import speaks_for_unit
from language.understanding import Ask, Nothing, Query, Report, Reports, Understanding
from models.cycle import reporting_week
from models.vocabulary import Role, Status
from models.weekly import week_state


async def widen(turn: Turn, understood: Understanding) -> Understanding:
    """Let it count for all that is still asked of the sender, beside the projects that it was understood of."""
    if turn.person is None or turn.person.role != Role.LIAISON.value or turn.person.unit_id is None:
        return understood
    if not isinstance(understood, Reports | Ask | Nothing | Query):
        return understood
    words = turn.plain
    if not says_all_unchanged(words):
        return understood
    reports = understood.reports if isinstance(understood, Reports) else ()
    known = [report for report in reports if report.status is Status.UNCHANGED]  # 本周无 names no day
    asked = await _asked(turn, whole_unit=speaks_for_unit(turn.message.text))
    if (many := counts_unchanged(words)) > len({*asked, *(report.project for report in known)}):
        of_unit = await _asked(turn, whole_unit=True)
        asked = of_unit if len(of_unit) == many else asked  # 两个项目都没变化: the colleague's, too
    for project in asked:
        if project not in {report.project for report in known}:
            known.append(Report(project=project, status=Status.UNCHANGED, words=words))
    return Reports(tuple(known)) if known else understood


async def _asked(turn: Turn, *, whole_unit: bool) -> list[str]:
    """The projects that the sender, or whom he stands in for, has yet to report on; 我局 speaks for all the unit's."""
    office = turn.office
    week = reporting_week(turn.now, office.weekly, office.calendar)
    state = await week_state(week, turn.now, office.weekly, office.calendar)
    assert turn.person is not None
    if whole_unit:
        return list(state.owed.get(turn.person.unit_id or "", ()))
    calls = await open_calls(state, turn.now, [turn.person.unit_id or ""])
    return [item.standing.project.id for call in calls if call.person.id == turn.person.id for item in call.items]
