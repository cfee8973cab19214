"""What an operator is told: alarms as they begin and end, and how it stands."""

from __future__ import annotations

from datetime import datetime

from bot.screens import Screen
from bot.views.spoken import Spoken
from content.schema import local
from content.words import Html
from usecases.operations.alarms import AlarmRow, News
from usecases.operations.status import Status


def news(say: Spoken, told: News) -> Screen:
    """What has begun and what is over, in one message."""
    parts = [_stands(say, row) for row in told.begun]
    parts += [_over(say, row) for row in told.over]
    return Screen(Html("\n\n".join(parts)), topic="alarm", fresh=True)


def status(say: Spoken, shown: Status) -> Screen:
    """How it stands."""
    parts = [_stands(say, row) for row in shown.alarms] or [say.html("status-well")]
    lines = [_backup(say, shown.last_backup), _waiting(say, shown)]
    if shown.set_aside:
        lines.append(say.html("status-set-aside", count=shown.set_aside))
    return Screen(Html("\n\n".join([*parts, "\n".join(lines)])), topic="status", fresh=True)


def _backup(say: Spoken, when: datetime | None) -> Html:
    if when is None:
        return say.html("status-no-backup")
    return say.html("status-backup", when=_moment(say, when))


def _waiting(say: Spoken, shown: Status) -> Html:
    if shown.waiting is None:
        return say.html("status-waiting-few", least=shown.least)
    if shown.waiting == 0:
        return say.html("status-waiting-none")
    return say.html("status-waiting", count=shown.waiting)


def _stands(say: Spoken, row: AlarmRow) -> Html:
    what = say.html("alarm-what", kind=row.kind.value)
    parts = [say.html("alarm", what=what, since=_moment(say, row.since))]
    references = [str(r) for r in row.detail.get("references", ())]
    if references:
        parts.append(say.html("alarm-references", references=say.listed(references)))
    parts.append(say.html("alarm-do", kind=row.kind.value))
    parts.append(say.html("alarm-page"))
    return Html("\n".join(parts))


def _over(say: Spoken, row: AlarmRow) -> Html:
    what = say.html("alarm-what", kind=row.kind.value)
    ended = row.over_at or row.since
    return say.html(
        "alarm-over", what=what, since=_moment(say, row.since), until=_moment(say, ended)
    )


def _moment(say: Spoken, moment: datetime) -> str:
    """A day and a time, by the council's clocks: "Monday 5 September, 10:02"."""
    there = local(moment, say.world.library.council.timezone)
    return say.plain("moment", day=say.day(moment), time=f"{there:%H:%M}")
