"""Which role may order what; one table, asked in one place."""

from collections.abc import Mapping

from models.vocabulary import CommandName, Publication, Role

EVERYBODY = frozenset(Role)
OFFICE = frozenset({Role.OFFICE})

MAY_COMMAND: Mapping[CommandName, frozenset[Role]] = {
    CommandName.UNDO: EVERYBODY,
    CommandName.REMIND: frozenset({Role.OFFICE, Role.LEADER, Role.SUPERVISOR}),
    CommandName.PUBLISH: OFFICE,
    CommandName.CLOSE_PROBLEM: OFFICE,
    CommandName.OPEN_PROBLEM: frozenset({Role.OFFICE, Role.LEADER, Role.SUPERVISOR, Role.LIAISON, Role.OWNER}),
    CommandName.CONFIRM: EVERYBODY,
    CommandName.REJECT: EVERYBODY,
    CommandName.CHOOSE: EVERYBODY,
    CommandName.BIND: EVERYBODY,
}


SEES_BOARD = frozenset({Role.OFFICE, Role.LEADER, Role.SUPERVISOR})
"""Who may have the board drawn where they ask: an answer to them, not a publication."""


def may_command(role: Role, command: CommandName, what: Publication | None = None) -> bool:
    """Whether a role may give an order."""
    if command is CommandName.PUBLISH and what is Publication.COLORS:
        return role in SEES_BOARD
    return role in MAY_COMMAND[command]
