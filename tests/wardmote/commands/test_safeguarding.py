"""`wardmote safeguarding`, and what a real bot needs before it starts."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from deployment import Deployment

from engagement.staff.rights import Role

REAL = "https://api.telegram.org"


def in_days(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


async def staff_numbers(deployment: Deployment, *labels: str) -> list[str]:
    """The numbers of new members of staff."""
    for label in labels:
        code, said = await deployment.command("invite", "--role", "officer", "--name", label)
        assert code == 0
        phone = deployment.emulator.phone(label)
        found = re.search(r"start=([\w-]+)", said)
        assert found is not None
        phone.start(found[1])
        await deployment.see(lambda phone=phone: phone.last is not None)
    _, listed = await deployment.command("staff", "list")
    return [line.split()[0] for line in listed.splitlines()]


async def test_two_people_are_named_listed_and_ended(deployment: Deployment) -> None:
    await deployment.runs()
    code, said = await deployment.command("safeguarding", "list")
    assert code == 0
    assert "Fewer than 2 people are named" in said
    first, second = await staff_numbers(deployment, "Ruth", "Dev")
    for number in (first, second):
        code, said = await deployment.command(
            "safeguarding", "name", number, "--until", in_days(30)
        )
        assert code == 0
        assert "is named to read words of danger" in said
    code, said = await deployment.command("safeguarding", "list")
    assert said.count("to the end of") == 2
    assert "Fewer than" not in said
    code, said = await deployment.command("safeguarding", "end", first)
    assert "no longer reads words of danger" in said
    code, said = await deployment.command("safeguarding", "end", first)
    assert "Nothing has changed" in said
    _, said = await deployment.command("doctor")
    assert "look  safeguarding: fewer than two people read words of danger" in said


async def test_what_cannot_be_named_is_said_in_one_line(deployment: Deployment) -> None:
    await deployment.runs()
    (number,) = await staff_numbers(deployment, "Ruth")
    for words, line in (
        ((number, "--until", "soon"), "soon is not a date. Write it as 2027-03-31."),
        ((number, "--until", in_days(-2)), "Give an end date from today on"),
        ((number, "--until", in_days(400)), "Give an end date from today on"),
        ((number, "--until", "9999-12-31"), "Give an end date from today on, and within a year."),
        ((number, "--until", "0001-01-01"), "Give an end date from today on"),
        ((number, "--until", "2027-W10-1"), "2027-W10-1 is not a date. Write it as 2027-03-31."),
        ((number, "--until", "20270331"), "20270331 is not a date"),
        (("nobody", "--until", in_days(9)), "Nobody who holds a role has the number nobody"),
    ):
        code, said = await deployment.command("safeguarding", "name", *words)
        assert code == 1
        assert line in said
        assert "Traceback" not in said
    code, said = await deployment.command("safeguarding", "end", "nobody")
    assert (code, "Nobody who holds a role" in said) == (1, True)


async def test_a_real_bot_needs_the_councils_own_numbers(deployment: Deployment) -> None:
    code, said = await deployment.command("run", WARDMOTE_BOT_API=REAL)
    assert code == 1
    assert "Buckinghamshire Council has no numbers for safeguarding" in said
    path = deployment.content / "council.yaml"
    written = path.read_text()
    for own in ('day: "01632 960001"', 'out_of_hours: "01632 960002"'):
        path.write_text(written.replace("privacy:\n", f"safeguarding:\n  {own}\nprivacy:\n", 1))
        code, said = await deployment.command("run", WARDMOTE_BOT_API=REAL)
        assert "has no numbers for safeguarding" in said
    _, said = await deployment.command("doctor", WARDMOTE_BOT_API=REAL)
    assert "bad  safeguarding numbers: add day and out_of_hours" in said


async def test_a_bot_api_server_of_ones_own_on_this_machine_is_real(deployment: Deployment) -> None:
    """Its address alone let a bot start without the numbers."""
    code, said = await deployment.command("run", WARDMOTE_EMULATOR="false")
    assert code == 1
    assert "Buckinghamshire Council has no numbers for safeguarding" in said
    _, said = await deployment.command("doctor", WARDMOTE_EMULATOR="false")
    assert "bad  safeguarding numbers: add day and out_of_hours" in said


def has_numbers(deployment: Deployment, day: str, night: str) -> None:
    path = deployment.content / "council.yaml"
    own = f'safeguarding:\n  day: "{day}"\n  out_of_hours: "{night}"\nprivacy:\n'
    path.write_text(path.read_text().replace("privacy:\n", own, 1))


async def test_checking_the_files_says_that_the_numbers_are_missing(
    deployment: Deployment,
) -> None:
    """It said that all was good, and the bot refused to start."""
    code, said = await deployment.command("check-content", str(deployment.content))
    assert code == 0
    assert "All good" not in said
    assert "Before residents can write: Buckinghamshire Council has no numbers" in said
    has_numbers(deployment, "01632 960001", "0300 456 7890 ext. 2")
    code, said = await deployment.command("check-content", str(deployment.content))
    assert (code, "All good" in said) == (0, True)


@pytest.mark.parametrize("number", ["x", "12", "01632 960001 or not", "999 " * 7])
async def test_what_is_no_telephone_number_is_not_taken_for_one(
    deployment: Deployment, number: str
) -> None:
    has_numbers(deployment, "01632 960001", number)
    code, said = await deployment.command("check-content", str(deployment.content))
    assert code == 1
    assert "a telephone number is expected, such as 01632 960001" in said


async def test_the_only_administrator_is_not_removed_without_a_yes(deployment: Deployment) -> None:
    """They were gone without a warning."""
    await deployment.with_staff(Role.ADMINISTRATOR, label="Ada")
    _, listed = await deployment.command("staff", "list")
    number = listed.split()[0]
    code, said = await deployment.command("staff", "remove", number)
    assert code == 1
    assert "Ada is the only administrator" in said
    assert "wardmote invite --role administrator" in said
    await deployment.with_staff(Role.ADMINISTRATOR, label="Grace")
    code, said = await deployment.command("staff", "remove", number)
    assert (code, "Ada (administrator) no longer holds a role." in said) == (0, True)
    _, listed = await deployment.command("staff", "list")
    code, said = await deployment.command("staff", "remove", listed.split()[0], "--yes")
    assert (code, "Grace (administrator) no longer holds a role." in said) == (0, True)
