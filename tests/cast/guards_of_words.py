"""Guards of what typed words mean, and of buttons that are tapped twice, by the tests that fail
without them."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

JOURNEYS = "tests/journeys"
NEWEST = f"{JOURNEYS}/conversation/test_yes_is_for_the_newest_thing.py::"
BELOW = f"{JOURNEYS}/broadcasts/test_numbers_below_what_staff_are_asked.py::"
LISTED = f"{JOURNEYS}/broadcasts/test_questions_that_cannot_be_invited_to.py::"
DECLINED = f"{JOURNEYS}/broadcasts/test_why_it_was_declined.py::"
STAFF = f"{JOURNEYS}/broadcasts/test_typing_to_the_bot_as_staff.py::"
KINDS = f"{JOURNEYS}/consultations/test_kinds_of_questions.py::"
REASONS = f"{JOURNEYS}/consultations/test_reasons_and_who_gave_none.py::"
LEFT = f"{JOURNEYS}/consultations/test_branches_that_were_left.py::"
STRANGERS = f"{JOURNEYS}/people/test_words_of_strangers.py::"
LABELS = "engagement/consultations/typed_labels.py"

OF_WORDS: Mapping[str, tuple[Guard, ...]] = {
    NEWEST + "test_below_any_other_screen_a_yes_and_a_no_bring_the_question_again": (
        Guard(
            "a yes and a no are for the newest thing alone",
            "usecases/consultations/typed_answers.py",
            "(says_little(text) or is_number(text))",
            "is_number(text)",
        ),
    ),
    BELOW + "test_a_number_below_what_came_back_brings_the_question_again": (
        Guard(
            "a number is for the newest thing alone",
            "usecases/consultations/typed_answers.py",
            "(says_little(text) or is_number(text))",
            "says_little(text)",
        ),
    ),
    BELOW + "test_a_number_below_a_request_decides_nothing_and_answers_nothing": (
        Guard(
            "a number below a request says what to tap",
            "bot/handlers/newest_screen.py",
            " or is_number(text)",
            "",
        ),
    ),
    BELOW + "test_a_number_in_reply_to_the_question_is_its_answer_below_a_request_too": (
        Guard(
            "a reply to a question is not for the request below it",
            "bot/handlers/newest_screen.py",
            "    if replied_to not in (None, newest.message_id):\n        return False\n",
            "",
        ),
    ),
    LISTED + "test_one_ward_among_several_that_is_not_asked_is_named": (
        Guard(
            "the list of subjects says which questions are not on it",
            "bot/views/broadcast_composing.py",
            "    lines += _not_listed(say, asked)\n",
            "",
        ),
    ),
    STAFF + "test_an_edit_before_the_approval_names_cancel": (
        Guard(
            "an edit names the button of what waits for approval",
            "bot/handlers/edited_messages.py",
            "waits=TAKE_BACK in verbs",
            "waits=False",
        ),
    ),
    DECLINED + "test_an_author_who_has_stopped_reads_when_they_hear_the_answer": (
        Guard(
            "an author who has stopped messages is not promised an answer here",
            "usecases/broadcasts/progress.py",
            "author_away=found.author not in there",
            "author_away=False",
        ),
    ),
    DECLINED + "test_who_declines_reads_that_an_author_who_has_stopped_does_not_see_it_yet": (
        Guard(
            "whoever declines reads that the author doesn't see it yet",
            "usecases/broadcasts/declined.py",
            "all(member.id != author for member in await reachable_staff(tx))",
            "False",
        ),
    ),
    NEWEST + "test_ok_at_a_question_of_yes_or_no_may_only_mean_that_it_was_read": (
        Guard(
            "OK answers no question of yes or no",
            LABELS,
            "said is None or is_ok(text)",
            "said is None",
        ),
    ),
    NEWEST + "test_a_polish_no_may_be_yeah_and_is_asked_about": (
        Guard(
            "a no that may be a yes is asked about",
            LABELS,
            "    if says_either(text, language) and _that_say(question, yes=False):\n",
            "    if False:\n",
        ),
    ),
    KINDS + "test_a_double_tap_in_a_ranking_counts_once": (
        Guard(
            "a button does once what it says",
            "engagement/consultations/survey.py",
            "and on is (option.key in before)",
            "and False",
        ),
    ),
    KINDS + "test_what_is_not_ranked_cannot_be_taken_off_and_that_is_said": (
        Guard(
            "that nothing was taken off is said",
            "engagement/consultations/survey.py",
            "    if not gone & {*order}:\n        raise NotChosen\n",
            "",
        ),
    ),
    REASONS + "test_whoever_declines_a_ranking_is_not_asked_why": (
        Guard(
            "nobody who declines to answer is asked why",
            "content/schema/question.py",
            ", *_not_declined(asked)]",
            "]",
        ),
    ),
    LEFT + "test_a_reply_to_a_question_that_is_no_longer_asked_says_so": (
        Guard(
            "a reply to a question that is no longer asked changes nothing",
            "usecases/consultations/changed_answers.py",
            "        raise NoLongerAsked\n",
            "        pass\n",
        ),
    ),
    LEFT + "test_a_comment_on_a_branch_that_was_left_is_in_no_export": (
        Guard(
            "comments on a branch that was left are in no export",
            "usecases/insight/export.py",
            "        page = [_on_its_path(consultation, response) for response in page]\n",
            "",
        ),
    ),
    LEFT + "test_a_reply_to_any_copy_of_a_question_is_for_that_question": (
        Guard(
            "copies of a question further up are remembered",
            "bot/sending/speaker.py",
            "                self._keep_copy(before)\n",
            "                pass\n",
        ),
    ),
    STRANGERS + "test_a_language_is_typed_before_joining": (
        Guard(
            "strangers can type what they can tap",
            "bot/handlers/unasked_words.py",
            "        or said_by_stranger(context, text)\n",
            "",
        ),
    ),
    f"{JOURNEYS}/people/test_forgotten_now_or_at_the_close.py"
    "::test_words_on_offer_wait_for_their_yes_until_the_close": (
        Guard(
            "words on offer stay until the close",
            "usecases/people/forget.py",
            ', but="" if without_words else words_in_hand.ON_OFFER',
            "",
        ),
    ),
    f"{JOURNEYS}/conversation/test_asking_in_words.py"
    "::test_ok_at_the_question_of_age_is_not_yet_a_yes": (
        Guard(
            "OK is no age",
            "usecases/people/join.py",
            "plain_yes_or_no(text, person.language)",
            "yes_or_no(text, person.language)",
        ),
    ),
}
