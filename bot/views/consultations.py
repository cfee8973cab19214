"""Consultations: the list of open ones, the introduction, and who decides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.localiser import Localiser
from content.duration import minutes
from content.schema.consultation import Consultation
from content.words import Html
from engagement.consultations.steering import how_told
from engagement.consultations.survey import ResponseState
from usecases.consultations.open_list import Intro, OpenList
from usecases.consultations.steps import FormQuestion

FORM = "bf"
"""The buttons that choose a form, and the one that goes on after the short form."""


def open_list(say: Localiser, found: OpenList) -> Screen:
    """The open consultations; if there are none, the upcoming ones."""
    paused = paused_lines(say, found.paused)
    if not found.rows:
        lines = [*(paused or [say.html("consultations-none")])]
        lines += [
            say.html(
                "consultations-upcoming",
                title=c.title.say(say.language),
                opens=say.opens(c.opens_at),
            )
            for c in found.upcoming
        ]
        return Screen(Html("\n".join(lines)), topic="consultations")
    lines = [say.html("consultations-list")]
    lines += [
        say.html(
            "consultations-row",
            number=number,
            title=row.consultation.title.say(say.language),
            closes=say.closes(row.consultation.closes_at),
            state=row.state.value if row.state else "none",
        )
        for number, row in enumerate(found.rows, start=1)
    ]
    buttons = [
        Button(f"{number} {row.consultation.title.say(say.language)}", data("c", row.code))
        for number, row in enumerate(found.rows, start=1)
    ]
    return Screen(Html("\n".join([*lines, *paused])), in_rows(buttons, 1), topic="consultations")


def paused_lines(say: Localiser, paused: Iterable[tuple[Consultation, datetime]]) -> list[Html]:
    """Which consultations take no answers, and when each goes on."""
    return [
        say.html("consultations-paused", title=c.title.say(say.language), opens=say.opens(until))
        for c, until in paused
    ]


def intro(say: Localiser, found: Intro) -> Screen:
    """What a consultation is for, with the buttons to answer it."""
    consultation = found.consultation
    text = say.html(
        "intro",
        title=consultation.title.say(say.language),
        purpose=consultation.purpose.say(say.language),
        questions=len(consultation.questions),
        minutes=minutes(consultation, say.language),
        closes=say.closes(consultation.closes_at),
    )
    text = Html(f"{text}\n{what_comes_next(say, consultation)}")
    rows = answer_buttons(say, found.code)
    if found.state in (ResponseState.COMPLETE, ResponseState.PARTIAL):
        complete = found.state is ResponseState.COMPLETE
        text = Html(text + "\n\n" + say.html(f"intro-state-{found.state.value}"))
        label = say.plain("button-change-answers" if complete else "button-go-on")
        rows = ((Button(label, data("b", found.code)),), *rows[1:])
    if found.several:
        rows += ((Button(say.plain("button-back"), "co"),),)
    return Screen(text, rows, topic="consultations")


def form_question(say: Localiser, asked: FormQuestion) -> Screen:
    """How much time somebody has. The one with fewer questions comes first; where both take about
    as long, the number of questions tells them apart."""
    forms = (asked.short, asked.consultation)
    labels = [_about_minutes(say, form) for form in forms]
    if len({*labels}) < len(labels):
        labels = [_questions_and_minutes(say, form) for form in forms]
    rows = tuple(
        (Button(label, data(FORM, asked.code, int(form is asked.short))),)
        for form, label in zip(forms, labels, strict=True)
    )
    text = say.html(
        "form-question",
        short=len(asked.short.questions),
        every=len(asked.consultation.questions),
    )
    return Screen(text, rows, topic="consultations", fresh=True)


def _about_minutes(say: Localiser, form: Consultation) -> str:
    return say.plain("button-about-minutes", minutes=minutes(form, say.language))


def _questions_and_minutes(say: Localiser, form: Consultation) -> str:
    said = {"questions": len(form.questions), "minutes": minutes(form, say.language)}
    return say.plain("button-questions-minutes", **said)


def what_comes_next(say: Localiser, consultation: Consultation) -> Html:
    """Two dates, never one: when people hear the results, and when a decision is due, if the
    consultation says so; or how people have heard by now. No sentence promises the decision itself,
    nor anything to somebody who has stopped messages."""
    if how := how_told(consultation):
        return say.html("results-told", how=how)
    if say.guest:
        return say.html("guest-results-by", hear=say.day(consultation.hear_by))
    if say.stopped:
        return say.html("results-leaving" if say.leaving else "results-stopped")
    dates = [say.html("results-by", hear=say.day(consultation.hear_by))]
    if consultation.decision_due is not None:
        dates.append(say.html("decision-due", due=say.day(consultation.decision_due)))
    return Html(" ".join(dates))


def answer_buttons(say: Localiser, code: int) -> Rows:
    """The buttons "Answer now", "Later" and "Who decides?"."""
    return (
        (Button(say.plain("button-answer-now"), data("b", code)),),
        (
            Button(say.plain("button-later"), data("z", code)),
            Button(say.plain("button-who-decides"), data("d", code)),
        ),
    )


def later(say: Localiser, found: Intro) -> Screen:
    """Says that there is no hurry, and when the consultation closes."""
    closes = say.closes(found.consultation.closes_at)
    return Screen(say.html("later", closes=closes), topic="later", fresh=True)


def who_decides(say: Localiser, found: Intro) -> Screen:
    """Who decides, what is still open, and other ways to take part."""
    consultation = found.consultation
    parts = [
        say.html(
            "who-decides",
            decided_by=consultation.decided_by.say(say.language),
            can_change=consultation.can_change.say(say.language),
        )
    ]
    if consultation.other_ways is not None:
        other = consultation.other_ways.say(say.language)
        parts.append(say.html("who-decides-other-ways", other_ways=other))
    row = ((Button(say.plain("button-answer-now"), data("b", found.code)),),)
    return Screen(Html("\n".join(parts)), row, topic="who-decides", fresh=True)
