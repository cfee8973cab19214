"""What changes in a council while the bot runs: files, boundaries, a commitment delivered."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from company import Neighbourhood

from content.library import load
from content.schema import Commitment, CommitmentStatus, ProgressNote
from usecases.operations import reload


async def takes_up(hood: Neighbourhood, folder: Path) -> None:
    """The edited files are taken up as the running bot does it."""
    house = hood.stage.house
    library = load(folder)
    loaded = await house.batcher.run(lambda tx: reload.take_up(tx, house.world, library))
    house.world.renew(library, loaded)


async def moves_on(hood: Neighbourhood, folder: Path) -> None:
    council = folder / "council.yaml"
    council.write_text(council.read_text().replace("vintage: 2021", "vintage: 2025"))
    await takes_up(hood, folder)


def delivers(hood: Neighbourhood, slug: str) -> None:
    """The council says that one commitment is done."""
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
    world = hood.stage.house.world
    anew = dataclasses.replace(
        library, plans=(plan.model_copy(update={"commitments": commitments}),)
    )
    world.renew(anew, world.loaded)
