"""Words of danger: looked for in everything a person writes, before anything else is done with it.

An alert for two named people and the signposts come in the same transaction, whatever becomes of
the words afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content.asked_in_words import asks_to_stop
from engagement.errors import NoSuchAlert, NotForSafeguarding
from usecases.broadcasts import decline_reason
from usecases.consultations import typed_answers
from usecases.conversation.typed_words import Waiting, waiting_for
from usecases.operations import close_alert, complain, safety_alerts
from usecases.people import words_in_hand
from usecases.people.identify import Person
from usecases.people.words_of_danger import AS_WRITTEN as AS_WRITTEN
from usecases.people.words_of_danger import MARK as MARK
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World

WRITTEN_BY_STAFF = (
    Waiting.BROADCAST,
    Waiting.REQUEST,
    Waiting.OUTCOME,
    Waiting.READING,
    Waiting.SUBMISSION,
    Waiting.DECIDING,
    Waiting.STOPPING,
)
"""What only staff write: many people's news, or about what somebody else wrote."""
ABOUT_OTHERS = ("/requests", "/complaints", "/manage", "/send", "/ask")
"""Commands after which staff may paste somebody else's words, or write to many."""
WRITTEN_IN = ("checklist", "poll", "rich_message", "contact", "venue")
"""Parts of a message, besides its text, in which a person may write. We keep none of them."""
DEEPEST = 12
_COMMAND = re.compile(r"^/\w+(@\w+)?\s")
"""A command and the bot's name: no words of the person."""
_NO_WORDS = re.compile(r"(^|_)(type|id)$")
"""Fields of the Bot API with names of kinds and files: "thinking" would count as a word."""


@dataclass(frozen=True, slots=True)
class Signposts:
    """Whom to call, for the person who wrote the message ``message_id`` (None where that is not
    known any more). ``passed_on``: named people at the council can read the words; False: nothing
    of them is kept; None: nothing is said of that."""

    message_id: int | None
    passed_on: bool | None


async def found(
    tx: Transaction, world: World, person: Person, *, text: str, message_id: int
) -> Signposts | None:
    """Raise the alert about a message that holds words of danger. ``text`` is empty for words
    that are not kept, such as somebody else's.

    No alert is raised by a text for a broadcast, which many people are to read, nor by what staff
    write about somebody else's words; and one of the named people who writes what was done is not
    shown signposts. Returns None then.
    """
    command = text.split()[0].partition("@")[0].lower() if text.startswith("/") else ""
    # A command is nothing that a draft waits for.
    waits = Waiting.NOTHING if command else (await waiting_for(tx, world, person, text)).what
    says_what_was_done = waits is Waiting.ALERT and close_alert.is_asked_lately(world, person)
    if says_what_was_done or await _closes_an_alert(tx, world, person, text):
        return None
    if waits in WRITTEN_BY_STAFF or (command in ABOUT_OTHERS and person.staff is not None):
        return Signposts(message_id, passed_on=None)
    return Signposts(message_id, await safety_alerts.raise_alert(tx, world, person, text))


async def again(tx: Transaction, world: World, person: Person) -> Signposts | None:
    """The signposts once more, if this person wrote words of danger just now."""
    if not await safety_alerts.raised_just_now(tx, world, person):
        return None
    return Signposts(None, await safety_alerts.can_be_read(tx, world))


async def _closes_an_alert(tx: Transaction, world: World, person: Person, text: str) -> bool:
    """Whether this is /close with the reference of an alert, from one of the named people."""
    command, _, said = text.partition(" ")
    if command.partition("@")[0].lower() != "/close" or not said.strip():
        return False
    try:
        await safety_alerts.check(tx, world, person)
        await safety_alerts.found(tx, said.split()[0])
    except (NotForSafeguarding, NoSuchAlert):
        return False
    return True


async def joined(
    tx: Transaction, world: World, person: Person, text: str, sent_at: datetime
) -> str | None:
    """``text`` after the last words of what it goes on, if there are words of danger where the two
    meet; else None. It may go on a text that an app has cut in two, or what is put together with
    it: words on offer, a complaint made just now, the text answer or the reason for a no
    given just before. A wish for no more messages goes on nothing."""
    if asks_to_stop(text):
        return None
    begins = " ".join(text.split()[: words_in_hand.WORDS_AT_THE_CUT])
    for before in await _gone_on_with(tx, world, person, text, sent_at):
        end = " ".join(before.split()[-words_in_hand.WORDS_AT_THE_CUT :])
        if holds_danger(f"{end} {begins}") and not holds_danger(end):
            return f"{end} {text}"
    return None


async def _gone_on_with(
    tx: Transaction, world: World, person: Person, text: str, sent_at: datetime
) -> list[str]:
    refused = words_in_hand.end_of_refused(person, sent_at)
    if refused is not None:
        return [refused]
    if text.startswith("/") or not text:
        return []
    found = [await complain.just_made(tx, world, person)]
    found += words_in_hand.undecided(person)
    found.append(await typed_answers.just_given(tx, world, person))
    found.append(await decline_reason.just_given(tx, world, person))
    return [words for words in found if words]


def marked(kept: dict[str, Any], update: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored of ``update``, with ``MARK`` if a person wrote words of danger in it. It is
    looked at as Telegram sent it: the words of a forwarded message are not stored."""
    for kind in ("message", "edited_message"):
        sent, stored = update.get(kind), kept.get(kind)
        if isinstance(sent, Mapping) and isinstance(stored, dict) and holds_danger(_words(sent)):
            stored[MARK] = True
    return kept


def with_words_as_written(kept: dict[str, Any], update: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored of ``update``, and where words of danger in it were changed, such as their
    postcode, also as they were written: for the alert."""
    for kind in ("message", "edited_message"):
        sent, stored = update.get(kind), kept.get(kind)
        if isinstance(sent, Mapping) and isinstance(stored, dict) and stored.get(MARK):
            said, left = _said_in(sent), _said_in(stored)
            if left and left != said:
                stored[AS_WRITTEN] = said
    return kept


def words_for_alert(text: str, added: Mapping[str, Any]) -> str:
    """The words of a message for the alert: as they were written, where that was ``added`` to what
    is stored of it."""
    return str(added.get(AS_WRITTEN) or text)


def _said_in(message: Mapping[str, Any]) -> str:
    return str(message.get("text") or message.get("caption") or "").replace("\x00", "")


def is_marked(kept: Mapping[str, Any]) -> bool:
    """Whether a stored update has ``MARK``."""
    stored = (kept.get(kind) for kind in ("message", "edited_message"))
    return any(isinstance(one, Mapping) and one.get(MARK) is True for one in stored)


def _words(message: Mapping[str, Any]) -> str:
    said = [message.get("text"), message.get("caption")]
    for kind in WRITTEN_IN:
        said += _strings_in(message.get(kind))
    return "\n".join(_COMMAND.sub("", text) for text in said if isinstance(text, str))


def _strings_in(found: Any, depth: int = 0) -> list[str]:
    """Every string in a part of a message that a person may have written."""
    if isinstance(found, str):
        return [found]
    if depth == DEEPEST or not isinstance(found, (Mapping, list)):
        return []
    if isinstance(found, Mapping):
        inside = [value for key, value in found.items() if not _NO_WORDS.search(key)]
    else:
        inside = found
    return [text for one in inside for text in _strings_in(one, depth + 1)]
