"""A broadcast's progress as its author sees it, and the report at the end."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import Button, Rows, Screen, data
from bot.views.broadcast_goes_out import goes_out, held, paused, waits_for_a_week
from bot.views.broadcast_message import named
from bot.views.broadcast_send_again import send_again_button
from bot.views.localiser import Localiser
from content.words import Html
from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState
from usecases.broadcasts.progress import Progress, Stopped

TAKE_BACK = "tb"
"""The button that takes back what has not left yet."""
CORRECT = "tc"
"""The button that begins a correction."""
BAR = 10
"""Characters of the progress bar: a tenth each."""


def progress(say: Localiser, now: Progress) -> Screen:
    """A broadcast's progress, and at the end its report, in rounded numbers: under the name of the
    message, since others may be waiting too."""
    screen = _state(say, now)
    return replace(screen, text=Html(f"{named(say, now.name)}\n{screen.text}"))


def _state(say: Localiser, now: Progress) -> Screen:
    topic = f"b-{now.code}"
    if now.goes_out.sends_held:
        return _held(say, now, topic)
    match now.state:
        case BroadcastState.AWAITING_APPROVAL:
            return Screen(*_awaiting(say, now), topic)
        case BroadcastState.APPROVED:
            text = say.html("progress-approved", people=say.people(now.people))
            return Screen(text, topic=topic)
        case BroadcastState.SENDING:
            rows = _take_back(say, now) + _correct(say, now)
            return Screen(_sending(say, now), rows, topic)
        case BroadcastState.DECLINED:
            return Screen(_declined(say, now), _take_up(say, now), topic)
        case BroadcastState.EXPIRED:
            key = "progress-questions-closed" if now.questions_closed else "progress-expired"
            return Screen(say.html(key), _take_up(say, now), topic)
        case BroadcastState.CANCELLED:
            if now.held_back is not None:
                return Screen(say.html("progress-held-back"), topic=topic)
            key = "progress-dropped" if now.dropped else "progress-cancelled"
            return Screen(say.html(key), _take_up(say, now), topic)
        case BroadcastState.SENT:
            rows = send_again_button(say, now) + _take_back(say, now) + _correct(say, now)
            return Screen(_report(say, now), rows, topic)


def _held(say: Localiser, now: Progress, topic: str) -> Screen:
    """Nothing goes out until an administrator lets it. What its author can do stays."""
    people, rows = say.people(now.people), _take_back(say, now) + _correct(say, now)
    text = say.html("progress-sends-held", people=people)
    if now.state is BroadcastState.AWAITING_APPROVAL:
        text, rows = _awaiting(say, now)
    elif now.state is BroadcastState.SENT:
        text = _report(say, now)
        rows = send_again_button(say, now) + rows
    return Screen(Html("\n".join([text, *goes_out(say, now.goes_out)])), rows, topic)


def _awaiting(say: Localiser, now: Progress) -> tuple[Html, Rows]:
    people = say.people(now.people)
    text = (
        say.html("progress-awaiting", people=people, asked=say.listed(now.asked))
        if now.asked
        else say.html("progress-awaiting-somebody", people=people)
    )
    if now.answer_by:
        day = say.last_moment(now.answer_by)
        text = Html(text + "\n" + say.html("progress-awaiting-by", day=day))
    if now.author_away:
        text = Html(text + "\n" + say.html("progress-awaiting-away"))
    return text, ((Button(say.plain("button-take-back"), data("t", now.code)),),)


def _declined(say: Localiser, now: Progress) -> Html:
    text = (
        say.html("progress-declined", who=now.decided_by)
        if now.decided_by
        else say.html("progress-declined-unnamed")
    )
    if now.reason:
        text = Html(text + "\n" + say.html("progress-declined-why", reason=now.reason))
    return text


def _take_up(say: Localiser, now: Progress) -> Rows:
    return ((Button(say.plain("button-change-and-send"), data("yr", now.code)),),)


def _correct(say: Localiser, now: Progress) -> Rows:
    if not now.may_correct:
        return ()
    return ((Button(say.plain("button-correct"), data(CORRECT, now.code)),),)


def _take_back(say: Localiser, now: Progress) -> Rows:
    if not now.may_take_back:
        return ()
    return ((Button(say.plain("button-take-back-rest"), data(TAKE_BACK, now.code)),),)


def _sending(say: Localiser, now: Progress) -> Html:
    people = say.people(now.people)
    if now.tenths is None:
        lines = [say.html("progress-sending-few", people=people)]
    else:
        bar = "▓" * now.tenths + "░" * (BAR - now.tenths)
        percent = now.tenths * 100 // BAR
        lines = [say.html("progress-sending", bar=bar, percent=percent, people=people)]
    if now.goes_out.at_night and not now.goes_out.too_late:
        lines.append(say.html("progress-night"))
    lines += paused(say, now.goes_out) + held(say, now.goes_out)
    lines += waits_for_a_week(say, now.goes_out)
    return Html("\n".join(lines))


def _report(say: Localiser, now: Progress) -> Html:
    lines = [say.html("progress-sent", people=say.people(now.people))]
    for name, number in now.lines.items():
        key = "progress-line-stopped" if now.stopped and name == "taken-back" else _LINES[name]
        lines.append(say.html(key, count=say.number(number)))
        lines += _reasons(say, now, name)
    if now.held_back is not None:
        lines.append(say.html("progress-held-back"))
    if now.stopped is not None:
        lines += _stopped(say, now.stopped)
    elif now.taken_back:
        lines.append(say.html("progress-taken-back"))
    lines += waits_for_a_week(say, now.goes_out)
    if now.decided_by:
        lines.append(say.html("progress-said-yes", who=now.decided_by))
    return Html("\n".join(lines))


def _stopped(say: Localiser, stopped: Stopped) -> list[Html]:
    why = say.plain("manage-reason", reason=stopped.reason)
    who = stopped.by or say.plain("held-author-left")
    return [
        say.html("asked-poll-stopped", reason=why),
        say.html("progress-poll-stopped-by", who=who),
    ]


_LINES = {
    "sent": "progress-line-sent",
    "gone": "progress-line-gone",
    "failed": "progress-line-failed",
    "unknown": "progress-line-unknown",
    "held-back": "progress-line-held-back",
    "too-late": "progress-line-too-late",
    "not-released": "progress-line-not-released",
    "taken-back": "progress-line-taken-back",
}
_STATE_OF = {
    "failed": DeliveryState.FAILED,
    "unknown": DeliveryState.UNKNOWN,
}
NAMED_REASONS = frozenset(
    {
        Reason.GROUP_LEFT,
        Reason.GROUP_MOVED,
        Reason.NO_SUCH_CHAT,
        Reason.MARKUP_REFUSED,
        Reason.TOO_LONG,
        Reason.TOO_LARGE,
        Reason.REFUSED,
        Reason.NOT_RENDERED,
        Reason.DISCONNECTED,
        Reason.TELEGRAM_ERROR,
        Reason.NOT_TELEGRAM,
        Reason.NEVER_SETTLED,
    }
)
"""The reasons that the report names: those that the line above them doesn't say already."""


def _reasons(say: Localiser, now: Progress, name: str) -> list[Html]:
    """The reasons for one line, the most frequent first."""
    return [
        say.html("progress-reason", reason=say.plain(f"reason-{reason.value}"))
        for state, reason in now.reasons
        if state is _STATE_OF.get(name) and reason in NAMED_REASONS
    ]
