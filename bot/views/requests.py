"""Requests: the list, marking one, and the text to forward."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views import complaints
from bot.views.choices import turning
from bot.views.localiser import Localiser
from content.words import Html
from engagement.operations.deadlines import RequestKind
from usecases.operations.end_request import EndQuestion, NoRequest, RequestDone
from usecases.operations.requests import (
    KINDS,
    KindQuestion,
    RequestLine,
    RequestList,
    RequestShown,
    WordsQuestion,
)
from usecases.operations.rights_notices import OfficersNews

TOPIC = "requests"
NEWS = "rights-news"


def open_list(say: Localiser, found: RequestList) -> Screen:
    """The open requests, with a button for each and one to mark another."""
    lines = [say.html("requests-heading" if found.lines else "requests-none")]
    lines += [line(say, one) for one in found.lines]
    rows: Rows = tuple((Button(one.reference, data("rl", one.id)),) for one in found.lines)
    rows += turning(say, "rr", page=found.page, pages=found.pages)
    mark = Button(say.plain("button-mark-request"), "rw")
    return Screen(Html("\n".join(lines)), (*rows, (mark,)), topic=TOPIC)


def line(say: Localiser, one: RequestLine) -> Html:
    """One request in a list."""
    kind = say.plain(f"request-kind-{one.kind.value}")
    if one.due_on is None:
        key = "requests-row-acknowledged" if one.acknowledged else "requests-row-no-day"
        return say.html(key, reference=one.reference, kind=kind)
    late = "requests-row-today" if one.today else "requests-row-overdue"
    early = "requests-row-complaint" if one.kind is RequestKind.COMPLAINT else "requests-row"
    key = late if one.overdue else early
    return say.html(key, reference=one.reference, kind=kind, due=say.day(one.due_on))


def words_question(say: Localiser, _: WordsQuestion) -> Screen:
    """Which words?"""
    cancel = complaints.cancel(say, "rx")
    return Screen(say.html("request-words-question"), ((cancel,),), topic=TOPIC)


def kind_question(say: Localiser, asked: KindQuestion) -> Screen:
    """What do they ask for?"""
    lines = [say.html("request-kind-question"), complaints.words(say, asked.text)]
    key = "request-received" if asked.found else "request-received-today"
    lines.append(say.html(key, day=say.day(asked.received_on)))
    if asked.same is not None:
        lines.append(say.html("request-same-words", reference=asked.same.reference))
    rows = tuple(
        (Button(say.plain(f"request-kind-{kind.value}"), data("rk", number)),)
        for number, kind in enumerate(KINDS)
    )
    if asked.same is not None:
        rows += ((Button(asked.same.reference, data("rl", asked.same.id)),),)
    rows += ((complaints.cancel(say, "rx"),),)
    return Screen(Html("\n".join(lines)), rows, topic=TOPIC)


def shown(say: Localiser, found: RequestShown) -> Screen:
    """One request: the text to forward, and what is frozen."""
    lines = [line(say, found.line), say.html("request-forward"), _to_forward(say, found)]
    if found.answered:
        lines = [line(say, found.line), say.html("request-answered")]
        return Screen(Html("\n".join(lines)), topic=TOPIC)
    if found.was_first:
        lines.insert(0, say.html("request-marked-before"))
    if found.freezes:
        lines.append(say.html("request-freezes"))
    done = Button(say.plain("button-request-answered"), data("rd", found.line.id))
    mistake = Button(say.plain("button-no-request"), data("rn", found.line.id))
    return Screen(Html("\n".join(lines)), ((done,), (mistake,)), topic=TOPIC)


def end_question(say: Localiser, asked: EndQuestion) -> Screen:
    """Is it over?"""
    key = "request-answered-question" if asked.answered else "request-none-question"
    lines = [say.html(key, reference=asked.reference)]
    lines += [say.html("request-freezes-no-more")] if asked.freezes else []
    label = "button-request-answered-yes" if asked.answered else "button-no-request-yes"
    yes = Button(say.plain(label), data("ra" if asked.answered else "rt", asked.id))
    back = Button(say.plain("button-back"), data("rl", asked.id))
    return Screen(Html("\n".join(lines)), ((yes,), (back,)), topic=TOPIC)


def no_request(say: Localiser, found: NoRequest) -> Screen:
    """Taken back, and by whom if it was a colleague."""
    if found.who:
        text = say.html("request-taken-back-by", reference=found.reference, who=found.who)
    else:
        text = say.html("request-taken-back", reference=found.reference)
    return Screen(text, topic=TOPIC)


def done_by_colleague(say: Localiser, found: RequestDone) -> Screen:
    """Somebody has said that it is answered."""
    who = found.who or say.plain("alert-somebody")
    text = say.html("request-answered-by", reference=found.reference, who=who)
    return Screen(text, ((Button(say.plain("button-requests"), "rr"),),), topic=TOPIC)


def _to_forward(say: Localiser, found: RequestShown) -> Html:
    """The text for the council's own address."""
    points, one = say.world.library.council.contact, found.line
    none = "request-day-met" if one.acknowledged else "request-no-day"
    due = say.plain(none) if one.due_on is None else say.date(one.due_on)
    return say.html(
        "request-text-complaint" if one.kind is RequestKind.COMPLAINT else "request-text",
        to=points.email or points.phone or points.website or say.plain("request-no-address"),
        reference=one.reference,
        kind=say.plain(f"request-kind-{one.kind.value}"),
        received=say.date(one.received_on),
        due=due,
        text=say.plain("words-kept-back") if found.text is None else found.text,
    )


def news(say: Localiser, found: OfficersNews) -> Screen:
    """New complaints, and what is due soon, today or overdue, without anybody's words."""
    lines: list[Html] = []
    if unread := [one for one in found.new if not one.acknowledged]:
        lines.append(say.html("news-complaints"))
        lines += [complaints.line(say, one) for one in unread]
    if read := [one for one in found.new if one.acknowledged]:
        lines.append(say.html("news-complaints-read"))
        lines += [complaints.line(say, one) for one in read]
    if late := [one for one in found.to_acknowledge if one.overdue]:
        is_today = all(one.today for one in late)
        lines.append(say.html("news-due-today" if is_today else "news-overdue"))
        lines += [complaints.line(say, one) for one in late]
    if soon := [one for one in found.to_acknowledge if not one.overdue]:
        lines.append(say.html("news-soon"))
        lines += [complaints.line(say, one) for one in soon]
    if late_requests := [one for one in found.to_answer if one.overdue]:
        lines.append(say.html("news-overdue-requests"))
        lines += [line(say, one) for one in late_requests]
    if soon_requests := [one for one in found.to_answer if not one.overdue]:
        lines.append(say.html("news-soon-requests"))
        lines += [line(say, one) for one in soon_requests]
    rows = []
    if found.new or found.to_acknowledge:
        rows.append((Button(say.plain("button-complaints"), "pp"),))
    if found.to_answer:
        rows.append((Button(say.plain("button-requests"), "rr"),))
    return Screen(Html("\n".join(lines)), tuple(rows), topic=NEWS, fresh=True)
