"""What every life needs, loaded once: lives are forked from the process that has imported this."""

from language import tokens
from tests.outage import life

tokens.warm()
__all__ = ["life"]
