"""The council's own number or address, at the end of a text that cannot help further."""

from __future__ import annotations

from bot.views.localiser import Localiser
from content.words import Html


def with_council(say: Localiser, text: Html) -> Html:
    """The text, and the council's own telephone number or address if it has one."""
    points = say.world.library.council.contact
    contact = points.phone or points.email or points.website
    if contact is None:
        return text
    name = say.world.library.council.short_name
    return Html(text + " " + say.html("reach-council", council=name, contact=contact))
