"""Everything that can be typed or tapped, each made ready so that only a right may be missing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import rights_managing as managing
import rights_phones as phones
import rights_polls as asking
from on_duty import HURT
from raw_updates import command as typed_command
from raw_updates import message
from rights_equality import answered_to_the_end
from rights_people import Act, Trial, Update
from sqlalchemy import insert, update

from bot.views import questions
from bot.views.broadcast_composing import TOPIC as SENDING
from content.schema.consultation import Question
from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.consultations.reading import SubmissionKind, TextKind, same_words
from engagement.consultations.receipt import base36
from engagement.errors import Refusal
from engagement.operations.deadlines import RequestKind
from engagement.staff.approvals import ApprovalSubject, hash_of
from engagement.staff.rights import Role
from storage.broadcasts import asked_content, deliveries, election_holds, records
from storage.broadcasts.records import Broadcast
from storage.consultations import (
    comments,
    new_texts,
    reading_marks,
    responses,
    submissions,
    voice_notes,
)
from storage.consultations.new_texts import Group, NewText
from storage.consultations.submissions import Submission
from storage.conversation import codes, drafts, shown
from storage.conversation.codes import CodeKind
from storage.conversation.drafts import Draft
from storage.conversation.shown import Shown
from storage.insight import export_requests
from storage.operations import complaints, requests, safety_alerts
from storage.operations.requests import MarkedRequest
from storage.people import contacts, residents
from storage.staff import approvals
from usecases.broadcasts import compose, decline_reason
from usecases.consultations import answer, reading_themes, translations, typed_answers
from usecases.consultations import submissions as submissions_act
from usecases.conversation import doubted_words
from usecases.conversation.chat import WHY
from usecases.conversation.typed_words import STAFF_WRITES, Waiting
from usecases.operations import close_alert
from usecases.operations import complain as complain_act
from usecases.operations import complaints as complaints_act
from usecases.operations import requests as requests_act
from usecases.people import identify, join, words_in_hand
from usecases.people.join import ArrivalStep
from usecases.staff import invite
from usecases.staff.accept_invite import TAKING
from usecases.staff.invite import INVITE_MARK
from wardmote.demo.story import first_consultation

REFERENCE = "K7Q-4MD"
WORDS = "The lamp at the corner is out"


def _tap(trial: Trial, data: str) -> Update:
    user = {"id": trial.person.chat_id, "is_bot": False, "first_name": "-"}
    chat = {"id": trial.person.chat_id, "type": "private"}
    shown_in = {"message_id": 1, "date": 1_662_400_000, "chat": chat}
    return {
        "callback_query": {
            "id": "1", "from": user, "chat_instance": "1", "data": data, "message": shown_in,
        }
    }  # fmt: skip


def _button(code: str, *numbers: int) -> str:
    return ":".join([code, *(base36(n) for n in numbers)])


def says(text: str, first: Any = None) -> Act:
    """Type a command, after ``first``."""

    async def act(trial: Trial) -> Update:
        if first is not None:
            await first(trial)
        name, _, rest = text.partition(" ")
        update = typed_command(trial.person.chat_id, name)
        update["message"]["text"] = f"{name} {rest}".strip()
        return update

    return act


def taps(code: str, *numbers: int, first: Any = None) -> Act:
    """Tap a button that carries these numbers, after ``first``."""

    async def act(trial: Trial) -> Update:
        more = await first(trial) if first is not None else None
        return _tap(trial, _button(code, *(more or ()), *numbers))

    return act


def taps_of_guest(code: str, first: Any) -> Act:
    """Tap a button of somebody who answers on the phone of the town's resident."""

    async def act(trial: Trial) -> Update:
        carried = await first(trial)
        token = await phones.token_of_the_residents_guest(trial)
        return _tap(trial, f"{_button(code, *carried)}{token}")

    return act


def types(first: Any, topic: str = "") -> Act:
    """Type words, after ``first``, below the screen of this topic that asks for them."""

    async def act(trial: Trial) -> Update:
        await first(trial)
        if topic and trial.person.id is not None:
            asked = Shown(topic, 900_000, "", {"-": "sx"})
            await shown.remember_shown(trial.tx, trial.person.id, [asked], [])
        return message(trial.person.chat_id, text=WORDS)

    return act


async def the_ward(trial: Trial) -> tuple[int]:
    """The ward's code."""
    return (trial.ward_code,)


async def the_consultation_and_ward(trial: Trial) -> tuple[int, int]:
    """The code of a consultation that is open there, and of the ward."""
    return trial.consultation_code, trial.ward_code


async def the_consultation(trial: Trial) -> tuple[int]:
    """The code of a consultation that is open there."""
    return (trial.consultation_code,)


