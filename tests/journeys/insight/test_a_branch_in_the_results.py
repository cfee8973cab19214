"""Who reads results sees which questions were asked only of some, and which answers offered."""

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from council_changes import takes_up
from crossing import at_the_crossing
from openpyxl import load_workbook

from content.library import council_directory

AFTER_THE_CLOSE = datetime(2022, 10, 5, 18, tzinfo=UTC)


@pytest.fixture
async def officer(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    """An officer after twelve people have answered about the crossing, four of whom cross."""
    await at_the_crossing(hood, amina, tmp_path)
    people = await hood.residents(12, "HP12 3HP")
    for number, person in enumerate(people):
        await person.types("/consultations")
        await person.taps("2 A crossing")
        await person.taps("Answer now")
        first = ["no", "skip"] if number % 3 else ["yes", "skip", "5"]
        for said in [*first, "The south end", "By the shop", "1", "done"]:
            await person.types(said)
    await hood.leap(AFTER_THE_CLOSE)
    return await hood.officer()


async def test_the_results_say_that_a_question_was_asked_only_of_some(officer: Person) -> None:
    await officer.types("/results")
    said = await officer.taps("1 A crossing")
    parts = said.split("\n\n")
    some = [part for part in parts if "Only some people were asked this." in part]
    assert [part[:2] for part in some] == ["2.", "3.", "7."]
    (offered,) = [part for part in parts if "Which of these people could choose" in part]
    assert offered.startswith("5. Where should the crossing be?")


async def test_the_workbook_says_of_whom_a_question_was_asked(
    hood: Neighbourhood, officer: Person
) -> None:
    await hood.may_export(officer, "1 A crossing")
    await officer.taps("Excel")
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    book = load_workbook(io.BytesIO(document.content))
    rows = [[str(cell or "") for cell in row] for row in book["Codebook"].values]
    asked = {row[5]: row[1] for row in rows}
    assert asked["often"].endswith("\nOnly asked if: ${crosses} = 'yes'")
    assert asked["place"].endswith("\nWhich answers were offered: end = ${end} or end = 'both'")
    assert "Only asked" not in asked["crosses"]
    also = [row for row in rows if row[5] == "easy" and "agree with the question" in row[4]]
    assert len(also) == 1
    read_me = "\n".join(str(cell) for row in book["Read me"].values for cell in row)
    assert "An empty cell means: not answered, or not asked." in read_me


SAFE = """
slug: safe
title: Safe at home
purpose: To see what helps.
can_change: Everything.
decided_by: The Community Board.
opens_at: 2022-09-01T09:00:00+01:00
closes_at: 2022-10-05T17:00:00+01:00
hear_by: 2022-11-11
minutes: 3
questions:
  - { key: safe, kind: yes_no, text: Do you feel safe at home? }
  - key: since
    kind: single
    required: true
    relevant: ${safe} = 'yes'
    text: Since when?
    options: [{ key: always, label: Always }, { key: lately, label: Lately }]
source: Made up for the tests
"""


async def test_a_branch_does_not_tell_how_few_gave_the_other_answer(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    """ "About 35 people answered this" of both told that hardly anybody had said No."""
    council = tmp_path / "council"
    shutil.copytree(council_directory("buckinghamshire"), council)
    (council / "consultations" / "safe.yaml").write_text(SAFE)
    await takes_up(hood, council)
    people = await hood.residents(60, "HP12 3HP")
    for said in ("/consultations", "2 Safe", "Answer now"):
        await hood.all_do(people, lambda phone, said=said: phone.type(said))
    yes, no = people[:33], people[33:35]
    await hood.all_do(yes, lambda phone: phone.type("Yes"))
    await hood.all_do(yes[:15], lambda phone: phone.type("Always"))
    await hood.all_do(yes[15:], lambda phone: phone.type("Lately"))
    await hood.all_do(no, lambda phone: phone.type("No"))
    await hood.all_do(people[35:], lambda phone: phone.type("skip"))
    await hood.leap(AFTER_THE_CLOSE)
    officer = await hood.officer()
    await officer.types("/results")
    said = await officer.taps("1 Safe")
    first, branch = said[said.index("1. ") :].split("\n\n")[:2]
    few = "Too few people gave each answer, so we can't show the answers one by one."
    assert first.splitlines()[1:] == ["Up to about 35 people answered this.", few]
    assert branch.splitlines()[2:] == ["Up to about 35 people answered this.", few]
    assert "Lately" not in said
