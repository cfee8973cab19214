"""Messages that somebody in staff has begun and left: a pile in one draft, each with a number.

The number is the second in which it was begun, so that no button takes another message later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from usecases.people.identify import Person
from usecases.world import World

SENDING, RESTS = "send", "rests"
"""The draft kind of a broadcast being composed; what marks one that waits for /send."""
_BEFORE, _NUMBER = "before", "begun"

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """A message that was begun before. ``text`` is empty where it has none yet."""

    number: int
    text: str


def is_worth_keeping(data: Mapping[str, Any]) -> bool:
    """Whether the author of this draft would miss it: it has a text, or was left for later."""
    return bool(data.get("text") or data.get("kept"))


def begun_before(person: Person) -> dict[str, Any]:
    """The message in hand, if it has a text that could be lost, with those begun before it; else
    those begun before it."""
    draft = person.draft(SENDING)
    if draft is None:
        return {}
    data = draft.data if is_worth_keeping(draft.data) else draft.data.get(_BEFORE, {})
    return {name: value for name, value in data.items() if name != RESTS}


def numbered(world: World, data: Data) -> dict[str, Any]:
    """A new message with its number."""
    number = int(world.now().timestamp())
    while number in {number_of(one) for one in pile(data.get(_BEFORE, {}))}:
        number += 1
    return {**data, _NUMBER: number}


def number_of(data: Data) -> int:
    """The number of a message; 0 for one that was begun before messages had numbers."""
    return int(data.get(_NUMBER, 0))


def pile(data: Data) -> list[dict[str, Any]]:
    """A message and those begun before it, each by itself, the latest first."""
    found, left = [], dict(data)
    while left:
        below = left.pop(_BEFORE, {})
        found.append(left)
        left = dict(below)
    return found


def on_top(data: Data, others: Sequence[Data]) -> dict[str, Any]:
    """A message with these begun before it."""
    below: dict[str, Any] = {}
    for one in reversed(others):
        below = {**one, **({_BEFORE: below} if below else {})}
    return {**data, **({_BEFORE: below} if below else {})}


def kept_before(data: Data) -> tuple[KeptMessage, ...]:
    """What was begun before this message."""
    every = pile(data.get(_BEFORE, {}))
    return tuple(KeptMessage(number_of(one), str(one.get("text", ""))) for one in every)
