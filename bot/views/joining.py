"""Hello, 13 or over, where is home, welcome, and leaving again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views import languages
from bot.views.spoken import Spoken
from content.words import Html, english_name, escape
from engagement.staff.rights import MAY_SEE_RESULTS, MAY_SEE_STATUS, MAY_SEND, Role
from usecases.people.choose_ward import Following, WardShown
from usecases.people.join import AgeQuestion, Hello, Joined, StaffWelcome, TooYoung
from usecases.people.leave import ForgetQuestion, Forgotten, Stopped
from usecases.people.locate import LocationQuestion, Purpose, WardQuestion

TOPIC = "joining"


@dataclass(frozen=True, slots=True)
class Verbs:
    """What buttons carry, and which words ask, where a ward is chosen for one purpose."""

    topic: str
    key: str
    turn: str  # another page of the list
    pick: str  # a ward
    locate: str  # use my location


VERBS: Mapping[Purpose, Verbs] = {
    Purpose.JOIN: Verbs(TOPIC, "ward-ask", "l", "w", "i"),
    Purpose.MOVE: Verbs("ward", "ward-ask-moving", "ml", "mp", "mi"),
    Purpose.FOLLOW: Verbs("ward", "follow-ask", "mg", "mh", "mj"),
}


def hello(say: Spoken, greeting: Hello) -> Screen:
    """Who this is, what we keep, and the way out."""
    council = say.world.library.council
    rows = (
        (Button(say.plain("button-start"), "s"),),
        *languages.buttons(say, but=say.language),
        (Button(say.plain("button-privacy"), "v"),),
    )
    parts = [say.html("hello", council=council.name)]
    wanted = english_name(greeting.lacking) if greeting.lacking else None
    if wanted is not None:
        parts.append(say.html("language-lacking", wanted=wanted))
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def privacy(say: Spoken) -> Screen:
    """The council's whole notice, with how to ask about it."""
    council = say.world.library.council
    parts = [escape(council.privacy.body.say(say.language))]
    if council.contact.phone:
        parts.append(say.html("privacy-contact-phone", phone=council.contact.phone))
    if council.contact.email:
        parts.append(say.html("privacy-contact-email", email=council.contact.email))
    return Screen(Html("\n\n".join(parts)), topic="privacy", fresh=True)


def age(say: Spoken, _: AgeQuestion) -> Screen:
    """13 or over?"""
    yes = Button(say.plain("button-yes"), data("a", 1))
    no = Button(say.plain("button-no"), data("a", 0))
    years = say.world.library.council.minimum_age
    return Screen(say.html("age-question", age=years), ((yes, no),), TOPIC)


def too_young(say: Spoken, _: TooYoung) -> Screen:
    """Goodbye, and nothing kept."""
    years = say.world.library.council.minimum_age
    return Screen(say.html("too-young", age=years), topic=TOPIC)


def ward_question(say: Spoken, asked: WardQuestion) -> Screen:
    """Which ward? From a poster, by postcode, by location, or from a list."""
    verbs = VERBS[asked.purpose]
    if asked.near:
        return _near(say, asked, verbs)
    if asked.listed:
        return _ward_list(say, asked, verbs)
    ways: Rows = (
        (Button(say.plain("button-list"), data(verbs.turn, 0)),),
        (Button(say.plain("button-location"), verbs.locate),),
    )
    if asked.suggested is not None:
        yes = Button(say.plain("button-poster-yes"), "p")
        postcode = Button(say.plain("button-postcode"), "k")
        text = say.html("ward-poster", ward=asked.suggested.name)
        return Screen(text, ((yes,), (postcode,), *ways), verbs.topic)
    return Screen(say.html(verbs.key), ways, verbs.topic)


def location_question(say: Spoken, _: LocationQuestion) -> Screen:
    """Share your location: a key of the phone's own."""
    label = say.plain("button-share-location")
    text = say.html("location-ask", button=label)
    return Screen(text, topic="location", fresh=True, location=label)


def _near(say: Spoken, asked: WardQuestion, verbs: Verbs) -> Screen:
    codes = say.world.loaded.ward_codes
    none = Button(say.plain("button-none-of-these"), data(verbs.turn, 0))
    picks = [(number, data(verbs.pick, codes[w.code])) for number, w in asked.listed]
    if asked.exact:
        yes = Button(say.plain("button-poster-yes"), picks[0][1])
        text = say.html("location-exact", ward=asked.listed[0][1].name)
        return Screen(text, ((yes,), (none,)), verbs.topic, fresh=True)
    lines = [say.html("location-near")]
    lines += [say.html("ward-list-row", number=n, ward=w.name) for n, w in asked.listed]
    rows = in_rows([Button(str(number), pick) for number, pick in picks])
    return Screen(Html("\n".join(lines)), (*rows, (none,)), verbs.topic, fresh=True)


