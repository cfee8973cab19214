"""What waits because of an election, for the monitoring officer."""

from __future__ import annotations

from bot.screens import Button, Screen, data
from bot.views.broadcast_message import broadcast, buttons_in_words
from bot.views.localiser import Localiser
from content.words import Html
from usecases.broadcasts.election_hold import HeldDecided, HeldList, HeldMessage, HeldOver
from usecases.broadcasts.hold_notices import HoldNotice

TOPIC = "held"
NEWS = "held-news"
MOST_LISTED = 20


def news(say: Localiser, notice: HoldNotice) -> Screen:
    """So many messages wait: for those who decide, the button that lists them."""
    count = len(notice.waits)
    if not notice.on_duty:
        return Screen(say.html("held-news-nobody", count=count), topic=NEWS, fresh=True)
    button = Button(say.plain("button-held-list"), "hl")
    return Screen(say.html("held-news", count=count), ((button,),), topic=NEWS, fresh=True)


def held(say: Localiser, found: HeldList) -> Screen:
    """The list, the oldest first: a button each."""
    if not found.lines:
        return Screen(say.html("held-none"), topic=TOPIC)
    rows = tuple(
        (Button(say.plain("held-row", number=number, words=words), data("ho", code)),)
        for number, (code, words) in enumerate(found.lines[:MOST_LISTED], start=1)
    )
    return Screen(say.html("held-list", count=len(found.lines)), rows, TOPIC)


def message(say: Localiser, found: HeldMessage) -> Screen:
    """One message, whom it is for, and the two decisions."""
    copy = broadcast(say, found.wording)
    wards = say.listed(ward.name for ward in found.wording.wards)
    parts = [
        Html("\n".join(_of(say, found, wards))),
        copy.text,
        *buttons_in_words(say, copy),
        _until(say, found),
    ]
    rows = (
        (Button(say.plain("button-held-release"), data("hr", found.code, 1)),),
        (Button(say.plain("button-held-drop"), data("hr", found.code, 0)),),
        (Button(say.plain("button-back"), "hl"),),
    )
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def _until(say: Localiser, found: HeldMessage) -> Html:
    """Until when there is an election; not that anybody waits where we don't say so."""
    if found.until is None:
        return say.html("held-over-begun" if found.begun else "held-over")
    key = "held-until-begun" if found.begun else "held-until"
    return say.html(key, day=say.day(found.until))


def _of(say: Localiser, found: HeldMessage, wards: str) -> list[Html]:
    """Whose message it is, for whom, and which copies of it this decision is about."""
    author = found.author or say.plain("held-author-left")
    key = "held-message-begun" if found.begun else "held-message"
    lines = [say.html(key, author=author, people=say.people(found.people), wards=wards)]
    if len(found.held) < len(found.wording.wards):
        held = say.listed(ward.name for ward in found.held)
        lines.append(say.html("held-only", wards=held))
    if found.approved is not None:
        lines.append(say.html("held-approved", day=say.day_and_time(found.approved)))
    if found.corrected:
        lines.append(say.html("held-corrected"))
    return lines


def decided(say: Localiser, done: HeldDecided) -> Screen:
    """Confirms the decision."""
    return Screen(_decided(say, done), ((Button(say.plain("button-held"), "hl"),),), TOPIC)


def over(say: Localiser, found: HeldOver) -> Screen:
    """Somebody has decided about it: what, and the way to what else waits."""
    who = found.who or say.plain("alert-somebody")
    key = "held-over-released" if found.released else "held-over-dropped"
    text = say.html(key, who=who, words=found.words)
    return Screen(text, ((Button(say.plain("button-held"), "hl"),),), TOPIC)


def _decided(say: Localiser, done: HeldDecided) -> Html:
    if not done.released:
        return say.html("held-dropped-notice" if done.is_notice else "held-dropped")
    if done.corrected:
        return say.html("held-released-corrected")
    if done.too_late:
        return say.html("held-released-too-late")
    text = say.html("held-released-begun" if done.begun else "held-released")
    return Html(f"{text} {say.html('held-released-weekly')}") if done.weekly else text
