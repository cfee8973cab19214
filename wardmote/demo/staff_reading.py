"""How an answer in Urdu is read by an officer who doesn't know it, through its translation."""

from __future__ import annotations

from wardmote.demo.resident_policy import REMARKS_IN
from wardmote.demo.stage import ScriptedUser
from wardmote.demo.story import Story

WRITTEN = REMARKS_IN["ur"]
TRANSLATED = "Light in the streets"


async def read_urdu(story: Story) -> None:
    """The administrator, who knows Urdu, puts it into English; then the officer marks it as read.
    Check that nobody could before. Does nothing where nobody has written in Urdu."""
    officer, helper = story.officer, story.second
    if not any(WRITTEN in one.choices.values() for one in story.expected().values()):
        return
    before = await _open(officer)
    locked = "I have read this" not in _labels(officer)
    story.check("an Urdu answer can be marked as read before it is translated", False, not locked)
    await helper.types("/reading")
    await _choose_first(helper)
    await helper.taps("Languages I read")
    await helper.taps("Urdu")
    await _open(helper)
    await helper.taps("Put it into a language")
    await helper.types(TRANSLATED)
    shown = await _open(officer)
    read = await officer.taps("I have read this")
    found = TRANSLATED in shown and TRANSLATED not in before and "Marked as read" in read
    story.check("an Urdu answer is read through its translation", True, found)


async def _open(reader: ScriptedUser) -> str:
    """Open the Urdu text, from the pages of /reading."""
    said = await reader.types("/reading")
    said = await _choose_first(reader) or said
    while True:
        for line in said.split("\n"):
            if line[:1].isdigit() and WRITTEN in line:
                return await reader.taps(line.split(" ")[0])
        if "More" not in _labels(reader):
            return ""
        said = await reader.taps("More")


async def _choose_first(reader: ScriptedUser) -> str:
    asked = any(label.startswith("1 ") for label in _labels(reader))
    return await reader.taps("1 ") if asked else ""


def _labels(reader: ScriptedUser) -> list[str]:
    shown = reader.phone.last
    return [b.text for row in shown.buttons for b in row] if shown is not None else []
