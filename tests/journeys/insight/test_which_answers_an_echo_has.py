"""Which answers of one question an echo has, and what it says of those it hasn't."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from company import BOOKER, Neighbourhood, Person, answers_all
from crowded_wards import WHICH, body_of, closed_for_many, many_answer, says_instead
from evenings import at

Change = Callable[[dict[str, Any]], None]
ECHO, PAPER = "What people said:", "News and questions on paper"


async def told_of(hood: Neighbourhood, person: Person, change: Change) -> str:
    """Their echo, which has waited for a week, where the register holds another table."""
    await hood.officer()
    await answers_all(person)
    await hood.leap(hood.library.consultations[WHICH].closes_at - timedelta(hours=3))
    member = await hood.board_member(BOOKER)
    await member.types("/send")
    await member.taps("Something else")
    await member.types("The lamps are on.")
    await member.taps("Send to")
    await many_answer(hood)
    await hood.closes()
    body = await body_of(hood)
    change(body)
    await says_instead(hood, body)
    await at(hood, 15, days=8)
    [told] = [message for message in person.from_bot if ECHO in message.text]
    return told.text


def of_booker(body: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in body["by_ward"] if one["ward"] == BOOKER)
    return found


def nearly_all_want_paper(body: dict[str, Any]) -> None:
    here, area = of_booker(body)["questions"], body["published"]["questions"]
    here[0] = {"key": here[0]["key"], "options": [], "why": "few"}
    here[1] |= {"options": [given(key, 40) for key in KEYS], "why": None}
    here[1]["options"][KEYS.index("paper")] |= {"about": None, "percent": None}
    area[1]["options"] = [given(key, 70 if key == "paper" else 40) for key in KEYS]


KEYS = ["plain_words", "meetings_nearby", "evenings_weekends", "paper"]


def given(key: str, percent: int) -> dict[str, Any]:
    return {"keys": [key], "about": 20, "percent": percent, "share": None}


async def test_the_answer_that_nearly_all_gave_is_there_and_that_there_are_more(
    hood: Neighbourhood, amina: Person
) -> None:
    told = await told_of(hood, amina, nearly_all_want_paper)
    assert f"{PAPER}: few, or nearly all. Whole area: 70%." in told
    assert told.count("Whole area:") == 3
    assert "More answers: /results" in told


async def test_where_all_answers_are_there_nothing_says_that_there_are_more(
    hood: Neighbourhood, amina: Person
) -> None:
    def two(body: dict[str, Any]) -> None:
        nearly_all_want_paper(body)
        of_booker(body)["questions"][1]["options"] = [given("paper", 40), given(KEYS[0], 40)]

    assert "More answers" not in await told_of(hood, amina, two)


async def test_a_ward_that_is_told_apart_but_not_here_reads_the_same_as_in_results(
    hood: Neighbourhood, amina: Person
) -> None:
    def hidden(body: dict[str, Any]) -> None:
        for one in of_booker(body)["questions"]:
            one |= {"options": [], "why": "together"}

    told = await told_of(hood, amina, hidden)
    why = "We can't show Booker, Cressex and Castlefield here."
    assert why in told
    assert "by itself" not in told
    await amina.types("/results")
    if why not in amina.sees:
        await amina.taps("1 What should come first")
    assert why in amina.sees


async def test_a_ward_that_is_counted_with_others_reads_so(hood: Neighbourhood) -> None:
    await hood.officer()
    ben = await hood.resident("Ben", "West Wycombe")
    await answers_all(ben)
    await closed_for_many(hood)
    [told] = [message.text for message in ben.from_bot if ECHO in message.text]
    assert "West Wycombe is counted with other wards here." in told
    assert "West Wycombe is counted with other wards here." in await ben.types("/results")
