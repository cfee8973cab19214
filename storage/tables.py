"""Every table in one place, for migrations and for tests that look at all of them."""

from storage import (
    answers,
    broadcasts,
    codes,
    consultations,
    deliveries,
    deployment,
    drafts,
    inbox,
    people,
    shown,
    staff,
)
from storage.database import metadata

SUBJECTS = (
    answers,
    broadcasts,
    codes,
    consultations,
    deliveries,
    deployment,
    drafts,
    inbox,
    people,
    shown,
    staff,
)

__all__ = ["SUBJECTS", "metadata"]
