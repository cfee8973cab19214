"""Questions with a short form, next to those of the neighbourhood's council."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from company import Neighbourhood, Person
from council_changes import takes_up

from content.library import council_directory

FILE = Path(__file__).parents[1] / "data" / "consultations" / "two-lengths.yaml"


async def asks(hood: Neighbourhood, folder: Path, changes: Mapping[str, str] | None = None) -> None:
    """The council asks these questions, with some of the words in their file changed."""
    council = folder / "council"
    shutil.copytree(council_directory("buckinghamshire"), council)
    written = FILE.read_text("utf-8")
    for before, after in (changes or {}).items():
        assert before in written
        written = written.replace(before, after, 1)
    (council / "consultations" / FILE.name).write_text(written, "utf-8")
    await takes_up(hood, council)


async def to_the_choice(person: Person) -> None:
    """Somebody is asked how much time they have."""
    await person.types("/consultations")
    await person.taps("2 ")
    await person.taps(person.labels[0])
