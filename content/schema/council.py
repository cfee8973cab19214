"""Council, wards and boards: what council.yaml, wards.yaml and boards.yaml may hold."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from content.schema.authored import (
    Authored,
    Language,
    Line,
    Localised,
    Slug,
    WardCode,
    YesNo,
)
from content.schema.opening import WebLink
from content.schema.safety import HelpLine, Safeguarding
from content.schema.sending import Hold, Sending

HelpLineName = Literal["emergency", "crisis", "samaritans", "childline", "abuse"]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("a time zone such as Europe/London is expected") from error
    return name


class Thresholds(Authored):
    """Limits a council may set. Their minimums come from docs/decisions/0008."""

    smallest_cell: int = Field(
        default=10, ge=5, description="fewest people a published number may count"
    )
    percentage_base: int = Field(default=50, ge=50, description="fewest people for percentages")
    rounding: int = Field(default=5, ge=5, description="published counts are multiples of this")
    second_yes: int = Field(
        default=50, ge=0, description="a broadcast to more people needs a second approval"
    )

    @model_validator(mode="after")
    def _shows_no_nought(self) -> Self:
        """What may be shown is never rounded to "about 0"."""
        if self.rounding > 2 * self.smallest_cell:
            raise ValueError(
                f"rounding of at most {2 * self.smallest_cell} is expected, twice smallest_cell: "
                f"otherwise {self.smallest_cell} people would be shown as about 0"
            )
        return self


class ContactPoints(Authored):
    """How to reach the council another way. A field without a source stays empty."""

    phone: Line | None = None
    email: Line | None = None
    website: Line | None = None
    source: Line | None = None

    @property
    def can_be_asked(self) -> bool:
        """Whether people have somewhere to ask what is held about them."""
        return self.phone is not None or self.email is not None


class PrivacyNotice(Authored):
    """What the privacy notice says, beyond the three lines that everybody sees."""

    controller: Line
    lawful_basis: Line
    body: Localised
    version: date

    @property
    def edition(self) -> str:
        """What was agreed to: the date of the notice, and a hash of all it says, because a text may
        be edited without a new date."""
        digest = hashlib.sha256(self.model_dump_json().encode()).hexdigest()
        return f"{self.version.isoformat()} {digest[:12]}"


class Confirmation(Authored):
    """Who confirmed something for the council, and on which day."""

    by: Line
    on: date

    def is_so(self, today: date) -> bool:
        """Whether its day has come. A day still to come is a plan, or a slip."""
        return self.on <= today


class EqualityQuestions(Authored):
    """What has to be in place before a council asks people about themselves: the condition of the
    law, and its appropriate policy document (Data Protection Act 2018, Schedule 1, paragraphs 5, 8
    and 39). With ``made_up`` they are a demo's, and people are asked only there."""

    lawful_condition: Line
    policy_document: Line
    policy_link: WebLink | None = None
    made_up: YesNo = False


class Council(Authored):
    """The authority that runs one deployment.

    ``language_checks``: who has checked the words of a language; until then the bot calls them a
    draft. ``anyone_may_answer``: who confirmed that nobody needs to be a citizen or a voter, and
    that nothing is used for council tax, benefits, housing or immigration; until then the greeting
    does not say so. ``help_lines``: numbers for people in danger that replace those that come with
    the program. ``holds``: the times before elections. ``equality_questions``: by what it may ask
    people about themselves; without it nobody is asked. ``shared_phones``: several people may
    answer on one phone.
    """

    slug: Slug
    name: Line
    short_name: Line
    gss_code: Annotated[str, StringConstraints(pattern=r"^E\d{8}$")]
    vintage: int = Field(ge=2000, le=2100, description="the year of the ward boundaries in force")
    languages: tuple[Language, ...] = ("en",)
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/London"
    language_checks: dict[Language, Confirmation] = Field(default_factory=dict)
    anyone_may_answer: Confirmation | None = None
    minimum_age: int = Field(default=13, ge=13, le=18)
    thresholds: Thresholds = Thresholds()
    sending: Sending = Sending()
    holds: tuple[Hold, ...] = ()
    contact: ContactPoints = ContactPoints()
    safeguarding: Safeguarding = Safeguarding()
    help_lines: dict[HelpLineName, HelpLine] = Field(default_factory=dict)
    equality_questions: EqualityQuestions | None = None
    shared_phones: bool = False
    privacy: PrivacyNotice
    attributions: tuple[Line, ...] = ()


class Ward(Authored):
    """An electoral ward of one vintage, identified by its GSS code, never by its name."""

    code: WardCode
    vintage: int
    name: Line
    area: Line | None = None
    latitude: float = Field(ge=49.0, le=61.0)
    longitude: float = Field(ge=-9.0, le=2.0)
    population: int | None = Field(default=None, ge=0)
    population_source: Line | None = None
    source: Line

    @model_validator(mode="after")
    def _a_population_has_a_source(self) -> Self:
        if self.population is not None and self.population_source is None:
            raise ValueError("population_source is expected where a population is given")
        return self


class Board(Authored):
    """The group that leads engagement for a set of wards."""

    slug: Slug
    name: Line
    area: Line | None = None
    wards: tuple[WardCode, ...] = Field(min_length=1)
    source: Line
