"""What a tap and typed words become, for each of the four kinds of question."""

from __future__ import annotations

import pytest
from lamps_street import ANY_HELP, FROM_NOUGHT, HELP, LAMPS, SAFE, WORDS, consultation, option

from content.schema.consultation import LONGEST_TEXT_ANSWER, Question, QuestionKind
from engagement.consultations.survey import (
    Chosen,
    Comment,
    Go,
    ResponseState,
    Value,
    after,
    before,
    check_text,
    finished,
    folded,
    labels,
    state_of,
    still_needed,
    tapped,
    typed,
)
from engagement.errors import (
    NotAChoice,
    NothingChosen,
    OldButton,
    TextEmpty,
    TextTooLong,
    TooManyChoices,
)

EVERY_KIND = [
    pytest.param(q, id=name)
    for name, q in [("single", LAMPS), ("several", HELP), ("scale", SAFE), ("text", WORDS)]
]


# Tapping


@pytest.mark.parametrize(
    ("question", "number", "value"),
    [
        (LAMPS, 1, "brighter"),
        (LAMPS, 3, "not_sure"),
        (SAFE, 1, 1),
        (SAFE, 5, 5),
        (FROM_NOUGHT, 0, 0),
        (FROM_NOUGHT, 10, 10),
    ],
)
def test_one_tap_answers_a_choice_and_a_scale(
    question: Question, number: int, value: Value
) -> None:
    assert tapped(question, None, number) == Chosen(value)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (LAMPS, 0),
        (LAMPS, 4),
        (LAMPS, -1),
        (HELP, 0),
        (HELP, 5),
        (SAFE, 0),
        (SAFE, 6),
        (FROM_NOUGHT, -1),
        (FROM_NOUGHT, 11),
        (WORDS, 1),
    ],
)
def test_a_number_the_question_does_not_have_is_an_old_button(
    question: Question, number: int
) -> None:
    with pytest.raises(OldButton):
        tapped(question, None, number)


def test_a_second_tap_on_a_choice_replaces_the_first() -> None:
    assert tapped(LAMPS, "brighter", 2) == Chosen("more")


@pytest.mark.parametrize(
    ("current", "number", "value"),
    [
        (None, 2, ("hedges",)),
        (("hedges",), 1, ("paths", "hedges")),
        (("paths", "hedges"), 1, ("hedges",)),
        (("hedges",), 2, ()),
        (("paths", "hedges"), 4, ("none",)),
        (("none",), 3, ("crossing",)),
        (("none",), 4, ()),
    ],
)
def test_taps_tick_and_untick_in_the_questions_order(
    current: Value | None, number: int, value: Value
) -> None:
    assert tapped(HELP, current, number) == Chosen(value, stays=True)


def test_one_tick_more_than_allowed_is_refused() -> None:
    with pytest.raises(TooManyChoices) as no:
        tapped(HELP, ("paths", "hedges"), 3)
    assert no.value.values("en") == {"most": 2}


def test_without_a_most_every_option_can_be_ticked() -> None:
    assert tapped(ANY_HELP, ("paths", "hedges"), 3).value == ("paths", "hedges", "crossing")


# Typing numbers


@pytest.mark.parametrize(
    "text",
    [
        "2", " 2 ", "2.", "02", "2 .", "2)", "(2)", "#2", "2️⃣", "②", "２", "2!", "2 👍", "Option 2",
        "option: 2", "No. 2", "number 2", "2 please", "I choose 2", "2nd", "two", "the second one",
        "Opcja 2", "nr 2", "dwa", "druga", "proszę 2", "۲", "٢", "آپشن ۲", "نمبر 2", "دو",
        "2 More lamps", "2. Więcej latarni",
    ],
)  # fmt: skip
def test_a_typed_number_is_a_tap(text: str) -> None:
    """W4."""
    assert typed(LAMPS, None, text) == Chosen("more")


@pytest.mark.parametrize(("text", "value"), [("1", 1), ("5", 5), ("3.", 3)])
def test_a_typed_number_on_the_scale_is_its_answer(text: str, value: int) -> None:
    assert typed(SAFE, None, text) == Chosen(value)


def test_nought_counts_where_the_scale_begins_at_nought() -> None:
    assert typed(FROM_NOUGHT, None, "0") == Chosen(0)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (LAMPS, "4"),
        (LAMPS, "0"),
        (LAMPS, "100"),
        (LAMPS, "1-3"),
        (LAMPS, "nine"),
        (LAMPS, "۹"),
        (SAFE, "0"),
        (SAFE, "6"),
        (SAFE, "3.5"),
        (SAFE, "3/4"),
        (HELP, "1, 9"),
        (HELP, "07700 900123"),
        (FROM_NOUGHT, "11"),
    ],
)
def test_a_typed_number_the_question_does_not_have_is_no_remark_either(
    question: Question, text: str
) -> None:
    """W8."""
    with pytest.raises(NotAChoice):
        typed(question, None, text)


