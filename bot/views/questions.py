"""One question of a consultation at a time, with its buttons and what has been chosen."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.after_close import above_question, came_late
from bot.views.choices import Choice, are_short, choice_rows
from bot.views.localiser import Localiser
from bot.views.results import scale
from content.schema.consultation import QuestionKind
from content.words import Html, separator
from engagement.consultations.survey import labels
from usecases.consultations.answer import Step

LONGEST_SHOWN = 300
"""Characters of a resident's own words that are shown back: a message holds 4,096."""

GO_BACK, GO_SKIP, GO_DONE = 0, 1, 2
QUESTION_BUTTONS = ("q:", "g:")
"""The beginnings of what the buttons under a question carry."""


def question_topic(slug: str) -> str:
    """The topic of one consultation's questions: they share a message."""
    return f"c-{slug}"


def step(say: Localiser, now: Step, *, fresh: bool = False) -> Screen:
    """One question, its options (on the buttons, or numbered where they are long), and the choice
    so far."""
    lines: list[Html] = []
    if now.comment_kept:
        lines.append(say.html("comment-kept" if now.value is None else "comment-kept-too"))
    if now.added and not came_late(now.after_close):
        lines.append(say.html("words-added"))
    if now.after_news:
        lines.append(say.html("question-after-news"))
    if now.changed and not came_late(now.after_close):
        lines.append(say.html("answer-changed"))
    if now.after_close is not None:
        lines += above_question(say, now.consultation, now.after_close)
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
    rows = (*_choice_buttons(say, now), *_move_buttons(say, now))
    return Screen(Html("\n".join(lines)), rows, question_topic(now.consultation.slug), fresh=fresh)


def _choices(say: Localiser, now: Step) -> list[Html]:
    question = now.question
    if question.scale is not None:
        return [scale(say, question.scale)]
    chosen = now.value if isinstance(now.value, tuple) else (now.value,)
    if are_short(option.label.say(say.language) for option in question.options):
        return []  # the buttons say them
    return [
        say.html(
            "question-chosen-option" if option.key in chosen else "question-option",
            number=number,
            label=option.label.say(say.language),
        )
        for number, option in enumerate(question.options, start=1)
    ]


def _below(say: Localiser, now: Step) -> list[Html]:
    question, value = now.question, now.value
    if question.kind is QuestionKind.TEXT:
        if value is None:
            return [say.html("question-text-hint")]
        said = shortened(str(value)) if now.quoted else say.plain("words-not-quoted")
        return [say.html("question-text-current", answer=said)]
    lines = []
    if question.kind is QuestionKind.SEVERAL:
        most = question.max_choices
        lines.append(
            say.html("question-several-most", most=most)
            if most is not None
            else say.html("question-several-hint")
        )
    if value not in (None, ()):
        said = separator(say.language).join(labels(question, value, say.language))
        lines.append(say.html("question-current", answer=said))
    if now.ticked and isinstance(value, tuple) and value:
        numbers = {option.key: n for n, option in enumerate(question.options, start=1)}
        lines.append(say.html("question-several-less", number=numbers[value[0]]))
    return lines


def _choice_buttons(say: Localiser, now: Step) -> Rows:
    question, place = now.question, now.number - 1
    if question.scale is not None:
        numbers = range(question.scale.lowest, question.scale.highest + 1)
        return in_rows([Button(str(n), data("q", now.code, place, n)) for n in numbers])
    chosen = now.value if isinstance(now.value, tuple) else (now.value,)
    choices = [
        Choice(n, o.label.say(say.language), data("q", now.code, place, n), o.key in chosen)
        for n, o in enumerate(question.options, start=1)
    ]
    return choice_rows(say, choices)


def _move_buttons(say: Localiser, now: Step) -> Rows:
    place = now.number - 1
    several = now.question.kind is QuestionKind.SEVERAL
    answered = now.value not in (None, ())
    row = []
    if now.number > 1:
        row.append(Button(say.plain("button-back"), data("g", now.code, place, GO_BACK)))
    if answered and not several:
        row.append(Button(say.plain("button-keep"), data("g", now.code, place, GO_SKIP)))
    elif not answered and not now.question.required:
        row.append(Button(say.plain("button-skip"), data("g", now.code, place, GO_SKIP)))
    if several:
        row.append(Button(say.plain("button-done"), data("g", now.code, place, GO_DONE)))
    return (tuple(row),) if row else ()


def shortened(text: str) -> str:
    """The beginning of a long text, on one line; the whole text stays stored."""
    # A long message is split at its line breaks, and a tag must not span two lines.
    line = " ".join(text.splitlines())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"
