"""Words of a person that are no answer yet: asked about, or the first part of a text cut in two;
and which message gave which answer, so that an edit can change it.

They are drafts of their own, so that they stay whatever else is begun or ended. Words on offer are
kept for as long as they can be decided on; the rest for a week.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from content.typed_words import characters, room
from storage.conversation import drafts
from storage.conversation.drafts import Draft
from usecases.people.identify import Person, by_id
from usecases.world import Transaction, World

WORDS, ON_OFFER = "words", "offered"
"""The kinds of their drafts."""
UNDECIDED = "undecided"
"""The kind of an offer of the equality questions that waits for a yes or no."""
IN_HAND = (WORDS, ON_OFFER, UNDECIDED)
"""What waits for no words, and stays whatever else is begun."""
SHORTEST_PART, LONGEST_PART = 3_700, 4_096
"""UTF-16 code units in a part of a text that an app has cut: it looks for a space near the end."""
BETWEEN_PARTS = timedelta(seconds=10)
WORDS_AT_THE_CUT = 15
"""Words on either side of a cut that are looked at together for words of danger."""

_OFFERED, _CUT, _WRITTEN, _FORGETTING = "offered", "cut", "written", "forgetting"
_TOLD, _SINCE = "told", "since"
_USED, _HOME, _DOUBTED, _SEEN = "used", "home", "doubted", "seen-of-owners"
_ABOUT_ME = "about-me"
A_DAY = timedelta(days=1)
"""For this long a yes to a question that costs something is taken; then the question is asked
again."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The size of a refused text: its characters, and the UTF-16 code units it takes."""

    length: int
    room: int


async def offer(tx: Transaction, world: World, person: Person, key: str, text: str) -> str:
    """Keep ``text`` until the person says what it is, after what was kept for the same ``key``.
    Returns all of it."""
    offered = _offered(person)
    before = offered.get(key)
    whole = text if before in (None, text) else f"{before}\n{text}"
    told = [known for known in _told(person) if known != key]
    await _keep_offered(tx, world, person, {**offered, key: whole}, told)
    return whole


def offered(person: Person, key: str) -> str | None:
    """The words kept for ``key``, or None."""
    found = _offered(person).get(key)
    return None if found is None else str(found)


def undecided(person: Person) -> list[str]:
    """All words of this person that are on offer, the oldest first."""
    return [str(words) for words in _offered(person).values()]


async def still_offered(tx: Transaction, world: World, person: Person) -> Mapping[str, str]:
    """All words of this person that are undecided, by key, read anew: the oldest first."""
    known = None if person.contact is None else await by_id(tx, world, person.contact.id)
    found = {} if known is None else _offered(known)
    return {key: str(words) for key, words in found.items()}


async def settle(tx: Transaction, world: World, person: Person, key: str) -> Person:
    """Drop the words kept for ``key``: the person has said what they are. Returns the person as
    they are now."""
    rest = {k: words for k, words in _offered(person).items() if k != key}
    kept = await _keep_offered(tx, world, person, rest, _told(person))
    others = (draft for draft in person.drafts if draft.kind != ON_OFFER)
    return replace(person, drafts=(kept, *others))


async def note_told(tx: Transaction, world: World, person: Person, keys: Collection[str]) -> None:
    """Note that the person knows that the words kept for these keys are not sent."""
    told = [*_told(person), *keys]
    await _keep_offered(tx, world, person, _offered(person), told, since=offered_at(person))


async def note_offered(tx: Transaction, world: World, person: Person) -> None:
    """Note that the words on offer were offered once more just now."""
    await _keep_offered(tx, world, person, _offered(person), _told(person))


def is_told(person: Person, key: str) -> bool:
    """Whether the person knows that these words are not sent."""
    return key in _told(person)


def offered_at(person: Person) -> datetime | None:
    """When words of this person were last offered, or None."""
    draft = person.draft(ON_OFFER)
    since = draft.data.get(_SINCE) if draft is not None else None
    return datetime.fromisoformat(since) if since else None


