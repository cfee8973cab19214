"""Words typed at the newest screen with buttons: the beginning of a label, yes, no or cancel."""

from __future__ import annotations

from collections.abc import Collection

from bot.context import Context
from bot.handlers.asked_again import ASKS_TO_DECIDE, COSTS, TAKES_BACK
from bot.handlers.button_labels import without_number
from bot.handlers.buttons import typed_label
from bot.handlers.reply import localiser
from bot.screens import data
from bot.screens import numbers_in as data_of
from bot.views.broadcast_approval import REQUESTS
from bot.views.celebrating import TOPIC as CELEBRATE
from bot.views.complaints import ANSWER as COMPLAINT
from bot.views.held_messages import NEWS as HELD_NEWS
from bot.views.learning import TURN
from bot.views.news import TOPIC as NEWS
from bot.views.offers import TOPIC as OFFER_TOPIC
from bot.views.plans import TOPIC as PLAN
from bot.views.questions import QUESTION_BUTTONS, question_topic
from bot.views.requests import NEWS as RIGHTS_NEWS
from bot.views.themes import TOPIC as THEMES
from bot.views.weekly import CHANGE, NUMBERS
from content.asked_in_words import asks_to_be_forgotten, asks_to_remove
from content.language_names import is_language
from content.typed_words import begins, gives_up, keyed, move_in
from content.weekly_words import weekly_in
from content.yes_and_no import begins_with_yes_or_no, is_ok, keeps_or_drops, says_little, yes_or_no
from engagement.broadcasts.gate import Weekly
from engagement.consultations.typed_labels import may_begin_a_label
from engagement.consultations.typed_numbers import is_number, numbers_in
from usecases.consultations import last_question, typed_answers
from usecases.conversation.chat import NEWS as NEWS_BELOW
from usecases.conversation.chat import SIGNPOSTS
from usecases.conversation.shown import Shown
from usecases.conversation.typed_words import FORGETTING, Waiting, WaitingFor
from usecases.people.forget import Way
from usecases.people.language import named

LISTS = (THEMES, PLAN, NEWS, CELEBRATE, "language", "consultations", "mine", "numbers")
"""Topics of lists that people ask for."""
INVITES = "b"
"""The button that leads to the questions of a consultation."""
_YES = ("button-forget-yes", "button-answer-now", "button-equality-answer")
_NO = ("button-forget-no", "button-forget-stay", "button-later", "button-equality-no")


def newest_with_buttons(context: Context) -> Shown | None:
    """The newest message of this chat that has buttons and may ask something; None if news came
    after it."""
    newest = context.chat.newest_with_buttons
    return newest if newest is not None and newest.buttons else None


def check_not_closed(context: Context) -> None:
    """Raise HasClosed if the newest screen asks a question of a consultation that has closed, and
    IsPaused or WasWithdrawn if it invites to one that takes no answers."""
    newest = newest_with_buttons(context)
    if newest is None:
        return
    if any(data.startswith(QUESTION_BUTTONS) for data in newest.buttons.values()):
        last_question.check_not_closed(context.world, newest.topic.removeprefix(question_topic("")))
    invites = [d for d in newest.buttons.values() if d.startswith(f"{INVITES}:")]
    if newest.topic == NEWS_BELOW and len(invites) == 1:
        last_question.check_not_stopped(context.world, data_of(invites[0])[0])


def request_is_newest(context: Context) -> bool:
    """Whether the newest screen with buttons is a request to approve something."""
    newest = newest_with_buttons(context)
    return newest is not None and newest.topic.startswith(REQUESTS)


def replies_to_receipt(context: Context) -> bool:
    """Whether this message replies to a receipt: what shows a consultation, and asks no question of
    it any more."""
    replied_to = context.turn.parsed.replied_to
    replied = next((s for s in context.turn.shown if s.message_id == replied_to), None)
    if replied is None or not replied.topic.startswith(question_topic("")):
        return False
    return not any(d.startswith(QUESTION_BUTTONS) for d in replied.buttons.values())


