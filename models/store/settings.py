"""From a database URL to the ORM's settings; SQLite paths and PostgreSQL URLs, nothing else."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

TABLES = (
    "models.people",
    "models.chat",
    "models.mailbox",
    "models.project",
    "models.report",
    "models.change",
    "models.issue",
    "models.commitment",
    "models.meeting",
    "models.draft",
    "models.dialogue",
    "models.job_run",
    "models.call_count",
    "models.call_slot",
    "models.lease",
)


class StoreError(Exception):
    """The store cannot be opened; the message says why and what to do, in Chinese."""


def is_sqlite(url: str) -> bool:
    """Whether the store is the embedded one."""
    return url.startswith("sqlite:")


def sqlite_path(url: str) -> Path:
    """The file of an embedded store."""
    return Path(url.removeprefix("sqlite://"))


def orm_settings(url: str, *, durable: bool = True, foreign_keys: bool = True) -> dict[str, Any]:
    """The ORM's settings for a URL such as sqlite://data/sanse.sqlite3 or postgres://user:password@host/name.

    `durable` false is for stores that are made for one occasion and thrown away.
    """
    connection = _sqlite(url, durable, foreign_keys) if is_sqlite(url) else _postgres(url)
    # The ORM keeps prepared statements by the connection's name: two dialects must not share one.
    name = "sqlite" if is_sqlite(url) else "postgres"
    return {
        "connections": {name: connection},
        "apps": {"models": {"models": list(TABLES), "default_connection": name, "migrations": "models.migrations"}},
        "use_tz": True,
        "timezone": "UTC",
    }


def credentials(url: str) -> dict[str, Any]:
    """What the PostgreSQL driver itself needs to connect to a URL."""
    pool_only = ("minsize", "maxsize")
    return {key: value for key, value in _postgres(url)["credentials"].items() if key not in pool_only}


def _sqlite(url: str, durable: bool, foreign_keys: bool) -> dict[str, Any]:
    return {
        "engine": "models.store.sqlite_immediate",
        "credentials": {
            "file_path": str(sqlite_path(url)),
            "journal_mode": "WAL" if durable else "MEMORY",
            "synchronous": "FULL" if durable else "OFF",
            "busy_timeout": 0,  # who waits, and where, is decided in sqlite_near
            "foreign_keys": "ON" if foreign_keys else "OFF",
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    """Credentials of a PostgreSQL URL; a `host` in the query may be the folder of a Unix socket."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql", "asyncpg"):
        raise StoreError(
            f"数据库地址的写法不认识：{parts.scheme}://…；应为 sqlite://文件 或 postgres://用户:密码@主机/库名"
        )
    query = dict(parse_qsl(parts.query))
    return {
        "engine": "tortoise.backends.asyncpg",
        "credentials": {
            "host": query.pop("host", None) or parts.hostname or "localhost",
            "port": parts.port or 5432,
            "user": unquote(parts.username or "postgres"),
            "password": unquote(parts.password) if parts.password else None,
            "database": parts.path.lstrip("/") or "postgres",
            "minsize": 1,
            "maxsize": 8,
            **query,
        },
    }


def shown_url(url: str) -> str:
    """The URL as it may be shown: without a password."""
    if is_sqlite(url):
        return str(sqlite_path(url))
    parts = urlsplit(url)
    return f"{parts.hostname or parts.scheme}{f':{parts.port}' if parts.port else ''}{parts.path}"
