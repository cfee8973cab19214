"""A board member sends: own wards, preview, the exact number, a second yes, a true report."""

from dataclasses import replace
from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, CHESHAM, Neighbourhood, Person

from content.library import Library
from content.schema.council import Council, Thresholds
from emulator import CutAfter, CutBefore, Html200, RetryAfter, Status
from engagement.consultations.receipt import base36

NEWS = "The new lamps behind the shops are on from Monday."


@pytest.fixture
async def three(hood: Neighbourhood) -> list[Person]:
    """Three residents of Booker, Cressex and Castlefield."""
    return await hood.residents(3, "HP12 3HP")


async def writes(member: Person, text: str = NEWS) -> str:
    """To one's only ward, about the first theme."""
    await member.types("/send")
    await member.taps("Education")
    return await member.types(text)


async def test_what_is_previewed_is_what_arrives(hood: Neighbourhood, three: list[Person]) -> None:
    member = await hood.board_member()
    preview = await writes(member)
    await member.taps("Send to fewer than 10 people")
    arrived = three[0].sees
    assert NEWS in arrived
    assert "Education and Skills · Booker, Cressex and Castlefield" in arrived
    assert "/stop" in arrived
    assert arrived in preview


async def test_the_report_adds_up(hood: Neighbourhood, three: list[Person]) -> None:
    member = await hood.board_member()
    three[1].phone.delete_account()
    await writes(member)
    report = await member.taps("Send to fewer than 10 people")
    assert "Of fewer than 10 people" in report
    assert "Fewer than 10 arrived" in report
    assert "Fewer than 10 blocked us, left before it reached them, want no news, have" in report


async def test_only_the_chosen_wards_get_it(hood: Neighbourhood, three: list[Person]) -> None:
    elsewhere = await hood.resident("Chesham resident", "Chesham")
    member = await hood.board_member(BOOKER, CHESHAM)
    await member.types("/send")
    await member.taps("1")
    await member.taps("Done")
    await member.taps("Something else")
    await member.types(NEWS)
    await member.taps("Send to fewer than 10 people")
    assert three[0].said_by_bot(NEWS) == 1
    assert elsewhere.said_by_bot(NEWS) == 0


async def test_everything_can_be_typed(hood: Neighbourhood, three: list[Person]) -> None:
    member = await hood.board_member(BOOKER, CHESHAM)
    await member.types("/send")
    assert "1 ward chosen" in await member.types("1")
    assert member.labels[0].startswith("✓ Chosen: 1 ")
    await member.types("done")
    await member.types("Something else")
    assert "To fewer than 10 people" in await member.types(NEWS)


async def test_what_is_no_subject_is_refused_and_nothing_is_lost(
    hood: Neighbourhood, three: list[Person]
) -> None:
    member = await hood.board_member()
    await member.types("/send")
    assert (await member.types(NEWS)).startswith("That isn't on this list.")
    assert (await member.types("99")).startswith("That isn't on this list.")
    await member.types("Something else")
    assert "To fewer than 10 people" in await member.types(NEWS)


async def test_wards_outside_ones_own_cannot_be_chosen_or_typed(hood: Neighbourhood) -> None:
    member = await hood.board_member(BOOKER, CHESHAM)
    await member.types("/send")
    abbey = hood.stage.service.world.loaded.ward_codes[ABBEY]
    member.phone.forge(f"sw:{base36(abbey)}")
    await member.settles()
    assert "outside your wards" in member.toast
    assert "outside your wards" in await member.types("Abbey")


