"""Warnings about labels of options that mean something else, or several things, when typed."""

from __future__ import annotations

from collections.abc import Iterator

from content.asked_in_words import asks_for_help, asks_to_stop
from content.schema.consultation import Consultation, Question
from content.typed_words import folded, keyed, move_in


def collisions(consultation: Consultation) -> Iterator[str]:
    """One warning for each label, of any language, that people cannot simply type."""
    for question in consultation.questions:
        where = f"{consultation.slug}, question {question.key}"
        yield from (f"{where}: {found}" for found in _in_question(question))


def _in_question(question: Question) -> Iterator[str]:
    first: dict[str, tuple[int, str]] = {}
    warned: set[str] = set()
    for number, option in enumerate(question.options, start=1):
        for language, label in option.label.root.items():
            typed = keyed(label) or label
            other, same = first.setdefault(typed, (number, label))
            if other != number and typed not in warned:
                warned.add(typed)
                yield (
                    f'option {number} "{label}" ({language}) reads like option {other} "{same}": '
                    "people may have to tap it"
                )
            yield from _other_meaning(number, label, language)


def _other_meaning(number: int, label: str, language: str) -> Iterator[str]:
    said = f'option {number} "{label}" ({language})'
    if asks_to_stop(label):
        yield f"{said} is a word that stops all messages: people can only tap it"
    elif move_in(label) is not None or asks_for_help(label):
        yield f"{said} is a word with a meaning of its own: typed here, it chooses this option"
    typed = folded(label)
    if typed.isdecimal() and int(typed) != number:
        yield f"{said} is a number, and its button shows another, {number}: use words"
