"""Who may do and hear what: one table a kind of thing, asked in one place. docs/roles.md shows the same to people."""

from collections.abc import Mapping

from models.vocabulary import CommandName, Publication, Role

EVERYBODY = frozenset(Role)
OFFICE = frozenset({Role.OFFICE})
ABOVE = frozenset({Role.OFFICE, Role.LEADER, Role.SUPERVISOR})
"""The office, the leaders and the inspectors."""

MAY_COMMAND: Mapping[CommandName, frozenset[Role]] = {
    CommandName.UNDO: EVERYBODY,
    CommandName.REMIND: ABOVE,
    CommandName.PUBLISH: OFFICE,
    CommandName.CLOSE_PROBLEM: OFFICE,
    CommandName.OPEN_PROBLEM: EVERYBODY,
    CommandName.CONFIRM: EVERYBODY,
    CommandName.REJECT: EVERYBODY,
    CommandName.CHOOSE: EVERYBODY,
    CommandName.BIND: EVERYBODY,
}

MAY_ORDER: Mapping[str, frozenset[Role]] = {
    "show_draft": OFFICE,
    "hold": OFFICE,
    "publish": OFFICE,
    "replace": OFFICE,
    "insert": OFFICE,
    "delete": OFFICE,
    "sentence": OFFICE,
    "add": OFFICE,
    "move_cutoff": OFFICE,
    "move_publication": OFFICE,
    "set_proxy": OFFICE,
    "skip_week": OFFICE,
    "approve_change": OFFICE,
    "reject_change": OFFICE,
    "move_back": OFFICE,
    "spare_project": OFFICE,
    "remove_project": OFFICE,
    "restore_project": OFFICE,
    "add_alias": OFFICE,
    "set_profile": OFFICE,
    "resend": ABOVE,
    "make_draft": OFFICE,
    "take_back": OFFICE,
    "readers": OFFICE,
    "bind_group": OFFICE,
    "register_decisions": OFFICE,
    "register_meeting": OFFICE,
    "assign": OFFICE | {Role.LEADER},
    "propose_topic": OFFICE | {Role.LEADER},
    "meeting_over": OFFICE,
    "mark_done": OFFICE,
    "change_meeting": OFFICE,
    "call_topics": OFFICE,
    "escalate": OFFICE,
    "close_decision": OFFICE,
    "return_decision": OFFICE,
    "refuse_later": OFFICE,
    "apply_closing": EVERYBODY,
    "note_progress": EVERYBODY,
    "set_duty": OFFICE,
    "unbind_group": OFFICE,
    "pause_reminders": OFFICE,
    "waiting": OFFICE,
    "reopen_issue": OFFICE,
    "close_issue": OFFICE,
    "keep_week": OFFICE,
    "withdraw_bulletin": OFFICE,
    "be_silent": OFFICE,
    "end_silence": OFFICE,
    "set_liaison": OFFICE,
    "give_project": OFFICE,
    "edit_plan": OFFICE,
}
"""Orders beyond the contract's commands, by the values of `language.office_orders.OfficeOrderName`."""

REPORTS = frozenset({Role.OFFICE, Role.LIAISON, Role.OWNER})
"""Who speaks for what was done: not those who ask for it."""

SEES_BOARD = ABOVE
"""Who may have the board drawn where they ask: an answer to them, not a publication."""

SEES_MISSING = ABOVE
"""Who hears the names of units that have not reported; everybody else hears of their own unit and the numbers."""

SEES_COMPARISON = ABOVE
"""Who gets, in private, how units have reported over the weeks; nobody gets it in a group."""

SEES_PHONES = ABOVE
"""Who gets phone numbers, in private."""

SEES_RESTRICTED = ABOVE
"""Who gets, in private, what is never said in a group: accountability, petitions, disputes about stability."""


OPENS_PAGES = ABOVE
"""Who may sign in to the pages; only the office sees how it works inside: letters, imports, running."""


def may_command(role: Role, command: CommandName, what: Publication | None = None) -> bool:
    """Whether a role may give an order."""
    if command is CommandName.PUBLISH and what is Publication.COLORS:
        return role in SEES_BOARD
    return role in MAY_COMMAND[command]
