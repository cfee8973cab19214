"""Inviting staff: creating a one-time start link on the server."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta

from engagement.consultations.receipt import base36
from engagement.staff.rights import Role
from storage.staff import members
from storage.staff.members import Invite
from usecases.world import Transaction, World

VALID_FOR = timedelta(days=7)
INVITE_MARK = "i-"
"""The prefix of start payloads that carry a staff invite; all others come from posters."""


async def create(
    tx: Transaction, world: World, *, role: Role, label: str, wards: Sequence[str]
) -> str:
    """Create an invite and return its start link's payload, of which only the hash is stored.

    The invite is valid for seven days. Without ``wards`` the role covers every ward.
    """
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
