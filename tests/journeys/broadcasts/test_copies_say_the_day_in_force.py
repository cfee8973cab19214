"""Copies of one message are rendered once for many people, and again when staff have decided that
the questions close on another day."""

from dataclasses import replace
from datetime import timedelta

from company import BOOKER, Neighbourhood

from bot.sending.rendered_messages import RenderedMessages
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.consultations.steering import SteeringAct, SteeringStep, steered, steering_of
from storage.consultations.versions import Published
from usecases.broadcasts.deliver import OutgoingMessage
from usecases.broadcasts.message import BroadcastMessage

WHICH = "local-priorities"


async def test_a_copy_that_leaves_after_an_extension_says_the_later_close(
    hood: Neighbourhood,
) -> None:
    """It still said the former day, until the files were reloaded."""
    world = hood.stage.service.world
    copies = RenderedMessages(world, hood.stage.words)

    def copy() -> str:
        known = world.loaded.consultations[WHICH].consultation
        wards = (hood.library.wards[BOOKER],)
        asks = BroadcastMessage(
            BroadcastKind.INVITATION, "Please tell us.", wards, consultation=known, code=1
        )
        parcel = OutgoingMessage(1, 1, 1, "en", asks, edition=(1, "en", "", ()))
        return copies.body(parcel).decode()

    assert "30 September" in copy()
    known = world.loaded.consultations[WHICH]
    was = steering_of(known.consultation)
    assert was is not None
    closes = known.consultation.closes_at + timedelta(days=7)
    now = was.after(SteeringStep(SteeringAct.EXTENDED, world.now(), until=closes))
    later = Published(known.version_id, steered(hood.library.consultations[WHICH], now))
    world.loaded = replace(world.loaded, consultations={**world.loaded.consultations, WHICH: later})
    assert "7 October" in copy()
    assert "30 September" not in copy()
