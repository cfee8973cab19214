"""A first answer counts also where it is given by a reply to a question further up."""

from __future__ import annotations

from company import Neighbourhood, Person
from replying import replies

STREETS = "Streets, parks and public places"


async def skips_everything(person: Person) -> None:
    await person.taps("Answer now")
    for _ in range(4):
        await person.types("skip")
    assert "No question has an answer yet" in person.sees


async def answers_the_first_below(person: Person, words: str = STREETS) -> str:
    """A reply to the newest message that shows the first question."""
    first = next(m for m in reversed(person.from_bot) if (m.text or "").startswith("1 of "))
    return await replies(person, first, words)


async def the_row(hood: Neighbourhood) -> dict[str, str]:
    (row,) = await hood.exported(await hood.officer())
    return row


async def test_a_first_answer_by_a_reply_after_the_end_is_counted(hood: Neighbourhood) -> None:
    """Ten people read that it is saved, and the results said that fewer than ten had answered."""
    people = await hood.residents(10, "Abbey")
    for person in people:
        await skips_everything(person)
        assert "1 of 4 answers is saved" in await answers_the_first_below(person)
    officer = await hood.officer()
    await hood.closes()
    assert {row["state"] for row in await hood.exported(officer)} == {"complete"}
    assert "About 10 to 15 people answered." in await officer.types("/results")


async def test_a_first_answer_by_a_reply_before_the_end_is_partial(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.types("skip")
    assert "2 of 4." in await answers_the_first_below(amina)
    row = await the_row(hood)
    assert (row["first_theme"], row["state"]) == (STREETS, "partial")
