"""What an officer types under /manage: what to do, or until when and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from content.schema.authored import local
from content.typed_words import keyed
from content.yes_and_no import wants_out
from engagement.consultations.managing_refusals import ManageWhich, ManageWords, OtherWards
from engagement.consultations.typed_moments import moment_typed
from engagement.consultations.typed_reasons import is_no_reason
from engagement.errors import OldButton, Refusal
from engagement.staff.rights import check_manages
from usecases.consultations import manage_choices, managing, opening
from usecases.consultations.manage_choices import (
    DAYS,
    DECIDING,
    Choice,
    ChoiceCheck,
    ChoiceQuestion,
    Next,
)
from usecases.consultations.managing import Managed
from usecases.people.identify import Person
from usecases.world import Transaction, World
from usecases.world import steer as steer_world

Asked = ChoiceQuestion | ChoiceCheck
_COLON = re.compile(r"[:：](?:\s+|$)")
"""What ends the words before a reason: "17:00" has none."""


async def say(
    tx: Transaction,
    world: World,
    person: Person,
    words: str,
    called: Mapping[str, Choice],
) -> Next:
    """Words after /manage: which one, what, until when, and after a colon why. ``called`` are the
    words for each choice, and the labels of its button. What is missing is asked for.

    Raises ManageWhich, ManageWords, OtherWards, NoSuchTime, and what the decision raises.
    """
    which, _, rest = words.strip().partition(" ")
    code = _which(world, person, which)
    if not rest.strip():
        return await managing.show(tx, world, person, code)
    await steer_world(tx, world)
    found = world.consultation_coded(code).consultation
    member = opening.check_may_steer(world, person.staff, found)
    before, reason = _apart(rest)
    choice, at = _choice(before, called)
    if choice is None or (at and choice not in DAYS):
        raise ManageWords(which=which)
    until = _moment(world, at) if at else None
    why = _reason(reason)
    return await manage_choices.go_on(tx, world, person, member, found, choice, until, why)


async def type_here(tx: Transaction, world: World, person: Person, text: str) -> Next | Managed:
    """Words where it is asked until when, or why. "Cancel", "back" and "no" leave it as it is;
    what is no reason is asked for again.

    Raises OldButton, NoSuchTime, ReasonNeeded, and what the decision raises.
    """
    draft = person.draft(DECIDING)
    if draft is None or draft.data["consultation"] not in world.loaded.consultations:
        raise OldButton
    await steer_world(tx, world)
    found = world.consultation(draft.data["consultation"]).consultation
    member = opening.check_may_steer(world, person.staff, found)
    if wants_out(text):
        await manage_choices.leave(tx, person)
        return await managing.of(tx, world, member, found)
    choice, kept = Choice(draft.data["choice"]), draft.data["until"]
    until, reason = datetime.fromisoformat(kept) if kept else None, text.strip()
    if choice in DAYS and until is None:
        at, reason = _apart(text)
        until = _moment(world, at)
    why = _reason(reason)
    return await manage_choices.go_on(tx, world, person, member, found, choice, until, why)


async def asked_again(tx: Transaction, world: World, person: Person) -> Asked | None:
    """What an officer is asked about a consultation; None where it isn't theirs to decide."""
    draft = person.draft(DECIDING)
    if draft is None or draft.data["consultation"] not in world.loaded.consultations:
        return None
    found = world.consultation(draft.data["consultation"]).consultation
    choice, kept = Choice(draft.data["choice"]), draft.data["until"]
    until, reason = datetime.fromisoformat(kept) if kept else None, draft.data["reason"]
    try:
        opening.check_may_steer(world, person.staff, found)
        return await manage_choices.question(tx, world, person, found, choice, until, reason)
    except Refusal:
        return None


def _which(world: World, person: Person, said: str) -> int:
    member = check_manages(person.staff)
    listed = managing.begin(world, person).rows
    code = next((c for c, found, _ in listed if found.slug == said.casefold()), None)
    if code is None and said.isdecimal() and 1 <= int(said) <= len(listed):
        code = listed[int(said) - 1][0]
    if code is not None:
        return code
    known = next((c for c in world.all_consultations if c.slug == said.casefold()), None)
    if known is not None and not opening.covers(world, member, known):
        raise OtherWards
    raise ManageWhich


def _apart(words: str) -> tuple[str, str]:
    """What is before the colon, and the reason after it."""
    before, *after = _COLON.split(words.strip(), maxsplit=1)
    return before.strip(), after[0].strip() if after else ""


def _reason(said: str) -> str:
    """The reason in these words; empty where it is still to be asked for."""
    return "" if is_no_reason(said) else said


def _choice(words: str, called: Mapping[str, Choice]) -> tuple[Choice | None, str]:
    """The choice that these words begin with, and the rest. "Close later" is no "close"."""
    said = words.split()
    for count in range(len(said), 0, -1):
        choice = called.get(keyed(" ".join(said[:count])))
        if choice is not None:
            return choice, " ".join(said[count:])
    return None, ""


def _moment(world: World, at: str) -> datetime:
    zone = world.library.council.timezone
    return moment_typed(at, today=local(world.now(), zone).date(), zone=zone)
