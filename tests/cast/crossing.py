"""A made-up consultation with every kind of question and branches, asked of one resident."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from company import Message, Neighbourhood, Person
from council_changes import takes_up

from content.library import council_directory

CROSSING = Path(__file__).parents[1] / "data" / "consultations" / "crossing.yaml"


async def at_the_crossing(
    hood: Neighbourhood, person: Person, folder: Path, *, changes: Mapping[str, str] | None = None
) -> Person:
    """This resident at the first question about the crossing, with ``changes`` in its file."""
    council = folder / "council"
    shutil.copytree(council_directory("buckinghamshire"), council)
    written = CROSSING.read_text("utf-8")
    for before, after in (changes or {}).items():
        assert before in written
        written = written.replace(before, after)
    (council / "consultations" / CROSSING.name).write_text(written, "utf-8")
    await takes_up(hood, council)
    await person.types("/consultations")
    await person.taps("2 A crossing")
    await person.taps("Answer now")
    return person


async def on_to(person: Person, question: str, *first: str) -> None:
    """Answer with ``first``, skipping the questions for reasons, and skip on to ``question``."""
    said = list(first)
    for _ in range(10):
        if question in person.sees:
            return
        if "Do you cross" in person.sees:
            await person.types(said.pop(0) if said else "no")
        elif said and "Why" not in person.sees:
            await person.types(said.pop(0))
        else:
            await person.types("skip")
    raise AssertionError(f"{question!r} did not come; the screen says {person.sees!r}")


async def replies(person: Person, message: Message, text: str) -> str:
    """What the bot says to ``text`` in reply to one of its messages."""
    original = {"message_id": message.message_id, "date": 1_662_400_000, "text": message.text}
    original["chat"] = {"id": person.phone.user_id, "type": "private", "first_name": "Amina"}
    person.phone.say(person.phone.chat, text, {"reply_to_message": original})
    return await person.settles()
