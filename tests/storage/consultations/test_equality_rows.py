"""What people said of themselves in the database: apart, deleted at a word, and gone in time, on
both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from about_oneself import GROUND
from sqlalchemy import func, inspect, select
from storage_callers import CHAT, forgets, joins, settled_in

from engagement.consultations.equality import FEWEST_WARDS, key_of
from engagement.consultations.refusals import EqualityNotAsked, EqualityOver
from engagement.consultations.steering import SteeringAct
from engagement.consultations.survey import ResponseState
from engagement.errors import NotJoined, OldButton
from engagement.operations.retention import EQUALITY_KEPT
from engagement.people.outlasting import EqualityStopped, Noted, Outlasted
from storage.consultations import answers_retention, equality_answers, responses, steps
from storage.consultations.equality_answers import equality_answers as table
from storage.insight import releases
from storage.people import contacts
from usecases.consultations import equality
from usecases.operations import legal_hold, retention
from usecases.people import after_restore
from usecases.people.identify import recognise
from usecases.release import register
from usecases.world import steer
from wardmote.service.forgotten_lines import line_of, lines_of, parsed

WHICH = "local-priorities"
SECOND = timedelta(seconds=1)


@pytest.fixture
def noted():
    """The lines of the list next to the database."""
    return []


@pytest.fixture
async def here(database, world, noted):
    """A council that asks, and somebody who has answered to the end."""
    council = world.library.council.model_copy(update={"equality_questions": GROUND})
    library = replace(world.library, council=council)
    asking = replace(world, library=library, outlast=lambda one: noted.append(line_of(one, 7)))
    asking = await settled_in(database, asking)
    await joins(database, asking)
    async with database.write() as tx:
        person = await recognise(tx, asking, CHAT)
        resident, ward = person.resident
        found = asking.loaded.consultations[WHICH]
        now, first = asking.now(), found.consultation.questions[0].key
        await responses.begin(
            tx, resident=resident, consultation=WHICH, ward=ward, vintage=2021,
            version_id=found.version_id, position=first, receipt="K7Q-4MD", now=now,
        )  # fmt: skip
        await responses.move(
            tx, resident, WHICH, position=None, state=ResponseState.COMPLETE, now=now
        )
    return asking


async def says(database, world, place, number):
    code = world.loaded.consultation_codes[WHICH]
    async with database.write() as tx:
        person = await recognise(tx, world, CHAT)
        return await equality.choose(tx, world, person, code, place, number)


async def stops(database, world):
    async with database.write() as tx:
        person = await recognise(tx, world, CHAT)
        done = await equality.stop(tx, world, person)
        return done, person.contact.id


async def left(database):
    async with database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


async def test_there_is_no_ward_no_time_and_no_contact_in_the_table(database):
    async with database.read() as tx:
        names = await tx.run_sync(lambda c: {x["name"] for x in inspect(c).get_columns(table.name)})
    assert names == {"resident_id", "consultation", "question", "answer"}


async def test_another_answer_takes_the_place_of_the_first(database, here):
    await says(database, here, 0, 1)
    await says(database, here, 0, 3)
    async with database.read() as tx:
        assert (await tx.execute(select(table.c.answer))).scalars().all() == ["from_35"]


async def test_stopping_deletes_all_of_it_and_notes_that_for_a_restore(database, here, noted):
    for place in (0, 1, 2):
        await says(database, here, place, 1)
    done, contact = await stops(database, here)
    assert done.had
    assert await left(database) == 0
    assert noted == [f"-equality {contact} @7\n"]


async def test_who_had_said_nothing_leaves_no_note(database, here, noted):
    done, _ = await stops(database, here)
    assert not done.had
    assert noted == []


async def test_a_transaction_that_fails_deletes_nothing(database, here):
    await says(database, here, 0, 1)

    async def fails():
        async with database.write() as tx:
            await equality.stop(tx, here, await recognise(tx, here, CHAT))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    assert await left(database) == 1


async def test_a_restored_backup_brings_nothing_back_that_was_stopped(database, here, noted):
    """The backup was made before, so that it has the answers."""
    await says(database, here, 0, 1)
    await stops(database, here)
    await says(database, here, 0, 1)  # as the backup has it
    known = parsed("".join(noted)).others
    async with database.write() as tx:
        again = await after_restore.apply_again(tx, here, known, known_until=7)
    assert again.equality == 1
    assert await left(database) == 0


async def test_what_was_said_again_later_stays_at_every_start(database, here):
    await says(database, here, 0, 1)
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        known = Outlasted(equality={person.contact.id: Noted(True, 7)})
        again = await after_restore.apply_again(tx, here, known, known_until=8)
    assert again.equality == 0
    assert await left(database) == 1


def test_the_note_is_read_as_it_was_written_and_goes_with_the_forgotten():
    listed = parsed(line_of(EqualityStopped(5), 7))
    assert listed.others.equality == {5: Noted(True, 7)}
    assert lines_of(listed) == "-equality 5 @7\n"
    assert lines_of(listed.merged(parsed("5\n"))) == "5\n"
    later = parsed(line_of(EqualityStopped(5), 9))
    assert later.merged(listed).others.equality == {5: Noted(True, 9)}


async def test_forgetting_takes_it_along_whether_the_answers_stay_or_not(database, here):
    await says(database, here, 0, 1)
    async with database.write() as tx:
        await legal_hold.hold(tx, here, "case 7")
    await forgets(database, here)
    assert await left(database) == 0


async def test_answers_that_are_taken_back_take_it_along(database, here):
    await says(database, here, 0, 1)
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        await answers_retention.take_back(tx, person.resident[0], [WHICH])
    assert await left(database) == 0


@pytest.mark.parametrize(("time", "kept"), [(EQUALITY_KEPT, 1), (EQUALITY_KEPT + SECOND, 0)])
async def test_it_goes_six_months_after_the_close(database, here, time, kept):
    await says(database, here, 0, 1)
    then = here.library.consultations[WHICH].closes_at + time
    async with database.write() as tx:
        contact = (await recognise(tx, here, CHAT)).contact
        await contacts.note_heard(tx, contact.id, then)
        await retention._drop_equality(tx, here, then)
    assert await left(database) == kept


async def test_a_legal_hold_keeps_it_beyond_its_time(database, here):
    await says(database, here, 0, 1)
    then = replace(
        here, now=lambda: here.library.consultations[WHICH].closes_at + 2 * EQUALITY_KEPT
    )
    async with database.write() as tx:
        await legal_hold.hold(tx, here, "case 7")
        await retention.tidy(tx, then)
    assert await left(database) == 1


async def withdrawn(database, world):
    async with database.write() as tx:
        await steps.add(tx, WHICH, SteeringAct.WITHDRAWN, at=world.now(), reason="-")
        await steer(tx, world)


async def test_of_what_was_withdrawn_it_goes_at_once_and_no_more_is_taken(database, here):
    await says(database, here, 0, 1)
    await withdrawn(database, here)
    with pytest.raises(EqualityOver):
        await says(database, here, 1, 1)
    async with database.write() as tx:
        await retention._drop_equality(tx, here, here.now())
    assert await left(database) == 0


async def test_nobody_is_asked_where_the_council_has_turned_it_off(database, here):
    council = here.library.council.model_copy(update={"equality_questions": None})
    off = replace(here, library=replace(here.library, council=council))
    await says(database, here, 0, 1)
    with pytest.raises(EqualityNotAsked):
        await says(database, off, 1, 1)
    done, _ = await stops(database, off)  # what is there can still be deleted
    assert done.had


async def test_nobody_is_asked_who_has_not_answered_to_the_end(database, here):
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        state, now = ResponseState.PARTIAL, here.now()
        await responses.move(tx, person.resident[0], WHICH, position="-", state=state, now=now)
    with pytest.raises(OldButton):
        await says(database, here, 0, 1)


async def test_a_stranger_has_nothing_to_stop(database, here):
    async with database.write() as tx:
        person = await recognise(tx, here, 999)
        with pytest.raises(NotJoined):
            await equality.stop(tx, here, person)


async def test_it_is_released_with_the_results_and_never_again(database, here, noted):
    await says(database, here, 0, 1)
    closed = here.library.consultations[WHICH].closes_at + timedelta(hours=1)
    then = replace(here, now=lambda: closed)
    async with database.write() as tx:
        found = then.loaded.consultations[WHICH].consultation
        await register.release(tx, then, found)
        await register.release(tx, then, found)
        made = await releases.latest(tx, key_of(WHICH))
        assert (made.number, made.people) == (1, 1)
        table_of_it = await register.equality_table(tx, found)
        assert [q.about for q in table_of_it.published.questions] == [None] * 5
    with pytest.raises(EqualityOver):
        await says(database, then, 1, 1)
    # A restored backup gets back what people have seen.
    async with database.write() as tx:
        await tx.execute(releases.releases.delete())
        assert await register.put_back(tx, parsed("".join(noted)).others) == 2
        assert (await releases.latest(tx, key_of(WHICH))).table_hash == made.table_hash


async def test_who_answered_counts_only_with_an_answer(database, here):
    await says(database, here, 0, 1)
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        state, now = ResponseState.STARTED, here.now()
        await responses.move(tx, person.resident[0], WHICH, position="-", state=state, now=now)
        assert await equality_answers.answered_with(tx, WHICH) == []
    assert FEWEST_WARDS == 2
