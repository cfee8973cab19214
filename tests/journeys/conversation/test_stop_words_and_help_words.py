"""A message that is only a stop word stops messages anywhere; a help word helps."""

import pytest
from company import BOOKER, Neighbourhood, Person, answers_all

STOPPED = "You've stopped"


async def test_a_stop_word_stops_messages_at_a_choice_and_is_no_comment(
    hood: Neighbourhood, amina: Person
) -> None:
    """W1."""
    assert STOPPED in await amina.types("Stop, please!")
    await amina.start()
    await amina.taps("Answer now")
    assert STOPPED in await amina.types("بند کریں")
    assert await hood.exported(await hood.officer()) == []


async def test_a_stop_word_at_a_text_question_is_never_the_answer(
    hood: Neighbourhood, amina: Person
) -> None:
    """W1."""
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    assert STOPPED in await amina.types("Proszę, PRZESTAŃ")
    assert await hood.exported(await hood.officer()) == []
    assert "Stop the lorries" not in await amina.types("Stop the lorries on Mill Lane, please")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "Stop the lorries on Mill Lane, please"


async def test_a_stop_word_while_joining_keeps_nothing(hood: Neighbourhood) -> None:
    """W1."""
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    assert "We have kept nothing" in await sam.types("Stop")


async def test_a_stop_word_in_a_broadcast_s_draft_is_no_broadcast(
    hood: Neighbourhood, amina: Person
) -> None:
    """W1."""
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    assert STOPPED in await board.types("stop")
    assert amina.said_by_bot("stop\n") == 0


async def test_a_stop_word_under_a_photo_or_in_an_edited_message_stops_too(amina: Person) -> None:
    """W1."""
    amina.phone.send_photo("Stop please")
    assert STOPPED in await amina.settles()
    await amina.start()
    said = amina.phone.type("hello")
    await amina.settles()
    amina.phone.edit_text(said.message_id, "STOP")
    assert STOPPED in await amina.settles()


async def test_a_help_word_helps_in_the_middle_of_questions(
    hood: Neighbourhood, amina: Person
) -> None:
    """W1."""
    await amina.taps("Answer now")
    assert "What you can do here" in await amina.types("HELP!")
    for _ in range(3):
        await amina.types("skip")
    assert "What you can do here" in await amina.types("pomoc")
    assert await hood.exported(await hood.officer()) == []


async def test_after_a_receipt_stop_still_stops(amina: Person) -> None:
    """W1."""
    await answers_all(amina)
    assert STOPPED in await amina.types("/Unsubscribe")


MORE_STOPS = ["Leave me alone!", "stop it", "quit", "end messages", "nie chcę wiadomości"]


@pytest.mark.parametrize("words", [*MORE_STOPS, "میسج مت بھیجو"])
async def test_other_ways_to_say_stop_stop_messages_too(amina: Person, words: str) -> None:
    """W1."""
    await amina.taps("Answer now")
    assert STOPPED in await amina.types(words)


FORGETS = ["Forget me", "delete me please", "Delete my data", "usuńcie moje dane"]


@pytest.mark.parametrize("words", [*FORGETS, "zapomnijcie o mnie", "میرا ڈیٹا مٹا دیں"])
async def test_asking_in_words_to_be_forgotten_does_what_forget_does(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    """W1."""
    await amina.taps("Answer now")
    assert "Shall we forget you?" in await amina.types(words)
    assert "We've forgotten" in await amina.types("forget me")


async def test_forget_me_where_there_are_two_ways_chooses_neither(amina: Person) -> None:
    """W1."""
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.types("forget me")
    assert "We've done nothing" in await amina.types("forget me")


@pytest.mark.parametrize("words", ["start", "Come back", "zacznij", "شروع کریں"])
async def test_who_has_stopped_comes_back_in_words(amina: Person, words: str) -> None:
    """W1."""
    await amina.types("stop")
    assert "Answer now" not in amina.sees
    before = len(amina.from_bot)
    await amina.types(words)
    assert len(amina.from_bot) > before
    assert "Answer now" in amina.labels


async def test_start_where_it_is_a_button_s_label_presses_it(hood: Neighbourhood) -> None:
    """W1."""
    sam = hood.stranger()
    await sam.start()
    await sam.types("start")
    assert "Yes" in sam.labels
