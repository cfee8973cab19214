"""One question of a consultation at a time, with its buttons and what has been chosen."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.after_close import above_question, came_late
from bot.views.answers import in_words, named
from bot.views.choices import Choice, are_short, choice_rows
from bot.views.learning import LISTEN, TURN, listen_button, to_learn
from bot.views.localiser import Localiser
from bot.views.results import scale
from content.schema.consultation import Consultation, Option, Question, QuestionKind
from content.schema.question import SEVERAL_KEYS
from content.words import Html
from engagement.consultations.typed_labels import numbered
from engagement.consultations.values import Value, is_lost
from usecases.consultations.steps import Step

LONGEST_SHOWN = 300
"""Characters of a resident's own words that are shown back: a message holds 4,096."""

GO_BACK, GO_SKIP, GO_DONE = 0, 1, 2
QUESTION_BUTTONS = ("q:", "g:", f"{TURN}:", f"{LISTEN}:")
"""The beginnings of what the buttons under a question carry."""


def question_topic(slug: str) -> str:
    """The topic of one consultation's questions: they share a message."""
    return f"c-{slug}"


_TYPED_KINDS = (QuestionKind.TEXT, QuestionKind.NUMBER, QuestionKind.DATE, QuestionKind.PLACE)
"""Where there is nothing to pick from."""


def step(say: Localiser, now: Step, *, fresh: bool = False) -> Screen:
    """One question, its options (on the buttons, or numbered where they are long), and the choice
    so far."""
    lines = _said_first(say, now)
    topic = question_topic(now.consultation.slug)
    if now.learning and now.question.learn is not None:
        found = to_learn(say, now, now.question.learn, lines, topic=topic)
        return replace(found, fresh=fresh or found.fresh)
    lines.append(
        say.html(
            "question-branching" if now.up_to else "question",
            number=now.number,
            total=now.total,
            text=now.question.text.say(say.language),
        )
    )
    lines += _choices(say, now)
    lines += _below(say, now)
    listen = listen_button(say, now, now.question)
    rows = (*_choice_buttons(say, now), *listen, *_move_buttons(say, now))
    return Screen(Html("\n".join(lines)), rows, topic, fresh=fresh)


def _said_first(say: Localiser, now: Step) -> list[Html]:
    """What is said above the question, of what was sent just now and of the close."""
    lines: list[Html] = []
    if now.comment_kept:
        picks = now.value is None and now.question.kind not in _TYPED_KINDS
        lines.append(say.html("comment-kept" if picks else "comment-kept-too"))
    if now.added and not came_late(now.after_close):
        lines.append(say.html("words-added"))
    if now.after_news:
        lines.append(say.html("question-after-news"))
    if now.after_others:
        lines.append(say.html("question-after-others"))
    if now.changed and not came_late(now.after_close):
        lines.append(say.html("answer-changed"))
    lines += _answered_besides(say, now)
    if now.comes_now:
        lines.append(say.html("question-comes-now"))
    if now.not_recorded:
        lines.append(say.html("listen-not-recorded"))
    if now.after_close is not None:
        lines += above_question(say, now.consultation, now.after_close)
    return lines


def _answered_besides(say: Localiser, now: Step) -> list[Html]:
    """What was taken just now as the answer to another question than the one below."""
    lines = []
    if now.aloud is not None:
        lines.append(answered_aloud(say, now.consultation, now.aloud))
    if now.instead is not None:
        lines.append(answered_instead(say, now.consultation, now.instead))
    if now.unseen is not None:
        lines.append(answered_unseen(say, now.consultation, now.unseen, "answered-too-back"))
    return lines


def answered_unseen(
    say: Localiser, consultation: Consultation, unseen: tuple[Question, Value], key: str
) -> Html:
    """Says what was taken as the answer to a question before it was in the chat."""
    question, value = unseen
    said = in_words(say, question, value)
    return say.html(key, answer=said, question=named(say, consultation, question))


def answered_instead(
    say: Localiser, consultation: Consultation, instead: tuple[Question, Value]
) -> Html:
    """Says which answer was put right, and what it is now."""
    question, value = instead
    said = in_words(say, question, value)
    return say.html("answer-instead", question=named(say, consultation, question), answer=said)


def answered_aloud(say: Localiser, consultation: Consultation, question: Question) -> Html:
    """Says that a voice note is kept, as the answer to which question, and what becomes of it."""
    return say.html("voice-kept", question=named(say, consultation, question))


