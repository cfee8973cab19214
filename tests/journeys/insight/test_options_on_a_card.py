"""The options of a question on a card: each is shown or named, and odd sums are explained."""

from dataclasses import replace

import pytest
from company import BOOKER, Neighbourhood
from pydantic import TypeAdapter

from bot.views.celebration_card import card, picture
from bot.views.localiser import Localiser
from bot.views.results import told_options
from content.schema.consultation import Question, QuestionKind
from engagement.insight.disclosure import PublishedOption, Share
from engagement.insight.released_table import Limits
from reports.card import MOST_BARS, Card, card_png
from usecases.insight.celebrate import Celebration, ToldOutcome, TookPart

ISOLATES = {0x2068: None, 0x2069: None}
FEWER = {"en": "fewer than 10", "pl": "mniej niż 10", "ur": "10 سے کم"}


def drawn(
    hood: Neighbourhood,
    options: list[PublishedOption],
    *,
    kind: str = "single",
    language: str = "en",
    **more: object,
) -> Card:
    """The card of Booker for a question with these options, each called "Option" and its key."""
    world = hood.stage.service.world
    keys = [key for option in options for key in option.keys]
    written = {
        "key": "first",
        "kind": kind,
        "text": "What first?",
    } | (more or {"options": [{"key": key, "label": f"Option {key}"} for key in keys]})
    question = TypeAdapter(Question).validate_python(written)
    closed = next(iter(hood.library.consultations.values()))
    part = TookPart(closed, 60, 200, Limits.of(world.thresholds), question, tuple(options))
    ward = hood.library.wards[BOOKER]
    found = Celebration(ward, world.loaded.ward_codes[BOOKER], (part,), (), 0, ())
    return card(Localiser(hood.stage.words, language, world), found)


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
async def test_every_option_has_a_bar_also_one_that_few_chose(
    hood: Neighbourhood, language: str
) -> None:
    """S2: two of seven options were missing."""
    options = [PublishedOption((f"o{n}",), 40 - n, 20 - n) for n in range(5)]
    options += [PublishedOption(("o5",), None), PublishedOption(("o6",), 5, share=Share.FEW)]
    made = drawn(hood, options, language=language)
    assert [bar.label for bar in made.bars] == [f"Option o{n}" for n in (0, 1, 2, 3, 4, 6, 5)]
    assert (
        made.bars[-1].shown.strip("\u2068\u2069").replace("\u2068", "").replace("\u2069", "")
        == FEWER[language]
    )
    assert made.bars[-1].share is None


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
async def test_options_beyond_the_bars_are_named_below_them(
    hood: Neighbourhood, language: str
) -> None:
    """S2: the card names the rest."""
    options = [PublishedOption((f"o{n:02}",), 40 - n, 8) for n in range(12)]
    made = drawn(hood, options, language=language)
    assert len(made.bars) == MOST_BARS
    for number in range(12):
        name = f"Option o{number:02}"
        assert (name in made.bars_note) == (name not in [bar.label for bar in made.bars])


async def test_the_option_that_nearly_everybody_chose_comes_first(hood: Neighbourhood) -> None:
    """It was left out, below "Fewer people chose"."""
    options = [PublishedOption((f"o{n}",), None, share=Share.LESS_THAN_HALF) for n in range(8)]
    options.append(PublishedOption(("o8",), None, share=Share.NEARLY_ALL))
    made = drawn(hood, options, kind="several")
    assert made.bars[0].label == "Option o8"
    assert "Not in this picture: " in made.bars_note
    assert "Fewer" not in made.bars_note
    with_numbers = [PublishedOption((f"o{n}",), 20, 30) for n in range(8)]
    with_numbers.append(PublishedOption(("o8",), None, share=Share.MOST))
    assert drawn(hood, with_numbers, kind="several").bars[0].label == "Option o8"


async def test_a_scale_keeps_its_order_and_says_what_its_ends_mean(hood: Neighbourhood) -> None:
    """Nobody could tell whether 5 was good."""
    points = [PublishedOption(("1", "2"), 10, 20), PublishedOption(("5",), 40, 80)]
    ends = {"lowest_label": "Very hard", "highest_label": "Very easy"}
    made = drawn(hood, points, kind="scale", scale=ends)
    assert [bar.label for bar in made.bars] == ["1 or 2", "5"]
    assert "1 means “Very hard”, 5 means “Very easy”." in made.bars_note.translate(ISOLATES)


