"""The quick polls that staff have asked: the list, one of them, and ending one early."""

from __future__ import annotations

from collections.abc import Sequence

from bot.screens import Button, Rows, Screen, data
from bot.views.broadcast_goes_out import goes_out, waits_for_a_week
from bot.views.broadcast_message import wards_or_number
from bot.views.choices import cut
from bot.views.localiser import Localiser
from bot.views.polls import total_lines
from content.words import Html
from usecases.broadcasts.asked_polls import (
    LONGEST_REASON,
    REASONS,
    AskedPoll,
    AskedPolls,
    PollStopped,
    StopQuestion,
)
from usecases.broadcasts.poll_notices import PollNotice

TOPIC, STOP_TOPIC = "asked-polls", "stop-poll"
"""The topics of the list and one poll, and of ending one."""
SHOW, STOP, REASON, DO, LEAVE = "as", "ax", "aw", "ay", "az"


def listed(say: Localiser, found: AskedPolls) -> Screen:
    """The polls, each with a button."""
    others = _others(say, found.others)
    if not found.polls:
        none = say.html("asked-polls-none-of-these" if others else "asked-polls-none")
        return Screen(Html("\n".join([none, *others])), topic=TOPIC)
    lines, rows = [say.html("asked-polls")], []
    for number, one in enumerate(found.polls, start=1):
        closes = say.closes(one.poll.closes_at)
        state = "stopped" if one.stopped is not None else "open" if one.is_open else "over"
        lines.append(
            say.html(
                "asked-polls-row",
                number=number,
                question=one.question,
                state=state,
                closes=closes,
            )
        )
        label = cut(f"{number} {one.question}")
        rows.append((Button(label, data(SHOW, one.code), name=f"{number} {one.question}"),))
    return Screen(Html("\n".join([*lines, *others])), tuple(rows), TOPIC)


def _others(say: Localiser, questions: Sequence[str]) -> list[Html]:
    """What went to these wards and to others, so that nobody asks the same again."""
    if not questions:
        return []
    named = [say.html("asked-polls-other", question=question) for question in questions]
    return [say.html("asked-polls-others"), *named]


def shown(say: Localiser, found: AskedPoll) -> Screen:
    """One poll and its latest total."""
    known = say.world.known_wards
    wards = [known[code] for code in found.wards if code in known]
    closes = say.closes(found.poll.closes_at)
    lines = [
        say.html("poll-question", question=found.question),
        say.html("asked-poll-for", wards=wards_or_number(say, wards)),
    ]
    if found.stopped is not None:
        why = say.plain("manage-reason", reason=found.stopped)
        lines.append(say.html("asked-poll-stopped", reason=why))
        lines += _notice(say, found.notice)
    else:
        lines.append(
            say.html("asked-poll-open" if found.is_open else "asked-poll-over", closes=closes)
        )
    parts = ["\n".join(lines)]
    if found.hidden_until is not None:
        parts.append(say.html("poll-total-election", day=say.day(found.hidden_until)))
    else:
        total = total_lines(say, found.question, found.poll, found.total, is_open=found.is_open)
        parts.append("\n".join(total))
    parts.append(say.html("asked-poll-no-consultation"))
    rows: Rows = ()
    if found.may_stop:
        rows += ((Button(say.plain("button-stop-poll"), data(STOP, found.code)),),)
    rows += ((Button(say.plain("button-back"), "al"),),)
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def _notice(say: Localiser, notice: PollNotice | None) -> list[Html]:
    """That those who had answered don't know it yet, or won't."""
    if notice is None:
        return []
    if notice.dropped:
        return [say.html("asked-poll-not-told")]
    return [*goes_out(say, notice.goes_out), *waits_for_a_week(say, notice.goes_out)]


def stop_question(say: Localiser, asked: StopQuestion) -> Screen:
    """Asks why, and then whether to end it for that reason."""
    head = say.html("poll-question", question=asked.question)
    leave = Button(say.plain("button-leave-poll"), LEAVE)
    if not asked.reason:
        text = say.html("stop-poll-why", most=LONGEST_REASON)
        rows: Rows = tuple(
            (Button(say.plain("manage-reason", reason=reason), data(REASON, asked.code, place)),)
            for place, reason in enumerate(REASONS)
        )
        return Screen(Html(f"{head}\n{text}"), (*rows, (leave,)), STOP_TOPIC)
    why = say.plain("manage-reason", reason=asked.reason)
    text = Html("\n".join([say.html("stop-poll-sure", reason=why), *goes_out(say, asked.goes_out)]))
    stop = Button(say.plain("button-stop-poll-now"), data(DO, asked.code))
    return Screen(Html(f"{head}\n{text}"), ((stop,), (leave,)), STOP_TOPIC)


def stopped(say: Localiser, done: PollStopped) -> Screen:
    """It has ended, or goes on."""
    head = say.html("poll-question", question=done.question)
    if done.kept:
        return Screen(Html(f"{head}\n{say.html('stop-poll-left')}"), topic=STOP_TOPIC)
    lines = [head, _first(say, done) if done.unsent else say.html("stop-poll-done")]
    return Screen(Html("\n".join([*lines, *goes_out(say, done.goes_out)])), topic=STOP_TOPIC)


def _first(say: Localiser, done: PollStopped) -> Html:
    """A colleague had stopped it, for another reason: that is what people read."""
    return say.html(
        "stop-poll-first",
        who=done.by or say.plain("alert-somebody"),
        reason=say.plain("manage-reason", reason=done.reason),
        unsent=say.plain("manage-reason", reason=done.unsent),
    )
