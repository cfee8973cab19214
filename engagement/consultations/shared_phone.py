"""How many people may answer on one phone, and by which number each is called."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from content.schema.authored import Localised
from content.schema.consultation import Consultation
from engagement.errors import Refusal

MOST_ON_A_PHONE = 4
"""Responses to one consultation from one phone, its owner's included."""


class Mode(StrEnum):
    """How a response was given."""

    CHAT = "chat"  # in somebody's own chat
    SHARED_PHONE = "shared phone"  # by a second, third or fourth person on a phone


class PhoneFull(Refusal):
    """As many people as may have answered on this phone. Values: most, has_ways, ways (the other
    ways to answer)."""

    key = "refusal-phone-full"


class OnePersonAPhone(Refusal):
    """The council doesn't let several people answer on one phone."""

    key = "refusal-one-person-a-phone"


class ReleasedBefore(Refusal):
    """Somebody new wants to answer on another's phone what was opened again after its release: how
    many have answered on it isn't known any more. Values: has_ways, ways (the other ways to
    answer)."""

    key = "refusal-phone-released"


class ForOwner(Refusal):
    """Somebody on another's phone asked for what only its owner can do."""

    key = "refusal-for-owner"


class AnswerFirst(Refusal):
    """Somebody else wants to answer on a phone whose owner has not answered what is open."""

    key = "refusal-answer-first"


class NothingToAnswer(Refusal):
    """Somebody else wants to answer, and nothing is open on this phone, nor was."""

    key = "refusal-nothing-to-answer"


def free_number(taken: Collection[int], consultation: Consultation) -> int:
    """The number of the next person on a phone. The owner is person 1. Raises PhoneFull, with the
    other ways to answer."""
    free = [n for n in range(2, MOST_ON_A_PHONE + 1) if n not in taken]
    if not free:
        known, ways = _other_ways(consultation)
        raise PhoneFull(most=MOST_ON_A_PHONE, has_ways=known, ways=ways)
    return free[0]


def check_not_released(consultation: Consultation, *, released: bool) -> None:
    """Whether anybody may begin on another's phone. Raises ReleasedBefore after a release, when the
    links are cut by which those on a phone are counted."""
    if released:
        known, ways = _other_ways(consultation)
        raise ReleasedBefore(has_ways=known, ways=ways)


def _other_ways(consultation: Consultation) -> tuple[str, Localised | str]:
    ways = consultation.other_ways if consultation.without_telegram is not None else None
    return ("no", "") if ways is None else ("yes", ways)
