"""Hello, 13 or over, where is home, welcome, and leaving again."""

from __future__ import annotations

from bot.screens import Button, CommandMenu, Rows, Screen, data, in_rows
from bot.views.spoken import Spoken
from content.words import Html, escape
from engagement.rights import Role
from usecases.choose_ward import WardShown
from usecases.join import AgeQuestion, Hello, Joined, StaffWelcome, TooYoung
from usecases.leave import ForgetQuestion, Forgotten, Stopped
from usecases.place import WardQuestion

TOPIC = "joining"


def hello(say: Spoken, _: Hello) -> Screen:
    """Who this is, what we keep, and the way out."""
    council = say.world.library.council
    rows = (
        (Button(say.plain("button-start"), "s"),),
        (Button(say.plain("button-privacy"), "v"),),
    )
    return Screen(say.html("hello", council=council.name), rows, TOPIC)


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
    """Where is home? From a poster, by postcode, or from a list."""
    topic = "ward" if asked.moving else TOPIC
    if asked.listed:
        return _ward_list(say, asked, topic)
    postcode = Button(say.plain("button-postcode"), "k")
    listed = Button(say.plain("button-list"), data("ml" if asked.moving else "l", 0))
    if asked.suggested is not None:
        yes = Button(say.plain("button-poster-yes"), "p")
        text = say.html("ward-poster", ward=asked.suggested.name)
        return Screen(text, ((yes,), (postcode,), (listed,)), topic)
    key = "ward-ask-moving" if asked.moving else "ward-ask"
    return Screen(say.html(key), ((listed,),), topic)


def _ward_list(say: Spoken, asked: WardQuestion, topic: str) -> Screen:
    lines = [say.html("ward-list")]
    lines += [say.html("ward-list-row", number=n, ward=w.name) for n, w in asked.listed]
    if asked.pages > 1:
        lines.append(say.html("ward-list-page", page=asked.page + 1, pages=asked.pages))
    lines.append(say.html("ward-boundaries", vintage=str(say.world.vintage)))
    pick, turn = ("mp", "ml") if asked.moving else ("w", "l")
    codes = say.world.loaded.ward_codes
    rows = in_rows([Button(str(n), data(pick, codes[w.code])) for n, w in asked.listed])
    if asked.pages != 1:
        following = (asked.page + 1) % max(1, asked.pages)
        rows += ((Button(say.plain("button-more"), data(turn, following)),),)
    return Screen(Html("\n".join(lines)), rows, topic)


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
    parts = [text, say.html("help-staff")]
    if done.role is not Role.BOARD_MEMBER:
        parts.append(say.html("help-officer"))
    parts.append(say.html("staff-welcome-resident"))
    return Screen(Html("\n\n".join(parts)), topic="staff")


def staff_menu(done: StaffWelcome) -> CommandMenu:
    """The commands of the role first, then everybody's."""
    own = ("send",) if done.role is Role.BOARD_MEMBER else ("send", "results", "export")
    return CommandMenu((*own, "help", "start", "consultations", "mine", "ward", "stop", "forget"))


def ward_shown(say: Spoken, shown: WardShown) -> Screen:
    """The resident's ward."""
    key = "ward-moved" if shown.moved else "ward-shown"
    text = say.html(key, ward=shown.ward.name, vintage=str(shown.vintage))
    change = ((Button(say.plain("button-change-ward"), "mw"),),)
    return Screen(text, () if shown.moved else change, topic="ward")


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
