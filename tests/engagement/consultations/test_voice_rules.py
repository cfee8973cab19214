"""What a voice note may be, what is a sound, and when one is fetched again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator import recording
from engagement.consultations.values import VoiceNote
from engagement.consultations.voice import (
    LARGEST_BYTES,
    TRY_AGAIN,
    SentNote,
    VoiceEmpty,
    VoiceTooLarge,
    VoiceTooLong,
    check_note,
    is_sound,
    next_try,
)

NOW = datetime(2022, 9, 5, 9, tzinfo=UTC)
SOUND = recording(3)


@pytest.mark.parametrize("size", [1, LARGEST_BYTES, None])
def test_two_minutes_of_a_megabyte_are_taken(size: int | None) -> None:
    check_note(SentNote("id", 120, size))


@pytest.mark.parametrize(
    ("note", "why"),
    [
        (SentNote("id", 121, 900), VoiceTooLong),
        (SentNote("id", 3, LARGEST_BYTES + 1), VoiceTooLarge),
        (SentNote("id", 3, 0), VoiceEmpty),
        (SentNote("", 3, 900), VoiceEmpty),
    ],
)
def test_anything_else_is_refused(note: SentNote, why: type[Exception]) -> None:
    with pytest.raises(why):
        check_note(note)


@pytest.mark.parametrize("seconds", [1, 7, 120])
def test_a_recording_is_a_sound(seconds: int) -> None:
    assert is_sound(recording(seconds))


@pytest.mark.parametrize("begin", [b"ID3", b"\xff\xfb", b"\x00\x00\x00\x18ftypM4A "])
def test_other_apps_sounds_are_sounds(begin: bytes) -> None:
    assert is_sound(begin + bytes(100))


@pytest.mark.parametrize("content", [b"", b"OggS", b"no sound", b"<html>" * 50, b"\xff", b"ID3"])
def test_what_is_no_sound_is_none(content: bytes) -> None:
    assert not is_sound(content)


@given(st.integers(min_value=1, max_value=len(SOUND) - 1))
def test_a_recording_that_was_cut_inside_a_page_is_none(end: int) -> None:
    pages = SOUND[:end].split(b"OggS")
    whole = SOUND.split(b"OggS")[: len(pages)]
    assert is_sound(SOUND[:end]) == (pages == whole and len(pages) > 2)


@given(st.binary(max_size=400))
def test_no_bytes_break_it(content: bytes) -> None:
    assert is_sound(b"OggS" + content) in (True, False)


def test_it_is_fetched_again_ever_later_and_then_given_up() -> None:
    times = [next_try(tries, NOW) for tries in range(1, len(TRY_AGAIN) + 1)]
    assert times == sorted(NOW + wait for wait in TRY_AGAIN)
    assert next_try(len(TRY_AGAIN) + 1, NOW) is None
    assert sum(TRY_AGAIN, timedelta()) < timedelta(hours=9)


def test_a_note_has_no_words() -> None:
    assert str(VoiceNote(7)) == ""
