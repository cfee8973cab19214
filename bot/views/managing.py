"""/manage: consultations for those who open, extend, pause and close them."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views import questions_to_read
from bot.views.localiser import Localiser
from content.schema.consultation import Consultation
from content.words import Html
from engagement.consultations.equality import is_asked_in
from engagement.consultations.lifecycle import Stage
from engagement.consultations.steering import (
    SteeringAct,
    SteeringStep,
    hears_after_decision,
)
from usecases.consultations.equality import ground_in
from usecases.consultations.manage_choices import (
    CHOICES,
    Choice,
    ChoiceCheck,
    ChoiceQuestion,
    cannot_be_undone,
)
from usecases.consultations.managing import Managed, ManagedList, lines_of
from usecases.consultations.opening_notices import OpeningNotice
from usecases.consultations.opening_over import OpeningOver

TOPIC = "manage"
NEWS = "manage-news"
REQUEST = "oy-"
"""The topic of a request to approve an opening, before its code."""
OFFERED = {
    Stage.APPROVED: (Choice.WITHDRAW,),
    Stage.OPEN: (Choice.EXTEND, Choice.PAUSE, Choice.CLOSE, Choice.WITHDRAW),
    Stage.PAUSED: (Choice.RESUME, Choice.EXTEND, Choice.CLOSE, Choice.WITHDRAW),
    Stage.CLOSED: (Choice.EXTEND, Choice.REPORT),
    Stage.REPORTED: (Choice.UNREPORT,),
}
"""What is offered at each stage. At others nothing is left, or it is about the opening."""
DATES_MATTER = (*OFFERED, Stage.CHECKED, Stage.ASKED)
"""The stages at which it is shown that people hear only after the decision."""


def listed(say: Localiser, found: ManagedList) -> Screen:
    """The list: a button each."""
    if not found.rows and not found.others:
        return Screen(say.html("manage-none"), topic=TOPIC)
    lines, rows = [say.html("manage-list")], []
    for number, (code, consultation, stage) in enumerate(found.rows, start=1):
        title = consultation.title.say(say.language)
        lines.append(say.html("manage-row", number=number, title=title, stage=stage.value))
        rows.append((Button(f"{number} {title}", data("os", code)),))
    if found.others:
        lines.append(say.html("manage-others"))
    lines += [
        say.html(
            "manage-other-row",
            title=other.title.say(say.language),
            opens=say.day_and_time(other.opens_at),
            closes=say.last_moment(other.closes_at),
        )
        for other in found.others
    ]
    return Screen(Html("\n".join(lines)), tuple(rows), TOPIC)


def managed(say: Localiser, found: Managed) -> Screen:
    """One consultation: where it is, its dates, what it lacks, and what can be done."""
    consultation = found.consultation
    title = consultation.title.say(say.language)
    parts = [say.html("manage-heading", title=title, stage=found.stage.value)]
    parts.append(
        say.html(
            "manage-dates",
            opens=say.day_and_time(consultation.opens_at),
            closes=say.last_moment(consultation.closes_at),
        )
    )
    if found.stage in DATES_MATTER and hears_after_decision(consultation):
        parts.append(say.html("manage-hears-late", **_hear_and_due(say, consultation)))
    parts += _said(say, found)
    now = say.world.now()
    parts += [say.html(key, **values) for key, values in lines_of(consultation, found.ready, now)]
    if found.stage is Stage.CHECKED and found.ready.is_ready:
        parts.append(say.html("manage-ready"))
    if found.gap is not None:
        began, ended = say.day_and_time(found.gap.began), say.day_and_time(found.gap.ended)
        parts.append(say.html("manage-gap", began=began, ended=ended))
    return Screen(Html("\n".join(parts)), _rows(say, found), TOPIC)


def _equality(say: Localiser, consultation: Consultation) -> list[Html]:
    """That people can answer questions about themselves, and by what law."""
    ground, wards = ground_in(say.world), say.world.library.wards
    if ground is None or not is_asked_in(ground, consultation, wards):
        return []
    condition, document = ground.lawful_condition, ground.policy_document
    return [say.html("manage-equality", condition=condition, document=document)]


def _hear_and_due(say: Localiser, consultation: Consultation) -> dict[str, str]:
    """When people hear, and when a decision is due."""
    due = consultation.decision_due
    return {
        "hear": say.day(consultation.hear_by),
        "due": say.day(due) if due is not None else "-",
    }


def _said(say: Localiser, found: Managed) -> list[Html]:
    """Who is asked, what a second person approves, and the latest decision."""
    parts = []
    if found.stage is Stage.ASKED:
        by = found.asked_by or say.plain("manage-by-command")
        parts.append(say.html("manage-asked", by=by))
        if found.expired:
            parts.append(say.html("manage-expired"))
        parts += _to_approve(say, found)
    if found.decision is not None and found.decision.act is SteeringAct.REPORTED:
        by = found.reported_by or say.plain("manage-by-command")
        on = say.day_and_time(found.decision.at)
        parts.append(say.html("manage-reported", by=by, on=on, how=found.decision.reason or "-"))
    elif found.decision is not None:
        parts.append(_decision(say, found.decision, found.declined_by, found.why))
    return parts


def _to_approve(say: Localiser, found: Managed) -> list[Html]:
    consultation, language = found.consultation, say.language
    other = consultation.other_ways.say(language) if consultation.other_ways else ""
    due = consultation.decision_due
    return [
        say.html(
            "manage-to-approve",
            purpose=consultation.purpose.say(language),
            can_change=consultation.can_change.say(language),
            decided_by=consultation.decided_by.say(language),
            due=say.day(due) if due is not None else "-",
            hear=say.day(consultation.hear_by),
            wards=_wards(say, found),
            languages=", ".join(consultation.languages),
            equality=consultation.equality_note or "-",
            other=other,
            questions=len(consultation.questions),
        ),
        *_equality(say, consultation),
    ]


def _wards(say: Localiser, found: Managed) -> str:
    wards = found.consultation.wards
    if not wards:
        return say.plain("manage-every-ward")
    return say.listed(say.world.ward(code).name for code in wards)


def _decision(say: Localiser, step: SteeringStep, who: str, why: str) -> Html:
    until = say.last_moment(step.until) if step.until is not None else ""
    match step.act:
        case SteeringAct.PAUSED:
            return say.html("manage-paused", until=until, reason=reason(say, step.reason))
        case SteeringAct.WITHDRAWN:
            return say.html("manage-withdrawn", reason=reason(say, step.reason))
        case _:
            who = who or say.plain("opening-somebody")
            key = "manage-declined-why" if why else "manage-declined"
            return say.html(key, who=who, reason=why)


def reason(say: Localiser, said: str) -> str:
    """A reason on offer in this person's language; one that was typed as it was typed."""
    return say.plain("manage-reason", reason=said)


