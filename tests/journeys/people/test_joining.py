"""Joining: from a poster or with a postcode, and every way it can go wrong."""

import pytest
from company import CHESHAM, Neighbourhood, Person


async def test_a_resident_joins_with_a_real_postcode(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    hello = await sam.start()
    assert "Buckinghamshire Council" in hello
    assert "We don't keep your name, phone number or postcode" in hello
    assert "/stop" in hello
    assert await sam.taps("Start") == "Are you 13 or over?"
    assert "Type your postcode" in await sam.taps("Yes")
    welcome = await sam.types("hp12 3hp")
    assert "You're in Booker, Cressex and Castlefield." in welcome
    assert "wards of 2021" in welcome
    assert "What should come first in your area?" in welcome


@pytest.mark.parametrize("typed", ["HP12 3HP.", "hp12 3hp, thanks", "(HP12 3HP)"])
async def test_a_postcode_in_a_sentence_names_its_ward(hood: Neighbourhood, typed: str) -> None:
    assert "You're in Booker" in (await hood.resident("Sam", typed)).sees


async def test_a_poster_names_the_ward_and_one_tap_confirms_it(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start(await hood.stage.poster(CHESHAM, "library"))
    await sam.taps("Start")
    assert "The poster says Chesham" in await sam.taps("Yes")
    assert "You're in Chesham" in await sam.taps("Yes, that's home")


async def test_the_whole_of_joining_can_be_typed(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start(await hood.stage.poster(CHESHAM, "library"))
    assert "13 or over" in await sam.types("start")
    assert "The poster says" in await sam.types("yes")
    assert "You're in Chesham" in await sam.types("Yes")


async def test_a_ward_is_picked_from_the_list(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    await sam.taps("Yes")
    assert "Pick your ward" in await sam.taps("Pick from a list")
    assert sam.labels[0] == "1 Abbey"
    await sam.taps("More")
    assert sam.labels[0].startswith("11 ")
    assert "You're in " in await sam.taps("12")


@pytest.mark.parametrize("typed", ["Chesham", "chesham", "CHESHAM "])
async def test_a_ward_is_known_by_its_name(hood: Neighbourhood, typed: str) -> None:
    assert "You're in Chesham" in (await hood.resident("Sam", typed)).sees


async def test_a_name_that_fits_several_wards_offers_just_those(hood: Neighbourhood) -> None:
    sam = await hood.resident("Sam", "Aylesbury")
    assert any("Aylesbury North West" in label for label in sam.labels)
    assert not any("Chesham" in label for label in sam.labels)


async def test_a_malformed_postcode_is_asked_for_again(hood: Neighbourhood) -> None:
    sam = await hood.resident("Sam", "HP12 3H")
    assert "doesn't look like a whole postcode" in sam.sees
    assert "Pick from a list" in sam.labels
    assert "You're in Booker" in await sam.types("HP12 3HP")


async def test_a_postcode_elsewhere_offers_the_list(hood: Neighbourhood) -> None:
    sam = await hood.resident("Sam", "SW1A 1AA")
    assert "That is outside Buckinghamshire." in sam.sees
    await sam.taps("Pick from a list")
    assert sam.labels[0] == "1 Abbey"


async def test_words_that_name_no_ward_are_told_so(hood: Neighbourhood) -> None:
    sam = await hood.resident("Sam", "Atlantis")
    assert "can't find a ward of that name" in sam.sees


async def test_under_13_is_let_go_and_nothing_is_kept(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    assert "we have kept nothing" in await sam.taps("No")
    assert await rows(hood, "arrivals") == 0
    assert await rows(hood, "contacts") == 0
    assert await rows(hood, "shown") == 0


async def test_nothing_leads_to_a_chat_before_its_owner_agreed(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    assert await rows(hood, "contacts") == 0
    assert await rows(hood, "arrivals") == 1


async def test_an_arrival_is_gone_after_a_day(hood: Neighbourhood) -> None:
    from datetime import timedelta

    sam = hood.stranger()
    await sam.start()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=26))
    assert await rows(hood, "arrivals") == 0


async def test_starting_twice_is_harmless(amina: Person) -> None:
    assert "Welcome back" in await amina.start()


async def test_a_second_person_in_the_house_is_a_second_resident(hood: Neighbourhood) -> None:
    await hood.residents(2, "HP12 3HP")
    assert await rows(hood, "residents") == 2


async def test_more_about_privacy_says_how_long(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    notice = await sam.taps("More about privacy")
    assert "You can delete that message any time" in notice
    assert "12 months" in notice
    assert "not end-to-end encrypted" in notice


async def test_someone_moves_house(amina: Person) -> None:
    assert "Booker" in await amina.types("/ward")
    await amina.taps("Change my ward")
    assert "now Chess Valley" in await amina.types("HP5 3BD")


async def test_a_group_chat_gets_nothing_personal(hood: Neighbourhood, amina: Person) -> None:
    group = hood.stage.emulator.group("Neighbours", [amina.phone])
    group.type(amina.phone, "/mine")
    await amina.settles()
    said = [m.text for m in group.messages if m.from_bot]
    assert said == [
        "Let's continue in private. Write to me in a chat of our own: https://t.me/WardmoteDemoBot"
    ]


async def rows(hood: Neighbourhood, table: str) -> int:
    from sqlalchemy import func, select

    from storage.tables import metadata

    async with hood.stage.service.database.read() as tx:
        return (
            await tx.execute(select(func.count()).select_from(metadata.tables[table]))
        ).scalar_one()


@pytest.mark.parametrize("words", ["No", "nope", "nie", "نہیں"])
async def test_a_typed_no_to_the_poster_s_ward_asks_for_a_postcode(
    hood: Neighbourhood, words: str
) -> None:
    """It was looked for among the names of wards."""
    sam = hood.stranger()
    await sam.start(await hood.stage.poster(CHESHAM, "library"))
    await sam.taps("Start")
    await sam.taps("Yes")
    said = await sam.types(words)
    assert "Type your postcode, or the name of your ward" in said
    assert "The poster says" not in said
    assert "Yes, that's home" not in sam.labels
    assert "You're in Booker" in await sam.types("HP12 3HP")
