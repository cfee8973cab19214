"""Words on offer are kept until the questions close, and their author is told before they go."""

from datetime import datetime, timedelta

import pytest
from company import Neighbourhood, Person
from sqlalchemy import select

from storage.conversation.drafts import drafts
from usecases.people.words_in_hand import ON_OFFER

NOT_YET = "These words of yours are not sent yet"
PONDS = "the ponds are dirty"


@pytest.fixture
def close(hood: Neighbourhood) -> datetime:
    return hood.library.consultations["local-priorities"].closes_at


async def is_kept(hood: Neighbourhood, words: str) -> bool:
    async with hood.stage.service.database.read() as tx:
        rows = await tx.execute(select(drafts.c.data).where(drafts.c.kind == ON_OFFER))
        return any(words in str(data) for (data,) in rows)


async def offered(amina: Person, words: str = PONDS) -> None:
    await amina.taps("Answer now")
    await amina.types(words)
    assert amina.said_by_bot("Shall we keep that") == 1


async def test_the_author_is_told_a_day_before_the_close_and_can_still_say_yes(
    hood: Neighbourhood, amina: Person, close: datetime
) -> None:
    await offered(amina)
    await hood.leap(close - timedelta(days=2))
    assert await is_kept(hood, PONDS)
    assert amina.said_by_bot(NOT_YET) == 0
    await hood.stage.until(close - timedelta(hours=20))
    assert amina.said_by_bot(NOT_YET) == 1
    assert amina.sees.endswith(PONDS)
    assert "closes on Friday 30 September" in amina.sees
    await amina.types("yes")
    await hood.stage.until(close + timedelta(hours=1))
    assert amina.said_by_bot(NOT_YET) == 1
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme.comment"] == PONDS


async def test_whoever_says_nothing_was_told_once_and_the_words_go_at_the_close(
    hood: Neighbourhood, amina: Person, close: datetime
) -> None:
    await offered(amina)
    await hood.leap(close - timedelta(hours=3))
    await hood.stage.until(close + timedelta(hours=1))
    assert amina.said_by_bot(NOT_YET) == 1
    assert amina.said_by_bot("has closed") == 0
    assert not await is_kept(hood, PONDS)


async def test_words_are_kept_until_the_later_close(
    hood: Neighbourhood, amina: Person, close: datetime
) -> None:
    await offered(amina)
    officer = await hood.officer()
    await officer.types("/manage local-priorities extend 14 October 2022 17:00: more time")
    await hood.leap(close + timedelta(days=8))
    assert await is_kept(hood, PONDS)
    await hood.leap(close + timedelta(days=13, hours=4))
    assert amina.said_by_bot(NOT_YET) == 1
    assert "closes on Friday 14 October" in amina.sees
    assert amina.sees.endswith(PONDS)


async def test_words_written_in_the_last_minutes_come_back_at_the_close(
    hood: Neighbourhood, amina: Person, close: datetime
) -> None:
    await hood.leap(close - timedelta(minutes=20))
    await offered(amina)
    await hood.stage.until(close + timedelta(hours=2))
    assert amina.said_by_bot(NOT_YET) == 0
    assert "We have not sent or kept what you wrote there" in amina.sees
    assert PONDS in amina.sees
    assert not await is_kept(hood, PONDS)


async def test_words_of_danger_are_not_quoted_when_their_time_runs_out(
    hood: Neighbourhood, amina: Person, close: datetime
) -> None:
    await offered(amina, "my husband hits me every night")
    await hood.leap(close - timedelta(hours=3))
    assert amina.said_by_bot(NOT_YET) == 1
    assert amina.said_by_bot("husband") == 0


async def test_somebody_who_stopped_messages_gets_none_about_their_words(
    hood: Neighbourhood, amina: Person, close: datetime
) -> None:
    await offered(amina)
    await amina.types("/stop")
    await hood.leap(close - timedelta(hours=3))
    assert amina.said_by_bot(NOT_YET) == 0
