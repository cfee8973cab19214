"""Fonts for the cards: the Noto fonts of one package, each checked by its hash."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import manimgx_fonts

# SHA-256 of every face in the package, version 2026.9.26.post1.
_FACES = {
    "Emoji": "de6c18832938afc99caf132b39d6a30a19bac7f2e812e28db2535b4608d27551",
    "Sans-Italic": "28602f4b032ed8f5d91445e830585f34aba54ff9d3ac3e58c0b8834f3d6ae684",
    "SansArabic": "3fae4d7239d1faa55b234bda8091019a5251ff79df40d5e29367d84bed2a8138",
    "SansArmenian": "e979dfaed56ddb4bfd05121958b25425eb7593253d64b6b3654c77c11c5cda94",
    "SansBengali": "dc9defe97bb041876b6609e9029d9e1e228a686259acde2fe2a9f99d793ee17d",
    "SansDevanagari": "bf99bf762743ff3259e73196852520ab0ffe8d384238bff3e4806a84b981e972",
    "SansEthiopic": "93f223089e300b983dbfd693c7be619e0e76565a70d639e71a4fe0bfd72cf66f",
    "SansGeorgian": "42f4a8bf4fe0af8afd91ee3c19e81e14f1bc74ddbd9b6a59a4182f67a596adb4",
    "SansGujarati": "83d1bde74d64fb389f97a5e27b2699d8ee8bad4c15a02be347228e6c10011248",
    "SansGurmukhi": "8a3096ee2166f6383501e2df7b368fce88cfa4068c8d75bcb6af07da353a00ea",
    "SansHebrew": "9d81d81ad592644487b03843da73a87b99cd28a2c4da4a096e1db8fbd14fda61",
    "SansKannada": "b6b11505d76eddf916667d73adfec19095ec777742444dc662dae81471461f4e",
    "SansKhmer": "56f89948a84cc0b01962ed6af573ac4ac885bd7bb6e7e40f9afc72a435728b70",
    "SansLao": "fc138d605aa998d8407789ee6a7f5554aae8b54f5cd98d66dd2c33e79d15b67e",
    "SansMalayalam": "94cddc94a03fa9a5e8d1784090ba97b267def6933d60762081eaa003751142c5",
    "SansMyanmar": "e0b280aa3080aab922800c88fa9a2015a4bec3103bb8b70491a92e4a04f3a3a3",
    "SansOriya": "37f482d0179d0a50e3128d004f007ff1c1741ad5f6b0b2bcc7238b257ef1caa0",
    "SansSinhala": "3fd7c6a61cb6dfb8a2ca7af5b4078bd24e9c8ad9b55839a0177277db6e4d1326",
    "SansSymbols": "63724daeff6755a45933b9a5e3a3b41df5df8fe925c0f4c991f2f68c08a4182d",
    "SansTamil": "37e151cdec4a8cfb15c432f7bb164a83b98df69419d47e50b35aa7073963716b",
    "SansTelugu": "6c06de88b2d420d899543724a13765994191cd29860c6226efca098b51fec64b",
    "SansThai": "13f52f79b04f01f2751a81052a5dee2df639fd4e13f4ac30821ab45c8dd5f7e7",
    "Sans": "fb53504de62e767a54695416123d68d67f71c9b69722175184ad56e7dd13547b",
}
PINNED = {f"Noto{face}[wght].ttf": digest for face, digest in _FACES.items()}


class FontsDiffer(Exception):
    """The installed fonts aren't the pinned ones; the text says which and what to do."""


def checked(folder: Path) -> Path:
    """The folder, if it holds the pinned fonts and no others. Raises FontsDiffer."""
    found = {path.name: _hash(path) for path in folder.glob("*.[ot]t[cf]")}
    differing = sorted({name for name, _ in found.items() ^ PINNED.items()})
    if differing:
        raise FontsDiffer(
            f"These fonts are missing, changed or not ours: {', '.join(differing)}. "
            "Install the version of manimgx-fonts that requirements.lock names."
        )
    return folder


@cache
def installed() -> Path:
    """The folder of the installed fonts, checked once per process. Raises FontsDiffer."""
    return checked(Path(manimgx_fonts.__file__).parent)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
