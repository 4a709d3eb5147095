"""What DingTalk's error codes mean for a letter: try again, when, or never."""

import re
from enum import StrEnum

from bot.platforms.base import DeliveryError
from bot.platforms.verdicts import AGAIN, MINUTE, Verdict, after
from language.wording.dingtalk import TROUBLE

_SAFE_CODE = re.compile(r"[A-Za-z0-9_.\-]{1,60}", re.ASCII)


class Trouble(StrEnum):
    """Why a letter did not go out; the office's words for each are in `language.wording.dingtalk`."""

    BUSY = "busy"
    TOO_FAST = "too_fast"
    HELD_BACK = "held_back"
    QUOTA = "quota"
    TOKEN = "token"  # noqa: S105
    SESSION_OVER = "session_over"
    WEBHOOK_GONE = "webhook_gone"
    SECURITY = "security"
    GROUP_GONE = "group_gone"
    SILENCED = "silenced"
    UNSAFE = "unsafe"
    TOO_LONG = "too_long"
    PERSON = "person"
    NOT_ALLOWED = "not_allowed"
    NETWORK_NOT_ALLOWED = "network_not_allowed"
    MEDIA = "media"
    REJECTED = "rejected"
    BANNED = "banned"
    UNREACHABLE = "unreachable"
    UNCLEAR = "unclear"
    FOREIGN = "foreign"
    NOWHERE = "nowhere"
    NOT_TAKEN_BACK = "not_taken_back"


VERDICTS: dict[Trouble, Verdict] = {
    Trouble.BUSY: AGAIN,
    Trouble.TOO_FAST: after(MINUTE),
    Trouble.HELD_BACK: after(MINUTE),  # the call was made and counts: so does the try
    Trouble.TOKEN: after(5 * MINUTE),  # the secret may be corrected meanwhile
    Trouble.SILENCED: after(30 * MINUTE),
    Trouble.NETWORK_NOT_ALLOWED: after(10 * MINUTE),
    Trouble.BANNED: after(5 * MINUTE),
    Trouble.UNREACHABLE: AGAIN,
    Trouble.UNCLEAR: Verdict(permanent=False, unknown=True),
}

