"""A council's postcodes.csv: the table from postcode to ward."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from content.located_yaml import show
from content.problems import Problem

COLUMNS = ["postcode", "ward"]
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")


@dataclass(frozen=True, slots=True)
class PostcodeTable:
    """Ward codes by compact postcode ("HP123HP"), and the first line of each ward."""

    file: str
    wards: Mapping[str, str]
    first_lines: Mapping[str, int]


def compact(text: str) -> str:
    """A postcode in the form of the table, however it was typed: capital letters and digits."""
    return "".join(filter(str.isalnum, text)).upper()


def is_postcode(text: str) -> bool:
    """Whether a text is nothing but a postcode, of any council."""
    return _POSTCODE.fullmatch(compact(text)) is not None


def read(path: Path, problems: list[Problem]) -> PostcodeTable | None:
    """The table in ``path``, or None after adding its errors to ``problems``."""
    before = len(problems)
    wards: dict[str, str] = {}
    first_lines: dict[str, int] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            header = [name.strip() for name in next(rows, [])]
            if header != COLUMNS:
                expected = f"expected the columns {','.join(COLUMNS)}"
                problems.append(Problem(path.name, 1, None, expected, show(",".join(header))))
                return None
            for row in rows:
                if not "".join(row).strip():
                    continue  # a blank line, as spreadsheets and editors leave them
                problem = _add(row, wards, first_lines, rows.line_num, path.name)
                if problem is not None:
                    problems.append(problem)
    except FileNotFoundError:
        problems.append(Problem(path.name, None, None, "expected this file", "nothing"))
    except IsADirectoryError:
        problems.append(Problem(path.name, None, None, "expected a file, not a folder"))
    except PermissionError:
        problems.append(Problem(path.name, None, None, "expected a file that can be read"))
    except UnicodeDecodeError:
        problems.append(Problem(path.name, None, None, "expected text in UTF-8"))
    except csv.Error as error:
        problems.append(Problem(path.name, rows.line_num, None, "expected valid CSV", str(error)))
    return PostcodeTable(path.name, wards, first_lines) if len(problems) == before else None


def unknown_wards(table: PostcodeTable, known: Set[str]) -> list[Problem]:
    """One problem for each ward that isn't ``known``, however many rows name it."""
    expected = "expected a ward code of wards.yaml"
    return [
        Problem(table.file, line, "ward", expected, show(ward))
        for ward, line in table.first_lines.items()
        if ward not in known
    ]


def _add(
    row: list[str], wards: dict[str, str], first_lines: dict[str, int], line: int, file: str
) -> Problem | None:
    if len(row) != len(COLUMNS):
        found = show(",".join(row))
        return Problem(file, line, None, "expected a postcode and a ward", found)
    postcode, ward = compact(row[0]), row[1].strip()
    if not _POSTCODE.fullmatch(postcode):
        expected = "expected a postcode such as HP12 3HP"
        return Problem(file, line, "postcode", expected, show(row[0]))
    if postcode in wards:
        expected = "expected each postcode once"
        return Problem(file, line, "postcode", expected, f"{show(row[0])} again")
    wards[postcode] = ward
    first_lines.setdefault(ward, line)
    return None