async def _draft(trial: Trial, draft_kind: str, about: object = "", **data: Any) -> None:
    if trial.person.contact is not None:
        draft = Draft(draft_kind, data, about=str(about))
        await drafts.keep(trial.tx, trial.person.contact.id, draft, trial.world.now())


def _message(trial: Trial, step: str, **more: Any) -> dict[str, Any]:
    kind = {"kind": BroadcastKind.UPDATE, "theme": None, "consultation": None}
    return {"step": step, "wards": [trial.ward], "page": 0, "people": 0, **kind, **more}


async def choosing_wards(trial: Trial) -> None:
    """A message in hand, at its wards."""
    await _draft(trial, compose.SENDING, **_message(trial, "wards"))


async def boundaries_changed(trial: Trial) -> None:
    """A message in hand, while somebody's ward belongs to former boundaries."""
    old = next(iter(trial.world.library.former.values()))
    await contacts.move_resident(trial.tx, trial.resident, ward=old.code, vintage=old.vintage)
    await _draft(trial, compose.SENDING, **{**_message(trial, "wards"), "wards": []})


async def choosing_one(trial: Trial) -> tuple[int]:
    """A message in hand, and the ward to tick."""
    await _draft(trial, compose.SENDING, **{**_message(trial, "wards"), "wards": []})
    return (trial.ward_code,)


async def choosing_subject(trial: Trial) -> None:
    """A message in hand, at its subject."""
    await _draft(trial, compose.SENDING, **_message(trial, "subject"))


async def at_text(trial: Trial) -> None:
    """A message in hand, at its text."""
    await _draft(trial, compose.SENDING, **_message(trial, "text"))


async def at_preview(trial: Trial) -> None:
    """A message in hand, at its preview, with words beside it and one begun before it."""
    before = _message(trial, "preview", text=WORDS)
    data = _message(trial, "preview", text=WORDS, beside="And more", before=before)
    await _draft(trial, compose.SENDING, **data)


async def at_urgent_preview(trial: Trial) -> None:
    """An urgent message in hand, at its preview."""
    urgent = {"kind": BroadcastKind.URGENT, "number": {"most": 1_000}}
    await _draft(trial, compose.SENDING, **_message(trial, "preview", text=WORDS, **urgent))


async def _broadcast(
    trial: Trial, state: BroadcastState, author: int, decided_by: int | None = None
) -> int:
    made = Broadcast(
        id=trial.world.draw(), kind=BroadcastKind.UPDATE, state=BroadcastState.AWAITING_APPROVAL,
        author=author, wards=(trial.ward,), theme=None, consultation=None, people_shown=1,
        people_frozen=None, filled_to=-1, decided_by=None, reported=False,
    )  # fmt: skip
    tx, now = trial.tx, trial.world.now()
    await records.add(tx, made, WORDS, now)
    chain = {
        BroadcastState.SENDING: (BroadcastState.APPROVED,),
        BroadcastState.SENT: (BroadcastState.APPROVED, BroadcastState.SENDING),
    }
    for to in (*chain.get(state, ()), state):
        if to is not BroadcastState.AWAITING_APPROVAL:
            assert await records.change_state(tx, made.id, to=to, now=now, decided_by=decided_by)
    return made.id


async def _code(trial: Trial, broadcast: int) -> tuple[int]:
    return (await codes.code_for(trial.tx, CodeKind.BROADCAST, str(broadcast)),)


def _other(trial: Trial) -> int:
    """Somebody else's staff number."""
    others = (trial.administrator, trial.officer)
    return next(number for number in others if number != trial.staff_id)


async def asked_to_approve(trial: Trial) -> tuple[int]:
    """A broadcast for the ward that waits for a second yes, which they were asked for."""
    made = await _broadcast(trial, BroadcastState.AWAITING_APPROVAL, _other(trial))
    found = await records.broadcast(trial.tx, made)
    assert found is not None
    await approvals.ask(
        trial.tx, ApprovalSubject.BROADCAST, str(made),
        hash_of(await asked_content.content_of(trial.tx, found)), [trial.staff_id],
        expires_at=trial.world.now() + timedelta(days=7),
    )  # fmt: skip
    return await _code(trial, made)


async def _file_request(trial: Trial) -> export_requests.ExportRequest:
    """A request of somebody else for a file of answers, which waits."""
    return await export_requests.add(
        trial.tx, consultation=first_consultation(trial.world.library).slug, author=_other(trial),
        table_hash="-", now=trial.world.now(),
    )  # fmt: skip


