"""Words of danger, wherever a person can write: whom to call comes first, and nothing is lost."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from company import BOOKER, Neighbourhood, Person, answers_all

from emulator import Message

HURT = "I am being hurt at home"
LINES = ("Call 999", "NHS 111", "116 123", "0800 1111", "0808 2000 247")
NOBODY = "Nobody reads this chat day and night"
REMOVE = "Remove this from the chat"


def signposts(person: Person) -> list[Message]:
    return [m for m in person.from_bot if NOBODY in m.text]


async def asked_for_words(person: Person) -> None:
    """Answer up to the last question, which asks for words."""
    await person.taps("Answer now")
    await person.taps("3")
    await person.taps("1")
    await person.taps("3")
    await person.taps("Done")
    await person.taps("4")


async def writes(person: Person) -> None:
    await person.types(HURT)


async def answers_in_words(person: Person) -> None:
    await asked_for_words(person)
    await writes(person)


async def writes_where_a_choice_is_asked(person: Person) -> None:
    await person.taps("Answer now")
    await writes(person)


async def asks_for_help(person: Person) -> None:
    await person.types(f"/help {HURT}")


async def sends_an_unknown_command(person: Person) -> None:
    await person.types(f"/reply {HURT}")


async def sends_a_known_command(person: Person) -> None:
    await person.types(f"/news {HURT}")


async def looks_for_a_ward(person: Person) -> None:
    await person.types("/ward")
    await person.taps("Change my ward")
    await writes(person)


async def edits_a_message(person: Person) -> None:
    message = person.phone.type("hello")
    await person.settles()
    person.phone.edit_text(message.message_id, HURT)
    await person.settles()


async def edits_an_answer(person: Person) -> None:
    await asked_for_words(person)
    message = person.phone.type("More lamps")
    await person.settles()
    person.phone.edit_text(message.message_id, HURT)
    await person.settles()


async def writes_under_a_photo(person: Person) -> None:
    person.phone.send_photo(HURT)
    await person.settles()


async def writes_under_an_album(person: Person) -> None:
    person.phone.send_album(3, HURT)
    await person.settles()


async def forwards_words(person: Person) -> None:
    person.phone.forward(HURT, "A friend")
    await person.settles()


async def replies_to_news(person: Person) -> None:
    first = person.from_bot[0]
    original = {"message_id": first.message_id, "date": 1_662_400_000, "text": first.text}
    original["chat"] = {"id": person.phone.user_id, "type": "private", "first_name": "Amina"}
    person.phone.say(person.phone.chat, HURT, {"reply_to_message": original})
    await person.settles()


async def writes_too_much(person: Person) -> None:
    await asked_for_words(person)
    await person.types(f"{HURT}. " + "lamps and benches " * 200)


PLACES = (
    writes, answers_in_words, writes_where_a_choice_is_asked, asks_for_help,
    sends_an_unknown_command, sends_a_known_command, looks_for_a_ward, edits_a_message,
    edits_an_answer, writes_under_a_photo, writes_under_an_album, forwards_words, replies_to_news,
    writes_too_much,
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
async def test_wherever_a_resident_writes_the_signposts_come_first(
    amina: Person, place: Callable[[Person], Awaitable[None]]
) -> None:
    """W10."""
    await place(amina)
    shown = signposts(amina)
    assert len(shown) == 1
    assert all(line in shown[0].text for line in LINES)
    told = [m.text for m in amina.from_bot if m.message_id > shown[0].message_id]
    assert not any("/help shows what you can do" in text for text in told)
    assert not any("Commands" in text for text in told)


async def starts(person: Person) -> None:
    await person.start()
    await writes(person)


async def is_asked_for_an_age(person: Person) -> None:
    await person.start()
    await person.taps("Start")
    await writes(person)


async def is_under_13(person: Person) -> None:
    await person.start()
    await person.taps("Start")
    await person.taps("No")
    await writes(person)


async def is_asked_for_a_ward(person: Person) -> None:
    await person.start()
    await person.taps("Start")
    await person.taps("Yes")
    await writes(person)


@pytest.mark.parametrize(
    "place", [writes, starts, is_asked_for_an_age, is_under_13, is_asked_for_a_ward],
    ids=lambda place: place.__name__,
)  # fmt: skip
async def test_before_joining_too(
    hood: Neighbourhood, place: Callable[[Person], Awaitable[None]]
) -> None:
    """W10."""
    sam = hood.stranger()
    await place(sam)
    assert NOBODY in sam.sees
    assert "We don't keep what you wrote." in sam.sees
    assert all(line in sam.sees for line in LINES)
    assert len(signposts(sam)) == 1


async def test_joining_goes_on_below_the_signposts(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await is_asked_for_an_age(sam)
    sam.phone.tap("Yes", sam.from_bot[-2])
    await sam.settles()
    assert "You're in" in await sam.types("HP12 3HP")


async def test_an_answer_is_kept_below_the_signposts(amina: Person) -> None:
    await answers_in_words(amina)
    at = next(n for n, m in enumerate(amina.from_bot) if NOBODY in m.text)
    assert "Thank you" in amina.from_bot[at + 1].text
    assert "(in your own words)" in await amina.types("/mine")


async def test_a_comment_is_offered_below_the_signposts(amina: Person) -> None:
    await writes_where_a_choice_is_asked(amina)
    assert NOBODY in amina.from_bot[-2].text
    assert amina.sees == "Shall we keep that as your comment?"
    await amina.taps("Yes")
    assert "(in your own words)" in await amina.types("/mine")


async def test_a_member_of_staff_who_writes_a_broadcast_is_shown_them_too(
    hood: Neighbourhood,
) -> None:
    await hood.resident("Amina", "HP12 3HP")
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    await board.types("My husband hits me")
    assert NOBODY in board.from_bot[-2].text
    assert "Send to" in "".join(board.labels)


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("pl", "mąż mnie bije", "Dzwoń: 999"),
        ("pl", "maz mnie bije", "Dzwoń: 999"),
        ("ur", "میرا شوہر مجھے مارتا ہے", "999"),
        ("ur", "mera shohar mujhe marta hai", "999"),
        ("en", "KILLING MYSELF", "Call 999"),
        ("en", "I don’t want to live anymore", "Call 999"),
    ],
)
async def test_in_each_language(
    hood: Neighbourhood, language: str, words: str, number: str
) -> None:
    sam = hood.stranger()
    sam.phone.language_code = language
    assert number in await sam.types(words)


async def test_the_buttons_below_go_on_working_for_ordinary_words(amina: Person) -> None:
    await answers_all(amina)
    assert signposts(amina) == []


async def test_both_messages_are_removed_from_the_chat(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await writes(sam)
    await sam.taps(REMOVE)
    assert [m.text for m in sam.phone.messages] == []
    assert sam.toast.startswith("Gone from this chat. This works for 48 hours")


async def test_the_offer_of_a_comment_does_not_quote_the_words(amina: Person) -> None:
    """Removed from the chat, they would be left in our own message."""
    await amina.taps("Answer now")
    await amina.types(HURT)
    assert "Shall we keep that as your comment?" in amina.sees
    await amina.types(REMOVE)
    assert not [m for m in amina.phone.messages if "hurt" in m.text]


async def test_help_after_words_of_danger_shows_whom_to_call_again(amina: Person) -> None:
    await amina.types(HURT)
    for asks in ("please help", "/help"):
        await amina.types(asks)
        assert NOBODY in amina.from_bot[-1].text, asks
    assert amina.said_by_bot("What you can do here") == 0


async def test_a_resident_removes_them_by_typing_the_label(amina: Person) -> None:
    await writes(amina)
    await amina.types(REMOVE)
    assert not any(HURT in m.text or NOBODY in m.text for m in amina.phone.messages)


async def test_each_message_has_a_button_of_its_own(amina: Person) -> None:
    await writes(amina)
    await amina.types("I want to kill myself")
    for shown in signposts(amina):
        amina.phone.tap(REMOVE, shown)
        await amina.settles()
    assert signposts(amina) == []
    assert not any("kill" in m.text or HURT in m.text for m in amina.phone.messages)


async def test_after_48_hours_telegram_refuses_and_the_reply_says_so(
    hood: Neighbourhood, amina: Person
) -> None:
    await writes(amina)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=49))
    shown = signposts(amina)[0]
    amina.phone.tap(REMOVE, shown)
    await amina.settles()
    assert amina.toast.startswith("Telegram no longer lets us remove it.")
    assert signposts(amina) == [shown]


async def test_a_message_the_person_deleted_first_is_no_fault(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    message = sam.phone.type(HURT)
    await sam.settles()
    del sam.phone.chat.messages[message.message_id]
    await sam.taps(REMOVE)
    assert sam.toast.startswith("Gone from this chat.")


async def test_words_of_danger_stay_out_of_exports_and_the_file_says_so(
    hood: Neighbourhood, amina: Person
) -> None:
    bilal = await hood.resident("Bilal", "HP12 3HP")
    await answers_all(bilal)
    await answers_in_words(amina)
    await hood.closes()
    officer = await hood.officer()
    rows = await hood.exported(officer)
    assert sorted(row["own_words"] for row in rows) == ["", "More lamps, please"]
    assert HURT not in str(rows)
    caption = officer.from_bot[-1].text
    assert "Words of danger are not in the file. People who wrote some: Fewer than 10." in caption


async def test_help_after_words_that_joined_an_older_alert_shows_whom_to_call_again(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types(HURT)
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=40))
    await amina.types("I want to kill myself")
    assert len(signposts(amina)) == 2
    await amina.types("help")
    assert len(signposts(amina)) == 3


async def test_who_wrote_nothing_but_words_of_danger_has_no_row_in_an_export(
    hood: Neighbourhood, amina: Person
) -> None:
    bilal = await hood.resident("Bilal", "HP12 3HP")
    await answers_all(bilal)
    await amina.taps("Answer now")
    for _ in range(4):
        await amina.taps("Skip")
    await amina.types(HURT)
    await hood.closes()
    officer = await hood.officer()
    rows = await hood.exported(officer)
    assert [row["own_words"] for row in rows] == ["More lamps, please"]
    caption = officer.from_bot[-1].text
    assert "People who wrote some: Fewer than 10." in caption
