"""When a broadcast goes out, for its author and for who approves it."""

from __future__ import annotations

from bot.views.localiser import Localiser
from content.words import Html
from engagement.broadcasts.lifecycle import CORRECTIONS, URGENT
from usecases.broadcasts.goes_out import GoesOut
from usecases.broadcasts.message import BroadcastMessage


def goes_out(say: Localiser, goes: GoesOut) -> list[Html]:
    """What a message waits for, if it is sent now."""
    if goes.sends_held:
        return [say.html("send-sends-held")]
    parts = [say.html("send-at-night")] if goes.at_night else []
    parts += paused(say, goes)
    parts += held(say, goes)
    if goes.begins is not None:
        parts.append(say.html("send-held-soon", day=say.day(goes.begins)))
    if goes.elsewhere:
        parts.append(say.html("send-held-elsewhere"))
    if not goes.weekly:
        return parts
    if goes.closes is not None:
        return [*parts, say.html("send-weekly-closes", closes=say.closes(goes.closes))]
    return [*parts, say.html("send-weekly" if goes.expires else "send-weekly-outcome")]


def correction(say: Localiser, wording: BroadcastMessage) -> list[Html]:
    """Whom a correction is for, and that it waits like other messages where it does."""
    if wording.kind not in CORRECTIONS:
        return []
    return [say.html("send-correction-urgent" if wording.kind in URGENT else "send-correction")]


def waits_for_a_week(say: Localiser, goes: GoesOut) -> list[Html]:
    """That some may get it later or not at all, in the progress and the report, and what an
    election means for them. It is the same before the latest useful time and after it."""
    lines = []
    if goes.weekly and goes.closes is not None:
        lines.append(say.html("progress-waits-closes"))
    elif goes.weekly:
        lines.append(say.html("progress-waits-news" if goes.expires else "progress-waits-budget"))
    if goes.too_late:
        lines.append(say.html("progress-let-go-too-late"))
    for key, met in (("progress-met-election", goes.met), ("progress-ended-election", goes.ended)):
        if met:
            lines.append(say.html(key, wards=say.listed(ward.name for ward in met)))
    return lines


def paused(say: Localiser, goes: GoesOut) -> list[Html]:
    """Until when it waits because its questions take no answers."""
    if goes.paused is None:
        return []
    return [say.html("send-paused", until=say.last_moment(goes.paused))]


def held(say: Localiser, goes: GoesOut) -> list[Html]:
    """The wards for which it waits because of an election, and who decides."""
    if not goes.held:
        return []
    wards = say.listed(ward.name for ward in goes.held)
    if goes.until is None:
        parts = [say.html("progress-waits-election", wards=wards)]
    else:
        parts = [say.html("send-held", day=say.day(goes.until), wards=wards)]
    if goes.nobodys:
        nobodys = say.listed(ward.name for ward in goes.nobodys)
        parts.append(say.html("send-held-nobody", wards=nobodys))
    return parts
