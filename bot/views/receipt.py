"""The receipt after a consultation's last question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.screens import Button, Rows, Screen, data
from bot.views import equality
from bot.views.after_close import came, came_late
from bot.views.consultations import FORM, what_comes_next
from bot.views.guests import another
from bot.views.localiser import Localiser
from bot.views.questions import answered_aloud, answered_instead, answered_unseen, question_topic
from bot.views.weekly import question
from content.words import Html
from engagement.consultations.late import AfterClose
from usecases.consultations.steps import Receipt


def receipt(say: Localiser, done: Receipt) -> Screen:
    """The answers are saved: the receipt code, how to change them, and what happens next."""
    consultation = done.consultation
    total = done.total
    parts = _said_first(say, done)
    if done.after_close is not None:
        return _after_close(say, done, done.after_close, parts)
    said_first = len(parts)
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
        key = "guest-receipt-change" if say.guest else "receipt-change"
        closes = say.closes(consultation.closes_at)
        parts.append(say.html(key, closes=closes, number=say.guest))
        decided_by = consultation.decided_by.say(say.language)
        parts.append(say.html("receipt-next", decided_by=decided_by))
        parts.append(what_comes_next(say, consultation))
    rows: Rows = ((Button(say.plain("button-change-answers"), data("b", done.code)),),)
    for asked, choices in _asked(say, done):
        parts.append(Html(f"\n{asked}"))
        rows = (*choices, *rows)
    if done.rest is not None:
        questions, minutes = done.rest
        parts.insert(said_first + 1, say.html("receipt-rest", questions=questions, minutes=minutes))
        rows = ((Button(say.plain("button-go-on"), data(FORM, done.code, 0)),), *rows)
    if done.answered:
        rows = (*rows, *another(say, done.code))
    return Screen(Html("\n".join(parts)), rows, question_topic(consultation.slug))


def _said_first(say: Localiser, done: Receipt) -> list[Html]:
    """What is said above the receipt, of what was sent just now."""
    late = came_late(done.after_close)
    parts = [say.html("words-added")] if done.added and not late else []
    if done.comment_kept:
        parts.append(say.html("comment-kept-too"))
    if done.changed and not late:
        parts.append(say.html("answer-changed"))
    if done.aloud is not None:
        parts.append(answered_aloud(say, done.consultation, done.aloud))
    if done.instead is not None and not late:
        parts.append(answered_instead(say, done.consultation, done.instead))
    if done.unseen is not None:
        parts.append(answered_unseen(say, done.consultation, done.unseen, "answered-too-mine"))
    return parts


def _asked(say: Localiser, done: Receipt) -> Iterator[tuple[Html, Rows]]:
    """What is asked once below a receipt, each with its buttons."""
    if done.asks_weekly and not say.stopped:
        yield question(say)
    if done.offers_equality:
        yield equality.offer(say, done.code)


def _after_close(say: Localiser, done: Receipt, after: AfterClose, above: list[Html]) -> Screen:
    """How many answers count, how many came after the close, and what happens next. ``above`` is
    said first."""
    consultation = done.consultation
    is_said_below = came_late(after) and done.late > 0
    shown = replace(after, given=False) if is_said_below else after
    counted = say.html("receipt-counts", answered=done.answered)
    parts = [*above, came(say, consultation, shown), counted]
    if done.late:
        parts.append(say.html("receipt-late", late=done.late))
    if done.answered:
        parts.append(say.html("receipt-code", receipt=done.receipt))
    parts.append(what_comes_next(say, consultation))
    return Screen(Html("\n".join(parts)), topic=question_topic(consultation.slug))
