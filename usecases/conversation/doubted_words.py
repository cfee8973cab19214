"""Words typed below other things, which may be for what waits further up: kept only after a yes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engagement.broadcasts.styled_text import Mark
from engagement.broadcasts.update_text import LONGEST_UPDATE
from engagement.consultations.survey import check_text
from engagement.errors import OldButton
from usecases.broadcasts import compose
from usecases.conversation.typed_words import STAFF_WRITES, Waiting
from usecases.operations import complain
from usecases.people import words_in_hand
from usecases.people.identify import Person
from usecases.world import Transaction, World

KINDS: Mapping[Waiting, str] = {
    Waiting.BROADCAST: compose.SENDING,
    Waiting.COMPLAINT: complain.COMPLAINING,
    **{what: kind for kind, (what, _) in STAFF_WRITES.items()},
}
"""What takes own words, and the kind of its draft."""


@dataclass(frozen=True, slots=True)
class DoubtedWords:
    """Are these words for what waits? ``marks`` are the links and styles of a broadcast's text."""

    what: Waiting
    text: str
    marks: tuple[Mark, ...] = ()


def may_be(person: Person, what: Waiting) -> bool:
    """Whether own words are what waits: not a choice between wards, for instance."""
    draft = person.draft(KINDS[what]) if what in KINDS else None
    if draft is None:
        return False
    if what is Waiting.COMPLAINT:
        return not complain.is_made(person)
    choices = ("wards", "subject", "end", "preview")
    return what is not Waiting.BROADCAST or draft.data.get("step") not in choices


async def ask(
    tx: Transaction,
    world: World,
    person: Person,
    what: Waiting,
    text: str,
    marks: Sequence[Mark] = (),
) -> DoubtedWords:
    """Keep these words until their writer says what they are, after those that are asked about
    already. Raises TextEmpty, TextTooLong."""
    before = _doubted(person)
    if before is not None and before.what is what and before.text != text:
        text, marks = f"{before.text}\n{text}", before.marks
    asked = DoubtedWords(what, check_text(text, most=LONGEST_UPDATE), tuple(marks))
    kept = [[m.style, m.offset, m.length, m.url] for m in asked.marks]
    data = {"for": str(what), "text": asked.text, "marks": kept}
    await words_in_hand.note_doubted(tx, world, person, data)
    return asked


async def take(tx: Transaction, world: World, person: Person) -> tuple[DoubtedWords, Person]:
    """The words that are asked about, which are no longer kept here, and the person without them.
    Raises OldButton where there are none, or nothing waits for them any more."""
    asked = _doubted(person)
    if asked is None or person.draft(KINDS[asked.what]) is None:
        raise OldButton
    return asked, await words_in_hand.note_doubted(tx, world, person, None)


def _doubted(person: Person) -> DoubtedWords | None:
    found = words_in_hand.doubted(person)
    if not found:
        return None
    marks = tuple(Mark(*mark) for mark in found["marks"])
    return DoubtedWords(Waiting(found["for"]), str(found["text"]), marks)
