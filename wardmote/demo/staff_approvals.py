"""How the story's staff open its consultations: one asks, a second person approves."""

from __future__ import annotations

from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.steering import SteeringAct
from storage.consultations import steps
from usecases.consultations.opening import readiness_of
from usecases.world import Transaction
from wardmote.demo.story import Story


async def approve_openings(story: Story) -> None:
    """The officer asks for each opening that nobody has approved; the administrator approves."""
    world = story.stage.service.world
    for slug in world.library.consultations:
        found = world.consultation(slug).consultation
        if stage(found, world.now()) is Stage.CHECKED and readiness_of(world, found).is_ready:
            await story.officer.types(f"/manage {slug}")
            await story.officer.taps("Ask a second person")
            await story.second.types(f"/manage {slug}")
            await story.second.taps("Approve")


async def check_openings(story: Story) -> None:
    """Check that each opening was approved by one member of the story's staff for another."""

    async def read(tx: Transaction) -> list[tuple[int | None, int | None]]:
        found = []
        for slug in story.stage.service.world.library.consultations:
            decided = {step.act: step.staff_id for step in await steps.steps_of(tx, slug)}
            if SteeringAct.OPENED in decided:
                pair = decided.get(SteeringAct.ASKED), decided[SteeringAct.OPENED]
                found.append(pair)
        return found

    pairs = await story.stage.service.batcher.run(read)
    by_two = [a for a, b in pairs if a is not None and b is not None and a != b]
    story.check(
        "openings asked for by one of the staff, approved by another", len(pairs), len(by_two)
    )
