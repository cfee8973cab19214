"""What can be read off two files of words side by side: values, forms, tags, English left in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from words_in_code import messages

from content.words import RIGHT_TO_LEFT, languages_with_words

LANGUAGES = languages_with_words()
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))

SAID_AS_IN_ENGLISH = {
    "paper-column-wardmote": "the product's own name",
}
"""Keys whose words are English in every language, each with the reason."""

NAMES_IN_EVERY_LANGUAGE = re.compile(
    r"</?[a-z]+>|https?://\S*|wardmote migrate|\b(?:Wardmote|Telegram|Excel|CSV)\b|/[a-z]+"
)
"""What is not translated: tags, addresses, commands, and the names of products and formats."""

ENGLISH_WORDS = re.compile(
    r"\b(?:the|your|you|and|of|are|is|was|with|this|that|they|their|from|have|has|our|here)\b",
    re.IGNORECASE,
)
"""Small words that nearly every English sentence has one of, and no Polish or Urdu one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One selector: the value it turns on, its variants in order, and the one it falls back to."""

    value: str
    variants: tuple[str, ...]
    fallback: str

    @property
    def literals(self) -> frozenset[str]:
        """Numbers that have a variant of their own."""
        return frozenset(key for key in self.variants if key.isdigit())

    @property
    def turns_on_a_number(self) -> bool:
        return set(self.variants) <= PLURALS | self.literals


class _Parts(Visitor):
    def __init__(self) -> None:
        self.values: set[str] = set()
        self.shown: set[str] = set()
        self.choices: list[Choice] = []
        self.texts: list[str] = []

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.texts.append(node.value)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.values.add(node.id.name)
        self.shown.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        assert isinstance(node.selector, ftl.VariableReference)
        names = {id(variant): _name(variant) for variant in node.variants}
        fallback = next(names[id(variant)] for variant in node.variants if variant.default)
        value = node.selector.id.name
        self.values.add(value)
        self.choices.append(Choice(value, tuple(names.values()), fallback))
        for variant in node.variants:
            self.visit(variant.value)


def _name(variant: ftl.Variant) -> str:
    key = variant.key
    return str(key.value if isinstance(key, ftl.NumberLiteral) else key.name)


def _parts(message: ftl.Message) -> _Parts:
    parts = _Parts()
    parts.visit(message.value)
    return parts


def one(text: str) -> ftl.Message:
    """The only message of ``text``, which is in Fluent's syntax."""
    [entry] = FluentParser().parse(text).body
    assert isinstance(entry, ftl.Message), text
    return entry


def plural_forms(language: str) -> frozenset[str]:
    """Every form a language's numbers take, by CLDR."""
    return frozenset((*Locale(language).plural_form.tags, "other"))


def keys(language: str, start: str = "") -> list[str]:
    """The keys that both English and ``language`` have, in the order of English."""
    return [key for key in messages() if key in messages(language) and key.startswith(start)]


# Faults: each a line that names what is wrong; none where nothing is


def value_faults(english: ftl.Message, other: ftl.Message) -> list[str]:
    """Values that are wanted or shown in one of the two only."""
    here, there = _parts(english), _parts(other)
    faults = [f"wants {name} in one language only" for name in here.values ^ there.values]
    faults += [f"shows {name} in one language only" for name in here.shown ^ there.shown]
    return sorted(faults)


def form_faults(english: ftl.Message, other: ftl.Message, language: str) -> list[str]:
    """Plurals that lack a form or have one too many, and choices that differ from English."""
    ours, theirs = _parts(english).choices, _parts(other).choices
    faults = []
    for choice in theirs:
        if not choice.turns_on_a_number:
            continue
        forms = set(choice.variants) - choice.literals
        if forms != plural_forms(language):
            faults.append(f"{choice.value} has the forms {sorted(forms)}")
        if choice.fallback != "other":
            faults.append(f"{choice.value} falls back to {choice.fallback}")
        known = {key for each in ours if each.value == choice.value for key in each.literals}
        if choice.literals != known and (known or choice.literals):
            faults.append(f"{choice.value} has the numbers {sorted(choice.literals)}")
    for value in {choice.value for choice in (*ours, *theirs)}:
        named = [_named(choices, value) for choices in (ours, theirs)]
        if named[0] != named[1]:
            faults.append(f"{value} has the variants {sorted(named[1])}")
    return sorted(faults)


