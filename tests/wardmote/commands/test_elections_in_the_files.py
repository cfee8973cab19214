"""An election called while questions are open, and other days that the files put wrongly."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from deployment import BOOKER, Deployment

from content.library import load
from content.schema.authored import local

OPEN, ELSEWHERE = "local-priorities", "E05013140"
IS_OPEN = "is open in the hold before an election"
WAITS = "nobody is sent a message they didn't ask for, and no results are shown"
HEARS = "which is in the hold before an election"


def today(deployment: Deployment) -> date:
    """Today by the council's clock."""
    return local(datetime.now(UTC), load(deployment.content).council.timezone).date()


def hold(deployment: Deployment, *, first: int, last: int, ward: str = BOOKER) -> str:
    """An election in a ward, between two days counted from today. Returns its days in words."""
    days = [today(deployment) + timedelta(days=n) for n in (first, last)]
    path = deployment.content / "council.yaml"
    lines = (
        f"holds:\n  - from: {days[0]}\n    until: {days[1]}\n    wards: [{ward}]\n"
        "    reason: By-election\n    source: Notice of election\ncontact:\n"
    )
    path.write_text(path.read_text().replace("contact:\n", lines, 1))
    return f"{days[0]} to {days[1]}"


def put(deployment: Deployment, slug: str, **fields: str) -> None:
    """Write these fields into the file of a consultation."""
    path = deployment.content / "consultations" / f"{slug}.yaml"
    text = path.read_text()
    for name, value in fields.items():
        text = re.sub(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
    path.write_text(text)


async def checked(deployment: Deployment) -> tuple[int, str]:
    return await deployment.command("check-content", str(deployment.content))


async def test_an_election_called_while_questions_are_open_is_accepted_and_named(
    deployment: Deployment,
) -> None:
    """A by-election: the questions opened yesterday, and the hold began with yesterday."""
    await deployment.runs()
    days = hold(deployment, first=-1, last=35)
    code, said = await checked(deployment)
    assert code == 0
    assert f"Note: {OPEN} {IS_OPEN}, {days}. " in said
    assert WAITS in said
    code, said = await deployment.command("content", "reload")
    assert code == 0
    assert "the edited files are in force" in said
    assert f"{OPEN} {IS_OPEN}, {days}. " in said


async def test_the_bot_starts_again_with_such_an_election(deployment: Deployment) -> None:
    await deployment.kill(await deployment.runs())
    hold(deployment, first=-1, last=35)
    await deployment.runs()


async def test_questions_that_are_new_may_not_have_opened_in_a_hold(
    deployment: Deployment,
) -> None:
    """A day in the past would get them past the check of the files alone."""
    await deployment.runs()
    days = hold(deployment, first=-1, last=35)
    path = deployment.content / "consultations" / f"{OPEN}.yaml"
    (path.parent / "more-priorities.yaml").write_text(
        path.read_text().replace(f"slug: {OPEN}", "slug: more-priorities")
    )
    code, said = await deployment.command("content", "reload")
    assert code == 1
    assert f"more-priorities is new here, and opens in the hold before an election, {days}" in said


async def test_questions_that_open_later_may_not_open_in_a_hold(deployment: Deployment) -> None:
    hold(deployment, first=-1, last=35)
    soon = datetime.now(UTC) + timedelta(days=2)
    put(deployment, OPEN, opens_at=f"{soon:%Y-%m-%dT%H:%M:%S+00:00}")
    code, said = await checked(deployment)
    assert code == 1
    assert "opens_at: expected a day that isn't in the hold before an election" in said


@pytest.mark.parametrize(
    ("first", "last", "ward"), [(-1, 35, ELSEWHERE), (-9, -1, BOOKER), (12, 20, BOOKER)]
)
async def test_an_election_elsewhere_or_at_another_time_is_not_named(
    deployment: Deployment, first: int, last: int, ward: str
) -> None:
    hold(deployment, first=first, last=last, ward=ward)
    code, said = await checked(deployment)
    assert code == 0
    assert IS_OPEN not in said


@pytest.mark.parametrize(("last", "named"), [(39, False), (40, True), (60, True)])
async def test_people_who_would_hear_in_a_hold_are_named(
    deployment: Deployment, last: int, *, named: bool
) -> None:
    """They hear in forty days."""
    hears = today(deployment) + timedelta(days=40)
    put(deployment, OPEN, hear_by=hears.isoformat())
    days = hold(deployment, first=20, last=last)
    code, said = await checked(deployment)
    assert code == 0
    words = f"{OPEN}: people hear by {hears.day} {hears:%B %Y}, {HEARS}, {days}."
    assert (words in said) is named
    assert (HEARS in said) is named


@pytest.mark.parametrize(("day", "named"), [(0, False), (1, True), (400, True)])
@pytest.mark.parametrize("status", ["delivered", "under-way"])
async def test_a_delivery_or_a_note_of_a_day_to_come_is_named(
    deployment: Deployment, status: str, day: int, *, named: bool
) -> None:
    on = today(deployment) + timedelta(days=day)
    path = deployment.content / "plans" / "opportunity-bucks.yaml"
    note = f"status: {status}\n    notes:\n      - {{on: {on}, text: {{en: Done.}}, source: -}}"
    path.write_text(path.read_text().replace("status: under-way", note, 1))
    code, said = await checked(deployment)
    assert code == 0, said
    words = "is marked as delivered on" if status == "delivered" else "has a note of"
    assert (f" {words} {on.day} {on:%B %Y}, a day that is still to come." in said) is named


async def test_a_slip_in_the_year_of_an_election_is_named(deployment: Deployment) -> None:
    """It silenced the council for a year, and nothing said so."""
    await deployment.runs()
    hold(deployment, first=-1, last=410)
    code, said = await checked(deployment)
    assert code == 0
    assert "is 412 days long. Is the year right?" in said
    code, said = await deployment.command("content", "reload")
    assert code == 0
    assert "is 412 days long. Is the year right?" in said
    assert "hold before an election is in force until" in said
    _, said = await deployment.command("doctor")
    assert "is 412 days long. Is the year right?" in said
    assert f"in the wards {BOOKER}: nobody is sent a message they didn't ask for" in said


async def test_an_election_of_the_usual_length_is_no_slip(deployment: Deployment) -> None:
    hold(deployment, first=1, last=45)
    _, said = await checked(deployment)
    assert "days long" not in said
    assert "is in force" not in said
