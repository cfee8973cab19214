"""Words with a question mark ask something: they decide nothing that cannot be undone."""

from __future__ import annotations

import pytest
from company import Neighbourhood, Person, answers_all

from storage.people import contacts, leaving


async def is_known(hood: Neighbourhood, person: Person) -> bool:
    async with hood.stage.service.database.read() as tx:
        found = await contacts.contact_of(tx, person.phone.user_id)
        return found is not None and await leaving.leaving_of(tx, found.id) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("english", "now?"),
        ("english", "now??"),
        ("english", "Now: take my answers back?"),
        ("english", "when?"),
        ("english", "now ?!"),
        ("english", "forget me?"),
        ("english", "1?"),
        ("polski", "teraz?"),
        ("اردو", "ابھی؟"),
    ],
)
async def test_a_question_below_forget_is_no_choice(
    hood: Neighbourhood, amina: Person, language: str, words: str
) -> None:
    await answers_all(amina)
    await amina.types(f"/language {language}")
    asked = await amina.types("/forget")
    said = await amina.types(words)
    assert await is_known(hood, amina)
    assert said != asked
    assert said.endswith(asked)


async def test_yes_with_a_question_mark_forgets_nobody(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/forget")
    assert "We've done nothing" in await amina.types("yes?")
    assert await is_known(hood, amina)


async def test_now_alone_is_a_choice(hood: Neighbourhood, amina: Person) -> None:
    await answers_all(amina)
    await amina.types("/forget")
    assert "We've forgotten" in await amina.types("now!")


@pytest.mark.parametrize("words", ["yes?", "Yes, keep it?", "no?"])
async def test_a_question_below_words_on_offer_neither_keeps_nor_drops_them(
    amina: Person, words: str
) -> None:
    await amina.taps("Answer now")
    await amina.types("the parks are dirty")
    assert (await amina.types(words)).endswith("the parks are dirty")
    assert "we've kept that" in await amina.types("yes")


async def test_a_question_moves_nobody(amina: Person) -> None:
    await amina.types("HP11 2TL")
    assert "Has your home changed?" in await amina.types("yes?")
    await amina.types("/ward")
    await amina.taps("Change my ward")
    assert "Did you mean Abbey?" in await amina.types("Abbey?")
    assert not amina.said_by_bot("Your ward is now")
