"""What the links of `wardmote invite` and `wardmote poster` share: checks of options, the URL."""

from __future__ import annotations

import unicodedata

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
            raise CannotRun(
                f"{ward} isn't the code of a ward of {council.council.name}.{_meant(council, ward)}"
            )
    return tuple(dict.fromkeys(wards))


def _meant(council: Library, text: str) -> str:
    """The code of the ward that was named in place of its code."""
    named = [ward for ward in council.wards.values() if council.is_named(ward, text)]
    return f" The code of {named[0].name} is {named[0].code}." if named else ""


JOINERS = "\u200c\u200d"
"""Invisible, but part of the spelling of words in Urdu and other languages."""


def one_line(option: str, text: str, longest: int) -> str:
    """``text`` without blanks around it. Raises CannotRun if it is empty, has more than ``longest``
    characters, or holds line breaks or other characters that cannot be seen: it is printed, and
    shown to colleagues."""
    text = text.strip()
    if not text:
        raise CannotRun(f"{option} is empty.")
    if any(unicodedata.category(c) in _UNSEEN and c not in JOINERS for c in text):
        raise CannotRun(f"{option} has line breaks or other characters that cannot be seen.")
    if len(text) > longest:
        raise CannotRun(f"{option} is {len(text)} characters long; the most is {longest}.")
    return text


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode's categories of characters that can't be seen, and of code points without a character."""
