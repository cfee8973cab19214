"""The picture of the places that people sent to a question, and its caption."""

from __future__ import annotations

from collections.abc import Sequence

from bot.screens import PictureScreen
from bot.views import places
from bot.views.localiser import Localiser
from bot.views.results import option_label, sum_notes, ward_names
from content.words import RIGHT_TO_LEFT, escape, separator
from engagement.insight.counted_places import IN
from engagement.insight.disclosure import PublishedOption, Share
from engagement.people.grid_of_an_area import GridOfAnArea
from engagement.people.national_grid import SIDE, south_west
from reports.place_map import STEPS, MapSquare, MapWard, PlaceMap, frame_of
from usecases.insight.results import PlacesOnMap

FROM = (0, 25, 50, 100)
"""The number of people from which a square has each look."""
LOOKS = {
    Share.NEARLY_ALL: 3,
    Share.MOST: 2,
    Share.ABOUT_HALF: 1,
    Share.LESS_THAN_HALF: 0,
    Share.FEW: 0,
}
LONGEST_CAPTION = 1000
"""Characters under a picture: Telegram takes 1,024."""


def picture(say: Localiser, found: PlacesOnMap) -> PictureScreen:
    """The map, with its content as a caption for people who cannot see it."""
    made = place_map(say, found)
    return PictureScreen(
        caption=escape(_in_words(say, found, made)),
        card=made,
        name=f"{found.results.consultation.slug}-{found.question.key}.png",
        waiting=say.html("card-drawing"),
        failed=say.html("map-failed"),
    )


def place_map(say: Localiser, found: PlacesOnMap) -> PlaceMap:
    """The values of the map. Every number is one of the released table."""
    squares = tuple(_square(say, option) for option in _squares(found))
    return PlaceMap(
        language=say.language,
        right_to_left=say.language in RIGHT_TO_LEFT,
        council=say.world.library.council.name,
        title=found.results.consultation.title.say(say.language),
        question=found.question.text.say(say.language),
        head=tuple(_head(say, found)),
        squares=squares,
        side=SIDE,
        wards=_wards(say, tuple((square.east, square.north) for square in squares)),
        legend=_legend(say, found),
        rest_title=say.plain("map-elsewhere"),
        rest=tuple(_line(say, found, o, places.wards_of(say, o.keys)) for o in _rest(found)),
        notes=tuple(_notes(say, found)),
        credit=_credit(say),
    )


def _squares(found: PlacesOnMap) -> list[PublishedOption]:
    return [option for option in found.shown.options if IN in option.keys[0]]


def _rest(found: PlacesOnMap) -> list[PublishedOption]:
    return [option for option in found.shown.options if IN not in option.keys[0]]


def _square(say: Localiser, option: PublishedOption) -> MapSquare:
    east, north = south_west(option.keys[0].partition(IN)[2])
    return MapSquare(east, north, _on_square(say, option), _step(option))


def _on_square(say: Localiser, option: PublishedOption) -> str:
    """Its number alone, or the word for its share: next to a word there isn't a number."""
    about, percent, share = option.look
    if share is not None:
        return say.plain(f"share-{share.value}")
    if about is not None:
        return say.count(about)
    return say.plain("results-percent", percent=percent or 0)


def _step(option: PublishedOption) -> int:
    about, _, share = option.look
    if share is not None:
        return LOOKS[share]
    return max(step for step, least in enumerate(FROM) if (about or 0) >= least)


def _legend(say: Localiser, found: PlacesOnMap) -> tuple[tuple[int, str], ...]:
    """What the looks in use mean."""
    used = _squares(found)
    steps = sorted({_step(option) for option in used})
    shares = [share for share in LOOKS if any(option.share is share for option in used)]
    if shares:
        return tuple(
            (step, _shares(say, [s for s in shares if LOOKS[s] == step])) for step in steps
        )
    rounding = found.results.table.limits.rounding
    return tuple((step, say.plain("map-step", words=_band(say, step, rounding))) for step in steps)


