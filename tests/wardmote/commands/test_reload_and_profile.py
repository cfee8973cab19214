"""Edited files taken up without a restart, and the bot's own page, by the real commands."""

import asyncio
import signal
import time
from datetime import UTC, datetime, timedelta

from council_changes import leaves
from deployment import Deployment, shows
from forked import Forked

from engagement.staff.rights import Role


async def reloads(deployment: Deployment, process: Forked) -> tuple[int, str]:
    """`wardmote content reload`, with the bot's next tick hurried as a service manager would."""
    async with asyncio.TaskGroup() as group:
        command = group.create_task(deployment.command("content", "reload"))
        while not command.done():
            await asyncio.sleep(0.3)
            process.send_signal(signal.SIGHUP)
    return command.result()


async def test_edited_files_are_taken_up_without_a_restart(deployment: Deployment) -> None:
    process = await deployment.runs()
    council = deployment.content / "council.yaml"
    council.write_text(council.read_text().replace("01296 382343", "01296 000000"))
    code, said = await reloads(deployment, process)
    assert (code, said.strip()) == (0, "Buckinghamshire Council: the edited files are in force.")
    phone = deployment.emulator.phone("Sam")
    phone.start()
    await deployment.see(lambda: shows(phone, "Hello."))
    phone.tap("More about privacy")
    await deployment.see(lambda: shows(phone, "01296 000000"))


async def test_a_reload_is_done_within_seconds_and_tells_of_consultations_and_old_wards(
    deployment: Deployment,
) -> None:
    """F7, F1. Nobody hurries the bot's tick, which comes once a minute."""
    await deployment.with_residents(3, ward="E05013129")
    await deployment.runs()
    leaves(deployment.content, "Beaconsfield")
    (deployment.content / "consultations" / "keeping-in-touch.yaml").unlink()
    begun = time.monotonic()
    code, said = await deployment.command("content", "reload")
    assert (code, said.splitlines()) == (
        0,
        [
            "Buckinghamshire Council: the edited files are in force.",
            "keeping-in-touch has opened, so it stays in force although its file is gone.",
            "Some wards are no longer in force: each has fewer than 10 people, perhaps nobody. "
            "They can choose again. "
            'An officer can ask them all: /send, then "People whose ward has changed".',
        ],
    )
    assert time.monotonic() - begun < 30
    _, said = await deployment.command("doctor")
    assert "wards: some wards are no longer in force: each has fewer than 10 people" in said


async def test_a_reload_and_the_doctor_name_the_staff_who_have_no_ward_any_more(
    deployment: Deployment,
) -> None:
    """They were told "outside your wards" for everything, and nobody else knew."""
    await deployment.with_staff(Role.BOARD_MEMBER, "E05013129", label="Olu")
    await deployment.with_staff(Role.BOARD_MEMBER, "E05013131", label="Nick")
    await deployment.runs()
    leaves(deployment.content, "Beaconsfield")
    line = "none of the wards of these staff is in force: Olu. Each needs a new invitation"
    _, said = await deployment.command("content", "reload")
    assert f"N{line[1:]}" in said
    _, said = await deployment.command("doctor")
    assert f"wards: {line}" in said


async def test_a_reload_and_the_doctor_name_duties_that_cover_no_ward_any_more(
    deployment: Deployment,
) -> None:
    """A monitoring officer's duty for a former ward covered nothing, and nobody was told."""
    await deployment.with_staff(Role.OFFICER, label="Ruth")
    number = (await deployment.command("staff", "list"))[1].split("  ")[0]
    day = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    given = ("duty", "give", number, "monitoring-officer", "--until", day, "--wards", "E05013138")
    code, said = await deployment.command(*given)
    assert code == 0, said
    await deployment.runs()
    leaves(deployment.content, "Chiltern Ridges")
    line = "these duties cover no ward that is in force: Ruth (monitoring-officer). Give each again"
    _, said = await deployment.command("content", "reload")
    assert f"T{line[1:]}" in said
    _, said = await deployment.command("doctor")
    assert f"wards: {line}" in said


