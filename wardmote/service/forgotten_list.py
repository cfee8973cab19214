"""The list of forgotten residents: random ids in a file that a restored backup cannot undo.

A line is an id, then the consultations whose answers were taken back, then a mark if the person's
own words were deleted. Other lines begin with a mark: who is to be forgotten at the close, who
stays after all, who has sent /stop or /start after it, and which members of staff no longer hold
their role or have a duty. At each start the list is rewritten, with one line for each of these.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from engagement.people.outlasting import (
    DutyEnded,
    DutyGiven,
    LeavesAtClose,
    Outlasted,
    Outlasting,
    RoleEnded,
    Stays,
    StoppedMessages,
    WantsMessages,
)
from usecases.people.leave import Forgotten

WITHOUT_WORDS = "-words"
"""No consultation is named so: a slug begins with a letter or a digit."""
AT_CLOSE, STAYS, ROLE_ENDED = "-at-close", "-stays", "-role-ended"
STOPPED, STARTED = "-stopped", "-started"
DUTY_ENDED, DUTY_GIVEN = "-duty-ended", "-duty-given"
"""Each begins a line, so that an earlier version, which knows only ids there, reads over it."""
MARKS: Mapping[str, Callable[[int, bool], Outlasting]] = {
    AT_CLOSE: LeavesAtClose,
    STAYS: lambda contact, _: Stays(contact),
    STOPPED: lambda contact, _: StoppedMessages(contact),
    STARTED: lambda contact, _: WantsMessages(contact),
    ROLE_ENDED: lambda staff, _: RoleEnded(staff),
}
DUTIES: Mapping[str, Callable[[int, str], Outlasting]] = {
    DUTY_ENDED: DutyEnded,
    DUTY_GIVEN: DutyGiven,
}


class CannotBeWritten(Exception):
    """A file or folder that this deployment needs cannot be written; the text says what to do."""


def list_of(database: Path | None) -> Path:
    """The list's usual place: next to an SQLite file, else in the working folder."""
    if database is None:
        return Path("wardmote.forgotten")
    return database.with_name(database.name + ".forgotten")


@dataclass(frozen=True, slots=True)
class Listed:
    """All that is on the list."""

    forgotten: frozenset[Forgotten] = frozenset()
    others: Outlasted = field(default_factory=Outlasted)

    def over(self, older: Listed) -> Listed:
        """This list, with what an older copy knows."""
        return Listed(self.forgotten | older.forgotten, self.others.over(older.others))


def lines_of(listed: Listed) -> str:
    """The list as it is written. Of a contact who is forgotten nothing else is."""
    gone = {one.contact_id for one in listed.forgotten}
    leaving = [
        Stays(contact) if words is None else LeavesAtClose(contact, words)
        for contact, words in sorted(listed.others.leaving.items())
        if contact not in gone
    ]
    stopped = [
        StoppedMessages(contact) if stops else WantsMessages(contact)
        for contact, stops in sorted(listed.others.stopped.items())
        if contact not in gone
    ]
    roles = [RoleEnded(staff) for staff in sorted(listed.others.roles)]
    duties = [
        DutyEnded(staff, duty) if ended else DutyGiven(staff, duty)
        for (staff, duty), ended in sorted(listed.others.duties.items())
    ]
    forgotten = sorted(listed.forgotten, key=lambda one: one.contact_id)
    return "".join(_line(one) for one in [*forgotten, *leaving, *stopped, *roles, *duties])


def _line(one: Forgotten | Outlasting) -> str:
    match one:
        case LeavesAtClose(contact, without_words):
            words = [AT_CLOSE, str(contact), *([WITHOUT_WORDS] if without_words else [])]
        case Stays(contact):
            words = [STAYS, str(contact)]
        case StoppedMessages(contact):
            words = [STOPPED, str(contact)]
        case WantsMessages(contact):
            words = [STARTED, str(contact)]
        case RoleEnded(staff):
            words = [ROLE_ENDED, str(staff)]
        case DutyEnded(staff, duty):
            words = [DUTY_ENDED, str(staff), duty]
        case DutyGiven(staff, duty):
            words = [DUTY_GIVEN, str(staff), duty]
        case _:
            mark = [WITHOUT_WORDS] if one.without_words else []
            words = [str(one.contact_id), *one.taken_back, *mark]
    return " ".join(words) + "\n"


def remember(path: Path, one: Forgotten | Outlasting) -> None:
    """Append one, and have it on the disk."""
    with _locked(path) as file:
        file.write(_line(one))
        file.flush()
        os.fsync(file.fileno())


def shorten(path: Path) -> None:
    """Rewrite the list, with one line for each contact, role and duty; where no other file can
    take its place, it stays as it is. A line that another process appends meanwhile is not lost: it
    waits for the lock, and finds the new file."""
    with suppress(OSError), _locked(path):
        whole = lines_of(listed_in(path))
        if len(whole.encode()) < path.stat().st_size:
            draft = path.with_name(f"{path.name}.part")
            draft.unlink(missing_ok=True)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
                new.write(whole)
                new.flush()
                os.fsync(new.fileno())
            draft.replace(path)


@contextmanager
def _locked(path: Path) -> Iterator[TextIO]:
    """The list, open for appending by this process alone."""
    while True:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a") as file:
            fcntl.flock(handle, fcntl.LOCK_EX)
            if _is_still(path, handle):
                yield file
                return


def _is_still(path: Path, handle: int) -> bool:
    """Whether this open file has not been replaced by another of its name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def listed_in(path: Path) -> Listed:
    """All that is on the list. Of one contact the last line counts.

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
    forgotten, others = set(), Outlasted()
    for line in lines:
        match line:
            case [mark, number, *rest] if mark in MARKS and number.isdecimal():
                others = others.then(MARKS[mark](int(number), WITHOUT_WORDS in rest))
            case [mark, number, duty] if mark in DUTIES and number.isdecimal():
                others = others.then(DUTIES[mark](int(number), duty))
            case [number, *rest] if number.isdecimal():
                back = tuple(word for word in rest if word != WITHOUT_WORDS)
                forgotten.add(Forgotten(int(number), back, WITHOUT_WORDS in rest))
    return Listed(frozenset(forgotten), others)
