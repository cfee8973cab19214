"""The disk is full, or the database is read-only: the bot never says "saved" when it is not.

Fails without `RetriedCommit`, which retries a commit for as long as the error lasts.
"""

import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from deployment import Deployment, shows
from troubled import SORRY, Troubled, troubled_stage

from content.library import Library
from emulator import Phone
from wardmote.service.metrics import Metrics
from wardmote.service.monitoring_checks import Readiness

KILOBYTE = 1024


@pytest.fixture
async def here(buckinghamshire: Library, tmp_path: Path) -> AsyncIterator[Troubled]:
    async with troubled_stage(buckinghamshire, tmp_path) as troubled:
        yield troubled


def shown(phone: Phone, words: str) -> int:
    return sum(words in m.text for m in phone.messages if m.from_bot)


async def at_the_last_question(hood: Neighbourhood) -> Person:
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    await amina.taps("3")
    await amina.taps("1")
    await amina.taps("Done")
    await amina.taps("4")
    return amina


async def test_fault_10_a_full_disk_thanks_nobody_and_loses_nothing(here: Troubled) -> None:
    amina = await at_the_last_question(here.hood)
    before = here.answers
    await here.fills_up()
    amina.phone.type("More lamps, please. " * 20)
    await here.see(lambda: shown(amina.phone, SORRY))
    assert not shown(amina.phone, "saved. Thank you")
    assert here.answers == before
    await here.gets_room()
    assert "All 4 answers are saved" in await amina.settles()
    assert (here.answers, here.failed_tries) == (before + 1, 0)
    assert (shown(amina.phone, SORRY), shown(amina.phone, "Your receipt")) == (1, 1)


async def test_fault_10_nothing_is_confirmed_to_telegram_before_it_is_on_the_disk(
    here: Troubled,
) -> None:
    amina = await at_the_last_question(here.hood)
    await here.fills_up()
    amina.phone.type("More lamps, please. " * 20)
    await here.see(lambda: shown(amina.phone, SORRY))
    assert len(here.stage.emulator.updates) > 0
    await here.gets_room()
    await amina.settles()
    assert len(here.stage.emulator.updates) == 0


async def test_fault_10_a_read_only_database_thanks_nobody(here: Troubled) -> None:
    amina = await here.hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    await here.tell("query_only = ON")
    amina.phone.tap("3")
    await here.see(lambda: amina.toast.startswith(SORRY))
    assert here.answers == 0
    await here.tell("query_only = OFF")
    await amina.settles()
    assert (shown(amina.phone, "2 of 4."), here.answers, here.failed_tries) == (1, 1, 0)


async def test_fault_10_what_was_stored_is_handled_when_there_is_room(here: Troubled) -> None:
    """The error comes after the update was stored: the use case waits, and is never set aside."""
    amina = await here.hood.resident("Amina", "HP12 3HP")
    ben = await here.hood.resident("Ben", "HP12 3HP")
    await here.tell("query_only = ON")
    for person in (amina, ben):
        person.phone.type("/mine")
    await here.see(lambda: shown(amina.phone, SORRY) and shown(ben.phone, SORRY))
    await here.tell("query_only = OFF")
    await amina.settles()
    assert "You haven't answered" in amina.sees
    assert "You haven't answered" in ben.sees
    assert here.asked("SELECT count(*) FROM inbox WHERE state <> 'done'") == 0


async def test_fault_10_a_broadcast_waits_and_goes_to_everybody_once(here: Troubled) -> None:
    people = await here.hood.residents(5, "HP12 3HP")
    member = await here.hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types("The lamps are on.")
    await here.tell("query_only = ON")
    member.phone.tap("Send to fewer than 10 people")
    await here.see(lambda: member.toast.startswith(SORRY))
    assert sum(shown(p.phone, "The lamps are on.") for p in people) == 0
    await here.tell("query_only = OFF")
    assert "Fewer than 10 arrived" in await member.settles()
    assert [shown(p.phone, "The lamps are on.") for p in people] == [1] * 5


