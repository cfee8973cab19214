"""Changes in a council while the bot runs: its files, boundaries, a delivered commitment."""

from __future__ import annotations

import dataclasses
import re
import shutil
from datetime import timedelta
from pathlib import Path

from company import Neighbourhood

from content.library import council_directory, load
from content.schema.plan import Commitment, CommitmentStatus, ProgressNote
from usecases.operations import reload


async def takes_up(hood: Neighbourhood, folder: Path) -> None:
    """Reload the edited files as the running bot does."""
    service = hood.stage.service
    library = load(folder)
    loaded = await service.batcher.run(lambda tx: reload.take_up(tx, service.world, library))
    service.world.renew(library, loaded)


async def closes_later(hood: Neighbourhood, tmp_path: Path) -> None:
    """The council lets the questions close two weeks later."""
    found = hood.library.consultations["local-priorities"]
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    file = folder / "consultations" / "local-priorities.yaml"
    later = (found.closes_at + timedelta(days=14)).isoformat()
    text = file.read_text()
    line = next(x for x in text.splitlines() if x.startswith("closes_at:"))
    file.write_text(text.replace(line, f"closes_at: {later}"))
    await takes_up(hood, folder)


async def moves_on(hood: Neighbourhood, folder: Path) -> None:
    council = folder / "council.yaml"
    council.write_text(council.read_text().replace("vintage: 2021", "vintage: 2025"))
    await takes_up(hood, folder)


def delivers(hood: Neighbourhood, slug: str) -> None:
    """Mark one commitment as delivered."""
    library = hood.library
    (plan,) = library.plans
    note = ProgressNote.model_validate(
        {"on": "2022-09-01", "text": "It took place.", "source": "a made-up report"}
    )

    def changed(commitment: Commitment) -> Commitment:
        if commitment.slug != slug:
            return commitment
        done = {"status": CommitmentStatus.DELIVERED, "notes": (note,)}
        return commitment.model_copy(update=done)

    commitments = tuple(changed(c) for c in plan.commitments)
    world = hood.stage.service.world
    updated = dataclasses.replace(
        library, plans=(plan.model_copy(update={"commitments": commitments}),)
    )
    world.renew(updated, world.loaded)


def leaves(folder: Path, name: str) -> None:
    """Take a ward out of the files."""
    wards = folder / "wards.yaml"
    begin, *entries = re.split(r"(?m)^(?=  - code: )", wards.read_text())
    (left,) = (entry for entry in entries if f"name: {name}\n" in entry)
    code = left.split()[2]
    wards.write_text("".join([begin, *(entry for entry in entries if entry != left)]))
    table = folder / "postcodes.csv"
    rows = table.read_text().splitlines(keepends=True)
    table.write_text("".join(row for row in rows if code not in row))
