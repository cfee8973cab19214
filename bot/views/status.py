"""The reply to /status: alarms that are not over, the last backup, and what is waiting."""

from __future__ import annotations

from datetime import datetime

from bot.screens import Screen
from bot.views.alarms import ongoing
from bot.views.localiser import Localiser
from content.words import Html
from usecases.operations.status import Status


def status(say: Localiser, shown: Status) -> Screen:
    """The alarms first, or that all is well; then the figures."""
    parts = [ongoing(say, row) for row in shown.alarms] or [say.html("status-well")]
    lines = [_backup(say, shown.last_backup), _waiting(say, shown)]
    if shown.set_aside:
        lines.append(say.html("status-set-aside", count=shown.set_aside))
    if shown.too_few_hear:
        lines.append(say.html("status-too-few-named"))
    return Screen(Html("\n\n".join([*parts, "\n".join(lines)])), topic="status", fresh=True)


def _backup(say: Localiser, when: datetime | None) -> Html:
    if when is None:
        return say.html("status-no-backup")
    return say.html("status-backup", when=say.day_and_time(when))


def _waiting(say: Localiser, shown: Status) -> Html:
    if shown.waiting is None:
        return say.html("status-waiting-few", least=shown.least)
    if shown.waiting == 0:
        return say.html("status-waiting-none")
    return say.html("status-waiting", count=shown.waiting)
