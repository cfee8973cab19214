"""The bot's profile at Telegram: its name, its description and its short description."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema.council import Council
from content.words import Words

# Telegram's own limits, in characters.
LONGEST_NAME, LONGEST_ABOUT, LONGEST_SHORT = 64, 512, 120


@dataclass(frozen=True, slots=True)
class BotProfile:
    """The profile in one language."""

    language: str
    name: str
    about: str
    short: str

    @property
    def too_long(self) -> tuple[str, ...]:
        """Which of the three texts Telegram would refuse for their length."""
        texts = {
            "name": (self.name, LONGEST_NAME),
            "about": (self.about, LONGEST_ABOUT),
            "short": (self.short, LONGEST_SHORT),
        }
        return tuple(name for name, (text, most) in texts.items() if len(text) > most)


def bot_profile(words: Words, council: Council, language: str) -> BotProfile:
    """The profile in ``language``, with the council's website where we know it."""
    about = words.plain("bot-about", language, council=council.name)
    if council.contact.website is not None:
        page = words.plain("bot-about-website", language, website=council.contact.website)
        about = f"{about}\n{page}"
    return BotProfile(
        language=language,
        name=words.plain("bot-name", language, council=council.name),
        about=about,
        short=words.plain("bot-short", language, council=council.name),
    )
