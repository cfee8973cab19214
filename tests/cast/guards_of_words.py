"""Guards of what typed words mean, and of buttons that are tapped twice, by the tests that fail
without them."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

JOURNEYS = "tests/journeys"
MOVE = "tests/journeys/conversation/test_words_that_move.py::"
DELETING = "tests/journeys/conversation/test_deleting_in_words.py::"
NEWEST = f"{JOURNEYS}/conversation/test_yes_is_for_the_newest_thing.py::"
BELOW = f"{JOURNEYS}/broadcasts/test_numbers_below_what_staff_are_asked.py::"
LISTED = f"{JOURNEYS}/broadcasts/test_questions_that_cannot_be_invited_to.py::"
DECLINED = f"{JOURNEYS}/broadcasts/test_why_it_was_declined.py::"
STAFF = f"{JOURNEYS}/broadcasts/test_typing_to_the_bot_as_staff.py::"
KINDS = f"{JOURNEYS}/consultations/test_kinds_of_questions.py::"
REASONS = f"{JOURNEYS}/consultations/test_reasons_and_who_gave_none.py::"
LEFT = f"{JOURNEYS}/consultations/test_branches_that_were_left.py::"
STRANGERS = f"{JOURNEYS}/people/test_words_of_strangers.py::"
REPLY = f"{JOURNEYS}/conversation/test_a_reply_belongs_to_its_message.py::"
OFFERS = f"{JOURNEYS}/conversation/test_offers_below_other_things.py::"
ASKS = f"{JOURNEYS}/people/test_what_asks_forgets_nobody.py::"
PAUSED = f"{JOURNEYS}/consultations/test_while_it_is_paused.py::"
FORMS = f"{JOURNEYS}/consultations/test_short_and_long_forms.py::"
WARDS = f"{JOURNEYS}/people/test_a_ward_named_below_ward.py::"
AGAIN = "bot/handlers/asked_again.py"
LABELS = "engagement/consultations/typed_labels.py"

OF_WORDS: Mapping[str, tuple[Guard, ...]] = {
    FORMS + "test_how_much_time_somebody_has_can_be_said_in_their_own_way": (
        Guard(
            'minutes and "short" choose a form',
            "bot/handlers/typed_form.py",
            "    return None if place is None else data(FORM, asked.code, int(place == 0))\n",
            "    return None\n",
        ),
        Guard(
            "what chooses no form brings the choice again",
            "bot/handlers/other_messages.py",
            "    if (asked := form_asked(context)) is not None:\n",
            "    if (asked := None) is not None:\n",
        ),
    ),
    FORMS + "test_two_forms_that_take_about_as_long_are_told_apart_by_their_questions": (
        Guard(
            "the buttons of two forms never read the same",
            "bot/views/consultations.py",
            "    if len({*labels}) < len(labels):\n",
            "    if False:\n",
        ),
    ),
    FORMS + "test_who_goes_on_after_the_short_form_has_finished_all_the_same": (
        Guard(
            "what opens after the short form leaves it finished",
            "usecases/consultations/answer.py",
            "    if any(question.key == opened for question in shortest.questions):\n",
            "    if opened is not None:\n",
        ),
    ),
    FORMS + "test_who_opens_another_question_of_the_short_form_has_yet_to_answer_it": (
        Guard(
            "what opens in the short form is still to be answered",
            "usecases/consultations/answer.py",
            "    if any(question.key == opened for question in shortest.questions):\n",
            "    if False:\n",
        ),
    ),
    PAUSED + "test_in_a_pause_words_after_an_answer_are_not_offered": (
        Guard(
            "in a pause no words are offered",
            "usecases/consultations/typed_answers.py",
            "    is_paused = phase(consultation, world.now()) is Phase.PAUSED\n",
            "    is_paused = False\n",
        ),
    ),
    WARDS + "test_a_ward_named_below_ward_asks_if_the_home_has_changed": (
        Guard(
            "a ward's name below /ward asks whether the home has changed",
            "bot/handlers/unasked_words.py",
            "    if CHANGES_WARD not in buttons:\n",
            "    if True:\n",
        ),
    ),
    REPLY + "test_a_number_in_reply_to_the_receipt_is_for_what_it_asks": (
        Guard(
            "what words reply to is what their writer has in front of them",
            "usecases/conversation/chat.py",
            "        if shown.message_id == self.replied_to:\n            return inf\n",
            "",
        ),
    ),
    REPLY + "test_a_reply_to_an_older_receipt_is_for_nothing_else": (
        Guard(
            "a reply to a message that we know no longer is for nothing else",
            "usecases/conversation/chat.py",
            '        known.append(Shown(UNKNOWN, replied_to, "", {}))\n',
            "        pass\n",
        ),
    ),
    REPLY + "test_a_reply_to_thanks_moves_nobody": (
        Guard(
            "a reply to another message decides nothing that cannot be undone",
            AGAIN,
            "is_newest=not elsewhere and ",
            "is_newest=",
        ),
    ),
    REPLY + "test_take_it_back_in_reply_to_the_receipt_takes_back_no_complaint": (
        Guard(
            "taking a complaint back costs something",
            AGAIN,
            "CLOSE, COMPLAINT,",
            "CLOSE,",
        ),
    ),
    REPLY + "test_cancel_in_reply_to_another_message_drops_nothing_that_is_written": (
        Guard(
            "a reply to another message drops nothing that is written",
            AGAIN,
            " or (elsewhere and verb in DROPS),",
            ",",
        ),
    ),
    REPLY + "test_a_ward_in_reply_to_another_message_moves_nobody": (
        Guard(
            "a ward in a reply to another message is asked about",
            "bot/handlers/typed_words.py",
            "asks_something(text) or context.chat.below(WARD_TOPICS) is not None",
            "asks_something(text)",
        ),
    ),
    PAUSED + "test_the_end_of_a_pause_is_a_beginning": (
        Guard(
            "the end of a pause is shown as a beginning",
            "bot/refusals.py",
            'say.opens(value) if name == "opens" else say.closes(value)',
            "say.closes(value)",
        ),
    ),
    PAUSED + "test_so_does_who_replies_to_it": (
        Guard(
            "words below an invitation say that its questions are paused",
            "bot/handlers/newest_screen.py",
            "last_question.check_not_stopped(context.world, data_of(invites[0])[0])",
            "pass",
        ),
    ),
    PAUSED + "test_words_that_answer_nothing_read_of_the_pause_too": (
        Guard(
            "words that answer nothing read of the pause",
            "bot/handlers/no_answer.py",
            "    if waits.question is not None:\n        last_question.check",
            "    if False:\n        last_question.check",
        ),
    ),
    PAUSED + "test_comments_stay_once_it_has_closed": (
        Guard(
            "no comment is deleted after the close",
            "usecases/consultations/mine.py",
            "if has_ended(found.consultation, world.now()):",
            "if False:",
        ),
    ),
    LEFT + "test_an_edit_of_an_answer_on_a_branch_that_was_left_says_so": (
        Guard(
            "an edit changes no answer that is no longer asked for",
            "usecases/consultations/changed_answers.py",
            "        return None\n"
            "    if question.key not in path(found.consultation, response.given).keys:",
            "        return None\n    if False:",
        ),
    ),
    LEFT + "test_an_edit_chooses_nothing_that_other_answers_leave_out": (
        Guard(
            "an edit chooses only what is offered",
            "usecases/consultations/changed_answers.py",
            "read(world, offered(question, response.given), None,",
            "read(world, question, None,",
        ),
    ),
    OFFERS + "test_a_number_at_the_offer_chooses_nothing": (
        Guard(
            "a number at words on offer answers no question further up",
            "bot/handlers/no_answer.py",
            "is_for_offer and _is_no_choice(context, waits, text)",
            "False",
        ),
    ),
    OFFERS + "test_more_own_words_are_offered_with_the_first": (
        Guard(
            "words on offer hide nothing that came between",
            "bot/handlers/typed_words.py",
            "below = below_question(context, waits.slug)",
            "below = None",
        ),
    ),
    ASKS + "test_a_question_below_forget_is_no_choice": (
        Guard(
            "what asks decides nothing that costs", AGAIN, "asks=asks_something(text)", "asks=False"
        ),
    ),
    ASKS + "test_a_question_moves_nobody": (
        Guard(
            "a ward with a question mark is asked about",
            "bot/handlers/typed_words.py",
            "doubted = asks_something(text) or ",
            "doubted = ",
        ),
    ),
    MOVE + "test_below_something_newer_the_question_is_shown_and_not_skipped": (
        Guard(
            "a word that moves skips only the question in front",
            "usecases/consultations/typed_answers.py",
            "(moves or says_little(text) or is_number(text))",
            "(says_little(text) or is_number(text))",
        ),
    ),
    MOVE + "test_below_a_receipt_they_are_not_offered": (
        Guard(
            "a word that moves is no more of an answer",
            "bot/handlers/unasked_words.py",
            "    more = None if moves else await",
            "    more = await",
        ),
    ),
    DELETING + "test_a_bare_number_deletes_in_no_language": (
        Guard(
            "a bare number deletes no comment",
            "bot/handlers/button_labels.py",
            " if not d.startswith(DELETES)]",
            "]",
        ),
    ),
    DELETING + "test_words_that_ask_delete_nothing_about_oneself": (
        Guard(
            "words that ask delete nothing about oneself",
            "bot/handlers/typed_to_lists.py",
            " and not asks_something(text)",
            "",
        ),
    ),
    DELETING + "test_on_a_screen_of_five_days_ago_they_show_it_again": (
        Guard(
            "what was said about oneself is deleted within a day of being shown",
            "bot/handlers/typed_to_lists.py",
            "    if lately and asks",
            "    if asks",
        ),
    ),
    "tests/journeys/people/test_what_is_a_complaint.py::"
    "test_words_that_take_it_back_are_no_part_of_it": (
        Guard(
            "words that take a complaint back are no part of it",
            "bot/handlers/typed_to_complaint.py",
            " or await _asks_to_take_back(context, text)",
            "",
        ),
    ),
    NEWEST + "test_below_any_other_screen_a_yes_and_a_no_bring_the_question_again": (
        Guard(
            "a yes and a no are for the newest thing alone",
            "usecases/consultations/typed_answers.py",
            "(moves or says_little(text) or is_number(text))",
            "(moves or is_number(text))",
        ),
    ),
    BELOW + "test_a_number_below_what_came_back_brings_the_question_again": (
        Guard(
            "a number is for the newest thing alone",
            "usecases/consultations/typed_answers.py",
            "(moves or says_little(text) or is_number(text))",
            "(moves or says_little(text))",
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
            "waits, corrects = TAKE_BACK in verbs",
            "waits, corrects = False",
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
    KINDS + "test_a_long_answer_stays_on_its_button_once_it_has_a_place": (
        Guard(
            "whether an answer fits on its button doesn't depend on its place",
            "bot/views/questions.py",
            "        return Choice(number, label, press, place=chosen.index(option.key) + 1)\n",
            "        place = chosen.index(option.key) + 1\n"
            '        label = say.plain("button-ranked", place=place, label=label)\n'
            "        return Choice(number, label, press)\n",
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
            "usecases/consultations/steps.py",
            "        raise NoLongerAsked\n    return offered",
            "        pass\n    return offered",
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
            "            self._keep_copy(before)\n",
            "            pass\n",
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
            ', but=words_in_hand.ON_OFFER if stays else ""',
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
    "tests/journeys/broadcasts/test_staff_labels_typed_below.py::test_withdrawing": (
        Guard(
            "a label of staff below something newer brings its question again",
            "bot/handlers/asked_again.py",
            "(question := await staff_question(context, verb, data))",
            "(question := None)",
        ),
    ),
}
