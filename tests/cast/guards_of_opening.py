"""Guards against consultations that open, or go on, when nobody has said that they may."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

CARE = "tests/journeys/consultations/test_opening_with_care.py::"
STEERING = "tests/journeys/consultations/test_steering_what_is_open.py::"
FILES = "tests/journeys/consultations/test_files_that_are_approved.py::"
CAME = "tests/journeys/consultations/test_what_came_of_an_asking.py::"
RULES = "tests/engagement/consultations/test_steering_and_opening.py::"

OPENING: Mapping[str, tuple[Guard, ...]] = {
    CARE + "test_nothing_opens_by_its_date_alone": (
        Guard(
            "a consultation opens only once it is approved",
            "engagement/consultations/lifecycle.py",
            "    if steering is not None and steering.opened_at is None:\n"
            "        return Phase.CHECKED\n",
            "",
        ),
    ),
    CARE + "test_a_place_is_not_asked_for_before_the_boundaries_are_loaded": (
        Guard(
            "a place is asked for only where the wards have boundaries",
            "engagement/consultations/opening.py",
            "    if asks and not known:\n",
            "    if asks and known is None:\n",
        ),
    ),
    CARE + "test_an_edit_voids_the_approval": (
        Guard(
            "an edit before the opening voids the approval",
            "usecases/world.py",
            "            await steps.add(tx, slug, SteeringAct.VOIDED, at=now, reason=EDITED)\n",
            "            pass\n",
        ),
    ),
    FILES + "test_what_left_the_files_and_comes_back_has_to_be_approved_again": (
        Guard(
            "what leaves the files before it opens loses its approval",
            "usecases/world.py",
            "            await steps.add(tx, slug, SteeringAct.VOIDED, at=now, reason=LEFT)\n",
            "            pass\n",
        ),
    ),
    CAME + "test_what_one_takes_back_oneself_is_no_news": (
        Guard(
            "who takes an opening back gets no message about it",
            "usecases/consultations/opening_notices.py",
            "        if concerned == decided.staff_id:\n            concerned = None\n",
            "",
        ),
    ),
    CAME + "test_without_a_reason_a_no_that_was_overtaken_is_no_news": (
        Guard(
            "a decision that another has overtaken is no news",
            "usecases/consultations/opening_notices.py",
            "    if found.is_over and not found.why:\n        return None\n",
            "",
        ),
    ),
    CARE + "test_it_does_not_open_while_an_election_is_near": (
        Guard(
            "nothing opens in a hold before an election",
            "usecases/consultations/opening.py",
            "        raise OpensInElection(day=day + timedelta(days=1))\n",
            "        return\n",
        ),
    ),
    CARE + "test_who_asked_is_not_asked_to_approve_it": (
        Guard(
            "somebody else than the one who asked approves",
            "usecases/consultations/opening.py",
            " and (member is None or m.id != member.id)\n",
            "\n",
        ),
    ),
    STEERING + "test_what_says_nothing_is_no_reason_and_it_is_asked_again": (
        Guard(
            "thanks and the like are no reason for what staff decide",
            "usecases/consultations/manage_words.py",
            '    return "" if is_no_reason(said) else said\n',
            "    return said\n",
        ),
    ),
    STEERING + "test_an_old_button_answers_nothing": (
        Guard(
            "a pause takes no answers",
            "engagement/consultations/eligibility.py",
            "            raise paused(consultation, now)\n",
            "            return\n",
        ),
    ),
    STEERING + "test_what_is_withdrawn_says_why_and_has_no_results": (
        Guard(
            "what is withdrawn has no results",
            "engagement/consultations/lifecycle.py",
            "        return Phase.WITHDRAWN\n",
            "        return Phase.CLOSED\n",
        ),
    ),
    STEERING + "test_what_cannot_be_undone_needs_a_yes_of_its_own": (
        Guard(
            "closing now and withdrawing need a yes of their own",
            "usecases/consultations/manage_choices.py",
            "    if cannot_be_undone(found, choice, world.now()):\n",
            "    if choice is None:\n",
        ),
        Guard(
            'an "OK" is no yes to what cannot be undone',
            "bot/handlers/newest_yes_or_no.py",
            "    if decides and not plain_yes_or_no(text, context.person.language):\n"
            "        return None\n",
            "",
        ),
    ),
    STEERING + "test_a_yes_is_for_the_reason_that_was_shown_with_it": (
        Guard(
            "a yes is for the reason shown with it",
            "usecases/consultations/manage_choices.py",
            "    if not reason or key != key_of(found, choice, reason):\n",
            "    if not reason:\n",
        ),
    ),
    STEERING + "test_what_cannot_be_done_is_said_in_one_sentence_and_changes_nothing": (
        Guard(
            "words before the colon are no reason",
            "usecases/consultations/manage_words.py",
            "    if choice is None or (at and choice not in DAYS):\n",
            "    if choice is None:\n",
        ),
    ),
    STEERING + "test_a_close_on_or_after_the_day_of_decision_is_refused": (
        Guard(
            "it closes before the day of the decision",
            "usecases/consultations/steer.py",
            "    if due is not None and due <= (",
            "    if due is not None and due < (",
        ),
    ),
    STEERING + "test_what_is_counted_does_not_open_again": (
        Guard(
            "what is counted does not open again",
            "usecases/consultations/steer.py",
            "            raise AlreadyCounted(title=found.title)\n",
            "            pass\n",
        ),
    ),
    STEERING + "test_an_invitation_waits_for_the_end_of_a_pause": (
        Guard(
            "an invitation waits for the end of a pause",
            "engagement/broadcasts/gate.py",
            "        return Wait(waiting.paused_until, Reason.PAUSED)\n",
            "        return None\n",
        ),
    ),
    RULES + "test_a_time_without_an_hour_or_that_does_not_exist_is_refused": (
        Guard(
            "a time that the clocks leap over is refused",
            "engagement/consultations/opening.py",
            "    return there.astimezone(UTC) if exists(wall, zone) else None\n",
            "    return there.astimezone(UTC)\n",
        ),
    ),
    STEERING + "test_nothing_is_released_while_a_decision_is_on_its_way_to_the_bot": (
        Guard(
            "nothing is released while a decision is on its way",
            "usecases/release/register.py",
            "        if await is_behind(tx, world) or not await",
            "        if not await",
        ),
    ),
    "tests/journeys/broadcasts/test_copies_say_the_day_in_force.py"
    "::test_a_copy_that_leaves_after_an_extension_says_the_later_close": (
        Guard(
            "copies are rendered again when staff have decided something",
            "bot/sending/rendered_messages.py",
            " or self._loaded is not world.loaded\n",
            "\n",
        ),
    ),
}
