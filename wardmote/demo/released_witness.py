"""The released numbers compared, one by one, with those who did it by the crowd's own log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from content.points import point_of
from content.schema.consultation import Consultation, Question, QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, PublishedOption, PublishedQuestion
from engagement.people.national_grid import square_of
from wardmote.demo.witness import ExpectedResponse

WardAt = Callable[[float, float], str | None]
PERCENT_STEP = 5
FEWEST, SMALLEST = 50, 10
SPECIAL = frozenset({"disability", "ethnic_group", "religion"})
"""Of what people say about themselves, what is special category data."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How many released numbers of people were compared, and each that is further from the true one
    than rounding explains."""

    numbers: int
    differences: tuple[str, ...]


def compared(
    consultation: Consultation,
    expected: Iterable[ExpectedResponse],
    published: Published,
    thresholds: Thresholds,
    ward_at: WardAt,
) -> Compared:
    """Every number of the answers to each question, as it was released, next to the true one."""
    people, numbers, found = [e for e in expected if e.answered], 0, []
    for shown in published.questions:
        question = consultation.question(shown.key)
        given = _given(question, people, ward_at)
        checks = _checks(question.kind, shown, given, thresholds.rounding)
        numbers += len(checks)
        found += [line for line, agrees in checks if not agrees]
    return Compared(numbers, tuple(found))


def compared_of_oneself(
    expected: Iterable[ExpectedResponse], published: Published, thresholds: Thresholds
) -> Compared:
    """The same of what people said about themselves. A question has numbers only if 50 people
    answered it, and none of special category data counts fewer than 10."""
    people = [_of_oneself(e) for e in expected]
    numbers, found = 0, []
    for shown in published.questions:
        given = [{said[shown.key]} for said in people if shown.key in said]
        checks = _checks(QuestionKind.SINGLE, shown, given, thresholds.rounding)
        if shown.about is not None:
            checks.append((f"{shown.key}: released, {len(given)} answered", len(given) >= FEWEST))
        if shown.key in SPECIAL:
            checks += [
                (f"{shown.key}: {option.about} released of fewer than {SMALLEST}", is_many)
                for option in shown.options
                if option.about is not None
                for is_many in [sum(bool(one & {*option.keys}) for one in given) >= SMALLEST]
            ]
        numbers += len(checks)
        found += [line for line, agrees in checks if not agrees]
    return Compared(numbers, tuple(found))


def said_of_oneself(expected: Iterable[ExpectedResponse]) -> int:
    """How many people said something about themselves that is counted."""
    return sum(bool(_of_oneself(e)) for e in expected)


def _of_oneself(response: ExpectedResponse) -> dict[str, str]:
    """What somebody is counted with: of health, whether it reduces what they can do."""
    said = {key: value for key, value in response.of_oneself.items() if value != "not_said"}
    health, reduced = said.pop("health", ""), said.pop("activities", "")
    if health == "no" or (health == "yes" and reduced):
        said["disability"] = "no" if health == "no" or reduced == "not_at_all" else reduced
    return said


def _given(
    question: Question, people: Sequence[ExpectedResponse], ward_at: WardAt
) -> list[set[str]]:
    """What each person who answered is counted under."""
    key = question.key
    match question.kind:
        case QuestionKind.SEVERAL:
            return [e.ticks[key] for e in people if e.ticks.get(key)]
        case QuestionKind.RANKING:  # by first choices
            return [{e.ranks[key][0]} for e in people if e.ranks.get(key)]
        case QuestionKind.PLACE:
            return [_under(e.choices[key], ward_at) for e in people if key in e.choices]
        case _:
            return [{e.choices[key]} for e in people if key in e.choices]


def _under(place: str, ward_at: WardAt) -> set[str]:
    """The ward of a place, and the square in it."""
    point = point_of(place)
    if point is None:
        return {place}
    ward = ward_at(*point) or ""
    return {ward, f"{ward}/{square_of(place)}"}


def _checks(
    kind: QuestionKind, shown: PublishedQuestion, given: Sequence[set[str]], rounding: int
) -> list[tuple[str, bool]]:
    """Each released number in words, and whether it agrees."""
    if kind is QuestionKind.TEXT or shown.about is None:
        return []
    near = rounding / 2
    # Where few skipped it, the number of those asked is shown in its place.
    fits = (
        shown.about >= len(given) - near if shown.up_to else abs(shown.about - len(given)) <= near
    )
    checks = [(f"{shown.key}: {shown.about} released, {len(given)} answered", fits)]
    own_squares = {key for option in shown.options for key in option.keys if "/" in key}
    for option in shown.options:
        if option.about is None or (kind is QuestionKind.SEVERAL and len(option.keys) > 1):
            continue
        true = sum(_counts(option, chosen, own_squares) for chosen in given)
        fits = abs(option.about - true) <= near
        if option.percent is not None and not shown.up_to:
            fits = fits and abs(option.percent - 100 * true / len(given)) <= PERCENT_STEP / 2
        said = f"{shown.key}, {' or '.join(option.keys)}: {option.about} released, {true} chose it"
        checks.append((said, fits))
    return checks


def _counts(option: PublishedOption, chosen: set[str], squares: set[str]) -> bool:
    """Whether somebody is one of this number: of the rest of a ward only if their square has no
    number of its own."""
    if any("/" in key for key in option.keys):
        return bool(chosen & {*option.keys})
    return bool(chosen & {*option.keys}) and not chosen & squares
