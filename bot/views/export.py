"""Exporting a consultation's responses: the second person's approval, the format, and the file."""

from __future__ import annotations

from functools import partial

from bot.screens import Button, FileScreen, Rows, Screen, data
from bot.views.localiser import Localiser
from bot.views.workbook import book
from content.words import Html
from engagement.insight.shown_numbers import ShownNumber
from engagement.staff.approvals import Verdict
from usecases.insight.export import ExportReady, FormatQuestion
from usecases.insight.export_approval import FileDecided, FileQuestion, FileRequest

REQUEST = "ey-"
"""The beginning of the topic of a request to approve a file."""
TOPIC = "numbers"


def export_format(say: Localiser, asked: FormatQuestion) -> Screen:
    """Asks for the file format."""
    title = asked.consultation.title.say(say.language)
    text = Html(
        "\n".join(
            [
                say.html("export-format", title=title),
                say.html("file-approved", who=asked.who, day=say.until(asked.until)),
            ]
        )
    )
    return Screen(text, _formats(say, asked.code) + _back(say, asked.several), topic=TOPIC)


def file_question(say: Localiser, asked: FileQuestion) -> Screen:
    """That a second person has to approve the file, or has been asked to."""
    title, who = asked.consultation.title.say(say.language), say.listed(asked.asked)
    head = say.html("file-question", title=title)
    if asked.answer_by is not None:
        day = say.until(asked.answer_by)
        text = Html(f"{head}\n{say.html('file-waits', who=who, day=day)}")
        return Screen(text, _back(say, asked.several), topic=TOPIC)
    text = Html(f"{head}\n{say.html('file-question-who', who=who)}")
    ask: Rows = ((Button(say.plain("button-ask-approval"), data("ea", asked.code)),),)
    return Screen(text, ask + _back(say, asked.several), topic=TOPIC)


def file_request(say: Localiser, asked: FileRequest) -> Screen:
    """The question to the second person."""
    title = asked.consultation.title.say(say.language)
    parts = [
        say.html("file-request", author=asked.author, title=title),
        say.html("yes-question-by", day=say.until(asked.answer_by)),
    ]
    yes = Button(say.plain("button-yes-file"), data("ey", asked.code, 1))
    no = Button(say.plain("button-no-file"), data("ey", asked.code, 0))
    return Screen(Html("\n\n".join(parts)), ((yes,), (no,)), f"{REQUEST}{asked.code}")


def file_decided(say: Localiser, done: FileDecided) -> Screen:
    """What became of a request: for its author with what comes next."""
    title = done.consultation.title.say(say.language)
    head = say.html("file-named", title=title)
    if done.export_code is not None:
        return _for_author(say, done, head)
    return Screen(Html(f"{head}\n{_over(say, done)}"), topic=f"{REQUEST}{done.code}")


def _over(say: Localiser, done: FileDecided) -> Html:
    if done.author:
        return say.html("file-approved-for", author=done.author)
    who = done.who or say.plain("alert-somebody")
    match done.state:
        case Verdict.YES:
            return say.html("over-approved", who=who)
        case Verdict.NO:
            return say.html("over-declined", who=who)
        case _ if done.has_left:
            return say.html("over-file-has-left")
        case _:
            return say.html("over-expired")


def _for_author(say: Localiser, done: FileDecided, head: Html) -> Screen:
    topic, who = f"ef-{done.code}", done.who or say.plain("alert-somebody")
    if done.until is not None:
        until = say.until(done.until)
        text = Html(f"{head}\n{say.html('file-approved', who=who, day=until)}")
        return Screen(text, _formats(say, done.export_code or 0), topic)
    if done.state is not Verdict.NO:
        return Screen(Html(f"{head}\n{say.html('file-expired')}"), topic=topic)
    lines = [head, say.html("file-declined", who=who)]
    if done.reason:
        lines.append(say.html("progress-declined-why", reason=done.reason))
    return Screen(Html("\n".join(lines)), topic=topic)


def _formats(say: Localiser, code: int) -> Rows:
    return tuple(
        (Button(say.plain(key), data("ef", code, number)),)
        for number, key in enumerate(("button-workbook", "button-csv"))
    )


def _back(say: Localiser, several: bool) -> Rows:
    return ((Button(say.plain("button-back"), "el"),),) if several else ()


def export(say: Localiser, ready: ExportReady) -> FileScreen:
    """The file, with a caption."""
    title = ready.consultation.title.say(say.language)
    caption = say.html("export-caption", title=title, who=ready.who)
    if ready.held_until is not None:
        held = say.html("export-held", day=say.day(ready.held_until))
        caption = Html(f"{caption}\n{held}")
    return FileScreen(
        caption,
        ready,
        book=partial(book, say, ready),
        left_out=partial(_left_out, say),
        failed=say.html("export-not-sent"),
    )


def _left_out(say: Localiser, people: ShownNumber) -> Html:
    return say.html("export-left-out", number=say.number(people))
