"""Composing a broadcast: its wards, its subject, its text, and the preview."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from bot.screens import Button, Rows, Screen, data
from bot.views.broadcast_goes_out import goes_out
from bot.views.broadcast_message import broadcast, buttons_in_words, outcome_subject
from bot.views.choices import (
    Choice,
    are_short,
    are_short_numbered,
    numbered_rows,
    turning,
)
from bot.views.localiser import Localiser
from bot.views.questions import shortened
from content.schema.consultation import Consultation
from content.words import Html, escape
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.broadcasts.update_text import LONGEST_UPDATE
from usecases.broadcasts.compose import DraftDiscarded, DraftKept, Preview, TextQuestion
from usecases.broadcasts.compose_questions import SubjectQuestion, WardsQuestion
from usecases.broadcasts.kept_messages import KeptMessage

TOPIC = "send"
LONGEST_COPIED = 3_000
"""Characters of a text that can be copied with a tap: a longer one may take two messages."""
LONGEST_BEGINNING = 30
"""Characters of a kept message on its button."""
MOST_SECONDS = 120
"""A longer time is given in minutes."""


def wards_question(say: Localiser, asked: WardsQuestion) -> Screen:
    """Asks for the wards."""
    lines = [say.html("send-wards")]
    codes = say.world.loaded.ward_codes
    choices = [
        Choice(n, w.name, data("sw", codes[w.code]), w.code in asked.chosen)
        for n, w in asked.listed
    ]
    for c in () if are_short_numbered(choices) else choices:
        key = "send-wards-row-chosen" if c.chosen else "send-wards-row"
        lines.append(say.html(key, number=c.number, ward=c.label))
    if asked.chosen:
        lines.append(say.html("send-wards-chosen", count=len(asked.chosen)))
    rows = numbered_rows(say, choices) + turning(say, "sp", page=asked.page, pages=asked.pages)
    if asked.of_plan:
        label = say.plain("button-plan-wards", count=asked.of_plan)
        rows += ((Button(label, data("sa", 1)),),)
    if asked.new_wards:
        rows += ((Button(say.plain("button-new-wards"), "sn"),),)
    every = Button(say.plain("button-all-wards", count=asked.count), data("sa", 0))
    done = Button(say.plain("button-done"), "sd")
    rows += ((every, done),)
    rows += _go_on(say, asked.before)
    back = (_back(say),) if asked.changing else ()
    rows += ((*back, _cancel(say)),)
    return Screen(Html("\n".join(lines)), rows, TOPIC)


def subject_question(say: Localiser, asked: SubjectQuestion) -> Screen:
    """Asks for the subject."""
    subjects = [
        *(t.called(say.language) for t in asked.themes),
        *(
            say.plain("send-subject-consultation", title=c.title.say(say.language))
            for c in asked.consultations
        ),
        *(_outcome(say, c, told=c.slug in asked.told) for c in asked.closed),
    ]
    choices = [Choice(n, subject, data("ss", n)) for n, subject in enumerate(subjects, start=1)]
    choices.append(Choice(len(choices) + 1, say.plain("send-subject-other"), data("ss", 0)))
    if asked.urgent:
        choices.append(Choice(len(choices) + 1, say.plain("send-subject-urgent"), "su"))
    lines = [say.html("send-subject")]
    if not are_short(c.label for c in choices):  # their buttons are cut, so the text says them all
        lines += [say.html("send-subject-row", number=c.number, subject=c.label) for c in choices]
    rows: Rows = tuple((Button(c.label, c.data, name=f"{c.number} {c.label}"),) for c in choices)
    rows += _go_on(say, asked.before)
    back = (_back(say),) if asked.back else ()
    return Screen(Html("\n".join(lines)), (*rows, (*back, _cancel(say))), TOPIC)


def _outcome(say: Localiser, consultation: Consultation, *, told: bool) -> str:
    subject = outcome_subject(say, consultation)
    return say.plain("send-subject-told", subject=subject) if told else subject


def text_question(say: Localiser, asked: TextQuestion) -> Screen:
    """Asks for the text. While one is changed it stays in sight, to be copied with a tap."""
    key = "send-text-correction" if asked.corrects else "send-text"
    text = say.html(key, most=LONGEST_UPDATE)
    later = Button(say.plain("button-later"), "sl")
    # Before a correction nothing was asked.
    back = () if asked.corrects and not asked.now else (_back(say),)
    rows: Rows = ((*back, _cancel(say)), (later,))
    if not asked.now:
        return Screen(text, rows, TOPIC)
    now = escape(asked.now)
    if len(now) <= LONGEST_COPIED:
        now = Html(f"<code>{now}</code>")
    text = Html(say.html("send-text-now", text=now) + "\n\n" + text)
    if asked.corrects:
        return Screen(text, rows, TOPIC)
    wards = Button(say.plain("button-change-wards"), data("sg", 0))
    subject = Button(say.plain("button-change-subject"), data("sg", 1))
    return Screen(text, ((wards,), (subject,), *rows), TOPIC)


def preview(say: Localiser, shown: Preview) -> Screen:
    """The message itself, the number of recipients, and the buttons to send or change it."""
    copy = broadcast(say, shown.wording)
    parts = [say.html("send-preview"), copy.text, *buttons_in_words(say, copy)]
    if shown.styles_lost:
        parts.append(say.html("send-styles-lost"))
    people = say.people(shown.number)
    parts += _who_gets_it(say, shown)
    if shown.grew:
        parts.append(say.html("send-grew"))
    parts += _waits(say, shown)
    if shown.second_yes and shown.wording.kind is BroadcastKind.URGENT:
        parts.append(say.html("send-urgent-needs-second"))
    elif shown.second_yes:
        threshold = say.world.thresholds.second_yes
        parts.append(say.html("send-needs-second", threshold=threshold))
    if shown.beside:
        parts.append(say.html("send-beside", text=shortened(shown.beside)))

    def under_it(key: str, verb: str, **values: str) -> Button:
        return Button(say.plain(key, **values), data(verb, shown.key))

    rows: Rows = (
        (under_it("button-send", "sy", people=people),),
        (under_it("button-send-me", "sm"), under_it("button-change", "sc")),
        (under_it("button-later", "sl"), under_it("button-cancel", "sx")),
    )
    if shown.beside:
        rows = ((under_it("button-add-beside", "sb"),), *rows)
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def _who_gets_it(say: Localiser, shown: Preview) -> list[Html]:
    """For how many it is, who of them does not get it, and who else does."""
    people, time = say.people(shown.number), _time(say, shown.seconds)
    parts = [say.html("send-people", people=people, time=time)]
    if shown.wording.kind is BroadcastKind.CORRECTION:
        parts.append(say.html("send-correction"))
    if shown.number.about is None:
        parts.append(say.html("send-perhaps-nobody"))
    if shown.wording.kind is BroadcastKind.INVITATION:
        parts.append(say.html("send-left-out"))
    if shown.wording.kind is BroadcastKind.OUTCOME:
        parts.append(say.html("send-those-who-moved"))
    return parts


def _waits(say: Localiser, shown: Preview) -> list[Html]:
    """For what the message will wait, if it is sent now."""
    if shown.wording.kind in AT_ANY_TIME:
        return [say.html("send-urgent")]
    return goes_out(say, shown.goes_out)


def _time(say: Localiser, seconds: int) -> Html:
    """How long sending takes, in words."""
    if seconds <= MOST_SECONDS:
        return say.html("send-seconds", seconds=seconds)
    return say.html("send-minutes", minutes=ceil(seconds / 60))


def put_aside(say: Localiser, done: DraftDiscarded) -> Screen:
    """The draft was cancelled."""
    lines = [say.html("send-put-aside")]
    lines += [say.html("send-other-kept")] if done.other_kept else []
    return Screen(Html("\n".join(lines)), topic=TOPIC)


def kept(say: Localiser, _: DraftKept) -> Screen:
    """The draft is kept for another time."""
    return Screen(say.html("send-kept"), topic=TOPIC)


def _back(say: Localiser) -> Button:
    return Button(say.plain("button-back"), "sk")


def _go_on(say: Localiser, kept: Sequence[KeptMessage]) -> Rows:
    """A button for each message that was begun before: with its beginning, if there are several."""
    if len(kept) == 1:
        return ((Button(say.plain("button-go-on-draft"), data("sz", kept[0].number)),),)
    return tuple((Button(_beginning(say, one), data("sz", one.number)),) for one in kept)


def _beginning(say: Localiser, kept: KeptMessage) -> str:
    words = " ".join(kept.text.split())
    if len(words) > LONGEST_BEGINNING:
        words = f"{words[:LONGEST_BEGINNING].rstrip()}…"
    return (
        say.plain("button-go-on-with", text=words) if words else say.plain("button-go-on-no-text")
    )


def _cancel(say: Localiser) -> Button:
    return Button(say.plain("button-cancel"), "sx")
