"""The questions of a consultation in full, for those who approve or manage it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema.consultation import Consultation
from engagement.errors import OldButton
from usecases.consultations import managing
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class QuestionsToRead:
    """A page of them in one of its languages. ``asks_me``: this person is asked to approve the
    opening; ``is_first``: they have just asked for them, so what they tapped stays as it is."""

    consultation: Consultation
    code: int
    language: int = 0
    page: int = 0
    asks_me: bool = False
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class MediaToRead:
    """The pictures and recordings that come with the questions, and the page to read on from."""

    page: QuestionsToRead


def languages_of(consultation: Consultation) -> tuple[str, ...]:
    """The languages it says it is in; English for a file that doesn't say."""
    return consultation.languages or ("en",)


async def read(
    tx: Transaction, world: World, person: Person, code: int, at: tuple[int, int] | None
) -> QuestionsToRead:
    """The questions as residents get them, at any stage. ``at`` are the place of a language and a
    page; without them it begins in the reader's own language. Raises StaffOnly, ManagesForOfficers,
    OtherWards, OldButton."""
    found = await managing.show(tx, world, person, code)
    languages = languages_of(found.consultation)
    own = languages.index(person.language) if person.language in languages else 0
    language, page = at or (own, 0)
    if language >= len(languages):
        raise OldButton
    return QuestionsToRead(
        found.consultation, code, language, page, found.asks_me, is_first=at is None
    )


async def media(
    tx: Transaction, world: World, person: Person, code: int, at: tuple[int, int]
) -> MediaToRead:
    """The same with everything that is seen or heard besides. Raises what ``read`` raises."""
    page = await read(tx, world, person, code, at)
    return MediaToRead(replace(page, is_first=True))
