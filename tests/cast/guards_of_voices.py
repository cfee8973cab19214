"""Guards of voice notes, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

ANSWERS = "tests/journeys/consultations/test_voice_notes.py::"
WRITTEN = "tests/journeys/consultations/test_voices_written_down.py::"
LOST = "tests/journeys/consultations/test_voices_that_are_lost.py::"
REPLIES = "tests/journeys/consultations/test_replies_to_an_earlier_question.py::"
KEPT = "tests/storage/consultations/test_voice_notes_kept.py::"
RULES = "tests/engagement/consultations/test_voice_rules.py::"
ACT = "usecases/consultations/voice_answers.py"
WRITES = "usecases/consultations/reading_voices.py"
NOTES = "storage/consultations/voice_notes.py"

VOICES: Mapping[str, tuple[Guard, ...]] = {
    ANSWERS + "test_what_is_too_much_is_refused_before_anything_is_fetched": (
        Guard(
            "a note's length and size are checked before it is fetched",
            ACT,
            "    check_note(sent)\n",
            "",
        ),
    ),
    ANSWERS + "test_what_turns_out_to_be_no_sound_is_lost_and_its_author_told": (
        Guard(
            "what is no sound is not kept",
            ACT,
            "    if is_sound(sound):\n",
            "    if True:\n",
        ),
        Guard(
            "no more bytes are read than are kept",
            "bot/sending/voice_fetcher.py",
            "        if isinstance(size, int) and size > LARGEST_BYTES:\n"
            "            raise NotFetched(for_good=True)\n",
            "        if isinstance(size, int):\n"
            "            return await self._api.download(path, most=size) or b''\n",
        ),
    ),
    ANSWERS + "test_a_note_that_cannot_be_had_is_given_up_in_the_end": (
        Guard(
            "a note is given up in the end",
            "engagement/consultations/voice.py",
            "return now + TRY_AGAIN[tries - 1] if tries <= len(TRY_AGAIN) else None",
            "return now + TRY_AGAIN[min(tries, len(TRY_AGAIN)) - 1]",
        ),
    ),
    ANSWERS + "test_a_forwarded_note_may_be_somebody_elses_voice": (
        Guard(
            "a forwarded note is nobody's own",
            "bot/handlers/voice_notes.py",
            "        raise NotOwnWords\n",
            "        pass\n",
        ),
    ),
    ANSWERS + "test_a_note_to_a_question_with_buttons_is_refused_once_for_a_series": (
        Guard(
            "a note at a question with buttons is refused",
            ACT,
            "    if question.kind is not QuestionKind.TEXT:\n        raise VoiceNotHere\n",
            "",
        ),
        Guard(
            "several in a row are refused once",
            "bot/receiving/refused_voices.py",
            "        return last is not None and abs(message.date - last) <= ONE_SERIES\n",
            "        return False\n",
        ),
    ),
    ANSWERS + "test_a_note_below_something_newer_may_be_for_that": (
        Guard(
            "a note below something newer is not taken",
            "bot/handlers/voice_notes.py",
            "    if is_early or is_below:\n",
            "    if is_early:\n",
        ),
    ),
    ANSWERS + "test_words_on_offer_do_not_hide_what_a_note_may_be_for": (
        Guard(
            "words on offer don't make a note the answer below something newer",
            "bot/handlers/voice_notes.py",
            "below_question(context, waits.slug) is not None",
            'context.chat.below((f"c-{waits.slug}", "offer")) is not None',
        ),
    ),
    ANSWERS + "test_a_yes_to_words_on_offer_does_not_put_them_in_place_of_a_note": (
        Guard(
            "words on offer do not replace a voice note",
            "usecases/consultations/offered_words.py",
            "    is_aloud = isinstance(given, VoiceNote) and not is_lost(given)\n",
            "    is_aloud = False\n",
        ),
    ),
    ANSWERS + "test_a_question_may_take_written_words_only": (
        Guard(
            "a question may refuse voice notes",
            ACT,
            "    if not question.voice:\n        raise WordsOnly\n",
            "",
        ),
    ),
    ANSWERS + "test_words_after_a_note_are_not_offered_as_more_of_it": (
        Guard(
            "words are not added to a voice note",
            "usecases/consultations/typed_answers.py",
            "    return isinstance(given, VoiceNote) and not given.is_lost\n",
            "    return False\n",
        ),
    ),
    WRITTEN + "test_it_cannot_be_marked_as_read_before_it_is_written_down": (
        Guard(
            "a note is not read before it is written down",
            "usecases/consultations/reading.py",
            "    if shown.waits_to_be_written:\n        raise VoiceNotWritten\n",
            "",
        ),
    ),
    WRITTEN + "test_two_officers_at_once_the_first_stays_and_the_second_is_told": (
        Guard(
            "what a colleague wrote down first stays",
            WRITES,
            "    if moment_of(note) != draft.data.get(WRITTEN_AT):\n",
            "    if False:\n",
        ),
    ),
    WRITTEN + "test_a_correction_takes_the_translation_of_the_former_words_off": (
        Guard(
            "no translation of former words is shown with the corrected ones",
            "storage/consultations/reading_list.py",
            "    await tx.execute(delete(text_translations)"
            ".where(text_translations.c.text_id == number))\n",
            "",
        ),
    ),
    WRITTEN + "test_words_written_down_late_are_known_as_such_when_it_opens_again": (
        Guard(
            "a late note that was written down comes in time with its words",
            "usecases/consultations/reopened.py",
            "    await voice_notes.came_in_time(tx, about)\n",
            "",
        ),
    ),
    KEPT + "test_words_written_down_are_known_as_such_when_their_branch_is_taken_again": (
        Guard(
            "words that come back onto the list say that they were spoken",
            "storage/consultations/new_texts.py",
            "str(value), was_read, written or 0)",
            "str(value), was_read)",
        ),
    ),
    WRITTEN + "test_a_translation_begun_before_a_correction_is_not_put_to_the_new_words": (
        Guard(
            "a translation of former words is not kept with corrected ones",
            "usecases/consultations/reading_themes.py",
            '    if moment_of(shown.voice) != draft.data.get(WRITTEN_AT, ""):\n',
            "    if False:\n",
        ),
    ),
    WRITTEN + "test_words_of_danger_alert_the_named_people_and_leave_the_list": (
        Guard(
            "words of danger leave the list as they are written down",
            WRITES,
            "    if holds_danger(words):\n",
            "    if False:\n",
        ),
        Guard(
            "the alert is raised for their author",
            "usecases/operations/written_down.py",
            "        await safety_alerts.raise_alert(tx, world, author, shown.words)\n",
            "        pass\n",
        ),
    ),
    KEPT + "test_a_sound_goes_thirty_days_after_it_was_written_down": (
        Guard(
            "sounds go after thirty days",
            "usecases/operations/retention.py",
            "    if await voice_notes.drop_sounds(tx, now - SOUNDS_KEPT):\n",
            "    if False:\n",
        ),
    ),
    KEPT + "test_a_sound_comes_back_as_it_was_and_its_id_is_gone": (
        Guard(
            "the id at Telegram goes once the sound is here",
            NOTES,
            '{"state": NoteState.KEPT, "file_id": None, "next_try_at": None}',
            '{"state": NoteState.KEPT, "next_try_at": None}',
        ),
    ),
    LOST + "test_who_hears_that_a_note_is_lost_can_send_it_again_at_once": (
        Guard(
            "the question of a lost note is asked again",
            "bot/views/voice_notes.py",
            "    if found.again is not None:\n",
            "    if False:\n",
        ),
        Guard(
            "and what comes next is its answer",
            ACT,
            "            position=again.question.key,\n",
            "            position=response.position,\n",
        ),
    ),
    LOST + "test_a_note_that_could_not_be_had_is_nowhere_called_an_answer": (
        Guard(
            "an answer says that its note is lost",
            ACT,
            "        await answers.put_words(tx, *about, value, number=number)\n",
            "        pass\n",
        ),
        Guard(
            "a lost note is not counted as an answer that is saved",
            "usecases/consultations/steps.py",
            "sum(not is_lost(value) for value in response.values.values())",
            "len(response.values)",
        ),
    ),
    LOST + "test_who_writes_something_else_by_then_is_not_asked_in_the_middle_of_it": (
        Guard(
            "nobody is asked again in the middle of something else",
            ACT,
            "    if begun or (",
            "    if (",
        ),
    ),
    LOST + "test_after_the_close_a_lost_note_cannot_be_sent_again_and_that_is_said": (
        Guard(
            "what has closed is not offered again",
            "bot/views/voice_notes.py",
            '"voice-lost" if found.open else "voice-lost-closed"',
            '"voice-lost"',
        ),
    ),
    ANSWERS + "test_who_speaks_on_is_told_again_that_nothing_of_it_is_kept": (
        Guard(
            "a row of refused notes ends a minute after the reply",
            "bot/receiving/refused_voices.py",
            "        if refusal is not None and self.said_lately(turn, refusal):\n"
            "            return\n",
            "",
        ),
    ),
    ANSWERS + "test_a_note_after_anything_else_begins_a_series_of_its_own": (
        Guard(
            "anything else ends a series of refused notes",
            "bot/receiving/turn_runner.py",
            "            self._refused_voices.note(turn)\n",
            "            pass\n",
        ),
    ),
    ANSWERS + "test_words_after_a_note_are_offered_as_a_comment": (
        Guard(
            "words after a note are offered",
            "usecases/consultations/typed_answers.py",
            "    return None if last is None else await offer_words(tx, world, person, last, "
            "text)\n",
            "    return None\n",
        ),
    ),
    REPLIES + "test_a_voice_note_that_replies_to_the_question_is_its_answer": (
        Guard(
            "a note that replies to a question is for it",
            "bot/handlers/voice_notes.py",
            "    replied = question_replied_to(context)\n",
            "    replied = None\n",
        ),
    ),
    REPLIES + "test_a_reply_reaches_a_question_whose_offer_has_moved_on": (
        Guard(
            "a question that another message shows now is reached by a reply",
            "bot/sending/speaker.py",
            "        if former is not None and former.message_id != tapped:\n",
            "        if False:\n",
        ),
    ),
    KEPT + "test_a_sound_that_comes_too_late_is_not_kept": (
        Guard(
            "no sound is kept of a note that was replaced",
            NOTES,
            "    if not found.rowcount:\n        return False\n",
            "",
        ),
    ),
    KEPT + "test_of_who_was_forgotten_during_a_hold_the_sound_goes_with_its_end": (
        Guard(
            "after a hold the voices of those who left go",
            "usecases/operations/retention.py",
            "        await answers_retention.empty_voices(tx, resident)\n",
            "        pass\n",
        ),
    ),
    ANSWERS + "test_forgetting_deletes_the_sound_of_what_has_closed": (
        Guard(
            "being forgotten deletes the voice",
            "usecases/people/leave.py",
            "            await answers_retention.empty_voices(tx, contact.resident_id)\n",
            "            pass\n",
        ),
    ),
    RULES + "test_a_recording_that_was_cut_inside_a_page_is_none": (
        Guard(
            "a recording that was cut is no sound",
            "content/sounds.py",
            "    return at == len(content) and pages > 1\n",
            "    return pages > 1\n",
        ),
    ),
}
