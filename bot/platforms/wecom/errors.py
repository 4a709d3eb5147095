"""What WeChat Work's error codes mean for a letter: try again, when, or never."""

from enum import StrEnum

from bot.platforms.base import DeliveryError
from bot.platforms.verdicts import AGAIN, MINUTE, Verdict, after
from language.wording.wecom import TROUBLE


class Trouble(StrEnum):
    """Why a letter did not go out; the office's words for each are in `language.wording.wecom`."""

    BUSY = "busy"
    CONFLICT = "conflict"
    TOO_FAST = "too_fast"
    TOKEN = "token"  # noqa: S105
    SECRET = "secret"  # noqa: S105
    BOT_SECRET = "bot_secret"  # noqa: S105
    REPLY_OVER = "reply_over"
    WEBHOOK_GONE = "webhook_gone"
    GROUP_GONE = "group_gone"
    NEVER_MET = "never_met"
    TOO_LONG = "too_long"
    PERSON = "person"
    NOT_ALLOWED = "not_allowed"
    DISABLED = "disabled"
    NETWORK_NOT_ALLOWED = "network_not_allowed"
    MEDIA = "media"
    MEDIA_OVER = "media_over"
    REJECTED = "rejected"
    UNREACHABLE = "unreachable"
    UNCLEAR = "unclear"
    FOREIGN = "foreign"
    NOWHERE = "nowhere"
    OFFLINE = "offline"
    KICKED = "kicked"


VERDICTS: dict[Trouble, Verdict] = {
    Trouble.BUSY: AGAIN,
    Trouble.CONFLICT: AGAIN,
    Trouble.TOO_FAST: after(MINUTE),
    Trouble.TOKEN: after(MINUTE),
    Trouble.SECRET: after(5 * MINUTE),  # it may be corrected meanwhile
    Trouble.BOT_SECRET: after(5 * MINUTE),
    Trouble.DISABLED: after(30 * MINUTE),
    Trouble.NETWORK_NOT_ALLOWED: after(10 * MINUTE),
    Trouble.UNREACHABLE: AGAIN,
    Trouble.OFFLINE: after(5.0),
    Trouble.KICKED: after(5 * MINUTE),
    Trouble.UNCLEAR: Verdict(permanent=False, unknown=True),
}

CODES: dict[int, Trouble] = {
    -1: Trouble.BUSY,
    6000: Trouble.CONFLICT,
    40001: Trouble.SECRET,
    40091: Trouble.SECRET,
    40013: Trouble.SECRET,
    40014: Trouble.TOKEN,
    41001: Trouble.TOKEN,
    42001: Trouble.TOKEN,
    853000: Trouble.BOT_SECRET,
    846605: Trouble.REPLY_OVER,
    846608: Trouble.REPLY_OVER,
    40003: Trouble.PERSON,
    60111: Trouble.PERSON,
    46004: Trouble.PERSON,
    60011: Trouble.PERSON,
    60021: Trouble.PERSON,
    81013: Trouble.PERSON,
    82001: Trouble.PERSON,
    40125: Trouble.PERSON,
    40007: Trouble.MEDIA_OVER,
    40009: Trouble.MEDIA,
    40123: Trouble.MEDIA,
    44001: Trouble.MEDIA,
    45001: Trouble.MEDIA,
    93018: Trouble.MEDIA,
    45002: Trouble.TOO_LONG,
    45009: Trouble.TOO_FAST,
    45033: Trouble.BUSY,
    40056: Trouble.NOT_ALLOWED,
    301002: Trouble.NOT_ALLOWED,
    48002: Trouble.NOT_ALLOWED,
    48009: Trouble.NOT_ALLOWED,
    50003: Trouble.DISABLED,
    60020: Trouble.NETWORK_NOT_ALLOWED,
    93000: Trouble.WEBHOOK_GONE,
    93004: Trouble.WEBHOOK_GONE,
    93019: Trouble.WEBHOOK_GONE,
    93001: Trouble.GROUP_GONE,
    93006: Trouble.NEVER_MET,
    93008: Trouble.GROUP_GONE,
    86001: Trouble.GROUP_GONE,
    86003: Trouble.GROUP_GONE,
    86008: Trouble.GROUP_GONE,
}
# Limits that pass in a moment, not in a minute.
SOON = {45033: 2.0, 6000: 1.0}


class WeComError(DeliveryError):
    """A letter that WeChat Work did not take, with the trouble it is in."""

    def __init__(self, trouble: Trouble, code: int | str = "", retry_after: float | None = None) -> None:
        verdict = VERDICTS.get(trouble, Verdict())
        words = TROUBLE[trouble.value]
        super().__init__(
            f"{words}（{code}）" if code != "" else words,
            permanent=verdict.permanent,
            retry_after=retry_after if retry_after is not None else verdict.retry_after,
            unknown=verdict.unknown,
            too_fast=trouble is Trouble.TOO_FAST,
        )
        self.trouble = trouble
        self.code = code


def judge(code: int) -> WeComError:
    """The error of a definite answer; what no list knows was simply refused. The answer's words are never matched."""
    return WeComError(CODES.get(code, Trouble.REJECTED), code, SOON.get(code))


def judge_status(status: int, wait: float | None = None) -> WeComError:
    """The error of an answer without a code: what a gateway in between says."""
    shown = f"HTTP {status}"
    if status == 429:
        return WeComError(Trouble.TOO_FAST, shown, wait)
    if status in (200, 504):
        return WeComError(Trouble.UNCLEAR, shown)  # it may have been done
    if status in (401, 403, 404, 413):
        return WeComError(Trouble.REJECTED, shown)
    return WeComError(Trouble.BUSY, shown, wait)
