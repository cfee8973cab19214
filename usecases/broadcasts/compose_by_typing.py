"""Typed words while a broadcast is composed: choices by number or name, and the text itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from content.schema.council import Ward
from content.typed_by_staff import (
    Every,
    asks_for_both,
    asks_for_more,
    asks_to_send,
    every_ward_in,
    only_in,
)
from content.typed_words import DONE, folded, move_in, taken_off
from content.yes_and_no import says_little, yes_or_no
from engagement.broadcasts.styled_text import Mark, plain_text
from engagement.broadcasts.update_text import LONGEST_UPDATE
from engagement.consultations.survey import check_text
from engagement.consultations.typed_numbers import number_and_words, numbers_in
from engagement.errors import NotOnTheList, NotYourWards
from engagement.staff.rights import MAY_SEND, check
from usecases.broadcasts import compose, compose_poll, compose_subject, compose_wards
from usecases.broadcasts.compose import Composing, Preview
from usecases.broadcasts.compose_questions import own_wards, says_why_not, subject_named
from usecases.broadcasts.draft_parts import has_own_words, is_poll, may_send_urgent
from usecases.people.identify import Person
from usecases.world import Transaction, World

BOTH = 2
"""Wards."""


async def type_here(
    tx: Transaction,
    world: World,
    person: Person,
    text: str,
    *,
    marks: Sequence[Mark] = (),
    is_label: bool = False,
) -> Composing:
    """Handle typed words: a number or name where a choice is asked for, otherwise the text, with
    its links and styles. ``is_label``: they are the label of one of our buttons, wherever it was.

    Raises TextEmpty, TextTooLong, NoSuchSubject, OldButton, NoWardsChosen, NotOnTheList and
    NotYourWards."""
    data = compose.in_hand(person)
    match data["step"]:
        case "wards" if compose.wards_just_lost(person):
            # What they have in front of them is the message: these words name no ward.
            return await compose_wards.tick(tx, world, person, data, set())
        case "wards":
            return await _type_wards(tx, world, person, data, text)
        case "preview" if is_label or asks_to_send(text) or _says_little(data, text):
            return replace(await compose.preview(tx, world, person, data), unclear=True)
        case "preview" if has_own_words(data):
            # Not clear enough to send, and certainly not a new text: show the preview again.
            shown = await compose.preview(tx, world, person, data)
            return replace(shown, passed_over=plain_text(text, marks)[0])
        case "preview":
            plain, lost = plain_text(text, marks)
            lost = lost or bool(data.get("beside_lost"))
            beside = {**data, "beside_lost": lost}
            return await _set_beside(tx, world, person, beside, plain)
        case _ if is_poll(data):
            return await compose_poll.type_here(tx, world, person, data, text, marks=marks)
        case "subject" if says_why_not(world, data["wards"], text):
            return await compose.show(tx, world, person, data)
        case "subject":
            urgent = may_send_urgent(check(person.staff, MAY_SEND))
            named = subject_named(world, data["wards"], text, urgent=urgent)
            if isinstance(named, str):
                return await compose_subject.choose_urgent(tx, world, person)
            return await compose_subject.choose_subject(tx, world, person, named)
        case _:
            plain, lost = plain_text(text, marks)
            return await compose.write(tx, world, person, {**data, "styles_lost": lost}, plain)


def _says_little(data: Mapping[str, Any], text: str) -> bool:
    """Whether words under the preview of a quick poll can't be part of it."""
    return is_poll(data) and says_little(text)


async def _set_beside(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any], text: str
) -> Preview:
    """Keep words typed under the preview beside the text: they are not the message."""
    beside = check_text(f"{data.get('beside', '')}\n{text}".strip(), most=LONGEST_UPDATE)
    kept = {**data, "beside": beside}
    await compose.keep(tx, world, person, kept)
    return await compose.preview(tx, world, person, kept)


async def _type_wards(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any], text: str
) -> Composing:
    """Typed wards are chosen besides those that are: only "remove 2" chooses less."""
    own = own_wards(world, check(person.staff, MAY_SEND))
    meant = [code for code in data.get("meant", ()) if code not in data["wards"]]
    if meant and (said := yes_or_no(text)) is not None:
        # With several there is more than one they may mean by "yes".
        yes = set(meant) if said and len(meant) == 1 else set()
        return await compose_wards.tick(tx, world, person, data, yes)
    if not any(folded(w.name) == folded(text) for w in own):
        if move_in(text) == DONE:
            return await compose.wards_done(tx, world, person)
        if (all_of := _all_of(text, own)) is not None:
            of_plan = all_of is Every.PLAN
            return await compose_wards.choose_every_ward(tx, world, person, of_plan=of_plan)
        if asks_for_more(text):
            return await compose_wards.turn_page(tx, world, person, int(data["page"]) + 1)
    fewer = taken_off(text)
    if fewer is not None and (gone := _listed(world, own, fewer)):
        return await compose_wards.tick(tx, world, person, data, set(), off=gone)
    if only := only_in(text):
        # What else was chosen is not wanted.
        text, data = only, {**data, "wards": []}
    if ticked := _listed(world, own, text):
        return await compose_wards.tick(tx, world, person, data, ticked)
    named = {ward.code for ward in _begun(world, own, text)}
    if named <= {*data["wards"]}:
        return await compose_wards.tick(tx, world, person, data, named)
    return await compose_wards.ask_if_meant(
        tx, world, person, data, sorted(named - {*data["wards"]})
    )


def _all_of(text: str, own: Sequence[Ward]) -> Every | None:
    """Whether all wards are meant: "both" where there are two."""
    return Every.OWN if len(own) == BOTH and asks_for_both(text) else every_ward_in(text)


def _listed(world: World, own: Sequence[Ward], text: str) -> set[str]:
    """The wards of this list that are typed by number, by whole name, or by both; empty for any
    other words. Raises NotYourWards where one of the names is another ward."""
    numbers = numbers_in(text)
    if numbers and all(1 <= n <= len(own) for n in numbers):
        return {own[n - 1].code for n in numbers}
    both = number_and_words(text)
    if both is not None and 1 <= both[0] <= len(own):
        ward = own[both[0] - 1]
        if folded(ward.name) == folded(both[1]):
            return {ward.code}
    named = {ward.code: ward for ward in own if folded(ward.name) == folded(text)}
    found = tuple(named.values()) or world.library.wards_named(text)
    if not {*found} <= {*own}:
        raise NotYourWards
    return {ward.code for ward in found}


def _begun(world: World, own: Sequence[Ward], text: str) -> tuple[Ward, ...]:
    """The wards of this list whose names have these words in them.

    Raises NotYourWards for another ward, NotOnTheList for words that aren't a ward.
    """
    found = world.library.wards_matching(text)
    if not found:
        raise NotOnTheList
    if not {*found} & {*own}:
        raise NotYourWards
    return tuple(ward for ward in found if ward in own)