async def test_a_ranking_says_that_it_counts_what_people_put_first(hood: Neighbourhood) -> None:
    """It read as if nobody cared for what most put second."""
    options = [PublishedOption((key,), 30, 50) for key in ("a", "b")]
    assert "What people put first." in drawn(hood, options, kind="ranking").bars_note
    assert "put first" not in drawn(hood, options).bars_note


async def test_the_bars_are_said_to_be_of_all_wards(hood: Neighbourhood) -> None:
    """Below the ward's own figure they read as the ward's."""
    options = [PublishedOption(("a",), 30, 55), PublishedOption(("b",), 25, 45)]
    assert drawn(hood, options).bars_note == "These are the answers from all wards together."


async def test_shares_that_do_not_add_up_say_why(hood: Neighbourhood) -> None:
    """S2: shares add up, or the card says why not."""
    whole = [PublishedOption(("a",), 60, 60), PublishedOption(("b",), 40, 40)]
    assert "Percentages" not in drawn(hood, whole, language="en").bars_note
    rounded = [PublishedOption(("a",), 60, 65), PublishedOption(("b",), 40, 40)]
    assert "Percentages are rounded" in drawn(hood, rounded, language="en").bars_note
    several = drawn(hood, whole, kind="several", language="en")
    assert "more than one answer" in several.bars_note


async def test_an_outcome_stands_whole_on_the_card_and_has_no_tick(hood: Neighbourhood) -> None:
    """What people asked for isn't told as if it had been done."""
    told = "You asked for streets first. The board will mend 3 pavements by March, and plant trees."
    world = hood.stage.service.world
    commitments = hood.library.plans[0].commitments[:3]
    at = world.now()
    found = Celebration(
        hood.library.wards[BOOKER],
        world.loaded.ward_codes[BOOKER],
        took_part=(),
        done=tuple((one, at.date()) for one in commitments),
        done_count=3,
        outcomes=(ToldOutcome(told, at), ToldOutcome("Another.", at)),
    )
    made = card(Localiser(hood.stage.words, "en", world), found)
    assert made.outcomes == (told,)
    assert len(made.successes) == 2
    assert told not in made.successes
    shown = picture(Localiser(hood.stage.words, "en", world), found)
    assert told in shown.caption
    assert card_png(made) != card_png(replace(made, successes=(*made.successes, told), outcomes=()))


async def test_an_outcome_that_was_wrong_is_drawn_with_its_correction(hood: Neighbourhood) -> None:
    """Where there is no room for both, the correction is drawn alone."""
    world = hood.stage.service.world
    at = world.now()

    def drawn(text: str) -> str:
        told = ToldOutcome(text, at, ("It was benches.",))
        ward, code = hood.library.wards[BOOKER], world.loaded.ward_codes[BOOKER]
        found = Celebration(ward, code, (), done=(), done_count=0, outcomes=(told,))
        (shown,) = card(Localiser(hood.stage.words, "en", world), found).outcomes
        return shown

    assert drawn("The board chose lamps.") == "The board chose lamps. Correction: It was benches."
    assert drawn("The board chose lamps. " * 30) == "Correction: It was benches."


@pytest.mark.parametrize(
    ("language", "same"), [("en", "about the same"), ("pl", "mniej więcej"), ("ur", "تقریباً برابر")]
)
async def test_equal_numbers_are_said_to_be_only_about_the_same(
    hood: Neighbourhood, language: str, same: str
) -> None:
    """14 and 16 people were both "about 15 (30%)", as if as many had chosen each."""
    options = [PublishedOption(("o1",), 15, 30), PublishedOption(("o2",), 15, 30)]
    options.append(PublishedOption(("o3",), 20, 40))
    assert same in drawn(hood, options, language=language).bars_note
    options[1] = PublishedOption(("o2",), 15, 25)
    assert same not in drawn(hood, options, language=language).bars_note


async def test_results_and_celebrations_say_it_too_and_why_sums_are_odd(
    hood: Neighbourhood,
) -> None:
    say = Localiser(hood.stage.words, "en", hood.stage.service.world)
    known = hood.library.consultations["local-priorities"]
    options = [PublishedOption((key,), 15, 30) for key in ("jobs", "skills")]
    lines = told_options(say, known.question("first_theme"), options, 10)
    assert lines[-2:] == [say.html("results-same"), say.html("card-note-rounded")]
    several = known.question("first_theme").model_copy(update={"kind": QuestionKind.SEVERAL})
    assert told_options(say, several, options, 10)[-1] == say.html("card-note-several")
    words = [PublishedOption((key,), None, share=Share.MOST) for key in ("jobs", "skills")]
    assert len(told_options(say, several, words, 10)) == 2
