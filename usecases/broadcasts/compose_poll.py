"""/ask: making a quick poll step by step, in the same draft as any message to residents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zlib import crc32

from content.asked_in_words import (
    asks_for_help,
    asks_to_be_forgotten,
    asks_to_complain,
    asks_to_start,
    asks_to_stop,
)
from content.typed_by_staff import days_and_number
from content.typed_words import BACK, DONE, as_written, gives_up, keyed, move_in, taken_off
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.broadcasts.polls import (
    DAYS,
    FEWEST_ANSWERS,
    LONGEST_DAYS,
    answers_in,
    check_answers,
    check_enough,
    check_question,
    is_within,
)
from engagement.broadcasts.refusals import (
    PollAnswerMeansMore,
    PollEndNotADay,
    PollEndNotWithin,
)
from engagement.broadcasts.styled_text import Mark, plain_text
from engagement.consultations.near_days import end_typed
from engagement.consultations.refusals import NoSuchDay
from engagement.consultations.typed_numbers import number_and_words, numbers_in
from engagement.errors import OldButton
from engagement.people.personal_data import signs_of_personal_data
from engagement.staff.rights import MAY_SEND, check
from usecases.broadcasts import compose, held_sends
from usecases.broadcasts.compose import Composing
from usecases.broadcasts.compose_questions import own_wards, own_wards_in_use
from usecases.broadcasts.draft_parts import POLL_STEPS, is_poll, is_whole, next_step
from usecases.broadcasts.kept_messages import begun_before, numbered
from usecases.broadcasts.poll_questions import days_to_end, end_after, example_end
from usecases.people.identify import Person
from usecases.world import Transaction, World

Data = Mapping[str, Any]


async def begin(tx: Transaction, world: World, person: Person, text: str = "") -> Composing:
    """/ask: start a quick poll, perhaps with the question after the command. A message that was
    begun before is kept. Raises StaffOnly, SendsHeld, WardsNotInUse, NotYourWards, and what is
    wrong with the question."""
    member = check(person.staff, MAY_SEND)
    await held_sends.check_not_held(tx)
    own = own_wards_in_use(world, member)
    wards = [own[0].code] if len(own) == 1 else []
    data: dict[str, Any] = {
        "step": "text",
        "wards": wards,
        "page": 0,
        "kind": BroadcastKind.POLL,
        "theme": None,
        "consultation": None,
        "answers": [],
        "closes": None,
    }
    if text.strip():
        data |= {"text": _checked(text), "step": "answers"}
    if began := begun_before(person):
        data["before"] = began
    data = numbered(world, data)
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def type_here(
    tx: Transaction,
    world: World,
    person: Person,
    data: Data,
    text: str,
    *,
    marks: Sequence[Mark] = (),
) -> Composing:
    """Handle words typed at a step of a quick poll, other than the choice of wards and the preview.
    Raises OldButton, and what is wrong with them."""
    plain, _ = plain_text(text, marks)
    match data["step"]:
        case "text":
            return await _on(tx, world, person, {**data, "text": _checked(plain)})
        case "answers":
            return await _type_answers(tx, world, person, data, plain)
        case "end":
            closes = _end_typed(world, plain)
            return await _on(tx, world, person, {**data, "closes": closes.isoformat()})
        case _:
            raise OldButton


async def go_on(tx: Transaction, world: World, person: Person) -> Composing:
    """Leave a step as it is, and go on to the next. Raises PollAnswersMissing, OldButton."""
    data = _in_hand(person)
    if data["step"] == "answers":
        check_enough(data.get("answers", ()))
    return await _on(tx, world, person, data)


async def take_off(
    tx: Transaction, world: World, person: Person, place: int, tag: int
) -> Composing:
    """Take one of the answers off. A second tap takes off no other. Raises OldButton."""
    data = _in_hand(person)
    answers = [*data.get("answers", ())]
    if data["step"] != "answers":
        raise OldButton
    if place < len(answers) and tag == answer_tag(answers[place]):
        del answers[place]
    return await compose.to_step(tx, world, person, {**data, "answers": answers}, "answers")


async def choose_end(tx: Transaction, world: World, person: Person, days: int) -> Composing:
    """It ends so many days from now. Raises OldButton for any that isn't on offer."""
    data = _in_hand(person)
    if days not in DAYS or data["step"] != "end":
        raise OldButton
    closes = end_after(world, days)
    return await _on(tx, world, person, {**data, "closes": closes.isoformat()})


async def change(tx: Transaction, world: World, person: Person, step: str) -> Composing:
    """Go to this step of a poll again; everything else stays. Raises OldButton."""
    data = _in_hand(person)
    if step not in POLL_STEPS:
        raise OldButton
    return await compose.to_step(tx, world, person, data, step)


