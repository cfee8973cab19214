"""Few words under /complain are asked about, a complaint can be taken back, and it has its date."""

from datetime import datetime, timedelta

import pytest
from company import Neighbourhood, Person, answers_all
from connection_lost import cut_off

ASKED = "Is this your complaint?"


async def heard_of(hood: Neighbourhood, officer: Person) -> str:
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=3))
    return await officer.types("/complaints")


@pytest.mark.parametrize(
    ("words", "at_once"),
    [(words, at_once) for words in ("2", "jobs", "nothing", "skip", "HP11 2TL")
     for at_once in (True, False)] + [("hello", True), ("thanks", True)],
)  # fmt: skip
async def test_what_may_be_an_answer_is_no_complaint_without_a_yes(
    hood: Neighbourhood, amina: Person, words: str, at_once: bool
) -> None:
    """An officer had to acknowledge "2" within thirty days."""
    officer = await hood.officer()
    await amina.taps("Answer now")
    if at_once:
        assert ASKED in await amina.types(f"/complain {words}")
    else:
        await amina.types("/complain")
        assert ASKED in await amina.types(words)
    assert "No complaint is open" in await heard_of(hood, officer)
    assert "We have kept nothing" in await amina.types("no")
    assert "No complaint is open" in await heard_of(hood, officer)


@pytest.mark.parametrize("yes", ["yes", "Yes, this is my complaint"])
async def test_with_a_yes_it_is_one(hood: Neighbourhood, amina: Person, yes: str) -> None:
    await amina.types("/complain hello")
    assert "We have your complaint" in await amina.types(yes)
    officer = await hood.officer()
    await officer.types("/complaints")
    assert "hello" in await officer.taps("C-")


async def test_words_after_the_question_are_the_complaint(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/complain")
    await amina.types("nothing")
    assert "We have your complaint" in await amina.types("The bins are late")
    officer = await hood.officer()
    await officer.types("/complaints")
    assert "nothing\nThe bins are late" in await officer.taps("C-")


@pytest.mark.parametrize("words", ["hello", "Good morning!", "yes", "السلام علیکم"])
@pytest.mark.parametrize("hours", [0, 5])
async def test_hello_is_no_complaint_and_the_question_stays(
    hood: Neighbourhood, amina: Person, words: str, hours: int
) -> None:
    """For a day every hello was asked about: "Is this your complaint?" """
    await amina.types("/complain")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=hours))
    assert "What went wrong?" in await amina.types(words)
    assert "We have your complaint" in await amina.types("The bins are late")


async def test_thanks_is_no_complaint(hood: Neighbourhood, amina: Person) -> None:
    officer = await hood.officer()
    await amina.types("/complain")
    assert "You're welcome" in await amina.types("thanks")
    assert "No complaint is open" in await heard_of(hood, officer)
    assert "We have your complaint" in await amina.types("The bins are late")


async def test_hello_is_not_added_to_a_complaint(hood: Neighbourhood, amina: Person) -> None:
    officer = await hood.officer()
    await amina.types("/complain The bins are late")
    await amina.types("hello")
    await officer.types("/complaints")
    assert "hello" not in await officer.taps("C-")


async def test_what_answers_something_newer_is_not_asked_about(amina: Person) -> None:
    await amina.types("/complain")
    await amina.types("/themes")
    await amina.types("1, 4")
    assert sum(label.startswith("✓") for label in amina.labels) == 2
    await amina.types("/plan")
    assert ASKED not in await amina.types("9")
    assert "Has your home changed?" in await amina.types("HP11 2TL")
    assert amina.said_by_bot(ASKED) == 0
    await amina.types("no")
    assert f"Other things came after that question. {ASKED}" in await amina.types("Nobody came")


@pytest.mark.parametrize("words", ["rude", "bins", "01296 382343", "Nobody came"])
async def test_a_short_complaint_is_one_at_once(amina: Person, words: str) -> None:
    await amina.types("/complain")
    assert "We have your complaint" in await amina.types(words)


@pytest.mark.parametrize("how", ["Take it back", "/cancel"])
async def test_a_complaint_can_be_taken_back_at_once(
    hood: Neighbourhood, amina: Person, how: str
) -> None:
    officer = await hood.officer()
    await amina.types("/complain")
    await amina.types("Nobody came")
    assert "You have taken back C-" in await amina.types(how)
    assert "No complaint is open" in await heard_of(hood, officer)


@pytest.mark.parametrize("why", ["late", "acknowledged"])
async def test_later_it_stays(hood: Neighbourhood, amina: Person, why: str) -> None:
    officer = await hood.officer()
    await amina.types("/complain")
    await amina.types("Nobody came")
    if why == "late":
        await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=2))
    else:
        await officer.types("/complaints")
        await officer.taps("C-")
        await officer.taps("I have it")
    await amina.taps("Take it back")
    assert "You can take a complaint back for one minute" in amina.toast
    assert "C-" in await officer.types("/complaints")


async def test_an_older_receipt_takes_back_no_newer_complaint(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/complain Nobody came")
    shown = amina.phone.last
    (back,) = [b.data for row in shown.buttons for b in row]
    await amina.types("/complain The page is slow")
    amina.phone.tap_data(shown.message_id, back)
    await amina.settles()
    officer = await hood.officer()
    await officer.types("/complaints")
    assert len([label for label in officer.labels if label.startswith("C-")]) == 2


async def test_its_days_count_from_when_it_was_sent(hood: Neighbourhood, amina: Person) -> None:
    """On Friday evening, while the bot was down until Saturday."""
    await hood.leap(datetime.fromisoformat("2022-09-09T22:00:00+01:00"))
    await amina.types("/complain")
    await cut_off(hood, 11 * 60, lambda: amina.phone.type("Nobody answers the phone"))
    assert "Friday 9 September, 22:00" in amina.sees
    assert "By Sunday 9 October" in amina.sees


async def test_who_is_to_be_forgotten_reads_what_that_means_for_a_complaint(
    hood: Neighbourhood, amina: Person
) -> None:
    """It said that they had sent /stop, and to send /start, which ends the wish to be forgotten."""
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps("When it closes")
    await amina.types("/complain")
    said = await amina.types("rude")
    assert "You asked us to forget you" in said
    assert "/start" not in said
    assert "/forget" in said


@pytest.mark.parametrize(
    "words",
    ["delete it", "delete my complaint", "take back", "withdraw it", "withdraw my complaint",
     "I want to take it back", "take it back?", "usuń to", "wycofaj", "wycofaj skargę", "مٹا دیں",
     "واپس لیں", "شکایت واپس لیں"],
)  # fmt: skip
async def test_words_that_take_it_back_are_no_part_of_it(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    """The council read "Rude driver delete it withdraw my complaint"."""
    await amina.types("/complain Rude driver on the bus")
    said = await amina.types(words)
    assert "Nothing is taken back yet" in said
    assert "added that" not in said
    assert "taken back" in await amina.types("take it back")
    assert "No complaint is open" in await heard_of(hood, await hood.officer())


@pytest.mark.parametrize(
    "words", ["they should take back the old bus", "the driver deleted my ticket", "remove the bus"]
)
async def test_more_of_a_complaint_is_still_added(amina: Person, words: str) -> None:
    await amina.types("/complain Rude driver on the bus")
    assert "added that to your complaint" in await amina.types(words)


async def test_when_it_is_too_late_such_words_are_told_so(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/complain Rude driver on the bus")
    hood.stage.clock.move_to(hood.stage.clock.now() + timedelta(seconds=90))
    assert "added that" not in await amina.types("withdraw my complaint")
    assert "You can take a complaint back for one minute" in amina.sees
