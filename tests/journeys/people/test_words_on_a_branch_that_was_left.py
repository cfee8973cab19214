"""Own words that count no more, because their branch was left, are deleted by /forget as others."""

from __future__ import annotations

import shutil
from pathlib import Path

from company import Neighbourhood, Person
from council_changes import takes_up
from sqlalchemy import select

from content.library import council_directory
from storage.consultations.answers import answer_history

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
  - { key: words, kind: text, relevant: "${safe} = 'no'", text: What would help? }
  - key: easy
    kind: scale
    text: How easy is it?
    scale: { lowest_label: Hard, highest_label: Easy }
source: Made up for the tests
"""
WORDS = "My brother Tom Smith of 3 High Street would like a bench here"


async def words_left(hood: Neighbourhood) -> list[str]:
    async with hood.stage.service.database.read() as tx:
        query = select(answer_history.c.value).where(answer_history.c.question == "words")
        return [str(value) for value in (await tx.execute(query)).scalars()]


async def test_who_has_words_only_on_a_branch_they_left_can_have_them_deleted(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    """ "Delete my words too" wasn't offered, and they stayed in the history."""
    council = tmp_path / "council"
    shutil.copytree(council_directory("buckinghamshire"), council)
    (council / "consultations" / "safe.yaml").write_text(SAFE)
    await takes_up(hood, council)
    await amina.types("/consultations")
    await amina.taps("2 Safe")
    await amina.taps("Answer now")
    await amina.taps("No")
    await amina.types(WORDS)
    await amina.taps("Back")
    await amina.taps("Back")
    await amina.taps("Yes")
    await amina.taps("4")
    assert WORDS not in await amina.types("/mine")
    await hood.closes()
    await hood.leap(hood.stage.service.world.loaded.consultations["safe"].consultation.closes_at)
    await amina.types("/forget")
    assert any("words" in label for label in amina.labels), amina.labels
    await amina.taps("Delete my words too")
    await amina.taps(next(label for label in amina.labels if label != "No"))
    assert "We've forgotten this chat" in amina.sees
    assert await words_left(hood) == []
