"""The story's broadcasts: an invitation, news, a reminder and an outcome, each with its report
checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from bot.views.localiser import Localiser
from engagement.consultations.survey import ResponseState
from wardmote.demo import witness
from wardmote.demo.resident_policy import REMINDING
from wardmote.demo.stage import ScriptedUser
from wardmote.demo.story import Story, asked_wards

INVITATION = "Your answers shape the plan for your area. It takes a few minutes."
OUTCOME = "Made up for this story: your board has read every answer, and takes the first wishes on."
REMINDER = f"{REMINDING} You can answer until {{day}}, and it takes a few minutes."
NEWS = "Thank you to all who have answered so far. The questions stay open until {day}."


async def invite(story: Story) -> None:
    """The officer invites the plan's wards."""
    await _ask(story, INVITATION)


async def remind(story: Story) -> None:
    """The officer invites a second time those who have not answered to the end."""
    say = Localiser(story.stage.words, "en", story.stage.service.world)
    await _ask(story, REMINDER.format(day=say.closes(story.consultation.closes_at)))


async def _ask(story: Story, words: str) -> None:
    officer = story.officer
    await officer.types("/send")
    wards = await _choose_wards(story)
    await officer.taps("The questions")
    await officer.types(words)
    # Who has begun is invited to go on.
    expected = story.expected().items()
    answered = {user for user, one in expected if one.state is ResponseState.COMPLETE}
    await send_and_check(story, officer, story.second, words, wards, left_out=answered)


async def send_news(story: Story) -> None:
    """A board member writes to all wards of their board."""
    board = story.board
    member = story.member
    await member.types("/send")
    say = Localiser(story.stage.words, "en", story.stage.service.world)
    words = NEWS.format(day=say.closes(story.consultation.closes_at))
    if len(board.wards) > 1:
        await member.taps("All ")
    await member.types("Something else")
    await member.types(words)
    await send_and_check(story, member, story.other_member, words, board.wards)


async def send_outcome(story: Story) -> None:
    """The officer sends what came of the answers, to all whom the questions were for."""
    officer = story.officer
    await officer.types("/send")
    wards = await _choose_wards(story)
    await officer.taps("What happened after")
    await officer.types(OUTCOME)
    await send_and_check(story, officer, story.second, OUTCOME, wards)


async def _choose_wards(story: Story) -> list[str]:
    """The officer chooses the wards that the story is about. Returns their codes."""
    library, officer = story.stage.library, story.officer
    asked = asked_wards(library, story.consultation)
    if len(asked) == len(library.wards):
        await officer.taps("All ")
    elif len(asked) == len(library.plan_wards):
        await officer.taps("The plan's")
    else:
        await officer.types(", ".join(ward.name for ward in asked))
        await officer.taps("Done")
    return [ward.code for ward in asked]


async def send_and_check(
    story: Story,
    author: ScriptedUser,
    second: ScriptedUser,
    words: str,
    wards: Sequence[str],
    *,
    left_out: Collection[int] | None = None,
) -> None:
    """Send the draft in the preview, have the second person approve it if that is needed, and
    check the ledger and the author's report against the residents' phones."""
    now = story.stage.clock.now()
    due = witness.audience_at(story.crowd.log, story.wards, wards, now, story.joined())
    due -= story.unreached
    living = Counter(story.wards[user] for user in due)
    invites = left_out is not None
    due -= {*(left_out or ())}
    shown = await author.taps("Send to")
    if "second person" in shown:
        await second.taps("Yes, send")
    report = author.phone.last.text if author.phone.last else ""
    tally = await story.stage.last_tally()
    reached = witness.reached(story.phones.values(), due, words)
    story.check(f"people this was for: {words[:30]}…", reached.audience, tally.audience)
    story.check("… arrived on their phones", reached.arrived, tally.sent)
    story.check("… did not arrive", len(reached.missed), tally.audience - tally.sent)
    thresholds = story.stage.service.world.thresholds
    told = witness.report_expected(thresholds, [living[ward] for ward in wards], some=invites)
    story.check("… as its report says", "as expected", witness.compared(told, report))
    story.unreached |= reached.missed
