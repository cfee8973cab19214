"""Choosing the wards of a broadcast: by taps, all at once, and page by page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from engagement.broadcasts.audience import check_own_wards
from engagement.errors import NotYourWards
from engagement.staff.rights import MAY_SEND, check
from usecases.broadcasts import compose
from usecases.broadcasts.compose import Composing
from usecases.broadcasts.compose_questions import own_wards, own_wards_in_use, plan_wards
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def choose_ward(
    tx: Transaction, world: World, person: Person, code: int, *, on: bool | None = None
) -> Composing:
    """Tick or untick a ward; ``on`` says which of them the button does, None the opposite of what
    is so."""
    data = compose.open_in_hand(person)
    own = own_wards(world, check(person.staff, MAY_SEND))
    ward = world.ward_coded(code)
    check_own_wards([ward], [w.code for w in own])
    if not (ward not in data["wards"] if on is None else on):
        return await tick(tx, world, person, data, set(), off={ward})
    return await tick(tx, world, person, data, {ward})


async def choose_every_ward(
    tx: Transaction, world: World, person: Person, *, of_plan: bool = False
) -> Composing:
    """Choose all of the sender's own wards, or only those that the plans are for. Raises
    NotYourWards, WardsNotInUse."""
    data = compose.open_in_hand(person)
    own = own_wards_in_use(world, check(person.staff, MAY_SEND))
    wards = plan_wards(world, own) if of_plan else own
    if not wards:
        raise NotYourWards  # the plans are for none of them, or for all
    chosen = {**data, "wards": [w.code for w in wards], "lost": False}
    return await compose.after_wards(tx, world, person, chosen)


async def turn_page(tx: Transaction, world: World, person: Person, page: int) -> Composing:
    """Turn to another page of the sender's own wards."""
    data = {**compose.open_in_hand(person), "page": page, "step": "wards", "meant": []}
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def tick(
    tx: Transaction,
    world: World,
    person: Person,
    data: Mapping[str, Any],
    on: Collection[str],
    *,
    off: Collection[str] = (),
) -> Composing:
    """Tick some of the sender's own wards, and untick others."""
    own = own_wards(world, check(person.staff, MAY_SEND))
    chosen = ({*data["wards"]} | {*on}) - {*off}
    ticked = {
        **data,
        "wards": [w.code for w in own if w.code in chosen],
        "step": "wards",
        "meant": [],
        "lost": False,
    }
    await compose.keep(tx, world, person, ticked)
    return await compose.show(tx, world, person, ticked)


async def ask_if_meant(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any], wards: Sequence[str]
) -> Composing:
    """Ask which of these wards the typed words mean."""
    asking = {**data, "step": "wards", "meant": [*wards]}
    await compose.keep(tx, world, person, asking)
    return await compose.show(tx, world, person, asking)
