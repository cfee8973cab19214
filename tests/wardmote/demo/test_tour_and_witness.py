"""The tour's papers and totals, and the witness who checks them: one that is able to say no."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from content import library
from content.library import Library
from content.schema.consultation import Consultation, QuestionKind
from content.schema.council import Thresholds
from content.words import Words
from emulator import Crowd, Edit, LogEntry, MoveKind, Seen
from engagement.consultations.survey import ResponseState
from reports.responses_csv import read_back
from wardmote.demo import witness
from wardmote.demo.resident_policy import ResidentPolicy
from wardmote.demo.screen_patterns import ScreenPatterns
from wardmote.demo.stage import ScriptedUser, Stage
from wardmote.demo.story import Story, first_consultation
from wardmote.demo.tour import TourResult, tour
from wardmote.demo.witness import ExpectedResponse

BOOKER, ABBEY = "E05013131", "E05013120"
BRANCHING = "keeping-in-touch"
NOON = datetime(2022, 10, 5, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def buckinghamshire() -> Library:
    return library.load(library.council_directory("buckinghamshire"))


@pytest.fixture(scope="module")
def consultation(buckinghamshire: Library) -> Consultation:
    return first_consultation(buckinghamshire)


# The tour


@dataclass(frozen=True)
class Toured:
    """A tour that was made, and what it said on the way."""

    result: TourResult
    said: list[str]

    def paper(self, name: str) -> str:
        return (self.result.folder / name).read_text("utf-8")


@pytest.fixture(scope="module")
def toured(buckinghamshire: Library, tmp_path_factory: pytest.TempPathFactory) -> Toured:
    said: list[str] = []
    out = tmp_path_factory.mktemp("tour") / "papers"
    result = asyncio.run(tour(buckinghamshire, residents=12, seed=7, out=out, say=said.append))
    return Toured(result, said)


def test_a_tour_of_twelve_ends_with_every_total_agreeing(toured: Toured) -> None:
    assert toured.result.differences == ()
    assert "| NO |" not in toured.paper("summary.md")
    assert "| NO |" not in toured.paper(f"{BRANCHING}/summary.md")


def test_a_tour_has_a_reminder_and_openings_that_two_of_the_staff_approved(toured: Toured) -> None:
    summary = toured.paper(f"{BRANCHING}/summary.md")
    assert "people this was for: This is our one reminder." in summary
    assert (
        "| openings asked for by one of the staff, approved by another | 1 | 1 | yes |" in summary
    )
    asked = "A second person has to approve this before it opens."
    assert asked in toured.paper(f"{BRANCHING}/transcript.md")


def test_a_tour_writes_its_three_papers_and_says_where(toured: Toured) -> None:
    names = {path.name for path in toured.result.folder.iterdir()}
    assert names == {"transcript.md", "responses.csv", "summary.md", BRANCHING}
    second = {path.name for path in (toured.result.folder / BRANCHING).iterdir()}
    assert second == names - {BRANCHING}
    assert str(toured.result.folder) in toured.said[-1]


def test_the_papers_of_a_tour_hold_chats_answers_and_totals(toured: Toured) -> None:
    with (toured.result.folder / "responses.csv").open(encoding="utf-8", newline="") as file:
        rows = read_back(file)
    assert f"| responses in the file | {len(rows)} | {len(rows)} | yes |" in toured.paper(
        "summary.md"
    )
    for chapter in ("## A resident", "## A board member", "## An officer"):
        assert chapter in toured.paper("transcript.md")


# The witness


def amina() -> ExpectedResponse:
    ticks = {"taking_part": {"paper"}}
    choices = {"first_theme": "jobs", "easy_to_find_out": "4", "own_words": "=More benches"}
    return ExpectedResponse(
        BOOKER,
        choices,
        ticks,
        comments={"first_theme": ["Buses first"]},
        receipt="AAA-AAA",
        ended=NOON,
    )


def ben() -> ExpectedResponse:
    return ExpectedResponse(ABBEY, {"first_theme": "public_realm"}, receipt="BBB-BBB", ended=NOON)


def chloe() -> ExpectedResponse:
    """She stopped after the first question, so holds no receipt."""
    return ExpectedResponse(ABBEY, {"first_theme": "jobs"})


PEOPLE = (amina(), ben(), chloe())


def exported(consultation: Consultation) -> list[dict[str, str]]:
    """The rows these three should find in the file, written out by hand."""
    empty = {"own_words": ""}
    for question in consultation.questions:
        if question.kind is QuestionKind.SEVERAL:
            empty |= {f"{question.key}.{option.key}": "" for option in question.options}
        elif question.kind is not QuestionKind.TEXT:
            empty[question.key] = ""
        if question.kind is not QuestionKind.TEXT:
            empty[f"{question.key}.comment"] = ""
    none_ticked = {key: "0" for key in empty if key.startswith("taking_part.")}
    aminas = {
        "ward_code": BOOKER,
        "state": "complete",
        "first_theme": "Jobs and careers",
        "first_theme.comment": "Buses first",
        "taking_part.paper": "1",
        "taking_part.comment": "",
        "easy_to_find_out": "4",
        "own_words": "'=More benches",
    }
    bens = {
        "ward_code": ABBEY,
        "state": "complete",
        "first_theme": "Streets, parks and public places",
    }
    chloes = {
        "ward_code": ABBEY,
        "state": "partial",
        "first_theme": "Jobs and careers",
    }
    return [empty | none_ticked | aminas, empty | bens, empty | chloes]


def test_the_witness_is_content_with_a_file_that_says_what_people_did(
    consultation: Consultation,
) -> None:
    assert witness.differences(consultation, PEOPLE, exported(consultation)) == []


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("ward_code", ABBEY),
        ("state", "partial"),
        ("first_theme", "Education and skills"),
        ("first_theme.comment", ""),
        ("taking_part.paper", "0"),
        ("taking_part.plain_words", "1"),
        ("easy_to_find_out", "5"),
        ("own_words", "More benches"),
    ],
)
def test_the_witness_notices_one_changed_cell(
    consultation: Consultation, column: str, cell: str
) -> None:
    rows = exported(consultation)
    rows[0][column] = cell
    found = witness.differences(consultation, PEOPLE, rows)
    assert any("were given and are not in the file" in line for line in found)
    assert any("are in the file and were never given" in line for line in found)


@pytest.mark.parametrize("row", [0, 1, 2])
def test_the_witness_notices_a_lost_row(consultation: Consultation, row: int) -> None:
    rows = exported(consultation)
    del rows[row]
    (found,) = witness.differences(consultation, PEOPLE, rows)
    assert found.startswith("1 responses like")


def test_the_witness_notices_a_row_that_came_twice(consultation: Consultation) -> None:
    rows = exported(consultation)
    [found] = witness.differences(consultation, PEOPLE, [*rows, rows[1]])
    assert "never given" in found


def test_the_witness_expects_nothing_of_whoever_only_looked(consultation: Consultation) -> None:
    looked = ExpectedResponse(ABBEY)
    assert witness.differences(consultation, [*PEOPLE, looked], exported(consultation)) == []


def test_the_witness_counts_people_by_what_they_did(consultation: Consultation) -> None:
    counts = witness.true_counts(consultation, [*PEOPLE, ExpectedResponse(ABBEY)])
    theme = counts.questions[0]
    assert (counts.people, theme.people, dict(theme.options)["jobs"]) == (3, 3, 2)
    assert (counts.by_ward[ABBEY], counts.by_ward[BOOKER]) == (2, 1)


@pytest.fixture
def keeping(buckinghamshire: Library) -> Consultation:
    return buckinghamshire.consultations[BRANCHING]


def chosen(hours: float, value: str, question: str = "how_often") -> LogEntry:
    note = {"does": "chooses", "question": question, "value": value}
    return LogEntry(NOON + timedelta(hours=hours), 1, MoveKind.TAP, value, value, "", note)


def in_the_chat(*hours: float) -> Seen:
    """A question that became a receipt at each of these hours, and a question again after it."""
    seen = Seen(1, "1 of 4", NOON)
    for hour in hours:
        at = NOON + timedelta(hours=hour)
        receipt = Edit("Your receipt: 7K2-9QX", at)
        without_buttons = Edit(receipt.text, at + timedelta(hours=9))
        seen.edits += (receipt, without_buttons, Edit("1 of 4", at + timedelta(hours=9)))
    return seen


@pytest.mark.parametrize(
    ("change", "receipts", "state"),
    [
        ("no_news", (2,), ResponseState.COMPLETE),
        ("monthly", (2,), ResponseState.PARTIAL),
        ("monthly", (2, 20), ResponseState.COMPLETE),
        ("monthly", (), ResponseState.PARTIAL),
    ],
)
def test_an_answer_changed_that_leads_to_another_question_is_witnessed(
    keeping: Consultation, change: str, receipts: tuple[float, ...], state: ResponseState
) -> None:
    """Somebody who wanted no news, and had a receipt, is asked of what they want it."""
    log = [chosen(1, "no_news"), chosen(10, change)]
    patterns = ScreenPatterns(Words(), "en")
    found = witness.expected_responses(
        keeping, log, {1: ABBEY}, lambda _: [in_the_chat(*receipts)], lambda _: patterns
    )
    assert found[1].state is state


@pytest.fixture
def company(consultation: Consultation) -> Story:
    """A company with nobody on stage, for its sums alone."""
    nobody = cast(ScriptedUser, None)
    return Story(
        cast(Stage, None),
        consultation,
        cast(Crowd, None),
        cast(ResidentPolicy, None),
        nobody,
        nobody,
        nobody,
        nobody,
    )


def test_a_total_that_agrees_is_a_line_and_no_difference(company: Story) -> None:
    company.check("people this was for", 10, 10)
    assert company.lines == ["| people this was for | 10 | 10 | yes |"]
    assert company.differences == []


@pytest.mark.parametrize("wrong", [2, 4, 0])
def test_a_wrong_number_is_noticed(company: Story, wrong: int) -> None:
    company.check("arrived on their phones", 3, wrong)
    assert company.lines[0].endswith("| NO |")
    assert company.differences == [f"arrived on their phones: expected 3, found {wrong}"]


def test_a_report_with_a_number_that_nobody_may_see_is_noticed() -> None:
    expected = witness.report_expected(Thresholds(), [23, 18])
    good = "Of about 45 people:\nUp to about 45 arrived"
    assert witness.compared(expected, good) == "as expected"
    for wrong in (good.replace("45 people", "41 people"), good.replace("Up to about 45", "3")):
        assert witness.compared(expected, wrong).startswith("without: ")


@pytest.mark.parametrize(
    ("by_ward", "some", "told"),
    [
        ([23, 18, 4], False, "Of up to about 55 people:"),
        ([23, 18], True, "Of up to about 45 people:"),
        ([0, 9], False, "Of fewer than 20 people:"),
        ([4], True, "Of fewer than 10 people:"),
    ],
)
def test_the_witness_works_out_what_a_report_may_say(
    by_ward: list[int], some: bool, told: str
) -> None:
    assert witness.report_expected(Thresholds(), by_ward, some=some)[0] == told
