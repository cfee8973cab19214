"""Excel's limits for cells and sheet names, and texts adapted to them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

# Excel's own limits. It counts in UTF-16 code units: an emoji is two.
LONGEST_CELL = 32_767
LONGEST_NAME = 31
MOST_ROWS = 1_048_576

# Excel would lose the last digits of a whole number beyond this.
LARGEST_NUMBER = 10**15

CUT = "… [cut: too long for a cell]"
TAKEN_BY_EXCEL = "history"

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")


def clean(text: str) -> str:
    """The text as a cell can hold it: no characters XML forbids, one line ending, not too long.

    A text that is too long is cut, and says so at its end.
    """
    text = _NOT_IN_XML.sub("", _LINE_ENDS.sub("\n", text))
    return text if _units(text) <= LONGEST_CELL else _first(text, LONGEST_CELL - len(CUT)) + CUT


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Sheet names Excel accepts, in the same order: 31 characters, none of []:*?/\\, all unique."""
    names: list[str] = []
    for number, name in enumerate(wanted, start=1):
        plain = " ".join(_NOT_IN_A_NAME.sub(" ", clean(name)).split())
        short = _first(plain, LONGEST_NAME).strip("' ")
        taken = {"", TAKEN_BY_EXCEL, *(other.lower() for other in names)}
        free = (one for one in _numbered(short, number) if one.lower() not in taken)
        names.append(next(free))
    return names


def _numbered(name: str, number: int) -> Iterator[str]:
    """The name itself, then the name with one number after another."""
    yield name
    for further in itertools.count(number):
        ending = f" {further}"
        yield (_first(name, LONGEST_NAME - len(ending)) + ending).strip()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _first(text: str, units: int) -> str:
    """The first UTF-16 code units of a text, without half a character at the end."""
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")
