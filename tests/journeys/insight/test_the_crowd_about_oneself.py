"""The story's residents, where they are asked about themselves: what they do comes to an end, and
the witness expects what is kept."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import pytest
from about_oneself import asks_equality, kept
from company import Neighbourhood, Person

from content.words import Words
from emulator import LogEntry, Member
from emulator.people.moves import Move, carry_out
from wardmote.demo import witness
from wardmote.demo.made_up_residents import ANSWERS, DECLINES, STOPS, TOO_YOUNG, Persona
from wardmote.demo.resident_policy import ResidentPolicy

BOOKER = "E05013131"
MOST_MOVES = 60


async def lives(hood: Neighbourhood, persona: Persona, seed: int = 5) -> list[Move]:
    """Everything that somebody does from their first message on; that it ends is checked."""
    found = hood.stage.service.world.consultation("local-priorities").consultation
    policy = ResidentPolicy(found, hood.library, Words(), hood.stage.clock.now)
    phone = hood.stage.emulator.phone("Neighbour", language_code=persona.language)
    moves: list[Move] = []
    member, dice = Member(phone, {"persona": persona}), random.Random(seed)
    while (move := policy(member, dice)) is not None:
        moves.append(move)
        assert len(moves) < MOST_MOVES, [m.value for m in moves[-6:]]
        carry_out(move, phone)
        await hood.stage.settle()
    return moves


def expects(hood: Neighbourhood, moves: Iterable[Move]) -> Mapping[str, str]:
    """What the witness expects to be kept of them."""
    found = hood.stage.service.world.consultation("local-priorities").consultation
    now = hood.stage.clock.now()
    log = [LogEntry(now, 1, m.kind, m.value, "", "", m.note) for m in moves]
    policy = ResidentPolicy(found, hood.library, Words(), hood.stage.clock.now)
    expected = witness.expected_responses(
        found, log, {1: BOOKER}, lambda _: (), lambda _: policy.patterns("en")
    )
    return expected[1].of_oneself


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
@pytest.mark.parametrize("types", [False, True])
async def test_who_answers_has_said_what_the_witness_expects(
    hood: Neighbourhood, language: str, types: bool
) -> None:
    asks_equality(hood)
    persona = Persona(
        BOOKER, "HP12 3HP", 0, "list", answers="at once",
        types=types, language=language, about=ANSWERS,
    )  # fmt: skip
    moves = await lives(hood, persona)
    said = await kept(hood)
    assert said == expects(hood, moves)
    assert len(said) > 2


@pytest.mark.parametrize("about", [DECLINES, STOPS, TOO_YOUNG, ""])
async def test_of_anybody_else_nothing_is_kept(hood: Neighbourhood, about: str) -> None:
    asks_equality(hood)
    persona = Persona(BOOKER, "HP12 3HP", 0, "list", answers="at once", about=about)
    moves = await lives(hood, persona)
    assert await kept(hood) == expects(hood, moves) == {}


async def test_who_changes_an_answer_says_something_afterwards(hood: Neighbourhood) -> None:
    asks_equality(hood)
    persona = Persona(BOOKER, "HP12 3HP", 0, "list", answers="at once", changes=True, about=ANSWERS)
    moves = await lives(hood, persona)
    assert [m.value for m in moves].count("Change my answers") == 1
    assert await kept(hood) == expects(hood, moves) != {}


async def test_where_nobody_is_asked_they_say_nothing(hood: Neighbourhood) -> None:
    persona = Persona(BOOKER, "HP12 3HP", 0, "list", answers="at once", about=ANSWERS)
    moves = await lives(hood, persona)
    assert expects(hood, moves) == {}


async def test_a_question_that_a_changed_answer_has_opened_is_skipped_and_no_other(
    hood: Neighbourhood, amina: Person
) -> None:
    """Done without a choice led nowhere, so that the tour never ended."""
    found = hood.stage.service.world.consultation("local-priorities").consultation
    policy = ResidentPolicy(found, hood.library, Words(), hood.stage.clock.now)
    persona = Persona(BOOKER, "HP12 3HP", 0, "list", changes=True)
    member = Member(amina.phone, {"persona": persona}, {"begun": True, "rounds": 2})
    await amina.taps("Answer now")
    await amina.taps("Streets")
    move = policy(member, random.Random(5))
    assert move is not None
    assert move.value == "Skip"
    await amina.taps("Messages")
    move = policy(member, random.Random(5))
    assert move is not None
    assert move.value == "Done"
