"""A council whose consultation has something to learn before questions, and recordings."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from company import Neighbourhood, Person
from council_changes import takes_up
from made_pictures import png

from content.library import council_directory
from content.words import Words
from emulator import Message, recording

FILE = Path(__file__).parents[1] / "data" / "consultations" / "learn-and-listen.yaml"
NAME = f"consultations/{FILE.name}"
PICTURE = png(320, 200)
SOUNDS = {"learn-en.ogg": recording(3), "learn-ur.ogg": recording(4), "trees-en.ogg": recording(5)}

TEXT, QUESTION = "The green floods most winters.", "Which trees would you plant?"
MONEY, ELSE = "money for ten trees", "What else should we know?"


def council(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """A copy of Buckinghamshire's files with the consultation, its picture and its recordings."""
    made = folder / "buckinghamshire"
    shutil.copytree(council_directory("buckinghamshire"), made)
    written = FILE.read_text("utf-8")
    for before, after in (changes or {}).items():
        assert before in written
        written = written.replace(before, after, 1)
    (made / NAME).write_text(written, "utf-8")
    (made / "green.png").write_bytes(PICTURE)
    for name, sound in SOUNDS.items():
        (made / name).write_bytes(sound)
    return made


async def asks(hood: Neighbourhood, folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """The running bot takes it up."""
    made = council(folder, changes)
    await takes_up(hood, made)
    return made


async def begins(person: Person) -> None:
    """Go to its first question."""
    await person.types("/consultations")
    await person.taps("2 ")
    await person.taps(person.labels[0])


def pictures(person: Person) -> list[Message]:
    """The pictures that this person was sent."""
    return [m for m in person.from_bot if m.image is not None]


def sounds(person: Person) -> list[Message]:
    """The recordings that this person was sent."""
    return [m for m in person.from_bot if m.voice is not None]


async def urdu_speaker(hood: Neighbourhood) -> Person:
    """A resident whose phone is in Urdu."""
    say = Words().plain
    person = hood.stranger("Sana")
    person.phone.language_code = "ur"
    await person.start()
    await person.taps(say("button-start", "ur"))
    await person.taps(say("button-yes", "ur"))
    await person.types("HP12 3HP")
    return person
