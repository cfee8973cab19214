"""The wards of a message: in sight on every page and for who approves it, and typed to be added."""

import pytest
from company import ABBEY, BOOKER, CHESHAM, Neighbourhood, Person

from content.library import Library

TEXT = "Bins are collected on Monday."
BURNHAM = "Farnham Common and Burnham Beeches"


def names(library: Library, *numbers: int) -> list[str]:
    """The wards with these numbers in an officer's list."""
    every = [ward.name for ward in library.wards.values()]
    return [every[n - 1] for n in numbers]


async def officer_at_the_wards(hood: Neighbourhood) -> Person:
    officer = await hood.officer(label="Olga")
    await officer.types("/send")
    return officer


async def test_wards_chosen_on_other_pages_are_named(hood: Neighbourhood) -> None:
    """It said "4 wards chosen" and showed one."""
    officer = await officer_at_the_wards(hood)
    shown = await officer.types("1, 12, 25, 33")
    assert "4 wards chosen: " in shown
    assert all(name in shown for name in names(hood.library, 1, 12, 25, 33))


async def test_author_and_colleague_read_the_wards_of_a_message_to_many(
    hood: Neighbourhood,
) -> None:
    """Both read "News for 6 wards", so that a wrong number went out with two people's yes."""
    await hood.residents(52, "HP12 3HP")
    second = await hood.officer(label="Second")
    officer = await officer_at_the_wards(hood)
    await officer.types("1, 12, 25, 33, 40")
    await officer.types("Booker, Cressex and Castlefield")
    wards = names(hood.library, 1, 12, 25, 33, 40)
    await officer.taps("Done")
    await officer.taps("Something else")
    preview = await officer.types(TEXT)
    assert "It is for these wards: " in preview
    assert all(name in preview for name in wards)
    await officer.taps("Send to")
    assert "It is for these wards: " in second.question
    assert all(name in second.question for name in wards)


async def test_a_message_to_every_ward_says_so(hood: Neighbourhood) -> None:
    officer = await officer_at_the_wards(hood)
    await officer.types("everybody")
    await officer.taps("Something else")
    preview = await officer.types(TEXT)
    assert f"It is for all {len(hood.library.wards)} wards." in preview
    assert "It is for these wards" not in preview


@pytest.mark.parametrize("again", ["12 and 40", "12", "{name}", "12 {name}", "{name} and Abbey"])
async def test_a_ward_typed_twice_stays_chosen(hood: Neighbourhood, again: str) -> None:
    """It was taken out, and nothing said so."""
    officer = await officer_at_the_wards(hood)
    [name] = names(hood.library, 12)
    assert name in await officer.types("1, 12")
    assert name in await officer.types(again.format(name=name))


@pytest.mark.parametrize("again", ["1", "1 Abbey", "Abbey"])
async def test_a_typed_ward_of_this_page_is_no_tap_on_its_button(
    hood: Neighbourhood, again: str
) -> None:
    officer = await officer_at_the_wards(hood)
    assert "1 ward chosen: Abbey" in await officer.types("1")
    assert "1 ward chosen: Abbey" in await officer.types(again)


@pytest.mark.parametrize("typed", ["remove 12", "remove {name}", "without 12", "usuń 12"])
async def test_remove_takes_a_ward_out(hood: Neighbourhood, typed: str) -> None:
    officer = await officer_at_the_wards(hood)
    [first, name] = names(hood.library, 1, 12)
    await officer.types("1, 12")
    shown = await officer.types(typed.format(name=name))
    assert f"1 ward chosen: {first}" in shown


async def test_a_tap_still_takes_a_ward_out(hood: Neighbourhood) -> None:
    officer = await officer_at_the_wards(hood)
    assert "1 ward chosen" in await officer.taps("1 Abbey")
    assert "chosen" not in await officer.taps("✓ Chosen: 1 Abbey")


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [("yes", True), ("tak", True), ("no", False)],
)
async def test_did_you_mean_is_answered_with_a_typed_yes(
    hood: Neighbourhood, answer: str, chosen: bool
) -> None:
    """It asked, and "yes" was none of the wards on the list."""
    officer = await officer_at_the_wards(hood)
    assert f"Did you mean {BURNHAM}?" in await officer.types("Burnham")
    shown = await officer.types(answer)
    assert (f"1 ward chosen: {BURNHAM}" in shown) == chosen
    assert "Did you mean" not in shown


async def test_did_you_mean_is_answered_with_a_tap(hood: Neighbourhood) -> None:
    officer = await officer_at_the_wards(hood)
    await officer.types("Burnham")
    assert f"1 ward chosen: {BURNHAM}" in await officer.taps("Yes")


async def test_of_several_names_one_is_tapped_and_a_yes_decides_nothing(
    hood: Neighbourhood,
) -> None:
    officer = await officer_at_the_wards(hood)
    assert "Which ward do you mean?" in await officer.types("Aylesbury")
    shown = await officer.types("yes")
    assert "chosen" not in shown


async def test_a_board_member_may_type_all_in_polish(hood: Neighbourhood) -> None:
    """Only English was understood."""
    author = await hood.board_member(BOOKER, ABBEY, CHESHAM)
    await author.types("/language")
    await author.taps("Polski")
    await author.types("/send")
    await author.types("1 i 2")
    await author.types("gotowe")
    assert any("Coś innego" in label for label in author.labels)
    await author.types("coś innego")
    preview = await author.types("Latarnie działają.")
    assert (await author.types("wyślij")).startswith(preview)
    assert author.said_by_bot("Ten tekst też jest od Ciebie") == 0
