"""Who a broadcast is for, and how its numbers may be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engagement.errors import NotYourWards


@dataclass(frozen=True, slots=True)
class Audience:
    """Wards, by code. Those who left, stopped or cannot be reached are never part of it."""

    wards: tuple[str, ...]


def check_own_wards(chosen: Iterable[str], own: Iterable[str]) -> None:
    """Raise NotYourWards when a ward outside the sender's own was chosen."""
    if set(chosen) - set(own):
        raise NotYourWards
