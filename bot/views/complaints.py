"""Complaints: for people who make them, and for officers who deal with them."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.choices import turning
from bot.views.localiser import Localiser
from content.words import Html
from usecases.operations.complain import (
    ComplainElsewhere,
    ComplaintDoubt,
    ComplaintDropped,
    ComplaintQuestion,
    ComplaintReceipt,
)
from usecases.operations.complaints import (
    ComplaintDone,
    ComplaintLine,
    ComplaintList,
    ComplaintShown,
    OutcomeKept,
    OutcomePreview,
    OutcomeQuestion,
)
from usecases.operations.rights_notices import ComplaintReply

TOPIC = "complaint"
DESK = "complaints"
"""The topics of a person's own complaint, and of an officer's list."""
ANSWER = "complaint-answer"
"""The topic of what its author hears of a complaint: it asks nothing."""


def question(say: Localiser, _: ComplaintQuestion) -> Screen:
    """What went wrong?"""
    cancel = Button(say.plain("button-cancel"), "px")
    return Screen(say.html("complain-question"), ((cancel,),), topic=TOPIC)


def doubt(say: Localiser, asked: ComplaintDoubt) -> Screen:
    """Is this a complaint?"""
    lines = [say.html("complaint-doubt"), words(say, asked.text)]
    yes = Button(say.plain("button-complaint-yes"), "py")
    no = Button(say.plain("button-cancel"), "px")
    return Screen(Html("\n".join(lines)), ((yes,), (no,)), topic=TOPIC)


def elsewhere(say: Localiser, _: ComplainElsewhere) -> Screen:
    """Where to complain without a link to the chat."""
    points = say.world.library.council.contact
    where = [point for point in (points.phone, points.email, points.website) if point]
    lines = [say.html("complain-join")]
    lines += [say.html("complain-elsewhere", contact=say.listed(where))] if where else []
    return Screen(Html("\n".join(lines)), topic=TOPIC)


def receipt(say: Localiser, kept: ComplaintReceipt) -> Screen:
    """We have it, with the date, the reference and what comes next."""
    kept_as = "complaint-added" if kept.added else "complaint-kept"
    if kept.unclear:
        kept_as = "complaint-unclear"
    lines = [say.html("complaint-again" if kept.again else kept_as)]
    lines.append(
        say.html("complaint-receipt", reference=kept.reference, when=say.day_and_time(kept.made_at))
    )
    if kept.leaving:
        lines.append(say.html("complaint-next-leaving"))
    elif kept.stopped:
        lines.append(say.html("complaint-next-stopped"))
    else:
        lines.append(say.html("complaint-next", by=say.day(kept.by)))
    back = Button(say.plain("button-complaint-back"), data("pb", kept.id))
    return Screen(Html("\n".join(lines)), ((back,),), topic=TOPIC)


def dropped(say: Localiser, done: ComplaintDropped) -> Screen:
    """Nothing was kept, or a complaint was taken back."""
    if done.reference:
        text = say.html("complaint-taken-back", reference=done.reference)
        return Screen(text, topic=TOPIC)
    return Screen(say.html("complaint-dropped"), topic=TOPIC)


def reply(say: Localiser, sent: ComplaintReply) -> Screen:
    """To the person who complained: we have it, or what came of it."""
    made = say.day(sent.made_at)
    if sent.outcome is None:
        text = say.html("complaint-acknowledged", reference=sent.reference, made=made)
        return Screen(text, topic=ANSWER, fresh=True)
    text = say.html("complaint-outcome", reference=sent.reference, made=made, outcome=sent.outcome)
    return Screen(text, topic=ANSWER, fresh=True)


def open_list(say: Localiser, found: ComplaintList) -> Screen:
    """The open complaints, with a button for each."""
    if not found.lines:
        return Screen(say.html("complaints-none"), topic=DESK)
    lines = [say.html("complaints-heading"), *(line(say, one) for one in found.lines)]
    rows: Rows = tuple((Button(one.reference, data("pl", one.id)),) for one in found.lines)
    rows += turning(say, "pp", page=found.page, pages=found.pages)
    return Screen(Html("\n".join(lines)), rows, topic=DESK)


def line(say: Localiser, one: ComplaintLine) -> Html:
    """One complaint in a list."""
    made, by = say.day(one.made_on), say.day(one.by)
    if one.acknowledged:
        key = "complaints-row-acknowledged" if one.told else "complaints-row-not-told"
        return say.html(key, reference=one.reference, made=made)
    late = "complaints-row-today" if one.today else "complaints-row-overdue"
    key = late if one.overdue else "complaints-row"
    return say.html(key, reference=one.reference, made=made, by=by)


def shown(say: Localiser, found: ComplaintShown) -> Screen:
    """One complaint, and what can be done."""
    one = found.line
    lines = [line(say, one), words(say, found.text)]
    if found.signs:
        lines.append(say.html("complaint-signs"))
    rows: list[tuple[Button, ...]] = []
    if found.closed:
        key = "complaint-closed" if found.told else "complaint-closed-not-told"
        kept_back = say.plain("words-kept-back")
        lines.append(say.html(key, outcome=found.outcome or kept_back))
    lines += _of_author(say, found)
    if not found.closed:
        keys = [] if one.acknowledged else [("button-acknowledge", "pa")]
        keys += [("button-outcome", "po")]
        keys += [] if found.request else [("button-is-request", "rm")]
        rows = [(Button(say.plain(key), data(verb, one.id)),) for key, verb in keys]
    if found.request is not None:
        key = "complaint-request-answered" if found.request.answered else "complaint-request"
        lines.append(say.html(key, reference=found.request.reference))
        rows.append((Button(found.request.reference, data("rl", found.request.id)),))
    return Screen(Html("\n".join(lines)), (*rows, (_back(say),)), topic=DESK)


def _of_author(say: Localiser, found: ComplaintShown) -> list[Html]:
    """Whether its author hears from us."""
    if not found.writable:
        return [say.html("complaint-forgotten")]
    if not found.reached and not (found.closed and found.told):
        return [say.html("complaint-not-reached")]
    return [say.html("complaint-now-acknowledged")] if found.just_acknowledged else []


def words(say: Localiser, text: str | None) -> Html:
    """The words of somebody, or that they are kept for the people named for words of danger."""
    return say.html("words-kept-back") if text is None else say.html("complaint-words", text=text)


def outcome_question(say: Localiser, asked: OutcomeQuestion) -> Screen:
    """What came of it?"""
    text = say.html("outcome-question", reference=asked.reference)
    return Screen(text, ((cancel(say, "pq"),),), topic=DESK)


def outcome_preview(say: Localiser, found: OutcomePreview) -> Screen:
    """What will be sent."""
    key = "outcome-preview" if found.writable else "outcome-preview-kept"
    lines = [say.html(key, reference=found.reference, outcome=found.text)]
    if not found.writable:
        lines.append(say.html("complaint-forgotten"))
    label = "button-outcome-send" if found.writable else "button-close-it"
    keep = Button(say.plain(label), data("pk", found.id))
    change = Button(say.plain("button-change"), data("pc", found.id))
    return Screen(Html("\n".join(lines)), ((keep,), (change,), (cancel(say, "pq"),)), topic=DESK)


def outcome_kept(say: Localiser, done: OutcomeKept) -> Screen:
    """Recorded."""
    key = "outcome-kept" if done.writable and done.reached else "outcome-kept-only"
    key = "outcome-kept-later" if done.writable and not done.reached else key
    lines = [say.html(key, reference=done.reference)]
    if done.request:
        lines.append(say.html("complaint-request", reference=done.request))
    return Screen(Html("\n".join(lines)), topic=DESK)


def done_by_colleague(say: Localiser, found: ComplaintDone) -> Screen:
    """Somebody has dealt with it first. What this officer wrote stays in sight, to be copied."""
    who = found.who or say.plain("alert-somebody")
    key = "complaint-closed-by" if found.closed else "complaint-acknowledged-by"
    lines = [say.html(key, reference=found.reference, who=who)]
    if found.text:
        lines.append(say.html("words-given-back", text=found.text))
    again = Button(found.reference, data("pl", found.id))
    return Screen(Html("\n".join(lines)), ((again,), (_back(say),)), topic=DESK)


def cancel(say: Localiser, verb: str) -> Button:
    """The button that ends what an officer is writing."""
    return Button(say.plain("button-cancel"), verb)


def _back(say: Localiser) -> Button:
    return Button(say.plain("button-complaints"), "pp")
