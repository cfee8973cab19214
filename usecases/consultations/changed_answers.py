"""Answers further up that are changed: by a reply to their question, or by an edited message."""

from __future__ import annotations

from dataclasses import replace

from engagement.consultations.branching import offered, path
from engagement.consultations.refusals import NoLongerAsked
from engagement.consultations.survey import Chosen, Comment
from usecases.consultations.answer import response_to, save_value
from usecases.consultations.places import read
from usecases.consultations.steps import Receipt, Step, question_meant, where_now
from usecases.consultations.typed_answers import Offer, key_of, offer_of, offer_words
from usecases.people import words_in_hand
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def type_at(
    tx: Transaction, world: World, person: Person, code: int, place: int, text: str, message_id: int
) -> Step | Receipt | Offer:
    """Words in reply to a question further up: they change its answer, or are offered as a comment
    on it. Where the person is does not change.

    Raises OldButton, NoLongerAsked, HasClosed, TextEmpty, TextTooLong, TooManyChoices, NotAChoice.
    """
    found, response = await response_to(tx, world, person, code)
    slug, question = response.consultation, question_meant(found, response, place)
    reading = read(world, question, response.given.get(question.key), text, person.language)
    if isinstance(reading, Comment):
        return await offer_words(tx, world, person, (slug, question), text)
    if isinstance(reading, Chosen):
        response = await save_value(tx, world, person, found, response, question, reading.value)
        given = f"{slug}/{question.key}"
        await words_in_hand.note_written(tx, world, person, given, message_id)
        return replace(where_now(world, found, response), changed=True)
    return where_now(world, found, response)


async def offer_still(
    tx: Transaction, world: World, person: Person, code: int, place: int
) -> Offer | None:
    """The words offered at this question, to be offered again; None if they are decided. Raises
    OldButton."""
    key = key_of(world, code, place)
    text = words_in_hand.offered(person, key)
    return None if text is None else await offer_of(tx, world, person, key, text)


async def edit(
    tx: Transaction, world: World, person: Person, message_id: int, text: str
) -> Step | Receipt | None:
    """Change the answer that this message gave, as the message was changed; None where it gave no
    answer, or not alone, or the new words are none.

    Raises NoLongerAsked, HasClosed, TextEmpty, TextTooLong, NotAChoice.
    """
    slug, _, key = (words_in_hand.written_in(person, message_id) or "").partition("/")
    code = world.loaded.consultation_codes.get(slug)
    if code is None or slug not in world.loaded.consultations:
        return None
    found, response = await response_to(tx, world, person, code)
    question = next((q for q in found.consultation.questions if q.key == key), None)
    if question is None:
        return None
    reading = read(world, offered(question, response.given), None, text, person.language)
    if not isinstance(reading, Chosen):
        return None
    if question.key not in path(found.consultation, response.given).keys:
        raise NoLongerAsked
    response = await save_value(tx, world, person, found, response, question, reading.value)
    return replace(where_now(world, found, response), changed=True)
