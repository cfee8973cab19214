"""Results with answers from shared phones in them."""

from company import Neighbourhood, answers_all
from one_phone import BACK, HOME, household, rows, second_answers


async def own_phones(hood: Neighbourhood, count: int) -> None:
    """So many people who each answer on a phone of their own."""
    for person in await hood.residents(count, HOME):
        await answers_all(person)


async def results(hood: Neighbourhood) -> str:
    await hood.closes()
    officer = await hood.officer()
    said = await officer.types("/results")
    if any(label.startswith("1 ") for label in officer.labels):
        said = await officer.taps("1 ")
    return said


async def test_one_phone_with_four_answers_brings_no_number_over_the_smallest(
    hood: Neighbourhood,
) -> None:
    await own_phones(hood, 7)
    amina = await household(hood)
    for _ in range(3):
        await second_answers(amina)
    await amina.taps(BACK)
    said = await results(hood)
    assert "Fewer than 10" in said or "fewer than 10" in said
    assert await rows(hood, "SELECT people FROM releases") == [(8,)]


async def test_where_enough_phones_are_counted_everybody_on_them_is(hood: Neighbourhood) -> None:
    await own_phones(hood, 10)
    amina = await household(hood)
    await second_answers(amina)
    await amina.taps(BACK)
    await results(hood)
    assert await rows(hood, "SELECT people FROM releases") == [(12,)]