def asks_to_decide(context: Context) -> bool:
    """Whether the newest screen with buttons asks for a decision of staff."""
    newest = newest_with_buttons(context)
    verbs = {d.partition(":")[0] for d in newest.buttons.values()} if newest is not None else set()
    return request_is_newest(context) or not verbs.isdisjoint(ASKS_TO_DECIDE)


def said_to(context: Context, shown: Shown, text: str, *, sure: bool = False) -> str | None:
    """The data of the one button of this screen that typed words mean: its label or number, yes or
    no, or the beginning of its label in whole words: if ``sure`` is wanted, of enough letters."""
    found = typed_label(context, text, topic=shown.topic)
    if found is not None:
        return found
    say = localiser(context)
    said = False if gives_up(text) else yes_or_no(text, say.language)
    if said is not None:
        named = [say.plain(key) for key in (_YES if said else _NO)]
        return next((shown.buttons[label] for label in named if label in shown.buttons), None)
    begun = [
        data
        for label, data in shown.buttons.items()
        if begins(text, label) or begins(text, without_number(label))
    ]
    return begun[0] if len(begun) == 1 and (may_begin_a_label(text) or not sure) else None


def cancel_on(context: Context, topic: str) -> str | None:
    """The data of the button "Cancel" on the screen of this topic. Of a message that others were
    asked about, or that is on its way, it is none."""
    label = localiser(context).plain("button-cancel")
    found = next((s.buttons.get(label) for s in context.turn.shown if s.topic == topic), None)
    return None if found is None or found.partition(":")[0] in TAKES_BACK else found


def said_in_reply(context: Context, text: str, *, but: str) -> str | None:
    """The button of the screen that this message replies to, whose label was typed; None for a
    reply to what waits in the screen with the topic ``but``."""
    replied_to = context.turn.parsed.replied_to
    replied = next((s for s in context.chat.screens if s.message_id == replied_to), None)
    if replied is None or replied.topic == but:
        return None
    return typed_label(context, text, topic=replied.topic)


def said_of_forgetting(context: Context, text: str) -> str | None:
    """The button that words typed at the question of /forget press; None for words that decide
    nothing. "OK" may only mean that somebody has read it."""
    newest = newest_with_buttons(context)
    if newest is None or newest.topic != FORGETTING or is_ok(text):
        return None
    if asks_to_be_forgotten(text):
        return newest.buttons.get(localiser(context).plain("button-forget-yes"))
    found = said_to(context, newest, text)
    numbers = numbers_in(text)
    if found is not None or len(numbers) != 1:
        return found
    # PostgreSQL keeps the buttons in no order.
    in_order = sorted(newest.buttons.values(), key=lambda d: _ORDER.index(Way(data_of(d)[0])))
    return in_order[numbers[0] - 1] if 1 <= numbers[0] <= len(in_order) else None


_ORDER = (Way.YES, Way.TAKE_BACK, Way.AT_CLOSE, Way.WORDS, Way.STAY)
"""The buttons of /forget from the top."""


def forget_question(context: Context) -> Shown | None:
    """The question of /forget, if it still has its buttons."""
    return next((s for s in context.turn.shown if s.topic == FORGETTING and s.buttons), None)


def numbers_of_another_list(
    context: Context, waits: WaitingFor, text: str
) -> tuple[Shown, tuple[int, ...]] | None:
    """The newest screen, if it is a list that somebody asked for since the open question, and the
    numbers that are all they have typed; None for anything else, and for a reply to the question.
    """
    newest, numbers = newest_with_buttons(context), numbers_in(text)
    if newest is None or not numbers or newest.topic not in LISTS:
        return None
    asked = [s for s in context.turn.shown if s.topic == question_topic(waits.slug)]
    replied_to = context.turn.parsed.replied_to
    if any(s.message_id in (newest.message_id, replied_to) for s in asked):
        return None
    if any(context.chat.place(s) > context.chat.place(newest) for s in asked):
        return None
    return newest, numbers


