"""A consultation opens only once it is ready and a second person has approved it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from about_oneself import asks_equality
from company import BOOKER, Neighbourhood, Person
from dark_corners import box, knows_boundaries
from evenings import election
from unopened import WHICH, real, unopened

from content.library import Library
from content.schema.authored import Localised
from content.schema.question import Question, QuestionKind
from engagement.staff.rights import Role
from usecases.broadcasts import held_sends
from usecases.operations import reload

INVISIBLE = dict.fromkeys((0x200E, 0x200F, 0x2066, 0x2067, 0x2068, 0x2069))
TITLE = "What should come first in your area?"


@pytest.fixture
async def here(buckinghamshire: Library, tmp_path: Path) -> AsyncIterator[Neighbourhood]:
    async with unopened(real(buckinghamshire), tmp_path) as hood:
        yield hood


async def shows_it(officer: Person) -> str:
    await officer.types("/manage")
    return await officer.taps("1 ")


def plain(text: str) -> str:
    """Text without the marks that keep Urdu and English apart."""
    return text.translate(INVISIBLE)


async def notices(hood: Neighbourhood) -> None:
    """Let a minute's work be done: notices to staff leave then."""
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1, minutes=1))


async def takes_up(hood: Neighbourhood, library: Library) -> None:
    """The bot reads these files."""
    service = hood.stage.service
    loaded = await service.batcher.run(lambda tx: reload.take_up(tx, service.world, library))
    service.world.renew(library, loaded)


async def opens(hood: Neighbourhood, officer: Person, second: Person) -> None:
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(hood)
    await second.taps("Approve")


async def test_nothing_opens_by_its_date_alone(here: Neighbourhood) -> None:
    amina = await here.resident("Amina", "HP12 3HP")
    assert "Answer now" not in amina.labels
    said = await amina.types("/consultations")
    assert TITLE not in said


async def test_it_opens_once_a_second_person_has_approved_it(here: Neighbourhood) -> None:
    amina = await here.resident("Amina", "HP12 3HP")
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    assert "Nobody has approved this yet." in await shows_it(officer)
    assert "A second person has to approve it." in officer.sees
    assert "it is open for 26 days" in officer.sees
    assert "waits" not in await officer.taps("Ask a second person")
    assert "Asked by: Ruth." in officer.sees
    assert "Approve: let it open" not in officer.labels
    assert TITLE not in await amina.types("/consultations")
    await notices(here)
    assert "You are asked to approve this before it opens." in second.sees
    for words in ("Fairness to all", "A decision is due: Wednesday 30 November", "01296 382343"):
        assert words in second.sees
    assert "This is open." in await second.taps("Approve")
    await notices(here)
    assert "A second person has decided." in officer.sees
    assert TITLE in await amina.types("/consultations")
    assert "Answer now" in amina.labels


async def test_the_second_person_sees_whether_people_are_asked_about_themselves(
    here: Neighbourhood,
) -> None:
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    assert "About themselves" not in second.sees
    asks_equality(here)
    said = await shows_it(second)
    assert "at the end people can answer five optional questions" in said
    assert "Data Protection Act 2018, Schedule 1, paragraph 8" in said
    assert "Appropriate policy document, 2022" in said


async def test_the_second_person_can_read_every_question_in_each_language_first(
    here: Neighbourhood,
) -> None:
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    found = here.stage.service.world.consultation(WHICH).consultation
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    shown = await second.taps("Read the questions")
    assert "Language: English" in shown
    assert "1 of 4." in shown
    for text in found.texts:
        assert text.say("en") in plain(shown), text.say("en")
    for label, language in (("Polski", "pl"), ("اردو", "ur")):
        shown = await second.types(f"Read it in: {label}")
        while "Read on" in second.labels:
            shown += await second.taps("Read on")
        for text in found.texts:
            assert text.say(language) in plain(shown), text.say(language)
    assert "You are asked to approve this" in plain(" ".join(m.text for m in second.from_bot))
    assert "This is open." in await second.types("Approve: let it open")


