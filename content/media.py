"""Pictures and recordings that a consultation's file names: checked, and known by their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from content.located_yaml import Document, FieldPath, Sheet, show
from content.pictures import measured
from content.problems import Problem
from content.schema.consultation import Consultation, Question
from content.schema.learning import Learn, Media, Recordings
from content.sounds import OGG, is_opus, kind_of

LARGEST_PICTURE, LARGEST_RECORDING = 2 * 1024 * 1024, 5 * 1024 * 1024
"""Bytes. Everybody who is asked downloads them, often on a slow line."""
MOST_PIXELS, MOST_TIMES = 10_000, 20
"""Telegram takes no picture whose width and height together are more, or of which one is more than
so many times the other."""
Kept = TypeVar("Kept", bound=Media)


def with_digests(
    directory: Path, sheet: Sheet[Consultation], problems: list[Problem]
) -> Sheet[Consultation]:
    """The consultation with the digest of each file it names. What is wrong with one is added to
    ``problems``."""
    reading = _Reading(directory, sheet.document, problems)
    found, place = [], 0
    for question in sheet.value.questions:
        if question.reason_for is not None:
            found.append(question)  # not in the file: it comes from the question before
            continue
        found.append(reading.of_question(("questions", place), question))
        place += 1
    return replace(sheet, value=sheet.value.model_copy(update={"questions": tuple(found)}))


@dataclass(frozen=True, slots=True)
class _Reading:
    directory: Path
    document: Document
    problems: list[Problem]

    def of_question(self, path: FieldPath, question: Question) -> Question:
        if question.learn is None and not question.listen:
            return question
        learn = question.learn and self._of_learn((*path, "learn"), question.learn)
        listen = self._of_recordings((*path, "listen"), question.listen)
        return question.model_copy(update={"learn": learn, "listen": listen})

    def _of_learn(self, path: FieldPath, learn: Learn) -> Learn:
        picture = learn.picture
        if picture is not None:
            for language in learn.text.root.keys() - picture.alt.root.keys():
                expected = f"expected what it shows in {language} too, as the text is in it"
                self._wrong((*path, "picture", "alt"), expected)
            picture = self._known((*path, "picture"), picture, _wrong_picture)
        listen = self._of_recordings((*path, "listen"), learn.listen)
        return learn.model_copy(update={"picture": picture, "listen": listen})

    def _of_recordings(self, path: FieldPath, listen: Recordings) -> Recordings:
        return {
            language: self._known((*path, language), recording, _wrong_recording)
            for language, recording in listen.items()
        }

    def _known(self, path: FieldPath, named: Kept, wrong: Callable[[bytes], str | None]) -> Kept:
        if named.digest is not None:
            self._wrong((*path, "digest"), "expected no digest: it is worked out from the file")
        field = self.document.known((*path, "file"))
        try:
            content = (self.directory / named.file).read_bytes()
        except OSError:
            self._wrong(field, "expected a file in the council's folder", show(named.file))
            return named
        expected = wrong(content)
        if expected is not None:
            self._wrong(field, expected, show(named.file))
        return named.model_copy(update={"digest": hashlib.sha256(content).hexdigest()})

    def _wrong(self, path: FieldPath, expected: str, found: str | None = None) -> None:
        self.problems.append(self.document.problem(path, expected, found))


def _wrong_picture(content: bytes) -> str | None:
    if len(content) > LARGEST_PICTURE:
        return f"expected a picture of at most {LARGEST_PICTURE // 1024 // 1024} MB"
    found = measured(content)
    if found is None or not (found.width and found.height):
        return "expected a picture: a whole JPEG or PNG file"
    sides = found.width, found.height
    if sum(sides) > MOST_PIXELS or max(sides) > MOST_TIMES * min(sides):
        return (
            f"expected width and height of at most {MOST_PIXELS} pixels together, and neither more "
            f"than {MOST_TIMES} times the other"
        )
    return None


def _wrong_recording(content: bytes) -> str | None:
    if len(content) > LARGEST_RECORDING:
        return f"expected a recording of at most {LARGEST_RECORDING // 1024 // 1024} MB"
    kind = kind_of(content)
    if kind is None or (kind == OGG and not is_opus(content)):
        return "expected a recording: a whole Ogg file with Opus, MP3 or M4A"
    return None


def not_recorded(consultation: Consultation) -> Iterator[str]:
    """Languages it is in without a recording of what others can listen to."""
    for question in consultation.questions:
        for field, listen in question.recorded:
            lacks = [language for language in consultation.languages if language not in listen]
            if lacks:
                yield (
                    f"{consultation.slug}: {question.key} has no recording in {', '.join(lacks)} "
                    f"under {field}. Who listens there hears another language, and is shown which"
                )


def read_checked(path: Path, digest: str | None) -> bytes | None:
    """The bytes of a file, if they are those that were checked and approved; None if they have
    changed since, or are gone."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == digest else None
