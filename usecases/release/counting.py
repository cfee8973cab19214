"""Counting the answers to a consultation: true numbers, which nobody is shown as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content.schema.consultation import Consultation, QuestionKind
from engagement.insight.summary import Counts, counted
from storage.insight import counts
from storage.insight.counts import OnlyWords
from usecases.people.words_of_danger import holds_danger
from usecases.release.places import sent_places
from usecases.release.shared_phones import FromSharedPhones, shared_in
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
        asked=await _asked_all(tx, consultation, found.shared),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many people answered, by ward, by question, and by (question, option)."""

    by_ward: Mapping[str, int]
    answered: Mapping[str, int]
    chosen: Mapping[tuple[str, str], int]
    shared: FromSharedPhones


async def _asked_all(
    tx: Transaction, consultation: Consultation, shared: FromSharedPhones
) -> int | None:
    """How many of those who are counted are asked more than the short form; None where there is
    none."""
    if consultation.short_form is None:
        return None
    left_out = sum(not one.short for one in await _left_out(tx, consultation))
    left_out += sum(not one.short for one in shared.apart)
    return await counts.count_asked_all(tx, consultation.slug) - left_out


async def people_by_ward(
    tx: Transaction, world: World, consultation: Consultation
) -> Mapping[str, int]:
    """How many of the people who are counted answered, by ward."""
    return (await _people(tx, world, consultation)).by_ward


async def on_shared_phones(
    tx: Transaction, world: World, consultation: Consultation
) -> tuple[int, int]:
    """How many of the people who are counted answered on somebody else's phone, and how many others
    did, who are not counted in the table."""
    shared = (await _people(tx, world, consultation)).shared
    return shared.kept, len(shared.apart)


async def _people(tx: Transaction, world: World, consultation: Consultation) -> _Counted:
    """How many people answered: those of whom an export has an answer. Of
    who gave nothing but words of danger, or words or places that were deleted, it has none, with a
    comment or without, as if they had skipped; counted next to the rows they would stand out.
    Answers from shared phones by which a number would rest on few phones stay out too."""
    by_ward = Counter(await counts.count_wards(tx, consultation.slug))
    answered = Counter(await counts.count_answered(tx, consultation.slug))
    chosen = Counter(await counts.count_chosen(tx, consultation.slug))
    only_words = await _left_out(tx, consultation)
    for one in only_words:
        by_ward[one.ward] -= 1
        answered.subtract(one.texts.keys())
    all_of_them = (by_ward, answered, chosen)
    nobody = {one.resident for one in only_words}
    shared = await shared_in(tx, world, consultation, all_of_them, nobody)
    for apart in shared.apart:
        by_ward[apart.ward] -= 1
        answered.subtract(apart.questions)
        chosen.subtract(apart.chosen)
    # Without the wards of which nobody is left.
    return _Counted(+by_ward, +answered, +chosen, shared)


async def _left_out(tx: Transaction, consultation: Consultation) -> list[OnlyWords]:
    """Those who gave nothing but words of danger, or what was deleted."""
    deletable = (QuestionKind.TEXT, QuestionKind.PLACE)
    texts = [q.key for q in consultation.questions if q.kind in deletable]
    found = await counts.answered_only_in_words(tx, consultation.slug, texts)
    return [o for o in found if all(not text or holds_danger(text) for text in o.texts.values())]
