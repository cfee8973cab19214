"""The reply to /mine: a resident's own responses, with their answers and comments."""

from __future__ import annotations

from collections.abc import Sequence

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.answers import in_words
from bot.views.choices import cut
from bot.views.consultations import what_comes_next
from bot.views.guests import rows_of_others
from bot.views.localiser import Localiser
from bot.views.polls import BELOW, OPEN
from bot.views.questions import shortened
from content.schema.consultation import Consultation, Question
from content.words import Html
from engagement.consultations.branching import path
from engagement.consultations.lifecycle import Hearing
from engagement.consultations.survey import Value
from usecases.consultations.mine import GivenAnswers, LateAnswers, Mine, MyComments
from usecases.consultations.polls_in_front import PollInFront

MOST_COMMENTS = 3
"""Comments on one question that are shown, the latest."""
MOST_LISTED = 10
"""Comments in their own list: a message holds 4,096 characters."""


def mine(say: Localiser, found: Mine) -> Screen:
    """Every response with its answers, and a button to change each that is open."""
    if not found.responses and not found.polls:
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
    for one in found.polls:
        parts.append(_poll(say, one))
        if one.is_open:
            change = say.plain("button-change-title", title=one.shown.question)
            pressed = data(OPEN, one.shown.code, one.shown.tag, BELOW)
            buttons.append(Button(cut(change), pressed))
    buttons += rows_of_others(say, found.guests)
    if any(given.comments for given in found.responses):
        buttons.append(Button(say.plain("button-my-comments"), "kc"))
    return Screen(Html("\n\n".join(parts)), in_rows(buttons, 1), topic="mine")


def _poll(say: Localiser, one: PollInFront) -> Html:
    """A quick poll, the answer, and until when it can be changed."""
    shown = one.shown
    mine = shown.poll.answers[shown.mine] if shown.mine is not None else ""
    lines = [
        say.html("mine-poll"),
        say.html("mine-answer", question=shown.question, answer=mine),
        say.html("mine-open", closes=say.closes(shown.poll.closes_at))
        if one.is_open
        else say.html("mine-poll-over"),
    ]
    return Html("\n".join(lines))


def my_comments(say: Localiser, found: MyComments) -> Screen:
    """The latest comments, numbered, with a button to delete each that still may be deleted."""
    parts = [say.html("comment-deleted")] if found.deleted else []
    if not found.comments:
        parts.append(say.html("comments-none"))
        return Screen(Html("\n".join(parts)), _back(say), "mine")
    if found.unclear and not found.held:
        parts.append(say.html("comments-unclear"))
    parts.append(say.html("comments-heading"))
    buttons = []
    for number, comment in enumerate(found.comments[:MOST_LISTED], start=1):
        parts.append(say.html("comments-row", number=number, text=_quoted(say, comment.text)))
        if comment.can_go:
            label = say.plain("button-delete-comment", number=number)
            buttons.append(Button(label, data("kd", comment.id)))
    before = len(found.comments) - MOST_LISTED
    if before > 0:
        parts.append(say.html("mine-comments-before", count=before))
    if found.held:
        parts.append(say.html("forget-held"))
    return Screen(Html("\n".join(parts)), in_rows(buttons, 2) + _back(say), "mine")


def _back(say: Localiser) -> Rows:
    return ((Button(say.plain("button-back"), "km"),),)


def _given(say: Localiser, given: GivenAnswers) -> Html:
    consultation = given.consultation
    lines = [say.html("mine-consultation", title=consultation.title.say(say.language))]
    for question in map(consultation.question, path(consultation, given.values).keys):
        value = given.values.get(question.key)
        said = say.plain("mine-not-answered")
        if value is not None:
            said = _in_words(say, question, value)
        if question.key in given.unquoted:
            said = say.plain("words-not-quoted")
        asked = question.text.say(say.language)
        lines.append(say.html("mine-answer", question=asked, answer=said))
        lines += _comments(say, given.comments.get(question.key, ()))
        lines += _late(say, question, given.late)
    if given.late.values or given.late.comments:
        lines.append(say.html("mine-kept-apart"))
    if given.receipt is not None:
        lines.append(say.html("mine-receipt", receipt=given.receipt))
    return Html("\n".join([*lines, *_what_comes_next(say, given)]))


def _what_comes_next(say: Localiser, given: GivenAnswers) -> list[Html]:
    """Until when they can be changed, or when people hear what came of them."""
    consultation = given.consultation
    if given.why_withdrawn is not None:
        return [say.html("mine-withdrawn", reason=given.why_withdrawn)]
    if given.paused_until is not None:
        return [say.html("mine-on-hold", opens=say.opens(given.paused_until))]
    if given.open:
        return [say.html("mine-open", closes=say.closes(consultation.closes_at))]
    match given.hearing:
        case Hearing.SENT:
            return [say.html("mine-heard")]
        case Hearing.RESULTS:
            return [say.html("mine-results"), *_decision(say, consultation)]
        case Hearing.LATE:
            return [say.html("mine-late", hear=say.day(consultation.hear_by))]
        case Hearing.PAUSED:
            return [say.html("mine-paused", hear=say.day(given.hear_by))]
        case Hearing.AWAITED | Hearing.TOLD:
            return [say.html("mine-closed"), what_comes_next(say, consultation)]


def _decision(say: Localiser, consultation: Consultation) -> list[Html]:
    """When a body is due to decide, until that day."""
    due = consultation.decision_due
    return [] if due is None or due < say.today else [say.html("decision-due", due=say.day(due))]


def _late(say: Localiser, question: Question, late: LateAnswers) -> list[Html]:
    """What came after the close to one question."""
    value, lines = late.values.get(question.key), []
    if value is not None:
        said = _in_words(say, question, value) or say.plain("mine-not-answered")
        if question.key in late.unquoted:
            said = say.plain("words-not-quoted")
        lines.append(say.html("mine-came-late", answer=said))
    return [*lines, *_comments(say, late.comments.get(question.key, ()), "mine-comment-came-late")]


def _comments(
    say: Localiser, comments: Sequence[str | None], key: str = "mine-comment"
) -> list[Html]:
    """The latest comments on one question, and the number of earlier ones."""
    before = len(comments) - MOST_COMMENTS
    lines = [say.html("mine-comments-before", count=before)] if before > 0 else []
    latest = comments[-MOST_COMMENTS:]
    return [*lines, *(say.html(key, comment=_quoted(say, text)) for text in latest)]


def _quoted(say: Localiser, text: str | None) -> str:
    """The beginning of a comment, or what is said of one that is not quoted."""
    return say.plain("words-not-quoted") if text is None else shortened(text)


def _in_words(say: Localiser, question: Question, value: Value) -> str:
    """An answer in the words the resident saw, shortened if it is long."""
    return shortened(in_words(say, question, value))
