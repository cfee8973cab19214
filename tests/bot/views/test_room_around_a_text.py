"""What stands around an author's text in a message fits into the room that is kept for it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.sending.rendered_messages import unmarked
from bot.views.broadcast_message import together
from bot.views.echo import echo
from bot.views.localiser import Localiser
from content import library
from content.schema.consultation import QuestionKind
from content.typed_words import room
from content.words import Words
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.broadcasts.polls import Poll
from engagement.broadcasts.update_text import ECHO_ROOM, FRAME, HEADING
from engagement.insight.disclosure import Published, PublishedOption, PublishedQuestion
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.summary import option_keys
from engagement.insight.ward_numbers import PublishedWards
from engagement.insight.ward_results import WardQuestion, WardResults
from usecases.broadcasts.echo import Echo
from usecases.broadcasts.message import FIRST_WORDS, BroadcastMessage
from usecases.release.register import Released
from usecases.world import World

WORDS = Words()
TEXT = "text"
CORRECTED = {"corrects": 1, "corrected_words": "w" * FIRST_WORDS + "…"}


def longest(world, kind):
    """Messages of this kind with the longest names of this council."""
    known = world.library
    wards = sorted(known.wards.values(), key=lambda ward: -room(ward.name))[:3]
    asked = [*known.consultations.values()]
    about = {
        BroadcastKind.UPDATE: [{"theme": theme} for theme in known.themes] or [{}],
        BroadcastKind.INVITATION: [{"consultation": one, "code": 1} for one in asked],
        BroadcastKind.OUTCOME: [{"consultation": one} for one in asked],
        BroadcastKind.URGENT: [{}],
        BroadcastKind.CORRECTION: [CORRECTED],
        BroadcastKind.URGENT_CORRECTION: [CORRECTED],
        BroadcastKind.POLL: [{"poll": Poll(("a" * 40,) * 6, world.now()), "code": 1}],
        BroadcastKind.POLL_STOPPED: [{"stopped": 1, "corrected_words": "w" * FIRST_WORDS + "…"}],
    }
    return [BroadcastMessage(kind, TEXT, (*wards,), **one) for one in about[kind]]


@pytest.fixture(scope="module", params=["buckinghamshire", "north-northamptonshire"])
def world(request):
    found = library.load(library.council_directory(request.param))
    clock = datetime(2022, 9, 6, tzinfo=UTC) + timedelta(hours=12)
    return World(found, now=lambda: clock, sleep=lambda _: None, draw=lambda: 1)


NOT_AN_AUTHORS = {BroadcastKind.NEW_WARDS, BroadcastKind.ECHO}


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
@pytest.mark.parametrize("kind", sorted({*BroadcastKind} - NOT_AN_AUTHORS))
def test_headings_and_the_lines_around_a_text_fit(world, kind, language):
    say = Localiser(WORDS, language, world)
    for wording in longest(world, kind):
        one = room(unmarked(together(say, [wording], more_waits=True).text))
        assert one - len(TEXT) <= FRAME
        two = room(unmarked(together(say, [wording, wording], more_waits=True).text))
        assert two - 2 * len(TEXT) <= 2 * FRAME


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_an_echo_of_the_longest_answers_fits(world, language):
    say = Localiser(WORDS, language, world)
    for asked in world.library.consultations.values():
        for told in longest_echoes(world, asked):
            message = BroadcastMessage(BroadcastKind.ECHO, "", (), consultation=asked, echo=told)
            taken = room(unmarked(together(say, [message], more_waits=True).text))
            assert taken <= FRAME + ECHO_ROOM
            assert any("<b>" in line for line in echo(say, told)[2:])


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_a_question_that_is_too_long_for_an_echo_gives_way_to_the_next(world, language):
    say = Localiser(WORDS, language, world)
    for asked in world.library.consultations.values():
        number = next((n for n, q in enumerate(asked.questions) if len(q.options) > 2), None)
        if number is None:
            continue
        long, short = of_twelve_long_answers(asked.questions[number]), asked.questions[number]
        for questions in ((long,), (long, short)):
            told = echo_of(world, asked.model_copy(update={"questions": questions}))
            lines = echo(say, told)
            assert room(unmarked("\n".join(lines))) <= ECHO_ROOM
            assert "/results" in "\n".join(lines)
            is_shown = any(short.options[0].label.say(language) in line for line in lines)
            assert is_shown == (len(questions) == 2)


def of_twelve_long_answers(question):
    option = question.options[0]
    label = option.label.model_copy(update={"root": dict.fromkeys(["en", "pl", "ur"], "w" * 99)})
    options = tuple(option.model_copy(update={"key": f"k{n}", "label": label}) for n in range(12))
    return question.model_copy(update={"key": "long", "options": options})


def echo_of(world, asked):
    """With all answers of the ward joined, and each by itself in the whole area."""
    ward = next(iter(world.library.wards))
    alone = {
        q.key: tuple(PublishedOption((key,), 9000, 50) for key in option_keys(q))
        for q in asked.questions
    }
    here = WardResults(
        ward,
        9000,
        tuple(
            WardQuestion(q.key, (PublishedOption(option_keys(q), 9000, 100),))
            for q in asked.questions
        ),
    )
    shown = tuple(PublishedQuestion(q.key, 9000, alone[q.key]) for q in asked.questions)
    published = Published(9000, PublishedWards(), shown, about_to=9005)
    table = ReleasedTable(published, Limits(10, 50, 5), by_ward=(here,))
    return Echo(Released(asked, table, "", world.now()), ward, here)


def longest_echoes(world, asked):
    """The echo of each question whose answers are chosen, with all of its options in one or in
    three."""
    ward = max(world.library.wards, key=lambda code: room(world.library.wards[code].name))
    for question in asked.questions:
        keys = option_keys(question)
        if len(keys) < 3 or question.kind is QuestionKind.PLACE:
            continue
        for groups in ((keys,), (keys[:1], keys[1:2], keys[2:])):
            area = tuple(PublishedOption(group, 9000, 100) for group in groups)
            shown = tuple(
                PublishedQuestion(one.key, 9000, area if one is question else ())
                for one in asked.questions
            )
            here = WardResults(ward, 9000, (WardQuestion(question.key, area),))
            table = ReleasedTable(
                Published(9000, PublishedWards(), shown, about_to=9005),
                Limits(10, 50, 5),
                by_ward=(here,),
            )
            yield Echo(Released(asked, table, "", world.now()), ward, here)


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_the_word_above_a_correction_fits(world, language):
    say = Localiser(WORDS, language, world)
    assert room(unmarked(say.html("broadcast-correction", text=""))) + 1 <= HEADING
