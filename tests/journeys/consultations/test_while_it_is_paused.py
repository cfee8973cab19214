"""A pause or a withdrawal, as residents meet it: when it goes on, what they may still take back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import Neighbourhood, Person
from replying import replies

WHICH = "local-priorities"
NOT_NOW, STOPPED = "takes no answers just now", "There was a mistake in it"
BINS, PONDS = "the bins are full", "the ponds are dirty"
INVISIBLE = dict.fromkeys((0x200E, 0x200F, 0x2066, 0x2067, 0x2068, 0x2069))
LANGUAGES = {"en": "english", "pl": "polski", "ur": "اردو"}


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    return await hood.officer("Ruth")


async def pauses(officer: Person, until: str = "8 September 2022 12:00") -> None:
    assert "Paused until" in await officer.types(f"/manage {WHICH} pause {until}: checking")


async def withdraws(officer: Person) -> None:
    await officer.types(f"/manage {WHICH} withdraw: There was a mistake in it")
    assert "This is withdrawn." in await officer.taps("Yes, withdraw it")


async def invited(hood: Neighbourhood, person: Person) -> None:
    """An invitation to the questions is the newest thing in this person's chat."""
    board = await hood.board_member()
    await board.types("/send")
    await board.taps(next(label for label in board.labels if "What should come first" in label))
    await board.types("Please answer.")
    await board.taps("Send to")
    assert "Please answer." in person.sees


async def offered(amina: Person, words: str) -> None:
    assert "Shall we keep that as your comment?" in await amina.types(words)


@pytest.mark.parametrize(
    ("language", "until", "said"),
    [
        ("en", "6 September 2022 09:00", "It starts again: Tuesday 6 September, 9am."),
        ("pl", "6 September 2022 09:00", "Dalszy ciąg: 6 września (wtorek), od godz. 9:00."),
        ("ur", "6 September 2022 09:00", "وقت: منگل، 6 ستمبر، صبح 9 بجے۔"),
        ("en", "8 September 2022 00:00", "It starts again: Thursday 8 September."),
        ("pl", "8 September 2022 00:00", "Dalszy ciąg: 8 września (czwartek)."),
        ("ur", "8 September 2022 00:00", "وقت: جمعرات، 8 ستمبر۔"),
    ],
)
async def test_the_end_of_a_pause_is_a_beginning(
    hood: Neighbourhood, officer: Person, amina: Person, language: str, until: str, said: str
) -> None:
    """ "Until 9:00", in Polish, and for midnight the end of the day before."""
    await amina.taps("Answer now")
    await amina.types("1")
    await pauses(officer, until)
    await amina.types(f"/language {LANGUAGES[language]}")
    for words in ("2", "/consultations", "/mine"):
        assert said in (await amina.types(words)).translate(INVISIBLE)


@pytest.mark.parametrize("words", ["hello", "no"])
async def test_words_that_answer_nothing_read_of_the_pause_too(
    officer: Person, amina: Person, words: str
) -> None:
    """ "Hello" at a question in own words was an error."""
    await amina.taps("Answer now")
    for said in ("1", "skip", "skip"):
        await amina.types(said)
    await pauses(officer)
    assert NOT_NOW in await amina.types(words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "yes"),
        ("en", "1"),
        ("en", "more bins please"),
        ("pl", "tak"),
        ("ur", "ہاں"),
    ],
)
@pytest.mark.parametrize("act", [pauses, withdraws])
async def test_who_comes_by_the_invitation_reads_what_is_so(
    hood: Neighbourhood, officer: Person, amina: Person, act: object, language: str, words: str
) -> None:
    """ "We didn't understand that", as if the bot were broken."""
    await amina.types(f"/language {LANGUAGES[language]}")
    await invited(hood, amina)
    await (pauses(officer) if act is pauses else withdraws(officer))
    said = await amina.types(words)
    key = "refusal-is-paused" if act is pauses else "refusal-was-withdrawn"
    begins = hood.stage.words.plain(key, language, title="|", opens="|", reason="|").split("|")
    assert begins[1][:20].strip() in said.translate(INVISIBLE)


@pytest.mark.parametrize("words", ["yes", "1", "more bins please", "Answer now"])
async def test_so_does_who_replies_to_it(
    hood: Neighbourhood, officer: Person, amina: Person, words: str
) -> None:
    await invited(hood, amina)
    invitation = amina.from_bot[-1]
    await pauses(officer)
    assert NOT_NOW in await replies(amina, invitation, words)


async def test_a_yes_in_reply_to_an_invitation_opens_its_questions(
    hood: Neighbourhood, amina: Person
) -> None:
    await invited(hood, amina)
    invitation = amina.from_bot[-1]
    await amina.types("/plan")
    assert "haven't kept it" in await replies(amina, invitation, "more bins please")
    assert (await replies(amina, invitation, "yes")).startswith("1 of 4.")


