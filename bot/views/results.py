"""A consultation's results, as the disclosure rule lets them be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.screens import Button, Rows, Screen, data
from bot.views import places
from bot.views.answers import band_label
from bot.views.localiser import Localiser
from content.schema.consultation import Question, QuestionKind, Scale
from content.words import Html, separator
from engagement.insight.disclosure import PublishedOption, PublishedQuestion
from engagement.insight.released_table import ReleasedTable
from engagement.insight.summary import option_keys
from engagement.insight.ward_numbers import PublishedWards
from usecases.insight.results import AnsweredSoFar, Results, ResultsList

MOST_PLACES = 20
"""The most squares and wards shown of one question: a workbook has them all."""
MOST_NAMED = 12
"""The most wards named in one line."""


def choose(say: Localiser, found: ResultsList) -> Screen:
    """Asks which consultation, for its results or an export."""
    topic = "export" if found.exporting else "results"
    if not found.rows:
        none = "results-choose-none-ward" if found.of_wards else "results-choose-none"
        return Screen(say.html(none), topic=topic)
    verb, key = ("e", "export-choose") if found.exporting else ("r", "results-choose")
    verb = "ru" if found.of_wards else verb
    lines = [say.html(key)]
    rows = []
    for number, (code, consultation, phase) in enumerate(found.rows, start=1):
        title = consultation.title.say(say.language)
        closes = say.closes(consultation.closes_at)
        lines.append(
            say.html("results-row", number=number, title=title, phase=phase.value, closes=closes)
        )
        rows.append((Button(f"{number} {title}", data(verb, code)),))
    return Screen(Html("\n".join(lines)), tuple(rows), topic=topic)


def results(say: Localiser, found: Results) -> Screen:
    """One consultation's results, in the order of its questions."""
    shown, limits = found.published, found.table.limits
    title = found.consultation.title.say(say.language)
    head = [say.html("results-heading", title=title)]
    if shown.about is None:
        least = shown.fewer_than or limits.smallest_cell
        head += [say.html("results-few", least=least), *_of_which_close(say, found)[1:]]
        head += shared_phones(say, found.table)
        return Screen(Html("\n".join(head)), back(say, found), "results")
    head.append(say.html("results-about", people=say.between(shown.about, shown.about_to)))
    head += [*_of_which_close(say, found), *shared_phones(say, found.table)]
    parts = ["\n".join(head)]
    numbered = enumerate(zip(found.consultation.questions, shown.questions, strict=True))
    least = limits.smallest_cell
    parts += ["\n".join(_question_in_form(say, found, n + 1, q, p)) for n, (q, p) in numbered]
    if shown.wards.rows:
        parts.append("\n".join(_wards(say, shown.wards)))
    parts.append(say.html("results-note", rounding=limits.rounding, least=least))
    return Screen(
        Html("\n\n".join(parts)),
        (
            *_maps(say, found),
            *_themselves(say, found),
            *_wards_alone(say, found),
            *back(say, found),
        ),
        "results",
    )


def _maps(say: Localiser, found: Results) -> Rows:
    """A button for each question whose squares can be drawn; of several, with its number."""
    several = len(found.on_a_map) > 1
    return tuple(
        (
            Button(
                say.plain("button-map-of", number=number + 1)
                if several
                else say.plain("button-map"),
                data("rs", found.code, number),
            ),
        )
        for number in found.on_a_map
    )


def _themselves(say: Localiser, found: Results) -> Rows:
    if found.themselves is None:
        return ()
    return ((Button(say.plain("button-results-equality"), data("rp", found.code)),),)


def _wards_alone(say: Localiser, found: Results) -> Rows:
    """The way to the results of one ward, where wards are told apart."""
    if not found.table.by_ward:
        return ()
    return ((Button(say.plain("button-results-ward"), data("rb", found.code, 0)),),)


