"""The offer of the equality questions below a short form's receipt, until somebody decides on it.

Who goes on with the other questions leaves that receipt, and the offer with it: they have it once
more below the next receipt of this response.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.consultations.responses import Response
from storage.conversation import drafts
from storage.conversation.drafts import Draft
from usecases.people.identify import Person
from usecases.people.words_in_hand import UNDECIDED
from usecases.world import Transaction, World

JUST_NOW = timedelta(hours=1)
"""How long a receipt that didn't arrive is sent again."""
DOUBLE_TAP = timedelta(seconds=10)
_WHICH, _AGAIN = "which", "again"


def is_shown_again(response: Response, shown_at: datetime, now: datetime) -> bool:
    """Whether a receipt that this response had at ``shown_at``, less than an hour ago, is shown
    once more, as after a double tap or a lost reply: nothing else was done since."""
    if response.position is not None or now - shown_at > JUST_NOW:
        return False
    return response.updated_at - shown_at <= DOUBLE_TAP


def has_offer_again(person: Person, response: Response, now: datetime) -> bool:
    """Whether they have the offer once more below this receipt, or below the same one shown
    again."""
    draft = person.draft(UNDECIDED)
    if draft is None or response.short or draft.data.get(_WHICH) != response.consultation:
        return False
    again = draft.data.get(_AGAIN)
    return again is None or is_shown_again(response, datetime.fromisoformat(again), now)


async def note(tx: Transaction, world: World, person: Person, response: Response) -> None:
    """Note an offer below this receipt: of a short form, or the second one after it."""
    draft = person.draft(UNDECIDED)
    if person.contact is None or not (response.short or draft is not None):
        return
    data = {_WHICH: response.consultation}
    if draft is not None and not response.short:
        data[_AGAIN] = draft.data.get(_AGAIN) or world.now().isoformat()
    await drafts.keep(tx, person.contact.id, Draft(UNDECIDED, data), world.now())


async def decide(tx: Transaction, person: Person) -> None:
    """They have said yes or no to the offer."""
    if person.contact is not None and person.draft(UNDECIDED) is not None:
        await drafts.drop(tx, person.contact.id, Draft(UNDECIDED))
