"""Guards of what is told back to everybody, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

EVERYBODY = "tests/journeys/insight/test_results_for_everybody.py::"

TELLING: Mapping[str, tuple[Guard, ...]] = {
    EVERYBODY + "test_a_list_that_was_open_before_the_election_shows_nothing_either": (
        Guard(
            "results of a ward wait for an election",
            "usecases/insight/results_of_ward.py",
            "        check_may_show(world, found.wards or world.library.wards)\n",
            "        pass\n",
        ),
    ),
    EVERYBODY + "test_questions_that_were_withdrawn_have_no_results": (
        Guard(
            "what was withdrawn is read as having no results",
            "usecases/insight/results_of_ward.py",
            "        case Phase.WITHDRAWN:\n",
            "        case Phase.UPCOMING:\n",
        ),
    ),
    EVERYBODY + "test_a_board_member_reads_nothing_before_the_release": (
        Guard(
            "how many have answered is for officers of every ward",
            "usecases/insight/results_of_ward.py",
            "    return staff is not None and staff.role in MAY_SEE_RESULTS and staff.every_ward\n",
            "    return staff is not None\n",
        ),
    ),
    EVERYBODY + "test_who_has_answered_reads_the_ward_they_answered_in": (
        Guard(
            "the ward is the one they answered in",
            "usecases/insight/results_of_ward.py",
            "    ward = given.ward if given is not None and took_part else home\n",
            "    ward = home\n",
        ),
    ),
    EVERYBODY + "test_results_as_a_word_in_an_answer_stay_an_answer": (
        Guard(
            "results, typed as an answer in own words, is an answer",
            "usecases/conversation/typed_words.py",
            "    if waits.question is not None and waits.question.kind is QuestionKind.TEXT:\n"
            "        return False\n",
            "",
        ),
    ),
}
