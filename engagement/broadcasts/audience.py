"""Audiences of broadcasts, and when the size of one may be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.errors import NotYourWards


@dataclass(frozen=True, slots=True)
class Audience:
    """Ward codes and an optional theme. It never includes people who left, stopped or cannot be
    reached.

    ``followers``: also includes people who live elsewhere and follow one of the wards. ``theme``:
    leaves out people who follow only other themes. ``not_answered``: leaves out people who have
    answered this consultation.
    """

    wards: tuple[str, ...]
    theme: str | None = None
    followers: bool = False
    not_answered: str | None = None

    @property
    def is_of_whole_wards(self) -> bool:
        """Whether everybody in the wards is included, whatever they follow or have answered."""
        return self.theme is None and self.not_answered is None


@dataclass(frozen=True, slots=True)
class AudienceToCount:
    """An audience to be counted, and the audiences with their sizes that its author has previewed
    lately, with which its size is compared."""

    whole: Audience
    earlier: tuple[tuple[Audience, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AudienceSize:
    """The size of an audience: ``people`` get it, ``everybody`` would if nobody had answered, and
    ``exact`` says whether its author may see the exact number."""

    people: int
    everybody: int
    exact: bool


def audience(
    kind: BroadcastKind, wards: Iterable[str], theme: str | None, consultation: str | None = None
) -> Audience:
    """The audience of a broadcast.

    News and outcomes also go to followers. Invitations, and the question about a new ward, go
    only to the people who live in the wards, regardless of the themes they follow; an invitation
    only to those who have not answered its ``consultation``.
    """
    if kind is BroadcastKind.INVITATION:
        return Audience(tuple(wards), not_answered=consultation)
    if kind is BroadcastKind.NEW_WARDS:
        return Audience(tuple(wards))
    return Audience(tuple(wards), theme=theme, followers=True)


def is_news_for(
    sent_to: Collection[str],
    theme: str | None,
    *,
    wards: Collection[str],
    themes: Collection[str],
) -> bool:
    """Whether a message sent to the wards ``sent_to`` is news for someone with these ``wards``
    who follows these ``themes``. Following no theme means following all of them."""
    about_them = theme is None or not themes or theme in themes
    return about_them and any(ward in sent_to for ward in wards)


def check_own_wards(chosen: Iterable[str], own: Iterable[str]) -> None:
    """Raise NotYourWards if ``chosen`` includes a ward that isn't the sender's ``own``."""
    if set(chosen) - set(own):
        raise NotYourWards
