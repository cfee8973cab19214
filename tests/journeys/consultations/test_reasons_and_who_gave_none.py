"""A reason is asked of nobody who would rather not answer, and named by the question it is for."""

from pathlib import Path

import pytest
from company import Neighbourhood, Person
from crossing import at_the_crossing, on_to

WHY = "Why do you say that?"
ALSO_PREFER = {
    f"also: [{before}]": f"also: [{before}, {more}]\n    reason: true"
    for before, more in (
        ("disagree_with_question", "prefer_not_to_say"),
        ("prefer_not_to_say", "none_of_these"),
    )
}


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    return await at_the_crossing(hood, amina, tmp_path, changes=ALSO_PREFER)


@pytest.mark.parametrize("label", ["Prefer not to say", "None of these"])
async def test_whoever_declines_a_ranking_is_not_asked_why(asked: Person, label: str) -> None:
    await on_to(asked, "What matters most?")
    await asked.taps(label)
    assert WHY not in await asked.taps("Done")
    assert "How easy is it to cross?" in asked.sees


async def test_whoever_ranks_something_is(asked: Person) -> None:
    await on_to(asked, "What matters most?")
    await asked.types("4 1")
    assert WHY in await asked.taps("Done")


async def test_at_a_scale_to_disagree_is_a_reason_to_say_more(asked: Person) -> None:
    await on_to(asked, "How easy is it to cross?")
    assert WHY in await asked.taps("I don't agree with the question")
    await asked.taps("Back")
    assert WHY not in await asked.taps("Prefer not to say")


async def test_words_for_a_reason_say_which_question_it_is_about(asked: Person) -> None:
    """Four questions read the same, and nobody knew which was meant."""
    await on_to(asked, "How easy is it to cross?")
    await asked.types("4")
    await asked.types("The kerb is low.")
    said = await asked.types("And the lights are slow.")
    assert f'{WHY}" (about "How easy is it to cross?")' in said
