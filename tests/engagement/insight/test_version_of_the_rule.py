"""The version of the disclosure rule: what it publishes doesn't change under one number."""

import hashlib

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import RULE, published
from engagement.insight.hangs_on import Branch
from engagement.insight.summary import Counts, QuestionCount

OF_Y = Branch("one", always=frozenset("y"))
PUBLISHED = {1: "313001b0625296f5"}
"""A hash of all that each version publishes of the tables below. For a new version add its own."""


def tables():
    """Many tables of three wards, two questions and a branch, most with small cells."""
    for n in range(0, 120, 3):
        wards = {"a": n, "b": n % 14, "c": n * 7 % 31}
        people = sum(wards.values())
        x = min(n % 13, people)
        y = (people - x) * 2 // 3
        x = min(x, y)
        single = ("x", x), ("y", y), ("z", people - x - y)
        several = ("p", people * 3 // 4), ("q", min(n % 11, people)), ("r", people // 5)
        yield Counts(
            people,
            wards,
            (
                QuestionCount("one", QuestionKind.SINGLE, people, single),
                QuestionCount("more", QuestionKind.SEVERAL, people, several),
                QuestionCount(
                    "some", QuestionKind.SINGLE, y, (("s", x), ("t", y - x)), branch=OF_Y
                ),
            ),
        )


def test_a_change_of_the_rule_is_another_version():
    shown = "\n".join(repr(published(counts, Thresholds())) for counts in tables())
    assert hashlib.sha256(shown.encode()).hexdigest()[:16] == PUBLISHED[RULE]
