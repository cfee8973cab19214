"""Corrections of wording that would turn given answers round: two texts that change places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from content.schema.authored import Localised
from content.schema.consultation import Consultation, QuestionKind
from content.typed_words import as_written, folded

Places = dict[tuple[str, ...], Localised]


def exchanged(
    new: Consultation, in_force: Consultation, formers: Iterable[Consultation]
) -> str | None:
    """The first text of ``new`` that people have seen at another place; None if there is none.

    Answers keep the keys of questions and options, so a text that moves to another key takes the
    answers given there. The places are the options of one question, the questions of one kind, and
    the ends of one scale. ``formers`` are the versions people may have seen, ``in_force`` among
    them; a text that stays as it is in force is never refused.
    """
    seen = [in_force, *formers]
    for at, group in enumerate(_groups(new)):
        now = _at(in_force, at)
        for place, text in group.items():
            for language, said in text.root.items():
                if place not in now or _same(said, now[place].root.get(language, "")):
                    continue
                if any(_elsewhere(_at(one, at), place, language, said) for one in seen):
                    return said
    return None


def _at(consultation: Consultation, at: int) -> Places:
    return next((group for n, group in enumerate(_groups(consultation)) if n == at), {})


def _groups(consultation: Consultation) -> Iterator[Places]:
    """Texts that could change places, by what answers keep of them. In versions of one structure
    the groups are the same, in the same order."""
    for kind in QuestionKind:
        yield {(q.key,): q.text for q in consultation.questions if q.kind is kind}
    for q in consultation.questions:
        yield {(q.key, option.key): option.label for option in q.options}
        if q.scale is not None:
            ends = q.scale.lowest_label, q.scale.highest_label
            yield dict(zip(((q.key, "lowest"), (q.key, "highest")), ends, strict=True))


def _elsewhere(former: Places, place: tuple[str, ...], language: str, said: str) -> bool:
    """Whether this was the text of another place, and not also of this one."""
    if place not in former or _same(said, former[place].root.get(language, "")):
        return False
    return any(_same(said, text.root.get(language, "")) for text in former.values())


def _same(one: str, other: str) -> bool:
    return (folded(one) or as_written(one)) == (folded(other) or as_written(other))
