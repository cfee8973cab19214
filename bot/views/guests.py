"""Someone else on the same phone: what they see, and what its owner sees of them."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import MOST_DATA, Button, Rows, Screen, data
from bot.views import languages
from bot.views.localiser import Localiser
from content.duration import minutes
from content.words import Html, Words
from usecases.consultations.mine import Other
from usecases.conversation.chat import SIGNPOSTS
from usecases.people.guests import (
    GuestHere,
    GuestPage,
    GuestTakenBack,
    HandedBack,
    Later,
    WhichConsultation,
)
from usecases.people.heard import BEGINS, GOES_ON, HANDS_BACK, MINE, OWNERS_AND, token
from usecases.people.identify import Person
from usecases.people.welcome import Joined
from usecases.people.whose_turn import WHO, WhoQuestion, Why

TOPIC = WHO
BEGIN, HAND_BACK = BEGINS, HANDS_BACK
PAGE, ASK_TAKE_BACK, TAKE_BACK = "pm", "pn", "pt"
"""The buttons of a phone that several people share."""
LATER = {Later.CHANGE: "guest-handed-back-change", Later.SEE: "guest-handed-back-see"}
"""What is said of what somebody can still do who handed the phone back."""


def as_seen_by(words: Words, person: Person, screen: Screen) -> Screen:
    """A screen for somebody on another's phone: it says first for whom it is, and that they are
    answering, if they have the phone. Its buttons are theirs alone, and the last hands the phone
    back. Whom to call in danger stays at the top."""
    guest, language = person.guest, person.language
    if guest is None or screen.location or screen.keyboard_away:
        return screen
    key = "guest-banner" if guest.has_it else "guest-banner-for"
    banner = words.html(key, language, number=guest.number)
    back = Button(words.plain("button-hand-back", language), HAND_BACK)
    parts = (screen.text, banner) if screen.topic.startswith(SIGNPOSTS) else (banner, screen.text)
    text = Html("\n\n".join(parts))
    return replace(screen, text=text, rows=(*screen.rows, (back,)), seat=token(guest))


def another(say: Localiser, code: int) -> Rows:
    """The button for somebody else on the same phone, where the council lets several answer."""
    if not say.world.library.council.shared_phones:
        return ()
    return ((Button(say.plain("button-someone-else"), data(BEGIN, code)),),)


def hello(say: Localiser) -> Screen:
    """The greeting: whose answers these will be, who could see them, and what we keep."""
    council = say.world.library.council
    rows = (
        (Button(say.plain("button-start"), "s"),),
        *languages.buttons(say, but=say.language),
        (Button(say.plain("button-privacy"), "v"),),
    )
    parts = [
        say.html("guest-hello", council=council.name, number=say.guest),
        say.html("guest-hello-kept"),
    ]
    if council.anyone_may_answer is not None and council.anyone_may_answer.is_so(say.today):
        parts.append(say.html("hello-anyone"))
    return Screen(Html("\n\n".join(parts)), rows, "joining")


def joined(say: Localiser, done: Joined) -> Screen:
    """The ward, and the questions that this person has come for."""
    parts = [say.html("stayed")] if done.stayed else []
    parts.append(say.html("guest-joined", ward=done.ward.name))
    if done.code is None:
        key = "guest-answered" if done.answered else "guest-not-in-ward"
        return Screen(Html("\n".join([*parts, say.html(key)])), (), "joining")
    only = done.open[0]
    parts.append(
        say.html(
            "guest-questions",
            title=only.title.say(say.language),
            questions=len(only.questions),
            minutes=minutes(only, say.language),
        )
    )
    rows = ((Button(say.plain("button-answer-now"), data("b", done.code)),),)
    return Screen(Html("\n".join(parts)), rows, "joining")


def too_young(say: Localiser) -> Screen:
    """The person is too young, nothing is kept, and the phone goes back."""
    years = say.world.library.council.minimum_age
    return Screen(say.html("guest-too-young", age=years), (), TOPIC, fresh=True)


def who(say: Localiser, asked: WhoQuestion) -> Screen:
    """Who has the phone? In the languages of both, because nobody knows who reads it."""
    guest, theirs_say = asked.guest, replace(say, language=asked.language)
    key = {
        Why.WORDS: "guest-who",
        Why.OWNERS: "guest-who-owners",
        Why.MINE: "guest-who-mine",
        Why.AGAIN: "guest-who-again",
    }
    goes_on = f"{GOES_ON}:{MINE}" if asked.why is Why.MINE else GOES_ON
    label = theirs_say.plain("button-guest-goes-on", number=guest.number)
    theirs = Button(label, goes_on + token(guest))
    then = f"{OWNERS_AND}:{asked.then}"
    is_kept = bool(asked.then) and len(then.encode()) <= MOST_DATA
    owners = Button(say.plain("button-owner-has-it"), then if is_kept else HAND_BACK)
    both = [one.html(key[asked.why], number=guest.number) for one in (say, theirs_say)]
    text = Html("\n\n".join(dict.fromkeys(both)))
    return Screen(text, ((theirs,), (owners,)), TOPIC, fresh=True)


def handed_back(say: Localiser, done: HandedBack) -> Screen:
    """The phone is its owner's again."""
    if done.number is None:
        return Screen(say.html("guest-nobody"), (), TOPIC, fresh=True)
    lines = [say.html("guest-handed-back")]
    lines += [say.html("guest-unsent", number=done.number)] if done.unsent else []
    if done.later in LATER:
        lines.append(say.html(LATER[done.later], number=done.number))
    return Screen(Html("\n".join(lines)), (), TOPIC, fresh=True)


