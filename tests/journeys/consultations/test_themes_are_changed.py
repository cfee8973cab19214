"""Themes of a reading list are renamed, joined and removed, and translations taken back: who did it
is noted, and nothing of a colleague's is undone."""

import pytest
from company import Neighbourhood, Person
from test_reading_list import TEN, URDU, crowd, opens_text, until_listed

from storage.operations import deployment


@pytest.fixture
async def olga(hood: Neighbourhood) -> Person:
    olga = await hood.officer("Olga")
    await crowd(hood, TEN)
    await until_listed(hood)
    return olga


async def files(officer: Person, text: str, name: str) -> None:
    """File this text under a theme, new or not."""
    await opens_text(officer, text)
    await officer.taps("What it is about")
    if name in officer.labels:
        await officer.taps(name)
    else:
        await officer.taps("New theme")
        await officer.types(name)


async def noted(hood: Neighbourhood, act: str) -> dict[str, str]:
    async with hood.stage.service.database.read() as tx:
        return await deployment.latest_detail(tx, act, "local-priorities")


async def test_a_theme_gets_another_name_and_keeps_its_texts(
    hood: Neighbourhood, olga: Person
) -> None:
    await files(olga, TEN[3], "Lmps")
    await olga.taps("Change the themes")
    await olga.taps("Lmps")
    await olga.types("give it another name")  # typing works as tapping does
    assert "“Lmps”" in olga.sees
    assert "“Lmps” is called “Lamps” now." in await olga.types("Lamps")
    await olga.taps("Back")
    assert "Lamps: texts: 1." in olga.sees
    assert await noted(hood, "theme-renamed") == {"theme": "Lmps", "now": "Lamps"}


async def test_a_name_that_another_theme_has_offers_to_join_them(
    hood: Neighbourhood, olga: Person
) -> None:
    await files(olga, TEN[3], "Lamps")
    await files(olga, TEN[3], "Lights")
    await files(olga, TEN[4], "Lights")
    await olga.taps("Change the themes")
    await olga.taps("Lights")
    await olga.taps("Give it another name")
    assert "There is another theme with this name." in await olga.types("LAMPS")
    assert await noted(hood, "theme-joined") == {}
    await olga.taps("Yes, join them")
    await olga.taps("Back")
    assert "Lamps: texts: 2." in olga.sees
    assert "Lights" not in olga.sees
    assert await noted(hood, "theme-joined") == {"theme": "Lights", "now": "Lamps"}


async def test_a_theme_is_joined_with_one_from_the_list_or_not_after_all(
    hood: Neighbourhood, olga: Person
) -> None:
    for text, name in ((TEN[3], "Lamps"), (TEN[4], "Lights")):
        await files(olga, text, name)
    await olga.taps("Change the themes")
    await olga.taps("Lights")
    await olga.taps("Join it with another")
    assert "Put everything from “Lights” under “Lamps”?" in await olga.taps("Lamps")
    await olga.taps("Back")
    await olga.taps("Join it with another")
    await olga.taps("Lamps")
    assert "is under “Lamps” now" in await olga.types("yes, join them")
    await opens_text(olga, TEN[4])
    assert "Filed under: Lamps" in olga.sees


async def test_a_theme_is_removed_and_its_texts_stay(hood: Neighbourhood, olga: Person) -> None:
    await files(olga, TEN[3], "Lamps")
    await olga.taps("Change the themes")
    await olga.taps("Lamps")
    assert "Remove the theme “Lamps”?" in await olga.taps("Remove this theme")
    shown = await olga.taps("Yes, remove it")
    assert "There is no theme “Lamps” any more." in shown
    assert "There are no themes any more." in shown
    assert TEN[3] in await opens_text(olga, TEN[3])
    assert "Filed under" not in olga.sees
    assert await noted(hood, "theme-removed") == {"theme": "Lamps"}


async def test_a_colleagues_screen_follows_what_was_changed(
    hood: Neighbourhood, olga: Person
) -> None:
    """A button of a theme that is gone must not bring it back, nor mean another."""
    omar = await hood.officer("Omar")
    await files(olga, TEN[3], "Lamps")
    await files(olga, TEN[3], "Benches")
    for one in (olga, omar):
        await opens_text(one, TEN[4])
        await one.taps("What it is about")
    await omar.taps("Change the themes")
    await omar.taps("Lamps")
    await omar.taps("Give it another name")
    await olga.taps("Change the themes")
    await olga.taps("Lamps")
    await olga.taps("Remove this theme")
    await olga.taps("Yes, remove it")
    shown = await omar.types("Lights")
    assert "A colleague has changed the themes since then." in shown
    assert "Lights" not in omar.labels
    await omar.taps("Back")
    await omar.taps("Change the themes")
    await omar.taps("Benches")
    await olga.taps("Benches")
    await olga.taps("Remove this theme")
    await olga.taps("Yes, remove it")
    for tap in ("Give it another name",):
        assert "A colleague has changed the themes since then." in await omar.taps(tap)


