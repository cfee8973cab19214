"""Checks that a council's files agree with one another, after each was checked on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import datetime
from pathlib import PurePath

from content import postcodes
from content.branch_problems import branch_problems
from content.council_files import BoardFile, Sheets, WardFile
from content.election_days import hold_at_opening, in_words
from content.located_yaml import Document, FieldPath, Sheet, show
from content.problems import Problem
from content.schema.authored import Localised, local
from content.schema.consultation import Consultation, Question
from content.schema.council import Council
from content.schema.opening import LONGEST_OTHER_WAYS
from content.schema.plan import Plan
from content.schema.question import SEVERAL_KEYS, is_standard
from content.typed_words import characters, room
from content.unreachable import never_reached
from content.words import languages_with_words

LONGEST_OPTION = 100
"""Characters in one option: all of a question's are read in one message, the chosen ones twice."""


def disagreements(sheets: Sheets, now: datetime | None = None) -> Iterator[Problem]:
    """Everything the files disagree on; checks that need a broken file are left out.

    A consultation that had opened by ``now`` may be in a hold: an election was called meanwhile.
    """
    council = sheets.council.value if sheets.council else None
    whole = [found.wards for found in sheets.vintages if found.wards is not None]
    complete = len(whole) == len(sheets.vintages)
    known = {ward.code for sheet in whole for ward in sheet.value.wards} if complete else None
    whole_plans = [sheet for sheet in sheets.plans if sheet is not None]
    if sheets.council:
        yield from of_council(sheets.council)
        yield from of_holds(sheets.council, known)
    if sheets.in_force.wards:
        yield from of_wards(sheets.in_force.wards, council.vintage if council else None)
    for other in sheets.others:
        if other.wards:
            yield from of_wards(other.wards, other.year)
    if sheets.boards:
        yield from of_boards(sheets.boards, known)
    yield from of_plans(whole_plans, known)
    plans = None if None in sheets.plans else tuple(sheet.value for sheet in whole_plans)
    for sheet in sheets.consultations:
        if sheet is not None:
            yield from of_consultation(sheet, council=council, wards=known, plans=plans, now=now)
    for found in sheets.vintages:
        if found.postcodes is not None and found.wards is not None:
            own = {ward.code for ward in found.wards.value.wards}
            yield from postcodes.unknown_wards(found.postcodes, own)


def of_council(sheet: Sheet[Council]) -> Iterator[Problem]:
    """Problems with a council's languages and those of its privacy notice."""
    document, council = sheet.document, sheet.value
    if "en" not in council.languages:
        yield document.problem(("languages",), "expected en among them: others fall back to it")
    fields = ((("languages", at), code) for at, code in enumerate(council.languages))
    yield from _each_once(document, fields, set())
    for at, language in enumerate(council.languages):
        if language not in languages_with_words():
            known = ", ".join(languages_with_words())
            expected = f"expected a language that has words in content/words ({known})"
            yield document.problem(("languages", at), expected, show(language))
        elif language not in council.privacy.body.root:
            expected = f"expected a text in {language} too, a language of this council"
            yield document.problem(("privacy", "body"), expected)
    for language in council.language_checks:
        if language not in council.languages:
            expected = "expected a language of council.yaml"
            yield document.problem(("language_checks", language), expected, show(language))
    texts: list[tuple[FieldPath, Localised]] = [(("privacy", "body"), council.privacy.body)]
    yield from _spoken(document, texts, council)


def of_holds(sheet: Sheet[Council], known: Set[str] | None) -> Iterator[Problem]:
    """The wards that holds before an election name."""
    for at, hold in enumerate(sheet.value.holds):
        yield from _ward_codes(sheet.document, ("holds", at, "wards"), hold.wards, known, set())


def of_wards(sheet: Sheet[WardFile], vintage: int | None) -> Iterator[Problem]:
    """Each ward once, all of one vintage: the council's, in the file that is in force."""
    wards = sheet.value.wards
    codes = ((("wards", at, "code"), ward.code) for at, ward in enumerate(wards))
    yield from _each_once(sheet.document, codes, set())
    if vintage is None:
        return
    expected = f"expected the council's vintage, {vintage}"
    wrong: dict[FieldPath, int] = {}
    for at, ward in enumerate(wards):
        if ward.vintage != vintage:
            own = ("wards", at, "vintage")
            wrong[own if own in sheet.document.lines else ("vintage",)] = ward.vintage
    for path, vintage in wrong.items():
        yield sheet.document.problem(path, expected, show(vintage))


def of_boards(sheet: Sheet[BoardFile], known: Set[str] | None) -> Iterator[Problem]:
    """Boards have unique slugs, and a ward has at most one board."""
    document, boards = sheet.document, sheet.value.boards
    slugs = ((("boards", at, "slug"), board.slug) for at, board in enumerate(boards))
    yield from _each_once(document, slugs, set())
    led: set[str] = set()
    for at, board in enumerate(boards):
        path = ("boards", at, "wards")
        yield from _ward_codes(document, path, board.wards, known, led)


