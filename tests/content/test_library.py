"""What a loaded council answers."""

from __future__ import annotations

import dataclasses
from collections.abc import MutableMapping
from typing import cast

import pytest
from council_copy import Copy, other_warnings, place
from pydantic import ValidationError

from content.library import ContentError, Library, council_directory
from content.schema.consultation import QuestionKind
from content.schema.council import Board, Ward


def names(wards: tuple[Ward, ...]) -> list[str]:
    return [ward.name for ward in wards]


def test_buckinghamshire_loads_with_no_warning_but_of_short_consultations(
    buckinghamshire: Library,
) -> None:
    assert buckinghamshire.council.name == "Buckinghamshire Council"
    assert other_warnings(buckinghamshire) == ()
    assert len(buckinghamshire.warnings) == 2


def test_two_wards_of_one_name_are_warned_of(northern_copy: Copy) -> None:
    one, other = [*northern_copy.load().wards.values()][:2]
    northern_copy.change("wards.yaml", f"name: {other.name}\n", f"name: {one.name}\n")
    found = northern_copy.load().warnings
    assert f"2 wards are called {one.name}: nobody can tell which is which" in found


def test_wards_stand_in_order_of_name(buckinghamshire: Library) -> None:
    in_order = [ward.name for ward in buckinghamshire.wards.values()]
    assert in_order == sorted(in_order)
    assert in_order[0] == "Abbey"


def test_consultations_stand_in_the_order_in_which_they_open(buckinghamshire: Library) -> None:
    assert list(buckinghamshire.consultations) == ["local-priorities", "keeping-in-touch"]


def test_local_priorities_has_a_question_of_each_simple_kind(buckinghamshire: Library) -> None:
    questions = buckinghamshire.consultations["local-priorities"].questions
    assert [question.kind for question in questions] == [
        QuestionKind.SINGLE,
        QuestionKind.SEVERAL,
        QuestionKind.SCALE,
        QuestionKind.TEXT,
    ]


def test_the_plan_is_for_ten_wards(buckinghamshire: Library) -> None:
    assert len(buckinghamshire.plan_wards) == 10
    assert all(ward.area for ward in buckinghamshire.plan_wards)
    for consultation in buckinghamshire.consultations.values():
        assert set(consultation.wards) == {ward.code for ward in buckinghamshire.plan_wards}


def test_a_plan_that_names_no_ward_is_for_all_of_them(buckinghamshire: Library) -> None:
    plans = tuple(plan.model_copy(update={"wards": ()}) for plan in buckinghamshire.plans)
    assert len(dataclasses.replace(buckinghamshire, plans=plans).plan_wards) == 49


@pytest.mark.parametrize("typed", ["HP12 3HP", "hp123hp", " hp12  3hp ", "HP12-3HP", "Hp12 3hP."])
def test_a_postcode_is_understood_however_it_is_typed(buckinghamshire: Library, typed: str) -> None:
    assert buckinghamshire.ward_of(typed) == "E05013131"


@pytest.mark.parametrize("typed", ["SW1A 1AA", "HP12", "", "my postcode is HP12 3HP"])
def test_what_is_no_postcode_of_the_council_has_no_ward(
    buckinghamshire: Library, typed: str
) -> None:
    assert buckinghamshire.ward_of(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "Booker, Cressex and Castlefield",
        "Booker, Cressex & Castlefield",
        "booker cressex castlefield",
        "BOOKER CRESSEX AND CASTLEFIELD",
    ],
)
def test_a_ward_is_known_by_its_name_however_it_is_spelt(
    buckinghamshire: Library, typed: str
) -> None:
    assert names(buckinghamshire.wards_matching(typed)) == ["Booker, Cressex and Castlefield"]


def test_a_hyphen_makes_no_difference(buckinghamshire: Library) -> None:
    assert names(buckinghamshire.wards_matching("Aylesbury North-West")) == ["Aylesbury North West"]


def test_the_exact_name_stands_alone(buckinghamshire: Library) -> None:
    assert names(buckinghamshire.wards_matching("aylesbury north")) == ["Aylesbury North"]
    assert names(buckinghamshire.wards_matching("Chesham")) == ["Chesham"]


def test_part_of_a_name_finds_every_ward_that_has_it(buckinghamshire: Library) -> None:
    assert names(buckinghamshire.wards_matching("chalfont")) == [
        "Chalfont St Giles",
        "Chalfont St Peter",
        "Little Chalfont and Amersham Common",
    ]
    assert names(buckinghamshire.wards_matching("micklef")) == ["Ryemead and Micklefield"]


def test_letters_inside_a_word_find_nothing(buckinghamshire: Library) -> None:
    assert buckinghamshire.wards_matching("cklefield") == ()


@pytest.mark.parametrize("typed", ["", "  ", "a", "ab", "&", "and", "-", "Leeds", "."])
def test_too_little_and_the_unknown_find_nothing(buckinghamshire: Library, typed: str) -> None:
    assert buckinghamshire.wards_matching(typed) == ()


def test_a_short_name_is_found_when_it_is_exact(buckinghamshire: Library) -> None:
    ward = buckinghamshire.wards["E05013120"].model_copy(update={"name": "Ox"})
    library = dataclasses.replace(buckinghamshire, wards={ward.code: ward})
    assert library.wards_matching("ox") == (ward,)


