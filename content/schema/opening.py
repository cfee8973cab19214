"""What a consultation has to say before it may open, beyond its questions and dates."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from content.schema.authored import Authored, Line, Telephone, local

FEWEST_DAYS = 28
"""A council that asks for less than four weeks should have a reason."""
LONGEST_OTHER_WAYS = 280
"""UTF-16 code units: every invitation holds them, with its author's text."""
WebLink = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$", max_length=200)]


class Hub(Authored):
    """A place where somebody helps people to take part, with its days and hours."""

    name: Line
    days: Line
    hours: Line


class WithoutTelegram(Authored):
    """The ways to take part for people without Telegram: at least one of these."""

    telephone: Telephone | None = Field(default=None, description="a number to ring")
    write_to: Line | None = Field(default=None, description="an address, by post or by email")
    link: WebLink | None = Field(default=None, description="a page with the questions")
    form_back_to: Line | None = Field(
        default=None, description="a printed form: the address to which it goes back"
    )
    hub: Hub | None = Field(default=None, description="a place, with its days and hours")

    @model_validator(mode="after")
    def _one_at_least(self) -> Self:
        if not any((self.telephone, self.write_to, self.link, self.form_back_to, self.hub)):
            raise ValueError("at least one way to take part without Telegram is expected")
        return self

    @property
    def in_words(self) -> tuple[str, ...]:
        """What other_ways has to say word for word, in every language."""
        return tuple(one for one in (self.telephone, self.write_to, self.link) if one)


class MadeUp(StrEnum):
    """What may be made up for the demo and the tour."""

    DECISION_DUE = "decision_due"
    EQUALITY_NOTE = "equality_note"
    WITHOUT_TELEGRAM = "without_telegram"


def days_open(opens: datetime, closes: datetime, zone: str) -> int:
    """For how many days it is open by the clocks in ``zone``, the first and the last included. A
    close at midnight is the end of the day before."""
    last = local(closes, zone) - timedelta(microseconds=1)
    return (last.date() - local(opens, zone).date()).days + 1
