"""Guards of releasing results and of working exports, each with the test that notices when it is
gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

RELEASED = "tests/journeys/insight/test_released_once.py::"

FILES = "tests/journeys/insight/test_files_are_approved.py::"
AGAIN = "tests/journeys/insight/test_counted_again.py::"
SECOND = "tests/engagement/insight/test_second_table.py::"
NOTHING = "tests/journeys/insight/test_nothing_before_the_release.py::"

RELEASE: Mapping[str, tuple[Guard, ...]] = {
    AGAIN + "test_many_changed_answers_are_counted_again": (
        Guard(
            "people who change their answers count as those who come",
            "usecases/release/register.py",
            "    return changed >= world.thresholds.smallest_cell\n",
            "    return False\n",
        ),
    ),
    SECOND + "test_two_tables_tell_nothing_more_of_a_small_ward_of_two": (
        Guard(
            "a second total leaves room for what small wards may have been at the first close",
            "engagement/insight/ward_numbers.py",
            "        enough = max(enough, reach)\n",
            "",
        ),
    ),
    SECOND + "test_wards_that_were_shown_together_stay_so": (
        Guard(
            "wards that were shown together stay so",
            "engagement/insight/second_table.py",
            "    return ToldBefore(rows, together, Between(0, most), stay)\n",
            "    return ToldBefore(rows, together, Between(0, most))\n",
        ),
    ),
    SECOND + "test_one_more_person_in_a_small_ward_never_decides_whether_there_is_a_second_table": (
        Guard(
            "whether there is a second table is decided by what is shown",
            "engagement/insight/ward_numbers.py",
            "            return Between(0, cell - 1)\n",
            "            return Between(self.counts[place], self.counts[place])\n",
        ),
    ),
    SECOND + "test_a_question_whose_new_numbers_may_tell_of_an_option_keeps_its_former_ones": (
        Guard(
            "a question keeps its former numbers where new ones may tell of an option",
            "engagement/insight/second_table.py",
            "not tell_too_much(keys, (then, before.limits), (now, Limits.of(thresholds)))",
            "bool(keys)",
        ),
    ),
    SECOND + "test_choices_that_were_hidden_keep_their_former_numbers": (
        Guard(
            "new numbers don't tell how many chose a hidden option before",
            "engagement/insight/second_table.py",
            " and all(option.about is not None for option in then.options)\n",
            "\n",
        ),
    ),
    NOTHING + "test_nobody_sees_anything_of_an_answer_before_the_release": (
        Guard(
            "nothing is released before counting is complete",
            "usecases/release/register.py",
            "is_behind(tx, world) or not await all_in.is_all_in(tx, world, consultation):\n",
            "is_behind(tx, world):\n",
        ),
    ),
    FILES + "test_no_button_gives_a_file_that_nobody_has_approved": (
        Guard(
            "a file needs a second person's approval",
            "usecases/insight/export.py",
            "    if given is None:\n        return await ask_format(tx, world, person, code)\n",
            '    if given is None:\n        given = export_approval.Allowed(0, "-", world.now())\n',
        ),
    ),
    FILES + "test_an_approval_is_for_the_one_who_asked": (
        Guard(
            "an approval is for the one who asked",
            "storage/insight/export_requests.py",
            "            columns.author == author,\n",
            "",
        ),
    ),
    FILES + "test_a_yes_lapses_after_seven_days": (
        Guard(
            "a yes to a file lapses",
            "usecases/insight/export_approval.py",
            "    if world.now() >= until or given is not Verdict.YES:\n",
            "    if given is not Verdict.YES:\n",
        ),
    ),
    FILES + "test_a_yes_is_void_when_the_questions_were_open_again": (
        Guard(
            "a yes is about one release",
            "usecases/insight/export_approval.py",
            "    return None if is_earlier else found\n",
            "    return found\n",
        ),
    ),
    FILES + "test_a_request_of_somebody_removed_is_not_approved": (
        Guard(
            "nobody approves a file for somebody who has left",
            "usecases/insight/export_approval.py",
            "        if await _author(tx, found) is None:\n            raise AuthorHasLeft\n",
            "",
        ),
    ),
    RELEASED + "test_a_start_after_a_restore_has_what_was_released": (
        Guard(
            "a start puts back what a restore has lost of the register",
            "wardmote/service/wiring.py",
            "        await register.put_back(tx, listed.others)\n",
            "",
        ),
    ),
    "tests/storage/insight/test_register_rows.py"
    "::test_a_list_left_from_a_trial_releases_nothing_in_a_new_database": (
        Guard(
            "what another database has released is not put back",
            "usecases/release/register.py",
            "        is_ours = since is not None and since <= made.released_at\n",
            "        is_ours = True\n",
        ),
    ),
    "tests/rights/test_who_may_do_what.py"
    "::test_everybody_may_do_what_the_table_says_and_nothing_else": (
        Guard(
            "only who declined it says why, or that they give no reason",
            "usecases/broadcasts/declined.py",
            "    if found.staff_id != member.id:\n        raise OldButton\n",
            "",
        ),
    ),
    RELEASED + "test_results_are_released_at_a_tick_though_nobody_looks": (
        Guard(
            "results are released at a tick",
            "wardmote/service/lifecycle.py",
            '                await self._done("release", self._release),\n',
            "",
        ),
    ),
    RELEASED + "test_what_is_released_stays_when_everybody_is_gone": (
        Guard(
            "what is released is never counted again",
            "usecases/release/register.py",
            " not _is_of_last_close(last, consultation, world):\n",
            " last.number < 99:\n",
        ),
    ),
    RELEASED + "test_other_words_and_boundaries_change_nothing_that_is_released": (
        Guard(
            "the questions are shown as they were answered",
            "usecases/release/register.py",
            "    released = Released(answered or consultation, table,",
            "    released = Released(consultation or answered, table,",
        ),
    ),
    RELEASED + "test_what_was_shown_before_the_upgrade_is_what_is_released": (
        Guard(
            "what was shown before there was a register is released",
            "usecases/release/register.py",
            "await _shown_before(tx, consultation)) is not None:\n",
            'await releases.latest(tx, "-")) is not None:\n',
        ),
    ),
    RELEASED + "test_a_release_by_a_clock_that_was_ahead_is_shown_to_nobody": (
        Guard(
            "a release from the future is none",
            "engagement/consultations/lifecycle.py",
            " <= now + CLOCKS_DIFFER_BY\n",
            "\n",
        ),
    ),
    RELEASED + "test_a_clock_that_leapt_releases_nothing_by_itself": (
        Guard(
            "a clock that is probably wrong releases nothing",
            "usecases/operations/release_results.py",
            "    if await is_clock_wrong(tx, world.now(), clock_off):\n        return []\n",
            "",
        ),
    ),
    "tests/storage/insight/test_register_rows.py"
    "::test_an_entry_that_is_there_is_never_written_over": (
        Guard(
            "an entry of the register is written once",
            "storage/insight/releases.py",
            'upsert(tx, releases, key=("consultation", "number"))',
            'upsert(tx, releases, key=("consultation", "number"), change=("body", "people"))',
        ),
    ),
    "tests/storage/insight/test_register_rows.py"
    "::test_what_a_restore_has_lost_is_put_back_from_the_list": (
        Guard(
            "a release is noted for a restore",
            "usecases/release/register.py",
            "    world.outlast(ResultsReleased(written.consultation, written.number, entry))\n",
            "",
        ),
    ),
}
