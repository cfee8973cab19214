"""Leaving: the replies to /stop and /forget."""

from __future__ import annotations

from datetime import datetime

from bot.screens import Button, Rows, Screen, data
from bot.views.localiser import Localiser
from content.words import Html
from usecases.broadcasts.cancel import StillGoes
from usecases.people.forget import ForgetQuestion, ForgottenLater, Stayed, Way
from usecases.people.leave import Forgotten, Stopped


def stopped(say: Localiser, done: Stopped) -> Screen:
    """No more messages will come, and whether they will be forgotten."""
    if done.leaving:
        lines = [say.html("stopped-leaving")]
        if done.closes is not None:
            lines.append(say.html("stopped-leaving-when", closes=say.closes(done.closes)))
    else:
        lines = [say.html(_stopped_key(done))]
    if done.has_role:
        lines.append(say.html("stopped-role"))
    if done.complaint:
        lines.append(say.html("stopped-complaint"))
    return Screen(Html("\n".join(lines)), topic="leaving")


def still_goes(say: Localiser, still: StillGoes) -> Screen:
    """To staff who stop their own messages: the one they wrote is not stopped by it."""
    is_asked = still is StillGoes.ASKED
    return Screen(say.html("stopped-still-asked" if is_asked else "stopped-still-sent"))


def _stopped_key(done: Stopped) -> str:
    if not done.kept:
        return "stopped-nothing"
    return "stopped" if done.joined else "stopped-not-joined"


def forget_question(say: Localiser, asked: ForgetQuestion) -> Screen:
    """What is deleted, what stays, and when."""
    lines, ways = [], [(Way.YES, "button-forget-yes")]
    if asked.unclear:
        lines.append(say.html("forget-unclear"))
    if asked.closes is not None:
        at_close = "button-forget-counted" if asked.counting else "button-forget-later"
        lines.append(_two_ways(say, asked, asked.closes, at_close))
        ways = [] if asked.held else [(Way.TAKE_BACK, "button-forget-now")]
        ways += [] if asked.leaving else [(Way.AT_CLOSE, at_close)]
    else:
        lines.append(say.html("forget-question"))
        lines += [say.html("forget-answers-stay")] if asked.joined else []
    lines += [say.html("forget-then")] if asked.joined else []
    if asked.role:
        lines.append(say.html("forget-role", label=asked.role))
    if asked.others:
        lines.append(say.html("forget-others", count=asked.others))
    if asked.last_reader:
        lines.append(say.html("forget-last-reader"))
    lines += [say.html(key) for there, key in _goes_too(asked) if there]
    if asked.held:
        lines.append(say.html("forget-held"))
    elif asked.has_words:
        ways.append((Way.WORDS, "button-words-stay" if asked.without_words else "button-words-go"))
    ways.append((Way.STAY, "button-forget-stay" if asked.leaving else "button-forget-no"))
    return Screen(Html("\n".join(lines)), _buttons(say, asked, ways), topic="leaving")


def _two_ways(say: Localiser, asked: ForgetQuestion, closes: datetime, at_close: str) -> Html:
    """Where answers can still be answered, or may open again."""
    if asked.leaving and asked.counting:
        return say.html("forget-leaving-counted")
    if asked.leaving:
        return say.html("forget-leaving", closes=say.closes(closes))
    now, later = say.plain("button-forget-now"), say.plain(at_close)
    if asked.counting:
        return say.html("forget-two-ways-counted", now=now, later=later)
    key = "forget-two-ways-both" if asked.both else "forget-two-ways"
    return say.html(key, now=now, later=later, closes=say.closes(closes))


def _goes_too(asked: ForgetQuestion) -> tuple[tuple[bool, str], ...]:
    """What else goes, or stays."""
    return (
        (asked.complaint, "forget-complaint"),
        (asked.has_places, "forget-places-go"),
        (asked.has_voices, "forget-voices-go"),
        (asked.has_voices and _may_type(asked), "forget-voices-type"),
        (asked.has_equality, "forget-equality-goes"),
        (asked.without_words, "forget-words-go"),
    )


def _may_type(asked: ForgetQuestion) -> bool:
    """Whether there may still be time to type what they said in a voice note."""
    return asked.closes is not None and not asked.counting


def _buttons(say: Localiser, asked: ForgetQuestion, ways: list[tuple[Way, str]]) -> Rows:
    def words(way: Way) -> int:
        """Whether words go after this button."""
        return int(asked.without_words is not (way is Way.WORDS))

    return tuple((Button(say.plain(key), data("f", way, words(way))),) for way, key in ways)


def forgotten(say: Localiser, done: Forgotten) -> Screen:
    """The person has been forgotten."""
    first = say.html("guest-forgotten", number=say.guest) if say.guest else say.html("forgotten")
    lines = [first]
    if done.taken_back:
        lines.append(say.html("forgotten-taken-back"))
    lines.append(say.html("forgotten-no-words" if done.without_words else "forgotten-words-stay"))
    if done.had_role:
        lines.append(say.html("role-ended"))
    return Screen(Html("\n".join(lines)), topic="leaving")


def forgotten_later(say: Localiser, done: ForgottenLater) -> Screen:
    """The person will be forgotten at the close."""
    if done.counting:
        lines = [say.html("forgotten-later-counted")]
    else:
        lines = [say.html("forgotten-later", closes=say.closes(done.closes))]
    mind = "guest-forgotten-later-mind" if say.guest else "forgotten-later-mind"
    lines.append(say.html(mind))
    if done.without_words:
        lines.append(say.html("forget-words-go"))
    if done.had_role:
        lines.append(say.html("role-ended"))
    return Screen(Html("\n".join(lines)), topic="leaving")


def stayed(say: Localiser, done: Stayed) -> Screen:
    """The person changed their mind, and nothing was deleted."""
    lines = [say.html("stayed" if done.was_leaving else "not-forgotten")]
    if done.had_role:
        lines.append(say.html("role-ended"))
    return Screen(Html("\n".join(lines)), topic="leaving")
