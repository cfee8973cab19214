"""Words that only move: they are nobody's addition, and skip only the question in front."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

LAMP = "and a lamp by the school"
MOVING = (
    "go on", "proceed", "skip", "next", "back", "kontynuuj", "dalej", "gotowe", "śmiało",
    "آگے چلیں", "آگے", "ہو گیا",
)  # fmt: skip


@pytest.fixture
async def finished(amina: Person) -> Person:
    """All is answered, the last question in own words."""
    await amina.taps("Answer now")
    for typed in ("2", "skip", "3", "a bench"):
        await amina.types(typed)
    return amina


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person) -> Person:
    """A ranking is open: question 2."""
    await hood.leap(hood.library.consultations["keeping-in-touch"].opens_at + timedelta(hours=1))
    await amina.types("/consultations")
    await amina.taps("Answer now")
    await amina.taps("Once a month")
    assert "Tap up to 3" in amina.sees
    return amina


@pytest.mark.parametrize("words", MOVING)
async def test_below_an_offer_it_is_shown_again_as_it_was(finished: Person, words: str) -> None:
    """Who said "yes" then had "and a lamp by the school go on" as their answer."""
    assert "Shall we add that" in await finished.types(LAMP)
    said = await finished.types(words)
    assert "Shall we add that" in said
    assert LAMP in said
    assert f"{LAMP} {words}" not in " ".join(said.split())
    await finished.types("yes")
    assert words not in await finished.types("/mine")


@pytest.mark.parametrize("words", ["go on", "dalej", "آگے"])
async def test_below_a_receipt_they_are_not_offered(finished: Person, words: str) -> None:
    assert "Shall we" not in await finished.types(words)


@pytest.mark.parametrize("screen", ["/plan", "/news", "/ward", "/mine", "HP12 4AB"])
@pytest.mark.parametrize("words", ["go on", "next", "dalej", "آگے چلیں"])
async def test_below_something_newer_the_question_is_shown_and_not_skipped(
    asked: Person, screen: str, words: str
) -> None:
    """The question was passed over unseen, and could be the last one: then came a receipt."""
    await asked.types(screen)
    assert "Tap up to 3" in await asked.types(words)


async def test_at_the_question_itself_they_still_move(asked: Person) -> None:
    assert "Tap up to 3" not in await asked.types("go on")


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("نوکریاں، صحت", ("نوکریاں", "صحت")),
        ("پہلے تعلیم پھر صحت", ("تعلیم", "صحت")),
        ("۱۔ نوکریاں، ۲۔ صحت", ("نوکریاں", "صحت")),
    ],
)
async def test_the_first_word_of_a_label_counts_in_urdu_with_three_letters(
    asked: Person, words: str, order: tuple[str, str]
) -> None:
    """Urdu writes no short vowels: "صحت", health, became a comment."""
    await asked.types("/language اردو")
    await asked.types(words)
    first, second = order
    assert f"1 {first}" in asked.sees
    assert f"2 {second}" in asked.sees
