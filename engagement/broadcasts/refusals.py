"""Refusals of broadcasts that are urgent, or whose time is over. The others are in
`engagement/errors.py`."""

from __future__ import annotations

from engagement.errors import Refusal


class WardsNotInUse(Refusal):
    """Staff none of whose wards, or a message one of whose wards, is in force any more."""

    key = "refusal-wards-not-in-use"


class TakenBackByAuthor(Refusal):
    """A monitoring officer who decides about a message that its author has taken back."""

    key = "refusal-taken-back-by-author"


class UrgentForOfficers(Refusal):
    """Other staff who want to send an urgent message."""

    key = "refusal-urgent-for-officers"


class QuestionsClosed(Refusal):
    """An invitation to questions that have closed, for staff. Values: title."""

    key = "refusal-questions-closed"


class HoldDecided(Refusal):
    """What waits before an election was already released or dropped, and that decision is final."""

    key = "refusal-hold-decided"
