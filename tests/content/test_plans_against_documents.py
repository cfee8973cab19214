"""North Northamptonshire's plans against the documents they were taken from, read another way."""

from __future__ import annotations

import re
from datetime import date, datetime

from public_data import document, letters, needs_documents

from content.library import Library
from content.schema.plan import Horizon, Plan

pytestmark = needs_documents

LEVELLING_UP, CORPORATE_PLAN, CONNECTED, BIG50 = 0, 1, 2, 4
HEADINGS = {
    "Active, fulfilled lives": "active-lives",
    "Better, brighter futures": "brighter-futures",
    "Safe and thriving places": "thriving-places",
    "Greener, sustainable environment": "green-environment",
    "Connected communities": "connected-communities",
    "Modern Public Services": "modern-services",
}
LOST_ITS_BULLET = " Work with partners to provide life-long learning"


def plan(library: Library, slug: str) -> Plan:
    (found,) = (plan for plan in library.plans if plan.slug == slug)
    return found


def pages() -> list[tuple[str, str]]:
    """The pages of the key commitments: which one each is of, and its text."""
    text = document(CORPORATE_PLAN).split("COVID-19 Recovery Plan\n\nEconomic")[0]
    parts = re.split(r"^(.+)\n\nKey commitment:\n", text, flags=re.MULTILINE)
    return [(HEADINGS[name], page) for name, page in zip(parts[1::2], parts[2::2], strict=True)]


def bullets(page: str) -> list[str]:
    """What stands after each bullet, up to the next bullet or empty line; letters only."""
    text = page.replace(LOST_ITS_BULLET, f"-{LOST_ITS_BULLET}")
    found = re.findall(r"^\s*[-•·] (.+?)(?=\n\s*[-•·] |\n\n|\n\s*$|\Z)", text, re.M | re.S)
    return [letters(bullet) for bullet in found]


def test_every_we_will_line_of_the_corporate_plan_is_here_in_its_order(
    north_northamptonshire: Library,
) -> None:
    published: dict[str, list[str]] = {theme: [] for theme in HEADINGS.values()}
    for theme, page in pages():
        if "Our priorities" not in page:
            published[theme] += bullets(page)
    ours: dict[str, list[str]] = {theme: [] for theme in HEADINGS.values()}
    for commitment in plan(north_northamptonshire, "corporate-plan").commitments:
        ours[commitment.theme or ""].append(letters(commitment.text.say("en")))
    assert {theme: len(lines) for theme, lines in published.items()} == {
        "active-lives": 66,
        "brighter-futures": 15,
        "thriving-places": 37,
        "green-environment": 26,
        "connected-communities": 22,
        "modern-services": 44,
    }
    assert ours == published


def test_priorities_and_measures_are_those_of_the_plan(north_northamptonshire: Library) -> None:
    themes = {theme.slug: theme for theme in plan(north_northamptonshire, "corporate-plan").themes}
    for slug, page in pages():
        if "Our priorities" not in page:
            continue
        listed = page.split("Our priorities")[1]
        before, after = listed.split("- Performance indicators")
        priorities = [letters(priority.name.say("en")) for priority in themes[slug].priorities]
        assert priorities == bullets(before)
        measures = "".join(letters(measure.say("en")) for measure in themes[slug].measures)
        assert measures == letters("Performance indicators" + after)


def test_connected_communities_is_the_same_on_the_council_s_own_page(
    north_northamptonshire: Library,
) -> None:
    groups = document(CONNECTED).split("We will:")[1:]
    found = plan(north_northamptonshire, "corporate-plan").commitments
    for priority, group in zip(
        ("inform-and-listen", "respect-and-engage", "voluntary-sector"), groups, strict=True
    ):
        ours = [letters(each.text.say("en")) for each in found if each.priority == priority]
        assert ours == [
            letters(line) for line in group.splitlines() if line.strip().startswith("•")
        ]


def test_the_twelve_recommendations_are_word_for_word(north_northamptonshire: Library) -> None:
    text = document(LEVELLING_UP)
    ours = plan(north_northamptonshire, "levelling-up").commitments
    for horizon, heading in zip(Horizon, ("Priority", "Medium-term", "Longer Term"), strict=True):
        part = text.split(f"### {heading} recommendations")[1].split("\n#")[0]
        published = re.findall(r"^\d\. (.+)$", part, re.MULTILINE)
        kept = [each.text.say("en") for each in ours if each.horizon is horizon]
        assert list(map(letters, kept)) == list(map(letters, published))


def test_measures_are_those_of_the_plan_s_table(north_northamptonshire: Library) -> None:
    published = re.findall(r"<li>[ivx]+\. (.+?)</li>", document(LEVELLING_UP))
    ours = [
        measure.say("en")
        for each in plan(north_northamptonshire, "levelling-up").commitments
        for measure in each.measures
    ]
    assert len(published) == 19
    assert list(map(letters, ours)) == list(map(letters, published))


def test_the_calendar_has_every_day_the_plan_names(north_northamptonshire: Library) -> None:
    governance = document(LEVELLING_UP).split("## Governance for the plan")[1].split("\n# ")[0]
    published = {_day(found) for found in re.findall(r"\d{1,2} [A-Z][a-z]+ 20\d\d", governance)}
    ours = plan(north_northamptonshire, "levelling-up")
    assert {on for on, _ in ours.dated_reports} == published
    bodies = re.findall(r"^### (.+?)(?: –| -) ", governance, re.MULTILINE)
    assert len(ours.reporting) == len(bodies) == 6


def test_goals_of_big50_are_word_for_word(north_northamptonshire: Library) -> None:
    text = document(BIG50)
    found = plan(north_northamptonshire, "big50")
    for theme, start, end in (
        ("proud-place", "5.2 Priority Goals:", "6 PRIORITY 2"),
        ("prosperous-place", "6.2 Priority Goals:", "7 PRIORITY 3"),
        ("proactive-place", "7.2 Priority Goals:", "8 NEXT STEPS"),
    ):
        blocks = text.split(start)[1].split(end)[0].strip().split("\n\n")
        published = [
            letters(heading + goal) for heading, goal in zip(blocks[::2], blocks[1::2], strict=True)
        ]
        ours = [letters(goal.text.say("en")) for goal in found.commitments if goal.theme == theme]
        assert ours == published


def _day(text: str) -> date:
    return datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007