def said_of_offer(context: Context, waits: WaitingFor, text: str) -> str | None:
    """The button of the newest message that a typed yes or no presses, if that message offers to
    keep words. A reply to the offer is for it."""
    said = keeps_or_drops(text, context.person.language)
    replied_to = context.turn.parsed.replied_to
    replied = next((s for s in context.turn.shown if s.message_id == replied_to), None)
    unasked = waits.what in (Waiting.NOTHING, Waiting.QUESTION)
    # What asks for nothing but words has no buttons, and isn't answered with a yes.
    may_ask = [s for s in context.chat.things if s.buttons or s.topic == NEWS_BELOW or not unasked]
    newest = replied or (may_ask[-1] if may_ask else None)
    if said is None or newest is None or newest.topic != OFFER_TOPIC:
        return None
    way = typed_answers.YES if said else typed_answers.NO
    return next((d for d in newest.buttons.values() if data_of(d)[-1] == way), None)


def said_of_signposts(context: Context, text: str) -> str | None:
    """The button that takes words of danger out of the chat, for somebody who asks that below the
    numbers to call, or below the offer to keep the words."""
    at = max(
        (s for s in context.turn.shown if s.topic.startswith(SIGNPOSTS)),
        key=lambda s: s.message_id,
        default=None,
    )
    if at is None or not asks_to_remove(text):
        return None
    newest = newest_with_buttons(context)
    is_below = newest is None or newest.message_id < at.message_id or newest.topic == OFFER_TOPIC
    return next(iter(at.buttons.values()), None) if is_below else None


def said_of_weekly(context: Context, text: str) -> str | None:
    """The button that these words press below the question how many messages a week somebody wants,
    which is at the end of other screens."""
    chosen, newest = weekly_in(text), newest_with_buttons(context)
    if chosen is None or newest is None:
        return None
    wanted = data(CHANGE, NUMBERS.index(Weekly(chosen)))
    return wanted if wanted in newest.buttons.values() else None


def said_of_newest(context: Context, text: str, *, below: str) -> str | None:
    """The button that words typed at another newest screen press, if that screen has buttons and is
    newer than the one with the topic ``below``, which waits for words."""
    newest, chat = newest_with_buttons(context), context.chat
    if newest is None or newest.topic == below or newest.topic == OFFER_TOPIC:
        return None
    waits = max((chat.place(s) for s in context.turn.shown if s.topic == below), default=0)
    if chat.place(newest) <= waits:
        return None
    found = said_to(context, newest, text, sure=True) or _placed(newest, text)
    # News that asks which ward is home asks for nothing else.
    may_cost = newest.topic != NEWS_BELOW
    costs = may_cost and found is not None and found.partition(":")[0] in COSTS
    # What cannot be undone wants the whole label.
    return typed_label(context, text, topic=newest.topic) if costs else found


def _placed(newest: Shown, text: str) -> str | None:
    """The button in the place that a typed number names, below news whose buttons have no numbers
    and cost nothing: an invitation has one."""
    numbers, places = numbers_in(text), [*newest.buttons.values()]
    if newest.topic != NEWS_BELOW or len(numbers) != 1:
        return None
    if any(d.partition(":")[0] in COSTS for d in places):
        return None
    return places[numbers[0] - 1] if 1 <= numbers[0] <= len(places) else None


def check_language_offered(context: Context, text: str, *, waits: str | None = None) -> None:
    """Raise NoSuchLanguage for words typed at the choice of a language that name none of those, if
    that screen is the newest. Where something else ``waits`` for words, in the screen of that
    topic, this one must be newer and the words a language's name."""
    newest = newest_with_buttons(context)
    if newest is None or not any(d.startswith("x:") for d in newest.buttons.values()):
        return
    older = all(s.message_id < newest.message_id for s in context.turn.shown if s.topic == waits)
    is_meant = not says_little(text) if waits is None else older and is_language(text)
    if is_meant:
        named(context.world, text)


