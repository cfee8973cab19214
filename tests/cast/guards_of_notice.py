"""Guards of what people are told in time, and of screens that must not say what is no longer so."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

JOURNEYS = "tests/journeys"
NAMING = f"{JOURNEYS}/safety/test_the_end_of_a_naming.py::"

IN_FILES = "tests/wardmote/commands/test_elections_in_the_files.py::"
OLD_WARDS = "tests/storage/people/test_boundary_rows.py::"
HELD = f"{JOURNEYS}/broadcasts/test_screens_while_sends_are_held.py::"
MOVED = f"{JOURNEYS}/people/test_i_moved_is_a_yes.py::"
STRANGERS = f"{JOURNEYS}/safety/test_strangers_type_a_removal.py::"
COMPLAINT = f"{JOURNEYS}/people/test_what_is_a_complaint.py::"
UPDATES = "tests/engagement/broadcasts/test_text_of_an_update.py::"
URGENT = f"{JOURNEYS}/broadcasts/test_urgent_messages.py::"
WAITING = f"{JOURNEYS}/broadcasts/test_corrections_that_wait.py::"
PAUSE = f"{JOURNEYS}/broadcasts/test_invitations_in_a_pause.py::"
ALIKE = f"{JOURNEYS}/broadcasts/test_waiting_tells_of_nobody.py::"
TOO_LATE = f"{JOURNEYS}/broadcasts/test_reports_of_what_came_too_late.py::"
HELD_LATER = f"{JOURNEYS}/broadcasts/test_held_tells_of_nobody.py::"

NOTICE: Mapping[str, tuple[Guard, ...]] = {
    f"{NAMING}test_all_three_hear_a_week_and_a_day_before_and_that_one_is_left": (
        Guard(
            "each of the three times is said once",
            "usecases/operations/duty_notices.py",
            "        if not await deployment.was_noted(tx, TOLD, _subject(holder, stage)):\n",
            "        if True:\n",
        ),
        Guard(
            "nobody is woken for a duty that ends in a week",
            "usecases/operations/duty_notices.py",
            "if stage is None or (world.is_quiet and stage is not Ending.OVER):",
            "if stage is None:",
        ),
    ),
    f"{NAMING}test_with_two_others_the_end_itself_is_no_news": (
        Guard(
            "that a duty is over is news only where too few are left",
            "usecases/operations/duty_notices.py",
            "if one.people and _is_news(one)]",
            "if one.people]",
        ),
    ),
    f"{NAMING}test_who_is_named_for_three_days_hears_on_the_last_only": (
        Guard(
            "who has just been named is not told of it again",
            "engagement/staff/duties.py",
            " if holder.named_at is None or holder.named_at < since else None",
            "",
        ),
    ),
    f"{IN_FILES}test_questions_that_are_new_may_not_have_opened_in_a_hold": (
        Guard(
            "questions that are new don't open in a hold",
            "usecases/world.py",
            "        _refuse_opening_in_a_hold(library, old, consultation, now)\n",
            "",
        ),
    ),
    f"{IN_FILES}test_questions_that_open_later_may_not_open_in_a_hold": (
        Guard(
            "questions that are still to open don't open in a hold",
            "content/crosschecks.py",
            "            yield from _opens_in_a_hold(sheet, council)\n",
            "            pass\n",
        ),
    ),
    f"{OLD_WARDS}test_a_ward_that_nobody_has_is_told_as_one_that_a_few_have": (
        Guard(
            "that somebody has a former ward is not told by the line about it",
            "usecases/people/old_wards.py",
            "    old = (earlier | gone | lived_in) - library.wards.keys()\n",
            "    old = lived_in - library.wards.keys()\n",
        ),
    ),
    f"{HELD}test_who_approved_it_reads_so_too": (
        Guard(
            "screens that say that sends are held are edited once they are not",
            "usecases/broadcasts/staff_notices.py",
            "        found += await _no_longer_held(tx, world, staff)\n",
            "        pass\n",
        ),
    ),
    f"{MOVED}test_words_that_say_neither_or_both_move_nobody": (
        Guard(
            "yes and a no after it is no yes",
            "content/moved_home.py",
            " if begins is not None and begins is _SAYS.get(as_spoken(rest)) else None\n",
            "\n",
        ),
    ),
    f"{STRANGERS}test_what_is_known_of_it_is_for_that_chat_and_gone_after_an_hour": (
        Guard(
            "what is in memory of a stranger's chat is gone after an hour",
            "bot/receiving/strangers_signposts.py",
            "            del self._by_chat[over]\n",
            "            pass\n",
        ),
    ),
    f"{COMPLAINT}test_hello_is_no_complaint_and_the_question_stays": (
        Guard(
            "hello below the question of a complaint is none",
            "bot/handlers/typed_to_complaint.py",
            "    if greets(text) or yes_or_no(text) is True:\n",
            "    if False:\n",
        ),
    ),
    f"{COMPLAINT}test_what_answers_something_newer_is_not_asked_about": (
        Guard(
            "what is for something newer is no complaint",
            "bot/handlers/what_waits.py",
            " or is_overlaid(context, waits)\n",
            "\n",
        ),
    ),
    f"{HELD_LATER}test_what_was_sent_before_an_election_is_listed_whether_anybody_waits_or_not": (
        Guard(
            "what was sent before an election meets it, whether anybody waits or not",
            "usecases/broadcasts/before_election.py",
            "    for found in await _sent_before_a_hold(tx, world):\n",
            "    for found in ():\n",
        ),
    ),
    f"{HELD_LATER}test_the_author_sees_that_it_waits_and_that_it_was_dropped": (
        Guard(
            "an author reads of an election that has begun since",
            "usecases/broadcasts/goes_out.py",
            "    return _with_later_holds(world, goes, found)\n",
            "    return goes\n",
        ),
    ),
    f"{URGENT}test_a_correction_of_an_urgent_message_is_as_urgent": (
        Guard(
            "a correction of an urgent message waits for nothing",
            "engagement/broadcasts/gate.py",
            "URGENT_CORRECTION: Terms(in_budget=False, expires=False, at_any_time=True)",
            "URGENT_CORRECTION: Terms(in_budget=False, expires=False)",
        ),
    ),
    f"{UPDATES}test_of_too_long_corrections_the_oldest_are_cut_and_none_is_left_out": (
        Guard(
            "no correction is left out",
            "engagement/broadcasts/update_text.py",
            "else _cut(one, left))",
            'else "")',
        ),
    ),
    f"{WAITING}test_a_correction_stays_in_the_news_when_what_it_corrects_is_taken_back": (
        Guard(
            "the text of a message that was taken back isn't shown with its correction",
            "usecases/plans/news.py",
            'text=text if sent.taken_back_at is None else "",',
            "text=text,",
        ),
    ),
    f"{PAUSE}test_an_invitation_approved_in_a_pause_waits_and_says_until_when": (
        Guard(
            "an invitation that waits for a pause isn't reported as sent",
            "usecases/broadcasts/progress.py",
            " or goes.paused or",
            " or",
        ),
    ),
    f"{ALIKE}test_who_has_had_a_message_when_a_poll_ends": (
        Guard(
            "a report doesn't change when what it is about closes",
            "usecases/broadcasts/goes_out.py",
            "    return replace(goes, closes=closes)\n",
            "    return replace(goes, weekly=world.now() < closes, closes=closes)\n",
        ),
    ),
    f"{ALIKE}test_an_election_over_when_it_is_night": (
        Guard(
            "what is let go at night isn't over before the morning",
            "usecases/broadcasts/progress.py",
            "        return not goes.at_night\n",
            "        return True\n",
        ),
        Guard(
            "the report is shown in the morning also where nobody had waited",
            "usecases/broadcasts/staff_notices.py",
            "        over = is_report and not ALLOWED[known.state]\n",
            "        over = not ALLOWED[known.state]\n",
        ),
    ),
    f"{TOO_LATE}test_a_poll_let_go_after_an_election_when_it_is_too_late_says_so": (
        Guard(
            "an author reads that it was let go too late",
            "usecases/broadcasts/goes_out.py",
            "too_late=was_let_go_too_late(world, found))",
            "too_late=False)",
        ),
        Guard(
            "the officer reads that it was let go too late",
            "usecases/broadcasts/election_hold.py",
            "too_late=release and was_let_go_too_late(",
            "too_late=not release and was_let_go_too_late(",
        ),
    ),
    f"{PAUSE}test_to_nobody_it_waits_as_well": (
        Guard(
            "an invitation to nobody waits for a pause too",
            "usecases/broadcasts/deliver.py",
            " or waits_for_a_pause(world, found) is not None\n",
            "\n",
        ),
    ),
}
