"""The lines of the list of forgotten residents: how they are read and written.

A line is an id, then the consultations whose answers were taken back, then a mark if the person's
own words were deleted. Other lines begin with a mark: who is to be forgotten at the close, who
stays after all, who has sent /stop or /start after it, which members of staff no longer hold their
role or have a duty, who has had deleted what they had said of themselves, and which results were
released. They end with the time, by which two copies of the list are merged. What this version
doesn't understand is kept as it is: a later version may have
written it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from engagement.people.outlasting import (
    DutyEnded,
    DutyGiven,
    EqualityStopped,
    LeavesAtClose,
    Noted,
    Outlasted,
    Outlasting,
    ResultsReleased,
    RoleEnded,
    Stays,
    StoppedMessages,
    WantsMessages,
)
from usecases.people.leave import Forgotten

T = TypeVar("T")

WITHOUT_WORDS = "-words"
"""No consultation is named so: a slug begins with a letter or a digit."""
AT_CLOSE, STAYS, ROLE_ENDED = "-at-close", "-stays", "-role-ended"
STOPPED, STARTED = "-stopped", "-started"
DUTY_ENDED, DUTY_GIVEN = "-duty-ended", "-duty-given"
EQUALITY = "-equality"
RELEASED = "-released"
"""Each begins a line, so that an earlier version, which knows only ids there, reads over it."""
MARKS: Mapping[str, Callable[[int, bool], Outlasting]] = {
    AT_CLOSE: LeavesAtClose,
    STAYS: lambda contact, _: Stays(contact),
    STOPPED: lambda contact, _: StoppedMessages(contact),
    STARTED: lambda contact, _: WantsMessages(contact),
    ROLE_ENDED: lambda staff, _: RoleEnded(staff),
    EQUALITY: lambda contact, _: EqualityStopped(contact),
}
DUTIES: Mapping[str, Callable[[int, str], Outlasting]] = {
    DUTY_ENDED: DutyEnded,
    DUTY_GIVEN: DutyGiven,
}
ID = re.compile(r"[0-9]{1,19}")
LARGEST_ID = (1 << 63) - 1
"""What fits a column of the database."""
TIME = re.compile(r"@([0-9]{1,12})")
BLANK = " \t\r\n\0"
"""After a crash a file may end with zeros."""
OF_A_LIST = re.compile(r"[0-9]+(\s|$)|-[a-z]")
"""How a line of any version begins, even one that was damaged further on."""


@dataclass(frozen=True, slots=True)
class Listed:
    """All that is on the list. ``unknown`` are the lines that this version cannot read."""

    forgotten: frozenset[Forgotten] = frozenset()
    others: Outlasted = field(default_factory=Outlasted)
    unknown: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How many contacts have been forgotten."""
        return len({one.contact_id for one in self.forgotten})

    def merged(self, other: Listed) -> Listed:
        """This list, with what another copy knows."""
        unknown = dict.fromkeys((*self.unknown, *other.unknown))
        return Listed(
            self.forgotten | other.forgotten, self.others.merged(other.others), tuple(unknown)
        )


def parsed(text: str) -> Listed:
    """All that is on the list. Of one contact the last line counts."""
    forgotten, others, unknown = set(), Outlasted(), []
    for line in _lines(text):
        one, at = _read(line)
        match one:
            case None:
                unknown.append(line)
            case Forgotten():
                forgotten.add(one)
            case _:
                others = others.then(one, at)
    return Listed(frozenset(forgotten), others, tuple(unknown))


def is_a_list(text: str) -> bool:
    """Whether this is such a list, perhaps a damaged one, and no other file."""
    lines = [*_lines(text)]
    return 2 * sum(OF_A_LIST.match(line) is not None for line in lines) >= len(lines)


def latest_in(text: str) -> int:
    """The latest time in the list; 0 if there is none."""
    return max((int(time) for time in TIME.findall(text)), default=0)


def _lines(text: str) -> Iterator[str]:
    return (found for line in text.split("\n") if (found := line.strip(BLANK)))


def _read(line: str) -> tuple[Forgotten | Outlasting | None, int]:
    """What a line says, and of what time; None for one that this version cannot read."""
    words, at = line.split(), 0
    if (time := TIME.fullmatch(words[-1])) is not None:
        words, at = words[:-1], int(time[1])
    match words:
        case [mark, number, *rest] if mark in MARKS and _is_id(number):
            return MARKS[mark](int(number), WITHOUT_WORDS in rest), at
        case [mark, number, duty] if mark in DUTIES and _is_id(number):
            return DUTIES[mark](int(number), duty), at
        case [mark, number, slug, entry] if mark == RELEASED and _is_id(number):
            return ResultsReleased(slug, int(number), entry), at
        case [number, *rest] if _is_id(number):
            back = tuple(word for word in rest if word != WITHOUT_WORDS)
            return Forgotten(int(number), back, WITHOUT_WORDS in rest), at
    return None, at


def _is_id(word: str) -> bool:
    return ID.fullmatch(word) is not None and int(word) <= LARGEST_ID


def lines_of(listed: Listed) -> str:
    """The list as it is written. Of a contact who is forgotten nothing else is."""
    gone = {one.contact_id for one in listed.forgotten}
    others = listed.others
    forgotten = sorted(listed.forgotten, key=lambda one: one.contact_id)
    leaving = [
        line_of(Stays(contact) if words is None else LeavesAtClose(contact, words), at)
        for contact, words, at in _by_contact(others.leaving)
        if contact not in gone
    ]
    stopped = [
        line_of(StoppedMessages(contact) if stops else WantsMessages(contact), at)
        for contact, stops, at in _by_contact(others.stopped)
        if contact not in gone
    ]
    roles = [line_of(RoleEnded(staff)) for staff in sorted(others.roles)]
    duties = [
        line_of(DutyEnded(staff, duty) if noted.what else DutyGiven(staff, duty), noted.at)
        for (staff, duty), noted in sorted(others.duties.items(), key=lambda item: item[0])
    ]
    equality = [
        line_of(EqualityStopped(contact), at)
        for contact, _, at in _by_contact(others.equality)
        if contact not in gone
    ]
    released = [
        line_of(ResultsReleased(slug, number, noted.what), noted.at)
        for (slug, number), noted in sorted(others.released.items(), key=lambda item: item[0])
    ]
    unknown = [f"{line}\n" for line in listed.unknown]
    known = [*map(line_of, forgotten), *leaving, *stopped, *roles, *duties, *equality, *released]
    return "".join([*known, *unknown])


def _by_contact(noted: Mapping[int, Noted[T]]) -> Iterator[tuple[int, T, int]]:
    return ((contact, noted[contact].what, noted[contact].at) for contact in sorted(noted))


def line_of(one: Forgotten | Outlasting, at: int = 0) -> str:
    """One line of the list, with its end."""
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
        case EqualityStopped(contact):
            words = [EQUALITY, str(contact)]
        case ResultsReleased(slug, number, entry):
            words = [RELEASED, str(number), slug, entry]
        case _:
            mark = [WITHOUT_WORDS] if one.without_words else []
            words = [str(one.contact_id), *one.taken_back, *mark]
    return " ".join([*words, *([f"@{at}"] if at else [])]) + "\n"
