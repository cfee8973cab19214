"""Buttons: what each does, whether it is tapped or its label typed."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update

from bot.context import Context
from bot.handlers import answering, board, joining, languages, my_data, officer, reading
from bot.handlers.saying import Handler
from engagement.consultations.survey import folded
from engagement.errors import OldButton
from usecases.people.identify import Shown
from usecases.people.locate import Purpose

BUTTONS: Mapping[str, Handler] = {
    "s": joining.agree,
    "v": joining.privacy,
    "a": joining.age,
    "p": joining.poster_yes,
    "k": joining.postcode,
    "l": joining.ward_list,
    "w": joining.pick,
    "i": joining.ask_location,
    "x": languages.tap,
    "mw": my_data.ask_ward(Purpose.MOVE),
    "ml": my_data.ward_list(Purpose.MOVE),
    "mp": my_data.pick(Purpose.MOVE),
    "mi": my_data.ask_location(Purpose.MOVE),
    "mf": my_data.ask_ward(Purpose.FOLLOW),
    "mg": my_data.ward_list(Purpose.FOLLOW),
    "mh": my_data.pick(Purpose.FOLLOW),
    "mj": my_data.ask_location(Purpose.FOLLOW),
    "mu": my_data.unfollow,
    "f": my_data.forget,
    "n": my_data.new_messages,
    "co": answering.list_open,
    "c": answering.introduce,
    "b": answering.begin,
    "z": answering.later,
    "d": answering.who_decides,
    "q": answering.choose,
    "g": answering.go,
    "sw": board.ward,
    "sa": board.every_ward,
    "sp": board.page,
    "sd": board.wards_done,
    "ss": board.subject,
    "sc": board.change,
    "sx": board.cancel,
    "sm": board.send_me,
    "sy": board.yes,
    "y": board.second_yes,
    "t": board.take_back,
    "ta": board.ask_again,
    "ty": board.yes_again,
    "tn": board.not_again,
    "sn": board.new_wards,
    "o": reading.news_page,
    "j": reading.plan,
    "jp": reading.part,
    "h": reading.tick_theme,
    "hd": reading.themes_done,
    "u": reading.celebrate_page,
    "uw": reading.celebrate_ward,
    "uc": reading.card,
    "r": officer.show_results,
    "e": officer.ask_format,
    "ef": officer.send_export,
}


async def press(update: Update, context: Context) -> None:
    """Do what the pressed button does. Raises OldButton for data we never made."""
    act = BUTTONS.get(context.turn.pressed.partition(":")[0])
    if act is None:
        raise OldButton
    await act(update, context)


def typed_label(
    context: Context, text: str, *, topic: str | None = None, below: str | None = None
) -> str | None:
    """The data of the button whose label, or whose number, was typed, among those that stand in
    this chat (under ``topic`` alone, or below where ``below`` stands, where one is given); the
    newest message counts first."""
    words = folded(text)
    line = max((s.message_id for s in context.turn.shown if s.topic == below), default=0)
    among = [s for s in context.turn.shown if topic in (None, s.topic) and s.message_id > line]
    for shown in sorted(among, key=lambda s: -s.message_id):
        found = _labelled(shown, words)
        if found is not None:
            return found
    return None


def _labelled(shown: Shown, words: str) -> str | None:
    labels = {folded(label): data for label, data in shown.buttons.items()}
    if words in labels:
        return labels[words]
    # "1" for "1 What should come first in your area?"
    numbered = [data for label, data in labels.items() if label.split(" ")[0] == words]
    return numbered[0] if words.isdecimal() and len(numbered) == 1 else None
