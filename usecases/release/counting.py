"""Counting the answers to a consultation: true numbers, which nobody is shown as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from content.schema.consultation import Consultation, QuestionKind
from engagement.insight.summary import Counts, counted
from storage.insight import counts
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
    by_ward, answered = await people(tx, consultation)
    chosen = await counts.count_chosen(tx, consultation.slug)
    sent = sent_places(world, consultation, chosen)
    kinds = {q.key for q in consultation.questions if q.kind is QuestionKind.PLACE}
    of_places = {key: sum(n for (q, _), n in chosen.items() if q == key) for key in kinds}
    return counted(
        consultation,
        wards=wards_of(world, consultation),
        by_ward=by_ward,
        answered={**answered, **of_places},
        chosen=chosen,
        places=sent,
        asked=await _asked_all(tx, consultation),
    )


async def _asked_all(tx: Transaction, consultation: Consultation) -> int | None:
    """How many of those who are counted are asked more than the short form; None where there is
    none."""
    if consultation.short_form is None:
        return None
    left_out = sum(not one.short for one in await _left_out(tx, consultation))
    return await counts.count_asked_all(tx, consultation.slug) - left_out


async def people(
    tx: Transaction, consultation: Consultation
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many people answered, by ward and by question: those of whom an export has an answer. Of
    who gave nothing but words of danger, or words or places that were deleted, it has none, with a
    comment or without, as if they had skipped; counted next to the rows they would stand out."""
    by_ward = Counter(await counts.count_wards(tx, consultation.slug))
    answered = Counter(await counts.count_answered(tx, consultation.slug))
    for one in await _left_out(tx, consultation):
        by_ward[one.ward] -= 1
        answered.subtract(one.texts.keys())
    return +by_ward, +answered  # without the wards of which nobody is left


async def _left_out(tx: Transaction, consultation: Consultation) -> list[OnlyWords]:
    """Those who gave nothing but words of danger, or what was deleted."""
    deletable = (QuestionKind.TEXT, QuestionKind.PLACE)
    texts = [q.key for q in consultation.questions if q.kind in deletable]
    found = await counts.answered_only_in_words(tx, consultation.slug, texts)
    return [o for o in found if all(not text or holds_danger(text) for text in o.texts.values())]
