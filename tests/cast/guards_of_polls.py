"""Guards of quick polls, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

TOTAL = "tests/engagement/insight/test_running_total_of_a_poll.py::"
STEPS = "tests/engagement/insight/test_steps_of_a_poll_tell_nothing.py::"
POLLS_TYPED = "tests/journeys/consultations/test_quick_polls.py::"
ROWS = "tests/storage/consultations/test_poll_rows.py::"
COUNTED = "tests/journeys/consultations/test_quick_polls_counted.py::"
MADE = "tests/journeys/broadcasts/test_making_a_quick_poll.py::"
STOPPED = "tests/journeys/broadcasts/test_stopping_a_quick_poll.py::"
BEFORE = "tests/journeys/broadcasts/test_typing_at_what_was_asked.py::"
HELD = "tests/journeys/broadcasts/test_held_tells_of_nobody.py::"
TYPED = "tests/journeys/consultations/test_typed_at_quick_polls.py::"
WHICH = "tests/engagement/consultations/test_which_answer_of_a_quick_poll.py::"
RULES = "tests/engagement/broadcasts/test_poll_rules.py::"

POLLS: Mapping[str, tuple[Guard, ...]] = {
    TOTAL + "test_a_step_shows_rounded_numbers_and_no_shares": (
        Guard(
            "a step has no shares",
            "engagement/insight/staying_joined.py",
            "(part, rounded(_sum(now, part), thresholds.rounding))\n",
            "(part, rounded(_sum(now, part), thresholds.rounding), 50)\n",
        ),
    ),
    TOTAL + "test_two_steps_never_tell_that_all_who_came_between_them_said_the_same": (
        Guard(
            "the whole of a step is only how many 25s are in it",
            "engagement/insight/poll_steps.py",
            "people // STEP * STEP\n",
            "shown.about\n",
        ),
    ),
    TOTAL + "test_what_was_joined_stays_joined_while_it_would_tell": (
        Guard(
            "what was joined in a step stays joined in the next",
            "engagement/insight/poll_steps.py",
            "    if before is not None and before.about is not None:\n",
            "    if before is not None and not options:\n",
        ),
    ),
    STEPS + "test_steps_that_told_of_a_few_do_so_no_more": (
        Guard(
            "answers are taken apart only if that says nothing of the step before",
            "engagement/insight/staying_joined.py",
            "    if not _say_nothing("
            "[_sum(now, part) for part in finer], then, thresholds, room=room):\n",
            "    if len(finer) < 2:\n",
        ),
        Guard(
            "answers are taken apart only if the small one could have been any number",
            "engagement/insight/staying_joined.py",
            "    return room and all(\n",
            "    return all(\n",
        ),
    ),
    STEPS + "test_an_answer_that_was_alone_stays_alone": (
        Guard(
            "an answer that was alone is joined with none",
            "engagement/insight/staying_joined.py",
            "    finer = _finer(joined, now, thresholds)\n",
            "    finer = _finer(tuple(now), now, thresholds)\n",
        ),
    ),
    POLLS_TYPED + "test_a_number_in_words_is_the_answer_that_begins_with_it": (
        Guard(
            "a number in words is the label that begins with it",
            "engagement/consultations/choosing.py",
            "    if len(in_words) == 1 and not has_digits(text):\n        return in_words.pop()\n",
            "",
        ),
    ),
    MADE + "test_until_when_to_approve_is_said_as_the_end_of_the_poll_is": (
        Guard(
            "midnight is the end of the day before",
            "bot/views/localiser.py",
            "        return self.closes(moment) if at is None else self.day_and_time(moment)\n",
            "        return self.day_and_time(moment)\n",
        ),
    ),
    TOTAL + "test_how_many_more_than_25_a_step_needs_is_drawn": (
        Guard(
            "how many people a step needs is drawn",
            "engagement/insight/poll_steps.py",
            " + drawn % MORE\n",
            "\n",
        ),
    ),
    ROWS + "test_changed_answers_release_nothing_however_many": (
        Guard(
            "who is in a step counts for no other",
            "storage/consultations/polls.py",
            ", poll_answers.c.counted_in.is_(None)\n    )\n    return int(",
            "\n    )\n    return int(",
        ),
    ),
    ROWS + "test_after_a_restore_no_step_follows_one_that_the_answers_are_not_in": (
        Guard(
            "no step follows one that the answers are not counted in",
            "usecases/release/poll_steps.py",
            "    if (0 if last is None else last.number) != state.steps:\n        return False\n",
            "",
        ),
    ),
    COUNTED + "test_who_joins_again_cannot_answer_a_second_time": (
        Guard(
            "only who was sent a poll can answer it",
            "usecases/consultations/answer_poll.py",
            "    if person.contact is None or not await deliveries.was_sent("
            "tx, found.id, person.contact.id):\n        raise PollNotForYou\n",
            "",
        ),
    ),
    COUNTED + "test_an_election_hides_the_total_and_answers_go_on": (
        Guard(
            "an election hides the total",
            "usecases/consultations/answer_poll.py",
            "    if mine is not None and hidden is None:\n",
            "    if mine is not None:\n        hidden = None\n",
        ),
    ),
    COUNTED + "test_forgetting_takes_the_answer_back_or_waits_for_the_end": (
        Guard(
            "answers to what is open are taken back",
            "usecases/people/leave.py",
            "        await polls.take_back(tx, contact.resident_id, back)\n",
            "",
        ),
    ),
    COUNTED + "test_a_colleague_may_not_stop_it_and_no_is_no": (
        Guard(
            "only its author and officers stop a poll",
            "usecases/broadcasts/asked_polls.py",
            "    return found.author == member.id or is_officer\n",
            "    return True\n",
        ),
    ),
    MADE + "test_a_tap_on_the_copy_for_the_author_counts_nothing": (
        Guard(
            "a tap on the author's copy says that it is one",
            "usecases/consultations/answer_poll.py",
            "    if not code:\n        raise PollIsACopy\n",
            "",
        ),
    ),
    STOPPED + "test_the_notice_of_a_stop_is_no_message_of_its_author": (
        Guard(
            "nobody gets a report of the notice that a poll was stopped",
            "storage/broadcasts/records.py",
            ", broadcasts.c.kind.not_in(sorted(NOTICES))",
            "",
        ),
    ),
    HELD + "test_a_quick_poll_is_listed_until_its_end": (
        Guard(
            "a hold that begins before the end of a poll is one for it",
            "usecases/broadcasts/before_election.py",
            "    closes = found.poll.closes_at if found.poll else closes\n",
            "",
        ),
    ),
    STOPPED + "test_what_says_nothing_is_no_reason": (
        Guard(
            "thanks and the like are no reason for stopping a poll",
            "usecases/broadcasts/asked_polls.py",
            "    if is_no_reason(text):\n",
            "    if False:\n",
        ),
    ),
    STOPPED + "test_what_says_nothing_decides_nothing_and_changes_no_reason": (
        Guard(
            "an ok is no yes to stopping a poll",
            "bot/handlers/asked_again.py",
            ', "ok", "ay")\n',
            ', "ok")\n',
        ),
    ),
    RULES + "test_it_always_needs_a_second_person": (
        Guard(
            "a poll always needs a second person's approval",
            "engagement/broadcasts/lifecycle.py",
            " or kind is BroadcastKind.POLL",
            "",
        ),
    ),
    RULES + "test_it_waits_for_its_turn_in_a_week_and_is_dropped_at_its_end": (
        Guard(
            "a poll is sent to nobody after its end",
            "engagement/broadcasts/gate.py",
            "        case BroadcastKind.INVITATION | BroadcastKind.POLL:\n",
            "        case BroadcastKind.INVITATION:\n",
        ),
    ),
    WHICH + "test_a_number_is_what_an_answer_says_and_else_a_place": (
        Guard(
            "a number is no place on the list where an answer has one",
            "engagement/consultations/typed_poll_answers.py",
            " or not any(map(_numbers_of, labels))\n",
            " or True\n",
        ),
    ),
    WHICH + "test_a_number_that_may_be_several_answers_is_none": (
        Guard(
            "a number that may be several answers is asked about",
            "engagement/consultations/typed_poll_answers.py",
            "    if len(found) > 1:\n        raise NotAChoice\n",
            "",
        ),
    ),
    TYPED + "test_a_yes_and_a_number_are_never_for_a_poll_further_up": (
        Guard(
            "a number is never for a poll further up",
            "bot/handlers/typed_to_poll.py",
            "    if is_bare(text) or is_ok(text):\n        return False\n",
            "",
        ),
    ),
    TYPED + "test_a_no_that_may_be_for_the_other_poll_of_the_message_is_asked_about": (
        Guard(
            "a poll that came in the same message is as near, until it is answered",
            "bot/handlers/typed_to_poll.py",
            "(*found, *others), text, numbered=False)",
            "found, text)",
        ),
    ),
    TYPED + "test_words_for_a_poll_further_up_press_a_button_on_screen_first": (
        Guard(
            "the label of a button on screen is for no poll further up",
            "bot/handlers/typed_to_poll.py",
            "    if not is_label and await answers_poll_above(",
            "    if await answers_poll_above(",
        ),
    ),
    MADE + "test_words_written_just_before_send_stop_a_quick_poll": (
        Guard(
            "words under the preview of a quick poll are kept beside it",
            "usecases/broadcasts/compose_by_typing.py",
            "or _says_little(data, text):\n",
            "or is_poll(data):\n",
        ),
    ),
    BEFORE + "test_thanks_below_the_list_are_nobodys_question": (
        Guard(
            "what was changed into another screen is not on its way",
            "bot/handlers/what_waits.py",
            "context.turn.coming = await receive.is_reply_pending(tx, world, person)",
            "context.turn.coming = True",
        ),
    ),
    TYPED + "test_one_that_is_over_says_so_to_whoever_types_its_answer": (
        Guard(
            "words at a poll that is over say so",
            "bot/handlers/typed_to_poll.py",
            "        await answer_poll.check_still_open(tx, world, person, last.code, last.tag)\n",
            "",
        ),
    ),
    MADE + "test_done_goes_on_however_quickly_it_was_typed": (
        Guard(
            "done alone is no answer of a poll",
            "usecases/broadcasts/compose_poll.py",
            "        case way if way == DONE:\n",
            "        case way if False:\n",
        ),
    ),
}
