"""The message of a broadcast as recipients get it, made from a draft or a stored broadcast."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zlib import crc32

from content.schema.authored import local
from content.schema.consultation import Consultation
from content.schema.council import Ward
from content.schema.plan import Theme
from engagement.broadcasts.audience import Audience, audience
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.broadcasts.polls import Poll, tag_of
from engagement.broadcasts.quiet_hours import next_morning
from engagement.broadcasts.refusals import OverByMorning, PollIsOver, QuestionsClosed
from engagement.consultations.lifecycle import Phase, phase
from storage.broadcasts import records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from usecases.broadcasts.echo import Echo
from usecases.people.choose_ward import likely_wards
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class BroadcastMessage:
    """The message of a broadcast as recipients get it."""

    kind: BroadcastKind
    text: str
    wards: tuple[Ward, ...]
    theme: Theme | None = None
    consultation: Consultation | None = None
    code: int | None = None
    home: Ward | None = None  # the recipient's former ward, if the message asks for the new one
    likely: tuple[Ward, ...] = ()
    corrections: tuple[str, ...] = ()  # what was wrong in it, for those who get it later
    corrects: int | None = None  # the broadcast that it corrects
    corrected_words: str = ""  # how that one begins, or the quick poll that was stopped
    poll: Poll | None = None  # what is asked, where the text is a question
    tag: int = 0  # which the buttons of a quick poll carry
    stopped: int | None = None  # the quick poll that was stopped
    echo: Echo | None = None  # what a ward said, for those who answered there
    moved: bool = False  # its questions close on another day than when it was approved


FIRST_WORDS = 60
"""Characters of a message by which its author knows it again."""


@dataclass(frozen=True, slots=True)
class MessageName:
    """The first words of a message and its wards, by which staff tell it from others. Without words
    it is the question about new wards, whose text is ours."""

    words: str
    wards: tuple[Ward, ...]


def first_words(text: str, most: int = FIRST_WORDS) -> str:
    """The beginning of a text, in one line of at most ``most`` characters and a "…": whole words,
    unless the first word alone is too long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    whole = line[: most + 1].rpartition(" ")[0]
    return f"{whole or line[:most]}…"


def name_of(shown: BroadcastMessage) -> MessageName:
    """The name of a message. That a quick poll was stopped is called by its question: its text may
    be the code of a reason."""
    words = shown.text if shown.stopped is None else shown.corrected_words
    return MessageName(first_words(words), shown.wards)


async def words_of_stored(tx: Transaction, found: Broadcast, most: int = FIRST_WORDS) -> str:
    """The first words of a stored broadcast, as in its name."""
    is_stop = found.stopped is not None
    words = found.corrected_words if is_stop else await records.text_of(tx, found.id)
    return first_words(words, most)


async def name_of_stored(tx: Transaction, world: World, found: Broadcast) -> MessageName:
    """The name of a stored broadcast."""
    return name_of(message_of(world, found, await records.text_of(tx, found.id)))


def key_of(data: Mapping[str, Any]) -> int:
    """A number that tells the preview of a draft from others: its words, its wards, its subject and
    the words beside it. It is short enough for a button."""
    said = [data.get("beside") or "", data.get("corrects")]
    said += [data.get(name) for name in ("kind", "text", "wards", "theme", "consultation", "home")]
    # Only where it asks something: a preview from before there were polls keeps its key.
    said += [data[name] for name in ("answers", "closes") if data.get(name)]
    return crc32(json.dumps(said).encode()) >> 1


def audience_of(shown: BroadcastMessage) -> Audience:
    """The audience of a message."""
    theme = shown.theme.slug if shown.theme else None
    asked = shown.consultation.slug if shown.consultation else None
    wards = [ward.code for ward in shown.wards]
    return audience(shown.kind, wards, theme, asked, shown.corrects, shown.stopped)


def audience_of_stored(found: Broadcast) -> Audience:
    """The audience of a stored broadcast."""
    about = (found.theme, found.consultation, found.corrects, found.stopped)
    return audience(found.kind, found.wards, *about)


def wording(world: World, data: Mapping[str, Any]) -> BroadcastMessage:
    """The message made from the data of a draft or a stored broadcast."""
    slug = data.get("consultation")
    found = world.loaded.consultations.get(slug) if slug else None
    known = world.known_wards
    kind = BroadcastKind(data.get("kind", BroadcastKind.UPDATE))
    home = data.get("home") or (data["wards"][0] if kind is BroadcastKind.NEW_WARDS else None)
    before = known.get(home or "")
    return BroadcastMessage(
        kind=kind,
        text=data["text"],
        wards=tuple(known[w] for w in data["wards"] if w in known),
        home=before,
        likely=likely_wards(world, before.code) if before else (),
        theme=world.library.theme(data["theme"]) if data.get("theme") else None,
        consultation=found.consultation if found else None,
        code=world.loaded.consultation_codes.get(slug) if slug else None,
        corrections=tuple(data.get("corrections", ())),
        corrects=data.get("corrects"),
        corrected_words=data.get("corrected_words", ""),
        poll=data.get("poll") or Poll.read(data if data.get("closes") else None),
        stopped=data.get("stopped"),
    )


def message_of(
    world: World,
    found: Broadcast,
    text: str,
    home: str | None = None,
    corrections: Sequence[str] = (),
) -> BroadcastMessage:
    """The message of a stored broadcast, for a recipient whose former ward is ``home``, with what
    was wrong in it."""
    said = wording(
        world,
        {
            "kind": found.kind,
            "wards": found.wards,
            "theme": found.theme,
            "consultation": found.consultation,
            "text": text,
            "home": home,
            "corrections": corrections,
            "corrects": found.corrects,
            "corrected_words": found.corrected_words,
            "poll": found.poll,
            "stopped": found.stopped,
        },
    )
    closes = closes_of(said)
    moved = None not in (closes, found.closes_named) and closes != found.closes_named
    return replace(said, moved=moved)


def closes_of(shown: BroadcastMessage) -> datetime | None:
    """The close that an invitation names; None for any other message."""
    if shown.kind is not BroadcastKind.INVITATION or shown.consultation is None:
        return None
    return shown.consultation.closes_at


async def with_buttons(
    tx: Transaction, found: Broadcast, message: BroadcastMessage
) -> BroadcastMessage:
    """The message, with what the buttons of a quick poll carry."""
    if found.poll is None:
        return message
    code = await codes.code_for(tx, CodeKind.BROADCAST, str(found.id))
    return replace(message, code=code, tag=tag_of(found.id))


def closed_for(world: World, wording: BroadcastMessage, at: datetime | None = None) -> bool:
    """Whether it is an invitation to questions that are not open any more, or a quick poll whose
    end has passed, now or ``at`` that time. A pause ends."""
    at = at or world.now()
    if wording.poll is not None:
        return at >= wording.poll.closes_at
    asked, invites = wording.consultation, wording.kind is BroadcastKind.INVITATION
    taken = (Phase.OPEN, Phase.PAUSED)
    return invites and asked is not None and phase(asked, at) not in taken


def still_open(world: World, wording: BroadcastMessage) -> None:
    """Raise QuestionsClosed for an invitation to a consultation that isn't open any more,
    PollIsOver for a quick poll whose end has passed, and OverByMorning where either is so before
    anything may go out."""
    if wording.poll is not None and closed_for(world, wording):
        raise PollIsOver
    if wording.consultation is not None and closed_for(world, wording):
        raise QuestionsClosed(title=wording.consultation.title)
    if closed_for(world, wording, next_morning(local(world.now(), world.library.council.timezone))):
        raise OverByMorning
