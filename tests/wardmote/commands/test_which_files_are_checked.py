"""`wardmote check-content` alone checks the files of the bot here, and names their folder."""

import pytest
from deployment import Deployment


async def test_without_a_folder_the_bots_own_files_are_checked(deployment: Deployment) -> None:
    """It checked Buckinghamshire's and found no mistakes, while the council's had one."""
    code, said = await deployment.command("check-content")
    assert code == 0, said
    assert said.startswith(f"Checking {deployment.content}.\n")
    path = deployment.content / "boards.yaml"
    path.write_text(path.read_text().replace("E05013131", "E05099999", 1))
    code, said = await deployment.command("check-content")
    assert code == 1
    assert "boards.yaml, line " in said
    assert "No mistakes" not in said


async def test_files_of_another_council_than_the_bots_are_a_mistake(deployment: Deployment) -> None:
    code, said = await deployment.command(
        "check-content", WARDMOTE_COUNCIL="north-northamptonshire"
    )
    assert code == 1
    assert "expected that of WARDMOTE_COUNCIL, north-northamptonshire" in said


async def test_with_settings_that_are_wrong_no_other_council_is_checked(
    deployment: Deployment,
) -> None:
    code, said = await deployment.command("check-content", WARDMOTE_TOKEN="")
    assert code == 1
    assert "WARDMOTE_TOKEN is missing" in said


@pytest.mark.parametrize("words", [("--council", "north-northamptonshire"), ()])
async def test_without_a_bot_a_council_by_name_or_the_example_is_checked(
    deployment: Deployment, words: tuple[str, ...]
) -> None:
    nothing = {"WARDMOTE_TOKEN": "", "WARDMOTE_COUNCIL": ""}
    code, said = await deployment.command("check-content", *words, **nothing)
    assert code == 0, said
    assert f"/{words[1] if words else 'buckinghamshire'}.\n" in said


async def test_a_real_bot_does_not_ask_people_about_themselves_by_a_made_up_policy(
    deployment: Deployment,
) -> None:
    path = deployment.content / "council.yaml"
    own = (
        'safeguarding:\n  day: "01632 960001"\n  out_of_hours: "01632 960002"\n'
        "equality_questions:\n  lawful_condition: Paragraph 8\n  policy_document: Our policy\n"
    )
    path.write_text(path.read_text().replace("privacy:\n", f"{own}  made_up: true\nprivacy:\n", 1))
    line = "Buckinghamshire Council asks people about themselves by a policy that is made up"
    code, said = await deployment.command("run", WARDMOTE_BOT_API="https://api.telegram.org")
    assert (code, line in said) == (1, True)
    code, said = await deployment.command("check-content", str(deployment.content))
    assert (code, line in said, "All good" in said) == (0, True, False)
    path.write_text(path.read_text().replace("  made_up: true\n", "", 1))
    code, said = await deployment.command("check-content", str(deployment.content))
    assert (code, "All good" in said) == (0, True)
