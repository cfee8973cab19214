"""The receipt after a consultation's last question."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.consultations import what_comes_next
from bot.views.localiser import Localiser
from bot.views.questions import answered_unseen, question_topic
from bot.views.weekly import question
from content.words import Html
from usecases.consultations.steps import Receipt


def receipt(say: Localiser, done: Receipt) -> Screen:
    """The answers are saved: the receipt code, how to change them, and what happens next."""
    consultation = done.consultation
    total = done.total
    parts = [say.html("words-added")] if done.added else []
    if done.comment_kept:
        parts.append(say.html("comment-kept-too"))
    if done.changed:
        parts.append(say.html("answer-changed"))
    if done.unseen is not None:
        parts.append(answered_unseen(say, done.unseen, "answered-too-mine"))
    parts.append(
        say.html(
            "receipt",
            answered=done.answered,
            total=total,
            complete="yes" if done.answered == total else "no",
        )
    )
    if done.answered:
        parts.append(say.html("receipt-code", receipt=done.receipt))
        parts.append(say.html("receipt-change", closes=say.closes(consultation.closes_at)))
        decided_by = consultation.decided_by.say(say.language)
        parts.append(say.html("receipt-next", decided_by=decided_by))
        parts.append(what_comes_next(say, consultation))
    rows: Rows = ((Button(say.plain("button-change-answers"), data("b", done.code)),),)
    if done.asks_weekly and not say.stopped:
        asked, choices = question(say)
        parts.append(Html(f"\n{asked}"))
        rows = (*choices, *rows)
    return Screen(Html("\n".join(parts)), rows, question_topic(consultation.slug))
