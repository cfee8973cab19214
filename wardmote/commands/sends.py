"""What waits after a restore, for the person who decides: held, shown, released, cancelled."""

from __future__ import annotations

from engagement.broadcasts.lifecycle import BroadcastState
from usecases.broadcasts import holding
from usecases.broadcasts.holding import Held, HeldBroadcast
from usecases.world import Transaction, World

MOST_WARDS = 3
NOTHING_HELD = "Sends are not held: nothing waits for a decision."

STATES = {
    BroadcastState.AWAITING_YES: "waits for a second yes",
    BroadcastState.APPROVED: "approved, not begun",
    BroadcastState.SENDING: "begun",
}


async def show(tx: Transaction, world: World) -> str:
    """All that waits, as lines to print."""
    held = await holding.held(tx)
    if held is None:
        return NOTHING_HELD
    waiting = await holding.waiting(tx)
    lines = [_head(held), *(_line(one, world) for one in waiting)]
    if not waiting:
        lines.append("No broadcast waits.")
    lines.append(
        "What waits may have gone to people after the backup was made. "
        "`wardmote sends cancel` ends it; `wardmote sends release` lets it go on."
    )
    return "\n".join(lines)


async def hold(tx: Transaction, world: World) -> str:
    """Let nothing go out by itself from here on."""
    if not await holding.hold_by_hand(tx, world):
        return f"Nothing changes: they are held already. {await show(tx, world)}"
    return (
        "All sends are held: no broadcast, no reply from before, no report goes out. Start the "
        "bot, see what waits (`wardmote sends show`), ask the authors, then `wardmote sends "
        "cancel` or `wardmote sends release`."
    )


async def release(tx: Transaction, world: World) -> str:
    """Let everything go on. Raises NothingHeld."""
    going = await holding.release(tx, world)
    return f"Released: {_several(going)} on, within a minute."


async def cancel(tx: Transaction, world: World) -> str:
    """End everything that waits. Raises NothingHeld."""
    ended, rows = await holding.cancel(tx, world)
    return (
        f"Cancelled: {ended} broadcast{'' if ended == 1 else 's'}, {rows} "
        f"{'person' if rows == 1 else 'people'} who get nothing more. The authors are told. "
        "From here on messages go out again."
    )


def _head(held: Held) -> str:
    return f"All sends are held since {held.since:%Y-%m-%d %H:%M} (UTC): {held.why}."


def _line(one: HeldBroadcast, world: World) -> str:
    named = [world.library.wards[w].name if w in world.library.wards else w for w in one.wards]
    wards = ", ".join(named[:MOST_WARDS])
    if len(named) > MOST_WARDS:
        wards += f" and {len(named) - MOST_WARDS} more wards"
    waits = one.tally.queued or (0 if one.tally.audience else one.people)
    unknown = one.tally.unknown + one.tally.claimed
    return (
        f'"{one.words}" ({wards}): {STATES[one.state]}; {waits} wait, '
        f"{one.tally.sent} had it, {unknown} not known."
    )


def _several(number: int) -> str:
    return "1 broadcast goes" if number == 1 else f"{number} broadcasts go"
