"""/mine: the responses a resident has given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from content.schema.authored import local
from content.schema.consultation import Consultation
from engagement.consultations.eligibility import not_open
from engagement.consultations.lifecycle import (
    Hearing,
    Phase,
    has_ended,
    hear_day,
    hearing,
    phase,
)
from engagement.consultations.steering import how_told, paused_until, why_withdrawn
from engagement.consultations.survey import Value
from engagement.errors import OldButton
from storage.broadcasts import started
from storage.consultations import comments, late_answers, responses
from storage.consultations.responses import Response
from usecases.broadcasts.before_election import held_until, is_withheld, periods_for
from usecases.consultations import polls_in_front
from usecases.consultations.polls_in_front import PollInFront
from usecases.people import leave
from usecases.people.identify import Person
from usecases.people.words_of_danger import may_be_quoted, unquoted_texts
from usecases.release import register
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class LateAnswers:
    """What came after the close: it is kept, and doesn't count."""

    values: Mapping[str, Value] = field(default_factory=dict)
    comments: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    unquoted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GivenAnswers:
    """One of a resident's responses, for /mine.

    ``open`` is true while it can be changed; ``hearing`` is for afterwards, and ``hear_by`` the day
    by which they hear, which an election moves; ``receipt`` is the code, once they have seen it;
    ``comments`` are by question, the oldest first, and None for one that is not quoted.
    ``unquoted`` are the questions whose answer is not quoted. ``late`` is the same for what came
    after the close. Where it takes no answers for a while ``paused_until`` is set, and
    ``why_withdrawn`` where it was withdrawn.
    """

    consultation: Consultation
    code: int
    receipt: str | None
    open: bool
    hearing: Hearing
    hear_by: date
    values: Mapping[str, Value] = field(default_factory=dict)
    comments: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    unquoted: frozenset[str] = frozenset()
    late: LateAnswers = field(default_factory=LateAnswers)
    paused_until: datetime | None = None
    why_withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else who answered on the same phone: the code of what they answer, their number
    there, and whether answers are taken now."""

    code: int
    number: int
    open: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """All responses this resident has given, and beside them the quick polls that they have
    answered, with whether each can still be answered. ``guests`` are the others who answered on
    their phone, as long as they are linked to it."""

    responses: tuple[GivenAnswers, ...]
    polls: tuple[PollInFront, ...] = ()
    guests: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentShown:
    """A comment in the list, with its id. It can be deleted until its consultation has ended, also
    in a pause, in which only answers are not taken. The text is None where it is not quoted."""

    id: int
    consultation: Consultation
    text: str | None
    can_go: bool


@dataclass(frozen=True, slots=True)
class MyComments:
    """Every comment of this resident, the latest first. ``held`` where the law wants everything
    kept: none of them can be deleted. ``unclear`` where they wanted to delete one and didn't say
    which in all the words of its button."""

    comments: tuple[CommentShown, ...]
    deleted: bool = False
    unclear: bool = False
    held: bool = False


async def my_comments(tx: Transaction, world: World, person: Person) -> MyComments:
    """Every comment of this resident. Raises NotJoined."""
    resident, _ = person.resident
    written = await comments.every_comment_of(tx, resident)
    held = await leave.is_held(tx)
    return MyComments(
        tuple(
            CommentShown(
                id=comment.id,
                consultation=found.consultation,
                text=comment.text if may_be_quoted(comment.text) else None,
                can_go=not held and not has_ended(found.consultation, world.now()),
            )
            for comment in reversed(written)
            if (found := world.loaded.consultations.get(comment.consultation)) is not None
        ),
        held=held,
    )


async def delete_comment(
    tx: Transaction, world: World, person: Person, comment_id: int
) -> MyComments:
    """Delete one of this resident's own comments; none while the law wants everything kept, and
    the list says so. Raises OldButton, HasClosed, WasWithdrawn, NotJoined."""
    resident, _ = person.resident
    for comment in await comments.every_comment_of(tx, resident):
        found = world.loaded.consultations.get(comment.consultation)
        if comment.id == comment_id and found is not None:
            if has_ended(found.consultation, world.now()):
                raise not_open(found.consultation, world.now())
            if await leave.is_held(tx):
                return await my_comments(tx, world, person)
            await comments.delete_comment(tx, resident, comment.id)
            return replace(await my_comments(tx, world, person), deleted=True)
    raise OldButton


async def mine(tx: Transaction, world: World, person: Person) -> Mine:
    """/mine: every response, the latest first. Raises NotJoined."""
    resident, ward = person.resident
    given = await responses.responses_of(tx, resident)
    outcomes = await started.outcomes_sent(tx, [one.consultation for one in given])
    heard = {
        sent.consultation
        for sent in outcomes
        if not is_withheld(world, sent, ward)
        and {ward, *(r.ward for r in given if r.consultation == sent.consultation)} & {*sent.wards}
    }
    out = await _with_results(tx, world, [one.consultation for one in given])
    today = local(world.now(), world.library.council.timezone).date()
    written = await comments.comments_of(tx, resident)
    came_late = await _late(tx, world, resident)
    return Mine(
        tuple(
            GivenAnswers(
                consultation=found.consultation,
                code=world.loaded.consultation_codes[response.consultation],
                receipt=_receipt(world, found.consultation, response),
                open=phase(found.consultation, world.now()) is Phase.OPEN,
                hearing=hearing(
                    today,
                    _hear_by(world, found.consultation),
                    promised=found.consultation.hear_by,
                    sent=response.consultation in heard,
                    told=bool(how_told(found.consultation)),
                    results=response.consultation in out,
                ),
                hear_by=_hear_by(world, found.consultation),
                values=response.values,
                unquoted=unquoted_texts(found.consultation, response.values),
                comments=_quoted(written, response.consultation),
                late=came_late.get(response.consultation, LateAnswers()),
                paused_until=paused_until(found.consultation, world.now()),
                why_withdrawn=why_withdrawn(found.consultation),
            )
            for response in given
            if (found := world.loaded.consultations.get(response.consultation)) is not None
        ),
        await polls_in_front.answered(tx, world, person),
        guests=await _guests(tx, world, person),
    )


async def _with_results(tx: Transaction, world: World, slugs: Sequence[str]) -> set[str]:
    """Those of these consultations whose results are released, and don't wait for an election."""
    known = world.loaded.consultations
    found = [known[slug].consultation for slug in slugs if slug in known]
    return {
        one.slug
        for one in found
        if await register.number_released(tx, world, one) is not None
        and held_until(world, one.wards or world.library.wards) is None
    }


