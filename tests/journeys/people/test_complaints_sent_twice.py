"""The same complaint sent twice is one complaint; other words are another."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

BINS = "The bins are late again."


def reference(receipt: str) -> str:
    return receipt.split("Your reference: ")[1].split(".")[0]


@pytest.mark.parametrize("again", [BINS, "the bins are late again"])
async def test_the_same_words_within_minutes_get_the_same_reference_and_say_so(
    hood: Neighbourhood, amina: Person, again: str
) -> None:
    await amina.types("/complain")
    first = reference(await amina.types(BINS))
    for _ in range(2):
        await amina.types("/complain")
        said = await amina.types(again)
        assert "We have that complaint already" in said
        assert reference(said) == first
    assert reference(await amina.types(f"/complain {again}")) == first
    said = await amina.types(again)
    assert "We have that complaint already" in said
    officer = await hood.officer()
    listed = await officer.types("/complaints")
    assert listed.count("C-") == 1
    assert (await officer.taps(first)).count("late again") == 1


async def test_both_in_one_burst_are_one_complaint(hood: Neighbourhood, amina: Person) -> None:
    for words in ("/complain", BINS, BINS):
        amina.phone.type(words)
    assert "We have that complaint already" in await amina.settles()
    officer = await hood.officer()
    assert (await officer.types("/complaints")).count("C-") == 1


async def test_other_words_and_the_same_words_later_are_another_complaint(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/complain")
    first = reference(await amina.types(BINS))
    second = reference(await amina.types("/complain The lamp is out."))
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=11))
    third = reference(await amina.types(f"/complain {BINS}"))
    assert len({first, second, third}) == 3


async def test_the_words_of_somebody_else_are_their_own_complaint(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    assert reference(await amina.types(f"/complain {BINS}")) != reference(
        await ben.types(f"/complain {BINS}")
    )
