"""Entering submissions, step by step."""

from __future__ import annotations

from datetime import date

from bot.screens import Button, Rows, Screen, data
from bot.views.choices import Choice, choice_rows
from bot.views.localiser import Localiser
from bot.views.reading import TOPIC as READING
from bot.views.reading import language_name, submission_line
from content.words import Html
from usecases.consultations.submissions import (
    KINDS,
    STEPS,
    ChangeWhat,
    HowItCame,
    SubmissionDropped,
    SubmissionKept,
    SubmissionPreview,
    SubmissionStep,
    WhichConsultation,
)
from usecases.consultations.submissions_entered import TakeOutQuestion

TOPIC = "submission"
_ASKS = {
    "sender": "submission-sender",
    "received": "submission-received",
    "signatures": "submission-signatures-question",
    "text": "submission-text",
}


def which(say: Localiser, found: WhichConsultation) -> Screen:
    """To which consultation?"""
    choices = [
        Choice(number, one.title.say(say.language), data("wc", code))
        for number, (code, one) in enumerate(found.rows, 1)
    ]
    lines = [say.html("submission-unclear")] if found.unclear else []
    lines.append(say.html("submission-which"))
    lines += [say.html("reading-row", number=c.number, title=c.label) for c in choices]
    rows = (*choice_rows(say, choices), _cancel(say))
    return Screen(Html("\n".join(lines)), rows, topic=TOPIC)


def how(say: Localiser, asked: HowItCame) -> Screen:
    """What is it?"""
    title = asked.consultation.title.say(say.language)
    rows = tuple(
        (Button(say.plain(f"submission-kind-{kind.value}"), data("wk", place)),)
        for place, kind in enumerate(KINDS)
    )
    lines = [say.html("submission-unclear")] if asked.unclear else []
    lines.append(say.html("submission-how", title=title))
    return Screen(Html("\n".join(lines)), (*rows, _cancel(say)), topic=TOPIC)


def step(say: Localiser, asked: SubmissionStep) -> Screen:
    """The next thing to type."""
    rows: Rows = ((Button(say.plain("button-back"), "wi"), *_cancel(say)),)
    if asked.step == "received":
        rows = ((Button(say.plain("button-today"), "wd"),), *rows)
    lines = [say.html(_ASKS[asked.step])]
    if asked.entered:
        entered = asked.entered
        if asked.step == "received":
            entered = say.date(date.fromisoformat(entered))
        lines.append(say.html("submission-entered", entered=entered))
    return Screen(Html("\n".join(lines)), rows, topic=TOPIC)


def change_what(say: Localiser, asked: ChangeWhat) -> Screen:
    """What is wrong?"""
    rows = tuple(
        (Button(say.plain("button-submission-change", step=one), data("wn", STEPS.index(one))),)
        for one in asked.steps
    )
    last = (Button(say.plain("button-back"), "wi"), *_cancel(say))
    return Screen(say.html("submission-change"), (*rows, last), topic=TOPIC)


def preview(say: Localiser, found: SubmissionPreview) -> Screen:
    """Everything, before it is kept."""
    title = found.consultation.title.say(say.language)
    entered = found.entered
    lines = [
        say.html("submission-preview", title=title),
        submission_line(say, entered),
        say.html("reading-words", text=entered.text),
        say.html("reading-written-in", named=language_name(say, found.language)),
    ]
    if found.signs:
        lines.append(say.html("submission-signs"))
    rows: list[tuple[Button, ...]] = []
    if found.same is not None:
        before, who = found.same
        lines.append(
            say.html(
                "submission-same",
                who=who or say.plain("alert-somebody"),
                day=say.date(before.received_on),
            )
        )
        rows.append((Button(say.plain("button-drop-this"), "wz"),))
    keep = "button-keep-both" if found.same is not None else "button-keep-submission"
    rows.append((Button(say.plain(keep), "wy"),))
    rows.append((Button(say.plain("button-change-something"), "wh"),))
    summary = "button-own-words" if entered.is_summary else "button-is-summary"
    rows.append((Button(say.plain(summary), data("ws", int(not entered.is_summary))),))
    rows += [
        (Button(say.plain("button-it-is-in", named=language_name(say, one)), data("wl", place)),)
        for place, one in enumerate(found.languages)
        if one != found.language
    ]
    return Screen(Html("\n".join(lines)), (*rows, _cancel(say)), topic=TOPIC)


def kept(say: Localiser, done: SubmissionKept) -> Screen:
    """It is kept."""
    title = done.consultation.title.say(say.language)
    show = Button(say.plain("button-show-it"), data("vt", done.entered.number, 0))
    another = Button(say.plain("button-add-submission"), "wb")
    return Screen(say.html("submission-kept", title=title), ((show,), (another,)), topic=TOPIC)


def dropped(say: Localiser, done: SubmissionDropped) -> Screen:
    """Nothing was kept."""
    another = Button(say.plain("button-add-submission"), "wb")
    key = "submission-dropped-same" if done.same else "submission-dropped"
    return Screen(say.html(key), ((another,),), topic=TOPIC)


def take_out(say: Localiser, asked: TakeOutQuestion) -> Screen:
    """Was it entered by mistake?"""
    lines = [say.html("submission-take-out"), submission_line(say, asked.entered)]
    yes = Button(say.plain("button-take-out-yes"), data("wo", asked.number))
    back = Button(say.plain("button-back"), data("vt", asked.number, 0))
    return Screen(Html("\n".join(lines)), ((yes,), (back,)), topic=READING)


def _cancel(say: Localiser) -> tuple[Button, ...]:
    return (Button(say.plain("button-cancel"), "wx"),)
