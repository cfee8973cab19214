"""A broadcast as its readers get it: the preview and the sender both use this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.screens import Button, Rows, Screen, data
from bot.views import polls
from bot.views.choices import cut
from bot.views.echo import echo
from bot.views.localiser import Localiser
from content.duration import minutes
from content.schema.consultation import Consultation
from content.schema.council import Ward
from content.words import Html, escape
from content.written_in import may_be_in
from engagement.broadcasts.lifecycle import CORRECTIONS, BroadcastKind
from usecases.broadcasts.asked_polls import REASONS
from usecases.broadcasts.declined import FileName, Named, OpeningName
from usecases.broadcasts.message import BroadcastMessage

MOST_WARDS_NAMED = 3


def broadcast(say: Localiser, wording: BroadcastMessage, *, topic: str = "broadcast") -> Screen:
    """A broadcast exactly as its readers get it."""
    return together(say, [wording], topic=topic)


def together(
    say: Localiser,
    wordings: Sequence[BroadcastMessage],
    *,
    more_waits: bool = False,
    topic: str = "broadcast",
) -> Screen:
    """Broadcasts in one message, each under its own heading. ``more_waits``: there are others, for
    which this message has no room."""
    if wordings[0].kind is BroadcastKind.NEW_WARDS:
        return _new_wards(say, wordings[0], topic)
    parts = [
        Html("\n".join(echo(say, wording.echo)))
        if wording.echo is not None
        else _part(say, wording, alone=len(wordings) == 1)
        for wording in wordings
    ]
    if more_waits:
        parts.append(say.html("broadcast-more-waits"))
    rows: Rows = ()
    if len(wordings) == 1 and (asks := wordings[0].poll) is not None:
        rows = polls.answer_rows(say, asks, wordings[0].code or 0, wordings[0].tag)
    else:
        asking = [w for w in wordings if _asks(w)]
        rows = tuple((_answer(say, one, alone=len(asking) == 1),) for one in asking)
    text = Html("\n\n".join(parts) + "\n" + say.html("broadcast-foot"))
    return Screen(text, rows, topic=topic, fresh=True)


def _asks(one: BroadcastMessage) -> bool:
    """Whether a message in one with others has a button."""
    invites = one.kind is BroadcastKind.INVITATION and one.code is not None
    return invites or one.poll is not None


def _answer(say: Localiser, invitation: BroadcastMessage, *, alone: bool) -> Button:
    """The button to the questions. Under several invitations it says which."""
    if invitation.poll is not None:
        return polls.open_button(say, invitation)
    label = say.plain("button-answer-now")
    if not alone and invitation.consultation is not None:
        title = invitation.consultation.title.say(say.language)
        label = cut(say.plain("button-answer-title", title=title))
    return Button(label, data("b", invitation.code or 0))


def _part(say: Localiser, wording: BroadcastMessage, *, alone: bool) -> Html:
    """The heading and the words of one broadcast. A quick poll with others has its answers behind
    its button."""
    subject = None
    if wording.theme is not None:
        subject = wording.theme.called(say.language)
    elif wording.kind is BroadcastKind.OUTCOME and wording.consultation is not None:
        subject = outcome_subject(say, wording.consultation)
    named = [w.name for w in wording.wards]
    wards = (
        say.listed(named)
        if len(named) <= MOST_WARDS_NAMED
        else say.plain("broadcast-wards-many", count=len(named))
    )
    head = (
        say.html("broadcast-head", subject=subject, wards=wards)
        if subject
        else say.html("broadcast-head-plain", wards=wards)
    )
    if wording.kind is BroadcastKind.URGENT:
        head = say.html("broadcast-head-urgent", wards=wards)
    elif wording.kind in CORRECTIONS:
        head = say.html("broadcast-head-correction", words=wording.corrected_words)
    elif wording.poll is not None:
        head = say.html("broadcast-head-poll", wards=wards)
    elif wording.stopped is not None:
        head = say.html("broadcast-head-poll-stopped", words=wording.corrected_words)
    parts = [head, *_text(say, wording)]
    parts += corrections(say, wording.corrections)
    ours = wording.stopped is not None and wording.text in REASONS
    words = (wording.text, *wording.corrections, *(wording.poll.answers if wording.poll else ()))
    if not ours and not may_be_in(" ".join(words), say.language):
        parts.append(say.html("broadcast-not-translated"))
    if wording.poll is not None:
        parts += polls.asked(say, wording.poll, alone=alone)
    if wording.kind is BroadcastKind.INVITATION and wording.consultation is not None:
        parts += _invitation(say, wording.consultation, moved=wording.moved)
    return Html("\n".join(parts))


def _text(say: Localiser, wording: BroadcastMessage) -> list[Html]:
    """What the author has written; the question of a quick poll, and why one was stopped."""
    if wording.poll is not None and wording.text:
        return [say.html("poll-question", question=wording.text)]
    if wording.stopped is not None:
        why = say.plain("manage-reason", reason=wording.text)
        return [say.html("poll-stopped-why", reason=why)]
    return [escape(wording.text)] if wording.text else []


def corrections(say: Localiser, texts: Sequence[str]) -> list[Html]:
    """What was wrong in a message, below its text."""
    return [say.html("broadcast-correction", text=text) for text in texts]


def copy_shown(say: Localiser, wording: BroadcastMessage) -> list[Html]:
    """A copy for those who send and approve it, with its buttons in words: in English, as most
    people get it, not in the language they use themselves."""
    readers = replace(say, language="en")
    copy = broadcast(readers, wording)
    parts = [copy.text, *buttons_in_words(say, copy)]
    if say.language != readers.language:
        parts.append(say.html("send-heading-languages"))
    return parts


def named(say: Localiser, name: Named) -> Html:
    """A message by its first words and its wards, a file of answers or an opening, for staff."""
    if isinstance(name, FileName):
        return say.html("file-named", title=name.title.say(say.language))
    if isinstance(name, OpeningName):
        return say.html("opening-named", title=name.title.say(say.language))
    if not name.words:
        return say.html("message-about-new-wards")
    return say.html("message-named", words=name.words, wards=wards_or_number(say, name.wards))


def wards_or_number(say: Localiser, wards: Sequence[Ward]) -> str:
    """A few wards by name, and the number of many."""
    if len(wards) > MOST_WARDS_NAMED:
        return say.plain("message-for-wards", count=len(wards))
    return say.listed(ward.name for ward in wards)


def _new_wards(say: Localiser, wording: BroadcastMessage, topic: str) -> Screen:
    """Asks which ward is home now, with the most likely new wards first."""
    home = wording.home.name if wording.home else ""
    text = say.html("wards-changed", vintage=str(say.world.vintage), ward=home)
    codes = say.world.loaded.ward_codes
    rows: Rows = tuple((Button(w.name, data("mp", codes[w.code])),) for w in wording.likely)
    rows += ((Button(say.plain("button-postcode"), "mw"),),)
    rows += ((Button(say.plain("button-list"), data("ml", 0)),),)
    return Screen(text, rows, topic=topic, fresh=True)


def outcome_subject(say: Localiser, consultation: Consultation) -> str:
    """The subject of a consultation's outcome."""
    return say.plain("subject-outcome", title=consultation.title.say(say.language))


