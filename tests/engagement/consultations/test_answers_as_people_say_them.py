"""Answers as people say them: without apostrophes, with "please" or "just", several at once."""

import pytest
from lamps_street import ANY_HELP, LAMPS, SAFE

from content.schema.consultation import Question
from engagement.consultations.survey import Chosen, Comment, Value, typed
from engagement.errors import NotAChoice


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("im not sure", "not_sure"), ("I am not sure", "not_sure"), ("not sure", "not_sure"),
        ("i’m not sure", "not_sure"), ("Im not sure, sorry", None),
        ("just more lamps", "more"), ("more lamps please", "more"), ("please, more lamps!", "more"),
        ("only brighter please", "brighter"), ("the brighter lamps", "brighter"),
        ("just 2", "more"), ("tylko więcej latarni proszę", "more"), ("just lamps", None),
    ],
)  # fmt: skip
def test_one_option_as_people_say_it(text: str, option: str | None) -> None:
    read = typed(LAMPS, None, text)
    assert read == (Comment(text) if option is None else Chosen(option))


@pytest.mark.parametrize("typing", ["dont know", "do not know", "i don't know", "Don`t know"])
def test_an_apostrophe_that_is_left_out_changes_nothing(typing: str) -> None:
    option = LAMPS.options[2].model_validate({"key": "dont_know", "label": "Don't know"})
    question = LAMPS.model_copy(update={"options": (*LAMPS.options[:2], option)})
    assert typed(question, None, typing) == Chosen("dont_know")


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Wider paths and Cut hedges", ("paths", "hedges")),
        ("wider paths, cut hedges", ("paths", "hedges")),
        ("Cut hedges\nWider paths", ("paths", "hedges")),
        ("1 and cut hedges", ("paths", "hedges")),
        ("A crossing, with lights, wider paths", ("paths", "crossing")),
        ("wider paths, a crossing, with lights and cut hedges", ("paths", "hedges", "crossing")),
        ("both 1 and 2", ("paths", "hedges")), ("just 1 and 2", ("paths", "hedges")),
        ("1, 2, and done", ("paths", "hedges")), ("wider paths, done", ("paths",)),
        ("wider paths i cut hedges proszę", ("paths", "hedges")),
    ],
)  # fmt: skip
def test_several_options_in_one_message(text: str, chosen: tuple[str, ...] | None) -> None:
    read = typed(ANY_HELP, None, text)
    assert read == (Chosen(chosen, stays=True) if chosen else Comment(text))


@pytest.mark.parametrize(
    "text", ["wider paths and bigger bins", "the hedges are wild, and dark", "paths"]
)
def test_words_that_are_not_all_options_are_a_comment(text: str) -> None:
    assert typed(ANY_HELP, None, text) == Comment(text)


@pytest.mark.parametrize(
    "text", ["1, 2 and 4", "none of these and 1", "wider paths, none of these"]
)
@pytest.mark.parametrize("current", [None, ("paths",)])
def test_none_of_these_beside_others_is_asked_about(text: str, current: Value | None) -> None:
    with pytest.raises(NotAChoice):
        typed(ANY_HELP, current, text)


@pytest.mark.parametrize(("question", "text"), [(LAMPS, "1 and 2"), (SAFE, "2, 3")])
def test_several_where_one_is_asked_for_are_no_choice(question: Question, text: str) -> None:
    with pytest.raises(NotAChoice):
        typed(question, None, text)