@pytest.mark.parametrize(
    "text",
    [
        "1, 3", "1,3", "1 and 3", "1 AND 3", "1 & 3", "1 + 3", "1; 3", "1 3", "3, 1", "1, 3.",
        "1) and 3)", "#1 #3", "1️⃣3️⃣", "1\n3", "- 1\n- 3", "options 1 and 3", "one and three",
        "1 i 3", "1 oraz 3", "jeden i trzy", "۱ اور ۳", "1، 3", "ایک اور تین",
    ],
)  # fmt: skip
def test_several_numbers_tick_several_options(text: str) -> None:
    """W4."""
    assert typed(HELP, None, text) == Chosen(("paths", "crossing"), stays=True)


def test_a_list_of_numbers_is_ticked_besides_what_was() -> None:
    assert typed(ANY_HELP, ("hedges",), "1, 3").value == ("paths", "hedges", "crossing")


def test_a_list_never_unticks_what_it_names() -> None:
    """ "1" was sent first, then "1, 2": both are wanted."""
    assert typed(HELP, ("paths",), "1, 2").value == ("paths", "hedges")
    assert typed(HELP, ("paths", "hedges"), "1 2").value == ("paths", "hedges")


def test_a_number_typed_twice_in_a_list_stays_ticked() -> None:
    assert typed(HELP, None, "1, 1, 3").value == ("paths", "crossing")


@pytest.mark.parametrize("text", ["1", "Wider paths", "wider"])
def test_what_is_typed_twice_stays_ticked(text: str) -> None:
    assert typed(HELP, ("paths", "hedges"), text).value == ("paths", "hedges")


@pytest.mark.parametrize(
    "text",
    [
        "remove 1",
        "Remove: 1",
        "not 1",
        "without wider paths",
        "usuń 1",
        "bez 1",
        "1 ہٹائیں",
        "۱ نہیں",
    ],
)
def test_one_is_unticked_in_words(text: str) -> None:
    assert typed(HELP, ("paths", "hedges"), text).value == ("hedges",)


@pytest.mark.parametrize("text", ["not on Sundays", "without a dog", "remove the bins", "not much"])
def test_other_words_that_begin_so_are_a_remark(text: str) -> None:
    assert isinstance(typed(HELP, ("paths",), text), Comment)


def test_a_list_with_more_than_allowed_is_refused() -> None:
    with pytest.raises(TooManyChoices):
        typed(HELP, None, "1, 2 and 3")


def test_none_of_these_in_a_list_of_numbers_is_asked_about() -> None:
    """It may be a slip, and the others would be gone without a word."""
    with pytest.raises(NotAChoice):
        typed(ANY_HELP, None, "1, 4")


@pytest.mark.parametrize("question", [LAMPS, SAFE])
def test_two_numbers_are_no_choice_where_one_is_wanted(question: Question) -> None:
    with pytest.raises(NotAChoice):
        typed(question, None, "1 and 2")


@pytest.mark.parametrize("text", ["4/5", "4 out of 5", "4 na 5"])
def test_a_mark_out_of_the_highest_is_a_point_on_the_scale(text: str) -> None:
    """W4."""
    assert typed(SAFE, None, text) == Chosen(4)


# Labels that look like something else


def choice(*labels: str | dict[str, str]) -> Question:
    options = tuple(option(f"o{n}", label) for n, label in enumerate(labels, start=1))
    return LAMPS.model_copy(update={"options": options})


HOW_MANY = choice("0", "1", "2", "3 or more")
MOVES = choice("Done", {"en": "Next", "pl": "Dalej"}, "Back")
ALIKE = choice("C", "C++", "c#")
AGES = choice("Under 18", "18 to 24", "25 or over")


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (HOW_MANY, "2", "o3"),
        (HOW_MANY, "2.", "o3"),
        (HOW_MANY, "two", "o3"),
        (HOW_MANY, "0", "o1"),
        (HOW_MANY, "3 or more", "o4"),
        (HOW_MANY, "4) 3 or more", "o4"),
        (MOVES, "done", "o1"),
        (MOVES, "Dalej", "o2"),
        (MOVES, "back!", "o3"),
        (ALIKE, "C", "o1"),
        (ALIKE, "c++", "o2"),
        (AGES, "18 to 24", "o2"),
        (AGES, "2", "o2"),
    ],
)
def test_a_label_wins_over_numbers_and_over_words_that_move(
    question: Question, text: str, value: str
) -> None:
    """W5."""
    assert typed(question, None, text) == Chosen(value)


