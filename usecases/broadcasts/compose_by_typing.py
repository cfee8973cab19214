"""Typed words while a broadcast is composed: choices by number or name, and the text itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from content.schema.council import Ward
from content.typed_words import folded
from content.words import listed
from engagement.broadcasts.styled_text import Mark, plain_text
from engagement.broadcasts.update_text import LONGEST_UPDATE
from engagement.consultations.survey import check_text
from engagement.consultations.typed_numbers import numbers_in
from engagement.errors import NotOnTheList, NotYourWards, WardNotClear
from engagement.staff.rights import MAY_SEND, check
from usecases.broadcasts import compose, compose_subject
from usecases.broadcasts.compose import Composing, Preview
from usecases.broadcasts.compose_questions import own_wards, subject_named
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def type_here(
    tx: Transaction, world: World, person: Person, text: str, *, marks: Sequence[Mark] = ()
) -> Composing:
    """Handle typed words: a number or name where a choice is asked for, otherwise the text, with
    its links and styles.

    Raises TextEmpty, TextTooLong, NoSuchSubject, OldButton, NoWardsChosen, NotYourWards,
    NotOnTheList, WardNotClear.
    """
    data = compose.in_hand(person)
    match data["step"]:
        case "wards":
            return await _type_wards(tx, world, person, data, text)
        case "subject":
            urgent = compose.may_send_urgent(check(person.staff, MAY_SEND))
            named = subject_named(world, data["wards"], text, urgent=urgent)
            if isinstance(named, str):
                return await compose_subject.choose_urgent(tx, world, person)
            return await compose_subject.choose_subject(tx, world, person, named)
        case "preview" if folded(text) in ("send", "yes", "ok") or compose.has_own_words(data):
            # Not clear enough to send, and certainly not a new text: show the preview again.
            return await compose.preview(tx, world, person, data)
        case "preview":
            return await _set_beside(tx, world, person, data, text)
        case _:
            plain, lost = plain_text(text, marks)
            return await compose.write(tx, world, person, {**data, "styles_lost": lost}, plain)


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
    own = own_wards(world, check(person.staff, MAY_SEND))
    words = folded(text)
    exact = {w.code for w in own if folded(w.name) == words}
    if exact:
        return await compose.tick(tx, world, person, data, exact)
    if words == "done":
        return await compose.wards_done(tx, world, person)
    if words in ("all", "all wards", "every ward", "everybody", "everyone", "plan"):
        return await compose.choose_every_ward(tx, world, person, of_plan=words == "plan")
    if words == "more":
        return await compose.turn_page(tx, world, person, int(data["page"]) + 1)
    numbers = numbers_in(text)
    if numbers and all(1 <= n <= len(own) for n in numbers):
        ticked = {own[n - 1].code for n in numbers}
    else:
        ticked = {w.code for w in _named(world, person, own, text)}
    return await compose.tick(tx, world, person, data, ticked)


def _named(world: World, person: Person, own: tuple[Ward, ...], text: str) -> tuple[Ward, ...]:
    """The sender's own wards whose names were typed, one or several.

    Raises NotYourWards for another ward, NotOnTheList for words that aren't a ward,
    WardNotClear for a part of a name.
    """
    found = world.library.wards_named(text) or world.library.wards_matching(text)
    if not found:
        raise NotOnTheList
    named = tuple(ward for ward in found if ward in own)
    if not named or (world.library.wards_named(text) and named != found):
        raise NotYourWards
    if not world.library.wards_named(text):
        raise WardNotClear(wards=listed((w.name for w in named), person.language))
    return named
