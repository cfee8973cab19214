"""The reply to /results for everybody: one ward's results next to the whole area's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.screens import Button, Rows, Screen, data
from bot.views.choices import Choice, are_short_numbered, numbered_rows, turning
from bot.views.localiser import Localiser
from bot.views.results import option_label, scale
from content.schema.consultation import Question, QuestionKind
from content.words import Html
from engagement.insight.disclosure import PublishedOption, PublishedQuestion
from engagement.insight.ward_results import NotByWard, WardResults
from usecases.insight.results_of_ward import ResultsAwaited, ResultsOfWard, WardsWithResults
from usecases.release.register import Released

TOPIC = "results"
MOST_PLACES = 3
"""The most squares and wards shown of one question for a place."""
NO_NUMBERS = (NotByWard.OWN_WORDS, NotByWard.NO_BANDS)
"""Why nothing is shown of the whole area either."""


def of_ward(say: Localiser, found: ResultsOfWard) -> Screen:
    """One ward's results, in the order of the questions."""
    released = found.released
    shown, least = released.table.published, released.table.limits.smallest_cell
    title = released.consultation.title.say(say.language)
    head = [say.html("results-heading", title=title)]
    buttons = _buttons(say, found)
    if shown.about is None:
        head.append(say.html("results-few", least=shown.fewer_than or least))
        return Screen(Html("\n".join(head)), buttons, TOPIC)
    head += _took_part(say, found)
    parts = ["\n".join(head)]
    asked = zip(released.consultation.questions, shown.questions, strict=True)
    parts += [
        "\n".join(question(say, found, number, one, area))
        for number, (one, area) in enumerate(asked, start=1)
    ]
    parts.append("\n".join(notes(say, found.released)))
    return Screen(Html("\n\n".join(parts)), buttons, TOPIC)


def ward_name(say: Localiser, ward: str) -> str:
    """The name of a ward, of these boundaries or of former ones."""
    known = say.world.known_wards.get(ward)
    return ward if known is None else known.name


def took_part(say: Localiser, found: ResultsOfWard) -> Html:
    """How many people took part in the whole area, with thanks to those who did."""
    shown = found.released.table.published
    key = "results-thanks" if found.answered else "results-took-part"
    return say.html(key, people=say.between(shown.about or 0, shown.about_to))


def _took_part(say: Localiser, found: ResultsOfWard) -> list[Html]:
    ward, here = ward_name(say, found.ward), found.here
    lines = [took_part(say, found)]
    if here is None or here.about is None:
        return [*lines, *together(say, here, ward)]
    lines.append(say.html("results-from-ward", ward=ward, people=here.about))
    if here.has_numbers:
        lines.append(say.html("results-how-to-read", ward=ward))
    return lines


def together(say: Localiser, here: WardResults | None, ward: str) -> list[Html]:
    """That nothing is shown of a ward by itself, where that is so."""
    if here is None:
        return [say.html("results-no-wards", ward=ward)]
    return [say.html("results-ward-together", ward=ward)] if here.about is None else []


def notes(say: Localiser, released: Released) -> list[Html]:
    """Who is counted, of which close the numbers are, and that they are rounded."""
    lines = []
    if released.earlier_close is not None:
        lines.append(say.html("results-first-time"))
    elif released.table.by_ward_since is not None:
        lines.append(say.html("results-first-time-ward"))
    return [*lines, say.html("results-rounded"), say.html("results-who-is-counted")]


def question(
    say: Localiser, found: ResultsOfWard, number: int, asked: Question, area: PublishedQuestion
) -> list[Html]:
    """One question: each answer with its share in the ward and in the whole area; without numbers
    of the ward, why, and the whole area's."""
    text = asked.text.say(say.language)
    lines = [say.html("results-question", number=number, text=text)]
    if asked.key in found.released.table.former:
        lines.append(say.html("results-former"))
    if area.about is None and asked.kind is not QuestionKind.TEXT:
        return [*lines, say.html("results-question-too-few")]
    here = found.here.question(asked.key) if found.here is not None else None
    options = here.options if here is not None else ()
    why = None if options else why_without(found.here, asked, area)
    if why is not None:
        lines.append(reason(say, why, ward_name(say, found.ward)))
    if why in NO_NUMBERS or (not options and not area.options):
        return lines
    return [*lines, *lines_of(say, asked, options, area.options, _least(found))]


def lines_of(
    say: Localiser,
    asked: Question,
    here: Sequence[PublishedOption],
    area: Sequence[PublishedOption],
    least: int,
) -> list[Html]:
    """The answers to a question, of the ward next to the whole area or, without any of the ward,
    of the whole area; above them what the numbers are of."""
    lines = [] if asked.scale is None else [scale(say, asked.scale)]
    if asked.kind is QuestionKind.RANKING:
        lines.append(say.html("results-question-first"))
    if here:
        return [*lines, *side_by_side(say, asked, here, area, least)]
    return [*lines, *_area_alone(say, asked, area, least)]


def reason(say: Localiser, why: NotByWard, ward: str) -> Html:
    """Why a question has no numbers of this ward."""
    return say.html(f"results-why-{why.value}", ward=ward)


def _least(found: ResultsOfWard) -> int:
    return found.released.table.limits.smallest_cell


