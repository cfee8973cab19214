"""`wardmote consultation`, next to a running bot."""

import asyncio
import re
import signal
from datetime import UTC, datetime, timedelta

import pytest
from deployment import BOOKER, Deployment, shows, zone_of
from forked import Forked
from opened import slugs
from sqlalchemy import delete
from test_reload_and_profile import reloads
from test_safeguarding import staff_numbers

from emulator import Phone
from engagement.staff.rights import Role
from storage.consultations.steps import consultation_steps
from storage.engine.database import Database

WHICH = "local-priorities"
assert WHICH in slugs()


def there(deployment: Deployment, **later: float) -> str:
    """A moment from now on, as the council's clocks show it."""
    moment = datetime.now(UTC) + timedelta(**later)
    return f"{moment.astimezone(zone_of(deployment)):%Y-%m-%d %H:%M}"


async def nothing_approved(deployment: Deployment) -> None:
    """As after an installation: no consultation has been approved, and nothing is made up."""
    database = Database(f"sqlite+aiosqlite:///{deployment.folder / 'wardmote.db'}")
    async with database.write() as tx:
        await tx.execute(delete(consultation_steps))
    await database.close()
    path = deployment.content / "consultations" / f"{WHICH}.yaml"
    path.write_text(re.sub(r"^made_up: .*\n", "", path.read_text(), flags=re.MULTILINE))


async def test_a_file_loads_as_checked_and_opens_after_a_second_person_s_yes(
    deployment: Deployment,
) -> None:
    await nothing_approved(deployment)
    await deployment.runs()
    _, said = await deployment.command("consultation", "list")
    assert f"{WHICH}  checked  opens" in said
    assert "keeping-in-touch  checked" in said
    assert "This is made up for the demo" in said
    (ruth,) = await staff_numbers(deployment, "Ruth")
    code, said = await deployment.command("consultation", "open", "keeping-in-touch", "--by", ruth)
    assert (code, "is below it in: wardmote consultation list" in said) == (1, True), said
    dev = await deployment.with_staff(Role.OFFICER, label="Dev")
    code, said = await deployment.command("consultation", "open", WHICH, "--by", ruth)
    assert (code, "a second person is asked" in said) == (0, True)
    _, said = await deployment.command("consultation", "list")
    assert f"{WHICH}  asked" in said
    code, said = await deployment.command("consultation", "open", WHICH)
    assert (code, "waiting for a second person's approval already" in said) == (1, True)
    await deployment.see(lambda: shows(dev, "You are asked to approve this"))
    assert shows(dev, "Asked by: Ruth.")
    dev.tap("Approve")
    await deployment.see(lambda: shows(dev, "This is open."))
    _, said = await deployment.command("consultation", "list")
    assert f"{WHICH}  open" in said


async def test_a_running_bot_takes_up_what_the_command_line_decides(
    deployment: Deployment,
) -> None:
    await deployment.runs()
    (resident,) = await deployment.with_residents(1, BOOKER)
    until = there(deployment, days=5)
    code, said = await deployment.command(
        "consultation", "pause", WHICH, until, "--reason", "A word is wrong"
    )
    assert (code, "takes no answers until" in said) == (0, True), said

    async def sees(words: str) -> None:
        async with asyncio.timeout(deployment.patience):
            while not shows(resident, words):
                resident.type("/consultations")
                await asyncio.sleep(0.5)

    await sees("takes no answers just now")
    code, _ = await deployment.command("consultation", "resume", WHICH)
    assert code == 0
    await sees("What should come first in your area?")
    code, _ = await deployment.command("consultation", "extend", WHICH, there(deployment, days=30),
                                       "--reason", "People need more time")  # fmt: skip
    assert code == 0
    code, said = await deployment.command(
        "consultation", "withdraw", WHICH, "--reason", "There was a mistake"
    )
    assert code == 0
    await sees("No questions are open")
    _, said = await deployment.command("consultation", "list")
    assert f"{WHICH}  withdrawn" in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("open", "no-such"), "No consultation in force is called no-such"),
        (("open", WHICH), f"{WHICH} is open, and not paused. That can't be done now."),
        (("resume", WHICH), f"{WHICH} is open, and not paused. That can't be done now."),
        (("report", WHICH), f"{WHICH} is open, and not paused. That can't be done now."),
        (("extend", WHICH, "soon", "--reason", "x"), "can't read that as a day and a time"),
        (("extend", WHICH, "2020-01-01 17:00", "--reason", "x"), "can't read that as a day"),
        (("close", WHICH, "--reason", " "), "Please say why"),
        (("close", WHICH, "--reason", "x", "--by", "zzzz"), "has the number zzzz"),
    ],
)
async def test_what_cannot_be_decided_is_said_in_one_line(
    deployment: Deployment, words: tuple[str, ...], told: str
) -> None:
    await deployment.runs()
    code, said = await deployment.command("consultation", *words)
    assert (code, told in said) == (1, True), said


async def test_closing_early_is_a_close_like_any_other(deployment: Deployment) -> None:
    await deployment.runs()
    code, said = await deployment.command("consultation", "close", WHICH, "--reason", "Enough")
    assert (code, "is closed" in said) == (0, True)
    _, said = await deployment.command("consultation", "list")
    assert f"{WHICH}  closed" in said
    code, said = await deployment.command("consultation", "report", WHICH)
    assert (code, "Nobody has heard yet" in said) == (1, True)
    code, said = await deployment.command("consultation", "report", WHICH, "--how", "By letter")
    assert (code, "people have heard" in said) == (0, True)


async def sees_sooner(deployment: Deployment, process: Forked, phone: Phone, words: str) -> None:
    """Wait for these words, with the bot's ticks hurried as a service manager would."""
    async with asyncio.timeout(deployment.patience):
        while not shows(phone, words):
            process.send_signal(signal.SIGHUP)
            await asyncio.sleep(0.3)


async def test_an_edit_that_cancels_an_approval_is_told_to_who_edits_and_to_who_asked(
    deployment: Deployment,
) -> None:
    """Everybody went on reading that it opens by itself."""
    await nothing_approved(deployment)
    path = deployment.content / "consultations" / f"{WHICH}.yaml"
    opens = datetime.now(UTC) + timedelta(days=2)
    opens_at = f"opens_at: {opens:%Y-%m-%dT%H:%M:%S+00:00}"
    path.write_text(re.sub(r"^opens_at: .*$", opens_at, path.read_text(), flags=re.MULTILINE))
    process = await deployment.runs()
    asker = await deployment.with_staff(Role.OFFICER, label="Ruth")
    _, listed = await deployment.command("staff", "list")
    ruth = listed.split()[0]
    dev = await deployment.with_staff(Role.OFFICER, label="Dev")
    await deployment.command("consultation", "open", WHICH, "--by", ruth)
    await sees_sooner(deployment, process, dev, "You are asked to approve this")
    dev.tap("Approve")
    await sees_sooner(deployment, process, asker, "This is approved.")
    path.write_text(path.read_text().replace("What should come first", "What has to come first"))
    code, said = await reloads(deployment, process)
    assert code == 0, said
    assert f"{WHICH}: its approval, or the request for it, no longer counts" in said
    await sees_sooner(deployment, process, asker, "the approval no longer counts")
