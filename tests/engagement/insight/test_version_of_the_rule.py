"""The version of the disclosure rule: what it publishes doesn't change under one number."""

import hashlib

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import RULE, published
from engagement.insight.hangs_on import Branch
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_results import WardResults
from engagement.insight.ward_tables import InWards, ward_tables

OF_Y = Branch("one", always=frozenset("y"))
PUBLISHED = {1: "313001b0625296f5", 2: "0c712e59eed6b79d"}
"""A hash of all that each version publishes of the tables below. For a new version add its own.
The first had no results by ward."""


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


def in_wards(counts):
    """The answers to the first question by ward, in the order of the wards."""
    people, chosen = {}, {}
    left = dict(counts.questions[0].options)
    for ward, number in counts.by_ward.items():
        people[ward, "one"] = number
        for option in left:
            taken = min(left[option], number)
            chosen[ward, "one", option] = taken
            left[option] -= taken
            number -= taken
    return InWards(people, chosen)


def test_a_change_of_the_rule_is_another_version():
    shown = []
    for counts in tables():
        area = published(counts, Thresholds())
        shown += [area, *ward_tables(counts, area, in_wards(counts), Thresholds())]
    assert any(isinstance(one, WardResults) and one.has_numbers for one in shown)
    told = "\n".join(map(repr, shown))
    assert hashlib.sha256(told.encode()).hexdigest()[:16] == PUBLISHED[RULE]
