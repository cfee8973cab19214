"""A council's plan: its parts, its commitments, their status and how they are measured."""

from __future__ import annotations

from dataclasses import replace

from bot.screens import Button, Rows, Screen, data, in_rows
from bot.views.choices import Choice, are_short_numbered, numbered_rows
from bot.views.localiser import Localiser
from content.schema.plan import Commitment, Plan, Report, Theme
from content.words import Html, escape
from engagement.plans.commitments import Part, measures
from usecases.plans.read_plan import (
    PAGE,
    STATES,
    Calendar,
    Look,
    PartShown,
    PlanQuestion,
    PlanShown,
)

TOPIC = "plan"


def question(say: Localiser, asked: PlanQuestion) -> Screen:
    """Asks which plan."""
    if not asked.plans:
        return Screen(say.html("plan-none"), topic=TOPIC)
    choices = [
        Choice(n, plan.title.say(say.language), data("j", n - 1))
        for n, plan in enumerate(asked.plans, 1)
    ]
    lines = [say.html("plan-choose")]
    if not are_short_numbered(choices):
        lines += [say.html("plan-choose-row", number=c.number, title=c.label) for c in choices]
    return Screen(Html("\n".join(lines)), numbered_rows(say, choices), TOPIC)


def plan(say: Localiser, shown: PlanShown) -> Screen:
    """A plan's summary, its commitments counted by status, and its numbered parts."""
    of = shown.plan
    about = [
        say.html("plan-heading", title=of.title.say(say.language)),
        *([say.html("plan-published", day=say.date(of.published))] if of.published else []),
        escape(of.summary.say(say.language)),
    ]
    if of.places:
        about.append(say.html("plan-places", places=say.listed(place.name for place in of.places)))
    if of.left_out is not None:
        about.append(say.html("plan-left-out", what=of.left_out.say(say.language)))
    states = [say.html("plan-promises", count=len(of.commitments))]
    states += [
        say.html("plan-state-count", count=count, status=status.value)
        for status, count in shown.states.items()
    ]
    parts = [Html("\n".join(about)), Html("\n".join(states))]
    if shown.report is not None:
        on, report = shown.report
        parts.append(
            say.html(
                "plan-next-report",
                day=say.date(on),
                body=report.body.say(say.language),
                report=report.report.say(say.language),
            )
        )
    lines = [say.html("plan-parts")]
    choices = [
        Choice(number, f"{_called(say, part)} ({count})", _link(Look(shown.place, number - 1)))
        for number, (part, count) in enumerate(shown.parts, start=1)
    ]
    if not are_short_numbered(choices):
        lines += [say.html("plan-choose-row", number=c.number, title=c.label) for c in choices]
    rows = numbered_rows(say, choices)
    if of.reporting:
        rows += ((Button(say.plain("button-calendar"), data("jr", shown.place)),),)
    if len(say.world.library.plans) > 1:
        rows += ((Button(say.plain("button-back"), "jl"),),)
    return Screen(Html("\n\n".join([*parts, Html("\n".join(lines))])), rows, TOPIC)


def calendar(say: Localiser, shown: Calendar) -> Screen:
    """When a plan's progress is reported, how often, to whom, and who leads."""
    parts = [say.html("plan-calendar", title=shown.plan.title.say(say.language))]
    parts += [_report(say, report) for report in shown.plan.reporting]
    back = ((Button(say.plain("button-plan"), data("j", shown.place)),),)
    return Screen(Html("\n\n".join(parts)), back, TOPIC)


def _report(say: Localiser, report: Report) -> Html:
    lines = [
        say.html(
            "plan-calendar-report",
            body=report.body.say(say.language),
            report=report.report.say(say.language),
            rhythm=report.rhythm.value,
        )
    ]
    if report.dates:
        days = say.listed(say.date(on) for on in report.dates)
        lines.append(say.html("plan-calendar-days", days=days))
    if report.note is not None:
        lines.append(escape(report.note.say(say.language)))
    for key, who in (
        ("plan-calendar-lead-member", report.lead_member),
        ("plan-calendar-lead-officer", report.lead_officer),
        ("plan-calendar-chair", report.chair),
    ):
        if who is not None:
            lines.append(say.html(key, who=who))
    return Html("\n".join(lines))