def _ward_list(say: Spoken, asked: WardQuestion, verbs: Verbs) -> Screen:
    lines = [say.html("ward-list")]
    lines += [say.html("ward-list-row", number=n, ward=w.name) for n, w in asked.listed]
    if asked.pages > 1:
        lines.append(say.html("ward-list-page", page=asked.page + 1, pages=asked.pages))
    lines.append(say.html("ward-boundaries", vintage=str(say.world.vintage)))
    codes = say.world.loaded.ward_codes
    rows = in_rows([Button(str(n), data(verbs.pick, codes[w.code])) for n, w in asked.listed])
    if asked.pages != 1:
        following = (asked.page + 1) % max(1, asked.pages)
        rows += ((Button(say.plain("button-more"), data(verbs.turn, following)),),)
    return Screen(Html("\n".join(lines)), rows, verbs.topic)


def joined(say: Spoken, done: Joined) -> Screen:
    """Welcome, and what is open."""
    vintage = str(say.world.vintage)
    key = "joined-again" if done.again else "joined"
    parts = [
        say.html(key, ward=done.ward.name)
        if done.again
        else say.html(key, ward=done.ward.name, vintage=vintage)
    ]
    rows: Rows = ()
    if not done.open:
        parts.append(say.html("joined-none"))
    elif done.code is not None:
        only = done.open[0]
        parts.append(
            say.html(
                "joined-one",
                title=only.title.say(say.language),
                questions=len(only.questions),
                minutes=only.minutes,
                closes=say.day(only.closes_at),
                hear=say.day(only.hear_by),
            )
        )
        rows = answer_buttons(say, done.code)
    else:
        parts.append(say.html("joined-several", count=len(done.open)))
        rows = ((Button(say.plain("button-answer-now"), "co"),),)
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def answer_buttons(say: Spoken, code: int) -> Rows:
    """Answer now, later, who decides?"""
    return (
        (Button(say.plain("button-answer-now"), data("b", code)),),
        (
            Button(say.plain("button-later"), data("z", code)),
            Button(say.plain("button-who-decides"), data("d", code)),
        ),
    )


def staff_welcome(say: Spoken, done: StaffWelcome) -> Screen:
    """The role taken up, and its commands."""
    every = say.plain("staff-every-ward")
    wards = every if done.every_ward else say.listed(w.name for w in done.wards)
    text = say.html("staff-welcome", role=done.role.value, label=done.label, wards=wards)
    parts = [text, *role_help(say, done.role)]
    parts.append(say.html("staff-welcome-resident"))
    return Screen(Html("\n\n".join(parts)), topic="staff")


def role_help(say: Spoken, role: Role) -> list[Html]:
    """The commands of a role, as /help and the welcome list them."""
    parts = [say.html("help-staff")] if role in MAY_SEND else []
    if role in MAY_SEE_RESULTS:
        parts.append(say.html("help-officer"))
    if role in MAY_SEE_STATUS:
        parts.append(say.html("help-operator"))
    return parts


def ward_shown(say: Spoken, shown: WardShown) -> Screen:
    """The resident's ward, and the one they follow."""
    key = "ward-moved" if shown.moved else "ward-shown-old" if shown.old else "ward-shown"
    parts = [say.html(key, ward=shown.ward.name, vintage=str(shown.ward.vintage))]
    if shown.followed:
        parts.append(say.html("ward-also", ward=say.listed(w.name for w in shown.followed)))
    codes = say.world.loaded.ward_codes
    rows: Rows = tuple((Button(w.name, data("mp", codes[w.code])),) for w in shown.likely)
    if not shown.moved:
        rows += ((Button(say.plain("button-change-ward"), "mw"),),)
        rows += ((Button(say.plain("button-follow-ward"), "mf"),),)
    rows += tuple(
        (Button(say.plain("button-unfollow-ward", ward=w.name), data("mu", codes[w.code])),)
        for w in shown.followed
        if not shown.moved
    )
    return Screen(Html("\n".join(parts)), rows, topic="ward")


def following(say: Spoken, done: Following) -> Screen:
    """A second ward's news comes from now on, or no longer."""
    key = "ward-followed" if done.follows else "ward-unfollowed"
    values = {"ward": done.ward.name} | ({"home": done.home.name} if done.follows else {})
    return Screen(say.html(key, **values), topic="ward")


def stopped(say: Spoken, done: Stopped) -> Screen:
    """No more messages."""
    return Screen(say.html("stopped" if done.kept else "stopped-nothing"), topic="leaving")


def forget_question(say: Spoken, _: ForgetQuestion) -> Screen:
    """What goes, what stays, and are you sure."""
    yes = Button(say.plain("button-forget-yes"), data("f", 1))
    no = Button(say.plain("button-forget-no"), data("f", 0))
    return Screen(say.html("forget-question"), ((yes,), (no,)), topic="leaving")


def forgotten(say: Spoken, _: Forgotten) -> Screen:
    """Done."""
    return Screen(say.html("forgotten"), topic="leaving")


def not_forgotten(say: Spoken) -> Screen:
    """They thought better of it."""
    return Screen(say.html("not-forgotten"), topic="leaving")
