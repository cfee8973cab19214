"""The signposts for somebody in danger, and the alerts about them for the named people."""

from __future__ import annotations

from datetime import timedelta

from bot.screens import Button, Removal, Rows, Screen, data
from bot.views.localiser import Localiser
from content.safety_words import help_line
from content.words import Html
from engagement.staff.duties import Ending
from usecases.conversation.chat import SIGNPOSTS
from usecases.conversation.safety import Signposts
from usecases.operations.close_alert import (
    ClosedAlert,
    ClosedBefore,
    ClosedElsewhere,
    CloseQuestion,
    DoneQuestion,
    NotClosed,
)
from usecases.operations.duty_notices import DutyNotice
from usecases.operations.safety_alerts import (
    AlertNotice,
    AlertsStop,
    OpenAlerts,
    OpenedAlert,
    SafetyAlert,
)

MOST_LISTED = 50


def signposts(say: Localiser, shown: Signposts) -> Screen:
    """Whom to call, before anything else is said."""
    council = say.world.library.council
    own = council.safeguarding
    missing = say.plain("safety-number-missing")
    parts = [
        say.html("safety-now", emergency=help_line(council, "emergency").number),
        say.html("safety-nobody-reads"),
        say.html(
            "safety-lines",
            crisis=help_line(council, "crisis").number,
            samaritans=help_line(council, "samaritans").number,
            childline=help_line(council, "childline").number,
            abuse=help_line(council, "abuse").number,
        ),
        say.html(
            "safety-council",
            council=council.name,
            day=own.day or missing,
            out_of_hours=own.out_of_hours or missing,
        ),
    ]
    if shown.passed_on is not None:
        parts.append(say.html("safety-passed-on" if shown.passed_on else "safety-not-kept"))
    text = Html("\n\n".join(parts))
    if shown.message_id is None:
        return Screen(text, topic=TOPIC, fresh=True)
    return Screen(text, _remove(say, shown.message_id), _topic(shown.message_id), fresh=True)


TOPIC = "safety"
"""The topic of signposts begins so: each message of the person has signposts of its own."""
ALERT = "alert"
OPENED = "-words"
"""The end of the topic of the screen with an alert's words."""
MINUTES_SAID, HOURS_SAID = timedelta(hours=2), timedelta(days=2)
"""Shorter times are said in minutes, then in hours, longer ones in days."""
CLOSING = "alert-closing"
"""The topic of what is asked before an alert is closed."""


def removal(say: Localiser, *, theirs: int, ours: int | None, asked: int | None) -> Removal:
    """Both messages, and what to say once they are gone or could not be removed. Where that was
    ``asked`` in a message it goes too, and the bot says nothing: a reply would stay there."""
    return Removal(
        message_ids=tuple(n for n in (theirs, ours, asked) if n is not None),
        topic=_topic(theirs),
        done=say.plain("safety-removed") if asked is None else None,
        refused=say.plain("safety-remove-late"),
        failed=say.plain("safety-remove-failed"),
    )


def alert(say: Localiser, notice: AlertNotice) -> Screen:
    """The alert, never with the words: its reference, and what to do."""
    found = notice.alert
    if notice.nobody_named:
        key = "alert-nobody-reached" if notice.none_reached else "alert-nobody-named"
        return Screen(say.html(key, reference=found.reference), topic=_of(found))
    parts = [_head(say, found)]
    if notice.reminder:
        parts.insert(0, _still_open(say, say.world.now() - found.raised_at))
    if notice.restored:
        parts.append(say.html("alert-after-restore"))
    return Screen(Html("\n".join(parts)), _acts(say, found), _of(found), fresh=True)


