"""A council moves to the wards of another year by one line; what does not follow is told."""

from __future__ import annotations

from council_copy import Copy, other_warnings, place

IN_2021, IN_2025 = "\nvintage: 2021\n", "\nvintage: 2025\n"


def in_2025(copy: Copy) -> Copy:
    copy.change("council.yaml", IN_2021, IN_2025)
    return copy


def test_buckinghamshire_moves_to_2025_with_warnings_only(copy: Copy) -> None:
    library = in_2025(copy).load()
    assert library.ward_of("HP12 3HP") in library.wards
    assert "E05013120" in library.former
    assert other_warnings(library) == (
        "opportunity-bucks names no ward of 2025, the year in force",
        "high-wycombe leads no ward of 2025, the year in force",
        "aylesbury leads no ward of 2025, the year in force",
        "chesham leads no ward of 2025, the year in force",
        "local-priorities is for no ward of 2025, the year in force",
        "keeping-in-touch is for no ward of 2025, the year in force",
    )


def test_north_northamptonshire_moves_to_2025_with_warnings_only(northern_copy: Copy) -> None:
    library = in_2025(northern_copy).load()
    assert len(library.plan_wards) == 31
    board = library.board_of("E05016203")
    assert board is not None
    assert board.slug == "avondale-grange"
    assert other_warnings(library) == (
        "kingswood-and-hazel-leys leads no ward of 2025, the year in force",
        "queensway leads no ward of 2025, the year in force",
        "street-scene-and-lighting is for no ward of 2025, the year in force",
    )


def test_in_2021_every_board_leads_a_ward_in_force(northern_copy: Copy) -> None:
    """C9. The board of a ward to come leads in the ward that its people lived in."""
    assert other_warnings(northern_copy.load()) == ()


def test_a_year_without_a_file(any_copy: Copy) -> None:
    any_copy.change("council.yaml", IN_2021, "\nvintage: 2030\n")
    problem = any_copy.problem()
    assert (problem.file, problem.field) == ("wards.yaml", "vintage")
    assert str(problem).endswith("expected the council's vintage, 2030, found 2021")


def test_wards_of_another_year_without_their_postcodes(any_copy: Copy) -> None:
    (any_copy.directory / "postcodes-2025.csv").unlink()
    assert str(any_copy.problem()) == "postcodes-2025.csv: expected this file, found nothing"


def test_a_postcode_of_2025_in_a_ward_of_2021(northern_copy: Copy) -> None:
    line = northern_copy.change("postcodes-2025.csv", "LE15 8FN,E05016223", "LE15 8FN,E05013231")
    problem = northern_copy.problem()
    assert place(problem) == ("postcodes-2025.csv", line, "ward")
    assert problem.found == '"E05013231"'


def test_two_wards_of_one_code(northern_copy: Copy) -> None:
    line = northern_copy.change("wards-2025.yaml", "code: E05016204", "code: E05016203")
    problems = northern_copy.problems()
    assert place(problems[0]) == ("wards-2025.yaml", line, "wards[1].code")
    assert str(problems[0]).endswith('expected each once, found "E05016203" again')


def test_a_ward_of_2021_among_those_of_2025(northern_copy: Copy) -> None:
    name = "    name: Desborough\n"
    line = northern_copy.change("wards-2025.yaml", name, f"{name}    vintage: 2021\n") + 1
    problem = northern_copy.problem()
    assert place(problem) == ("wards-2025.yaml", line, "wards[5].vintage")
    assert str(problem).endswith("expected the council's vintage, 2025, found 2021")


def test_a_board_for_a_ward_nobody_knows(northern_copy: Copy) -> None:
    line = northern_copy.change("boards.yaml", "E05016203", "E05019999")
    assert place(northern_copy.problem()) == ("boards.yaml", line, "boards[1].wards[1]")


def test_a_consultation_for_a_ward_nobody_knows(northern_copy: Copy) -> None:
    file = "consultations/street-scene-and-lighting.yaml"
    line = northern_copy.change(file, "E05013227", "E05019999")
    assert place(northern_copy.problem()) == (file, line, "wards[0]")


def test_a_place_near_a_ward_nobody_knows(northern_copy: Copy) -> None:
    line = northern_copy.change("plans/levelling-up.yaml", "E05013213", "E05019999")
    problem = northern_copy.problem()
    assert place(problem) == ("plans/levelling-up.yaml", line, "places[2].nearest[0]")
