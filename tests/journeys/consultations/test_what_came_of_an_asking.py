"""Who asked that a consultation opens hears what comes of it, also when a colleague is quicker."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from unopened import real, unopened

from content.library import Library

AGAIN = "declined it the last time"


@pytest.fixture
async def here(buckinghamshire: Library, tmp_path: Path) -> AsyncIterator[Neighbourhood]:
    async with unopened(real(buckinghamshire), tmp_path) as hood:
        yield hood


@pytest.fixture
async def ruth(here: Neighbourhood) -> Person:
    return await here.officer("Ruth")


@pytest.fixture
async def dev(here: Neighbourhood) -> Person:
    return await here.officer("Dev")


async def asks(here: Neighbourhood, officer: Person) -> None:
    await officer.types("/manage")
    await officer.taps("1 ")
    await officer.taps("Ask a second person")
    await notices(here)


async def notices(here: Neighbourhood) -> None:
    """Let a minute's work be done: notices to staff leave then."""
    await here.stage.until(here.stage.clock.now() + timedelta(hours=1, minutes=1))


async def takes_back(officer: Person) -> None:
    await officer.types("/manage")
    await officer.taps("1 ")
    await officer.taps("Withdraw")
    await officer.types("The wards are wrong")


async def test_who_asked_hears_that_a_colleague_took_it_back(
    here: Neighbourhood, ruth: Person, dev: Person
) -> None:
    """It silently didn't open: nobody heard of it, and the reason was shown nowhere."""
    await asks(here, ruth)
    cora = await here.officer("Cora")
    await takes_back(cora)
    await notices(here)
    await notices(here)
    assert "Cora took this back, so it does not open. Why: The wards are wrong" in ruth.sees
    assert "Nobody has approved this yet." in ruth.sees
    assert ruth.said_by_bot("took this back") == 1
    assert cora.said_by_bot("took this back") == 0
    assert dev.said_by_bot("took this back") == 0


async def test_what_one_takes_back_oneself_is_no_news(
    here: Neighbourhood, ruth: Person, dev: Person
) -> None:
    await asks(here, ruth)
    await takes_back(ruth)
    await notices(here)
    assert ruth.said_by_bot("took this back") == 0


async def test_a_reason_is_passed_on_though_it_was_asked_again(
    here: Neighbourhood, ruth: Person, dev: Person
) -> None:
    """They read "That button is too old", and their words were lost."""
    await asks(here, ruth)
    await dev.taps("Decline")
    await ruth.types("/manage")
    await ruth.taps("1 ")
    assert "Dev declined it." in ruth.sees
    await ruth.taps("Ask a second person")
    assert "The author sees your reason" in await dev.types("The note is wrong")
    await notices(here)
    assert f"Dev {AGAIN}. Why: The note is wrong" in ruth.sees
    assert "Asked by: Ruth." in ruth.sees
    assert ruth.said_by_bot("A second person has decided.") == 0
    await dev.taps("Decline")
    await dev.taps("Give no reason")
    await ruth.types("/manage")
    await ruth.taps("1 ")
    assert "The note is wrong" not in ruth.sees, "that was about the former asking"


async def test_without_a_reason_a_no_that_was_overtaken_is_no_news(
    here: Neighbourhood, ruth: Person, dev: Person
) -> None:
    """Above what waits it said "A second person has decided"."""
    await asks(here, ruth)
    await dev.taps("Decline")
    await ruth.types("/manage")
    await ruth.taps("1 ")
    await ruth.taps("Ask a second person")
    await notices(here)
    assert ruth.said_by_bot("A second person has decided.") == 0
    assert ruth.said_by_bot(AGAIN) == 0


async def test_words_below_a_request_to_approve_an_opening_point_to_its_buttons(
    here: Neighbourhood, ruth: Person, dev: Person
) -> None:
    """They read "Please tap Yes or No under the message"; there was no Yes, no No, no message."""
    await asks(here, ruth)
    assert "Approve: let it open" in dev.labels
    said = await dev.types("What did you change in it since then?")
    assert "Nothing was decided. Please tap a button under what you were asked to approve" in said