def of_plans(sheets: Iterable[Sheet[Plan]], known: Set[str] | None) -> Iterator[Problem]:
    """Slugs of themes and commitments are unique in a council; a plan uses its own themes."""
    themes: set[str] = set()
    commitments: set[str] = set()
    for sheet in sheets:
        document, plan = sheet.document, sheet.value
        yield from _file_is_slug(document, plan.slug)
        yield from _ward_codes(document, ("wards",), plan.wards, known, set())
        slugs = ((("themes", at, "slug"), theme.slug) for at, theme in enumerate(plan.themes))
        yield from _each_once(document, slugs, themes)
        slugs = ((("commitments", at, "slug"), c.slug) for at, c in enumerate(plan.commitments))
        yield from _each_once(document, slugs, commitments)
        yield from _commitments(document, plan, known)
        for at, place in enumerate(plan.places):
            path = ("places", at, "nearest")
            yield from _ward_codes(document, path, place.nearest, known, set())


def _commitments(document: Document, plan: Plan, known: Set[str] | None) -> Iterator[Problem]:
    """The themes, priorities, measures and wards that a plan's commitments name."""
    measured = {c.slug for c in plan.commitments if c.measures}
    priorities = {theme.slug: {p.slug for p in theme.priorities} for theme in plan.themes}
    for at, commitment in enumerate(plan.commitments):
        path = ("commitments", at)
        yield from _ward_codes(document, (*path, "wards"), commitment.wards, known, set())
        theme, priority = commitment.theme, commitment.priority
        if theme is not None and theme not in priorities:
            expected = "expected the slug of a theme of this plan"
            yield document.problem((*path, "theme"), expected, show(theme))
        elif priority is not None and priority not in priorities.get(theme or "", set()):
            expected = "expected the slug of a priority of the commitment's theme"
            yield document.problem((*path, "priority"), expected, show(priority))
        holder = commitment.measures_of
        if holder is not None and (commitment.measures or holder not in measured):
            expected = "expected the slug of a commitment of this plan that has the measures"
            yield document.problem((*path, "measures_of"), expected, show(holder))


def of_consultation(
    sheet: Sheet[Consultation],
    *,
    council: Council | None,
    wards: Set[str] | None,
    plans: tuple[Plan, ...] | None,
    now: datetime | None = None,
) -> Iterator[Problem]:
    """A consultation's wards, plan, theme, languages and options; None skips that check."""
    document, consultation = sheet.document, sheet.value
    yield from _file_is_slug(document, consultation.slug)
    yield from _ward_codes(document, ("wards",), consultation.wards, wards, set())
    if plans is not None:
        yield from _references(sheet, plans)
    if council is not None:
        yield from _spoken(document, _texts(consultation), council)
        if now is None or now < consultation.opens_at:
            yield from _opens_in_a_hold(sheet, council)
        yield from _declared(sheet, council)
    for path, question in _written(consultation):
        yield from _options(document, path, question)
        if council is not None:
            yield from _recorded_in(document, path, question, council)
    yield from _branches(document, consultation)


def _opens_in_a_hold(sheet: Sheet[Consultation], council: Council) -> Iterator[Problem]:
    """A consultation may not open before an election in one of its wards."""
    hold = hold_at_opening(sheet.value, council)
    if hold is not None:
        opens = local(sheet.value.opens_at, council.timezone).date()
        expected = f"expected a day that isn't in the hold before an election, {in_words(hold)}"
        yield sheet.document.problem(("opens_at",), expected, show(opens.isoformat()))


def _declared(sheet: Sheet[Consultation], council: Council) -> Iterator[Problem]:
    """The languages it is declared to be in, and the ways without Telegram that it names."""
    document, consultation = sheet.document, sheet.value
    for at, language in enumerate(consultation.languages):
        if language not in council.languages:
            expected = "expected a language of council.yaml"
            yield document.problem(("languages", at), expected, show(language))
    ways, other = consultation.without_telegram, consultation.other_ways
    if ways is None or other is None:
        return
    for language, text in other.root.items():
        if room(text) > LONGEST_OTHER_WAYS:
            expected = (
                f"expected at most {LONGEST_OTHER_WAYS} characters: every invitation has them"
            )
            yield document.problem(("other_ways", language), expected, str(room(text)))
    for named in ways.in_words:
        for language, text in other.root.items():
            if named not in text.replace("\xa0", " "):
                expected = f"expected it to name {named}, which is under without_telegram"
                yield document.problem(("other_ways", language), expected)


