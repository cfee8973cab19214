"""The questions of a quick poll that is being made: what is asked, its answers, and its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from content.schema.authored import local
from engagement.broadcasts.polls import DAYS, LONGEST_DAYS
from engagement.staff.rights import MAY_SEND, check
from usecases.broadcasts.compose_questions import own_wards
from usecases.broadcasts.draft_parts import is_whole
from usecases.broadcasts.kept_messages import KeptMessage, kept_before
from usecases.broadcasts.returned_messages import ReturnedMessage, returned
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class PollQuestion:
    """The request for the question itself. ``now`` is the one there is; ``whole``: everything else
    is there too. ``before`` and ``returned`` are what was begun before, and what came back."""

    now: str = ""
    whole: bool = False
    several_wards: bool = False
    before: tuple[KeptMessage, ...] = ()
    returned: tuple[ReturnedMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswersQuestion:
    """The request for the answers to choose from, with those there are."""

    question: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndQuestion:
    """The request for the end. ``on_offer`` are the ends on the buttons by their days, ``last`` is
    the latest there can be, ``example`` a day that can be typed, ``now`` the end there is."""

    question: str
    on_offer: tuple[tuple[int, datetime], ...]
    last: datetime
    example: date
    now: datetime | None = None


PollAsks = PollQuestion | AnswersQuestion | EndQuestion


async def poll_question(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any]
) -> PollAsks:
    """What a quick poll is asked for at its step: the question, the answers or the end."""
    member = check(person.staff, MAY_SEND)
    question = str(data.get("text", ""))
    match data["step"]:
        case "answers":
            return AnswersQuestion(question, tuple(data.get("answers", ())))
        case "end":
            now = data.get("closes")
            return EndQuestion(
                question,
                tuple((days, end_after(world, days)) for days in DAYS),
                end_after(world, LONGEST_DAYS),
                example_end(world),
                datetime.fromisoformat(now) if now else None,
            )
        case _:
            return PollQuestion(
                question,
                whole=is_whole(data),
                several_wards=len(own_wards(world, member)) > 1,
                before=kept_before(data),
                returned=await returned(tx, world, member, data),
            )


def days_to_end(world: World) -> tuple[date, date]:
    """The first and the last day on which a poll may end."""
    today = local(world.now(), world.library.council.timezone).date()
    return today, today + timedelta(days=LONGEST_DAYS)


def example_end(world: World) -> date:
    """One of these days, as an example."""
    return days_to_end(world)[0] + timedelta(days=9)


def end_after(world: World, days: int) -> datetime:
    """The end of the day that is so many days from now, by the council's clocks."""
    zone = world.library.council.timezone
    there = local(world.now(), zone)
    midnight = datetime.combine(there.date() + timedelta(days=days + 1), time(), there.tzinfo)
    return midnight.astimezone(world.now().tzinfo)
