"""Shared by all authored content: frozen models, field types, texts in several languages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    RootModel,
    StringConstraints,
    model_validator,
)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
WardCode = Annotated[str, StringConstraints(pattern=r"^E05\d{6}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
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
