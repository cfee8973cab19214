"""The themes a resident follows."""

from __future__ import annotations

from bot.screens import Button, Screen, data
from bot.views.choices import Choice, are_short, choice_rows
from bot.views.localiser import Localiser
from content.words import Html
from usecases.plans.follow_themes import ThemesKept, ThemesQuestion

TOPIC = "themes"


def themes(say: Localiser, asked: ThemesQuestion) -> Screen:
    """Asks which themes."""
    if not asked.themes:
        return Screen(say.html("themes-lacking"), topic=TOPIC)
    choices = [
        Choice(
            n,
            t.name.say(say.language),
            data("h", n, int(t.slug not in asked.chosen)),
            t.slug in asked.chosen,
        )
        for n, t in enumerate(asked.themes, start=1)
    ]
    lines = [say.html("themes-question")]
    rows = [] if are_short(c.label for c in choices) else choices
    lines += [
        say.html(
            "themes-row-chosen" if row.chosen else "themes-row", number=row.number, theme=row.label
        )
        for row in rows
    ]
    lines += [say.no_news] if say.stopped else []
    done = Button(say.plain("button-done"), "hd")
    return Screen(Html("\n".join(lines)), (*choice_rows(say, choices), (done,)), TOPIC)


def themes_kept(say: Localiser, kept: ThemesKept) -> Screen:
    """Confirms the themes."""
    if say.stopped:
        return Screen(say.html("themes-leaving" if say.leaving else "themes-stopped"), topic=TOPIC)
    if not kept.themes:
        return Screen(say.html("themes-every"), topic=TOPIC)
    followed = say.listed(t.called(say.language) for t in kept.themes)
    return Screen(say.html("themes-some", themes=followed), topic=TOPIC)
