"""Composing a broadcast: its wards, its subject, its text, and the preview."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from bot.screens import Button, Rows, Screen, data
from bot.views.broadcast_goes_out import correction, goes_out
from bot.views.broadcast_message import (
    copy_shown,
    outcome_subject,
    wards_in_full,
    wards_or_number,
)
from bot.views.choices import (
    Choice,
    are_short,
    are_short_numbered,
    numbered_rows,
    turning,
)
from bot.views.localiser import Localiser
from bot.views.questions import shortened
from content.schema.plan import Theme
from content.words import Html, escape
from engagement.broadcasts.gate import AT_ANY_TIME
from engagement.broadcasts.lifecycle import URGENT, BroadcastKind
from engagement.broadcasts.update_text import LONGEST_UPDATE
from usecases.broadcasts.compose import DraftDiscarded, DraftKept, Preview, TextQuestion
from usecases.broadcasts.compose_questions import (
    Subject,
    SubjectQuestion,
    WardsQuestion,
    listed_subjects,
)
from usecases.broadcasts.kept_messages import KeptMessage
from usecases.broadcasts.returned_messages import ReturnedMessage

TOPIC, TICK = "send", "sw"
"""The topic of these screens, and the verb of a button that ticks a ward, or unticks it where its
data ends in 0."""
LONGEST_COPIED = 3_000
"""Characters of a text that can be copied with a tap: a longer one may take two messages."""
LONGEST_BEGINNING = 30
"""Characters of a kept message on its button."""
MOST_SECONDS = 120
"""A longer time is given in minutes."""


def wards_question(say: Localiser, asked: WardsQuestion) -> Screen:
    """Asks for the wards."""
    lines = [say.html("send-wards-lost")] if asked.lost else []
    lines += _with_text(say, asked)
    lines.append(say.html("send-wards"))
    codes = say.world.loaded.ward_codes
    choices = [
        Choice(n, w.name, data(TICK, codes[w.code], int(w not in asked.chosen)), w in asked.chosen)
        for n, w in asked.listed
    ]
    for c in () if are_short_numbered(choices) else choices:
        key = "send-wards-row-chosen" if c.chosen else "send-wards-row"
        lines.append(say.html(key, number=c.number, ward=c.label))
    if asked.chosen:
        lines.append(_chosen(say, asked))
    rows = numbered_rows(say, choices) + turning(say, "sp", page=asked.page, pages=asked.pages)
    if asked.of_plan:
        label = say.plain("button-plan-wards", count=asked.of_plan)
        rows += ((Button(label, data("sa", 1)),),)
    if asked.new_wards:
        rows += ((Button(say.plain("button-new-wards"), "sn"),),)
    every = Button(say.plain("button-all-wards", count=asked.count), data("sa", 0))
    done = Button(say.plain("button-done"), "sd")
    rows += ((every, done),)
    rows += _go_on(say, asked)
    back = (_back(say),) if asked.changing else ()
    rows += ((*back, _cancel(say)),)
    if asked.meant:
        lines.append(_which(say, asked))
        rows = (*_meant(say, asked), *rows)
    return Screen(Html("\n".join(lines)), rows, TOPIC)


def _chosen(say: Localiser, asked: WardsQuestion) -> Html:
    """The number of wards chosen. Their names too, where some may be on another page."""
    number = say.html("send-wards-chosen", count=len(asked.chosen))
    if asked.pages < 2:
        return number
    names = say.listed(ward.name for ward in asked.chosen)
    return Html(f"{number}: {escape(names)}")


def _which(say: Localiser, asked: WardsQuestion) -> Html:
    """Asks which ward was meant by part of a name."""
    first, *others = asked.meant
    return say.html("send-wards-which") if others else say.html("ward-guess", ward=first.name)


def _meant(say: Localiser, asked: WardsQuestion) -> Rows:
    """A button for each ward that may have been meant."""
    codes = say.world.loaded.ward_codes
    labels = [ward.name for ward in asked.meant]
    if len(labels) == 1:
        labels = [say.plain("button-yes")]
    return tuple(
        (Button(label, data(TICK, codes[ward.code], 1)),)
        for label, ward in zip(labels, asked.meant, strict=True)
    )


def subject_question(say: Localiser, asked: SubjectQuestion) -> Screen:
    """Asks for the subject."""
    subjects = listed_subjects(asked)
    choices = [
        Choice(n, _subject(say, asked, subject), data("ss", subject.tag))
        for n, subject in enumerate(subjects, start=1)
    ]
    choices.append(Choice(len(choices) + 1, say.plain("send-subject-other"), data("ss", 0)))
    if asked.urgent:
        choices.append(Choice(len(choices) + 1, say.plain("send-subject-urgent"), "su"))
    lines = [say.html("send-subject-gone")] if asked.gone else []
    lines += [say.html("send-on-its-own")] if asked.on_its_own else []
    lines += _with_text(say, asked)
    lines.append(say.html("send-subject"))
    if not are_short(c.label for c in choices):  # their buttons are cut, so the text says them all
        lines += [say.html("send-subject-row", number=c.number, subject=c.label) for c in choices]
    lines += _not_listed(say, asked)
    rows: Rows = tuple((Button(c.label, c.data, name=f"{c.number} {c.label}"),) for c in choices)
    rows += _go_on(say, asked)
    back = (_back(say),) if asked.back else ()
    return Screen(Html("\n".join(lines)), (*rows, (*back, _cancel(say))), TOPIC)


def _not_listed(say: Localiser, asked: SubjectQuestion) -> list[Html]:
    """Why nobody can be invited just now to questions that are open or paused."""
    lines = []
    for questions, where, elsewhere in asked.partly:
        key, wards = ("send-asked-only", where)
        if len(elsewhere) < len(where):
            key, wards = ("send-not-asked", elsewhere)
        title, named = questions.title.say(say.language), wards_or_number(say, wards)
        lines.append(say.html(key, title=title, wards=named))
    for questions, until in asked.paused:
        title = questions.title.say(say.language)
        lines.append(say.html("send-questions-paused", title=title, until=say.closes(until)))
    return lines


def _subject(say: Localiser, asked: SubjectQuestion, subject: Subject) -> str:
    """The label of a subject. An outcome says where it was sent already."""
    about = subject.about
    if isinstance(about, Theme):
        return about.called(say.language)
    if subject.kind is BroadcastKind.INVITATION:
        return say.plain("send-subject-consultation", title=about.title.say(say.language))
    outcome = outcome_subject(say, about)
    told = asked.told.get(about.slug, ())
    if len(told) == asked.wards:
        return say.plain("send-subject-told", subject=outcome)
    if told:
        wards = wards_or_number(say, told)
        return say.plain("send-subject-told-some", subject=outcome, wards=wards)
    return outcome


def text_question(say: Localiser, asked: TextQuestion) -> Screen:
    """Asks for the text. While one is changed it stays in sight, to be copied with a tap."""
    key = "send-text-correction" if asked.corrects else "send-text"
    text = say.html(key, most=LONGEST_UPDATE)
    if asked.corrects:
        text = Html(say.html("send-correcting", words=asked.corrects) + "\n" + text)
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
    parts = [say.html("send-preview"), *copy_shown(say, shown.wording)]
    parts += wards_in_full(say, shown.wording)
    if shown.styles_lost:
        parts.append(say.html("send-styles-lost"))
    people = say.people(shown.number)
    parts += _who_gets_it(say, shown)
    if shown.lost:
        parts.append(say.html("send-wards-lost"))
    if shown.grew:
        parts.append(say.html("send-grew"))
    if shown.moved:
        parts.append(say.html("send-moved"))
    parts += _waits(say, shown)
    parts += _second(say, shown)
    if shown.beside:
        parts.append(_beside(say, shown))

    def under_it(key: str, verb: str, **values: str) -> Button:
        return Button(say.plain(key, **values), data(verb, shown.key))

    if shown.passed_over:
        parts.append(say.html("send-beside-fixed", text=shortened(shown.passed_over)))
    if shown.unclear:
        label = say.plain("button-send", people=people)
        parts.append(say.html("send-unclear", button=label))
    rows: Rows = (
        (under_it("button-send", "sy", people=people),),
        (under_it("button-send-me", "sm"), under_it("button-change", "sc")),
        (under_it("button-later", "sl"), under_it("button-cancel", "sx")),
    )
    if shown.beside and shown.wording.poll is None:
        rows = ((under_it("button-add-beside", "sb"),), *rows)
    return Screen(Html("\n\n".join(parts)), rows, TOPIC)


def _beside(say: Localiser, shown: Preview) -> Html:
    """What was typed below it and isn't in it. A question can only be changed."""
    text = shortened(shown.beside)
    if shown.wording.poll is None:
        return say.html("send-beside", text=text)
    return say.html("poll-beside", text=text, button=say.plain("button-change"))


