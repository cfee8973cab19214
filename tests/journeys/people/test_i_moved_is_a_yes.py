""" "I moved" below the question whether somebody's home has changed says yes, in any language."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

ASKED = "Has your home changed?"


async def asked(amina: Person) -> None:
    assert ASKED in await amina.types("HP11 2TL")


@pytest.mark.parametrize(
    "words",
    [
        "i moved", "I've moved!", "we have moved house", "moved", "it has", "yes, it has",
        "Yes I moved", "my address has changed", "new address", "Przeprowadziłam się",
        "tak, przeprowadziłem się", "میں منتقل ہو گیا ہوں", "ghar badal gaya",
    ],
)  # fmt: skip
async def test_who_has_moved_is_moved(amina: Person, words: str) -> None:
    """It was not understood."""
    await asked(amina)
    assert "Your ward is now Abbey" in await amina.types(words)


@pytest.mark.parametrize(
    "words", ["I haven't moved", "no, I have not", "it hasn't", "same address", "گھر نہیں بدلا"]
)
async def test_who_has_not_moved_stays(amina: Person, words: str) -> None:
    await asked(amina)
    assert "Your ward is Booker" in await amina.types(words)


@pytest.mark.parametrize("words", ["yes, I haven't moved", "I moved my car", "no, it has"])
async def test_words_that_say_neither_or_both_move_nobody(amina: Person, words: str) -> None:
    await asked(amina)
    await amina.types(words)
    assert "Your ward is Booker" in await amina.types("/ward")


async def test_it_moves_nobody_below_anything_newer_or_a_day_later(
    hood: Neighbourhood, amina: Person
) -> None:
    await asked(amina)
    await amina.types("/plan")
    await amina.types("i moved")
    assert "Your ward is Booker" in await amina.types("/ward")
    await asked(amina)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=25))
    assert ASKED in await amina.types("i moved")
    assert "Your ward is now Abbey" in await amina.types("i moved")
