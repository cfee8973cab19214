"""What a council sets about messages that nobody asked for: how many a week, and elections."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from content.schema.authored import Authored, Line, WardCode


def _all_or_some(value: object) -> object:
    """ "all" has no codes, so that an empty list cannot mean it by mistake."""
    if value == "all":
        return ()
    if not isinstance(value, (list, tuple)) or not value:
        raise ValueError("expected all, or a list of ward codes")
    return tuple(value)


HeldWards = Annotated[tuple[WardCode, ...], BeforeValidator(_all_or_some)]
"""Ward codes; none for every ward, which is written "all"."""


class Sending(Authored):
    """Limits on messages that nobody asked for."""

    messages_a_week: int = Field(
        default=1, ge=1, le=50, description="the most a person gets in any seven days"
    )


class Hold(Authored):
    """The days before an election on which nothing unasked goes to some wards, or to all.

    Both days belong to it, by the council's clock: the notice of election, and the day of the poll.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)

    first_day: date = Field(alias="from")
    last_day: date = Field(alias="until")
    wards: HeldWards
    reason: Line
    source: Line

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last_day < self.first_day:
            raise ValueError("expected until to be no earlier than from")
        return self

    def is_for(self, ward: str) -> bool:
        """Whether it holds for the ward with this code."""
        return not self.wards or ward in self.wards
