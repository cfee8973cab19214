"""News of the plan for a resident's wards and themes, a page at a time."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.broadcast_message import corrections
from bot.views.localiser import Localiser
from bot.views.weekly import setting
from content.words import Html, escape
from content.written_in import may_be_in
from usecases.plans.news import News, NewsItem

TOPIC = "news"
SHORTEST_FOLDED, LONGEST_FOLDED = 400, 3_600
"""Characters of an item that is folded up where there are others, so that each date is in view. A
longer one may not fit in a message."""


def news(say: Localiser, found: News) -> Screen:
    """A page of news, the latest first."""
    wards = say.listed(w.name for w in found.wards)
    if not found.items:
        key = "news-none-stopped" if say.stopped else "news-none"
        parts = [say.html(key, wards=wards)]
    else:
        parts = [say.html("news-heading", wards=wards)]
    if found.lapsed:
        names = say.listed(w.name for w in found.lapsed)
        parts.append(say.html("news-lapsed", ward=names))
    if found.themes:
        followed = say.listed(t.called(say.language) for t in found.themes)
        parts.append(say.html("news-themes", themes=followed))
    other = [not may_be_in(_words(item), say.language) for item in found.items]
    in_english = all(other) and all(may_be_in(_words(item), "en") for item in found.items)
    if found.items and in_english:
        parts.append(say.html("news-english"))
    several = len(found.items) > 1
    for item, is_other in zip(found.items, other, strict=True):
        said = _item(say, item, several=several)
        if is_other and not in_english:
            said = Html(f"{said}\n{say.html('broadcast-not-translated')}")
        parts.append(said)
    row = []
    if found.page:
        row.append(Button(say.plain("button-back"), data("o", found.page - 1)))
    if found.older is not None:
        row.append(Button(say.plain("button-older"), data("o", found.older)))
    limit, change = setting(say, found.limit)
    if say.stopped:
        limit, change = say.no_news, ()
    rows: Rows = (*((tuple(row),) if row else ()), *change)
    return Screen(Html("\n\n".join([*parts, limit])), rows, TOPIC)


def _words(item: NewsItem) -> str:
    """What its author has written."""
    return " ".join((item.text, *item.corrections))


def _item(say: Localiser, item: NewsItem, *, several: bool) -> Html:
    subject = None
    if item.outcome_of is not None:
        subject = say.plain("subject-outcome", title=item.outcome_of.title.say(say.language))
    elif item.theme is not None:
        subject = item.theme.called(say.language)
    day = say.date(item.at)
    head = (
        say.html("news-item", day=day, subject=subject)
        if subject
        else say.html("news-item-plain", day=day)
    )
    if item.wards:
        names = say.listed(dict.fromkeys(ward.name for ward in item.wards))
        head = Html(f"{head}\n{say.html('news-item-ward', ward=names)}")
    text = escape(item.text)
    if several and SHORTEST_FOLDED <= len(text) <= LONGEST_FOLDED:
        text = Html(f"<blockquote expandable>{text}</blockquote>")
    said = [text] if item.text else []
    return Html("\n".join([head, *said, *corrections(say, item.corrections)]))
