"""The list of forgotten residents: random ids in a file that a restored backup cannot undo.

A line is an id, then the consultations whose answers were taken back, then a mark if the person's
own words were deleted.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from usecases.people.leave import Forgotten

WITHOUT_WORDS = "-words"
"""No consultation is named so: a slug begins with a letter or a digit."""


class CannotBeWritten(Exception):
    """A file or folder that this deployment needs cannot be written; the text says what to do."""


def list_of(database: Path | None) -> Path:
    """The list's usual place: next to an SQLite file, else in the working folder."""
    if database is None:
        return Path("wardmote.forgotten")
    return database.with_name(database.name + ".forgotten")


def lines_of(forgotten: Iterable[Forgotten]) -> str:
    """The list as it is written."""
    return "".join(
        " ".join(
            [
                str(one.contact_id),
                *one.taken_back,
                *([WITHOUT_WORDS] if one.without_words else []),
            ]
        )
        + "\n"
        for one in forgotten
    )


def remember_forgotten(path: Path, forgotten: Forgotten) -> None:
    """Append a contact whose link was cut, and have it on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "a") as file:
        file.write(lines_of([forgotten]))
        file.flush()
        os.fsync(file.fileno())


def forgotten_in(path: Path) -> frozenset[Forgotten]:
    """Every link that was ever cut.

    Raises CannotBeWritten where the list could not be appended to: better now, at a start, than
    at a resident's /forget.
    """
    try:
        if not path.exists():
            path.touch(mode=0o600)
        elif path.stat().st_mode & 0o077:
            # An earlier version, or a tool, left it open to others.
            with suppress(PermissionError):
                path.chmod(0o600)
        with path.open("a+") as file:
            file.seek(0)
            lines = [line.split() for line in file]
    except OSError as error:
        raise CannotBeWritten(
            f"The list of forgotten residents cannot be written ({error.strerror}). "
            "Set WARDMOTE_FORGOTTEN to a file that can."
        ) from None
    return frozenset(
        Forgotten(
            int(line[0]),
            tuple(word for word in line[1:] if word != WITHOUT_WORDS),
            WITHOUT_WORDS in line[1:],
        )
        for line in lines
        if line and line[0].isdecimal()
    )
