"""`wardmote duty`: who has which duty, for which wards, until when."""

from company import ABBEY
from deployment import Deployment
from test_safeguarding import in_days, staff_numbers


async def test_a_duty_is_given_listed_and_ended(deployment: Deployment) -> None:
    await deployment.runs()
    _, said = await deployment.command("duty", "list")
    assert "Nobody has a duty" in said
    assert "Fewer than 2 people are named to read words of danger" in said
    ruth, dev = await staff_numbers(deployment, "Ruth", "Dev")
    code, said = await deployment.command(
        "duty", "give", ruth, "moderator", "--until", in_days(30), "--wards", ABBEY, "--by", dev
    )
    assert code == 0
    assert f"Ruth has the duty moderator for Abbey, to the end of {in_days(30)}." in said
    _, said = await deployment.command("duty", "list")
    assert f"{ruth}  moderator  Ruth  Abbey  to the end of {in_days(30)}" in said
    assert "decided by Dev" in said
    code, said = await deployment.command("duty", "end", ruth, "moderator")
    assert (code, "Ruth no longer has the duty moderator." in said) == (0, True)
    code, said = await deployment.command("duty", "end", ruth, "moderator")
    assert (code, "Nothing has changed" in said) == (0, True)
    _, said = await deployment.command("duty", "list")
    assert "(over)" in said
    assert "ended" in said


async def test_naming_people_to_read_words_of_danger_gives_them_that_duty(
    deployment: Deployment,
) -> None:
    await deployment.runs()
    ruth, dev = await staff_numbers(deployment, "Ruth", "Dev")
    await deployment.command("safeguarding", "name", ruth, "--until", in_days(30))
    code, _ = await deployment.command("duty", "give", dev, "safeguarding", "--until", in_days(30))
    assert code == 0
    _, by_duty = await deployment.command("duty", "list")
    _, by_naming = await deployment.command("safeguarding", "list")
    assert by_duty.count("safeguarding  ") == by_naming.count(f"to the end of {in_days(30)}") == 2
    assert "Fewer than" not in by_duty + by_naming
    await deployment.command("staff", "remove", dev)
    _, said = await deployment.command("duty", "list")
    assert f"Dev  every ward  ended with the role on {in_days(0)}" in said
    assert "(over)" in said
    assert "Fewer than 2 people are named to read words of danger" in said
    _, said = await deployment.command("doctor")
    assert "look  safeguarding: fewer than two people read words of danger" in said


async def test_a_duty_that_cannot_be_given_is_said_in_one_line(deployment: Deployment) -> None:
    await deployment.runs()
    (ruth,) = await staff_numbers(deployment, "Ruth")
    good = ("--until", in_days(9))
    for words, line in (
        ((ruth, "king", *good), "A duty is one of: moderator, safeguarding, monitoring-officer"),
        ((ruth, "owner", "--until", "soon"), "soon is not a date. Write it as 2027-03-31."),
        ((ruth, "owner", "--until", in_days(400)), "Give an end date from today on"),
        (
            (ruth, "owner", *good, "--wards", ""),
            "--wards names no ward. For every ward, leave it out.",
        ),
        ((ruth, "owner", *good, "--wards", " , "), "--wards names no ward."),
        ((ruth, "owner", *good, "--wards", "E1"), "E1 isn't the code of a ward of"),
        ((ruth, "owner", *good, "--wards", "abbey"), f"The code of Abbey is {ABBEY}."),
        (
            (ruth, "safeguarding", *good, "--wards", ABBEY),
            "The duty safeguarding is for every ward: leave out --wards.",
        ),
        (("nobody", "owner", *good), "Nobody who holds a role has the number nobody"),
        (
            (ruth, "owner", *good, "--by", "nobody"),
            "Nothing was given: --by nobody is not the number of a colleague who holds a role.",
        ),
    ):
        code, said = await deployment.command("duty", "give", *words)
        assert code == 1
        assert line in said
        assert "Traceback" not in said
    for words, line in (
        (("nobody", "owner"), "Nobody who holds a role has the number nobody"),
        ((ruth, "king"), "A duty is one of"),
    ):
        code, said = await deployment.command("duty", "end", *words)
        assert (code, line in said) == (1, True)
