"""Composing a broadcast, its preview, the second yes, its progress and its report."""

from __future__ import annotations

from math import ceil

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.spoken import Spoken
from content.schema import Consultation
from content.words import Html, escape
from engagement.broadcasts.delivery import DeliveryState, Reason
from engagement.broadcasts.lifecycle import LONGEST_UPDATE, BroadcastKind, BroadcastState
from usecases.broadcasts.approval import Decided, Progress, YesQuestion
from usecases.broadcasts.compose import Preview, PutAside, TextQuestion
from usecases.broadcasts.draft import SubjectQuestion, WardsQuestion
from usecases.broadcasts.send_again import AgainQuestion
from usecases.broadcasts.wording import Wording

TOPIC = "send"
MOST_WARDS_NAMED = 3
MOST_SECONDS = 120
"""From there on a time is told in minutes."""
BAR = 10


def broadcast(say: Spoken, wording: Wording, *, topic: str = "broadcast") -> Screen:
    """A broadcast exactly as its readers get it. Preview and sender both come through here."""
    if wording.kind is BroadcastKind.NEW_WARDS:
        return _new_wards(say, wording, topic)
    subject = None
    if wording.theme is not None:
        subject = wording.theme.called(say.language)
    elif wording.kind is BroadcastKind.OUTCOME and wording.consultation is not None:
        subject = _outcome(say, wording.consultation)
    named = [w.name for w in wording.wards]
    wards = (
        say.listed(named)
        if len(named) <= MOST_WARDS_NAMED
        else say.plain("broadcast-wards-many", count=len(named))
    )
    head = (
        say.html("broadcast-head", subject=subject, wards=wards)
        if subject
        else say.html("broadcast-head-plain", wards=wards)
    )
    parts = [head, escape(wording.text)]
    if say.language != "en":
        parts.append(say.html("broadcast-english-only"))
    asks = wording.kind is BroadcastKind.INVITATION
    if asks and wording.consultation is not None:
        parts.append(_invitation(say, wording.consultation))
    parts.append(say.html("broadcast-foot"))
    rows: Rows = ()
    if asks and wording.code is not None:
        rows = ((Button(say.plain("button-answer-now"), data("b", wording.code)),),)
    return Screen(Html("\n".join(parts)), rows, topic=topic, fresh=True)


def _new_wards(say: Spoken, wording: Wording, topic: str) -> Screen:
    """Which ward is home now, with the names it mostly became first."""
    home = wording.home.name if wording.home else ""
    text = say.html("wards-changed", vintage=str(say.world.vintage), ward=home)
    codes = say.world.loaded.ward_codes
    rows: Rows = tuple((Button(w.name, data("mp", codes[w.code])),) for w in wording.likely)
    rows += ((Button(say.plain("button-postcode"), "mw"),),)
    rows += ((Button(say.plain("button-list"), data("ml", 0)),),)
    return Screen(text, rows, topic=topic, fresh=True)


def _outcome(say: Spoken, consultation: Consultation) -> str:
    return say.plain("subject-outcome", title=consultation.title.say(say.language))


def _invitation(say: Spoken, consultation: Consultation) -> Html:
    return say.html(
        "broadcast-invitation",
        title=consultation.title.say(say.language),
        questions=len(consultation.questions),
        minutes=consultation.minutes,
        closes=say.day(consultation.closes_at),
    )


def wards_question(say: Spoken, asked: WardsQuestion) -> Screen:
    """Who is it for?"""
    lines = [say.html("send-wards")]
    for number, ward in asked.listed:
        key = "send-wards-row-chosen" if ward.code in asked.chosen else "send-wards-row"
        lines.append(say.html(key, number=number, ward=ward.name))
    if asked.chosen:
        lines.append(say.html("send-wards-chosen", count=len(asked.chosen)))
    codes = say.world.loaded.ward_codes
    rows = in_rows([Button(str(n), data("sw", codes[w.code])) for n, w in asked.listed])
    if asked.pages > 1:
        following = (asked.page + 1) % asked.pages
        rows += ((Button(say.plain("button-more"), data("sp", following)),),)
    if asked.of_plan:
        label = say.plain("button-plan-wards", count=asked.of_plan)
        rows += ((Button(label, data("sa", 1)),),)
    if asked.new_wards:
        rows += ((Button(say.plain("button-new-wards"), "sn"),),)
    every = Button(say.plain("button-all-wards", count=asked.count), data("sa", 0))
    done = Button(say.plain("button-done"), "sd")
    rows += ((every, done) if asked.chosen else (every,), (_cancel(say),))
    return Screen(Html("\n".join(lines)), rows, TOPIC)


def subject_question(say: Spoken, asked: SubjectQuestion) -> Screen:
    """What is it about?"""
    subjects = [
        *(t.called(say.language) for t in asked.themes),
        *(
            say.plain("send-subject-consultation", title=c.title.say(say.language))
            for c in asked.consultations
        ),
        *(_outcome(say, c) for c in asked.closed),
    ]
    rows: Rows = tuple(
        (Button(subject, data("ss", number)),) for number, subject in enumerate(subjects, start=1)
    )
    rows += ((Button(say.plain("send-subject-other"), data("ss", 0)),), (_cancel(say),))
    lines = [say.html("send-subject")]
    lines += [
        say.html("send-subject-row", number=n, subject=s)
        for n, s in enumerate([*subjects, say.plain("send-subject-other")], start=1)
    ]
    return Screen(Html("\n".join(lines)), rows, TOPIC)


