"""Choices that people type: in lists, without Polish letters, and as any keyboard writes Urdu."""

from company import Neighbourhood, Person

from content.typed_words import taken_off


async def test_a_typed_list_takes_nothing_away_and_says_what_is_chosen(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    assert "Your answer: Messages on my phone" in await amina.types("1")
    said = await amina.types("1, 2")
    assert "Your answer: Messages on my phone, News and questions on paper" in said
    assert "To take one off, tap it again or type: remove 1" in said
    said = await amina.types("5")
    assert "Messages on my phone, News and questions on paper, Plainer words" in said
    said = await amina.types("remove 2")
    assert "Your answer: Messages on my phone, Plainer words" in said
    await amina.types("done")
    (row,) = await hood.exported(await hood.officer())
    chosen = {
        name for name, value in row.items() if name.startswith("taking_part.") and value == "1"
    }
    assert chosen == {"taking_part.phone_messages", "taking_part.plain_words"}


async def test_how_to_take_one_off_is_understood_in_every_language(hood: Neighbourhood) -> None:
    for language in ("en", "pl", "ur"):
        said = hood.stage.words.plain("question-several-less", language, number=3)
        example = said.rpartition(":")[2]
        assert taken_off("".join(s for s in example if s not in "\u2068\u2069")) == "3", language


async def reader(hood: Neighbourhood, language: str) -> Person:
    person = Person(hood.stage, hood.stage.emulator.phone("Ewa", language_code=language))
    await person.start()
    await person.taps(hood.stage.words.plain("button-start", language))
    await person.taps(hood.stage.words.plain("button-yes", language))
    await person.types("HP12 3HP")
    await person.taps(hood.stage.words.plain("button-answer-now", language))
    return person


async def test_polish_is_understood_from_a_keyboard_without_its_letters(
    hood: Neighbourhood,
) -> None:
    ewa = await reader(hood, "pl")
    assert "2 z 4." in await ewa.types("poziom zycia")
    await ewa.types("prostsze slowa")
    assert "Co się zmieniło poprzednim razem" in await ewa.types("co sie zmienilo")
    await ewa.types("gotowe")
    assert "4 z 4." in await ewa.types("bardzo latwo")
    await ewa.types("Wiecej drzew")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Standard of living"
    assert (row["taking_part.plain_words"], row["taking_part.seeing_results"]) == ("1", "1")
    assert row["easy_to_find_out"] == "5"


async def test_urdu_is_understood_joined_and_with_arabic_letters(hood: Neighbourhood) -> None:
    samina = await reader(hood, "ur")
    await samina.types("معيار زندگى")
    await samina.types("ميرے فون پرپیغامات")
    await samina.types("ہوگیا")
    await samina.types("بہتآسان")
    await samina.types("زیادہ درخت")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Standard of living"
    assert row["taking_part.phone_messages"] == "1"
    assert row["easy_to_find_out"] == "5"
    assert not any(value for name, value in row.items() if name.endswith(".comment"))


async def test_several_answers_in_words_are_all_taken(hood: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    assert "2 of 4" in await amina.types("im not sure")
    said = await amina.types("Messages on my phone and meetings near my home, please")
    assert "Your answer: Messages on my phone, Meetings near my home" in said
    assert "We can't tell which choice that is" in await amina.types("1, 3 and 8")
    await amina.types("done")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "I'm not sure"
    assert row["taking_part.phone_messages"] == row["taking_part.meetings_nearby"] == "1"
    assert row["taking_part.none_of_these"] in ("0", "")
