"""The reply to /status: alarms that are not over, the last backup, and what is waiting."""

from __future__ import annotations

from datetime import datetime

from bot.screens import Screen
from bot.views.alarms import ongoing
from bot.views.localiser import Localiser
from content.words import Html
from usecases.operations.safeguarding import DangerWatch
from usecases.operations.status import Status


def status(say: Localiser, shown: Status) -> Screen:
    """What is wrong first, or that all is well; then the figures."""
    parts = [*_danger(say, shown.danger), *(ongoing(say, row) for row in shown.alarms)]
    parts = parts or [say.html("status-well")]
    lines = [_backup(say, shown.last_backup), _waiting(say, shown)]
    lines += [
        say.html("status-poster", source=source, count=number) for source, number in shown.posters
    ]
    # Also where there is none: a line that comes would tell of the first person.
    lines.append(say.html("status-posters-few", least=shown.least))
    if shown.held:
        lines.append(say.html("status-held", count=shown.held))
    if shown.nobodys:
        lines.append(say.html("status-held-nobody"))
    if shown.lacks.files:
        lines.append(say.html("status-lone-files"))
    if shown.lacks.openings:
        titles = say.listed([one.title.say(say.language) for one in shown.lacks.openings])
        lines.append(say.html("status-lone-openings", titles=titles))
    if shown.set_aside:
        lines.append(say.html("status-set-aside", count=shown.set_aside))
    return Screen(Html("\n\n".join([*parts, "\n".join(lines)])), topic="status", fresh=True)


def _danger(say: Localiser, watch: DangerWatch) -> list[Html]:
    """What is wrong with the reading of words of danger, and what to do."""
    lines = []
    if watch.unread_since is not None:
        when = say.day_and_time(watch.unread_since)
        lines.append(say.html("status-danger-unread", when=when))
    if watch.nobody_hears:
        lines.append(say.html("status-nobody-named"))
    elif watch.too_few_hear:
        lines.append(say.html("status-too-few-named"))
    if watch.no_administrator:
        lines.append(say.html("status-no-administrator"))
    return lines


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