def test_a_ward_has_the_board_that_leads_it_or_none(buckinghamshire: Library) -> None:
    board = buckinghamshire.board_of("E05013120")
    assert isinstance(board, Board)
    assert board.name == "High Wycombe area board"
    assert buckinghamshire.board("high-wycombe") is board
    assert buckinghamshire.board_of("E05013167") is None
    with pytest.raises(KeyError):
        buckinghamshire.board("marlow")


def test_ten_wards_have_a_board_and_the_other_39_none(buckinghamshire: Library) -> None:
    led = [code for code in buckinghamshire.wards if buckinghamshire.board_of(code)]
    assert len(led) == 10
    assert set(led) == {ward.code for ward in buckinghamshire.plan_wards}


def test_a_theme_is_known_by_its_slug(buckinghamshire: Library) -> None:
    theme = buckinghamshire.theme("public-realm")
    assert theme is not None
    assert theme.called("en") == "Public Realm"
    assert theme in buckinghamshire.themes
    assert buckinghamshire.theme("transport") is None


def test_nothing_in_a_library_can_be_changed(buckinghamshire: Library) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        buckinghamshire.boards = ()
    with pytest.raises(ValidationError):
        buckinghamshire.council.name = "Another"
    for mapping in (
        buckinghamshire.wards,
        buckinghamshire.consultations,
        buckinghamshire.postcodes,
    ):
        with pytest.raises(TypeError):
            cast(MutableMapping[str, object], mapping)["E05013120"] = None


def test_the_library_carries_every_attribution(buckinghamshire: Library) -> None:
    said = " ".join(buckinghamshire.council.attributions)
    beside = (council_directory("buckinghamshire") / "ATTRIBUTION.md").read_text(encoding="utf-8")
    beside = " ".join(beside.replace("\n> ", "\n").split())
    for sentence in (
        "Contains OS data © Crown copyright and database right 2025.",
        "Contains Royal Mail data © Royal Mail copyright and database right 2025.",
        "Contains National Statistics data © Crown copyright and database right 2025.",
        "Open Government Licence v3.0",
    ):
        assert sentence in said
        assert sentence in beside


def test_a_council_nobody_knows_is_answered_with_those_there_are() -> None:
    with pytest.raises(ContentError, match=r"expected .*buckinghamshire.*, found \"leeds\""):
        council_directory("leeds")


@pytest.mark.parametrize("slug", ["", ".", "..", "../councils/buckinghamshire", "/tmp"])
def test_a_path_is_no_council(slug: str) -> None:
    with pytest.raises(ContentError):
        council_directory(slug)


def test_a_plan_ward_without_a_board_loads_with_a_warning(copy: Copy) -> None:
    copy.change("boards.yaml", "      - E05013120  # Abbey\n", "")
    (warning,) = other_warnings(copy.load())
    assert warning.startswith("Abbey (E05013120) is in a plan and has no board")


def test_a_ward_without_a_postcode_loads_with_a_warning(copy: Copy) -> None:
    copy.write("postcodes.csv", "postcode,ward\nHP12 3HP,E05013131\n")
    warnings = other_warnings(copy.load())
    assert len(warnings) == 48
    assert "Wing (E05013167) has no postcode: people can only pick it by name" in warnings


@pytest.mark.parametrize(
    ("file", "translated"),
    [
        ("local-priorities", "  pl: Co jest najpilniejsze w Twojej okolicy?\n"),
        ("local-priorities", "          pl: Trudno powiedzieć\n"),
        ("keeping-in-touch", "          pl: Raz w miesiącu\n"),
        ("local-priorities", "        pl: Bardzo trudno\n"),
    ],
)
def test_a_consultation_not_yet_translated_loads_with_a_warning(
    copy: Copy, file: str, translated: str
) -> None:
    copy.change(f"consultations/{file}.yaml", translated, "")
    lacks = f"{file} lacks words in pl: English is shown instead"
    assert other_warnings(copy.load()) == (lacks,)


def test_questions_for_all_wards_are_for_every_ward_of_the_council(copy: Copy) -> None:
    file = copy.directory / "consultations" / "keeping-in-touch.yaml"
    text = file.read_text(encoding="utf-8")
    head, _, listed = text.partition("wards:\n")
    rest = listed[listed.index("questions:") :]
    file.write_text(f"{head}wards: all\n{rest}", encoding="utf-8")
    library = copy.load()
    assert all(library.consultations["keeping-in-touch"].is_for(ward) for ward in library.wards)
    file.write_text(f"{head}wards: some\n{rest}", encoding="utf-8")
    assert place(copy.problem())[2] == "wards"


def test_a_council_may_have_no_plans_and_no_consultations_yet(copy: Copy) -> None:
    for folder in ("plans", "consultations"):
        for path in (copy.directory / folder).iterdir():
            path.unlink()
        (copy.directory / folder).rmdir()
    library = copy.load()
    assert library.plans == ()
    assert len(library.plan_wards) == 49


def test_a_file_saved_by_a_spreadsheet_loads(copy: Copy) -> None:
    for name in ("postcodes.csv", "wards.yaml"):
        path = copy.directory / name
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert len(copy.load().postcodes) == 16_159
