"""`wardmote legal-hold` while an open request holds deletion too: each line says what is so."""

from datetime import UTC, date, datetime

from deployment import Deployment

from engagement.operations.deadlines import RequestKind
from engagement.staff.rights import Role
from storage.engine.database import Database
from storage.operations import requests
from storage.operations.requests import MarkedRequest
from storage.staff import members


async def marks_a_request(deployment: Deployment) -> None:
    await deployment.with_staff(Role.OFFICER)
    now = datetime.now(UTC)
    asked = MarkedRequest(
        0, "R-G9N-MRT", RequestKind.MY_DATA, None, "all you hold", date(2022, 9, 5), None, now
    )
    database = Database(f"sqlite+aiosqlite:///{deployment.folder / 'wardmote.db'}")
    async with database.write() as tx:
        (officer,) = await members.current_staff(tx)
        await requests.add_request(tx, asked, staff_id=officer.id)
    await database.close()


async def test_each_command_says_what_still_holds_deletion(deployment: Deployment) -> None:
    await marks_a_request(deployment)
    request = "Legal hold request R-G9N-MRT, since "
    code, said = await deployment.command("legal-hold", "end")
    assert (code, said.splitlines()[0]) == (0, "There is no hold to end here.")
    assert request in said
    assert "Records are deleted" not in said
    code, said = await deployment.command("legal-hold", "begin", "case 7")
    assert said.startswith("Legal hold case 7, since ")
    code, said = await deployment.command("legal-hold", "begin", "case 8")
    assert said.startswith("Nothing has changed. Legal hold case 7, since ")
    code, said = await deployment.command("legal-hold", "show")
    assert ("Legal hold case 7" in said, request in said) == (True, True)
    code, said = await deployment.command("doctor")
    assert ("case 7, since" in said, "request R-G9N-MRT, since" in said) == (True, True)
    code, said = await deployment.command("legal-hold", "end")
    assert said.startswith(f"The hold case 7 is over.\n{request}")
    assert "within a minute" not in said


async def test_a_hold_alone_begins_and_ends(deployment: Deployment) -> None:
    none = "There is no legal hold. Records are deleted when they reach their age."
    assert (await deployment.command("legal-hold", "end"))[1].strip() == none
    await deployment.command("legal-hold", "begin", "case 7")
    said = (await deployment.command("legal-hold", "end"))[1]
    assert said.strip() == "The hold case 7 is over. What is too old is deleted within a minute."
    assert (await deployment.command("legal-hold", "show"))[1].strip() == none
