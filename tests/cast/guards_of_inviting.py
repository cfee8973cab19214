"""Guards of who is invited to a consultation, and how often."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

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
    f"{INVITING}test_who_has_begun_is_invited_to_go_on_where_they_were": (
        Guard(
            "who has begun is invited to go on",
            "storage/broadcasts/audiences.py",
            "            responses.c.state == ResponseState.COMPLETE,\n",
            "            responses.c.state != ResponseState.STARTED,\n",
        ),
    ),
}
