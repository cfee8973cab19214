"""Answering: by tap, by typing, badly, with a change of mind, and too late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from company import Neighbourhood, Person, answers_all


async def test_four_questions_end_in_a_receipt(amina: Person) -> None:
    receipt = await answers_all(amina)
    assert "All 4 answers are saved" in receipt
    assert "Your receipt: " in receipt
    assert "You can change your answers until Friday 30 September" in receipt
    assert "By Friday 11 November we'll tell you the results here." in receipt


async def test_two_dates_are_given_and_no_decision_is_promised(
    hood: Neighbourhood, amina: Person
) -> None:
    """When people hear the results, and when a body is due to decide; that one may move."""
    world = hood.stage.service.world
    known = world.loaded.consultations["local-priorities"]
    due = known.consultation.model_copy(update={"decision_due": date(2022, 12, 13)})
    open_now = {**world.loaded.consultations, due.slug: replace(known, consultation=due)}
    world.renew(world.library, replace(world.loaded, consultations=open_now))
    await amina.types("/consultations")
    assert "By Friday 11 November we'll tell you the results here." in amina.sees
    assert "A decision is due on Tuesday 13 December." in amina.sees
    assert "That may move, and we'll say why." in amina.sees


async def test_one_message_becomes_the_next_question(amina: Person) -> None:
    await amina.taps("Answer now")
    before = len(amina.phone.messages)
    await amina.taps("Streets")
    assert amina.sees.startswith("2 of 4.")
    assert len(amina.phone.messages) == before


async def test_a_typed_answer_brings_the_next_question_below(amina: Person) -> None:
    await amina.taps("Answer now")
    first = amina.phone.keyboard_message
    await amina.types("3")
    assert amina.sees.startswith("2 of 4.")
    assert first is not None
    assert first.buttons == []


@pytest.mark.parametrize(
    "typed", ["3", "3.", "streets, parks and public places", "Streets parks and public places!"]
)
async def test_typing_a_number_or_an_option_is_tapping_it(
    hood: Neighbourhood, amina: Person, typed: str
) -> None:
    await amina.taps("Answer now")
    await amina.types(typed)
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Streets, parks and public places"


async def test_several_can_be_chosen_and_unchosen(hood: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.taps("Messages")
    await amina.taps("Meetings near")
    assert "✓ Chosen: Messages on my phone" in amina.labels
    assert "Your answer: Messages on my phone, Meetings near my home" in amina.sees
    assert "Your answer: Meetings near my home" in await amina.taps("✓ Chosen: Messages")
    assert "Messages on my phone" in amina.labels
    await amina.taps("Done")
    (row,) = await hood.exported(await hood.officer())
    assert row["taking_part.phone_messages"] == "0"
    assert row["taking_part.meetings_nearby"] == "1"


async def test_none_of_these_unticks_the_others(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.taps("Messages")
    assert "Your answer: None of these" in await amina.taps("None of these")
    assert "✓ Chosen: None of these" in amina.labels
    assert "Messages on my phone" in amina.labels


async def test_several_numbers_can_be_typed_at_once(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.types("1, 4 and 7")
    chosen = [label for label in amina.labels if label.startswith("✓ Chosen: ")]
    assert [amina.labels.index(label) + 1 for label in chosen] == [1, 4, 7]
    assert (await amina.types("done")).startswith("3 of 4.")


async def test_words_to_a_choice_are_kept_as_a_comment_after_a_yes(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    shown = await amina.types("depends, the alley behind the shops is pitch black")
    assert "Shall we keep that as your comment?" in shown
    assert await hood.exported(await hood.officer("First")) == []
    shown = await amina.taps("Yes, keep it")
    assert "Now pick the answer closest to what you think" in shown
    await amina.taps("Streets")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme.comment"] == "depends, the alley behind the shops is pitch black"
    assert row["first_theme"] == "Streets, parks and public places"


async def test_back_shows_what_was_chosen_and_a_change_replaces_it(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    assert "Your answer: Streets, parks and public places" in await amina.taps("Back")
    assert "✓ Chosen: Streets, parks and public places" in amina.labels
    await amina.taps("Jobs")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Jobs and careers"


async def test_an_answer_can_be_changed_after_the_receipt(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await amina.types("/mine")
    await amina.taps("Change")
    assert "Your answer: Streets, parks and public places" in amina.sees
    await amina.taps("Health")
    for label in ("Done", "Next", "Next"):
        await amina.taps(label)
    assert "All 4 answers are saved" in amina.sees
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Health and wellbeing"
    assert row["state"] == "complete"


async def test_a_skipped_question_is_not_an_answer(hood: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    receipt = await amina.types("Benches")
    assert "1 of 4 answers is saved" in receipt
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == ""
    assert row["own_words"] == "Benches"


async def test_a_photo_where_a_choice_was_asked_gets_a_plain_sentence(amina: Person) -> None:
    await amina.taps("Answer now")
    amina.phone.send_photo()
    assert "can't use photos" in await amina.settles()
    await amina.taps("Streets")
    assert amina.question.startswith("2 of 4.")


async def test_stickers_get_the_same_sentence(amina: Person) -> None:
    await amina.taps("Answer now")
    amina.phone.send_sticker()
    assert "can't use photos, voice or files" in await amina.settles()


async def test_4097_characters_are_refused_and_what_was_saved_stays(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.taps("Skip")
    await amina.taps("Skip")
    update = {"message": {
        "message_id": 900_000, "date": 1_662_400_000, "text": "x" * 4097,
        "chat": {"id": amina.phone.user_id, "type": "private", "first_name": "Amina"},
        "from": {"id": amina.phone.user_id, "is_bot": False, "first_name": "Amina"},
    }}  # fmt: skip
    hood.stage.emulator.push(update)
    refused = await amina.settles()
    assert "That is 4,097 characters long. The most we can take is 3,000." in refused
    await amina.types("Shorter now")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Streets, parks and public places"
    assert row["own_words"] == "Shorter now"


async def test_after_closing_an_old_button_says_so_and_changes_nothing(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    closes = hood.stage.service.world.consultation("local-priorities").consultation.closes_at
    await hood.leap(closes + timedelta(minutes=16))
    await amina.taps("1")
    assert "has closed: Friday 30 September, 5pm." in amina.toast
    (row,) = await hood.exported(await hood.officer())
    assert row["taking_part.phone_messages"] == ""


async def test_a_forged_callback_changes_nothing(hood: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    for data in ("q:zzzz:0:1", "q:1:9:9", "sy", "e:1", "nonsense", "q:-1:0:0", "f"):
        before = len(amina.phone.toasts)
        amina.phone.forge(data)
        await amina.settles()
        assert len(amina.phone.toasts) == before + 1, data
        assert any(no in amina.toast for no in ("too old", "staff", "not open yet")), data
    assert await hood.exported(await hood.officer()) == []


async def test_a_keyboard_from_an_earlier_question_still_counts(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    first = amina.phone.keyboard_message
    assert first is not None
    data = next(b.data for row in first.buttons for b in row if b.text.startswith("Health"))
    await amina.types("3")
    amina.phone.tap_data(first.message_id, data or "")
    assert (await amina.settles()).startswith("2 of 4.")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Health and wellbeing"


async def test_two_quick_taps_end_with_the_last_and_history_keeps_both(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    shown = amina.phone.keyboard_message
    assert shown is not None
    data = {b.text: b.data or "" for row in shown.buttons for b in row}
    amina.phone.tap_data(shown.message_id, data["Education and skills"])
    amina.phone.tap_data(shown.message_id, data["Jobs and careers"])
    await amina.settles()
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Jobs and careers"
    assert await history(hood) == ["education_and_skills", "jobs"]


async def test_hostile_text_is_stored_exactly_shown_escaped_and_exported_neutralised(
    hood: Neighbourhood, amina: Person
) -> None:
    hostile = '=HYPERLINK("http://x","y") <b>bold</b> & \u202eright to left'
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.types(hostile)
    assert hostile in await amina.types("/mine")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "'" + hostile


async def test_mine_shows_the_answers_in_the_words_people_saw(amina: Person) -> None:
    await answers_all(amina)
    shown = await amina.types("/mine")
    assert "Streets, parks and public places" in shown
    assert "Messages on my phone, Meetings near my home" in shown
    assert "More lamps, please" in shown


async def test_mine_shows_comments_under_their_question(amina: Person) -> None:
    await amina.taps("Answer now")
    asked = amina.phone.last.text.splitlines()[0].removeprefix("1 of 4. ")
    await amina.types("Lamps <first>,\nplease")
    await amina.types("yes")
    await amina.types("And " + "benches " * 100)
    await amina.types("Yes, keep it")
    shown = (await amina.types("/mine")).splitlines()
    place = shown.index(asked)
    assert shown[place + 1 : place + 3] == ["not answered", "Your comment: Lamps <first>, please"]
    assert shown[place + 3].startswith("Your comment: And benches")
    assert shown[place + 3].endswith("…")


async def test_mine_shows_the_last_comments_alone_and_can_be_read_however_many(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for number in range(20):
        await amina.types(f"Remark {number}:\n" + "\n".join(["a line of it"] * 20))
        await amina.taps("Yes, keep it")
    shown = await amina.types("/mine")
    assert "Your 17 earlier comments are kept too." in shown
    assert [n for n in range(20) if f"Your comment: Remark {n}:" in shown] == [17, 18, 19]
    assert hood.stage.service.bot.pacer.html_refused_at is None


async def test_somebody_of_another_ward_is_not_asked(hood: Neighbourhood) -> None:
    sam = await hood.resident("Sam", "Beaconsfield")
    assert "No questions are open for your ward" in sam.sees
    assert "No questions are open" in await sam.types("/consultations")


async def test_a_new_message_for_each_question_when_asked_for(amina: Person) -> None:
    await amina.types("/help")
    await amina.taps("New message for each question")
    await amina.types("/consultations")
    await amina.taps("Answer now")
    before = len(amina.phone.messages)
    await amina.taps("Streets")
    assert len(amina.phone.messages) == before + 1


async def history(hood: Neighbourhood) -> list[str]:
    from sqlalchemy import select

    from storage.consultations.answers import answer_history

    async with hood.stage.service.database.read() as tx:
        found = await tx.execute(select(answer_history.c.value).order_by(answer_history.c.id))
        return [*found.scalars()]


@pytest.mark.parametrize(
    ("words", "point"),
    [("Very easy", 5), ("very hard", 1), ("Bardzo łatwo!", 5), ("بہت مشکل", 1), ("VERY EASY.", 5)],
)
async def test_the_words_at_the_ends_of_a_scale_can_be_typed(
    hood: Neighbourhood, amina: Person, words: str, point: int
) -> None:
    await amina.taps("Answer now")
    for _ in range(2):
        await amina.taps("Skip")
    assert "Very easy" in amina.question
    assert "4 of 4." in await amina.types(words)
    (row,) = await hood.exported(await hood.officer())
    assert str(point) in row.values()


async def test_the_beginning_of_both_ends_of_a_scale_is_no_answer(amina: Person) -> None:
    await amina.taps("Answer now")
    for _ in range(2):
        await amina.taps("Skip")
    assert "4 of 4." not in await amina.types("very")
