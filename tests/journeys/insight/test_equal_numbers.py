"""Two options that are shown with one number: it is rounded, so that is said."""

from company import Neighbourhood, Person
from council_changes import delivers

SAME = "Where two numbers are the same, they are only about the same."


async def answered(hood: Neighbourhood, count: int, choice: str) -> None:
    people = await hood.residents(count, "HP12 3HP", name=choice)
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await hood.all_do(people, lambda phone: phone.tap(choice))


async def test_equal_numbers_are_said_to_be_about_the_same(
    hood: Neighbourhood, amina: Person
) -> None:
    """26 and 27 of 53 are both about 25, and half."""
    await answered(hood, 26, "1")
    await answered(hood, 27, "2")
    await hood.closes()
    officer = await hood.officer()
    seen = await officer.types("/results")
    assert seen.count("about 25 (50%)") == 2
    assert seen.count(SAME) == 1
    delivers(hood, "launch-conference")
    assert SAME in await amina.types("/celebrate")
    await amina.taps("Make a picture")
    assert any(SAME in m.text for m in amina.phone.messages if m.photo)


async def test_other_numbers_say_nothing_of_it(hood: Neighbourhood, amina: Person) -> None:
    await answered(hood, 40, "1")
    await answered(hood, 15, "2")
    await hood.closes()
    assert SAME not in await (await hood.officer()).types("/results")