def _references(sheet: Sheet[Consultation], plans: tuple[Plan, ...]) -> Iterator[Problem]:
    document, consultation = sheet.document, sheet.value
    if consultation.plan is not None and consultation.plan not in {plan.slug for plan in plans}:
        yield document.problem(
            ("plan",), "expected the slug of a plan in plans/", show(consultation.plan)
        )
        return
    meant = [plan for plan in plans if consultation.plan in (None, plan.slug)]
    themes = {theme.slug for plan in meant for theme in plan.themes}
    if consultation.theme is not None and consultation.theme not in themes:
        expected = "expected the slug of a theme of the plan"
        yield document.problem(("theme",), expected, show(consultation.theme))


def _options(document: Document, path: FieldPath, question: Question) -> Iterator[Problem]:
    if question.max_choices is not None and question.max_choices > len(question.options):
        expected = f"expected at most {len(question.options)}, the number of options"
        yield document.problem((*path, "max_choices"), expected, show(question.max_choices))
    labels: set[str] = set()
    for at, option in enumerate(question.options):
        field = (*path, "options", at)
        if option.exclusive and question.kind not in SEVERAL_KEYS:
            expected = "expected exclusive only in a question of kind several or ranking"
            yield document.problem((*field, "exclusive"), expected)
        yield from _each_once(document, [((*field, "label"), option.label.say("en"))], labels)
        for language, label in option.label.root.items():
            if characters(label) > LONGEST_OPTION:
                expected = f"expected at most {LONGEST_OPTION} characters in an option"
                found = f"{characters(label)} in {language}"
                yield document.problem((*field, "label", language), expected, found)


def _recorded_in(
    document: Document, path: FieldPath, question: Question, council: Council
) -> Iterator[Problem]:
    """Recordings are in languages that the council speaks."""
    for name, listen in question.recorded:
        for language in listen:
            if language not in council.languages:
                expected = "expected a language of council.yaml"
                yield document.problem(
                    (*path, *name.split("."), language), expected, show(language)
                )


def _written(consultation: Consultation) -> Iterator[tuple[FieldPath, Question]]:
    """Every question that is in the file, with its place there."""
    written = [q for q in consultation.questions if q.reason_for is None]
    return ((("questions", at), question) for at, question in enumerate(written))


def _branches(document: Document, consultation: Consultation) -> Iterator[Problem]:
    places = {question.key: path for path, question in _written(consultation)}
    found = [*branch_problems(consultation)] or never_reached(consultation)
    for wrong in found:
        path = (*places.get(wrong.question.key, ("questions",)), wrong.field)
        yield document.problem(path, wrong.expected, show(getattr(wrong.question, wrong.field)))


def _texts(consultation: Consultation) -> Iterator[tuple[FieldPath, Localised]]:
    for name in ("title", "purpose", "can_change", "decided_by", "other_ways"):
        text: Localised | None = getattr(consultation, name)
        if text is not None:
            yield (name,), text
    for path, question in _written(consultation):
        yield (*path, "text"), question.text
        if question.learn is not None:
            yield (*path, "learn", "text"), question.learn.text
            if question.learn.picture is not None:
                yield (*path, "learn", "picture", "alt"), question.learn.picture.alt
        if isinstance(question.reason, Localised):
            yield (*path, "reason"), question.reason
        for number, option in enumerate(question.options):
            if not is_standard(option):
                yield (*path, "options", number, "label"), option.label
        if question.scale is not None:
            yield (*path, "scale", "lowest_label"), question.scale.lowest_label
            yield (*path, "scale", "highest_label"), question.scale.highest_label


def _spoken(
    document: Document, texts: Iterable[tuple[FieldPath, Localised]], council: Council
) -> Iterator[Problem]:
    for path, text in texts:
        for language in text.root:
            if language not in council.languages:
                expected = "expected a language of council.yaml"
                yield document.problem((*path, language), expected, show(language))


def _ward_codes(
    document: Document,
    path: FieldPath,
    codes: tuple[str, ...],
    known: Set[str] | None,
    seen: set[str],
) -> Iterator[Problem]:
    yield from _each_once(document, (((*path, at), code) for at, code in enumerate(codes)), seen)
    for at, code in enumerate(codes):
        if known is not None and code not in known:
            yield document.problem((*path, at), "expected a ward code of wards.yaml", show(code))


def _each_once(
    document: Document, fields: Iterable[tuple[FieldPath, str]], seen: set[str]
) -> Iterator[Problem]:
    for path, value in fields:
        if value in seen:
            yield document.problem(path, "expected each once", f"{show(value)} again")
        seen.add(value)


def _file_is_slug(document: Document, slug: str) -> Iterator[Problem]:
    name = PurePath(document.file).stem
    if slug != name:
        expected = f"expected the file's own name, {name}"
        yield document.problem(("slug",), expected, show(slug))
