"""Which claimed deliveries may leave: the weekly budget, a hold before an election, and time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.gate import (
    AT_ANY_TIME,
    IN_BUDGET,
    WEEK,
    Drop,
    Wait,
    Waiting,
    Weekly,
    budget_of,
    decide,
    leaves_with_another,
    useful_until,
)
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.consultations.late import SETTLES_AFTER
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.steering import paused_until
from storage.broadcasts import claims, lately, records
from storage.broadcasts.claims import Claimed, Settled
from storage.broadcasts.deliveries import UNTIL_DECIDED
from storage.broadcasts.invited import answered_to_the_end
from storage.broadcasts.lately import Lately
from storage.broadcasts.records import Broadcast
from usecases.broadcasts.before_election import HeldCopy, hold_of_copy, note_holds
from usecases.broadcasts.corrected import Corrections, corrections_of
from usecases.broadcasts.echo import with_results
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Gate:
    """What the gate has to know: the broadcasts by id, what each contact was sent lately, and
    who has answered which questions."""

    world: World
    now: datetime
    broadcasts: dict[int, Broadcast] = field(default_factory=dict)
    corrections: dict[int, Corrections] = field(default_factory=dict)
    lately: dict[int, Lately] = field(default_factory=dict)
    answered: set[tuple[int, str]] = field(default_factory=set)
    echoes: set[int] = field(default_factory=set)

    async def passing(self, tx: Transaction, rows: Sequence[Claimed]) -> list[Claimed]:
        """Those of the claimed ``rows`` that may leave now. The others go back to the queue, with
        the time at which they are looked at again and the reason, or are dropped."""
        await self.know(tx, rows)
        limited = [r for r in rows if self.counts(r) and (r.has_waited or self._limit(r))]
        self.lately.update(
            await lately.sent_lately(tx, limited, since=self.now - WEEK, now=self.now)
        )
        going, stopped = [], []
        for row in rows:
            found = decide(self._waiting(row), self.now)
            if found is not None:
                stopped.append(self.stop(row, found))
                continue
            going.append(row)
            if row.contact_id in self.lately and self.counts(row):
                self.lately[row.contact_id].sent.append(self.now)
        await claims.settle(tx, stopped, self.now)
        return going

    async def know(self, tx: Transaction, rows: Collection[Claimed]) -> None:
        """Read the broadcasts of these rows, and who has answered what they invite to."""
        ids = {row.broadcast_id for row in rows} - self.broadcasts.keys()
        if ids:
            for id_, found in (await records.broadcasts_by_id(tx, ids)).items():
                self.broadcasts[id_] = await note_holds(tx, self.world, found)
            known = await corrections_of(tx, self.world, ids)
            self.corrections.update(dict.fromkeys(ids, known))
            new = [self.broadcasts[id_] for id_ in ids if id_ in self.broadcasts]
            self.echoes.update(await with_results(tx, self.world, new))
        invited = {
            row.contact_id: asked for row in rows if (asked := self._invites_to(row)) is not None
        }
        if invited:
            found_now = await answered_to_the_end(tx, [*invited], {*invited.values()})
            self.answered.update(found_now)

    def _invites_to(self, row: Claimed) -> str | None:
        found = self.broadcasts[row.broadcast_id]
        return found.consultation if found.kind is BroadcastKind.INVITATION else None

    def counts(self, row: Claimed) -> bool:
        """Whether this row counts in the weekly budget."""
        return self.broadcasts[row.broadcast_id].kind in IN_BUDGET

    def leaves_with_another(self, row: Claimed) -> bool:
        """Whether this row leaves in one message with another to the same contact."""
        waiting = self._waiting(row)
        return leaves_with_another(waiting, self.now, has_waited=row.has_waited)

    def later(self, row: Claimed) -> Settled:
        """The state of a row that is looked at another time: it waits, or may leave then."""
        found = decide(self._waiting(row), self.now)
        if found is not None:
            return self.stop(row, found)
        reason = Reason.BUDGET if row.has_waited else None
        return Settled(row.id, DeliveryState.QUEUED, reason=reason, counts=False)

    def leaves_later(self, row: Claimed) -> bool:
        """Whether a row that waits for the weekly budget is still of use when it has room."""
        waiting = self._waiting(row)
        found = decide(waiting, self.now)
        if not isinstance(found, Wait) or found.until is None:
            return False
        return decide(replace(waiting, sent=()), found.until) is None

    def waiting_with(self, row: Claimed) -> list[int]:
        """What waits for the weekly budget of the same contact, or would wait now."""
        if row.sent_again or not self.counts(row) or row.contact_id not in self.lately:
            return []
        return self.lately[row.contact_id].waiting

    def stop(self, row: Claimed, found: Wait | Drop) -> Settled:
        """The state of a row that does not leave now."""
        if isinstance(found, Drop):
            return Settled(row.id, DeliveryState.CANCELLED, reason=found.reason)
        if found.reason is Reason.BUDGET and not row.sent_again:
            self.lately[row.contact_id].waiting.append(row.id)
        until = found.until or UNTIL_DECIDED
        return Settled(
            row.id, DeliveryState.QUEUED, reason=found.reason, not_before=until, counts=False
        )

    def _limit(self, row: Claimed) -> int | None:
        return budget_of(row.weekly, self.world.library.council.sending.messages_a_week)

    def _hold(self, row: Claimed) -> HeldCopy:
        """What a hold does to this copy. What is known to be wrong doesn't leave while the
        monitoring officer has still to decide about what puts it right."""
        broadcast = self.broadcasts[row.broadcast_id]
        hold = hold_of_copy(self.world, broadcast, row.ward)
        if hold.dropped or broadcast.kind in AT_ANY_TIME:
            return hold
        waits = self.corrections[broadcast.id].undecided(broadcast.id, row.ward)
        return replace(hold, undecided=hold.undecided or waits)

    def _released(self, row: Claimed) -> list[Broadcast]:
        return self.corrections[row.broadcast_id].released(row.broadcast_id)

    def _paused_until(self, found: Broadcast) -> datetime | None:
        """Until when it waits for its questions: an invitation in a pause, and an echo where they
        are open again, or counted again."""
        if found.kind is not BroadcastKind.ECHO:
            return _paused_until(self.world, found)
        if found.id in self.echoes:
            return None
        asked = self.world.loaded.consultations.get(found.consultation or "")
        soon = self.now + SETTLES_AFTER
        return soon if asked is None else max(soon, asked.consultation.closes_at + SETTLES_AFTER)

    def _waiting(self, row: Claimed) -> Waiting:
        world, broadcast = self.world, self.broadcasts[row.broadcast_id]
        of = self.lately.get(row.contact_id, Lately())
        hold = self._hold(row)
        released = [one.released_at for one in (broadcast, *self._released(row))]
        # What waits for a decision does not become too old meanwhile.
        fresh = [world.now()] if hold.undecided else released
        approved = max(filter(None, (broadcast.approved_at, *fresh)), default=world.now())
        asked = world.loaded.consultations.get(broadcast.consultation or "")
        closes = asked.consultation.closes_at if asked else None
        closes = broadcast.poll.closes_at if broadcast.poll else closes
        return Waiting(
            kind=broadcast.kind,
            useful_until=useful_until(broadcast.kind, approved=approved, closes=closes),
            undecided=hold.undecided,
            dropped=hold.dropped or _is_withdrawn(world, broadcast),
            held_until=hold.until,
            paused_until=self._paused_until(broadcast),
            budget=self._limit(row),
            sent=of.sent,
            again=row.sent_again,
            only_questions=row.weekly is Weekly.QUESTIONS,
            answered=(row.contact_id, self._invites_to(row)) in self.answered,
        )


def _is_withdrawn(world: World, found: Broadcast) -> bool:
    """Whether it tells of results that there are none of any more."""
    asked = world.loaded.consultations.get(found.consultation or "")
    if asked is None or found.kind is not BroadcastKind.ECHO:
        return False
    return phase(asked.consultation, world.now()) is Phase.WITHDRAWN


def _paused_until(world: World, found: Broadcast) -> datetime | None:
    """Until when the questions that a broadcast invites to take no answers."""
    asked = world.loaded.consultations.get(found.consultation or "")
    if asked is None or found.kind is not BroadcastKind.INVITATION:
        return None
    return paused_until(asked.consultation, world.now())
