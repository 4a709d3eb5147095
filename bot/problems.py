"""What can stop the bot from starting and the person at the screen can mend; the message is in Chinese."""


class PortTaken(Exception):
    """The address cannot be listened on."""
