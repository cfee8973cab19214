"""The public data and the councils' own documents beside the project, for tests to compare with."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
DATA = SHARED / "data"
SEEDS = SHARED / "seeds"

needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the public data (../shared/data) is not here to compare with"
)
needs_documents = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the documents (../shared/seeds) are not here to compare with"
)


def rows(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def document(number: int) -> str:
    """The text of a council's document, by the number its file begins with."""
    (path,) = SEEDS.glob(f"{number:03}_*.txt")
    return path.read_text(encoding="utf-8")


def letters(text: str) -> str:
    """Only letters and digits, small: hyphens, quotes and breaks of lines make no difference."""
    bare = re.sub(r"<[^>]+>", "", text).replace("&amp;", "&")
    return "".join(filter(str.isalnum, bare)).casefold()