async def asked_for_a_file(trial: Trial) -> tuple[int]:
    """A request for a file that waits for a second yes, which they were asked for."""
    found = await _file_request(trial)
    await approvals.ask(
        trial.tx, ApprovalSubject.EXPORT, str(found.id), hash_of(found.content), [trial.staff_id],
        expires_at=trial.world.now() + timedelta(days=7),
    )  # fmt: skip
    return (await codes.code_for(trial.tx, CodeKind.EXPORT, str(found.id)),)


async def not_asked_for_a_file(trial: Trial) -> tuple[int]:
    """A request for a file that waits for a second yes of somebody else."""
    found = await _file_request(trial)
    return (await codes.code_for(trial.tx, CodeKind.EXPORT, str(found.id)),)


async def not_asked(trial: Trial) -> tuple[int]:
    """A broadcast for the ward that waits for a second yes of somebody else."""
    made = await _broadcast(trial, BroadcastState.AWAITING_APPROVAL, _other(trial))
    return await _code(trial, made)


async def declined_by_them(trial: Trial) -> tuple[int]:
    """A broadcast for the ward that they declined."""
    made = await _broadcast(
        trial, BroadcastState.DECLINED, _other(trial), decided_by=trial.staff_id
    )
    return await _code(trial, made)


async def declined_by_another(trial: Trial) -> tuple[int]:
    """A broadcast for the ward that somebody else declined."""
    made = await _broadcast(trial, BroadcastState.DECLINED, _other(trial), decided_by=_other(trial))
    return await _code(trial, made)


def theirs(state: BroadcastState) -> Any:
    """A broadcast of their own for the ward, in this state; if it was sent, with one delivery
    whose outcome is unknown."""

    async def first(trial: Trial) -> tuple[int]:
        made = await _broadcast(trial, state, trial.staff_id)
        await _delivery(trial, made)
        return await _code(trial, made)

    return first


def a_colleagues(state: BroadcastState) -> Any:
    """A broadcast of somebody else for the ward, in this state."""

    async def first(trial: Trial) -> tuple[int]:
        made = await _broadcast(trial, state, _other(trial))
        await _delivery(trial, made)
        return await _code(trial, made)

    return first


async def _delivery(trial: Trial, broadcast: int) -> None:
    row = {
        "broadcast_id": broadcast, "contact_id": trial.contact, "ward": trial.ward,
        "state": DeliveryState.UNKNOWN, "not_before": trial.world.now(),
    }  # fmt: skip
    await trial.tx.execute(insert(deliveries.deliveries).values(**row))


async def held_by_an_election(trial: Trial) -> tuple[int]:
    """A colleague's broadcast for the ward, of which a copy waits for the monitoring officer."""
    made = await _broadcast(trial, BroadcastState.SENDING, _other(trial))
    await _delivery(trial, made)
    held = {"state": DeliveryState.QUEUED, "not_before": deliveries.UNTIL_DECIDED}
    mine = update(deliveries.deliveries).where(deliveries.deliveries.c.broadcast_id == made)
    await trial.tx.execute(mine.values(**held, reason=Reason.ELECTION))
    found = await records.broadcast(trial.tx, made)
    assert found is not None
    await election_holds.note_met(trial.tx, found, [trial.ward], [trial.ward])
    return await _code(trial, made)


async def asked_why(trial: Trial) -> None:
    """They have just declined, and are asked why."""
    (code,) = await declined_by_them(trial)
    if trial.person.id is not None:
        asked = Shown(f"{WHY}{code}", 900_000, "", {"-": _button("yn", code)})
        await shown.remember_shown(trial.tx, trial.person.id, [asked], [])
    await decline_reason.ask(trial.tx, trial.world, trial.person, code)


async def asked_whether_it_is_why(trial: Trial) -> tuple[int]:
    """They have just declined, and typed words that came late."""
    (code,) = await declined_by_them(trial)
    if trial.person.contact is not None:
        data = {"asked": trial.world.now().isoformat(), "late": WORDS}
        draft = Draft(decline_reason.DECLINING, data, about=str(code))
        await drafts.keep(trial.tx, trial.person.contact.id, draft, trial.world.now())
    return (code,)


async def _complaint(trial: Trial) -> int:
    now = trial.world.now()
    await complaints.add_complaint(
        trial.tx, reference=REFERENCE, contact_id=trial.contact, text=WORDS, now=now
    )
    found = await complaints.complaint(trial.tx, REFERENCE)
    assert found is not None
    return found.id


async def the_complaint(trial: Trial) -> tuple[int]:
    """A complaint."""
    return (await _complaint(trial),)


async def complained(trial: Trial) -> tuple[int]:
    """They have just complained."""
    number = await _complaint(trial)
    if trial.person.contact is not None:
        await complaints.change(trial.tx, number, contact_id=trial.person.contact.id)
    until = (trial.world.now() + complain_act.MORE_WITHIN).isoformat()
    await _draft(trial, complain_act.COMPLAINING, reference=REFERENCE, id=number, until=until)
    return (number,)


