"""Plain ways to say that somebody wants to complain, no more messages, or another language."""

import pytest
from company import Neighbourhood, Person
from on_duty import named

from engagement.staff.rights import Role

STOPPED = "You've stopped"
ASKED = "What went wrong?"


async def at_own_words(person: Person) -> None:
    await person.taps("Answer now")
    for _ in range(3):
        await person.taps("Skip")


@pytest.mark.parametrize(
    "words",
    ["I want to complain", "complaint!", "Make a complaint please", "I'd like to complain",
     "Chcę złożyć skargę", "skarga", "chce sie poskarzyc", "شکایت", "میں شکایت کرنا چاہتی ہوں",
     "shikayat karni hai", "I want to complain about the bins", "/complaint"],
)  # fmt: skip
async def test_wanting_to_complain_leads_to_the_question_of_complain(
    amina: Person, words: str
) -> None:
    """It was not understood."""
    assert ASKED in await amina.types(words)
    assert "We have your complaint" in await amina.types("The bins are late.")


async def test_wanting_to_complain_is_no_complaint_yet(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/complain")
    assert ASKED in await amina.types("I want to complain")
    assert "We have your complaint" in await amina.types("The bins are late.")
    officer = await hood.officer()
    assert (await officer.types("/complaints")).count("C-") == 1


async def test_while_joining_wanting_to_complain_says_where(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    await sam.taps("Yes")
    assert "To complain here, please join first" in await sam.types("I want to complain")


async def test_while_a_ward_is_chosen_wanting_to_complain_leads_there_too(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    assert ASKED in await amina.types("I want to complain")


async def test_a_postcode_in_a_complaint_begun_in_words_is_kept_as_written(
    hood: Neighbourhood, amina: Person
) -> None:
    amina.phone.type("I want to complain")
    amina.phone.type("No lamp at HP12 3HP")
    assert "We have your complaint" in await amina.settles()
    officer = await hood.officer()
    await officer.types("/complaints")
    assert "No lamp at HP12 3HP" in await officer.taps("C-")


async def test_at_a_choice_wanting_to_complain_is_asked_about(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    said = await amina.types("I want to complain")
    assert "Is it a complaint? Tap Make a complaint." in said
    assert ASKED in await amina.taps("Make a complaint")
    assert "We have your complaint" in await amina.types("The bins are late.")
    assert await hood.exported(await hood.officer()) == []


async def test_at_a_question_in_own_words_it_is_asked_not_stored(
    hood: Neighbourhood, amina: Person
) -> None:
    """It became the answer, with a receipt."""
    await at_own_words(amina)
    said = await amina.types("I want to complain about the bins")
    assert "Shall we add that to your answer" in said
    assert "We have your complaint" in await amina.types("make a complaint")
    assert await hood.exported(await hood.officer()) == []
    officer = await hood.officer("Second")
    await officer.types("/complaints")
    assert "I want to complain about the bins" in await officer.taps("C-")


async def test_it_may_be_the_answer_all_the_same(hood: Neighbourhood, amina: Person) -> None:
    await at_own_words(amina)
    await amina.types("I want to complain about the bins")
    assert "is saved" in await amina.taps("Yes, add it")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "I want to complain about the bins"


@pytest.mark.parametrize(
    "words",
    ["No more messages", "don't text me", "Dont text me again", "do not contact me any more",
     "I don't want any more messages", "remove me", "Please remove me from your list",
     "leave me alone", "go away", "nie chcę dostawać wiadomości", "Usuńcie mnie z listy, proszę",
     "zostawcie mnie w spokoju", "nie wysylajcie mi wiadomosci", "مجھے میسج نہ کرو",
     "مجھے اکیلا چھوڑ دو", "مجھے فہرست سے نکال دیں", "mujhe message mat karo"],
)  # fmt: skip
async def test_plain_ways_to_say_stop_stop_messages(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    """Some were not understood, and "don't text me" brought numbers for somebody in danger."""
    said = await amina.types(words)
    assert STOPPED in said
    assert not amina.said_by_bot("999")


@pytest.mark.parametrize("words", ["Leave me alone", "dajcie mi spokój", "مجھے تنگ نہ کرو"])
async def test_where_it_may_be_an_answer_in_own_words_it_is_asked(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await at_own_words(amina)
    said = await amina.types(words)
    assert "Do you want no more messages? Tap Stop messages." in said
    assert STOPPED not in said
    assert STOPPED in await amina.taps("Stop messages")
    assert await hood.exported(await hood.officer()) == []


async def test_no_more_messages_stops_also_at_a_question_in_own_words(amina: Person) -> None:
    await at_own_words(amina)
    assert STOPPED in await amina.types("no more messages")


async def test_a_request_for_no_more_messages_alarms_nobody(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await named(hood, Role.OFFICER, "Ruth")
    before = len(officer.from_bot)
    await amina.types("don't text me")
    assert len(officer.from_bot) == before


@pytest.mark.parametrize("words", ["Romanian", "rumuński", "română", "Klingon", "do you speak it"])
async def test_a_language_we_lack_is_said_and_the_choice_stays(amina: Person, words: str) -> None:
    """It was not understood."""
    await amina.types("/language")
    said = await amina.types(words)
    assert "We can't write that language yet. You can choose: English, Polski, اردو." in said
    assert amina.labels == ["English", "Polski", "اردو"]
    assert "po polsku" in await amina.types("polish")


async def test_with_a_question_open_a_language_we_lack_is_no_comment(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.types("/language")
    assert "We can't write that language yet" in await amina.types("Romanian")
    await amina.types("English")
    assert await hood.exported(await hood.officer()) == []


async def test_below_the_greeting_a_language_we_lack_is_said_too(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    assert "We can't write that language yet" in await sam.types("Romanian")
    assert hood.stage.words.plain("button-start", "pl") in (await sam.types("Polish"), *sam.labels)


@pytest.mark.parametrize(
    "words",
    ["میرا ڈیٹا حذف کریں", "میرا ڈیٹا حذف کر دیں", "I want to be forgotten", "delete everything",
     "please delete all my answers", "usuń wszystko", "delete my data"],
)  # fmt: skip
async def test_wanting_to_be_deleted_is_asked_about_also_at_own_words(
    amina: Person, words: str
) -> None:
    """The usual Urdu word for it was stored as the answer."""
    await at_own_words(amina)
    assert "forget" in await amina.types(words)
    assert "Yes" in str(amina.labels)


async def test_this_list_is_one_to_be_taken_off(amina: Person) -> None:
    assert STOPPED in await amina.types("remove me from this list")


@pytest.mark.parametrize("words", ["ہاں جی", "haan ji", "tak"])
async def test_a_yes_at_the_question_of_age_is_a_yes(hood: Neighbourhood, words: str) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    assert "Where do you live" in await sam.types(words)


@pytest.mark.parametrize("words", ["ok", "👍", "sure"])
async def test_ok_at_the_question_of_age_is_not_yet_a_yes(hood: Neighbourhood, words: str) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    assert "13 or over" in await sam.types(words)