async def test_a_reload_without_a_running_bot_does_not_wait(deployment: Deployment) -> None:
    """F7."""
    code, said = await deployment.command("content", "reload")
    assert code == 0
    assert "The files are good. No bot is running here; it reads them when it starts." in said


async def test_a_board_for_an_unknown_ward_is_refused_and_the_bot_goes_on(
    deployment: Deployment,
) -> None:
    process = await deployment.runs()
    boards = deployment.content / "boards.yaml"
    boards.write_text(boards.read_text().replace("E05013136", "E05099999"))
    code, said = await deployment.command("content", "reload")
    assert code == 1
    assert "boards.yaml, line" in said
    assert 'expected a ward code of wards.yaml, found "E05099999"' in said
    assert process.returncode is None
    await deployment.joins("Sam")


async def test_an_open_consultation_with_other_questions_is_refused_at_the_command(
    deployment: Deployment,
) -> None:
    await deployment.runs()
    path = deployment.content / "consultations" / "local-priorities.yaml"
    path.write_text(path.read_text().replace("key: easy_to_find_out", "key: easy"))
    code, said = await deployment.command("content", "reload")
    assert code == 1
    assert "local-priorities has opened" in said


async def test_labels_that_change_places_are_refused_and_named(deployment: Deployment) -> None:
    process = await deployment.runs()
    path = deployment.content / "consultations" / "local-priorities.yaml"
    one, other = "en: Streets, parks and public places", "en: Education and skills"
    text = path.read_text().replace(one, "en: @@").replace(other, one).replace("en: @@", other)
    path.write_text(text)
    for words in (("content", "reload"), ("check-content", str(deployment.content))):
        code, said = await deployment.command(*words)
        # check-content says first which folder it reads.
        assert (code, len(said.splitlines())) == (1, 1 + (words[0] == "check-content")), said
        assert "local-priorities has opened, and people have seen" in said
        assert "Put it back, or answers already given would mean something else." in said
    assert process.returncode is None


async def test_the_bot_s_page_is_set_in_every_language(deployment: Deployment) -> None:
    code, said = await deployment.command("dress")
    assert (code, said.strip()) == (0, "The bot's page at Telegram is set in: en, pl, ur.")
    kept = deployment.emulator.profile
    english = kept["description|"]
    assert "This is Buckinghamshire Council's neighbourhood chat." in english
    assert "We never ask for passwords, bank details, money or documents." in english
    assert kept["description|pl"] != english
    assert len({kept[f"short_description|{code}"] for code in ("", "pl", "ur")}) == 3
    assert {f"name|{code}" for code in ("", "pl", "ur")} <= kept.keys()


async def test_dressing_with_a_token_telegram_does_not_know_says_so(
    deployment: Deployment,
) -> None:
    code, said = await deployment.command("dress", WARDMOTE_TOKEN="100200300:another")
    assert code == 1
    assert "Telegram, setMyName (en): it does not accept this token" in said
    assert "another" not in said


async def test_dressing_without_a_network_does_not_say_that_telegram_refused(
    deployment: Deployment,
) -> None:
    code, said = await deployment.command("dress", WARDMOTE_BOT_API="http://127.0.0.1:9")
    assert code == 1
    assert "Telegram, setMyName (en): it cannot be reached" in said


async def test_a_council_s_name_too_long_for_telegram_is_said_before_anything_is_sent(
    deployment: Deployment,
) -> None:
    council = deployment.content / "council.yaml"
    name = "The Very Long Name of a Council That Goes On and On and On"
    text = council.read_text().replace("name: Buckinghamshire Council", f"name: {name}")
    council.write_text(text)
    code, said = await deployment.command("dress")
    assert code == 1
    assert "In en this is too long for Telegram: name" in said
    assert deployment.emulator.profile == {}
