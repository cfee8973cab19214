"""Composing a broadcast step by step in a draft: its wards, its subject and its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from engagement.broadcasts.audience import check_own_wards
from engagement.broadcasts.lifecycle import needs_second_approval
from engagement.broadcasts.update_text import check_update
from engagement.errors import (
    NoSuchDraft,
    NoWardsChosen,
    OldButton,
    OtherDraftKept,
)
from engagement.insight.shown_numbers import ShownNumber
from engagement.staff.rights import MAY_SEND, check
from storage.conversation.drafts import LIFETIME, Draft
from usecases.broadcasts import held_sends
from usecases.broadcasts.audience_size import size_of
from usecases.broadcasts.compose_questions import (
    SubjectQuestion,
    WardsQuestion,
    former_wards,
    own_wards,
    own_wards_in_use,
    subject_fits,
    subject_question,
    told_of,
    wards_question,
)
from usecases.broadcasts.draft_parts import (
    check_urgent,
    is_correction,
    is_poll,
    is_whole,
    may_send_urgent,
    next_step,
    own_part,
    text_so_far,
)
from usecases.broadcasts.goes_out import GoesOut, when
from usecases.broadcasts.kept_messages import RESTS, begun_before, kept_before, numbered
from usecases.broadcasts.kept_messages import SENDING as SENDING
from usecases.broadcasts.message import BroadcastMessage, audience_of, closes_of, key_of, wording
from usecases.broadcasts.poll_questions import PollAsks, poll_question
from usecases.broadcasts.returned_messages import CAME_BACK, returned
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """The request for the text of the message. ``now`` is the text there is, while it is changed:
    its wards and subject can be changed too, unless it ``corrects`` another, which begins so."""

    now: str = ""
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The exact message, and the number of people who get it as it may be shown.

    ``grew`` is true when the number has grown since it was last shown.
    """

    wording: BroadcastMessage
    number: ShownNumber
    seconds: int  # how long it will take
    goes_out: GoesOut
    second_yes: bool
    grew: bool = False
    moved: bool = False  # its questions close on another day than when it was last shown
    beside: str = ""  # words typed under the preview, which are not in the message
    lost: bool = False  # some of its wards are not the author's any more
    key: int = 0  # of the message, which the buttons under it carry
    styles_lost: bool = False  # it was written with bold letters or the like
    unclear: bool = False  # they typed "send", which is not enough to send it
    passed_over: str = ""  # what they typed just now, where it can be no part of the message


@dataclass(frozen=True, slots=True)
class DraftDiscarded:
    """The draft was cancelled: nothing was sent. ``other_kept``: one begun before it is there.
    ``came_back``: it is kept as it came back from a second person; ``corrects``: what it was to
    correct stays as it is."""

    other_kept: bool = False
    came_back: bool = False
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class DraftKept:
    """The draft is kept for another time."""


Composing = WardsQuestion | SubjectQuestion | TextQuestion | PollAsks | Preview


async def begin(
    tx: Transaction, world: World, person: Person, text: str = "", *, styles_lost: bool = False
) -> Composing:
    """/send: start a new draft, perhaps with the text written after the command. Raises StaffOnly,
    SendsHeld, WardsNotInUse, NotYourWards, TextTooLong, TextTakesTooMuchRoom."""
    member = check(person.staff, MAY_SEND)
    await held_sends.check_not_held(tx)
    own = own_wards_in_use(world, member)
    data: dict[str, Any] = {"step": "wards", "wards": [], "page": 0}
    if len(own) == 1:
        data = {"step": "subject", "wards": [own[0].code], "page": 0}
    if text:
        data |= {"text": check_update(text), "styles_lost": styles_lost}
    began = begun_before(person)
    if began:
        data["before"] = began
    data = numbered(world, data)
    await keep(tx, world, person, data)
    return await show(tx, world, person, data)


async def wards_done(tx: Transaction, world: World, person: Person) -> Composing:
    """Finish choosing wards. Raises NoWardsChosen."""
    return await after_wards(tx, world, person, in_hand(person))


async def after_wards(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any]
) -> Composing:
    """The subject comes next; where there is a text already, its preview, if its subject fits.
    Where no ward is the author's any more, wards do. Raises NoWardsChosen."""
    if is_poll(data) and (data["wards"] or not data.get("lost")):
        if data["step"] == "wards" and not data["wards"]:
            raise NoWardsChosen
        return await to_step(tx, world, person, {**data, "meant": []}, next_step(data))
    if not data["wards"]:
        if not data.get("lost"):
            raise NoWardsChosen
        await keep(tx, world, person, {**data, "step": "wards"})
        return await show(tx, world, person, {**data, "step": "wards"})
    data = {**data, "meant": []}
    if is_whole(data) and subject_fits(world, data):
        return await previewed(tx, world, person, data)
    return await ask_subject(tx, world, person, data, gone=is_whole(data))


async def to_step(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any], step: str
) -> Composing:
    """Go on to this step of a draft."""
    if step == "preview":
        return await previewed(tx, world, person, data)
    await keep(tx, world, person, {**data, "step": step})
    return await show(tx, world, person, {**data, "step": step})


async def ask_subject(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any], *, gone: bool
) -> Composing:
    """Ask for the subject; ``gone``: the one that was chosen is not on the list any more."""
    data = {**data, "step": "subject"}
    await keep(tx, world, person, data)
    shown = await show(tx, world, person, data)
    if not isinstance(shown, SubjectQuestion):
        return shown
    return replace(shown, gone=gone, with_text=str(data.get("text", "")))


async def previewed(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any]
) -> Preview:
    """Go on to the preview of a draft that has its text."""
    data = {**data, "step": "preview"}
    shown = await preview(tx, world, person, data)
    await keep(tx, world, person, {**data, **as_shown(shown)})
    return shown


