"""A broadcast's progress as its author sees it, and the report at the end."""

from __future__ import annotations

from bot.screens import Button, Screen, data
from bot.views.broadcast_send_again import send_again_button
from bot.views.localiser import Localiser
from content.words import Html
from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState
from usecases.broadcasts.progress import Progress

BAR = 10
"""Characters of the progress bar."""


def progress(say: Localiser, now: Progress) -> Screen:
    """A broadcast's progress, and at the end a report whose lines add up to its audience."""
    topic = f"b-{now.code}"
    match now.state:
        case BroadcastState.AWAITING_APPROVAL:
            text = say.html("progress-awaiting", people=now.people, asked=say.listed(now.asked))
            back = Button(say.plain("button-take-back"), data("t", now.code))
            return Screen(text, ((back,),), topic)
        case BroadcastState.APPROVED:
            return Screen(say.html("progress-approved", people=now.people), topic=topic)
        case BroadcastState.SENDING:
            if now.up_to:
                return Screen(say.html("progress-approved", people=now.approved), topic=topic)
            return Screen(_sending(say, now), topic=topic)
        case BroadcastState.DECLINED:
            text = (
                say.html("progress-declined", who=now.decided_by)
                if now.decided_by
                else say.html("progress-declined-unnamed")
            )
            return Screen(text, topic=topic)
        case BroadcastState.CANCELLED:
            key = "progress-cancelled" if now.held_back is None else "progress-held-back"
            return Screen(say.html(key), topic=topic)
        case BroadcastState.SENT:
            return Screen(_report(say, now), send_again_button(say, now), topic)


def _sending(say: Localiser, now: Progress) -> Html:
    done, audience = now.tally.settled, max(1, now.tally.audience)
    full = done * BAR // audience
    bar = "▓" * full + "░" * (BAR - full)
    return say.html("progress-sending", bar=bar, done=done, all=now.tally.audience)


def _report(say: Localiser, now: Progress) -> Html:
    tally = now.tally
    if now.up_to:
        sent = say.html("progress-sent-up-to", people=now.approved)
        if now.held_back is None:
            return sent
        return Html(f"{sent}\n{say.html('progress-held-back')}")
    lines = [say.html("progress-sent", all=tally.audience)]
    lines.append(say.html("progress-line-sent", count=tally.sent))
    for key, count in (
        ("progress-line-blocked", tally.blocked),
        ("progress-line-failed", tally.failed),
        ("progress-line-unknown", tally.unknown),
        ("progress-line-cancelled", tally.cancelled - (now.held_back or 0)),
        ("progress-line-held-back", now.held_back or 0),
    ):
        if count:
            lines.append(say.html(key, count=count))
            lines += _reasons(say, now, key)
    if now.held_back is not None:
        lines.append(say.html("progress-held-back"))
    if now.approved != tally.audience:
        lines.append(say.html("progress-approved-at", people=now.approved))
    if now.decided_by:
        lines.append(say.html("progress-said-yes", who=now.decided_by))
    return Html("\n".join(lines))


_STATE_OF = {
    "progress-line-blocked": DeliveryState.BLOCKED,
    "progress-line-failed": DeliveryState.FAILED,
    "progress-line-unknown": DeliveryState.UNKNOWN,
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


def _reasons(say: Localiser, now: Progress, key: str) -> list[Html]:
    """The reasons for one line's count, the most frequent first."""
    state = _STATE_OF.get(key)
    why = [(count, reason) for (s, reason), count in now.reasons.items() if s is state]
    return [
        say.html("progress-reason", count=count, reason=say.plain(f"reason-{reason.value}"))
        for count, reason in sorted(why, reverse=True)
        if reason in NAMED_REASONS
    ]
