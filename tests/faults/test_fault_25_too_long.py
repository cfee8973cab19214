"""A text too long for Telegram is refused when it is written, with the limit and the length.

Fails without the limits of an update's text, a question's option and a council's texts.
"""

import re
import shutil
from pathlib import Path

import pytest
from company import Neighbourhood
from sending import NEWS

from content import library
from engagement.broadcasts.update_text import LONGEST_UPDATE


async def test_fault_25_an_update_is_refused_with_both_numbers(hood: Neighbourhood) -> None:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    said = await member.types("x" * (LONGEST_UPDATE + 1))
    assert "3,000" in said or "3000" in said
    assert "3,001" in said or "3001" in said
    assert NEWS in await member.types(NEWS)


async def test_fault_25_the_longest_update_arrives_whole(hood: Neighbourhood) -> None:
    resident = await hood.resident("Amina", "HP12 3HP")
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types("x" * LONGEST_UPDATE)
    await member.taps("Send to 1 person")
    assert "x" * LONGEST_UPDATE in resident.sees


@pytest.mark.parametrize(
    ("file", "field", "written"),
    [
        ("consultations/local-priorities.yaml", "title", r"title:\n  en: "),
        ("consultations/local-priorities.yaml", "purpose", r"purpose:\n  en: "),
        ("council.yaml", "short_name", r"short_name: "),
    ],
)
def test_fault_25_a_councils_text_is_refused_with_its_limit(
    tmp_path: Path, file: str, field: str, written: str
) -> None:
    folder = tmp_path / "council"
    shutil.copytree(library.council_directory("buckinghamshire"), folder)
    path = folder / file
    text = path.read_text()
    longer = re.sub(rf"^({written}).*$", rf"\g<1>{'x' * 2000}", text, flags=re.MULTILINE)
    assert longer != text
    path.write_text(longer)
    with pytest.raises(library.ContentError) as refused:
        library.load(folder)
    assert re.search(r"\d{3,4}", str(refused.value))
    assert field in str(refused.value)
