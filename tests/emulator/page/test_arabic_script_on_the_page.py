"""The phones page brings faces for Urdu, for a browser on a computer that has none."""

from __future__ import annotations

import aiohttp
import pytest
from browser_side import needs_chromium, onlooker

from emulator import Emulator, serve
from reports import fonts

FETCHED = """() => performance.getEntriesByType('resource').map((one) => one.name)
    .filter((name) => name.endsWith('.ttf')).map((name) => name.split('/').pop())"""
ENGLISH, URDU = "The lamps are on.", "نئے لیمپ جل رہے ہیں۔"


@needs_chromium
@pytest.mark.parametrize(
    ("words", "fetched"), [(ENGLISH, []), (URDU, ["NotoSansArabic-Regular.ttf"])]
)
async def test_a_face_is_fetched_only_where_there_is_such_a_letter(
    words: str, fetched: list[str]
) -> None:
    """Urdu was a row of boxes."""
    telegram = Emulator()
    telegram.fonts = fonts.FOLDER
    amina = telegram.phone(first_name="Amina")
    telegram.cast(amina, "Amina", "resident")
    async with serve(telegram) as site:
        amina.start()
        amina.type(words)
        async with onlooker(
            f"{site.url}/?resident={amina.user_id}", waits_for=("resident",)
        ) as visitor:
            await visitor.sees("resident", words)
            await visitor.page.evaluate("document.fonts.ready.then(() => true)")
            assert await visitor.page.evaluate(FETCHED) == fetched
            assert visitor.complaints == []


async def test_only_those_faces_are_served_and_nobody_else_is_asked() -> None:
    telegram = Emulator()
    async with serve(telegram) as site, aiohttp.ClientSession(site.url) as session:

        async def get(path: str) -> tuple[int, str, bytes]:
            async with session.get(path) as response:
                return response.status, response.headers["Content-Type"], await response.read()

        face = "/fonts/NotoSansArabic-Bold.ttf"
        assert (await get(face))[0] == 404
        assert (await get("/fonts/faces.css"))[::2] == (200, b"")
        telegram.fonts = fonts.FOLDER
        found = await get(face)
        assert found[:2] == (200, "font/ttf")
        assert found[2] == (fonts.FOLDER / "NotoSansArabic-Bold.ttf").read_bytes()
        for other in ("OFL.txt", "NotoSans-Bold.ttf", "..%2Ffonts.py"):
            assert (await get(f"/fonts/{other}"))[0] == 404
        css = (await get("/fonts/faces.css"))[2].decode()
        assert "unicode-range: U+0600-06FF" in css
        assert "http" not in css
