"""Questions that depend on earlier answers: what is asked, what counts, and the way back."""

import re
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from crossing import at_the_crossing

ISOLATES = re.compile("[\u2066-\u2069]")


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    """Amina at the first question about the crossing."""
    return await at_the_crossing(hood, amina, tmp_path)


async def answers(person: Person, *said: str) -> str:
    for words in said:
        await person.types(words)
    return person.sees


async def row_of(hood: Neighbourhood) -> dict[str, str]:
    (row,) = await hood.exported(await hood.officer())
    return row


async def test_an_answer_leads_past_questions_that_are_not_for_them(asked: Person) -> None:
    assert asked.sees.startswith("1 of up to 8. Do you cross the main road")
    assert (await asked.taps("No")).startswith("2 of up to 7. Why do you say that?")
    assert "Which end do you use most?" in await asked.taps("Skip")
    assert asked.sees.startswith("3 of 6.")


async def test_an_answer_leads_to_questions_that_are_for_them(asked: Person) -> None:
    assert "On how many days a week?" in await answers(asked, "yes", "skip")
    assert "Type a whole number from 0 to 7." in asked.sees
    await answers(asked, "5", "2", "1", "1", "done")
    assert asked.sees.startswith("7 of 8. Since when")


async def test_back_follows_the_way_they_came(asked: Person) -> None:
    await answers(asked, "no", "skip")
    assert "Which end" in asked.sees
    assert (await asked.taps("Back")).startswith("2 of up to 7. Why")


async def test_only_the_options_that_fit_an_earlier_answer_are_offered(asked: Person) -> None:
    await answers(asked, "no", "skip")
    await asked.taps("The south end")
    assert asked.labels[:3] == ["By the shop", "By the church", "On the bridge"]
    assert "What matters most?" in await asked.taps("On the bridge")


@pytest.mark.parametrize(("typed", "place"), [("1", "shop"), ("3", "bridge"), ("bridge", "bridge")])
async def test_a_number_means_the_option_that_is_shown_with_it(
    hood: Neighbourhood, asked: Person, typed: str, place: str
) -> None:
    await answers(asked, "no", "skip", "The south end")
    await asked.types("On the bridge" if typed == "bridge" else typed)
    row = await row_of(hood)
    assert row["place"] == {"shop": "By the shop", "bridge": "On the bridge"}[place]


async def test_an_option_that_is_not_offered_cannot_be_typed(
    hood: Neighbourhood, asked: Person
) -> None:
    await answers(asked, "no", "skip", "The south end")
    assert "By the school" in await asked.types("By the school")
    assert "Keep it as a comment" in asked.labels or "Yes, keep it" in asked.labels
    assert (await row_of(hood))["place"] == ""


async def test_answers_on_a_branch_that_was_left_count_no_more(
    hood: Neighbourhood, asked: Person
) -> None:
    await answers(asked, "yes", "It is quick", "5", "The south end", "By the shop")
    await asked.types("/mine")
    await asked.taps("Change")
    while "Do you cross" not in asked.sees:
        await asked.taps("Back")
    await asked.taps("No")
    row = await row_of(hood)
    assert row["crosses"] == "No"
    assert row["often"] == ""
    assert row["place"] == "By the shop"


async def test_what_was_said_on_a_branch_is_there_again_on_return(
    hood: Neighbourhood, asked: Person
) -> None:
    await answers(asked, "yes", "skip", "5")
    for _ in range(3):
        await asked.taps("Back")
    await asked.taps("No")
    assert "On how many days" not in await asked.types("/mine")
    await asked.types("/consultations")
    await asked.taps("2 A crossing")
    await asked.taps("Go on")
    while "Do you cross" not in asked.sees:
        await asked.taps("Back")
    await asked.taps("Yes")
    assert "On how many days" in await asked.taps("Skip")
    assert "Your answer: 5 days" in asked.sees
    assert (await row_of(hood))["often"] == "5"


async def test_a_change_that_takes_an_option_away_asks_again(
    hood: Neighbourhood, asked: Person
) -> None:
    await answers(asked, "no", "skip", "The south end", "By the shop")
    await asked.taps("Back")
    await asked.taps("Back")
    await asked.taps("The north end")
    assert "Where should the crossing be?" in asked.sees
    assert "Your answer" not in asked.sees
    assert (await row_of(hood))["place"] == ""


