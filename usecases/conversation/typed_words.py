"""What typed words are meant for: of all that waits for a person's words, the last one used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from content.asked_in_words import (
    asks_about_me,
    asks_for_another,
    asks_for_help,
    asks_for_results,
    asks_perhaps_to_stop,
    asks_to_be_forgotten,
    asks_to_complain,
    asks_to_start,
    asks_to_stop,
    asks_to_stop_using,
)
from content.schema.consultation import LONGEST_TEXT_ANSWER, Question, QuestionKind
from content.typed_words import characters, keyed, room
from engagement.broadcasts.update_text import check_size
from engagement.consultations.typed_labels import option_named
from engagement.errors import TextTooLong
from storage.conversation.drafts import LIFETIME, Draft
from usecases.broadcasts import asked_polls, compose, decline_reason
from usecases.consultations import last_question, manage_choices, reading_themes, submissions
from usecases.conversation.chat import NEWS, WHY, Chat, read
from usecases.operations import close_alert, complain, complaints, requests
from usecases.people import choose_ward, unfinished, words_in_hand
from usecases.people.identify import Person
from usecases.world import Transaction, World

CELEBRATED = "celebrate-wards"
"""The topic of the screen that lists wards to celebrate."""
FORGETTING = "leaving"
"""The topic of the screen that asks whether to forget somebody."""
COMPLAINT = "complaint"
"""The topic of the screens of a complaint."""
MANAGE = "manage"
"""The topic of the screens of /manage."""
WARDS = "ward"
"""The topic of the screens that ask for another ward."""
NEVER = datetime.min.replace(tzinfo=UTC)


class Waiting(StrEnum):
    """What can wait for a person's words."""

    BROADCAST = "broadcast"  # a draft of /send
    COMPLAINT = "complaint"  # a complaint that is being made
    OUTCOME = "outcome"  # what came of a complaint, for its author
    REQUEST = "request"  # words to mark as a request
    READING = "reading"  # the name of a theme, or a translation of a text
    SUBMISSION = "submission"  # what came without the bot
    STOPPING = "stopping"  # why a quick poll is to end early
    DECIDING = "deciding"  # until when, or why, something is decided about a consultation
    OTHER_WARD = "other ward"  # moving house, or a ward to follow
    JOINING = "joining"  # an arrival
    QUESTION = "question"  # an open question of a consultation
    PLACE = "place"  # one that asks for a place, where that matters for what is stored
    ALERT = "alert"  # what was done about words of danger
    CELEBRATION = "celebration"  # the list of wards to celebrate is the last screen in the chat
    FORGETTING = "forgetting"  # whether to be forgotten is the last question in the chat
    REASON = "reason"  # why a broadcast was declined
    NOTHING = "nothing"


STAFF_WRITES = {
    complaints.OUTCOME: (Waiting.OUTCOME, "complaints"),
    requests.MARKING: (Waiting.REQUEST, "requests"),
    reading_themes.READING: (Waiting.READING, "reading"),
    submissions.ENTERING: (Waiting.SUBMISSION, "submission"),
    asked_polls.STOPPING: (Waiting.STOPPING, "stop-poll"),
    close_alert.CLOSING: (Waiting.ALERT, "alert-closing"),
}
"""Draft kinds of staff who are writing about a complaint, a request, an alert or a text, and the
topics of their screens."""


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """What waits for words; an open question also with the slug of its consultation and when it was
    last used, a reason with the code of its broadcast as its slug. ``learning``: there is something
    to learn before the question, and it isn't in the chat yet."""

    what: Waiting
    slug: str = ""
    question: Question | None = None
    touched: datetime = NEVER
    learning: bool = False


class Request(StrEnum):
    """What somebody may ask for in words alone, wherever they are."""

    STOP = "stop"
    HELP = "help"
    FORGET = "forget"
    START = "start"
    COMPLAIN = "complain"
    ANOTHER = "another"
    ABOUT_ME = "about me"
    STOP_USING = "stop using"
    RESULTS = "results"