def part(say: Localiser, shown: PartShown) -> Screen:
    """A page of one part's commitments, with buttons to filter them."""
    look = shown.look
    head = [say.html("plan-part-heading", part=_called(say, shown.part))]
    if look.here and shown.wards:
        head.append(say.html("plan-only-here", wards=say.listed(w.name for w in shown.wards)))
    if look.status is not None:
        head.append(say.html("plan-only-state", status=look.status.value))
    if shown.count > PAGE:
        last = shown.first + len(shown.commitments) - 1
        head.append(say.html("plan-range", first=shown.first, last=last, count=shown.count))
    if shown.part.theme is not None and not look.page:
        head += _about(say, shown.part.theme)
    if say.language != "en":
        head.append(say.html("plan-english"))
    parts = [Html("\n".join(head))]
    under = None
    for number, commitment in enumerate(shown.commitments, start=shown.first):
        priority = _priority(say, shown, commitment)
        if priority is not None and priority != under:
            parts.append(say.html("plan-part-heading", part=priority))
        under = priority
        parts.append(_commitment(say, number, commitment, shown.plan))
    if not shown.commitments:
        parts.append(say.html("plan-nothing"))
    return Screen(Html("\n\n".join(parts)), _ways(say, shown), TOPIC)


def _about(say: Localiser, theme: Theme) -> list[Html]:
    """A theme's line in the council's words, its summary in ours, and its measures."""
    lines = []
    if theme.tagline is not None:
        lines.append(say.html("plan-tagline", tagline=theme.tagline.say(say.language)))
    if theme.summary is not None:
        lines.append(escape(theme.summary.say(say.language)))
    return lines + _measures(say, [m.say(say.language) for m in theme.measures])


def _priority(say: Localiser, shown: PartShown, commitment: Commitment) -> str | None:
    """The name of a commitment's priority, in the plan's own words."""
    found = (
        priority.name.say(say.language)
        for theme in shown.plan.themes
        if theme.slug == commitment.theme
        for priority in theme.priorities
        if priority.slug == commitment.priority
    )
    return next(found, None)


def _commitment(say: Localiser, number: int, commitment: Commitment, of: Plan) -> Html:
    lines = [
        say.html("plan-commitment", number=number, text=commitment.text.say(say.language)),
        say.html("plan-state", status=commitment.status.value),
    ]
    if commitment.due is not None:
        lines.append(say.html("plan-due", due=commitment.due))
    if commitment.owner is not None:
        lines.append(say.html("plan-owner", owner=commitment.owner))
    known = measures(of, commitment)
    lines += _measures(say, [m.say(say.language) for m in known.lines])
    if known.lines and known.shared_by > 1:
        lines.append(say.html("plan-measures-shared", count=known.shared_by))
    lines += [
        say.html("plan-note", day=say.date(note.on), text=note.text.say(say.language))
        for note in commitment.notes
    ]
    return Html("\n".join(lines))


def _measures(say: Localiser, measures: list[str]) -> list[Html]:
    if not measures:
        return []
    return [say.html("plan-measures"), *(say.html("plan-measure", measure=m) for m in measures)]


def _called(say: Localiser, part: Part) -> str:
    if part.theme is not None:
        return part.theme.name.say(say.language)
    if part.horizon is not None:
        return say.plain("plan-horizon", horizon=part.horizon.value)
    return say.plain("button-everything")


def _ways(say: Localiser, shown: PartShown) -> Rows:
    look = shown.look
    rows: Rows = ()
    turn = []
    if look.page:
        turn.append(Button(say.plain("button-back"), _link(replace(look, page=look.page - 1))))
    if shown.first + len(shown.commitments) <= shown.count:
        turn.append(Button(say.plain("button-more"), _link(replace(look, page=look.page + 1))))
    rows += (tuple(turn),) if turn else ()
    if shown.wards and (shown.narrows or look.here):
        key = "button-every-place" if look.here else "button-only-here"
        rows += ((Button(say.plain(key), _link(replace(look, here=not look.here, page=0))),),)
    if len(shown.states) > 1 or look.state:
        row = [
            Button(
                say.plain("plan-state", status=STATES[state - 1].value),
                _link(replace(look, state=state, page=0)),
            )
            for state in shown.states
            if state != look.state
        ]
        if look.state:
            row.append(Button(say.plain("button-any-state"), _link(replace(look, state=0, page=0))))
        rows += in_rows(row, 2)
    return (*rows, (Button(say.plain("button-plan"), data("j", look.plan)),))


def _link(look: Look) -> str:
    return data("jp", look.plan, look.part, int(look.here), look.state, look.page)