async def back(tx: Transaction, world: World, person: Person, data: Data) -> Composing:
    """One step back. Nothing is lost."""
    one_ward = len(own_wards(world, check(person.staff, MAY_SEND))) == 1
    return await compose.to_step(tx, world, person, data, step_before(data, one_ward=one_ward))


def step_before(data: Data, *, one_ward: bool) -> str:
    """The step to which "Back" leads: of a poll that has everything, its preview."""
    if is_whole(data):
        return "preview"
    order = [step for step in POLL_STEPS if step != "wards" or not one_ward]
    place = order.index(data["step"])
    return order[max(0, place - 1)]


def answer_tag(answer: str) -> int:
    """A number that tells one answer from another on a button."""
    return crc32(answer.encode()) >> 1


def _in_hand(person: Person) -> Data:
    data = compose.in_hand(person)
    if not is_poll(data):
        raise OldButton
    return data


async def _on(tx: Transaction, world: World, person: Person, data: Data) -> Composing:
    """The next step for which there is nothing yet; where the wards were lost, these. What was
    typed under the preview has been seen by then."""
    data = {**data, "beside": ""}
    if not data["wards"] and data.get("lost"):
        return await compose.after_wards(tx, world, person, data)
    return await compose.to_step(tx, world, person, data, next_step(data))


def _checked(text: str) -> str:
    return check_question(text, signs_of_personal_data([text]))


async def _type_answers(
    tx: Transaction, world: World, person: Person, data: Data, text: str
) -> Composing:
    """Add the typed answers, or take one off. Two or more in one message are all of them."""
    before = [*data.get("answers", ())]
    off = taken_off(text)
    numbers = numbers_in(off) if off is not None else ()
    if before and numbers and all(1 <= n <= len(before) for n in numbers):
        left = [answer for n, answer in enumerate(before, start=1) if n not in numbers]
        return await compose.to_step(tx, world, person, {**data, "answers": left}, "answers")
    if (done := await _moved(tx, world, person, data, text)) is not None:
        return done
    typed = answers_in(text, len(before))
    if len(typed) > FEWEST_ANSWERS and move_in(typed[-1]) == DONE:
        typed = typed[:-1]
    every = (*before, *typed)
    check_answers(every, signs_of_personal_data(typed), [keyed(a) or as_written(a) for a in every])
    for number, answer in enumerate(every, start=1):
        _check_meaning(number, answer)
    added = {**data, "answers": [*every]}
    if not before and len(typed) > 1:
        return await _on(tx, world, person, added)
    return await compose.to_step(tx, world, person, added, "answers")


async def _moved(
    tx: Transaction, world: World, person: Person, data: Data, text: str
) -> Composing | None:
    """What "done", "back" or "cancel" alone leads to, though they were typed before the buttons
    were there; None for any other words. Nothing is dropped unseen: after "cancel" the answers are
    shown as they are. Raises PollAnswersMissing."""
    if gives_up(text):
        return await compose.to_step(tx, world, person, data, "answers")
    match move_in(text):
        case way if way == DONE:
            check_enough(data.get("answers", ()))
            return await _on(tx, world, person, data)
        case way if way == BACK:
            return await back(tx, world, person, data)
        case _:
            return None


_OTHER_MEANINGS = (
    asks_to_stop,
    asks_for_help,
    asks_to_be_forgotten,
    asks_to_start,
    asks_to_complain,
)


def _check_meaning(number: int, answer: str) -> None:
    """Raise PollAnswerMeansMore for an answer that does something else when it is typed, or begins
    with another number than its own."""
    plain = numbers_in(answer)
    other_number = bool(plain) and plain != (number,) and number_and_words(answer) is None
    if other_number or any(means(answer) for means in _OTHER_MEANINGS):
        raise PollAnswerMeansMore(answer=answer)


def _end_typed(world: World, text: str) -> datetime:
    """The end that was typed: a day, which counts to its end, a day and a time, or a number of
    days. Raises PollEndNotADay, PollEndNotWithin."""
    zone, now = world.library.council.timezone, world.now()
    first, last = days_to_end(world)
    each, number = days_and_number(text) or (1, text)
    numbers = numbers_in(number)
    if len(numbers) == 1 and 0 < numbers[0] * each <= LONGEST_DAYS:
        return end_after(world, numbers[0] * each)
    try:
        closes = None if numbers else end_typed(text, first=first, last=last, zone=zone)
    except NoSuchDay:
        raise PollEndNotWithin(first=first, last=last) from None
    if closes is None and not numbers:
        raise PollEndNotADay(first=first, last=last, example=example_end(world))
    # A number of days is beyond what is possible.
    if closes is None or not is_within(closes, now):
        raise PollEndNotWithin(first=first, last=last)
    return closes
