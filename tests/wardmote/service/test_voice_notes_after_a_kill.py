"""A process that is killed between the commit of a voice note and the fetching of its sound."""

import sqlite3

import pytest
from deployment import Deployment
from saved import backed_up

from emulator import Phone, Voice, recording

SOUND = recording(7)


def stored(deployment: Deployment) -> list[bytes]:
    """Every sound in the database."""
    with sqlite3.connect(deployment.folder / "wardmote.db") as db:
        return [row[0] for row in db.execute("SELECT sound FROM voice_sounds")]


async def at_own_words(deployment: Deployment, phone: Phone) -> None:
    """Go on to the question that asks for own words."""
    phone.type("/consultations")
    await deployment.see(lambda: phone.keyboard_message is not None)
    for label, then in (("Answer now", "1 of 4"), ("Skip", "2 of 4"), ("Skip", "3 of 4")):
        if label == "Answer now" and not _offers(phone, label):
            phone.tap("1")
            await deployment.see(lambda: _offers(phone, "Answer now"))
        phone.tap(label)
        await deployment.see(lambda then=then: _asks(phone, then))
    phone.tap("Skip")
    await deployment.see(lambda: _asks(phone, "4 of 4"))


def _offers(phone: Phone, label: str) -> bool:
    shown = phone.keyboard_message
    return shown is not None and any(b.text == label for row in shown.buttons for b in row)


def _asks(phone: Phone, words: str) -> bool:
    shown = phone.keyboard_message
    return shown is not None and words in shown.text


@pytest.mark.parametrize("point", ["stored", "acted", "fetched"])
async def test_a_sound_is_fetched_after_a_kill(deployment: Deployment, point: str) -> None:
    (amina,) = await deployment.with_residents(1)
    first = await deployment.runs()
    await at_own_words(deployment, amina)
    await deployment.kill(first)
    second = await deployment.runs(WARDMOTE_FAILPOINT=point)
    amina.send_voice(Voice(SOUND, 7))
    await deployment.died(second)
    assert stored(deployment) == []
    await deployment.runs()
    await deployment.see(lambda: stored(deployment) == [SOUND])
    # The reply after a crash is rendered again from what is stored: the receipt.
    await deployment.see(lambda: _offers(amina, "Change my answers"))


async def test_a_backup_brings_the_sound_back(deployment: Deployment) -> None:
    (amina,) = await deployment.with_residents(1)
    process = await deployment.runs()
    await at_own_words(deployment, amina)
    amina.send_voice(Voice(SOUND, 7))
    await deployment.see(lambda: stored(deployment) == [SOUND])
    backup = await backed_up(deployment)
    await deployment.kill(process)
    with sqlite3.connect(deployment.folder / "wardmote.db") as db:
        db.execute("DELETE FROM voice_sounds")
    code, said = await deployment.command("restore", str(backup))
    assert code == 0, said
    assert stored(deployment) == [SOUND]
