"""Typed words while a broadcast is composed: choices by number or name, and the text itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from content.schema.council import Ward
from content.typed_words import folded, says_send, yes_or_no
from content.words import listed
from engagement.broadcasts.styled_text import Mark, plain_text
from engagement.broadcasts.update_text import LONGEST_UPDATE
from engagement.consultations.survey import check_text
from engagement.consultations.typed_numbers import numbers_in
from engagement.errors import NotOnTheList, NotYourWards, WardNotClear
from engagement.staff.rights import MAY_SEND, check
from usecases.broadcasts import compose
from usecases.broadcasts.compose import Composing, Preview
from usecases.broadcasts.compose_questions import WardsQuestion, own_wards, subject_named
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
            return await compose.choose_subject(
                tx, world, person, subject_named(world, data["wards"], text)
            )
        case "preview" if yes_or_no(text) or says_send(text):
            return replace(await compose.preview(tx, world, person, data), unclear=True)
        case "preview" if compose.has_own_words(data):
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
    guessed = {str(data["guess"])} if data.get("guess") and yes_or_no(text) else set()
    data = {**data, "guess": ""}
    if guessed - {*data["wards"]}:
        return await compose.tick(tx, world, person, data, guessed)
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
        likely = _likely(world, own, text)
        if likely is not None:
            return await _ask_back(tx, world, person, data, likely)
        ticked = {w.code for w in _named(world, person, own, text)}
    return await compose.tick(tx, world, person, data, ticked)


async def _ask_back(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any], likely: Ward
) -> Composing:
    """Part of a name fits one of their wards: is it that one?"""
    kept = {**data, "guess": likely.code}
    await compose.keep(tx, world, person, kept)
    shown = await compose.show(tx, world, person, kept)
    return replace(shown, guess=likely) if isinstance(shown, WardsQuestion) else shown


def _likely(world: World, own: tuple[Ward, ...], text: str) -> Ward | None:
    """The one ward that part of a name fits, if it is their own."""
    found = world.library.wards_matching(text)
    is_part = len(found) == 1 and not world.library.wards_named(text)
    return found[0] if is_part and found[0] in own else None


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
