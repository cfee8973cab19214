"""A file of answers is for work: a second person approves it, and it says so everywhere."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from company import BOOKER, Neighbourhood, Person, answers_all
from council_changes import closes_later
from kill_and_look_inside import rows
from sqlalchemy import update

from engagement.staff.approvals import ANSWER_WITHIN, FETCH_WITHIN
from engagement.staff.rights import Role
from storage.engine.database import Transaction
from storage.insight.export_requests import export_requests

TITLE = "What should come first in your area?"
APPROVE, DECLINE = "Yes, approve the file", "No, decline the file"


def files(person: Person) -> list[object]:
    return [m.document for m in person.phone.messages if m.document]


@pytest.fixture
async def officer(hood: Neighbourhood, amina: Person) -> Person:
    """An officer, after Amina has answered everything and the questions have closed."""
    await answers_all(amina)
    await hood.closes()
    return await hood.officer("Olga")


@pytest.fixture
async def second(hood: Neighbourhood) -> Person:
    return await hood.staff(Role.ADMINISTRATOR, label="Adam")


async def asks(officer: Person) -> str:
    await officer.types("/export")
    return await officer.taps("Ask for approval")


async def acts(hood: Neighbourhood) -> list[str]:
    found = await rows(hood, "SELECT act FROM audit WHERE act LIKE '%export%' ORDER BY id")
    return [act for (act,) in found]


@pytest.mark.parametrize("kind", ["CSV", "Excel workbook"])
async def test_an_officer_asks_a_second_person_approves_and_the_file_says_what_it_is_for(
    hood: Neighbourhood, second: Person, officer: Person, kind: str
) -> None:
    said = await officer.types("/export")
    assert "line by line" in said
    assert "Somebody else has to approve it first" in said
    assert "We would ask: Adam." in said
    assert not any("CSV" in label for label in officer.labels)
    assert "We have asked Adam" in await officer.taps("Ask for approval")
    asked = await second.settles()
    assert "Olga asks you to approve a file" in asked
    assert f"all answers to “{TITLE}”, line by line, without names" in asked
    assert "You approved it for Olga" in await second.taps(APPROVE)
    assert "Adam approved it. You can have the file until" in await officer.settles()
    await officer.taps(kind)
    sent = officer.phone.messages[-1]
    assert sent.document is not None
    assert "-not-for-publication." in sent.document.filename
    assert "Not for publication. Adam approved it, for your work." in sent.text
    if kind != "CSV":
        with zipfile.ZipFile(io.BytesIO(sent.document.content)) as book:
            whole = b"".join(book.read(name) for name in book.namelist()).decode()
        assert "Publish nothing of it" in whole
        assert "Approved by Adam" in whole
    assert files(second) == []
    assert await acts(hood) == ["asked-to-export", "approved-export", "exported"]


async def test_no_button_gives_a_file_that_nobody_has_approved(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    await officer.types("/export")
    asked = officer.phone.keyboard_message
    assert asked is not None
    [code] = [b.data for r in asked.buttons for b in r if b.data and b.data.startswith("ea:")]
    for number in ("0", "1"):
        officer.phone.tap_data(asked.message_id, f"{code.replace('ea:', 'ef:')}:{number}")
        assert "has to approve it first" in await officer.settles()
    await officer.taps("Ask for approval")
    officer.phone.tap_data(asked.message_id, f"{code.replace('ea:', 'ef:')}:0")
    assert "We have asked Adam" in await officer.settles()
    assert files(officer) == []
    assert await acts(hood) == ["asked-to-export"]


async def test_who_declines_reads_that_an_officer_who_has_stopped_does_not_see_it_yet(
    second: Person, officer: Person
) -> None:
    await asks(officer)
    await second.settles()
    await officer.types("/stop")
    said = await second.taps(DECLINE)
    assert "The person who asked gets no messages from us just now." in said
    assert "We have let the person who asked know" not in said


async def test_an_approval_is_for_the_one_who_asked(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    other = await hood.officer("Omar")
    await asks(officer)
    await second.taps(APPROVE)
    await officer.settles()
    await officer.taps("CSV")
    for colleague in (second, other):
        assert "Somebody else has to approve it first" in await colleague.types("/export")
    assert "Olga" in second.sees + other.sees


async def test_who_declines_gives_a_reason_and_the_officer_may_ask_again(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    await asks(officer)
    await second.settles()
    said = await second.taps(DECLINE)
    assert "You declined it. There is no file" in said
    assert "Why?" in said
    assert "Adam declined it. There is no file." in await officer.settles()
    said = await second.types("Ask for the numbers first.")
    assert "sees your reason: “Ask for the numbers first.”" in said
    assert "Why: Ask for the numbers first." in await officer.settles()
    assert files(officer) == []
    assert "We have asked Adam" in await asks(officer)
    await second.settles()
    await second.taps(APPROVE)
    assert "Adam approved it" in await officer.settles()


async def test_who_declines_may_give_no_reason(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    await asks(officer)
    await second.settles()
    await second.taps(DECLINE)
    said = await second.taps("Give no reason")
    assert "There is no file" in said
    assert "Why:" not in await officer.settles()
    assert await acts(hood) == ["asked-to-export", "declined-export"]


async def test_without_an_answer_in_seven_days_there_is_no_file(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    await asks(officer)
    await second.settles()
    await hood.stage.until(hood.stage.clock.now() + ANSWER_WITHIN + timedelta(hours=2))
    assert "Nobody approved it in time. To ask again: /export" in await officer.settles()
    assert "Nobody approved it in time" in await second.taps(APPROVE)
    assert files(officer) == []
    await officer.types("/export")
    if any(label.startswith("1 ") for label in officer.labels):
        await officer.taps("1 ")
    assert "Ask for approval" in officer.labels


async def test_a_yes_lapses_after_seven_days(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    await asks(officer)
    await second.settles()
    await second.taps(APPROVE)
    await officer.settles()
    await hood.stage.until(hood.stage.clock.now() + FETCH_WITHIN + timedelta(hours=2))
    assert "has to approve it first" in await officer.taps("CSV")
    assert files(officer) == []


async def test_a_yes_is_void_when_the_questions_were_open_again(
    hood: Neighbourhood, second: Person, officer: Person, tmp_path: Path
) -> None:
    """Others may have answered since: that is not what was approved."""
    await asks(officer)
    await second.settles()
    await second.taps(APPROVE)
    await officer.settles()
    await closes_later(hood, tmp_path)
    assert "can be exported after the questions close" in await officer.taps("CSV")
    closes = hood.stage.service.world.consultation("local-priorities").consultation.closes_at
    await hood.leap(closes + timedelta(minutes=16))

    async def approved_just_now(tx: Transaction) -> None:
        await tx.execute(update(export_requests).values(decided_at=closes))

    await hood.stage.service.batcher.run(approved_just_now)
    await officer.types("/export")
    await officer.taps("1 ")
    assert "Ask for approval" in officer.labels
    assert files(officer) == []


async def test_an_officer_alone_reads_whom_to_ask_for_a_second_person(
    hood: Neighbourhood, officer: Person
) -> None:
    """And is not locked out: anyone who joins by a link can approve at once."""
    said = await officer.types("/export")
    assert "an officer or administrator for all wards. There is nobody else yet" in said
    assert "IT team" in said
    second = await hood.officer("Olu")
    await asks(officer)
    await second.settles()
    await second.taps(APPROVE)
    await officer.settles()
    await officer.taps("CSV")
    assert len(files(officer)) == 1


async def test_board_members_and_officers_of_a_ward_are_not_asked(
    hood: Neighbourhood, officer: Person
) -> None:
    await hood.board_member()
    await hood.staff(Role.OFFICER, "E05013131")
    await hood.staff(Role.OPERATOR)
    assert "There is nobody else yet" in await officer.types("/export")


async def test_of_two_the_first_decides_and_the_other_sees_it(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    third = await hood.officer("Tom")
    await asks(officer)
    await second.settles()
    await third.settles()
    await second.taps(APPROVE)
    assert "Adam approved it already" in await third.settles()
    assert APPROVE not in third.labels


async def test_a_file_whose_author_has_another_role_by_now_did_not_come_too_late(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    """They read "Nobody approved it in time", a minute after they were asked."""
    await asks(officer)
    await second.settles()
    await officer.start(await hood.stage.invite(Role.OFFICER, "Olga", (BOOKER,)))
    await officer.taps("Yes")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    said = await second.taps(APPROVE)
    assert "may not have this file any more" in said
    assert "in time" not in said


async def test_another_is_asked_when_whoever_was_asked_cannot_answer(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    await asks(officer)
    await second.settles()
    await second.types("/stop")
    third = await hood.officer("Tom")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert "Olga asks you to approve a file" in await third.settles()
    await third.taps(APPROVE)
    assert "Tom approved it" in await officer.settles()


async def test_a_request_of_somebody_removed_is_not_approved(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    await asks(officer)
    await second.settles()
    await officer.types("/forget")
    await officer.taps("Yes")
    await second.taps(APPROVE)
    assert await acts(hood) == ["asked-to-export"]
    assert files(officer) == []


async def test_words_below_the_request_decide_nothing_unless_they_are_a_buttons(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    await asks(officer)
    await second.settles()
    assert "Nothing was decided" in await second.types("yes")
    assert "You approved it for Olga" in await second.types(APPROVE)


async def test_it_is_asked_and_answered_in_urdu(
    hood: Neighbourhood, second: Person, officer: Person
) -> None:
    for person in (officer, second):
        await person.types("/language")
        await person.taps("اردو")
    assert "کسی اور کی منظوری چاہیے" in await officer.types("/export")
    await officer.taps("منظوری مانگیں")
    assert "شائع کرنے کے لیے نہیں" in await second.settles()
    await second.taps("جی ہاں")
    assert "نے منظوری دے دی" in await officer.settles()
