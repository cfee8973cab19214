"""What may go again to those it may not have reached, unless their number is not to be told."""

import pytest
from sqlalchemy import update
from storage_callers import settled_in
from storage_ledger import FIVE
from storage_neighbours import BOARD, PLAYGROUND, fill_ledger

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState
from engagement.errors import NothingUnknown
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


@pytest.mark.parametrize("act", [send_again.ask, send_again.yes])
async def test_a_forged_button_learns_no_number_the_report_hides(database, here, act):
    """Seven were asked about, five follow the theme: two too few to be told apart."""
    async with database.write() as tx:
        code = await over(tx, here.library.themes[0].slug, len(FIVE) + 2)
        author = await recognise(tx, here, BOARD.chat)
        known = await progress.by_code(tx, code)
        assert (await progress.progress(tx, here, known)).up_to
        with pytest.raises(NothingUnknown):
            await act(tx, here, author, code)
        assert (await deliveries.tally(tx, PLAYGROUND)).unknown == len(FIVE)


@pytest.mark.parametrize(("theme", "more"), [(False, 2), (True, 0)])
async def test_a_number_that_may_be_told_is(database, here, theme, more):
    async with database.write() as tx:
        slug = here.library.themes[0].slug if theme else None
        code = await over(tx, slug, len(FIVE) + more)
        author = await recognise(tx, here, BOARD.chat)
        assert (await send_again.ask(tx, here, author, code)).people == len(FIVE)
        assert (await send_again.yes(tx, here, author, code)).tally.queued == len(FIVE)