def _shares(say: Localiser, shares: Sequence[Share]) -> str:
    words = [say.plain(f"share-{share.value}") for share in shares]
    return say.plain("map-step-share", words=separator(say.language).join(words))


def _band(say: Localiser, step: int, rounding: int) -> str:
    """From which to which number a look is: the rounded ones that there are."""
    first = -(-FROM[step] // rounding) * rounding
    if step + 1 == len(STEPS):
        return say.plain("map-from", first=first)
    last = (FROM[step + 1] - 1) // rounding * rounding
    if step == 0:
        return say.plain("map-up-to", last=last)
    return say.plain("map-between", first=first, last=last)


def _head(say: Localiser, found: PlacesOnMap) -> list[str]:
    """How many answered, and what else is to be known of the numbers."""
    shown, results = found.shown, found.results
    key = "results-question-up-to" if shown.up_to else "results-question-about"
    lines = [] if shown.about is None else [say.plain(key, people=shown.about)]
    if found.question.relevant is not None:
        lines.append(say.plain("results-question-some"))
    if found.question.key in results.table.former:
        lines.append(say.plain("results-question-former"))
    if results.consultation.short_form is not None and not found.question.short:
        lines.append(say.plain("results-question-longer"))
    return lines


def _notes(say: Localiser, found: PlacesOnMap) -> list[str]:
    limits = found.results.table.limits
    notes = [say.plain("map-note", metres=SIDE, least=limits.smallest_cell)]
    notes += [say.plain(key) for key in sum_notes(found.question, found.shown.options)]
    if found.results.earlier_close is not None:
        closes = say.closes(found.results.earlier_close)
        notes.append(say.plain("map-earlier-close", closes=closes))
    return [*notes, say.plain("card-foot", rounding=limits.rounding)]


def _line(say: Localiser, found: PlacesOnMap, option: PublishedOption, label: str = "") -> str:
    """One number as the results have it, with its own label or another."""
    label = label or option_label(say, found.question, option)
    about, percent, share = option.look
    if share is not None:
        return say.plain("results-option-share", label=label, share=say.plain(f"share-{share}"))
    if percent is not None and about is not None:
        return say.plain("results-option-percent", label=label, people=about, percent=percent)
    least = found.results.table.limits.smallest_cell
    return say.plain("results-option-few", label=label, least=least)


def _wards(say: Localiser, squares: Sequence[tuple[int, int]]) -> tuple[MapWard, ...]:
    """The wards of today that may be in the frame."""
    outlines = say.world.library.outlines
    if outlines is None:
        return ()
    frame = frame_of(tuple(squares), SIDE)
    grid = GridOfAnArea(frame.west, frame.south, frame.east, frame.north)
    names = ward_names(say, outlines.wards)
    return tuple(
        MapWard(names[code], tuple(tuple(grid.metres(*point) for point in ring) for ring in near))
        for code, rings in outlines.wards.items()
        if (near := [ring for ring in rings if grid.is_near(ring)])
    )


def _credit(say: Localiser) -> str:
    outlines = say.world.library.outlines
    return "" if outlines is None else outlines.credit


def _in_words(say: Localiser, found: PlacesOnMap, made: PlaceMap) -> str:
    """What the picture shows, as a caption: Telegram has no other alternative text for it. Where
    there is no room for all of it, the results have the rest."""
    lines = [say.plain("map-alt", title=made.title), made.question, *made.head]
    lines += [_line(say, found, o) for o in (*_squares(found), *_rest(found))]
    lines += made.notes
    more = say.plain("map-more")
    kept: list[str] = []
    for line in lines:
        if len("\n".join([*kept, line, more])) > LONGEST_CAPTION:
            return "\n".join([*kept, more])
        kept.append(line)
    return "\n".join(kept)