def _named(choices: list[Choice], value: str) -> set[tuple[frozenset[str], str]]:
    return {
        (frozenset(choice.variants), choice.fallback)
        for choice in choices
        if choice.value == value and not choice.turns_on_a_number
    }


def english_left(english: ftl.Message, other: ftl.Message) -> list[str]:
    """Lines of a translation that are English still, whole or by a small word."""
    here = {line for text in _parts(english).texts for line in _own_lines(text)}
    there = [line for text in _parts(other).texts for line in _own_lines(text)]
    left = [line for line in there if line in here]
    return left + [line for line in there if line not in here and ENGLISH_WORDS.search(line)]


def _own_lines(text: str) -> Iterator[str]:
    """The lines of ``text`` without what no language translates, where a letter remains."""
    for line in NAMES_IN_EVERY_LANGUAGE.sub("", text).split("\n"):
        if any(character.isalpha() for character in line):
            yield line.strip()


# Ways through a sentence


def ways(key: str, language: str, plain: str) -> Iterator[dict[str, str | int]]:
    """Values for every way through a sentence of one language, ``plain`` where any words will do.

    A number takes one value of every plural form whole numbers have, and each that English names.
    """
    names: dict[str, set[str | int]] = {}
    for each in (messages()[key], messages(language)[key]):
        parts = _parts(each)
        for value in parts.values:
            names.setdefault(value, set())
        for choice in parts.choices:
            names[choice.value] |= set(_tried(choice, language))
    tried = [sorted(values, key=str) or [plain] for _, values in sorted(names.items())]
    for chosen in product(*tried):
        yield dict(zip(sorted(names), chosen, strict=True))


def _tried(choice: Choice, language: str) -> Iterator[str | int]:
    if not choice.turns_on_a_number:
        yield from choice.variants
        return
    yield from (int(key) for key in choice.literals)
    yield from _samples(language)


@cache
def _samples(language: str) -> tuple[int, ...]:
    """The two smallest numbers of every form that whole numbers have: the teens and 22 too."""
    rule = Locale(language).plural_form
    found: dict[str, list[int]] = {}
    for number in (*range(1, 30), 100, 1234):
        found.setdefault(rule(number), []).append(number)
    return tuple(sorted({n for numbers in found.values() for n in (*numbers[:2], numbers[-1])}))


def tags(text: str) -> tuple[str, ...]:
    """The tags of ``text``, sorted."""
    return tuple(sorted(re.findall(r"<[^>]*>?", text)))


def unbalanced(text: str) -> list[str]:
    """The tags of ``text`` that are left open, close nothing, or are not <b>, <i> or <code>."""
    stack: list[str] = []
    for tag in re.findall(r"<[^>]*>?", text):
        if tag in ("<b>", "<i>", "<code>"):
            stack.append(tag)
        elif stack and tag == stack[-1].replace("<", "</"):
            stack.pop()
        else:
            return [tag]
    return stack


def sentences(text: str) -> list[str]:
    """The sentences of ``text``, without tags and marks of direction."""
    bare = re.sub(r"</?[a-z]+>|[\u200e\u200f\u2066-\u2069]", "", text)
    return re.split(r"[.?!:;۔؟؛]+(?:\s|$|\))|\n", bare)


def unmarked(languages: tuple[str, ...]) -> list[str]:
    """Languages written from the right that nothing is set from the right for."""
    by_babel = {each for each in languages if Locale(each).character_order == "right-to-left"}
    return sorted(by_babel ^ (RIGHT_TO_LEFT & set(languages)))
