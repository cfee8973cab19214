"""Which sentences the code asks for, and which there are, each read from its own files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.application import COMMANDS
from bot.views import my_data
from bot.views.broadcast_progress import NAMED_REASONS
from bot.views.weekly import OFFERED
from content.schema.consultation import QuestionKind
from content.words import WORDS
from engagement.broadcasts.gate import Weekly
from engagement.consultations.opening import Lack
from engagement.consultations.reading import SubmissionKind, TextKind
from engagement.consultations.survey import ResponseState
from engagement.errors import Refusal
from engagement.insight.disclosure import Share
from engagement.insight.ward_results import NotByWard
from engagement.operations.deadlines import RequestKind
from usecases.consultations.manage_choices import Choice
from usecases.consultations.theme_changes import ThemeAct
from usecases.insight.export import FIXED, FORM
from wardmote.demo.transcript import COLUMNS

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "content", "engagement", "reports", "storage", "usecases", "wardmote")

BUILT_KEYS = {
    "share-": tuple(share.value for share in Share),
    "counts-why-": tuple(why.value for why in NotByWard),
    "results-why-": tuple(why.value for why in NotByWard),
    "intro-state-": (ResponseState.COMPLETE.value, ResponseState.PARTIAL.value),
    "command-": COMMANDS,
    "paper-column-": COLUMNS,
    "codebook-": ("question", "meaning", "kind", "value", "value-meaning", "column"),
    "kind-": tuple(k.value for k in QuestionKind if k is not QuestionKind.YES_NO),
    "question-": ("several-hint", "several-most", "ranking-hint", "ranking-most"),
    "column-": (*(name.replace("_", "-") for name in FIXED), FORM),
    "reason-": tuple(reason.value for reason in NAMED_REASONS),
    "reading-about-": tuple(kind.value for kind in TextKind if kind is not TextKind.SUBMISSION),
    "theme-": tuple(act.value for act in ThemeAct),
    "submission-kind-": tuple(kind.value for kind in SubmissionKind),
    "submissions-": ("how", "from", "day", "signatures", "summary", "text", "read"),
    "request-kind-": tuple(kind.value for kind in RequestKind),
    "mydata-table-": tuple(name.replace("_", "-") for name in my_data.FIELDS),
    "mydata-field-": tuple({label for one in my_data.FIELDS.values() for label in one.values()}),
    "mydata-code-": tuple({str(code) for code in my_data.CODES}),
    "weekly-chosen-": tuple(choice.value for choice in Weekly),
    "button-weekly-": tuple(choice.value for choice in OFFERED),
    "lack-": tuple(lack.value for lack in Lack),
    "manage-word-": tuple(choice.value for choice in Choice),
    "button-": ("keep", "done", "skip"),  # the ways on that the story's crowd looks for
}
"""Beginnings of keys that code puts together, and every ending they are put together with."""


@dataclass(frozen=True)
class Ask:
    """One place in the code that asks for a sentence. ``values``: None where they are passed on."""

    key: str
    values: frozenset[str] | None
    where: str


def trees() -> Iterator[tuple[str, ast.Module]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


def texts(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


@cache
def all_texts() -> frozenset[str]:
    """Every string that stands anywhere in the code."""
    return frozenset(text for _, tree in trees() for text in texts(tree))


@cache
def beginnings() -> frozenset[str]:
    """What f-strings begin with."""
    return frozenset(
        node.values[0].value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        and len(node.values) > 1
        and isinstance(node.values[0], ast.Constant)
        and isinstance(node.values[0].value, str)
    )


@cache
def asks() -> tuple[Ask, ...]:
    """Every call of html(), plain() or say() with a key that stands in the code."""
    found: list[Ask] = []
    for where, tree in trees():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                found += _asks_in(function, where)
    return tuple(found)


@cache
def refusals() -> tuple[Ask, ...]:
    """Every ``raise`` of a refusal, as the sentence it asks for."""
    kinds = {kind.__name__: kind for kind in every_refusal()}
    found = []
    for where, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Raise) or node.exc is None:
                continue
            for inner in ast.walk(node.exc):
                if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name):
                    values = frozenset(k.arg for k in inner.keywords if k.arg)
                    name = inner.func.id
                elif isinstance(inner, ast.Name) and inner is node.exc:
                    values, name = frozenset(), inner.id
                else:
                    continue
                if name in kinds:
                    found.append(Ask(kinds[name].key, values, f"{where}:{node.lineno}"))
    return tuple(found)


def every_refusal() -> tuple[type[Refusal], ...]:
    """The refusals of engagement/errors.py."""
    return tuple(Refusal.__subclasses__())


def _asks_in(function: ast.AST, where: str) -> Iterator[Ask]:
    named = _named_texts(function)
    by_name: dict[str, set[str]] = {}  # two calls with one name share their values between them
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and _speaks(node)]
    for call in calls:
        if isinstance(call.args[0], ast.Name):
            given = by_name.setdefault(call.args[0].id, set())
            given.update(keyword.arg for keyword in call.keywords if keyword.arg)
    for call in calls:
        first = call.args[0]
        keys = set(_results(first))
        values: set[str] = {keyword.arg for keyword in call.keywords if keyword.arg}
        if isinstance(first, ast.Name):
            keys, values = named.get(first.id, set()), by_name[first.id]
        passed_on = any(keyword.arg is None for keyword in call.keywords)
        for key in sorted(keys):
            if re.fullmatch(r"[a-z]{2,}(-[a-z]+)*", key):
                yield Ask(key, None if passed_on else frozenset(values), f"{where}:{call.lineno}")


def _speaks(call: ast.Call) -> bool:
    """Whether a call is html(key), plain(key) or the story's say(key)."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr in ("html", "plain") and bool(call.args)
    return isinstance(call.func, ast.Name) and call.func.id == "say" and bool(call.args)


