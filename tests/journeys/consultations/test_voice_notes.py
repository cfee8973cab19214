"""Voice notes as answers: what is kept, what is refused, and how the sound is fetched."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from company import Neighbourhood, Person
from council_changes import closes_later
from sqlalchemy import text

from emulator import CutMidway, Drip, Status, Voice, recording
from storage.consultations import voice_notes
from usecases.world import Transaction

SOUND = recording(7)
NOTE = Voice(SOUND, 7)
PLACE = "HP12 3HP"


async def at_own_words(person: Person, button: str = "Answer now") -> None:
    """Go on to the last question of the first consultation, which asks for own words."""
    await person.taps(button)
    for _ in range(3):
        await person.taps("Skip")


async def speaks(person: Person, note: Voice = NOTE) -> str:
    """Send a voice note; the bot's newest message."""
    person.phone.send_voice(note)
    return await person.settles()


async def speaker(hood: Neighbourhood, note: Voice = NOTE, name: str = "Amina") -> Person:
    """A resident who has answered the question for own words in a voice note."""
    person = await hood.resident(name, PLACE)
    await at_own_words(person)
    await speaks(person, note)
    return person


async def rows(hood: Neighbourhood, query: str) -> list[tuple[object, ...]]:
    """What the database holds."""
    async with hood.stage.service.database.read() as tx:
        return [tuple(row) for row in await tx.execute(text(query))]


async def sounds(hood: Neighbourhood) -> list[object]:
    """Every sound in the database."""
    return [sound for (sound,) in await rows(hood, "SELECT sound FROM voice_sounds")]


async def notes(hood: Neighbourhood) -> list[tuple[object, ...]]:
    """The state of every note, and the id by which it can be fetched."""
    return await rows(hood, "SELECT state, file_id FROM voice_notes")


async def test_a_voice_note_answers_a_question_in_own_words(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    assert "Or send a voice note" in amina.question
    assert "We have your voice note" in await speaks(amina)
    assert await sounds(hood) == [SOUND]
    assert await notes(hood) == [("kept", None)]
    assert "(a voice note)" in await amina.types("/mine")


async def test_a_note_to_a_question_with_buttons_is_refused_once_for_a_series(
    hood: Neighbourhood,
) -> None:
    amina = await hood.resident("Amina", PLACE)
    await amina.taps("Answer now")
    for _ in range(3):
        said = await speaks(amina)
    assert "can't use a voice note here" in said
    assert amina.said_by_bot("can't use a voice note here") == 1
    assert await notes(hood) == []
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=5))
    await speaks(amina)
    assert amina.said_by_bot("can't use a voice note here") == 2


async def test_somebody_who_has_not_joined_is_refused_and_nothing_is_stored(
    hood: Neighbourhood,
) -> None:
    sam = hood.stranger()
    await sam.start()
    assert "can't use a voice note here" in await speaks(sam)
    assert await notes(hood) == []


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Voice(recording(121), 121), "too long"),
        (Voice(SOUND, 7, size=1_048_577), "too big"),
        (Voice(b"", 7), "no sound"),
    ],
    ids=["long", "large", "empty"],
)
async def test_what_is_too_much_is_refused_before_anything_is_fetched(
    hood: Neighbourhood, note: Voice, words: str
) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    assert words in await speaks(amina, note)
    assert await notes(hood) == []
    assert hood.stage.emulator.calls["getFile"] == 0
    assert "We have your voice note" in await speaks(amina)


@pytest.mark.parametrize(
    "note",
    [
        Voice(recording(4, filled=1_100_000), 4, size=900),
        Voice(b"not a sound at all", 4),
        Voice(SOUND[: len(SOUND) // 2 + 5], 7),
    ],
    ids=["larger than it says", "no sound", "cut"],
)
async def test_what_turns_out_to_be_no_sound_is_lost_and_its_author_told(
    hood: Neighbourhood, note: Voice
) -> None:
    amina = await speaker(hood, note)
    assert "We couldn't get your voice note" in amina.sees
    assert await sounds(hood) == []
    assert await notes(hood) == [("lost", None)]


@pytest.mark.parametrize(
    "fault", [Status(404, "Not Found"), CutMidway(), Status(500, "Internal Server Error")]
)
async def test_a_download_that_fails_is_tried_again(hood: Neighbourhood, fault: Status) -> None:
    hood.stage.emulator.faults.next("file", fault, times=2)
    await speaker(hood)
    assert [state for state, _ in await notes(hood)] == ["waiting"]
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=4))
    assert await sounds(hood) == [SOUND]
    assert await notes(hood) == [("kept", None)]