def as_shown(shown: Preview) -> dict[str, Any]:
    """What a draft keeps of its preview: the number, and the close that it names."""
    closes = closes_of(shown.wording)
    names = None if closes is None else closes.isoformat()
    return {"number": asdict(shown.number), "names": names}


def kept_at(person: Person) -> datetime | None:
    """When the message in hand was last shown or changed; None where there is none."""
    draft = person.draft(SENDING)
    return draft.expires_at - LIFETIME if draft and draft.expires_at else None


def open_in_hand(person: Person) -> Mapping[str, Any]:
    """The draft this person is writing, whose wards and subject are theirs to choose. Raises
    OldButton for a correction."""
    data = in_hand(person)
    if is_correction(data):
        raise OldButton
    return data


async def discard(tx: Transaction, world: World, person: Person) -> DraftDiscarded:
    """Cancel the draft. Raises NoSuchDraft."""
    data = in_hand(person)
    await finish(tx, world, person)
    return DraftDiscarded(
        other_kept=bool(data.get("before")),
        came_back=bool(data.get(CAME_BACK)),
        corrects=is_correction(data),
    )


async def finish(tx: Transaction, world: World, person: Person) -> None:
    """Drop the draft, which was sent or cancelled. One begun before it waits for /send: a second
    tap must not send or drop that too."""
    if person.contact is None:
        return
    draft = person.draft(SENDING)
    if before := draft and draft.data.get("before"):
        await keep(tx, world, person, {**before, RESTS: True})
    else:
        await unfinished.end(tx, person, SENDING)


def in_hand(person: Person) -> Mapping[str, Any]:
    """The draft this person is writing, for the wards that are theirs. Raises StaffOnly,
    NoSuchDraft, OtherDraftKept."""
    member = check(person.staff, MAY_SEND)
    draft = person.draft(SENDING)
    if draft is None:
        raise NoSuchDraft
    if rests(draft):
        raise OtherDraftKept
    return own_part(member, draft.data)


def wards_just_lost(person: Person) -> bool:
    """Whether the wards have to be chosen again since its author last saw the message in hand."""
    draft = person.draft(SENDING)
    return draft is not None and draft.data["step"] != in_hand(person)["step"]


def is_as_shown(person: Person, key: int | None) -> bool:
    """Whether a button is under the message in hand as it is now. A preview from an earlier version
    has no key."""
    return key is None or key == key_of(in_hand(person))


def rests(draft: Draft) -> bool:
    """Whether a draft waits until /send offers it again."""
    return bool(draft.data.get(RESTS))


async def show(tx: Transaction, world: World, person: Person, data: Mapping[str, Any]) -> Composing:
    """The next screen of this draft."""
    match data["step"]:
        case "wards":
            member = check(person.staff, MAY_SEND)
            question = wards_question(world, member, data)
            return replace(
                question,
                new_wards=bool(former_wards(world, member)),
                before=kept_before(data),
                returned=await returned(tx, world, member, data),
                changing=is_whole(data),
                with_text=text_so_far(data),
            )
        case "subject":
            member = check(person.staff, MAY_SEND)
            return replace(
                subject_question(world, data["wards"]),
                told=await told_of(tx, world, data["wards"]),
                urgent=may_send_urgent(member),
                before=kept_before(data),
                returned=await returned(tx, world, member, data),
                back=len(own_wards(world, member)) > 1 or is_whole(data),
                with_text=text_so_far(data),
                on_its_own=bool(data.get("uncorrects")),
            )
        case "text" | "answers" | "end" if is_poll(data):
            return await poll_question(tx, world, person, data)
        case "text":
            corrects = str(data["corrected_words"]) if is_correction(data) else ""
            return TextQuestion(str(data.get("text", "")), corrects=corrects)
        case _:
            return await preview(tx, world, person, data)


async def preview(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any]
) -> Preview:
    """The message as people will get it, and the current number of people. Raises StaffOnly,
    AudienceNotCounted, and NotYourWards where they have been given another role."""
    member = check(person.staff, MAY_SEND)
    check_urgent(member, data)
    check_own_wards(data["wards"], member.own(data["wards"]))
    shown = wording(world, data)
    # Counted from the wording that is sent, so that neither includes what a reload has removed.
    size = await size_of(tx, world, person, audience_of(shown))
    return Preview(
        wording=shown,
        number=size.number,
        # From what is shown: the seconds and the second approval would tell the true number.
        seconds=world.rates.seconds_for(size.number.most),
        goes_out=await when(
            tx, world, shown.kind, data["wards"], data.get("consultation"), shown.poll
        ),
        second_yes=needs_second_approval(size.number.most, world.thresholds.second_yes, shown.kind),
        styles_lost=bool(data.get("styles_lost")),
        beside=str(data.get("beside", "")),
        lost=bool(data.get("lost")),
        key=key_of(data),
    )


async def write(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any], text: str
) -> Composing:
    """Take this text, and preview it. Raises TextEmpty, TextTooLong, TextTakesTooMuchRoom."""
    checked, beside = check_update(text), str(data.get("beside", ""))
    # Words typed under the preview before stay there, unless the text has them now.
    left = "" if beside in checked else beside
    written = {**data, "step": "preview", "text": checked, "beside": left}
    if not data["wards"]:  # none of them is the author's any more
        written["step"] = "wards"
        await keep(tx, world, person, written)
        return await show(tx, world, person, written)
    shown = await preview(tx, world, person, written)
    await keep(tx, world, person, {**written, **as_shown(shown)})
    return shown


async def keep(tx: Transaction, world: World, person: Person, data: Mapping[str, Any]) -> None:
    """Store the draft."""
    await unfinished.begin(tx, world, person, Draft(SENDING, data))
