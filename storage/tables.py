"""Imports every table, for the migrations and for tests that check all of them."""

from storage.broadcasts import deliveries, pace, records
from storage.consultations import (
    answers,
    comments,
    equality_answers,
    late_answers,
    listed_texts,
    polls,
    reading_marks,
    responses,
    steps,
    submissions,
    versions,
)
from storage.conversation import codes, drafts, inbox, shown
from storage.engine.database import metadata
from storage.insight import export_requests, releases
from storage.operations import alarms, complaints, deployment, requests, safety_alerts
from storage.people import arrivals, boundaries, contacts, follows, guests, leaving, residents
from storage.staff import approvals, duties, members

SUBJECTS = (
    deliveries,
    pace,
    records,
    answers,
    comments,
    equality_answers,
    late_answers,
    listed_texts,
    polls,
    reading_marks,
    responses,
    steps,
    submissions,
    versions,
    codes,
    drafts,
    inbox,
    shown,
    alarms,
    complaints,
    deployment,
    releases,
    export_requests,
    requests,
    safety_alerts,
    arrivals,
    boundaries,
    contacts,
    follows,
    guests,
    leaving,
    residents,
    members,
    duties,
    approvals,
)

__all__ = ["SUBJECTS", "metadata"]
