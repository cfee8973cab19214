"""What staff see of a message that is no longer theirs to send, or was never theirs to decide."""

from company import ABBEY, BOOKER, CHESHAM, Neighbourhood

from engagement.consultations.receipt import base36
from engagement.staff.rights import Role
from storage.broadcasts import records
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from usecases.world import Transaction

LAMPS = "The lamps behind the shops are on."


async def newest_broadcast(hood: Neighbourhood) -> int:
    """The code of the newest broadcast, as buttons carry it."""

    async def read(tx: Transaction) -> int:
        newest = (await records.unreported(tx))[-1]
        return await codes.code_for(tx, CodeKind.BROADCAST, str(newest.id))

    return await hood.stage.service.batcher.run(read)


async def test_somebody_who_was_not_asked_learns_nothing_of_a_message_elsewhere(
    hood: Neighbourhood,
) -> None:
    """A made-up "Give no reason" answered everybody with the number of people."""
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(BOOKER, label="Author")
    await hood.board_member(BOOKER, label="Second")
    stranger = await hood.board_member(CHESHAM, label="Of Chesham")
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    assert "A second person has to approve it" in await author.taps("Send to")
    stranger.phone.forge(f"yn:{base36(await newest_broadcast(hood))}")
    await stranger.settles()
    assert "Nothing was sent" not in stranger.sees
    assert stranger.toast.startswith("That button is too old")


async def test_with_a_new_role_people_of_the_old_wards_are_not_counted(
    hood: Neighbourhood,
) -> None:
    await hood.residents(12, "HP12 3HP")
    board = await hood.board_member(BOOKER, ABBEY)
    await board.types("/send")
    await board.taps("All 2")
    await board.taps("Public Realm")
    await board.types(LAMPS)
    payload = await hood.stage.invite(Role.BOARD_MEMBER, "Board", (ABBEY,))
    await board.start(payload)
    await board.taps("Yes, change my role")
    preview = await board.types("More on Friday")
    assert "Public Realm · Abbey\n" in preview
    assert "Some of its wards are not yours any more. They are left out." in preview
    assert "about 10 people" not in preview
    await board.types("/send")
    preview = await board.taps("Go on with")
    assert LAMPS in preview
    assert "Public Realm · Abbey\n" in preview
