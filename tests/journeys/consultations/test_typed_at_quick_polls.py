"""What people type at quick polls: a reply, a number, an edit, several polls, one that is over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import ANSWERS, QUESTION, asked, composed
from company import Neighbourhood, Person
from crossing import replies
from evenings import at

from emulator import Message

HINT = "That is none of the answers, so it isn't counted."
LOST = ("We didn't understand", "we haven't kept it")


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Maria")


@pytest.fixture
async def nick(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Nick")


async def edits(person: Person, words: str, to: str) -> str:
    mine = next(m for m in reversed(person.phone.messages) if m.text == words and not m.from_bot)
    person.phone.edit_text(mine.message_id, to)
    return await person.settles()


def newest(person: Person, words: str) -> Message:
    return next(m for m in reversed(person.from_bot) if words in m.text)


async def urgent(hood: Neighbourhood, words: str = "The road is closed.") -> None:
    """Something newer, which reaches everybody at once."""
    officer = await hood.officer("Second")
    other = await hood.officer("Third")
    await officer.types("/send")
    await officer.types("Booker, Cressex and Castlefield")
    await officer.taps("Done")
    await officer.taps("Something urgent")
    await officer.types(words)
    await officer.taps("Send to")
    await other.taps("Yes, send")
    await hood.stage.settle()


async def asks(author: Person, approver: Person, question: str, answers: str) -> None:
    await author.types("/ask")
    await author.types(question)
    await author.types(answers)
    await author.types("14")
    await author.taps("Send to")
    await approver.taps("Yes, send")
    await approver.settles()


async def two_in_one_message(
    hood: Neighbourhood, maria: Person, nick: Person, bench: str = "Yes\nNo"
) -> None:
    await maria.types("/send")
    await maria.taps("Something else")
    await maria.types("The lamps are on.")
    await maria.taps("Send to")
    await hood.stage.settle()
    await asks(maria, nick, "Do you want a bench?", bench)
    await asks(nick, maria, "Do you want a bin?", "Yes\nNo\nMaybe")
    await at(hood, 12, days=8)


async def begins_questions(person: Person) -> None:
    await person.types("/consultations")
    await person.taps("Answer now")


@pytest.mark.parametrize(
    ("answers", "typed", "kept"),
    [
        (("No bench", "1 bench", "2 benches", "3 benches"), "1", "1 bench"),
        (("No bench", "1 bench", "2 benches", "3 benches"), "2", "2 benches"),
        (("No bench", "1 bench", "2 benches", "3 benches"), "two", "2 benches"),
        (("3 May", "10 May", "17 May"), "3", "3 May"),
        (("3 May", "10 May", "17 May"), "3rd May", "3 May"),
        (("10am", "2pm", "6pm"), "10", "10am"),
        (("10am", "2pm", "6pm"), "2 pm", "2pm"),
        (ANSWERS, "3", "Neither"),
        (("Now and in the big hall beside the old church", "Later"), "2", "Later"),
    ],
)
async def test_a_number_is_what_the_answers_say_and_a_place_where_they_say_none(
    hood: Neighbourhood,
    amina: Person,
    maria: Person,
    nick: Person,
    answers: tuple[str, ...],
    typed: str,
    kept: str,
) -> None:
    """Typed "2" was kept as "1 bench", the second of the buttons."""
    await asked(hood, maria, nick, answers)
    assert f"Kept: {kept}." in await amina.types(typed)
    message = amina.phone.keyboard_message
    assert message is not None
    assert f"Kept: {kept}." in await replies(amina, message, typed)


@pytest.mark.parametrize("typed", ["1", "4", "6", "the second one"])
async def test_a_number_that_may_be_no_answer_or_several_is_asked_about(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person, typed: str
) -> None:
    await asked(hood, maria, nick, ("6pm", "10am", "2pm"))
    said = await amina.types(typed)
    if typed == "6":
        assert "Kept: 6pm" in said
        return
    assert "isn't counted" in said
    assert QUESTION in said
    assert amina.labels == ["6pm", "10am", "2pm"]
    assert "Kept: 10am" in await amina.types("10")


async def test_answers_that_lost_one_keep_the_numbers_that_they_show(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick, ("2) Road", "3) Field", "4) Church"))
    assert "Kept: 2) Road" in await amina.types("2")
    assert "Kept: 3) Field" in await amina.types("3)")
    assert HINT in await amina.types("1")


@pytest.mark.parametrize("typed", ["Saturday", "2", "neither"])
async def test_a_reply_to_a_poll_is_for_it_whatever_is_below(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person, typed: str
) -> None:
    """It said "we haven't kept it. To answer questions: /consultations", which has no polls."""
    await asked(hood, maria, nick)
    poll = newest(amina, QUESTION)
    await urgent(hood)
    assert "Kept: " in await replies(amina, poll, typed)


async def test_a_reply_in_other_words_shows_the_poll_again(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    poll = newest(amina, QUESTION)
    assert HINT in await replies(amina, poll, "I prefer Monday")
    await urgent(hood)
    assert HINT in await replies(amina, poll, "I prefer Monday")
    assert amina.labels == [*ANSWERS]
    assert "Kept: Sunday" in await amina.types("sunday")


async def test_a_reply_to_any_copy_of_a_poll_is_for_that_poll(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    first = newest(amina, QUESTION)
    await amina.types("sunday")
    second = newest(amina, "Kept: Sunday")
    await amina.types("saturday")
    third = newest(amina, "Kept: Saturday")
    await amina.types("neither")
    await amina.types("/plan")
    for message, typed, kept in (
        (first, "1", "Saturday"),
        (second, "2", "Sunday"),
        (third, "3", "Neither"),
    ):
        assert f"Kept: {kept}." in await replies(amina, message, typed)


async def test_thanks_in_reply_to_a_poll_are_no_answer(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    assert "isn't counted" not in await replies(amina, newest(amina, QUESTION), "thanks")


async def test_the_whole_label_of_an_open_poll_further_up_answers_it(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    await urgent(hood)
    assert "We didn't understand" in await amina.types("2")
    assert "Kept: Sunday." in await amina.types("sunday")


async def test_a_yes_and_a_number_are_never_for_a_poll_further_up(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick, ("1", "2", "Yes"))
    await urgent(hood)
    assert "We didn't understand" in await amina.types("yes")
    assert "We didn't understand" in await amina.types("2")
    assert amina.said_by_bot("Kept:") == 0


async def test_so_does_one_below_an_open_question_and_news(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await begins_questions(amina)
    await asked(hood, maria, nick)
    await urgent(hood)
    assert "Kept: Sunday." in await amina.types("sunday")


@pytest.mark.parametrize(
    "typed", ["Neither of them", "1 or 2", "saturday and sunday", "yes", "4", "hello", "saterday"]
)
async def test_what_is_no_answer_is_told_so_and_the_poll_is_shown_again(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person, typed: str
) -> None:
    """It said only "We didn't understand that. /help shows what you can do here"."""
    await asked(hood, maria, nick)
    said = await amina.types(typed)
    assert HINT in said
    assert QUESTION in said
    assert "You can do that until Monday 12 September" in said
    assert "/help" in said
    assert amina.labels == [*ANSWERS]
    await amina.taps("Sunday")
    assert "Your answer: Sunday." in await amina.types(typed)


async def test_words_that_begin_two_answers_are_asked_about(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick, ("Saturday morning", "Saturday afternoon", "Neither"))
    assert "We can't tell which answer that is" in await amina.types("saturday")
    assert amina.labels == ["Saturday morning", "Saturday afternoon", "Neither"]


async def test_later_under_a_poll_is_not_for_the_invitation_above(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await amina.types("/consultations")
    await asked(hood, maria, nick)
    assert "until Monday 12 September" in await amina.types("later")


@pytest.mark.parametrize("stopped", [False, True])
async def test_one_that_is_over_says_so_to_whoever_types_its_answer(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person, stopped: bool
) -> None:
    """Who had not answered read "We didn't understand that"."""
    await asked(hood, maria, nick)
    poll = newest(amina, QUESTION)
    said = "This question has ended"
    if stopped:
        said = "We stopped this question"
        await maria.types("/ask")
        await maria.taps("What I asked before")
        await maria.taps("1 ")
        await maria.taps(next(x for x in maria.labels if x in ("Stop it", "End it early")))
        await maria.types("It rains.")
        await maria.taps("Yes,")
    else:
        await hood.leap(hood.stage.clock.now() + timedelta(days=9))
    for typed in ("Sunday", "2"):
        assert said in await amina.types(typed)
        assert said in await replies(amina, poll, typed)
    assert said in await replies(amina, poll, "I prefer Monday")
    assert "We didn't understand" in await amina.types("I prefer Monday")


async def test_several_polls_in_one_message_take_a_typed_answer(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """Every answer was met with "We didn't understand that"."""
    await two_in_one_message(hood, maria, nick)
    joined = newest(amina, "Do you want a bin?")
    assert joined.text.count("or type your answer. You can do that until") == 2
    assert amina.labels == ["Answer: Do you want a bench?", "Answer: Do you want a bin?"]
    assert "Do you want a bin?" in await amina.types("2")
    assert amina.labels == ["Yes", "No", "Maybe"]
    assert "Kept: Maybe" in await replies(amina, joined, "maybe")
    assert "Kept: Yes" in await replies(amina, joined, "1 Yes")
    assert "Do you want a bench?" in amina.sees
    assert "Which question is “no” for?" in await replies(amina, joined, "no")
    assert amina.labels == ["1 Do you want a bench?", "2 Do you want a bin?"]
    assert "Kept: No" in await amina.types("2")
    assert "Do you want a bin?" in amina.sees
    assert HINT in await replies(amina, joined, "perhaps")
    assert amina.labels == ["1 Do you want a bench?", "2 Do you want a bin?"]


async def test_maybe_under_two_polls_is_for_the_one_that_has_it(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await two_in_one_message(hood, maria, nick)
    assert "Which question is “Yes” for?" in await amina.types("Yes")
    assert "Kept: Yes" in await amina.taps("1 Do you want a bench?")
    joined = newest(amina, "Do you want a bin?")
    assert "Kept: Maybe" in await replies(amina, joined, "maybe")


async def test_own_words_under_a_poll_are_offered_with_the_question_they_would_be_kept_at(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """They became a comment on another question, and the offer didn't say on which."""
    await begins_questions(amina)
    await asked(hood, maria, nick)
    said = await amina.types("maybe lol")
    assert f"That is none of the answers to “{QUESTION}”." in said
    assert "Shall we keep that as your comment on" in said
    assert "The plan for your area" in said
    await amina.taps("No")
    assert HINT in await replies(amina, newest(amina, QUESTION), "no idea at all")


