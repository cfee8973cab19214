"""How many people a branch was asked of, as a reader knows it from the question it hangs on.

It follows from what is published of that question alone. So a branch that is shown as part of this
number tells nothing more about how many gave which answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.hangs_on import Branch, Leads
from engagement.insight.option_numbers import Base, PublishedQuestion, numbers_behind
from engagement.insight.ward_numbers import NOBODY, Between


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown of a question, and what a reader knows of those who answered it."""

    kind: QuestionKind
    shown: PublishedQuestion
    base: Base


def asked_of(branch: Branch, parent: Told, people: Between, thresholds: Thresholds) -> Between:
    """The fewest and the most who may have been asked, of ``people`` who took part.

    What is shown together may all have led to the branch, or none of it, unless all of it did.
    """
    if parent.kind is QuestionKind.SEVERAL:
        return _ticked(branch, parent, people, thresholds)
    led, others = _led(branch, parent, thresholds)
    match branch.unanswered:
        case Leads.NEVER:
            return led
        case Leads.ALWAYS:
            # All but those whose answers led elsewhere.
            return Between(max(0, people.least - others.most), people.most - others.least)
        case Leads.SOMETIMES:
            return Between(led.least, people.most - others.least)


def _ticked(branch: Branch, parent: Told, people: Between, thresholds: Thresholds) -> Between:
    """Where several could be ticked, one option alone leads to the branch, or nothing is known."""
    one = next((o for o in parent.shown.options if {*o.keys} == branch.always), None)
    most = parent.base.most if branch.unanswered is Leads.NEVER else people.most
    if one is None or branch.unanswered is not Leads.NEVER:
        return Between(0, most)
    found = numbers_behind(one, parent.kind, parent.base, thresholds)
    return Between(found[0], min(found[-1], most))


def _led(branch: Branch, parent: Told, thresholds: Thresholds) -> tuple[Between, Between]:
    """How many answers to the parent led to the branch, and how many led elsewhere."""
    base = Between(parent.base.fewest, parent.base.most)
    if branch.every:
        return base, NOBODY
    if not (branch.always or branch.sometimes):
        return NOBODY, base
    if not parent.shown.options:
        return Between(0, base.most), Between(0, base.most)
    led, others = NOBODY, NOBODY
    for option in parent.shown.options:
        found = numbers_behind(option, parent.kind, parent.base, thresholds)
        whole, part = Between(found[0], found[-1]), Between(0, found[-1])
        if branch.always.issuperset(option.keys):
            led += whole
        elif (branch.always | branch.sometimes).isdisjoint(option.keys):
            others += whole
        else:
            led, others = led + part, others + part
    return Between(led.least, min(led.most, base.most)), Between(
        others.least, min(others.most, base.most)
    )
