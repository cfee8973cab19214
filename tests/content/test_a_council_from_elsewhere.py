"""A council is a folder: any council, kept anywhere, is served without a line of code."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.library import ContentError, Library, council_directory, load
from engagement.plans.commitments import is_for

COUNCIL = """\
slug: anytown
name: Anytown Council
short_name: Anytown
gss_code: E06999999
vintage: 2023
privacy:
  controller: Anytown Council
  lawful_basis: Public task
  version: 2024-01-01
  body: We keep your ward and your answers.
"""
WARDS = """\
vintage: 2023
source: Written for a test
wards:
  - {code: E05999901, name: Upper Town, latitude: 52.1, longitude: -0.5}
  - {code: E05999902, name: Lower Town, latitude: 52.2, longitude: -0.6}
  - {code: E05999903, name: Riverside, latitude: 52.3, longitude: -0.7}
"""
POSTCODES = """\
postcode,ward
ZZ1 1AA,E05999901
ZZ1 1AB,E05999902
ZZ1 1AD,E05999903
"""
PLAN = """\
slug: market
title: A plan for the market
summary: The market gets a roof.
source: Written for a test
commitments:
  - {slug: roof, text: We will put a roof on the market., wards: [E05999903], source: Page 1}
"""
POLL = """\
slug: market-day
title: Which day for the market?
purpose: We want to know which day suits you.
can_change: The day.
decided_by: The market committee decides.
opens_at: 2024-05-01T09:00:00+01:00
closes_at: 2024-05-31T17:00:00+01:00
hear_by: 2024-06-28
plan: market
minutes: 1
questions:
  - key: day
    kind: single
    text: Which day suits you?
    options:
      - {key: friday, label: Friday}
      - {key: saturday, label: Saturday}
      - {key: none_of_these, label: None of these}
source: Written for a test
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of Anytown, which no part of the program has heard of."""
    directory = tmp_path / "somewhere" / "anytown"
    for name, text in {
        "council.yaml": COUNCIL,
        "wards.yaml": WARDS,
        "postcodes.csv": POSTCODES,
        "boards.yaml": "boards: []\n",
        "plans/market.yaml": PLAN,
        "consultations/market-day.yaml": POLL,
    }.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return directory


@pytest.fixture
def anytown(folder: Path) -> Library:
    return load(folder)


def test_anytown_loads_without_a_warning(anytown: Library) -> None:
    assert anytown.council.name == "Anytown Council"
    assert anytown.warnings == ()


def test_anytown_has_its_own_wards_postcodes_and_questions(anytown: Library) -> None:
    assert [ward.name for ward in anytown.wards.values()] == [
        "Lower Town",
        "Riverside",
        "Upper Town",
    ]
    assert anytown.ward_of("zz1 1ad") == "E05999903"
    assert anytown.ward_of("HP12 3HP") is None
    assert list(anytown.consultations) == ["market-day"]


def test_anytown_has_no_boards_so_only_officers_send(anytown: Library) -> None:
    assert anytown.boards == ()
    assert all(anytown.board_of(ward) is None for ward in anytown.wards)


def test_anytown_knows_one_year_of_boundaries(anytown: Library) -> None:
    assert anytown.former == {}
    assert anytown.successors == {}


def test_a_promise_for_one_ward_is_for_that_ward(anytown: Library) -> None:
    plan = anytown.plans[0]
    (promise,) = plan.commitments
    assert is_for(plan, promise, ["E05999903", "E05999901"])
    assert not is_for(plan, promise, ["E05999901"])


def test_what_is_wrong_with_anytown_is_told_like_anybody_s(folder: Path) -> None:
    (folder / "boards.yaml").unlink()
    with pytest.raises(ContentError, match=r"boards\.yaml: expected this file"):
        load(folder)


def test_anytown_is_not_among_the_councils_that_come_with_the_program() -> None:
    with pytest.raises(ContentError, match="buckinghamshire, north-northamptonshire"):
        council_directory("anytown")