def _choices(say: Localiser, now: Step) -> list[Html]:
    question = now.question
    if question.scale is not None:
        return [scale(say, question.scale)]
    if question.number is not None:
        ends = {"lowest": question.number.lowest, "highest": question.number.highest}
        return [say.html("question-number-hint", **ends)]
    if question.days is not None:
        return [say.html("question-date-hint", example=say.date(question.days.latest))]
    if question.kind is QuestionKind.PLACE:
        return [say.html("question-place-hint")]
    chosen = now.value if isinstance(now.value, tuple) else (now.value,)
    if are_short(option.label.say(say.language) for option in question.options):
        return []  # the buttons say them
    return [_listed(say, now, n, o, chosen) for n, o in enumerate(question.options, start=1)]


def _listed(
    say: Localiser, now: Step, number: int, option: Option, chosen: tuple[object, ...]
) -> Html:
    """An option with its number; of a ranking also with its place."""
    label = option.label.say(say.language)
    if option.key not in chosen:
        return say.html("question-option", number=number, label=label)
    if now.question.kind is QuestionKind.RANKING:
        place = chosen.index(option.key) + 1
        return say.html("question-ranked-option", number=number, label=label, place=place)
    return say.html("question-chosen-option", number=number, label=label)


def _below(say: Localiser, now: Step) -> list[Html]:
    question, value = now.question, now.value
    if question.kind is QuestionKind.TEXT:
        if value is None:
            return [say.html("question-voice-hint" if question.voice else "question-text-hint")]
        said = shortened(in_words(say, question, value))
        said = said if now.quoted else say.plain("words-not-quoted")
        key = "question-voice-current" if question.voice else "question-text-current"
        return [say.html(key, answer=said)]
    lines = []
    if question.kind in SEVERAL_KEYS:
        most, kind = question.max_choices, question.kind.value
        lines.append(
            say.html(f"question-{kind}-most", most=most)
            if most is not None
            else say.html(f"question-{kind}-hint")
        )
    if value is not None and value != ():
        said = in_words(say, question, value)
        lines.append(say.html("question-current", answer=said))
    if now.ticked and isinstance(value, tuple) and value:
        numbers = {option.key: n for n, option in enumerate(question.options, start=1)}
        if question.kind is QuestionKind.RANKING:
            numbers = {key: place for place, key in enumerate(value, start=1)}
        lines.append(say.html("question-several-less", number=numbers[value[0]]))
    return lines


def _choice_buttons(say: Localiser, now: Step) -> Rows:
    question = now.question
    points: Rows = ()
    if question.scale is not None:
        numbers = range(question.scale.lowest, question.scale.highest + 1)
        points = in_rows([Button(str(n), data("q", now.code, now.place, n)) for n in numbers])
    chosen = now.value if isinstance(now.value, tuple) else (now.value,)
    # The buttons carry the number of the option in the whole list: it stays the same whichever
    # of them are offered. What is shown and typed are the numbers of those offered.
    places = {o.key: n for n, o in numbered(now.consultation.question(question.key))}
    choices = [
        _choice(say, now, n, o, _press(now, places[o.key], o), chosen)
        for n, o in enumerate(question.options, start=1)
    ]
    return (*points, *choice_rows(say, choices)) if choices else points


def _press(now: Step, number: int, option: Option) -> str:
    """What a button carries. Where several may be chosen that ends in what it does, 1 to choose and
    0 to take off: a second tap, before the first has changed the screen, does nothing more."""
    if now.question.kind not in SEVERAL_KEYS:
        return data("q", now.code, now.place, number)
    is_chosen = isinstance(now.value, tuple) and option.key in now.value
    return data("q", now.code, now.place, number, int(not is_chosen))


def _choice(
    say: Localiser, now: Step, number: int, option: Option, press: str, chosen: tuple[object, ...]
) -> Choice:
    label, ticked = option.label.say(say.language), option.key in chosen
    if ticked and now.question.kind is QuestionKind.RANKING:
        return Choice(number, label, press, place=chosen.index(option.key) + 1)
    return Choice(number, label, press, ticked)


def _move_buttons(say: Localiser, now: Step) -> Rows:
    place = now.place
    several = now.question.kind in SEVERAL_KEYS
    answered = now.value not in (None, ()) and not is_lost(now.value)
    row = []
    if now.number > 1 or now.question.learn is not None:
        row.append(Button(say.plain("button-back"), data("g", now.code, place, GO_BACK)))
    if answered and not several:
        row.append(Button(say.plain("button-keep"), data("g", now.code, place, GO_SKIP)))
    elif not answered and not now.question.needs_answer:
        row.append(Button(say.plain("button-skip"), data("g", now.code, place, GO_SKIP)))
    if several:
        row.append(Button(say.plain("button-done"), data("g", now.code, place, GO_DONE)))
    return (tuple(row),) if row else ()


def shortened(text: str) -> str:
    """The beginning of a long text, on one line; the whole text stays stored."""
    # A long message is split at its line breaks, and a tag must not span two lines.
    line = " ".join(text.splitlines())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"
