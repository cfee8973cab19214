"""The questions of a consultation for those who approve or manage it, as residents get them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.screens import Button, Reply, Screen, data
from bot.views import consultations, learning, questions
from bot.views.answers import band_label
from bot.views.choices import are_short
from bot.views.localiser import Localiser
from content.schema.consultation import Consultation, Question
from content.schema.learning import Learn, Recordings
from content.words import Html, own_name
from usecases.consultations.open_list import Intro
from usecases.consultations.read_questions import MediaToRead, QuestionsToRead, languages_of
from usecases.consultations.steps import FormQuestion, Step

TOPIC = "manage-read"
ROOM = 3_400
"""Characters of a page, so that no message is cut in the middle of a question."""


def to_read(say: Localiser, found: QuestionsToRead) -> Screen:
    """A page of them in one language: what people read first, and each question in full."""
    languages = languages_of(found.consultation)
    language = languages[found.language]
    pages = _pages(replace(say, language=language), found)
    page = min(found.page, len(pages) - 1)
    named = say.words.plain("language-name", language)
    head = say.html("read-questions", named=named, page=page + 1, pages=len(pages))
    rows: list[tuple[Button, ...]] = []
    if page + 1 < len(pages):
        following = data("ov", found.code, found.language, page + 1)
        rows.append((Button(say.plain("button-read-on"), following),))
    for place, other in enumerate(languages):
        if place != found.language:
            label = say.plain("button-read-in", named=say.words.plain("language-name", other))
            rows.append((Button(label, data("ov", found.code, place, 0)),))
    if found.asks_me and page + 1 == len(pages):
        rows += approval(say, found.code)
    if has_media(found.consultation):
        at = data("om", found.code, found.language, page)
        rows.append((Button(say.plain("button-read-media"), at),))
    rows.append((Button(say.plain("button-back"), data("os", found.code)),))
    body = Html("\n\n".join([head, *pages[page]]))
    return Screen(body, tuple(rows), TOPIC, fresh=found.is_first)


def button(say: Localiser, code: int) -> tuple[Button, ...]:
    """Opens them."""
    return (Button(say.plain("button-read-questions"), data("ov", code)),)


def approval(say: Localiser, code: int) -> list[tuple[Button, ...]]:
    """The two answers of a second person."""
    return [
        (Button(say.plain("button-manage-approve"), data("oy", code, 1)),),
        (Button(say.plain("button-manage-decline"), data("oy", code, 0)),),
    ]


def _pages(say: Localiser, found: QuestionsToRead) -> list[list[Html]]:
    pages: list[list[Html]] = [[]]
    for block in _blocks(say, found):
        if pages[-1] and sum(map(len, pages[-1])) + len(block) > ROOM:
            pages.append([])
        pages[-1].append(block)
    return pages


def _blocks(say: Localiser, found: QuestionsToRead) -> Iterator[Html]:
    intro = Intro(found.consultation, found.code)
    yield consultations.intro(say, intro).text
    yield consultations.who_decides(say, intro).text
    if found.consultation.short_form is not None:
        yield _form(say, found, found.consultation.short_form)
    every = found.consultation.questions
    up_to = any(question.relevant for question in every)
    for place, asked in enumerate(every):
        shown = Step(
            found.consultation, found.code, asked, place, place + 1, len(every), up_to=up_to
        )
        if asked.learn is not None:
            yield Html("\n".join(_to_learn(say, shown, asked.learn)))
        beside = [*_beside(say, asked), *_in_form(say, found.consultation, asked)]
        yield Html("\n".join([questions.step(say, shown).text, *beside]))


def _to_learn(say: Localiser, shown: Step, learn: Learn) -> Iterator[Html]:
    """What is shown before a question."""
    yield from learning.lines(say, shown, learn)
    if learn.picture is not None:
        yield say.html("read-picture", alt=learn.picture.alt.say(say.language))
    yield from _heard(say, learn.listen)


def _heard(say: Localiser, listen: Recordings) -> Iterator[Html]:
    if listen:
        yield say.html("read-recordings", named=say.listed(map(own_name, listen)))


def has_media(consultation: Consultation) -> bool:
    """Whether a picture or a recording comes with any of its questions."""
    every = consultation.questions
    return any(q.recorded or (q.learn is not None and q.learn.picture is not None) for q in every)


def media(say: Localiser, found: MediaToRead) -> tuple[Reply, ...]:
    """Every picture and every recording, and the page again."""
    consultation, code = found.page.consultation, found.page.code
    there = replace(say, language=languages_of(consultation)[found.page.language])
    replies: list[Reply] = []
    for place, asked in enumerate(consultation.questions):
        about = (code, place)
        if asked.learn is not None and asked.learn.picture is not None:
            replies.append(learning.media_of(there, asked.learn.picture, about))
        for name, listen in asked.recorded:
            key = "read-recording" if name == "listen" else "read-recording-learn"
            for language, recording in listen.items():
                named = own_name(language)
                caption = say.html(key, number=place + 1, named=named)
                replies.append(learning.read_aloud(say, recording, about, caption))
    return (*replies, to_read(say, found.page))


def _beside(say: Localiser, asked: Question) -> Iterator[Html]:
    """What is on the buttons of a question, and when it is asked."""
    labels = [option.label.say(say.language) for option in asked.options]
    if are_short(labels):
        for number, label in enumerate(labels, start=1):
            yield say.html("question-option", number=number, label=label)
    if asked.relevant:
        yield say.html("read-only-if", condition=asked.relevant)
    yield from _heard(say, asked.listen)
    if asked.choice_filter:
        yield say.html("read-offered-if", condition=asked.choice_filter)


def _form(say: Localiser, found: QuestionsToRead, short: Consultation) -> Html:
    """What people are asked first where there is a short form, and the two buttons below."""
    shown = consultations.form_question(say, FormQuestion(found.consultation, found.code, short))
    options = [
        say.html("question-option", number=number, label=button.label)
        for number, (button, *_) in enumerate(shown.rows, start=1)
    ]
    return Html("\n".join([shown.text, *options]))


def _in_form(say: Localiser, found: Consultation, asked: Question) -> Iterator[Html]:
    """Whether a question can be skipped, in which form it is, where people choose one, and the
    bands in which a number or a day is counted."""
    if asked.required:
        yield say.html("read-required")
    if found.short_form is not None:
        yield say.html("read-short" if asked.short else "read-longer")
    banded = asked.number or asked.days
    if banded is not None and banded.bands:
        bands = say.listed([band_label(say, asked, str(band)) for band in banded.bands])
        yield say.html("read-bands", bands=bands)
