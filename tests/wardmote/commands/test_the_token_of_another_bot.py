"""The token of another bot is noticed before anybody is written off, and a new bot is accepted."""

from deployment import Deployment, shows
from kill_and_look import arrived, asked, written

from emulator import Emulator, serve
from engagement.broadcasts.delivery import Reach

OTHER = "999888777:another-made-up-for-tests"


def reaches(deployment: Deployment) -> set[str]:
    """The reach of every contact."""
    return {row[0] for row in asked(deployment, "SELECT reach FROM contacts")}


async def test_a_start_with_another_bots_token_is_refused_until_it_is_accepted(
    deployment: Deployment,
) -> None:
    await deployment.kill(await deployment.runs())
    async with serve(Emulator(OTHER, "TrialBot")) as site:
        wrong = {"WARDMOTE_TOKEN": OTHER, "WARDMOTE_BOT_API": site.url}
        code, said = await deployment.command("run", **wrong)
        assert code == 1
        assert "another bot, @TrialBot: this database belongs to @WardmoteBot" in said
        assert "run `wardmote accept-bot`" in said
        code, said = await deployment.command("doctor", **wrong)
        assert code == 1
        assert "bad  token: This token is of another bot, @TrialBot" in said
        code, said = await deployment.command("accept-bot", **wrong)
        assert code == 0
        assert "This database now belongs to @TrialBot" in said
        await deployment.kill(await deployment.runs(**wrong))
        code, said = await deployment.command("accept-bot", **wrong)
        assert (code, said.strip()) == (
            0,
            "Nothing has changed: this database belongs to @TrialBot.",
        )
    code, said = await deployment.command("run")
    assert code == 1
    assert "another bot, @WardmoteBot: this database belongs to @TrialBot" in said


async def test_a_new_token_of_the_same_bot_is_taken(deployment: Deployment) -> None:
    await deployment.kill(await deployment.runs())
    async with serve(Emulator("100200300:renewed-for-tests", "WardmoteBot")) as site:
        renewed = {"WARDMOTE_TOKEN": "100200300:renewed-for-tests", "WARDMOTE_BOT_API": site.url}
        await deployment.runs(**renewed)


async def test_nobody_is_written_off_by_a_bot_they_never_started(deployment: Deployment) -> None:
    """Every refusal of a bot that people have never written to marked them as having blocked us,
    also for the right bot's next message."""
    member, people = await written(deployment, 3)
    await deployment.runs()
    for phone in people:
        phone.user.started = False
    member.tap("Send to")
    await deployment.see(lambda: shows(member, "Sent."))
    assert sum(arrived(people)) == 0
    assert reaches(deployment) == {Reach.REACHABLE}
