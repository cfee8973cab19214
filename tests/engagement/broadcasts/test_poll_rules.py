"""What a quick poll may ask: its question, its answers and its end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from engagement.broadcasts import polls
from engagement.broadcasts.gate import Drop, Wait, Waiting, decide, useful_until
from engagement.broadcasts.lifecycle import BroadcastKind, needs_second_approval
from engagement.broadcasts.polls import (
    Poll,
    answers_in,
    check_answers,
    check_enough,
    check_question,
    is_within,
)
from engagement.broadcasts.refusals import (
    NothingToAsk,
    PollAnswersMissing,
    PollAnswerTooLong,
    PollAnswerTwice,
    PollHasLink,
    PollHasPersonalData,
    PollQuestionTooLong,
    TooManyPollAnswers,
)
from engagement.errors import Refusal
from engagement.people.personal_data import signs_of_personal_data

NOW = datetime(2022, 9, 5, 9, tzinfo=UTC)


def test_a_question_is_one_line_however_it_was_typed() -> None:
    assert check_question(" Which day\n suits  you? ", ()) == "Which day suits you?"


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (" \n ", NothingToAsk),
        ("???", NothingToAsk),
        ("a" * (polls.LONGEST_QUESTION + 1), PollQuestionTooLong),
        ("See https://example.org and say", PollHasLink),
        ("See www.example.org and say", PollHasLink),
        ("Is bucks.gov.uk easy to use?", PollHasLink),
        ("Shall we ring 01296 382343?", PollHasPersonalData),
        ("What about HP12 3HP?", PollHasPersonalData),
        ("Write to amina@example.org?", PollHasPersonalData),
    ],
)
def test_a_question_that_may_not_be_asked(text: str, refused: type[Refusal]) -> None:
    with pytest.raises(refused):
        check_question(text, signs_of_personal_data([text]))


@pytest.mark.parametrize(
    "text", ["Should the No. 31 bus stop here?", "Is 9.30 too early? Or 10.15?"]
)
def test_what_only_looks_like_a_link_may_be_asked(text: str) -> None:
    assert check_question(text, signs_of_personal_data([text])) == text


def test_a_list_is_one_answer_in_each_line() -> None:
    assert answers_in("- Saturday\r\n• Sunday \n\n Neither") == ("Saturday", "Sunday", "Neither")


@pytest.mark.parametrize(
    ("answers", "refused"),
    [
        (tuple(f"Day {n}" for n in range(7)), TooManyPollAnswers),
        (("Yes", "n" * 101), PollAnswerTooLong),
        (("Yes", "No" + "\N{GRINNING FACE}" * 60), PollAnswerTooLong),
        (("Yes", "yes"), PollAnswerTwice),
        (("Yes", "!!!"), NothingToAsk),
        (("Yes", "https://example.org"), PollHasLink),
    ],
)
def test_answers_that_may_not_be_offered(answers: tuple[str, ...], refused: type[Refusal]) -> None:
    with pytest.raises(refused):
        check_answers(answers, (), [a.casefold() for a in answers])


def test_an_answer_of_a_hundred_characters_fits() -> None:
    check_answers(("Yes", "n" * 100), (), ["yes", "n" * 100])


def test_one_answer_is_not_enough() -> None:
    check_enough(("Yes", "No"))
    with pytest.raises(PollAnswersMissing):
        check_enough(("Yes",))


@pytest.mark.parametrize(
    ("after", "is_so"),
    [(timedelta(0), False), (timedelta(seconds=1), True), (timedelta(days=29), True),
     (timedelta(days=29, seconds=1), False)],
)  # fmt: skip
def test_it_ends_later_than_now_and_within_four_weeks(after: timedelta, is_so: bool) -> None:
    assert is_within(NOW + after, NOW) is is_so


def test_it_always_needs_a_second_person() -> None:
    assert needs_second_approval(1, 50, BroadcastKind.POLL)


def test_it_waits_for_its_turn_in_a_week_and_is_dropped_at_its_end() -> None:
    end = useful_until(BroadcastKind.POLL, approved=NOW, closes=NOW + timedelta(days=3))
    assert end == NOW + timedelta(days=3)
    waiting = Waiting(BroadcastKind.POLL, end, sent=[NOW], only_questions=True)
    assert isinstance(decide(waiting, NOW), Wait)
    assert isinstance(decide(waiting, NOW + timedelta(days=3)), Drop)


def test_that_it_was_stopped_does_not_wait_for_a_turn() -> None:
    assert decide(Waiting(BroadcastKind.POLL_STOPPED, None, sent=[NOW]), NOW) is None


def test_what_is_stored_of_it_is_read_back() -> None:
    asks = Poll(("Yes", "No"), NOW)
    assert Poll.read(asks.kept) == asks
    assert Poll.read(polls.tells_of(7)) is None
    assert (polls.ended_for(polls.tells_of(7)), polls.ended_for(asks.kept)) == (7, None)
