"""Guards of what there is to learn before a question and of recordings, each with the test that
notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

LEARNT = "tests/journeys/consultations/test_learning_first.py::"
HEARD = "tests/journeys/consultations/test_listening.py::"
APPROVED = "tests/journeys/consultations/test_approving_what_is_learnt.py::"
FILES = "tests/content/test_bad_learning.py::"
OPEN = "tests/engagement/consultations/test_what_may_change_while_open.py::"
ACT = "usecases/consultations/learning.py"

LEARNING: Mapping[str, tuple[Guard, ...]] = {
    LEARNT + "test_every_way_to_say_that_it_was_read_goes_on": (
        Guard(
            "next below something to learn skips no question",
            ACT,
            "    if goes_on(text, person.language):\n",
            "    if False:\n",
        ),
    ),
    LEARNT + "test_what_is_too_little_for_an_answer_leads_to_the_question": (
        Guard(
            "a number typed before the question was seen is no answer to it",
            ACT,
            "    if says_little(text) or is_number(text):\n",
            "    if says_little(text):\n",
        ),
    ),
    LEARNT + "test_words_that_came_with_next_are_asked_about": (
        Guard(
            "what there is to learn is not its question",
            "bot/handlers/newest_screen.py",
            "        return False  # what there is to learn before it is\n",
            "        pass\n",
        ),
    ),
    LEARNT + "test_own_words_are_asked_about_where_it_is_not_known_what_is_in_the_chat": (
        Guard(
            "own words typed before the question was seen are asked about",
            "usecases/consultations/typed_answers.py",
            "    seen = seen and not stands_before(question, response)\n",
            "",
        ),
    ),
    LEARNT + "test_a_voice_note_waits_until_the_question_was_seen": (
        Guard(
            "a voice note is no answer to a question that nobody has seen",
            "bot/handlers/voice_notes.py",
            "    is_early = comes_before_reading(context, waits, replied)\n",
            "    is_early = False\n",
        ),
    ),
    LEARNT + "test_a_location_waits_until_the_question_was_seen": (
        Guard(
            "a location is no answer to a question that nobody has seen",
            "bot/handlers/shared_location.py",
            "    if comes_before_reading(context, waits, replied, QuestionKind.PLACE):\n",
            "    if False:\n",
        ),
    ),
    LEARNT + "test_next_typed_below_something_newer_goes_nowhere": (
        Guard(
            "next below something newer is not for what there is to learn",
            "usecases/consultations/typed_answers.py",
            "(moves or says_little(text) or is_number(text))",
            "(says_little(text) or is_number(text))",
        ),
    ),
    LEARNT + "test_next_below_words_for_the_last_question_leads_to_it": (
        Guard(
            "own words at something to learn don't count as having read it",
            ACT,
            "        return await to_the_question(tx, world, person, found, response, question)\n"
            "    return None\n",
            "        return await to_the_question(tx, world, person, found, response, question)\n"
            "    await has_read(tx, person, response, question)\n"
            "    return None\n",
        ),
    ),
    LEARNT + "test_who_comes_back_days_later_reads_it_again_with_its_question": (
        Guard(
            "who comes back reads again what there is to learn",
            "usecases/consultations/answer.py",
            "    response = await come_back(tx, person, found.consultation, response)\n"
            "    return await at_last_reached(",
            "    return await at_last_reached(",
        ),
    ),
    LEARNT + "test_a_picture_that_nobody_has_approved_is_not_sent": (
        Guard(
            "only the bytes that were checked are sent",
            "content/media.py",
            "    return content if hashlib.sha256(content).hexdigest() == digest else None\n",
            "    return content\n",
        ),
    ),
    LEARNT + "test_a_reply_to_the_picture_is_for_its_question": (
        Guard(
            "a reply to a picture is for its question",
            "bot/sending/speaker.py",
            "            chat.keep_media(media, sent.message_id)\n",
            "            pass\n",
        ),
    ),
    HEARD + "test_listen_where_there_is_no_recording_is_no_answer_and_that_is_said": (
        Guard(
            "listen is no answer where there is no recording",
            "bot/handlers/listening.py",
            "    if learning.is_recorded(consultation):\n",
            "    if False:\n",
        ),
    ),
    HEARD + "test_a_reply_to_the_recording_answers_its_question": (
        Guard(
            "a reply to the recording of the open question moves on",
            "bot/handlers/older_screens.py",
            "    return None if found is None or _is_part_of(context, found, waits) else found\n",
            "    return found\n",
        ),
    ),
    HEARD + "test_a_voice_note_in_reply_to_an_earlier_recording_is_no_answer_to_this_question": (
        Guard(
            "a voice note that replies to another question is no answer to this one",
            "bot/handlers/voice_notes.py",
            "    code, place = replied or (world.loaded.consultation_codes[waits.slug], None)\n",
            "    code, place = world.loaded.consultation_codes[waits.slug], None\n",
        ),
    ),
    HEARD + "test_in_urdu_the_urdu_recording_comes_and_else_the_councils_first_and_says_so": (
        Guard(
            "a recording in another language says so",
            "bot/views/learning.py",
            "    if found.language != say.language:\n",
            "    if False:\n",
        ),
    ),
    APPROVED + "test_they_read_it_with_its_link_and_what_the_picture_shows": (
        Guard(
            "what is learnt is read before the approval",
            "bot/views/questions_to_read.py",
            '            yield Html("\\n".join(_to_learn(say, shown, asked.learn)))\n',
            "            pass\n",
        ),
    ),
    APPROVED + "test_an_edit_of_it_voids_the_approval": (
        Guard(
            "another picture under the same name is another version",
            "content/media.py",
            'named.model_copy(update={"digest": hashlib.sha256(content).hexdigest()})\n',
            "named\n",
        ),
    ),
    FILES + "test_what_is_no_picture": (
        Guard(
            "a picture is checked by its bytes",
            "content/media.py",
            "    found = measured(content)\n    if found is None or",
            "    found = measured(content)\n    if found is None:\n        return None\n    if",
        ),
    ),
    FILES + "test_a_picture_without_words_in_one_of_the_languages": (
        Guard(
            "what a picture shows is said in every language of the text",
            "content/media.py",
            "learn.text.root.keys() - picture.alt.root.keys()",
            "set[str]()",
        ),
    ),
    FILES + "test_a_link_that_is_not_https_or_hides_where_it_leads": (
        Guard(
            "a link names where it leads",
            "content/schema/learning.py",
            "    if _LINK.fullmatch(link) is None:\n",
            '    if not link.startswith("https:"):\n',
        ),
    ),
    OPEN + "test_nothing_to_learn_is_added_or_taken_away_while_people_answer": (
        Guard(
            "no learn step comes or goes while people answer",
            "engagement/consultations/lifecycle.py",
            "                q.learn is not None,\n",
            "",
        ),
    ),
}
