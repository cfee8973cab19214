"""kill -9 at the worst moments: what was acknowledged is there, and nobody is lost or doubled."""

import sqlite3
from datetime import UTC, datetime, timedelta

from deployment import Deployment, shows
from kill_and_look import nothing_owed

from emulator import Phone


async def test_killed_after_the_reply_it_is_said_once_more_at_most(
    deployment: Deployment,
) -> None:
    process = await deployment.runs(WARDMOTE_FAILPOINT="replied")
    amina = deployment.emulator.phone("Amina")
    amina.start()
    await deployment.died(process)
    await deployment.runs()
    amina.tap("Start")
    await deployment.see(lambda: shows(amina, "13 or over"))
    assert sum("Hello." in m.text for m in amina.messages if m.from_bot) <= 2


async def leaves_off(deployment: Deployment, minutes_away: int) -> Phone:
    """Amina is at the first question when the process dies; the database says for how long."""
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    amina.tap("Answer now")
    await deployment.see(lambda: shows(amina, "1 of 4."))
    await deployment.see(lambda: nothing_owed(deployment))
    await deployment.kill(process)
    last = datetime.now(UTC) - timedelta(minutes=minutes_away)
    with sqlite3.connect(deployment.folder / "wardmote.db") as db:
        db.execute("INSERT OR REPLACE INTO deployment VALUES ('heard', ?)", (last.isoformat(),))
        # What was stored last tells as well when the bot was there.
        db.execute("UPDATE inbox SET received_at = ?", (last.strftime("%Y-%m-%d %H:%M:%S.%f"),))
    db.close()
    await deployment.runs()
    return amina


async def test_after_a_gap_whoever_was_answering_is_asked_to_tap_again(
    deployment: Deployment,
) -> None:
    amina = await leaves_off(deployment, minutes_away=10)
    await deployment.see(lambda: shows(amina, "please tap it again here"))
    amina.tap("3")
    await deployment.see(lambda: shows(amina, "2 of 4."))


async def test_after_a_short_restart_nobody_is_bothered(deployment: Deployment) -> None:
    amina = await leaves_off(deployment, minutes_away=1)
    amina.type("/mine")
    await deployment.see(lambda: shows(amina, "haven't answered") or shows(amina, "Your answers"))
    assert not any("tap it again here" in m.text for m in amina.messages)
