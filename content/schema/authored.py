"""Shared by all authored content: frozen models, field types, texts in several languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    RootModel,
    StringConstraints,
    model_validator,
)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
WardCode = Annotated[str, StringConstraints(pattern=r"^E05\d{6}$")]
LONGEST_KEY = 40
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=LONGEST_KEY)]
CALLED = re.compile(r"\+?[\d ()-]+( *(ext\.?|extension|option) *\d+)?", re.IGNORECASE)
SHORTEST_NUMBER, LONGEST_NUMBER = 3, 20
"""Digits."""


def _telephone(line: str) -> str:
    digits = sum(sign.isdigit() for sign in line)
    if not CALLED.fullmatch(line) or not SHORTEST_NUMBER <= digits <= LONGEST_NUMBER:
        raise ValueError("a telephone number is expected, such as 01632 960001")
    return line


Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Telephone = Annotated[Line, AfterValidator(_telephone)]
"""A number to call, as people read it: "01632 960001", "111" or "+44 (0)1632 960001 ext. 12"."""
Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1500)]

YES_AND_NO = {"yes": True, "on": True, "no": False, "off": False}


def _yes_or_no(value: object) -> object:
    return YES_AND_NO.get(value.lower(), value) if isinstance(value, str) else value


YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""true or false; yes and no will do."""


class Authored(BaseModel):
    """A frozen model that rejects unknown fields, so that a misspelt field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Localised(RootModel[dict[Language, Paragraph]]):
    """A sentence in one or more languages. A plain string is English."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _plain_string_is_english(cls, value: Any) -> Any:
        return {"en": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _has_english(self) -> Self:
        if "en" not in self.root:
            raise ValueError("an English text (en) is expected next to any other language")
        return self

    def say(self, language: str) -> str:
        """The text in ``language``, or in English where it has not been translated."""
        return self.root.get(language, self.root["en"])


def local(moment: datetime, zone: str) -> datetime:
    """``moment`` in the council's time zone, named by ``zone``."""
    return moment.astimezone(ZoneInfo(zone))


def midnight(moment: datetime, zone: str) -> datetime:
    """When the day of ``moment`` began in the council's time zone, in UTC."""
    there = local(moment, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return there.astimezone(UTC)
