"""What the story's residents said about themselves, as it was released, next to the crowd's log."""

from __future__ import annotations

from engagement.consultations.equality import as_counted, is_asked_in
from storage.consultations import equality_answers
from usecases.consultations.equality import ground_in
from usecases.release import register
from usecases.world import Transaction
from wardmote.demo.released_witness import compared_of_oneself, said_of_oneself
from wardmote.demo.stage import tap_the_first
from wardmote.demo.story import Story


async def show_who_answered(story: Story) -> str:
    """The officer looks at who answered; check each number of it. Returns what they see; nothing
    where nobody was asked, or said anything."""
    service, found = story.stage.service, story.consultation
    world = service.world
    if not is_asked_in(ground_in(world), found, world.library.wards):
        return ""

    async def count(tx: Transaction) -> int:
        kept = await equality_answers.answered_with(tx, found.slug)
        return sum(bool(as_counted(one.given)) for one in kept)

    expected = [*story.expected().values()]
    counted = await service.batcher.run(count)
    story.check("people who said something about themselves", said_of_oneself(expected), counted)
    table = await service.batcher.run(lambda tx: register.equality_table(tx, found))
    story.check("a table of who answered was released", counted > 0, table is not None)
    if table is None:
        return ""
    made = compared_of_oneself(expected, table.published, world.thresholds)
    story.differences += made.differences
    agreeing = made.numbers - len(made.differences)
    story.check("released numbers of who answered that fit", made.numbers, agreeing)
    await story.officer.types("/results")
    await tap_the_first(story.officer)
    return await story.officer.taps(story.stage.words.plain("button-results-equality"))
