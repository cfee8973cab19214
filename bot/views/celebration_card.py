"""The picture to share of what has changed in a ward, and its caption."""

from __future__ import annotations

import re

from bot.screens import PictureScreen
from bot.views.localiser import Localiser
from bot.views.results import option_label
from content.schema.consultation import Question
from content.words import RIGHT_TO_LEFT, Html, escape
from engagement.insight.disclosure import PublishedOption
from reports.card import Bar, Card, Figure
from usecases.insight.celebrate import Celebration, TookPart

MOST_BARS = 5
LONGEST_SUCCESS = 100
"""Characters of one success: two lines on a card."""
LONGEST_CAPTION = 1000
"""Characters under a picture: Telegram takes 1,024."""


def picture(say: Localiser, found: Celebration) -> PictureScreen:
    """The card, with its content as a caption for people who cannot see it."""
    made = card(say, found)
    return PictureScreen(
        caption=_in_words(made),
        card=made,
        name=f"{found.ward.code}.png",
        waiting=say.html("card-drawing"),
        failed=say.html("card-failed"),
    )


def _in_words(made: Card) -> Html:
    """The card's content as a caption: Telegram has no other alternative text for a picture."""
    lines = [made.alt, *made.successes, *(f"{f.value} {f.label}" for f in made.figures)]
    lines += [made.bars_title, *(f"{b.label}: {b.shown}" for b in made.bars)]
    text = "\n".join(line for line in lines if line)
    return escape(text if len(text) <= LONGEST_CAPTION else text[: LONGEST_CAPTION - 1] + "…")


def card(say: Localiser, found: Celebration) -> Card:
    """The card's values. Every number is one that the message shows too."""
    ward, council = found.ward.name, say.world.library.council.name
    latest = found.took_part[0] if found.took_part else None
    title = say.plain("card-title")
    successes = [commitment.text.say(say.language) for commitment, _ in found.done]
    successes += [text for text, _ in found.outcomes]
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
        successes=tuple(_short(text) for text in successes[:3]),
        thanks=say.plain("card-thanks"),
        foot=say.plain("card-foot", rounding=say.world.thresholds.rounding) if latest else "",
    )


def _short(text: str) -> str:
    """The whole sentences that fit on a card, with "…" if there are more."""
    if len(text) <= LONGEST_SUCCESS:
        return text
    kept = ""
    for sentence in re.split(r"(?<=[.!?۔؟]) +", text):
        if len(kept) + len(sentence) > LONGEST_SUCCESS:
            break
        kept = f"{kept} {sentence}".strip()
    return f"{kept} …" if kept else f"{text[:LONGEST_SUCCESS]}…"


def _figures(say: Localiser, found: Celebration, latest: TookPart | None) -> tuple[Figure, ...]:
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


def _bars(say: Localiser, latest: TookPart) -> tuple[Bar, ...]:
    question = latest.question
    if question is None:
        return ()
    shown = [o for o in latest.options if o.percent is not None or o.share is not None]
    shown.sort(key=lambda option: -(option.about or 0))
    return tuple(_bar(say, question, option) for option in shown[:MOST_BARS])


def _bar(say: Localiser, question: Question, option: PublishedOption) -> Bar:
    """A bar with a percentage, or below the base a word without a bar."""
    label = option_label(say, question, option)
    if option.percent is None and option.share is not None:
        return Bar(label=label, share=None, shown=say.plain(f"share-{option.share.value}"))
    percent = option.percent or 0
    told = say.plain("card-bar", people=option.about or 0, percent=percent)
    return Bar(label=label, share=percent / 100, shown=told)
