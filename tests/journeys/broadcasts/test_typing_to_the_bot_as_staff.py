"""Staff who type read what they can do there, and not what a resident would."""

import pytest
from company import ABBEY, BOOKER, Neighbourhood

from engagement.staff.rights import Role

LAMPS = "The lamps behind the shops are on."


@pytest.mark.parametrize("words", ["/sned", "can I see results?", "hello"])
async def test_staff_who_are_not_understood_are_not_asked_to_join(
    hood: Neighbourhood, words: str
) -> None:
    """They read "To begin: /start", which joins them as a resident."""
    said = await (await hood.board_member()).types(words)
    assert "/help shows what you can do here" in said
    assert "/start" not in said


@pytest.mark.parametrize(
    "words", ["Abbey and Booker, Cressex and Castlefield", "All wards", "everybody"]
)
async def test_several_wards_are_understood_in_one_message(hood: Neighbourhood, words: str) -> None:
    author = await hood.board_member(BOOKER, ABBEY)
    await author.types("/send")
    said = await author.types(words)
    assert "2 wards chosen" in said or "What is it about?" in said


async def test_an_edit_while_writing_names_the_way_to_change_the_text(hood: Neighbourhood) -> None:
    """It named /mine, where residents change answers."""
    author = await hood.board_member()
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    mine = [m for m in author.phone.messages if not m.from_bot][-1]
    author.phone.edit_text(mine.message_id, "The lamps are on.")
    said = await author.settles()
    assert "To change the text for residents, tap Change under it." in said
    assert "/mine" not in said


@pytest.mark.parametrize("text", ["\u200b\u200b", "\u202e\u202c", " \u2060 "])
async def test_a_text_that_nobody_can_see_is_no_text(hood: Neighbourhood, text: str) -> None:
    author = await hood.board_member()
    await author.types("/send")
    asked = await author.taps("Public Realm")
    author.phone.say(author.phone.chat, text)
    assert "This is what people will get" not in await author.settles()
    assert asked in [m.text for m in author.from_bot]


async def test_signs_that_turn_letters_round_are_left_out(hood: Neighbourhood) -> None:
    author = await hood.board_member()
    await author.types("/send")
    await author.taps("Public Realm")
    preview = await author.types("\u202eevil text /stop")
    assert "\u202e" not in preview
    assert "evil text /stop" in preview


async def test_after_a_text_that_was_too_long_a_shorter_one_and_a_label_are_taken(
    hood: Neighbourhood,
) -> None:
    """For ten seconds they were refused as the rest of it."""
    author = await hood.board_member()
    await author.types("/send")
    await author.taps("Public Realm")
    assert "4,999 characters" in await author.types("x" * 4999)
    assert "Short version." in await author.types("Short version.")
    await author.taps("Change")
    await author.types("x" * 3900)
    assert "Cancelled. Nothing was sent." in await author.types("cancel")


async def test_the_button_to_the_page_before_is_not_called_like_the_one_to_the_preview(
    hood: Neighbourhood,
) -> None:
    """Both were called "Back"."""
    author = await hood.officer()
    await author.types("/send")
    await author.taps("All ")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    await author.taps("Change")
    await author.taps("Change the wards")
    await author.taps("More")
    assert (author.labels.count("Back"), author.labels.count("Page before")) == (1, 1)
    await author.types("Page before")
    assert "Page before" not in author.labels
    assert LAMPS in await author.types("Back")


@pytest.mark.parametrize("resident", [True, False])
async def test_an_edit_after_sending_says_that_people_keep_what_was_sent(
    hood: Neighbourhood, resident: bool
) -> None:
    """It named /mine, where they had nothing."""
    author = await hood.resident("Ann", "HP12 3HP") if resident else hood.stranger("Ann")
    await author.start(await hood.stage.invite(Role.BOARD_MEMBER, "Ann", (BOOKER,)))
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types("The lamps are onn.")
    mine = [m for m in author.phone.messages if not m.from_bot][-1]
    await author.taps("Send to")
    author.phone.edit_text(mine.message_id, "The lamps are on.")
    said = await author.settles()
    assert "What has been sent to people stays as it was." in said
    assert "tap “Correct this” under it" in said
    assert "/send" not in said
    assert ("/mine" in said) == resident


async def test_an_edit_before_the_approval_names_cancel(hood: Neighbourhood) -> None:
    """It said "write to them again": a second message beside the one that waits."""
    await hood.residents(52, "HP12 3HP")
    await hood.board_member(label="Second")
    author = await hood.board_member(label="Author")
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types("The lamps are onn.")
    mine = [m for m in author.phone.messages if not m.from_bot][-1]
    assert "A second person has to approve it" in await author.taps("Send to")
    author.phone.edit_text(mine.message_id, "The lamps are on.")
    said = await author.settles()
    assert "waits for approval with its first words" in said
    assert "What has been sent" not in said
    await author.taps("Cancel")
    await author.taps("Change it and send it again")
    author.phone.edit_text(mine.message_id, "The lamps are on now.")
    assert "tap Change under it" in await author.settles()


