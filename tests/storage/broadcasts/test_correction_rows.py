"""Corrections in the ledger: who had the first message without them, and who gets both in one."""

from dataclasses import replace

import pytest
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOARD,
    BOARD_MEMBER,
    NOW,
    PLAYGROUND,
    about_the_playground,
    move_in,
    take_post,
)

from engagement.broadcasts.audience import Audience
from engagement.broadcasts.bot_api_responses import Fate, Outcome
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from storage.broadcasts import audiences, corrections, records
from usecases.broadcasts import deliver
from usecases.broadcasts.deliver import Claimant

FIX, ME = PLAYGROUND + 1, Claimant(1, 7)
WHO_GOT_IT = Audience((ABBEY,), corrects=PLAYGROUND)


@pytest.fixture
async def here(database):
    """News for Amina and Ben, of whom Amina has had it, and a correction."""
    news = replace(about_the_playground(BroadcastState.SENDING), wards=(ABBEY,))
    fix = replace(news, id=FIX, kind=BroadcastKind.CORRECTION, corrects=PLAYGROUND)
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        await move_in(tx, AMINA, BEN)
        await records.add(tx, news, "On Tuesday.", NOW)
        await audiences.fill_slice(tx, PLAYGROUND, Audience((ABBEY,)), after=-1)
        await records.add(tx, fix, "On Wednesday.", NOW)
    return fix


async def claimed(database, world, most=10):
    async with database.write() as tx:
        return await deliver.claim(tx, world, ME, most, seconds=1.0)


async def arrive(database, world, parcels, fate=Fate.DONE):
    async with database.write() as tx:
        await deliver.settle_all(tx, world, [(parcel, Outcome(fate)) for parcel in parcels])


async def filled(database):
    """The contacts to whom the correction goes."""
    async with database.write() as tx:
        return await audiences.fill_slice(tx, FIX, WHO_GOT_IT, after=-1)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("fate", [Fate.DONE, Fate.UNKNOWN, None])
async def test_whoever_may_have_had_it_gets_the_correction_and_the_others_get_both(
    database, world, fate
):
    """Also where it is still on its way."""
    parcels = await claimed(database, world, most=1)
    if fate is not None:
        await arrive(database, world, parcels, fate)
    async with database.write() as tx:
        await corrections.note_corrected(tx, PLAYGROUND)
    [late] = [p for p in await claimed(database, world) if p.contact_id == BEN.contact]
    assert late.wording.text == "On Tuesday."
    assert late.wording.corrections == ("On Wednesday.",)
    assert late.edition != parcels[0].edition
    await arrive(database, world, [late])
    assert await filled(database) == AMINA.contact


@pytest.mark.usefixtures("here")
async def test_whoever_could_not_be_sent_the_message_gets_no_correction(database, world):
    await arrive(database, world, await claimed(database, world), Fate.REFUSED)
    async with database.write() as tx:
        await corrections.note_corrected(tx, PLAYGROUND)
    assert await filled(database) is None


async def test_a_correction_that_waits_for_approval_is_in_no_copy(database, world, here):
    async with database.write() as tx:
        waits = replace(here, id=FIX + 1, state=BroadcastState.AWAITING_APPROVAL)
        await records.add(tx, waits, "On Thursday.", NOW)
        found = await corrections.approved(tx, [PLAYGROUND])
    assert [(wrong, text) for wrong, _, text in found] == [(PLAYGROUND, "On Wednesday.")]
