"""The welcome to somebody who has joined: their ward, and what is open there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from content.schema.consultation import Consultation
from content.schema.council import Ward
from engagement.consultations.lifecycle import open_for, paused_for
from engagement.consultations.survey import ResponseState
from storage.consultations import responses
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Joined:
    """The welcome: the ward and the consultations open there. ``paused`` are those that take no
    answers until a moment."""

    ward: Ward
    open: tuple[Consultation, ...]
    code: int | None
    again: bool = False
    answered: bool = False  # they have been through everything that is open
    skipped: bool = False  # but not answered every question of it
    old: bool = False
    new_notice: bool = False  # the privacy notice has changed since they were last told
    stayed: bool = False  # they were to be forgotten, and now are not
    lost_role: bool = False  # as staff, which had ended when they asked to be forgotten
    paused: tuple[tuple[Consultation, datetime], ...] = ()
    guest: bool = False  # they answer on somebody else's phone

    @property
    def asks_weekly(self) -> bool:
        """Whether they are asked how many messages a week they want: they have just joined, and
        there is nothing to answer first."""
        return not self.again and not self.open and not self.guest


async def welcome_back(tx: Transaction, world: World, resident: int, ward: str) -> Joined:
    """The welcome to a resident who has answered before, with what they have not answered yet."""
    given = await responses.responses_of(tx, resident)
    done = {r.consultation: r.values for r in given if r.state is ResponseState.COMPLETE}
    begun = {r.consultation for r in given if r.values}
    back = welcome(world, ward, begun=begun, answered=done)
    all_open = open_for(world.all_consultations, ward, world.now(), begun)
    skipped = any(q.key not in done.get(c.slug, ()) for c in all_open for q in c.questions)
    return replace(back, again=True, skipped=back.answered and skipped)


def welcome(
    world: World, ward: str, *, begun: Collection[str] = (), answered: Collection[str] = ()
) -> Joined:
    """The welcome to ``ward``, with the consultations open there that are not yet ``answered``."""
    all_open = open_for(world.all_consultations, ward, world.now(), begun)
    found = tuple(c for c in all_open if c.slug not in answered)
    code = world.loaded.consultation_codes[found[0].slug] if len(found) == 1 else None
    return Joined(
        ward=world.ward(ward),
        open=found,
        code=code,
        answered=bool(all_open) and not found,
        old=ward not in world.library.wards,
        paused=paused_for(world.all_consultations, ward, world.now(), begun),
    )


def only_theirs(world: World, person: Person, done: Joined) -> Joined:
    """The welcome to somebody on another's phone: nothing but what they have come for."""
    if person.guest is None:
        return done
    theirs = tuple(c for c in done.open if c.slug == person.guest.consultation)
    code = world.loaded.consultation_codes[theirs[0].slug] if theirs else None
    return replace(done, open=theirs, code=code, guest=True)
