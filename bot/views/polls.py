"""A quick poll as people see it: what it asks, their answer, and what others say so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.screens import Button, Rows, Screen, data
from bot.views.choices import Choice, are_short, choice_rows, cut
from bot.views.localiser import Localiser
from bot.views.reach_council import with_council
from bot.views.results import option_label
from content.schema.authored import Localised
from content.schema.consultation import Option, Question, QuestionKind
from content.words import Html
from content.written_in import may_be_in
from engagement.broadcasts.polls import Poll
from engagement.insight.disclosure import PublishedOption
from engagement.insight.poll_steps import ASKED, STEP, option_key
from usecases.broadcasts.message import BroadcastMessage
from usecases.consultations.answer_poll import PollShown
from usecases.consultations.polls_in_front import NoAnswer, PollLater, WhichPoll
from usecases.release.poll_steps import PollTotal

ANSWER, OPEN = "bp", "bo"
"""The buttons that give an answer, and that show a poll as it is now."""
POLL_TOPIC, WHICH_TOPIC = "quick-", "which-quick"
"""The topics of one poll, before its code, and of a choice between several."""
IN_PLACE, BELOW = 0, 1
"""The last number of ``OPEN``: whether it changes the message that was tapped."""


def poll_topic(code: int) -> str:
    """The topic of one poll."""
    return f"{POLL_TOPIC}{code}"


def as_question(question: str, answers: tuple[str, ...]) -> Question:
    """A poll as a question with options: it is read, typed and counted as these are."""
    options = tuple(
        Option(key=option_key(place), label=Localised({"en": answer}))
        for place, answer in enumerate(answers)
    )
    text = Localised({"en": question})
    return Question(key=ASKED, kind=QuestionKind.SINGLE, text=text, options=options)


def asked(say: Localiser, poll: Poll, *, alone: bool) -> list[Html]:
    """What is below the question in the message: the answers, where the buttons can't say them, and
    until when it can be answered. With others in one message the answers are behind a button."""
    closes = say.closes(poll.closes_at)
    if not alone:
        return [say.html("poll-until-beside", closes=closes)]
    return [*_listed(say, poll.answers), say.html("poll-until", closes=closes)]


def answer_rows(say: Localiser, poll: Poll, code: int, tag: int, mine: int | None = None) -> Rows:
    """A button for each answer. What can be typed for it has no number where none is shown."""
    choices = [
        Choice(place + 1, answer, data(ANSWER, code, place, tag), chosen=place == mine)
        for place, answer in enumerate(poll.answers)
    ]
    rows = choice_rows(say, choices)
    if not are_short(poll.answers):
        return rows
    return tuple((replace(row[0], name=one.label),) for row, one in zip(rows, choices, strict=True))


def open_button(say: Localiser, shown: BroadcastMessage) -> Button:
    """The button to a poll that is in one message with other things."""
    label = cut(say.plain("button-answer-title", title=shown.text))
    return Button(label, data(OPEN, shown.code or 0, shown.tag, BELOW))


def no_answer(say: Localiser, told: NoAnswer) -> Screen:
    """What was typed is no answer to these polls: they are shown again."""
    parts = [say.html("poll-unclear" if told.unclear else "poll-no-answer")]
    if len(told.polls) == 1:
        [shown] = told.polls
        parts += [say.html("poll-question", question=shown.question)]
        parts += _listed(say, shown.poll.answers)
        closes, key = say.closes(shown.poll.closes_at), "poll-until"
        if shown.mine is None:
            parts.append(say.html(key, closes=closes))
        else:
            mine = shown.poll.answers[shown.mine]
            parts.append(say.html("poll-mine", answer=mine, closes=closes))
        rows = answer_rows(say, shown.poll, shown.code, shown.tag, shown.mine)
        topic = poll_topic(shown.code)
    else:
        opens = [(one.question, data(OPEN, one.code, one.tag, BELOW)) for one in told.polls]
        rows, topic = _by_question(say, opens), WHICH_TOPIC
    parts.append(say.html("poll-something-else"))
    return Screen(with_council(say, Html("\n".join(parts))), rows, topic)


def which(say: Localiser, asked: WhichPoll) -> Screen:
    """Asks to which of several polls an answer was given."""
    found = [(one.question, data(ANSWER, one.code, place, one.tag)) for one, place in asked.polls]
    return Screen(say.html("poll-which", answer=asked.text), _by_question(say, found), WHICH_TOPIC)


def later(say: Localiser, told: PollLater) -> Screen:
    """Somebody answers later."""
    return Screen(say.html("poll-later", closes=say.closes(told.shown.poll.closes_at)))


def _by_question(say: Localiser, found: Sequence[tuple[str, str]]) -> Rows:
    """A button for each poll, by its question, with a number that can be typed."""
    rows = []
    for number, (question, pressed) in enumerate(found, start=1):
        label = f"{number} {question}"
        rows.append((Button(cut(label), pressed, name=label),))
    return tuple(rows)


def poll(say: Localiser, shown: PollShown) -> Screen:
    """The poll for somebody who was asked, with their answer and the latest total."""
    closes = say.closes(shown.poll.closes_at)
    is_open = say.world.now() < shown.poll.closes_at
    lines = [say.html("poll-head"), say.html("poll-question", question=shown.question)]
    if is_open:
        lines += _listed(say, shown.poll.answers)
    if not may_be_in(" ".join((shown.question, *shown.poll.answers)), say.language):
        lines.append(say.html("broadcast-not-translated"))
    if shown.mine is None:
        lines.append(say.html("poll-until", closes=closes))
    else:
        key = "poll-kept" if shown.just_now else "poll-mine"
        key = key if is_open else "poll-mine-over"
        lines.append(say.html(key, answer=shown.poll.answers[shown.mine], closes=closes))
    parts = ["\n".join(lines)]
    if shown.mine is not None:
        parts.append("\n".join(_others(say, shown, is_open=is_open)))
    rows = answer_rows(say, shown.poll, shown.code, shown.tag, shown.mine) if is_open else ()
    if is_open and shown.mine is not None:
        latest = data(OPEN, shown.code, shown.tag, IN_PLACE)
        rows += ((Button(say.plain("button-poll-latest"), latest),),)
    return Screen(Html("\n\n".join(parts)), rows, poll_topic(shown.code))


def _others(say: Localiser, shown: PollShown, *, is_open: bool) -> list[Html]:
    if shown.hidden_until is not None:
        return [say.html("poll-total-election", day=say.day(shown.hidden_until))]
    return total_lines(say, shown.question, shown.poll, shown.total, is_open=is_open)


def total_lines(
    say: Localiser, question: str, poll: Poll, total: PollTotal | None, *, is_open: bool
) -> list[Html]:
    """The latest step of the total, or that there is none yet."""
    if total is None:
        if not is_open:
            return [say.html("poll-total-never")]
        return [say.html("poll-total-none", step=STEP)]
    least = total.limits.smallest_cell
    shown = total.published
    key = "poll-total" if is_open else "poll-total-over"
    lines = [say.html(key, people=shown.about or 0)]
    options = shown.questions[0].options if shown.questions else ()
    if options:
        asks = as_question(question, poll.answers)
        lines += [_option(say, asks, option, least) for option in options]
        numbers = [option.about for option in options if option.about is not None]
        if len(set(numbers)) < len(numbers):
            lines.append(say.html("results-same"))
    else:
        lines.append(say.html("results-question-alike"))
    return [*lines, say.html("poll-total-steps" if is_open else "poll-total-last", step=STEP)]


def _option(say: Localiser, asks: Question, option: PublishedOption, least: int) -> Html:
    label = option_label(say, asks, option)
    if option.about is None:
        return say.html("results-option-few", label=label, least=least)
    return say.html("poll-option", label=label, people=option.about)


def _listed(say: Localiser, answers: tuple[str, ...]) -> list[Html]:
    if are_short(answers):
        return []  # the buttons say them
    return [
        say.html("question-option", number=number, label=answer)
        for number, answer in enumerate(answers, start=1)
    ]
