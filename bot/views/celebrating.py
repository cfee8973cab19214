"""What has changed in a ward: as a message, and as the card to share."""

from __future__ import annotations

import re

from bot.screens import Button, PictureScreen, Rows, Screen, data, in_rows
from bot.views.numbers import option_label, option_line
from bot.views.spoken import Spoken
from content.words import RIGHT_TO_LEFT, Html, escape
from reports.card import Bar, Card, Figure
from usecases.conversation.typed_words import CELEBRATED
from usecases.insight.celebrate import Celebration, TookPart, WardToCelebrate

TOPIC = "celebrate"
MOST_BARS = 5
LONGEST_TOLD = 100
"""Letters of one thing done or come of it: two lines on a card."""
LONGEST_CAPTION = 1000
"""Letters under a picture: Telegram takes 1,024."""


def wards(say: Spoken, asked: WardToCelebrate) -> Screen:
    """Which ward?"""
    lines = [say.html("celebrate-wards")]
    lines += [say.html("ward-list-row", number=n, ward=w.name) for n, w in asked.listed]
    codes = say.world.loaded.ward_codes
    rows = in_rows([Button(str(n), data("uw", codes[w.code])) for n, w in asked.listed])
    if asked.pages > 1:
        following = (asked.page + 1) % asked.pages
        rows += ((Button(say.plain("button-more"), data("u", following)),),)
    return Screen(Html("\n".join(lines)), rows, CELEBRATED)


def celebration(say: Spoken, found: Celebration) -> Screen:
    """All that can be told of a ward."""
    ward = found.ward.name
    if found.is_empty:
        return Screen(say.html("celebrate-nothing", ward=ward), topic=TOPIC)
    parts = [say.html("celebrate-heading", ward=ward)]
    parts.append(Html("\n".join(_done(say, found))))
    if found.outcomes:
        parts.append(Html("\n".join(_outcomes(say, found))))
    parts += [Html("\n".join(_took_part(say, ward, one))) for one in found.took_part]
    parts.append(say.html("celebrate-thanks"))
    if found.took_part:
        thresholds = say.world.thresholds
        parts.append(say.html("card-foot", rounding=thresholds.rounding))
    rows: Rows = ((Button(say.plain("button-card"), data("uc", found.code)),),)
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def _done(say: Spoken, found: Celebration) -> list[Html]:
    if not found.done:
        return [say.html("celebrate-nothing-done")]
    lines = [say.html("celebrate-done")]
    for commitment, on in found.done:
        text = commitment.text.say(say.language)
        lines.append(say.html("celebrate-done-item", text=text, day=say.date(on)))
    return lines


def _outcomes(say: Spoken, found: Celebration) -> list[Html]:
    lines = [say.html("celebrate-outcome")]
    for text, at in found.outcomes:
        lines.append(say.html("celebrate-outcome-item", text=text, day=say.date(at)))
    return lines


def _took_part(say: Spoken, ward: str, one: TookPart) -> list[Html]:
    title = one.consultation.title.say(say.language)
    lines = [
        say.html("celebrate-ward-withheld", ward=ward, title=title)
        if one.here is None
        else say.html("celebrate-ward", ward=ward, title=title, people=one.here),
        say.html("celebrate-all", people=one.everywhere),
    ]
    if one.question is not None:
        lines.append(say.html("celebrate-said"))
        lines.append(say.html("plain", text=one.question.text.say(say.language)))
        lines += [option_line(say, one.question, option) for option in one.options]
    return lines


def picture(say: Spoken, found: Celebration) -> PictureScreen:
    """The card, with the message's own words under it for whoever cannot see it."""
    made = card(say, found)
    return PictureScreen(
        caption=_in_words(made),
        card=made,
        name=f"{found.ward.code}.png",
        waiting=say.html("card-drawing"),
        failed=say.html("card-failed"),
    )


def _in_words(made: Card) -> Html:
    """What the card shows, as a caption: Telegram has no other text for a picture."""
    lines = [made.alt, *made.successes, *(f"{f.value} {f.label}" for f in made.figures)]
    lines += [made.bars_title, *(f"{b.label}: {b.shown}" for b in made.bars)]
    text = "\n".join(line for line in lines if line)
    return escape(text if len(text) <= LONGEST_CAPTION else text[: LONGEST_CAPTION - 1] + "…")


def card(say: Spoken, found: Celebration) -> Card:
    """The same, as the values of a card. Every number is one that the message shows."""
    ward, council = found.ward.name, say.world.library.council.name
    latest = found.took_part[0] if found.took_part else None
    title = say.plain("card-title")
    told = [commitment.text.say(say.language) for commitment, _ in found.done]
    told += [text for text, _ in found.outcomes]
    return Card(
        language=say.language,
        council=council,
        title=title,
        alt=f"{title}: {ward}",
        right_to_left=say.language in RIGHT_TO_LEFT,
        place=ward,
        period=latest.consultation.title.say(say.language) if latest else "",
        figures=_figures(say, found, latest),
        bars_title=latest.question.text.say(say.language) if latest and latest.question else "",
        bars=_bars(say, latest) if latest else (),
        successes=tuple(_short(text) for text in told[:3]),
        thanks=say.plain("card-thanks"),
        foot=say.plain("card-foot", rounding=say.world.thresholds.rounding) if latest else "",
    )


def _short(text: str) -> str:
    """As many whole sentences as a card has room for, and a sign where there is more."""
    if len(text) <= LONGEST_TOLD:
        return text
    kept = ""
    for sentence in re.split(r"(?<=[.!?۔؟]) +", text):
        if len(kept) + len(sentence) > LONGEST_TOLD:
            break
        kept = f"{kept} {sentence}".strip()
    return f"{kept} …" if kept else f"{text[:LONGEST_TOLD]}…"


def _figures(say: Spoken, found: Celebration, latest: TookPart | None) -> tuple[Figure, ...]:
    figures = []
    if latest is not None and latest.here is not None:
        about = say.plain("card-about", people=latest.here)
        figures.append(Figure(about, say.plain("card-answered-ward", ward=found.ward.name)))
    if latest is not None:
        about = say.plain("card-about", people=latest.everywhere)
        figures.append(Figure(about, say.plain("card-answered-all")))
    if found.done:
        count = found.done_count
        figures.append(Figure(say.count(count), say.plain("card-done", count=count)))
    return tuple(figures)


def _bars(say: Spoken, latest: TookPart) -> tuple[Bar, ...]:
    question = latest.question
    if question is None:
        return ()
    told = [o for o in latest.options if o.percent is not None and o.about is not None]
    told.sort(key=lambda option: -(option.about or 0))
    return tuple(
        Bar(
            label=option_label(say, question, option),
            share=(option.percent or 0) / 100,
            shown=say.plain("card-bar", people=option.about or 0, percent=option.percent or 0),
        )
        for option in told[:MOST_BARS]
    )
