"""Retention periods: how long each kind of record is kept. docs/retention.md lists every table."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from engagement.errors import Refusal

ARRIVALS_KEPT = timedelta(hours=24)
QUARANTINE_KEPT = timedelta(days=7)
INBOX_KEPT = timedelta(days=30)
"""Ids of processed updates, kept so that an update is never handled twice. Telegram repeats an
update for a day at most, and after a week without updates ids start again."""
INVITES_KEPT = timedelta(days=30)
"""Counted from the day an invite expires."""
LINK_KEPT = timedelta(days=365)
"""Counted from when we last heard from a person: the privacy notice's 12 months."""
WORDS_KEPT = timedelta(days=365)
"""Counted from the day by which people were to hear the decision: the privacy notice's further 12
months."""
RECIPIENTS_KEPT = timedelta(days=365)
"""Which contact got a broadcast, counted from its end. The numbers of its report stay."""
POLL_ANSWERS_KEPT = timedelta(days=30)
"""What each person answered to a quick poll, counted from its end. Its total stays."""
ALARMS_KEPT = timedelta(days=365)
"""Counted from the end of an alarm."""
COMPLAINTS_KEPT = timedelta(days=6 * 365 + 2)
"""Complaints and requests, counted from their end: as long as a claim about them may be made."""
READINGS_KEPT = timedelta(days=6 * 365 + 2)
"""Who read which text, when, and under what it was filed; what is left of submissions. Counted from
then: as long as a claim about the decision may be made."""
SOUNDS_KEPT = timedelta(days=30)
"""The sound of a voice note, counted from when an officer last wrote down what it says."""
EQUALITY_KEPT = timedelta(days=183)
"""What people said of themselves, counted from the close of what they answered: six months. The
table of it stays."""
SAFETY_WORDS_KEPT = timedelta(days=30)
"""Words of danger, counted from when they were written."""
SAFETY_ALERTS_KEPT = timedelta(days=365)
"""What was done about them, counted from when the alert was closed."""
DUTIES_KEPT = timedelta(days=365)
"""Who had which duty, counted from its end."""
AUDIT_KEPT = timedelta(days=6 * 365 + 2)
"""Six years (with their leap days): the time limit for most claims against a council, Limitation
Act 1980, sections 2 and 5. Counted from the action, and for a name from leaving the role."""


class HeldByLaw(Refusal):
    """Somebody at the council wants to delete what the law wants kept just now."""

    key: ClassVar[str] = "refusal-held-by-law"
