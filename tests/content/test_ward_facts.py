"""Both councils' wards and postcodes, in both years, against the public data they come from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from council_copy import Copy
from public_data import needs_data, rows

from content.library import Library
from content.schema.council import Ward


@dataclass(frozen=True)
class Known:
    """What is known of a council from the public data's own description."""

    gss: str
    people: int
    wards: dict[int, int]  # by year
    postcodes: dict[int, int]  # by year


KNOWN = {
    "buckinghamshire": Known(
        "E06000060", 547_060, {2021: 49, 2025: 49}, {2021: 16_159, 2025: 16_158}
    ),
    "north-northamptonshire": Known(
        "E06000061", 350_448, {2021: 26, 2025: 31}, {2021: 8_524, 2025: 8_524}
    ),
}


@pytest.fixture(params=[2021, 2025])
def year(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


def with_wards_of(copy: Copy, year: int) -> Library:
    """The council once the wards of ``year`` are in force."""
    if year != 2021:
        copy.change("council.yaml", "\nvintage: 2021\n", f"\nvintage: {year}\n")
    return copy.load()


def of(library: Library, year: int) -> list[Ward]:
    both = [*library.wards.values(), *library.former.values()]
    return [ward for ward in both if ward.vintage == year]


def test_every_ward_of_both_years_is_there(library: Library, year: int) -> None:
    assert len(of(library, year)) == KNOWN[library.council.slug].wards[year]


def test_the_wards_of_a_year_have_all_the_council_s_people(library: Library, year: int) -> None:
    people = sum(ward.population or 0 for ward in of(library, year))
    assert people == KNOWN[library.council.slug].people


def test_every_ward_names_its_sources(library: Library, year: int) -> None:
    for ward in of(library, year):
        assert str(year) in ward.source
        assert "mid-2020" in (ward.population_source or "")


def test_every_postcode_leads_to_a_ward_in_force(any_copy: Copy, year: int) -> None:
    library = with_wards_of(any_copy, year)
    assert len(library.postcodes) == KNOWN[library.council.slug].postcodes[year]
    assert set(library.postcodes.values()) == set(library.wards)


@needs_data
def test_wards_are_those_of_the_public_data(library: Library, year: int) -> None:
    published = {
        row["WDCD"]: (row["WDNM"], float(row["LAT"]), float(row["LONG"]))
        for row in rows(f"wards/wards_{library.council.gss_code}.csv")
        if row["vintage"].startswith(str(year))
    }
    ours = {w.code: (w.name, w.latitude, w.longitude) for w in of(library, year)}
    assert ours == published


@needs_data
def test_populations_are_the_derived_mid_2020_estimate(library: Library, year: int) -> None:
    published = {
        row["WDCD"]: int(row["pop_mid2020_estimate"])
        for row in rows("wards/ward_population_estimate_mid2020.csv")
        if (row["vintage"], row["LADCD"]) == (str(year), library.council.gss_code)
    }
    assert {ward.code: ward.population for ward in of(library, year)} == published


@needs_data
def test_every_postcode_has_its_ward_of_the_public_data(any_copy: Copy, year: int) -> None:
    library = with_wards_of(any_copy, year)
    published = {
        row["postcode"].replace(" ", ""): row[f"ward_{year}"]
        for row in rows(f"postcodes/postcode_wards_{library.council.gss_code}.csv")
        if row[f"ward_{year}"]
    }
    assert library.postcodes == published


@needs_data
@pytest.mark.parametrize(("in_force", "other"), [(2021, 2025), (2025, 2021)])
def test_successors_begin_with_the_ward_most_postcodes_went_to(
    any_copy: Copy, in_force: int, other: int
) -> None:
    library = with_wards_of(any_copy, in_force)
    pairs = Counter(
        (row[f"ward_{other}"], row[f"ward_{in_force}"])
        for row in rows(f"postcodes/postcode_wards_{library.council.gss_code}.csv")
        if row[f"ward_{other}"] and row[f"ward_{in_force}"]
    )
    assert set(library.successors) == set(library.former)
    for ward, found in library.successors.items():
        went = {now: number for (before, now), number in pairs.items() if before == ward}
        assert went[found[0]] == max(went.values())
        assert [went[now] for now in found] == sorted(went.values(), reverse=True)


def test_kingswood_and_oakley_are_other_wards_since_2025(north_northamptonshire: Library) -> None:
    for name in ("Kingswood", "Oakley", "Oundle"):
        codes = {
            ward.code
            for year in (2021, 2025)
            for ward in of(north_northamptonshire, year)
            if ward.name == name
        }
        assert len(codes) == 2


def test_a_ward_of_2025_is_known_while_those_of_2021_are_in_force(
    north_northamptonshire: Library,
) -> None:
    assert north_northamptonshire.ward("E05016203").name == "Avondale Grange"
    assert "E05016203" not in north_northamptonshire.wards
    assert north_northamptonshire.ward("E05013227").name == "Kingswood"
    with pytest.raises(KeyError):
        north_northamptonshire.ward("E05013120")


def test_only_neighbourhoods_the_council_named_have_a_town(
    north_northamptonshire: Library,
) -> None:
    both = [ward for year in (2021, 2025) for ward in of(north_northamptonshire, year)]
    assert {ward.code: ward.area for ward in both if ward.area} == {
        "E05013227": "Corby",
        "E05013213": "Wellingborough",
        "E05016203": "Kettering",
    }