def text_question(say: Spoken, _: TextQuestion) -> Screen:
    """Write it as you'd say it to a neighbour."""
    return Screen(say.html("send-text", most=LONGEST_UPDATE), ((_cancel(say),),), TOPIC)


def preview(say: Spoken, shown: Preview) -> Screen:
    """The message itself, the exact number, and what can be done."""
    copy = broadcast(say, shown.wording)
    parts = [say.html("send-preview"), copy.text, *_buttons_told(say, copy)]
    key = "send-people-up-to" if shown.up_to else "send-people"
    parts.append(say.html(key, people=shown.people, time=_time(say, shown.seconds)))
    if shown.grew:
        parts.append(say.html("send-grew"))
    if shown.second_yes:
        threshold = say.world.thresholds.second_yes
        parts.append(say.html("send-needs-second", threshold=threshold))
    send = Button(say.plain("button-send", people=shown.people), "sy")
    rows = (
        (send,),
        (Button(say.plain("button-send-me"), "sm"), Button(say.plain("button-change"), "sc")),
        (_cancel(say),),
    )
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def _time(say: Spoken, seconds: int) -> Html:
    """How long it takes, as people say it."""
    if seconds <= MOST_SECONDS:
        return say.html("send-seconds", seconds=seconds)
    return say.html("send-minutes", minutes=ceil(seconds / 60))


def _buttons_told(say: Spoken, copy: Screen) -> list[Html]:
    """A preview's own buttons are for its author: the readers' stand in words."""
    labels = [button.label for row in copy.rows for button in row]
    return [say.html("send-button-below", label=label) for label in labels]


def put_aside(say: Spoken, _: PutAside) -> Screen:
    """Cancelled."""
    return Screen(say.html("send-put-aside"), topic=TOPIC)


def yes_question(say: Spoken, asked: YesQuestion) -> Screen:
    """The copy and the number, for the second person."""
    parts = [say.html("yes-question", author=asked.author, people=asked.people)]
    copy = broadcast(say, asked.wording)
    parts += [copy.text, *_buttons_told(say, copy)]
    if asked.grew:
        parts.append(say.html("yes-question-grew"))
    yes = Button(say.plain("button-yes-send", people=asked.people), data("y", asked.code, 1))
    no = Button(say.plain("button-no-send"), data("y", asked.code, 0))
    return Screen(Html("\n\n".join(parts)), ((yes,), (no,)), _yes_topic(asked.code))


def decided(say: Spoken, done: Decided) -> Screen:
    """What the second person said."""
    text = say.html("decided-yes", people=done.people) if done.said_yes else say.html("decided-no")
    return Screen(text, topic=_yes_topic(done.code))


def progress(say: Spoken, now: Progress) -> Screen:
    """Where a broadcast stands, and in the end a report whose lines add up to its audience."""
    topic = f"b-{now.code}"
    match now.state:
        case BroadcastState.AWAITING_YES:
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
            return Screen(_report(say, now), _again_button(say, now), topic)


def _sending(say: Spoken, now: Progress) -> Html:
    done, audience = now.tally.settled, max(1, now.tally.audience)
    full = done * BAR // audience
    bar = "▓" * full + "░" * (BAR - full)
    return say.html("progress-sending", bar=bar, done=done, all=now.tally.audience)


def _report(say: Spoken, now: Progress) -> Html:
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
TOLD = frozenset(
    {
        Reason.GROUP_LEFT,
        Reason.GROUP_MOVED,
        Reason.NO_SUCH_CHAT,
        Reason.MARKS_REFUSED,
        Reason.TOO_LONG,
        Reason.TOO_LARGE,
        Reason.REFUSED,
        Reason.NOT_MADE,
        Reason.CUT_OFF,
        Reason.TELEGRAM_TROUBLE,
        Reason.NOT_TELEGRAM,
        Reason.END_NOT_SEEN,
    }
)
"""What the line above does not say already."""


def _reasons(say: Spoken, now: Progress, key: str) -> list[Html]:
    """Why what one line counts came to that, in words: the most frequent first."""
    state = _STATE_OF.get(key)
    why = [(count, reason) for (s, reason), count in now.reasons.items() if s is state]
    return [
        say.html("progress-reason", count=count, reason=say.plain(f"reason-{reason.value}"))
        for count, reason in sorted(why, reverse=True)
        if reason in TOLD
    ]


def _again_button(say: Spoken, now: Progress) -> Rows:
    if now.up_to or not now.unknown_once:
        return ()
    label = say.plain("button-send-again", people=now.unknown_once)
    return ((Button(label, data("ta", now.code)),),)


def again_question(say: Spoken, asked: AgainQuestion) -> Screen:
    """The message, and to how many it would go once more."""
    copy = broadcast(say, asked.wording)
    text = say.html("send-again-question", people=asked.people)
    yes = Button(say.plain("button-yes-send-again", people=asked.people), data("ty", asked.code))
    later = Button(say.plain("button-later"), data("tn", asked.code))
    parts = [text, copy.text, *_buttons_told(say, copy)]
    return Screen(Html("\n\n".join(parts)), ((yes,), (later,)), f"a-{asked.code}")


def _yes_topic(code: int) -> str:
    return f"y-{code}"


def _cancel(say: Spoken) -> Button:
    return Button(say.plain("button-cancel"), "sx")
