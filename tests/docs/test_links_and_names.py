"""What the pages name is there: links, headings, files, make's targets, floors, libraries."""

import re

from the_pages import (
    FLOORS,
    PYPROJECT,
    ROOT,
    code_in,
    name_of,
    pages,
    project_files,
    read,
    rows,
    section,
)

DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))


def anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", read("Makefile"), flags=re.MULTILINE))


def library(requirement: str) -> str:
    return re.split(r"[\[<>=!~ ]", requirement, maxsplit=1)[0]


def test_every_link_inside_the_project_leads_somewhere():
    broken = []
    for page in pages():
        text = page.read_text("utf-8")
        for link in re.findall(r"\]\(([^)\s]+)\)", text):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            file = (page.parent / path).resolve() if path else page
            known = file.exists() and (not anchor or anchor in anchors(file.read_text("utf-8")))
            if not known:
                broken.append(f"{name_of(page)}: {link}")
    assert broken == []


def test_every_file_named_in_a_page_is_there():
    folders = "|".join([*FLOORS, "tests", "docs"])
    missing = []
    for page in pages():
        for code in code_in(page.read_text("utf-8")):
            if re.fullmatch(rf"({folders})/[\w./-]*", code) and not (ROOT / code).exists():
                missing.append(f"{name_of(page)}: {code}")
    assert missing == []


def test_every_make_in_a_page_is_a_target():
    named = {}
    for page in pages():
        for code in code_in(page.read_text("utf-8")):
            for target in re.findall(r"\bmake ([a-z][a-z-]*)", code):
                named.setdefault(target, name_of(page))
    assert {"demo", "test"} <= named.keys()
    assert {target: page for target, page in named.items() if target not in targets()} == {}


def test_contributing_lists_every_target_but_help():
    listed = {row[0].strip("`") for row in rows(section(read("CONTRIBUTING.md"), "## Set up"))}
    assert listed == {f"make {target}" for target in targets() - {"help"}}


def test_the_readme_and_the_house_show_every_floor():
    shown = {row[0].strip("`/") for row in rows(section(read("README.md"), "## Where things are"))}
    assert FLOORS.keys() <= shown
    assert all(f"{name}/" in read("docs/house.md") for name in FLOORS)


def test_every_library_has_a_line_that_says_why_and_no_other_has():
    project = PYPROJECT["project"]
    wanted = [
        *project["dependencies"],
        *(r for extra in project["optional-dependencies"].values() for r in extra),
        *PYPROJECT["dependency-groups"]["dev"],
    ]
    page = read("docs/decisions/0009-libraries.md")
    listed = re.findall(r"^- `([^`]+)`", page, flags=re.MULTILINE)
    assert sorted(listed) == sorted({library(requirement) for requirement in wanted})


def test_decisions_are_numbered_without_a_gap_and_have_their_four_parts():
    numbers = [int(page.name[:4]) for page in DECISIONS]
    assert numbers == [*range(1, len(numbers) + 1)]
    for page in DECISIONS:
        text = page.read_text("utf-8")
        assert text.startswith(f"# {page.name[:4]}: "), page.name
        heads = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
        assert heads == ["Context", "Decision", "Rejected", "Consequences"], page.name


def test_the_house_leads_to_every_decision():
    text = read("docs/house.md")
    assert [page.name for page in DECISIONS if f"decisions/{page.name}" not in text] == []


def test_the_changelog_has_a_place_for_what_is_not_released():
    assert "- " in section(read("CHANGELOG.md"), "## Unreleased")


def test_the_example_council_is_attributed_in_the_readme_as_in_its_files():
    said = " ".join(read("README.md").replace("> ", "").split())
    council = read("content/councils/buckinghamshire/council.yaml")
    contains = re.search(r'"(Contains OS data[^"]+)"', council)
    assert contains is not None
    assert contains.group(1) in said


def test_the_licence_is_there():
    text = read("LICENSE")
    assert text.startswith("MIT License")
    assert "Copyright (c) 2026 The Wardmote contributors" in text
    assert ROOT / "LICENSE" in project_files()
