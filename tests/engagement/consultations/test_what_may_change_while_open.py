"""What may not change in an open consultation, because answers depend on it."""

from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import may_replace

FILE = Path(__file__).parents[2] / "data" / "consultations" / "crossing.yaml"
TEXT = FILE.read_text()


def crossing(text: str = TEXT) -> Consultation:
    return Consultation.model_validate(yaml.safe_load(text))


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        ("${often} > 2", "${often} > 3", False),
        ("or end = 'both'", "or end = 'north'", False),
        ("marks: { end: both }", "marks: { end: south }", False),
        ("bands: [0, 3, 6]", "bands: [0, 4, 6]", False),
        ("lowest: 0, highest: 7", "lowest: 0, highest: 6", False),
        ("latest: 2022-10-05", "latest: 2022-10-04", False),
        ("unit: days", "unit: evenings", True),
        ("Where should the crossing be?", "Where should it be?", True),
    ],
)
def test_branches_and_bands_stay_while_people_answer(old: str, new: str, allowed: bool) -> None:
    before, after = crossing(), crossing(TEXT.replace(old, new, 1))
    assert before != after
    assert may_replace(before, after, before.opens_at + timedelta(days=1)) is allowed
    assert may_replace(before, after, before.opens_at - timedelta(days=1))


def test_the_short_form_stays_as_it_is_while_people_answer() -> None:
    """How many were asked the rest is counted by the form that they chose."""
    text = (FILE.parent / "two-lengths.yaml").read_text()
    before, after = crossing(text), crossing(text.replace("    short: true\n", "", 2))
    assert before.short_form is not None
    assert after.short_form is None
    assert not may_replace(before, after, before.opens_at + timedelta(days=1))
    assert may_replace(before, after, before.opens_at - timedelta(days=1))


def test_whether_voice_notes_are_taken_may_change_while_people_answer() -> None:
    text, old = (FILE.parent / "two-lengths.yaml").read_text(), "kind: text\n"
    before, after = crossing(text), crossing(text.replace(old, f"{old}    voice: false\n", 1))
    assert before != after
    assert may_replace(before, after, before.opens_at + timedelta(days=1))


def test_nothing_to_learn_is_added_or_taken_away_while_people_answer() -> None:
    """Some would have answered with it and some without. Its words may be put right."""
    text = (FILE.parent / "learn-and-listen.yaml").read_text("utf-8")
    before, at = crossing(text), crossing(text).opens_at + timedelta(days=1)
    step = text[
        text.index("    learn:\n", text.index("key: why")) : text.index("    text:\n      en: What")
    ]
    without = crossing(text.replace(step, ""))
    assert not may_replace(before, without, at)
    assert not may_replace(without, before, at)
    assert may_replace(before, without, before.opens_at - timedelta(days=1))
    assert may_replace(before, crossing(text.replace("ten trees", "nine trees")), at)
    heard = text.replace("{ en: trees-en.ogg }", "{ en: trees-en.ogg, ur: trees-ur.ogg }")
    assert may_replace(before, crossing(heard), at)
