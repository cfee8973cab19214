"""One line of a file of answers: what a response holds, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content.schema.authored import local
from content.schema.consultation import Consultation, Question, QuestionKind
from content.schema.council import Ward
from engagement.consultations.shared_phone import Mode
from engagement.consultations.survey import labels
from engagement.consultations.values import VoiceNote
from engagement.people.national_grid import square_of
from engagement.people.personal_data import signs_of_personal_data
from storage.insight.response_pages import ExportedResponse

NOT_WRITTEN_DOWN = "(a voice note that nobody has written down)"
NOT_FETCHED = "(a voice note that could not be fetched)"


def _began_on(response: ExportedResponse, zone: str) -> str:
    """The day on which it was begun. Not of an answer from a shared phone: with the ward, the same
    day tells which of them are of one household."""
    if response.mode == Mode.SHARED_PHONE:
        return ""
    return local(response.started_at, zone).date().isoformat()


def row_of(
    wards: Mapping[str, Ward], zone: str, consultation: Consultation, response: ExportedResponse
) -> tuple[str, ...]:
    """The cells of this response, in the order of the file's columns."""
    ward = wards.get(response.ward)
    cells = [
        response.number,
        response.ward,
        ward.name if ward else "",
        str(response.vintage),
        response.state.value,
        response.mode,
        _began_on(response, zone),
        ", ".join(signs_of_personal_data(_own_words(consultation, response))),
    ]
    if consultation.short_form is not None:
        cells.append("short" if response.short else "whole")
    for question in consultation.questions:
        cells += _cells(question, response)
    return tuple(cells)


def _own_words(consultation: Consultation, response: ExportedResponse) -> Iterator[str]:
    """Everything in a response that its author typed."""
    for question in consultation.questions:
        yield from response.comments.get(question.key, ())
        if question.kind is QuestionKind.TEXT:
            yield str(response.values.get(question.key) or "")


def _cells(question: Question, response: ExportedResponse) -> list[str]:
    value = response.values.get(question.key)
    said = " / ".join(response.comments.get(question.key, ()))
    if question.kind is QuestionKind.RANKING:
        order = value if isinstance(value, tuple) else ()
        keys = [option.key for option in question.options]
        return [*(str(order.index(k) + 1) if k in order else "" for k in keys), said]
    if question.kind is QuestionKind.SEVERAL:
        chosen = value if isinstance(value, tuple) else ()
        ticks = ["" if value is None else str(int(o.key in chosen)) for o in question.options]
        return [*ticks, said]
    if isinstance(value, VoiceNote):
        return [NOT_FETCHED if value.is_lost else NOT_WRITTEN_DOWN]
    text = "" if value is None else ", ".join(labels(question, value, "en"))
    if question.kind is QuestionKind.PLACE:
        return [text, square_of(text), said]
    return [text] if question.kind is QuestionKind.TEXT else [text, said]
