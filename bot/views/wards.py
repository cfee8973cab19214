"""The choice of a ward by postcode, location or list, and the reply to /ward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens import LOCATION_TOPIC, Button, Rows, Screen, data
from bot.views.choices import Choice, are_short_numbered, numbered_rows, turning
from bot.views.joining import TOPIC as JOINING
from bot.views.joining import offers
from bot.views.localiser import Localiser
from content.schema.council import Ward
from content.words import Html
from usecases.people.choose_ward import Following, HomeQuestion, WardShown
from usecases.people.find_ward import LocationQuestion, Purpose, WardQuestion

CHANGES_WARD = "mw"
"""The button of /ward that asks for another home."""


@dataclass(frozen=True, slots=True)
class WardButtons:
    """The topic, the question and the buttons for choosing a ward for one purpose."""

    topic: str
    key: str
    turn: str  # another page of the list
    pick: str  # a ward
    locate: str  # use my location
    ask: str  # the question itself
    leave: str = ""  # out of the question


WARD_BUTTONS: Mapping[Purpose, WardButtons] = {
    Purpose.JOIN: WardButtons(JOINING, "ward-ask", "l", "w", "i", "lb"),
    Purpose.MOVE: WardButtons("ward", "ward-ask-moving", "ml", "mp", "mi", "mw", "mb"),
    Purpose.FOLLOW: WardButtons("ward", "follow-ask", "mg", "mh", "mj", "mf", "mb"),
}


def ward_question(say: Localiser, asked: WardQuestion) -> Screen:
    """Asks which ward: the poster's, by postcode, by location, or from the list."""
    buttons = WARD_BUTTONS[asked.purpose]
    if asked.guess is not None:
        return _guess(say, asked.guess, buttons)
    if asked.near:
        return _near(say, asked, buttons)
    if asked.listed:
        return _ward_list(say, asked, buttons)
    ways: Rows = (
        (Button(say.plain("button-list"), data(buttons.turn, 0)),),
        (Button(say.plain("button-location"), buttons.locate),),
    )
    if asked.suggested is not None:
        yes = Button(say.plain("button-poster-yes"), "p")
        postcode = Button(say.plain("button-postcode"), "k")
        text = say.html("ward-poster", ward=asked.suggested.name)
        return Screen(text, ((yes,), (postcode,), *ways), buttons.topic)
    if buttons.leave:
        ways += ((Button(say.plain("button-back"), buttons.leave),),)
    lines = [say.html(buttons.key)]
    if say.stopped and asked.purpose is Purpose.FOLLOW:
        lines.append(say.no_news)
    return Screen(Html("\n".join(lines)), ways, buttons.topic)


def _guess(say: Localiser, ward: Ward, buttons: WardButtons) -> Screen:
    """Part of a name fits one ward: nothing is decided without a yes."""
    pick = data(buttons.pick, say.world.loaded.ward_codes[ward.code])
    yes, no = Button(say.plain("button-yes"), pick), Button(say.plain("button-no"), buttons.ask)
    return Screen(say.html("ward-guess", ward=ward.name), ((yes, no),), buttons.topic, fresh=True)


def _ward_list(say: Localiser, asked: WardQuestion, buttons: WardButtons) -> Screen:
    codes = say.world.loaded.ward_codes
    choices = [Choice(n, w.name, data(buttons.pick, codes[w.code])) for n, w in asked.listed]
    lines = [say.html("ward-list")]
    if not are_short_numbered(choices):
        lines += [say.html("ward-list-row", number=c.number, ward=c.label) for c in choices]
    if asked.pages > 1:
        lines.append(say.html("ward-list-page", page=asked.page + 1, pages=asked.pages))
    lines.append(say.html("ward-boundaries", vintage=str(say.world.vintage)))
    rows = numbered_rows(say, choices)
    rows += turning(say, buttons.turn, page=asked.page, pages=asked.pages)
    if not asked.pages:  # only some wards, which a name fits
        rows += ((Button(say.plain("button-none-of-these"), data(buttons.turn, 0)),),)
    if not asked.page:
        rows += ((Button(say.plain("button-back"), buttons.ask),),)
    return Screen(Html("\n".join(lines)), rows, buttons.topic)


