"""Every table in one place, for migrations and for tests that look at all of them."""

from storage import (
    alarms,
    answers,
    boundaries,
    broadcasts,
    codes,
    consultations,
    deliveries,
    deployment,
    drafts,
    follows,
    inbox,
    pace,
    people,
    shown,
    staff,
)
from storage.database import metadata

SUBJECTS = (
    alarms,
    answers,
    boundaries,
    broadcasts,
    codes,
    consultations,
    deliveries,
    deployment,
    drafts,
    follows,
    inbox,
    pace,
    people,
    shown,
    staff,
)

__all__ = ["SUBJECTS", "metadata"]
