"""Every setting of the product, in one class; each comes from the environment or from .env."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.sending.transport import is_loopback
from engagement.broadcasts.pace import Rates
from wardmote.service import failpoints

T = TypeVar("T")


class SettingsError(Exception):
    """A setting is missing or wrong; the text is the one line that says which."""


def _bot_api(address: str) -> str:
    if not address.startswith("https://") and not is_loopback(address):
        raise ValueError("an address that begins with https:// is expected")
    return address.rstrip("/")


def _token(token: SecretStr) -> SecretStr:
    number, _, rest = token.get_secret_value().partition(":")
    if not number.isdecimal() or not rest:
        raise ValueError("a token such as BotFather gives is expected (digits, a colon, letters)")
    return token


TELEGRAM_POSTS_TO = (443, 80, 88, 8443)
"""The only ports Telegram sends a webhook's posts to."""
OWN_PATHS = ("/healthz", "/readyz", "/metrics")
LISTENS = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):(\d{1,5})")
WEBHOOK_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+")
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


def _listen(address: str) -> str:
    found = LISTENS.fullmatch(address)
    if found is None or not 0 < int(found[2]) < 1 << 16:
        raise ValueError("a host and a port are expected, such as 127.0.0.1:8080")
    return address


def _webhook(address: str) -> str:
    try:
        url = urlsplit(address)
        port = url.port or (443 if url.scheme == "https" else 80)
    except ValueError:
        raise ValueError("that is no address") from None
    if url.scheme != "https" and not (url.scheme == "http" and is_loopback(address)):
        raise ValueError("an address that begins with https:// is expected")
    if not is_loopback(address) and port not in TELEGRAM_POSTS_TO:
        raise ValueError("Telegram posts to the ports 443, 80, 88 and 8443 alone")
    only_a_path = not (url.query or url.fragment or "@" in url.netloc)
    if not only_a_path or not WEBHOOK_PATH.fullmatch(url.path) or url.path in OWN_PATHS:
        raise ValueError("a path of its own is expected after the host, such as /telegram")
    return address


def _if_any(check: Callable[[T], T]) -> Callable[[T | None], T | None]:
    return lambda value: None if value is None else check(value)


def _secret(secret: SecretStr) -> SecretStr:
    if not SECRET.fullmatch(secret.get_secret_value()):
        raise ValueError("16 to 256 of A-Z, a-z, 0-9, _ and - are expected")
    return secret


class Settings(BaseSettings):
    """Settings of ``wardmote run``. A name here is WARDMOTE_<NAME> in the environment."""

    model_config = SettingsConfigDict(
        env_prefix="WARDMOTE_", env_file=".env", extra="ignore", frozen=True
    )

    token: Annotated[SecretStr, AfterValidator(_token)] = Field(
        description="The bot's token, from BotFather. No default."
    )
    council: str = Field(description="The council's folder name, e.g. buckinghamshire. No default.")
    content: Path | None = Field(
        default=None, description="A folder with the council's files, instead of the packaged ones."
    )
    database: str = Field(
        default="sqlite+aiosqlite:///wardmote.db",
        pattern=r"^(sqlite\+aiosqlite|postgresql\+asyncpg)://",
        description="Where everything is stored: sqlite+aiosqlite:///FILE or "
        "postgresql+asyncpg://USER:PASSWORD@HOST/NAME.",
    )
    bot_api: Annotated[str, AfterValidator(_bot_api)] = Field(
        default="https://api.telegram.org", description="The Bot API server's address."
    )
    messages_a_second: float = Field(
        default=25.0, gt=0, le=1000, description="New messages a second over all chats."
    )
    listen: Annotated[str | None, AfterValidator(_if_any(_listen))] = Field(
        default=None,
        description="Where the web door opens, as host:port, e.g. 127.0.0.1:8080. Without it there "
        "is no door.",
    )
    webhook: Annotated[str | None, AfterValidator(_if_any(_webhook))] = Field(
        default=None,
        description="The public https address at which Telegram reaches the web door, e.g. "
        "https://bot.anytown.example/telegram. Without it the bot asks Telegram for its messages.",
    )
    webhook_secret: Annotated[SecretStr | None, AfterValidator(_if_any(_secret))] = Field(
        default=None,
        description="The word by which the door knows Telegram: 16 to 256 of A-Z, a-z, 0-9, _ "
        "and -. Needed with WARDMOTE_WEBHOOK.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="debug, info, warning or error."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="text for people to read, or json: one object a line."
    )

    forgotten: Path | None = Field(
        default=None,
        description="The list of forgotten residents' random ids; by default beside the database "
        "file, or wardmote.forgotten in the working folder.",
    )
    newcomer_seconds: float = Field(
        default=60.0,
        ge=0,
        description="How long after its start a process leaves when another one polls too.",
    )
    failpoint: str | None = Field(
        default=None,
        pattern=rf"^({'|'.join(failpoints.POINTS)})(:[1-9]\d*)?$",
        description="For fault tests on an emulator only: where this process kills itself.",
    )

    @model_validator(mode="after")
    def _no_failpoint_on_the_real_telegram(self) -> Self:
        if self.failpoint is not None and not is_loopback(self.bot_api):
            raise ValueError("WARDMOTE_FAILPOINT is refused unless WARDMOTE_BOT_API is loopback")
        return self

    @model_validator(mode="after")
    def _no_webhook_without_a_door_and_a_word(self) -> Self:
        if self.webhook is not None and self.listen is None:
            raise ValueError("WARDMOTE_WEBHOOK needs WARDMOTE_LISTEN: there is no door to post to")
        if self.webhook is not None and self.webhook_secret is None:
            raise ValueError(
                "WARDMOTE_WEBHOOK needs WARDMOTE_WEBHOOK_SECRET: anybody could post without it"
            )
        return self

    @property
    def rates(self) -> Rates:
        """How fast new messages may go."""
        return Rates(whole_bot=self.messages_a_second)


_make: Callable[..., Settings] = Settings


def read(**given: object) -> Settings:
    """The settings. Raises SettingsError with one clear line for each that is wrong."""
    try:
        return _make(**given)
    except ValidationError as wrong:
        raise SettingsError("\n".join(_line(e) for e in wrong.errors())) from None


def _line(error: ErrorDetails) -> str:
    if not error["loc"]:
        return error["msg"].removeprefix("Value error, ") + "."
    name = str(error["loc"][0])
    setting = f"WARDMOTE_{name.upper()}"
    described = Settings.model_fields[name].description or ""
    if error["type"] == "missing":
        return f"{setting} is missing. {described}"
    message = error["msg"].removeprefix("Value error, ")
    # The value itself is not repeated: it may be a token or a password.
    return f"{setting} is wrong: {message}. {described}"