WHERE_TO_COMPLAIN = (
    Waiting.NOTHING,
    Waiting.COMPLAINT,
    Waiting.JOINING,
    Waiting.OTHER_WARD,
    Waiting.CELEBRATION,
    Waiting.FORGETTING,
)
"""Where a message that only says so is no words for anything else. At a question it is asked what
they are, and what staff write stays what they write."""

WHERE_TO_ASK_FOR_ANOTHER = (Waiting.NOTHING, Waiting.QUESTION, Waiting.FORGETTING)
"""Where a message that says so is that somebody else on this phone wants to answer."""


def request_in(text: str, waits: WaitingFor) -> Request | None:
    """What a message that is only a stop word or a help word asks for.

    A stop word stops messages even where it is an option's label; other words are a label first.
    "Leave me alone" may be an answer in somebody's own words: there it is asked.
    At the question of /forget, "forget me" is an answer; while joining, "start" is.
    """
    asked = waits.question
    own_words = asked is not None and asked.kind is QuestionKind.TEXT
    if asks_to_stop(text):
        return None if own_words and asks_perhaps_to_stop(text) else Request.STOP
    request = None
    if asks_for_help(text):
        request = Request.HELP
    elif asks_to_be_forgotten(text) and waits.what is not Waiting.FORGETTING:
        request = Request.FORGET
    elif asks_to_start(text) and waits.what not in (Waiting.JOINING, Waiting.BROADCAST):
        request = Request.START
    elif asks_to_complain(text) and waits.what in WHERE_TO_COMPLAIN:
        request = Request.COMPLAIN
    elif asks_for_another(text) and not own_words and waits.what in WHERE_TO_ASK_FOR_ANOTHER:
        request = Request.ANOTHER
    elif _is_for_nothing_else(waits):
        request = _looked_up(text)
    is_option = request and asked is not None and option_named(asked, text) is not None
    return None if is_option else request


def _looked_up(text: str) -> Request | None:
    """What a message asks to see: what people answered, or what its writer has said of
    themselves."""
    if asks_for_results(text):
        return Request.RESULTS
    if asks_to_stop_using(text):
        return Request.STOP_USING
    return Request.ABOUT_ME if asks_about_me(text) else None


def _is_for_nothing_else(waits: WaitingFor) -> bool:
    """Whether words that only ask to see something can be part of nothing that waits for words."""
    if waits.question is not None and waits.question.kind is QuestionKind.TEXT:
        return False
    return waits.what in (Waiting.NOTHING, Waiting.QUESTION, Waiting.CELEBRATION)


def check_no_rest(person: Person, waits: WaitingFor, text: str, sent_at: datetime) -> None:
    """Raise TextTooLong or TextTakesTooMuchRoom for the rest of a text that was refused, with the
    same limit as for its first part."""
    so_far = words_in_hand.refused_so_far(person, sent_at)
    if so_far is not None:
        is_alert = waits.what is Waiting.ALERT
        length = so_far.length + characters(text)
        if waits.what is Waiting.BROADCAST:
            check_size(length=length, taken=so_far.room + room(text))
        most = close_alert.LONGEST_DONE if is_alert else LONGEST_TEXT_ANSWER
        if waits.what is Waiting.REASON:
            most = decline_reason.LONGEST_REASON
        raise TextTooLong(length=length, most=most)


