"""The table of buttons: what each does, whether it is tapped or its label is typed."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update

from bot.context import Context
from bot.handlers import (
    broadcast_approval,
    broadcast_composing,
    broadcast_send_again,
    celebrating,
    complaints,
    consultations,
    equality,
    export,
    held_messages,
    joining,
    languages,
    learning,
    leaving,
    managing,
    my_data,
    news,
    own_words,
    plans,
    polls,
    reading,
    requests,
    results,
    safety,
    shared_phone,
    submissions,
    theme_changes,
    themes,
    wards,
    weekly,
)
from bot.handlers import help as help_handlers
from bot.handlers.asked_again import COSTS, DECIDES, asked_again
from bot.handlers.button_labels import label_on, without_number
from bot.handlers.reply import (
    ANSWERS_WHY,
    Handler,
    begins,
    under_it,
    waits_no_longer_for_a_reason,
    words_of,
)
from bot.screens import numbers_in as carried_by
from content.asked_in_words import asks_to_hand_back
from content.typed_words import begins as label_begins
from content.yes_and_no import yes_or_no
from engagement.consultations.typed_labels import may_begin_a_label
from engagement.consultations.typed_numbers import numbers_in
from engagement.errors import OldButton
from usecases.broadcasts import decline_reason
from usecases.broadcasts.compose import SENDING
from usecases.consultations.reading_themes import READING
from usecases.operations.close_alert import CLOSING
from usecases.operations.complaints import OUTCOME
from usecases.operations.requests import MARKING
from usecases.people import words_in_hand
from usecases.people.choose_ward import FOLLOWING, MOVING
from usecases.people.find_ward import Purpose
from usecases.people.heard import HANDS_BACK, HANDS_ON, parted, pressed_once_known, verb_in

BUTTONS: Mapping[str, Handler] = {
    "s": joining.agree,
    "v": joining.privacy,
    "a": joining.age,
    "ag": joining.age_again,
    "p": joining.poster_yes,
    "k": joining.postcode,
    "l": joining.ward_list,
    "w": joining.pick,
    "i": joining.ask_location,
    "lb": joining.ward_again,
    "iy": joining.take_role,
    "in": joining.keep_role,
    "x": languages.tap,
    "mw": begins(MOVING, wards.ask_ward(Purpose.MOVE)),
    "ml": wards.ward_list(Purpose.MOVE),
    "mp": wards.pick(Purpose.MOVE),
    "mi": wards.ask_location(Purpose.MOVE),
    "mb": wards.leave,
    "mf": begins(FOLLOWING, wards.ask_ward(Purpose.FOLLOW)),
    "mg": wards.ward_list(Purpose.FOLLOW),
    "mh": wards.pick(Purpose.FOLLOW),
    "mj": wards.ask_location(Purpose.FOLLOW),
    "mu": wards.unfollow,
    "f": leaving.decide,
    "n": help_handlers.new_messages,
    "nw": weekly.choose,
    "og": managing.manage,
    "os": managing.show_one,
    "ov": managing.read,
    "om": managing.read_media,
    "oa": managing.ask,
    "oy": managing.decide,
    "oe": managing.choose,
    "od": managing.do,
    "ok": managing.confirm,
    "co": consultations.list_open,
    "c": consultations.introduce,
    "b": consultations.begin,
    "bf": consultations.choose_form,
    "z": consultations.later,
    "d": consultations.who_decides,
    "q": consultations.choose,
    "g": consultations.go,
    **learning.BUTTONS,
    "kw": consultations.said_of_words,
    "ow": own_words.said,
    "kc": consultations.my_comments,
    "kd": consultations.delete_comment,
    "km": consultations.mine,
    "sw": broadcast_composing.ward,
    "sa": broadcast_composing.every_ward,
    "sn": broadcast_composing.new_wards,
    "sp": broadcast_composing.page,
    "sd": broadcast_composing.wards_done,
    "ss": broadcast_composing.subject,
    "su": broadcast_composing.urgent,
    "sc": under_it(broadcast_composing.change),
    "sb": under_it(broadcast_composing.add_beside),
    "sg": broadcast_composing.change_step,
    "sk": broadcast_composing.back,
    "sl": under_it(broadcast_composing.later),
    "sz": broadcast_composing.go_on,
    "sx": under_it(broadcast_composing.cancel),
    "sm": under_it(broadcast_composing.send_me),
    "sy": under_it(broadcast_approval.send),
    "an": polls.go_on,
    "ar": polls.take_answer_off,
    "ae": polls.choose_end,
    "al": polls.listed,
    "as": polls.show_one,
    "ax": polls.ask_why,
    "aw": polls.give_reason,
    "ay": polls.stop,
    "az": polls.leave,
    "bp": polls.answer,
    "bo": polls.open_,
    "y": broadcast_approval.decide,
    "yn": broadcast_approval.no_reason,
    "yw": broadcast_approval.pass_on_reason,
    "yr": begins(SENDING, broadcast_approval.again),
    "t": broadcast_approval.take_back,
    "tb": broadcast_approval.take_back,
    "tc": begins(SENDING, broadcast_composing.correct),
    "ta": broadcast_send_again.ask,
    "ty": broadcast_send_again.yes,
    "tn": broadcast_send_again.not_now,
    "o": news.older,
    "j": plans.plan,
    "jp": plans.part,
    "jl": plans.plans,
    "jr": plans.calendar,
    "h": themes.tick,
    "hd": themes.done,
    "hl": held_messages.held,
    "ho": held_messages.show_one,
    "hr": held_messages.decide,
    "u": celebrating.more_wards,
    "uw": celebrating.choose_ward,
    "uc": celebrating.card,
    "r": results.show_results,
    "rc": results.choose,
    "rp": results.show_themselves,
    "rs": results.show_map,
    "ru": results.show_own_ward,
    "rv": results.show_ward,
    "rb": results.choose_ward,
    "px": complaints.drop,
    "py": complaints.is_one,
    "pb": complaints.take_back,
    "pp": complaints.show_open,
    "pl": complaints.show_one,
    "pa": complaints.acknowledge,
    "po": begins(OUTCOME, complaints.ask_outcome),
    "pc": complaints.change_outcome,
    "pk": complaints.keep_outcome,
    "pq": complaints.drop_outcome,
    **shared_phone.BUTTONS,
    "rr": requests.show_open,
    "rw": begins(MARKING, requests.ask_words),
    "rm": begins(MARKING, requests.mark_complaint),
    "rk": requests.mark,
    "rl": requests.show_one,
    "rd": requests.ask_if_answered,
    "ra": requests.answered,
    "rn": requests.ask_if_none,
    "rt": requests.take_back,
    "rx": requests.drop_marking,
    "vl": reading.show_lists,
    "vo": reading.show_page,
    "vt": reading.show_text,
    "vr": reading.mark_read,
    "vq": reading.show_next,
    "vg": begins(READING, reading.ask_translation),
    "vx": reading.drop,
    "vc": reading.ask_language,
    "vd": reading.set_language,
    "vw": reading.show_languages,
    "vy": reading.read_language,
    "vh": reading.listen,
    "vj": begins(READING, reading.ask_what_was_said),
    **theme_changes.BUTTONS,
    "vz": my_data.send_voices,
    "wb": submissions.begin,
    "wc": submissions.choose_consultation,
    "wk": submissions.choose_kind,
    "wd": submissions.received_today,
    "ws": submissions.say_summary,
    "wl": submissions.set_language,
    "wy": submissions.keep,
    "wh": submissions.ask_change,
    "wn": submissions.change,
    "wi": submissions.back,
    "wx": submissions.drop,
    "wz": submissions.drop_same,
    "wt": submissions.ask_take_out,
    "wo": submissions.take_out,
    "eb": equality.begin,
    "eo": equality.age,
    "ec": equality.choose,
    "es": equality.skip,
    "en": equality.no_thanks,
    "eu": equality.stop,
    "ev": equality.about_me,
    "e": export.ask_format,
    "el": export.choose,
    "ea": export.ask_approval,
    "ey": export.decide,
    "ef": export.send,
    "dr": safety.remove,
    "do": safety.read_words,
    "dc": begins(CLOSING, safety.write_what_was_done),
    "dk": safety.close_it,
    "dx": safety.leave_open,
}


async def press(update: Update, context: Context) -> None:
    """Call the handler of the button that was pressed. Raises OldButton for data we never made."""
    await _note_used(context)
    # The owner who says that they have the phone has it already: what they tapped before is done.
    context.turn.pressed = pressed_once_known(context.turn.pressed)
    verb = verb_in(context.turn.pressed)
    act = BUTTONS.get(verb)
    if act is None:
        raise OldButton
    if verb not in ANSWERS_WHY and not _is_why(context, verb):
        await waits_no_longer_for_a_reason(context)
    await act(update, context)


def _is_why(context: Context, verb: str) -> bool:
    """Whether this is a second tap on the decision whose reason is asked for."""
    code = str(carried_by(context.turn.pressed)[0]) if verb in DECIDES else ""
    person = context.turn.person
    return person is not None and person.draft(decline_reason.DECLINING, code) is not None


async def _note_used(context: Context) -> None:
    """A message further up that is tapped is what the person has in front of them now."""
    tapped = context.turn.parsed.tapped
    if tapped is None or context.turn.person is None or context.person.contact is None:
        return
    newest = max((s.message_id for s in context.chat.screens), default=0)
    if tapped >= newest:
        return
    tx, world, person = context.tx, context.world, context.person
    context.turn.person = await words_in_hand.note_used(tx, world, person, tapped, newest)


async def press_typed(update: Update, context: Context, data: str) -> None:
    """Press the button with this data, whose label was typed. What cannot be undone is asked again
    where its question isn't the newest thing in the chat, and where the words ask themselves."""
    if await asked_again(context, data, words_of(update)):
        return
    context.turn.pressed = await shared_phone.taken(context, data)
    await press(update, context)


