"""What a person has begun and not finished. What they wrote stays when something else begins.

Each thing begun is a draft of its own, and what was used last comes first.
"""

from __future__ import annotations

from storage.conversation import drafts
from storage.conversation.drafts import Draft
from usecases.people.identify import Person
from usecases.people.words_in_hand import IN_HAND
from usecases.world import Transaction, World

WRITTEN = ("text", "beside", "before", "kept", "done", "offered")
"""What a draft calls the words that somebody wrote in it, or that they left for later."""


def holds_words(draft: Draft) -> bool:
    """Whether somebody would miss what is written in this draft."""
    return any(draft.data.get(name) for name in WRITTEN)


def begun_last(person: Person) -> Draft | None:
    """What this person began or used last."""
    return next((draft for draft in person.drafts if draft.kind not in IN_HAND), None)


async def begin(tx: Transaction, world: World, person: Person, draft: Draft) -> None:
    """Begin this, or go on with it. What was begun before and holds words is kept; what only waits
    for words waits no longer."""
    if person.contact is None:
        return
    await leave_empty(tx, person, but=draft)
    await drafts.keep(tx, person.contact.id, draft, world.now())


async def leave_empty(tx: Transaction, person: Person, *, but: Draft | None = None) -> None:
    """Wait for no words any more in what was begun, except in ``but``. Words that were written are
    kept."""
    if person.contact is None:
        return
    for other in person.drafts:
        is_meant = but is not None and (but.kind, but.about) == (other.kind, other.about)
        if other.kind not in IN_HAND and not is_meant and not holds_words(other):
            await drafts.drop(tx, person.contact.id, other)


async def end(tx: Transaction, person: Person, *kinds: str, about: str | None = None) -> None:
    """End what is of these kinds, about this thing if one is named."""
    if person.contact is None:
        return
    for draft in person.drafts:
        if draft.kind in kinds and about in (None, draft.about):
            await drafts.drop(tx, person.contact.id, draft)


def written_beside(person: Person, kind: str) -> tuple[str, ...]:
    """The kinds of what this person has written and not finished, besides ``kind``."""
    return tuple(dict.fromkeys(d.kind for d in person.drafts if d.kind != kind and holds_words(d)))