async def another_complained(trial: Trial) -> tuple[int]:
    """Somebody else has complained."""
    number = await _complaint(trial)
    await complaints.change(trial.tx, number, contact_id=None)
    return (number,)


async def asked_if_complaint(trial: Trial) -> None:
    """They were asked whether a few words are a complaint."""
    await _draft(trial, complain_act.COMPLAINING, doubt="2")


async def writing_outcome(trial: Trial) -> None:
    """They are writing what came of a complaint."""
    await _draft(trial, complaints_act.OUTCOME, id=await _complaint(trial))


async def outcome_written(trial: Trial) -> tuple[int]:
    """They have written what came of a complaint."""
    number = await _complaint(trial)
    await _draft(trial, complaints_act.OUTCOME, number, id=number, text=WORDS)
    return (number,)


async def the_request(trial: Trial) -> tuple[int]:
    """A request."""
    now = trial.world.now()
    made = MarkedRequest(
        id=0, reference=f"R-{REFERENCE}", kind=RequestKind.SERVICE, contact_id=trial.contact,
        text=WORDS, received_on=now.date(), due_on=None, marked_at=now,
    )  # fmt: skip
    assert await requests.add_request(trial.tx, made, staff_id=trial.administrator)
    kept = await requests.request_named(trial.tx, made.reference)
    assert kept is not None
    return (kept.id,)


async def asked_for_request(trial: Trial) -> None:
    """They were asked which words are the request."""
    await _draft(trial, requests_act.MARKING)


async def marking(trial: Trial) -> None:
    """They were asked what the words ask for."""
    received = trial.world.now().date().isoformat()
    data = {"text": WORDS, "received": received, "contact": None, "found": False}
    await _draft(trial, requests_act.MARKING, **data)


TEXT = 4711
"""The number of a text on a reading list."""


async def the_list(trial: Trial) -> tuple[int]:
    """The code of the consultation whose texts are read: those of every ward."""
    return (trial.world.loaded.consultation_codes[first_consultation(trial.world.library).slug],)


async def a_text(trial: Trial) -> tuple[int]:
    """A letter on the reading list."""
    slug, now = first_consultation(trial.world.library).slug, trial.world.now()
    group = Group(TEXT, "", TextKind.SUBMISSION, str(TEXT), "en", is_changed=False)
    await new_texts.add_groups(trial.tx, slug, [group], now)
    kept = Submission(
        consultation=slug,
        kind=SubmissionKind.LETTER,
        sender="A shop",
        received_on=now.date(),
        signatures=None,
        text=WORDS,
        is_summary=False,
        same_words=same_words(WORDS),
        number=TEXT,
        entered_by=trial.administrator,
        entered_at=now,
    )
    await submissions.add_submission(trial.tx, kept)
    return (TEXT,)


async def a_voice(trial: Trial) -> tuple[int]:
    """A voice note on the reading list, with its sound."""
    found, now = first_consultation(trial.world.library), trial.world.now()
    slug, question = found.slug, found.questions[-1]
    if await responses.response_of(trial.tx, trial.resident, slug) is None:
        await responses.begin(
            trial.tx, resident=trial.resident, consultation=slug, ward=next(iter(found.wards), "-"),
            vintage=2021, version_id=trial.world.loaded.consultations[slug].version_id,
            position=question.key, receipt="R-VOICE", now=now,
        )  # fmt: skip
    about = (trial.resident, slug, question.key)
    await voice_notes.add(
        trial.tx, TEXT, about, is_late=False, file_id="at-telegram", seconds=3, now=now
    )
    await voice_notes.keep_sound(trial.tx, TEXT, b"OggS")
    group = Group(
        TEXT, question.key, TextKind.ANSWER, str(TEXT), "other", is_changed=False, from_voice=True
    )
    await new_texts.add_groups(trial.tx, slug, [group], now)
    said = NewText(trial.resident, question.key, 0, "", voice=TEXT)
    await new_texts.add_writers(trial.tx, slug, {said: TEXT})
    return (TEXT,)


async def a_theme(trial: Trial) -> tuple[int, int]:
    """A letter on the reading list, and a theme."""
    await a_text(trial)
    slug, now = first_consultation(trial.world.library).slug, trial.world.now()
    theme = await reading_marks.add_theme(trial.tx, slug, "Lamps", trial.administrator, now)
    return TEXT, theme


async def a_translation(trial: Trial) -> tuple[int, int]:
    """A letter on the reading list, with a translation."""
    await a_text(trial)
    made = reading_marks.Translation("ur", "-", trial.administrator)
    await reading_marks.attach_translation(trial.tx, TEXT, made, trial.world.now())
    return TEXT, translations.tag_of(made)


