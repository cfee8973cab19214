"""What a resident sees of a consultation: one question at a time, then the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from content.duration import minutes
from content.schema.consultation import Consultation, Question
from engagement.consultations.branching import at_most, offered, path
from engagement.consultations.late import AfterClose, Timing
from engagement.consultations.refusals import NoLongerAsked
from engagement.consultations.survey import Value
from engagement.consultations.typed_labels import numbered
from engagement.consultations.values import is_lost
from engagement.errors import OldButton
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.consultations.learnt import stands_before
from usecases.people.words_of_danger import unquoted_texts
from usecases.world import World


@dataclass(frozen=True, slots=True)
class Step:
    """One question as this resident sees it now, with the options they are offered.

    ``place`` counts the consultation's questions from 0, ``number`` those this resident is asked
    from 1. ``total`` is how many they are asked; at most, where the answers to come decide it
    (``up_to``)."""

    consultation: Consultation
    code: int
    question: Question
    place: int
    number: int
    total: int
    up_to: bool = False
    value: Value | None = None
    comment_kept: bool = False
    added: bool = False  # words were added to the text answer given before
    changed: bool = False  # an edited message has changed an answer
    ticked: bool = False  # some of several choices were typed
    after_news: bool = False  # shown again, because news came after it and before an answer
    after_others: bool = False  # the same, because of anything else
    quoted: bool = True  # the value may be shown
    learning: bool = False  # what there is to learn comes first
    seen_before: bool = False  # that was left just now, with its picture: it is shown again
    comes_now: bool = False  # something was typed before the question was shown
    not_recorded: bool = False  # they asked to hear what there is no recording of
    aloud: Question | None = None  # answered in a voice note just now
    unseen: tuple[Question, Value] | None = None  # answered before it was in the chat
    instead: tuple[Question, Value] | None = None  # an answer put right just now, and how
    after_close: AfterClose | None = None  # it has closed


@dataclass(frozen=True, slots=True)
class Receipt:
    """The end of a consultation. ``answered`` is the number of questions with an answer that
    counts, of those asked in all (``total``); ``after_close`` is set where it has closed, and
    ``late`` is how many came after that. After a short form ``rest`` is how many more questions
    there are, and for how many minutes. ``added`` says that words were added to an answer,
    ``changed`` that an edited message has changed one, ``comment_kept`` that words became a
    comment, ``asks_weekly`` that these are their first answers and they haven't said yet how many
    messages a week they want, ``offers_equality`` that they are asked, for the only time, whether
    they want to say something of themselves."""

    consultation: Consultation
    code: int
    answered: int
    total: int
    receipt: str
    added: bool = False
    changed: bool = False
    comment_kept: bool = False
    asks_weekly: bool = False
    offers_equality: bool = False
    unseen: tuple[Question, Value] | None = None  # answered before it was in the chat
    instead: tuple[Question, Value] | None = None  # an answer put right just now, and how
    late: int = 0
    rest: tuple[int, int] | None = None
    aloud: Question | None = None  # answered in a voice note just now
    after_close: AfterClose | None = None


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """How much time has this resident: for the ``short`` form, or for all questions?"""

    consultation: Consultation
    code: int
    short: Consultation


def form_question(world: World, code: int) -> FormQuestion | None:
    """The choice of a form; None where there is no short form. Raises OldButton."""
    consultation = world.consultation_coded(code).consultation
    short = consultation.short_form
    return None if short is None else FormQuestion(consultation, code, short)


def asked_in(found: Published, response: Response) -> Published:
    """The consultation as this resident is asked it: the short form alone, if they chose that."""
    short = found.consultation.short_form if response.short else None
    return found if short is None else replace(found, consultation=short)


def where_now(world: World, found: Published, response: Response) -> Step | Receipt:
    """The question this response is at, or its receipt; that too once no answer is taken."""
    after = response.after_close
    if response.position is None or (after is not None and after.next is Timing.CLOSED):
        return receipt_of(world, found.consultation, response)
    position = reached(found.consultation, response)
    return step_at(world, found.consultation, position, response)


def nothing_given(response: Response) -> Response:
    """The response where nothing was answered just now: a move, or a look."""
    after = response.after_close
    return response if after is None else replace(response, after_close=replace(after, given=False))


def receipt_of(world: World, consultation: Consultation, response: Response) -> Receipt:
    """The receipt of this response as it is now."""
    return Receipt(
        consultation,
        world.loaded.consultation_codes[response.consultation],
        sum(not is_lost(value) for value in response.values.values()),
        len(path(consultation, response.given).keys),
        response.receipt,
        late=sum(not is_lost(value) for value in response.late.values()),
        rest=_rest(world, response),
        after_close=response.after_close,
    )


def _rest(world: World, response: Response) -> tuple[int, int] | None:
    """How many questions the short form leaves out, and how many minutes more they take."""
    known = world.loaded.consultations.get(response.consultation)
    short = None if known is None else known.consultation.short_form
    if known is None or short is None or not response.short:
        return None
    left = len(known.consultation.questions) - len(short.questions)
    return left, max(1, minutes(known.consultation) - minutes(short))


def step_at(world: World, consultation: Consultation, key: str, response: Response) -> Step:
    """The question ``key`` as the author of this response sees it."""
    values = response.given
    asked, most = path(consultation, values).keys, at_most(consultation, key, values)
    return Step(
        consultation,
        world.loaded.consultation_codes[consultation.slug],
        offered(consultation.question(key), values),
        place=[q.key for q in consultation.questions].index(key),
        number=asked.index(key) + 1,
        total=most,
        up_to=most > len(asked),
        value=values.get(key),
        quoted=key not in unquoted_texts(consultation, values),
        learning=stands_before(consultation.question(key), response),
        after_close=response.after_close,
    )


def reached(consultation: Consultation, response: Response) -> str:
    """The question this response is at; the first after the end. Where an answer changed since
    leads past it: the first that has no answer, or the last."""
    found = path(consultation, response.given)
    if response.position is None:
        return found.keys[0]
    if response.position in found.keys:
        return response.position
    return next((key for key in found.keys if key not in found.values), found.keys[-1])


def question_at(consultation: Consultation, place: int) -> Question:
    """The question at this place. Raises OldButton where there is none."""
    if not 0 <= place < len(consultation.questions):
        raise OldButton
    return consultation.questions[place]


def question_meant(found: Published, response: Response, place: int | None) -> Question:
    """The open question, or the one at this place that a message replies to, with the options that
    are offered. Raises OldButton, NoLongerAsked."""
    consultation, values = found.consultation, response.given
    if place is None:
        return offered(consultation.question(response.position or ""), values)
    question = question_at(consultation, place)
    if question.key not in path(consultation, values).keys:
        raise NoLongerAsked
    return offered(question, values)


def asked_at(consultation: Consultation, place: int, values: Mapping[str, Value]) -> Question:
    """The same. Raises OldButton also where it is no longer asked after these answers."""
    question = question_at(consultation, place)
    if question.key not in path(consultation, values).keys:
        raise OldButton
    return question


def buttons_of(question: Question, shown: Question) -> frozenset[int]:
    """The numbers of the buttons of the options shown, and of a scale."""
    keys = {option.key for option in shown.options}
    options = {number for number, option in numbered(question) if option.key in keys}
    scale = question.scale
    points = range(scale.lowest, scale.highest + 1) if scale is not None else ()
    return frozenset(options | {*points})
