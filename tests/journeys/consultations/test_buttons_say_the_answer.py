"""The buttons under a question say its answers; numbers are there only for long ones."""

from dataclasses import replace

import pytest
from company import Neighbourhood, Person, answers_all

from content.schema.authored import Localised
from content.schema.consultation import Question
from wardmote.demo.stage import Stage

FIVE = [
    "Education and skills",
    "Jobs and careers",
    "Streets, parks and public places",
    "Standard of living",
    "Health and wellbeing",
    "None of these",
    "I'm not sure",
]
LONG = "Somewhere warm to sit that costs nothing."


def with_label(stage: Stage, label: str) -> None:
    """The first answer of the first question is this long."""
    world = stage.service.world
    known = world.loaded.consultations["local-priorities"]
    first = known.consultation.questions[0]
    option = first.options[0].model_copy(update={"label": Localised({"en": label})})
    asked: Question = first.model_copy(update={"options": (option, *first.options[1:])})
    questions = (asked, *known.consultation.questions[1:])
    changed = known.consultation.model_copy(update={"questions": questions})
    all_ = {**world.loaded.consultations, changed.slug: replace(known, consultation=changed)}
    world.renew(world.library, replace(world.loaded, consultations=all_))


async def test_each_answer_has_a_button_as_wide_as_the_message(amina: Person) -> None:
    shown = await amina.taps("Answer now")
    assert amina.labels[:7] == FIVE
    message = amina.phone.keyboard_message
    assert message is not None
    assert [len(row) for row in message.buttons[:7]] == [1] * 7
    # The buttons say the answers, and the text doesn't say them again.
    assert "Jobs" not in shown


async def test_a_chosen_answer_is_marked_with_a_word_and_said_above(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.taps("Jobs and careers")
    shown = await amina.taps("Back")
    assert "Your answer: Jobs and careers" in shown
    assert amina.labels[:3] == [FIVE[0], "✓ Chosen: Jobs and careers", FIVE[2]]
    assert (await amina.taps("✓ Chosen: Jobs")).startswith("2 of 4.")


async def test_an_answer_of_forty_characters_has_its_button(amina: Person, stage: Stage) -> None:
    with_label(stage, LONG[:40])
    await amina.taps("Answer now")
    assert amina.labels[:2] == [LONG[:40], FIVE[1]]


async def test_one_longer_answer_makes_all_of_them_numbers(amina: Person, stage: Stage) -> None:
    assert len(LONG) == 41
    with_label(stage, LONG)
    shown = await amina.taps("Answer now")
    assert amina.labels[:7] == ["1", "2", "3", "4", "5", "6", "7"]
    assert f"1 {LONG}" in shown
    assert "2 Jobs and careers" in shown
    await amina.taps("2")
    assert "2 Jobs and careers (chosen)" in await amina.taps("Back")


@pytest.mark.parametrize(
    "typed", ["2", "option 2", "jobs and careers", "Jobs", "2 Jobs and careers", "Praca i kariera"]
)
async def test_a_number_a_label_or_its_beginning_can_be_typed(
    hood: Neighbourhood, amina: Person, typed: str
) -> None:
    await amina.taps("Answer now")
    assert (await amina.types(typed)).startswith("2 of 4.")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Jobs and careers"


async def test_the_beginning_of_two_answers_is_asked_about(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.types("Meetings near")
    assert "Your answer: Meetings near my home" in amina.sees
    # "Messages on my phone" is the only one that begins so; "mess" is no whole word.
    assert "Shall we keep that as your comment?" in await amina.types("mess")
    await amina.taps("No")
    await amina.types("Messages")
    assert "Your answer: Messages on my phone, Meetings near my home" in amina.sees


async def test_done_is_there_from_the_start_and_says_what_to_do_first(amina: Person) -> None:
    """S3."""
    await amina.taps("Answer now")
    await amina.taps("Streets")
    assert amina.labels[-3:] == ["Back", "Skip", "Done"]
    await amina.taps("Done")
    assert amina.toast == "Choose at least one first, then tap Done."
    assert amina.sees.startswith("2 of 4.")
    assert "Choose at least one first" in await amina.types("done")
    await amina.taps("Messages")
    assert amina.labels[-2:] == ["Back", "Done"]
    await amina.taps("Done")
    assert amina.question.startswith("3 of 4.")


async def test_the_word_chosen_is_in_the_language_of_the_reader(hood: Neighbourhood) -> None:
    for language, name, word in (("pl", "polski", "✓ Wybrano: "), ("ur", "اردو", "✓ منتخب: ")):
        person = await hood.resident(f"Reader {language}", "HP12 3HP")
        await person.types("/language")
        await person.types(name)
        await person.types("/consultations")
        say = hood.stage.words
        await person.taps(say.plain("button-answer-now", language))
        label = person.labels[1]
        await person.taps(label)
        await person.taps(say.plain("button-back", language))
        assert person.labels[1] == word + label


async def test_themes_are_buttons_too(amina: Person) -> None:
    shown = await amina.types("/themes")
    assert "Jobs" not in shown
    await amina.taps("Jobs")
    assert "✓ Chosen: Jobs and career opportunities" in amina.labels
    await amina.types("1")
    await amina.types("health and wellbeing")
    assert [label.startswith("✓") for label in amina.labels][:5] == [True, True, False, False, True]


async def test_wards_and_parts_of_a_plan_have_their_number_and_name(amina: Person) -> None:
    await amina.types("/plan")
    assert amina.labels[0] == "1 Everything (12)"
    await amina.types("/ward")
    await amina.taps("Change my ward")
    shown = await amina.taps("Pick from a list")
    assert "Abbey" not in shown
    assert amina.labels[0] == "1 Abbey"
    await amina.taps("More")
    eleventh = amina.labels[0]
    assert eleventh.startswith("11 ")
    assert f"now {eleventh[3:]}" in await amina.types("11")


async def test_everything_can_be_answered_by_what_the_buttons_say(amina: Person) -> None:
    assert "All 4 answers are saved" in await answers_all(amina)
