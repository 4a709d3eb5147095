"""One bot for one embedded store: a second process would speak a second time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from language.wording import start as wording
from models.store.settings import StoreError, is_sqlite, sqlite_path


@contextmanager
def only_one(url: str) -> Iterator[None]:
    """Hold the store for the time of the block; raises StoreError where another bot has it."""
    if not is_sqlite(url):
        yield
        return
    path = sqlite_path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(path.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(wording.in_use(str(path))) from error
        yield
