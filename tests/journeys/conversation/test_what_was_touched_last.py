"""Words go to what stands lowest; reloads and new boundaries in the middle of things."""

import dataclasses
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person, answers_all
from council_changes import moves_on, takes_up
from sqlalchemy import select

from content.library import council_directory
from emulator import RetryAfter
from storage.consultations.responses import responses

LAMPS = "The new lamps are on from Monday."


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the council's folder, for somebody to edit."""
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    return folder


async def test_a_number_under_the_themes_moves_nobody_s_house(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("/themes")
    await amina.types("2")
    assert "✓ Chosen: Jobs and career opportunities" in amina.labels
    assert "Booker" in await amina.types("/ward")


async def test_a_number_under_the_plan_follows_no_ward(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types("/plan")
    assert "1 to 4 of 12" in await amina.types("1")


async def test_a_ward_asked_for_above_the_goodbye_takes_the_next_words(amina: Person) -> None:
    await amina.types("/ward")
    asked = amina.phone.last
    await amina.types("/consultations")
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    assert "What one thing" in amina.question
    await amina.types("/stop")
    amina.phone.tap_data(asked.message_id, "mw")
    await amina.settles()
    assert "Your ward is now Abbey" in await amina.types("HP11 2TL")


async def test_a_question_on_its_way_takes_the_words_and_not_the_screen_it_will_follow(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/consultations")
    answer_now = amina.phone.last.buttons[0][0].data or ""
    await amina.types("/themes")
    hood.stage.emulator.faults.next("sendMessage", RetryAfter(7), chat_id=amina.phone.user_id)
    amina.phone.tap_data(amina.phone.last.message_id, answer_now)
    amina.phone.type("Education and Skills")
    await amina.settles()
    assert "2 of 4" in amina.question
    assert not [label for label in (await themes_of(amina)) if label.startswith("✓")]


async def themes_of(person: Person) -> list[str]:
    await person.types("/themes")
    return person.labels


async def test_a_number_under_the_list_of_wards_is_not_a_broadcast_s_text(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await officer.types("/send")
    await officer.taps("The plan's")
    await officer.types("Something else")
    await officer.types("/celebrate")
    assert "Aston Clinton and Bierton" in await officer.types("3")


async def test_a_postcode_under_the_list_of_wards_is_kept_nowhere(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types("Abbey")
    await amina.types("/consultations")
    await amina.taps("Answer now")
    await amina.types("/celebrate")
    assert "nothing to show for Abbey" in await amina.types("HP11 2TL")
    with sqlite3.connect(tmp_path / "wardmote.db") as database:
        assert "HP11" not in "\n".join(database.iterdump())


async def test_a_number_never_joins_a_ward_that_is_not_on_the_screen(hood: Neighbourhood) -> None:
    person = hood.stranger()
    await person.start()
    await person.taps("Start")
    await person.taps("Yes")
    assert "You're in" not in await person.types("2")
    person.phone.send_location(51.6388, -0.8285)
    await person.settles()
    assert person.labels[0] == "1 West Wycombe"
    assert "You're in West Wycombe" in await person.types("1")


async def test_a_receipt_of_somebody_forgotten_leads_to_no_answers(
    hood: Neighbourhood, amina: Person
) -> None:
    receipt = (await answers_all(amina)).split("Your receipt: ")[1].split()[0]
    await amina.types("/forget")
    await amina.taps("When it closes")
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    async with hood.stage.service.database.read() as tx:
        kept = [*(await tx.execute(select(responses.c.receipt, responses.c.state)))]
    assert [(code != receipt, state) for code, state in kept] == [(True, "complete")]


async def test_coming_back_offers_no_questions_that_are_answered(amina: Person) -> None:
    await answers_all(amina)
    assert "You have answered everything that is open" in await amina.types("/start")


async def test_thanks_under_a_celebration_offer_no_move(hood: Neighbourhood) -> None:
    board = await hood.board_member(BOOKER, ABBEY)
    await board.types("/celebrate")
    assert "isn't one of the wards on the list" in await board.types("Thank you")


async def test_a_resident_of_a_former_ward_is_asked_where_home_is_before_celebrating(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    await moves_on(hood, edited)
    assert "Please choose again" in await amina.types("/celebrate")


async def test_a_draft_across_new_boundaries_ends_with_a_clear_no(
    hood: Neighbourhood, edited: Path
) -> None:
    board = await hood.board_member(BOOKER, ABBEY)
    await board.types("/send")
    await moves_on(hood, edited)
    await board.taps("All 2")
    assert "no longer in use" in board.toast


async def test_a_poster_s_ward_of_former_boundaries_is_not_stored(
    hood: Neighbourhood, edited: Path
) -> None:
    person = hood.stranger()
    await person.start(await hood.stage.poster(BOOKER, "library"))
    await person.taps("Start")
    await person.taps("Yes")
    await moves_on(hood, edited)
    await person.taps("Yes, that's home")
    assert "too old" in person.toast


async def test_a_theme_that_is_gone_silences_nobody(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    await amina.types("/themes")
    await amina.taps("2")
    plan = edited / "plans" / "opportunity-bucks.yaml"
    plan.write_text(plan.read_text().replace("slug: jobs", "slug: work"))
    await takes_up(hood, edited)
    board = await hood.board_member()
    await board.types("/send")
    await board.types("Public Realm")
    await board.types(LAMPS)
    await board.taps("Send to")
    assert amina.said_by_bot(LAMPS) == 1


async def test_a_theme_that_is_back_is_chosen_as_before(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    """A plan's file was left out by mistake for five minutes: every choice was deleted."""
    await amina.types("/themes")
    await amina.taps("2")
    plan = edited / "plans" / "opportunity-bucks.yaml"
    written = plan.read_text()
    plan.write_text(written.replace("slug: jobs", "slug: work"))
    await takes_up(hood, edited)
    assert "Chosen: Jobs" not in " ".join([await amina.types("/themes"), *amina.labels])
    assert "Jobs" not in await amina.types("/ward")
    plan.write_text(written)
    await takes_up(hood, edited)
    await amina.types("/themes")
    assert any(label.startswith("✓") and "Jobs" in label for label in amina.labels)


async def test_an_invitation_to_what_has_closed_meanwhile_is_not_sent(
    hood: Neighbourhood, amina: Person
) -> None:
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes - timedelta(hours=1))
    board = await hood.board_member()
    await board.types("/send")
    await board.types("What should come first in your area?")
    await board.types(LAMPS)
    await hood.stage.until(closes)
    await board.taps("Send to")
    assert "has closed" in board.toast
    assert amina.said_by_bot(LAMPS) == 0


async def test_results_that_were_released_stay_when_the_thresholds_change(
    hood: Neighbourhood,
) -> None:
    people = await hood.residents(12, "HP12 3HP")
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await hood.all_do(people, lambda phone: phone.tap("1"))
    await hood.closes()
    officer = await hood.officer()
    assert "About 10 to 15 people answered" in await officer.types("/results")
    world = hood.stage.service.world
    strict = world.thresholds.model_copy(update={"smallest_cell": 20})
    council = world.library.council.model_copy(update={"thresholds": strict})
    world.renew(dataclasses.replace(world.library, council=council), world.loaded)
    assert "About 10 to 15 people answered" in await officer.types("/results")
