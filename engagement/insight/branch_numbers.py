"""How many people a branch was asked of, as a reader knows it from the question it hangs on.

It follows from what is published of that question alone. So a branch that is shown as part of this
number tells nothing more about how many gave which answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.hangs_on import Branch, Leads
from engagement.insight.joining import Measures
from engagement.insight.option_numbers import Base, PublishedQuestion, numbers_behind
from engagement.insight.ward_numbers import NOBODY, Between, whole_alone


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown of a question, and what a reader knows of those who answered it."""

    kind: QuestionKind
    shown: PublishedQuestion
    base: Base


@dataclass(frozen=True, slots=True)
class Part:
    """Those who both gave an answer that ``led`` to a branch and ``chose`` more than a short form,
    of ``people`` who took part."""

    led: Between
    chose: Between
    people: Between

    @property
    def both(self) -> Between:
        """The fewest and the most who may have been asked."""
        others = self.people.most - self.chose.least
        return Between(max(0, self.led.least - others), min(self.led.most, self.chose.most))

    def leaves(self, cell: int) -> range:
        """The numbers of the branch next to which each other part is a cell at least, if nobody
        skipped it: who gave the other answer, who chose the short form, and who did both."""
        fewest = self.led.most + self.chose.most + cell - self.people.least
        most = min(self.led.least, self.chose.least) - cell
        return range(max(0, fewest), most + 1)


def chose_more(asked: int | None, people: Between, thresholds: Thresholds) -> Between | None:
    """How many of ``people`` chose more than a short form, as far as a reader knows; None where
    everybody was asked or nearly everybody chose it.

    The number is told only where at least a cell did not, and so many did that an answered question
    still leaves open how few of them skipped it.
    """
    cell = thresholds.smallest_cell
    if asked is None or people.least - asked < cell:
        return None
    told = whole_alone(asked, thresholds)
    lowest = cell + Measures.of(thresholds).narrowest
    if told.least >= lowest:
        return told
    return Between(0, min(whole_alone(lowest - 1, thresholds).most, people.least - cell))


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
        # A square and a ward are places: a condition looks at whether there is one.
        keys = ("",) if parent.kind is QuestionKind.PLACE else option.keys
        found = numbers_behind(option, parent.kind, parent.base, thresholds)
        whole, part = Between(found[0], found[-1]), Between(0, found[-1])
        if branch.always.issuperset(keys):
            led += whole
        elif (branch.always | branch.sometimes).isdisjoint(keys):
            others += whole
        else:
            led, others = led + part, others + part
    return Between(led.least, min(led.most, base.most)), Between(
        others.least, min(others.most, base.most)
    )
