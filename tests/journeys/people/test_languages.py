"""In which language people are written to: their phone's, or the one they choose."""

from dataclasses import replace
from datetime import date

import pytest
from company import Neighbourhood, Person

from content.schema.council import Confirmation
from emulator.bot_api.commands import commands_for

POLISH, URDU = "Polski", "اردو"


def stranger(hood: Neighbourhood, language: str) -> Person:
    """Somebody whose phone asks for this language."""
    return Person(hood.stage, hood.stage.emulator.phone("Sam", language_code=language))


def with_council(hood: Neighbourhood, **changes: object) -> None:
    """Changes fields of council.yaml, as a reload would."""
    world = hood.stage.service.world
    council = hood.library.council.model_copy(update=changes)
    world.renew(replace(hood.library, council=council), world.loaded)


def menu_of(person: Person) -> dict[str, str]:
    """The commands this phone's menu offers, with what it says of each."""
    emulator = person.stage.emulator
    found = commands_for(emulator, emulator.users[person.phone.user_id])
    return {each["command"]: each["description"] for each in found}


async def test_a_phone_in_polish_is_greeted_in_polish(hood: Neighbourhood) -> None:
    person = stranger(hood, "pl")
    words = hood.stage.words
    assert await person.start() != ""
    assert words.plain("button-start", "pl") in person.labels
    assert POLISH not in person.labels
    assert "English" in person.labels


async def test_a_language_we_lack_is_answered_in_english_and_says_so(hood: Neighbourhood) -> None:
    seen = await stranger(hood, "ro").start()
    assert "Your phone is set to Romanian. We don't write in that language yet" in seen


async def test_the_language_is_chosen_at_the_start(hood: Neighbourhood) -> None:
    person = hood.stranger()
    await person.start()
    await person.taps(URDU)
    assert hood.stage.words.plain("button-start", "ur") in person.labels
    await person.taps(hood.stage.words.plain("button-start", "ur"))
    assert person.labels == [hood.stage.words.plain(f"button-{w}", "ur") for w in ("yes", "no")]


async def test_a_language_is_chosen_by_its_name_in_any_of_them(amina: Person) -> None:
    await amina.types("/language Polish")
    assert amina.sees.startswith(amina.stage.words.plain("language-set", "pl"))
    await amina.types("/language اردو")
    assert amina.stage.words.html("language-set", "ur") in amina.sees
    assert "We write to you in English now." in await amina.types("/language english")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Urdu", "ur"), ("po polsku", "pl"), ("Polish", "pl"), ("polnisch", "pl"),
        ("angielski", "en"), ("in English please", "en"), ("انگریزی", "en"), ("پولش", "pl"),
        ("urdu mein", "ur"), ("pl", "pl"),
    ],
)  # fmt: skip
async def test_a_languages_name_is_understood_as_people_know_it(
    amina: Person, name: str, language: str
) -> None:
    """Only a language's own name and the English one were, and under the buttons only the label."""
    words = amina.stage.words
    await amina.types("/language")
    assert words.html("language-set", language) in await amina.types(name)
    await amina.types("/language polski")
    assert words.html("language-set", language) in await amina.types(f"/language {name}")


async def test_a_language_is_named_in_words_under_the_greeting(hood: Neighbourhood) -> None:
    person = hood.stranger()
    await person.start()
    await person.types("po polsku")
    assert hood.stage.words.plain("button-start", "pl") in person.labels


async def test_a_language_is_chosen_by_a_tap_or_by_typing_its_button(amina: Person) -> None:
    assert "Which language?" in await amina.types("/language")
    await amina.types("polski")
    assert amina.sees.startswith(amina.stage.words.plain("language-set", "pl"))
    # Until a native speaker has read them, the words say what they are.
    assert amina.stage.words.plain("language-draft", "pl") in amina.sees


async def test_a_language_somebody_has_checked_is_no_draft_any_more(
    hood: Neighbourhood, amina: Person
) -> None:
    """The council names who checked the words and when; the other language stays a draft."""
    checked = Confirmation(by="Anna Nowak, library service", on=date(2022, 9, 1))
    with_council(hood, language_checks={"pl": checked})
    words = amina.stage.words
    assert words.plain("language-draft", "pl") not in await amina.types("/language polski")
    assert words.html("language-draft", "ur") in await amina.types("/language urdu")


async def test_a_day_still_to_come_confirms_nothing(hood: Neighbourhood, amina: Person) -> None:
    """2062 for 2026 took the draft's warning away at once."""
    later = Confirmation(by="Anna Nowak, library service", on=date(2062, 9, 1))
    with_council(hood, language_checks={"pl": later}, anyone_may_answer=later)
    draft = amina.stage.words.plain("language-draft", "pl")
    assert draft in await amina.types("/language polski")
    assert "able to vote" not in await hood.stranger().start()


async def test_who_may_answer_is_said_once_the_council_has_confirmed_it(
    hood: Neighbourhood,
) -> None:
    assert "able to vote" not in await hood.stranger().start()
    confirmed = Confirmation(by="Data protection officer", on=date(2022, 9, 1))
    with_council(hood, anyone_may_answer=confirmed)
    seen = await hood.stranger().start()
    assert "You don't need to be a citizen or able to vote." in seen
    assert "council tax, benefits, housing or immigration" in seen


async def test_a_language_we_lack_is_refused_with_those_we_have(amina: Person) -> None:
    seen = await amina.types("/language Klingon")
    assert "We can't write that language yet. You can choose: English, Polski, اردو." in seen
    assert POLISH in amina.labels


async def test_choosing_a_language_before_anything_else_greets_in_it(hood: Neighbourhood) -> None:
    person = hood.stranger()
    await person.types("/language polski")
    assert hood.stage.words.plain("button-start", "pl") in person.labels


async def test_the_menu_of_commands_follows_the_language(amina: Person) -> None:
    await amina.types("/language polski")
    assert menu_of(amina)["news"] == amina.stage.words.plain("command-news", "pl")


async def test_menus_are_there_by_role_and_language(hood: Neighbourhood) -> None:
    pole = stranger(hood, "pl")
    said = menu_of(pole)
    assert said["plan"] == hood.stage.words.plain("command-plan", "pl")
    assert "send" not in said
    officer = await hood.officer()
    assert {"send", "results", "export"} <= menu_of(officer).keys()
    board = await hood.board_member()
    commands = menu_of(board)
    assert "send" in commands
    assert "export" not in commands


async def test_an_open_question_comes_in_the_language_that_was_chosen(amina: Person) -> None:
    """It stayed in the old one, with its buttons, and nothing said how to get it."""
    english = await amina.taps("Answer now")
    words = amina.stage.words
    seen = await amina.types("/language polski")
    assert any(words.html("language-set", "pl") in m.text for m in amina.from_bot)
    assert seen != english
    assert "1 z 4" in seen
    assert "Edukacja" in " ".join(amina.labels)
    await amina.types("1")
    assert "2 z 4" in amina.sees


async def test_a_choice_of_ward_comes_in_the_language_that_was_chosen(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    words = amina.stage.words
    assert words.html("ward-ask-moving", "pl") in await amina.types("/language polski")


async def test_where_nothing_waits_only_the_language_is_confirmed(amina: Person) -> None:
    words = amina.stage.words
    assert (await amina.types("/language polski")).startswith(words.plain("language-set", "pl"))
