"""Every setting of the product, in one class; each comes from the environment or from .env."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.way_out import is_loopback
from engagement.pace import Rates
from wardmote import failpoints


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
