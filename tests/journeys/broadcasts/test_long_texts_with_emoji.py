"""Texts with many emoji, of which Telegram takes fewer: each screen that shows them arrives."""

from dataclasses import replace

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

from content.library import Library
from content.schema.council import Thresholds
from engagement.broadcasts.update_text import MOST_ROOM

EMOJI = "🌳" * (MOST_ROOM // 2)


@pytest.fixture
def buckinghamshire(buckinghamshire: Library) -> Library:
    """A council where more than two people need a second approval."""
    strict = buckinghamshire.council.model_copy(update={"thresholds": Thresholds(second_yes=2)})
    return replace(buckinghamshire, council=strict)


async def begins(author: Person, subject: str) -> None:
    await author.types("/send")
    await author.taps("All 2")
    await author.taps(subject)


async def test_an_invitation_of_emoji_has_its_preview_and_reaches_everybody(
    hood: Neighbourhood,
) -> None:
    """Nothing came at all: Telegram refused the preview, and later the request in Polish."""
    readers = await hood.residents(3, "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY, label="Author")
    second = await hood.board_member(BOOKER, ABBEY, label="Second")
    await second.types("/language")
    await second.taps("Polski")
    await begins(author, "The questions")
    shown = await author.types(EMOJI)
    assert author.said_by_bot(EMOJI) == 1
    assert "a second person has to approve it first" in shown
    assert "We've asked: Second" in await author.taps("Send to")
    assert second.said_by_bot(EMOJI) == 1
    await second.taps("Tak, wyślij")
    await hood.stage.settle()
    assert [reader.said_by_bot(EMOJI) for reader in readers] == [1, 1, 1]


async def test_the_rest_of_a_text_of_emoji_is_refused_for_the_same_reason(
    hood: Neighbourhood,
) -> None:
    """The second part said "2,049 characters. The most we can take is 3,000"."""
    author = await hood.board_member(BOOKER, ABBEY)
    await begins(author, "Something else")
    before = len(author.from_bot)
    await author.types("🌳" * 2_049)
    first, second = (m.text for m in author.from_bot[before:])
    assert "2,048 characters long, but emoji take more room" in first
    assert "2,049 characters long, but emoji take more room" in second
    await author.types("A much shorter text.")
    assert "This is what people will get" in author.sees
