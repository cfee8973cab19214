"""The words of one language in one council's time zone: what every view speaks with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from content import words
from content.schema import local
from content.words import Html, Value, Words
from usecases.world import World


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words by key in ``language``; days as the council's clocks show them."""

    words: Words
    language: str
    world: World

    def html(self, key: str, **values: Value) -> Html:
        """A sentence as Telegram HTML, its values escaped."""
        return self.words.html(key, self.language, **values)

    def plain(self, key: str, **values: Value) -> str:
        """A sentence for a button or a toast."""
        return self.words.plain(key, self.language, **values)

    def day(self, moment: datetime | date) -> str:
        """A day: "Friday 30 September"."""
        if isinstance(moment, datetime):
            moment = local(moment, self.world.library.council.timezone)
        return words.day(moment, self.language)

    def date(self, moment: datetime | date) -> str:
        """A day of any year: "30 September 2022"."""
        if isinstance(moment, datetime):
            moment = local(moment, self.world.library.council.timezone)
        return words.full_date(moment, self.language)

    def count(self, number: int) -> str:
        """A whole number as this language writes it."""
        return words.counted(number, self.language)

    def listed(self, items: Iterable[str]) -> str:
        """Items as a sentence lists them."""
        return words.listed(items, self.language)
