"""Consultations, their questions, the receipt, and /mine."""

from __future__ import annotations

from collections.abc import Sequence

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.joining import answer_buttons
from bot.views.spoken import Spoken
from content.schema import Consultation, Question, QuestionKind
from content.words import Html
from engagement.consultations.survey import ResponseState, Value, labels
from usecases.consultations.answer import Intro, OpenList, Receipt, Step
from usecases.consultations.mine import GivenAnswers, Mine

LONGEST_SHOWN = 300
MOST_COMMENTS = 3
"""Characters of a resident's own words that are shown back: a message holds 4,096."""

GO_BACK, GO_SKIP, GO_DONE = 0, 1, 2


def topic(consultation: Consultation) -> str:
    """The message of a consultation's questions is its own."""
    return question_topic(consultation.slug)


def question_topic(slug: str) -> str:
    """The topic of one consultation's questions."""
    return f"c-{slug}"


def open_list(say: Spoken, found: OpenList) -> Screen:
    """What is open, or what comes next."""
    if not found.rows:
        lines = [say.html("consultations-none")]
        lines += [
            say.html(
                "consultations-upcoming", title=c.title.say(say.language), opens=say.day(c.opens_at)
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
            closes=say.day(row.consultation.closes_at),
            state=row.state.value if row.state else "none",
        )
        for number, row in enumerate(found.rows, start=1)
    ]
    buttons = [
        Button(f"{number} {row.consultation.title.say(say.language)}", data("c", row.code))
        for number, row in enumerate(found.rows, start=1)
    ]
    return Screen(Html("\n".join(lines)), in_rows(buttons, 1), topic="consultations")


def intro(say: Spoken, found: Intro) -> Screen:
    """What a consultation is for, and the way in."""
    consultation = found.consultation
    text = say.html(
        "intro",
        title=consultation.title.say(say.language),
        purpose=consultation.purpose.say(say.language),
        questions=len(consultation.questions),
        minutes=consultation.minutes,
        closes=say.day(consultation.closes_at),
        hear=say.day(consultation.hear_by),
    )
    rows = answer_buttons(say, found.code)
    if found.state in (ResponseState.COMPLETE, ResponseState.PARTIAL):
        complete = found.state is ResponseState.COMPLETE
        text = Html(text + "\n\n" + say.html(f"intro-state-{found.state.value}"))
        label = say.plain("button-change-answers" if complete else "button-go-on")
        rows = ((Button(label, data("b", found.code)),), *rows[1:])
    return Screen(text, rows, topic="consultations")


def later(say: Spoken, found: Intro) -> Screen:
    """No hurry."""
    closes = say.day(found.consultation.closes_at)
    return Screen(say.html("later", closes=closes), topic="later", fresh=True)


def who_decides(say: Spoken, found: Intro) -> Screen:
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


def step(say: Spoken, now: Step, *, fresh: bool = False) -> Screen:
    """One question, its options by number, and what is chosen."""
    lines: list[Html] = []
    if now.comment_kept:
        lines.append(say.html("comment-kept"))
    lines.append(
        say.html(
            "question",
            number=now.number,
            total=len(now.consultation.questions),
            text=now.question.text.say(say.language),
        )
    )
    lines += _choices(say, now)
    lines += _below(say, now)
    rows = (*_choice_buttons(now), *_move_buttons(say, now))
    return Screen(Html("\n".join(lines)), rows, topic(now.consultation), fresh=fresh)


def _choices(say: Spoken, now: Step) -> list[Html]:
    question = now.question
    if question.scale is not None:
        return [
            say.html(
                "question-scale",
                lowest=question.scale.lowest,
                lowest_label=question.scale.lowest_label.say(say.language),
                highest=question.scale.highest,
                highest_label=question.scale.highest_label.say(say.language),
            )
        ]
    chosen = now.value if isinstance(now.value, tuple) else (now.value,)
    return [
        say.html(
            "question-chosen-option" if option.key in chosen else "question-option",
            number=number,
            label=option.label.say(say.language),
        )
        for number, option in enumerate(question.options, start=1)
    ]


def _below(say: Spoken, now: Step) -> list[Html]:
    question, value = now.question, now.value
    if question.kind is QuestionKind.TEXT:
        if value is None:
            return [say.html("question-text-hint")]
        return [say.html("question-text-current", answer=shortened(str(value)))]
    lines = []
    if question.kind is QuestionKind.SEVERAL:
        most = question.max_choices
        lines.append(
            say.html("question-several-most", most=most)
            if most is not None
            else say.html("question-several-hint")
        )
    if question.kind is QuestionKind.SCALE and value is not None:
        lines.append(say.html("question-current", answer=str(value)))
    return lines


