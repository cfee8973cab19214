"""Killed over the close of a consultation: what was sent before it counts, whatever happens next.

The real command, killed with kill -9, in real time.
"""

import asyncio
import re
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from deployment import Deployment, shows
from kill_and_look import answers, asked, at_the_first_question, nothing_owed

from emulator import Message, Phone

IN_TIME = {
    "English": "Your answer came in time, so it counts.",
    "اردو": "آپ کا جواب وقت پر آیا، اس لیے وہ گنا جائے گا۔",
}
SECOND = timedelta(seconds=1)


def closes_in(deployment: Deployment, seconds: int) -> datetime:
    """Let the questions that are open today close so soon, from the next start on."""
    edited = deployment.folder / "closing"
    shutil.copytree(deployment.content, edited)
    (path,) = edited.rglob("local-priorities.yaml")
    moment = (datetime.now(UTC) + (seconds + 1) * SECOND).replace(microsecond=0)
    line = re.compile(r"^closes_at: .*$", flags=re.MULTILINE)
    path.write_text(line.sub(f"closes_at: {moment:%Y-%m-%dT%H:%M:%S+00:00}", path.read_text()))
    deployment.content = edited
    return moment


async def passed(moment: datetime) -> None:
    await asyncio.sleep(max(0.0, (moment - datetime.now(UTC)).total_seconds()))


async def killed_before_the_close(
    deployment: Deployment, language: str
) -> tuple[Phone, Message, datetime]:
    """Amina, the first question on her phone, and the moment of the close; the bot was killed."""
    process = await deployment.runs()
    amina = await at_the_first_question(deployment)
    question = amina.last
    assert question is not None
    if language != "English":
        amina.type("/language")
        await deployment.see(lambda: shows(amina, "language"))
        amina.tap(language)
        # The question comes again in that language.
        await deployment.see(lambda: amina.last is not question and shows(amina, "1"))
        await deployment.see(lambda: nothing_owed(deployment))
        question = amina.last
        assert question is not None
    await deployment.kill(process)
    return amina, question, closes_in(deployment, 2)


@pytest.mark.parametrize("language", IN_TIME)
@pytest.mark.parametrize("typed", [True, False], ids=["typed", "tapped"])
async def test_what_was_sent_before_the_close_counts_after_a_kill_in_the_middle(
    deployment: Deployment, typed: bool, language: str
) -> None:
    amina, question, closes = await killed_before_the_close(deployment, language)
    if typed:
        amina.type("3")
    else:
        amina.tap("3", question)
    await passed(closes + SECOND)
    process = await deployment.runs(WARDMOTE_FAILPOINT="stored")
    await deployment.died(process)
    assert answers(deployment) == []
    await deployment.runs()
    await deployment.see(lambda: any(IN_TIME[language] in m.text for m in amina.messages))
    assert answers(deployment) == ['"public_realm"']
    assert asked(deployment, "SELECT count(*) FROM late_answers") == [(0,)]


async def test_a_tap_after_the_restart_counts_too_and_typed_words_are_late(
    deployment: Deployment,
) -> None:
    """A tap has no date that can be trusted; typed words have one."""
    amina, _, closes = await killed_before_the_close(deployment, "English")
    await passed(closes + SECOND)
    await deployment.runs()
    await deployment.see(lambda: nothing_owed(deployment))
    amina.tap("3")
    await deployment.see(lambda: shows(amina, "2 of 4."))
    assert answers(deployment) == ['"public_realm"']
    amina.type("1")
    await deployment.see(lambda: asked(deployment, "SELECT id FROM late_answers"))
    assert answers(deployment) == ['"public_realm"']


async def test_killed_after_a_late_answer_its_author_reads_that_it_is_kept_apart(
    deployment: Deployment,
) -> None:
    amina, _, closes = await killed_before_the_close(deployment, "English")
    await passed(closes + SECOND)
    process = await deployment.runs(WARDMOTE_FAILPOINT="acted")
    amina.type("3")
    await deployment.died(process)
    assert asked(deployment, "SELECT question FROM late_answers") == [("first_theme",)]
    await deployment.runs()
    await deployment.see(lambda: shows(amina, "2 of 4."))
    await deployment.see(lambda: shows(amina, "These questions have closed: "))