async def keep_for_later_close(tx: Transaction, world: World, slug: str, until: datetime) -> None:
    """Keep all words on offer for this consultation until a while after ``until``: it closes then,
    later than before."""
    end = until + drafts.LIFETIME
    for contact_id, draft in await drafts.of_kind(tx, ON_OFFER):
        is_for_it = any(key.partition("/")[0] == slug for key in draft.data.get(_OFFERED, {}))
        if is_for_it and draft.expires_at is not None and draft.expires_at < end:
            await drafts.keep(tx, contact_id, draft, world.now(), until=end)


async def note_written(
    tx: Transaction, world: World, person: Person, key: str, message_id: int | None
) -> None:
    """Note which message gave the answer ``key``; None if more than one did."""
    written = {**_data(person).get(_WRITTEN, {}), key: message_id}
    await _keep(tx, world, person, {_WRITTEN: written})


def written_in(person: Person, message_id: int) -> str | None:
    """The key of the answer that this message gave, or None."""
    found: Mapping[str, int | None] = _data(person).get(_WRITTEN, {})
    return next((key for key, known in found.items() if known == message_id), None)


async def note_refused(
    tx: Transaction, world: World, person: Person, text: str, sent_at: datetime
) -> None:
    """Note that a text was too long, if more of it may follow."""
    before = refused_so_far(person, sent_at)
    taken = room(text)
    if not SHORTEST_PART <= taken <= LONGEST_PART:
        # A short part is the last one.
        if before is not None:
            await _keep(tx, world, person, {_CUT: None})
        return
    end = " ".join(text.split()[-WORDS_AT_THE_CUT:])
    so_far = before or Refused(0, 0)
    cut = {
        "at": sent_at.isoformat(),
        "length": so_far.length + characters(text),
        "room": so_far.room + taken,
        "end": end,
        "for": _begun(person),
    }
    await _keep(tx, world, person, {_CUT: cut})


async def note_used(
    tx: Transaction, world: World, person: Person, message_id: int, newest: int
) -> Person:
    """Note that a message further up than the ``newest`` was tapped: what is typed now is for it.
    Returns the person as they are now."""
    kept = await _keep(tx, world, person, {_USED: [message_id, newest]})
    others = (draft for draft in person.drafts if draft.kind != WORDS)
    return replace(person, drafts=(*others, kept))


def used_last(person: Person) -> tuple[int, int] | None:
    """The message further up that was tapped last, and the newest one then; None if there is
    none."""
    found = _data(person).get(_USED)
    return (int(found[0]), int(found[1])) if found else None


async def note_seen_of_others(
    tx: Transaction, world: World, person: Person, message_id: int
) -> Person:
    """Note that somebody has tapped since this message was shown to another person on the same
    phone. Returns the person as they are now."""
    kept = await _keep(tx, world, person, {_SEEN: message_id})
    others = (draft for draft in person.drafts if draft.kind != WORDS)
    return replace(person, drafts=(*others, kept))


def seen_of_others(person: Person) -> int:
    """The newest message for another person on the same phone below which this one has tapped, or
    0."""
    return int(_data(person).get(_SEEN) or 0)


async def note_home_asked(tx: Transaction, world: World, person: Person) -> None:
    """Note that the person was asked just now whether their home has changed."""
    await _keep(tx, world, person, {_HOME: world.now().isoformat()})


def home_asked(person: Person) -> datetime | None:
    """When the person was asked whether their home has changed, or None."""
    asked = _data(person).get(_HOME)
    return datetime.fromisoformat(asked) if asked else None


async def note_about_me_shown(tx: Transaction, world: World, person: Person) -> None:
    """Note that the person was shown just now what they have said of themselves."""
    await _keep(tx, world, person, {_ABOUT_ME: world.now().isoformat()})


def about_me_shown(person: Person) -> datetime | None:
    """When the person was shown what they have said of themselves, or None."""
    shown = _data(person).get(_ABOUT_ME)
    return datetime.fromisoformat(shown) if shown else None


async def note_doubted(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any] | None
) -> Person:
    """Keep words until the person says whether they are for what waits, or drop them. Returns the
    person as they are now."""
    kept = await _keep(tx, world, person, {_DOUBTED: data})
    others = (draft for draft in person.drafts if draft.kind != WORDS)
    return replace(person, drafts=(*others, kept))


