"""Which answers to an earlier question lead to a branch: always, sometimes, or never.

A branch is asked of part of those who answered another question, so its number is the number of
some of that one's answers. Every answer that the condition looks at is tried.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import prod

from content.condition_text import parsed
from content.conditions import NOTHING, Condition, answers_in, holds, parts_of
from content.schema.consultation import Consultation, Question, QuestionKind

MOST_TRIED = 5_000
MOST_TICKED = 12
"""The most options of several whose every combination is tried."""

Answers = Mapping[str, object]


class Leads(StrEnum):
    """Whether an answer leads to a branch."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"  # it depends on other answers, or on what is counted together with it
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Branch:
    """What a question hangs on: the ``parent`` is the last question its condition looks at.

    ``always`` and ``sometimes`` are keys under which answers to the parent are counted;
    ``every`` says that all its answers always lead to the branch, ``unanswered`` whether none does.
    """

    parent: str
    always: frozenset[str] = frozenset()
    sometimes: frozenset[str] = frozenset()
    every: bool = False
    unanswered: Leads = Leads.NEVER


def branch_of(consultation: Consultation, question: Question) -> Branch | None:
    """What this question hangs on; None where everybody is asked."""
    if question.relevant is None:
        return None
    condition = parsed(question.relevant)
    order = [q.key for q in consultation.questions]
    looked_at = sorted(answers_in(condition), key=order.index)
    if not looked_at:
        return None
    parent = consultation.question(looked_at[-1])
    earlier = {*looked_at[:-1]}
    if parent.relevant is not None:
        earlier |= answers_in(parsed(parent.relevant))
    near = [part for part in parts_of(condition) if isinstance(part, int)]
    before = _together([consultation.question(key) for key in sorted(earlier)], near)
    counted = _by_key(parent, near)
    if before is None:
        return Branch(parent.key, sometimes=frozenset(counted), unanswered=Leads.SOMETIMES)
    unanswered = _leads(condition, parent.key, [NOTHING], before)
    if parent.kind is QuestionKind.SEVERAL:
        ticked = None if earlier else _ticked(condition, parent)
        some = frozenset(counted) if ticked is None else frozenset()
        return Branch(parent.key, frozenset(ticked or ()), some, unanswered=unanswered)
    asked = [given for given in before if _is_asked(parent, given)]
    found = {
        key: Leads.SOMETIMES if values is None else _leads(condition, parent.key, values, asked)
        for key, values in counted.items()
    }
    return Branch(
        parent.key,
        always=_those(found, Leads.ALWAYS),
        sometimes=_those(found, Leads.SOMETIMES),
        every=bool(found) and _those(found, Leads.ALWAYS) == found.keys(),
        unanswered=unanswered,
    )


def _those(found: Mapping[str, Leads], leads: Leads) -> frozenset[str]:
    return frozenset(key for key, one in found.items() if one is leads)


def _is_asked(question: Question, given: Answers) -> bool:
    return question.relevant is None or holds(parsed(question.relevant), given)


def _leads(
    condition: Condition, key: str, values: Iterable[object], before: Iterable[Answers]
) -> Leads:
    """Whether these answers to ``key`` lead on, after any of the answers ``before`` it."""
    found = {
        holds(condition, {**given, key: value})
        for value, given in itertools.product([*values], [*before])
    }
    if len(found) == 2:
        return Leads.SOMETIMES
    return Leads.ALWAYS if True in found else Leads.NEVER


def _by_key(question: Question, near: Sequence[int]) -> dict[str, list[object] | None]:
    """The answers that are counted under each key; None where they aren't listed. The key of what
    is in no band is empty."""
    found: dict[str, list[object] | None] = {
        option.key: [option.key] for option in question.options
    }
    if question.kind is QuestionKind.RANKING:
        return dict.fromkeys(found)
    if question.scale is not None:
        points = range(question.scale.lowest, question.scale.highest + 1)
        found |= {str(point): [point] for point in points}
    if question.kind is QuestionKind.PLACE:
        # A condition only looks at whether there is one.
        found[""] = ["a place"]
    if question.days is not None:
        found |= dict.fromkeys(map(str, question.days.bands or ("",)))
    if question.number is not None:
        bands = question.number.bands or (question.number.lowest,)
        ends = [*bands[1:], question.number.highest + 1]
        for first, end in zip(bands, ends, strict=True):
            edges = {first, end - 1, *(n + step for n in near for step in (-1, 0, 1))}
            key = str(first) if question.number.bands else ""
            found[key] = [n for n in sorted(edges) if first <= n < end]
    return found


def _together(questions: Sequence[Question], near: Sequence[int]) -> list[Answers] | None:
    """All answers that may be given to these questions together; None where they can't be
    listed."""
    listed: list[list[object]] = []
    for question in questions:
        values = [*_by_key(question, near).values()]
        if question.kind is QuestionKind.SEVERAL or None in values:
            return None
        listed.append([NOTHING, *(value for some in values for value in some or ())])
    if prod(map(len, listed)) > MOST_TRIED:
        return None
    keys = [question.key for question in questions]
    return [dict(zip(keys, values, strict=True)) for values in itertools.product(*listed)]


def _ticked(condition: Condition, question: Question) -> list[str] | None:
    """The one option of several whose tick leads to the branch; None if it isn't one alone."""
    keys = [option.key for option in question.options]
    if len(keys) > MOST_TICKED:
        return None
    every = [*_subsets(keys)]
    leading = {ticked: holds(condition, {question.key: ticked}) for ticked in every}
    for key in keys:
        if all(leads is (key in ticked) for ticked, leads in leading.items()):
            return [key]
    return None


def _subsets(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for size in range(1, len(keys) + 1):
        yield from itertools.combinations(keys, size)
