"""/results for everybody: one ward's results next to the whole area's, once they are released.

What is released is public, so anybody may look at any ward. Residents see their own first, staff of
some wards theirs. Nothing here counts or releases anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.schema.consultation import Consultation
from content.schema.council import Ward
from engagement.consultations.late import SETTLES_AFTER
from engagement.consultations.lifecycle import Phase, has_begun, phase
from engagement.consultations.steering import why_withdrawn
from engagement.consultations.survey import ResponseState
from engagement.errors import OldButton
from engagement.insight.ward_results import WardResults
from engagement.staff.rights import MAY_SEE_RESULTS, MAY_SEND
from storage.consultations import responses
from usecases.broadcasts.before_election import check_may_show
from usecases.broadcasts.compose_questions import own_wards, own_wards_in_use
from usecases.insight import results
from usecases.insight.results import AnsweredSoFar, Results, ResultsList
from usecases.people.identify import Person
from usecases.release import register
from usecases.release.register import Released
from usecases.world import Transaction, World

PAGE = 10
"""The wards on one page of a list."""


@dataclass(frozen=True, slots=True)
class ResultsOfWard:
    """One ward's results next to the whole area's, as they were released.

    ``here`` is None where the table tells no wards apart, or not this one. ``answered``: the reader
    is one of those who took part. ``others``: other wards can be chosen.
    """

    released: Released
    code: int
    ward: str
    here: WardResults | None
    answered: bool = False
    several: bool = False  # other consultations have opened too
    others: bool = False


@dataclass(frozen=True, slots=True)
class ResultsAwaited:
    """A consultation without results: it is open, being counted (``counted_from`` is set), or was
    withdrawn, for this reason."""

    consultation: Consultation
    counted_from: datetime | None = None
    withdrawn: bool = False
    why: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class WardsWithResults:
    """Which ward? ``listed`` are (number, ward). ``own``: the reader's own, of which there are
    several; all others can be listed too."""

    consultation: Consultation
    code: int
    listed: tuple[tuple[int, Ward], ...]
    page: int = 0
    pages: int = 1
    own: bool = False
    several: bool = False


Shown = ResultsOfWard | ResultsAwaited | WardsWithResults


def sees_every_ward(person: Person) -> bool:
    """Whether somebody is an officer or an administrator of every ward: they see the whole table,
    and before the close how many have answered."""
    staff = person.staff
    return staff is not None and staff.role in MAY_SEE_RESULTS and staff.every_ward


async def begin(
    tx: Transaction, world: World, person: Person
) -> ResultsList | Results | AnsweredSoFar | Shown:
    """/results: ask which consultation, or show the only one. Raises NotJoined, WaitsForElection
    and, for staff, WardsNotInUse and NotYourWards."""
    if sees_every_ward(person):
        return await results.begin(tx, world, person)
    found = await _theirs(tx, world, person)
    if len(found.rows) == 1:
        return await show(tx, world, person, found.rows[0][0])
    return found


async def show(tx: Transaction, world: World, person: Person, code: int) -> Shown:
    """One consultation: the reader's own ward, or a choice of their wards. Raises OldButton and
    what ``begin`` raises."""
    reader = await _reader(tx, world, person, code)
    if reader.released is None:
        return _awaited(world, reader)
    if reader.ward is not None:
        return _of_ward(world, reader, reader.ward)
    own = [w for w in _wards(world, reader.released) if w in reader.own]
    if len(own) == 1 or (not own and reader.own):
        return _of_ward(world, reader, (own or reader.own)[0].code)
    if not own:
        return _any_ward(world, reader, reader.released)
    listed = tuple(enumerate(own, start=1))
    return WardsWithResults(reader.consultation, code, listed, own=True, several=reader.several)


async def show_ward(tx: Transaction, world: World, person: Person, code: int, ward: int) -> Shown:
    """The results of any ward. Raises OldButton and what ``begin`` raises."""
    reader = await _reader(tx, world, person, code)
    return (
        _of_ward(world, reader, world.ward_coded(ward))
        if reader.released
        else _awaited(world, reader)
    )


async def choose_ward(tx: Transaction, world: World, person: Person, code: int, page: int) -> Shown:
    """A page of the wards whose results can be shown. Raises OldButton and what ``begin``
    raises."""
    reader = await _reader(tx, world, person, code)
    return _listed(world, reader, page) if reader.released else _awaited(world, reader)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who asks for the results of a consultation: the ward that is theirs, as a resident, or their
    ``own`` wards, as staff."""

    consultation: Consultation
    code: int
    released: Released | None
    ward: str | None = None
    own: tuple[Ward, ...] = ()
    answered: bool = False
    several: bool = False


