"""YAML files read with line numbers and checked against the schema, with errors in plain words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from content.problems import Problem

FieldPath = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

LONGEST_FOUND = 60
_TAG = "tag:yaml.org,2002:"
_TEXT_TAGS = {_TAG + "str", _TAG + "timestamp", _TAG + "merge", _TAG + "value"}
_TRUTH = {"true", "false"}
_COMMENT = re.compile(r"( +)#")
_PLAIN_TAGS = {_TAG + "null", _TAG + "bool", _TAG + "int", _TAG + "float"}

# The C loader is some eight times faster; both build only plain values.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Document:
    """The content of one file: plain values, and the line of each field."""

    file: str
    value: object
    lines: Mapping[FieldPath, int]
    warnings: tuple[str, ...] = ()
    """Values that are probably not what their author meant."""

    def problem(self, path: FieldPath, expected: str, found: str | None = None) -> Problem:
        """A problem with the field at ``path``, on its line or the line of its nearest parent."""
        line = self.lines.get(self.known(path))
        return Problem(self.file, line, name_of(path) or None, expected, found)

    def known(self, path: FieldPath) -> FieldPath:
        """The part of ``path`` that is written in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return path


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Model]):
    """A document whose value fits its model."""

    document: Document
    value: Model


def read(path: Path, name: str, problems: list[Problem]) -> Document | None:
    """The document in ``path``, or None after adding its errors to ``problems``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problems.append(Problem(name, None, None, "expected this file, found nothing"))
        return None
    except UnicodeDecodeError:
        problems.append(Problem(name, None, None, "expected text in UTF-8"))
        return None
    except OSError as error:
        expected = f"expected a file that can be read ({error.strerror})"
        problems.append(Problem(name, None, None, expected))
        return None
    reading = _Reading(name)
    value = reading.parsed(text)
    problems.extend(reading.problems)
    if reading.problems:
        return None
    return Document(name, value, MappingProxyType(reading.lines), tuple(reading.warnings))


def check(document: Document, model: type[Model], problems: list[Problem]) -> Sheet[Model] | None:
    """The document as a ``model``, or None after adding every error to ``problems``.

    The value is validated as strict JSON, so that a date is a date and never a count of seconds.
    """
    try:
        return Sheet(document, model.model_validate_json(json.dumps(document.value), strict=True))
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems.extend(_problem(document, detail) for detail in details)
        return None


def name_of(path: FieldPath) -> str:
    """A path as people write it: ``("wards", 3, "code")`` is ``wards[3].code``."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def show(found: object) -> str:
    """What was found, on one short line."""
    if found is None:
        return "nothing"
    if isinstance(found, dict | list | tuple):
        return "a list" if isinstance(found, list | tuple) else "fields with values"
    shown = json.dumps(found, ensure_ascii=False)
    return shown if len(shown) <= LONGEST_FOUND else shown[: LONGEST_FOUND - 1] + "…"


