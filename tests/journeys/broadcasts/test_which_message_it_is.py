"""An author with several messages can tell which one each screen, and each Cancel, is about."""

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

from usecases.broadcasts.message import first_words

LAMPS = "The lamps behind the shops are on."
BENCHES = "Two benches are coming.\nThey are for " + "everybody who waits for the bus " * 4


@pytest.fixture
async def author(hood: Neighbourhood) -> Person:
    """An author of two messages, one to two wards and one to one, that wait for approval."""
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY, label="Author")
    await hood.board_member(BOOKER, ABBEY, label="Second")
    for text, wards in ((LAMPS, "All 2"), (BENCHES, "2 Booker, Cressex and Castlefield")):
        await author.types("/send")
        await author.taps(wards)
        if wards != "All 2":
            await author.taps("Done")
        await author.taps("Public Realm")
        await author.types(text)
        await author.taps("Send to")
    return author


async def test_each_cancel_stands_under_the_first_words_and_the_wards_of_its_message(
    author: Person,
) -> None:
    """They looked alike: both said only how many people, and who was asked."""
    lamps, benches = (m.text for m in author.from_bot if "We've asked" in m.text)
    assert lamps.startswith(f"“{LAMPS}” (Abbey and Booker, Cressex and Castlefield)\n")
    assert benches.startswith("“Two benches are coming. They are for everybody who waits for…” (Bo")


async def test_cancel_in_words_names_the_messages_it_may_mean(author: Person) -> None:
    asked = await author.types("cancel")
    assert "More than one of your messages is waiting" in asked
    assert f"“{LAMPS}” (Abbey and Booker, Cressex and Castlefield)" in asked
    assert "“Two benches are coming." in asked


async def test_what_was_cancelled_is_named(author: Person) -> None:
    await author.taps("Cancel")
    (cancelled,) = (m.text for m in author.from_bot if "Cancelled. Nothing was sent." in m.text)
    assert cancelled.startswith("“Two benches are coming.")


async def test_the_second_person_reads_which_message_they_have_approved(
    hood: Neighbourhood,
) -> None:
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(label="Author")
    second = await hood.board_member(label="Second")
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    await author.taps("Send to")
    await second.taps("Yes, send")
    (approved,) = (m.text for m in second.from_bot if "You approved it" in m.text)
    assert f"“{LAMPS}” (Booker, Cressex and Castlefield)" in approved
    report = author.sees
    assert report.startswith(f"“{LAMPS}” (Booker, Cressex and Castlefield)\n")
    assert "Approved by: Second" in report


async def test_an_answer_to_one_request_approves_that_one(hood: Neighbourhood) -> None:
    """The newest was approved, whichever request the words replied to."""
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(label="Author")
    second = await hood.board_member(label="Second")
    asked = []
    for text in (LAMPS, BENCHES):
        await author.types("/send")
        await author.taps("Public Realm")
        await author.types(text)
        await author.taps("Send to")
        asked.append(second.phone.keyboard_message)
    first = asked[0]
    assert first is not None
    label = first.buttons[0][0].text
    original = {"message_id": first.message_id, "date": 0, "chat": second.phone.chat.wire()}
    second.phone.say(second.phone.chat, label, {"reply_to_message": original})
    await second.settles()
    (approved,) = (m.text for m in second.from_bot if "You approved it" in m.text)
    assert f"“{LAMPS}”" in approved


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ten letter", "ten letter"),
        ("  in\none   go.", "in one go."),
        ("one two three four", "one two…"),
        ("one two threes", "one two…"),
        ("twelve letters", "twelve…"),
        ("unbreakablewords", "unbreakabl…"),
    ],
)
def test_a_name_ends_with_a_whole_word(text: str, shown: str) -> None:
    assert first_words(text, 10) == shown


@pytest.fixture
async def maria(hood: Neighbourhood, amina: Person) -> Person:
    """The author of two messages that have arrived."""
    await amina.types("/news")
    await amina.taps("Up to three a week")
    maria = await hood.board_member(label="Maria")
    for text in ("The meeting is on Tuesday.", "The lamps are on."):
        await maria.types("/send")
        await maria.taps("Something else")
        await maria.types(text)
        await maria.taps("Send to")
    return maria


async def taken_back(amina: Person) -> list[str]:
    seen = await amina.types("/news")
    return [text for text in ("Tuesday", "lamps") if text not in seen]


async def test_take_it_back_in_words_asks_which_of_several(amina: Person, maria: Person) -> None:
    """The newest was taken back, and the same words once more took back the other."""
    for _ in range(2):
        asked = await maria.types("Take it back")
        assert "Nothing is taken back yet. Which message do you mean?" in asked
    assert await taken_back(amina) == []
    assert maria.labels == ["1 The meeting is on Tuesday.", "2 The lamps are on."]
    assert "You took it back." in await maria.types("2")
    assert await taken_back(amina) == ["lamps"]
    await maria.types("2")
    assert "Which message do you mean?" in await maria.types("take it back")
    assert await taken_back(amina) == ["lamps"]


async def test_take_it_back_in_reply_to_one_is_for_that_one(amina: Person, maria: Person) -> None:
    first = next(m for m in maria.from_bot if "Tuesday" in m.text and "Sent." in m.text)
    original = {"message_id": first.message_id, "date": 1_662_400_000, "text": first.text}
    original["chat"] = {"id": maria.phone.user_id, "type": "private", "first_name": "Maria"}
    maria.phone.say(maria.phone.chat, "Take it back", {"reply_to_message": original})
    await maria.settles()
    assert await taken_back(amina) == ["Tuesday"]


async def test_the_only_message_is_taken_back_in_words_under_its_report(
    hood: Neighbourhood, amina: Person
) -> None:
    maria = await hood.board_member(label="Maria")
    await maria.types("/send")
    await maria.taps("Something else")
    await maria.types("The lamps are on.")
    await maria.taps("Send to")
    await maria.types("/help")
    assert "Which message do you mean?" in await maria.types("Take it back")
    assert "You took it back." in await maria.types("1")
