"""A ranking typed with its places, as the bot itself shows one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

JOBS, HEALTH = "Jobs and careers", "Health and wellbeing"
EDUCATION = "Education and skills"


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person) -> Person:
    await hood.leap(hood.library.consultations["keeping-in-touch"].opens_at + timedelta(hours=1))
    await amina.types("/consultations")
    await amina.taps("Answer now")
    await amina.taps("Once a month")
    assert "Tap up to 3" in amina.sees
    return amina


@pytest.mark.parametrize(
    "typed",
    [
        "1 Jobs and careers, 2 Health and wellbeing",
        "1. Jobs and careers\n2. Health and wellbeing",
        "1) jobs\n2) health", "1: Jobs, 2: Health", "jobs 1, health 2", "health 2, jobs 1",
        "first jobs, then health", "jobs then health", "first: jobs, second: health",
        "1 jobs 2 health", "1. jobs and 2. health",
        "1. Praca i kariera\n2. Zdrowie i dobre samopoczucie",
        "po pierwsze praca, po drugie zdrowie", "najpierw praca, potem zdrowie",
        "۱۔ نوکریاں اور پیشے\n۲۔ صحت اور بہبود", "jobs > health",
    ],
)  # fmt: skip
async def test_labels_with_their_places_are_an_order(asked: Person, typed: str) -> None:
    """Each was offered as a comment, which no table counts."""
    assert f"Your answer: 1 {JOBS}, 2 {HEALTH}" in await asked.types(typed)


@pytest.mark.parametrize(
    "typed",
    ["2 then 1", "first 2 then 1", "2 > 1", "2, potem 1", "najpierw 2 potem 1", "۲ پھر ۱",
     "پہلے ۲ پھر ۱", "2 and then 1", "1st: 2, 2nd: 1"],
)  # fmt: skip
async def test_numbers_one_after_the_other_are_an_order(asked: Person, typed: str) -> None:
    first = [label for label in asked.labels if label != "Skip"]
    said = await asked.types(typed)
    assert (
        f"Your answer: 1 {first[1].lstrip('12345678 ')}, 2 {first[0].lstrip('12345678 ')}" in said
    )


async def test_three_then_each_other(asked: Person) -> None:
    assert "3 " in (await asked.types("2 then 3 then 1")).split("Your answer:")[1]


async def test_one_place_alone_may_be_a_number_and_is_asked_about(asked: Person) -> None:
    said = await asked.types("1 Health and wellbeing")
    assert "Your answer" not in said
    assert "Shall we keep" not in said


@pytest.mark.parametrize(
    "typed",
    ["1. mend the roads 2. cut the grass", "first mend the roads then cut the grass",
     "1 bus an hour is too few"],
)  # fmt: skip
async def test_own_words_with_numbers_stay_a_comment(asked: Person, typed: str) -> None:
    assert "Shall we keep that as your comment" in await asked.types(typed)