async def waiting_for(
    tx: Transaction,
    world: World,
    person: Person,
    text: str = "",
    *,
    replied_to: int | None = None,
) -> WaitingFor:
    """What this person's next words, such as ``text``, are meant for, where they may reply to one
    message of the chat."""
    chat = await read(tx, person, replied_to=replied_to)
    with_buttons = chat.newest_with_buttons
    newest = with_buttons.topic if with_buttons is not None else ""
    if newest == CELEBRATED:
        return WaitingFor(Waiting.CELEBRATION)
    found: list[tuple[datetime, WaitingFor]] = []
    if person.arrival is not None:
        found.append((person.arrival.arrived_at or NEVER, WaitingFor(Waiting.JOINING)))
    question = await last_question.open_question(tx, world, person)
    for draft in person.drafts:
        drafted = _draft_waits(world, person, draft, chat)
        if drafted is None:
            continue
        kept = draft.expires_at - LIFETIME if draft.expires_at else NEVER
        if drafted is not Waiting.COMPLAINT or await _goes_on(tx, person, kept, chat, text):
            about = draft.about if drafted is Waiting.REASON else ""
            found.append((kept, WaitingFor(drafted, about, touched=kept)))
    # Nothing less than the newest thing of all may end in forgetting.
    forgetting = words_in_hand.forget_asked(person)
    lowest = chat.newest
    if forgetting is not None and lowest is not None and lowest.topic == FORGETTING == newest:
        return WaitingFor(Waiting.FORGETTING)
    if question is not None:
        asked = WaitingFor(
            Waiting.QUESTION, question.slug, question.question, question.touched, question.learning
        )
        found.append((question.touched, asked))
    if not found:
        return WaitingFor(Waiting.NOTHING)
    # Of the same moment: any later button or command would have ended the wait for a reason.
    return max(found, key=lambda one: (one[0], one[1].what is Waiting.REASON))[1]


def _draft_waits(world: World, person: Person, draft: Draft, chat: Chat) -> Waiting | None:
    """What a draft waits for, if it waits for words."""
    if draft.kind == compose.SENDING and person.staff is not None:
        return None if compose.rests(draft) else Waiting.BROADCAST
    if draft.kind == complain.COMPLAINING:
        return Waiting.COMPLAINT if complain.waits(world, person) else None
    if draft.kind in choose_ward.PURPOSES:
        # In a reply to another message the words are asked about.
        left = _left_behind(draft, replace(chat, replied_to=None))
        return None if left else Waiting.OTHER_WARD
    if draft.kind == close_alert.CLOSING and not close_alert.waits(draft):
        return None
    if draft.kind == asked_polls.STOPPING and draft.data.get("text"):
        return None  # a reason is given: what is left is a yes or a no
    if draft.kind == decline_reason.DECLINING and person.staff is not None:
        mine = f"{WHY}{draft.about}"
        seen = [s for s in chat.things if s.buttons or s.topic in (mine, NEWS)]
        is_newest = bool(seen) and seen[-1].topic == mine
        return Waiting.REASON if is_newest and decline_reason.waits(world, draft) else None
    if draft.kind == manage_choices.DECIDING and person.staff is not None:
        is_newest = chat.newest is not None and chat.newest.topic == MANAGE
        return Waiting.DECIDING if is_newest and not draft.data["reason"] else None
    if draft.kind not in STAFF_WRITES or person.staff is None:
        return None
    waiting, topic = STAFF_WRITES[draft.kind]
    # Only words under what is written already go on with it.
    under_it = chat.newest is not None and chat.newest.topic == topic
    stays = under_it or draft.kind == close_alert.CLOSING or not unfinished.holds_words(draft)
    return waiting if stays else None


async def _goes_on(tx: Transaction, person: Person, kept: datetime, chat: Chat, text: str) -> bool:
    """Whether ``text`` may be a complaint, or more of one made just now: nothing else was used
    since, and it says more than thanks, yes, a number or the label of a button."""
    if not complain.is_made(person):
        return True
    newest = chat.newest
    came_after = newest is not None and chat.place(newest) > complain.newest_then(person)
    if newest is not None and newest.topic != COMPLAINT and came_after:
        return False
    if await last_question.touched_since(tx, person, kept):
        return False
    labels = {keyed(label) for s in chat.screens for label in s.buttons}
    return complain.says_more(text) and keyed(text) not in labels


def _left_behind(draft: Draft, chat: Chat) -> bool:
    """Whether something else has been put on the screen since a ward was asked for. News ask for no
    ward: words below them are asked about."""
    asked = [chat.place(s) for s in chat.things if s.topic == WARDS]
    since = max([choose_ward.newest_then(draft), *asked])
    newer = (s for s in chat.things if chat.place(s) > since)
    return any(s.buttons or s.topic == FORGETTING for s in newer)
