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
    staff,
)

__all__ = ["SUBJECTS", "metadata"]
