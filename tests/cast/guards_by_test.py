"""Guards against what real use broke, each with the test that notices when it is gone.

Unlike those of ``guards.py`` they belong to no numbered fault: the key is a test by file and name.
"""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard
from guards_of_composing import COMPOSING
from guards_of_deciding import DECIDING
from guards_of_equality import EQUALITY
from guards_of_inviting import INVITATIONS
from guards_of_learning import LEARNING
from guards_of_notice import NOTICE
from guards_of_opening import OPENING
from guards_of_phones import PHONES
from guards_of_places import PLACES
from guards_of_polls import POLLS
from guards_of_reading import READING_LISTS
from guards_of_release import RELEASE
from guards_of_telling import TELLING
from guards_of_voices import VOICES
from guards_of_wards import WARDS
from guards_of_words import OF_WORDS

JOURNEYS = "tests/journeys"
PREVIEWS = f"{JOURNEYS}/broadcasts/test_numbers_in_previews.py::"
RESULTS = f"{JOURNEYS}/insight/test_results_before_and_after_close.py::"
BOTH = "tests/engagement/insight/test_reader_of_both_screens.py::"
NO_GAP = f"{JOURNEYS}/insight/test_danger_leaves_no_gap.py::"
STAY_UNKNOWN = f"{JOURNEYS}/insight/test_small_wards_stay_unknown.py::"
BRANCHES = "tests/engagement/insight/test_branches_tell_nothing.py::"
SHOWN = "tests/engagement/insight/test_shown_numbers.py::"
TABLES = "tests/engagement/insight/test_every_true_table.py::"
DOOR = "tests/web/test_idle_and_slow_connections.py::"
TOGETHER = f"{JOURNEYS}/broadcasts/test_leaving_together.py::"
URGENT = f"{JOURNEYS}/broadcasts/test_urgent_messages.py::"
CORRECTIONS = f"{JOURNEYS}/broadcasts/test_corrections.py::"
GATE = "tests/storage/broadcasts/test_gate_at_claim.py::"
LISTED = "tests/wardmote/service/test_the_list_of_the_forgotten.py::"
RESTORE = "tests/wardmote/backups/test_restoring.py::"
KEPT_IS_SAID = "tests/journeys/broadcasts/test_what_is_kept_is_said.py::"
NOT_TO_US = f"{JOURNEYS}/conversation/test_what_is_no_message_to_us.py::"
STOP = f"{JOURNEYS}/conversation/test_stop_words_and_help_words.py::"
NOT_LOST = f"{JOURNEYS}/conversation/test_nothing_said_is_lost.py::"
DUTIES = "tests/engagement/staff/test_duty_rules.py::"
REMEMBERED = f"{JOURNEYS}/broadcasts/test_holds_are_remembered.py::"
WAITS = f"{JOURNEYS}/insight/test_before_an_election.py::"
HEARS = f"{JOURNEYS}/broadcasts/test_who_hears_that_something_waits.py::"
WHY_DECLINED = f"{JOURNEYS}/broadcasts/test_why_it_was_declined.py::"
RIGHTS = f"{JOURNEYS}/broadcasts/test_rights_while_sending.py::"
KILLS = "tests/faults/test_a_kill_costs_only_what_was_on_its_way.py::"
BESIDE = f"{JOURNEYS}/broadcasts/test_counted_beside_the_writer.py::"
BURST = f"{JOURNEYS}/consultations/test_answers_typed_in_a_burst.py::"
IN_WORDS = f"{JOURNEYS}/conversation/test_asking_in_words.py::"
WHAT_FOR = f"{JOURNEYS}/conversation/test_what_words_are_for.py::"
SPELT_AGAIN = f"{JOURNEYS}/people/test_a_ward_spelt_again.py::"
JUST = "tests/words/test_just_and_please_are_no_danger.py::"
TYPED_REMOVAL = f"{JOURNEYS}/safety/test_a_typed_removal_leaves_no_trace.py::"
SIZE = "usecases/broadcasts/audience_size.py"
NO_DISK = "tests/wardmote/commands/test_a_disk_that_is_not_there.py::"
ANOTHER_BOT = "tests/wardmote/commands/test_the_token_of_another_bot.py::"
LATE = f"{JOURNEYS}/consultations/test_late_answers.py::"
NUMBERS = "engagement/insight/shown_numbers.py"
TELL_NOTHING = "tests/engagement/insight/test_numbers_of_people_tell_nothing_of_a_few.py::"

