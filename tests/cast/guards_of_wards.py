"""Guards of the results by ward, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

TABLES = "engagement/insight/ward_tables.py"
SHOWN = "tests/engagement/insight/test_results_by_ward.py::"
ATTACKED = "tests/engagement/insight/test_wards_tell_nothing.py::"
COUNTED = "tests/storage/insight/test_counts_by_ward.py::"
RELEASED = "tests/storage/insight/test_wards_are_released_once.py::"

WARDS: Mapping[str, tuple[Guard, ...]] = {
    ATTACKED + "test_the_attacker_finds_what_a_weaker_rule_gives_away": (
        Guard(
            "rows that would tell of a few are hidden",
            TABLES,
            " and not bound.weak_rows(rows)\n",
            "\n",
        ),
    ),
    SHOWN + "test_with_one_hidden_row_another_is_hidden_too": (
        Guard("a ward without numbers is never the only one", TABLES, "without != 1 and ", ""),
    ),
    SHOWN + "test_no_ward_has_results_where_they_would_tell_how_many_are_in_small_wards": (
        Guard(
            "the rows of other wards leave open how many are in small ones",
            TABLES,
            "or (None if is_open else NotByWard.FEW)",
            "",
        ),
    ),
    SHOWN + "test_answers_that_few_gave_are_shown_together_and_below_fifty_people_in_words": (
        Guard(
            "answers that few in a ward gave are shown together",
            "engagement/insight/ward_rows.py",
            "    together = [n for n, count in enumerate(groups) if count < cell]\n",
            "    together: list[int] = []\n",
        ),
    ),
    SHOWN + "test_next_to_a_word_not_even_the_register_has_a_number": (
        Guard(
            "next to a word there is no number in the register",
            "engagement/insight/ward_rows.py",
            "        shown.append(replace(option, about=option.look[0]))\n",
            "        shown.append(option)\n",
        ),
    ),
    COUNTED + "test_each_person_is_counted_once_in_their_ward": (
        Guard(
            "who answered on somebody else's phone is in no ward's numbers",
            "storage/insight/ward_counts.py",
            "_by_option((*of, theirs), sign=-1)",
            "_by_option((*of, theirs), sign=0)",
        ),
    ),
    RELEASED + "test_results_by_ward_stay_those_of_the_first_release": (
        Guard(
            "a later close has the results by ward of the first",
            "usecases/release/register.py",
            "        wards, since = first.by_ward, first.by_ward_since\n",
            "        inside = await counting.count_in_wards(tx, consultation)\n"
            "        wards = ward_tables(exact, made.published, inside, world.thresholds)\n"
            "        since = first.by_ward_since\n",
        ),
    ),
}