async def test_a_button_of_a_branch_that_was_left_changes_nothing(
    hood: Neighbourhood, asked: Person
) -> None:
    await answers(asked, "yes", "skip")
    shown = asked.phone.keyboard_message
    assert shown is not None
    skip = next(b.data for row in shown.buttons for b in row if b.text == "Skip")
    await asked.taps("Back")
    await asked.taps("Back")
    await asked.taps("No")
    now = asked.phone.keyboard_message
    assert now is not None
    assert skip is not None
    asked.phone.tap_data(now.message_id, skip)
    assert "Why do you say that?" in await asked.settles()
    assert "too old" in asked.toast


async def test_an_edited_answer_moves_to_the_other_branch(
    hood: Neighbourhood, asked: Person
) -> None:
    first = asked.phone.type("yes")
    await asked.settles()
    await answers(asked, "skip", "5")
    asked.phone.edit_text(first.message_id, "no")
    assert "Which end" in await asked.settles()
    row = await row_of(hood)
    assert row["crosses"] == "No"
    assert row["often"] == ""


async def test_a_reason_given_for_yes_is_no_reason_for_no(
    hood: Neighbourhood, asked: Person
) -> None:
    """It was exported as their reason for No, and nothing asked for another."""
    first = asked.phone.type("yes")
    await asked.settles()
    await answers(asked, "it is the only safe way", "5")
    asked.phone.edit_text(first.message_id, "no")
    said = await asked.settles()
    assert "Why do you say that?" in said
    assert "the only safe way" not in said
    row = await row_of(hood)
    assert (row["crosses"], row["crosses_reason"]) == ("No", "")
    await answers(asked, "It is too fast")
    assert (await row_of(hood))["crosses_reason"] == "It is too fast"


async def test_the_same_answer_again_keeps_its_reason(hood: Neighbourhood, asked: Person) -> None:
    await answers(asked, "yes", "it is safe")
    for _ in range(2):
        await asked.taps("Back")
    await asked.types("yes")
    assert "Your answer: it is safe" in asked.sees


async def test_an_edit_after_the_receipt_asks_what_is_asked_now(
    hood: Neighbourhood, asked: Person
) -> None:
    """The new questions were asked of nobody, and "You have answered" was said all the same."""
    first = asked.phone.type("no")
    await asked.settles()
    await answers(asked, "skip", "The north end", "By the school", "4 1", "done", "5")
    assert "5 of 6 answers are saved" in asked.sees
    asked.phone.edit_text(first.message_id, "yes")
    said = await asked.settles()
    assert "We've changed your answer." in said
    assert "On how many days a week?" in said
    assert (await row_of(hood))["state"] == "partial"
    assert "You have answered" not in await asked.types("/consultations")
    await asked.taps("2 A crossing")
    await asked.taps("Go on")
    assert "On how many days a week?" in asked.sees
    await answers(asked, "5")
    while "receipt" not in asked.sees:
        await asked.types("skip")
    assert (await row_of(hood))["state"] == "complete"


async def test_an_edit_that_takes_an_answer_away_asks_for_another(
    hood: Neighbourhood, asked: Person
) -> None:
    await answers(asked, "no", "skip")
    end = asked.phone.type("the north end")
    await asked.settles()
    await answers(asked, "By the school", "4 1", "done", "5")
    asked.phone.edit_text(end.message_id, "the south end")
    said = await asked.settles()
    assert "Where should the crossing be?" in said
    row = await row_of(hood)
    assert (row["end"], row["place"], row["state"]) == ("The south end", "", "partial")


async def test_who_changes_an_answer_and_leaves_can_go_on(asked: Person) -> None:
    await answers(asked, "no", "skip", "The north end", "By the school", "4 1", "done", "5")
    await asked.types("/mine")
    await asked.taps("Change")
    while "Do you cross" not in asked.sees:
        await asked.taps("Back")
    await asked.taps("Yes")
    await asked.types("/consultations")
    assert "You have answered" not in asked.sees


async def test_the_receipt_counts_the_questions_they_were_asked(asked: Person) -> None:
    await answers(asked, "no", "Too fast", "1", "1", "1", "done", "4")
    assert "All 6 answers are saved" in asked.sees


async def test_in_urdu_a_branching_question_says_at_most_how_many(
    hood: Neighbourhood, asked: Person
) -> None:
    await asked.types("/language")
    await asked.taps("اردو")
    await asked.types("/consultations")
    await asked.taps("2 ")
    await asked.taps("ابھی جواب دیں")
    assert "سوال 1 (زیادہ سے زیادہ 8)" in ISOLATES.sub("", asked.sees)
