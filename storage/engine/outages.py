"""Which errors are the database's trouble, and so worth another try, and which are mistakes."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from engagement.operations.database_outage import Trouble

# SQLite's primary result codes (the low eight bits), by sqlite.org/rescode.html.
_SQLITE = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_PROTOCOL: Trouble.BUSY,
    sqlite3.SQLITE_CANTOPEN: Trouble.AWAY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_IOERR: Trouble.BROKEN,
    sqlite3.SQLITE_CORRUPT: Trouble.BROKEN,
    sqlite3.SQLITE_NOTADB: Trouble.BROKEN,
}

# PostgreSQL's SQLSTATEs, the whole code before its class of two signs, by its manual's appendix A.
_POSTGRES = {
    "40001": Trouble.BUSY,  # serialization failure
    "40P01": Trouble.BUSY,  # deadlock
    "55P03": Trouble.BUSY,  # a lock was not available
    "57014": Trouble.BUSY,  # a statement was cancelled, as by a time-out
    "25006": Trouble.READ_ONLY,
    "53100": Trouble.FULL,
    "53": Trouble.BUSY,  # too many connections, out of memory
    "08": Trouble.AWAY,  # the connection
    "57": Trouble.AWAY,  # the operator stopped, stops or starts it
    "58": Trouble.BROKEN,  # its disk
    "XX": Trouble.BROKEN,
    # Somebody changed a password, or the database has another name just now: nobody's message
    # is to blame for that.
    "28": Trouble.AWAY,
    "3D": Trouble.AWAY,
}

_SYSTEM = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EIO: Trouble.BROKEN,
}


def trouble_of(error: BaseException) -> Trouble | None:
    """What trouble of the database's ``error`` tells of; None where something else is wrong.

    A mistake in a statement ("no such table") is none: repeating it would bring the same.
    """
    if isinstance(error, PoolTimeoutError):
        return Trouble.BUSY
    if isinstance(error, PendingRollbackError):
        # The statement after the one that lost the connection.
        return Trouble.AWAY
    if isinstance(error, DBAPIError):
        found = _driver_trouble(error.orig) if error.orig is not None else None
        return found or (Trouble.AWAY if error.connection_invalidated else None)
    return _driver_trouble(error)


def trouble_in_act(error: BaseException) -> Trouble | None:
    """The same for what an act raised inside a transaction that had begun.

    An act may write to a file as well (the list of the forgotten). That one is no database: what
    it raises would be raised again at every try. Only a line that was cut is the database's.
    """
    if isinstance(error, OSError) and not isinstance(error, ConnectionError | TimeoutError):
        return None
    return trouble_of(error)


_OF_CONTENT = (
    ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip


def is_of_content(error: BaseException) -> bool:
    """Whether what was to be stored is to blame: a number too large, a text that is none.

    Never a mistake in a statement or in the schema, which would be everybody's.
    """
    if isinstance(error, DBAPIError):
        # PostgreSQL's driver refuses such a value itself; its server does by class 22.
        said = error.orig.__cause__ if error.orig is not None else None
        return isinstance(said, ValueError) or str(getattr(said, "sqlstate", "")).startswith("22")
    return isinstance(error, _OF_CONTENT)


def _driver_trouble(error: BaseException) -> Trouble | None:
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str):
        return _POSTGRES.get(state) or _POSTGRES.get(state[:2])
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, Trouble.AWAY)
    return None
