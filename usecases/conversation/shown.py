"""The screens shown in each person's chat, by topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storage.conversation import shown
from storage.conversation.shown import Shown as Shown
from storage.people import contacts
from usecases.people.heard import hands_back
from usecases.people.identify import Person
from usecases.world import Transaction

OLDER = "older-"
"""The beginning of the topics of questions and offers further up: only a reply reaches them."""
MEDIA = "qm"
"""What follows it in the topics of pictures and recordings that go with a question."""


def that_ask(person: Person | None, every: Sequence[Shown]) -> list[Shown]:
    """The screens of this person without the button that hands the phone back: it is below each
    screen of somebody on another's phone, and is no answer to what the screen asks."""
    if person is None or person.guest is None:
        return [*every]
    return [
        replace(s, buttons={label: d for label, d in s.buttons.items() if not hands_back(d)})
        for s in every
    ]


async def screens(tx: Transaction, person: int) -> list[Shown]:
    """The screens in this person's chat."""
    return await shown.shown_to(tx, person)


async def remember_screens(
    tx: Transaction, person: int, now_shown: list[Shown], gone: list[str], *, is_known: bool = False
) -> None:
    """Store the screens now in this person's chat, unless the person has left meanwhile.

    ``is_known`` skips that check: they cannot have left, because only they could do so and their
    turn is not over.
    """
    if is_known or await contacts.is_known(tx, person):
        await shown.remember_shown(tx, person, now_shown, gone)
