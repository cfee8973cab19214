"""Messages to operators when alarms begin and end."""

from __future__ import annotations

from bot.screens import Screen
from bot.views.localiser import Localiser
from content.words import Html
from usecases.operations.alarms import AlarmNotice, AlarmRow


def news(say: Localiser, found: AlarmNotice) -> Screen:
    """The alarms that have begun and those that are over, in one message."""
    parts = [ongoing(say, row) for row in found.begun]
    parts += [_over(say, row) for row in found.over]
    return Screen(Html("\n\n".join(parts)), topic="alarm", fresh=True)


def ongoing(say: Localiser, row: AlarmRow) -> Html:
    """One alarm that isn't over: what is wrong, since when, and what to do."""
    what = say.html("alarm-what", kind=row.kind.value)
    parts = [say.html("alarm", what=what, since=say.day_and_time(row.since))]
    references = [str(r) for r in row.detail.get("references", ())]
    if references:
        parts.append(say.html("alarm-references", references=say.listed(references)))
    parts.append(say.html("alarm-do", kind=row.kind.value))
    parts.append(say.html("alarm-page"))
    return Html("\n".join(parts))


def _over(say: Localiser, row: AlarmRow) -> Html:
    what = say.html("alarm-what", kind=row.kind.value)
    ended = row.over_at or row.since
    return say.html(
        "alarm-over", what=what, since=say.day_and_time(row.since), until=say.day_and_time(ended)
    )