async def says_who_has_phone(update: Update, context: Context) -> bool:
    """Press the button of a shared phone whose label was typed and says who has the phone."""
    text = words_of(update)
    label = typed_label(context, text)
    if label is None and context.person.guest is not None and asks_to_hand_back(text):
        label = HANDS_BACK
    if label is None or verb_in(parted(label)[0]) not in HANDS_ON:
        return False
    await press_typed(update, context, label)
    return True


def typed_label(
    context: Context, text: str, *, topic: str | None = None, below: str | None = None
) -> str | None:
    """The data of the button whose label, or whose number, was typed; None if there is none.

    All buttons shown in this chat count, first those of the message that this one replies to, then
    the newest; with ``topic`` only those of that topic's message, with ``below`` only those in
    messages newer than that topic's. A yes, a no and a number are for the newest thing alone.
    """
    chat, replied_to = context.chat, context.turn.parsed.replied_to
    last = max((chat.place(s) for s in context.turn.shown if s.topic == below), default=0)
    candidates = [s for s in chat.screens if topic in (None, s.topic) and chat.place(s) > last]
    if topic is None and is_bare(text):
        newest = chat.newest_with_buttons
        lowest = newest.message_id if newest is not None else None
        candidates = [s for s in candidates if s.message_id in (lowest, replied_to)]
    for shown in sorted(candidates, key=lambda s: (s.message_id != replied_to, -chat.place(s))):
        found = label_on(context, shown, text)
        if found is not None:
            return found
    return None


def is_bare(text: str) -> bool:
    """Whether a message is only a yes, a no or numbers: it names no screen, so it is for the one
    that its writer has in front of them."""
    return yes_or_no(text) is not None or bool(numbers_in(text))


def begun_label(context: Context, text: str) -> str | None:
    """The data of the one button of the newest screen with buttons whose label begins with these
    whole words; None for too few letters. Where words are waited for, a
    beginning is no label."""
    newest = context.chat.newest_with_buttons
    if not may_begin_a_label(text) or newest is None:
        return None
    found = [
        data
        for label, data in newest.buttons.items()
        if any(label_begins(text, said) for said in (label, without_number(label)))
        and data.partition(":")[0] not in COSTS
    ]
    return found[0] if len(found) == 1 else None
