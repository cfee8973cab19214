"""Composing a broadcast: its wards, its subject, its text, and the preview."""

from __future__ import annotations

from math import ceil

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.broadcast_message import broadcast, buttons_in_words, outcome_subject
from bot.views.localiser import Localiser
from bot.views.questions import shortened
from content.words import Html
from engagement.broadcasts.update_text import LONGEST_UPDATE
from usecases.broadcasts.compose import DraftDiscarded, Preview, TextQuestion
from usecases.broadcasts.compose_questions import SubjectQuestion, WardsQuestion

TOPIC = "send"
MOST_SECONDS = 120
"""A longer time is given in minutes."""


def wards_question(say: Localiser, asked: WardsQuestion) -> Screen:
    """Asks for the wards."""
    lines = [say.html("send-wards")]
    for number, ward in asked.listed:
        key = "send-wards-row-chosen" if ward.code in asked.chosen else "send-wards-row"
        lines.append(say.html(key, number=number, ward=ward.name))
    if asked.chosen:
        lines.append(say.html("send-wards-chosen", count=len(asked.chosen)))
    codes = say.world.loaded.ward_codes
    rows = in_rows([Button(str(n), data("sw", codes[w.code])) for n, w in asked.listed])
    if asked.pages > 1:
        following = (asked.page + 1) % asked.pages
        rows += ((Button(say.plain("button-more"), data("sp", following)),),)
    if asked.of_plan:
        label = say.plain("button-plan-wards", count=asked.of_plan)
        rows += ((Button(label, data("sa", 1)),),)
    if asked.new_wards:
        rows += ((Button(say.plain("button-new-wards"), "sn"),),)
    every = Button(say.plain("button-all-wards", count=asked.count), data("sa", 0))
    done = Button(say.plain("button-done"), "sd")
    rows += ((every, done) if asked.chosen else (every,), (_cancel(say),))
    return Screen(Html("\n".join(lines)), rows, TOPIC)


def subject_question(say: Localiser, asked: SubjectQuestion) -> Screen:
    """Asks for the subject."""
    subjects = [
        *(t.called(say.language) for t in asked.themes),
        *(
            say.plain("send-subject-consultation", title=c.title.say(say.language))
            for c in asked.consultations
        ),
        *(outcome_subject(say, c) for c in asked.closed),
    ]
    rows: Rows = tuple(
        (Button(subject, data("ss", number)),) for number, subject in enumerate(subjects, start=1)
    )
    rows += ((Button(say.plain("send-subject-other"), data("ss", 0)),), (_cancel(say),))
    lines = [say.html("send-subject")]
    lines += [
        say.html("send-subject-row", number=n, subject=s)
        for n, s in enumerate([*subjects, say.plain("send-subject-other")], start=1)
    ]
    return Screen(Html("\n".join(lines)), rows, TOPIC)


def text_question(say: Localiser, _: TextQuestion) -> Screen:
    """Asks for the text."""
    return Screen(say.html("send-text", most=LONGEST_UPDATE), ((_cancel(say),),), TOPIC)


def preview(say: Localiser, shown: Preview) -> Screen:
    """The message itself, the number of recipients, and the buttons to send or change it."""
    copy = broadcast(say, shown.wording)
    parts = [say.html("send-preview"), copy.text, *buttons_in_words(say, copy)]
    if shown.styles_lost:
        parts.append(say.html("send-styles-lost"))
    key = "send-people-up-to" if shown.up_to else "send-people"
    parts.append(say.html(key, people=shown.people, time=_time(say, shown.seconds)))
    if shown.grew:
        parts.append(say.html("send-grew"))
    if shown.second_yes:
        threshold = say.world.thresholds.second_yes
        parts.append(say.html("send-needs-second", threshold=threshold))
    if shown.beside:
        parts.append(say.html("send-beside", text=shortened(shown.beside)))
    send = Button(say.plain("button-send", people=shown.people), "sy")
    rows: Rows = (
        (send,),
        (Button(say.plain("button-send-me"), "sm"), Button(say.plain("button-change"), "sc")),
        (_cancel(say),),
    )
    if shown.beside:
        rows = ((Button(say.plain("button-add-beside"), "sb"),), *rows)
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def _time(say: Localiser, seconds: int) -> Html:
    """How long sending takes, in words."""
    if seconds <= MOST_SECONDS:
        return say.html("send-seconds", seconds=seconds)
    return say.html("send-minutes", minutes=ceil(seconds / 60))


def put_aside(say: Localiser, _: DraftDiscarded) -> Screen:
    """The draft was cancelled."""
    return Screen(say.html("send-put-aside"), topic=TOPIC)


def _cancel(say: Localiser) -> Button:
    return Button(say.plain("button-cancel"), "sx")
