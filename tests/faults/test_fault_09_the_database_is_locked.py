"""Another connection locks the database: the bot waits for it, and nobody is thanked too early.

Fails without `RetriedCommit`, which retries a commit for as long as the lock lasts.
"""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from troubled import SORRY, Troubled, troubled_stage

from content.library import Library
from emulator import Phone


@pytest.fixture
async def here(buckinghamshire: Library, tmp_path: Path) -> AsyncIterator[Troubled]:
    async with troubled_stage(buckinghamshire, tmp_path) as troubled:
        yield troubled


def shown(phone: Phone, words: str) -> int:
    return sum(words in m.text for m in phone.messages if m.from_bot)


async def test_fault_09_a_short_lock_is_waited_out_and_nobody_notices(here: Troubled) -> None:
    amina = await here.hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    here.held_by_somebody(0.35)
    assert (await amina.types("3")).startswith("2 of 4.")
    assert (shown(amina.phone, SORRY), here.failed_tries) == (0, 0)


async def test_fault_09_a_long_lock_is_reported_and_then_all_is_done_once(here: Troubled) -> None:
    amina = await here.hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    here.held_by_somebody(2.5)
    amina.phone.type("3")
    await here.see(lambda: shown(amina.phone, SORRY))
    assert here.answers == 0
    assert not shown(amina.phone, "2 of 4.")
    await amina.settles()
    assert amina.question.startswith("2 of 4.")
    assert shown(amina.phone, "2 of 4.") == 1
    assert shown(amina.phone, SORRY) == 1
    assert (here.answers, here.failed_tries) == (1, 0)


async def test_fault_09_a_tap_gets_the_apology_over_the_chat(here: Troubled) -> None:
    amina = await here.hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    here.held_by_somebody(1.5)
    amina.phone.tap("3")
    await here.see(lambda: amina.toast.startswith(SORRY))
    await amina.settles()
    assert shown(amina.phone, SORRY) == 0
    assert (shown(amina.phone, "2 of 4."), here.answers) == (1, 1)


async def test_fault_09_people_who_write_meanwhile_get_an_apology_in_their_language(
    here: Troubled,
) -> None:
    amina = await here.hood.resident("Amina", "HP12 3HP")
    ola = here.stage.emulator.phone("Ola", language_code="pl")
    await amina.taps("Answer now")
    here.held_by_somebody(4.0)
    amina.phone.type("3")
    await here.see(lambda: shown(amina.phone, SORRY))
    ola.start()
    await here.see(lambda: shown(ola, "Teraz nie możemy zapisywać"))
    assert here.answers == 0
    await amina.settles()
    assert len([m for m in ola.messages if m.from_bot]) == 2
    assert (shown(amina.phone, "2 of 4."), shown(amina.phone, SORRY)) == (1, 1)


async def test_fault_09_a_second_outage_is_reported_again(here: Troubled) -> None:
    amina = await here.hood.resident("Amina", "HP12 3HP")
    for times in (1, 2):
        here.held_by_somebody(1.5)
        amina.phone.type("/mine")
        await here.see(lambda times=times: shown(amina.phone, SORRY) == times)
        await amina.settles()


async def test_fault_09_what_one_person_sends_meanwhile_keeps_its_order(here: Troubled) -> None:
    amina = await here.hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    here.held_by_somebody(1.5)
    for choice in ("1", "2", "Done", "5"):
        amina.phone.type(choice)
    await amina.settles()
    with sqlite3.connect(here.file) as db:
        found = dict(db.execute("SELECT question, value FROM answers"))
    db.close()
    assert len(found) == 3
    assert here.failed_tries == 0