BY_TEST: Mapping[str, tuple[Guard, ...]] = {
    **COMPOSING,
    **DECIDING,
    **INVITATIONS,
    **NOTICE,
    **EQUALITY,
    **POLLS,
    **RELEASE,
    **TELLING,
    **READING_LISTS,
    **LEARNING,
    **VOICES,
    **WARDS,
    **PHONES,
    **OPENING,
    **PLACES,
    **OF_WORDS,
    "tests/journeys/safety/test_calls_for_help.py::test_a_call_for_help_brings_the_numbers": (
        Guard(
            "a call for help is danger as a whole message",
            "engagement/people/danger.py",
            "        if self._is_call_for_help(text):\n            return True\n",
            "",
        ),
    ),
    JUST + "test_no_answer_theme_or_ward_said_so_is_danger": (
        Guard(
            "just and please have no points at the ends of a message",
            "engagement/people/danger.py",
            "heavy = without_light(sentence, self.light)",
            "heavy = sentence",
        ),
    ),
    TYPED_REMOVAL + "test_the_typed_label_leaves_nothing_in_the_chat": (
        Guard(
            "what was typed to remove words of danger goes too",
            "bot/views/safety.py",
            "for n in (theirs, ours, asked) if",
            "for n in (theirs, ours) if",
        ),
        Guard(
            "what a typed removal did is not said in the chat",
            "bot/views/safety.py",
            'say.plain("safety-removed") if asked is None else None',
            'say.plain("safety-removed")',
        ),
    ),
    TYPED_REMOVAL + "test_with_a_question_open_they_are_no_comment": (
        Guard(
            "asking to remove words of danger is nobody's comment",
            "bot/handlers/typed_words.py",
            "(said_of_signposts, said_of_weekly, said_of_form)",
            "(said_of_weekly, said_of_form)",
        ),
    ),
    BURST + "test_a_four_too_many_is_asked_about_and_is_no_answer_in_own_words": (
        Guard(
            "what was typed before a question was there is no answer to it in own words",
            "usecases/consultations/typed_answers.py",
            "    was_for_another = not seen or await _repeats_a_number(tx, world, person, text)\n",
            "    was_for_another = False\n",
        ),
    ),
    BURST + "test_a_four_sent_twice_a_moment_apart_is_asked_about_too": (
        Guard(
            "the number of the answer before is asked about",
            "usecases/consultations/typed_answers.py",
            "not seen or await _repeats_a_number(tx, world, person, text)",
            "not seen",
        ),
    ),
    f"{JOURNEYS}/safety/test_where_somebody_is.py"
    "::test_it_is_so_while_a_ward_is_asked_for_and_the_ward_is_still_found": (
        Guard(
            "the alert has the words as they were written",
            "usecases/conversation/safety.py",
            "    return str(added.get(AS_WRITTEN) or text)\n",
            "    return text\n",
        ),
    ),
    IN_WORDS + "test_at_a_question_in_own_words_it_is_asked_not_stored": (
        Guard(
            "wanting to complain is no answer without a yes",
            "usecases/consultations/typed_answers.py",
            "asked if was_for_another or asks_to_stop(text) or complains(text) else None",
            "asked if was_for_another or asks_to_stop(text) else None",
        ),
    ),
    IN_WORDS + "test_where_it_may_be_an_answer_in_own_words_it_is_asked": (
        Guard(
            "wanting to be left alone may be an answer",
            "usecases/conversation/typed_words.py",
            "        return None if own_words and asks_perhaps_to_stop(text) else Request.STOP\n",
            "        return Request.STOP\n",
        ),
    ),
    IN_WORDS + "test_a_postcode_in_a_complaint_begun_in_words_is_kept_as_written": (
        Guard(
            "a complaint begun in words is kept as written",
            "usecases/conversation/receive.py",
            '    if command_of(words) == "/complain" or asks_to_complain(said):\n',
            '    if command_of(words) == "/complain":\n',
        ),
    ),
    IN_WORDS + "test_a_request_for_no_more_messages_alarms_nobody": (
        Guard(
            "a request for no more messages holds no danger",
            "usecases/people/words_of_danger.py",
            "lexicon().is_danger(text) and not asks_to_stop(text)",
            "lexicon().is_danger(text)",
        ),
    ),
    IN_WORDS + "test_with_a_question_open_a_language_we_lack_is_no_comment": (
        Guard(
            "a language typed below the choice of one is for that choice",
            "bot/handlers/typed_words.py",
            "    check_language_offered(context, text, waits=topic_of(waits))\n",
            "",
        ),
    ),
    SPELT_AGAIN + "test_a_number_that_is_not_among_a_few_wards_is_said_and_they_stay": (
        Guard(
            "a number below a list of a few wards is for that list",
            "bot/handlers/typed_words.py",
            "    if act in (join.type_here, choose_ward.type_here):\n",
            "    if False:\n",
        ),
    ),
    SPELT_AGAIN + "test_an_edited_yes_confirms_no_poster": (
        Guard(
            "an edited yes is no name of a ward",
            "bot/handlers/edited_messages.py",
            '    if words.startswith("/") or yes_or_no(words) is not None:\n',
            '    if words.startswith("/"):\n',
        ),
    ),
    f"{JOURNEYS}/people/test_who_has_stopped_is_promised_nothing.py"
    "::test_who_comes_back_is_promised_results_again": (
        Guard(
            "who comes back is known as such in the same turn",
            "bot/handlers/joining.py",
            "    if person.has_stopped:\n",
            "    if False:\n",
        ),
    ),
    f"{JOURNEYS}/consultations/test_quick_fingers.py"
    "::test_two_quick_taps_on_answer_now_show_the_question_once": (
        Guard(
            "a second tap on a button shows nothing twice",
            "bot/sending/speaker.py",
            "        if tapped is not None and chat.is_at_the_end(screen, below=tapped):\n",
            "        if False:\n",
        ),
    ),
    f"{JOURNEYS}/people/test_complaints_sent_twice.py"
    "::test_the_same_words_within_minutes_get_the_same_reference_and_say_so": (
        Guard(
            "the same words are one complaint",
            "usecases/operations/complain.py",
            "            if abs(now - one.made_at) <= SAME_WITHIN\n",
            "            if now < one.made_at\n",
        ),
    ),
    f"{JOURNEYS}/people/test_what_is_a_complaint.py"
    "::test_what_may_be_an_answer_is_no_complaint_without_a_yes": (
        Guard(
            "few words under /complain are asked about",
            "usecases/operations/complain.py",
            " and await _looks_like_an_answer(tx, world, person.contact.id, text):",
            " and False:",
        ),
    ),
    f"{JOURNEYS}/people/test_what_is_a_complaint.py::test_its_days_count_from_when_it_was_sent": (
        Guard(
            "a complaint has the date of its message",
            "usecases/operations/complain.py",
            "    said_at = min(person.said_at or now, now)\n",
            "    said_at = now\n",
        ),
    ),
    f"{JOURNEYS}/people/test_complaints_sent_twice.py::test_both_in_one_burst_are_one_complaint": (
        Guard(
            "what was in the chat before a complaint takes no words from it",
            "usecases/conversation/typed_words.py",
            "    if newest is not None and newest.topic != COMPLAINT and came_after:\n",
            "    if newest is not None and newest.topic != COMPLAINT:\n",
        ),
    ),
    f"{JOURNEYS}/plans/test_long_news.py::test_each_item_of_long_news_has_its_date_in_view": (
        Guard(
            "a date stays with what is under it",
            "bot/sending/calls.py",
            'heads_more = line.startswith("<b>") and line.endswith("</b>")',
            "heads_more = False",
        ),
    ),
    LATE + "test_words_typed_in_time_count_though_the_bot_was_away_over_the_close": (
        Guard(
            "typed words count by their date",
            "engagement/consultations/late.py",
            " if self.dated is None else min(self.received_at, self.dated)\n",
            "\n",
        ),
    ),
    LATE + "test_a_tap_from_the_gap_counts_and_so_do_taps_for_150_seconds_after_it": (
        Guard(
            "taps count just after a gap that covers the close",
            "engagement/consultations/late.py",
            "    if is_tap and gap is not None and _is_after(gap, closes_at, sent.received_at):\n",
            "    if is_tap and gap is None:\n",
        ),
    ),
    LATE + "test_a_gap_that_ended_before_the_close_lets_no_tap_count": (
        Guard(
            "the gap covers the close",
            "engagement/consultations/late.py",
            "        return self.began < moment <= self.ended\n",
            "        return self.began < moment\n",
        ),
    ),
    LATE + "test_a_late_change_keeps_the_former_answer_in_the_counts": (
        Guard(
            "a late answer is kept apart",
            "usecases/consultations/answer.py",
            "    if response.is_late:\n"
            "        return await late.keep(tx, world, person, response, question, value)\n",
            "",
        ),
    ),
    LATE + "test_what_was_finished_late_stays_partial_and_the_receipt_says_what_counts": (
        Guard(
            "a response that is finished late stays partial",
            "usecases/consultations/moving.py",
            "    if response.is_late:\n        return response.state\n",
            "",
        ),
    ),
    LATE + "test_a_comment_kept_after_the_close_is_a_late_one": (
        Guard(
            "a late comment is kept apart",
            "usecases/consultations/offered_words.py",
            "late_answers.add_comment if response.is_late else comments.add_comment",
            "comments.add_comment",
        ),
    ),
    LATE + "test_words_typed_under_a_question_that_has_closed_are_refused_with_that_time": (
        Guard(
            "words under a question that has closed are told when it closed",
            "bot/handlers/unasked_words.py",
            "        check_not_closed(context)\n",
            "",
        ),
    ),
    LATE + "test_words_that_need_a_yes_are_not_offered_when_it_is_too_late_for_one": (
        Guard(
            "no words are offered to which no yes is taken",
            "usecases/consultations/typed_answers.py",
            "    if is_paused or not await _yes_is_taken(tx, world, person, consultation):\n",
            "    if is_paused:\n",
        ),
    ),
    LATE + "test_the_invitation_ends_at_the_close": (
        Guard(
            "nothing is begun after the close",
            "usecases/consultations/answer.py",
            "    if response.is_late:\n        raise HasClosed(",
            "    if False:\n        raise HasClosed(",
        ),
    ),
    LATE + "test_results_and_files_wait_a_quarter_of_an_hour_and_say_so": (
        Guard(
            "results wait for what is on its way",
            "engagement/consultations/late.py",
            "    if now < closes_at + SETTLES_AFTER:\n        return False\n",
            "",
        ),
    ),
    LATE + "test_results_wait_for_an_answer_that_is_received_and_not_handled": (
        Guard(
            "results wait for what is not handled",
            "usecases/release/all_in.py",
            "    waiting = await inbox.first_waiting(tx, MOST_WAITING)\n",
            "    waiting = (await inbox.first_waiting(tx, MOST_WAITING))[:0]\n",
        ),
    ),
    LATE + "test_nothing_is_added_once_the_results_are_counted": (
        Guard(
            "nothing is added to results that are counted",
            "usecases/consultations/late.py",
            " is Timing.CLOSED or await register.is_released(tx, world, consultation):\n",
            " is Timing.CLOSED:\n",
        ),
    ),
    LATE + "test_who_joined_after_the_close_can_not_answer_in_the_time_for_taps": (
        Guard(
            "who joined after the close can't answer",
            "usecases/consultations/late.py",
            "(tx, person.resident[0]) >= consultation.closes_at\n",
            "(tx, person.resident[0]) is None\n",
        ),
    ),
    "tests/journeys/people/test_forgotten_before_the_release.py"
    "::test_who_took_their_answers_back_answers_again_once": (
        Guard(
            "what can open again is taken back, or waits for its release",
            "usecases/people/leave.py",
            "(tx, world) if c.slug in given]\n",
            "(tx, world) if c.slug in ()]\n",
        ),
    ),
    "tests/storage/people/test_leaving_for_good.py"
    "::test_the_link_is_cut_once_all_answers_are_in_and_not_before": (
        Guard(
            "nobody is forgotten before their answers are in",
            "usecases/consultations/late.py",
            "    return found | {c.slug for c in await not_released(tx, world)}\n",
            "    return found\n",
        ),
    ),
    "tests/faults/test_a_kill_over_the_close.py"
    "::test_what_was_sent_before_the_close_counts_after_a_kill_in_the_middle": (
        Guard(
            "the gap is stored with the updates that came after it",
            "usecases/conversation/receive.py",
            "        await all_in.note_gap(tx, gap)\n",
            "        pass\n",
        ),
    ),
    f"{JOURNEYS}/plans/test_what_came_of_answers_given_elsewhere.py"
    "::test_who_only_read_a_question_and_moved_does_not": (
        Guard(
            "only those who answered get the outcome where they no longer live",
            "storage/broadcasts/audiences.py",
            "            responses.c.state != ResponseState.STARTED,\n"
            "            responses.c.ward.in_(audience.wards),\n",
            "            responses.c.ward.in_(audience.wards),\n",
        ),
    ),
    "tests/storage/operations/test_ticks_and_the_clock.py"
    "::test_a_start_with_a_clock_a_year_ahead_deletes_nobody_for_a_day": (
        Guard(
            "a clock that leapt deletes nothing for a day",
            "usecases/operations/heartbeat.py",
            "    if before is not None and now - before > LEAP:\n",
            "    if before is None:\n",
        ),
    ),
    "tests/journeys/operations/test_the_minutes_work.py"
    "::test_a_clock_that_is_wrong_by_telegrams_deletes_nobody": (
        Guard(
            "a clock far from Telegram's deletes nothing",
            "usecases/operations/heartbeat.py",
            "    is_off = clock_off is not None and abs(clock_off) > WRONG\n",
            "    is_off = False\n",
        ),
    ),
    RESULTS
    + "test_answers_to_what_is_open_are_not_exported_and_the_officer_reads_from_when_they_are": (
        Guard(
            "no file is offered before the close",
            "usecases/insight/export.py",
            "    if isinstance(shown, AnsweredSoFar):\n        return shown\n    several",
            "    several",
        ),
    ),
    RESULTS + "test_a_button_for_a_file_gives_none_if_the_questions_are_open_again": (
        Guard(
            "no file is made before the close",
            "usecases/insight/export.py",
            "        return shown\n    given",
            "        pass\n    given",
        ),
    ),
    RESULTS + "test_how_few_skipped_a_question_is_not_told": (
        Guard(
            "a question that few skipped has no number of its own",
            "engagement/insight/disclosure.py",
            "    if people.least - question.people >= thresholds.smallest_cell:\n",
            "    if True:\n",
        ),
    ),
    BRANCHES + "test_of_few_people_in_words": (
        Guard(
            "the options of a branch are shown only if they tell nothing of how many were asked",
            "engagement/insight/option_numbers.py",
            "    return shown if _always_possible(blank, shown, base, thresholds) else ()\n",
            "    return shown\n",
        ),
    ),
    "tests/engagement/insight/test_branches_after_a_short_form.py::"
    "test_all_who_chose_more_and_gave_one_answer_are_not_found_out": (
        Guard(
            "a branch is compared with how many chose more than the short form",
            "engagement/insight/disclosure.py",
            "        known = led if part is None else part.both\n",
            "        known = led\n",
        ),
    ),
    BRANCHES + "test_a_branch_does_not_split_what_is_shown_together": (
        Guard(
            "a branch is compared with the question it hangs on",
            "engagement/insight/disclosure.py",
            "        if branch is None or parent is None:\n",
            "        if True:\n",
        ),
    ),
    SHOWN + "test_a_part_has_its_own_number_if_it_and_the_rest_are_large_enough": (
        Guard(
            "a part of an audience whose rest is small has no number of its own",
            NUMBERS,
            "        if min(part, before - part) < thresholds.smallest_cell:\n",
            "        if part < thresholds.smallest_cell:\n",
        ),
    ),
    TELL_NOTHING + "test_neither_followers_nor_answers_are_told_by_news_and_invitations": (
        Guard(
            "a part of a part without a number has none either",
            NUMBERS,
            "            return at_most(shown)\n",
            "            shown, before = at_most(shown), part\n            continue\n",
        ),
    ),
    TELL_NOTHING + "test_a_report_about_everybody_tells_nothing_of_a_few": (
        Guard(
            "a report has numbers only if enough people are left",
            NUMBERS,
            "    if left >= thresholds.smallest_cell or whole.is_one_small_group:\n",
            "    if left >= 0 or whole.is_one_small_group:\n",
        ),
    ),
    PREVIEWS + "test_several_wards_are_the_sum_of_what_each_is_shown_as": (
        Guard(
            "each ward is shown by itself before it is added up",
            SIZE,
            "    numbers = [part_number(people, world.thresholds) for people in steps]\n",
            "    numbers = [part_number([sum(s) for s in zip(*steps)], world.thresholds)]\n",
        ),
    ),
    PREVIEWS + "test_with_a_theme_the_preview_is_the_same_whether_all_none_or_few_follow_it": (
        Guard(
            "an audience with a theme is part of its wards",
            "engagement/broadcasts/audience.py",
            "        if to.theme is not None:\n",
            "        if to.not_answered:\n",
        ),
    ),
    PREVIEWS + "test_an_invitation_beside_the_results_does_not_tell_that_one_person_has_left": (
        Guard(
            "an invitation has no number of its own",
            SIZE,
            "        numbers = [at_most(number) for number in numbers]\n",
            "        pass\n",
        ),
    ),
    PREVIEWS + "test_whether_an_invitation_leaves_out_followers_is_not_told": (
        Guard(
            "who lives in a ward is part of those who would get news for it",
            "engagement/broadcasts/audience.py",
            "            steps.append(self.live)\n",
            "            steps = [self.live]\n",
        ),
    ),
    BESIDE + "test_what_was_counted_is_taken_only_for_the_same_audience": (
        Guard(
            "a size is taken only for the audience that was counted",
            SIZE,
            "    elif whole not in person.sizes:\n        raise AudienceNotCounted(whole)\n"
            "    else:\n        wards = person.sizes[whole]\n",
            "    elif not person.sizes:\n        raise AudienceNotCounted(whole)\n"
            "    else:\n        wards = next(iter(person.sizes.values()))\n",
        ),
    ),
    BESIDE
    + "test_the_preview_the_sending_and_the_second_yes_are_counted_where_nothing_is_written": (
        Guard(
            "an audience is counted beside the writer",
            "bot/receiving/turn_runner.py",
            "        turn.sizes = {}\n",
            "        turn.sizes = None\n",
        ),
    ),
    PREVIEWS + "test_an_invitation_goes_only_to_those_who_have_not_answered": (
        Guard(
            "an invitation leaves out those who have answered",
            "engagement/broadcasts/audience.py",
            "        return Audience(tuple(wards), not_answered=consultation)\n",
            "        return Audience(tuple(wards))\n",
        ),
    ),
    TABLES + "test_options_that_fit_one_table_only_are_not_shown_that_way": (
        Guard(
            "the joining looks for other true tables",
            "engagement/insight/joining.py",
            "        if _is_safe(_form(table, places, measures), measures):\n"
            "            return places\n",
            "        return places\n",
        ),
    ),
    BOTH + "test_the_last_look_and_the_total_leave_a_small_ward_open": (
        Guard(
            "at the ends of what is possible several numbers are shown together",
            "engagement/insight/ward_numbers.py",
            "        if not self.small:\n            enough",
            "        if True:\n            enough",
        ),
    ),
    STAY_UNKNOWN + "test_the_first_answer_of_a_ward_and_one_taken_back_change_nothing": (
        Guard(
            "where no ward is listed, each stands there whether anybody has answered or not",
            "usecases/release/counting.py",
            "    return consultation.wards or dict.fromkeys((*world.library.wards, *before))\n",
            "    return consultation.wards\n",
        ),
    ),
    "tests/journeys/people/test_requests.py"
    "::test_marking_a_request_does_not_tell_what_somebody_chose_or_wrote": (
        Guard(
            "the words of a request are looked for only where officers can read them",
            "usecases/operations/words_of_request.py",
            "        if has_ended(c, world.now())\n",
            "",
        ),
        Guard(
            "words of danger are looked for nowhere",
            "usecases/operations/words_of_request.py",
            "[] if holds_danger(words) else await",
            "await",
        ),
    ),
    "tests/journeys/people/test_new_boundaries.py"
    "::test_everybody_is_asked_with_the_likely_names_first": (
        Guard(
            "former wards have one number together",
            "usecases/broadcasts/audience_size.py",
            "    if whole.as_one:\n",
            "    if False:\n",
        ),
    ),
    NO_GAP + "test_results_beside_the_export_do_not_tell_who_wrote_words_of_danger": (
        Guard(
            "a question in own words can be skipped",
            "content/schema/question.py",
            "        return self.required and self.kind is not QuestionKind.TEXT\n",
            "        return self.required\n",
        ),
    ),
    NO_GAP + "test_two_exports_do_not_tell_whose_deleted_words_were_of_danger": (
        Guard(
            "a row that holds nothing but deleted words is in no file",
            "usecases/insight/export.py",
            'value not in (None, "")',
            "value is not None",
        ),
    ),
    DOOR + "test_idle_clients_beyond_the_limit_are_closed_the_oldest_first": (
        Guard(
            "one client has a limit of connections",
            "web/connections.py",
            "        if not self._room(same, most, ClosedBecause.MANY_FROM_ONE):\n"
            "            return False\n",
            "",
        ),
    ),
    DOOR + "test_who_was_answered_and_still_sends_makes_room_for_others": (
        Guard(
            "an answered request keeps nobody out",
            "web/connections.py",
            "            return _Phase.REST\n",
            "            return _Phase.REQUEST\n",
        ),
    ),
    DOOR + "test_many_addresses_together_have_a_limit_too_and_a_newcomer_is_answered": (
        Guard(
            "all clients together have a limit of connections",
            "web/connections.py",
            "        if not self._room(self._open, self.limits.connections, ClosedBecause.MANY):\n"
            "            return False\n",
            "",
        ),
    ),
    DOOR + "test_a_header_that_does_not_end_is_cut_off_however_steadily_it_drips": (
        Guard(
            "a header has its time, however it drips",
            "web/connections.py",
            "        if timed == self._timed:\n            return\n",
            "",
        ),
    ),
    "tests/storage/engine/test_fault_08_the_server_restarts.py::"
    "test_fault_08_while_another_process_has_the_lock_nothing_is_written_and_this_one_ends": (
        Guard(
            "the lock on the database is watched",
            "wardmote/service/lock.py",
            "        if refused >= TRIES:\n",
            "        if refused >= 1_000_000:\n",
        ),
    ),
    KILLS + "test_fault_03_a_kill_makes_only_the_next_few_unknown": (
        Guard(
            "no more is claimed than is sent soon",
            "bot/sending/sender.py",
            "        return min(soon, CONNECTIONS - self._under_way",
            "        return min(CONNECTIONS - self._under_way",
        ),
    ),
    KILLS
    + "test_fault_03_a_second_sending_that_was_under_way_is_unknown_and_never_sent_a_third_time": (
        Guard(
            "that a second sending begins is noted before the call",
            "bot/sending/sender.py",
            "        if parcel.again and not await self._may_begin(parcel):\n",
            "        if parcel.again and self._closing:\n",
        ),
    ),
    GATE + "test_at_night_nothing_is_claimed_and_nothing_is_written": (
        Guard(
            "nothing unasked leaves at night",
            "usecases/broadcasts/deliver.py",
            "    if not leaving and not world.is_quiet:\n",
            "    if not leaving:\n",
        ),
    ),
    GATE + "test_two_messages_claimed_together_leave_as_one": (
        Guard(
            "what is claimed together counts in the budget",
            "usecases/broadcasts/gate.py",
            "                self.lately[row.contact_id].sent.append(self.now)\n",
            "                pass\n",
        ),
    ),
    GATE + "test_what_left_in_one_message_ends_as_that_did_and_counts_once": (
        Guard(
            "what left as one message counts once",
            "storage/broadcasts/lately.py",
            "        elif (row.contact_id, row.message) not in messages:\n",
            "        else:\n",
        ),
    ),
    GATE + "test_a_newer_message_waits_where_it_has_no_room_beside_an_older_one": (
        Guard(
            "several messages leave as one only as far as they fit",
            "engagement/broadcasts/update_text.py",
            "    return max(1, sum(1 for so_far in whole if so_far <= LONGEST_MESSAGE))\n",
            "    return len([*whole])\n",
        ),
    ),
    GATE + "test_an_urgent_message_goes_first_and_at_night": (
        Guard(
            "an urgent message goes first",
            "usecases/broadcasts/deliver.py",
            "    urgent = await records.sending(tx, AT_ANY_TIME)\n    leaving",
            "    urgent: list[int] = []\n    leaving",
        ),
    ),
    TOGETHER + "test_of_many_people_everybody_gets_one_message_and_every_row_says_so": (
        Guard(
            "every part of a message is in hand while it is sent",
            "bot/sending/sender.py",
            "{part.delivery_id: p for p in parcels for part in p.parts}",
            "{p.delivery_id: p for p in parcels}",
        ),
    ),
    "tests/engagement/broadcasts/test_gate.py"
    "::test_only_what_would_wait_for_the_budget_leaves_with_another": (
        Guard(
            "what is held does not leave with another message",
            "engagement/broadcasts/gate.py",
            "    if decide(replace(waiting, budget=None), now) is not None:\n",
            "    if False:\n",
        ),
    ),
    URGENT + "test_an_urgent_message_goes_at_night_past_the_budget_once_somebody_has_approved_it": (
        Guard(
            "an urgent message always needs a second person",
            "engagement/broadcasts/lifecycle.py",
            "    return kind in URGENT or kind",
            "    return kind",
        ),
    ),
    URGENT + "test_somebody_who_is_no_officer_any_more_cannot_send_it": (
        Guard(
            "only officers send urgent messages",
            "usecases/broadcasts/compose.py",
            "    check_urgent(member, data)\n    check_own_wards",
            "    check_own_wards",
        ),
    ),
    CORRECTIONS + "test_somebody_elses_message_cannot_be_corrected": (
        Guard(
            "only the author corrects a message",
            "usecases/broadcasts/correct.py",
            "    if found.author != member.id or not may_be_corrected(found):\n",
            "    if not may_be_corrected(found):\n",
        ),
    ),
    "tests/storage/broadcasts/test_correction_rows.py"
    "::test_whoever_may_have_had_it_gets_the_correction_and_the_others_get_both": (
        Guard(
            "whoever had both in one message gets no correction as well",
            "storage/broadcasts/corrections.py",
            "        deliveries.c.variant_id.in_(earlier),\n",
            "",
        ),
    ),
    GATE + "test_before_an_election_one_ward_waits_until_somebody_decides": (
        Guard(
            "what is held is not brought forward",
            "storage/broadcasts/claims.py",
            "            deliveries.c.not_before < UNTIL_DECIDED,\n",
            "",
        ),
    ),
    RESTORE + "test_a_small_file_that_claims_to_hold_gigabytes_is_refused_at_once": (
        Guard(
            "a backup is compared with its manifest before anything is written",
            "wardmote/backups/archive.py",
            "            _compare(tar, manifest, archive.stat().st_size)\n",
            "",
        ),
    ),
    RESTORE + "test_a_backup_of_another_council_is_refused": (
        Guard(
            "a backup of another council is refused",
            "wardmote/backups/restore.py",
            "    if made_for != council_name:\n",
            "    if not made_for:\n",
        ),
    ),
    RESTORE + "test_who_sent_stop_since_the_backup_gets_no_messages_after_a_restore": (
        Guard(
            "a restore does not undo a /stop",
            "usecases/people/leave.py",
            "    world.outlast(StoppedMessages(person.contact.id))\n",
            "",
        ),
    ),
    KEPT_IS_SAID + "test_a_button_under_another_message_sends_nothing": (
        Guard(
            "a button belongs to the message that stands above it",
            "usecases/broadcasts/compose.py",
            "    return key is None or key == key_of(in_hand(person))\n",
            "    return True\n",
        ),
    ),
    LISTED + "test_a_line_that_does_not_fit_on_the_disk_leaves_nothing_there": (
        Guard(
            "half a line is taken back from a full disk",
            "wardmote/service/forgotten_list.py",
            "    except OSError:\n        os.ftruncate(handle, size)\n        raise\n",
            "    except OSError:\n        raise\n",
        ),
    ),
    "tests/wardmote/commands/test_a_damaged_database.py::"
    "test_a_file_that_has_become_empty_is_damaged_and_no_new_council": (
        Guard(
            "migrate makes no new council of an emptied file",
            "wardmote/commands/migrate.py",
            "        if is_emptied(database):\n",
            "        if False:\n",
        ),
    ),
    NO_DISK + "test_what_runs_before_each_start_makes_no_new_council": (
        Guard(
            "migrate makes a database only if it is asked to",
            "wardmote/commands/migrate.py",
            "        if makes and not new:\n",
            "        if False:\n",
        ),
    ),
    NO_DISK + "test_nobody_is_thanked_into_a_file_that_has_gone": (
        Guard(
            "nothing is written to a file that has gone",
            "storage/engine/own_file.py",
            "        if not there:\n            raise FileGone\n",
            "",
        ),
    ),
    NO_DISK + "test_the_doctor_says_that_the_bot_holds_the_only_copy": (
        Guard(
            "the doctor asks nobody to make a database while a bot holds the only copy",
            "wardmote/commands/doctor_checks.py",
            "GONE if in_use(file) else Words()",
            "Words()",
        ),
    ),
    RESTORE + "test_a_list_that_has_lost_somebody_is_noticed": (
        Guard(
            "a list of the forgotten that has lost lines is noticed",
            "usecases/people/listed.py",
            "return known is not None and listed < int(known)",
            "return False",
        ),
    ),
    RESTORE + "test_it_says_whether_there_was_a_list_of_the_forgotten": (
        Guard(
            "a restore without a list of the forgotten says so",
            "wardmote/backups/restore.py",
            "    if done.listed_at is None:\n",
            "    if False:\n",
        ),
    ),
    "tests/wardmote/service/test_settings_read.py::"
    "test_an_empty_name_in_the_environment_takes_away_what_the_file_has": (
        Guard(
            "an empty name in the environment goes before .env",
            "wardmote/service/settings.py",
            " if (PREFIX + n).upper() not in given}",
            "}",
        ),
    ),
    "tests/wardmote/commands/test_which_files_are_checked.py::"
    "test_with_settings_that_are_wrong_no_other_council_is_checked": (
        Guard(
            "with settings that are wrong the example isn't checked in the council's place",
            "wardmote/commands/check_content.py",
            "        raise CannotRun(wrong)\n",
            "        pass\n",
        ),
    ),
    "tests/content/test_bad_sending.py::test_a_hold_too_long_for_an_election_is_named": (
        Guard(
            "a hold too long for an election is named",
            "content/election_days.py",
            "if hold.last_day >= today and days > LONGEST_HOLD:",
            "if False:",
        ),
    ),
    "tests/journeys/people/test_languages.py::test_a_day_still_to_come_confirms_nothing": (
        Guard(
            "a check of a day to come is none yet",
            "content/schema/council.py",
            "return self.on <= today",
            "return True",
        ),
    ),
    ANOTHER_BOT + "test_a_start_with_another_bots_token_is_refused_until_it_is_accepted": (
        Guard(
            "a start with another bot's token is refused",
            "usecases/operations/bot_of_deployment.py",
            "    if (other := await other_than(tx, number, username)) is not None:\n"
            "        raise AnotherBot(other)\n",
            "",
        ),
    ),
    ANOTHER_BOT + "test_nobody_is_written_off_by_a_bot_they_never_started": (
        Guard(
            "that a bot was never started marks nobody as having blocked it",
            "engagement/broadcasts/delivery.py",
            " if outcome.reason is not Reason.NEVER_STARTED",
            "",
        ),
    ),
    LISTED + "test_a_torn_line_is_not_joined_to_the_next": (
        Guard(
            "a torn line is ended before the next",
            "wardmote/service/forgotten_list.py",
            'data = (b"\\n" if torn else b"") + line.encode()',
            "data = line.encode()",
        ),
    ),
    LISTED + "test_another_file_is_refused_and_nothing_in_it_is_changed": (
        Guard(
            "another file is not taken for the list",
            "wardmote/service/forgotten_list.py",
            "            if _is_still(path, handle):\n"
            "                if not is_a_list(_text(handle, HEAD)):\n"
            "                    raise _another(path)\n",
            "            if _is_still(path, handle):\n",
        ),
    ),
    LISTED + "test_lines_of_a_later_version_are_kept": (
        Guard(
            "what a version cannot read it keeps",
            "wardmote/service/forgotten_lines.py",
            "                unknown.append(line)\n",
            "                pass\n",
        ),
    ),
    RESTORE + "test_an_older_copy_of_the_list_does_not_undo_what_the_backup_knows": (
        Guard(
            "of two lists the later note counts",
            "engagement/people/outlasting.py",
            "max(one[key], other[key], key=rank)",
            "one[key]",
        ),
    ),
    RESTORE + "test_what_a_killed_restore_leaves_is_deleted_at_the_next_start": (
        Guard(
            "a start deletes what a killed restore left",
            "wardmote/service/wiring.py",
            "        delete_leftovers(file)\n",
            "",
        ),
    ),
    "tests/wardmote/commands/test_files_of_another_council.py::"
    "test_a_reload_under_a_running_bot_changes_nothing": (
        Guard(
            "the files of another council are not taken up",
            "wardmote/commands/cannot_run.py",
            "    if found.council.slug != settings.council:\n",
            "    if False:\n",
        ),
    ),
    RESTORE + "test_an_older_copy_of_the_list_undoes_nothing_at_a_start": (
        Guard(
            "an old list gives nobody messages again",
            "usecases/people/after_restore.py",
            "        elif noted.what or noted.at < known_until:\n",
            "        elif noted.what:\n",
        ),
    ),
    RESTORE + "test_the_list_of_the_forgotten_stays_private": (
        Guard(
            "the list of the forgotten is closed to others again",
            "wardmote/service/forgotten_list.py",
            "                    os.fchmod(handle, 0o600)\n",
            "                    pass\n",
        ),
    ),
    "tests/wardmote/backups/test_backing_up.py::test_hidden_files_are_not_in_a_backup": (
        Guard(
            "a backup leaves hidden files out",
            "wardmote/backups/backup.py",
            '            if name.startswith("."):\n',
            '            if name.startswith("./"):\n',
        ),
    ),
    "tests/wardmote/backups/test_backing_up.py::test_backups_of_another_council_are_kept": (
        Guard(
            "only backups of this council are deleted",
            "wardmote/backups/backup.py",
            ".council == council\n    except",
            ".council != ''\n    except",
        ),
    ),
    "tests/wardmote/backups/test_backing_up.py::test_a_backup_follows_no_links": (
        Guard(
            "a backup follows no links",
            "wardmote/backups/backup.py",
            "            elif path.is_symlink():\n                say(",
            "            elif path.is_fifo():\n                say(",
        ),
    ),
    STOP + "test_a_stop_word_at_a_text_question_is_never_the_answer": (
        Guard(
            "a stop word stops wherever words are typed",
            "usecases/conversation/typed_words.py",
            "    if asks_to_stop(text):\n        return None if own_words",
            "    if False:\n        return None if own_words",
        ),
    ),
    STOP + "test_a_stop_word_under_a_photo_or_in_an_edited_message_stops_too": (
        Guard(
            "a stop word stops under a photo",
            "bot/handlers/other_messages.py",
            "    if asks_to_stop(words_of(update)):\n        await stop(update, context)\n"
            "        return\n    waits = await waiting_for",
            "    waits = await waiting_for",
        ),
        Guard(
            "a stop word stops in an edited message",
            "bot/handlers/edited_messages.py",
            "    if asks_to_stop(words_of(update)):\n        await stop(update, context)\n"
            "        return\n    message = update.edited_message\n",
            "    message = update.edited_message\n",
        ),
    ),
    NOT_TO_US + "test_forwarded_words_are_no_answer": (
        Guard(
            "forwarded words are not kept",
            "bot/handlers/forwarded_words.py",
            "    if waits.what is not Waiting.BROADCAST or not words_of(update):\n"
            "        raise NotOwnWords\n",
            "",
        ),
    ),
    NOT_TO_US + "test_what_a_bot_sends_gets_no_reply_and_does_nothing": (
        Guard(
            "what bots send gets no reply",
            "bot/application.py",
            "    by_people = ~_FromBot()\n",
            "    by_people = filters.ALL\n",
        ),
    ),
    NOT_LOST + "test_an_edited_message_changes_the_answer_it_gave": (
        Guard(
            "an edited message changes the answer it gave",
            "usecases/consultations/typed_answers.py",
            "    if not reading.stays:\n",
            "    if False:\n",
        ),
    ),
    NOT_LOST + "test_an_edit_that_changes_nothing_is_told_so": (
        Guard(
            "an edit that changes nothing is told so",
            "bot/handlers/edited_messages.py",
            "        context.reply(screen)\n",
            "        pass\n",
        ),
    ),
    RIGHTS + "test_with_a_new_role_people_of_the_old_wards_are_not_counted": (
        Guard(
            "a preview counts people of the author's own wards only",
            "usecases/broadcasts/compose.py",
            '    check_own_wards(data["wards"], member.own(data["wards"]))\n    shown = wording',
            "    shown = wording",
        ),
    ),
    WHY_DECLINED + "test_after_another_button_nothing_is_taken_for_the_reason": (
        Guard(
            "another button ends the wait for why a message was declined",
            "bot/handlers/buttons.py",
            "    if verb not in ANSWERS_WHY and not _is_why(context, verb):\n"
            "        await waits_no_longer_for_a_reason(context)\n",
            "",
        ),
    ),
    WHY_DECLINED + "test_after_a_command_nothing_is_taken_for_the_reason": (
        Guard(
            "a command ends the wait for why a message was declined",
            "bot/application.py",
            "        await waits_no_longer_for_a_reason(context)\n",
            "",
        ),
    ),
    WHY_DECLINED + "test_late_words_that_are_no_reason_stay_with_who_wrote_them": (
        Guard(
            "words that come late are no reason without a yes",
            "usecases/broadcasts/decline_reason.py",
            "    return asked is not None and world.now() - asked <= TAKEN_WITHIN\n",
            "    return asked is not None\n",
        ),
    ),
    "tests/wardmote/commands/test_dates_in_the_past.py"
    "::test_questions_that_closed_after_they_were_open_are_no_mistake": (
        Guard(
            "what closed after it was open is no mistake",
            "usecases/consultations/closed_by_file.py",
            "            if closed_from_the_start([*known, (consultation.closes_at, now)]):\n",
            "            if known or not known:\n",
        ),
    ),
    "tests/wardmote/commands/test_dates_in_the_past.py::test_a_reload_with_a_wrong_year_says_so": (
        Guard(
            "a reload names what its file closes",
            "wardmote/commands/content_reload.py",
            "    for slug in changes.closing:\n",
            "    for slug in ():\n",
        ),
    ),
    WAITS + "test_the_counts_in_a_workbook_wait_as_the_results_do": (
        Guard(
            "the sheet of counts says when they can be seen",
            "bot/views/workbook.py",
            "    if ready.held_until is not None or ready.results is None:\n",
            "    if ready.results is None:\n",
        ),
    ),
    REMEMBERED + "test_what_was_dropped_is_no_news_when_the_file_has_no_election_any_more": (
        Guard(
            "what was dropped in a hold stays out of the news",
            "usecases/broadcasts/before_election.py",
            "        return HeldCopy(dropped=True)\n",
            "        return HeldCopy()\n",
        ),
    ),
    REMEMBERED + "test_what_is_released_after_a_long_election_goes_out": (
        Guard(
            "what was released is useful from then on",
            "usecases/broadcasts/gate.py",
            "        fresh = [world.now()] if hold.undecided else released\n",
            "        fresh = [broadcast.approved_at]\n",
        ),
    ),
    HEARS + "test_there_is_one_message_a_day_for_all_that_is_new": (
        Guard(
            "one message a day says what waits because of an election",
            "engagement/broadcasts/election_hold.py",
            "    if not waits or last == today:\n",
            "    if not waits:\n",
        ),
    ),
    HEARS + "test_where_no_monitoring_officer_can_be_reached_officers_hear_of_it": (
        Guard(
            "officers hear of what nobody can decide about",
            "usecases/broadcasts/hold_notices.py",
            "    notices += [HoldNotice(p, left, on_duty=False) for p in _instead(staff)]\n",
            "",
        ),
    ),
    DUTIES + "test_a_duty_ends_with_its_date_with_the_role_and_when_it_is_ended": (
        Guard(
            "a duty ends with the role",
            "engagement/staff/duties.py",
            "    return holder.in_post and holder.ended_at is None",
            "    return holder.ended_at is None",
        ),
    ),
    WHAT_FOR + "test_an_old_yes_to_forget_is_asked_again": (
        Guard(
            "what cannot be undone needs its own question in front",
            "engagement/conversation/meant_for.py",
            "    return not costs or (not asks and (is_reply or (is_newest and lately)))\n",
            "    return True\n",
        ),
    ),
    WHAT_FOR + "test_words_below_news_are_a_complaint_only_after_a_yes": (
        Guard(
            "own words below anything newer are asked about",
            "engagement/conversation/meant_for.py",
            "    return Meant.WAITING if said.own else Meant.ASKED\n",
            "    return Meant.WAITING\n",
        ),
    ),
    WHAT_FOR + "test_words_under_a_newer_screen_are_never_stored_as_the_last_answer": (
        Guard(
            "own words below a newer screen are no answer without a yes",
            "usecases/consultations/typed_answers.py",
            "        doubted = overlaid or after_news\n",
            "        doubted = after_news\n",
        ),
    ),
    WHAT_FOR + "test_a_yes_below_something_newer_moves_nobody": (
        Guard(
            "news are the newest thing in the chat",
            "usecases/conversation/chat.py",
            "    if news is not None:\n        known.append",
            "    if news == 0:\n        known.append",
        ),
    ),
    "tests/reports/test_directions_on_a_card.py::"
    "test_an_english_promise_on_an_urdu_card_is_drawn_as_if_it_were_alone": (
        Guard(
            "a text of a card is read in its own direction",
            "reports/card.py",
            "            if to_the_left != right_to_left:\n",
            "            if to_the_left is None:\n",
        ),
    ),
    "tests/reports/test_directions_on_a_card.py::"
    "test_every_number_is_isolated_and_what_belongs_to_a_word_is_not": (
        Guard(
            "a number inside Urdu is isolated",
            "reports/reading_direction.py",
            "    return _NUMBER.sub(_isolated, text)\n",
            "    return text\n",
        ),
    ),
    f"{JOURNEYS}/people/test_followed_wards_of_other_years.py::"
    "test_ward_says_that_a_followed_wards_news_has_ended_and_offers_others": (
        Guard(
            "a followed ward that is no longer in force is named",
            "bot/views/wards.py",
            "    if shown.lapsed:\n",
            "    if shown.gone:\n",
        ),
    ),
    f"{JOURNEYS}/people/test_languages.py::"
    "test_an_open_question_comes_in_the_language_that_was_chosen": (
        Guard(
            "an open question is shown again in the language that was chosen",
            "bot/handlers/languages.py",
            "    if isinstance(value, LanguageSet):\n",
            "    if value is None:\n",
        ),
    ),
    f"{JOURNEYS}/conversation/test_labels_typed_under_broadcasts.py::"
    "test_an_invitation_is_accepted_in_a_reply": (
        Guard(
            "the buttons of the newest broadcast can be typed",
            "bot/handlers/news_buttons.py",
            "    if asked:\n",
            "    if not asked:\n",
        ),
    ),
    f"{JOURNEYS}/conversation/test_labels_typed_under_broadcasts.py::"
    "test_a_postcode_of_a_home_that_has_not_changed_needs_no_untrue_answer": (
        Guard(
            "a postcode below former boundaries doesn't ask whether a home has changed",
            "bot/views/wards.py",
            '    key = "home-question-old" if asked.old else "home-question"\n',
            '    key = "home-question"\n',
        ),
    ),
}