async def test_the_questions_can_be_read_at_any_stage(hood: Neighbourhood) -> None:
    officer = await hood.officer("Ruth")
    await shows_it(officer)
    shown = await officer.types("Read the questions")
    assert "Streets, parks and public places" in shown
    assert "Approve: let it open" not in officer.labels
    assert "This is open." in await officer.taps("Back")
    await hood.closes()
    await shows_it(officer)
    assert "1 of 4." in await officer.taps("Read the questions")


async def test_nobody_is_asked_to_approve_while_all_sends_are_held(here: Neighbourhood) -> None:
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    service = here.stage.service
    await service.batcher.run(lambda tx: held_sends.hold_by_hand(tx, service.world))
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    assert second.said_by_bot("You are asked to approve this") == 0
    await service.batcher.run(lambda tx: held_sends.cancel(tx, service.world))
    await notices(here)
    assert second.said_by_bot("You are asked to approve this") == 1


async def test_who_asked_is_not_asked_to_approve_it(here: Neighbourhood) -> None:
    officer = await here.officer("Ruth")
    await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    assert "Approve: let it open" not in [*officer.labels]
    assert officer.said_by_bot("You are asked to approve this") == 0


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Approve", "Dev approved it already. There is nothing more to decide."),
        ("Decline", "Dev declined it already. It stays closed."),
    ],
)
async def test_who_was_asked_too_reads_what_a_colleague_decided(
    here: Neighbourhood, label: str, said: str
) -> None:
    """Their buttons stayed, and a tap said only that it doesn't fit any more."""
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    third = await here.officer("Zed")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    asked = third.phone.keyboard_message
    assert asked is not None
    data = next(b.data for row in asked.buttons for b in row if b.text.startswith("Approve"))
    await second.taps(label)
    assert third.sees == f"{TITLE}\n{said}"
    assert third.labels == ["Back"]
    third.phone.tap_data(asked.message_id, data or "")
    await third.settles()
    assert said in third.sees


async def test_who_asked_reads_who_declined_and_why(here: Neighbourhood) -> None:
    """They read only "a second person declined it", and had nothing to put right."""
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    assert "Nothing was decided." in await second.types("no")
    assert "Why? Type it here" in await second.taps("Decline")
    assert "“Question 2 is unfair”" in await second.types("Question 2 is unfair")
    await notices(here)
    assert "Dev declined it. Why: Question 2 is unfair" in officer.sees
    assert officer.said_by_bot("A second person has decided.") == 1
    await officer.taps("Ask a second person")
    await notices(here)
    await second.taps("Decline")
    await second.taps("Give no reason")
    await notices(here)
    assert "unfair" not in officer.sees, "that was about the former asking"


async def test_a_reason_that_comes_late_is_told_too(here: Neighbourhood) -> None:
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    await second.taps("Decline")
    await here.leap(here.stage.clock.now() + timedelta(minutes=12))
    await here.stage.service.bot.opening_notices.send()
    await officer.settles()
    assert "Dev declined it." in officer.sees
    await second.types("Question 2 is unfair")
    await second.taps("Yes, tell the author")
    await notices(here)
    assert "Why: Question 2 is unfair" in officer.sees


async def test_who_was_asked_reads_that_it_was_taken_back(here: Neighbourhood) -> None:
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    await shows_it(officer)
    await officer.taps("Withdraw")
    await officer.taps(officer.labels[0])
    assert "This needs no approval any more." in second.sees


async def test_a_no_leaves_it_shut_and_it_can_be_asked_again(here: Neighbourhood) -> None:
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    assert "You declined it. It stays closed." in await second.taps("Decline")
    await notices(here)
    assert "Dev declined it. You can ask again once it is put right." in officer.sees
    await officer.taps("Ask a second person")
    await notices(here)
    assert "This is open." in await second.taps("Approve")


async def test_without_an_answer_in_seven_days_it_is_asked_again(here: Neighbourhood) -> None:
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    await here.leap(here.stage.clock.now() + timedelta(days=7, hours=1))
    await second.taps("Approve")
    assert "doesn't fit any more" in second.toast
    assert "Nobody has answered in seven days." in await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    assert "This is open." in await second.taps("Approve")


async def test_the_only_officer_hears_that_nobody_else_may_approve(here: Neighbourhood) -> None:
    officer = await here.officer("Ruth")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    assert "second person" in officer.toast
    assert "Nobody has approved this yet." in await shows_it(officer)


