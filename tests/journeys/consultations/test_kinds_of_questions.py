"""Rankings, numbers, days, and options beside a scale: by tap and by typing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from crossing import at_the_crossing, on_to

CLOSES = datetime(2022, 10, 5, 16, tzinfo=UTC)


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    return await at_the_crossing(hood, amina, tmp_path)


async def row_of(hood: Neighbourhood) -> dict[str, str]:
    (row,) = await hood.exported(await hood.officer())
    return row


async def test_options_are_ranked_in_the_order_they_are_tapped(
    hood: Neighbourhood, asked: Person
) -> None:
    await on_to(asked, "What matters most?")
    assert "Tap up to 3: what matters most first." in asked.sees
    await asked.taps("That it is near")
    await asked.taps("That it is safe")
    assert "Your answer: 1 That it is near, 2 That it is safe" in asked.sees
    assert asked.labels[0] == "Number 2: That it is safe"
    await asked.taps("Done")
    row = await row_of(hood)
    places = {key: row[f"matters.{key}"] for key in ("safe", "fast", "dry", "near")}
    assert places == {"safe": "2", "fast": "", "dry": "", "near": "1"}


async def test_a_long_answer_stays_on_its_button_once_it_has_a_place(
    hood: Neighbourhood, amina: Person
) -> None:
    """With its place it is longer than a button: the answers are on none of the lines above."""
    await hood.leap(hood.library.consultations["keeping-in-touch"].opens_at + timedelta(hours=1))
    await amina.types("/consultations")
    await amina.taps("Answer now")
    await amina.taps("Once a month")
    long = "Streets, parks and public places"
    await amina.taps(long)
    assert amina.labels[2] == f"Number 1: {long}"
    assert amina.labels[0] == "Education and skills"


async def test_a_second_tap_takes_an_option_out_of_the_order(asked: Person) -> None:
    await on_to(asked, "What matters most?")
    for label in ("That it is near", "That it is safe", "Number 1"):
        await asked.taps(label)
    assert "Your answer: 1 That it is safe" in asked.sees


@pytest.mark.parametrize(
    "typed",
    ["remove 2", "remove number 2", "Number 2: That it is safe", "number 2 that it is safe"],
)
async def test_what_a_ranking_shows_as_number_2_can_be_taken_off_as_that(
    asked: Person, typed: str
) -> None:
    await on_to(asked, "What matters most?")
    await asked.types("4 1 2")
    await asked.types(typed)
    assert "Your answer: 1 That it is near, 2 That it is fast" in asked.sees


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2 first", "Your answer: 1 That it is fast"),
        ("4 second, 2 first", "Your answer: 1 That it is fast, 2 That it is near"),
        ("first 3", "We can't tell which choice that is."),
        ("drugie 4", "We can't tell which choice that is."),
    ],
)
async def test_what_comes_first_is_said_as_a_place(asked: Person, typed: str, said: str) -> None:
    """ "First 3" made option 1 the first choice, which nobody had named."""
    await on_to(asked, "What matters most?")
    assert said in await asked.types(typed)


async def test_number_2_alone_may_be_a_place_or_an_answer(asked: Person) -> None:
    await on_to(asked, "What matters most?")
    await asked.types("4 1")
    assert "We can't tell which choice that is." in await asked.types("number 2")


@pytest.mark.parametrize("typed", ["remove 3", "remove That it is dry"])
async def test_what_is_not_ranked_cannot_be_taken_off_and_that_is_said(
    asked: Person, typed: str
) -> None:
    await on_to(asked, "What matters most?")
    await asked.types("4 1")
    assert "That one is not chosen, so we took nothing off." in await asked.types(typed)


async def test_a_double_tap_in_a_ranking_counts_once(asked: Person) -> None:
    await on_to(asked, "What matters most?")
    for label in ("That it is near", "That it is safe"):
        asked.phone.tap(label)
        asked.phone.tap(label)
        await asked.settles()
    assert "Your answer: 1 That it is near, 2 That it is safe" in asked.sees
    asked.phone.tap("Number 1")
    asked.phone.tap("Number 1")
    await asked.settles()
    assert "Your answer: 1 That it is safe" in asked.sees


@pytest.mark.parametrize("typed", ["yes", "no"])
async def test_a_number_question_asks_for_a_number_below_a_late_yes(
    asked: Person, typed: str
) -> None:
    await on_to(asked, "On how many days a week?", "yes")
    assert "Please type one whole number, such as 3." in await asked.types(typed)


async def test_the_label_of_a_chosen_answer_can_be_typed_as_it_is_shown(asked: Person) -> None:
    await asked.types("yes")
    await asked.types("back")
    assert "✓ Chosen: Yes" in asked.labels
    assert "Why do you say that?" in await asked.types("✓ Chosen: Yes")


async def test_an_order_is_typed_as_numbers(asked: Person) -> None:
    await on_to(asked, "What matters most?")
    await asked.types("4 1 2")
    said = "1 That it is near, 2 That it is safe, 3 That it is fast"
    assert f"Your answer: {said}" in asked.sees
    await asked.types("2, 4")
    assert "Your answer: 1 That it is fast, 2 That it is near" in asked.sees
    await asked.types("1")
    assert "3 That it is safe" in asked.sees
    await asked.types("remove 2")
    assert "Your answer: 1 That it is fast, 2 That it is safe" in asked.sees


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1 1", "We can't tell which choice that is."),
        ("1 2 3 4", "You can choose up to 3."),
        ("1 5", "We can't tell which choice that is."),
        ("done", "Choose at least one first"),
    ],
)
async def test_an_order_that_cannot_be(asked: Person, typed: str, said: str) -> None:
    await on_to(asked, "What matters most?")
    assert said in await asked.types(typed)


async def test_a_fourth_place_is_refused_and_the_three_stay(asked: Person) -> None:
    await on_to(asked, "What matters most?")
    await asked.types("4 1 2")
    await asked.taps("That it is dry")
    assert "You can choose up to 3" in asked.toast
    assert "3 That it is fast" in asked.sees


async def test_who_would_rather_not_say_ranks_nothing(hood: Neighbourhood, asked: Person) -> None:
    await on_to(asked, "What matters most?")
    await asked.types("4 1")
    await asked.taps("Prefer not to say")
    assert "Your answer: 1 Prefer not to say" in asked.sees
    await asked.taps("Done")
    row = await row_of(hood)
    assert row["matters.near"] == ""
    assert row["matters.prefer_not_to_say"] == "1"


@pytest.mark.parametrize("typed", ["5", "five", "۵", "5 days", "5 dni", "about 5"])
async def test_a_number_is_typed_as_people_write_it(
    hood: Neighbourhood, asked: Person, typed: str
) -> None:
    await on_to(asked, "On how many days a week?", "yes")
    await asked.types(typed)
    assert "Which end" in asked.sees
    assert (await row_of(hood))["often"] == "5"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8", "Please type a number from 0 to 7."),
        ("3.5", "Please type one whole number, such as 3."),
        ("3-4", "Please type one whole number, such as 3."),
        ("-1", "Please type one whole number, such as 3."),
        ("99999999999", "Please type one whole number, such as 3."),
    ],
)
async def test_a_number_that_does_not_fit(asked: Person, typed: str, said: str) -> None:
    await on_to(asked, "On how many days a week?", "yes")
    assert said in await asked.types(typed)


@pytest.mark.parametrize(
    "typed", ["3 May 2012", "3/5/2012", "3rd of May, 2012", "May 3, 2012", "2012-05-03",
              "3 maja 2012 r.", "۳ مئی ۲۰۱۲", "03.05.2012"],
)  # fmt: skip
async def test_a_day_is_typed_as_people_write_it(
    hood: Neighbourhood, asked: Person, typed: str
) -> None:
    await on_to(asked, "Since when", "yes", "5")
    assert "Type a day, such as 5 October 2022." in asked.sees
    await asked.types(typed)
    assert "How easy" in asked.sees
    assert (await row_of(hood))["since"] == "2012-05-03"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/6/2012", "Please type a day from 1 January 1990 to 5 October 2022."),
        ("1 May 1989", "Please type a day from 1 January 1990 to 5 October 2022."),
        ("6 October 2022", "Please type a day from 1 January 1990 to 5 October 2022."),
        ("2012", "We can't tell which day that is."),
        ("5/2012", "We can't tell which day that is."),
        ("May 2012", "We can't tell which day that is."),
    ],
)
async def test_a_day_that_does_not_fit(asked: Person, typed: str, said: str) -> None:
    await on_to(asked, "Since when", "yes", "5")
    assert said in await asked.types(typed)


async def test_words_at_a_number_are_offered_as_a_comment(asked: Person) -> None:
    await on_to(asked, "On how many days a week?", "yes")
    assert "It depends on the weather" in await asked.types("It depends on the weather")
    assert "Yes, keep it" in asked.labels


async def test_after_a_comment_at_a_day_nobody_is_asked_to_pick_an_answer(asked: Person) -> None:
    await on_to(asked, "Since when", "yes", "5")
    await asked.types("Since I was born")
    shown = await asked.taps("Yes, keep it")
    assert "we've kept that as your comment" in shown
    assert "closest" not in shown


async def test_who_disagrees_with_a_question_says_so_beside_the_scale(
    hood: Neighbourhood, asked: Person
) -> None:
    await on_to(asked, "How easy is it to cross?")
    assert asked.labels[:6] == ["1", "2", "3", "4", "5", "I don't agree with the question"]
    await asked.taps("I don't agree")
    assert "saved" in asked.sees
    assert (await row_of(hood))["easy"] == "I don't agree with the question"


@pytest.mark.parametrize("typed", ["i don't agree with the question", "I don't agree"])
async def test_the_option_beside_a_scale_can_be_typed(
    hood: Neighbourhood, asked: Person, typed: str
) -> None:
    await on_to(asked, "How easy is it to cross?")
    await asked.types(typed)
    assert (await row_of(hood))["easy"] == "I don't agree with the question"


async def test_six_on_a_scale_to_five_is_no_option_beside_it(asked: Person) -> None:
    await on_to(asked, "How easy is it to cross?")
    assert "We can't tell which choice that is." in await asked.types("6")


async def test_first_choices_and_bands_are_what_the_results_show(
    hood: Neighbourhood, asked: Person
) -> None:
    """Of 90 people nobody's second choice, exact number or exact day is shown."""
    people = [asked, *await hood.residents(59, "HP12 3HP")]
    others = await hood.residents(30, "HP12 3HP", name="Other")
    await hood.all_do(others, lambda phone: phone.type("/consultations"))
    await hood.all_do(others, lambda phone: phone.tap("2 A crossing"))
    await hood.all_do(others, lambda phone: phone.tap("Answer now"))
    for words in ("no", "skip", "skip", "skip", "skip", "skip"):
        await hood.all_do(others, lambda phone, words=words: phone.type(words))
    await hood.all_do(people[1:], lambda phone: phone.type("/consultations"))
    await hood.all_do(people[1:], lambda phone: phone.tap("2 A crossing"))
    await hood.all_do(people[1:], lambda phone: phone.tap("Answer now"))
    first, second = people[:30], people[30:]
    for said in (("yes",) * 2, ("skip",) * 2, ("4", "7"), ("skip",) * 2, ("skip",) * 2,
                 ("2 1", "1 4"), ("done",) * 2, ("3 May 2012", "1995-01-31")):  # fmt: skip
        for half, words in zip((first, second), said, strict=True):
            await hood.all_do(half, lambda phone, words=words: phone.type(words))
    officer = await hood.officer()
    await hood.leap(CLOSES + timedelta(hours=1))
    await officer.types("/results")
    await officer.taps(next(label for label in officer.labels if "crossing" in label))
    shown = "\n".join(m.text for m in officer.from_bot)
    assert "What people put first:\n" in shown
    assert "\nThat it is fast: about 30 (50%)" in shown
    assert "0 to 2 or 3 to 5: 50%" in shown
    assert "\n6 to 7: 50%" in shown
    assert "\nfrom 1 January 2010 to 31 December 2019: about half" in shown
    assert "3 May" not in shown
