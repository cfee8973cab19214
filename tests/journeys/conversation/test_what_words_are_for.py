"""Typed words are for what the person has in front of them, whatever else waits (decision 0040)."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person, answers_all
from sending import news_comes

from emulator import Message

NEWS = "Shall we close the park at night?"
FORGOTTEN = "We've forgotten"
OFFERED = "Shall we add that to your answer"


async def at_the_text(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("1")
    for _ in range(2):
        await amina.types("skip")
    assert "What one thing" in amina.question


async def news(hood: Neighbourhood, amina: Person, text: str = NEWS) -> None:
    await news_comes(hood, amina, text)


async def own_words(hood: Neighbourhood) -> list[str]:
    rows = await hood.exported(await hood.officer())
    return [row["own_words"] for row in rows if row["own_words"]]


async def row_of(hood: Neighbourhood) -> dict[str, str]:
    (row,) = await hood.exported(await hood.officer())
    return row


async def replies(person: Person, to: Message | None, text: str) -> str:
    assert to is not None
    original = {"message_id": to.message_id, "date": 1_662_400_000, "text": to.text}
    original["chat"] = {"id": person.phone.user_id, "type": "private", "first_name": "Amina"}
    person.phone.say(person.phone.chat, text, {"reply_to_message": original})
    return await person.settles()


@pytest.mark.parametrize(
    ("words", "chosen"), [("jobs", 1), ("health", 1), ("none", 0), ("everything", 0)]
)
async def test_a_word_at_the_themes_is_no_answer(
    hood: Neighbourhood, amina: Person, words: str, chosen: int
) -> None:
    await amina.taps("Answer now")
    await amina.types("/themes")
    await amina.types(words)
    assert sum(label.startswith("✓") for label in amina.labels) == chosen
    assert await hood.exported(await hood.officer()) == []


async def test_names_and_numbers_add_themes_and_remove_takes_one_off(amina: Person) -> None:
    await amina.types("/themes")
    for words in ("jobs", "2", "jobs"):
        await amina.types(words)
        assert sum(label.startswith("✓") for label in amina.labels) == 1
    await amina.types("remove 2")
    assert not any(label.startswith("✓") for label in amina.labels)
    assert "every" in await amina.types("next")


@pytest.mark.parametrize("button", ["Change my ward", "Follow another ward"])
async def test_a_ward_asked_for_waits_no_longer_under_a_new_ward_screen(
    amina: Person, button: str
) -> None:
    await amina.types("/ward")
    await amina.taps(button)
    await amina.types("/ward")
    assert "Has your home changed?" in await amina.types("HP11 2TL")
    await amina.types("/ward")
    await amina.types("Abbey")
    assert "Booker" in await amina.types("/ward")
    assert not amina.said_by_bot("Your ward is now")
    assert not amina.said_by_bot("comes here too")


async def test_a_yes_in_reply_to_an_offer_is_for_that_offer(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.types("the parks are dirty")
    first = amina.phone.last
    for words in ("2", "1", "done", "buses are late"):
        await amina.types(words)
    second = amina.phone.last
    await replies(amina, first, "yes")
    await replies(amina, second, "no")
    said = await amina.types("/mine")
    assert "the parks are dirty" in said
    assert "buses are late" not in said


async def test_a_reply_to_an_earlier_question_changes_that_question(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    first = amina.phone.keyboard_message
    for words in ("jobs", "1", "done"):
        await amina.types(words)
    said = await replies(amina, first, "3")
    assert "We've changed your answer" in said
    assert "3 of 4." in said
    row = await row_of(hood)
    assert row["first_theme"] == "Streets, parks and public places"
    assert "Shall we keep that as your comment?" in await replies(
        amina, first, "the buses are late"
    )


async def test_a_reply_to_the_last_question_changes_the_words_written_there(
    hood: Neighbourhood, amina: Person
) -> None:
    await at_the_text(amina)
    asked = amina.phone.keyboard_message
    await amina.types("More lamps")
    assert "We've changed your answer" in await replies(amina, asked, "Benches instead")
    assert await own_words(hood) == ["Benches instead"]


@pytest.mark.parametrize(
    ("screen", "words"),
    [
        ("/ward", "change"),
        ("/ward", "no"),
        ("/themes", "jobs"),
        ("/news", "one a week please"),
        ("/help", "new message"),
        ("/consultations", "not now"),
        ("/language", "cancel"),
        ("/plan", "everything please"),
        ("/mine", "change the answer please"),
    ],
)
async def test_words_under_a_newer_screen_are_never_stored_as_the_last_answer(
    hood: Neighbourhood, amina: Person, screen: str, words: str
) -> None:
    await at_the_text(amina)
    await amina.types(screen)
    await amina.types(words)
    assert not amina.said_by_bot("answers are saved")
    assert await own_words(hood) == []


@pytest.mark.parametrize("joined", [True, False])
async def test_a_number_where_no_list_is_on_the_screen_is_no_ward(
    hood: Neighbourhood, amina: Person, joined: bool
) -> None:
    person = amina if joined else hood.stranger()
    if joined:
        await person.types("/ward")
        await person.taps("Change my ward")
    else:
        await person.start()
        await person.taps("Start")
        await person.taps("Yes")
    await person.taps("Pick from a list")
    await person.types("where is my road?")
    await person.types("12")
    assert not person.said_by_bot("Your ward is now")
    assert person.said_by_bot("You're in") == joined
    await person.taps("Pick from a list")
    await person.types("12")
    assert person.said_by_bot("Your ward is") or person.said_by_bot("You're in")


@pytest.mark.parametrize("words", ["yes", "Yes, forget me", "ok", "1"])
async def test_a_yes_below_news_forgets_nobody(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await amina.types("/forget")
    await news(hood, amina)
    await amina.types(words)
    assert not amina.said_by_bot(FORGOTTEN)
    assert "Booker" in await amina.types("/ward")


async def test_a_yes_below_news_brings_the_question_of_forget_again(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/forget")
    await news(hood, amina)
    assert "Shall we forget you?" in await amina.types("yes")
    assert FORGOTTEN in await amina.types("yes")


async def test_an_old_yes_to_forget_is_asked_again(hood: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("2")
    await amina.types("/forget")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=2))
    assert "We've done nothing" in await amina.types("1")
    assert not amina.said_by_bot(FORGOTTEN)


@pytest.mark.parametrize("words", ["ok", "yes", "Yes, forget me"])
@pytest.mark.parametrize("between", ["/cancel", "/mydata", "/complain bins", "/mine", "/nonsense"])
async def test_forget_is_over_when_something_else_was_asked_for(
    amina: Person, between: str, words: str
) -> None:
    await amina.types("/forget")
    await amina.types(between)
    await amina.types(words)
    assert not amina.said_by_bot(FORGOTTEN)


async def test_cancel_answers_forget_with_no(amina: Person) -> None:
    await amina.types("/forget")
    assert "Nothing has changed" in await amina.types("/cancel")
    await amina.types("yes")
    assert not amina.said_by_bot(FORGOTTEN)


async def test_ok_alone_forgets_nobody(amina: Person) -> None:
    await amina.types("/forget")
    assert "We've done nothing" in await amina.types("ok")


async def test_cancel_answers_the_question_of_a_move(amina: Person) -> None:
    await amina.types("HP11 2TL")
    await amina.types("/cancel")
    await amina.types("yes")
    assert not amina.said_by_bot("Your ward is now")


@pytest.mark.parametrize("between", ["news", "/language", "/plan"])
async def test_a_yes_below_something_newer_moves_nobody(
    hood: Neighbourhood, amina: Person, between: str
) -> None:
    await amina.types("HP11 2TL")
    await (news(hood, amina) if between == "news" else amina.types(between))
    await amina.types("yes")
    assert not amina.said_by_bot("Your ward is now")


async def test_a_move_asked_about_days_ago_is_asked_again(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("HP11 2TL")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=2))
    assert "Has your home changed?" in await amina.types("yes")
    assert not amina.said_by_bot("Your ward is now")
    assert "Your ward is now Abbey" in await amina.types("yes")


@pytest.mark.parametrize("words", ["yes but only for work", "no thats my work"])
async def test_more_than_yes_at_the_move_says_what_to_tap(amina: Person, words: str) -> None:
    await amina.taps("Answer now")
    await amina.types("HP11 2TL")
    assert "We've done nothing" in await amina.types(words)
    assert "Your ward is now Abbey" in await amina.types("yes")


@pytest.mark.parametrize("words", ["no", "yes", "Yes, keep it"])
async def test_a_word_to_news_decides_about_no_words_on_offer(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await amina.taps("Answer now")
    await amina.types("parks are dirty")
    await news(hood, amina)
    assert "You also wrote this" in await amina.types(words)
    assert not amina.said_by_bot("we've kept that")
    assert "we've kept that" in await amina.types("yes")


@pytest.mark.parametrize("screen", ["/language", "/ward", "/themes", "/mine"])
async def test_a_no_at_another_screen_drops_no_words_on_offer(amina: Person, screen: str) -> None:
    await amina.taps("Answer now")
    await amina.types("parks are dirty")
    await amina.types(screen)
    await amina.types("no")
    assert "You also wrote this" in amina.sees
    await amina.types("yes")
    assert "parks are dirty" in await amina.types("/mine")


async def test_words_below_news_are_a_complaint_only_after_a_yes(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/complain")
    await news(hood, amina)
    said = await amina.types("Yes I will come, great idea")
    assert "Is this your complaint?" in said
    assert said.endswith("Yes I will come, great idea")
    assert "What went wrong?" in await amina.types("no")
    assert "We have your complaint" in await amina.types("The page would not open")


async def test_a_complaint_below_news_is_one_after_a_yes(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/complain")
    await news(hood, amina)
    await amina.types("Nobody answers the phone")
    assert "We have your complaint" in await amina.types("yes")


async def test_words_at_an_old_question_are_a_complaint_only_after_a_yes(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/complain")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=5))
    assert await amina.types("Thank you") == "You're welcome."
    await amina.types("hello")
    assert not amina.said_by_bot("We have your complaint")
    assert "Is this your complaint?" in await amina.types("Nobody answers the phone")


async def test_a_ward_named_below_news_is_asked_about(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await news(hood, amina, "A street party in Abbey on Monday")
    assert "Did you mean Abbey?" in await amina.types("Abbey")
    assert "Your ward is now Abbey" in await amina.types("yes")


async def test_a_number_below_news_is_no_ward(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.taps("Pick from a list")
    await news(hood, amina, "Vote: 1 benches, 2 lamps, 3 trees")
    await amina.types("3")
    assert not amina.said_by_bot("Your ward is now")


async def test_a_number_below_news_ticks_no_theme(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/themes")
    await news(hood, amina, "1 benches or 2 lamps?")
    await amina.types("2")
    await amina.types("/themes")
    assert not any(label.startswith("✓") for label in amina.labels)


async def test_a_postcode_at_the_last_question_asks_about_a_move(
    hood: Neighbourhood, amina: Person
) -> None:
    await at_the_text(amina)
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=4))
    assert "Has your home changed?" in await amina.types("HP11 2TL")
    assert await own_words(hood) == []


@pytest.mark.parametrize("words", ["thanks", "ok", "hello", "السلام علیکم"])
async def test_thanks_and_hello_replace_no_words(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await at_the_text(amina)
    await amina.types("Please mend the lamps")
    await amina.types("/mine")
    await amina.taps("Change")
    for _ in range(3):
        await amina.types("next")
    await amina.types(words)
    assert await own_words(hood) == ["Please mend the lamps"]


@pytest.mark.parametrize("words", ["hello", "good morning", "bye", "dzień dobry"])
async def test_hello_is_no_answer_in_own_words(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await at_the_text(amina)
    await amina.types(words)
    assert await own_words(hood) == []


async def test_words_that_replace_an_answer_are_said_to(amina: Person) -> None:
    await answers_all(amina)
    await amina.types("/mine")
    await amina.taps("Change")
    for _ in range(3):
        await amina.types("next")
    assert "We've changed your answer" in await amina.types("Fewer lamps")


async def test_words_under_what_came_of_a_complaint_are_no_answer(
    hood: Neighbourhood, amina: Person
) -> None:
    await at_the_text(amina)
    receipt = await amina.types("/complain The page would not open")
    reference = receipt.split("Your reference: ")[1].split(".")[0]
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    await officer.taps("Record what came of it")
    await officer.types("We mended the page.")
    await officer.taps("Send it, and close")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert "We mended the page." in amina.sees
    assert OFFERED in await amina.types("No, it still does not open!")
    assert hood.stage.words.plain("button-instead-complaint") in amina.labels
    assert not amina.said_by_bot("answers are saved")


@pytest.mark.parametrize("words", ["keep it", "yes keep", "yh", "yess", "please do", "رکھ لیں"])
async def test_the_words_of_the_button_keep_what_is_on_offer(amina: Person, words: str) -> None:
    await amina.taps("Answer now")
    await amina.types("parks are dirty")
    assert "we've kept that as your comment" in await amina.types(words)


@pytest.mark.parametrize("words", ["nooo", "no dont", "delete it"])
async def test_other_ways_to_say_no_drop_it(amina: Person, words: str) -> None:
    await amina.taps("Answer now")
    await amina.types("parks are dirty")
    assert "1 of 4." in await amina.types(words)
    assert "parks" not in await amina.types("/mine")


async def test_no_is_never_offered_as_a_comment(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("1")
    await amina.types("please mend the streets")
    await amina.types("1")
    await amina.taps("Done")
    said = await amina.types("no")
    assert said.endswith("please mend the streets")
