"""After the boundaries changed: everybody is asked again, and answers keep their ward."""

import dataclasses
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person, answers_all, on_stage
from council_changes import leaves, moves_on, takes_up

from content.library import council_directory, load
from usecases.operations import reload
from usecases.people.old_wards import people_in_old_wards, staff_of_old_wards
from wardmote.commands.cannot_run import in_old_wards
from wardmote.demo.stage import Stage


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the council's folder, for somebody to edit."""
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    return folder


async def test_everybody_is_asked_with_the_likely_names_first(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    await answers_all(amina)
    officer = await hood.officer()
    await officer.types("/send")
    assert "People whose ward has changed" not in officer.labels
    await moves_on(hood, edited)
    await officer.types("/send")
    preview = await officer.taps("People whose ward has changed")
    assert "The wards have new boundaries." in preview
    assert "To fewer than 10 people" in preview
    passed_over = await officer.types("Please add: come to the hall")
    assert "this isn't in the message: Please add: come to the hall" in passed_over
    await officer.taps("Send to")
    assert "Yours was Booker, Cressex and Castlefield." in amina.sees
    likely = hood.stage.service.world.library.successors["E05013131"]
    names = [hood.stage.service.world.library.wards[code].name for code in likely[:3]]
    assert amina.labels[: len(names)] == names
    seen = await amina.taps(names[0])
    assert f"Your ward is now {names[0]}. (Wards of 2025.)" in seen
    (row,) = await hood.exported(officer)
    assert (row["ward_code"], row["ward_boundaries"]) == ("E05013131", "2021")


async def test_a_message_that_was_written_is_there_after_everybody_is_asked(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    """Its text was gone."""
    officer = await hood.officer()
    await moves_on(hood, edited)
    await officer.types("/send")
    await officer.types("1")
    await officer.taps("Done")
    await officer.taps("Something else")
    assert "Two benches are coming." in await officer.types("Two benches are coming.")
    await officer.taps("Change")
    await officer.taps("Change the wards")
    assert "have new boundaries" in await officer.taps("People whose ward has changed")
    await officer.taps("Cancel")
    await officer.types("/send")
    await officer.taps("Go on with the message you began")
    assert "Two benches are coming." in await officer.taps("Done")


async def test_who_has_not_said_yet_is_told_by_ward_and_can_still_answer(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    await moves_on(hood, edited)
    assert "have new boundaries now" in await amina.types("/ward")
    await amina.types("/consultations")
    await answers_all(amina)
    (row,) = await hood.exported(await hood.officer())
    assert (row["ward_code"], row["ward_boundaries"]) == ("E05013131", "2021")


async def test_a_board_member_does_not_ask_for_everybody(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    board = await hood.board_member(label="Olu")
    await moves_on(hood, edited)
    for command in ("/send", "/celebrate"):
        said = await board.types(command)
        assert "no longer in use. Please ask the council's office for a new invitation." in said
    world = hood.stage.service.world
    async with hood.stage.service.database.read() as tx:
        assert await staff_of_old_wards(tx, world.library) == ["Olu"]


async def test_a_preview_for_a_ward_no_longer_in_use_is_not_sent(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    """It went to the old ward."""
    board = await hood.board_member()
    await board.types("/send")
    await board.taps("Public Realm")
    await board.types("Two benches are coming.")
    await moves_on(hood, edited)
    await board.taps("Send to")
    assert "no longer in use" in board.toast
    assert amina.said_by_bot("Two benches") == 0


async def test_an_officer_s_forged_button_asks_nobody_when_nothing_changed(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer()
    await officer.types("/send")
    officer.phone.forge("sn")
    await officer.settles()
    assert "too old" in officer.toast


async def test_edited_contact_points_and_boards_are_taken_up(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    council = edited / "council.yaml"
    council.write_text(council.read_text().replace("01296 382343", "01296 000000"))
    boards = edited / "boards.yaml"
    boards.write_text(boards.read_text().replace("Chesham area board", "The Chesham people"))
    await takes_up(hood, edited)
    assert hood.stage.service.world.library.board("chesham").name == "The Chesham people"
    person = hood.stranger()
    await person.start()
    await person.taps("More about privacy")
    assert any("01296 000000" in m.text for m in person.from_bot)


async def test_a_reload_that_was_asked_for_is_done_at_the_next_tick(
    hood: Neighbourhood, edited: Path
) -> None:
    service = hood.stage.service
    service.reread = lambda: load(edited)
    boards = edited / "boards.yaml"
    boards.write_text(boards.read_text().replace("Chesham area board", "The Chesham people"))
    asked_for = service.world
    await service.batcher.run(lambda tx: reload.ask(tx, asked_for))
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert service.world.library.board("chesham").name == "The Chesham people"
    assert await service.batcher.run(reload.state) == reload.DONE


async def test_files_broken_after_the_command_change_nothing(
    hood: Neighbourhood, edited: Path
) -> None:
    service = hood.stage.service
    service.reread = lambda: load(edited)
    await service.batcher.run(lambda tx: reload.ask(tx, service.world))
    (edited / "boards.yaml").write_text("boards: [oops")
    before = service.world.library
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert service.world.library is before
    assert await service.batcher.run(reload.state) == reload.REFUSED


@pytest.fixture
async def sam(hood: Neighbourhood, edited: Path) -> Person:
    """A resident of Beaconsfield, a ward that has left the files since."""
    person = await hood.resident("Sam", "Beaconsfield")
    leaves(edited, "Beaconsfield")
    await takes_up(hood, edited)
    return person


async def test_people_of_a_ward_that_left_the_files_can_choose_again(sam: Person) -> None:
    """F1."""
    assert "Your ward was Beaconsfield. It isn't in the council's list" in await sam.types("/ward")
    assert "no news for Beaconsfield" in await sam.types("/news")
    await sam.start()
    assert "Your ward was Beaconsfield. It has changed." in sam.sees
    assert "No questions are open" in await sam.types("/consultations")
    await sam.types("/ward")
    await sam.taps("Follow another ward")
    assert "Chesham" in await sam.types("Chesham")
    await sam.types("/ward")
    await sam.taps("Change my ward")
    assert "Your ward is now Abbey" in await sam.types("Abbey")


async def test_people_of_a_ward_that_left_the_files_are_asked_by_an_officer(
    hood: Neighbourhood, sam: Person
) -> None:
    """F1."""
    officer = await hood.officer()
    await officer.types("/send")
    assert "To fewer than 10 people" in await officer.taps("People whose ward has changed")
    await officer.taps("Send to")
    assert "Yours was Beaconsfield." in sam.sees


async def test_people_in_old_wards_are_counted_guarded(
    hood: Neighbourhood, sam: Person, edited: Path
) -> None:
    """F1."""

    async def counted() -> str:
        async with hood.stage.service.database.read() as tx:
            found = await people_in_old_wards(tx, hood.stage.service.world.library)
        assert found is not None
        return in_old_wards(found)

    assert "each has fewer than 10 people, perhaps nobody" in await counted()
    await hood.residents(12, "Abbey")
    await moves_on(hood, edited)
    # Each ward by itself, then those that may be shown added up.
    assert ": about 10 people have one of the larger, and each other has fewer" in await counted()


async def test_an_upcoming_consultation_leaves_with_its_file_and_an_open_one_stays(
    hood: Neighbourhood, edited: Path
) -> None:
    """F7."""
    for slug in ("local-priorities", "keeping-in-touch"):
        (edited / "consultations" / f"{slug}.yaml").unlink()
    service = hood.stage.service
    asked_for = dataclasses.replace(service.world, library=load(edited))
    changes = await service.batcher.run(lambda tx: reload.ask(tx, asked_for))
    assert (changes.withdrawn, changes.stays) == (("keeping-in-touch",), ("local-priorities",))
    await takes_up(hood, edited)
    assert [c.slug for c in service.world.all_consultations] == ["local-priorities"]


async def test_a_later_day_to_hear_names_the_day_that_people_were_promised(
    hood: Neighbourhood, edited: Path
) -> None:
    """The promise disappeared without a word once it was broken."""
    file, service = edited / "consultations" / "local-priorities.yaml", hood.stage.service
    promised = service.world.library.consultations["local-priorities"].hear_by
    file.write_text(file.read_text().replace(f"hear_by: {promised}", "hear_by: 2023-06-30"))
    asked_for = dataclasses.replace(service.world, library=load(edited))
    changes = await service.batcher.run(lambda tx: reload.ask(tx, asked_for))
    assert changes.moved == (("local-priorities", promised),)


async def test_a_bot_that_reads_other_files_than_the_ones_checked_says_so(
    hood: Neighbourhood, edited: Path
) -> None:
    """F7."""
    boards = edited / "boards.yaml"
    boards.write_text(boards.read_text().replace("Chesham area board", "The Chesham people"))
    service = hood.stage.service
    checked = dataclasses.replace(service.world, library=load(edited))
    await service.batcher.run(lambda tx: reload.ask(tx, checked))
    service.reread = lambda: load(council_directory("buckinghamshire"))
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert await service.batcher.run(reload.state) == reload.DONE
    assert await service.batcher.run(reload.read_others)


@pytest.fixture
async def anytown(tmp_path: Path) -> AsyncIterator[Stage]:
    """A third council, as data alone, from a folder outside the program."""
    folder = tmp_path / "anytown"
    (folder / "consultations").mkdir(parents=True)
    files = {
        "council.yaml": (
            "slug: anytown\nname: Anytown Council\nshort_name: Anytown\n"
            "gss_code: E06000999\nvintage: 2023\nprivacy:\n  controller: Anytown Council\n"
            "  lawful_basis: Public task\n  version: 2023-05-01\n  body: What we keep.\n"
        ),
        "wards.yaml": (
            "vintage: 2023\nsource: made up\nwards:\n"
            "  - {code: E05099001, name: Riverside, latitude: 52.0, longitude: -1.0}\n"
            "  - {code: E05099002, name: Hilltop, latitude: 52.05, longitude: -1.0}\n"
        ),
        "boards.yaml": "boards: []\n",
        "postcodes.csv": "postcode,ward\nZZ1 1AA,E05099001\nZZ1 1AB,E05099002\n",
        "consultations/benches.yaml": (
            "slug: benches\ntitle: More benches?\npurpose: We may put up benches.\n"
            "can_change: Where they stand.\ndecided_by: The council decides.\n"
            "opens_at: 2023-06-01T09:00:00+01:00\ncloses_at: 2023-06-30T17:00:00+01:00\n"
            "hear_by: 2023-08-01\nminutes: 1\nsource: made up\nquestions:\n"
            "  - key: where\n    kind: single\n    text: Where?\n    options:\n"
            "      - {key: river, label: By the river}\n"
            "      - {key: hill, label: On the hill}\n"
        ),
    }
    for name, text in files.items():
        (folder / name).write_text(text)
    library = load(folder)
    start = next(iter(library.consultations.values())).opens_at
    async with on_stage(library, start=start, folder=tmp_path, seed=3) as here:
        yield here


async def test_a_third_council_is_a_folder_and_nothing_else(anytown: Stage) -> None:
    hood = Neighbourhood(anytown)
    resident = await hood.resident("Ada", "ZZ1 1AB")
    assert "You're in Hilltop" in resident.sees
    await resident.taps("Answer now")
    assert "Your answer is saved." in await resident.types("On the hill")
    (row,) = await hood.exported(await hood.officer())
    assert (row["ward"], row["where"]) == ("Hilltop", "On the hill")


async def test_the_question_does_not_tell_where_somebody_has_not_answered_it(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    """Only former wards in which somebody was left counted, and the button went with the last."""
    officer = await hood.officer()
    await moves_on(hood, edited)
    await officer.types("/send")
    before = await officer.taps("People whose ward has changed")
    assert "It may be nobody yet" in before
    await officer.taps("Send to")
    await amina.taps(amina.labels[0])
    await officer.types("/send")
    assert await officer.taps("People whose ward has changed") == before
