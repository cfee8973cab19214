"""`wardmote sends`: shows, holds, releases or cancels messages that wait after a restore."""

from __future__ import annotations

from engagement.broadcasts.lifecycle import BroadcastState
from usecases.broadcasts import held_sends
from usecases.broadcasts.held_sends import Held, HeldBroadcast
from usecases.world import Transaction, World
from wardmote.service.guarded_numbers import about, in_words

MOST_WARDS = 3
NOTHING_HELD = "Sends are not held: nothing waits for a decision."

STATES = {
    BroadcastState.AWAITING_APPROVAL: "waits for a second person's approval",
    BroadcastState.APPROVED: "approved, not started",
    BroadcastState.SENDING: "started",
}


async def show(tx: Transaction, world: World) -> str:
    """Everything that waits, as lines to print."""
    held = await held_sends.held(tx)
    if held is None:
        return NOTHING_HELD
    waiting = await held_sends.waiting(tx, world)
    lines = [_head(held), *(_line(one, world) for one in waiting)]
    if not waiting:
        lines.append("No broadcast is waiting.")
    lines.append(
        "What waits may have been sent after the backup was made, so some people may get it "
        "twice. `wardmote sends release` sends it; `wardmote sends cancel` drops it."
    )
    return "\n".join(lines)


async def hold(tx: Transaction, world: World) -> str:
    """Stop everything the bot sends of its own accord, from now on."""
    if not await held_sends.hold_by_hand(tx, world):
        return f"Nothing has changed: sends are held already. {await show(tx, world)}"
    return (
        "All sends are held: no broadcast, earlier reply or report goes out. Start the bot, see "
        "what waits (`wardmote sends show`), ask the authors, then run `wardmote sends cancel` "
        "or `wardmote sends release`."
    )


async def release(tx: Transaction, world: World) -> str:
    """Send what was held. Raises NothingHeld."""
    released = await held_sends.release(tx, world)
    return f"Released: {_broadcasts(released)} sent, starting within a minute."


async def cancel(tx: Transaction, world: World) -> str:
    """Cancel everything that waits. Raises NothingHeld."""
    cancelled, people = await held_sends.cancel(tx, world)
    return (
        f"Cancelled: {cancelled} broadcast{'' if cancelled == 1 else 's'}, not sent to "
        f"{about(people, world.thresholds)} people. The authors get a report. "
        "New messages go out again."
    )


def _head(held: Held) -> str:
    return f"All sends have been held since {held.since:%Y-%m-%d %H:%M} (UTC): {held.why}."


def _line(one: HeldBroadcast, world: World) -> str:
    named = [world.library.wards[w].name if w in world.library.wards else w for w in one.wards]
    wards = ", ".join(named[:MOST_WARDS])
    if len(named) > MOST_WARDS:
        wards += f" and {len(named) - MOST_WARDS} more wards"
    limits = world.thresholds
    waiting = about(one.tally.queued, limits) if one.tally.audience else in_words(one.number)
    unknown = one.tally.unknown + one.tally.claimed
    return (
        f'"{one.words}" ({wards}): {STATES[one.state]}; {waiting} waiting, '
        f"{about(one.tally.sent, limits)} sent, {about(unknown, limits)} unknown."
    )


def _broadcasts(number: int) -> str:
    return "1 broadcast is" if number == 1 else f"{number} broadcasts are"
