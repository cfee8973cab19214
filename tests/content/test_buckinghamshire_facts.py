"""What Buckinghamshire's files say, against the public data they were written from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from content.library import Library

SHARED = Path(__file__).parents[2].parent / "shared"
DATA = SHARED / "data"

needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the public data (../shared/data) is not here to compare with"
)


def rows(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@needs_data
def test_wards_are_those_of_the_2021_vintage(buckinghamshire: Library) -> None:
    published = {
        row["WDCD"]: (row["WDNM"], float(row["LAT"]), float(row["LONG"]))
        for row in rows("wards/wards_E06000060.csv")
        if row["vintage"].startswith("2021")
    }
    ours = {
        code: (ward.name, ward.latitude, ward.longitude)
        for code, ward in buckinghamshire.wards.items()
    }
    assert len(published) == 49
    assert ours == published


@needs_data
def test_populations_are_the_derived_mid_2020_estimate(buckinghamshire: Library) -> None:
    published = {
        row["WDCD"]: int(row["pop_mid2020_estimate"])
        for row in rows("wards/ward_population_estimate_mid2020.csv")
        if row["vintage"] == "2021" and row["LADCD"] == "E06000060"
    }
    assert {code: ward.population for code, ward in buckinghamshire.wards.items()} == published


@needs_data
def test_every_postcode_has_its_ward_of_2021(buckinghamshire: Library) -> None:
    published = {
        row["postcode"].replace(" ", ""): row["ward_2021"]
        for row in rows("postcodes/postcode_wards_E06000060.csv")
    }
    assert len(published) == 16_159
    assert buckinghamshire.postcodes == published


def test_the_ten_wards_have_125_827_people(buckinghamshire: Library) -> None:
    assert sum(ward.population or 0 for ward in buckinghamshire.plan_wards) == 125_827


def test_the_council_has_547_060_people(buckinghamshire: Library) -> None:
    assert sum(ward.population or 0 for ward in buckinghamshire.wards.values()) == 547_060


def test_every_population_says_that_it_is_an_estimate(buckinghamshire: Library) -> None:
    for ward in buckinghamshire.wards.values():
        assert "mid-2020" in (ward.population_source or "")


def test_only_the_ten_wards_have_an_area(buckinghamshire: Library) -> None:
    areas: dict[str, int] = {}
    for ward in buckinghamshire.wards.values():
        if ward.area:
            areas[ward.area] = areas.get(ward.area, 0) + 1
    assert areas == {"High Wycombe": 6, "Aylesbury": 3, "Chesham": 1}


def test_a_ward_has_the_area_of_its_board(buckinghamshire: Library) -> None:
    for board in buckinghamshire.boards:
        assert {buckinghamshire.wards[code].area for code in board.wards} == {board.area}


def test_the_five_themes_have_the_report_s_names(buckinghamshire: Library) -> None:
    assert [theme.name.say("en") for theme in buckinghamshire.themes] == [
        "Education and Skills",
        "Jobs and career opportunities",
        "Quality of our Public Realm",
        "Standard of living",
        "Health and Wellbeing",
    ]


def test_every_commitment_names_its_paragraph_and_none_a_theme(buckinghamshire: Library) -> None:
    (plan,) = buckinghamshire.plans
    assert len(plan.commitments) == 9
    for commitment in plan.commitments:
        assert "paragraph" in commitment.source
        assert commitment.theme is None
        assert commitment.horizon is None
        assert commitment.measures == ()
