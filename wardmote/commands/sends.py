"""`wardmote sends`: shows, holds, releases or cancels messages that wait after a restore."""

from __future__ import annotations

from engagement.broadcasts.lifecycle import BroadcastState
from usecases.broadcasts import held_sends
from usecases.broadcasts.held_sends import Held, HeldBroadcast
from usecases.world import Transaction, World
from wardmote.service.guarded_numbers import in_words

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
    done = await held_sends.cancel(tx, world)
    people = f", not sent to {in_words(done.number)} people" if done.number else ""
    return (
        f"Cancelled: {done.broadcasts} broadcast{'' if done.broadcasts == 1 else 's'}{people}. "
        "The authors get a report. New messages go out again."
    )


def _head(held: Held) -> str:
    return f"All sends have been held since {held.since:%Y-%m-%d %H:%M} (UTC): {held.why}."


def _line(one: HeldBroadcast, world: World) -> str:
    named = [world.library.wards[w].name if w in world.library.wards else w for w in one.wards]
    wards = ", ".join(named[:MOST_WARDS])
    if len(named) > MOST_WARDS:
        wards += f" and {len(named) - MOST_WARDS} more wards"
    said = f'"{one.words}" ({wards}): {STATES[one.state]}'
    if not one.tally.audience:
        return f"{said}; {in_words(one.number)} waiting."
    if one.tenths is not None:
        said += f", {one.tenths} of 10 parts done"
    parts = (f"{in_words(number)} {name}" for name, number in one.lines(world).items())
    return f"{said}; {', '.join(parts)}."


def _broadcasts(number: int) -> str:
    return "1 broadcast is" if number == 1 else f"{number} broadcasts are"
