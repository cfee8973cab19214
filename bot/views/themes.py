"""The themes a resident follows."""

from __future__ import annotations

from bot.screens import Button, Screen, data, in_rows
from bot.views.localiser import Localiser
from content.words import Html
from usecases.plans.follow_themes import ThemesKept, ThemesQuestion

TOPIC = "themes"


def themes(say: Localiser, asked: ThemesQuestion) -> Screen:
    """Asks which themes."""
    if not asked.themes:
        return Screen(say.html("themes-lacking"), topic=TOPIC)
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
    return Screen(Html("\n".join(lines)), (*rows, (done,)), TOPIC)


def themes_kept(say: Localiser, kept: ThemesKept) -> Screen:
    """Confirms the themes."""
    if not kept.themes:
        return Screen(say.html("themes-every"), topic=TOPIC)
    followed = say.listed(t.called(say.language) for t in kept.themes)
    return Screen(say.html("themes-some", themes=followed), topic=TOPIC)
