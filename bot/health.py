"""The word `health`: asks the running bot whether everything is well, for containers and monitors."""

import sys
from http.client import HTTPConnection
from pathlib import Path

from bot.words import BROKEN, settle_config
from language.wording import start as wording

SECONDS = 4.0
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - an address to compare with, nothing is opened


def run(path: Path) -> int:
    """0 where the bot answers that it is well, 1 where it does not answer or is not."""
    config = settle_config(path)
    if config is None:
        return BROKEN
    host = "127.0.0.1" if config.host in EVERYWHERE else config.host
    connection = HTTPConnection(host, config.port, timeout=SECONDS)
    try:
        connection.request("GET", "/health")
        answer = connection.getresponse()
        said = answer.read(65_536).decode("utf-8", "replace")
    except OSError:
        print(wording.NO_ANSWER, file=sys.stderr)
        return 1
    finally:
        connection.close()
    print(said)
    return 0 if answer.status == 200 else 1
