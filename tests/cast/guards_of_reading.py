"""Guards of reading lists and submissions, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

THEMES = "tests/journeys/consultations/test_themes_are_changed.py::"
LIST = "tests/journeys/consultations/test_reading_list.py::"
ENTERED = "tests/journeys/consultations/test_submissions.py::"
KEPT = "tests/storage/consultations/test_reading_lists_kept.py::"
LISTING = "usecases/consultations/listing.py"
READING = "usecases/consultations/reading.py"

READING_LISTS: Mapping[str, tuple[Guard, ...]] = {
    f"{THEMES}test_a_theme_is_joined_with_one_from_the_list_or_not_after_all": (
        Guard(
            "joining is asked about again",
            "usecases/consultations/theme_changes.py",
            "    if not sure:\n        return ThemeSure(number, found, other)\n",
            "",
        ),
    ),
    f"{THEMES}test_a_tap_on_a_theme_that_is_gone_files_nothing": (
        Guard(
            "a theme that is gone files nothing",
            "usecases/consultations/reading_themes.py",
            "    if theme not in {one.id for one in themes}:\n",
            "    if False:\n",
        ),
    ),
    f"{THEMES}test_a_translation_taken_back_leaves_who_relied_on_it_with_a_text_to_read": (
        Guard(
            "who relied on a translation has not read the text when it is taken back",
            "usecases/consultations/translations.py",
            "        await theme_changes.forget_readings(tx, found.number, gone)\n",
            "        pass\n",
        ),
    ),
    f"{THEMES}test_a_translation_is_replaced_and_read_again": (
        Guard(
            "a button takes back only the translation it was under",
            "usecases/consultations/translations.py",
            "    made = next((one for one in every if tag_of(one) == tag), None)\n",
            "    made = next(iter(every), None)\n",
        ),
    ),
    LIST + "test_a_few_texts_wait_for_others_until_the_close": (
        Guard(
            "fewer than ten people's texts wait",
            "engagement/consultations/reading.py",
            "    return people >= (FEWEST_NEW if is_open else 1)\n",
            "    return people >= 1\n",
        ),
    ),
    KEPT + "test_what_was_written_before_a_night_appears_in_it": (
        Guard(
            "a text that is written in the night waits for the next",
            LISTING,
            "        before = night if is_open else None\n",
            "        before = now if is_open else None\n",
        ),
    ),
    KEPT + "test_more_texts_of_a_night_wait_for_the_next_though_they_are_old": (
        Guard(
            "texts appear once a night",
            LISTING,
            "        if await deployment.fact(tx, fact) == upto:\n            continue\n",
            "",
        ),
    ),
    LIST + "test_ten_peoples_texts_appear_in_the_night_and_not_before": (
        Guard(
            "while it is open texts appear at night",
            LISTING,
            "        if is_open and night is None:\n            continue\n",
            "",
        ),
    ),
    LIST + "test_each_reader_has_an_order_of_their_own_that_stays": (
        Guard(
            "the order is the reader's own",
            "engagement/consultations/reading.py",
            'f"{reader}/{consultation}"',
            'f"{consultation}"',
        ),
    ),
    LIST + "test_while_people_can_answer_no_number_and_no_ward_is_shown": (
        Guard(
            "no count and no ward of a text until the list is complete",
            READING,
            " or not await is_complete(tx, consultation)",
            "",
        ),
        Guard(
            "no totals until the list is complete",
            READING,
            "    if not await is_complete(tx, consultation):\n        return None\n    slug,",
            "    slug,",
        ),
    ),
    LIST + "test_after_the_close_the_same_words_are_counted_and_large_wards_named": (
        Guard(
            "a ward is named only where its number is shown",
            READING,
            "if w in named)",
            "if w)",
        ),
    ),
    LIST + "test_words_that_came_late_are_read_as_such": (
        Guard(
            "what came late leaves the list once it is in time",
            "storage/consultations/late_answers.py",
            "    await take_late_off(tx, consultation)\n",
            "",
        ),
        Guard(
            "what came late is read",
            "storage/consultations/new_texts.py",
            "    if before is None and len(found) < most:\n",
            "    if False:\n",
        ),
    ),
    LIST + "test_a_changed_text_leaves_the_list_and_comes_back_to_be_read_again": (
        Guard(
            "a changed text leaves the list",
            "storage/consultations/answers.py",
            "            await note_changed(tx, resident, consultation, question.key)\n",
            "            pass\n",
        ),
    ),
    LIST + "test_words_of_danger_are_not_on_the_list": (
        Guard(
            "words of danger are on no list",
            LISTING,
            "if not holds_danger(one.text)]",
            "]",
        ),
    ),
    LIST + "test_words_that_are_deleted_leave_the_list": (
        Guard(
            "deleted words leave the list",
            "storage/consultations/answers_retention.py",
            "    await take_words_off(tx, resident)\n",
            "",
        ),
    ),
    LIST + "test_a_deleted_comment_leaves_the_list": (
        Guard(
            "a deleted comment leaves the list",
            "storage/consultations/comments.py",
            "    await take_comment_off(tx, resident, comment)\n",
            "",
        ),
    ),
    LIST + "test_a_text_in_an_unknown_language_cannot_be_marked_as_read": (
        Guard(
            "a text needs a translation to be marked",
            READING,
            "    if shown.needs_translation:\n        raise TranslationNeeded\n",
            "",
        ),
    ),
    LIST + "test_a_button_of_a_text_that_was_changed_says_so": (
        Guard(
            "a text that has left the list is not read",
            READING,
            "    if not found.is_there:\n        raise TextGone\n",
            "",
        ),
    ),
    LIST + "test_a_theme_of_a_colleague_is_not_taken_away_by_the_same_tap": (
        Guard(
            "a button of a theme does what it says",
            "usecases/consultations/reading_themes.py",
            "    if under:\n",
            "    if theme not in await reading_marks.filed_under(tx, number):\n",
        ),
    ),
    LIST + "test_a_board_member_reads_nothing": (
        Guard(
            "a board member reads nothing",
            "engagement/staff/reading_rights.py",
            "    if member.role not in MAY_SEE_RESULTS:\n        return False\n",
            "    return True\n",
        ),
    ),
    ENTERED + "test_two_who_enter_the_same_letter_at_once_are_told": (
        Guard(
            "the same words are looked for again before they are kept",
            "usecases/consultations/submissions.py",
            '    if same is not None and data.get("same") != same.number:\n',
            "    if False:\n",
        ),
    ),
    ENTERED + "test_words_of_danger_in_a_letter_are_kept_back": (
        Guard(
            "words of danger of a letter are kept back",
            "usecases/consultations/reading_access.py",
            "    return not is_danger or await reads_danger(tx, world, member)\n",
            "    return True\n",
        ),
    ),
    KEPT + "test_the_same_words_of_somebody_else_stay": (
        Guard(
            "a text stays while somebody else is behind it",
            "storage/consultations/listed_texts.py",
            ", ~still.exists())",
            ")",
        ),
    ),
    KEPT + "test_what_is_left_of_a_submission_goes_after_six_years": (
        Guard(
            "what is left of submissions goes",
            "usecases/operations/retention.py",
            "    await submissions.drop_old_submissions(tx, now - READINGS_KEPT)\n",
            "",
        ),
    ),
    KEPT + "test_who_read_what_is_kept_for_six_years": (
        Guard(
            "marks go after six years",
            "usecases/operations/retention.py",
            "    await reading_marks.drop_old_marks(tx, now - READINGS_KEPT)\n",
            "",
        ),
    ),
}
