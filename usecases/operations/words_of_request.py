"""The words that an officer marks as a request: when they came, and from whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content.schema.authored import local
from content.schema.consultation import QuestionKind
from engagement.consultations.lifecycle import has_ended
from engagement.consultations.survey import check_text
from storage.operations import requests
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Asked:
    """Words to mark, the day they came, and who wrote them."""

    text: str
    received: date
    contact: int | None
    found: bool
    complaint: str = ""  # the number of the complaint that they are


async def looked_up(tx: Transaction, world: World, words: str) -> Asked:
    """The day on which exactly these words came first, and who wrote them; today if nobody did.

    They are looked for where officers can have read them: complaints, and what people wrote where
    no answers are taken any more. Elsewhere this would tell that somebody has chosen an option, or
    written just these words; and of a text on a list that is still open, on which day it came.
    """
    zone = world.library.council.timezone
    found = [] if holds_danger(words) else await requests.find_words(tx, words, _ended(world))
    if not found:
        return Asked(words, local(world.now(), zone).date(), None, found=False)
    # One person may have written the same more than once.
    writers = {one.contact_id for one in found}
    contact = writers.pop() if len(writers) == 1 else None
    received = local(min(one.written_at for one in found), zone).date()
    return Asked(words, received, contact, found=True)


def _ended(world: World) -> dict[str, list[str]]:
    """The consultations that take no more answers, each with its questions in own words."""
    return {
        c.slug: [q.key for q in c.questions if q.kind is QuestionKind.TEXT]
        for c in world.all_consultations
        if has_ended(c, world.now())
    }


async def gone_on(tx: Transaction, world: World, before: Asked, words: str) -> Asked:
    """``before`` with ``words`` of a second message. Raises TextTooLong."""
    together = await looked_up(tx, world, check_text(f"{before.text}\n{words}"))
    # The parts may have come on different days: the first counts, never a later one.
    known = [part for part in (before, await looked_up(tx, world, words)) if part.found]
    if together.found or not known:
        return together
    writers = {part.contact for part in known}
    contact = writers.pop() if len(writers) == 1 else None
    received = min(part.received for part in known)
    return Asked(together.text, received, contact, found=True)
