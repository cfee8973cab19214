"""Exports and results beside each other don't tell who wrote words of danger."""

from __future__ import annotations

from dataclasses import replace

from company import Neighbourhood, Person

from content.schema.consultation import QuestionKind
from usecases.insight.results import AnsweredSoFar, results_for

DANGER = "I want to die"
WHICH = "local-priorities"


async def skips_to_own_words(person: Person) -> None:
    await person.taps("Answer now")
    for _ in range(3):
        await person.taps("Skip")


def change_questions(hood: Neighbourhood, **changes: object) -> None:
    world = hood.stage.service.world
    known = world.loaded.consultations[WHICH]
    changed = replace(known, consultation=known.consultation.model_copy(update=changes))
    every = {**world.loaded.consultations, WHICH: changed}
    world.renew(world.library, replace(world.loaded, consultations=every))


def require_words(hood: Neighbourhood) -> None:
    """The last question, in own words, can't be skipped."""
    questions = tuple(
        q.model_copy(update={"required": True}) if q.kind is QuestionKind.TEXT else q
        for q in hood.library.consultations[WHICH].questions
    )
    change_questions(hood, questions=questions)


async def test_results_do_not_count_somebody_whose_row_is_in_no_file(hood: Neighbourhood) -> None:
    """Ten people of Abbey had answered, and the file had nine rows of Abbey."""
    nine = await hood.residents(9, "Abbey")
    await hood.all_do(nine, lambda phone: phone.tap("Answer now"))
    await hood.all_do(nine, lambda phone: phone.tap("Streets"))
    ben = await hood.resident("Ben", "Abbey")
    await skips_to_own_words(ben)
    await ben.types(DANGER)
    officer = await hood.officer()
    assert "Fewer than 10 people answered so far in each ward" in await officer.types("/results")
    assert len(await hood.exported(officer)) == 9
    await hood.leap(hood.library.consultations[WHICH].closes_at)
    assert "Fewer than 10 people answered" in await officer.types("/results")


async def test_somebody_who_wrote_something_else_too_is_counted(hood: Neighbourhood) -> None:
    nine = await hood.residents(9, "Abbey")
    await hood.all_do(nine, lambda phone: phone.tap("Answer now"))
    await hood.all_do(nine, lambda phone: phone.tap("Streets"))
    ben = await hood.resident("Ben", "Abbey")
    await skips_to_own_words(ben)
    await ben.types("More lamps, please")
    officer = await hood.officer()
    assert "Abbey: 10 or more" in await officer.types("/results")
    assert len(await hood.exported(officer)) == 10


async def test_words_of_danger_at_a_required_question_look_as_if_they_had_stopped(
    hood: Neighbourhood,
) -> None:
    """The row was complete, with an empty cell that nobody can leave empty."""
    require_words(hood)
    ben = await hood.resident("Ben", "Abbey")
    await ben.taps("Answer now")
    await ben.taps("Streets")
    for _ in range(2):
        await ben.taps("Skip")
    await ben.types(DANGER)
    assert "saved" in ben.sees
    (row,) = await hood.exported(await hood.officer())
    assert row["state"] == "partial"
    assert row["first_theme"].startswith("Streets")
    assert row["own_words"] == ""


async def test_a_ward_with_nobody_else_is_listed_as_every_other(hood: Neighbourhood) -> None:
    """Where every ward may answer, every ward is listed."""
    change_questions(hood, wards=())
    ben = await hood.resident("Ben", "Abbey")
    await skips_to_own_words(ben)
    await ben.types(DANGER)
    service = hood.stage.service
    (known,) = (c for c in service.world.all_consultations if c.slug == WHICH)
    async with service.database.read() as tx:
        shown = await results_for(tx, service.world, known)
    assert isinstance(shown, AnsweredSoFar)
    assert shown.answered.few == tuple(service.world.library.wards)
