"""Choosing what a broadcast is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from content.schema.consultation import Consultation
from content.schema.plan import Theme
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.errors import OldButton
from engagement.staff.rights import MAY_SEND, check
from usecases.broadcasts import compose
from usecases.broadcasts.compose import Composing, TextQuestion
from usecases.broadcasts.compose_questions import former_wards, subjects
from usecases.broadcasts.draft_parts import check_urgent
from usecases.broadcasts.kept_messages import begun_before, numbered
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def choose_subject(tx: Transaction, world: World, person: Person, tag: int) -> Composing:
    """Choose the subject with this tag; 0 means "something else". Where it is not on the list any
    more, the list is shown as it is now."""
    data = compose.open_in_hand(person)
    found = next((s for s in subjects(world, data["wards"]) if s.tag == tag), None)
    if tag and found is None:
        return await compose.ask_subject(tx, world, person, data, gone=True)
    subject = found.about if found else None
    kind = found.kind if found else BroadcastKind.UPDATE
    theme = subject.slug if isinstance(subject, Theme) else None
    asked = subject.slug if isinstance(subject, Consultation) else None
    about = {**data, "kind": kind, "theme": theme, "consultation": asked}
    return await _after_subject(tx, world, person, about)


async def choose_urgent(tx: Transaction, world: World, person: Person) -> Composing:
    """It is something urgent. Raises StaffOnly, UrgentForOfficers."""
    about = {"kind": BroadcastKind.URGENT, "theme": None, "consultation": None}
    data = {**compose.open_in_hand(person), **about}
    check_urgent(check(person.staff, MAY_SEND), data)
    return await _after_subject(tx, world, person, data)


async def _after_subject(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any]
) -> Composing:
    """The text comes next; where there is one already, its preview."""
    data = {**data, "step": "text"}
    if data.get("text"):
        return await compose.previewed(tx, world, person, data)
    await compose.keep(tx, world, person, data)
    return TextQuestion()


async def choose_new_wards(tx: Transaction, world: World, person: Person) -> Composing:
    """Preview the question to everyone whose ward belongs to former boundaries: where is home now?
    Raises OldButton for anyone whose role doesn't cover every ward."""
    data = compose.open_in_hand(person)
    old = former_wards(world, check(person.staff, MAY_SEND))
    if not old:
        raise OldButton
    data = {**data, "wards": old, "kind": BroadcastKind.NEW_WARDS, "step": "preview", "text": ""}
    if began := begun_before(person):
        # This message has our words: one with the author's own is kept.
        data = numbered(world, {**data, "before": began})
    shown = await compose.preview(tx, world, person, data)
    await compose.keep(tx, world, person, {**data, "number": asdict(shown.number)})
    return shown