def _invitation(say: Localiser, consultation: Consultation, *, moved: bool) -> list[Html]:
    """What the questions are and until when; ``moved``: that has changed since it was approved."""
    asked = say.html(
        "broadcast-invitation",
        title=consultation.title.say(say.language),
        questions=len(consultation.questions),
        minutes=minutes(consultation, say.language),
        closes=say.closes(consultation.closes_at),
    )
    lines = [asked, say.html("broadcast-close-moved")] if moved else [asked]
    if consultation.other_ways is not None and consultation.without_telegram is not None:
        lines.append(escape(consultation.other_ways.say(say.language)))
    return lines


def wards_in_full(say: Localiser, wording: BroadcastMessage) -> list[Html]:
    """The wards of a message for those who send and approve it, where the copy only counts them."""
    wards = wording.wards
    if wording.kind is BroadcastKind.NEW_WARDS or len(wards) <= MOST_WARDS_NAMED:
        return []
    if {ward.code for ward in wards} == say.world.library.wards.keys():
        return [say.html("send-for-every-ward", count=len(wards))]
    return [say.html("send-for-wards", wards=say.listed(ward.name for ward in wards))]


def buttons_in_words(say: Localiser, copy: Screen) -> list[Html]:
    """The message's buttons in words, for a preview: its real buttons are for the author."""
    labels = [button.label for row in copy.rows for button in row]
    return [say.html("send-button-below", label=label) for label in labels]