async def test_a_slow_download_holds_up_nobody(hood: Neighbourhood) -> None:
    hood.stage.emulator.faults.next("file", Drip(1.0))
    await speaker(hood)
    assert await sounds(hood) == [SOUND]


async def test_a_note_that_cannot_be_had_is_given_up_in_the_end(hood: Neighbourhood) -> None:
    hood.stage.emulator.faults.next("getFile", Status(400, "Bad Request: wrong file_id"), times=99)
    amina = await speaker(hood)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=20))
    assert amina.said_by_bot("We couldn't get your voice note") == 1
    assert await notes(hood) == [("lost", None)]
    assert hood.stage.emulator.calls["getFile"] == 6


async def test_typed_words_in_its_place_delete_the_sound(hood: Neighbourhood) -> None:
    amina = await speaker(hood)
    await at_own_words(amina, "Change my answers")
    await amina.types("More lamps, please")
    assert await sounds(hood) == []
    assert await notes(hood) == []
    assert "More lamps" in await amina.types("/mine")


async def test_another_note_in_its_place_is_the_answer(hood: Neighbourhood) -> None:
    amina = await speaker(hood)
    await at_own_words(amina, "Change my answers")
    other = recording(9)
    await speaks(amina, Voice(other, 9))
    assert await sounds(hood) == [other]


