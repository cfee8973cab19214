"""Where Telegram's machine-readable specification is kept, next to the project."""

from pathlib import Path

SPEC = Path(__file__).parents[3] / "shared" / "data" / "telegram" / "bot_api_10.1.json"