async def writing_a_theme(trial: Trial) -> None:
    """They were asked for the name of a theme."""
    await a_text(trial)
    await _draft(trial, reading_themes.READING, id=TEXT, what=reading_themes.THEME)


def entering(**more: Any) -> Any:
    """They are entering a letter, and have come this far."""

    async def first(trial: Trial) -> tuple[()]:
        slug = first_consultation(trial.world.library).slug
        await _draft(trial, submissions_act.ENTERING, consultation=slug, **more)
        return ()

    return first


SO_FAR: dict[str, Any] = {"kind": "letter", "sender": "A shop", "received": "2022-09-05"}


async def the_alert(trial: Trial) -> tuple[int]:
    """An alert about words of danger of the town's resident."""
    tx, now = trial.tx, trial.world.now()
    number = await safety_alerts.add(
        tx, REFERENCE, contact_id=trial.contact, has_words=True, now=now
    )
    assert number is not None
    await safety_alerts.add_words(tx, number, HURT, now)
    return (number,)


async def asked_what_was_done(trial: Trial) -> tuple[int]:
    """They were asked what was done about an alert, and wrote it."""
    (number,) = await the_alert(trial)
    asked = trial.world.now().isoformat()
    await _draft(trial, close_alert.CLOSING, number, alert=number, asked=asked, done=WORDS)
    return (number,)


async def answering(trial: Trial) -> tuple[int]:
    """They have begun to answer a consultation that is open in the ward."""
    code = trial.consultation_code
    with suppress(Refusal):
        await answer.begin(trial.tx, trial.world, trial.person, code)
    return (code,)


async def to_learn(trial: Trial) -> tuple[int]:
    """The same, where there is something to learn and to hear before the first question."""
    (code,) = await answering(trial)
    world = trial.world
    found = world.consultation(trial.consultation)
    first, *others = found.consultation.questions
    more = {"learn": {"text": "It floods."}, "listen": {"en": "first.ogg"}}
    asked = Question.model_validate(first.model_dump(mode="json") | more)
    changed = found.consultation.model_copy(update={"questions": (asked, *others)})
    there = {**world.loaded.consultations, trial.consultation: replace(found, consultation=changed)}
    world.loaded = replace(world.loaded, consultations=there)
    return (code,)


async def words_offered(trial: Trial) -> tuple[int]:
    """They wrote words beside the first question, and are asked whether to keep them."""
    (code,) = await answering(trial)
    first = trial.world.consultation(trial.consultation).consultation.questions[0]
    if trial.person.contact is not None:
        key = f"{trial.consultation}/{first.key}"
        await words_in_hand.offer(trial.tx, trial.world, trial.person, key, WORDS)
    return (code,)


async def complaint_doubted(trial: Trial) -> None:
    """They are asked whether words are their complaint."""
    await _draft(trial, complain_act.COMPLAINING)
    if trial.person.contact is not None:
        tx, world = trial.tx, trial.world
        known = await identify.by_id(tx, world, trial.person.contact.id)
        assert known is not None
        await doubted_words.ask(tx, world, known, Waiting.COMPLAINT, WORDS)


def comment_of(*, whose: str) -> Any:
    """A comment on a consultation that is open in the ward, of their own or of somebody else."""

    async def first(trial: Trial) -> tuple[int]:
        tx, world, now = trial.tx, trial.world, trial.world.now()
        is_own = whose == "own" and trial.person.has_joined
        resident = trial.person.resident[0] if is_own else world.draw()
        if not is_own:
            await residents.add_resident(
                tx, resident, ward=trial.ward, vintage=world.vintage, source=None, now=now
            )
        found = world.consultation(trial.consultation)
        await responses.begin(
            tx, resident=resident, consultation=trial.consultation, ward=trial.ward,
            vintage=world.vintage, version_id=found.version_id, position="", receipt=REFERENCE,
            now=now,
        )  # fmt: skip
        await comments.add_comment(
            tx, resident=resident, consultation=trial.consultation, question="q", text=WORDS,
            now=now,
        )  # fmt: skip
        return ((await comments.every_comment_of(tx, resident))[-1].id,)

    return first


def arrived(step: ArrivalStep, **more: Any) -> Any:
    """They have come with /start as far as this step; those who have joined did so before."""

    async def first(trial: Trial) -> tuple[int, ...]:
        if not trial.person.has_joined:
            await join.arrive(trial.tx, trial.world, trial.person, step=step, **more)
        return ()

    return first


async def the_ward_after_arriving(trial: Trial) -> tuple[int]:
    """They have said that they are old enough, and choose the ward from the list."""
    await arrived(ArrivalStep.WARD)(trial)
    return (trial.ward_code,)


