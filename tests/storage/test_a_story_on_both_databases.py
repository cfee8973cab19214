"""One short story through the whole bot, on SQLite and on PostgreSQL: they tell it alike."""

from datetime import timedelta
from pathlib import Path

import pytest
from storage_story import BUCKINGHAMSHIRE, START, joins

from engagement.staff.rights import Role
from wardmote.demo.stage import ScriptedUser, staged
from wardmote.service.lock import AlreadyRunning


async def test_join_answer_change_send_export_forget(url: str, tmp_path: Path) -> None:
    async with staged(
        BUCKINGHAMSHIRE, start=START, folder=tmp_path, seed=3, database_url=url
    ) as stage:
        amina, ben = await joins(stage, "Amina"), await joins(stage, "Ben")
        await amina.taps("Answer now")
        await amina.types("depends, the alley is dark")
        await amina.taps("Yes, keep it")
        await amina.taps("3")
        await amina.taps("Back")
        await amina.taps("2")
        await amina.types("1, 4")
        await amina.taps("Done")
        await amina.taps("5")
        assert "All 4 answers are saved" in await amina.types("More lamps & benches")
        member = ScriptedUser(stage, stage.emulator.phone("Member"))
        await member.start(await stage.invite(Role.BOARD_MEMBER, "Member", ("E05013131",)))
        await member.types("/send")
        await member.taps("Something else")
        await member.types("The lamps are on.")
        assert "Fewer than 10 arrived" in await member.taps("Send to fewer than 10 people")
        assert "Benches" not in (ben.phone.last.text if ben.phone.last else "")
        officer = ScriptedUser(stage, stage.emulator.phone("Officer"))
        await officer.start(await stage.invite(Role.OFFICER, "Officer"))
        assert "Fewer than 10 people answered" in await officer.types("/results")
        assert "can be exported after" in await officer.types("/export")
        closes_at = BUCKINGHAMSHIRE.consultations["local-priorities"].closes_at
        await stage.until(closes_at + timedelta(minutes=16))
        second = ScriptedUser(stage, stage.emulator.phone("Second"))
        await second.start(await stage.invite(Role.OFFICER, "Second"))
        await officer.types("/export")
        await officer.taps("Ask for approval")
        await second.taps("Yes, approve the file")
        await officer.taps("CSV")
        document = officer.phone.last.document if officer.phone.last else None
        assert document is not None
        assert 'Jobs and careers,"depends, the alley is dark"' in document.content.decode()
        await amina.types("/forget")
        assert "We've forgotten this chat" in await amina.taps("Yes")
        await stage.until(stage.clock.now() + timedelta(hours=20))
        assert "You haven't answered" in await ben.types("/mine")


async def test_a_second_process_on_the_same_database_is_refused(url: str, tmp_path: Path) -> None:
    async with staged(BUCKINGHAMSHIRE, start=START, folder=tmp_path, seed=3, database_url=url):
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        with pytest.raises(AlreadyRunning, match="Stop it first"):
            async with staged(
                BUCKINGHAMSHIRE, start=START, folder=elsewhere, seed=4, database_url=url
            ):
                pass