async def test_fault_10_monitoring_says_that_nothing_can_be_saved(here: Troubled) -> None:
    amina = await at_the_last_question(here.hood)
    readiness = Readiness(here.stage.service, Metrics(), unsaved_seconds=0.2)
    assert readiness.saves
    await here.fills_up()
    amina.phone.type("More lamps, please. " * 20)
    await here.see(lambda: not readiness.saves)
    found = {check.name: check for check in await readiness.ready()}
    assert (found["saving"].good, found["database"].good) == (False, True)
    assert found["saving"].says == "Nothing can be saved. See the disk."
    assert all(check.good for check in readiness.lives())
    page = readiness.metrics.text(None, saves=readiness.saves).decode()
    assert "wardmote_saving 0.0" in page
    await here.gets_room()
    await amina.settles()
    assert readiness.saves


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("No disk can be mounted here: that needs root.")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill_up(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"-" * KILOBYTE)


@pytest.mark.long
async def test_fault_10_a_real_disk_fills_up_under_a_running_bot(
    deployment: Deployment, small_disk: Path
) -> None:
    database = small_disk / "wardmote.db"
    (deployment.folder / "wardmote.db").rename(deployment.folder / "before.db")
    database.write_bytes((deployment.folder / "before.db").read_bytes())
    url = f"sqlite+aiosqlite:///{database}"
    process = await deployment.runs(WARDMOTE_DATABASE=url)
    amina = await deployment.joins("Amina")
    amina.tap("Answer now")
    await deployment.see(lambda: shows(amina, "1 of 4."))
    fill_up(small_disk / "filler")
    amina.type("I cannot say which of these is best. " * 20)
    await deployment.see(lambda: shown(amina, SORRY))
    assert not shown(amina, "Shall we keep that as your comment?")
    _, said = await deployment.command("doctor", WARDMOTE_DATABASE=url)
    assert "nothing can be saved (full)" in said
    code, said = await deployment.command("sends", "hold", WARDMOTE_DATABASE=url)
    assert (code, "Its disk is full: make room" in said) == (1, True), said
    (small_disk / "filler").unlink()
    await deployment.see(lambda: shows(amina, "Shall we keep that as your comment?"))
    assert shown(amina, SORRY) == 1
    await deployment.kill(process)


@pytest.mark.long
async def test_fault_10_who_asks_to_be_forgotten_on_a_full_disk_is_forgotten_when_there_is_room(
    deployment: Deployment, small_disk: Path
) -> None:
    """Only the list of the forgotten is on the full disk. Its line was torn, and joined with the
    next one; and the message was set aside."""
    listed = small_disk / "forgotten"
    process = await deployment.runs(WARDMOTE_FORGOTTEN=str(listed))
    amina, bilal = await deployment.joins("Amina"), await deployment.joins("Bilal")
    with listed.open("a") as file:
        # Its last page has room for eight bytes: for half a line.
        file.write(f"1 {'x' * ((4088 - 3 - file.tell()) % 4096)}\n")
    before = listed.read_bytes()
    fill_up(small_disk / "filler")
    amina.type("/forget")
    await deployment.see(lambda: shows(amina, "Shall we forget you"))
    amina.tap("Yes, forget me")
    bilal.type("/stop")
    await deployment.see(lambda: shown(bilal, SORRY))
    _, said = await deployment.command("doctor", WARDMOTE_FORGOTTEN=str(listed))
    assert "bad  forgotten: the list cannot be written (No space" in said, said
    assert listed.read_bytes() == before
    cleo = await deployment.joins("Cleo")
    (small_disk / "filler").unlink()
    await deployment.see(lambda: shows(amina, "We've forgotten this chat"))
    await deployment.see(lambda: shows(bilal, "You've stopped"))
    assert (shown(bilal, SORRY), shown(cleo, SORRY)) == (1, 0)
    first, second = sorted(listed.read_bytes().removeprefix(before).decode().splitlines())
    assert (first.split()[0], second.isdecimal()) == ("-stopped", True)
    await deployment.kill(process)
    await deployment.runs(WARDMOTE_FORGOTTEN=str(listed))