def _second(say: Localiser, shown: Preview) -> list[Html]:
    """That a second person has to approve it, if so."""
    if not shown.second_yes:
        return []
    if shown.wording.kind in URGENT:
        return [say.html("send-urgent-needs-second")]
    if shown.wording.kind is BroadcastKind.POLL:
        return [say.html("ask-needs-second")]
    return [say.html("send-needs-second", threshold=say.world.thresholds.second_yes)]


def _who_gets_it(say: Localiser, shown: Preview) -> list[Html]:
    """For how many it is, who of them does not get it, and who else does."""
    people, time = say.people(shown.number), _time(say, shown.seconds)
    parts = [say.html("send-people", people=people, time=time)]
    parts += correction(say, shown.wording)
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
        return [say.html("send-urgent"), *goes_out(say, shown.goes_out)]
    return goes_out(say, shown.goes_out)


def _time(say: Localiser, seconds: int) -> Html:
    """How long sending takes, in words."""
    if seconds <= MOST_SECONDS:
        return say.html("send-seconds", seconds=seconds)
    return say.html("send-minutes", minutes=ceil(seconds / 60))


def put_aside(say: Localiser, done: DraftDiscarded) -> Screen:
    """The draft was cancelled."""
    alone = done.corrects and not done.came_back
    lines = [say.html("send-correction-put-aside" if alone else "send-put-aside")]
    lines += [say.html("send-came-back-kept")] if done.came_back else []
    lines += [say.html("send-other-kept")] if done.other_kept and not done.came_back else []
    return Screen(Html("\n".join(lines)), topic=TOPIC)


