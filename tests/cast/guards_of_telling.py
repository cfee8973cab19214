"""Guards of what is told back to everybody, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

ECHO = "tests/journeys/insight/test_what_their_ward_said.py::"
MADE = "tests/storage/insight/test_an_echo_of_each_release.py::"
EVERYBODY = "tests/journeys/insight/test_results_for_everybody.py::"

TELLING: Mapping[str, tuple[Guard, ...]] = {
    MADE + "test_after_a_restore_nobody_hears_again": (
        Guard(
            "after a restore no echo goes out again",
            "usecases/release/register.py",
            '            await deployment.remember(tx, echo_fact(slug, number), "restored")\n',
            "",
        ),
    ),
    MADE + "test_one_is_made_of_a_release_and_goes_to_everybody_who_answered_on_their_own_phone": (
        Guard(
            "nobody on somebody else's phone gets an echo",
            "storage/broadcasts/echoes.py",
            "        OWN_PHONE,\n",
            "",
        ),
    ),
    MADE + "test_who_only_began_gets_none": (
        Guard(
            "who only began gets no echo",
            "storage/broadcasts/echoes.py",
            "        responses.c.state != ResponseState.STARTED,\n",
            "",
        ),
    ),
    ECHO + "test_after_a_reopening_only_those_who_came_since_get_one": (
        Guard(
            "nobody gets a second echo",
            "storage/broadcasts/echoes.py",
            "        contacts.c.id.not_in(had_one),\n",
            "",
        ),
    ),
    MADE + "test_without_an_officer_in_whose_name_it_goes_it_waits": (
        Guard(
            "one echo is made of a release",
            "usecases/broadcasts/echo.py",
            "        if latest is None or register.echo_fact(asked.slug, latest) in made:\n",
            "        if latest is None:\n",
        ),
    ),
    ECHO + "test_while_it_is_open_again_an_echo_that_waits_does_not_leave": (
        Guard(
            "an echo waits while its questions are open again",
            "usecases/broadcasts/gate.py",
            "        if found.id in self.echoes:\n            return None\n",
            "        if found.id:\n            return None\n",
        ),
    ),
    ECHO + "test_it_waits_for_an_election_in_any_ward_of_the_questions_and_nobody_decides": (
        Guard(
            "an echo waits for an election in every ward of its questions",
            "usecases/broadcasts/before_election.py",
            "        return HeldCopy(until=_results_wait(world, {home, *found.wards}))\n",
            "        return HeldCopy(until=_results_wait(world, {home}))\n",
        ),
    ),
    ECHO + "test_it_goes_to_the_ward_they_answered_in": (
        Guard(
            "an echo is of the ward they answered in",
            "storage/broadcasts/audiences.py",
            "        people = select(contacts.c.id, responses.c.ward).join(responses, where)\n",
            "        people = select(contacts.c.id, contacts.c.ward).join(responses, where)\n",
        ),
    ),
    MADE + "test_what_was_promised_by_a_day_before_echoes_began_has_none": (
        Guard(
            "nobody hears years later",
            "usecases/broadcasts/echo.py",
            "        if asked.hear_by < since:\n            continue\n",
            "",
        ),
    ),
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
            "    ward = lived_in.get(found.slug, home)\n",
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