def wards_are_listed(context: Context) -> bool:
    """Whether the newest screen is a list of wards with their numbers."""
    newest = newest_with_buttons(context)
    picks = ("w", "mp", "mh")
    return newest is not None and any(
        d.partition(":")[0] in picks and label.partition(" ")[0].isdecimal()
        for label, d in newest.buttons.items()
    )


def said_to_request(context: Context, text: str) -> bool:
    """Whether words below a request to approve a message say yes or no to it, or name a number, but
    not in all the words of its button."""
    newest, replied_to = newest_with_buttons(context), context.turn.parsed.replied_to
    if newest is None or not request_is_newest(context):
        return False
    if replied_to not in (None, newest.message_id):
        return False
    return yes_or_no(text) is not None or begins_with_yes_or_no(text) or is_number(text)


def numbers_of_few_wards(context: Context) -> tuple[int, ...]:
    """The numbers of the newest screen, if that is a list of only some wards to choose from: not
    the council's whole list, whose numbers mean the same on every page."""
    newest = newest_with_buttons(context)
    none = localiser(context).plain("button-none-of-these")
    if newest is None or none not in newest.buttons:
        return ()
    picks = (p for p, d in newest.buttons.items() if d.partition(":")[0] in ("w", "mp", "mh"))
    firsts = (pick.partition(" ")[0] for pick in picks)
    return tuple(int(first) for first in firsts if first.isdecimal())


def question_is_shown(context: Context, waits: WaitingFor) -> bool:
    """Whether the open question is in the chat, as far as we know. It isn't if another question of
    the same consultation is there: what was typed came together with the answer to that one."""
    topic = question_topic(waits.slug)
    shown = next((s for s in context.turn.shown if s.topic == topic), None)
    if shown is not None and any(d.startswith(f"{TURN}:") for d in shown.buttons.values()):
        return False  # what there is to learn before it is
    verbs = tuple(d for d in shown.buttons.values() if d.startswith(("q:", "g:"))) if shown else ()
    places = {data_of(d)[1] for d in verbs}
    questions = context.world.consultation(waits.slug).consultation.questions
    return not places or any(questions[n] == waits.question for n in places if n < len(questions))


def said_of_mistaken_no(context: Context, text: str) -> str | None:
    """The button that undoes a mistaken No, whose label a stranger has typed: nothing is kept of
    somebody too young, not even what they were shown."""
    if context.person.id is not None:
        return None
    labels = {
        keyed(context.words.plain("button-no-by-mistake", language))
        for language in context.words.languages
    }
    return "ag" if keyed(text) in labels else None


ANSWERS = (COMPLAINT, RIGHTS_NEWS, HELD_NEWS)
"""Topics of messages that nobody asked for just now, besides news: answers to complaints, and what
officers are told."""


def stands_below(context: Context, topics: Collection[str]) -> Shown | None:
    """The thing in this chat that is below what waits in a screen of these topics, or that this
    message replies to instead of it; None where the words are right under what waits."""
    return context.chat.below(topics)


def below_question(context: Context, slug: str) -> Shown | None:
    """The same for the question of this consultation that waits: the offers below it are part of
    it, and don't hide what came between."""
    return context.chat.below((question_topic(slug),), offers=(OFFER_TOPIC,))


def is_own_move(context: Context, slug: str, text: str) -> bool:
    """Whether a word that moves is the whole label of a button of this consultation's question."""
    topic = question_topic(slug)
    return move_in(text) is not None and typed_label(context, text, topic=topic) is not None


def is_unasked(shown: Shown | None) -> bool:
    """Whether this came without being asked for: words below it may be a reply to it."""
    return shown is not None and (
        shown.topic in (NEWS_BELOW, "") or (shown.topic in ANSWERS and not shown.buttons)
    )