async def a_link_was_tapped(trial: Trial) -> tuple[int, ...]:
    """They have tapped a link to another role."""
    link = await invite.create(trial.tx, trial.world, role=Role.OFFICER, label="New", wards=())
    digest = hashlib.sha256(link.removeprefix(INVITE_MARK).encode()).hexdigest()
    await _draft(trial, TAKING, invite=digest)
    return ()


async def after_poster(trial: Trial) -> tuple[int, ...]:
    """They came from a poster in the ward."""
    await arrived(ArrivalStep.WARD, ward=trial.ward, source="library")(trial)
    return ()


_SENT, _WAITS, _DECLINED = (
    BroadcastState.SENT,
    BroadcastState.AWAITING_APPROVAL,
    BroadcastState.DECLINED,
)
MORE_COMMANDS: dict[str, Act] = {
    "/complaints with a reference": says(f"/complaints {REFERENCE}", first=the_complaint),
    "/requests with a reference": says(f"/requests {REFERENCE}", first=the_complaint),
    "/open with a reference": says(f"/open {REFERENCE}", first=the_alert),
    "/close with a reference": says(f"/close {REFERENCE}", first=the_alert),
    "/manage with what to do": says(
        "/manage local-priorities withdraw: it is settled", first=the_consultation
    ),
    "/another after answering": says("/another", first=phones.answered),
    "/close with what was done": says(f"/close {REFERENCE} Rang her", first=the_alert),
}
"""Commands with something after them, each another act."""
TAPS: dict[str, Act] = {
    "s": taps("s", first=arrived(ArrivalStep.HELLO)),
    "v": taps("v"),
    "a": taps("a", 1, first=arrived(ArrivalStep.AGE)),
    "ag": taps("ag"),
    "p": taps("p", first=after_poster),
    "k": taps("k", first=arrived(ArrivalStep.WARD)),
    "l": taps("l", 0, first=arrived(ArrivalStep.WARD)),
    "w": taps("w", first=the_ward_after_arriving),
    "i": taps("i", first=arrived(ArrivalStep.WARD)),
    "lb": taps("lb", first=arrived(ArrivalStep.LIST)),
    "iy": taps("iy", first=a_link_was_tapped),
    "in": taps("in", first=a_link_was_tapped),
    "x": taps("x", 0),
    "mw": taps("mw"),
    "ml": taps("ml", 0),
    "mp": taps("mp", first=the_ward),
    "mi": taps("mi"),
    "mb": taps("mb"),
    "mf": taps("mf"),
    "mg": taps("mg", 0),
    "mh": taps("mh", first=the_ward),
    "mj": taps("mj"),
    "mu": taps("mu", first=the_ward),
    "f": taps("f", 0, 0),
    "n": taps("n", 1),
    "nw": taps("nw", 1),
    "an": taps("an", first=asking.making("answers")),
    "ar": taps("ar", first=asking.TAKES_OFF),
    "ae": taps("ae", 7, first=asking.making("end")),
    "al": taps("al"),
    "as": taps("as", first=asking.of_their_own),
    "as of a colleague": taps("as", first=asking.of_a_colleague),
    "ax": taps("ax", first=asking.of_their_own),
    "ax of a colleague": taps("ax", first=asking.of_a_colleague),
    "aw": taps("aw", 0, first=asking.asked_why),
    "ay": taps("ay", first=asking.with_a_reason(asking.of_their_own)),
    "ay of a colleague": taps("ay", first=asking.with_a_reason(asking.of_a_colleague)),
    "az": taps("az", first=asking.nothing_more),
    "bp": taps("bp", first=asking.to_answer),
    "bo": taps("bo", first=asking.to_open),
    "co": taps("co"),
    "c": taps("c", first=the_consultation),
    "b": taps("b", first=the_consultation),
    "bf": taps("bf", 1, first=the_consultation),
    "z": taps("z", first=the_consultation),
    "d": taps("d", first=the_consultation),
    "q": taps("q", 0, 1, first=answering),
    "g": taps("g", 1, questions.GO_BACK, first=answering),
    "ln": taps("ln", 0, 0, first=to_learn),
    "ql": taps("ql", 0, 0, first=to_learn),
    "kw": taps("kw", 0, typed_answers.YES, first=words_offered),
    "ow": taps("ow", 1, first=complaint_doubted),
    "kc": taps("kc"),
    "kd": taps("kd", first=comment_of(whose="own")),
    "kd of another": taps("kd", first=comment_of(whose="another's")),
    "km": taps("km"),
    "sw": taps("sw", first=choosing_one),
    "sa": taps("sa", 0, first=choosing_wards),
    "sn": taps("sn", first=boundaries_changed),
    "sp": taps("sp", 0, first=choosing_wards),
    "sd": taps("sd", first=choosing_wards),
    "ss": taps("ss", 0, first=choosing_subject),
    "su": taps("su", first=choosing_subject),
    "sc": taps("sc", first=at_preview),
    "sb": taps("sb", first=at_preview),
    "sg": taps("sg", 0, first=at_preview),
    "sk": taps("sk", first=at_text),
    "sl": taps("sl", first=at_text),
    "sz": taps("sz", first=at_preview),
    "sx": taps("sx", first=at_text),
    "sm": taps("sm", first=at_preview),
    "sy": taps("sy", first=at_preview),
    "sy of something urgent": taps("sy", first=at_urgent_preview),
    "y": taps("y", 1, first=asked_to_approve),
    "y to say no": taps("y", 0, first=asked_to_approve),
    "y without being asked": taps("y", 1, first=not_asked),
    "yn": taps("yn", first=declined_by_them),
    "yn of another": taps("yn", first=declined_by_another),
    "yw": taps("yw", first=asked_whether_it_is_why),
    "yw of another": taps("yw", first=declined_by_another),
    "yr": taps("yr", first=theirs(_DECLINED)),
    "yr of a colleague": taps("yr", first=a_colleagues(_DECLINED)),
    "t": taps("t", first=theirs(_WAITS)),
    "t of a colleague": taps("t", first=a_colleagues(_WAITS)),
    "tb": taps("tb", first=theirs(_SENT)),
    "tb of a colleague": taps("tb", first=a_colleagues(_SENT)),
    "tc": taps("tc", first=theirs(_SENT)),
    "tc of a colleague": taps("tc", first=a_colleagues(_SENT)),
    "ta": taps("ta", first=theirs(_SENT)),
    "ta of a colleague": taps("ta", first=a_colleagues(_SENT)),
    "ty": taps("ty", first=theirs(_SENT)),
    "ty of a colleague": taps("ty", first=a_colleagues(_SENT)),
    "tn": taps("tn", first=theirs(_SENT)),
    "tn of a colleague": taps("tn", first=a_colleagues(_SENT)),
    "o": taps("o", 0),
    "j": taps("j", 0),
    "jp": taps("jp", 0, 0, 0, 0, 0),
    "jl": taps("jl"),
    "jr": taps("jr", 0),
    "h": taps("h", 1),
    "hd": taps("hd"),
    "hl": taps("hl"),
    "ho": taps("ho", first=held_by_an_election),
    "hr": taps("hr", 1, first=held_by_an_election),
    "hr to drop it": taps("hr", 0, first=held_by_an_election),
    "og": taps("og"),
    "os": taps("os", first=the_consultation),
    "ov": taps("ov", first=the_consultation),
    "om": taps("om", 0, 0, first=the_consultation),
    "oa": taps("oa", first=managing.checked),
    "oy": taps("oy", 1, first=managing.asked_for_opening),
    "oy to say no": taps("oy", 0, first=managing.asked_for_opening),
    "oy of their own": taps("oy", 1, first=managing.asked_by_themselves),
    "oe": taps("oe", first=managing.to_extend),
    "oe to go on": taps("oe", first=managing.to_resume),
    "oe to say that nobody has heard": taps("oe", first=managing.to_unreport),
    "od": taps("od", first=managing.to_pause),
    "od to withdraw": taps("od", first=managing.to_withdraw),
    "ok": taps("ok", first=managing.asked_to_withdraw),
    "u": taps("u", 0),
    "uw": taps("uw", first=the_ward),
    "uc": taps("uc", first=the_ward),
    "r": taps("r", first=the_consultation),
    "rc": taps("rc"),
    "rp": taps("rp", first=the_consultation),
    "rs": taps("rs", 0, first=the_consultation),
    "ru": taps("ru", first=the_consultation),
    "rv": taps("rv", first=the_consultation_and_ward),
    "rb": taps("rb", 0, first=the_consultation),
    "eb": taps("eb", first=answered_to_the_end),
    "eo": taps("eo", 1, first=answered_to_the_end),
    "ec": taps("ec", 0, 1, first=answered_to_the_end),
    "es": taps("es", 0, first=answered_to_the_end),
    "en": taps("en"),
    "eu": taps("eu"),
    "ev": taps("ev"),
    "px": taps("px"),
    "py": taps("py", first=asked_if_complaint),
    "pb": taps("pb", first=complained),
    "pb of another": taps("pb", first=another_complained),
    "pp": taps("pp", first=the_complaint),
    "pl": taps("pl", first=the_complaint),
    "pa": taps("pa", first=the_complaint),
    "po": taps("po", first=the_complaint),
    "pc": taps("pc", first=outcome_written),
    "pk": taps("pk", first=outcome_written),
    "pq": taps("pq", first=outcome_written),
    "ph": taps("ph", first=phones.answered),
    "pi": taps("pi"),
    "pj": taps("pj"),
    "pm": taps("pm", first=phones.lent),
    "pn": taps("pn", first=phones.lent),
    "pt": taps("pt", first=phones.lent),
    "b of a guest on the resident's phone": taps_of_guest("b", first=the_consultation),
    "rr": taps("rr", first=the_request),
    "rw": taps("rw"),
    "rm": taps("rm", first=the_complaint),
    "rk": taps("rk", 0, first=marking),
    "rl": taps("rl", first=the_request),
    "rd": taps("rd", first=the_request),
    "ra": taps("ra", first=the_request),
    "rn": taps("rn", first=the_request),
    "rt": taps("rt", first=the_request),
    "rx": taps("rx", first=marking),
    "vl": taps("vl"),
    "vo": taps("vo", 0, 0, first=the_list),
    "vt": taps("vt", 0, first=a_text),
    "vr": taps("vr", first=a_text),
    "vq": taps("vq", 0, first=the_list),
    "vf": taps("vf", first=a_text),
    "vp": taps("vp", 1, first=a_theme),
    "vn": taps("vn", first=a_text),
    "vg": taps("vg", first=a_text),
    "vh": taps("vh", first=a_voice),
    "vj": taps("vj", first=a_voice),
    "ve": taps("ve", first=a_text),
    "vi": taps("vi", first=a_theme),
    "va": taps("va", first=a_theme),
    "vu": taps("vu", first=a_theme),
    "vb": taps("vb", 0, 1, first=a_theme),
    "vk": taps("vk", 1, first=a_theme),
    "vs": taps("vs", 1, first=a_translation),
    "vz": taps("vz"),
    "vx": taps("vx", first=writing_a_theme),
    "vc": taps("vc", first=a_text),
    "vd": taps("vd", 0, first=a_text),
    "vw": taps("vw"),
    "vy": taps("vy", 0, 1),
    "wb": taps("wb"),
    "wc": taps("wc", first=the_list),
    "wk": taps("wk", 0, first=entering()),
    "wd": taps("wd", first=entering(kind="letter", sender="A shop")),
    "ws": taps("ws", 1, first=entering(**SO_FAR, text=WORDS)),
    "wl": taps("wl", 0, first=entering(**SO_FAR, text=WORDS)),
    "wy": taps("wy", first=entering(**SO_FAR, text=WORDS)),
    "wh": taps("wh", first=entering(**SO_FAR, text=WORDS)),
    "wn": taps("wn", 2, first=entering(**SO_FAR, text=WORDS)),
    "wi": taps("wi", first=entering(**SO_FAR)),
    "wx": taps("wx", first=entering()),
    "wz": taps("wz", first=entering(**SO_FAR, text=WORDS)),
    "wt": taps("wt", first=a_text),
    "wo": taps("wo", first=a_text),
    "e": taps("e", first=the_consultation),
    "el": taps("el"),
    "ef": taps("ef", 0, first=the_consultation),
    "ea": taps("ea", first=the_consultation),
    "ey": taps("ey", 1, first=asked_for_a_file),
    "ey to say no": taps("ey", 0, first=asked_for_a_file),
    "ey without being asked": taps("ey", 1, first=not_asked_for_a_file),
    "dr": taps("dr", 1),
    "do": taps("do", first=the_alert),
    "dc": taps("dc", first=the_alert),
    "dk": taps("dk", first=asked_what_was_done),
    "dx": taps("dx", first=asked_what_was_done),
}
"""Each button by its code; "of another", where it would act on what isn't the person's own."""
TOPICS: Mapping[Waiting, str] = dict(STAFF_WRITES.values())
"""The topics of the screens that ask staff for words."""
TYPED: dict[Waiting, Act] = {
    Waiting.BROADCAST: types(at_text, SENDING),
    Waiting.OUTCOME: types(writing_outcome, TOPICS[Waiting.OUTCOME]),
    Waiting.REQUEST: types(asked_for_request, TOPICS[Waiting.REQUEST]),
    Waiting.READING: types(writing_a_theme, TOPICS[Waiting.READING]),
    Waiting.STOPPING: types(asking.asked_why, TOPICS[Waiting.STOPPING]),
    Waiting.SUBMISSION: types(entering(**SO_FAR), TOPICS[Waiting.SUBMISSION]),
    Waiting.DECIDING: types(managing.asked_why_it_pauses),
    Waiting.ALERT: types(asked_what_was_done, TOPICS[Waiting.ALERT]),
    Waiting.REASON: types(asked_why),
}
"""Words that act for staff."""
FOR_ANYBODY = frozenset(Waiting) - TYPED.keys()
