"""Rules for voice notes: how long they may be, what is a sound, and when they are fetched again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from content.sounds import is_sound as is_sound
from engagement.errors import Refusal, WordsBesideFile, WrongKind

LONGEST_SECONDS = 120
LARGEST_BYTES = 1_048_576
"""A phone records two minutes in well under half of this."""
LONGEST_FILE_ID = 200
TRY_AGAIN = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
"""How long after each failure a note is fetched again. After one more it is given up."""


class NoteState(StrEnum):
    """What became of a voice note."""

    WAITING = "waiting"  # Telegram has it, and we haven't fetched it yet
    KEPT = "kept"  # the sound is here, and nobody has written it down
    WRITTEN = "written"  # an officer has written down what it says
    LOST = "lost"  # it could not be fetched, or is no sound


class VoiceNotHere(Refusal):
    """A voice note where no question asks for own words."""

    key = "refusal-voice-not-here"


class VoiceAfterAnswer(VoiceNotHere):
    """A voice note right after an answer in own words: it may be more of that."""

    key = "refusal-voice-after-answer"


class SayOrType(WrongKind):
    """A photo or the like at a question that is answered in own words, typed or spoken."""

    key = "refusal-say-or-type"


class WordsUnderIt(WordsBesideFile):
    """The same, or a voice note, with words under it."""

    key = "refusal-words-under-it"


class WordsOnly(Refusal):
    """A voice note at a question whose file says that it takes written words only."""

    key = "refusal-voice-words-only"


class VoiceTooLong(Refusal):
    """A voice note of more than two minutes. Values: minutes."""

    key = "refusal-voice-too-long"


class VoiceTooLarge(Refusal):
    """A voice note of more bytes than are kept."""

    key = "refusal-voice-too-large"


class VoiceEmpty(Refusal):
    """A voice note without a sound in it."""

    key = "refusal-voice-empty"


class VoiceNotWritten(Refusal):
    """A voice note was to be marked as read before somebody has written down what it says."""

    key = "refusal-voice-not-written"


class VoiceGone(Refusal):
    """The sound of a voice note isn't here: not fetched yet, lost, or deleted in time."""

    key = "refusal-voice-gone"


@dataclass(frozen=True, slots=True)
class SentNote:
    """A voice note as the update describes it: nothing has been fetched."""

    file_id: str
    seconds: int
    size: int | None


def check_note(note: SentNote) -> None:
    """Raises VoiceTooLong, VoiceTooLarge, VoiceEmpty."""
    if note.seconds > LONGEST_SECONDS:
        raise VoiceTooLong(minutes=LONGEST_SECONDS // 60)
    if note.size is not None and note.size > LARGEST_BYTES:
        raise VoiceTooLarge
    if note.size == 0 or not note.file_id:
        raise VoiceEmpty


def next_try(tries: int, now: datetime) -> datetime | None:
    """When a note that could not be fetched ``tries`` times is fetched again; None to give up."""
    return now + TRY_AGAIN[tries - 1] if tries <= len(TRY_AGAIN) else None