async def test_an_officer_may_send_to_the_plans_wards_or_all(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await officer.types("/send")
    assert "The plan's 10 wards" in officer.labels
    assert "All 49" in officer.labels


async def test_an_invitation_brings_the_first_question(
    hood: Neighbourhood, three: list[Person]
) -> None:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("The questions")
    await member.types("Please tell us what should come first.")
    await member.taps("Send to")
    assert "4 questions, about 2 minutes" in three[0].sees
    assert (await three[0].taps("Answer now")).startswith("1 of 4.")
    assert three[0].said_by_bot("Please tell us what should come first.") == 1


async def test_a_broadcast_to_nobody_goes_like_one_to_a_few(hood: Neighbourhood) -> None:
    """P2. A refusal would tell that nobody has joined."""
    member = await hood.board_member()
    preview = await writes(member)
    report = await member.taps("Send to fewer than 10 people")
    await hood.resident("The first", "HP12 3HP")
    assert await writes(member) == preview
    assert "It may be nobody yet." in preview
    assert await member.taps("Send to fewer than 10 people") == report
    assert "\nSent. Of fewer than 10 people:\nFewer than 10 arrived\n" in report


async def test_too_long_a_text_is_refused_with_both_numbers(hood: Neighbourhood) -> None:
    member = await hood.board_member()
    refused = await writes(member, "x" * 3001)
    assert "3,001 characters" in refused
    assert "3,000" in refused
    assert "To fewer than 10 people" in await member.types("Shorter")


async def test_send_it_to_me_first_and_change_and_cancel(
    hood: Neighbourhood, three: list[Person]
) -> None:
    member = await hood.board_member()
    await writes(member)
    assert NEWS in await member.taps("Send it to me first")
    await member.taps("Change")
    await member.types("Better words")
    await member.taps("Cancel")
    assert three[0].said_by_bot("Better words") == 0
    assert "Cancelled. Nothing was sent." in member.sees


async def test_somebody_who_stopped_is_not_sent_to(
    hood: Neighbourhood, three: list[Person]
) -> None:
    await three[0].types("/stop")
    member = await hood.board_member()
    await writes(member)
    await member.taps("Send to fewer than 10 people")
    assert three[0].said_by_bot(NEWS) == 0


async def test_somebody_who_blocked_us_and_came_back_is_sent_to(
    hood: Neighbourhood, three: list[Person]
) -> None:
    three[0].phone.block()
    await three[0].settles()
    member = await hood.board_member()
    assert "To fewer than 10 people" in await writes(member)
    three[0].phone.unblock()
    await three[0].settles()
    await member.taps("Cancel")
    assert "To fewer than 10 people" in await writes(member)


class TestTheSecondYes:
    """Over the threshold (lowered here to 2) somebody else has to agree."""

    @pytest.fixture
    def buckinghamshire(self, buckinghamshire: Library) -> Library:
        council: Council = buckinghamshire.council
        strict = council.model_copy(update={"thresholds": Thresholds(second_yes=2)})
        return replace(buckinghamshire, council=strict)

    async def test_the_second_person_sees_copy_and_number_and_says_yes(
        self, hood: Neighbourhood, three: list[Person]
    ) -> None:
        author = await hood.board_member(label="First member")
        second = await hood.board_member(label="Second member")
        preview = await writes(author)
        assert "over 2 people, a second person has to approve it first" in preview
        assert "We've asked: Second member" in await author.taps("Send to fewer than 10 people")
        assert "First member asks you to approve this" in second.sees
        assert NEWS in second.sees
        assert three[0].said_by_bot(NEWS) == 0
        await second.taps("Yes, send to fewer than 10 people")
        assert three[0].said_by_bot(NEWS) == 1
        assert "Fewer than 10 arrived" in author.sees
        assert "Approved by: Second member" in author.sees

    async def test_a_no_sends_nothing_and_the_author_is_told(
        self, hood: Neighbourhood, three: list[Person]
    ) -> None:
        author = await hood.board_member(label="First member")
        second = await hood.board_member(label="Second member")
        await writes(author)
        await author.taps("Send to fewer than 10 people")
        await second.taps("No, don't send")
        assert "Second member declined it. Nothing was sent" in author.sees
        assert three[0].said_by_bot(NEWS) == 0

    async def test_the_author_cannot_be_the_second_person(
        self, hood: Neighbourhood, three: list[Person]
    ) -> None:
        author = await hood.board_member(label="First member")
        second = await hood.board_member(label="Second member")
        await writes(author)
        await author.taps("Send to fewer than 10 people")
        yes = second.phone.keyboard_message
        assert yes is not None
        author.phone.forge(yes.buttons[0][0].data or "")
        await author.settles()
        assert "Somebody else has to approve this" in author.toast
        assert three[0].said_by_bot(NEWS) == 0

    async def test_fault_27_two_approvers_and_two_taps_make_one_broadcast(
        self, hood: Neighbourhood, three: list[Person]
    ) -> None:
        author = await hood.board_member(label="First member")
        second = await hood.board_member(label="Second member")
        third = await hood.board_member(label="Third member")
        await writes(author)
        author.phone.tap("Send to fewer than 10 people")
        author.phone.tap("Send to fewer than 10 people")
        await author.settles()
        second.phone.tap("Yes, send")
        third.phone.tap("Yes, send")
        await third.settles()
        assert [p.said_by_bot(NEWS) for p in three] == [1, 1, 1]
        assert any("approved it already" in person.sees for person in (second, third))

    async def test_nobody_else_there_means_not_sent_and_the_text_is_kept(
        self, hood: Neighbourhood, three: list[Person]
    ) -> None:
        author = await hood.board_member()
        await writes(author)
        await author.taps("Send to fewer than 10 people")
        assert "A second person must approve it" in author.sees + author.toast
        await hood.board_member(label="Second member")
        assert "We've asked" in await author.taps("Send to fewer than 10 people")

    async def test_the_author_can_take_it_back_while_waiting(
        self, hood: Neighbourhood, three: list[Person]
    ) -> None:
        author = await hood.board_member(label="First member")
        second = await hood.board_member(label="Second member")
        await writes(author)
        await author.taps("Send to fewer than 10 people")
        asked = second.phone.keyboard_message
        assert asked is not None
        yes = asked.buttons[0][0].data or ""
        await author.taps("Cancel")
        second.phone.tap_data(asked.message_id, yes)
        await second.settles()
        assert "First member cancelled it. Nothing was sent." in second.sees
        assert three[0].said_by_bot(NEWS) == 0

    async def test_rights_lost_meanwhile_are_rights_lost(
        self, hood: Neighbourhood, three: list[Person]
    ) -> None:
        author = await hood.board_member(label="First member")
        second = await hood.board_member(label="Second member")
        await writes(author)
        await author.taps("Send to fewer than 10 people")
        yes = second.phone.keyboard_message
        assert yes is not None
        await second.types("/forget")
        await second.taps("Yes, forget me")
        second.phone.tap_data(yes.message_id, yes.buttons[0][0].data or "")
        await second.settles()
        assert three[0].said_by_bot(NEWS) == 0


async def test_fault_16_a_429_pauses_the_whole_bot_and_nobody_is_lost(
    hood: Neighbourhood, three: list[Person]
) -> None:
    member = await hood.board_member()
    await writes(member)
    hood.stage.emulator.faults.next("sendMessage", RetryAfter(30), chat_id=three[0].phone.user_id)
    before = hood.stage.clock.now()
    await member.taps("Send to fewer than 10 people")
    assert hood.stage.clock.now() - before >= timedelta(seconds=30)
    assert [p.said_by_bot(NEWS) for p in three] == [1, 1, 1]
    assert "Fewer than 10 arrived" in member.sees


@pytest.mark.parametrize("fault", [CutAfter(), Html200(done=True), Status(502, "Bad Gateway")])
async def test_fault_17_what_may_have_arrived_is_unknown_and_not_sent_again(
    hood: Neighbourhood, three: list[Person], fault: object
) -> None:
    member = await hood.board_member()
    await writes(member)
    hood.stage.emulator.faults.next("sendMessage", fault, chat_id=three[0].phone.user_id)
    await member.taps("Send to fewer than 10 people")
    assert "Fewer than 10 arrived" in member.sees
    assert "Fewer than 10 may or may not have arrived" in member.sees
    assert three[0].said_by_bot(NEWS) <= 1


async def test_a_cut_before_the_answer_is_unknown_too(
    hood: Neighbourhood, three: list[Person]
) -> None:
    member = await hood.board_member()
    await writes(member)
    hood.stage.emulator.faults.next("sendMessage", CutBefore(), chat_id=three[0].phone.user_id)
    await member.taps("Send to fewer than 10 people")
    assert "Fewer than 10 may or may not have arrived" in member.sees


async def test_a_definite_no_is_counted_as_failed(hood: Neighbourhood, three: list[Person]) -> None:
    member = await hood.board_member()
    await writes(member)
    no = Status(400, "Bad Request: chat not found")
    hood.stage.emulator.faults.next("sendMessage", no, chat_id=three[0].phone.user_id)
    await member.taps("Send to fewer than 10 people")
    assert "Fewer than 10 could not be sent" in member.sees


async def test_replies_wait_no_longer_the_longer_a_broadcast_goes_on(hood: Neighbourhood) -> None:
    """Each takes the next start but one; none pushes those after it further back."""
    residents = await hood.residents(40, "HP12 3HP")
    member = await hood.board_member()
    await writes(member)
    clock = hood.stage.clock
    member.phone.tap("Send to up to about 40 people")
    asked = {}
    for resident in residents[:8]:
        await hood.stage.until(clock.now() + timedelta(seconds=0.12))
        asked[resident.phone.user_id] = clock.now()
        resident.phone.type("/help")
    await member.settles()
    waits = [
        (m.sent_at - asked[r.phone.user_id]).total_seconds()
        for r in residents[:8]
        for m in r.from_bot
        if m.sent_at >= asked[r.phone.user_id] and NEWS not in m.text
    ]
    assert len(waits) == 8
    assert max(waits) <= 0.13


async def test_several_wards_typed_by_name_are_ticked(hood: Neighbourhood) -> None:
    """Nothing of an officer's list is called outside their wards."""
    officer = await hood.officer()
    await officer.types("/send")
    await officer.types("Abbey, Chesham and booker, cressex & castlefield")
    ticked = [label for label in officer.labels if label.startswith("✓")]
    assert len(ticked) == 3 or "3 wards chosen" in officer.sees
    assert "That isn't one of the wards on the list." in await officer.types("Abbey, Nowhere")
    member = await hood.board_member(BOOKER, CHESHAM)
    await member.types("/send")
    assert "outside your wards" in await member.types("Chesham, Abbey")
