"""Voice notes on the reading list: an officer listens and writes down what they say."""

from datetime import timedelta
from pathlib import Path

from company import Neighbourhood, Person
from council_changes import closes_later
from test_reading_list import opens_text, until_listed
from test_voice_notes import PLACE, SOUND, at_own_words, rows, sounds, speaker, speaks

from engagement.operations.retention import SOUNDS_KEPT
from usecases.operations import legal_hold

READ = "read_at IS NOT NULL"
SAID = "The lamp behind the shops is broken"


async def opens_note(officer: Person) -> str:
    """Open the voice note on the list."""
    return await opens_text(officer, "Voice note")


async def written(hood: Neighbourhood, officer: Person, words: str = SAID) -> str:
    """Write down what the voice note says."""
    await opens_note(officer)
    await officer.taps("Write it down")
    return await officer.types(words)


async def corrects(officer: Person, words: str) -> str:
    """Write down other words in the place of those written down before."""
    await officer.taps("Correct the words")
    return await officer.types(words)


async def test_an_officer_listens_writes_down_and_reads(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    amina = await speaker(hood)
    await until_listed(hood)
    said = await opens_note(officer)
    assert "Voice note, 0:07" in said
    assert "I have read this" not in officer.labels
    await officer.taps("Listen")
    heard = officer.phone.last
    assert heard is not None
    assert heard.voice is not None
    assert heard.voice.content == SOUND
    assert heard.extra["has_protected_content"], "it can't be passed on"
    assert all(message.voice is None for message in amina.from_bot)
    said = await written(hood, officer)
    assert SAID in said
    assert "Written down from a voice note" in said
    await officer.taps("I have read this")
    assert ("read",) in await rows(hood, f"SELECT 'read' FROM listed_texts WHERE {READ}")
    assert SAID in await amina.types("/mine")


async def test_nothing_on_the_list_says_who_or_when(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await speaker(hood, name="Amina")
    await until_listed(hood)
    shown = await officer.types("/reading") + await opens_note(officer)
    await officer.taps("Listen")
    heard = officer.phone.last
    assert heard is not None
    for words in (shown, heard.text):
        assert "Amina" not in words
        assert "September" not in words
        assert "Booker" not in words


async def test_it_cannot_be_marked_as_read_before_it_is_written_down(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await speaker(hood)
    await until_listed(hood)
    await opens_note(officer)
    ((number,),) = await rows(hood, "SELECT id FROM listed_texts WHERE from_voice")
    officer.phone.forge(f"vr:{_base36(int(str(number)))}")
    await officer.settles()
    assert "Nobody has written down this voice note" in officer.toast
    assert await rows(hood, "SELECT read_at FROM listed_texts") == [(None,)]


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (_base36(number // 36) if number >= 36 else "") + digits[number % 36]


async def test_what_was_written_down_is_in_the_file_of_answers(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await speaker(hood)
    await until_listed(hood)
    before = await hood.exported(officer)
    assert "a voice note that nobody has written down" in str(before)
    await written(hood, officer)
    assert SAID in str(await hood.exported(officer))


async def test_two_officers_at_once_the_first_stays_and_the_second_is_told(
    hood: Neighbourhood,
) -> None:
    one, other = await hood.officer("Olga"), await hood.officer("Otto")
    await speaker(hood)
    await until_listed(hood)
    for officer in (one, other):
        await opens_note(officer)
        await officer.taps("Write it down")
    await one.types(SAID)
    said = await other.types("Something else entirely")
    assert "A colleague has just written it down" in said
    assert SAID in said
    await other.taps("Correct the words")
    assert "is dark" in await other.types("The path behind the shops is dark")


async def test_urdu_is_written_down_as_it_was_said(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    amina = Person(hood.stage, hood.stage.emulator.phone("Amina", language_code="ur"))

    def word(key: str) -> str:
        return hood.stage.words.plain(key, "ur")

    await amina.start()
    await amina.taps(word("button-start"))
    await amina.taps(word("button-yes"))
    await amina.types(PLACE)
    await amina.taps(word("button-answer-now"))
    for _ in range(3):
        await amina.taps(word("button-skip"))
    assert word("question-voice-hint") in amina.question
    assert "آواز کا پیغام ہمیں مل گیا" in await speaks(amina)
    await until_listed(hood)
    words = "دکانوں کے پیچھے کی بتی خراب ہے"
    said = await written(hood, officer, words)
    assert words in said
    assert "You don't read this language" in said
    await officer.taps("Put it into a language")
    await officer.types(SAID)
    assert "I have read this" in officer.labels


async def test_words_of_danger_alert_the_named_people_and_leave_the_list(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await speaker(hood)
    await until_listed(hood)
    said = await written(hood, officer, "My husband hits me every night")
    assert "may mean danger" in said
    assert "hits me" not in said
    assert await rows(hood, "SELECT count(*) FROM safety_alerts") == [(1,)]
    assert await rows(hood, "SELECT text_id FROM text_writers") == [(None,)]
    assert "hits me" not in str(await hood.exported(officer))


async def test_the_sound_goes_thirty_days_after_it_was_written_down(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await speaker(hood)
    await until_listed(hood)
    await written(hood, officer)
    now = hood.stage.clock.now()
    await hood.leap(now + SOUNDS_KEPT - timedelta(days=1))
    assert await sounds(hood) == [SOUND]
    await hood.leap(now + SOUNDS_KEPT + timedelta(days=1))
    assert await sounds(hood) == []
    await officer.types("/reading")
    await officer.taps("What should")
    said = await officer.taps("1")
    assert "Written down from a voice note" in said
    assert "Listen" not in officer.labels


async def test_a_legal_hold_keeps_the_sound(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await speaker(hood)
    await until_listed(hood)
    await written(hood, officer)
    async with hood.stage.service.database.write() as tx:
        await legal_hold.hold(tx, hood.stage.service.world, "REF-1")
    await hood.leap(hood.stage.clock.now() + SOUNDS_KEPT + timedelta(days=2))
    assert await sounds(hood) == [SOUND]


async def test_a_note_that_was_taken_back_has_left_the_list(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    amina = await speaker(hood)
    await until_listed(hood)
    await opens_note(officer)
    await amina.types("/forget")
    await amina.taps(amina.labels[0])
    await officer.taps("Listen")
    assert "changed or deleted" in officer.toast
    assert await sounds(hood) == []


async def test_who_leaves_a_correction_of_the_words_can_begin_something_else(
    hood: Neighbourhood,
) -> None:
    """Nothing is written in it yet, so nothing is kept of it."""
    officer = await hood.officer()
    await speaker(hood)
    await until_listed(hood)
    await written(hood, officer)
    await officer.taps("Correct the words")
    said = await officer.types("/send")
    assert "went wrong" not in said
    assert await rows(hood, "SELECT count(*) FROM drafts WHERE kind = 'reading'") == [(0,)]


async def test_a_correction_takes_the_translation_of_the_former_words_off(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await speaker(hood)
    await until_listed(hood)
    await written(hood, officer, "دکانوں کے پیچھے کی بتی خراب ہے")
    await officer.taps("Put it into a language")
    await officer.types(SAID)
    assert "I have read this" in officer.labels
    await officer.taps("Correct the words")
    said = await officer.types("دکانوں کے پیچھے کا راستہ گندا ہے")
    assert SAID not in said
    assert "You don't read this language" in said
    assert "I have read this" not in officer.labels


async def test_words_written_down_late_are_known_as_such_when_it_opens_again(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    officer = await hood.officer()
    amina = await hood.resident("Amina", PLACE)
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes - timedelta(seconds=30))
    await at_own_words(amina)
    await hood.stage.until(closes + timedelta(minutes=2))
    await speaks(amina)
    await hood.stage.until(closes + timedelta(minutes=61))
    await written(hood, officer)
    await closes_later(hood, tmp_path)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    assert await rows(hood, "SELECT is_late FROM voice_notes") == [(0,)]
    await hood.leap(closes + timedelta(days=14, hours=2))
    await officer.types("/reading")
    assert SAID in await officer.taps("What should come first")
    said = await officer.taps("1")
    assert SAID in said
    assert "Written down from a voice note" in said
    assert "Listen" in officer.labels
    assert "Correct the words" in officer.labels
    assert "is dark" in await corrects(officer, "The path behind the shops is dark")


async def test_who_wrote_it_down_is_told_so_among_what_we_hold(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await speaker(hood)
    await until_listed(hood)
    await written(hood, officer)
    await officer.types("/mydata")
    held = next(m.document for m in reversed(officer.from_bot) if m.document is not None)
    assert "<dt>What you did</dt><dd>You wrote down a voice note</dd>" in held.content.decode()


async def test_a_translation_begun_before_a_correction_is_not_put_to_the_new_words(
    hood: Neighbourhood,
) -> None:
    one, other = await hood.officer("Olga"), await hood.officer("Otto")
    await speaker(hood)
    await until_listed(hood)
    await written(hood, one, "دکانوں کے پیچھے کی بتی خراب ہے")
    await other.types("/reading")
    await other.taps("1")
    await other.taps("Put it into a language")
    await corrects(one, "دکانوں کے پیچھے کا راستہ گندا ہے")
    said = await other.types(SAID)
    assert "راستہ" in said
    assert SAID not in said
    assert "A colleague has just written it down" in said
    assert "I have read this" not in other.labels
    await other.taps("Put it into a language")
    await other.types("The path behind the shops is dirty")
    assert "I have read this" in other.labels
