"""The second approval of a broadcast: the request for it, and the decision."""

from __future__ import annotations

from bot.screens import Button, Screen, data
from bot.views.broadcast_goes_out import correction, goes_out
from bot.views.broadcast_message import copy_shown, named, wards_in_full
from bot.views.export import REQUEST as FILE_REQUEST
from bot.views.localiser import Localiser
from bot.views.managing import REQUEST as OPENING_REQUEST
from content.words import Html
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from usecases.broadcasts.approval import ApprovalRequest
from usecases.broadcasts.decline_reason import Decided, ReasonOffer
from usecases.broadcasts.declined import FileName, OpeningName
from usecases.broadcasts.over import Over
from usecases.conversation.chat import WHY

REQUEST = "y-"
REQUESTS = (REQUEST, FILE_REQUEST, OPENING_REQUEST)
"""The beginnings of the topics of all requests to approve something."""
"""The beginning of the topic of a request to approve a message."""


def yes_question(say: Localiser, asked: ApprovalRequest) -> Screen:
    """The message and the number of recipients, for the second person."""
    people = say.people(asked.people)
    parts = [say.html("yes-question", author=asked.author, people=people)]
    parts += [*copy_shown(say, asked.wording), *wards_in_full(say, asked.wording)]
    if asked.people.about is None:
        parts.append(say.html("send-perhaps-nobody"))
    if asked.wording.kind is BroadcastKind.OUTCOME:
        parts.append(say.html("send-those-who-moved"))
    parts += correction(say, asked.wording)
    if asked.wording.kind in AT_ANY_TIME:
        parts.append(say.html("send-urgent"))
    parts += goes_out(say, asked.goes_out)
    parts.append(say.html("yes-question-by", day=say.last_moment(asked.answer_by)))
    if asked.grew:
        parts.append(say.html("yes-question-grew"))
    if asked.moved:
        parts.append(say.html("send-moved"))
    yes = Button(say.plain("button-yes-send", people=people), _yes(asked))
    no = Button(say.plain("button-no-send"), data("y", asked.code, 0))
    return Screen(Html("\n\n".join(parts)), ((yes,), (no,)), _yes_topic(asked.code))


def _yes(asked: ApprovalRequest) -> str:
    """The data of the yes: it is to the number that this person was shown."""
    return data("y", asked.code, 1, asked.people.most)


def decided(say: Localiser, done: Decided) -> Screen:
    """Confirms the second person's decision to them, under the name of the message."""
    name = named(say, done.name)
    if done.said_yes and done.people is not None:
        waits = goes_out(say, done.goes_out)
        goes = done.goes_out
        stays = goes.all_held or goes.at_night or goes.sends_held or goes.paused is not None
        key = "decided-yes-waits" if stays else "decided-yes"
        text = say.html(key, people=say.people(done.people))
        return Screen(Html("\n".join([name, text, *waits])), topic=_yes_topic(done.code))
    topic = f"{WHY}{done.code}"
    no = say.html(_no_key(done))
    if done.reason is not None:
        text = no
        if done.reason:
            key = "decided-why-away" if done.author_away else "decided-why"
            text = say.html(key, reason=done.written)
        return Screen(Html(f"{name}\n{text}"), topic=topic)
    text = Html(f"{name}\n{no}\n{say.html('decided-no-ask')}")
    skip = Button(say.plain("button-no-reason"), data("yn", done.code))
    # Below everything else, so that what is typed next is for it. The request is answered.
    return Screen(text, ((skip,),), topic, fresh=True, ends=_request_topic(done))


def _no_key(done: Decided) -> str:
    """The sentence that somebody reads who has declined it."""
    away = done.author_away
    match done.name:
        case FileName():
            return "file-declined-you-away" if away else "file-declined-you"
        case OpeningName():
            return "opening-declined-you-away" if away else "opening-declined-you"
        case _:
            return "decided-no-away" if away else "decided-no"


def _request_topic(done: Decided) -> str:
    """The topic of the request that has been answered."""
    match done.name:
        case FileName():
            return f"{FILE_REQUEST}{done.code}"
        case OpeningName():
            return f"{OPENING_REQUEST}{done.code}"
        case _:
            return _yes_topic(done.code)


def reason_offer(say: Localiser, asked: ReasonOffer) -> Screen:
    """Asks whether words that came late are why the message was declined."""
    key = "reason-offer-more" if asked.more else "reason-offer"
    text = Html(f"{named(say, asked.name)}\n{say.html(key, text=asked.text)}")
    yes = Button(say.plain("button-yes-reason"), data("yw", asked.code))
    no = Button(say.plain("button-no"), data("yn", asked.code))
    return Screen(text, ((yes,), (no,)), f"{WHY}{asked.code}")


def answer_by_button(say: Localiser) -> Screen:
    """For words below a request that don't answer it."""
    return Screen(say.html("yes-question-tap"))


def reply_to_one(say: Localiser) -> Screen:
    """For the words of a button that several requests have, and that do different things."""
    return Screen(say.html("yes-question-which"))


def over(say: Localiser, found: Over) -> Screen:
    """The result of a message that this person was asked to approve."""
    return Screen(
        Html(f"{named(say, found.name)}\n{_what(say, found)}"), topic=_yes_topic(found.code)
    )


def _what(say: Localiser, found: Over) -> Html:
    who = found.who or say.plain("alert-somebody")
    if found.held_back:
        return say.html("progress-held-back")
    match found.state:
        case BroadcastState.DECLINED:
            return say.html("over-declined", who=who)
        case BroadcastState.EXPIRED if found.closed is not None:
            return say.html("refusal-questions-closed", title=found.closed.say(say.language))
        case BroadcastState.EXPIRED:
            return say.html("over-expired")
        case BroadcastState.CANCELLED if found.who is None:
            return say.html("refusal-author-has-left")
        case BroadcastState.CANCELLED:
            return say.html("over-cancelled", who=who)
        case _:
            return say.html("over-approved", who=who)


def _yes_topic(code: int) -> str:
    return f"{REQUEST}{code}"
