"""A second instance on the same database or the same token: the newcomer logs why and exits.

Fails without `sole_user` (the lock next to the file), or without `polling._leave_if_not_alone`,
which is called for the probe and for a newcomer's first polls.
"""

import shutil

from deployment import Deployment, shows


async def test_fault_11_a_second_instance_on_the_same_database_exits(
    deployment: Deployment,
) -> None:
    await deployment.runs()
    code, said = await deployment.command("run")
    assert code == 1
    assert "Another Wardmote is already using wardmote.db" in said


async def test_fault_11_a_second_instance_on_the_same_token_exits_and_the_first_goes_on(
    deployment: Deployment,
) -> None:
    await deployment.runs(WARDMOTE_NEWCOMER_SECONDS="0")
    amina = await deployment.joins("Amina")
    elsewhere = deployment.folder / "other.db"
    shutil.copy(deployment.folder / "wardmote.db", elsewhere)
    code, said = await deployment.command(
        "run", WARDMOTE_DATABASE=f"sqlite+aiosqlite:///{elsewhere}"
    )
    assert code == 1
    assert "Another Wardmote is using this token" in said
    amina.type("/mine")
    await deployment.see(lambda: shows(amina, "You haven't answered"))