async def _reader(tx: Transaction, world: World, person: Person, code: int) -> _Reader:
    found = world.consultation_coded(code).consultation
    if not has_begun(found, world.now()):
        raise OldButton
    if phase(found, world.now()) is Phase.CLOSED:
        check_may_show(world, found.wards or world.library.wards)
    released = await register.released(tx, world, found)
    if sees_every_ward(person):
        return _Reader(found, code, released, several=len(results.choose(world, person).rows) > 1)
    several = len((await _theirs(tx, world, person)).rows) > 1
    sits_for, lived_in = _wards_of(world, person), await _answered(tx, person)
    home = person.contact.ward if _is_resident(person) and person.contact is not None else None
    answered = found.slug in lived_in
    ward = lived_in.get(found.slug, home)
    if not answered and (ward is None or not found.is_for(ward)):
        ward = None  # the questions are other people's
    if not sits_for:
        return _Reader(found, code, released, ward, answered=answered, several=several)
    own = tuple(w for w in sits_for if found.is_for(w.code) and w.code != ward)
    if ward is not None and ward in world.known_wards:
        own += (world.known_wards[ward],)
    return _Reader(found, code, released, own=own, answered=answered, several=several)


def _wards_of(world: World, person: Person) -> tuple[Ward, ...]:
    """The wards of a member of staff whose role is for wards; none for a resident alone. Raises
    NotJoined for somebody who is neither, and WardsNotInUse and NotYourWards for staff without a
    ward who are no residents."""
    staff = person.staff
    if staff is not None and staff.role in MAY_SEND:
        return own_wards(world, staff) if _is_resident(person) else own_wards_in_use(world, staff)
    _ = person.resident
    return ()


def _is_resident(person: Person) -> bool:
    contact = person.contact
    return contact is not None and contact.resident_id is not None and contact.ward is not None


async def _answered(tx: Transaction, person: Person) -> dict[str, str]:
    """The ward in which this person answered, by consultation. Nobody is asked for their role."""
    if not _is_resident(person):
        return {}
    given = await responses.responses_of(tx, person.resident[0])
    return {r.consultation: r.ward for r in given if r.state is not ResponseState.STARTED}


async def _theirs(tx: Transaction, world: World, person: Person) -> ResultsList:
    """The consultations of this person: those for the wards they live in or sit for, those they
    answered, and those of other wards whose results are out."""
    wards = {ward.code for ward in _wards_of(world, person)}
    if _is_resident(person):
        wards.add(person.resident[1])
    given = await _answered(tx, person)
    found = []
    for one in world.all_consultations:
        is_theirs = one.slug in given or any(one.is_for(ward) for ward in wards)
        if is_theirs or await register.number_released(tx, world, one) is not None:
            found.append(one)
    return ResultsList(results.begun(world, found), of_wards=True)


def _awaited(world: World, reader: _Reader) -> ResultsAwaited:
    asked, several = reader.consultation, reader.several
    match phase(asked, world.now()):
        case Phase.WITHDRAWN:
            why = why_withdrawn(asked) or ""
            return ResultsAwaited(asked, withdrawn=True, why=why, several=several)
        case Phase.CLOSED:
            return ResultsAwaited(asked, asked.closes_at + SETTLES_AFTER, several=several)
        case _:
            return ResultsAwaited(asked, several=several)


def _wards(world: World, released: Released) -> list[Ward]:
    """The wards that the table tells apart and that a button can name, in order of name."""
    codes = [one.ward for one in released.table.by_ward if one.ward in world.loaded.ward_codes]
    found = [world.known_wards[code] for code in codes if code in world.known_wards]
    return sorted(found, key=lambda ward: (ward.name.casefold(), ward.code))


def _of_ward(world: World, reader: _Reader, ward: str) -> ResultsOfWard:
    released = reader.released
    if released is None:
        raise OldButton
    others = [one for one in _wards(world, released) if one.code != ward]
    return ResultsOfWard(
        released=released,
        code=reader.code,
        ward=ward,
        here=released.table.of_ward(ward),
        answered=reader.answered,
        several=reader.several,
        others=bool(others),
    )


def _any_ward(world: World, reader: _Reader, released: Released) -> Shown:
    """For somebody who has no ward of these questions: which one? Where none is told apart, the
    whole area's are shown next to why."""
    if _wards(world, released):
        return _listed(world, reader, 0)
    return _of_ward(world, reader, next(iter(reader.consultation.wards or world.library.wards)))


def _listed(world: World, reader: _Reader, page: int) -> WardsWithResults:
    wards = _wards(world, reader.released) if reader.released is not None else []
    if not wards:
        raise OldButton
    pages = -(-len(wards) // PAGE)
    page %= pages
    listed = tuple([*enumerate(wards, start=1)][page * PAGE : (page + 1) * PAGE])
    return WardsWithResults(
        reader.consultation, reader.code, listed, page, pages, several=reader.several
    )
