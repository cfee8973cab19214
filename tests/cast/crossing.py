"""A made-up consultation with every kind of question and branches, asked of one resident."""

from __future__ import annotations

import shutil
from pathlib import Path

from company import Neighbourhood, Person
from council_changes import takes_up

from content.library import council_directory

CROSSING = Path(__file__).parents[1] / "data" / "consultations" / "crossing.yaml"


async def at_the_crossing(hood: Neighbourhood, person: Person, folder: Path) -> Person:
    """This resident at the first question about the crossing."""
    council = folder / "council"
    shutil.copytree(council_directory("buckinghamshire"), council)
    shutil.copy(CROSSING, council / "consultations")
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
