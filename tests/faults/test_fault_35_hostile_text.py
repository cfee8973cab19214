"""Hostile text as an answer: stored exactly, shown escaped, and harmless in an exported file.

Exactly, except for U+0000: PostgreSQL cannot store it, no phone can type it, and without it the
text reads the same. It is removed before anything is stored (`engagement.people.redaction`);
nothing else is.

Fails without the escaper of `Words.html`, or without `reports.responses_csv.neutral`.
"""

import io
import json

import openpyxl
import pytest
from company import Neighbourhood, Person
from kill_and_look_inside import rows
from raw_updates import message

HOSTILE = {
    "formula": '=HYPERLINK("http://example.org","lamps")',
    "plus": "+44 1296 000000",
    "tags": "<b>bold</b> & <a href='https://example.org'>here</a>",
    "direction": "safe \u202egnp.exe\u202c end",
    "nul": "before\x00after",
    "long": "x" * 3000,
    "emoji": "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301",
    "sql": "'); DROP TABLE answers; --",
}


async def at_ones_own_words(person: Person) -> None:
    for step in ("Answer now", "3", "1", "3", "Done", "4"):
        await person.taps(step)


def pushed(hood: Neighbourhood, person: Person, text: str) -> None:
    hood.stage.emulator.push(message(person.phone.user_id, text=text))


@pytest.mark.parametrize("name", HOSTILE)
async def test_fault_35_it_is_stored_exactly_and_shown_escaped(
    hood: Neighbourhood, amina: Person, name: str
) -> None:
    await at_ones_own_words(amina)
    pushed(hood, amina, HOSTILE[name])
    assert "Your receipt" in await amina.settles()
    kept = HOSTILE[name].replace("\x00", "")
    assert (kept == HOSTILE[name]) == (name != "nul")
    (stored,) = await rows(hood, "SELECT value FROM answers WHERE question = 'own_words'")
    assert json.loads(stored[0]) == kept
    (history,) = await rows(hood, "SELECT value FROM answer_history WHERE question = 'own_words'")
    assert history == stored
    assert await rows(hood, "SELECT 1 FROM inbox WHERE payload IS NOT NULL") == []
    shown = await amina.types("/mine")
    assert kept[:20] in shown
    assert "\x00" not in shown


@pytest.mark.parametrize("name", ["formula", "plus", "tags", "sql"])
async def test_fault_35_it_is_neutral_in_both_kinds_of_file(
    hood: Neighbourhood, amina: Person, name: str
) -> None:
    await at_ones_own_words(amina)
    pushed(hood, amina, HOSTILE[name])
    await amina.settles()
    await hood.closes()
    officer = await hood.officer()
    (row,) = await hood.exported(officer)
    risky = HOSTILE[name].startswith(("=", "+"))
    assert row["own_words"] == ("'" if risky else "") + HOSTILE[name]
    await hood.may_export(officer)
    await officer.taps("Excel")
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    book = openpyxl.load_workbook(io.BytesIO(document.content))
    cells = [c for sheet in book for r in sheet.iter_rows() for c in r if c.value is not None]
    (mine,) = [cell for cell in cells if cell.value in (HOSTILE[name], "'" + HOSTILE[name])]
    assert mine.data_type == "s"


NO_WORDS = "That message had no words in it. Please type it again."
NO_KIND = "We can't use photos or files here"


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("x" * 4096, "The most we can take is 3,000"),
        ("", NO_KIND),
        ("\x00", NO_KIND),
        (" \n\t ", NO_WORDS),
        ("\u2003\u00a0", NO_WORDS),
    ],
    ids=["4,096", "empty", "nul alone", "blanks", "wide blanks"],
)
async def test_fault_35_text_too_long_or_empty_is_not_an_answer(
    hood: Neighbourhood, amina: Person, text: str, no: str
) -> None:
    await at_ones_own_words(amina)
    pushed(hood, amina, text)
    assert no in await amina.settles()
    assert len(await rows(hood, "SELECT 1 FROM answers")) == 3
    await amina.types("Shorter now")
    assert len(await rows(hood, "SELECT 1 FROM answers")) == 4