async def test_after_the_close_a_yes_below_the_invitation_reads_that_it_has_closed(
    hood: Neighbourhood, amina: Person
) -> None:
    await invited(hood, amina)
    await hood.closes()
    assert "has closed" in await amina.types("yes")
    assert "didn't understand" in await amina.types("the bins were not collected")


@pytest.mark.parametrize("typed", [True, False])
async def test_comments_can_be_deleted_in_a_pause(
    hood: Neighbourhood, officer: Person, amina: Person, typed: bool
) -> None:
    await amina.taps("Answer now")
    for words in (BINS, PONDS):
        await offered(amina, words)
        await amina.types("yes")
    await pauses(officer)
    await amina.types("/mine")
    await amina.taps("My comments")
    assert "Delete 1" in amina.labels
    assert "We've deleted that comment" in await (
        amina.types("delete 1") if typed else amina.taps("Delete 1")
    )
    assert PONDS not in amina.sees
    assert BINS in amina.sees


async def test_comments_stay_once_it_has_closed(hood: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    await offered(amina, BINS)
    await amina.types("yes")
    await amina.types("/mine")
    await amina.taps("My comments")
    listed = amina.phone.keyboard_message
    await hood.closes()
    assert listed is not None
    amina.phone.tap("Delete 1", listed)
    await amina.settles()
    assert "has closed" in amina.toast
    assert BINS in await amina.types("/mine")


@pytest.mark.parametrize("act", [pauses, withdraws])
@pytest.mark.parametrize("words", ["no", "tap", "forget it"])
async def test_words_on_offer_can_be_declined_when_no_answer_is_taken(
    hood: Neighbourhood, officer: Person, amina: Person, act: object, words: str
) -> None:
    await amina.taps("Answer now")
    await offered(amina, BINS)
    await (pauses(officer) if act is pauses else withdraws(officer))
    said = await (amina.taps("No") if words == "tap" else amina.types(words))
    assert said == "That's fine. We haven't added those words."
    await officer.types(f"/manage {WHICH} resume")
    await amina.types("/mine")
    assert "You also wrote this" not in await amina.types("no")
    assert BINS not in amina.sees


async def test_a_yes_to_them_is_still_refused(officer: Person, amina: Person) -> None:
    await amina.taps("Answer now")
    await offered(amina, BINS)
    await pauses(officer)
    assert NOT_NOW in await amina.types("yes")
    await officer.types(f"/manage {WHICH} resume")
    assert BINS in await amina.types("yes") or "kept that" in amina.sees


async def test_words_on_offer_may_be_a_complaint_in_a_pause_too(
    officer: Person, amina: Person
) -> None:
    await amina.taps("Answer now")
    await offered(amina, "I want to complain about the bins, nobody came")
    await pauses(officer)
    await amina.taps("Make a complaint")
    assert amina.said_by_bot("We have your complaint") == 1


async def test_after_a_withdrawal_words_come_back_with_what_is_so(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    """ "It has closed", and "you did not decide on" them, after a yes."""
    await amina.taps("Answer now")
    await offered(amina, BINS)
    await pauses(officer)
    await amina.types("yes")
    await withdraws(officer)
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=1))
    assert "has closed" not in amina.sees
    assert "did not decide" not in amina.sees
    assert STOPPED in amina.sees
    assert "This was not sent, and we haven't kept it:" in amina.sees
    assert BINS in amina.sees


async def test_in_a_pause_words_after_an_answer_are_not_offered(
    officer: Person, amina: Person
) -> None:
    """The yes could not be taken, and "send it again" meant the yes."""
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.types("More lamps")
    await pauses(officer)
    assert NOT_NOW in await amina.types("and benches")
    assert amina.said_by_bot("Shall we add") == 0


async def test_who_joins_comes_back_or_moves_in_a_pause_reads_when_it_goes_on(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    """ "No questions are open for your ward" was all: those who came for them never answered."""
    await amina.taps("Answer now")
    await amina.types("1")
    await pauses(officer)
    goes_on = "It starts again: Thursday 8 September"
    sam = hood.stranger()
    await sam.start()
    await sam.types("start")
    await sam.types("yes")
    said = await sam.types("HP12 3HP")
    while goes_on not in said and sam.labels:
        said = await sam.taps(sam.labels[0])
    assert NOT_NOW in said
    for words in ("/start",):
        said = await amina.types(words)
        assert goes_on in said
        assert "No questions are open" not in said
    await amina.types("HP13 5AA")
    moved = await amina.types("yes")
    assert goes_on in moved
    assert "No questions are open" not in moved