async def test_an_edit_voids_the_approval(here: Neighbourhood, buckinghamshire: Library) -> None:
    officer, second = await here.officer("Ruth"), await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    await notices(here)
    await takes_up(here, real(buckinghamshire, equality_note="Another note."))
    await second.taps("Approve")
    amina = await here.resident("Amina", "HP12 3HP")
    assert TITLE not in await amina.types("/consultations")
    await notices(here)
    assert "The file of this was changed." in officer.sees
    assert officer.said_by_bot("The file of this was changed.") == 1
    assert second.said_by_bot("The file of this was changed.") == 0
    assert "Nobody has approved this yet." in await shows_it(officer)


async def test_what_it_lacks_is_said_and_it_cannot_be_asked_for(
    buckinghamshire: Library, tmp_path: Path
) -> None:
    lacking = real(buckinghamshire, equality_note=None, without_telegram=None, decision_due=None)
    async with unopened(lacking, tmp_path) as hood:
        officer = await hood.officer("Ruth")
        said = await shows_it(officer)
        for words in ("decision_due", "equality_note", "without_telegram"):
            assert words in said
        assert "Ask a second person" not in officer.labels


async def test_a_place_is_not_asked_for_before_the_boundaries_are_loaded(
    buckinghamshire: Library, tmp_path: Path
) -> None:
    asked = buckinghamshire.consultations[WHICH].questions
    text = Localised(dict.fromkeys(("en", "pl", "ur"), "Where is it dark?"))
    where = Question(key="where", kind=QuestionKind.PLACE, text=text)
    async with unopened(real(buckinghamshire, questions=(where, *asked)), tmp_path) as hood:
        officer = await hood.officer("Ruth")
        await hood.officer("Dev")
        assert "A question asks for a place. The edges of the wards" in await shows_it(officer)
        assert "Ask a second person" not in officer.labels
        knows_boundaries(hood, {code: box(-0.8, 51.6, -0.7, 51.7) for code in hood.library.wards})
        assert "The edges of the wards" not in await shows_it(officer)
        await officer.taps("Ask a second person")


async def test_what_is_made_up_for_the_story_does_not_open_for_real(
    buckinghamshire: Library, tmp_path: Path
) -> None:
    async with unopened(buckinghamshire, tmp_path) as hood:
        officer = await hood.officer("Ruth")
        assert "This is made up for the demo" in await shows_it(officer)
        assert "Ask a second person" not in officer.labels


async def test_in_the_story_its_staff_have_approved(hood: Neighbourhood) -> None:
    officer = await hood.officer("Ruth")
    assert "This is open." in await shows_it(officer)


async def test_it_does_not_open_while_an_election_is_near(here: Neighbourhood) -> None:
    """The election is called once the files are in force."""
    election(here, BOOKER, first=date(2022, 9, 1), last=date(2022, 9, 20))
    officer = await here.officer("Ruth")
    await here.officer("Dev")
    await shows_it(officer)
    await officer.taps("Ask a second person")
    assert "It may open from Wednesday 21 September" in officer.toast


async def test_officers_of_one_ward_and_others_do_not_manage_it(here: Neighbourhood) -> None:
    of_a_ward = await here.staff(Role.OFFICER, BOOKER, label="Booker")
    assert "/export" not in of_a_ward.sees
    assert "If you own some questions" in of_a_ward.sees
    said = await of_a_ward.types("/manage")
    assert "These are for officers of all their wards:" in said
    assert f"{TITLE}. Opens: Monday 5 September, 09:00. Closes: Friday 30 September" in said
    assert "not all yours" in await of_a_ward.types(f"/manage {WHICH}")
    assert "not all yours" in await of_a_ward.types(f"/manage {WHICH} close: needed")
    board = await here.board_member(BOOKER)
    assert "Only officers can open and close questions" in await board.types("/manage")


async def test_the_reload_of_the_same_files_changes_nothing(hood: Neighbourhood) -> None:
    before = hood.stage.service.world.loaded.consultations
    service = hood.stage.service
    loaded = await service.batcher.run(
        lambda tx: reload.take_up(tx, service.world, service.world.library)
    )
    assert loaded.consultations == before
