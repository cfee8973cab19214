"""The bot's texts in one language, and dates in the council's time zone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from content import words
from content.schema.authored import local
from content.words import Html, Value, Words
from engagement.consultations.lifecycle import closing
from engagement.insight.shown_numbers import ShownNumber
from usecases.world import World


@dataclass(frozen=True, slots=True)
class Localiser:
    """Looks texts up by key in ``language``, and writes days as the council's clocks show them.
    ``stopped``: the reader gets no messages, so that nothing may be promised that would be sent;
    ``leaving``: because they are to be forgotten, which /start would end."""

    words: Words
    language: str
    world: World
    stopped: bool = False
    leaving: bool = False

    @property
    def no_news(self) -> Html:
        """Why no news comes to somebody who gets no messages, and what they can do."""
        return self.html("messages-leaving" if self.leaving else "messages-stopped")

    @property
    def today(self) -> date:
        """Today, by the council's clock."""
        return self._local(self.world.now()).date()

    def html(self, key: str, **values: Value) -> Html:
        """A text as Telegram HTML, its values escaped."""
        return self.words.html(key, self.language, **values)

    def plain(self, key: str, **values: Value) -> str:
        """A text for a button or a toast."""
        return self.words.plain(key, self.language, **values)

    def day(self, moment: datetime | date) -> str:
        """A day: "Friday 30 September". With its year, if that is not the present one."""
        if isinstance(moment, datetime):
            moment = self._local(moment)
        present = self._local(self.world.now()).year
        return words.day(moment, self.language, with_year=moment.year != present)

    def date(self, moment: datetime | date) -> str:
        """A day with its year: "30 September 2022"."""
        if isinstance(moment, datetime):
            moment = self._local(moment)
        return words.full_date(moment, self.language)

    def opens(self, moment: datetime, *, as_date: bool = False) -> str:
        """When a consultation opens: "Monday 5 September, 9am"; at midnight, only the day."""
        there = self._local(moment)
        day = self.date(there) if as_date else self.day(there)
        if there.time() == time():
            return day
        return self.plain("opening", day=day, time=words.time_of_day(there.time(), self.language))

    def closes(self, moment: datetime, *, as_date: bool = False) -> str:
        """When a consultation closes: "Friday 30 September, 5pm". Midnight is told as the end of
        the day before. ``as_date`` writes the day as "30 September 2022"."""
        last, at = closing(self._local(moment))
        day = self.date(last) if as_date else self.day(last)
        if at is None:
            return self.plain("closing-end-of-day", day=day)
        return self.plain("closing", day=day, time=words.time_of_day(at, self.language))

    def day_and_time(self, moment: datetime) -> str:
        """A day and a time by the council's clocks: "Monday 5 September, 10:02"."""
        there = self._local(moment)
        return self.plain("moment", day=self.day(moment), time=f"{there:%H:%M}")

    def until(self, moment: datetime) -> str:
        """The same for the end of something: midnight is the end of the day before."""
        _, at = closing(self._local(moment))
        return self.closes(moment) if at is None else self.day_and_time(moment)

    def _local(self, moment: datetime) -> datetime:
        return local(moment, self.world.library.council.timezone)

    def count(self, number: int) -> str:
        """A whole number as this language writes it."""
        return words.counted(number, self.language)

    def people(self, number: ShownNumber) -> str:
        """A number of people as it may be shown: "about 145 people"."""
        if number.about is None:
            return self.plain("people-few", least=number.least)
        return self.plain("people-up-to" if number.up_to else "people-about", people=number.about)

    def number(self, number: ShownNumber) -> str:
        """The same without the word "people": "About 145"."""
        if number.about is None:
            return self.plain("number-few", least=number.least)
        return self.plain("number-up-to" if number.up_to else "number-about", count=number.about)

    def between(self, first: int, last: int | None) -> int | str:
        """A rounded number, or the first and the last it may be: "10 to 15"."""
        return first if last is None else self.plain("number-between", first=first, last=last)

    def listed(self, items: Iterable[str]) -> str:
        """Items as a sentence lists them: "a, b and c"."""
        return words.listed(items, self.language)
