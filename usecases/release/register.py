"""The release of results: the table is written once, when counting is complete, and read after."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from content.schema.consultation import Consultation, QuestionKind
from content.schema.council import Thresholds
from engagement.consultations.equality import key_of
from engagement.consultations.lifecycle import Phase, phase, released_since_close
from engagement.consultations.steering import authored_of, steered, steering_of
from engagement.insight.disclosure import RULE, Published, published
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.second_table import Second, differs, joined_tens, second_table
from engagement.insight.shown_numbers import shown_number
from engagement.insight.summary import Counts
from engagement.insight.ward_tables import ward_tables
from engagement.people.outlasting import Outlasted, ResultsReleased
from engagement.staff.approvals import hash_of
from storage.consultations import versions
from storage.consultations.late_answers import count_late
from storage.insight import counts, releases
from storage.insight.releases import Release
from storage.operations import deployment
from usecases.release import all_in, counting, equality
from usecases.world import Transaction, World, is_behind


@dataclass(frozen=True, slots=True)
class Released:
    """The results of a consultation, with its questions as they were answered.

    ``earlier_close`` is set where it was opened again, and too little is known to have happened
    since that close to count again: the numbers are those of then.
    """

    consultation: Consultation
    table: ReleasedTable
    table_hash: str
    released_at: datetime
    earlier_close: datetime | None = None


@dataclass(frozen=True, slots=True)
class _ShownBefore:
    """Results as they were kept before there was a register."""

    published: Published
    by: dict[str, int]
    final: bool
    late: int | None = None


ECHOED = "echoed:"
"""The beginning of the facts that say of which releases people were sent what their ward said."""
NOT_NOTED = 0
"""The version of the rule of what was shown before versions were noted."""
_TABLE = TypeAdapter(ReleasedTable)
_ENTRY = TypeAdapter(Release)
_SHOWN_BEFORE = TypeAdapter(_ShownBefore)


async def is_released(tx: Transaction, world: World, consultation: Consultation) -> bool:
    """Whether the results have been released since the close: nothing is added to them."""
    last = await releases.latest(tx, consultation.slug)
    return _is_of_last_close(last, consultation, world)


def _is_of_last_close(last: Release | None, consultation: Consultation, world: World) -> bool:
    released_at = None if last is None else last.released_at
    return released_since_close(consultation, released_at, world.now())


async def released(tx: Transaction, world: World, consultation: Consultation) -> Released | None:
    """What has been released since the last close; None where nothing has. It releases nothing."""
    consultation = in_force(world, consultation)
    last = await releases.latest(tx, consultation.slug)
    is_over = phase(consultation, world.now()) is Phase.CLOSED
    is_out = is_over and _is_of_last_close(last, consultation, world)
    return await _read(tx, last, consultation) if last is not None and is_out else None


async def number_released(tx: Transaction, world: World, consultation: Consultation) -> int | None:
    """The number of the release since the last close; None where there is none."""
    last = await releases.released_last(tx, consultation.slug)
    is_over = phase(in_force(world, consultation), world.now()) is Phase.CLOSED
    if last is None or not is_over:
        return None
    number, at = last
    is_out = released_since_close(in_force(world, consultation), at, world.now())
    return number if is_out else None


def echo_fact(slug: str, number: int) -> str:
    """The fact that an echo of this release was made."""
    return f"{ECHOED}{echo_id(slug, number):x}"


def echo_id(slug: str, number: int) -> int:
    """The id of the message that tells of this release."""
    digest = hashlib.blake2b(f"echo {slug} {number}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


async def release(tx: Transaction, world: World, consultation: Consultation) -> Released | None:
    """The results of a consultation, released now if that was still to be done; None before it has
    closed, and while answers that count may still come in.

    What is released is never counted again: not when somebody is forgotten, nor after a restore, a
    move, new boundaries or other thresholds. Only if the consultation was opened again is there a
    second release, after its later close; and that repeats the first table unless it is known from
    what is shown that enough people have come, or enough have changed their answers, because the
    two together would tell their answers. What is shown in the second tells nothing more of a few
    people in the first.
    """
    consultation = in_force(world, consultation)
    if phase(consultation, world.now()) is not Phase.CLOSED:
        return None
    last = await releases.latest(tx, consultation.slug)
    if last is None and (shown := await _shown_before(tx, consultation)) is not None:
        last = await enter(tx, world, shown)
    if last is None or not _is_of_last_close(last, consultation, world):
        # What was decided just now, by a command, may have opened it again.
        if await is_behind(tx, world) or not await all_in.is_all_in(tx, world, consultation):
            return None
        is_first = last is None
        last = await enter(tx, world, await _next(tx, world, consultation, last))
        if is_first:
            await _enter_equality(tx, world, consultation)
    return await _read(tx, last, consultation)


async def _enter_equality(tx: Transaction, world: World, consultation: Consultation) -> None:
    """Release what people said of themselves, once: a second table after a reopening would tell
    what the two differ by."""
    by_ward = await counting.people_by_ward(tx, world, consultation)
    everybody = {ward: by_ward.get(ward, 0) for ward in counting.wards_of(world, consultation)}
    found = await equality.counted(tx, world, consultation, {**everybody, **by_ward})
    if found is not None:
        people, table = found
        made = _entry(consultation, 1, people, as_written(table), world.now())
        await enter(tx, world, replace(made, consultation=key_of(consultation.slug)))


async def equality_table(tx: Transaction, consultation: Consultation) -> ReleasedTable | None:
    """What was released of what people said of themselves; None where nothing was."""
    made = await releases.numbered(tx, key_of(consultation.slug), 1)
    return None if made is None else _TABLE.validate_python(made.body)


def in_force(world: World, consultation: Consultation) -> Consultation:
    """The consultation as it is in force by now."""
    known = world.loaded.consultations.get(consultation.slug)
    return consultation if known is None else known.consultation


async def put_back(tx: Transaction, known: Outlasted) -> int:
    """Put into the register what was released after a backup was made. Returns their number.

    What was released before this database was in use is of another one, as after a trial.
    """
    found, since = 0, await versions.first_loaded(tx)
    for (slug, number), noted in known.released.items():
        try:
            made = _ENTRY.validate_json(base64.b64decode(noted.what, validate=True))
        except (ValueError, ValidationError):
            continue  # a line that was damaged, or that a later version has written
        is_there = await releases.numbered(tx, slug, number) is not None
        is_ours = since is not None and since <= made.released_at
        if is_ours and not is_there and (made.consultation, made.number) == (slug, number):
            await releases.add_once(tx, made)
            # People may have had its echo already, and nobody gets it twice.
            await deployment.remember(tx, echo_fact(slug, number), "restored")
            found += 1
    return found


async def enter(tx: Transaction, world: World, made: Release) -> Release:
    """Write an entry, which a restored backup must not undo. If somebody else has just written the
    one of this number, theirs counts."""
    await releases.add_once(tx, made)
    written = await releases.numbered(tx, made.consultation, made.number) or made
    entry = base64.b64encode(_ENTRY.dump_json(written)).decode()
    world.outlast(ResultsReleased(written.consultation, written.number, entry))
    return written


async def _next(
    tx: Transaction, world: World, consultation: Consultation, before: Release | None
) -> Release:
    """The entry to write now: a new table, or the one ``before`` again."""
    exact = await counting.count(tx, world, consultation)
    limits, now = Limits.of(world.thresholds), world.now()
    number = 1 if before is None else before.number + 1
    if before is None:
        made = Second(published(exact, world.thresholds))
        apart = await counting.on_shared_phones(tx, world, consultation)
        inside = await counting.count_in_wards(tx, consultation)
        wards, since = ward_tables(exact, made.published, inside, world.thresholds), None
    else:
        first = _TABLE.validate_python(before.body)
        if not await _may_follow(tx, world, consultation, before, first, exact):
            return _entry(consultation, number, before.people, before.body, now, rule=before.rule)
        made = second_table(exact, first, world.thresholds)
        # The links are cut by now: nobody knows from how many phones they come.
        apart = first.apart
        # Two tables of a ward would tell what the few said who came between.
        wards, since = first.by_ward, first.by_ward_since
        if wards and since is None:
            since = (await releases.counted(tx, before)).released_at
    late = shown_number(await count_late(tx, consultation.slug), world.thresholds).about
    joined = joined_tens(made.published, exact.by_ward, world.thresholds)
    table = ReleasedTable(
        made.published,
        limits,
        late,
        made.former,
        joined,
        apart=apart,
        by_ward=wards,
        by_ward_since=since,
    )
    return _entry(consultation, number, exact.people, as_written(table), now)


async def _may_follow(
    tx: Transaction,
    world: World,
    consultation: Consultation,
    before: Release,
    first: ReleasedTable,
    now: Counts,
) -> bool:
    """Whether another table may be released after the one ``before``: where enough people have
    come, by what anybody knows, or enough of those who were counted answered something else."""
    if differs(now.by_ward, first, world.thresholds):
        return True
    counted = await releases.counted(tx, before)
    texts = [q.key for q in consultation.questions if q.kind is QuestionKind.TEXT]
    changed = await counts.changed_since(tx, consultation.slug, counted.released_at, texts)
    return changed >= world.thresholds.smallest_cell


def _entry(
    consultation: Consultation,
    number: int,
    people: int,
    body: Mapping[str, Any],
    at: datetime,
    *,
    rule: int = RULE,
) -> Release:
    return Release(
        consultation=consultation.slug,
        number=number,
        content_hash=versions.hash_of(authored_of(consultation)),
        table_hash=hash_of(body),
        rule=rule,
        people=people,
        body=body,
        released_at=at,
    )


def as_written(table: ReleasedTable) -> Mapping[str, Any]:
    """The table as the register keeps it."""
    written: Mapping[str, Any] = _TABLE.dump_python(table, mode="json")
    return written


async def _read(tx: Transaction, made: Release, consultation: Consultation) -> Released:
    answered = await versions.by_hash(tx, made.consultation, made.content_hash)
    steering = steering_of(consultation)
    if answered is not None and steering is not None:
        # The wording as it was answered, with the dates that were in force.
        answered = steered(answered, steering)
    table = _TABLE.validate_python(made.body)
    released = Released(answered or consultation, table, made.table_hash, made.released_at)
    counted = await releases.counted(tx, made)
    if counted.number == made.number:
        return released
    then = await versions.by_hash(tx, made.consultation, counted.content_hash)
    closed = counted.released_at if then is None else then.closes_at
    return replace(released, earlier_close=closed)


async def _shown_before(tx: Transaction, consultation: Consultation) -> Release | None:
    """What was last shown before there was a register, as its first entry: people have seen that
    table, and another next to it would tell what the two differ by. None if nothing was, or only
    before the close."""
    last = await deployment.last_shown(tx, consultation.slug)
    if last is None:
        return None
    people, body, shown_at = last
    try:
        shown = _SHOWN_BEFORE.validate_python(body)
        by = Thresholds.model_validate(shown.by)
    except ValidationError:
        return None
    if not shown.final:
        return None
    table = ReleasedTable(shown.published, Limits.of(by), shown.late)
    return _entry(consultation, 1, people, as_written(table), shown_at, rule=NOT_NOTED)
