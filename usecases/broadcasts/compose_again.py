"""A draft taken up again, changed, or left for another time. Nothing in it is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engagement.broadcasts.lifecycle import NOT_SENT, NOTICES
from engagement.errors import NoSuchDraft, OldButton
from engagement.staff.rights import MAY_SEND, check
from storage.broadcasts import records
from storage.broadcasts.records import Broadcast
from usecases.broadcasts import compose, compose_poll, correct
from usecases.broadcasts.compose import Composing, DraftKept
from usecases.broadcasts.compose_questions import invites_in_vain
from usecases.broadcasts.draft_parts import (
    has_own_words,
    is_correction,
    is_poll,
    is_whole,
    on_its_own,
    own_part,
)
from usecases.broadcasts.kept_messages import (
    RESTS,
    Data,
    begun_before,
    is_worth_keeping,
    number_of,
    numbered,
    on_top,
    pile,
)
from usecases.broadcasts.progress import Progress, by_code, progress
from usecases.broadcasts.returned_messages import CAME_BACK, newest_of
from usecases.people.identify import Person
from usecases.world import Transaction, World

CHANGED = ("wards", "subject", "answers", "end", "text")
"""What a button of "Change" carries the place of."""


async def go_on(
    tx: Transaction, world: World, person: Person, number: int | None = None
) -> Composing:
    """Go on with the message of this number, or with the one begun before this one. The others stay
    in their order. A second tap shows the same message again.

    Raises NoSuchDraft, OldButton.
    """
    mine, *others = pile(compose.in_hand(person))
    if number is not None and number == number_of(mine):
        return await compose.show(tx, world, person, compose.in_hand(person))
    wanted = [one for one in others if number in (None, number_of(one))][:1]
    if not wanted:
        raise NoSuchDraft if number is None else OldButton
    (found,) = wanted
    rest = [one for one in others if one is not found]
    if is_worth_keeping(mine):
        rest.insert(0, mine)
    return await _take(tx, world, person, found, rest)


async def _take(
    tx: Transaction, world: World, person: Person, found: Data, rest: Sequence[Data]
) -> Composing:
    """Take this message in hand, with the others below it. Of wards that are not the author's any
    more nothing is shown: they choose wards again, and the text is not lost."""
    mine = own_part(check(person.staff, MAY_SEND), found)
    if len(mine["wards"]) < len(found["wards"]):
        mine = {**mine, "step": "wards"}
    data = on_top(mine, rest)
    if invites_in_vain(world, data) and data["wards"]:
        return await compose.ask_subject(tx, world, person, data, gone=True)
    if is_whole(data) and data["wards"] and data["step"] == "subject":
        # It was left at a list: its text is shown, so that nobody thinks that it is lost.
        return await compose.after_wards(tx, world, person, data)
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def again(tx: Transaction, world: World, person: Person, code: int) -> Composing | Progress:
    """Take up a broadcast that was not sent, with the text it has now: that of the draft that was
    made of it, or of what was asked or sent after it. Raises OldButton for anyone but its author.
    """
    member = check(person.staff, MAY_SEND)
    found = await by_code(tx, code)
    if found.author != member.id or found.state not in NOT_SENT or found.kind in NOTICES:
        raise OldButton
    found = await newest_of(tx, found)
    if found.state not in NOT_SENT:
        return await progress(tx, world, found)
    began = begun_before(person)
    draft = person.draft(compose.SENDING)
    every = pile(began if draft is None else draft.data)
    known = next((one for one in every if one.get(CAME_BACK) == str(found.id)), None)
    rest = [one for one in pile(began) if one.get(CAME_BACK) != str(found.id)]
    if known is not None:
        awake = {name: value for name, value in known.items() if name != RESTS}
        return await _take(tx, world, person, awake, rest)
    data: dict[str, Any] = {
        "step": "preview",
        "wards": [*found.wards],
        "page": 0,
        "kind": found.kind,
        "theme": found.theme,
        "consultation": found.consultation,
        "text": await records.text_of(tx, found.id),
        **_asked(found),
        **({"corrects": found.corrects} if found.corrects else {}),
        "corrected_words": found.corrected_words,
        CAME_BACK: str(found.id),
    }
    if await correct.corrects_nothing(tx, data):
        data = on_its_own(data)
    mine = numbered(world, on_top(own_part(member, data), rest))
    if has_own_words(mine):
        return await compose.previewed(tx, world, person, mine)
    if not mine["wards"]:
        return await _take(tx, world, person, mine, rest)
    return await compose.after_wards(tx, world, person, mine)


def _asked(found: Broadcast) -> dict[str, Any]:
    """What a quick poll asks. An end that is near or over is chosen again."""
    return {} if found.poll is None else found.poll.kept


async def add_beside(tx: Transaction, world: World, person: Person) -> Composing:
    """Add the words typed under the preview to the text. Raises NoSuchDraft, TextTooLong."""
    data = compose.in_hand(person)
    if not data.get("beside"):
        raise NoSuchDraft
    text = f"{data['text']}\n{data['beside']}"
    lost = bool(data.get("styles_lost") or data.get("beside_lost"))
    added = {**data, "styles_lost": lost, "beside_lost": False}
    return await compose.write(tx, world, person, added, text)


async def change_text(tx: Transaction, world: World, person: Person) -> Composing:
    """Ask for a new text, with the old one in sight. Raises OldButton where the text isn't written
    by the author."""
    data = {**compose.in_hand(person), "step": "text"}
    if has_own_words(data):
        raise OldButton
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def change_step(tx: Transaction, world: World, person: Person, place: int) -> Composing:
    """Choose again what is in this place of CHANGED; the text stays. Raises OldButton."""
    data = compose.in_hand(person)
    step = CHANGED[place] if place < len(CHANGED) else ""
    if is_poll(data):
        return await compose_poll.change(tx, world, person, step)
    data = {**data, "step": step}
    if has_own_words(data) or is_correction(data) or step not in ("wards", "subject"):
        raise OldButton
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def back(tx: Transaction, world: World, person: Person) -> Composing:
    """One step back; where there is a text, to its preview, by the same rules as with "Done".
    Nothing is lost. Raises NoWardsChosen."""
    data = dict(compose.in_hand(person))
    if is_poll(data):
        return await compose_poll.back(tx, world, person, data)
    if is_whole(data):
        return await compose.after_wards(tx, world, person, data)
    if not is_correction(data):
        data["step"] = "subject" if data["step"] == "text" else "wards"
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def later(tx: Transaction, world: World, person: Person) -> DraftKept:
    """Leave the draft for another time, even without a text. Only /send takes it up again: words
    typed meanwhile are no part of it."""
    rests = {**compose.in_hand(person), "kept": True, RESTS: True}
    await compose.keep(tx, world, person, rests)
    return DraftKept()
