"""Every table in one place, for migrations and for tests that look at all of them."""

from storage.broadcasts import deliveries, pace, records
from storage.consultations import answers, versions
from storage.conversation import codes, drafts, inbox, shown
from storage.engine.database import metadata
from storage.operations import alarms, deployment
from storage.people import boundaries, follows, residents
from storage.staff import members

SUBJECTS = (
    alarms,
    answers,
    boundaries,
    records,
    codes,
    versions,
    deliveries,
    deployment,
    drafts,
    follows,
    inbox,
    pace,
    residents,
    shown,
    members,
)

__all__ = ["SUBJECTS", "metadata"]
