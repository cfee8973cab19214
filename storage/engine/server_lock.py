"""PostgreSQL's lock that lets only one process write: each writing connection takes it first."""

from __future__ import annotations

import secrets
from contextlib import closing
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

ADVISORY_LOCK = 8_780_111
"""The key of our advisory lock in a PostgreSQL database; any number that others don't use."""
_TAKE = f"SELECT pg_try_advisory_lock({ADVISORY_LOCK})"
_NAME = "SELECT set_config('application_name', '{name}', false)"
_END_OUR_OWN = f"""
SELECT pg_terminate_backend(activity.pid)
FROM pg_locks JOIN pg_stat_activity AS activity USING (pid)
WHERE pg_locks.locktype = 'advisory' AND pg_locks.granted
    AND pg_locks.classid = 0 AND pg_locks.objid = {ADVISORY_LOCK}
    AND activity.datname = current_database()
    AND activity.application_name = '{{name}}' AND activity.pid <> pg_backend_pid()
"""  # noqa: S608 (our own number and name)


class LockTaken(ConnectionError):
    """Another connection holds the lock, so this one may not write. It counts as an outage: what
    was to be written is tried again until the lock is ours, or until the process ends."""


class ServerLock:
    """The lock of one process. It belongs to a session: PostgreSQL releases it with the connection,
    even if the process was killed or the server restarted."""

    def __init__(self) -> None:
        self.wanted = False
        self.times_taken = 0
        self._name = f"wardmote {secrets.token_hex(8)}"

    def on_connect(self, connection: Any, _record: object) -> None:
        """Take the lock for a new connection, where it is wanted. Raises LockTaken."""
        if not self.wanted:
            return
        try:
            self._take(connection)
        except BaseException:
            connection.close()
            raise
        self.times_taken += 1

    def _take(self, connection: Any) -> None:
        with closing(connection.cursor()) as cursor:
            cursor.execute(_NAME.format(name=self._name))
            cursor.execute(_TAKE)
            if cursor.fetchone()[0]:
                connection.commit()
                return
            # After a cut line the server may still keep our own former connection.
            cursor.execute(_END_OUR_OWN.format(name=self._name))
        connection.commit()
        raise LockTaken


async def touch(tx: AsyncConnection) -> None:
    """Use the connection, so that a lost one is noticed and replaced."""
    await tx.exec_driver_sql("SELECT 1")
