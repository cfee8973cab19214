"""Guards of a phone that several people share, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

JOURNEY = "tests/journeys/consultations/test_someone_else_on_the_phone.py::"
APART = "tests/journeys/insight/test_answers_from_shared_phones.py::"
ACT = "usecases/people/guests.py"

PHONES: Mapping[str, tuple[Guard, ...]] = {
    JOURNEY + "test_after_the_receipt_nobody_knows_whose_words_come_next": (
        Guard(
            "after a guest's receipt the next words are nobody's",
            ACT,
            "    if not guest.rests and heard.at - guest.used_at <= LATELY:\n",
            "    if heard.at - guest.used_at <= LATELY:\n",
        ),
    ),
    JOURNEY + "test_after_half_an_hour_of_silence_it_is_asked_who_has_the_phone": (
        Guard(
            "after a silence the next words are nobody's",
            ACT,
            "    if not guest.rests and heard.at - guest.used_at <= LATELY:\n",
            "    if not guest.rests:\n",
        ),
    ),
    JOURNEY + "test_the_owners_answers_are_not_read_out_while_a_second_person_has_the_phone": (
        Guard(
            "a guest who types /mine doesn't read the owner's answers",
            ACT,
            "    if guest is not None and heard.reads_owners:\n",
            "    if False:\n",
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
            ACT,
            "            if words_in_hand.written_in(person, heard.edited) is not None:\n",
            "            if False:\n",
        ),
    ),
    JOURNEY + "test_after_a_stop_word_the_owner_has_the_phone": (
        Guard(
            "a stop word is the owner's, whoever has the phone",
            "usecases/people/heard.py",
            '        return self.text.startswith("/") or stops\n',
            '        return self.text.startswith("/")\n',
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
