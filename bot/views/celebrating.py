"""The reply to /celebrate: what has changed in a ward."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import Button, Rows, Screen, data
from bot.views.choices import Choice, are_short_numbered, numbered_rows, turning
from bot.views.localiser import Localiser
from bot.views.results import told_options
from content.words import Html
from usecases.conversation.typed_words import CELEBRATED
from usecases.insight.celebrate import Celebration, TookPart, WardToCelebrate

TOPIC = "celebrate"


def wards(say: Localiser, asked: WardToCelebrate) -> Screen:
    """Asks which ward."""
    lines = [say.html("celebrate-wards-changed")] if asked.changed else []
    lines.append(say.html("celebrate-wards"))
    codes = say.world.loaded.ward_codes
    choices = [Choice(n, w.name, data("uw", codes[w.code])) for n, w in asked.listed]
    if not are_short_numbered(choices):
        lines += [say.html("ward-list-row", number=c.number, ward=c.label) for c in choices]
    rows = numbered_rows(say, choices) + turning(say, "u", page=asked.page, pages=asked.pages)
    return Screen(Html("\n".join(lines)), rows, CELEBRATED)


def celebration(say: Localiser, found: Celebration) -> Screen:
    """Commitments delivered in a ward, outcomes, and what residents said."""
    shown = _celebration(say, found)
    if not found.changed:
        return shown
    text = Html(f"{say.html('celebrate-wards-changed')}\n\n{shown.text}")
    return replace(shown, text=text)


def _celebration(say: Localiser, found: Celebration) -> Screen:
    ward = found.ward.name
    if found.is_empty:
        return Screen(_nothing(say, found), _back(say, found), TOPIC)
    parts = [say.html("celebrate-heading", ward=ward)]
    parts.append(Html("\n".join(_done(say, found))))
    if found.outcomes:
        parts.append(Html("\n".join(_outcomes(say, found))))
    parts += [Html("\n".join(_took_part(say, ward, one))) for one in found.took_part]
    parts.append(say.html("celebrate-thanks"))
    if found.took_part:
        rounding = found.took_part[0].limits.rounding
        parts.append(say.html("card-foot", rounding=rounding))
    rows: Rows = ((Button(say.plain("button-card"), data("uc", found.code)),),)
    rows += _back(say, found)
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def _nothing(say: Localiser, found: Celebration) -> Html:
    """That there is nothing to show, and what may come."""
    if found.waits_until is not None:
        return say.html("celebrate-waits", ward=found.ward.name, day=say.day(found.waits_until))
    if not found.too_few:
        return say.html("celebrate-nothing", ward=found.ward.name)
    lines = [say.html("celebrate-nothing-yet", ward=found.ward.name)]
    for asked in found.too_few:
        lines.append(say.html("celebrate-too-few", title=asked.title.say(say.language)))
    return Html("\n".join(lines))


def _back(say: Localiser, found: Celebration) -> Rows:
    """The way back to the list this ward was chosen from, if there was one."""
    if found.page is None:
        return ()
    return ((Button(say.plain("button-back"), data("u", found.page)),),)


def _done(say: Localiser, found: Celebration) -> list[Html]:
    if not found.done:
        return [say.html("celebrate-nothing-done")]
    lines = [say.html("celebrate-done")]
    for commitment, on in found.done:
        text = commitment.text.say(say.language)
        lines.append(say.html("celebrate-done-item", text=text, day=say.date(on)))
    return lines


def _outcomes(say: Localiser, found: Celebration) -> list[Html]:
    lines = [say.html("celebrate-outcome")]
    for text, at in found.outcomes:
        lines.append(say.html("celebrate-outcome-item", text=text, day=say.date(at)))
    return lines


def _took_part(say: Localiser, ward: str, one: TookPart) -> list[Html]:
    title = one.consultation.title.say(say.language)
    lines = [
        say.html("celebrate-ward-withheld", ward=ward, title=title)
        if one.here is None
        else say.html("celebrate-ward", ward=ward, title=title, people=one.here),
        say.html("celebrate-all", people=say.between(one.everywhere, one.everywhere_to)),
    ]
    if one.question is not None:
        lines.append(say.html("celebrate-said"))
        lines.append(say.html("plain", text=one.question.text.say(say.language)))
        lines += told_options(say, one.question, one.options, one.limits.smallest_cell)
    return lines
