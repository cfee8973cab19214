"""Conditions as authors write them, and those that can't be read."""

import pytest

from content.condition_text import parsed
from content.conditions import AllOf, Answer, AnyOf, Comparison, Mark, Opposite, Selected

CROSSES = Comparison(Answer("crosses"), "=", "yes")
OFTEN = Comparison(Answer("often"), ">", 2)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("${crosses} = 'yes'", CROSSES),
        ('${crosses}="yes"', CROSSES),
        ("${often} > 2", OFTEN),
        ("${often} != -3", Comparison(Answer("often"), "!=", -3)),
        ("area = ${end}", Comparison(Mark("area"), "=", Answer("end"))),
        ("selected(${help}, 'lamps')", Selected(Answer("help"), "lamps")),
        ("not(${crosses} = 'yes')", Opposite(CROSSES)),
        ("${crosses} = 'yes' and ${often} > 2", AllOf((CROSSES, OFTEN))),
        ("${crosses} = 'yes' or ${often} > 2", AnyOf((CROSSES, OFTEN))),
        (
            "${crosses} = 'yes' or ${often} > 2 and ${crosses} = 'yes'",
            AnyOf((CROSSES, AllOf((OFTEN, CROSSES)))),
        ),
        (
            "(${crosses} = 'yes' or ${often} > 2) and ${crosses} = 'yes'",
            AllOf((AnyOf((CROSSES, OFTEN)), CROSSES)),
        ),
        ("order = 'and'", Comparison(Mark("order"), "=", "and")),
    ],
)
def test_a_condition_is_read_as_it_is_written(text: str, condition: object) -> None:
    assert parsed(text) == condition


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("", 1), ("${crosses} = ", 12), ("${crosses} == 'yes'", 13), ("${Crosses} = 'yes'", 3),
        ("crosses", 1), ("${crosses} = 'yes", 14), ("selected(${help}, lamps)", 19),
        ("${a} = 'x' and", 12), ("not ${a} = 'x'", 5), ("${a} = 'x' ${b} = 'y'", 12),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_place(text: str, at: int) -> None:
    with pytest.raises(ValueError, match=f"it can't be read from character {at} on"):
        parsed(text)