def _of_which_close(say: Localiser, found: Results) -> list[Html]:
    """Of which close the numbers are, and what isn't in them."""
    final = say.html("results-final")
    if found.earlier_close is None:
        return [final, say.html("results-late", number=say.number(found.table.answered_late))]
    closes = say.closes(found.earlier_close)
    return [final, say.html("results-earlier-close", closes=closes)]


def shared_phones(say: Localiser, table: ReleasedTable) -> list[Html]:
    """How many people answered on shared phones, where that may be told: they are apart."""
    return [say.html("results-shared-apart", people=table.apart)] if table.apart else []


def back(say: Localiser, found: Results | AnsweredSoFar, to: str = "rc") -> Rows:
    """The way back to the list, where there are several."""
    return ((Button(say.plain("button-back"), to),),) if found.several else ()


def ward_names(say: Localiser, codes: Collection[str]) -> dict[str, str]:
    """The names of wards by code, of these boundaries or of former ones. Where two have one name,
    with the year of the boundaries."""
    known = say.world.known_wards
    names = {code: known[code].name if code in known else code for code in codes}
    often = Counter(names.values())
    return {
        code: f"{name} ({known[code].vintage})" if often[name] > 1 and code in known else name
        for code, name in names.items()
    }


def all_of(say: Localiser, names: Mapping[str, str], codes: Collection[str]) -> str:
    """Wards in order of name; many are "all other wards"."""
    if len(codes) > MOST_NAMED:
        return say.plain("results-all-others")
    return say.listed(sorted(names[code] for code in codes))


def _question(
    say: Localiser,
    number: int,
    question: Question,
    shown: PublishedQuestion,
    least: int,
    *,
    is_former: bool,
) -> list[Html]:
    lines = [say.html("results-question", number=number, text=question.text.say(say.language))]
    if is_former:
        lines.append(say.html("results-question-former"))
    if question.relevant is not None:
        lines.append(say.html("results-question-some"))
    if question.kind is QuestionKind.TEXT:
        return [*lines, say.html("results-question-words")]
    if shown.about is None:
        return [*lines, say.html("results-question-few", least=least)]
    key = "results-question-up-to" if shown.up_to else "results-question-about"
    lines.append(say.html(key, people=shown.about))
    if question.kind is QuestionKind.PLACE:
        return [*lines, *_places(say, question, shown.options, least)]
    if not option_keys(question):
        return [*lines, say.html("results-question-typed")]
    if not shown.options:
        return [*lines, *_read_as(say, question), say.html("results-question-alike")]
    return [*lines, *told_options(say, question, shown.options, least)]


def _question_in_form(
    say: Localiser, found: Results, number: int, question: Question, shown: PublishedQuestion
) -> list[Html]:
    """A question, and if it was asked after a short form that, and of how many, where that may be
    told."""
    table = found.table
    least, is_former = table.limits.smallest_cell, question.key in table.former
    lines = _question(say, number, question, shown, least, is_former=is_former)
    if question.short or found.consultation.short_form is None:
        return lines
    if shown.asked is not None:
        return [*lines, say.html("results-question-longer-about", people=shown.asked)]
    if shown.about is None and question.kind is not QuestionKind.TEXT:
        lines = [*lines[:-1], say.html("results-question-too-few")]
    return [*lines, say.html("results-question-longer")]


def told_options(
    say: Localiser, question: Question, options: Iterable[PublishedOption], least: int
) -> list[Html]:
    """The options with their numbers, above them what the numbers are of, and below why they may
    not add up."""
    lines, shown = _read_as(say, question), [*options]
    if question.kind is QuestionKind.RANKING:
        lines.append(say.html("results-question-first"))
    lines += [option_line(say, question, option, least) for option in shown]
    return [*lines, *(say.html(key) for key in sum_notes(question, shown))]


