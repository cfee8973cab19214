"""Guards of the questions about oneself, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

ASKED = "tests/journeys/people/test_equality_questions.py::"
SHOWN = "tests/journeys/insight/test_who_answered.py::"
RULES = "tests/engagement/consultations/test_equality_rules.py::"
NUMBERS = "tests/engagement/insight/test_equality_numbers.py::"
ROWS = "tests/storage/consultations/test_equality_rows.py::"
ACTS = "usecases/consultations/equality.py"

EQUALITY: Mapping[str, tuple[Guard, ...]] = {
    RULES + "test_people_are_asked_where_the_council_says_so_and_never_in_one_ward_alone": (
        Guard(
            "nobody is asked with questions for one ward",
            "engagement/consultations/equality.py",
            " and len({*asked_in}) >= FEWEST_WARDS\n",
            "\n",
        ),
    ),
    RULES + "test_whoever_prefers_not_to_say_is_in_no_count": (
        Guard(
            "who prefers not to say is in no count",
            "engagement/consultations/equality.py",
            " if answer != NOT_SAID}\n",
            "}\n",
        ),
    ),
    NUMBERS + "test_fewer_than_50_who_answered_have_no_number": (
        Guard(
            "nothing is shown of fewer than 50 people",
            "engagement/insight/equality_numbers.py",
            "max(FEWEST_ANSWERED, thresholds.percentage_base)",
            "thresholds.smallest_cell",
        ),
    ),
    NUMBERS + "test_nearly_all_of_one_ward_would_be_a_table_of_it": (
        Guard(
            "nothing is shown where nearly all are of one ward",
            "engagement/insight/equality_numbers.py",
            "    return len(people) - largest >= thresholds.smallest_cell\n",
            "    return largest > 0\n",
        ),
    ),
    NUMBERS + "test_how_few_said_nothing_of_themselves_is_never_told": (
        Guard(
            "next to all who took part nothing tells how few said nothing",
            "engagement/insight/equality_numbers.py",
            "told([counted], whole.people, limits)",
            "told([counted], whole.people + whole.people, limits)",
        ),
    ),
    ASKED + "test_by_what_is_made_up_for_a_story_nobody_else_is_asked": (
        Guard(
            "what is made up for a story asks nobody else",
            ACTS,
            "ground.made_up and not world.story",
            "False",
        ),
    ),
    ASKED + "test_who_is_under_16_is_asked_nothing_and_nothing_is_kept": (
        Guard(
            "who is under 16 is asked nothing",
            ACTS,
            "    if not old_enough:\n        return EqualityTooYoung()\n",
            "",
        ),
    ),
    ASKED + "test_they_are_offered_below_the_first_receipt_and_never_again": (
        Guard(
            "they are offered once",
            ACTS,
            "    if contact.equality_offered and not _has_again(person, response, world.now()):\n",
            "    if False:\n",
        ),
    ),
    ASKED + "test_quick_taps_on_the_last_answer_keep_the_offer": (
        Guard(
            "a double tap on the last answer keeps the offer",
            ACTS,
            "    if contact.equality_offered and not _has_again(person, response, world.now()):\n",
            "    if contact.equality_offered:\n",
        ),
    ),
    ASKED + "test_who_goes_on_after_a_short_form_has_the_offer_once_more": (
        Guard(
            "who goes on after a short form has the offer once more",
            ACTS,
            "    return equality_undecided.has_offer_again(person, response, now)\n",
            "    return False\n",
        ),
    ),
    ASKED + "test_who_has_decided_below_a_short_form_is_not_asked_again": (
        Guard(
            "who has said no below a short form is not asked again",
            ACTS,
            "    await equality_undecided.decide(tx, person)\n\n\nasync def show",
            "    return\n\n\nasync def show",
        ),
    ),
    ASKED + "test_after_an_edit_of_an_answer_the_question_is_asked_again": (
        Guard(
            "a question about oneself is asked again below the receipt of an edit",
            "bot/handlers/edited_messages.py",
            "        await show_on(context, changed)\n        await is_asked_again(context)\n",
            "        await show_on(context, changed)\n",
        ),
    ),
    NUMBERS + "test_special_category_data_has_a_floor_of_10_whatever_the_council_says": (
        Guard(
            "special category data has a floor of its own",
            "engagement/insight/equality_numbers.py",
            "    return max(usual, SMALLEST_SENSITIVE) if question in SENSITIVE else usual\n",
            "    return usual\n",
        ),
    ),
    ASKED + "test_a_receipt_asks_one_thing_at_a_time": (
        Guard(
            "a receipt asks one thing at a time",
            "usecases/consultations/asked_at_the_end.py",
            "        return replace(shown, asks_weekly=True)\n",
            "        shown = replace(shown, asks_weekly=True)\n",
        ),
    ),
    ASKED + "test_nobody_is_offered_them_who_is_leaving": (
        Guard(
            "who is leaving is offered nothing",
            ACTS,
            "    if person.is_leaving or person.guest is not None:\n",
            "    if person.guest is not None:\n",
        ),
    ),
    ASKED + "test_someone_else_on_the_phone_is_not_offered_them": (
        Guard(
            "someone else on the phone is offered nothing about themselves",
            ACTS,
            "    if person.is_leaving or person.guest is not None:\n",
            "    if person.is_leaving:\n",
        ),
    ),
    ASKED + "test_what_is_no_answer_is_kept_nowhere_and_offered_as_nothing": (
        Guard(
            "words that are no answer there are offered as nothing else",
            "bot/handlers/typed_words.py",
            "        or await answers_equality(update, context, text)\n",
            "",
        ),
    ),
    ASKED + "test_a_condition_taken_back_takes_what_hung_on_it": (
        Guard(
            "what hung on a condition goes with it",
            ACTS,
            "    if gone := left_behind(question, answer):\n",
            "    if (gone := left_behind(question, answer)) and not answer:\n",
        ),
    ),
    ROWS + "test_stopping_deletes_all_of_it_and_notes_that_for_a_restore": (
        Guard(
            "a restore is told what was deleted",
            ACTS,
            "        world.outlast(EqualityStopped(person.contact.id))\n",
            "",
        ),
    ),
    ROWS + "test_a_restored_backup_brings_nothing_back_that_was_stopped": (
        Guard(
            "what was deleted is deleted again after a restore",
            "usecases/people/after_restore.py",
            "        number += await equality_answers.drop_of(tx, contact.resident_id)\n",
            "",
        ),
    ),
    ROWS + "test_what_was_said_again_later_stays_at_every_start": (
        Guard(
            "what the database knows itself is not deleted at each start",
            "usecases/people/after_restore.py",
            "        if 0 < known.equality[contact_id].at < known_until:\n            continue\n",
            "",
        ),
    ),
    ROWS + "test_forgetting_takes_it_along_whether_the_answers_stay_or_not": (
        Guard(
            "being forgotten deletes what somebody said of themselves",
            "usecases/people/leave.py",
            "        await equality_answers.drop_of(tx, contact.resident_id)\n",
            "",
        ),
    ),
    ROWS + "test_it_goes_six_months_after_the_close": (
        Guard(
            "it goes six months after the close",
            "usecases/operations/retention.py",
            "        is_old = closed + EQUALITY_KEPT < now\n",
            "        is_old = False\n",
        ),
    ),
    ROWS + "test_of_what_was_withdrawn_it_goes_at_once_and_no_more_is_taken": (
        Guard(
            "nothing is taken that will never be counted",
            ACTS,
            "    if phase(consultation, world.now()) is Phase.WITHDRAWN:\n        return False\n",
            "",
        ),
    ),
    ROWS + "test_it_is_released_with_the_results_and_never_again": (
        Guard(
            "nothing is added once the results are released",
            ACTS,
            "    if not await _takes_more(tx, world, consultation):\n"
            "        raise EqualityOver\n    return consultation\n",
            "    return consultation\n",
        ),
    ),
    SHOWN + "test_only_officers_for_all_wards_see_it": (
        Guard(
            "only officers see who answered",
            "usecases/insight/results.py",
            "    found = await show(tx, world, person, code)\n",
            "    which = world.consultation_coded(code).consultation\n"
            "    found = await results_for(tx, world, which)\n",
        ),
    ),
    ASKED + "test_below_the_notice_of_a_lost_voice_note_the_question_is_asked_again": (
        Guard(
            "a notice of a lost voice note asks a question about oneself again",
            "usecases/conversation/about_oneself.py",
            "    asked = await now_open(tx, world, notice.person)\n",
            "    asked = None\n",
        ),
    ),
    ASKED + "test_after_an_outage_the_question_is_asked_again": (
        Guard(
            "after an outage a question about oneself is asked again, and no older one",
            "usecases/conversation/current_screen.py",
            "    if (oneself := await about_oneself.now_open(tx, world, person)) is not None:\n",
            "    if (oneself := None) is not None:\n",
        ),
    ),
}
