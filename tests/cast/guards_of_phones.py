"""Guards of a phone that several people share, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

JOURNEY = "tests/journeys/consultations/test_someone_else_on_the_phone.py::"
TURNS = "tests/journeys/consultations/test_whose_turn_on_the_phone.py::"
FEW = "tests/engagement/insight/test_few_phones.py::"
ACT = "usecases/people/guests.py"
TURN = "usecases/people/whose_turn.py"

PHONES: Mapping[str, tuple[Guard, ...]] = {
    JOURNEY + "test_after_the_receipt_nobody_knows_whose_words_come_next": (
        Guard(
            "after a guest's receipt the next words are nobody's",
            TURN,
            "    if not guest.rests and not came and heard.at - guest.used_at <= LATELY:\n",
            "    if not came and heard.at - guest.used_at <= LATELY:\n",
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
            '    return owner, WhoQuestion(guest, Why.OWNERS, heard.pressed or "")\n',
            "    return owner, None\n",
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
            "        await people_on_phones.cut_those_closed(tx, world, still_open)\n",
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
    TURNS + "test_typing_that_the_second_person_goes_on_does_what_the_tap_does": (
        Guard(
            "a typed label of a guest gives them the phone, as a tap does",
            "bot/handlers/shared_phone.py",
            "            await whose_turn.take(tx, theirs.guest, world.now())\n",
            "            pass\n",
        ),
    ),
    TURNS + "test_a_lost_question_who_has_the_phone_is_asked_again": (
        Guard(
            "nothing of the owner's is shown again while a guest has the phone",
            "usecases/conversation/current_screen.py",
            "    if (asked := await whose_turn.ask_again(tx, person)) is not None:\n",
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
    FEW + "test_one_phone_with_four_answers_does_not_bring_seven_to_ten": (
        Guard(
            "no number of a table rests on few phones",
            "engagement/insight/shared_phones.py",
            "        if not lifted:\n",
            "        if True:\n",
        ),
    ),
    FEW + "test_nor_is_it_told_where_few_answered_on_their_own_phone": (
        Guard(
            "how many came from shared phones is not told where the others are few",
            "engagement/insight/shared_phones.py",
            "    if min(number, others) < thresholds.smallest_cell:\n",
            "    if number < thresholds.smallest_cell:\n",
        ),
    ),
}
