"""Voice notes as they are sent: to an officer who listens, or back to the person who spoke."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import Button, Reply, Screen, VoiceScreen, data
from bot.views import equality
from bot.views.answers import named
from bot.views.localiser import Localiser
from bot.views.questions import step
from content.words import Html
from usecases.consultations.equality import EqualityIntro
from usecases.consultations.voice_answers import LostNote, OwnNotes, SoundToSend

TOPIC = "voice"


def sound(say: Localiser, found: SoundToSend) -> VoiceScreen:
    """The sound, with a caption that says what it answers."""
    caption = say.html("voice-caption-own-gone")
    if found.consultation is not None and found.question is not None:
        key = "voice-caption-own" if found.own else "voice-caption"
        caption = say.html(key, question=named(say, found.consultation, found.question))
    return VoiceScreen(
        caption,
        number=found.number,
        seconds=found.seconds,
        failed=say.html("voice-not-sent"),
        protected=not found.own,
    )


def lost(say: Localiser, found: LostNote) -> Screen:
    """Their note is lost, and what they can do. It may be night by now, so it makes no sound."""
    if found.again is not None:
        asked = step(say, found.again)
        text = Html(f"{say.html('voice-lost-again')}\n{asked.text}")
        return replace(asked, text=text, silent=True)
    question = named(say, found.consultation, found.question)
    key = "voice-lost" if found.open else "voice-lost-closed"
    text = say.html(key, question=question)
    if found.oneself is not None:
        oneself = found.oneself
        if isinstance(oneself, EqualityIntro):
            below = equality.intro(say, oneself)
        else:
            below = equality.step(say, oneself)
        return replace(below, text=Html(f"{text}\n\n{below.text}"), silent=True)
    return Screen(text, topic=TOPIC, silent=True)


def held(say: Localiser, found: OwnNotes) -> Screen:
    """How many notes we hold, with the button that sends them."""
    button = Button(say.plain("button-my-voice"), "vz")
    text = say.html("mydata-voices", count=len(found.sounds))
    return Screen(text, ((button,),), TOPIC)


def own_notes(say: Localiser, found: OwnNotes) -> tuple[Reply, ...]:
    """A turn of the notes, then how many came and how many are left; or that there are none."""
    if not found.sounds:
        return (Screen(say.html("mydata-no-voices"), topic=TOPIC),)
    sent = tuple(sound(say, one) for one in found.sounds)
    count = len(found.sounds)
    if not found.left:
        return (*sent, Screen(say.html("mydata-voices-all", count=count), topic=TOPIC, fresh=True))
    button = Button(say.plain("button-my-voice-more"), data("vz", found.until))
    text = say.html("mydata-voices-sent", count=count, left=found.left)
    return (*sent, Screen(text, ((button,),), TOPIC, fresh=True))
