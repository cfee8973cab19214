"""Buttons: what each does, whether it is tapped or its label typed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers import answering, board, joining, my_data, officer
from engagement.errors import OldButton
from engagement.survey import folded
from usecases.people import Shown

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]

BUTTONS: Mapping[str, Handler] = {
    "s": joining.agree,
    "v": joining.privacy,
    "a": joining.age,
    "p": joining.poster_yes,
    "k": joining.postcode,
    "l": joining.ward_list,
    "w": joining.pick,
    "mw": my_data.move_house,
    "ml": my_data.ward_list,
    "mp": my_data.pick,
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
    "r": officer.show_results,
    "e": officer.send_export,
}


async def press(update: Update, context: Context) -> None:
    """Do what the pressed button does. Raises OldButton for data we never made."""
    act = BUTTONS.get(context.turn.pressed.partition(":")[0])
    if act is None:
        raise OldButton
    await act(update, context)


def typed_label(context: Context, text: str) -> str | None:
    """The data of the button whose label, or whose number, was typed, among those that stand in
    this chat; the newest message counts first."""
    words = folded(text)
    for shown in sorted(context.turn.shown, key=lambda s: -s.message_id):
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
