"""/status says by which posters people have joined, and of no few of them."""

import re
from dataclasses import replace

import pytest
from company import BOOKER, Neighbourhood

from content.schema.council import Thresholds
from engagement.staff.rights import Role
from storage.people import residents
from usecases.world import Transaction

ISOLATES = re.compile("[\u2066-\u2069\u200f]")


@pytest.mark.parametrize(
    ("language", "library", "others"),
    [
        ("english", "Joined by the poster “library”: at least 10.", "fewer than 10"),
        ("اردو", "پوسٹر ”library“ سے شامل ہوئے: کم از کم 10۔", "10 سے کم"),
    ],
)
async def test_posters_are_counted_in_tens_and_the_few_are_not_told(
    hood: Neighbourhood, language: str, library: str, others: str
) -> None:
    """Where a poster hung was kept of each who joined, and nobody ever saw how many they were."""
    admin = await hood.staff(Role.ADMINISTRATOR, label="Ada")
    await admin.types(f"/language {language}")
    before = await admin.types("/status")
    assert "library" not in before
    # It would tell of the first person if it came with them.
    assert others in ISOLATES.sub("", before)
    sam = hood.stranger()
    await sam.start(await hood.stage.poster(BOOKER, "library"))
    for word in ("Start", "Yes", "Yes, that's home"):
        await sam.taps(word)

    async def more(tx: Transaction) -> None:
        now = hood.stage.clock.now()
        for source, people in (("library", 12), ("school gate", 4)):
            for nth in range(people):
                await residents.add_resident(
                    tx, nth + 1000 * people, ward=BOOKER, vintage=2020, source=source, now=now
                )

    await hood.stage.service.batcher.run(more)
    said = "".join(
        sign
        for sign in await admin.types("/status")
        if sign not in "\u2066\u2067\u2068\u2069\u200f"
    )
    assert library in said
    assert others in said
    assert "school gate" not in said


async def test_where_five_may_be_shown_seven_are_still_fewer_than_ten(hood: Neighbourhood) -> None:
    """It said "at least 0"."""
    admin = await hood.staff(Role.ADMINISTRATOR, label="Ada")
    world = hood.stage.service.world
    council = world.library.council.model_copy(update={"thresholds": Thresholds(smallest_cell=5)})
    world.renew(replace(world.library, council=council), world.loaded)

    async def seven(tx: Transaction) -> None:
        now = hood.stage.clock.now()
        for nth in range(7):
            await residents.add_resident(
                tx, nth + 1000, ward=BOOKER, vintage=2020, source="library", now=now
            )

    await hood.stage.service.batcher.run(seven)
    said = await admin.types("/status")
    assert "library" not in said
    assert "at least 0" not in said
