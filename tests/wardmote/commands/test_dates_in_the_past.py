"""A closing date that has passed already, as with a wrong year: what reads the files says it."""

from __future__ import annotations

import asyncio
import re
import signal
from datetime import UTC, datetime, timedelta

import orjson
from deployment import Deployment, closed_by_now, shows, zone_of

OPEN = "local-priorities"
PAST = "keeping-in-touch"
CLOSED = datetime(2022, 10, 28, 16, tzinfo=UTC)
"""That of these questions."""


def closes(deployment: Deployment, slug: str, moment: datetime) -> None:
    """From now on the file has this closing, and was opened three weeks before."""
    path = deployment.content / "consultations" / f"{slug}.yaml"
    text = path.read_text()
    dates = {"opens_at": moment - timedelta(days=21), "closes_at": moment}
    for name, date in dates.items():
        line = f"{name}: {date:%Y-%m-%dT%H:%M:%S+00:00}"
        text = re.sub(rf"^{name}: .*$", line, text, flags=re.MULTILINE)
    path.write_text(text)


async def logged(deployment: Deployment) -> list[str]:
    """Start, and return the consultations of which the log warns."""
    process = await deployment.runs(WARDMOTE_LOG_FORMAT="json")
    phone = deployment.emulator.phone("Sam")
    phone.start()
    await deployment.see(lambda: shows(phone, "Hello."))
    process.send_signal(signal.SIGTERM)
    said, _ = await process.communicate()
    found = [orjson.loads(line) for line in said.splitlines() if line[:1] == b"{"]
    return [one["consultation"] for one in found if "is the year right" in one["event"]]


async def test_checking_the_files_says_which_questions_nobody_can_answer(
    deployment: Deployment,
) -> None:
    """All was good, and the questions closed the moment they were taken up."""
    code, said = await deployment.command("check-content", str(deployment.content))
    assert code == 0
    day = f"{CLOSED.astimezone(zone_of(deployment)):%-d %B %Y}"
    line = f"closed already, on {day}: nobody can answer it. Is the year right?"
    assert f"Note: {PAST} {line}" in said
    assert f"Note: {OPEN} closed" not in said


async def test_a_reload_with_a_wrong_year_says_so(deployment: Deployment) -> None:
    await deployment.runs()
    now = datetime.now(UTC)
    closes(deployment, OPEN, now - timedelta(days=365))
    code, said = await deployment.command("content", "reload")
    assert code == 0
    assert f"{OPEN} closed already, on " in said
    assert f"{OPEN} is open for 22 days, less than 28." in said
    assert PAST not in said


async def test_each_start_names_the_questions_that_were_never_open(
    deployment: Deployment,
) -> None:
    assert await logged(deployment) == [PAST]
    assert await logged(deployment) == [PAST]


async def test_questions_that_closed_after_they_were_open_are_no_mistake(
    deployment: Deployment,
) -> None:
    """Their files stay for years, and their words may be corrected."""
    await logged(deployment)
    soon = datetime.now(UTC) + timedelta(seconds=5)
    closes(deployment, OPEN, soon)
    await deployment.command("content", "reload")
    await asyncio.sleep((soon - datetime.now(UTC)).total_seconds() + 0.1)
    path = deployment.content / "consultations" / f"{OPEN}.yaml"
    path.write_text(path.read_text().replace("should come first in", "comes first in", 1))
    assert await logged(deployment) == [PAST]
    _, said = await deployment.command("check-content", str(deployment.content))
    assert f"Note: {OPEN} closed" not in said


async def test_a_date_that_is_moved_into_the_past_is_named_at_the_next_start(
    deployment: Deployment,
) -> None:
    await logged(deployment)
    closed_by_now(deployment)
    assert await logged(deployment) == [PAST, OPEN]


async def test_a_reload_says_which_edited_date_changes_nothing(deployment: Deployment) -> None:
    """An officer had it close later, and then somebody edits the close in the file: what was
    decided counts, and "the edited files are in force" was all that was said."""
    await deployment.runs()
    now = datetime.now(UTC).astimezone(zone_of(deployment))
    decided = now + timedelta(days=30)
    until = f"{decided:%Y-%m-%d} 17:00"
    code, said = await deployment.command(
        "consultation", "extend", OPEN, until, "--reason", "It rained"
    )
    assert code == 0, said
    file = deployment.content / "consultations" / f"{OPEN}.yaml"
    earlier = (now + timedelta(days=21)).replace(hour=12, minute=0, second=0, microsecond=0)
    closes = f"closes_at: {earlier.isoformat()}"
    file.write_text(re.sub(r"closes_at: .*", closes, file.read_text()))
    _, checked = await deployment.command("check-content")
    code, said = await deployment.command("content", "reload")
    assert code == 0, said
    day = f"{decided.day} {decided:%B %Y}"
    line = f"That changes nothing: by a decision of staff it closes on {day}, 17:00."
    assert f"{OPEN}: closes_at in its file is now {earlier.day} {earlier:%B %Y}" in said
    assert line in said
    assert line in checked
    _, said = await deployment.command("content", "reload")
    assert "That changes nothing" not in said, "the file is as it was"
