"""The story's residents as personas: where each lives, what they do, and with which words."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from content.library import Library
from content.schema.council import Ward

SHARES = (48, 45, 27, 22, 15, 12, 10, 8, 7, 6)
"""How 200 residents spread over ten wards: numbers worth seeing, two large, one of six."""

LANGUAGES = {"en": 86, "pl": 8, "ur": 6}
"""Of a hundred residents, how many write and read which language (where the council has it)."""

ANSWERS, DECLINES, STOPS, TOO_YOUNG = "answers", "declines", "stops", "too young"
"""What somebody does who is asked about themselves: of those who stop, all is deleted again."""
ABOUT = {ANSWERS: 74, DECLINES: 10, STOPS: 5, TOO_YOUNG: 3, "": 8}
"""Of a hundred residents, how many do which; the last leave the offer unanswered."""

JOINING_DAYS = 4.0
JOINING_MOMENTS = 8
"""Residents join in crowds, as after a leaflet or a school run: at this many moments, spread over
``JOINING_DAYS``."""


@dataclass(frozen=True, slots=True)
class Persona:
    """How one resident will behave. Times in days from the story's start."""

    ward: str
    postcode: str
    joins_after: float
    by: str  # postcode, poster, name or list
    payload: str = ""
    answers: str = "invited"  # at once, invited, reminded, or never
    gives_up_at: int | None = None  # the number of the question at which they stop
    changes: bool = False  # changes an answer after the receipt
    leaves: str = ""  # in the end: stop, forget, block or vanish (the account is deleted)
    types: bool = False  # types instead of tapping
    remarks: bool = False  # writes words where a choice is asked for
    lean: int = 0  # which option this resident's ward prefers
    language: str = "en"
    about: str = ""  # what they do where they are asked about themselves


@dataclass(slots=True)
class PersonaWriter:
    """Makes personas from a seeded ``chance``, so that the same seed gives the same story."""

    library: Library
    wards: Sequence[Ward]
    chance: random.Random
    posters: Mapping[str, str] = field(default_factory=dict)

    def personas(self, residents: int) -> list[Persona]:
        """``residents`` people over these wards, in the shares of the story."""
        wards = self.wards
        homes = self._postcodes()
        counts = spread(residents, shares_of(wards))
        people = [
            self._persona(ward.code, homes[ward.code], place)
            for place, (ward, count) in enumerate(zip(wards, counts, strict=True))
            for _ in range(count)
        ]
        self.chance.shuffle(people)
        return people

    def _postcodes(self) -> dict[str, list[str]]:
        homes: dict[str, list[str]] = {}
        for postcode, ward in self.library.postcodes.items():
            homes.setdefault(ward, []).append(postcode)
        return homes

    def _persona(self, ward: str, postcodes: Sequence[str], place: int) -> Persona:
        dice = self.chance
        ways = (
            ["postcode"] * 5 + ["name", "list"] + (["poster"] * 3 if ward in self.posters else [])
        )
        answers = dice.choices(["at once", "invited", "reminded", "never"], [45, 30, 10, 15])[0]
        gives_up = dice.random() < 0.12
        persona = Persona(
            ward=ward,
            postcode=dice.choice(postcodes),
            joins_after=dice.randrange(JOINING_MOMENTS) * JOINING_DAYS / JOINING_MOMENTS,
            by=dice.choice(ways),
            payload=self.posters.get(ward, ""),
            answers=answers,
            gives_up_at=dice.randint(1, 4) if gives_up else None,
            changes=not gives_up and dice.random() < 0.15,
            leaves=dice.choices(["", "stop", "forget", "block", "vanish"], [86, 5, 4, 3, 2])[0],
            types=dice.random() < 0.25,
            remarks=dice.random() < 0.15,
            lean=place,
            language=self._language(),
        )
        return replace(persona, about=self._about(persona))

    def _about(self, persona: Persona) -> str:
        """Who is forgotten takes along what they said, at a moment of their own: they say nothing
        here."""
        if self.library.council.equality_questions is None or persona.leaves == "forget":
            return ""
        return self.chance.choices([*ABOUT], [*ABOUT.values()])[0]

    def _language(self) -> str:
        known = self.library.council.languages
        weights = [LANGUAGES.get(language, 0) for language in known]
        return self.chance.choices(known, weights)[0]


def shares_of(wards: Sequence[Ward]) -> Sequence[int]:
    """How residents spread over ``wards``: ``SHARES`` over ten of them, else by population."""
    if len(wards) == len(SHARES):
        return SHARES
    return [ward.population or 1 for ward in wards]


def spread(total: int, shares: Sequence[int]) -> list[int]:
    """``total`` in proportion to ``shares``, by largest remainder; it adds up exactly."""
    whole = sum(shares)
    counts = [total * share // whole for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda n: (-(total * shares[n] % whole), n))
    for n in by_remainder[: total - sum(counts)]:
        counts[n] += 1
    return counts
