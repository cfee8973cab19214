"""The context of every use case: the council's content, the clock and the random source."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

from content.election_days import hold_at_opening, in_words
from content.library import Library
from content.schema.authored import local
from content.schema.consultation import Consultation
from content.schema.council import Thresholds, Ward
from engagement.broadcasts.pace import Rates
from engagement.broadcasts.quiet_hours import is_quiet
from engagement.consultations.corrections import exchanged
from engagement.consultations.lifecycle import Phase, has_begun, is_approved, may_replace, phase
from engagement.consultations.receipt import receipt_code
from engagement.consultations.steering import Steering, SteeringAct, authored_of, steered
from engagement.errors import NoSuchConsultation, OldButton
from engagement.people.geography import Boundaries
from engagement.people.outlasting import Outlasting
from storage.consultations import steps, versions
from storage.consultations.versions import Published
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.engine.database import DATABASE_AWAY as DATABASE_AWAY
from storage.engine.database import Transaction as Transaction
from storage.engine.outages import is_of_a_file as is_of_a_file
from storage.engine.outages import is_value_to_blame as is_value_to_blame
from storage.engine.outages import outage_in_act as outage_in_act
from storage.engine.outages import outage_of as outage_of
from storage.operations import deployment
from storage.people import boundaries, follows, residents

Kept = TypeVar("Kept")

WARD_NAMED = "ward "
"""Facts that begin so hold a ward's year and name, in case it leaves the files."""
LONGEST_NAME = 150
NOTHING_IS_ON_ITS_WAY = datetime.max.replace(tzinfo=UTC)
EDITED, LEFT = "edited", "left the files"
"""Why an approval counts no more, if its consultation was edited, or left, before it opened."""
MADE_UP = "made up for this story"
DRAWS = 20
"""Codes tried before giving up. A code is rarely in use, so two in a row already are very rare."""


class OpenConsultationChanged(Exception):
    """The questions, options or wards of an open consultation differ in the new files."""


class MeaningsExchanged(OpenConsultationChanged):
    """The new files give ``text`` of an open consultation to another option, question or end of a
    scale than people have seen it at."""

    def __init__(self, slug: str, text: str) -> None:
        super().__init__(slug)
        self.text = text


class OpensBeforeElection(OpenConsultationChanged):
    """The new files open a consultation that wasn't open before, in a hold of one of its wards."""

    def __init__(self, slug: str, days: str) -> None:
        super().__init__(slug)
        self.days = days


@dataclass(frozen=True, slots=True)
class Loaded:
    """The content in force according to the database, with the short codes that buttons carry.

    Consultations are as they are in force, with what staff have decided up to ``steered_to``: the
    latest decision, and how many there were. ``gone`` are the wards that have left the files, by
    code: people may still have them. ``themes_gone`` are the themes that people follow and that
    have left them just now.
    """

    consultations: Mapping[str, Published] = field(default_factory=dict)
    consultation_codes: Mapping[str, int] = field(default_factory=dict)
    ward_codes: Mapping[str, int] = field(default_factory=dict)
    boundaries: Boundaries | None = None
    gone: Mapping[str, Ward] = field(default_factory=dict)
    themes_gone: tuple[str, ...] = ()
    steered_to: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class World:
    """The one clock, the one random source, and the content the council has authored.

    ``now`` returns an aware datetime; ``sleep`` takes seconds; ``draw`` returns a random integer
    of 63 bits. All code in a process shares one world, so that edited files take effect everywhere
    at once (``renew``); nothing else in it changes once the bot is built. ``rates`` are the sending
    rates of this deployment. ``outlast`` notes, before the commit, what a restored backup must not
    undo.
    ``received_up_to`` is the last moment at which Telegram had nothing more for us; where no bot
    receives, nothing is on its way. ``story`` is true where what is made up may be shown. There
    every consultation counts as approved, unless the story's ``staff_approve`` each of them, as in
    the demo and the tour.
    """

    library: Library
    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    draw: Callable[[], int]
    loaded: Loaded = Loaded()
    rates: Rates = field(default_factory=Rates)
    outlast: Callable[[Outlasting], None] = lambda _: None
    received_up_to: Callable[[], datetime | None] = lambda: NOTHING_IS_ON_ITS_WAY
    story: bool = False
    staff_approve: bool = False

    @property
    def is_approved_by_nobody(self) -> bool:
        """Whether every consultation opens at its date, in a story without staff."""
        return self.story and not self.staff_approve

    @property
    def thresholds(self) -> Thresholds:
        """The thresholds this council has set."""
        return self.library.council.thresholds

    @property
    def vintage(self) -> int:
        """The year of the ward boundaries in force."""
        return self.library.council.vintage

    @property
    def is_quiet(self) -> bool:
        """Whether it is night: news waits until the morning, and notices to staff make no sound."""
        return is_quiet(local(self.now(), self.library.council.timezone).time())

    def ward(self, code: str) -> Ward:
        """The ward with this code, even if it has left the files. Raises KeyError."""
        return self.loaded.gone[code] if code in self.loaded.gone else self.library.ward(code)

    @property
    def known_wards(self) -> Mapping[str, Ward]:
        """Every ward by code: those in force, of other years, and those that left the files."""
        return {**self.loaded.gone, **self.library.former, **self.library.wards}

    def renew(self, library: Library, loaded: Loaded) -> None:
        """Put the council's edited files into force.

        Called by a use case that does nothing else: use cases run one after another, so that none
        sees a half-applied change.
        """
        self.library, self.loaded = library, loaded

    def consultation(self, slug: str) -> Published:
        """The consultation in force with this slug. Raises NoSuchConsultation."""
        try:
            return self.loaded.consultations[slug]
        except KeyError:
            raise NoSuchConsultation from None

    def consultation_coded(self, code: int) -> Published:
        """The consultation behind a button. Raises OldButton."""
        for slug, known in self.loaded.consultation_codes.items():
            if known == code:
                return self.consultation(slug)
        raise OldButton

    def ward_coded(self, code: int) -> str:
        """The ward behind a button. Raises OldButton."""
        for ward, known in self.loaded.ward_codes.items():
            if known == code:
                return ward
        raise OldButton

    @property
    def all_consultations(self) -> tuple[Consultation, ...]:
        """Every consultation in force."""
        return tuple(p.consultation for p in self.loaded.consultations.values())


