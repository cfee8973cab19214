"""Asks whether words are to be kept: as a comment, or as more of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.screens import Button, Screen, data
from bot.views.answers import named
from bot.views.localiser import Localiser
from bot.views.questions import shortened
from bot.views.reach_council import with_council
from content.schema.consultation import QuestionKind
from content.words import Html
from usecases.broadcasts.asked_polls import STOPPING
from usecases.broadcasts.compose import SENDING
from usecases.consultations.offered_words import WordsDropped
from usecases.consultations.submissions import ENTERING
from usecases.consultations.typed_answers import (
    COMPLAINT,
    LAST,
    NO,
    STOP,
    YES,
    Instead,
    Offer,
)
from usecases.consultations.undecided_words import WordsNotSent
from usecases.operations.close_alert import CLOSING
from usecases.operations.complaints import OUTCOME
from usecases.operations.requests import MARKING
from usecases.people.words_in_hand import ON_OFFER

TOPIC = "offer"
KEPT_BESIDE = {
    SENDING: "still-kept-send",
    OUTCOME: "still-kept-complaint-outcome",
    MARKING: "still-kept-request",
    ENTERING: "still-kept-submission",
    CLOSING: "still-kept-closing-alert",
    STOPPING: "still-kept-stopping-poll",
    ON_OFFER: "still-kept-words",
}
"""What is said of each kind of draft that holds words."""
_INSTEAD = {
    Instead.COMPLAINT: ("button-instead-complaint", "offer-instead-complaint", COMPLAINT),
    Instead.STOP: ("button-instead-stop", "offer-instead-stop", STOP),
}


def offer(say: Localiser, asked: Offer) -> Screen:
    """The words (unless they are left out), the question, and yes or no."""
    adds = asked.question.kind is QuestionKind.TEXT and not asked.aloud
    question = named(say, asked.consultation, asked.question)
    at = "offer-comment-at" if asked.overlaid else "offer-comment"
    key = "offer-comment-aloud" if asked.aloud else "offer-to-add" if adds else at
    text = say.html(key, question=question)
    if asked.again:
        text = Html(f"{say.html('offer-again', question=question)}\n{text}")
    if asked.no_answer_to:
        poll = say.html("offer-no-answer-to", question=asked.no_answer_to)
        text = Html(f"{poll}\n{text}")
    if asked.handing_back:
        text = Html(f"{say.html('offer-handing-back')}\n{text}")
    if asked.closing:
        title = asked.consultation.title.say(say.language)
        closes = say.closes(asked.consultation.closes_at)
        text = Html(f"{say.html('offer-closing', title=title, closes=closes)}\n{text}")
    yes = say.plain("button-yes-add" if adds else "button-yes-keep")
    rows = [(Button(yes, data("kw", asked.code, asked.place, YES)),)]
    if asked.last:
        last = say.plain("button-add-to-last")
        rows.append((Button(last, data("kw", asked.code, asked.place, LAST)),))
    rows.append((Button(say.plain("button-no"), data("kw", asked.code, asked.place, NO)),))
    if asked.instead is Instead.COMPLAINT and say.guest:
        # A complaint is answered in the chat of the phone's owner: it is theirs alone.
        text = with_council(say, Html(f"{text}\n{say.html('offer-guest-complains')}"))
    elif asked.instead is not None:
        label, hint, way = _INSTEAD[asked.instead]
        button = Button(say.plain(label), data("kw", asked.code, asked.place, way))
        rows.append((button,))
        text = Html(f"{text}\n{say.html(hint, button=button.label)}")
    if asked.text:
        text = Html(f"{text}\n{say.html('offered-words', text=shortened(asked.text))}")
    return Screen(text, tuple(rows), TOPIC)


def dropped(say: Localiser, _: WordsDropped) -> Screen:
    """Words were declined while no answer is taken."""
    return Screen(say.html("offer-dropped"), topic=TOPIC)


def not_sent(say: Localiser, told: WordsNotSent) -> Screen:
    """What they wrote and never decided on can't be sent any more: their words, to be copied."""
    title, reason = told.consultation.title.say(say.language), told.why_withdrawn
    lines = [say.html("offer-closed", title=title)]
    if reason is not None:
        stopped = say.html("refusal-was-withdrawn", title=title, reason=reason)
        lines = [stopped, say.html("offer-not-sent")]
    lines += [say.html("offered-words", text=shortened(text)) for text in told.texts]
    return Screen(with_council(say, Html("\n".join(lines))), topic=TOPIC)


def kept_beside(say: Localiser, kinds: Sequence[str]) -> Screen:
    """What they wrote and have not finished is kept while they do something else."""
    return Screen(Html("\n".join(say.html(KEPT_BESIDE[kind]) for kind in kinds)), fresh=True)
