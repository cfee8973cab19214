"""Guards of places and of short forms: what is stored, and what is shown, each with the test that
notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

SQUARES = "tests/engagement/insight/test_squares_tell_nothing.py::"
ASKED = "tests/journeys/consultations/test_places_as_answers.py::"
SHOWN = "tests/journeys/insight/test_places_in_the_results.py::"
ON_A_MAP = "tests/journeys/insight/test_places_on_a_map.py::"

PLACES: Mapping[str, tuple[Guard, ...]] = {
    "tests/journeys/consultations/test_places_in_one_breath.py::"
    "test_a_place_that_came_with_what_led_to_its_question_is_never_stored_as_typed": (
        Guard(
            "a place that came with what led to its question is not stored as typed",
            "usecases/conversation/receive.py",
            "    return in_batch or await lanes.is_waited_in(tx, lane)\n",
            "    return False\n",
        ),
    ),
    SQUARES + "test_no_square_and_no_rest_of_a_ward_can_be_worked_out": (
        Guard(
            "no square is joined with a small number",
            "engagement/insight/place_numbers.py",
            "        small = next((s for s in shown if not options or s.key in taken), None)\n",
            "        small = None\n",
        ),
    ),
    SQUARES + "test_two_maps_tell_nothing_more_of_a_small_square_or_rest": (
        Guard(
            "a square without a number has none after a reopening",
            "engagement/insight/second_table.py",
            "places=staying_as(question.places, then.options))",
            "places=question.places)",
        ),
    ),
    ASKED + "test_the_inbox_never_holds_more_of_it": (
        Guard(
            "what is typed at a question for a place is cleaned before it is stored",
            "usecases/conversation/receive.py",
            "            places=place,\n",
            "",
        ),
    ),
    ASKED + "test_a_live_location_is_not_kept_and_what_to_do_is_said": (
        Guard(
            "a live location is no answer",
            "bot/handlers/shared_location.py",
            "        if moves:\n            raise MovingPlace\n",
            "",
        ),
    ),
    ASKED + "test_a_place_outside_the_council_is_not_taken_and_nothing_is_lost": (
        Guard(
            "a place is in the council",
            "usecases/consultations/places.py",
            "    value = inside(world, written(latitude, longitude))\n",
            "    value = written(latitude, longitude)\n",
        ),
    ),
    ASKED + "test_a_place_after_anything_else_is_not_taken_for_the_answer": (
        Guard(
            "a second place is taken only right under the first",
            "bot/handlers/second_place.py",
            "given if given is not None and below_question(context, given[0]) is None else None",
            "given",
        ),
    ),
    ASKED + "test_a_second_pin_takes_the_place_of_the_first": (
        Guard(
            "a second pin puts the first right",
            "bot/handlers/shared_location.py",
            "    given = await place_just_given(context)\n",
            "    given = None\n",
        ),
    ),
    ON_A_MAP + "test_a_question_that_asks_for_no_place_has_no_map": (
        Guard(
            "only a question for a place has a map",
            "usecases/insight/results.py",
            "        raise OldButton\n    question = asked.consultation.questions[number]\n",
            "        pass\n    question = asked.consultation.questions[number]\n",
        ),
    ),
    ON_A_MAP + "test_before_an_election_no_picture_is_made": (
        Guard(
            "a map waits for an election as other results do",
            "usecases/insight/results.py",
            "    asked = await show(tx, world, person, code)\n",
            "    which = world.consultation_coded(code).consultation\n"
            "    asked = await results_for(tx, world, which)\n",
        ),
    ),
    ON_A_MAP + "test_next_to_a_word_for_a_share_there_is_no_number": (
        Guard(
            "a square with a word for its share has no number on a map",
            "bot/views/map_of_places.py",
            '    if share is not None:\n        return say.plain(f"share-{share.value}")\n'
            "    if about is not None:\n",
            "    about = option.about\n    if about is not None:\n",
        ),
    ),
    SHOWN + "test_places_go_when_somebody_is_forgotten_and_count_no_more": (
        Guard(
            "places are deleted on /forget",
            "usecases/people/leave.py",
            "            await answers_retention.empty_places("
            "tx, contact.resident_id, await place_questions(tx))\n",
            "            pass\n",
        ),
    ),
    "tests/engagement/insight/test_forms_tell_nothing.py::"
    "test_no_small_number_of_people_is_pinned_down": (
        Guard(
            "how many chose more than a short form is told only where many did",
            "engagement/insight/branch_numbers.py",
            "    if told.least >= lowest:\n",
            "    if told.least:\n",
        ),
        Guard(
            "how many chose more than a short form is told only where many did not",
            "engagement/insight/branch_numbers.py",
            "    if asked is None or people.least - asked < cell:\n",
            "    if asked is None:\n",
        ),
    ),
    SHOWN + "test_a_branch_of_a_place_and_another_answer_is_not_fewer_than_it_was": (
        Guard(
            "a square is a place to a branch",
            "engagement/insight/branch_numbers.py",
            '("",) if parent.kind is QuestionKind.PLACE else option.keys\n',
            "option.keys\n",
        ),
    ),
    SHOWN + "test_places_are_deleted_a_year_after_the_decision": (
        Guard(
            "places are deleted with people's own words",
            "usecases/operations/retention.py",
            "            own = (QuestionKind.TEXT, QuestionKind.PLACE)\n",
            "            own = (QuestionKind.TEXT,)\n",
        ),
    ),
}
