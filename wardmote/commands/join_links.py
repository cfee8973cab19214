"""What the links of `wardmote invite` and `wardmote poster` share: checks of options, the URL."""

from __future__ import annotations

from content.library import Library
from storage.operations import deployment
from usecases.world import Transaction
from wardmote.commands.cannot_run import CannotRun


async def join_link(tx: Transaction, payload: str) -> str:
    """The t.me link that opens this deployment's bot with ``payload``."""
    # The deployment learns the bot's name at its first start.
    username = await deployment.fact(tx, "bot")
    return f"https://t.me/{username or '<your bot>'}?start={payload}"


def known_wards(council: Library, wards: tuple[str, ...], board: str = "") -> tuple[str, ...]:
    """``wards`` and the wards of ``board``, each once. Raises CannotRun for an unknown one."""
    if board:
        try:
            wards += council.board(board).wards
        except KeyError:
            names = ", ".join(b.slug for b in council.boards)
            raise CannotRun(f"There is no board {board}. The boards are: {names}.") from None
    for ward in wards:
        if ward not in council.wards:
            raise CannotRun(f"{ward} isn't a ward of {council.council.name}.")
    return tuple(dict.fromkeys(wards))


def check_length(option: str, text: str, longest: int) -> None:
    """Raise CannotRun if ``text`` has more than ``longest`` characters."""
    if len(text) > longest:
        raise CannotRun(f"{option} is {len(text)} characters long; the most is {longest}.")
