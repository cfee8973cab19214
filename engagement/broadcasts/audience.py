"""Audiences of broadcasts, and the people of each of their wards."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from engagement.broadcasts.lifecycle import CORRECTIONS, BroadcastKind
from engagement.errors import NotYourWards

MOST_INVITATIONS = 2
"""To one consultation: an invitation, and one reminder of it."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Ward codes and an optional theme. It never includes people who left, stopped or cannot be
    reached.

    ``followers``: also includes people who live elsewhere and follow one of the wards. ``theme``:
    leaves out people who follow only other themes. ``not_answered``: leaves out people who have
    answered this consultation. ``answered``: also includes people who have answered this
    consultation for one of the wards, wherever they live now and whatever they follow. Neither
    of these two changes any number that is shown: compared with others it could show a few people.
    ``corrects``: only the people who got this broadcast, wherever they live now.
    ``answered_poll``: only the people who have answered this quick poll, wherever they live now.
    ``took_part``: only the people who answered this consultation on their own phone, wherever they
    live now, and had no echo of it; each belongs to the ward they answered in.
    ``as_one``: the wards can't be chosen, so they have one number together.
    """

    wards: tuple[str, ...]
    theme: str | None = None
    followers: bool = False
    not_answered: str | None = None
    answered: str | None = None
    corrects: int | None = None
    answered_poll: int | None = None
    as_one: bool = False
    took_part: str | None = None


@dataclass(frozen=True, slots=True)
class WardPeople:
    """The people of one ward of an audience who can be reached: how many live there, how many live
    elsewhere and follow it, and how many of each the audience's theme leaves in.
    """

    live: int = 0
    follow: int = 0
    live_in: int = 0
    follow_in: int = 0

    def narrowed(self, to: Audience) -> tuple[int, ...]:
        """Everybody who would get news for this ward, and those who are left by each condition of
        the audience in turn. Those who have answered are not taken off."""
        steps = [self.live + self.follow]
        if not to.followers:
            steps.append(self.live)
        if to.theme is not None:
            steps.append(self.live_in + (self.follow_in if to.followers else 0))
        return tuple(steps)


def audience(
    kind: BroadcastKind,
    wards: Iterable[str],
    theme: str | None,
    consultation: str | None = None,
    corrects: int | None = None,
    stopped: int | None = None,
) -> Audience:
    """The audience of a broadcast.

    News and outcomes also go to followers, and outcomes to everybody who answered for one of the
    wards: they hear what came of it although they have moved. Invitations, and the question about
    a new ward, go only to the people who live in the wards, regardless of the themes they follow;
    an invitation only to those who have not answered its ``consultation`` to the end, and to nobody
    a third time: one reminder is enough. An urgent message goes
    to everybody in the wards and their followers, a correction to those who got what it corrects.
    A quick poll goes to the people who live in the wards; that it was ``stopped`` to those who have
    answered it. An echo goes to those who answered its consultation.
    """
    if kind in CORRECTIONS:
        return Audience(tuple(wards), corrects=corrects)
    if kind is BroadcastKind.POLL_STOPPED:
        if stopped is None:
            raise ValueError("a notice that a poll was stopped is for those who answered it")
        return Audience(tuple(wards), answered_poll=stopped)
    if kind is BroadcastKind.ECHO:
        if consultation is None:
            raise ValueError("an echo is for those who answered a consultation")
        return Audience(tuple(wards), took_part=consultation)
    if kind is BroadcastKind.POLL:
        return Audience(tuple(wards))
    if kind is BroadcastKind.URGENT:
        return Audience(tuple(wards), followers=True)
    if kind is BroadcastKind.INVITATION:
        return Audience(tuple(wards), not_answered=consultation)
    if kind is BroadcastKind.NEW_WARDS:
        return Audience(tuple(wards), as_one=True)
    answered = consultation if kind is BroadcastKind.OUTCOME else None
    return Audience(tuple(wards), theme=theme, followers=True, answered=answered)


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