async def test_a_polish_author_sees_what_most_people_get(hood: Neighbourhood) -> None:
    """The heading was in Polish, and their own Polish text "not translated yet"."""
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY)
    second = await hood.board_member(BOOKER, ABBEY, label="Second")
    for person in (author, second):
        await person.types("/language")
        await person.taps("Polski")
    await author.types("/send")
    await author.types("wszystkie")
    await author.types("2")
    preview = await author.types("Latarnie działają")
    for seen in (preview, await author.taps("Wyślij najpierw do mnie")):
        assert "Jobs · Abbey and Booker, Cressex and Castlefield\nLatarnie działają" in seen
        assert "To stop all messages, send /stop" in seen
        assert "Na razie bez tłumaczenia" not in seen
    assert "Nagłówek i ostatni wiersz każdy dostaje w swoim języku." in preview
    await author.taps("Wyślij do")
    assert "Jobs · Abbey and Booker" in second.question
    assert "Nagłówek i ostatni wiersz" in second.question


@pytest.mark.parametrize("word", ["wyślij", "tak", "بھیجیں", "ok", "send it"])
async def test_send_in_any_language_is_no_part_of_the_message(
    hood: Neighbourhood, word: str
) -> None:
    """One tap more, and "wyślij" went to the ward."""
    author = await hood.board_member()
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    await author.types(word)
    assert author.said_by_bot("You also wrote this") == 0
    assert "This is what people will get" in author.question


@pytest.mark.parametrize(
    "words",
    [
        "yes send",
        "looks good, send",
        "👍",
        "send it",
        "ok send it please",
        "tak wyślij",
        "یہ بھیجیں",
    ],
)
async def test_words_that_only_agree_to_send_are_no_words_for_residents(
    hood: Neighbourhood, words: str
) -> None:
    """They were set beside the message, one tap from being part of it."""
    author = await hood.board_member()
    await author.types("/send")
    await author.taps("Something else")
    await author.types(LAMPS)
    said = await author.types(words)
    assert "Nothing is sent yet. To send it, tap Send" in said
    assert "You also wrote this" not in said


@pytest.mark.parametrize("words", ["منسوخ", "never mind", "/cancel", "Cancel"])
async def test_words_that_say_cancel_under_a_preview_cancel_it(
    hood: Neighbourhood, words: str
) -> None:
    author = await hood.board_member()
    await author.types("/send")
    await author.taps("Something else")
    await author.types(LAMPS)
    assert "Cancelled. Nothing was sent." in await author.types(words)


async def test_any_label_of_ours_is_no_words_for_residents(hood: Neighbourhood) -> None:
    """Typed a second time, because the network was slow, it became words beside the message."""
    author = await hood.board_member()
    await author.types("/send")
    await author.taps("Something else")
    await author.types(LAMPS)
    for label in ("Change it and send it again", "✓ Answer now", "Yes, forget me"):
        assert "You also wrote this" not in await author.types(label), label


@pytest.mark.parametrize("words", ["both", "both wards please", "oba okręgi", "دونوں وارڈ"])
async def test_both_are_all_where_there_are_two(hood: Neighbourhood, words: str) -> None:
    two = await hood.board_member(BOOKER, ABBEY)
    await two.types("/send")
    assert "What is it about?" in await two.types(words)
    three = await hood.board_member(BOOKER, ABBEY, "E05013136", label="Three")
    await three.types("/send")
    assert "That isn't one of the wards on the list" in await three.types(words)


@pytest.mark.parametrize("words", ["only Abbey", "just Abbey", "Abbey only", "tylko Abbey"])
async def test_only_a_ward_chooses_no_other(hood: Neighbourhood, words: str) -> None:
    author = await hood.board_member(BOOKER, ABBEY)
    await author.types("/send")
    await author.types("2")
    await author.types(words)
    assert "✓ Chosen: 1 Abbey" in author.labels
    assert not any("Chosen: 2" in label for label in author.labels)
    await author.types("only Booker")
    await author.types("yes")
    assert not any("Chosen: 1" in label for label in author.labels)
    assert any("Chosen: 2" in label for label in author.labels)


async def test_with_another_role_the_next_words_bring_the_wards_not_a_refusal(
    hood: Neighbourhood,
) -> None:
    author = await hood.board_member(BOOKER, label="Maria")
    await author.types("/send")
    await author.taps("Something else")
    await author.types(LAMPS)
    await author.start(await hood.stage.invite(Role.BOARD_MEMBER, "Maria", (ABBEY,)))
    await author.taps("Yes, change my role")
    said = await author.types("The lamps are really on.")
    assert said.startswith("Who is it for?")
    assert "1 Abbey" in author.labels
    await author.types("1")
    assert "✓ Chosen: 1 Abbey" in author.labels
