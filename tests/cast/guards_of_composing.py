"""Guards of writing and approving a message, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

BROADCASTS = "tests/journeys/broadcasts/"
WARDS = BROADCASTS + "test_which_wards_are_chosen.py::"
CAME_BACK = BROADCASTS + "test_what_came_back.py::"
SUBJECTS = BROADCASTS + "test_subjects_that_change.py::"
NEXT_TO_IT = BROADCASTS + "test_words_next_to_a_message.py::"
THAT_WAIT = BROADCASTS + "test_corrections_that_wait.py::"
NO_DECISION = BROADCASTS + "test_words_that_decide_nothing.py::"
PLACES = BROADCASTS + "test_places_are_kept.py::"
EMOJI = BROADCASTS + "test_long_texts_with_emoji.py::"

COMPOSING: Mapping[str, tuple[Guard, ...]] = {
    BROADCASTS
    + "test_old_labels_of_requests.py"
    + "::test_a_label_of_days_ago_approves_only_what_it_was_asked_about": (
        Guard(
            "a request that is not the newest thing is asked again",
            "bot/handlers/asked_again.py",
            "        is_newest=not elsewhere and _is_newest(context, shown, verb),\n",
            "        is_newest=not elsewhere,\n",
        ),
    ),
    BROADCASTS
    + "test_second_approvals.py"
    + "::test_its_author_reads_in_a_new_message_that_nobody_can_approve_it": (
        Guard(
            "that nobody can approve a message is said in a new one",
            "bot/sending/staff_notices.py",
            "        is_stuck or ((waited or came_back) and not waits)",
            "        ((waited or came_back) and not waits)",
        ),
    ),
    BROADCASTS
    + "test_typing_to_the_bot_as_staff.py"
    + "::test_any_label_of_ours_is_no_words_for_residents": (
        Guard(
            "a label is no text beside a message",
            "usecases/broadcasts/compose_by_typing.py",
            "if is_label or asks_to_send(text)",
            "if asks_to_send(text)",
        ),
    ),
    THAT_WAIT + "test_news_shows_no_correction_that_waits_or_was_dropped": (
        Guard(
            "a correction is shown where it may be itself",
            "usecases/broadcasts/corrected.py",
            "text for one, text in every if not is_withheld(self.world, one, home))",
            "text for one, text in every)",
        ),
    ),
    THAT_WAIT + "test_a_released_message_waits_for_the_decision_about_its_correction": (
        Guard(
            "a message waits for the decision about its correction",
            "usecases/broadcasts/gate.py",
            "undecided=hold.undecided or waits)",
            "undecided=hold.undecided)",
        ),
    ),
    THAT_WAIT + "test_a_correction_of_what_nobody_got_goes_with_it": (
        Guard(
            "a correction of what nobody got ends with it",
            "usecases/broadcasts/cancel.py",
            "    for correction in await corrections.waiting(tx, found.id):\n",
            "    for correction in ():\n",
        ),
    ),
    THAT_WAIT + "test_what_its_author_took_back_needs_no_decision": (
        Guard(
            "nothing is decided about what its author took back",
            "usecases/broadcasts/election_hold.py",
            "    if taken_back_by_author(found):\n",
            "    if False:\n",
        ),
    ),
    NO_DECISION + "test_words_under_a_new_request_are_no_reason_against_the_old_one": (
        Guard(
            "words below a newer request are no reason",
            "usecases/broadcasts/decline_reason.py",
            '    if below_request and draft.data.get("given"):\n',
            "    if False:\n",
        ),
    ),
    NO_DECISION + "test_half_a_label_or_a_thumb_releases_nothing_before_an_election": (
        Guard(
            "what cannot be undone wants its whole label",
            "bot/handlers/buttons.py",
            'data.partition(":")[0] not in COSTS\n',
            'data.partition(":")[0] != "sy"\n',
        ),
    ),
    PLACES + "test_a_text_after_send_is_kept_as_written": (
        Guard(
            "a text after /send is kept as written",
            "usecases/conversation/receive.py",
            "or complains(update) or sends(update) or manages(update)\n",
            "or complains(update) or manages(update)\n",
        ),
    ),
    PLACES + "test_a_postcode_in_a_reason_that_comes_late_is_kept_too": (
        Guard(
            "a reason that comes late is kept as written",
            "usecases/conversation/whose_words.py",
            "    if found is Waiting.NOTHING and decline_reason.may_be_meant(world, person):\n",
            "    if False:\n",
        ),
    ),
    EMOJI + "test_an_invitation_of_emoji_has_its_preview_and_reaches_everybody": (
        Guard(
            "a message is cut in parts as Telegram counts",
            "bot/sending/calls.py",
            "        if part and _room(longer) > LONGEST_MESSAGE:\n",
            "        if part and len(longer) > LONGEST_MESSAGE:\n",
        ),
    ),
    EMOJI + "test_the_rest_of_a_text_of_emoji_is_refused_for_the_same_reason": (
        Guard(
            "the rest of a long text is measured as its first part",
            "usecases/conversation/typed_words.py",
            "            check_size(length=length, taken=so_far.room + room(text))\n",
            "            pass\n",
        ),
    ),
    WARDS + "test_author_and_colleague_read_the_wards_of_a_message_to_many": (
        Guard(
            "the request for approval names every ward",
            "bot/views/broadcast_approval.py",
            ", *wards_in_full(say, asked.wording)]\n",
            "]\n",
        ),
        Guard(
            "the preview names every ward",
            "bot/views/broadcast_composing.py",
            "    parts += wards_in_full(say, shown.wording)\n",
            "",
        ),
    ),
    WARDS + "test_wards_chosen_on_other_pages_are_named": (
        Guard(
            "the wards chosen on other pages are named",
            "bot/views/broadcast_composing.py",
            "    if asked.pages < 2:\n",
            "    if asked.pages:\n",
        ),
    ),
    WARDS + "test_a_typed_ward_of_this_page_is_no_tap_on_its_button": (
        Guard(
            "a typed number of a ward is no tap on its button",
            "bot/handlers/typed_words.py",
            'label.startswith(f"{TICK}:") and label.endswith(":0")',
            "not label",
        ),
    ),
    CAME_BACK + "test_the_reason_stays_in_the_chat_when_the_message_is_taken_up": (
        Guard(
            "a report stays when its message is taken up",
            "bot/handlers/broadcast_approval.py",
            "replace(screen, fresh=True)",
            "replace(screen, fresh=False)",
        ),
    ),
    CAME_BACK + "test_a_reason_that_comes_late_does_not_bring_the_former_text_back": (
        Guard(
            "what was taken up already is taken up as it was changed",
            "usecases/broadcasts/compose_again.py",
            "    if known is not None:\n",
            "    if False:\n",
        ),
    ),
    CAME_BACK + "test_after_it_was_sent_changed_the_former_button_shows_what_became_of_it": (
        Guard(
            "what was sent of a message that came back is noted",
            "usecases/broadcasts/approval.py",
            "    await note_sent(tx, world, member, data, made)\n",
            "",
        ),
    ),
    CAME_BACK + "test_wards_that_are_lost_while_a_message_is_written_are_left_out_and_said": (
        Guard(
            "a draft is for the wards that are its author's now",
            "usecases/broadcasts/compose.py",
            "    return own_part(member, draft.data)\n",
            "    return draft.data\n",
        ),
    ),
    SUBJECTS + "test_an_invitation_tapped_after_the_close_is_no_outcome": (
        Guard(
            "an invitation has another button than the outcome",
            "usecases/broadcasts/compose_questions.py",
            'crc32(f"{self.kind}:{self.about.slug}".encode())',
            "crc32(self.about.slug.encode())",
        ),
    ),
    SUBJECTS + "test_a_theme_that_has_left_the_files_is_asked_for_again": (
        Guard(
            "a theme that has left the files is asked for again",
            "usecases/broadcasts/correct.py",
            '    if data.get("theme") and not subject_fits(world, data):\n',
            "    if False:\n",
        ),
    ),
    NEXT_TO_IT + "test_words_written_just_before_send_stop_it": (
        Guard(
            "a button under an older preview does nothing",
            "bot/handlers/reply.py",
            "        if compose.is_as_shown(context.person, key):\n",
            "        if context.person:\n",
        ),
    ),
    NEXT_TO_IT + "test_a_link_in_words_below_the_preview_keeps_its_address": (
        Guard(
            "words below the preview keep their links",
            "usecases/broadcasts/compose_by_typing.py",
            "            return await _set_beside(tx, world, person, beside, plain)\n",
            "            return await _set_beside(tx, world, person, beside, text)\n",
        ),
    ),
}
