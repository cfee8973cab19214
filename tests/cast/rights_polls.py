"""Quick polls at each step of being made, asked and stopped, for the table of rights."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from rights_people import Trial
from sqlalchemy import insert

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.broadcasts.polls import Poll, tag_of
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.consultations import polls
from storage.conversation import codes, drafts
from storage.conversation.codes import CodeKind
from storage.conversation.drafts import Draft
from usecases.broadcasts import asked_polls, compose
from usecases.broadcasts.compose_poll import answer_tag

ANSWERS = ("Saturday", "Sunday", "Neither")
THE_POLL = 4712
"""Its id, by which the tag on its buttons is the same each time it is made ready."""
First = Callable[[Trial], Awaitable[tuple[int, ...]]]


def making(step: str, *numbers: int, number_of_answers: int = 3) -> First:
    """A poll in hand, at this step."""

    async def first(trial: Trial) -> tuple[int, ...]:
        data = {
            "step": step,
            "wards": [trial.ward],
            "page": 0,
            "kind": BroadcastKind.POLL,
            "text": "Which day suits you?",
            "answers": [*ANSWERS[:number_of_answers]],
            "closes": None,
        }
        await _keep(trial, Draft(compose.SENDING, data))
        return numbers

    return first


TAKES_OFF = making("answers", 0, answer_tag(ANSWERS[0]))


async def _keep(trial: Trial, draft: Draft) -> None:
    if trial.person.contact is not None:
        await drafts.keep(trial.tx, trial.person.contact.id, draft, trial.world.now())


async def _asked(trial: Trial, author: int) -> tuple[int, int]:
    """The code and the tag of a poll for the ward that was sent, also to this person."""
    tx, now = trial.tx, trial.world.now()
    asks = Poll(ANSWERS, now + timedelta(days=7))
    made = Broadcast(
        id=THE_POLL, kind=BroadcastKind.POLL, state=BroadcastState.AWAITING_APPROVAL,
        author=author, wards=(trial.ward,), theme=None, consultation=None, people_shown=1,
        people_frozen=None, filled_to=-1, decided_by=None, reported=False, poll=asks,
    )  # fmt: skip
    await records.add(tx, made, "Which day suits you?", now)
    await polls.add(tx, made.id, asks.closes_at, next_at=25)
    for to in (BroadcastState.APPROVED, BroadcastState.SENDING, BroadcastState.SENT):
        assert await records.change_state(tx, made.id, to=to, now=now)
    if trial.person.contact is not None:
        row = {
            "broadcast_id": made.id, "contact_id": trial.person.contact.id, "ward": trial.ward,
            "state": DeliveryState.SENT, "not_before": now,
        }  # fmt: skip
        await tx.execute(insert(deliveries.deliveries).values(**row))
    return await codes.code_for(tx, CodeKind.BROADCAST, str(made.id)), tag_of(made.id)


def _other(trial: Trial) -> int:
    others = (trial.administrator, trial.officer)
    return next(number for number in others if number != trial.staff_id)


async def to_answer(trial: Trial) -> tuple[int, int, int]:
    """A poll that was sent to this person, and its first answer."""
    code, tag = await _asked(trial, _other(trial))
    return code, 0, tag


async def to_open(trial: Trial) -> tuple[int, int, int]:
    """The same, to look at."""
    code, tag = await _asked(trial, _other(trial))
    return code, tag, 0


async def of_their_own(trial: Trial) -> tuple[int]:
    """A poll that this person has asked."""
    code, _ = await _asked(trial, trial.staff_id)
    return (code,)


async def of_a_colleague(trial: Trial) -> tuple[int]:
    """A poll that a colleague has asked."""
    code, _ = await _asked(trial, _other(trial))
    return (code,)


def with_a_reason(which: Callable[[Trial], Awaitable[tuple[int]]]) -> First:
    """Such a poll, and why this person stops it."""

    async def first(trial: Trial) -> tuple[int]:
        (code,) = await which(trial)
        data = {"text": "mistake"}
        await _keep(trial, Draft(asked_polls.STOPPING, data, about=str(code)))
        return (code,)

    return first


async def asked_why(trial: Trial) -> tuple[int]:
    """They are asked why they stop their own poll."""
    (code,) = await of_their_own(trial)
    await _keep(trial, Draft(asked_polls.STOPPING, {}, about=str(code)))
    return (code,)


async def nothing_more(trial: Trial) -> tuple[()]:
    """The same, for a button without numbers."""
    await asked_why(trial)
    return ()
