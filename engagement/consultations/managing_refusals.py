"""Refusals of what staff decide about a consultation: its opening, and every later change."""

from __future__ import annotations

from engagement.errors import Refusal


class NotReady(Refusal):
    """A consultation that may not open, because something is missing. Values: title."""

    key = "refusal-not-ready"


class OpensInElection(Refusal):
    """It would open while an election is near. Values: day, from which on it may."""

    key = "refusal-opens-in-election"


class OtherWards(Refusal):
    """A consultation for wards that the officer's role doesn't cover, or not all of them."""

    key = "refusal-manage-other-wards"


class NobodyApproves(Refusal):
    """No second person whose role covers all its wards can be reached."""

    key = "refusal-nobody-approves"


class OwnOpening(Refusal):
    """The second approval by the person who asked for it."""

    key = "refusal-own-opening"


class NotNow(Refusal):
    """A decision that doesn't fit where the consultation is by now. Values: title."""

    key = "refusal-not-now"


class NoSuchTime(Refusal):
    """A date or a time that can't be read, or that the clocks leap over."""

    key = "refusal-no-such-time"


class NotLater(Refusal):
    """A new close that isn't later than the one in force, or has passed. Values: closes."""

    key = "refusal-not-later"


class AfterDecision(Refusal):
    """A new close on the day on which a decision is due, or later. Values: day."""

    key = "refusal-after-decision"


class NotWithin(Refusal):
    """A pause that would end in the past, or only after the close. Values: closes."""

    key = "refusal-pause-not-within"


class AlreadyCounted(Refusal):
    """A later close of what has closed, and whose results have been counted. Values: title."""

    key = "refusal-already-counted"


class ReasonNeeded(Refusal):
    """A decision without a reason, or with one that is too long. Values: most."""

    key = "refusal-reason-needed"


class NobodyHasHeard(Refusal):
    """ "Reported", before an outcome was sent, and without a word on how people heard."""

    key = "refusal-nobody-has-heard"


class ManageWords(Refusal):
    """Words after /manage that say nothing that can be decided. Values: which, as it was typed."""

    key = "refusal-manage-words"


class ManageWhich(Refusal):
    """Words after /manage that name no consultation."""

    key = "refusal-manage-which"
