"""Which answer of a quick poll typed words are.

The buttons of a quick poll have no numbers of their own, unless an answer is too long for one. So a
number is first what the answers themselves say: "2" is "2 benches", wherever that is on the list.
It counts for a place on the list only where that is shown, or where no answer has a number. Where
it may be several answers, it is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from content.schema.consultation import Question
from engagement.consultations.typed_labels import option_begun, option_named
from engagement.consultations.typed_numbers import numbers_in
from engagement.consultations.typed_values import plain_digits
from engagement.errors import NotAChoice

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def poll_answer(
    question: Question, text: str, language: str = "", *, numbered: bool, listed: bool = True
) -> int | None:
    """The number of the answer that these words are: in its own words, another way to say yes or
    no, its beginning, or a number. ``numbered``: the answers are shown with their numbers;
    ``listed``: they are shown at all. None for any other words. Raises NotAChoice for words that
    fit several."""
    named, numbers = option_named(question, text, language), numbers_in(text)
    if len(numbers) != 1:
        return named if named is not None else option_begun(question, text)
    if named is not None and not numbered:
        return named
    labels = {
        number: label
        for number, option in enumerate(question.options, start=1)
        for label in option.label.root.values()
    }
    found = {n for n, label in labels.items() if _says(label, numbers[0], first=numbered)}
    found |= set() if named is None else {named}
    if numbers[0] in labels and (numbered or (listed and _is_place(text, labels.values()))):
        found.add(numbers[0])
    if len(found) > 1:
        raise NotAChoice
    return found.pop() if found else None


def _is_place(text: str, labels: Iterable[str]) -> bool:
    """Whether a number can be a place on a list that shows none: "the second one", or any number
    where the answers have none."""
    return not numbers_in(text, in_order=False) or not any(map(_numbers_of, labels))


def _says(label: str, number: int, *, first: bool) -> bool:
    """Whether an answer has this number in it; with ``first`` only whether it begins with it."""
    said = _numbers_of(label)
    return said[:1] == [str(number)] and _begins_so(label) if first else str(number) in said


def _numbers_of(label: str) -> list[str]:
    """The numbers in an answer. In words one counts only at its beginning: "No one" has none."""
    begins = numbers_in(label.split()[0]) if label.split() else ()
    return [*map(str, begins[:1]), *_NUMBER.findall(plain_digits(label))]


def _begins_so(label: str) -> bool:
    """Whether an answer begins with a number, whatever sign is before it."""
    return bool(numbers_in(label.split()[0])) or bool(re.match(r"\W*\d", plain_digits(label)))