async def test_a_forwarded_note_may_be_somebody_elses_voice(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    amina.phone.send_voice(NOTE, forwarded_from="Zbigniew")
    assert "That was forwarded" in await amina.settles()
    assert await notes(hood) == []


async def test_a_note_with_words_under_it_keeps_neither(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    amina.phone.send_voice(NOTE, caption="More lamps")
    assert "a voice note with words under it. We have kept nothing" in await amina.settles()
    assert await notes(hood) == []


async def test_round_videos_and_music_are_no_voice_notes(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    amina.phone.send_video_note()
    assert "can't use photos or files" in await amina.settles()
    amina.phone.send_audio()
    await amina.settles()
    assert amina.said_by_bot("can't use photos or files") == 2


async def test_forgetting_deletes_the_sound(hood: Neighbourhood) -> None:
    amina = await speaker(hood)
    said = await amina.types("/forget")
    assert "Your voice notes go too" in said
    assert "type it as your answer" in said
    await amina.taps(amina.labels[0])
    assert await sounds(hood) == []
    assert await notes(hood) == []


async def test_forgetting_deletes_the_sound_of_what_has_closed(hood: Neighbourhood) -> None:
    """The answer stays, without words: a voice tells who speaks."""
    amina = await speaker(hood)
    await hood.closes()
    said = await amina.types("/forget")
    assert "What stays: your answers" in said
    assert "Your voice notes go too" in said
    assert "type it as your answer" not in said
    await amina.taps("Yes, forget me")
    assert await sounds(hood) == []
    assert await rows(hood, "SELECT value FROM answers") == [('""',)]


async def test_forget_names_no_voice_where_none_goes(hood: Neighbourhood) -> None:
    """Of a note that could not be had there is no sound, and nothing to lose."""
    amina = await speaker(hood, Voice(b"not a sound at all", 4))
    assert await notes(hood) == [("lost", None)]
    assert "voice note" not in await amina.types("/forget")


async def test_whoever_asks_gets_their_own_voice_back(hood: Neighbourhood) -> None:
    amina = await speaker(hood)
    await amina.types("/mydata")
    assert "1 voice note of yours" in amina.sees
    await amina.taps("Send me my voice notes")
    last = next(m for m in reversed(amina.from_bot) if m.voice is not None)
    assert last.voice is not None
    assert last.voice.content == SOUND
    assert amina.sees == "Voice notes sent just now: 1. That is all we hold."
    assert "has_protected_content" not in last.extra, "it is theirs to keep"
    page = next(m.document for m in amina.from_bot if m.document is not None)
    assert "Your voice notes" in page.content.decode()
    assert "voice-" not in page.content.decode()


async def test_all_their_voice_notes_come_back_in_turns(hood: Neighbourhood) -> None:
    """Only the ten latest did, and nothing said that there were more."""
    amina = await speaker(hood)
    resident = (await rows(hood, "SELECT resident_id FROM voice_notes"))[0][0]
    now = hood.stage.clock.now()

    async def more(tx: Transaction) -> None:
        for number in range(1, 23):
            at = now + timedelta(seconds=number // 3)  # three in each second
            who = (resident, "local-priorities", f"q{number}")
            await voice_notes.add(tx, number, who, is_late=False, file_id="-", seconds=4, now=at)
            await voice_notes.keep_sound(tx, number, SOUND)

    await hood.stage.service.batcher.run(more)
    async with hood.stage.service.database.read() as tx:
        held = len(await voice_notes.sounds_held(tx, int(str(resident))))
    assert held == 23
    await amina.types("/mydata")
    assert "23 voice notes of yours" in amina.sees
    await amina.taps("Send me my voice notes")
    assert "Voice notes sent just now: 12. Still to come: 11." in amina.sees
    await amina.types("send me the next ones")
    assert "That is all we hold." in amina.sees
    assert len([m for m in amina.from_bot if m.voice is not None]) == 23


async def test_words_after_a_note_are_not_offered_as_more_of_it(hood: Neighbourhood) -> None:
    """To add them would put them in its place."""
    amina = await speaker(hood)
    await amina.types("And the path too")
    assert not any("add" in label.lower() for label in amina.labels)
    assert await sounds(hood) == [SOUND]


async def test_no_log_names_a_file_or_the_token(
    hood: Neighbourhood, capsys: pytest.CaptureFixture[str]
) -> None:
    hood.stage.emulator.faults.next("file", Status(404, "Not Found"), times=99)
    with structlog.testing.capture_logs() as lines:
        await speaker(hood)
        await hood.stage.until(hood.stage.clock.now() + timedelta(hours=20))
    said = capsys.readouterr()
    assert "a voice note could not be fetched" in [line["event"] for line in lines]
    for secret in ("voice-", "voice/file", "/file/bot", hood.stage.emulator.token):
        assert secret not in f"{lines}{said.out}{said.err}"


async def test_a_note_that_came_late_is_kept_apart_and_counts_if_it_opens_again(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    amina = await hood.resident("Amina", PLACE)
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes - timedelta(seconds=30))
    await at_own_words(amina)
    await hood.stage.until(closes + timedelta(minutes=2))
    said = await speaks(amina)
    assert "count it apart" in said
    assert await rows(hood, "SELECT is_late FROM voice_notes") == [(1,)]
    assert await rows(hood, "SELECT count(*) FROM answers") == [(0,)]
    assert await sounds(hood) == [SOUND]
    await closes_later(hood, tmp_path)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert await rows(hood, "SELECT is_late FROM voice_notes") == [(0,)]
    assert await rows(hood, "SELECT count(*) FROM answers") == [(1,)]


def words_only(hood: Neighbourhood) -> None:
    """Let every question of the first consultation take written words only."""
    world, slug = hood.stage.service.world, "local-priorities"
    found = world.loaded.consultations[slug]
    questions = tuple(q.model_copy(update={"voice": False}) for q in found.consultation.questions)
    edited = found.consultation.model_copy(update={"questions": questions})
    changed = {**world.loaded.consultations, slug: replace(found, consultation=edited)}
    world.renew(world.library, replace(world.loaded, consultations=changed))


async def test_a_question_may_take_written_words_only(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", PLACE)
    words_only(hood)
    await at_own_words(amina)
    assert "voice note" not in amina.question
    assert "takes only typed words" in await speaks(amina)
    assert await notes(hood) == []


async def test_a_note_below_something_newer_may_be_for_that(hood: Neighbourhood) -> None:
    """What it says cannot be looked at: the question is shown again, and nothing is kept."""
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    await amina.types("/plan")
    assert "we have not taken it" in await speaks(amina)
    assert await notes(hood) == []
    assert "We have your voice note" in await speaks(amina)


async def test_a_yes_to_words_on_offer_does_not_put_them_in_place_of_a_note(
    hood: Neighbourhood,
) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    assert "Shall we add" in await amina.types("I want to complain about the noise at night")
    assert "next to your voice note?" in await speaks(amina)
    assert amina.said_by_bot("We have your voice note") == 1
    await amina.taps("Yes")
    assert "your comment" in amina.sees
    assert await notes(hood) == [("kept", None)]
    assert await sounds(hood) == [SOUND]
    shown = await amina.types("/mine")
    assert "(a voice note)" in shown
    assert "the noise at night" in shown


async def test_words_on_offer_do_not_hide_what_a_note_may_be_for(hood: Neighbourhood) -> None:
    """The offer is below /plan, and the question further up: the note may be for the plan."""
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    await amina.types("/plan")
    assert "Shall we add" in await amina.types("More benches in the park please")
    assert "we have not taken it" in await speaks(amina)
    assert await notes(hood) == []


@pytest.mark.parametrize("asks", ["/complain", "/plan"])
async def test_a_note_after_anything_else_begins_a_series_of_its_own(
    hood: Neighbourhood, asks: str
) -> None:
    """Somebody had been asked what went wrong, and got no reply to what they said."""
    amina = await hood.resident("Amina", PLACE)
    await speaks(amina)
    await amina.types(asks)
    assert "can't use a voice note here" in await speaks(amina)
    await speaks(amina)
    assert amina.said_by_bot("can't use a voice note here") == 2


async def test_who_speaks_on_is_told_again_that_nothing_of_it_is_kept(hood: Neighbourhood) -> None:
    """Each note kept the row going: the third and all later ones had no reply, however long."""
    amina = await speaker(hood)
    for _ in range(6):
        await hood.stage.until(hood.stage.clock.now() + timedelta(seconds=35))
        await speaks(amina)
    assert amina.said_by_bot("keep none you send now") == 3
    assert await sounds(hood) == [SOUND]


async def test_words_after_a_note_are_offered_as_a_comment(hood: Neighbourhood) -> None:
    amina = await speaker(hood)
    said = await amina.types("And the path too")
    assert 'as your comment on "What one thing' in said
    assert "next to your voice note" in said
    await amina.taps("Yes, keep it")
    assert await sounds(hood) == [SOUND]
    shown = await amina.types("/mine")
    assert "(a voice note)" in shown
    assert "And the path too" in shown


async def test_a_second_note_right_after_the_answer_is_refused_with_what_can_be_done(
    hood: Neighbourhood,
) -> None:
    amina = await speaker(hood)
    said = await speaks(amina, Voice(recording(9), 9))
    assert "You have answered that question" in said
    assert "/mine" in said
    assert await sounds(hood) == [SOUND]


async def test_at_a_question_in_own_words_a_photo_is_refused_with_what_can_be_sent(
    hood: Neighbourhood,
) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    amina.phone.send_sticker()
    assert "Please type your answer, or send a voice note." in await amina.settles()
    amina.phone.send_voice(NOTE, caption="More lamps")
    assert "Please send the words, or the voice note alone." in await amina.settles()
    words_only(hood)
    amina.phone.send_sticker()
    assert "We can't use photos, voice or files here" in await amina.settles()


async def test_where_an_answer_can_be_said_its_change_can_be_said_too(
    hood: Neighbourhood,
) -> None:
    amina = await speaker(hood)
    await at_own_words(amina, "Change my answers")
    assert "To change it, type a new one. Or send a voice note." in amina.question


async def test_words_that_are_undecided_are_asked_about_again_below_a_voice_note(
    hood: Neighbourhood,
) -> None:
    """The receipt came alone, and nobody saw the words until a day before the close."""
    amina = await hood.resident("Amina", PLACE)
    await amina.taps("Answer now")
    question = amina.phone.keyboard_message
    await amina.types("I would rather talk about buses")
    for _ in range(3):
        amina.phone.tap("Skip", question)
        await amina.settles()
    await speaks(amina)
    assert amina.said_by_bot("Your receipt") == 1
    assert "I would rather talk about buses" in amina.sees
    assert "Yes, keep it" in amina.labels
