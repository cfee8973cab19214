"""What may go again to those it may not have reached, unless their number is not to be told."""

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
