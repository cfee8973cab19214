"""The parts of asking in Urdu: what people and staff read and tap is in their language, from the
question to the reading list."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from crossing import at_the_crossing, on_to

ISOLATES = re.compile("[\u2066-\u2069\u200f]")


def urdu(hood: Neighbourhood, key: str, **values: str | int) -> str:
    """The words of this key in Urdu."""
    return ISOLATES.sub("", hood.stage.words.plain(key, "ur", **values))


def seen(person: Person) -> str:
    return ISOLATES.sub("", person.sees)


@pytest.fixture
async def amina(amina: Person) -> Person:
    await amina.types("/language اردو")
    return amina


async def goes_on(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/consultations")
    if len(amina.labels) > 1 and amina.labels[1].startswith("2"):
        await amina.taps("2")


async def test_answers_are_given_in_order_as_a_number_and_as_a_day(
    hood: Neighbourhood, tmp_path: Path, amina: Person
) -> None:
    await amina.types("/language english")
    await at_the_crossing(hood, amina, tmp_path)
    await on_to(amina, "What matters most?")
    await amina.types("/language اردو")
    await goes_on(hood, amina)
    await amina.taps(urdu(hood, "button-go-on"))
    assert "سب سے اہم کیا ہے؟" in amina.sees
    await amina.taps("قریب ہو")
    await amina.taps("محفوظ ہو")
    await amina.taps(urdu(hood, "button-done"))
    (row,) = await hood.exported(await hood.officer())
    places = {key: row[f"matters.{key}"] for key in ("safe", "fast", "dry", "near")}
    assert places == {"safe": "2", "fast": "", "dry": "", "near": "1"}


async def test_words_become_a_comment_that_is_seen_and_deleted(
    hood: Neighbourhood, amina: Person
) -> None:
    said = "گلی میں اندھیرا ہے اور بچے ڈرتے ہیں"
    await goes_on(hood, amina)
    await amina.taps(urdu(hood, "button-answer-now"))
    assert urdu(hood, "offer-comment") in ISOLATES.sub("", await amina.types(said))
    await amina.taps(urdu(hood, "button-yes-keep"))
    assert urdu(hood, "comment-kept") in seen(amina)
    assert said in await amina.types("/mine")


async def test_back_after_days_at_the_right_question(hood: Neighbourhood, amina: Person) -> None:
    await goes_on(hood, amina)
    await amina.taps(urdu(hood, "button-answer-now"))
    await amina.types("1")
    at = seen(amina).splitlines()[-1]
    await hood.leap(hood.stage.clock.now() + timedelta(days=3))
    await goes_on(hood, amina)
    await amina.taps(urdu(hood, "button-go-on"))
    assert at in seen(amina)


async def test_an_invitation_and_one_reminder(hood: Neighbourhood, amina: Person) -> None:
    member = await hood.board_member()
    for nth in (1, 2, 2):
        await member.types("/send")
        await member.taps("The questions")
        await member.types("Please answer.")
        await member.taps("Send to")
        await hood.leap(hood.stage.clock.now() + timedelta(days=8))
        assert amina.said_by_bot("Please answer.") == nth
        assert urdu(hood, "broadcast-not-translated") in ISOLATES.sub(
            "", next(m.text for m in amina.from_bot if "Please answer." in m.text)
        )
        assert amina.labels[0] == urdu(hood, "button-answer-now")


async def test_a_letter_is_entered_and_read(hood: Neighbourhood) -> None:
    officer = await hood.officer("Olga")
    await officer.types("/language اردو")
    await officer.types("/submission")
    await officer.taps(urdu(hood, "submission-kind-letter"))
    await officer.types("ایک دکان")
    await officer.taps(urdu(hood, "button-today"))
    await officer.types("ہمیں رات کو روشنی چاہیے")
    await officer.taps(urdu(hood, "button-keep-submission"))
    assert "ہمیں رات کو روشنی چاہیے" in await officer.types("/reading")
    await officer.taps("1")
    await officer.taps(urdu(hood, "button-i-have-read"))
    assert urdu(hood, "reading-just-read").split("</b>")[1].strip() in seen(officer)


async def test_a_tap_longer_than_telegram_allows_changes_nothing(
    hood: Neighbourhood, amina: Person
) -> None:
    """64 bytes at most: a tampered app could send more."""
    await goes_on(hood, amina)
    await amina.taps(urdu(hood, "button-answer-now"))
    before = len(amina.phone.toasts)
    amina.phone.forge("q:" + "1:" * 60)
    await amina.settles()
    assert len(amina.phone.toasts) == before + 1
    assert await hood.exported(await hood.officer()) == []


async def test_a_number_and_a_day_are_typed_in_urdu_digits(
    hood: Neighbourhood, tmp_path: Path, amina: Person
) -> None:
    await amina.types("/language english")
    await at_the_crossing(hood, amina, tmp_path)
    await on_to(amina, "On how many days a week?", "yes")
    await amina.types("/language اردو")
    await goes_on(hood, amina)
    await amina.taps(urdu(hood, "button-go-on"))
    await amina.types("۵")
    hint = urdu(hood, "question-date-hint", example="*").split("*", maxsplit=1)[0]
    for _ in range(4):
        if hint in seen(amina):
            break
        await amina.taps(urdu(hood, "button-skip"))
    await amina.types("۳ مئی ۲۰۱۲")
    (row,) = await hood.exported(await hood.officer())
    assert row["often"] == "5"
    assert row["since"].startswith("2012-05-03")


async def test_who_disagrees_with_a_question_says_so(
    hood: Neighbourhood, tmp_path: Path, amina: Person
) -> None:
    await amina.types("/language english")
    await at_the_crossing(hood, amina, tmp_path)
    await on_to(amina, "How easy is it to cross?")
    await amina.types("/language اردو")
    await goes_on(hood, amina)
    await amina.taps(urdu(hood, "button-go-on"))
    disagree = amina.labels[5]
    assert disagree == "مجھے اس سوال سے اتفاق نہیں"
    await amina.types(disagree)
    (row,) = await hood.exported(await hood.officer())
    assert row["easy"] == "I don't agree with the question"
