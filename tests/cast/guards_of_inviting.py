"""Guards of who is invited to a consultation, and how often."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

DAY = "tests/journeys/broadcasts/test_the_day_an_invitation_names.py::"
INVITING = "tests/journeys/broadcasts/test_inviting_and_reminding.py::"

INVITATIONS: Mapping[str, tuple[Guard, ...]] = {
    f"{INVITING}test_nobody_gets_a_third_invitation": (
        Guard(
            "nobody is invited a third time",
            "storage/broadcasts/audiences.py",
            "        there &= contacts.c.id.not_in(invited_often(audience.not_answered))\n",
            "",
        ),
    ),
    f"{INVITING}test_who_answers_while_it_waits_for_the_morning_is_not_reminded": (
        Guard(
            "who has answered since is not invited",
            "engagement/broadcasts/gate.py",
            "    if waiting.answered:\n",
            "    if False:\n",
        ),
    ),
    f"{DAY}test_the_second_person_approves_the_day_that_people_read": (
        Guard(
            "the second person sees that the closing day has changed",
            "usecases/broadcasts/approval.py",
            "    if await _has_not_seen(tx, world, found, member):\n",
            "    if False:\n",
        ),
    ),
    f"{DAY}test_an_author_sees_the_new_day_before_it_is_sent": (
        Guard(
            "the author sees that the closing day has changed",
            "usecases/broadcasts/approval.py",
            "    return replace(preview, grew=grew, moved=moved) if grew or moved else None\n",
            "    return replace(preview, grew=grew, moved=moved) if grew else None\n",
        ),
    ),
    f"{DAY}test_a_copy_that_waited_says_that_the_day_has_changed": (
        Guard(
            "a copy says that the closing day has changed",
            "usecases/broadcasts/message.py",
            "    return replace(said, moved=moved)\n",
            "    return said\n",
        ),
    ),
    f"{DAY}test_what_waits_for_a_pause_is_over_when_its_questions_end": (
        Guard(
            "what waits for a pause is over when the questions are withdrawn or closed",
            "storage/broadcasts/deliveries.py",
            "        .where(IS_OPEN, *waits, deliveries.c.broadcast_id.in_(theirs))\n",
            "        .where(deliveries.c.id < 0, IS_OPEN, *waits)\n",
        ),
    ),
    f"{DAY}test_what_is_taken_up_again_asks_what_else_it_is_about": (
        Guard(
            "what is taken up again asks for another subject",
            "usecases/broadcasts/compose_again.py",
            '    if invites_in_vain(world, data) and data["wards"]:\n',
            "    if False:\n",
        ),
    ),
    f"{INVITING}test_who_has_begun_is_invited_to_go_on_where_they_were": (
        Guard(
            "who has begun is invited to go on",
            "storage/broadcasts/audiences.py",
            "            responses.c.state == ResponseState.COMPLETE,\n",
            "            responses.c.state != ResponseState.STARTED,\n",
        ),
    ),
}
