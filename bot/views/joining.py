"""Joining: the greeting, the privacy notice, the age question, and the welcome."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views import guests, languages
from bot.views.consultations import answer_buttons, paused_lines, what_comes_next
from bot.views.localiser import Localiser
from bot.views.weekly import question
from content.duration import minutes
from content.words import Html, escape, name_of
from usecases.consultations.equality import ground_in
from usecases.people.join import AgeQuestion, Hello, TooYoung
from usecases.people.welcome import Joined

TOPIC = "joining"
LONGEST_FOLDED = 3_000
"""Characters of a notice that is folded up: a longer one may have to be cut into two messages, and
a quote can't go on in the second."""


def hello(say: Localiser, greeting: Hello) -> Screen:
    """The greeting: who we are, what we keep, and how to leave."""
    if say.guest:
        return guests.hello(say)
    council = say.world.library.council
    rows = (
        (Button(say.plain("button-start"), "s"),),
        *languages.buttons(say, but=say.language),
        (Button(say.plain("button-privacy"), "v"),),
    )
    parts = [say.html("hello-messages-again")] if greeting.messages_again else []
    if greeting.role:
        parts.append(say.html("hello-staff", label=greeting.role))
    parts.append(say.html("hello", council=council.name))
    if council.anyone_may_answer is not None and council.anyone_may_answer.is_so(say.today):
        parts.append(say.html("hello-anyone"))
    wanted = name_of(greeting.lacking, say.language) if greeting.lacking else None
    if wanted is not None:
        parts.append(say.html("language-lacking", wanted=wanted))
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def privacy(say: Localiser) -> Screen:
    """The council's whole privacy notice, and how to ask about it."""
    council = say.world.library.council
    about_oneself = ground_in(say.world) is not None and not say.guest
    notice = escape(council.privacy.body.say(say.language).strip())
    if len(notice) <= LONGEST_FOLDED:
        notice = Html(f"<blockquote expandable>{notice}</blockquote>")
    parts = [
        notice,
        say.html("privacy-postcode"),
        say.html("privacy-voice"),
        say.html("privacy-safety"),
        *([say.html("privacy-equality")] if about_oneself else []),
        say.html("guest-privacy-rights" if say.guest else "privacy-rights"),
    ]
    if council.contact.phone:
        parts.append(say.html("privacy-contact-phone", phone=council.contact.phone))
    if council.contact.email:
        parts.append(say.html("privacy-contact-email", email=council.contact.email))
    return Screen(Html("\n\n".join(parts)), topic="privacy", fresh=True)


def age(say: Localiser, asked: AgeQuestion) -> Screen:
    """Asks whether they have reached the minimum age."""
    yes = Button(say.plain("button-yes"), data("a", 1))
    no = Button(say.plain("button-no"), data("a", 0))
    years = say.world.library.council.minimum_age
    text = say.html("age-question", age=years)
    if asked.hint:
        text = Html(say.html("age-hint", yes=yes.label, no=no.label, age=years) + "\n" + text)
    return Screen(text, ((yes, no),), TOPIC)


def too_young(say: Localiser, done: TooYoung) -> Screen:
    """The person is too young, and nothing is kept. A mistaken No can be undone."""
    if done.guest:
        return guests.too_young(say)
    years = say.world.library.council.minimum_age
    undo = Button(say.plain("button-no-by-mistake"), "ag")
    return Screen(say.html("too-young", age=years), ((undo,),), TOPIC)


def joined(say: Localiser, done: Joined) -> Screen:
    """The welcome, with the consultations that are open."""
    if done.guest:
        return guests.joined(say, done)
    vintage = str(say.world.vintage)
    if done.again:
        key = "joined-again-old-ward" if done.old else "joined-again"
        parts = [say.html(key, ward=done.ward.name)]
    else:
        parts = [say.html("joined", ward=done.ward.name, vintage=vintage)]
    if done.stayed:
        if done.lost_role:
            parts.insert(0, say.html("role-ended"))
        parts.insert(0, say.html("stayed"))
    if done.new_notice:
        parts.append(say.html("joined-new-notice"))
    offered, rows = offers(say, done)
    if done.asks_weekly and not say.stopped:
        asked, rows = question(say)
        offered = Html(f"{offered}\n\n{asked}")
    if done.new_notice:
        rows = (*rows, (Button(say.plain("button-privacy"), "v"),))
    return Screen(Html("\n\n".join([*parts, offered])), rows, TOPIC)


def offers(say: Localiser, done: Joined) -> tuple[Html, Rows]:
    """What is open in a ward, with the buttons to answer it, and what is paused there."""
    text, rows = _open_now(say, done)
    paused = paused_lines(say, done.paused)
    if paused and not done.open and not done.answered:
        text = say.no_news if say.stopped else say.html("joined-news")
    return Html("\n".join([*paused, text])), rows


def _open_now(say: Localiser, done: Joined) -> tuple[Html, Rows]:
    if not done.open:
        none = "joined-none-stopped" if say.stopped else "joined-none"
        none = "joined-none-leaving" if say.leaving else none
        key = "joined-answered" if done.answered else none
        return say.html("joined-skipped" if done.skipped else key), ()
    if done.code is not None:
        only = done.open[0]
        text = say.html(
            "joined-one",
            title=only.title.say(say.language),
            questions=len(only.questions),
            minutes=minutes(only, say.language),
            closes=say.closes(only.closes_at),
        )
        text = Html(f"{text}\n{what_comes_next(say, only)}")
        return text, answer_buttons(say, done.code)
    several = say.html("joined-several", count=len(done.open))
    return several, ((Button(say.plain("button-answer-now"), "co"),),)
