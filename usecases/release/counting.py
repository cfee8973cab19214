"""Counting the answers to a consultation: true numbers, which nobody is shown as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content.schema.consultation import Consultation, QuestionKind
from engagement.insight.summary import Counts, counted, option_keys
from engagement.insight.ward_numbers import in_tens
from engagement.insight.ward_tables import InWards
from storage.insight import counts, ward_counts
from storage.insight.counts import OnlyWords
from usecases.people.words_of_danger import holds_danger
from usecases.release.places import sent_places
from usecases.world import Transaction, World


def wards_of(world: World, consultation: Consultation) -> Iterable[str]:
    """All wards whose people may answer. If none is listed, these are all there are and were, so
    that no ward is there because somebody has answered."""
    before = (code for code, ward in world.known_wards.items() if ward.vintage <= world.vintage)
    return consultation.wards or dict.fromkeys((*world.library.wards, *before))


async def count(tx: Transaction, world: World, consultation: Consultation) -> Counts:
    """Everything that is counted of the answers to a consultation."""
    found = await _people(tx, world, consultation)
    sent = sent_places(world, consultation, found.chosen)
    kinds = {q.key for q in consultation.questions if q.kind is QuestionKind.PLACE}
    of_places = {key: sum(n for (q, _), n in found.chosen.items() if q == key) for key in kinds}
    return counted(
        consultation,
        wards=wards_of(world, consultation),
        by_ward=found.by_ward,
        answered={**found.answered, **of_places},
        chosen=found.chosen,
        places=sent,
        asked=await _asked_all(tx, consultation),
    )


async def count_in_wards(tx: Transaction, consultation: Consultation) -> InWards:
    """The same by ward, of the questions that have options to choose. Nobody who is left out of the
    other counts has chosen one."""
    asked = [q for q in consultation.questions if option_keys(q)]
    several = [q.key for q in asked if q.kind is QuestionKind.SEVERAL]
    found = await ward_counts.count_by_ward(
        tx, consultation.slug, [q.key for q in asked], several=several
    )
    return InWards(found.answered, found.chosen)


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many people answered, by ward, by question, and by (question, option)."""

    by_ward: Mapping[str, int]
    answered: Mapping[str, int]
    chosen: Mapping[tuple[str, str], int]


async def _asked_all(tx: Transaction, consultation: Consultation) -> int | None:
    """How many of those who are counted are asked more than the short form; None where there is
    none."""
    if consultation.short_form is None:
        return None
    left_out = sum(not one.short for one in await _left_out(tx, consultation))
    return await counts.count_asked_all(tx, consultation.slug) - left_out


async def people_by_ward(
    tx: Transaction, world: World, consultation: Consultation
) -> Mapping[str, int]:
    """How many of the people who are counted answered, by ward."""
    return (await _people(tx, world, consultation)).by_ward


async def on_shared_phones(tx: Transaction, world: World, consultation: Consultation) -> int | None:
    """How many people answered on somebody else's phone, in tens, who are in no other number. None
    where they come from too few phones: each household knows its own."""
    phones, only_words = await counts.phones_shared(tx, consultation.slug, _deletable(consultation))
    for one in _with_nothing(only_words):
        phones.pop(one.resident, None)
    if len({*phones.values()}) < world.thresholds.smallest_cell:
        return None
    return in_tens(len(phones), world.thresholds)


async def _people(tx: Transaction, world: World, consultation: Consultation) -> _Counted:
    """How many people answered on their own phones: those of whom an export has an answer. Of
    who gave nothing but words of danger, or words or places that were deleted, it has none, with a
    comment or without, as if they had skipped; counted next to the rows they would stand out."""
    by_ward = Counter(await counts.count_wards(tx, consultation.slug))
    answered = Counter(await counts.count_answered(tx, consultation.slug))
    chosen = Counter(await counts.count_chosen(tx, consultation.slug))
    only_words = await _left_out(tx, consultation)
    for one in only_words:
        by_ward[one.ward] -= 1
        answered.subtract(one.texts.keys())
    # Without the wards of which nobody is left.
    return _Counted(+by_ward, +answered, +chosen)


async def _left_out(tx: Transaction, consultation: Consultation) -> list[OnlyWords]:
    """Those who gave nothing but words of danger, or what was deleted."""
    texts = _deletable(consultation)
    return _with_nothing(await counts.answered_only_in_words(tx, consultation.slug, texts))


def _deletable(consultation: Consultation) -> list[str]:
    kinds = (QuestionKind.TEXT, QuestionKind.PLACE)
    return [q.key for q in consultation.questions if q.kind in kinds]


def _with_nothing(found: Iterable[OnlyWords]) -> list[OnlyWords]:
    return [o for o in found if all(not text or holds_danger(text) for text in o.texts.values())]
