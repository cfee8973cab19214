"""How many people may answer on one phone, and by which number each is called."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

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


class ForOwner(Refusal):
    """Somebody on another's phone asked for what only its owner can do."""

    key = "refusal-for-owner"


class AnswerFirst(Refusal):
    """Somebody else wants to answer on a phone whose owner has not answered what is open."""

    key = "refusal-answer-first"


def free_number(taken: Collection[int], consultation: Consultation) -> int:
    """The number of the next person on a phone. The owner is person 1. Raises PhoneFull, with the
    other ways to answer."""
    free = [n for n in range(2, MOST_ON_A_PHONE + 1) if n not in taken]
    if not free:
        ways = consultation.other_ways if consultation.without_telegram is not None else None
        known = "no" if ways is None else "yes"
        raise PhoneFull(most=MOST_ON_A_PHONE, has_ways=known, ways=ways or "")
    return free[0]
