"""The glossary's terms are where it says they are."""

import importlib

import pytest
from the_pages import read, rows

NOT_YET = "not yet"
TERMS = rows(read("docs/glossary.md"))


def find(dotted: str) -> object:
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(dotted)


@pytest.mark.parametrize(("term", "meaning", "place"), TERMS, ids=[row[0] for row in TERMS])
def test_a_term_has_a_meaning_and_is_in_the_code_or_said_to_be_missing(term, meaning, place):
    assert meaning
    if place != NOT_YET:
        assert place.startswith("`")
        assert find(place.strip("`")) is not None


def test_no_term_stands_twice():
    names = [row[0] for row in TERMS]
    assert len(names) == len(set(names))
