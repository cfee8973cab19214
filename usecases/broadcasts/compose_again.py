"""A draft taken up again, changed, or left for another time. Nothing in it is lost."""

from __future__ import annotations

from typing import Any

from engagement.broadcasts.lifecycle import BroadcastState
from engagement.errors import NoSuchDraft, OldButton
from engagement.staff.rights import MAY_SEND, check
from storage.broadcasts import records
from usecases.broadcasts import compose
from usecases.broadcasts.compose import Composing, DraftKept
from usecases.broadcasts.compose_questions import is_worth_keeping
from usecases.broadcasts.progress import by_code
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def go_on(tx: Transaction, world: World, person: Person) -> Composing:
    """Go on with the message that was begun before this one. Raises NoSuchDraft."""
    mine = dict(compose.in_hand(person))
    before = dict(mine.pop("before", {}))
    if not before:
        raise NoSuchDraft
    if is_worth_keeping(mine):
        # They change places: neither is lost.
        rest = before.pop("before", None)
        before["before"] = mine | ({"before": rest} if rest else {})
    own = check(person.staff, MAY_SEND).own(before["wards"])
    if len(own) < len(before["wards"]):
        # They have another role by now: they choose wards again, and the text is not lost.
        before = {**before, "wards": [*own], "step": "wards"}
    await compose.keep(tx, world, person, before)
    return await compose.show(tx, world, person, before)


async def again(tx: Transaction, world: World, person: Person, code: int) -> Composing:
    """Take up a declined broadcast, with its wards, subject and words. A message that was begun
    meanwhile is kept. Raises StaffOnly, OldButton."""
    member = check(person.staff, MAY_SEND)
    found = await by_code(tx, code)
    if found.author != member.id or found.state is not BroadcastState.DECLINED:
        raise OldButton
    data: dict[str, Any] = {
        "wards": [*found.wards],
        "page": 0,
        "kind": found.kind,
        "theme": found.theme,
        "consultation": found.consultation,
        "text": await records.text_of(tx, found.id),
    }
    began = compose.begun_before(person)
    return await compose.previewed(tx, world, person, data | ({"before": began} if began else {}))


async def add_beside(tx: Transaction, world: World, person: Person) -> Composing:
    """Add the words typed under the preview to the text. Raises NoSuchDraft, TextTooLong."""
    data = compose.in_hand(person)
    if not data.get("beside"):
        raise NoSuchDraft
    text = f"{data['text']}\n{data['beside']}"
    return await compose.write(tx, world, person, data, text)


async def change_text(tx: Transaction, world: World, person: Person) -> Composing:
    """Ask for a new text, with the old one in sight. Raises OldButton where the text isn't written
    by the author."""
    data = {**compose.in_hand(person), "step": "text"}
    if compose.has_own_words(data):
        raise OldButton
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def change_step(tx: Transaction, world: World, person: Person, *, subject: bool) -> Composing:
    """Choose the wards or the subject again; the text stays. Raises OldButton."""
    data = {**compose.in_hand(person), "step": "subject" if subject else "wards"}
    if compose.has_own_words(data):
        raise OldButton
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def back(tx: Transaction, world: World, person: Person) -> Composing:
    """One step back; where there is a text, to its preview, by the same rules as with "Done".
    Nothing is lost. Raises NoWardsChosen."""
    data = dict(compose.in_hand(person))
    if data.get("text"):
        return await compose.after_wards(tx, world, person, data)
    data["step"] = "subject" if data["step"] == "text" else "wards"
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def later(tx: Transaction, world: World, person: Person) -> DraftKept:
    """Leave the draft for another time, even without a text. Only /send takes it up again: words
    typed meanwhile are no part of it."""
    rests = {**compose.in_hand(person), "kept": True, compose.RESTS: True}
    await compose.keep(tx, world, person, rests)
    return DraftKept()
