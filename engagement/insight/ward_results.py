"""What is shown of each ward's answers, next to the table of the whole area."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engagement.insight.option_numbers import PublishedOption


class NotByWard(StrEnum):
    """Why a question has no numbers of a ward, in the order in which the reasons are looked at."""

    OWN_WORDS = "own-words"  # the question is answered in people's own words
    PLACES = "places"  # its places are counted by square and ward already
    NO_BANDS = "no-bands"  # a number or a day, for which no bands were declared
    BRANCH = "branch"  # only some were asked it, after an answer to another question
    LONGER_FORM = "longer-form"  # those who took the short form weren't asked it
    AREA = "area"  # of the whole area, too, none of its answers are shown
    TOGETHER = "together"  # the ward's number is shown together with other wards'
    FEW = "few"  # it would tell what a few people said, in this ward or in another


@dataclass(frozen=True, slots=True)
class WardQuestion:
    """One question in one ward: either ``options`` to show, or ``why`` there are none.

    ``options`` are as those of the whole area's question, in its order: some answers are shown
    together, and every ``keys`` of a ward is made up of whole ``keys`` of the area. With ``share``
    a word is shown and no number (``PublishedOption.look`` says what is shown). In several choices
    an answer without a number, percentage or word is one that few, or nearly all, of them chose. A
    percentage is of those in the ward who answered the question; their number is never shown.
    """

    key: str
    options: tuple[PublishedOption, ...] = ()
    why: NotByWard | None = None


@dataclass(frozen=True, slots=True)
class WardResults:
    """One ward. ``about`` people took part, as in the table's row of wards; None where the ward is
    one of those shown together. ``questions`` are all of the consultation, in its order."""

    ward: str
    about: int | None
    questions: tuple[WardQuestion, ...] = ()

    @property
    def has_numbers(self) -> bool:
        """Whether anything but the number of people is shown of this ward."""
        return any(question.options for question in self.questions)

    def question(self, key: str) -> WardQuestion | None:
        """The question of this key."""
        return next((one for one in self.questions if one.key == key), None)
