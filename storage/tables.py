"""Imports every table, for the migrations and for tests that check all of them."""

from storage.broadcasts import deliveries, pace, records
from storage.consultations import answers, comments, responses, versions
from storage.conversation import codes, drafts, inbox, shown
from storage.engine.database import metadata
from storage.operations import alarms, deployment, safety_alerts
from storage.people import arrivals, boundaries, contacts, follows, residents
from storage.staff import members

SUBJECTS = (
    deliveries,
    pace,
    records,
    answers,
    comments,
    responses,
    versions,
    codes,
    drafts,
    inbox,
    shown,
    alarms,
    deployment,
    safety_alerts,
    arrivals,
    boundaries,
    contacts,
    follows,
    residents,
    members,
)

__all__ = ["SUBJECTS", "metadata"]
