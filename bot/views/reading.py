"""Reading lists: the texts of a consultation, and one text with what can be done with it."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.choices import Choice, choice_rows
from bot.views.localiser import Localiser
from content.words import Html, name_of
from engagement.consultations.voice import NoteState
from usecases.consultations.reading import (
    READ,
    UNREAD,
    ReadingLists,
    StoredNote,
    TextLine,
    TextPage,
    TextShown,
    Totals,
)
from usecases.consultations.submissions import Submission
from usecases.consultations.translations import tag_of

TOPIC = "reading"
LONGEST_BEGINNING = 200
MOST_READERS = 3
"""Readers of a text who are named."""


def lists(say: Localiser, found: ReadingLists) -> Screen:
    """Which consultation?"""
    choices = [
        Choice(number, one.title.say(say.language), data("vo", code, UNREAD, 0))
        for number, (code, one) in enumerate(found.rows, 1)
    ]
    lines = [say.html("reading-which")]
    lines += [say.html("reading-row", number=c.number, title=c.label) for c in choices]
    return Screen(Html("\n".join(lines)), choice_rows(say, choices), topic=TOPIC)


def page(say: Localiser, found: TextPage) -> Screen:
    """The beginnings of some texts, with a button for each."""
    title = found.consultation.title.say(say.language)
    lines = [say.html("reading-just-read")] if found.just_read else []
    lines += [say.html("reading-just-gone")] if found.just_gone else []
    lines += [say.html("reading-danger")] if found.danger else []
    lines.append(say.html("reading-heading-read" if found.read else "reading-heading", title=title))
    if not found.lines:
        lines.append(say.html("reading-none-read" if found.read else "reading-none"))
    lines += [_line(say, number, one) for number, one in enumerate(found.lines, 1)]
    if found.totals is None:
        lines.append(say.html("reading-open", phase=found.at.value))
    else:
        lines.append(_totals(say, found.totals))
    return Screen(Html("\n".join(lines)), _page_rows(say, found), topic=TOPIC)


def _page_rows(say: Localiser, found: TextPage) -> Rows:
    which = READ if found.read else UNREAD
    rows = in_rows(
        [Button(str(n), data("vt", one.number, 0)) for n, one in enumerate(found.lines, 1)]
    )
    turn = []
    if found.more is not None:
        turn.append(Button(say.plain("button-more"), data("vo", found.code, which, found.more)))
    if found.after:
        turn.append(Button(say.plain("button-from-the-top"), data("vo", found.code, which, 0)))
    other = "button-not-read" if found.read else "button-were-read"
    rows += (tuple(turn),) if turn else ()
    rows += ((Button(say.plain(other), data("vo", found.code, 1 - which, 0)),),)
    rows += ((Button(say.plain("button-languages-read"), "vw"),),)
    rows += ((Button(say.plain("button-add-submission"), "wb"),),)
    return (*rows, (Button(say.plain("button-back"), "vl"),)) if found.several else rows


def _line(say: Localiser, number: int, one: TextLine) -> Html:
    text = say.plain("words-kept-back") if one.text is None else _beginning(one.text)
    if one.voice is not None and one.text == "":
        return say.html("reading-line-voice", number=number, length=_length(one.voice))
    if one.submission is not None:
        kind = say.plain(f"submission-kind-{one.submission.kind.value}")
        return say.html("reading-line-submission", number=number, kind=kind, text=text)
    key = "reading-line-changed" if one.is_changed else "reading-line"
    return say.html(key, number=number, text=text)


def _length(note: StoredNote) -> str:
    """The length of a voice note, as phones show it: 1:05."""
    return f"{note.seconds // 60}:{note.seconds % 60:02}"


def _voice(say: Localiser, found: TextShown, note: StoredNote) -> list[Html]:
    """What there is to say of a voice note: where its sound is, and that it was written down."""
    lines = [say.html("voice-written-meanwhile")] if found.written_meanwhile else []
    if note.state is NoteState.WRITTEN:
        return [*lines, say.html("voice-mark")]
    if note.state is NoteState.LOST:
        return [*lines, say.html("voice-is-lost")]
    key = "voice-to-write" if note.is_here else "voice-comes"
    return [*lines, say.html(key, length=_length(note))]


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_BEGINNING else line[: LONGEST_BEGINNING - 1] + "…"


def _totals(say: Localiser, totals: Totals) -> Html:
    lines = [
        say.html("reading-totals", unread=totals.unread, read=totals.read),
        say.html(
            "reading-total-submissions",
            unread=totals.submissions_unread,
            read=totals.submissions_read,
        ),
        say.html("reading-kept-back", number=say.number(totals.kept_back)),
    ]
    return Html("\n".join(lines))


def text(say: Localiser, found: TextShown) -> Screen:
    """One text, and what can be done with it."""
    lines = [say.html("reading-marked")] if found.just_read else []
    lines.append(_about(say, found))
    lines += _words(say, found)
    if found.listed.is_changed:
        lines.append(say.html("reading-changed"))
    if found.signs:
        lines.append(say.html("complaint-signs"))
    if found.people is not None:
        lines.append(say.html("reading-same-words", people=say.people(found.people)))
    if found.ward is not None:
        lines.append(say.html("reading-ward", ward=found.ward))
    if found.themes:
        lines.append(say.html("reading-themes-of", themes=say.listed(found.themes)))
    lines += [
        say.html(
            "reading-read-by", who=who or say.plain("alert-somebody"), when=say.day_and_time(when)
        )
        for who, when in found.read_by[:MOST_READERS]
    ]
    return Screen(Html("\n".join(lines)), _text_rows(say, found), topic=TOPIC)


def _about(say: Localiser, found: TextShown) -> Html:
    if found.submission is not None:
        return submission_line(say, found.submission)
    asked = next((q for q in found.consultation.questions if q.key == found.listed.question), None)
    question = asked.text.say(say.language) if asked else found.listed.question
    return say.html(f"reading-about-{found.listed.kind.value}", question=question)


def submission_line(say: Localiser, one: Submission) -> Html:
    """What came, from whom and when."""
    kind = say.plain(f"submission-kind-{one.kind.value}")
    lines = [say.html("submission-line", kind=kind, who=one.sender, day=say.date(one.received_on))]
    if one.signatures is not None:
        lines.append(say.html("submission-signatures", number=say.count(one.signatures)))
    if one.is_summary:
        lines.append(say.html("submission-is-summary"))
    return Html("\n".join(lines))


def language_name(say: Localiser, language: str) -> str:
    """A language's name, for "Written in ..."."""
    return name_of(language, say.language) or say.plain("reading-other-language")


