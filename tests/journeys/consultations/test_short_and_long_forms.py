"""A short form, chosen by how much time somebody has; the rest can be answered after it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from sqlalchemy import text
from two_lengths import FILE, asks, to_the_choice

CLOSES = datetime(2022, 10, 5, 16, tzinfo=UTC)


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    await asks(hood, tmp_path)
    await to_the_choice(amina)
    return amina


async def test_it_is_said_how_long_it_takes_and_that_is_worked_out(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    await asks(hood, tmp_path)
    await amina.types("/consultations")
    assert "6 questions, about 2 minutes." in await amina.taps("2 ")


async def test_the_short_form_ends_after_its_questions_and_offers_the_rest(asked: Person) -> None:
    assert "The short form has 2 of the 6 questions." in asked.sees
    assert asked.labels == ["About 1 minute", "About 2 minutes"]
    assert "1 of 2." in await asked.taps("About 1 minute")
    await asked.taps("Yes")
    assert "2 of 2." in asked.sees
    await asked.taps("No")
    assert "All 2 of your answers are saved" in asked.sees or "saved" in asked.sees
    assert "There are 4 more questions if you have time: about 1 minute." in asked.sees
    assert "3 of 6. Do you take the bus?" in await asked.taps("Go on")
    await asked.taps("Back")
    assert "2 of 6." in asked.sees


@pytest.mark.parametrize("opens", [False, True], ids=["no branch", "a branch"])
async def test_who_goes_on_after_the_short_form_has_finished_all_the_same(
    hood: Neighbourhood, amina: Person, tmp_path: Path, opens: bool
) -> None:
    branch = (
        {"  - key: change\n": "  - key: change\n    relevant: ${bus} = 'yes'\n"} if opens else {}
    )
    await asks(hood, tmp_path, branch)
    await to_the_choice(amina)
    for button in ("About 1 minute", "Yes", "No"):
        await amina.taps(button)
    receipt = amina.sees.partition("Your receipt: ")[2].split()[0]
    await amina.taps("Go on")
    await amina.taps("Yes")
    assert "What would you change first?" in amina.sees or not opens
    assert f"Receipt: {receipt}" in await amina.types("/mine")
    await amina.types("/consultations")
    assert "You have answered." in await amina.taps("2 ")
    async with hood.stage.service.database.read() as tx:
        assert [*await tx.execute(text("SELECT state FROM responses"))] == [("complete",)]


async def test_who_opens_another_question_of_the_short_form_has_yet_to_answer_it(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    await asks(
        hood, tmp_path, {"  - key: rides\n": "  - key: rides\n    relevant: ${walks} = 'no'\n"}
    )
    await to_the_choice(amina)
    await amina.taps("About 1 minute")
    await amina.taps("Yes")
    await amina.taps("Go on")
    await amina.taps("Back")
    assert "Do you walk a lot?" in amina.question
    await amina.taps("No")
    async with hood.stage.service.database.read() as tx:
        assert [*await tx.execute(text("SELECT state FROM responses"))] == [("partial",)]


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("1 minute", "1 of 2."),
        ("i have 1 min", "1 of 2."),
        ("1", "1 of 2."),
        ("the short one", "1 of 2."),
        ("2 mins please", "1 of 6."),
        ("second", "1 of 6."),
        ("10 minutes", "1 of 6."),
        ("all of them", "1 of 6."),
        ("dunno", "How much time do you have?"),
        ("0 minutes", "How much time do you have?"),
    ],
)
async def test_how_much_time_somebody_has_can_be_said_in_their_own_way(
    asked: Person, said: str, asks: str
) -> None:
    assert asks in await asked.types(said)
    assert "didn't understand" not in asked.sees


async def test_two_forms_that_take_about_as_long_are_told_apart_by_their_questions(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    texts = FILE.read_text("utf-8").partition("  - key: change\n")[2].partition("source:")[0]
    await asks(hood, tmp_path, {"  - key: change\n" + texts: ""})
    await to_the_choice(amina)
    assert amina.labels == ["2 questions, about 1 minute", "3 questions, about 1 minute"]
    await amina.types("1 minute")
    assert amina.labels == ["2 questions, about 1 minute", "3 questions, about 1 minute"]
    assert "1 of 2." in await amina.types("2 questions")


async def test_all_questions_are_asked_of_somebody_with_more_time(asked: Person) -> None:
    assert "1 of 6." in await asked.types("About 2 minutes")
    for _ in range(6):
        await asked.types("skip")
    assert "more questions" not in asked.sees


async def test_a_restart_and_a_later_look_keep_to_the_form(asked: Person) -> None:
    await asked.taps("About 1 minute")
    await asked.taps("Yes")
    await asked.taps("No")
    await asked.taps("Change my answers")
    assert "1 of 2." in asked.sees
    await asked.types("/consultations")
    await asked.taps("2 ")
    await asked.taps("Change my answers")
    assert "1 of 2." in asked.sees


async def test_an_old_button_of_the_choice_takes_nothing_back(asked: Person) -> None:
    choice = asked.phone.keyboard_message
    await asked.taps("About 2 minutes")
    await asked.taps("Yes")
    asked.phone.tap("About 1 minute", choice)
    await asked.settles()
    assert "2 of 6." in asked.sees


async def test_the_results_say_how_many_were_asked_the_rest(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    await asks(hood, tmp_path)
    people = await hood.residents(60, "HP12 3HP")
    for act in ("/consultations", "2 Getting about", "Answer now"):
        await hood.all_do(people, lambda phone, act=act: phone.type(act))
    await hood.all_do(people[:25], lambda phone: phone.type("About 1 minute"))
    await hood.all_do(people[25:], lambda phone: phone.type("About 2 minutes"))
    for _ in range(2):
        await hood.all_do(people, lambda phone: phone.type("yes"))
    await hood.all_do(people[25:], lambda phone: phone.type("no"))
    officer = await hood.officer()
    await hood.leap(CLOSES + timedelta(hours=1))
    await officer.types("/results")
    await officer.taps(next(label for label in officer.labels if "Getting about" in label))
    shown = "\n".join(m.text for m in officer.from_bot)
    asked = "Only people who chose more than the short form were asked this: about 35."
    assert shown.count(asked) == 4
    first, third = shown.index("1. Do you walk"), shown.index("3. Do you take the bus?")
    assert "short form" not in shown[first:third]


async def test_who_gave_only_words_of_danger_is_not_among_those_who_were_asked(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    """The file of answers has no row of theirs: a number with them would say that there is one."""
    await asks(hood, tmp_path)
    people = await hood.residents(63, "HP12 3HP")
    for act in ("/consultations", "2 Getting about", "Answer now"):
        await hood.all_do(people, lambda phone, act=act: phone.type(act))
    await hood.all_do(people[:25], lambda phone: phone.type("About 1 minute"))
    await hood.all_do(people[25:], lambda phone: phone.type("About 2 minutes"))
    for act in ("yes", "yes", "no"):
        await hood.all_do(people[:-1], lambda phone, act=act: phone.type(act))
    hurt = people[-1]
    for _ in range(3):
        await hurt.taps("Skip")
    await hurt.types("He hits me every night and I am scared for my life")
    officer = await hood.officer()
    await hood.leap(CLOSES + timedelta(hours=1))
    await officer.types("/results")
    await officer.taps(next(label for label in officer.labels if "Getting about" in label))
    shown = "\n".join(m.text for m in officer.from_bot)
    assert "were asked this: about 35." in shown
    assert "were asked this: about 40." not in shown


async def test_in_urdu_the_choice_is_offered_and_gone_on_from(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    await asks(hood, tmp_path)
    zara = await hood.resident("Zara", "HP12 3HP")
    await zara.types("/language")
    await zara.taps("اردو")
    await to_the_choice(zara)
    assert "آپ کے پاس کتنا وقت ہے؟" in zara.sees
    assert "آپ کے پاس کتنا وقت ہے؟" in await zara.types("معلوم نہیں")
    await zara.types("۱ منٹ")
    await zara.types("ہاں")
    await zara.types("نہیں")
    assert "وقت ہو تو" in zara.sees
    assert "کیا آپ بس لیتے ہیں؟" in await zara.taps(zara.labels[0])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "  - key: bus\n    kind: yes_no\n",
            "  - key: bus\n    kind: yes_no\n    short: true\n",
            None,
        ),
        ("    short: true\n", "", "the short questions are expected before all others"),
    ],
)
async def test_the_short_questions_come_first(
    hood: Neighbourhood, tmp_path: Path, before: str, after: str, said: str | None
) -> None:
    if said is None:
        await asks(hood, tmp_path, {before: after})
        return
    with pytest.raises(Exception, match=said):
        await asks(hood, tmp_path, {before: after})


async def test_who_approves_it_reads_the_short_form_what_is_required_and_the_bands(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    changes = {
        "  - key: bus\n": "  - key: bus\n    required: true\n",
        "  - key: why\n    kind: text\n": "  - key: why\n    kind: number\n"
        "    number: {lowest: 0, highest: 9, bands: [0, 1, 5]}\n",
    }
    await asks(hood, tmp_path, changes)
    officer = await hood.officer("Ruth")
    await officer.types("/manage")
    await officer.taps(next(label for label in officer.labels if "Getting about" in label))
    shown = await officer.taps("Read the questions")
    assert "The short form has 2 of the 6 questions." in shown
    assert "1 About 1 minute" in shown
    assert shown.count("This is in the short form.") == 2
    longer = "Only people who want more than the short form are asked this."
    assert shown.count(longer) == 4
    bus = shown.partition("3 of 6.")[2].partition("4 of 6.")[0]
    assert "People can't skip this question." in bus
    assert shown.count("People can't skip this question.") == 1
    assert "The results count it in these steps: 0, 1 to 4 and 5 to 9." in shown


async def test_that_answers_are_saved_comes_before_what_could_be_answered_too(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    """After a change the receipt began with the questions that were left."""
    await asks(hood, tmp_path)
    await to_the_choice(amina)
    await amina.taps("About 1 minute")
    await amina.types("yes")
    await amina.types("no")
    written = next(m for m in reversed(amina.phone.messages) if m.text == "no")
    amina.phone.edit_text(written.message_id, "yes")
    seen = await amina.settles()
    assert "We've changed your answer" in seen
    assert seen.index("answers are saved") < seen.index("if you have time")
