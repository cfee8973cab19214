"""Who a broadcast is for, and how its numbers may be told."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.errors import NotYourWards


@dataclass(frozen=True, slots=True)
class Audience:
    """Wards, by code, and a theme. Those who left, stopped or cannot be reached are never part
    of it.

    ``followers``: also those who live elsewhere and follow one of the wards. ``theme``: not those
    who follow other themes only.
    """

    wards: tuple[str, ...]
    theme: str | None = None
    followers: bool = False


def audience(kind: BroadcastKind, wards: Iterable[str], theme: str | None) -> Audience:
    """Who a broadcast is for. News and outcomes go to followers too; questions, and the question
    about a ward, are for those who live there, whatever themes they follow."""
    if kind in (BroadcastKind.INVITATION, BroadcastKind.NEW_WARDS):
        return Audience(tuple(wards))
    return Audience(tuple(wards), theme=theme, followers=True)


def may_tell_apart(part: int, whole: int, smallest_cell: int) -> bool:
    """Whether ``part`` of ``whole`` people may be told beside the whole: neither it nor the rest
    may be a group too small to be shown."""
    return part == whole or min(part, whole - part) >= smallest_cell


def is_news_for(
    sent_to: Collection[str],
    theme: str | None,
    *,
    wards: Collection[str],
    themes: Collection[str],
) -> bool:
    """Whether something sent to the wards ``sent_to`` is news for somebody with these ``wards``
    who follows these ``themes``; none followed means all of them."""
    about_them = theme is None or not themes or theme in themes
    return about_them and any(ward in sent_to for ward in wards)


def check_own_wards(chosen: Iterable[str], own: Iterable[str]) -> None:
    """Raise NotYourWards when a ward outside the sender's own was chosen."""
    if set(chosen) - set(own):
        raise NotYourWards
