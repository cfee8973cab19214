"""Questions that are read aloud: a recording in each language that has one, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from learning import ELSE, MONEY, QUESTION, SOUNDS, TEXT, asks, begins, sounds, urdu_speaker
from replying import in_reply, replies

from emulator import Status
from emulator.people.phone import SHORT_NOTE


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    """Amina, at the question with a recording."""
    await asks(hood, tmp_path)
    await begins(amina)
    await amina.taps("Yes")
    await amina.taps("Next")
    assert QUESTION in amina.sees
    return amina


async def test_a_tap_sends_the_recording_and_the_question_again_below_it(asked: Person) -> None:
    assert asked.labels == ["Willows", "Alders", "No trees", "Listen", "Back", "Skip"]
    await asked.taps("Listen")
    (sound,) = sounds(asked)
    assert sound.voice is not None
    assert sound.voice.content == SOUNDS["trees-en.ogg"]
    assert sound.text == f'Read aloud: "{QUESTION}"'
    assert QUESTION in asked.sees
    assert asked.phone.keyboard_message == asked.phone.last
    assert MONEY in await asked.taps("Alders")


@pytest.mark.parametrize("said", ["listen", "Listen!", "read it aloud", "posłuchaj", "سنیں"])
async def test_typing_it_does_the_same(asked: Person, said: str) -> None:
    await asked.types(said)
    assert len(sounds(asked)) == 1
    assert QUESTION in asked.sees


async def test_two_quick_taps_send_one_recording(asked: Person) -> None:
    shown = asked.phone.keyboard_message
    asked.phone.tap("Listen", shown)
    asked.phone.tap("Listen", shown)
    await asked.settles()
    assert len(sounds(asked)) == 1
    await asked.taps("Listen")
    assert len(sounds(asked)) == 2


async def test_words_typed_after_listening_answer_the_question(asked: Person) -> None:
    await asked.taps("Listen")
    assert MONEY in await asked.types("2")


async def test_a_reply_to_the_recording_answers_its_question(asked: Person) -> None:
    await asked.taps("Listen")
    await replies(asked, sounds(asked)[0], "Alders")
    assert MONEY in asked.sees
    await replies(asked, sounds(asked)[0], "Willows")
    assert "We've changed your answer" in asked.sees


async def test_a_voice_note_in_reply_to_an_earlier_recording_is_no_answer_to_this_question(
    asked: Person,
) -> None:
    await asked.taps("Listen")
    (sound,) = sounds(asked)
    await asked.taps("Alders")
    await asked.taps("Next")
    assert ELSE in asked.sees
    phone, note = asked.phone, replace(SHORT_NOTE, file_id="voice-1")
    extra = {"voice": note.wire(), **in_reply(asked, sound)}
    phone.say(phone.chat, "", extra, voice=note)
    await asked.settles()
    assert asked.said_by_bot("We have your voice note") == 0
    assert "We can't use a voice note here" in asked.sees


async def test_what_is_learnt_first_is_read_aloud_too(asked: Person) -> None:
    await asked.taps("Back")
    await asked.taps("Listen")
    (sound,) = sounds(asked)
    assert sound.voice is not None
    assert sound.voice.content == SOUNDS["learn-en.ogg"]
    assert "what comes before" in sound.text
    assert TEXT in asked.sees
    assert QUESTION in await asked.taps("Next")


async def test_in_urdu_the_urdu_recording_comes_and_else_the_councils_first_and_says_so(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    await asks(hood, tmp_path)
    sana = await urdu_speaker(hood)
    await begins(sana)
    await sana.taps("ہاں")
    await sana.types("سنیں")
    (learnt,) = sounds(sana)
    assert learnt.voice is not None
    assert learnt.voice.content == SOUNDS["learn-ur.ogg"]
    assert "English" not in learnt.text
    await sana.types("آگے")
    await sana.taps("سنیں")
    trees = sounds(sana)[-1]
    assert trees.voice is not None
    assert trees.voice.content == SOUNDS["trees-en.ogg"]
    assert "ہمارے پاس یہ اردو میں نہیں" in trees.text
    assert "English" in trees.text
    assert "آپ کون سے درخت لگائیں گے؟" in sana.sees


@pytest.mark.parametrize("said", ["listen", "سنیں"])
async def test_listen_where_there_is_no_recording_is_no_answer_and_that_is_said(
    asked: Person, said: str
) -> None:
    await asked.taps("Alders")
    await asked.types(said)
    assert "There is no recording of this. You can read it here:" in asked.sees
    assert MONEY in asked.sees
    await asked.taps("Next")
    await asked.types(said)
    assert "There is no recording of this." in asked.sees
    assert ELSE in asked.sees
    assert "are saved" in await asked.types("Lamps by the bridge")
    assert "Lamps by the bridge" in await asked.types("/mine")
    assert sounds(asked) == []


async def test_listen_is_an_answer_where_no_question_is_read_aloud(amina: Person) -> None:
    await amina.taps("Answer now")
    for label in ("Streets", "Messages", "Done", "4"):
        await amina.taps(label)
    assert "are saved" in await amina.types("Listen!")
    assert "Listen!" in await amina.types("/mine")


async def test_a_recording_that_was_changed_is_not_sent_and_the_question_is(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    made = await asks(hood, tmp_path)
    await begins(amina)
    await amina.taps("Yes")
    await amina.taps("Next")
    (made / "trees-en.ogg").write_bytes(SOUNDS["learn-en.ogg"])
    await amina.taps("Listen")
    assert sounds(amina) == []
    assert amina.said_by_bot("We couldn't send the sound.") == 1
    assert QUESTION in amina.sees


async def test_who_takes_no_voice_messages_gets_the_sound_as_a_file(
    hood: Neighbourhood, asked: Person
) -> None:
    refused = Status(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN")
    hood.stage.emulator.faults.next("sendVoice", refused)
    await asked.taps("Listen")
    (sound,) = [m for m in asked.from_bot if m.document is not None]
    assert sound.document is not None
    assert sound.document.content == SOUNDS["trees-en.ogg"]
    assert QUESTION in asked.sees
    await replies(asked, sound, "Alders")
    assert MONEY in asked.sees


async def test_after_listening_they_are_still_where_they_were(asked: Person) -> None:
    await asked.taps("Alders")
    await asked.taps("Back")
    assert QUESTION in asked.sees
    await asked.taps("Listen")
    assert "Your answer: Alders" in asked.sees