def which(say: Localiser, asked: WhichConsultation) -> Screen:
    """Which consultation does somebody else want to answer?"""
    rows = tuple(
        (Button(consultation.title.say(say.language), data(BEGIN, code)),)
        for code, consultation in asked.consultations
    )
    return Screen(say.html("guest-which"), rows, TOPIC)


def rows_of_others(say: Localiser, others: tuple[Other, ...]) -> list[Button]:
    """A button for each of the others who answered on this phone."""
    keys = {True: "button-guest-change", False: "button-guest-see"}
    return [
        Button(say.plain(keys[one.open], number=one.number), data(PAGE, one.code, one.number))
        for one in others
    ]


def page(say: Localiser, shown: GuestPage) -> Screen:
    """One of the others, without anything that they answered."""
    number, code = shown.guest.number, shown.code
    title = shown.consultation.title.say(say.language)
    back = (Button(say.plain("button-back"), "km"),)
    sees = Button(say.plain("button-guest-sees", number=number), "km" + token(shown.guest))
    if shown.ended:
        text = say.html("guest-page-closed", number=number, title=title)
        return Screen(text, ((sees,), back), "mine")
    if shown.asks and not shown.held:
        yes = Button(say.plain("button-guest-take-back-yes"), data(TAKE_BACK, code, number))
        text = say.html("guest-take-back", number=number, title=title)
        return Screen(text, ((yes,), back), "mine")
    theirs = data("b", code) + token(shown.guest)
    gone = data(ASK_TAKE_BACK, code, number)
    text = say.html("guest-page", number=number, title=title)
    is_me = (Button(say.plain("button-guest-is-me", number=number), theirs),)
    if shown.opens is not None:
        text = say.html(
            "guest-page-paused", number=number, title=title, opens=say.opens(shown.opens)
        )
        is_me = (sees,)
    if shown.held:
        return Screen(Html(f"{text}\n{say.html('forget-held')}"), (is_me, back), "mine")
    delete = (Button(say.plain("button-guest-take-back", number=number), gone),)
    return Screen(text, (is_me, delete, back), "mine")


def taken_back(say: Localiser, done: GuestTakenBack) -> Screen:
    """A guest's answers are gone."""
    back = ((Button(say.plain("button-back"), "km"),),)
    return Screen(say.html("guest-taken-back", number=done.number), back, "mine")


def here(say: Localiser, found: GuestHere) -> Screen:
    """What somebody on another's phone can do."""
    rows: Rows = ()
    if found.joined:
        rows = (
            (Button(say.plain("button-change-answers"), data("b", found.code)),),
            (Button(say.plain("button-guest-mine"), "km"),),
        )
    return Screen(say.html("guest-here"), rows, TOPIC)
