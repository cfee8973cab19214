"""Words that look like a decision and are none: nothing is sent, dropped or passed on by them."""

from datetime import timedelta

import pytest
from company import BOOKER, Neighbourhood, Person
from evenings import at, election, monitors
from on_duty import all_text

TUESDAY, WEDNESDAY = "The meeting is on Tuesday.", "The meeting is on Wednesday."
NOTHING = "Nothing was decided. Please tap a button"


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    await hood.residents(52, "HP12 3HP")
    return await hood.board_member(label="Maria")


@pytest.fixture
async def nick(hood: Neighbourhood, maria: Person) -> Person:
    """A colleague who is asked to approve a message."""
    nick = await hood.board_member(label="Nick")
    await maria.types("/send")
    await maria.taps("Something else")
    await maria.types(TUESDAY)
    await maria.taps("Send to")
    return nick


@pytest.fixture
async def mona(hood: Neighbourhood, amina: Person) -> Person:
    """The monitoring officer, with a message that waits open on the phone."""
    today = hood.stage.clock.now().date()
    mona = await monitors(hood, "Mona", BOOKER)
    election(hood, BOOKER, first=today, last=today)
    author = await hood.board_member(label="Author")
    await author.types("/send")
    await author.taps("Something else")
    await author.types(TUESDAY)
    await author.taps("Send to")
    await mona.types("/held")
    await mona.taps("1 ")
    return mona


@pytest.mark.parametrize("words", ["I approve it", "yes send it now please"])
async def test_words_under_a_new_request_are_no_reason_against_the_old_one(
    maria: Person, nick: Person, words: str
) -> None:
    await nick.taps("No, don't send")
    await nick.types("It is Wednesday")
    await maria.taps("Change it")
    await maria.taps("Change")
    await maria.types(WEDNESDAY)
    await maria.taps("Send to")
    assert NOTHING in await nick.types(words)
    assert NOTHING in await nick.types("yes")
    assert words not in all_text(maria)


@pytest.mark.parametrize("words", ["👍", "thanks", "ok"])
async def test_a_thumb_under_a_request_approves_nothing_and_that_is_said(
    nick: Person, words: str
) -> None:
    assert NOTHING in await nick.types(words)


@pytest.mark.parametrize("words", ["👍", "ok", "thanks", "let it go", "yes", "release it", "no"])
async def test_half_a_label_or_a_thumb_releases_nothing_before_an_election(
    amina: Person, mona: Person, words: str
) -> None:
    said = await mona.types(words)
    assert "Let it go out" in said
    assert "Drop it" in said
    assert amina.said_by_bot(TUESDAY) == 0
    assert "It goes out now." in await mona.types("Let it go out")


async def test_the_label_of_send_typed_days_later_brings_the_preview_again(
    hood: Neighbourhood, amina: Person
) -> None:
    author = await hood.board_member(label="Author")
    await author.types("/send")
    await author.taps("Something else")
    await author.types(TUESDAY)
    await at(hood, 9, days=3)
    assert "This is what people will get:" in await author.types("Send to fewer than 10 people")
    assert amina.said_by_bot(TUESDAY) == 0
    await author.types("Send to fewer than 10 people")
    assert amina.said_by_bot(TUESDAY) == 1


async def test_an_urgent_message_waits_half_a_day_for_its_approval(
    hood: Neighbourhood, amina: Person
) -> None:
    """It was sent with a sound three days later."""
    await at(hood, 18)
    officer, second = await hood.officer("One"), await hood.officer("Two")
    await officer.types("/send")
    await officer.types("Booker")
    await officer.taps("Yes")
    await officer.taps("Done")
    await officer.taps("Something urgent")
    await officer.types("The river rises tonight.")
    await officer.taps("Send to")
    assert "This is urgent." in second.sees
    await hood.leap(hood.stage.clock.now() + timedelta(hours=13))
    assert "Nobody approved it" in officer.sees
    assert officer.from_bot[-1].silent is False
    await second.taps("Yes, send")
    assert amina.said_by_bot("The river rises") == 0