async def test_a_tap_on_a_theme_that_is_gone_files_nothing(
    hood: Neighbourhood, olga: Person
) -> None:
    omar = await hood.officer("Omar")
    await files(olga, TEN[3], "Lamps")
    await opens_text(omar, TEN[4])
    await omar.taps("What it is about")
    await olga.taps("Change the themes")
    await olga.taps("Lamps")
    await olga.taps("Remove this theme")
    await olga.taps("Yes, remove it")
    assert "A colleague has changed the themes since then." in await omar.taps("Lamps")
    assert "There are no themes yet." in omar.sees


@pytest.fixture
async def ali(hood: Neighbourhood) -> Person:
    """Somebody who reads Urdu."""
    ali = await hood.officer("Ali")
    await crowd(hood, [URDU])
    await until_listed(hood)
    await ali.types("/reading")
    await ali.taps("Languages I read")
    await ali.taps("Urdu")
    return ali


async def translates(ali: Person, words: str) -> str:
    await opens_text(ali, URDU)
    await ali.taps("Put it into a language")
    asked = ali.sees
    await ali.types(words)
    return asked


async def test_a_translation_taken_back_leaves_who_relied_on_it_with_a_text_to_read(
    hood: Neighbourhood, ali: Person
) -> None:
    olga = await hood.officer("Olga")
    await translates(ali, "More light in our street")
    await opens_text(olga, URDU)
    await olga.taps("I have read this")
    await olga.types("/reading")
    await olga.taps("Those that were read")
    await olga.taps("1")
    assert "Take this translation back?" in await olga.taps("Take the translation back")
    assert "You don't read this language" in await olga.taps("Yes, take it back")
    assert "Read by Olga" not in olga.sees
    await olga.types("/reading")
    assert "Texts not read yet: 1." in olga.sees
    assert await noted(hood, "took-back-translation") == {"language": "en"}


async def test_a_translation_is_replaced_and_read_again(hood: Neighbourhood, ali: Person) -> None:
    olga = await hood.officer("Olga")
    await translates(ali, "More lights in our house")
    await opens_text(olga, URDU)
    await olga.taps("I have read this")
    for one in (olga, ali):
        await one.types("/reading")
        await one.taps("Those that were read")
        await one.taps("1")
    old = olga.phone.keyboard_message
    assert old is not None
    away = next(b.data for row in old.buttons for b in row if "Take the" in b.text)
    await ali.taps("Put it into a language")
    await ali.types("More light in our street")
    olga.phone.tap_data(old.message_id, away)  # of the former translation
    await olga.settles()
    assert "More light in our street" in olga.sees
    assert "Read by Olga" not in olga.sees
    assert "I have read this" in olga.labels
    assert await noted(hood, "replaced-translation") == {"language": "en"}
    assert await noted(hood, "took-back-translation") == {}


async def test_who_replaces_a_translation_reads_what_was_there(
    hood: Neighbourhood, ali: Person
) -> None:
    olga = await hood.officer("Olga")
    await translates(ali, "More light in our street")
    await opens_text(olga, URDU)
    asked = await olga.taps("Put it into a language")
    assert "There is a translation already." in asked
    assert "More light in our street" in asked


async def test_themes_are_joined_in_urdu(hood: Neighbourhood, olga: Person) -> None:
    for text, name in ((TEN[3], "Lamps"), (TEN[4], "Lights")):
        await files(olga, text, name)
    await olga.types("/language")
    await olga.taps("اردو")
    await olga.types("/reading")
    while not (line := next((one for one in olga.sees.split("\n") if TEN[4] in one), "")):
        await olga.taps("مزید")
    await olga.taps(next(sign for sign in line if sign.isdigit()))
    for label in ("یہ کس بارے میں ہے", "موضوع بدلیں", "Lights", "دوسرے میں ملائیں", "Lamps"):
        await olga.taps(label)
    assert "یہ واپس نہیں ہو سکتا" in olga.sees
    assert "ہو گیا" in await olga.taps("ہاں، ملا دیں")