def _rows(say: Localiser, found: Managed) -> Rows:
    code = found.code
    rows: list[tuple[Button, ...]] = [questions_to_read.button(say, code)]
    may_ask = found.stage is Stage.CHECKED or found.expired
    if may_ask and found.ready.is_ready:
        rows.append((Button(say.plain("button-manage-ask"), data("oa", code)),))
    if found.stage is Stage.ASKED and found.asks_me:
        rows += questions_to_read.approval(say, code)
    elif found.stage is Stage.ASKED:
        rows.append((_button(say, code, Choice.WITHDRAW),))
    rows += [(_button(say, code, choice),) for choice in OFFERED.get(found.stage, ())]
    rows.append((Button(say.plain("button-back"), "og"),))
    return tuple(rows)


def _button(say: Localiser, code: int, choice: Choice) -> Button:
    label = say.plain("button-manage-choice", choice=choice.value)
    return Button(label, data("oe", code, CHOICES.index(choice)))


def question(say: Localiser, found: ChoiceQuestion) -> Screen:
    """Until when, or why: a button each, and how to type anything else."""
    place, start = CHOICES.index(found.choice), found.counted_from
    title = found.consultation.title.say(say.language)
    if found.option is None:
        text = say.html("manage-until", title=title, choice=found.choice.value)
        if found.choice is Choice.EXTEND:
            dates = say.html("manage-until-dates", **_hear_and_due(say, found.consultation))
            text = Html(f"{text}\n{dates}")
        rows = tuple(
            (Button(say.last_moment(moment), data("oe", found.code, place, n, start)),)
            for n, moment in enumerate(found.until)
        )
    else:
        may_undo = not cannot_be_undone(found.consultation, found.choice, say.world.now())
        takes_back = found.choice is Choice.WITHDRAW and may_undo
        choice = "take-back" if takes_back else found.choice.value
        text = say.html("manage-why", title=title, choice=choice)
        rows = tuple(
            (Button(reason(say, one), data("od", found.code, place, found.option, n, start)),)
            for n, one in enumerate(found.reasons)
        )
    hint = _hint(say, found)
    back = ((Button(say.plain("button-back"), data("os", found.code)),),)
    return Screen(Html(f"{text}\n\n{hint}"), (*rows, *back), TOPIC)


def _hint(say: Localiser, found: ChoiceQuestion) -> Html:
    if found.option is None:
        return say.html("manage-type-until")
    return say.html("manage-type-why" if found.reasons else "manage-type-only-why")


def check(say: Localiser, found: ChoiceCheck) -> Screen:
    """Is this really to be done?"""
    text = say.html(
        "manage-check",
        title=found.consultation.title.say(say.language),
        choice=found.choice.value,
        reason=reason(say, found.reason),
    )
    yes = say.plain(f"button-{found.choice.value}-yes")
    place = CHOICES.index(found.choice)
    rows = (
        (Button(yes, data("ok", found.code, place, found.key)),),
        (Button(say.plain("button-manage-no"), data("os", found.code)),),
    )
    return Screen(text, rows, TOPIC)


def over(say: Localiser, found: OpeningOver) -> Screen:
    """A colleague has decided about its opening."""
    who = found.who or say.plain("opening-somebody")
    title = found.consultation.title.say(say.language)
    text = say.html("opening-over", title=title, act=found.act.value, who=who)
    return Screen(text, ((Button(say.plain("button-back"), "og"),),), f"{REQUEST}{found.code}")


def notice(say: Localiser, told: OpeningNotice) -> Screen:
    """The same consultation, sent to somebody who hasn't asked for it just now."""
    shown = managed(say, told.managed)
    code = told.managed.code
    topic = f"{REQUEST}{code}" if told.step is None else f"{NEWS}-{code}"
    return Screen(Html(f"{_news(say, told)}\n\n{shown.text}"), shown.rows, topic, fresh=True)


def _news(say: Localiser, told: OpeningNotice) -> Html:
    """What happened, above what there is now."""
    if told.step is None:
        return say.html("manage-news-asked")
    if told.edited:
        return say.html("manage-news-edited")
    who = told.who or say.plain("opening-somebody")
    if told.step.act is SteeringAct.VOIDED:
        return say.html("manage-news-taken-back", who=who, reason=reason(say, told.why))
    if told.asked_again:
        return say.html("manage-news-why", who=who, reason=told.why)
    return say.html("manage-news-decided")
