"""What there is to learn before a question, and recordings of it and of the question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.screens import Button, MediaKind, MediaScreen, Rows, Screen, data
from bot.views.answers import named
from bot.views.localiser import Localiser
from content.schema.consultation import Question
from content.schema.learning import Learn, Picture, Recording
from content.words import Html, escape, own_name
from usecases.consultations.learning import Heard, Turned
from usecases.consultations.steps import Step

LISTEN, TURN = "ql", "ln"
"""The buttons that send a recording, and those under what there is to learn."""
OF_QUESTION, OF_LEARN = 0, 1
LONGEST_NAMED = 300
"""Characters of a question in the words under a recording: they hold 1,024."""


def to_learn(say: Localiser, now: Step, learn: Learn, above: list[Html], *, topic: str) -> Screen:
    """What there is to learn, below its picture, with the way to its question. ``above`` is said
    first."""
    text = Html("\n".join([*above, *lines(say, now, learn), say.html("learn-next-hint")]))
    picture = None if now.seen_before or learn.picture is None else learn.picture
    shown = None if picture is None else media_of(say, picture, (now.code, now.place))
    rows = (*listen_button(say, now, now.question), *_ways(say, now))
    return Screen(text, rows, topic, fresh=shown is not None, above=shown)


def lines(say: Localiser, now: Step, learn: Learn) -> Iterator[Html]:
    """Its words and its link, as everybody reads them."""
    text = learn.text.say(say.language)
    yield say.html("learn", number=now.number, text=text)
    if learn.link is not None:
        yield say.html("learn-link")
        # A line of its own: no mark of a direction becomes a part of it.
        yield escape(learn.link)


def listen_button(say: Localiser, now: Step, question: Question) -> Rows:
    """The button that reads aloud what is on the screen, where there is a recording of it."""
    learning = now.learning and question.learn is not None
    listen = question.learn.listen if learning and question.learn else question.listen
    if not listen:
        return ()
    which = OF_LEARN if learning else OF_QUESTION
    return ((Button(say.plain("button-listen"), data(LISTEN, now.code, now.place, which)),),)


def _ways(say: Localiser, now: Step) -> Rows:
    on = Button(say.plain("button-learn-next"), data(TURN, now.code, now.place, Turned.ON))
    if now.number == 1:
        return ((on,),)
    back = Button(say.plain("button-back"), data(TURN, now.code, now.place, Turned.BACK))
    return ((back, on),)


def media_of(say: Localiser, picture: Picture, about: tuple[int, int]) -> MediaScreen:
    """A picture with what it shows, in words, under it: nobody misses anything who can't see it."""
    alt = picture.alt.say(say.language)
    return MediaScreen(
        say.html("learn-picture", alt=alt),
        MediaKind.PICTURE,
        say.world.library.folder / picture.file,
        picture.digest,
        about,
        failed=say.html("learn-picture-failed", alt=alt),
    )


def read_aloud(
    say: Localiser, recording: Recording, about: tuple[int, int], caption: Html
) -> MediaScreen:
    """A recording."""
    return MediaScreen(
        caption,
        MediaKind.RECORDING,
        say.world.library.folder / recording.file,
        recording.digest,
        about,
        failed=say.html("listen-failed"),
    )


def heard(say: Localiser, found: Heard, below: Screen) -> Screen:
    """The recording, and the question again ``below`` it, so that it can be answered there."""
    question = named(say, found.consultation, found.question)
    if len(question) > LONGEST_NAMED:
        question = question[: LONGEST_NAMED - 1] + "…"
    key = "listen-caption-learn" if found.of_learn else "listen-caption"
    caption = say.html(key, question=question)
    if found.language != say.language:
        other = say.html("listen-other-language", named=own_name(found.language))
        caption = Html(f"{caption}\n{other}")
    about = (found.code, found.place)
    return replace(below, fresh=True, above=read_aloud(say, found.recording, about, caption))
