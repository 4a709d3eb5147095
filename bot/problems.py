"""What can stop the bot from starting and the person at the screen can mend; the message is in Chinese."""


class PortTaken(Exception):
    """The address cannot be listened on."""


def outside_errors() -> tuple[type[Exception], ...]:
    """What a store out there may raise; asked for when something was raised, so that no start loads a driver for it."""
    from asyncpg import PostgresError

    return OSError, PostgresError
