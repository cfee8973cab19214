"""What every act is handed: the council's content, the clock, and chance."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from content.library import Library
from content.schema import Consultation, Thresholds
from engagement.broadcasts.pace import Rates
from engagement.consultations.lifecycle import may_replace
from engagement.errors import NoSuchConsultation, OldButton
from engagement.people.geography import Boundaries
from storage.consultations import versions
from storage.consultations.versions import Published
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.engine.database import DATABASE_AWAY as DATABASE_AWAY
from storage.engine.database import Transaction as Transaction
from storage.engine.outages import is_of_content as is_of_content
from storage.engine.outages import trouble_in_act as trouble_in_act
from storage.engine.outages import trouble_of as trouble_of
from storage.people import boundaries, follows
from storage.people.follows import FollowKind


class OpenConsultationChanged(Exception):
    """A consultation that has opened came back with other questions, options or wards."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the database says is in force, with the short codes buttons carry."""

    consultations: Mapping[str, Published] = field(default_factory=dict)
    consultation_codes: Mapping[str, int] = field(default_factory=dict)
    ward_codes: Mapping[str, int] = field(default_factory=dict)
    boundaries: Boundaries | None = None


@dataclass(slots=True)
class World:
    """The one clock, the one source of chance, and what the council has authored.

    ``now`` returns an aware datetime; ``sleep`` takes seconds; ``draw`` returns a random whole
    number of 63 bits. Everybody in a process holds the same world, so that edited files are
    taken up by all of them at once (``renew``); nothing else in it ever changes. ``rates`` is how
    fast messages go here.
    """

    library: Library
    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    draw: Callable[[], int]
    loaded: Loaded = Loaded()
    rates: Rates = field(default_factory=Rates)

    @property
    def thresholds(self) -> Thresholds:
        """The numbers this council has set."""
        return self.library.council.thresholds

    @property
    def vintage(self) -> int:
        """The year of the ward boundaries in force."""
        return self.library.council.vintage

    def renew(self, library: Library, loaded: Loaded) -> None:
        """From here on the council's edited files are in force. Called by an act that does nothing
        else: acts run one after another, so that none sees half of it."""
        self.library, self.loaded = library, loaded

    def consultation(self, slug: str) -> Published:
        """The consultation in force. Raises NoSuchConsultation."""
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


async def load(tx: Transaction, library: Library, now: datetime) -> Loaded:
    """Publish what the library holds and read back what the database now has in force.

    Raises OpenConsultationChanged.
    """
    before = {p.consultation.slug: p.consultation for p in await versions.published(tx)}
    for consultation in library.consultations.values():
        old = before.get(consultation.slug)
        if old is not None and not may_replace(old, consultation, now):
            raise OpenConsultationChanged(consultation.slug)
        await versions.publish(tx, consultation, now)
    await follows.drop_gone(tx, FollowKind.THEME, [theme.slug for theme in library.themes])
    in_force = {p.consultation.slug: p for p in await versions.published(tx)}
    return Loaded(
        consultations=in_force,
        consultation_codes=await codes.codes_for(tx, CodeKind.CONSULTATION, [*in_force]),
        ward_codes=await codes.codes_for(tx, CodeKind.WARD, [*library.wards]),
        boundaries=await _boundaries(tx, library),
    )


async def _boundaries(tx: Transaction, library: Library) -> Boundaries | None:
    """Those of the wards in force. Where one lacks its shape they cannot say who is elsewhere."""
    shapes = await boundaries.shapes(tx, library.council.vintage)
    return Boundaries(shapes) if shapes.keys() == library.wards.keys() else None