async def test_own_words_under_news_are_offered_with_the_question_too(
    hood: Neighbourhood, amina: Person
) -> None:
    await begins_questions(amina)
    await urgent(hood)
    said = await amina.types("which bins lol")
    assert "Shall we keep that as your comment on" in said
    assert "none of the answers" not in said


async def test_an_edit_of_the_answer_changes_it(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It said "That changes nothing here. To change an answer: /mine", where there was none."""
    await composed(maria, days="3")
    await maria.taps("Send to")
    await nick.taps("Yes, send")
    await amina.types("Sunday")
    assert "Kept: Saturday." in await edits(amina, "Sunday", "Saturday")
    said = await edits(amina, "Saturday", "whatever")
    assert HINT in said
    assert "Your answer: Saturday." in said
    await urgent(hood)
    assert "Kept: Neither." in await edits(amina, "whatever", "3")
    await hood.leap(hood.stage.clock.now() + timedelta(days=5))
    assert "This question has ended" in await edits(amina, "3", "2")


async def test_an_edit_makes_an_answer_of_what_was_none(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    await amina.types("Sundya")
    assert "Kept: Sunday." in await edits(amina, "Sundya", "Sunday")


async def test_an_edit_of_anything_else_says_how_the_answer_is_changed(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await amina.types("/plan")
    await amina.types("thanks")
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    said = await edits(amina, "thanks", "thanks a lot")
    assert "To change your answer to a quick question: tap another under it, or type it." in said


async def test_mine_shows_the_answer_and_leads_back_to_the_poll(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It said "You haven't answered any questions yet"."""
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await urgent(hood)
    said = await amina.types("/mine")
    assert "haven't answered" not in said
    assert f"{QUESTION}\nSunday" in said
    assert "Your answer: Sunday." in await amina.taps(f"Change: {QUESTION[:10]}")
    assert "Kept: Neither" in await amina.types("neither")
    await hood.leap(hood.stage.clock.now() + timedelta(days=9))
    said = await amina.types("/mine")
    assert f"{QUESTION}\nNeither" in said
    assert not any(label.startswith("Change:") for label in amina.labels)


TREES, COLOUR = "Where shall we plant trees?", "Which colour for the benches?"


async def trees_and_colour(
    hood: Neighbourhood, maria: Person, nick: Person, *, together: bool
) -> None:
    """Two quick polls in one message, or in one each."""
    first = "By the school\nOnly at the pond\nNowhere\n2 at the church"
    if together:
        await two_in_one_message(hood, maria, nick, bench=first)
        return
    await asks(maria, nick, TREES, first)
    await asks(nick, maria, COLOUR, "Green\nBrown")


@pytest.mark.parametrize("tapped", [False, True])
async def test_each_of_two_polls_in_one_message_takes_its_answers_one_after_the_other(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person, *, tapped: bool
) -> None:
    """The exact answer to the second was "none of the answers, so it isn't counted"."""
    await trees_and_colour(hood, maria, nick, together=True)
    if tapped:
        await amina.taps("Answer: Do you want a bin?")
    said = await amina.types("Maybe")
    assert "Do you want a bin?" in said
    assert "Kept: Maybe." in said
    said = await amina.types("Only at the pond")
    assert "Do you want a bench?" in said
    assert "Kept: Only at the pond." in said
    assert "Only at the pond\n" in await amina.types("/mine")


async def test_each_of_two_polls_in_messages_of_their_own_takes_its_answers(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await amina.types("/news")
    await amina.taps("Up to three a week")
    await trees_and_colour(hood, maria, nick, together=False)
    assert COLOUR in amina.sees
    for typed in ("Brown", "Nowhere", "green", "2 at the church", "brown"):
        assert f"Kept: {typed.capitalize()}." in await amina.types(typed)
    assert HINT in await amina.types("Purple")


async def test_a_no_that_may_be_for_the_other_poll_of_the_message_is_asked_about(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It changed the answer to the first from Yes to No."""
    await two_in_one_message(hood, maria, nick)
    await amina.types("yes")
    assert "Kept: Yes." in await amina.types("1")
    assert "Which question is “no” for?" in await amina.types("no")
    assert amina.labels == ["1 Do you want a bench?", "2 Do you want a bin?"]
    assert "Do you want a bin?" in await amina.types("2")
    assert "Kept: No." in amina.sees
    assert "Kept: Yes." in await amina.types("yes")  # both are answered: it is for the last
    assert "Do you want a bin?" in amina.sees


async def test_what_answers_the_poll_that_was_tapped_is_for_no_other_of_its_message(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await two_in_one_message(hood, maria, nick)
    await amina.taps("Answer: Do you want a bench?")
    said = await amina.types("yes")
    assert "Do you want a bench?" in said
    assert "Kept: Yes." in said
    assert HINT in await amina.types("perhaps")


async def test_words_for_a_poll_further_up_press_a_button_on_screen_first(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await amina.types("/news")
    await amina.taps("Up to three a week")
    await asks(maria, nick, TREES, "What others say now\nNowhere")
    await asks(nick, maria, COLOUR, "Green\nBrown")
    await amina.types("Brown")
    assert COLOUR in await amina.types("What others say now")
    assert amina.said_by_bot("Kept: What others say now") == 0