async def load(tx: Transaction, library: Library, now: datetime, *, story: bool = False) -> Loaded:
    """Publish the library's content and read back what the database now has in force.

    A consultation that has left the files before it opened is withdrawn, and its approval counts no
    more; once it has opened, people may have answered, and it stays. One that was approved, hasn't
    opened and differs now has to be approved again. Raises OpenConsultationChanged,
    MeaningsExchanged.
    """
    before = await check(tx, library, now)
    was = {p.consultation.slug: p.version_id for p in await versions.published(tx)}
    for slug, consultation in library.consultations.items():
        version = await versions.publish(tx, consultation, now)
        if version != was.get(slug, version) and is_approved(before[slug], now):
            await steps.add(tx, slug, SteeringAct.VOIDED, at=now, reason=EDITED)
    for slug in before.keys() - library.consultations.keys():
        if is_approved(before[slug], now):
            await steps.add(tx, slug, SteeringAct.VOIDED, at=now, reason=LEFT)
        if not has_begun(before[slug], now):
            await versions.withdraw(tx, slug)
    if story:
        await _open_in_story(tx, library)
    themes_gone = await follows.set_aside_gone(tx, [theme.slug for theme in library.themes])
    # Read before them: what is decided in between is then taken up later.
    latest = await steps.latest(tx)
    in_force = await _in_force(tx)
    return Loaded(
        consultations=in_force,
        consultation_codes=await codes.codes_for(tx, CodeKind.CONSULTATION, [*in_force]),
        ward_codes=await codes.codes_for(tx, CodeKind.WARD, [*library.wards]),
        boundaries=await _boundaries(tx, library),
        gone=await _gone(tx, library),
        themes_gone=themes_gone,
        steered_to=latest,
    )


async def is_behind(tx: Transaction, world: World) -> bool:
    """Whether something was decided about a consultation since the world was loaded."""
    return await steps.latest(tx) != world.loaded.steered_to


async def steer(tx: Transaction, world: World) -> None:
    """Put in force what staff have decided since the world was loaded. Files that another process
    has published meanwhile are taken up by a reload alone, which may refuse them."""
    if await is_behind(tx, world):
        latest = await steps.latest(tx)
        consultations = await _as_decided(tx, world.loaded.consultations.values())
        world.loaded = replace(world.loaded, consultations=consultations, steered_to=latest)


async def _in_force(tx: Transaction) -> dict[str, Published]:
    """Every consultation with what was decided about it, by slug."""
    return await _as_decided(tx, await versions.published(tx))


async def _as_decided(tx: Transaction, found: Iterable[Published]) -> dict[str, Published]:
    decided = await steps.steering_now(tx)
    return {
        p.consultation.slug: Published(
            p.version_id,
            steered(authored_of(p.consultation), decided.get(p.consultation.slug, Steering())),
        )
        for p in found
    }