def kept(say: Localiser, _: DraftKept) -> Screen:
    """The draft is kept for another time."""
    return Screen(say.html("send-kept"), topic=TOPIC)


def _back(say: Localiser) -> Button:
    return Button(say.plain("button-back"), "sk")


def _with_text(say: Localiser, asked: WardsQuestion | SubjectQuestion) -> list[Html]:
    """The text that is there already, so that nobody thinks that it is lost."""
    if not asked.with_text:
        return []
    return [say.html("send-text-taken", text=shortened(asked.with_text))]


def _go_on(say: Localiser, asked: WardsQuestion | SubjectQuestion) -> Rows:
    """A button for each message that was begun before, or came back: with its beginning, if there
    are several."""
    return go_on_rows(say, asked.before, asked.returned)


def go_on_rows(
    say: Localiser, before: Sequence[KeptMessage], returned: Sequence[ReturnedMessage]
) -> Rows:
    """The same for these messages."""
    known = [(data("sz", one.number), one.text) for one in before]
    known += [(data("yr", one.code), one.text) for one in returned]
    if len(known) == 1:
        key = "button-go-on-draft" if before else "button-go-on-returned"
        return ((Button(say.plain(key), known[0][0]),),)
    return tuple((Button(_beginning(say, text), code),) for code, text in known)


def _beginning(say: Localiser, text: str) -> str:
    words = " ".join(text.split())
    if len(words) > LONGEST_BEGINNING:
        words = f"{words[:LONGEST_BEGINNING].rstrip()}…"
    return (
        say.plain("button-go-on-with", text=words) if words else say.plain("button-go-on-no-text")
    )


def _cancel(say: Localiser) -> Button:
    return Button(say.plain("button-cancel"), "sx")
