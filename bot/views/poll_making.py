"""Making a quick poll: its question, its answers and its end."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.broadcast_composing import LONGEST_COPIED, TOPIC, go_on_rows
from bot.views.choices import cut
from bot.views.localiser import Localiser
from content.words import Html, escape
from engagement.broadcasts.polls import LONGEST_QUESTION, MOST_ANSWERS
from usecases.broadcasts.compose_poll import answer_tag
from usecases.broadcasts.poll_questions import AnswersQuestion, EndQuestion, PollQuestion

KEEP, LIST = "an", "al"
"""The buttons that leave a step as it is, and that list the polls there are."""
WARDS, ANSWERS, END = 0, 2, 3
"""What the buttons of "Change" carry."""


def question(say: Localiser, asked: PollQuestion) -> Screen:
    """Asks for the question."""
    lines = [say.html("ask-question", most=LONGEST_QUESTION)]
    if not asked.now:
        rows: Rows = ((Button(say.plain("button-asked-polls"), LIST),),)
        rows += go_on_rows(say, asked.before, asked.returned)
        return Screen(Html("\n".join(lines)), (*rows, _ends(say, back=False)), TOPIC)
    now = escape(asked.now)
    if len(now) <= LONGEST_COPIED:
        now = Html(f"<code>{now}</code>")
    lines.insert(0, say.html("ask-question-now", question=now))
    rows = ()
    if asked.whole:
        rows = ((Button(say.plain("button-change-answers-on-offer"), data("sg", ANSWERS)),),)
        if asked.several_wards:
            rows += ((Button(say.plain("button-change-wards"), data("sg", WARDS)),),)
        rows += ((Button(say.plain("button-change-end"), data("sg", END)),),)
    else:
        rows = ((Button(say.plain("button-keep-question"), KEEP),),)
    return Screen(Html("\n\n".join(lines)), (*rows, _ends(say, back=asked.whole)), TOPIC)


def answers(say: Localiser, asked: AnswersQuestion) -> Screen:
    """Asks for the answers to choose from."""
    lines = [say.html("poll-question", question=asked.question)]
    for number, answer in enumerate(asked.answers, start=1):
        lines.append(say.html("question-option", number=number, label=answer))
    lines.append(say.html("ask-answers" if not asked.answers else "ask-answers-more"))
    rows: Rows = ()
    for place, answer in enumerate(asked.answers):
        label = cut(say.plain("button-take-answer-off", answer=answer))
        rows += ((Button(label, data("ar", place, answer_tag(answer))),),)
    if len(asked.answers) > 1:
        rows += ((Button(say.plain("button-done"), KEEP),),)
    if len(asked.answers) == MOST_ANSWERS:
        lines[-1] = say.html("ask-answers-enough", most=MOST_ANSWERS)
    return Screen(Html("\n".join(lines)), (*rows, _ends(say)), TOPIC)


def end(say: Localiser, asked: EndQuestion) -> Screen:
    """Asks until when it can be answered."""
    lines = [say.html("poll-question", question=asked.question)]
    if asked.now is not None:
        lines.append(say.html("ask-end-now", closes=say.closes(asked.now)))
    lines.append(say.html("ask-end", last=say.closes(asked.last), example=say.day(asked.example)))
    rows: Rows = tuple(
        (Button(say.plain("button-end-after", days=days, closes=say.closes(at)), data("ae", days)),)
        for days, at in asked.on_offer
    )
    return Screen(Html("\n".join(lines)), (*rows, _ends(say)), TOPIC)


def _ends(say: Localiser, *, back: bool = True) -> tuple[Button, ...]:
    cancel, later = (
        Button(say.plain("button-cancel"), "sx"),
        Button(say.plain("button-later"), "sl"),
    )
    return (*([Button(say.plain("button-back"), "sk")] if back else []), later, cancel)
