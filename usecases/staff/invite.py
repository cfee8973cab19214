"""Inviting staff: a one-time link, made on the server and used up at its first tap."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta

from engagement.consultations.receipt import base36
from engagement.staff.rights import Role
from storage.staff import members
from storage.staff.members import Invite
from usecases.people.join import INVITE_MARK
from usecases.world import Transaction, World

VALID_FOR = timedelta(days=7)


async def create(
    tx: Transaction, world: World, *, role: Role, label: str, wards: Sequence[str]
) -> str:
    """The payload of a new invite's start link; only its hash is kept. No ``wards``: all."""
    secret = base36(world.draw()) + base36(world.draw())
    now = world.now()
    made = Invite(
        hash=hashlib.sha256(secret.encode()).hexdigest(),
        role=role,
        label=label,
        wards=tuple(wards),
        every_ward=not wards,
    )
    await members.add_invite(tx, made, made_at=now, expires_at=now + VALID_FOR)
    return INVITE_MARK + secret
