"""Refusals about complaints. The others are in `engagement/errors.py`."""

from __future__ import annotations

from engagement.errors import Refusal


class ComplaintStays(Refusal):
    """A complaint that can't be taken back any more: its minute is over, or an officer has it.
    Values: reference."""

    key = "refusal-complaint-stays"
