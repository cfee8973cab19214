"""Guards of a phone that several people share, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

JOURNEY = "tests/journeys/consultations/test_someone_else_on_the_phone.py::"
TURNS = "tests/journeys/consultations/test_whose_turn_on_the_phone.py::"
APART = "tests/journeys/insight/test_answers_from_shared_phones.py::"
ACT = "usecases/people/guests.py"
TURN = "usecases/people/whose_turn.py"
LEAVING = "tests/journeys/people/test_leaving_a_shared_phone.py::"
VOICES = "tests/journeys/consultations/test_voices_on_a_shared_phone.py::"
ENDS = "tests/journeys/people/test_the_end_of_a_turn.py::"
BELOW = "tests/journeys/people/test_below_a_guests_screen.py::"
HOLD = "tests/journeys/people/test_a_legal_hold_keeps_answers.py::"

PHONES: Mapping[str, tuple[Guard, ...]] = {
    JOURNEY + "test_after_the_receipt_nobody_knows_whose_words_come_next": (
        Guard(
            "after a guest's receipt the next words are nobody's",
            TURN,
            "    if not guest.rests and not came and heard.at - guest.used_at <= LATELY:\n",
            "    if not came and heard.at - guest.used_at <= LATELY:\n",
        ),
    ),
    JOURNEY + "test_who_opens_an_alert_reads_that_several_people_share_the_phone": (
        Guard(
            "an alert says that several people share the phone",
            "bot/views/safety.py",
            "    if shown.shared:\n",
            "    if False:\n",
        ),
    ),
    JOURNEY + "test_after_half_an_hour_of_silence_it_is_asked_who_has_the_phone": (
        Guard(
            "after a silence the next words are nobody's",
            TURN,
            "    if not guest.rests and not came and heard.at - guest.used_at <= LATELY:\n",
            "    if not guest.rests and not came:\n",
        ),
    ),
    JOURNEY + "test_the_owners_answers_are_not_read_out_while_a_second_person_has_the_phone": (
        Guard(
            "a guest who types /mine doesn't read the owner's answers",
            TURN,
            "        return owner, await _who(tx, world, guest, Why.MINE, MINE)\n",
            "        return owner, None\n",
        ),
    ),
    JOURNEY + "test_a_fifth_person_is_refused_kindly_and_nothing_is_lost": (
        Guard(
            "at most four people answer on a phone",
            "engagement/consultations/shared_phone.py",
            "MOST_ON_A_PHONE = 4\n",
            "MOST_ON_A_PHONE = 5\n",
        ),
    ),
    JOURNEY + "test_an_edited_message_changes_the_answer_of_the_person_who_wrote_it": (
        Guard(
            "an edit is for the person who wrote the message",
            TURN,
            "            if words_in_hand.written_in(person, heard.edited) is not None:\n",
            "            if False:\n",
        ),
        Guard(
            "words below what came of the owner's edit are nobody's",
            TURN,
            "    came = came or await _owners_is_newest(tx, owner, theirs)\n",
            "",
        ),
    ),
    JOURNEY + "test_after_a_stop_word_nobody_knows_whose_words_come_next": (
        Guard(
            "after a stop word the next words are nobody's",
            TURN,
            "    if asked is not None or heard.stops:\n",
            "    if asked is not None:\n",
        ),
    ),
    JOURNEY + "test_a_stop_word_stops_the_owners_messages": (
        Guard(
            "stopping stops the owner's messages",
            "usecases/people/leave.py",
            "    person = await identify.owner_of(tx, world, person)\n",
            "",
        ),
    ),
    JOURNEY + "test_at_the_close_the_link_is_cut_and_the_answers_stay": (
        Guard(
            "the links of guests are cut when their consultation is over",
            "usecases/operations/retention.py",
            "        gone += await people_on_phones.cut_those_closed(tx, world, still_open)\n",
            "        pass\n",
        ),
    ),
    JOURNEY + "test_a_legal_hold_keeps_the_link_until_its_end": (
        Guard(
            "a legal hold keeps the links of guests",
            "usecases/operations/retention.py",
            "    if not held:\n",
            "    if True:\n",
        ),
    ),
    JOURNEY + "test_forget_takes_everybody_on_the_phone": (
        Guard(
            "/forget of the owner forgets everybody on the phone",
            "usecases/people/leave.py",
            "        for guest in await guests_of(tx, world, person)\n    ]\n",
            "        for guest in ()\n    ]\n",
        ),
    ),
    JOURNEY + "test_of_a_second_person_under_13_nothing_is_kept": (
        Guard(
            "of a guest under 13 not even the link is kept",
            "usecases/people/join.py",
            "            await guests.drop_guest(tx, person.guest)\n",
            "            pass\n",
        ),
    ),
    JOURNEY + "test_handed_back_before_a_yes_nothing_is_kept": (
        Guard(
            "of somebody who hands the phone back before they agree nothing is kept",
            ACT,
            "        await _drop(tx, before)\n",
            "        pass\n",
        ),
    ),
    TURNS + "test_below_what_has_come_for_the_owner_it_is_asked_who_has_the_phone": (
        Guard(
            "words below a poll for the owner are nobody's",
            TURN,
            "    if not guest.rests and not came and heard.at - guest.used_at <= LATELY:\n",
            "    if not guest.rests and heard.at - guest.used_at <= LATELY:\n",
        ),
    ),
    TURNS + "test_a_reply_to_what_came_for_the_owner_is_asked_about": (
        Guard(
            "a reply to what the owner was sent is asked about",
            TURN,
            "        return None if was_news is None else owner\n",
            "        return None\n",
        ),
    ),
    TURNS + "test_who_types_mine_and_goes_on_sees_their_own_answers": (
        Guard(
            "/mine shows their own answers to the one who has the phone",
            "bot/handlers/shared_phone.py",
            '    if context.turn.pressed.partition(":")[2] == MINE:\n',
            "    if False:\n",
        ),
    ),
    TURNS + "test_it_is_asked_in_the_languages_of_both_who_has_the_phone": (
        Guard(
            "it is asked in the languages of both who has the phone",
            "bot/views/guests.py",
            "for one in (say, theirs_say)]",
            "for one in (say,)]",
        ),
    ),
    TURNS + "test_words_at_the_question_whether_to_forget_the_second_person_are_understood": (
        Guard(
            "the button that hands the phone back answers no question",
            "usecases/conversation/shown.py",
            " if not hands_back(d)}",
            "}",
        ),
    ),
    TURNS + "test_the_phone_is_handed_back_in_other_words": (
        Guard(
            "who says that they hand the phone back does",
            "bot/handlers/buttons.py",
            "        label = HANDS_BACK\n",
            "        pass\n",
        ),
    ),
    TURNS + "test_typing_that_the_second_person_goes_on_does_what_the_tap_does": (
        Guard(
            "a typed label of a guest gives them the phone, as a tap does",
            "bot/handlers/shared_phone.py",
            "await whose_turn.take(tx, theirs, world.now())",
            "theirs",
        ),
    ),
    TURNS + "test_a_lost_question_who_has_the_phone_is_asked_again": (
        Guard(
            "nothing of the owner's is shown again while a guest has the phone",
            "usecases/conversation/current_screen.py",
            "    if (asked := await whose_turn.ask_again(tx, world, person)) is not None:\n",
            "    if (asked := None) is not None:\n",
        ),
    ),
    TURNS + "test_the_second_person_is_not_asked_about_themselves": (
        Guard(
            "a guest is not asked about themselves",
            "usecases/consultations/equality.py",
            "        raise EqualityOwners\n",
            "        pass\n",
        ),
    ),
    TURNS + "test_blocked_and_unblocked_the_owner_is_reached_again_and_nothing_is_said": (
        Guard(
            "a block is the owner's, whoever has the phone",
            "bot/receiving/turn_runner.py",
            "        if turn.update.my_chat_member is not None:\n"
            "            # Whoever has the phone, the chat is its owner's.\n"
            "            return\n",
            "",
        ),
    ),
    TURNS + "test_a_lost_voice_note_is_said_to_the_second_person": (
        Guard(
            "a guest is told that their voice note is lost",
            "usecases/people/reach.py",
            "    if person.guest is not None:\n",
            "    if False:\n",
        ),
    ),
    TURNS + "test_the_second_person_reads_how_to_complain_and_has_no_button_that_refuses": (
        Guard(
            "a guest is not offered what only the owner can do",
            "bot/views/offers.py",
            "    if asked.instead is Instead.COMPLAINT and say.guest:\n",
            "    if False:\n",
        ),
    ),
    ENDS + "test_no_button_stays_of_somebody_who_is_forgotten": (
        Guard(
            "the buttons of a guest who is forgotten go",
            "bot/handlers/leaving.py",
            "            context.reply(ButtonsAway((*theirs, *asked)))\n",
            "            pass\n",
        ),
    ),
    ENDS + "test_a_button_of_somebody_whose_link_is_cut_goes_when_it_is_tapped": (
        Guard(
            "a button whose person is gone goes when it is tapped",
            "bot/receiving/turn_runner.py",
            "            turn.replies.append(ButtonsAway((turn.parsed.tapped,)))\n",
            "            pass\n",
        ),
    ),
    ENDS + "test_words_without_a_yes_are_offered_before_the_phone_is_handed_back": (
        Guard(
            "words on offer are offered once more before the phone is handed back",
            "bot/handlers/shared_phone.py",
            "    if undecided is not None:\n",
            "    if False:\n",
        ),
    ),
    ENDS + "test_nothing_stays_of_somebody_who_joins_on_a_phone_whose_owner_is_forgotten": (
        Guard(
            "who has not joined goes with the owner of the phone",
            "usecases/people/leave.py",
            "            await arrivals.drop_arrival(tx, guest.seat)\n",
            "            pass\n",
        ),
    ),
    ENDS + "test_cancel_is_for_whoever_has_the_phone": (
        Guard(
            "/cancel is for whoever has the phone",
            "usecases/people/heard.py",
            " and not asks_to_cancel(command_in(self.text))\n",
            "\n",
        ),
    ),
    ENDS + "test_in_a_pause_person_2_can_see_and_take_back_their_answers": (
        Guard(
            "a guest's answers can be taken back in a pause",
            ACT,
            "    if theirs.ended:\n",
            "    if theirs.ended or theirs.opens:\n",
        ),
    ),
    ENDS + "test_while_nothing_takes_answers_it_is_said_why_nobody_else_can_begin": (
        Guard(
            "it is said why nobody else can begin on a phone",
            ACT,
            "    return NothingToAnswer() if last is None else not_open(last, world.now())\n",
            "    return AnswerFirst()\n",
        ),
    ),
    ENDS + "test_a_double_tap_greets_somebody_else_once": (
        Guard(
            "a double tap greets a guest once",
            ACT,
            "        elif _is_just_greeted(world, theirs, owner.contact.answering):\n",
            "        elif False:\n",
        ),
    ),
    ENDS + "test_words_in_the_same_moment_as_the_phone_changes_hands_are_kept_as_written": (
        Guard(
            "words that come with a tap that changes hands are for the one who has the phone then",
            "usecases/conversation/whose_words.py",
            "            who = await whose_turn.in_seat(tx, world, owner, seat)\n",
            "            return Waiting.NOTHING\n",
        ),
    ),
    ENDS + "test_what_may_be_somebody_elses_is_not_in_the_owners_mydata": (
        Guard(
            "/mydata has nothing that may be somebody else's on the phone",
            "usecases/operations/my_data.py",
            ' or (others and row["received_at"] >= others):\n',
            ":\n",
        ),
    ),
    ENDS + "test_what_was_set_aside_goes_with_somebody_who_never_agreed": (
        Guard(
            "what could not be handled goes with a guest who never agreed",
            "storage/people/guests.py",
            "            inbox.c.received_at >= begun,\n",
            "            inbox.c.received_at < begun,\n",
        ),
    ),
    BELOW + "test_words_below_the_notice_of_person_2s_lost_note_are_not_the_owners": (
        Guard(
            "words below a guest's screen are nobody's, also when the owner has the phone",
            TURN,
            "    if guest is None and heard.points_nowhere:\n",
            "    if False:\n",
        ),
        Guard(
            "a guest's screen doesn't say that they are answering when the owner has the phone",
            "bot/views/guests.py",
            ' if guest.has_it else "guest-banner-for"\n',
            "\n",
        ),
    ),
    BELOW + "test_below_person_2s_edit_it_is_asked_who_has_the_phone": (
        Guard(
            "while it is asked below a guest's screen who has the phone, words are nobody's",
            TURN,
            "        guest = await having(tx, owner) or (asked.guest if asked else None)\n",
            "        guest = await having(tx, owner)\n",
        ),
    ),
    BELOW + "test_who_taps_a_button_of_the_owners_below_it_goes_on": (
        Guard(
            "an owner who taps below a guest's screen goes on",
            TURN,
            "        return await _owner_goes_on(tx, world, person)\n",
            "        pass\n",
        ),
    ),
    HOLD + "test_a_button_from_before_the_hold_deletes_nothing": (
        Guard(
            "during a legal hold an owner deletes nobody's answers",
            ACT,
            "    if theirs.held:\n",
            "    if False:\n",
        ),
    ),
    HOLD + "test_a_comment_cannot_be_deleted": (
        Guard(
            "during a legal hold nobody deletes a comment",
            "usecases/consultations/mine.py",
            "            if await leave.is_held(tx):\n",
            "            if False:\n",
        ),
    ),
    HOLD + "test_whoever_cuts_a_link_takes_no_answer_back": (
        Guard(
            "during a legal hold cutting a link takes no answer back",
            "usecases/people/leave.py",
            "    back = () if held else tuple(",
            "    back = tuple(",
        ),
    ),
    LEAVING + "test_after_a_restore_everybody_who_was_forgotten_is_forgotten_again": (
        Guard(
            "after a restore guests are forgotten again before the owner of the phone",
            "usecases/people/leave.py",
            "    people.sort(key=lambda one: one[0].guest is None)\n",
            "",
        ),
    ),
    LEAVING + "test_who_leaves_at_the_close_without_their_words_has_none_left": (
        Guard(
            "a guest who leaves at the close is forgotten as they asked",
            "usecases/people/leave.py",
            "        return await forget(tx, world, person, without_words=how.without_words)\n",
            "        pass\n",
        ),
    ),
    LEAVING + "test_during_a_legal_hold_their_words_wait_for_its_end": (
        Guard(
            "while a guest's words wait for the end of a legal hold, so does the phone's owner",
            "usecases/people/forget.py",
            "        if held and await _guest_waits(tx, world, person):\n",
            "        if False:\n",
        ),
    ),
    LEAVING + "test_what_could_not_be_read_goes_with_a_person_on_the_phone": (
        Guard(
            "what could not be handled on a guest's phone goes when they are forgotten",
            "usecases/people/leave.py",
            "    await inbox.forget_lane(tx, person.phone, contact.id)\n",
            "    pass\n",
        ),
    ),
    "tests/journeys/consultations/test_submissions.py::"
    "test_during_a_legal_hold_nothing_that_was_entered_is_deleted": (
        Guard(
            "during a legal hold no submission is deleted",
            "usecases/consultations/submissions_entered.py",
            "    if await leave.is_held(tx):\n",
            "    if False:\n",
        ),
    ),
    VOICES + "test_of_who_is_forgotten_during_a_legal_hold_it_goes_after_its_end": (
        Guard(
            "of who is forgotten during a legal hold the voice notes go at its end",
            "usecases/people/leave.py",
            "            await voice_notes.note_author_gone(tx, contact.resident_id)\n",
            "            pass\n",
        ),
    ),
    VOICES + "test_of_a_silent_person_it_stays_when_the_link_is_cut": (
        Guard(
            "a guest's silence is no wish to be forgotten",
            "storage/people/contacts.py",
            "    silent = (contacts.c.last_heard_at < before, contacts.c.reach != Reach.SHARED)\n",
            "    silent = (contacts.c.last_heard_at < before,)\n",
        ),
    ),
    APART + "test_with_a_household_of_guests_every_screen_is_as_without": (
        Guard(
            "answers from shared phones are in no number of the results",
            "storage/insight/counts.py",
            "    found.subtract(tuple(row[1:]) for row in await tx.execute(theirs))\n",
            "",
        ),
    ),
    APART + "test_from_nine_phones_it_is_not_however_many_they_are": (
        Guard(
            "how many answered on shared phones is told only from enough phones",
            "usecases/release/counting.py",
            "    if len({*phones.values()}) < world.thresholds.smallest_cell:\n",
            "    if len(phones) < world.thresholds.smallest_cell:\n",
        ),
    ),
    APART + "test_who_answers_late_on_somebody_elses_phone_is_in_no_number": (
        Guard(
            "late answers from shared phones are in no number",
            "storage/consultations/late_answers.py",
            "        late_answers.c.resident_id.not_in(on_shared_phones(consultation)),\n",
            "",
        ),
    ),
    APART + "test_after_a_release_nobody_else_begins_on_a_phone": (
        Guard(
            "nobody else begins on a phone once the links on it are cut",
            "usecases/people/guests.py",
            "    check_not_released(consultation, released=before is not None)\n",
            "",
        ),
    ),
}
