"""Every line that claims to be a council's own is in its document, character for character. (C1)

Only breaks of lines and pages, markup, and the document's own bullets and numbers are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from public_data import document, needs_documents

from content.library import Library
from content.schema.plan import Plan

DOCUMENTS = {"levelling-up": 0, "corporate-plan": 1, "big50": 4, "opportunity-bucks": 3}
HYPHENS_LOST = {"high-quality": "highquality", "co-producing": "coproducing"}
"""Words that lost their hyphen where the corporate plan breaks a line, and have it back here."""

LEFT_OUT = {
    "opportunity-bucks": ("1. Executive summary", "4. Corporate implications"),
    "corporate-plan": ("COVID-19 Recovery Plan",),
    "big50": ("4.2 Vision Priorities", "4.3 What we want to be in 2050", "8 NEXT STEPS"),
}
"""Parts of a document that a plan's ``left_out`` has to name, by their headings there."""


def claimed(plan: Plan) -> Iterator[str]:
    """Every line of a plan that is in published words."""
    for commitment in plan.commitments:
        text = commitment.text.say("en")
        # A goal of Big50 stands after its heading, which the document has on a line of its own.
        yield from text.split(": ", 1) if plan.slug == "big50" else (text,)
        yield from (measure.say("en") for measure in commitment.measures)
    for theme in plan.themes:
        for measure in theme.measures:  # one line here, a list under a heading there
            yield from re.split(r": |; ", measure.say("en"))
        yield from (priority.name.say("en") for priority in theme.priorities)
        if theme.tagline is not None:
            yield theme.tagline.say("en")
    for report in plan.reporting:
        yield from (who for who in (report.lead_member, report.lead_officer, report.chair) if who)


def with_lost_hyphens(line: str) -> str:
    """A line as the document spells it where it was broken."""
    for mended, lost in HYPHENS_LOST.items():
        line = line.replace(mended, lost)
    return line


def bare(text: str) -> str:
    """A text on one line, without markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).replace("&amp;", "&").split())


@needs_documents
def test_what_claims_to_be_published_is_so_to_the_character(library: Library) -> None:
    for plan in library.plans:
        published = bare(document(DOCUMENTS[plan.slug]))
        missing = [line for line in claimed(plan) if line not in published]
        if plan.slug == "corporate-plan":
            assert len(missing) == 4
            missing = [line for line in missing if with_lost_hyphens(line) not in published]
        assert missing == [], plan.slug


@needs_documents
def test_a_promise_of_buckinghamshire_is_a_whole_paragraph_of_the_report(
    buckinghamshire: Library,
) -> None:
    """C1. Trimmed or reworded is not published; two promises share paragraph 2.6."""
    (plan,) = buckinghamshire.plans
    paragraphs = re.split(r"\s- \d\.\d |\n\d\. ", document(3))
    whole = {bare(each.split("\n- 3.4")[0]) for each in paragraphs}
    ours = [commitment.text.say("en") for commitment in plan.commitments]
    board, metrics = ours[2:4]
    assert f"{board} {metrics}" in whole
    assert set(ours) - {board, metrics} <= whole


@needs_documents
@pytest.mark.parametrize("slug", LEFT_OUT)
def test_what_is_left_out_is_in_the_document_and_said(library: Library, slug: str) -> None:
    """C7."""
    for plan in library.plans:
        if plan.slug == slug:
            assert all(heading in document(DOCUMENTS[slug]) for heading in LEFT_OUT[slug])
            assert plan.left_out is not None
            assert plan.left_out.say("en")


def test_what_can_still_change_is_no_more_than_the_report_says(
    buckinghamshire: Library,
) -> None:
    """C3: the report gives the five themes; what comes first in a ward is not decided there."""
    changes = buckinghamshire.consultations["local-priorities"].can_change
    said = changes.say("en")
    assert "have not been chosen yet" in said
    assert "five themes" in said
    assert "Everything" not in said
