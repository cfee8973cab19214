"""`wardmote sends`: shows, holds, releases or cancels messages that wait after a restore."""

from __future__ import annotations

from engagement.broadcasts.lifecycle import BroadcastState
from engagement.insight.shown_numbers import at_most, report_numbers
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
    cancelled = await held_sends.cancel(tx, world)
    return (
        f"Cancelled: {cancelled} broadcast{'' if cancelled == 1 else 's'}. Nobody who was still "
        "waiting gets them. The authors get a report. New messages go out again."
    )


def _head(held: Held) -> str:
    return f"All sends have been held since {held.since:%Y-%m-%d %H:%M} (UTC): {held.why}."


def _line(one: HeldBroadcast, world: World) -> str:
    named = [world.library.wards[w].name if w in world.library.wards else w for w in one.wards]
    wards = ", ".join(named[:MOST_WARDS])
    if len(named) > MOST_WARDS:
        wards += f" and {len(named) - MOST_WARDS} more wards"
    return f'"{one.words}" ({wards}): {STATES[one.state]}; {_people(one, world)}.'


def _people(one: HeldBroadcast, world: World) -> str:
    """How many wait, have it, or may have it: in the forms of the author's report, since a number
    of its own would tell how few the others are."""
    if not one.tally.audience:
        return f"{in_words(one.number)} waiting"
    counts = {"waiting": one.tally.queued, "unknown": one.tally.unknown + one.tally.claimed}
    parts = report_numbers(one.number, counts, world.thresholds)
    sent = in_words(at_most(one.number))
    return (
        f"{in_words(parts['waiting'])} waiting, {sent} sent, {in_words(parts['unknown'])} unknown"
    )


def _broadcasts(number: int) -> str:
    return "1 broadcast is" if number == 1 else f"{number} broadcasts are"
