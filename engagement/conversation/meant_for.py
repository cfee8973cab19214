"""What typed words are for, of everything in a chat: one rule for every screen.

The words were typed below the newest thing that the bot has put in the chat, and that is what their
writer had in front of them. Pure: what the words fit is found out elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Meant(StrEnum):
    """What words are for."""

    OLDER = "older"  # the question or the offer further up that they reply to
    NEWEST = "newest"  # the newest thing in the chat
    WAITING = "waiting"  # what waits for words
    ASKED = "asked"  # they may be for what waits: that is asked, with the words
    NOBODY = "nobody"  # yes, no, a greeting or a number that fits nothing here: nothing is done


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of typed words. ``overlaid``: something newer is below what waits;
    ``fits_newest``: they are a button or a yes of the newest thing; ``own``: unmistakably what
    waits, its label or a full answer; ``bare``: they say too little to be anybody's own words."""

    replies_to_older: bool = False
    replies_to_waiting: bool = False
    fits_newest: bool = False
    overlaid: bool = False
    own: bool = False
    bare: bool = False


def meant_for(said: Said) -> Meant:
    """What the words are for; words with a meaning everywhere, such as "stop", are known before."""
    if said.replies_to_older:
        return Meant.OLDER
    if said.replies_to_waiting:
        return Meant.WAITING
    if said.fits_newest:
        return Meant.NEWEST
    if not said.overlaid:
        return Meant.WAITING
    if said.bare:
        return Meant.NOBODY
    return Meant.WAITING if said.own else Meant.ASKED


def counts_at_once(
    *, costs: bool, is_reply: bool, is_newest: bool, lately: bool, asks: bool = False
) -> bool:
    """Whether the typed label of a button, or a yes, is enough. What cannot be undone, or costs
    something, needs its own question to be what the words reply to, or the newest thing in the
    chat and of the last day; and words that ask (``asks``) decide nothing of it."""
    return not costs or (not asks and (is_reply or (is_newest and lately)))
