"""Classification of errors: outages of the database, worth another try, and mistakes."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from engagement.operations.database_outage import DatabaseOutage

# SQLite's primary result codes (the low eight bits), by sqlite.org/rescode.html.
_SQLITE = {
    sqlite3.SQLITE_BUSY: DatabaseOutage.BUSY,
    sqlite3.SQLITE_LOCKED: DatabaseOutage.BUSY,
    sqlite3.SQLITE_PROTOCOL: DatabaseOutage.BUSY,
    sqlite3.SQLITE_CANTOPEN: DatabaseOutage.AWAY,
    sqlite3.SQLITE_FULL: DatabaseOutage.FULL,
    sqlite3.SQLITE_READONLY: DatabaseOutage.READ_ONLY,
    sqlite3.SQLITE_PERM: DatabaseOutage.READ_ONLY,
    sqlite3.SQLITE_IOERR: DatabaseOutage.BROKEN,
    sqlite3.SQLITE_CORRUPT: DatabaseOutage.BROKEN,
    sqlite3.SQLITE_NOTADB: DatabaseOutage.BROKEN,
}

# PostgreSQL's SQLSTATEs, by its manual's appendix A: a whole code goes before its class, the
# first two characters.
_POSTGRES = {
    "40001": DatabaseOutage.BUSY,  # serialization failure
    "40P01": DatabaseOutage.BUSY,  # deadlock
    "55P03": DatabaseOutage.BUSY,  # lock not available
    "57014": DatabaseOutage.BUSY,  # query cancelled, for example by a time-out
    "25006": DatabaseOutage.READ_ONLY,
    "53100": DatabaseOutage.FULL,
    "53": DatabaseOutage.BUSY,  # too many connections, out of memory
    "08": DatabaseOutage.AWAY,  # connection exceptions
    "57": DatabaseOutage.AWAY,  # operator intervention: shut down, shutting down or starting up
    "58": DatabaseOutage.BROKEN,  # system errors, such as its disk
    "XX": DatabaseOutage.BROKEN,
    # A password was changed, or the database has another name at the moment: no message is to
    # blame for that.
    "28": DatabaseOutage.AWAY,
    "3D": DatabaseOutage.AWAY,
}

_SYSTEM = {
    errno.ENOSPC: DatabaseOutage.FULL,
    errno.EDQUOT: DatabaseOutage.FULL,
    errno.EROFS: DatabaseOutage.READ_ONLY,
    errno.EACCES: DatabaseOutage.READ_ONLY,
    errno.EPERM: DatabaseOutage.READ_ONLY,
    errno.EIO: DatabaseOutage.BROKEN,
}

_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


def outage_of(error: BaseException) -> DatabaseOutage | None:
    """The kind of outage that ``error`` stands for; None if it isn't an outage of the database.

    A mistake in a statement ("no such table") isn't one: another try would fail the same way.
    """
    if isinstance(error, PoolTimeoutError):
        return DatabaseOutage.BUSY
    if isinstance(error, PendingRollbackError):
        # Raised for the statement after the one that lost the connection.
        return DatabaseOutage.AWAY
    if isinstance(error, DBAPIError):
        found = _driver_trouble(error.orig) if error.orig is not None else None
        return found or (DatabaseOutage.AWAY if error.connection_invalidated else None)
    return _driver_trouble(error)


def named_outage(context: ExceptionContext) -> OperationalError | None:
    """The error to raise in place of one that is an outage and has no class that says so.

    PostgreSQL's driver has none for a server that lets nobody in, such as one that is starting up.
    The new error is one of DATABASE_AWAY and has the same SQLSTATE.
    """
    error = context.sqlalchemy_exception
    if not isinstance(error, DBAPIError) or isinstance(error, OperationalError | InterfaceError):
        return None
    if error.orig is None or outage_of(error) is None:
        return None
    return OperationalError(
        error.statement,
        error.params,
        error.orig,
        hide_parameters=True,
        connection_invalidated=error.connection_invalidated,
    )


NO_SUCH_DATABASE = "3D000"
NOT_LET_IN = "28"
"""The class of SQLSTATEs for a role that does not exist, or a wrong password."""
NOT_ALLOWED = "42501"
"""SQLSTATE of a role without the privilege, such as to create tables."""


def sqlstate_of(error: BaseException) -> str:
    """What PostgreSQL said is wrong, as an SQLSTATE; empty for any other error."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(getattr(cause, "sqlstate", None) or "")


def is_damaged(error: BaseException) -> bool:
    """Whether SQLite says that the file is damaged, or no database at all."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def outage_in_act(error: BaseException) -> DatabaseOutage | None:
    """The same for an error that an act raised inside a transaction that had begun.

    An act may also write to a file (the list of forgotten contacts). Of OSErrors, only a lost
    connection, a time-out, and a disk that is full, read-only or broken count: it is waited for, as
    the database's is. Any other, such as a missing file, would be raised again at every try.
    """
    passes = isinstance(error, ConnectionError | TimeoutError)
    if isinstance(error, OSError) and not passes and not is_of_a_file(error):
        return None
    return outage_of(error)


def is_of_a_file(error: BaseException) -> bool:
    """Whether the disk of a file that an act writes is full, read-only or broken. The database's
    own disk may be another."""
    return isinstance(error, OSError) and error.errno in _OF_THE_DISK


_OF_CONTENT = (
    ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip


def is_value_to_blame(error: BaseException) -> bool:
    """Whether the value to be stored is to blame: a number too large, or text that isn't valid.

    Never a mistake in a statement or in the schema, which would affect every message.
    """
    if isinstance(error, DBAPIError):
        # PostgreSQL's driver refuses such a value with ValueError; its server with class 22.
        cause = error.orig.__cause__ if error.orig is not None else None
        return isinstance(cause, ValueError) or str(getattr(cause, "sqlstate", "")).startswith("22")
    return isinstance(error, _OF_CONTENT)


def _driver_trouble(error: BaseException) -> DatabaseOutage | None:
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str):
        return _POSTGRES.get(state) or _POSTGRES.get(state[:2])
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, DatabaseOutage.AWAY)
    return None