def _near(say: Localiser, asked: WardQuestion, buttons: WardButtons) -> Screen:
    follows = asked.purpose is Purpose.FOLLOW
    codes = say.world.loaded.ward_codes
    none = Button(say.plain("button-none-of-these"), data(buttons.turn, 0))
    choices = [Choice(n, w.name, data(buttons.pick, codes[w.code])) for n, w in asked.listed]
    if asked.exact:
        label = "button-yes" if follows else "button-poster-yes"
        yes = Button(say.plain(label), choices[0].data)
        key = "location-exact-follow" if follows else "location-exact"
        text = say.html(key, ward=asked.listed[0][1].name)
        return Screen(text, ((yes,), (none,)), buttons.topic, fresh=True)
    lines = [say.html("location-near-follow" if follows else "location-near")]
    if not are_short_numbered(choices):
        lines += [say.html("ward-list-row", number=c.number, ward=c.label) for c in choices]
    rows = (*numbered_rows(say, choices), (none,))
    return Screen(Html("\n".join(lines)), rows, buttons.topic, fresh=True)


def location_question(say: Localiser, _: LocationQuestion) -> Screen:
    """Asks to share a location, with a key on the phone's keyboard."""
    label = say.plain("button-share-location")
    text = say.html("location-ask", button=label)
    return Screen(text, topic=LOCATION_TOPIC, fresh=True, location=label)


def ward_shown(say: Localiser, shown: WardShown) -> Screen:
    """The resident's ward, and the one they follow."""
    if shown.gone:
        parts = [say.html("ward-shown-gone", ward=shown.ward.name)]
    else:
        key = "ward-moved" if shown.moved else "ward-shown-old" if shown.old else "ward-shown"
        parts = [say.html(key, ward=shown.ward.name, vintage=str(shown.ward.vintage))]
    if shown.followed:
        parts.append(say.html("ward-also", ward=say.listed(w.name for w in shown.followed)))
    if shown.lapsed:
        parts.append(say.html("ward-lapsed", ward=say.listed(w.name for w in shown.lapsed)))
    if say.stopped and shown.offers is None:
        parts.append(say.no_news)
    codes = say.world.loaded.ward_codes
    rows: Rows = tuple((Button(w.name, data("mp", codes[w.code])),) for w in shown.likely)
    if not shown.moved:
        rows += ((Button(say.plain("button-change-ward"), CHANGES_WARD),),)
    rows += tuple(
        (Button(say.plain("button-follow-this", ward=w.name), data("mh", codes[w.code])),)
        for w in shown.instead
    )
    if not shown.moved or shown.lapsed:
        rows += ((Button(say.plain("button-follow-ward"), "mf"),),)
    rows += tuple(
        (Button(say.plain("button-unfollow-ward", ward=w.name), data("mu", codes[w.code])),)
        for w in shown.followed
        if not shown.moved
    )
    if shown.offers is not None:
        text, more = offers(say, shown.offers)
        parts.append(Html(f"\n{text}"))
        rows += more
    return Screen(Html("\n".join(parts)), rows, topic="ward")


def home_question(say: Localiser, asked: HomeQuestion) -> Screen:
    """A postcode came without a question, or a ward's name below /ward: has their home changed?"""
    named = asked.named
    if asked.same:
        text = say.html("home-same-named" if named else "home-same", ward=asked.ward.name)
        return Screen(text, topic="home", fresh=True)
    code = say.world.loaded.ward_codes[asked.ward.code]
    yes = Button(say.plain("button-yes"), data("mp", code))
    no = Button(say.plain("button-no"), "mb" if named else data("mb", 1))
    key = "home-question-old" if asked.old else "home-question"
    if named:
        key = "home-question-old-named" if asked.old else "home-question-named"
    text = say.html(key, ward=asked.ward.name)
    return Screen(text, ((yes, no),), topic="home", fresh=True)


def following(say: Localiser, done: Following) -> Screen:
    """News of another ward will come from now on, or no longer."""
    key = "ward-followed" if done.follows else "ward-unfollowed"
    if done.follows and say.stopped:
        key = "ward-followed-leaving" if say.leaving else "ward-followed-stopped"
    values = {"ward": done.ward.name} | ({"home": done.home.name} if done.follows else {})
    lines = [say.html(key, **values)]
    if done.instead_of:
        former = say.listed(ward.name for ward in done.instead_of)
        lines.append(say.html("ward-followed-instead", former=former))
    return Screen(Html("\n".join(lines)), topic="ward")