def _words(say: Localiser, found: TextShown) -> list[Html]:
    if found.text is None:
        return [say.html("words-kept-back")]
    lines = _voice(say, found, found.voice) if found.voice is not None else []
    if found.voice is not None and not found.text:
        return lines
    if found.translation is not None:
        made, who = found.translation
        into = language_name(say, made.language)
        by = who or say.plain("alert-somebody")
        lines.append(say.html("reading-words", text=made.text))
        lines.append(say.html("reading-translated", named=into, who=by))
    else:
        lines.append(say.html("reading-words", text=found.text))
    if found.listed.language not in (say.language, "en"):
        name = language_name(say, found.listed.language)
        lines.append(say.html("reading-written-in", named=name))
    if found.needs_translation:
        lines.append(say.html("reading-needs-translation"))
    return lines


def _voice_rows(say: Localiser, found: TextShown) -> list[tuple[Button, ...]]:
    """To listen and to write down, while the sound is here."""
    if found.voice is None or not found.voice.is_here:
        return []
    number = found.listed.number
    key = "button-correct-words" if found.text else "button-write-down"
    listen = Button(say.plain("button-listen"), data("vh", number))
    return [(listen,), (Button(say.plain(key), data("vj", number)),)]


def _text_rows(say: Localiser, found: TextShown) -> Rows:
    number = found.listed.number
    rows = _voice_rows(say, found) if found.text is not None else []
    if found.text is not None and not found.waits_to_be_written:
        if not found.needs_translation and not found.read_by_reader:
            rows.append((Button(say.plain("button-i-have-read"), data("vr", number)),))
        rows.append((Button(say.plain("button-file"), data("vf", number)),))
        rows.append((Button(say.plain("button-translate"), data("vg", number)),))
        if found.translation is not None:
            rows.append((Button(say.plain("button-as-written"), data("vt", number, 1)),))
            away = data("vs", number, tag_of(found.translation[0]), 0)
            rows.append((Button(say.plain("button-translation-away"), away),))
        elif found.is_translated:
            rows.append((Button(say.plain("button-translated"), data("vt", number, 0)),))
        rows.append((Button(say.plain("button-other-language"), data("vc", number)),))
    if found.submission is not None:
        rows.append((Button(say.plain("button-take-out"), data("wt", number)),))
    rows.append((Button(say.plain("button-next-text"), data("vq", found.code, found.place)),))
    rows.append((Button(say.plain("button-to-list"), data("vo", found.code, UNREAD, 0)),))
    return tuple(rows)
