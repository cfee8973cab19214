"""What is kept of a voice note, how long, and what deletes its sound."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from storage_callers import settled_in
from storage_neighbours import AMINA, NOW, OFFICER, take_post
from test_reading_lists_kept import OLGA, SLUG, answers_again, question, writes

from emulator import recording
from engagement.consultations.reading import TextKind, same_words
from engagement.consultations.values import VoiceNote
from engagement.operations.retention import SOUNDS_KEPT
from engagement.staff.rights import Role
from storage.consultations import answers, answers_retention, new_texts, reading_list, voice_notes
from storage.consultations.new_texts import Group, NewText
from storage.operations import deployment
from usecases.operations import legal_hold, retention
from usecases.people import leave
from usecases.people.identify import recognise

SECOND = timedelta(seconds=1)
NUMBER, TEXT = 2**62 + 7, 4711
SOUND = recording(3)


@pytest.fixture
async def here(database, world):
    here = await settled_in(database, world)
    async with database.write() as tx:
        await take_post(tx, OLGA, OFFICER, Role.OFFICER, wards=())
        await writes(tx, here, AMINA, "")
        await speaks(tx, here)
        await voice_notes.keep_sound(tx, NUMBER, SOUND)
    return here


def about(world):
    return AMINA.resident, SLUG, question(world).key


async def speaks(tx, world, number=NUMBER):
    """Amina answers in a voice note, which Telegram has."""
    await voice_notes.add(
        tx, number, about(world), is_late=False, file_id="at-telegram", seconds=3, now=NOW
    )
    await answers_again(tx, world, AMINA, VoiceNote(number))


async def count(database, table):
    async with database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


async def tidy_after(database, world, clock, time):
    clock.passes(time)
    async with database.write() as tx:
        return await retention.tidy(tx, world)


async def test_a_sound_comes_back_as_it_was_and_its_id_is_gone(database, here):
    async with database.read() as tx:
        (note,) = await voice_notes.sounds_held(tx, AMINA.resident)
        assert await voice_notes.sound_of(tx, NUMBER) == SOUND
    assert (note.file_id, note.is_here) == (None, True)


async def test_an_answer_is_read_as_a_voice_note(database, here):
    async with database.read() as tx:
        latest = await answers.latest(tx, AMINA.resident)
    assert latest[2] == VoiceNote(NUMBER)


@pytest.mark.parametrize(("time", "left"), [(SOUNDS_KEPT, 1), (SOUNDS_KEPT + SECOND, 0)])
async def test_a_sound_goes_thirty_days_after_it_was_written_down(
    database, here, clock, time, left
):
    async with database.write() as tx:
        await voice_notes.mark_written(tx, NUMBER, OFFICER, NOW)
    await tidy_after(database, here, clock, time)
    assert await count(database, voice_notes.voice_sounds) == left
    assert await count(database, voice_notes.voice_notes) == 1
    async with database.read() as tx:
        assert await deployment.fact(tx, "rewrite") == (None if left else "due")


async def test_a_sound_that_nobody_has_written_down_stays(database, here, clock):
    await tidy_after(database, here, clock, SOUNDS_KEPT * 3)
    assert await count(database, voice_notes.voice_sounds) == 1


async def test_a_legal_hold_keeps_it(database, here, clock):
    async with database.write() as tx:
        await voice_notes.mark_written(tx, NUMBER, OFFICER, NOW)
        await legal_hold.hold(tx, here, "case 7")
    await tidy_after(database, here, clock, SOUNDS_KEPT + SECOND)
    assert await count(database, voice_notes.voice_sounds) == 1


async def test_of_who_was_forgotten_during_a_hold_the_sound_goes_with_its_end(
    database, here, clock
):
    async with database.write() as tx:
        await legal_hold.hold(tx, here, "case 7")
        await leave.forget(tx, here, await recognise(tx, here, AMINA.chat))
    await tidy_after(database, here, clock, timedelta(days=1))
    assert await count(database, voice_notes.voice_sounds) == 1
    async with database.write() as tx:
        await legal_hold.release(tx, here)
    await tidy_after(database, here, clock, timedelta(days=1))
    assert await count(database, voice_notes.voice_sounds) == 0


async def test_the_free_texts_end_is_the_sounds_end_too(database, here):
    async with database.write() as tx:
        await answers_retention.delete_free_text(tx, SLUG, [question(here).key])
    assert await count(database, voice_notes.voice_notes) == 0
    assert await count(database, voice_notes.voice_sounds) == 0


async def test_another_note_takes_its_place_and_its_sound(database, here):
    async with database.write() as tx:
        await speaks(tx, here, NUMBER + 1)
    async with database.read() as tx:
        (note,) = await voice_notes.to_fetch(tx, NOW, but=(), most=9)
    assert (note.number, note.file_id) == (NUMBER + 1, "at-telegram")
    assert await count(database, voice_notes.voice_notes) == 1
    assert await count(database, voice_notes.voice_sounds) == 0


async def test_a_sound_that_comes_too_late_is_not_kept(database, here):
    async with database.write() as tx:
        await speaks(tx, here, NUMBER + 1)
        assert not await voice_notes.keep_sound(tx, NUMBER, SOUND)
    assert await count(database, voice_notes.voice_sounds) == 0


async def test_without_the_voice_an_answer_without_words_stays(database, here):
    key = question(here).key
    async with database.write() as tx:
        group = Group(TEXT, key, TextKind.ANSWER, same_words("v"), "other", False, from_voice=True)
        await new_texts.add_groups(tx, SLUG, [group], NOW)
        one = NewText(AMINA.resident, key, 0, "", voice=NUMBER)
        await new_texts.add_writers(tx, SLUG, {one: TEXT})
        assert (await voice_notes.notes_of_texts(tx, [TEXT]))[TEXT].number == NUMBER
        await answers_retention.empty_voices(tx, AMINA.resident)
    async with database.read() as tx:
        assert (await answers.latest(tx, AMINA.resident))[2] == ""
        assert not (await reading_list.listed_text(tx, TEXT)).is_there
        left = (await tx.execute(select(answers.answer_history.c.value))).scalars().all()
    assert set(left) == {""}


async def test_what_was_written_down_outlives_the_voice(database, here):
    key = question(here).key
    async with database.write() as tx:
        await answers.put_words(tx, AMINA.resident, SLUG, key, "More lamps", number=NUMBER)
        await voice_notes.mark_written(tx, NUMBER, OFFICER, NOW)
        await answers_retention.empty_voices(tx, AMINA.resident)
    async with database.read() as tx:
        assert (await answers.latest(tx, AMINA.resident))[2] == "More lamps"
        history = await answers.last_values(tx, AMINA.resident, SLUG)
    assert history == {key: "More lamps"}
    assert await count(database, voice_notes.voice_sounds) == 0


async def test_words_written_down_are_known_as_such_when_their_branch_is_taken_again(
    database, here
):
    who, asked = AMINA.resident, question(here)
    async with database.write() as tx:
        await answers.put_words(tx, who, SLUG, asked.key, "More lamps", number=NUMBER)
        await voice_notes.mark_written(tx, NUMBER, OFFICER, NOW)
        await answers.set_aside(tx, who, SLUG, asked.key)
        await answers.bring_back(tx, who, SLUG, "E05013120", asked)
        (found,) = await new_texts.new_texts(tx, SLUG, [asked.key], before=None, most=9)
    assert (found.text, found.voice) == ("More lamps", NUMBER)