async def _open_in_story(tx: Transaction, library: Library) -> None:
    """The story's staff have approved what its files say."""
    decided = await steps.steering_now(tx)
    for slug, consultation in library.consultations.items():
        if decided.get(slug, Steering()).opened_at is None:
            opens = consultation.opens_at
            await steps.add(tx, slug, SteeringAct.OPENED, at=opens, reason=MADE_UP)


async def check(tx: Transaction, library: Library, now: datetime) -> dict[str, Consultation]:
    """The consultations in force, by slug. Raises OpenConsultationChanged, MeaningsExchanged,
    OpensBeforeElection where these files could not take their place."""
    before = {slug: p.consultation for slug, p in (await _in_force(tx)).items()}
    for consultation in library.consultations.values():
        old = before.get(consultation.slug)
        _refuse_opening_in_a_hold(library, old, consultation, now)
        if old is not None:
            await _refuse_other_answers(tx, old, consultation, now)
    return before


def _refuse_opening_in_a_hold(
    library: Library, old: Consultation | None, new: Consultation, now: datetime
) -> None:
    """Raise OpensBeforeElection where these files open a consultation in a hold that isn't over.
    An election may be called meanwhile: one that people can answer stays open, and one that is
    known and that nobody has approved can't be approved then."""
    hold = hold_at_opening(new, library.council)
    if hold is None or (old is not None and phase(old, now) is not Phase.UPCOMING):
        return
    if local(now, library.council.timezone).date() <= hold.last_day:
        raise OpensBeforeElection(new.slug, in_words(hold))


async def _refuse_other_answers(
    tx: Transaction, old: Consultation, new: Consultation, now: datetime
) -> None:
    """Raise OpenConsultationChanged where answers that were given would no longer fit, or would
    mean something else."""
    if not may_replace(old, new, now):
        raise OpenConsultationChanged(new.slug)
    if not has_begun(old, now):
        return
    text = exchanged(new, old, await versions.seen_since(tx, new.slug, old.opens_at))
    if text is not None:
        raise MeaningsExchanged(new.slug, text)


async def _gone(tx: Transaction, library: Library) -> Mapping[str, Ward]:
    """The wards that have left the files. Those in the files are remembered for that day."""
    there = {**library.former, **library.wards}
    named = await deployment.facts(tx, WARD_NAMED)
    lines = {w.code: f"{w.vintage} {w.name[:LONGEST_NAME]}" for w in there.values()}
    new = {WARD_NAMED + code: line for code, line in lines.items() if named.get(code) != line}
    await deployment.remember_all(tx, new)
    lived_in = await residents.wards_lived_in(tx)
    unnamed = {code: f"{year} {code}" for code, year in lived_in.items()}
    return {
        code: _ward_named(code, line)
        for code, line in {**unnamed, **named}.items()
        if code not in there
    }


def _ward_named(code: str, line: str) -> Ward:
    """A ward that has left the files. Nothing asks where it was."""
    year, _, name = line.partition(" ")
    return Ward(
        code=code, vintage=int(year), name=name, latitude=50.0, longitude=0.0, source=WARD_NAMED
    )


async def _boundaries(tx: Transaction, library: Library) -> Boundaries | None:
    """The boundaries of the wards in force; None where a ward has no shape, because then they
    cannot show that a location is outside the area."""
    shapes = await boundaries.shapes(tx, library.council.vintage)
    return Boundaries(shapes) if shapes.keys() == library.wards.keys() else None


async def under_a_free_code(world: World, keep: Callable[[str], Awaitable[Kept | None]]) -> Kept:
    """The first result of ``keep`` that isn't false, called with codes such as "K7Q-4MD".

    ``keep`` stores something under the code, or returns something false if the code is in use.
    Raises RuntimeError if every code drawn was in use.
    """
    for _ in range(DRAWS):
        if kept := await keep(receipt_code(world.draw())):
            return kept
    raise RuntimeError("every code drawn was already in use")


async def read_in_force(tx: Transaction, world: World) -> None:
    """Give a command's world the consultations that the bot has in force, without its files, and
    the wards' boundaries."""
    latest = await steps.latest(tx)
    consultations = await _in_force(tx)
    world.loaded = Loaded(
        consultations=consultations,
        consultation_codes=await codes.codes_for(tx, CodeKind.CONSULTATION, [*consultations]),
        boundaries=await _boundaries(tx, world.library),
        steered_to=latest,
    )
