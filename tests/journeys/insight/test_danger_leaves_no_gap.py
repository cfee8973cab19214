"""Exports and results beside each other don't tell who wrote words of danger."""

from __future__ import annotations

from dataclasses import replace

from company import Neighbourhood, Person

from engagement.consultations.steering import authored_of
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
    written = authored_of(known.consultation).model_copy(update=changes)
    steered = known.consultation.model_copy(update={**changes, "authored": written})
    changed = replace(known, consultation=steered)
    every = {**world.loaded.consultations, WHICH: changed}
    world.renew(world.library, replace(world.loaded, consultations=every))


def words_before_a_scale(hood: Neighbourhood) -> None:
    """One choice, own words that are marked as required, and a scale."""
    known = hood.library.consultations[WHICH]
    words = known.question("own_words").model_copy(update={"required": True})
    first, scale = known.question("first_theme"), known.question("easy_to_find_out")
    change_questions(hood, questions=(first, words, scale))


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
    await hood.closes(WHICH)
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


async def answers_three(person: Person, words: str, scale: str) -> None:
    await person.taps("Answer now")
    await person.taps("Streets")
    await (person.taps("Skip") if words == "Skip" else person.types(words))
    await person.taps(scale)
    assert "saved" in person.sees


async def test_results_beside_the_export_do_not_tell_who_wrote_words_of_danger(
    hood: Neighbourhood,
) -> None:
    """At a required question their row ended there, and the results counted what they answered
    after it: an answer was missing from the file, and only that row could be without it."""
    words_before_a_scale(hood)
    for number, person in enumerate(await hood.residents(12, "HP12 3HP")):
        await answers_three(person, f"Lamp {number}", "4")
    for person in await hood.residents(24, "Abbey"):
        await answers_three(person, "More lamps", "Skip")
    await answers_three(await hood.resident("Ann", "Chesham"), DANGER, "4")
    await answers_three(await hood.resident("Ben", "Chesham"), "Skip", "4")
    officer = await hood.officer()
    await hood.closes()
    rows = await hood.exported(officer)
    ann, ben = (row for row in rows if row["ward"] == "Chesham")
    assert {**ann, "response": ""} == {**ben, "response": ""}  # nobody can tell them apart
    shown = await officer.types("/results")
    assert "About 15 people answered this." in shown
    assert sum(row["easy_to_find_out"] != "" for row in rows) == 14
    assert "2. " in shown
    words = shown[shown.index("2. ") : shown.index("3. ")]
    assert not any(character.isdigit() for character in words[2:])


async def test_two_exports_do_not_tell_whose_deleted_words_were_of_danger(
    hood: Neighbourhood,
) -> None:
    """Only their row became complete, or was in the second file and not in the first."""
    words_before_a_scale(hood)
    ann, ben = await hood.resident("Ann", "Chesham"), await hood.resident("Ben", "Abbey")
    eve = await hood.resident("Eve", "Chesham")
    await answers_three(ann, DANGER, "4")
    await answers_three(eve, "More lamps", "4")
    for person, words in ((ben, DANGER), (await hood.resident("Dan", "Abbey"), "Lamps")):
        await person.taps("Answer now")
        await person.taps("Skip")
        await person.types(words)
        await person.taps("Skip")
    dan = person
    officer = await hood.officer()
    await hood.closes()
    before = await hood.exported(officer)
    for person in (ann, eve, ben, dan):
        await person.types("/forget")
        await person.taps("Delete my words too")
        await person.taps("Yes, forget me")
    after = await hood.exported(officer)

    def told(rows: list[dict[str, str]], ward: str) -> list[tuple[str, ...]]:
        return sorted((r["state"], r["easy_to_find_out"]) for r in rows if r["ward"] == ward)

    assert told(before, "Chesham") == told(after, "Chesham") == [("complete", "4")] * 2
    assert [len(told(rows, "Abbey")) for rows in (before, after)] == [1, 0]  # Dan's


async def test_own_words_can_be_skipped_though_they_are_marked_as_required(
    hood: Neighbourhood,
) -> None:
    words_before_a_scale(hood)
    ben = await hood.resident("Ben", "Abbey")
    await answers_three(ben, "Skip", "4")


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


async def comments_and_skips(person: Person, at_own_words: str) -> None:
    """A comment on the first question, and no answer but perhaps the last."""
    await person.taps("Answer now")
    await person.types("It depends on the alley behind the shops, so dark")
    await person.taps("Yes, keep it")
    for _ in range(3):
        await person.taps("Skip")
    await (person.taps("Skip") if at_own_words == "Skip" else person.types(at_own_words))


async def test_a_row_with_nothing_but_a_comment_is_started_whoever_wrote_it(
    hood: Neighbourhood,
) -> None:
    """Only the row of somebody who wrote words of danger said "complete"."""
    await comments_and_skips(await hood.resident("Ann", "Abbey"), DANGER)
    await comments_and_skips(await hood.resident("Ben", "Abbey"), "Skip")
    officer = await hood.officer()
    await hood.closes()
    ann, ben = await hood.exported(officer)
    assert {**ann, "response": ""} == {**ben, "response": ""}
    assert ann["state"] == "started"


async def test_who_has_commented_and_written_danger_is_counted_as_who_has_only_commented(
    hood: Neighbourhood,
) -> None:
    """Rows of a ward next to the results told which of two rows it was."""
    nine = await hood.residents(9, "Abbey")
    await hood.all_do(nine, lambda phone: phone.tap("Answer now"))
    await hood.all_do(nine, lambda phone: phone.tap("Streets"))
    officer = await hood.officer()
    few = await officer.types("/results")
    await comments_and_skips(await hood.resident("Ben", "Abbey"), "Skip")
    assert await officer.types("/results") == few
    await comments_and_skips(await hood.resident("Ann", "Abbey"), DANGER)
    assert await officer.types("/results") == few
    assert len(await hood.exported(officer)) == 11
