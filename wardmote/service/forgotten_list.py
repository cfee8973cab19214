"""The list of forgotten residents: random ids in a file that a restored backup cannot undo.

The file may be named by a setting, so nothing is changed in it, nor in its mode, before it is known
to be a plain file with such a list. At each start it is rewritten with one line for each contact,
role and duty.
"""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from engagement.people.outlasting import Outlasting
from usecases.people.leave import Forgotten
from wardmote.service.forgotten_lines import (
    Listed,
    is_a_list,
    latest_in,
    line_of,
    lines_of,
    parsed,
)
from wardmote.service.private_files import CannotBeWritten, put

HEAD = 4096
"""Bytes that show whether a file is such a list, before a line is added."""


def list_of(database: Path | None) -> Path:
    """The list's usual place: next to an SQLite file, else in the working folder."""
    if database is None:
        return Path("wardmote.forgotten")
    return database.with_name(database.name + ".forgotten")


def remember(path: Path, one: Forgotten) -> None:
    """Append somebody who was forgotten, and have it on the disk."""
    with _locked(path) as handle:
        _append(handle, line_of(one))


def note(path: Path, now: Callable[[], datetime], one: Outlasting) -> None:
    """Append what else a restore must not undo, and have it on the disk. Its time is always later
    than those before it, also after the clock was set back."""
    with _locked(path) as handle:
        at = max(int(now().timestamp()), latest_in(_text(handle)) + 1)
        _append(handle, line_of(one, at))


def _append(handle: int, line: str) -> None:
    """Append a line, whole or not at all."""
    size = os.fstat(handle).st_size
    torn = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
    data = (b"\n" if torn else b"") + line.encode()
    try:
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def shorten(path: Path) -> None:
    """Rewrite the list, with one line for each contact, role and duty; where no other file can
    take its place, it stays as it is. A line that another process appends meanwhile is not lost: it
    waits for the lock, and finds the new file."""
    with suppress(OSError), _locked(path) as handle:
        whole = encoded(lines_of(parsed(_text(handle))))
        if len(whole) < os.fstat(handle).st_size:
            put(path, whole)


def listed_in(path: Path) -> Listed:
    """All that is on the list, which is made if there is none.

    Raises CannotBeWritten where the list could not be appended to: better now, at a start, than
    at a resident's /forget.
    """
    try:
        with _locked(path) as handle:
            text = _text(handle)
            if not is_a_list(text):
                raise _another(path)
            if stat.S_IMODE(os.fstat(handle).st_mode) & 0o077:
                # An earlier version, or a tool, left it open to others.
                with suppress(PermissionError):
                    os.fchmod(handle, 0o600)
    except OSError as error:
        raise CannotBeWritten(
            f"The list of forgotten residents cannot be written ({error.strerror}). "
            "Set WARDMOTE_FORGOTTEN to a file that can."
        ) from None
    return parsed(text)


def copied(path: Path) -> bytes:
    """The list as it is, for a backup; nothing if there is none. Raises CannotBeWritten where
    another file has its place, and OSError."""
    if not path.exists():
        return b""
    if not path.is_file() or not is_a_list(decoded(data := path.read_bytes())):
        raise _another(path)
    return data


def trouble_with(path: Path) -> str | None:
    """Why nothing could be added to the list now; None if something could. A trial is taken back
    at once."""
    if not path.exists():
        return None if path.resolve().parent.is_dir() else "its folder is not there"
    try:
        with _locked(path) as handle:
            size = os.fstat(handle).st_size
            try:
                _append(handle, " " * HEAD + "\n")
            finally:
                os.ftruncate(handle, size)
    except CannotBeWritten:
        return "something else has its place"
    except OSError as error:
        return error.strerror or type(error).__name__
    return None


def unknown_in(path: Path) -> int:
    """How many lines of the list this version cannot read."""
    return len(parsed(decoded(copied(path))).unknown)


def number_in(path: Path) -> int:
    """How many contacts are on the list; none if there is no list. Raises what ``copied`` does."""
    return parsed(decoded(copied(path))).number


def decoded(data: bytes) -> str:
    """The text of a list. A damaged byte spoils its line alone, and is written as it was."""
    return data.decode("utf-8", "surrogateescape")


def encoded(text: str) -> bytes:
    """The bytes of a list's text."""
    return text.encode("utf-8", "surrogateescape")


def _text(handle: int, most: int | None = None) -> str:
    size = os.fstat(handle).st_size
    return decoded(os.pread(handle, size if most is None else min(size, most), 0))


def _another(path: Path) -> CannotBeWritten:
    return CannotBeWritten(
        f"{path} holds other things than the list of forgotten residents. Nothing was changed in "
        "it. Set WARDMOTE_FORGOTTEN to a file of its own."
    )


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    """The list, open for reading and appending by this process alone. Raises CannotBeWritten for
    what is no file, or another one."""
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC
    while True:
        try:
            handle = os.open(path, flags, 0o600)
        except IsADirectoryError:
            raise _another(path) from None
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _another(path)
            fcntl.flock(handle, fcntl.LOCK_EX)
            if _is_still(path, handle):
                if not is_a_list(_text(handle, HEAD)):
                    raise _another(path)
                yield handle
                return
        finally:
            os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    """Whether this open file has not been replaced by another of its name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
