"""News, and the themes one follows."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.spoken import Spoken
from content.words import Html, escape
from usecases.plans.follow_themes import ThemesKept, ThemesQuestion
from usecases.plans.news import News, NewsItem

NEWS, THEMES = "news", "themes"


def news(say: Spoken, found: News) -> Screen:
    """A page of news, the latest first."""
    wards = say.listed(w.name for w in found.wards)
    if not found.items:
        parts = [say.html("news-none", wards=wards)]
    else:
        parts = [say.html("news-heading", wards=wards)]
    if found.themes:
        followed = say.listed(t.called(say.language) for t in found.themes)
        parts.append(say.html("news-themes", themes=followed))
    if found.items and say.language != "en":
        parts.append(say.html("news-english"))
    parts += [_item(say, item) for item in found.items]
    rows: Rows = ()
    if found.older is not None:
        rows = ((Button(say.plain("button-older"), data("o", found.older)),),)
    return Screen(Html("\n\n".join(parts)), rows, NEWS)


def _item(say: Spoken, item: NewsItem) -> Html:
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
    return Html(f"{head}\n{escape(item.text)}")


def themes(say: Spoken, asked: ThemesQuestion) -> Screen:
    """Which themes?"""
    if not asked.themes:
        return Screen(say.html("themes-lacking"), topic=THEMES)
    lines = [say.html("themes-question")]
    lines += [
        say.html(
            "themes-row-chosen" if theme.slug in asked.chosen else "themes-row",
            number=number,
            theme=theme.name.say(say.language),
        )
        for number, theme in enumerate(asked.themes, start=1)
    ]
    rows = in_rows([Button(str(n), data("h", n)) for n in range(1, len(asked.themes) + 1)])
    done = Button(say.plain("button-done"), "hd")
    return Screen(Html("\n".join(lines)), (*rows, (done,)), THEMES)


def themes_kept(say: Spoken, kept: ThemesKept) -> Screen:
    """That is it."""
    if not kept.themes:
        return Screen(say.html("themes-every"), topic=THEMES)
    followed = say.listed(t.called(say.language) for t in kept.themes)
    return Screen(say.html("themes-some", themes=followed), topic=THEMES)
