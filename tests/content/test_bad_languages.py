"""A council speaks the languages it names, and its files hold no others."""

from __future__ import annotations

import pytest
from council_copy import Copy, place

PRIORITIES = "consultations/local-priorities.yaml"
LANGUAGES = "languages: [en, pl, ur]"


def test_a_language_the_council_does_not_name(copy: Copy) -> None:
    line = copy.change(PRIORITIES, "pl: Co jest najpilniejsze", "ro: Ce este mai urgent")
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line, "title.ro")
    assert problem.expected == "expected a language of council.yaml"


@pytest.mark.parametrize(
    ("old", "field"),
    [
        ("pl: Jak łatwo dowiedzieć się", "questions[2].text"),
        ("pl: Trudno powiedzieć", "questions[0].options[6].label"),
        ("pl: Bardzo trudno", "questions[2].scale.lowest_label"),
        ("pl: Bardzo łatwo", "questions[2].scale.highest_label"),
    ],
)
def test_a_language_the_council_does_not_name_in_a_question(
    copy: Copy, old: str, field: str
) -> None:
    copy.change(PRIORITIES, old, old.replace("pl:", "ro:"))
    assert copy.problem().field == f"{field}.ro"


def test_a_privacy_notice_in_a_language_the_council_does_not_name(copy: Copy) -> None:
    copy.change("council.yaml", "    pl: |-\n", "    ro: Cuvinte\n    pl: |-\n")
    assert copy.problem().field == "privacy.body.ro"


def test_a_privacy_notice_that_lacks_a_language_of_the_council(copy: Copy) -> None:
    copy.change("council.yaml", "    pl: |-\n", "    ro: |-\n")
    problems = {problem.field: problem for problem in copy.problems()}
    problem = problems["privacy.body"]
    assert problem.expected == "expected a text in pl too, a language of this council"
    text = (copy.directory / "council.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[(problem.line or 0) - 1].strip() == "body:"


def test_a_language_without_words(copy: Copy) -> None:
    line = copy.change("council.yaml", LANGUAGES, "languages: [en, pl, ur, ro]")
    problem = copy.problem()
    assert place(problem) == ("council.yaml", line, "languages[3]")
    assert str(problem).endswith(
        'expected a language that has words in content/words (en, pl, ur), found "ro"'
    )


def test_a_language_twice(copy: Copy) -> None:
    copy.change("council.yaml", LANGUAGES, "languages: [en, pl, ur, pl]")
    assert copy.problem().field == "languages[3]"


def test_a_text_without_english(copy: Copy) -> None:
    old = "  en: What should come first in your area?\n"
    line = copy.change(PRIORITIES, old, "")
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line - 1, "title")
    assert problem.expected == "an English text (en) is expected next to any other language"


def test_a_council_that_does_not_speak_english(copy: Copy) -> None:
    line = copy.change("council.yaml", LANGUAGES, "languages: [pl, ur]")
    assert ("council.yaml", line, "languages") in map(place, copy.problems())


def test_a_check_of_a_language_the_council_does_not_name(copy: Copy) -> None:
    """`lp` for `pl`: Polish words went on being called a draft, and nobody knew why."""
    lines = "language_checks:\n  lp: {by: Anna, on: 2026-11-20}\n"
    line = copy.change("council.yaml", "contact:\n", f"{lines}contact:\n") + 1
    problem = copy.problem()
    assert place(problem) == ("council.yaml", line, "language_checks.lp")
    assert problem.expected == "expected a language of council.yaml"
