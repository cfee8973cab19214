"""Which questions are asked, and which options are offered, after the answers so far."""

from pathlib import Path

import pytest
import yaml

from content.condition_text import parsed
from content.conditions import holds
from content.schema.consultation import Consultation
from engagement.consultations.branching import at_most, offered, path
from engagement.consultations.counted_options import counted_options
from engagement.consultations.survey import after, before, still_needed
from engagement.consultations.values import Value
from engagement.insight.summary import option_keys

FILE = Path(__file__).parents[2] / "data" / "consultations" / "crossing.yaml"
CROSSING = Consultation.model_validate(yaml.safe_load(FILE.read_text()))
EVERY = ("crosses", "crosses_reason", "often", "end", "place", "matters", "since", "easy")
YES: dict[str, Value] = {"crosses": "yes"}


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("${crosses} = 'yes'", True), ("${crosses} = 'no'", False), ("${crosses} != 'no'", True),
        ("${often} > 2", True), ("${often} > 3", False), ("${often} >= 3", True),
        ("${often} < 4", True), ("${often} < 3", False), ("${often} <= 3", True),
        ("${often} <= 2", False), ("3 = ${often}", True), ("2 < ${often}", True),
        ("${since} < '2012-05-04'", True), ("${since} < '2012-05-03'", False),
        ("${words} = ''", True), ("${words} != ''", False), ("${crosses} != ''", True),
        ("${words} > 2", False), ("${words} < 2", False), ("${words} <= 2", False),
        ("${crosses} > 2", False), ("selected(${help}, 'lamps')", True),
        ("selected(${help}, 'bins')", False), ("selected(${crosses}, 'yes')", True),
        ("selected(${words}, 'yes')", False), ("not(selected(${help}, 'bins'))", True),
        ("${help} = ''", False), ("${help} != ''", True), ("${help} > 'a'", False),
        ("${crosses} = 'yes' and ${often} > 3", False),
        ("${crosses} = 'no' or ${often} = 3", True), ("end = 'north'", True), ("end = ''", False),
        ("side = ''", True),
    ],
)  # fmt: skip
def test_a_condition_holds_or_not(text: str, true: bool) -> None:
    values: dict[str, Value] = {
        "crosses": "yes", "often": 3, "since": "2012-05-03", "help": ("lamps", "paths")
    }  # fmt: skip
    assert holds(parsed(text), values, {"end": "north"}) is true


@pytest.mark.parametrize(
    ("values", "left_out"),
    [
        ({}, {"crosses_reason", "often", "since"}),
        ({"crosses": "no"}, {"often", "since"}),
        (YES, {"since"}),
        (YES | {"often": 2}, {"since"}),
        (YES | {"often": 3}, set()),
        ({"crosses": "no", "often": 3}, {"often", "since"}),
    ],
)
def test_only_the_questions_on_the_path_are_asked(
    values: dict[str, Value], left_out: set[str]
) -> None:
    assert path(CROSSING, values).keys == tuple(k for k in EVERY if k not in left_out)


def test_an_answer_on_a_branch_that_was_left_leads_nowhere() -> None:
    found = path(CROSSING, {"crosses": "no", "often": 5, "since": "2012-05-03", "easy": 4})
    assert found.values == {"crosses": "no", "easy": 4}


def test_an_option_that_is_no_longer_offered_is_no_answer() -> None:
    assert path(CROSSING, {"end": "north", "place": "shop"}).values == {"end": "north"}
    assert path(CROSSING, {"end": "south", "place": "shop"}).values["place"] == "shop"


@pytest.mark.parametrize(
    ("end", "keys"), [("north", ["school", "bridge"]), ("south", ["shop", "church", "bridge"]),
                      (None, ["bridge"])],
)  # fmt: skip
def test_options_are_offered_by_an_earlier_answer(end: str | None, keys: list[str]) -> None:
    values: dict[str, Value] = {} if end is None else {"end": end}
    shown = offered(CROSSING.question("place"), values)
    assert [option.key for option in shown.options] == keys


@pytest.mark.parametrize(
    ("values", "key", "most"),
    [({}, "crosses", 8), ({"crosses": "no"}, "crosses_reason", 7), ({"crosses": "no"}, "end", 6),
     (YES, "often", 8), (YES | {"often": 2}, "end", 7), (YES | {"often": 2}, "easy", 7),
     (YES | {"often": 3}, "end", 8)],
)  # fmt: skip
def test_they_read_how_many_questions_there_are_at_most(
    values: dict[str, Value], key: str, most: int
) -> None:
    assert at_most(CROSSING, key, values) == most


def test_next_and_back_follow_the_path() -> None:
    assert after(CROSSING, "crosses_reason", {"crosses": "no"}) == "end"
    assert after(CROSSING, "crosses_reason", YES) == "often"
    assert before(CROSSING, "end", {"crosses": "no"}) == "crosses_reason"
    assert before(CROSSING, "crosses", {}) == "crosses"
    assert after(CROSSING, "easy", YES) is None


def test_a_required_question_that_is_not_asked_is_not_needed() -> None:
    required = CROSSING.question("since").model_copy(update={"required": True})
    questions = tuple(required if q.key == "since" else q for q in CROSSING.questions)
    asked = CROSSING.model_copy(update={"questions": questions})
    assert still_needed(asked, {"crosses": "no"}) is None
    assert still_needed(asked, YES | {"often": 3}) == "since"


@pytest.mark.parametrize(
    ("key", "value", "counted"),
    [
        ("crosses", "yes", ("yes",)), ("crosses_reason", "It is quick", ()),
        ("often", 0, ("0",)), ("often", 2, ("0",)), ("often", 3, ("3",)), ("often", 5, ("3",)),
        ("often", 6, ("6",)), ("often", 7, ("6",)), ("matters", ("near", "safe"), ("near",)),
        ("since", "2009-12-31", ("1990-01-01",)), ("since", "2010-01-01", ("2010-01-01",)),
        ("easy", 4, ("4",)), ("easy", "disagree_with_question", ("disagree_with_question",)),
        ("matters", ("prefer_not_to_say",), ("prefer_not_to_say",)),
    ],
)  # fmt: skip
def test_an_answer_counts_under_its_option_first_choice_or_band(
    key: str, value: Value, counted: tuple[str, ...]
) -> None:
    question = CROSSING.question(key)
    assert counted_options(question, value) == counted
    assert {*counted} <= {*option_keys(question)}


def test_without_bands_nothing_of_a_number_is_counted() -> None:
    often = CROSSING.question("often")
    assert often.number is not None
    plain = often.model_copy(update={"number": often.number.model_copy(update={"bands": ()})})
    assert counted_options(plain, 5) == ()
    assert option_keys(plain) == ()
