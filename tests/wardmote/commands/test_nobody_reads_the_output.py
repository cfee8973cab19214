"""A full disk where the output goes stops no bot, and isn't called an error of the database."""

import asyncio
import sys

from deployment import ROOT, Deployment, shows


async def test_a_greeting_that_cannot_be_printed_stops_nothing(deployment: Deployment) -> None:
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", f"exec {sys.executable} -m wardmote run >/dev/full",
        cwd=ROOT, env=deployment.environment(), stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        amina = deployment.emulator.phone("Amina")
        amina.start()
        await deployment.see(lambda: process.returncode is not None or shows(amina, "Hello."))
        assert process.returncode is None
    finally:
        if process.returncode is None:
            process.terminate()
        _, said = await process.communicate()
    assert process.returncode == 0, said
    assert b"WARDMOTE_DATABASE" not in said
