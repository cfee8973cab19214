"""Guards of decisions that two people, or two taps, make about one thing."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

FIRST = "tests/journeys/broadcasts/test_who_was_first.py::"

SECOND = "tests/journeys/broadcasts/test_second_approvals.py::"

DECIDING: Mapping[str, tuple[Guard, ...]] = {
    SECOND + "test_each_approver_answers_to_the_number_that_they_were_shown": (
        Guard(
            "a yes is to the number that its own giver was shown",
            "usecases/broadcasts/approval.py",
            "number_of(world, found).most if shown is None else shown",
            "number_of(world, found).most",
        ),
    ),
    FIRST + "test_a_second_tap_on_no_still_asks_why_and_takes_the_reason": (
        Guard(
            "a second tap on a decision leaves the question why as it is",
            "bot/handlers/buttons.py",
            "    if verb not in ANSWERS_WHY and not _is_why(context, verb):\n",
            "    if verb not in ANSWERS_WHY:\n",
        ),
        Guard(
            "whoever has declined something sees that again",
            "usecases/broadcasts/approval.py",
            "    if declined is not None:\n        return declined\n",
            "    del declined\n",
        ),
    ),
    FIRST + "test_who_stops_a_question_second_reads_that_their_reason_goes_to_nobody": (
        Guard(
            "a second stop of a quick poll says what people read",
            "usecases/broadcasts/asked_polls.py",
            "    if state is None or state.stopped_by == member.id:\n        return done\n",
            "    if state is not None:\n        return done\n",
        ),
    ),
    FIRST + "test_a_label_typed_in_full_below_something_newer_brings_the_request_back": (
        Guard(
            "a decision that was typed below something newer is asked again",
            "bot/handlers/asked_again.py",
            "        case verb if verb in DECIDES:\n            await _request_again(",
            "        case verb if verb in DECIDES:\n            data or await _request_again(",
        ),
    ),
    FIRST + "test_a_poll_that_ends_before_anything_goes_out_is_not_sent": (
        Guard(
            "what has ended before the morning isn't sent at night",
            "usecases/broadcasts/message.py",
            "        raise OverByMorning\n",
            "        return\n",
        ),
    ),
    "tests/words/test_no_label_means_something_else.py"
    "::test_no_button_s_label_means_something_else_when_it_is_typed": (
        Guard(
            "the button that ends a quick poll is not called what people say to stop",
            "content/words/en.ftl",
            "button-stop-poll = End it early\n",
            "button-stop-poll = Stop it\n",
        ),
    ),
}
