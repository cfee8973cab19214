"""True counts of answers, before disclosure control. No use case returns them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from content.schema.consultation import Consultation, Question, QuestionKind
from engagement.insight.counted_places import PlaceCounts
from engagement.insight.hangs_on import Branch, branch_of


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """One question: how many people answered it and how many chose each option, in its order.

    For several choices the options add up to more than ``people``; for free text they are empty.
    ``exclusive`` are the keys of options that stand alone, ``most`` how many of the others one
    person may choose, if that is limited. ``branch`` is what it hangs on, if it is one; ``kept``
    are the options that stay joined as they were released before. ``places`` are those of a
    question that asks for one, None where no boundaries are known. ``asked`` is how many people
    with an answer have chosen to be asked it, None for a question that everybody is asked.
    """

    key: str
    kind: QuestionKind
    people: int
    options: tuple[tuple[str, int], ...] = ()
    exclusive: frozenset[str] = frozenset()
    most: int | None = None
    branch: Branch | None = None
    kept: frozenset[str] = frozenset()
    places: PlaceCounts | None = None
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The true counts of one consultation. ``people`` answered at least one question."""

    people: int
    by_ward: Mapping[str, int] = field(default_factory=dict)
    questions: tuple[QuestionCount, ...] = ()


def option_keys(question: Question) -> tuple[str, ...]:
    """The keys under which answers to a question are counted, in their order: the numbers of a
    scale or the first of each band, then the options."""
    points: tuple[str, ...] = ()
    if question.scale is not None:
        points = tuple(str(n) for n in range(question.scale.lowest, question.scale.highest + 1))
    elif banded := question.number or question.days:
        points = tuple(map(str, banded.bands))
        if not points:
            # Nothing but how many answered is shown: not how many wouldn't say, either.
            return ()
    return (*points, *(option.key for option in question.options))


def counted(
    consultation: Consultation,
    *,
    wards: Iterable[str],
    by_ward: Mapping[str, int],
    answered: Mapping[str, int],
    chosen: Mapping[tuple[str, str], int],
    places: Mapping[str, PlaceCounts] | None = None,
    asked: int | None = None,
) -> Counts:
    """Arrange the database's counts in the consultation's order, with zeroes for what is missing.

    ``wards`` are all whose people may answer, whether anybody has or not; ``by_ward`` counts people
    with at least one answer; ``answered`` people by question key; ``chosen`` people by (question
    key, option key), ``places`` the places of each question that asks for one, and ``asked``
    how many are asked more than a short form, where there is one.
    """
    return Counts(
        people=sum(by_ward.values()),
        by_ward={ward: by_ward.get(ward, 0) for ward in {**dict.fromkeys(wards), **by_ward}},
        questions=tuple(
            QuestionCount(
                key=question.key,
                kind=question.kind,
                people=answered.get(question.key, 0),
                options=tuple(
                    (key, chosen.get((question.key, key), 0)) for key in option_keys(question)
                ),
                exclusive=frozenset(o.key for o in question.options if o.exclusive),
                most=question.max_choices,
                branch=branch_of(consultation, question),
                places=(places or {}).get(question.key),
                asked=None if question.short else asked,
            )
            for question in consultation.questions
        ),
    )