def _still_open(say: Localiser, how_long: timedelta) -> Html:
    """For how long nobody has closed an alert, in the unit that says it in few figures."""
    if how_long < MINUTES_SAID:
        return say.html("alert-still-open", minutes=int(how_long.total_seconds() // 60))
    if how_long < HOURS_SAID:
        return say.html("alert-still-open-hours", hours=int(how_long.total_seconds() // 3600))
    return say.html("alert-still-open-days", days=how_long.days)


def alerts_stop(say: Localiser, _: AlertsStop) -> Screen:
    """One of the named people gets no more messages."""
    return Screen(say.html("alerts-stop"), topic="alerts", fresh=True)


def duty_ends(say: Localiser, notice: DutyNotice) -> Screen:
    """Who reads words of danger no longer, from when, and how many are left."""
    over = notice.stage is Ending.OVER
    who = say.listed(sorted({holder.label for holder in notice.who}))
    day = say.day(notice.until - timedelta(seconds=1))
    parts = [
        say.html("danger-duty-over" if over else "danger-duty-ends", who=who, day=day),
        say.html("danger-left-now" if over else "danger-left-then", left=notice.left),
        say.html("danger-name-again"),
    ]
    return Screen(Html("\n".join(parts)), topic="duty-ends", fresh=True)


def opened(say: Localiser, shown: OpenedAlert) -> Screen:
    """The words, for one of the named people."""
    found = shown.alert
    parts = [_head(say, found)]
    if shown.ward is not None:
        parts.append(say.html("alert-ward", ward=shown.ward))
    if shown.shared:
        parts.append(say.html("alert-shared-phone"))
    parts += [
        say.html("alert-words", when=say.day_and_time(said.written_at), text=said.text)
        for said in shown.words
    ]
    if not shown.words:
        parts.append(say.html("alert-words-gone" if found.has_words else "alert-no-words"))
    parts.append(say.html("alert-opening-noted"))
    if found.closed_at is not None:
        when, by = say.day_and_time(found.closed_at), shown.closed_by or say.plain("alert-somebody")
        parts.append(say.html("alert-was-closed", when=when, by=by, done=found.done or ""))
    rows = () if found.closed_at is not None else (_write(say, found),)
    return Screen(Html("\n".join(parts)), rows, f"{_of(found)}{OPENED}", fresh=True)


def open_alerts(say: Localiser, shown: OpenAlerts) -> Screen:
    """The references of the alerts that nobody has closed."""
    if not shown.alerts:
        return Screen(say.html("alerts-none"), topic="alerts")
    lines = [
        say.html("alert-row", reference=found.reference, when=say.day_and_time(found.raised_at))
        for found in shown.alerts[-MOST_LISTED:]
    ]
    return Screen(Html("\n".join([say.html("alerts-open"), *lines])), topic="alerts")


def done_question(say: Localiser, asked: DoneQuestion) -> Screen:
    """What was done?"""
    text = say.html("alert-what-was-done", reference=asked.alert.reference)
    return Screen(text, ((_cancel(say, asked.alert),),), CLOSING, fresh=True)


def close_question(say: Localiser, asked: CloseQuestion) -> Screen:
    """Is this what was done?"""
    text = say.html("alert-closes-with", reference=asked.alert.reference, done=asked.done)
    close = Button(say.plain("button-close-it"), data("dk", asked.alert.id))
    return Screen(text, ((close,), (_cancel(say, asked.alert),)), CLOSING, fresh=True)


def closed(say: Localiser, done: ClosedAlert) -> Screen:
    """The alert is closed."""
    reference = done.alert.reference
    if done.before:
        text = say.html("alert-added", reference=reference, who=done.before)
    else:
        text = say.html("alert-closed", reference=reference)
    return Screen(text, topic=CLOSING)


def closed_before(say: Localiser, found: ClosedBefore) -> Screen:
    """Somebody has closed it already. What this person wrote stays in sight, and can be added."""
    alert, who = found.alert, found.who or say.plain("alert-somebody")
    text = say.html("alert-closed-before", reference=alert.reference, who=who)
    if not found.done:
        how = say.html("alert-how-to-add", reference=alert.reference)
        return Screen(Html(f"{text}\n{how}"), topic=CLOSING)
    text = Html(f"{text}\n{say.html('alert-to-add', done=found.done)}")
    add = Button(say.plain("button-add-what-was-done"), data("dk", alert.id))
    return Screen(text, ((add,), (_cancel(say, alert),)), CLOSING, fresh=True)


def closed_elsewhere(say: Localiser, found: ClosedElsewhere) -> Screen:
    """A colleague has closed it: there is nothing to write, and the words can still be read."""
    alert, who = found.alert, found.who or say.plain("alert-somebody")
    text = say.html("alert-closed-by", reference=alert.reference, who=who)
    read = Button(say.plain("button-read-words"), data("do", alert.id))
    return Screen(text, ((read,),) if alert.has_words else (), _of(alert))


def not_closed(say: Localiser, left: NotClosed) -> Screen:
    """It stays as it is."""
    return Screen(say.html("alert-not-closed", reference=left.alert.reference), topic=CLOSING)


def _cancel(say: Localiser, found: SafetyAlert) -> Button:
    return Button(say.plain("button-cancel"), data("dx", found.id))


def _head(say: Localiser, found: SafetyAlert) -> Html:
    when = say.day_and_time(found.raised_at)
    if found.has_words:
        return say.html("alert-raised", reference=found.reference, when=when)
    return say.html("alert-signposts", reference=found.reference, when=when, times=found.times)


def _acts(say: Localiser, found: SafetyAlert) -> Rows:
    read = Button(say.plain("button-read-words"), data("do", found.id))
    return ((read,), _write(say, found)) if found.has_words else (_write(say, found),)


def _write(say: Localiser, found: SafetyAlert) -> tuple[Button, ...]:
    return (Button(say.plain("button-what-was-done"), data("dc", found.id)),)


def _remove(say: Localiser, message_id: int) -> Rows:
    return ((Button(say.plain("button-remove-from-chat"), data("dr", message_id)),),)


def _topic(message_id: int) -> str:
    return f"{SIGNPOSTS}{message_id}"


def _of(found: SafetyAlert) -> str:
    return f"{ALERT}-{found.id}"