async def _guests(tx: Transaction, world: World, person: Person) -> tuple[Other, ...]:
    found = [one.guest for one in await leave.guests_of(tx, world, person)]
    return tuple(
        Other(
            world.loaded.consultation_codes[guest.consultation],
            guest.number,
            phase(known.consultation, world.now()) is Phase.OPEN,
        )
        for guest in found
        if guest is not None
        and (known := world.loaded.consultations.get(guest.consultation)) is not None
    )


def _receipt(world: World, consultation: Consultation, response: Response) -> str | None:
    """The receipt, once its owner has seen it: at the end of the questions, or after the close."""
    is_shown = response.has_ended or has_ended(consultation, world.now())
    return response.receipt if response.values and is_shown else None


def _quoted(
    written: Mapping[tuple[str, str], Sequence[str]], consultation: str
) -> dict[str, tuple[str | None, ...]]:
    """The comments on one consultation by question; None for one that is not quoted."""
    return {
        key: tuple(text if may_be_quoted(text) else None for text in texts)
        for (slug, key), texts in written.items()
        if slug == consultation
    }


async def _late(tx: Transaction, world: World, resident: int) -> dict[str, LateAnswers]:
    """What this resident sent after the close, by consultation."""
    values: dict[str, dict[str, Value]] = {}
    for (slug, key), value in (await late_answers.late_of(tx, resident)).items():
        values.setdefault(slug, {})[key] = value
    written = await late_answers.late_comments_of(tx, resident)
    found = {}
    for slug in {*values, *(slug for slug, _ in written)} & world.loaded.consultations.keys():
        consultation, given = world.consultation(slug).consultation, values.get(slug, {})
        unquoted = unquoted_texts(consultation, given)
        found[slug] = LateAnswers(given, _quoted(written, slug), unquoted)
    return found


def _hear_by(world: World, consultation: Consultation) -> date:
    """The day by which people hear what came of it. In an election the clock stands still."""
    zone = world.library.council.timezone
    held = {
        (local(period.begins, zone).date(), period.last_day)
        for ward in consultation.wards or world.library.wards
        for period in periods_for(world, ward)
    }
    return hear_day(consultation.hear_by, local(consultation.closes_at, zone).date(), held)
