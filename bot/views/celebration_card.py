"""The picture to share of what has changed in a ward, and its caption."""

from __future__ import annotations

import re

from bot.screens import PictureScreen
from bot.views.localiser import Localiser
from bot.views.results import option_label, sum_notes
from content.schema.consultation import Question, QuestionKind
from content.words import RIGHT_TO_LEFT, Html, escape
from engagement.insight.disclosure import PublishedOption, Share
from reports.card import LONGEST_TEXT, MOST_BARS, MOST_SUCCESSES, Bar, Card, Figure
from usecases.insight.celebrate import Celebration, ToldOutcome, TookPart

ROOM_FOR_SUCCESS = 100
"""Characters of one success, two lines on a card; its first sentence is never cut."""
ROOM_FOR_OUTCOME = LONGEST_TEXT
"""Characters of one outcome. What people asked for often comes first, and what was decided after
it: without the second sentence the first would be untrue."""
ROUGHLY = {
    Share.NEARLY_ALL: 95,
    Share.MOST: 72,
    Share.ABOUT_HALF: 50,
    Share.LESS_THAN_HALF: 30,
    Share.FEW: 8,
}
"""Percent in the middle of what a share in words may be, to put options in order."""
IN_ORDER = (QuestionKind.SCALE, QuestionKind.NUMBER, QuestionKind.DATE)
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
    lines = [made.alt, *made.successes, *made.outcomes]
    lines += [f"{f.value} {f.label}" for f in made.figures]
    lines += [made.bars_title, *(f"{b.label}: {b.shown}" for b in made.bars), made.bars_note]
    text = "\n".join(line for line in lines if line)
    return escape(text if len(text) <= LONGEST_CAPTION else text[: LONGEST_CAPTION - 1] + "…")


def card(say: Localiser, found: Celebration) -> Card:
    """The card's values. Every number is one that the message shows too."""
    ward, council = found.ward.name, say.world.library.council.name
    latest = found.took_part[0] if found.took_part else None
    title = say.plain("card-title")
    # There is room for one outcome, whatever else was delivered.
    outcomes = found.outcomes[: max(1, MOST_SUCCESSES - len(found.done))]
    done = [c.text.say(say.language) for c, _ in found.done[: MOST_SUCCESSES - len(outcomes)]]
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
        bars_note=_note(say, latest) if latest else "",
        successes=tuple(_short(text, ROOM_FOR_SUCCESS) for text in done),
        outcomes=tuple(_told(say, told) for told in outcomes),
        thanks=say.plain("card-thanks"),
        foot=say.plain("card-foot", rounding=latest.limits.rounding) if latest else "",
    )


def _told(say: Localiser, told: ToldOutcome) -> str:
    """What came of answers. With what was wrong in it, or where there is no room for both, that
    alone: nobody is to pass on what was wrong."""
    if not told.corrections:
        return _short(told.text, ROOM_FOR_OUTCOME)
    wrong = [say.plain("card-correction", text=text) for text in told.corrections]
    whole = " ".join([told.text, *wrong])
    return whole if len(whole) <= ROOM_FOR_OUTCOME else _short(wrong[-1], ROOM_FOR_OUTCOME)


def _short(text: str, room: int) -> str:
    """The whole sentences that fit in ``room`` characters, the first in any case, with "…" if there
    are more."""
    first, *rest = re.split(r"(?<=[.!?۔؟])\s+", text)
    kept = first
    for sentence in rest:
        if len(kept) + len(sentence) >= room:
            return f"{kept} …"
        kept = f"{kept} {sentence}"
    return kept


def _figures(say: Localiser, found: Celebration, latest: TookPart | None) -> tuple[Figure, ...]:
    figures = []
    if latest is not None and latest.here is not None:
        about = say.plain("card-about", people=latest.here)
        figures.append(Figure(about, say.plain("card-answered-ward", ward=found.ward.name)))
    if latest is not None:
        people = say.between(latest.everywhere, latest.everywhere_to)
        about = say.plain("card-about", people=people)
        figures.append(Figure(about, say.plain("card-answered-all")))
    if found.done:
        count = found.done_count
        figures.append(Figure(say.count(count), say.plain("card-done", count=count)))
    return tuple(figures)


def _bars(say: Localiser, latest: TookPart) -> tuple[Bar, ...]:
    if latest.question is None:
        return ()
    least, drawn = latest.limits.smallest_cell, _drawn(latest.question, latest)
    return tuple(_bar(say, latest.question, option, least) for option in drawn)


def _drawn(question: Question, latest: TookPart) -> list[PublishedOption]:
    """The most chosen options there is room for, the most chosen first. Points of a scale, and
    bands of numbers or days, keep their own order."""
    drawn = sorted(latest.options, key=_size, reverse=True)[:MOST_BARS]
    if question.kind in IN_ORDER:
        return [option for option in latest.options if option in drawn]
    return drawn


def _size(option: PublishedOption) -> int:
    """Roughly how many percent chose an option, by what is shown of it."""
    if option.percent is not None:
        return option.percent
    return 0 if option.share is None else ROUGHLY[option.share]


def _bar(say: Localiser, question: Question, option: PublishedOption, least: int) -> Bar:
    label = option_label(say, question, option)
    if option.percent is not None and option.about is not None:
        shown = say.plain("card-bar", people=option.about, percent=option.percent)
        return Bar(label, option.percent / 100, shown)
    if option.share is not None:
        return Bar(label, None, say.plain(f"share-{option.share.value}"))
    return Bar(label, None, say.plain("card-few", least=least))


def _note(say: Localiser, latest: TookPart) -> str:
    """The options without a bar, and why the shares don't add up to 100."""
    question = latest.question
    if question is None:
        return ""
    notes = [say.plain("card-note-all")]
    if (scale := question.scale) is not None:
        low, high = scale.lowest_label, scale.highest_label
        labels = {"low": low.say(say.language), "high": high.say(say.language)}
        ends = {"lowest": scale.lowest, "highest": scale.highest}
        notes.append(say.plain("card-note-scale", **ends, **labels))
    if question.kind is QuestionKind.RANKING:
        notes.append(say.plain("card-note-first"))
    if question.choice_filter is not None:
        notes.append(say.plain("results-question-offered"))
    drawn = _drawn(question, latest)
    if rest := [option for option in latest.options if option not in drawn]:
        named = say.listed(option_label(say, question, option) for option in rest)
        notes.append(say.plain("card-note-rest", options=named))
    notes += [say.plain(key) for key in sum_notes(question, latest.options)]
    return " ".join(notes)
