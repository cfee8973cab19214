"""All settings, in one class. Each comes from the environment or from .env."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar
from urllib.parse import parse_qsl, urlsplit

from dotenv import dotenv_values
from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.sending.transport import is_loopback
from engagement.broadcasts.pace import Rates
from wardmote.service import failpoints

T = TypeVar("T")


class SettingsError(Exception):
    """A setting is missing or wrong; the text says which, one line each."""


def _bot_api(address: str) -> str:
    if not address.startswith("https://") and not is_loopback(address):
        raise ValueError("an address that begins with https:// is expected")
    return address.rstrip("/")


TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


def _token(token: SecretStr) -> SecretStr:
    if not TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError(
            "a token from BotFather is expected (digits, a colon, then letters, digits, _ and -)"
        )
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
        raise ValueError("that isn't an address") from None
    if url.scheme != "https" and not (url.scheme == "http" and is_loopback(address)):
        raise ValueError("an address that begins with https:// is expected")
    if not is_loopback(address) and port not in TELEGRAM_POSTS_TO:
        raise ValueError("Telegram posts only to the ports 443, 80, 88 and 8443")
    only_a_path = not (url.query or url.fragment or "@" in url.netloc)
    if not only_a_path or not WEBHOOK_PATH.fullmatch(url.path) or url.path in OWN_PATHS:
        raise ValueError("a path of its own is expected after the host, such as /telegram")
    return address


PREFIX = "WARDMOTE_"
POSTGRESQL_OPTIONS = frozenset(
    {"sslmode", "ssl", "direct_tls", "host", "port", "user", "password", "passfile", "service",
     "servicefile", "database", "timeout", "command_timeout", "statement_cache_size",
     "prepared_statement_cache_size", "max_cached_statement_lifetime",
     "max_cacheable_statement_size",
     "target_session_attrs", "krbsrvname", "gsslib"}
)  # fmt: skip
"""What asyncpg takes after the "?", and libpq's sslmode, which becomes asyncpg's ssl."""

SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


def _database(address: str) -> str:
    url = urlsplit(address)
    if url.scheme.startswith("sqlite"):
        if url.netloc or url.path in ("", "/", "/:memory:"):
            raise ValueError("a file is expected, after three slashes: sqlite+aiosqlite:///FILE")
        return address
    if not url.netloc and url.path in ("", "/") and not url.query:
        raise ValueError("a user, a host and a name are expected")
    try:
        _ = url.port
    except ValueError:
        raise ValueError("a port is a number from 0 to 65535") from None
    options = dict(parse_qsl(url.query, keep_blank_values=True))
    if options.get("sslmode", "prefer") not in SSL_MODES:
        raise ValueError(f"sslmode is one of {', '.join(SSL_MODES)}")
    if options.keys() - POSTGRESQL_OPTIONS:
        raise ValueError("one of the options after the ? is not PostgreSQL's")
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
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    token: Annotated[SecretStr, AfterValidator(_token)] = Field(
        description="The bot's token, from BotFather. No default."
    )
    council: str = Field(description="The council's folder name, e.g. buckinghamshire. No default.")
    content: Path | None = Field(
        default=None, description="A folder with the council's files, instead of the packaged ones."
    )
    database: Annotated[str, AfterValidator(_database)] = Field(
        default="sqlite+aiosqlite:///wardmote.db",
        pattern=r"^(sqlite\+aiosqlite|postgresql\+asyncpg)://",
        description="The database: sqlite+aiosqlite:///FILE or "
        "postgresql+asyncpg://USER:PASSWORD@HOST/NAME.",
    )
    bot_api: Annotated[str, AfterValidator(_bot_api)] = Field(
        default="https://api.telegram.org", description="The Bot API server's address."
    )
    messages_a_second: float = Field(
        default=25.0, gt=0, le=1000, description="The most new messages a second, over all chats."
    )
    listen: Annotated[str | None, AfterValidator(_if_any(_listen))] = Field(
        default=None,
        description="Where the web door listens, as host:port, e.g. 127.0.0.1:8080. Without it "
        "there is no web door.",
    )
    webhook: Annotated[str | None, AfterValidator(_if_any(_webhook))] = Field(
        default=None,
        description="The public https address at which Telegram reaches the web door, e.g. "
        "https://bot.anytown.example/telegram. Without it the bot fetches its messages.",
    )
    webhook_secret: Annotated[SecretStr | None, AfterValidator(_if_any(_secret))] = Field(
        default=None,
        description="The secret that Telegram sends with each post: 16 to 256 of A-Z, a-z, 0-9, _ "
        "and -. Required with WARDMOTE_WEBHOOK.",
    )
    connections: int = Field(
        default=256,
        ge=50,
        le=10_000,
        description="The most connections to the web door at once. For a newcomer the one that "
        "has been idle longest is closed.",
    )
    connections_a_client: int = Field(
        default=100,
        ge=50,
        le=10_000,
        description="The most of these from one address. Behind a proxy everybody has the proxy's "
        "address; Telegram uses 40.",
    )
    metrics_secret: Annotated[SecretStr | None, AfterValidator(_if_any(_secret))] = Field(
        default=None,
        description="The secret that your monitoring sends to read /metrics, as a bearer token: 16 "
        "to 256 of A-Z, a-z, 0-9, _ and -. With WARDMOTE_WEBHOOK and without it there is no "
        "/metrics.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="debug, info, warning or error."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="text for people to read, or json: one object per line."
    )

    forgotten: Path | None = Field(
        default=None,
        description="The file with the random ids of forgotten residents; by default next to the "
        "database file, or wardmote.forgotten in the working folder.",
    )
    newcomer_seconds: float = Field(
        default=60.0,
        ge=0,
        description="Seconds after its start in which a process exits if another uses its token.",
    )
    emulator: bool = Field(
        default=False,
        description="true only where WARDMOTE_BOT_API is an emulator on this machine: nobody real "
        "writes then, and the council needs no contact and no safeguarding numbers.",
    )
    failpoint: str | None = Field(
        default=None,
        pattern=rf"^({'|'.join(failpoints.POINTS)})(:[1-9]\d*)?$",
        description="For fault tests on an emulator only: where this process kills itself.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment goes before .env, also with a name that is empty there: so a setting can
        be taken away for one command."""
        given = {name.upper() for name in os.environ}
        file = {n: v for n, v in dotenv_settings().items() if (PREFIX + n).upper() not in given}
        beside = InitSettingsSource(settings_cls, init_kwargs=file)
        return init_settings, env_settings, beside, file_secret_settings

    @model_validator(mode="before")
    @classmethod
    def _blank_is_absent(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {n: v for n, v in given.items() if not (isinstance(v, str) and v.isspace())}

    @model_validator(mode="after")
    def _no_failpoint_on_the_real_telegram(self) -> Self:
        if self.failpoint is not None and not is_loopback(self.bot_api):
            raise ValueError("WARDMOTE_FAILPOINT is refused unless WARDMOTE_BOT_API is loopback")
        return self

    @model_validator(mode="after")
    def _no_webhook_without_a_door_and_a_secret(self) -> Self:
        if self.webhook is not None and self.listen is None:
            raise ValueError(
                "WARDMOTE_WEBHOOK needs WARDMOTE_LISTEN: there is no web door to post to"
            )
        if self.webhook is not None and self.webhook_secret is None:
            raise ValueError(
                "WARDMOTE_WEBHOOK needs WARDMOTE_WEBHOOK_SECRET: without it anybody could post"
            )
        return self

    @property
    def is_real(self) -> bool:
        """Whether residents may write: anywhere but on an emulator on this machine. A Bot API
        server of one's own is real, wherever it is."""
        return not (self.emulator and is_loopback(self.bot_api))

    @property
    def rates(self) -> Rates:
        """The limits on new messages."""
        return Rates(whole_bot=self.messages_a_second)


_make: Callable[..., Settings] = Settings


def read(**given: object) -> Settings:
    """The settings. Raises SettingsError with one line for each that is wrong, and for each name
    that may be misspelt."""
    try:
        return _make(**given)
    except UnicodeDecodeError:
        raise SettingsError(
            ".env isn't written in UTF-8, so it cannot be read. Save it again as UTF-8."
        ) from None
    except ValidationError as wrong:
        raise SettingsError("\n".join([*map(_line, wrong.errors()), *unknown()])) from None


def unknown() -> list[str]:
    """A line for each WARDMOTE_ name in the environment or .env that isn't a setting."""
    settings = sorted(name.upper() for name in Settings.model_fields)
    known = {PREFIX + name for name in settings}
    given = {*os.environ, *dotenv_values(".env")}
    lines = []
    for name in sorted(n for n in given if n.upper().startswith(PREFIX) and n.upper() not in known):
        # Compared without the prefix: it alone would make any name look like the shortest one.
        near = difflib.get_close_matches(name.upper().removeprefix(PREFIX), settings, n=1)
        meant = f"Did you mean {PREFIX}{near[0]}?" if near else "It changes nothing."
        lines.append(f"{name} isn't a setting. {meant}")
    return lines


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