def doubted(person: Person) -> Mapping[str, Any] | None:
    """The words of this person that may be for what waits, or None."""
    found: Mapping[str, Any] | None = _data(person).get(_DOUBTED)
    return found


def is_lately(asked: datetime | None, now: datetime) -> bool:
    """Whether something was asked so lately that a yes is for it."""
    return asked is not None and now - asked <= A_DAY


async def note_forget_asked(tx: Transaction, world: World, person: Person) -> None:
    """Note that the person was asked just now whether to be forgotten."""
    await _keep(tx, world, person, {_FORGETTING: world.now().isoformat()})


def forget_asked(person: Person) -> datetime | None:
    """When the person was asked whether to be forgotten, or None."""
    asked = _data(person).get(_FORGETTING)
    return datetime.fromisoformat(asked) if asked else None


def refused_so_far(person: Person, sent_at: datetime) -> Refused | None:
    """The size of the refused text that a message sent at ``sent_at`` goes on; None where it
    begins a text of its own, or something else has been begun since."""
    cut = _cut_before(person, sent_at)
    if cut is None:
        return None
    # A former version noted the length alone.
    return Refused(int(cut["length"]), int(cut.get("room", cut["length"])))


def end_of_refused(person: Person, sent_at: datetime) -> str | None:
    """The last words of the refused text that a message sent at ``sent_at`` goes on, or None."""
    cut = _cut_before(person, sent_at)
    return None if cut is None else str(cut.get("end", ""))


def _cut_before(person: Person, sent_at: datetime) -> Mapping[str, Any] | None:
    cut: Mapping[str, Any] | None = _data(person).get(_CUT)
    if not cut or cut.get("for") != _begun(person):
        return None
    if not timedelta() <= sent_at - datetime.fromisoformat(cut["at"]) <= BETWEEN_PARTS:
        return None
    return cut


def _begun(person: Person) -> list[Any] | None:
    """What the person began or used last, besides words in hand, and how far they are with it."""
    newest = next((draft for draft in person.drafts if draft.kind not in IN_HAND), None)
    if newest is None:
        return None
    return [newest.kind, newest.about, newest.data.get("begun"), newest.data.get("step")]


def _data(person: Person) -> Mapping[str, Any]:
    draft = person.draft(WORDS)
    return {} if draft is None else draft.data


def _offered(person: Person) -> Mapping[str, Any]:
    draft = person.draft(ON_OFFER)
    # They used to be in the other draft, which is kept for a week.
    before: Mapping[str, Any] = _data(person).get(_OFFERED, {})
    return dict(before) if draft is None else dict(draft.data.get(_OFFERED, {}))


def _told(person: Person) -> list[str]:
    draft = person.draft(ON_OFFER)
    return [] if draft is None else list(draft.data.get(_TOLD, ()))


async def _keep_offered(
    tx: Transaction,
    world: World,
    person: Person,
    offered: Mapping[str, Any],
    told: Collection[str],
    *,
    since: datetime | None = None,
) -> Draft:
    now = world.now()
    at = (since or now).isoformat()
    known = [key for key in told if key in offered]
    draft = Draft(ON_OFFER, {_OFFERED: dict(offered), _TOLD: known, _SINCE: at})
    if person.contact is not None:
        await drafts.keep(tx, person.contact.id, draft, now, until=_until(world, offered))
    return draft


def _until(world: World, offered: Mapping[str, Any]) -> datetime | None:
    """A while after the last of the consultations that these words are for has closed."""
    slugs = {key.partition("/")[0] for key in offered}
    found = [one.consultation for slug in slugs if (one := world.loaded.consultations.get(slug))]
    return max((c.closes_at for c in found), default=world.now()) + drafts.LIFETIME


async def _keep(tx: Transaction, world: World, person: Person, more: Mapping[str, Any]) -> Draft:
    draft = Draft(WORDS, {**_data(person), **more})
    if person.contact is not None:
        await drafts.keep(tx, person.contact.id, draft, world.now())
    return draft