def _choice_buttons(now: Step) -> Rows:
    question = now.question
    if question.scale is not None:
        numbers = range(question.scale.lowest, question.scale.highest + 1)
    else:
        numbers = range(1, len(question.options) + 1)
    place = now.number - 1
    return in_rows([Button(str(n), data("q", now.code, place, n)) for n in numbers])


def _move_buttons(say: Spoken, now: Step) -> Rows:
    place = now.number - 1
    row = []
    if now.number > 1:
        row.append(Button(say.plain("button-back"), data("g", now.code, place, GO_BACK)))
    if now.question.kind is QuestionKind.SEVERAL and now.value:
        row.append(Button(say.plain("button-done"), data("g", now.code, place, GO_DONE)))
    elif now.value is not None:
        row.append(Button(say.plain("button-keep"), data("g", now.code, place, GO_SKIP)))
    elif not now.question.required:
        row.append(Button(say.plain("button-skip"), data("g", now.code, place, GO_SKIP)))
    return (tuple(row),) if row else ()


def receipt(say: Spoken, done: Receipt) -> Screen:
    """Saved, the code, how to change it, and what happens next."""
    consultation = done.consultation
    total = len(consultation.questions)
    parts = [
        say.html(
            "receipt",
            answered=done.answered,
            total=total,
            complete="yes" if done.answered == total else "no",
        )
    ]
    if done.answered:
        parts.append(say.html("receipt-code", receipt=done.receipt))
        parts.append(say.html("receipt-change", closes=say.day(consultation.closes_at)))
        parts.append(
            say.html(
                "receipt-next",
                decided_by=consultation.decided_by.say(say.language),
                hear=say.day(consultation.hear_by),
            )
        )
    change = Button(say.plain("button-change-answers"), data("b", done.code))
    return Screen(Html("\n".join(parts)), ((change,),), topic(consultation))


def mine(say: Spoken, found: Mine) -> Screen:
    """Every response with its answers, and a way to change what is open."""
    if not found.responses:
        return Screen(say.html("mine-none"), topic="mine")
    parts = [say.html("mine-heading")]
    buttons = []
    for given in found.responses:
        part = _given(say, given)
        parts.append(part)
        if given.open:
            title = given.consultation.title.say(say.language)
            label = say.plain("button-change-title", title=title)
            buttons.append(Button(label, data("b", given.code)))
    return Screen(Html("\n\n".join(parts)), in_rows(buttons, 1), topic="mine")


def _given(say: Spoken, given: GivenAnswers) -> Html:
    consultation = given.consultation
    lines = [say.html("mine-consultation", title=consultation.title.say(say.language))]
    for question in consultation.questions:
        value = given.values.get(question.key)
        lines.append(
            say.html(
                "mine-answer",
                question=question.text.say(say.language),
                answer=say.plain("mine-not-answered")
                if value is None
                else in_words(say, question, value),
            )
        )
        lines += _comments(say, given.comments.get(question.key, ()))
    if given.state is ResponseState.COMPLETE:
        lines.append(say.html("mine-receipt", receipt=given.receipt))
    if given.open:
        lines.append(say.html("mine-open", closes=say.day(consultation.closes_at)))
    else:
        lines.append(say.html("mine-closed", hear=say.day(consultation.hear_by)))
    return Html("\n".join(lines))


def _comments(say: Spoken, comments: Sequence[str]) -> list[Html]:
    """The last few of what was written to one question, and how many there are before them."""
    before = len(comments) - MOST_COMMENTS
    lines = [say.html("mine-comments-before", count=before)] if before > 0 else []
    latest = comments[-MOST_COMMENTS:]
    return [*lines, *(say.html("mine-comment", comment=shortened(text)) for text in latest)]


def in_words(say: Spoken, question: Question, value: Value) -> str:
    """An answer as its resident saw it, shortened where it is long."""
    return shortened(", ".join(labels(question, value, say.language)))


def shortened(text: str) -> str:
    """The beginning of a long text, on one line; the whole of it stays stored."""
    # A long message is cut at its line breaks, and a tag must not go over one.
    line = " ".join(text.splitlines())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"
