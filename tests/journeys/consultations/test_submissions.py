"""/submission: officers enter letters, petitions and the like, which are read like answers."""

import io
from datetime import timedelta

import openpyxl
import pytest
from company import BOOKER, Neighbourhood, Person

from usecases.operations import legal_hold

LETTER = "The shop asks for a bin at the corner."


async def enters(
    officer: Person, kind: str = "A letter", text: str = LETTER, signatures: str = ""
) -> str:
    """Enter a submission up to the question whether it is right."""
    await officer.types("/submission")
    await officer.taps(kind)
    await officer.types("A shop")
    await officer.taps("Today")
    if signatures:
        await officer.types(signatures)
    return await officer.types(text)


async def test_a_letter_is_entered_step_by_step_and_read_like_an_answer(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer("Olga")
    assert "Is this right?" in await enters(officer)
    assert "A letter from A shop, 5 September 2022" in officer.sees
    assert "counted apart from answers" in await officer.taps("Keep it")
    assert f"1 A letter: {LETTER}" in await officer.types("/reading")
    assert LETTER in await officer.taps("1")
    assert "That was the last one" in await officer.taps("I have read this")


async def test_a_petition_says_how_many_signed_it(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await officer.types("/submission")
    await officer.types("a petition")
    await officer.types("Tenants of one street")
    await officer.types("1 September 2022")
    assert "How many people signed it?" in officer.sees
    assert "whole number" in await officer.types("3.5")
    await officer.types("1,204")
    shown = await officer.types(LETTER)
    assert "People who signed it: 1,204" in shown
    assert "1 September 2022" in shown


async def test_a_day_that_is_none_or_still_to_come_is_asked_for_again(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await officer.types("/submission")
    await officer.taps("An e-mail")
    await officer.types("A shop")
    for wrong in ("31/6/2022", "5 September 2032", "some day"):
        await officer.types(wrong)
        assert "What does it say?" not in officer.sees
    assert "What does it say?" in await officer.types("4.9.2022")


async def test_the_same_words_entered_twice_are_offered_to_be_dropped_or_kept(
    hood: Neighbourhood,
) -> None:
    olga, omar = await hood.officer("Olga"), await hood.officer("Omar")
    await enters(olga)
    await olga.taps("Keep it")
    shown = await enters(omar, "An e-mail", f"  {LETTER.upper()}  ")
    assert "entered before by Olga" in shown
    await omar.taps("It is the same: drop this one")
    assert (await omar.types("/reading")).count("A letter:") == 1
    assert "An e-mail:" not in omar.sees
    await enters(omar, "An e-mail")
    await omar.taps("They are two: keep both")
    assert "An e-mail:" in await omar.types("/reading")


async def test_two_who_enter_the_same_letter_at_once_are_told(hood: Neighbourhood) -> None:
    olga, omar = await hood.officer("Olga"), await hood.officer("Omar")
    for officer in (olga, omar):
        await enters(officer)
    await olga.taps("Keep it")
    assert "entered before by Olga" in await omar.taps("Keep it")
    await omar.taps("It is the same: drop this one")
    assert (await omar.types("/reading")).count("A letter:") == 1


async def test_what_was_entered_by_mistake_is_deleted_after_a_yes(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await enters(officer)
    await officer.taps("Keep it")
    await officer.taps("Show it")
    assert "Was this entered by mistake?" in await officer.taps("Entered by mistake")
    assert LETTER not in await officer.taps("Yes, delete it")
    assert "nothing to read" in officer.sees


@pytest.mark.parametrize("button", ["Entered by mistake", "Yes, delete it"])
async def test_during_a_legal_hold_nothing_that_was_entered_is_deleted(
    hood: Neighbourhood, button: str
) -> None:
    officer = await hood.officer()
    await enters(officer)
    await officer.taps("Keep it")
    await officer.taps("Show it")
    if button.startswith("Yes"):
        await officer.taps("Entered by mistake")
    world = hood.stage.service.world
    await hood.stage.service.batcher.run(lambda tx: legal_hold.hold(tx, world, "case 7"))
    await officer.taps(button)
    assert "this can't be deleted yet" in f"{officer.sees} {officer.toast}"
    assert (await officer.types("/reading")).count("A letter:") == 1


async def test_more_words_below_it_go_on_with_the_text_and_cancel_keeps_nothing(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await enters(officer)
    assert "And a bench." in await officer.types("And a bench.")
    assert "We have kept nothing" in await officer.types("cancel")
    assert "nothing to read" in await officer.types("/reading")


async def test_no_and_back_keep_what_was_entered_and_one_thing_can_be_changed(
    hood: Neighbourhood,
) -> None:
    """They threw away the whole letter."""
    officer = await hood.officer()
    await enters(officer, "A petition", signatures="1204")
    assert "What is wrong? All you entered is kept." in await officer.types("no")
    shown = await officer.types("When it came")
    assert "Now: 5 September 2022" in shown
    shown = await officer.types("1 September 2022")
    assert "1 September 2022" in shown
    assert LETTER in shown
    await officer.taps("Change something")
    assert "Now: A shop" in await officer.taps("Who it is from")
    assert "from A school" in await officer.types("A school")
    await officer.taps("Change something")
    assert f"Now: {LETTER}" in await officer.taps("What it says")
    assert "A new bench." in await officer.types("A new bench.")
    assert LETTER not in officer.sees
    await officer.taps("Change something")
    assert "Is this right?" in await officer.taps("Back")
    await officer.taps("Change something")
    await officer.taps("How it came")
    assert "A letter from A school" in await officer.taps("A letter")
    await officer.taps("Keep it")
    assert "1 A letter: A new bench." in await officer.types("/reading")


async def test_back_asks_for_the_step_before(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await officer.types("/submission")
    await officer.taps("A letter")
    await officer.types("A shop")
    assert "Who is it from?" in await officer.types("back")
    assert "Now: A shop" in officer.sees
    assert "How did it come?" in await officer.taps("Back")
    assert "We have kept nothing" in await officer.types("back")
    await enters(officer)
    assert f"Now: {LETTER}" in await officer.types("back")
    assert "When did it come?" in await officer.types("no")
    for _ in range(3):
        await officer.types("back")
    assert "What is wrong?" in officer.sees
    assert LETTER in await officer.types("back")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("petition", "A petition"),
        ("email", "An e-mail"),
        ("letter", "A letter"),
        ("petycja", "A p"),
    ],
)
async def test_how_it_came_is_typed_in_a_word(hood: Neighbourhood, word: str, kind: str) -> None:
    officer = await hood.officer()
    await officer.types("/submission")
    shown = await officer.types("Tenants of Green Street")
    assert "We don't know that one." in shown
    assert "How did it come?" in shown
    assert "A petition" in officer.labels
    assert "Who is it from?" in await officer.types(word)
    await officer.types("A shop")
    await officer.types("today")
    if kind.startswith("A p"):
        await officer.types("12")
    assert kind in await officer.types(LETTER)


async def test_its_language_can_be_set_and_a_summary_is_said_to_be_one(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await enters(officer)
    await officer.taps("This is a summary")
    await officer.taps("It is in: Polish")
    assert "Language: Polish" in officer.sees
    await officer.taps("Keep it")
    shown = await officer.taps("Show it")
    assert "This is a summary" in shown
    assert "You don't read this language" in shown


async def test_words_of_danger_in_a_letter_are_kept_back(hood: Neighbourhood) -> None:
    olga, omar = await hood.officer("Olga"), await hood.officer("Omar")
    await enters(olga, text="He wrote that he wants to kill himself.")
    await olga.taps("Keep it")
    assert "kill himself" not in await omar.types("/reading")
    assert "people named for words of danger" in omar.sees
    assert "kill himself" not in await omar.taps("1")
    assert "I have read this" not in omar.labels


async def test_a_board_member_enters_none(hood: Neighbourhood) -> None:
    member = await hood.board_member(BOOKER)
    assert "Officers of every ward read" in await member.types("/submission")


async def test_they_are_on_a_sheet_of_their_own_and_in_no_count(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer("Olga")
    await enters(officer, "A petition", signatures="12")
    await officer.taps("Keep it")
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=5))
    await officer.types("/reading")
    apart = "Letters, petitions and the like, counted apart."
    assert f"{apart} Not read yet: 1. Read: 0." in officer.sees
    await officer.taps("1")
    assert f"{apart} Not read yet: 0. Read: 1." in await officer.taps("I have read this")
    await hood.may_export(officer)
    await officer.taps("Excel")
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    book = openpyxl.load_workbook(io.BytesIO(document.content))
    rows = [[cell.value for cell in row] for row in book["Letters and petitions"].rows]
    assert [row[:4] for row in rows if row[0] == "A petition"] == [
        ["A petition", "A shop", "5 September 2022", "12"]
    ]
    assert LETTER not in str([[c.value for c in row] for row in book["Responses"].rows])
