"""What a report tells of those whom a broadcast did or may not have reached."""

import pytest
from sqlalchemy import update
from storage_callers import settled_in
from storage_ledger import FIVE
from storage_neighbours import BOARD, PLAYGROUND, fill_ledger

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState
from storage.broadcasts import deliveries, records
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from usecases.broadcasts import progress, send_again
from usecases.people.identify import recognise


async def over(tx, theme, shown):
    """It went to five people, of whom it is not known whether they got it; its code."""
    await tx.execute(update(deliveries.deliveries).values(state=DeliveryState.UNKNOWN))
    ended = {"state": BroadcastState.SENT, "people_frozen": len(FIVE), "people_shown": shown}
    await tx.execute(update(records.broadcasts).values(theme=theme, **ended))
    return await codes.code_for(tx, CodeKind.BROADCAST, str(PLAYGROUND))


@pytest.fixture
async def here(database, world):
    await fill_ledger(database, *FIVE)
    return await settled_in(database, world)


@pytest.mark.parametrize(("theme", "more"), [(True, 2), (False, 2), (True, 0)])
async def test_the_number_is_the_same_whether_all_or_not_all_follow_the_theme(
    database, here, theme, more
):
    """P3."""
    async with database.write() as tx:
        slug = here.library.themes[0].slug if theme else None
        code = await over(tx, slug, len(FIVE) + more)
        author = await recognise(tx, here, BOARD.chat)
        known = await progress.by_code(tx, code)
        assert (await progress.progress(tx, here, known)).people.about is None
        assert (await send_again.ask(tx, here, author, code)).people.about is None
        assert (await send_again.yes(tx, here, author, code)).tally.queued == len(FIVE)


@pytest.mark.parametrize(("fewest", "tenths"), [(200, 4), (199, None), (0, None)])
async def test_how_far_it_is_shows_in_tenths_of_a_large_audience_only(
    database, here, fewest, tenths
):
    """P2. Of a few people each tenth would be somebody."""
    async with database.write() as tx:
        code = await over(tx, None, len(FIVE))
        number = {"about": 250, "least": 10, "most": 252, "fewest": fewest}
        sending = {"state": BroadcastState.SENDING, "number": number}
        await tx.execute(update(records.broadcasts).values(**sending))
        three = [neighbour.contact for neighbour in FIVE[:3]]
        waits = deliveries.deliveries.c.contact_id.in_(three)
        queued = update(deliveries.deliveries).where(waits)
        await tx.execute(queued.values(state=DeliveryState.QUEUED))
        known = await progress.by_code(tx, code)
        assert (await progress.progress(tx, here, known)).tenths == tenths


@pytest.mark.parametrize(("about", "told"), [(20, None), (25, 10)])
async def test_who_blocked_us_is_told_only_if_enough_people_are_left(database, here, about, told):
    """P2."""
    async with database.write() as tx:
        code = await over(tx, None, len(FIVE))
        number = {"about": about, "least": 10, "most": about + 2, "fewest": about - 2}
        blocked = update(deliveries.deliveries).values(state=DeliveryState.BLOCKED)
        await tx.execute(blocked)
        await tx.execute(update(records.broadcasts).values(number=number))
        known = await progress.by_code(tx, code)
        lines = (await progress.progress(tx, here, known)).lines
        assert lines["sent"].up_to
        assert (lines["gone"].least if "gone" in lines else None) == told