# New API (`code`) and old API (`errcode`) side by side; what is not listed is decided by the HTTP status.
CODES: dict[str, Trouble] = {
    "-1": Trouble.BUSY,
    "15": Trouble.UNCLEAR,  # the gateway gave up waiting for the service behind it
    "88": Trouble.UNCLEAR,
    "1111": Trouble.BANNED,
    "send.too.fast": Trouble.TOO_FAST,
    "send.byToken.tooFast": Trouble.TOO_FAST,
    "too.many.group": Trouble.TOO_FAST,
    "too.many.people": Trouble.TOO_FAST,
    "130101": Trouble.TOO_FAST,
    "410100": Trouble.TOO_FAST,
    "302033": Trouble.TOO_FAST,
    "90002": Trouble.TOO_FAST,
    "90018": Trouble.TOO_FAST,
    "QpsLimitForApi": Trouble.TOO_FAST,
    "QpsLimitForAppkeyAndApi": Trouble.TOO_FAST,
    "90020": Trouble.QUOTA,
    "ApiCountLimitForOrg": Trouble.QUOTA,
    "40001": Trouble.TOKEN,
    "40014": Trouble.TOKEN,
    "42001": Trouble.TOKEN,
    "InvalidAuthentication": Trouble.TOKEN,
    "authFailed": Trouble.TOKEN,
    "invalidClientIdOrSecret": Trouble.TOKEN,
    "invalidParameter.robotCode.auth": Trouble.TOKEN,
    "session.expired": Trouble.SESSION_OVER,
    "session.notExisted": Trouble.SESSION_OVER,
    "300001": Trouble.WEBHOOK_GONE,
    "400101": Trouble.WEBHOOK_GONE,
    "400102": Trouble.WEBHOOK_GONE,
    "400106": Trouble.WEBHOOK_GONE,
    "310000": Trouble.SECURITY,
    "400013": Trouble.GROUP_GONE,
    "invalid.openConversationId": Trouble.GROUP_GONE,
    "group.disbanded": Trouble.GROUP_GONE,
    "resource.not.found": Trouble.GROUP_GONE,
    "bot.stopped": Trouble.GROUP_GONE,
    "bot.forbidden.sendMessage": Trouble.SILENCED,
    "contain.unsafe.url": Trouble.UNSAFE,
    "430101": Trouble.UNSAFE,
    "430102": Trouble.UNSAFE,
    "430103": Trouble.UNSAFE,
    "430104": Trouble.UNSAFE,
    "param.contentUnsafe": Trouble.UNSAFE,
    "invalidParameter.msgParam.tooLong": Trouble.TOO_LONG,
    "460101": Trouble.TOO_LONG,
    "101002": Trouble.TOO_LONG,
    "staffId.notExisted": Trouble.PERSON,
    "chatbotId.notAllow.sendOTO": Trouble.PERSON,
    "robot.oto.notExist": Trouble.PERSON,
    "33012": Trouble.PERSON,
    "40104": Trouble.PERSON,
    "60121": Trouble.PERSON,
    "50002": Trouble.PERSON,
    "AccessTokenPermissionDenied": Trouble.NOT_ALLOWED,
    "60011": Trouble.NOT_ALLOWED,
    "60020": Trouble.NETWORK_NOT_ALLOWED,
    "40004": Trouble.MEDIA,
    "40006": Trouble.MEDIA,
    "system.busy": Trouble.BUSY,
    "ServiceUnavailable": Trouble.BUSY,
}
FAMILIES = {"contain.notAllowed.": Trouble.UNSAFE}
STATUSES: dict[int, Trouble] = {
    401: Trouble.TOKEN,
    403: Trouble.NOT_ALLOWED,
    408: Trouble.BUSY,
    413: Trouble.TOO_LONG,
    429: Trouble.TOO_FAST,
    500: Trouble.BUSY,
    502: Trouble.BUSY,
    503: Trouble.BUSY,
    504: Trouble.UNCLEAR,  # DingTalk's own limit is 3 s; what it stopped waiting for may have been done
}
# Limits that pass in a moment, not in a minute.
SOON = {"QpsLimitForAppkeyAndApi": 1.0, "QpsLimitForApi": 1.0, "90018": 1.0, "90002": 1.0}
# A webhook that was called more than twenty times in a minute stays shut for ten.
SHUT = {"130101": 10 * MINUTE, "410100": 10 * MINUTE, "302033": 10 * MINUTE}


class DingTalkError(DeliveryError):
    """A letter that DingTalk did not take, with the trouble it is in."""

    def __init__(self, trouble: Trouble, code: str = "", retry_after: float | None = None) -> None:
        verdict = VERDICTS.get(trouble, Verdict())
        words = TROUBLE[trouble.value]
        super().__init__(
            f"{words}（{code}）" if code else words,
            permanent=verdict.permanent,
            retry_after=retry_after if retry_after is not None else verdict.retry_after,
            unknown=verdict.unknown,
            too_fast=trouble is Trouble.TOO_FAST,
        )
        self.trouble = trouble
        self.code = code


def _named(code: str) -> Trouble | None:
    """The trouble of a code, with or without the prefix that the gateway puts before its own."""
    short = code.removeprefix("Forbidden.AccessDenied.")
    if short in CODES:
        return CODES[short]
    return next((trouble for start, trouble in FAMILIES.items() if code.startswith(start)), None)


def judge(status: int, code: str, wait: float | None = None) -> DingTalkError:
    """The error of a definite answer: by its code, else by its HTTP status, else it was simply refused."""
    trouble = _named(code) or STATUSES.get(status)
    if trouble is None:
        trouble = Trouble.BUSY if status >= 500 or 300 <= status < 400 else Trouble.REJECTED
    short = code.removeprefix("Forbidden.AccessDenied.")
    # Codes come from outside: what does not look like one is not repeated to anybody.
    shown = code if _SAFE_CODE.fullmatch(code) else f"HTTP {status}"
    return DingTalkError(trouble, shown, wait if wait is not None else SOON.get(short, SHUT.get(short)))