def _named_texts(function: ast.AST) -> dict[str, set[str]]:
    """The strings that each local name may stand for."""
    named: dict[str, set[str]] = {}
    for node in ast.walk(function):
        targets: list[ast.expr] = []
        found: set[str] = set()
        if isinstance(node, ast.Assign):
            targets, found = node.targets, set(_results(node.value))
        elif isinstance(node, ast.For):
            targets, found = [node.target], set(texts(node.iter))
        for target in targets:
            for name in ast.walk(target):
                if isinstance(name, ast.Name):
                    named.setdefault(name.id, set()).update(found)
    return named


def _results(node: ast.AST) -> Iterator[str]:
    """The strings an expression may come to."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _results(node.body)
        yield from _results(node.orelse)
    elif isinstance(node, ast.Tuple):
        for item in node.elts:
            yield from _results(item)


# The words themselves


def by_family(keys: Iterable[str]) -> dict[str, list[str]]:
    """Keys by their first word: one test for each family takes far less time than one a key."""
    families: dict[str, list[str]] = {}
    for key in sorted(keys):
        families.setdefault(key.split("-")[0], []).append(key)
    return families


def each_family(keys: Iterable[str]) -> pytest.MarkDecorator:
    """Give a test these keys as ``keys``, one family at a time."""
    families = by_family(keys)
    return pytest.mark.parametrize("keys", families.values(), ids=families)


@cache
def messages(language: str = "en") -> dict[str, ftl.Message]:
    resource = FluentParser().parse((WORDS / f"{language}.ftl").read_text("utf-8"))
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ftl.Message)}


@cache
def unread(language: str = "en") -> tuple[str, ...]:
    """Lines no parser understood."""
    resource = FluentParser().parse((WORDS / f"{language}.ftl").read_text("utf-8"))
    return tuple(entry.content or "" for entry in resource.body if isinstance(entry, ftl.Junk))


class _Wanted(Visitor):
    def __init__(self) -> None:
        self.values: dict[str, set[str | int]] = {}

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.values.setdefault(node.id.name, set())

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        assert isinstance(node.selector, ftl.VariableReference)
        tried = self.values.setdefault(node.selector.id.name, set())
        for variant in node.variants:
            key = variant.key
            if isinstance(key, ftl.NumberLiteral):
                tried.add(int(key.value))
            elif key.name in ("one", "other"):
                tried.add(1 if key.name == "one" else 21)
            else:
                tried.add(key.name)
        self.generic_visit(node)


@cache
def wanted(key: str) -> dict[str, frozenset[str | int]]:
    """The values a sentence wants, each with those that lead to its variants."""
    visitor = _Wanted()
    visitor.visit(messages()[key])
    return {name: frozenset(tried) for name, tried in visitor.values.items()}


def fillings(key: str, plain: str) -> Iterator[dict[str, str | int]]:
    """Values for every way through a sentence, ``plain`` where any words will do."""
    names = wanted(key)
    choices = [sorted(tried, key=str) or [plain] for tried in names.values()]
    for chosen in product(*choices):
        yield dict(zip(names, chosen, strict=True))
