"""The reply to /mydata: everything we hold about a person, as a page in their language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import orjson

from bot.screens import PageScreen, Screen
from bot.views import equality
from bot.views.answers import in_words
from bot.views.localiser import Localiser
from content.schema.authored import local
from content.schema.consultation import Question
from content.words import RIGHT_TO_LEFT, own_name
from engagement.broadcasts.delivery import DeliveryState, Reach
from engagement.broadcasts.gate import Weekly
from engagement.consultations.survey import ResponseState
from engagement.consultations.voice import NoteState
from engagement.staff.duties import Duty
from engagement.staff.rights import Role
from reports.my_data_page import Page, Row, page_bytes
from usecases.broadcasts.asked_polls import REASONS
from usecases.operations.my_data import MyData, NothingHeld

FIELDS: Mapping[str, Mapping[str, str]] = {
    "contacts": {
        "chat_id": "chat", "language": "language", "reach": "messages",
        "new_messages": "each-question", "last_heard_at": "last-heard",
        "notice": "notice", "agreed_at": "agreed", "weekly": "weekly",
        "equality_offered": "equality-offered",
    },
    "arrivals": {
        "language": "language", "ward": "ward", "source": "poster", "arrived_at": "when",
        "notice": "notice",
    },
    "leaving": {"asked_at": "when", "without_words": "words-go"},
    "residents": {"ward": "ward", "source": "poster", "joined_at": "joined"},
    "follows": {"subject": "about"},
    "guests": {"consultation": "questions", "begun_at": "began", "used_at": "changed"},
    "responses": {
        "consultation": "questions", "ward": "ward", "state": "state", "receipt": "receipt",
        "started_at": "began", "updated_at": "changed", "completed_at": "finished",
    },
    "answers": {
        "consultation": "questions", "question": "question", "value": "answer",
        "answered_at": "when",
    },
    "chosen": {"consultation": "questions", "question": "question", "option": "answer"},
    "answer_history": {
        "consultation": "questions", "question": "question", "value": "answer",
        "answered_at": "when",
    },
    "comments": {
        "consultation": "questions", "question": "question", "text": "words", "written_at": "when",
    },
    "late_answers": {
        "consultation": "questions", "question": "question", "value": "answer",
        "received_at": "when",
    },
    "voice_notes": {
        "consultation": "questions", "question": "question", "seconds": "seconds",
        "state": "state", "sent_at": "when", "written_at": "written-down",
    },
    "equality_answers": {"consultation": "questions", "question": "question", "answer": "answer"},
    "deliveries": {"variant_id": "message", "state": "state", "settled_at": "when"},
    "complaints": {
        "reference": "reference", "text": "words", "made_at": "when",
        "acknowledged_at": "acknowledged", "outcome": "answer", "closed_at": "finished",
    },
    "requests": {
        "reference": "reference", "text": "words", "received_on": "when", "due_on": "due",
        "answered_at": "finished",
    },
    "drafts": {"data": "words", "expires_at": "until"},
    "shown": {},
    "inbox": {"received_at": "when", "payload": "message"},
    "staff": {"role": "role", "label": "job", "joined_at": "joined", "left_at": "finished"},
    "staff_wards": {"ward": "ward"},
    "broadcasts": {"text": "words", "wards": "ward", "state": "state", "made_at": "when"},
    "export_requests": {"consultation": "questions", "asked_at": "when"},
    "consultation_steps": {"slug": "questions", "act": "act", "reason": "words", "at": "when"},
    "approvals": {"said_yes": "said-yes", "reason": "words", "answered_at": "when"},
    "duties": {"duty": "duty", "named_at": "when", "until": "holds-until", "ended_at": "finished"},
    "audit": {"act": "act", "at": "when"},
    "text_writers": {
        "consultation": "questions", "question": "question", "was_read": "changed-after",
    },
    "poll_answers": {"broadcast_id": "question", "answer": "answer", "answered_at": "when"},
    "polls": {"reason": "words", "stopped_at": "finished"},
    "text_readings": {"read_at": "when"},
    "text_filings": {"filed_at": "when"},
    "reading_themes": {"name": "words", "added_at": "when"},
    "text_translations": {"language": "language", "translated_at": "when"},
    "reader_languages": {"language": "language"},
    "submissions": {"consultation": "questions", "entered_at": "when"},
}  # fmt: skip
"""What the page shows of each table, with the label of each column: what can be said in words. The
part for a computer program has everything."""

CODES = frozenset({*DeliveryState, *Reach, *ResponseState, *Role, *Duty, *Weekly})
"""Codes that have words: what became of a message, whether messages come, how complete answers
are, roles, duties, and how many messages a week somebody wants."""


def my_data(say: Localiser, found: MyData) -> PageScreen:
    """The page, with a caption that says what it is and that it is private."""
    return PageScreen(
        say.html("mydata-caption"),
        found.name,
        partial(_made, say, found),
        failed=say.html("mydata-not-sent"),
    )


def nothing_held(say: Localiser, _: NothingHeld) -> Screen:
    """We hold nothing."""
    return Screen(say.html("mydata-nothing"), topic="mydata")


def page_of(say: Localiser, found: MyData) -> Page:
    """The page as values."""
    return Page(
        language=say.language,
        right_to_left=say.language in RIGHT_TO_LEFT,
        title=say.plain("mydata-title"),
        lines=(
            say.plain("mydata-made", day=say.date(found.made_at)),
            say.plain("mydata-left-out"),
            say.plain("mydata-danger"),
            say.plain("mydata-telegram"),
            say.plain("mydata-program-all"),
        ),
        sections=tuple(
            (_heading(say, table), rows)
            for table in found.rows
            if (rows := _rows(say, found, table))
        ),
        program_title=say.plain("mydata-program"),
        program=_json(found),
    )


def _made(say: Localiser, found: MyData) -> bytes:
    return page_bytes(page_of(say, found))


def _json(found: MyData) -> str:
    rows = {
        **found.rows,
        "texts_sent": [{"variant_id": n, "text": t} for n, t in found.texts.items()],
        **_questions(found),
    }
    return orjson.dumps(
        rows, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS, default=str
    ).decode()


def _questions(found: MyData) -> dict[str, list[dict[str, Any]]]:
    asked = [{"broadcast_id": n, "question": text} for n, text in found.questions.items()]
    return {"polls_asked": asked} if asked else {}


def _heading(say: Localiser, table: str) -> str:
    return say.plain(f"mydata-table-{table.replace('_', '-')}")


def _rows(say: Localiser, found: MyData, table: str) -> tuple[Row, ...]:
    """The rows of a table that can be said in words."""
    rows = (_row(say, found, table, row) for row in found.rows[table])
    return tuple(row for row in rows if row)


def _row(say: Localiser, found: MyData, table: str, row: Mapping[str, Any]) -> Row:
    if table == "equality_answers":
        row = _of_oneself(say, row)
    said = {
        label: _said(say, found, table, row, column)
        for column, label in FIELDS[table].items()
        if row[column] is not None
    }
    if table == "drafts" and not said["words"]:
        return ()
    return tuple((say.plain(f"mydata-field-{label}"), text) for label, text in said.items() if text)


def _said(say: Localiser, found: MyData, table: str, row: Mapping[str, Any], column: str) -> str:
    """One value in words; empty where it has none."""
    value = row[column]
    match column:
        case "act" | "reason" if table in ("consultation_steps", "polls"):
            said = {"act": "mydata-step", "reason": "manage-reason"}[column]
            return say.plain(said, **{column: value}) if value else ""
        case "state" if table in _STATES:
            return _STATES[table](say, value)
        case "ward" | "wards":
            return say.listed(_ward(say, code) for code in ([value] if column == "ward" else value))
        case "subject" if table == "follows":
            return _ward(say, value) if row["kind"] == "ward" else _theme(say, value)
        case "consultation" | "slug" | "question" | "option" | "value":
            return _of_consultation(say, row, column)
        case "until" if table == "duties":
            return say.date(
                value - timedelta(microseconds=1)
            )  # the last day, not midnight after it
        case "broadcast_id" | "variant_id":
            return _in_words(say, {**found.questions, **found.texts}.get(value, ""))
        case "text" if table == "broadcasts":
            return _in_words(say, value)
        case "data":
            return _written(value)
        case _:
            return _as_stored(say, value, column)


def _of_oneself(say: Localiser, row: Mapping[str, Any]) -> Mapping[str, Any]:
    """What somebody said of themselves, in words."""
    question, answer = row["question"], row["answer"]
    asked, said = equality.name(say, question), equality.answer(say, question, answer)
    return {**row, "question": asked, "answer": said}


_STATES: Mapping[str, Callable[[Localiser, str], str]] = {
    "broadcasts": lambda say, state: say.plain("mydata-broadcast-state", state=state),
    "voice_notes": lambda say, state: (
        say.plain("voice-answer-lost") if state == NoteState.LOST else ""
    ),
}
"""How the states of some tables are said; no word where that is nothing to a reader."""


def _in_words(say: Localiser, text: str) -> str:
    """The text of a message; of one that says why a quick poll was stopped, a reason on offer in
    words."""
    return say.plain("manage-reason", reason=text) if text in REASONS else text


def _as_stored(say: Localiser, value: Any, column: str) -> str:
    if column == "payload":
        return _sent(value)
    if column == "act":
        return say.plain("mydata-act", act=value)
    return own_name(value) if column == "language" else _plainly(say, value)


def _written(data: Mapping[str, Any]) -> str:
    """The words in a draft."""
    found = [data.get("text"), data.get("beside"), *data.get("offered", {}).values()]
    return "\n".join(words for words in found if isinstance(words, str) and words)


def _sent(payload: str) -> str:
    """The words of a stored update."""
    update = orjson.loads(payload)
    message = update.get("message") or update.get("edited_message") or {}
    return str(message.get("text") or message.get("caption") or "")


def _plainly(say: Localiser, value: Any) -> str:
    if isinstance(value, bool):
        return say.plain("button-yes" if value else "button-no")
    if isinstance(value, date) and not isinstance(value, datetime):
        return say.date(value)
    if isinstance(value, datetime):
        there = local(value, say.world.library.council.timezone)
        return say.plain("moment", day=say.date(value), time=f"{there:%H:%M}")
    if value in CODES if isinstance(value, str) else False:
        return say.plain(f"mydata-code-{value}")
    return value if isinstance(value, str) else orjson.dumps(value, default=str).decode()


def _ward(say: Localiser, code: str) -> str:
    ward = say.world.known_wards.get(code)
    return code if ward is None else ward.name


def _theme(say: Localiser, slug: str) -> str:
    themes = (t for t in say.world.library.themes if t.slug == slug)
    return next((t.name.say(say.language) for t in themes), slug)


def _of_consultation(say: Localiser, row: Mapping[str, Any], column: str) -> str:
    published = say.world.loaded.consultations.get(
        row["slug" if column == "slug" else "consultation"]
    )
    value = row[column]
    if published is None:
        return _plainly(say, value)
    if column in ("consultation", "slug"):
        return published.consultation.title.say(say.language)
    asked = next((q for q in published.consultation.questions if q.key == row["question"]), None)
    if asked is None:
        return _plainly(say, value)
    return asked.text.say(say.language) if column == "question" else _answer(say, asked, value)


def _answer(say: Localiser, question: Question, value: Any) -> str:
    if isinstance(value, dict):
        return say.plain("voice-answer-lost" if value.get("lost") else "voice-answer")
    given = tuple(value) if isinstance(value, list) else value
    return in_words(say, question, given)
