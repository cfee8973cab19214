"""What people may say of themselves: the offer, the questions, what is kept, and its deletion."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import Button, Rows, Screen, data
from bot.views.choices import Choice, are_short, choice_rows
from bot.views.localiser import Localiser
from content.schema.authored import Localised
from content.schema.consultation import Option, Question, QuestionKind
from content.words import Html
from engagement.consultations.equality import (
    NOT_SAID,
    NUMBER_OF_QUESTIONS,
    YOUNGEST,
    EqualityQuestion,
)
from engagement.operations.retention import EQUALITY_KEPT
from usecases.consultations.equality import AGE as AGE
from usecases.consultations.equality import ANSWER as ANSWER
from usecases.consultations.equality import TOPIC as TOPIC
from usecases.consultations.equality import (
    AboutMe,
    EqualityDone,
    EqualityGone,
    EqualityIntro,
    EqualityStep,
    EqualityTooYoung,
)

BEGIN, SKIP, NO_THANKS, STOP, SHOW = "eb", "es", "en", "eu", "ev"
"""The other buttons of these screens."""
ASKS = (AGE, ANSWER)
"""Those by which a screen is known that asks something."""


def offer(say: Localiser, code: int) -> tuple[Html, Rows]:
    """Would they say something of themselves? One line below a receipt."""
    rows = (
        (Button(say.plain("button-equality-answer"), data(BEGIN, code)),),
        (Button(say.plain("button-equality-no"), NO_THANKS),),
    )
    return say.html("equality-offer"), rows


def intro(say: Localiser, shown: EqualityIntro) -> Screen:
    """Why we ask, by what law, until when it is kept, and how it stops."""
    ground = shown.ground
    day = say.date(shown.consultation.closes_at + EQUALITY_KEPT)
    lines = [say.html("equality-unclear")] if shown.unclear else []
    lines.append(say.html("equality-intro", day=day, stop=say.plain("button-equality-stop")))
    lines.append(say.html("equality-law", condition=ground.lawful_condition))
    lines.append(say.html("equality-policy", document=ground.policy_document))
    if ground.policy_link is not None:
        lines.append(say.html("equality-policy-link", link=ground.policy_link))
    if not shown.asks_age:
        go_on = Button(say.plain("button-equality-go-on"), data(AGE, shown.code, 1))
        no = Button(say.plain("button-equality-no"), NO_THANKS)
        return Screen(Html("\n".join(lines)), ((go_on,), (no,)), TOPIC, fresh=True)
    lines.append(say.html("equality-age-asked", age=YOUNGEST))
    rows = (
        (Button(say.plain("button-equality-old-enough", age=YOUNGEST), data(AGE, shown.code, 1)),),
        (Button(say.plain("button-equality-younger", age=YOUNGEST), data(AGE, shown.code, 0)),),
        (Button(say.plain("button-equality-no"), NO_THANKS),),
    )
    return Screen(Html("\n".join(lines)), rows, TOPIC, fresh=True)


def too_young(say: Localiser, _: EqualityTooYoung) -> Screen:
    """They are too young for these questions."""
    return Screen(say.html("equality-too-young", age=YOUNGEST), topic=TOPIC)


def step(say: Localiser, shown: EqualityStep) -> Screen:
    """One question, its answers, and the ways around it."""
    asked = shown.question
    head = say.html("equality-head", number=asked.number, total=NUMBER_OF_QUESTIONS)
    choices = [
        Choice(n, answer(say, asked.key, key), data(ANSWER, shown.code, shown.place, n))
        for n, key in enumerate(asked.answers, start=1)
    ]
    not_said = Choice(
        len(choices) + 1,
        answer(say, asked.key, NOT_SAID),
        data(ANSWER, shown.code, shown.place, 0),
    )
    skip = Button(say.plain("button-skip"), data(SKIP, shown.code, shown.place))
    stop = Button(say.plain("button-equality-stop"), STOP)
    lines = [head, say.html("equality-question", question=asked.key.replace("_", "-"))]
    if not are_short(choice.label for choice in (*choices, not_said)):
        lines += [
            say.html("question-option", number=choice.number, label=choice.label)
            for choice in (*choices, not_said)
        ]
    text = Html("\n".join(lines))
    return Screen(text, (*choice_rows(say, [*choices, not_said]), (skip,), (stop,)), TOPIC)


def done(say: Localiser, shown: EqualityDone) -> Screen:
    """They have been through the questions."""
    if not shown.kept:
        return Screen(say.html("equality-nothing-said"), topic=TOPIC)
    rows = (
        (Button(say.plain("button-equality-show"), SHOW),),
        (Button(say.plain("button-equality-stop"), STOP),),
    )
    return Screen(say.html("equality-done"), rows, TOPIC)


def about_me(say: Localiser, found: AboutMe) -> Screen:
    """/about_me: what is kept, and what can be done."""
    rows: Rows = ()
    if found.code is not None:
        key = "button-equality-change" if found.said else "button-equality-answer"
        rows += ((Button(say.plain(key), data(BEGIN, found.code)),),)
    if not found.said:
        key = "equality-none" if found.code is not None else "equality-none-now"
        key = key if found.asks else "refusal-equality-not-asked"
        return Screen(say.html(key), rows, TOPIC)
    parts = [say.html("equality-said")]
    for one in found.said:
        title = one.consultation.title.say(say.language)
        day = say.date(one.consultation.closes_at + EQUALITY_KEPT)
        lines = [say.html("equality-said-with", title=title, day=day)]
        for asked, key in one.said:
            said = answer(say, asked.key, key)
            lines.append(say.html("equality-said-row", name=name(say, asked.key), answer=said))
        parts.append(Html("\n".join(lines)))
    rows += ((Button(say.plain("button-equality-stop"), STOP),),)
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def gone(say: Localiser, done: EqualityGone) -> Screen:
    """All of it is deleted."""
    return Screen(say.html("equality-gone" if done.had else "equality-nothing-held"), topic=TOPIC)


def name(say: Localiser, question: str) -> str:
    """What a question is about, in a word or two."""
    return say.plain("equality-name", question=question.replace("_", "-"))


def answer(say: Localiser, question: str, key: str) -> str:
    """The label of an answer."""
    if key == NOT_SAID:
        return say.plain("equality-not-said")
    return say.plain("equality-answer", answer=f"{question}-{key}".replace("_", "-"))


def as_question(say: Localiser, asked: EqualityQuestion) -> Question:
    """A question as those of a consultation are typed: its answers in every language, then "prefer
    not to say"."""
    languages = say.world.library.council.languages
    said = [
        Localised({code: answer(replace(say, language=code), asked.key, key) for code in languages})
        for key in (*asked.answers, NOT_SAID)
    ]
    options = tuple(Option(key=f"answer_{n}", label=label) for n, label in enumerate(said, start=1))
    text = Localised({"en": asked.key})
    return Question(key="about_you", kind=QuestionKind.SINGLE, text=text, options=options)
