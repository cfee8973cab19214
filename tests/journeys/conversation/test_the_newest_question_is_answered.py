"""Words typed at a screen with a few buttons are for that screen, whatever else waits."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

HINT = "We've done nothing"


async def at_question_two(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.types("/forget")


async def saved(hood: Neighbourhood) -> list[dict[str, str]]:
    return await hood.exported(await hood.officer())


@pytest.mark.parametrize("words", ["9", "yes", "ponds", "forget the ponds", "HP12 3HP"])
async def test_words_at_forget_that_fit_no_button_decide_nothing(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await at_question_two(amina)
    before = amina.said_by_bot("2 of 4.")
    said = await amina.types(words)
    assert HINT in said
    assert "Now: take my answers back" in said
    assert "When it closes" in amina.labels
    assert amina.said_by_bot("2 of 4.") == before
    (row,) = await saved(hood)
    assert "ponds" not in str(row)


@pytest.mark.parametrize(
    ("words", "reply"),
    [("now", "We've forgotten"), ("when it", "We will forget you"), ("no", "Nothing has changed")],
)
async def test_the_beginning_of_a_button_of_forget_presses_it(
    amina: Person, words: str, reply: str
) -> None:
    await at_question_two(amina)
    await amina.types(words)
    assert reply in amina.sees


@pytest.mark.parametrize(
    ("words", "reply"),
    [("1", "We've forgotten"), ("2", "We will forget you"), ("option 3", "Nothing has changed")],
)
async def test_a_number_at_forget_presses_the_button_in_that_place(
    amina: Person, words: str, reply: str
) -> None:
    await at_question_two(amina)
    assert reply in await amina.types(words)


@pytest.mark.parametrize("words", ["yes please", "jasne", "haan ji", "1"])
async def test_yes_in_any_language_at_forget_forgets(amina: Person, words: str) -> None:
    await amina.types("/forget")
    assert "We've forgotten" in await amina.types(words)


@pytest.mark.parametrize("words", ["no thanks", "jednak nie", "نہیں", "2"])
async def test_no_in_any_language_at_forget_changes_nothing(amina: Person, words: str) -> None:
    await amina.types("/forget")
    assert "Nothing has changed" in await amina.types(words)


async def test_an_unclear_answer_at_forget_brings_the_question_again_as_it_was(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.types("More lamps near my door")
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    await amina.types("/forget")
    await amina.taps("Delete my words too")
    said = await amina.types("hm, maybe")
    assert HINT in said
    assert "Shall we forget you?" in said
    assert "Keep my words" in amina.labels
    assert "Your own words are deleted too" in await amina.types("yes")


async def test_the_name_of_a_ward_is_understood_after_whom_to_call_was_shown(
    amina: Person,
) -> None:
    """Postcodes were, names were not."""
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("my husband hits me every night")
    assert "Your ward is now Abbey" in await amina.types("Abbey")


async def test_a_complaint_goes_on_after_whom_to_call_was_shown(amina: Person) -> None:
    await amina.types("/complain")
    await amina.types("my husband hits me and nobody came")
    assert "added that to your complaint" in await amina.types("It was on Monday")


async def test_yes_at_forget_is_understood_after_whom_to_call_was_shown(amina: Person) -> None:
    await amina.types("/forget")
    await amina.types("i want to die")
    assert "We've forgotten" in await amina.types("yes")


@pytest.mark.parametrize("words", ["yes", "dzień dobry", "nie"])
async def test_yes_or_hello_after_another_screen_is_not_added_to_an_offered_comment(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await amina.taps("Answer now")
    await amina.types("the ponds are dirty")
    await amina.types("/mine")
    said = await amina.types(words)
    assert "You also wrote this" in said
    assert said.endswith("the ponds are dirty")
    await amina.types("yes")
    (row,) = await saved(hood)
    assert row["first_theme.comment"] == "the ponds are dirty"


async def test_yes_answers_the_newest_screen_and_not_the_offer_above_it(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("the ponds are dirty")
    await amina.types("HP11 2TL")
    assert "Has your home changed?" in amina.question
    assert "Your ward is now Abbey" in await amina.types("yes")


@pytest.mark.parametrize("words", ["no", "good morning"])
async def test_yes_or_hello_at_a_choice_is_no_comment(amina: Person, words: str) -> None:
    await amina.taps("Answer now")
    assert "We can't tell which choice that is" in await amina.types(words)


@pytest.mark.parametrize("screen", ["/themes", "/plan", "/language"])
async def test_numbers_below_another_list_change_no_answer(
    hood: Neighbourhood, amina: Person, screen: str
) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.taps("Messages")
    await amina.types(screen)
    await amina.types("2 and 3")
    (row,) = await saved(hood)
    chosen = {name for name, value in row.items() if "taking_part." in name and value == "1"}
    assert chosen == {"taking_part.phone_messages"}


@pytest.mark.parametrize("words", ["2 and 3", "2,3", "2 i 3"])
async def test_several_numbers_at_the_themes_tick_them(amina: Person, words: str) -> None:
    await amina.types("/themes")
    await amina.types("2")
    await amina.types(words)
    assert sum(label.startswith("✓") for label in amina.labels) == 2
    assert "We can't tell which choice" in await amina.types("2 and 40")


async def test_a_number_in_reply_to_the_question_is_its_answer(amina: Person) -> None:
    await amina.taps("Answer now")
    question = amina.phone.keyboard_message
    assert question is not None
    await amina.types("/plan")
    original = {"message_id": question.message_id, "date": 1_662_400_000, "text": question.text}
    original["chat"] = {"id": amina.phone.user_id, "type": "private", "first_name": "Amina"}
    amina.phone.say(amina.phone.chat, "2", {"reply_to_message": original})
    assert "2 of 4." in await amina.settles()


async def test_yes_at_forget_beats_a_ward_that_was_asked_for_before(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("/forget")
    assert amina.said_by_bot("Shall we forget you?")
    said = await amina.types("Yes, forget me")
    assert "We can't find" not in said
    assert "forgotten" in said


async def test_yes_at_forget_beats_a_complaint_just_made(amina: Person) -> None:
    await amina.types("/complain")
    await amina.types("The page would not open")
    await amina.types("/forget")
    assert "forgotten" in await amina.types("yes")


async def test_an_answer_above_forget_makes_the_question_wait_again(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    question = amina.phone.keyboard_message
    assert question is not None
    await amina.types("/forget")
    amina.phone.tap("Streets", message=question)
    await amina.settles()
    await amina.types("1")
    (row,) = await saved(hood)
    assert HINT not in amina.sees
    assert "1" in list(row.values())


@pytest.mark.parametrize("words", ["cancel", "never mind", "anuluj", "منسوخ"])
async def test_cancel_leaves_the_question_of_the_ward(amina: Person, words: str) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    assert "Booker" in await amina.types(words)
    assert "We can't find" not in await amina.types("hello there")


async def test_a_ward_that_was_asked_for_no_longer_waits_under_a_newer_screen(
    amina: Person,
) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("/language")
    assert "We can't find" not in await amina.types("good morning")
    assert "polsku" in await amina.types("polski")


async def test_a_ward_that_was_asked_for_above_a_newer_screen_still_waits(amina: Person) -> None:
    await amina.types("/ward")
    asked = amina.phone.keyboard_message
    await amina.types("/themes")
    assert asked is not None
    await amina.settles()
    amina.phone.tap("Change my ward", message=asked)
    await amina.settles()
    await amina.types("Abbey")
    assert "Abbey" in await amina.types("/ward")


async def test_yes_at_the_introduction_of_a_consultation_begins_it(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/consultations")
    assert "1 of 4." in await amina.types("yes")