def why_without(
    here: WardResults | None, asked: Question, area: PublishedQuestion
) -> NotByWard | None:
    """Why a question has no numbers of the ward; None where that was said above all of them."""
    found = here.question(asked.key) if here is not None else None
    why = found.why if found is not None else None
    if asked.kind is QuestionKind.TEXT:
        return NotByWard.OWN_WORDS
    if not area.options:
        return NotByWard.NO_BANDS if why is NotByWard.NO_BANDS else NotByWard.AREA
    is_said_above = here is None or here.about is None
    return None if is_said_above and why in (None, NotByWard.TOGETHER, NotByWard.FEW) else why


def side_by_side(
    say: Localiser,
    asked: Question,
    here: Sequence[PublishedOption],
    area: Sequence[PublishedOption],
    least: int,
) -> list[Html]:
    """Each answer of the ward and, next to it, of the whole area. Answers that are shown together
    in the ward may be told apart in the whole area."""
    lines = []
    for option in here:
        label, share = option_label(say, asked, option), share_of_ward(say, option, area)
        parts = parts_of(option, area)
        if len(parts) == 1:
            whole = share_of(say, parts[0], least)
            lines.append(say.html("results-beside", label=label, here=share, area=whole))
            continue
        lines.append(say.html("results-beside-parts", label=label, here=share))
        lines += [
            say.html(
                "results-part",
                label=option_label(say, asked, one),
                area=share_of(say, one, least),
            )
            for one in parts
        ]
    return [*lines, *_several(say, asked)]


def parts_of(option: PublishedOption, area: Sequence[PublishedOption]) -> list[PublishedOption]:
    """The answers of the whole area of which this one of a ward is made."""
    return [one for one in area if {*one.keys} <= {*option.keys}]


def has_number(option: PublishedOption) -> bool:
    """Whether its share is shown, in percent or in words."""
    return option.percent is not None or option.share is not None


def share_of_ward(say: Localiser, option: PublishedOption, area: Sequence[PublishedOption]) -> str:
    """The share of an answer in a ward. One without a number is few where it is in the whole area,
    and else few or nearly all."""
    if has_number(option):
        return _share(say, option)
    is_few = not any(has_number(one) for one in parts_of(option, area))
    return say.plain("share-few" if is_few else "results-few-or-nearly-all")


def _area_alone(
    say: Localiser, asked: Question, options: Sequence[PublishedOption], least: int
) -> list[Html]:
    lines, shown = [], [*options]
    if asked.kind is QuestionKind.PLACE:
        lines.append(say.html("results-places-most"))
        shown = sorted(shown, key=lambda one: one.about or 0, reverse=True)[:MOST_PLACES]
    for one in shown:
        label, share = option_label(say, asked, one), share_of(say, one, least)
        lines.append(say.html("results-option-share", label=label, share=share))
    return [*lines, *_several(say, asked)]


def _several(say: Localiser, asked: Question) -> list[Html]:
    is_several = asked.kind is QuestionKind.SEVERAL
    return [say.html("results-several")] if is_several else []


def share_of(say: Localiser, option: PublishedOption, least: int) -> str:
    """The share of an answer in the whole area: a percentage, a word, or that few gave it."""
    return _share(say, option) or say.plain("results-fewer-than", least=least)


def _share(say: Localiser, option: PublishedOption) -> str:
    if option.percent is not None:
        return say.plain("results-percent", percent=option.percent)
    return "" if option.share is None else say.plain(f"share-{option.share.value}")


def _buttons(say: Localiser, found: ResultsOfWard) -> Rows:
    rows: Rows = ()
    if found.others:
        rows += ((Button(say.plain("button-other-ward"), data("rb", found.code, 0)),),)
    return rows + _back(say, several=found.several)


def _back(say: Localiser, *, several: bool) -> Rows:
    return ((Button(say.plain("button-back"), "rc"),),) if several else ()


def wards(say: Localiser, asked: WardsWithResults) -> Screen:
    """Asks which ward."""
    title = asked.consultation.title.say(say.language)
    lines = [say.html("results-heading", title=title), say.html("results-which-ward")]
    codes = say.world.loaded.ward_codes
    choices = [Choice(n, w.name, data("rv", asked.code, codes[w.code])) for n, w in asked.listed]
    if not are_short_numbered(choices):
        lines += [say.html("ward-list-row", number=c.number, ward=c.label) for c in choices]
    rows = numbered_rows(say, choices)
    if asked.own:
        rows += ((Button(say.plain("button-other-ward"), data("rb", asked.code, 0)),),)
    for row in turning(say, "rb", page=asked.page, pages=asked.pages):
        rows += (tuple(_about(button, asked.code) for button in row),)
    return Screen(Html("\n".join(lines)), rows + _back(say, several=asked.several), TOPIC)


def _about(button: Button, code: int) -> Button:
    """A button that turns the page of the wards of this consultation."""
    verb, _, page = button.data.partition(":")
    return Button(button.label, f"{data(verb, code)}:{page}")


def awaited(say: Localiser, found: ResultsAwaited) -> Screen:
    """When there will be results, or that there will be none."""
    title = found.consultation.title.say(say.language)
    lines = [say.html("results-heading", title=title)]
    if found.withdrawn:
        lines.append(say.html("mine-withdrawn", reason=found.why))
        lines.append(say.html("results-never"))
    elif found.counted_from is None:
        lines.append(say.html("results-after", closes=say.closes(found.consultation.closes_at)))
    elif say.world.now() >= found.counted_from:
        lines.append(say.html("results-coming-in"))
    else:
        moment = say.day_and_time(found.counted_from)
        lines.append(say.html("results-coming-in-until", moment=moment))
    return Screen(Html("\n".join(lines)), _back(say, several=found.several), TOPIC)
