"""Somebody who is to be forgotten at the close reads that, not that they have stopped messages."""

from __future__ import annotations

import pytest
from company import Person

SO = "We will forget you as you asked"
MIND = "To change your mind: /forget"
ASKED = "start messages again"


@pytest.fixture
async def leaving(amina: Person) -> Person:
    """Amina has answered, and chose to be forgotten when the questions close."""
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.types("/forget")
    await amina.taps("When it closes")
    return amina


@pytest.mark.parametrize("command", ["/news", "/themes", "/ward", "/consultations"])
async def test_every_screen_says_so(leaving: Person, command: str) -> None:
    """ "To start messages again: /start" would have ended it without a word."""
    said = await leaving.types(command)
    assert SO in said
    assert MIND in said
    assert ASKED not in said


async def test_what_they_choose_is_confirmed_so(leaving: Person) -> None:
    await leaving.types("/themes")
    await leaving.taps("Standard of living")
    assert "We keep your choice until we forget you, as you asked." in await leaving.taps("Done")
    await leaving.types("/ward")
    assert SO in await leaving.taps("Follow another ward")
    said = await leaving.types("Abbey")
    assert "You follow Abbey too" in said
    assert SO in said
    assert ASKED not in said


async def test_after_a_change_of_mind_it_is_gone(leaving: Person) -> None:
    await leaving.types("/forget")
    await leaving.taps("No, I'm staying")
    assert SO not in await leaving.types("/news")