def _places(
    say: Localiser, question: Question, options: Sequence[PublishedOption], least: int
) -> list[Html]:
    """Squares and wards: those that most people sent, where there are many."""
    if not options:
        return [say.html("results-places-none")]
    most = sorted(options, key=lambda o: o.about or 0, reverse=True)[:MOST_PLACES]
    lines = [say.html("results-places-squares", least=least)]
    lines += told_options(say, question, (o for o in options if o in most), least)
    return [*lines, say.html("results-places-more")] if len(options) > MOST_PLACES else lines


def sum_notes(question: Question, options: Sequence[PublishedOption]) -> list[str]:
    """The keys of what is said of percentages: that some which look equal are only about the same,
    and why all together are not 100."""
    notes = ["results-same"] if has_equal_numbers(options) else []
    has_percents = any(option.percent is not None for option in options)
    if question.kind is QuestionKind.SEVERAL and has_percents:
        notes.append("card-note-several")
    elif sum(option.percent or 0 for option in options) not in (0, 100):
        notes.append("card-note-rounded")
    return notes


def _read_as(say: Localiser, question: Question) -> list[Html]:
    """How the options are read: what the ends of a scale mean, and that not everybody was offered
    all of them."""
    lines = [] if question.scale is None else [scale(say, question.scale)]
    if question.choice_filter is not None:
        lines.append(say.html("results-question-offered"))
    return lines


def scale(say: Localiser, of: Scale) -> Html:
    """What the ends of a scale mean."""
    return say.html(
        "question-scale",
        lowest=of.lowest,
        lowest_label=of.lowest_label.say(say.language),
        highest=of.highest,
        highest_label=of.highest_label.say(say.language),
    )


def by_name(names: Mapping[str, str], rows: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Wards and their numbers, in order of name."""
    named = [(names[code], number) for code, number in rows]
    return sorted(named, key=lambda row: (row[0].casefold(), row[0]))


def has_equal_numbers(options: Iterable[PublishedOption]) -> bool:
    """Whether two options are shown with one number. They are rounded: the true ones may differ,
    and that has to be said."""
    often = Counter((o.about, o.percent) for o in options if o.percent is not None)
    return any(count > 1 for count in often.values())


def option_label(say: Localiser, question: Question, option: PublishedOption) -> str:
    """The label of an option, or of several shown together."""
    if question.kind is QuestionKind.PLACE:
        return places.label(say, option.keys)
    return _joined(say, [_label(say, question, key) for key in option.keys])


def option_line(say: Localiser, question: Question, option: PublishedOption, least: int) -> Html:
    """One option, or several shown together, as the disclosure rule allows. Fewer than ``least``
    people have no number."""
    label = option_label(say, question, option)
    if option.percent is not None and option.about is not None:
        return say.html(
            "results-option-percent", label=label, people=option.about, percent=option.percent
        )
    if option.percent is not None:
        share = say.plain("results-percent", percent=option.percent)
        return say.html("results-option-share", label=label, share=share)
    if option.share is not None:
        share = say.plain(f"share-{option.share.value}")
        return say.html("results-option-share", label=label, share=share)
    return say.html("results-option-few", label=label, least=least)


def _label(say: Localiser, question: Question, key: str) -> str:
    for option in question.options:
        if option.key == key:
            return option.label.say(say.language)
    return band_label(say, question, key)


def _joined(say: Localiser, labels: list[str]) -> str:
    *first, last = labels
    return (
        say.plain("results-or", first=separator(say.language).join(first), second=last)
        if first
        else last
    )


def _wards(say: Localiser, shown: PublishedWards) -> list[Html]:
    names = ward_names(say, [*dict(shown.rows), *shown.other_wards])
    lines = [say.html("results-wards")]
    lines += [
        say.html("results-ward", ward=ward, people=about)
        for ward, about in by_name(names, shown.rows)
    ]
    if shown.others is not None:
        others = all_of(say, names, shown.other_wards)
        people = say.between(shown.others, shown.others_to)
        lines.append(say.html("results-wards-others", wards=others, people=people))
    return lines
