"""How many have answered, by ward, which is all that staff see before the close."""

from __future__ import annotations

from bot.screens import Screen
from bot.views.localiser import Localiser
from bot.views.results import all_of, back, by_name, ward_names
from content.words import Html
from engagement.insight.ward_numbers import AnsweredByWard
from usecases.insight.results import AnsweredSoFar


def answered_so_far(say: Localiser, found: AnsweredSoFar) -> Screen:
    """Before the close: how many have answered, by ward, and when the results are shown, or the
    answers can be exported."""
    answered = found.answered
    head = [say.html("results-heading", title=found.consultation.title.say(say.language))]
    if answered.at_least:
        head.append(say.html("results-so-far", people=answered.at_least))
    else:
        head.append(say.html("results-so-far-few", least=answered.least))
    head.append(_hidden(say, found))
    parts = ["\n".join(head)]
    if answered.rows:
        parts.append("\n".join(_wards_so_far(say, answered)))
    if found.exporting:
        return Screen(Html("\n\n".join(parts)), back(say, found, "el"), "numbers")
    return Screen(Html("\n\n".join(parts)), back(say, found), "results")


def _hidden(say: Localiser, found: AnsweredSoFar) -> Html:
    """When the results can be seen, or the answers be exported."""
    if found.withdrawn:
        return say.html("results-withdrawn")
    if found.counted_from is None:
        closes = say.closes(found.consultation.closes_at)
        return say.html("export-hidden" if found.exporting else "results-hidden", closes=closes)
    if say.world.now() >= found.counted_from:
        return say.html("results-coming-in")
    return say.html("results-coming-in-until", moment=say.day_and_time(found.counted_from))


def _wards_so_far(say: Localiser, answered: AnsweredByWard) -> list[Html]:
    names = ward_names(say, [*dict(answered.rows), *answered.few])
    lines = [say.html("results-wards")]
    lines += [
        say.html("results-so-far-ward", ward=ward, people=tens)
        for ward, tens in by_name(names, answered.rows)
    ]
    if len(answered.few) == 1:
        (ward,) = answered.few
        lines.append(say.html("results-so-far-one", ward=names[ward], least=answered.least))
    elif answered.few:
        few = all_of(say, names, answered.few)
        lines.append(say.html("results-so-far-wards", wards=few, least=answered.least))
    return lines
