"""What follows from a trouble, whatever platform has it."""

from dataclasses import dataclass

MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Never again unless it says otherwise; `retry_after` seconds; `unknown`: it may have arrived."""

    permanent: bool = True
    retry_after: float | None = None
    unknown: bool = False


AGAIN = Verdict(permanent=False)


def after(seconds: float) -> Verdict:
    """It passes, but not before."""
    return Verdict(permanent=False, retry_after=seconds)
