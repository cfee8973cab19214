"""What a member of staff is asked before something is done, as it is shown again: they typed its
button below something newer, and the next time it is in front of them."""

from __future__ import annotations

from bot.context import Context
from bot.screens import numbers_in
from usecases.broadcasts import asked_polls, election_hold, send_again
from usecases.consultations import manage_words
from usecases.operations import complaints, requests


async def staff_question(context: Context, verb: str, data: str) -> object | None:
    """The question that this button answers; None where it is asked no more. Raises what asking
    raises."""
    tx, world, person = context.tx, context.world, context.person
    match verb:
        case "hr":
            return await election_hold.show(tx, world, person, numbers_in(data)[0])
        case "ty":
            return await send_again.ask(tx, world, person, numbers_in(data)[0])
        case "rd":
            return await requests.show(tx, world, person, numbers_in(data)[0])
        case "pk":
            return await complaints.outcome_again(tx, person)
        case "od" | "ok":
            return await manage_words.asked_again(tx, world, person)
        case "ay":
            return await asked_polls.asked_again(tx, world, person)
        case _:
            return None