@pytest.mark.parametrize(
    ("question", "text"), [(HOW_MANY, "3"), (HOW_MANY, "4"), (AGES, "18"), (ALIKE, "c!")]
)
def test_what_could_be_two_choices_is_asked_again(question: Question, text: str) -> None:
    """W5."""
    with pytest.raises(NotAChoice):
        typed(question, None, text)


# Typing labels


@pytest.mark.parametrize(
    "text", ["More lamps", "more lamps", "MORE LAMPS!", "  more   lamps. ", "Więcej latarni"]
)
def test_a_typed_label_is_a_tap_whatever_its_case_and_punctuation(text: str) -> None:
    assert typed(LAMPS, None, text) == Chosen("more")


def test_a_label_with_a_comma_can_be_typed_without_it() -> None:
    assert typed(HELP, None, "a crossing with lights").value == ("crossing",)


def test_an_apostrophe_on_a_phone_is_as_good_as_one_in_the_label() -> None:
    assert typed(LAMPS, None, "I’m not sure") == Chosen("not_sure")


def letters_of_no_language(text: str) -> str:
    """Polish as a keyboard without Polish letters writes it."""
    return text.translate(str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ"))


URDU = {"ہو گیا ہے": "ہوگیا ہے", "تعلیم اور ہنر": "تعليم اورهنر", "معیارِ زندگی": "معيار زندگى",
        "نوکریاں اور پیشے": "نوكرياں اور پيشے", "کچھ نہیں": "كچه\u200cنهين"}  # fmt: skip


@pytest.mark.parametrize("label", ["Oświetlenie uliczne", "Łąka", "Żadna z tych odpowiedzi"])
def test_a_label_is_understood_without_polish_letters(label: str) -> None:
    question = choice({"en": "Lamps", "pl": label}, "Bins")
    assert typed(question, None, letters_of_no_language(label)) == Chosen("o1")
    assert typed(question, None, letters_of_no_language(label).lower()) == Chosen("o1")


@pytest.mark.parametrize("label", URDU)
def test_a_label_is_understood_as_any_keyboard_writes_urdu(label: str) -> None:
    question = choice({"en": "Lamps", "ur": label}, "Bins")
    for written in (URDU[label], label.replace(" ", ""), label.replace(" ", "\u200c")):
        assert typed(question, None, written) == Chosen("o1"), written


def test_the_exact_label_wins_over_one_that_only_looks_like_it() -> None:
    """W5."""
    question = choice({"en": "Meadow", "pl": "Łąka"}, {"en": "Varnish", "pl": "Laka"})
    assert typed(question, None, "łąka") == Chosen("o1")
    assert typed(question, None, "laka") == Chosen("o2")
    with pytest.raises(NotAChoice):
        typed(question, None, "łaka")


@pytest.mark.parametrize("text", ["oswietlenie", "Oświetlenie"])
def test_the_beginning_of_a_label_is_understood_without_polish_letters(text: str) -> None:
    question = choice({"en": "Lamps", "pl": "Oświetlenie uliczne"}, "Bins")
    assert typed(question, None, text) == Chosen("o1")


def test_a_typed_label_too_many_is_refused() -> None:
    with pytest.raises(TooManyChoices):
        typed(HELP, ("paths", "hedges"), "A crossing, with lights")


# Moving, remarks, own words


@pytest.mark.parametrize("question", EVERY_KIND)
@pytest.mark.parametrize(
    ("text", "go"),
    [
        ("back", Go.BACK),
        ("Back.", Go.BACK),
        ("SKIP", Go.SKIP),
        ("next", Go.SKIP),
    ],
)
def test_words_that_move_do_so_in_every_question(question: Question, text: str, go: Go) -> None:
    assert typed(question, None, text) is go


@pytest.mark.parametrize("question", EVERY_KIND)
@pytest.mark.parametrize("text", ["Done!", "gotowe", "ہو گیا"])
def test_done_said_twice_skips_no_question_that_has_no_such_button(
    question: Question, text: str
) -> None:
    if question.kind in (QuestionKind.SINGLE, QuestionKind.SCALE):
        with pytest.raises(NotAChoice):
            typed(question, None, text)
    else:
        assert typed(question, None, text) is Go.DONE


@pytest.mark.parametrize("question", [LAMPS, HELP, SAFE])
@pytest.mark.parametrize(
    "text", ["The alley by the <church>  first!", "???", "lamps", "no one", "1 2 3 testing"]
)
def test_other_words_to_a_choice_are_a_remark_as_written(question: Question, text: str) -> None:
    assert typed(question, None, text) == Comment(text)


@pytest.mark.parametrize(
    "text", ["  Two  spaces,\nand a line. ", "2", "1, 3", "more lamps", "back to how it was"]
)
def test_own_words_are_kept_exactly_as_written(text: str) -> None:
    assert typed(WORDS, None, text) == Chosen(text)


@pytest.mark.parametrize("question", EVERY_KIND)
@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_a_message_without_words_is_refused(question: Question, text: str) -> None:
    with pytest.raises(TextEmpty):
        typed(question, None, text)


@pytest.mark.parametrize("question", EVERY_KIND)
def test_a_text_over_the_most_is_refused_with_its_length(question: Question) -> None:
    with pytest.raises(TextTooLong) as no:
        typed(question, None, "x" * (LONGEST_TEXT_ANSWER + 1))
    assert no.value.values("en") == {"length": 3001, "most": 3000}


def test_the_longest_text_is_kept_whole() -> None:
    assert typed(WORDS, None, "ż" * LONGEST_TEXT_ANSWER) == Chosen("ż" * LONGEST_TEXT_ANSWER)


def test_a_shorter_most_can_be_asked_for() -> None:
    assert check_text("12345", most=5) == "12345"
    with pytest.raises(TextTooLong):
        check_text("123456", most=5)


def test_texts_are_compared_without_case_punctuation_and_width() -> None:
    assert folded("  Ｍore —  LAMPS!! ") == "more lamps"


# Leaving a question, and where it leads


@pytest.mark.parametrize("current", [None, ()])
def test_done_needs_at_least_one_tick(current: Value | None) -> None:
    with pytest.raises(NothingChosen):
        finished(HELP, current)


@pytest.mark.parametrize(("question", "current"), [(HELP, ("paths",)), (LAMPS, None)])
def test_done_is_fine_with_a_tick_and_where_nothing_is_ticked(
    question: Question, current: Value | None
) -> None:
    finished(question, current)


@pytest.mark.parametrize(
    ("key", "following"),
    [("lamps", "help"), ("help", "safe"), ("safe", "words"), ("words", None)],
)
def test_questions_follow_one_another_and_end(key: str, following: str | None) -> None:
    assert after(consultation(), key, {}) == following


@pytest.mark.parametrize(("key", "earlier"), [("words", "safe"), ("help", "lamps")])
def test_back_leads_to_the_question_before(key: str, earlier: str) -> None:
    assert before(consultation(), key, {}) == earlier


def test_back_from_the_first_question_stays_there() -> None:
    assert before(consultation(), "lamps", {}) == "lamps"


@pytest.mark.parametrize(
    ("answered", "reached_end", "state"),
    [
        (0, False, ResponseState.STARTED),
        (0, True, ResponseState.STARTED),
        (1, False, ResponseState.PARTIAL),
        (4, False, ResponseState.PARTIAL),
        (1, True, ResponseState.COMPLETE),
        (4, True, ResponseState.COMPLETE),
    ],
)
def test_a_response_is_complete_only_at_the_end_with_an_answer(
    answered: int, reached_end: bool, state: ResponseState
) -> None:
    assert state_of(answered=answered, reached_end=reached_end) is state


@pytest.mark.parametrize(
    ("answered", "needed"),
    [([], "lamps"), (["safe"], "lamps"), (["lamps"], "safe"), (["safe", "lamps"], None)],
)
def test_the_first_required_question_without_an_answer_is_needed(
    answered: list[str], needed: str | None
) -> None:
    required = {"required": True}
    questions = (LAMPS.model_copy(update=required), HELP, SAFE.model_copy(update=required))
    assert (
        still_needed(consultation(questions=questions), dict.fromkeys(answered, "more")) == needed
    )


def test_nothing_is_needed_where_every_question_may_be_skipped() -> None:
    assert still_needed(consultation(), {}) is None


@pytest.mark.parametrize(
    ("question", "value", "language", "said"),
    [
        (LAMPS, "more", "en", ("More lamps",)),
        (LAMPS, "more", "pl", ("Więcej latarni",)),
        (LAMPS, "brighter", "pl", ("Brighter lamps",)),
        (HELP, ("paths", "crossing"), "en", ("Wider paths", "A crossing, with lights")),
        (HELP, (), "en", ()),
        (SAFE, 4, "en", ("4",)),
        (WORDS, "brighter", "en", ("brighter",)),
        (LAMPS, "an_option_of_an_older_version", "en", ("an_option_of_an_older_version",)),
    ],
)
def test_a_value_is_told_in_the_words_its_resident_saw(
    question: Question, value: Value, language: str, said: tuple[str, ...]
) -> None:
    assert labels(question, value, language) == said


@pytest.mark.parametrize("unseen", ["\u200b", " \u2060 ", "\u00ad\t", "\ufeff", "\u200e\u200f"])
def test_what_nobody_can_see_is_no_answer(unseen: str) -> None:
    with pytest.raises(TextEmpty):
        check_text(unseen)
