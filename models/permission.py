"""Which role may order what; one table, asked in one place."""

from collections.abc import Mapping

from models.vocabulary import CommandName, Role

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


def may_command(role: Role, command: CommandName) -> bool:
    """Whether a role may give an order."""
    return role in MAY_COMMAND[command]