class _Reading:
    """One pass over the nodes of a file, which collects values, lines and problems."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[FieldPath, int] = {}
        self.problems: list[Problem] = []
        self.warnings: list[str] = []
        self._text: list[str] = []
        self._seen: set[int] = set()
        self._constructor = yaml.constructor.SafeConstructor()

    def parsed(self, text: str) -> object:
        self._text = text.splitlines()
        try:
            loader = _Loader(text)
            try:
                node = loader.get_single_node()
            finally:
                loader.dispose()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = None if mark is None else mark.line + 1
            why = ", ".join(filter(None, (error.context, error.problem)))
            self.problems.append(Problem(self.file, line, None, f"expected valid YAML ({why})"))
            return None
        except yaml.YAMLError as error:
            why = " ".join(str(error).split())
            self.problems.append(Problem(self.file, None, None, f"expected valid YAML ({why})"))
            return None
        return self._value(node, ()) if node is not None else None

    def _value(self, node: yaml.Node, path: FieldPath) -> object:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._wrong(path, "expected the value itself, found a reference to another place (*)")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, at)) for at, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: yaml.MappingNode, path: FieldPath) -> dict[str, object]:
        fields: dict[str, object] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self._wrong(path, "expected a field's name, found a list or fields", line)
                continue
            name = str(key.value)
            field = (*path, name)
            if name in fields:
                first = self.lines[field]
                self._wrong(field, f"expected each field once, found it on line {first} too", line)
                continue
            self.lines[field] = line
            fields[name] = self._value(value, field)
        return fields

    def _scalar(self, node: yaml.Node, path: FieldPath) -> object:
        self._look_for_a_cut(node, path)
        # YAML 1.1 reads 12:30 as a number to base sixty, which no author means.
        if node.tag in _TEXT_TAGS or (node.tag in _PLAIN_TAGS and ":" in node.value):
            return str(node.value)
        # It also reads yes, no, on and off as true and false; as an answer they are words.
        if node.tag == _TAG + "bool" and node.value.lower() not in _TRUTH:
            return str(node.value)
        if node.tag not in _PLAIN_TAGS:
            self._wrong(path, f"expected a plain value, found the tag {node.tag}")
            return None
        try:
            return self._constructor.construct_object(node)
        except (yaml.YAMLError, ValueError, KeyError):
            self._wrong(path, f"expected a value of the tag {node.tag}")
            return None

    def _look_for_a_cut(self, node: yaml.Node, path: FieldPath) -> None:
        """Warn of a sentence without quotes that ends at " #", where YAML begins a comment."""
        quoted = getattr(node, "style", None)
        if quoted or node.end_mark.line >= len(self._text):
            return
        found = _COMMENT.match(self._text[node.end_mark.line], node.end_mark.column)
        # A code or a slug may have a comment. A comment set off by two spaces is meant as one.
        if found and len(found[1]) == 1 and node.tag == _TAG + "str":
            line = node.end_mark.line + 1
            self.warnings.append(
                f'{self.file}, line {line}, {name_of(path)}: the text ends before " #"; '
                "if that is part of it, put the whole text in quotes"
            )

    def _wrong(self, path: FieldPath, expected: str, line: int | None = None) -> None:
        at = self.lines.get(path) if line is None else line
        self.problems.append(Problem(self.file, at, name_of(path) or None, expected))


_PATTERNS = {
    r"^E05\d{6}$": "a ward code such as E05013131",
    r"^E\d{8}$": "a code of nine characters such as E06000060",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small letters, digits and single hyphens (such as public-realm)",
    r"^[a-z][a-z0-9_]*$": "small letters, digits and underscores, a letter first",
    r"^[A-Za-z0-9_][A-Za-z0-9_. -]*(/[A-Za-z0-9_][A-Za-z0-9_. -]*)*$": (
        "the name of a file in the council's folder"
    ),
    r"^[a-z]{2}$": "a language of two small letters such as en",
}
_DATE = "a date such as 2022-09-30"
_MOMENT = "a date and time with its offset, such as 2022-09-05T09:00:00+01:00"
_PLAIN = {
    "string_type": "text (in quotes, if it is a number or a word such as yes or no)",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "text, or text by language (in quotes, if it is a number, true or false)",
    "model_type": "fields with values",
    "date_type": _DATE,
    "date_parsing": _DATE,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "timezone_aware": _MOMENT,
    "string_pattern_mismatch": "text of the pattern {pattern}",
    "string_too_short": "at least {min_length} character",
    "string_too_long": "at most {max_length} characters",
    "too_short": "at least {min_length} of them",
    "too_long": "at most {max_length} of them",
    "greater_than_equal": "a number of at least {ge}",
    "less_than_equal": "a number of at most {le}",
    "enum": "one of {expected}",
}


def _problem(document: Document, detail: ErrorDetails) -> Problem:
    kind, path = detail["type"], detail["loc"]
    if kind == "missing":
        return document.problem(path, "expected this field", "nothing")
    # A plain text is checked as English text: name the field in the file, not "….en".
    path = document.known(path)
    context = detail.get("ctx", {})
    if kind == "value_error":
        return document.problem(path, str(context["error"]))
    if kind == "extra_forbidden":
        return document.problem(path, "expected no field of this name (is it misspelt?)")
    plain = _PATTERNS.get(context.get("pattern", "")) or _PLAIN.get(kind)
    expected = detail["msg"] if plain is None else f"expected {plain.format(**context)}"
    return document.problem(path, expected, show(detail["input"]))
