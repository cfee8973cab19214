"""Words that reply to a receipt: they change nothing, and their writer reads where answers are."""

from __future__ import annotations

import pytest
from company import Neighbourhood, Person, answers_all
from replying import replies

MINE = "You can see your answers, and change them while the questions are open: /mine"


@pytest.mark.parametrize("words", ["How do I see what I said?", "I want to change 2", "jobs", "no"])
async def test_words_that_reply_to_a_receipt_are_told_of_mine(amina: Person, words: str) -> None:
    """ "We didn't understand that." """
    await answers_all(amina)
    assert MINE in await replies(amina, amina.from_bot[-1], words)


async def test_so_are_those_that_reply_to_a_receipt_after_the_close(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    receipt = amina.from_bot[-1]
    await hood.closes()
    assert MINE in await replies(amina, receipt, "Can I still change it?")


async def test_a_label_and_thanks_stay_what_they_are(amina: Person) -> None:
    await answers_all(amina)
    receipt = amina.from_bot[-1]
    assert "You're welcome" in await replies(amina, receipt, "thanks")
    assert (await replies(amina, receipt, "Change my answers")).startswith("1 of 4.")


async def test_a_reply_to_a_question_is_not_told_of_it(amina: Person) -> None:
    await amina.taps("Answer now")
    assert MINE not in await replies(amina, amina.from_bot[-1], "maybe")
