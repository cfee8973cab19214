"""HTTP calls to the Bot API, with outcomes that distinguish "never sent" from "unknown"."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import IO, Any

import aiohttp
import orjson
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.sending.transport import transport_for
from engagement.broadcasts.bot_api_responses import Fate, Outcome, Reason, outcome_of
from engagement.people.redaction import decoded

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 20.0
CONNECTIONS = 100
NEVER_CONNECTED = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
)
"""The last: a proxy refused to connect us."""
DOWNLOAD_SECONDS = 60.0
CHUNK = 65_536
FILE_PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,199}")
"""What a path of Telegram's looks like: nothing in it leads anywhere else."""
AS_JSON = {"Content-Type": "application/json"}


class FileTooLarge(Exception):
    """A file has more bytes than are wanted: the rest was not read."""


class TelegramApi:
    """Calls a method with JSON and returns an Outcome; an error from Telegram is never raised.

    ``base_url`` is the Bot API server's address without a path. The token is part of every URL, so
    no URL is ever logged and no exception of the HTTP client leaves this file.
    """

    def __init__(self, base_url: str, token: str) -> None:
        self._base_url = base_url
        self._root = f"{base_url.rstrip('/')}/bot{token}"
        self._files = f"{base_url.rstrip('/')}/file/bot{token}"
        self._session: aiohttp.ClientSession | None = None
        self._through_proxy = False
        self._addresses: dict[str, URL] = {}
        self._timeouts: dict[float, aiohttp.ClientTimeout] = {}
        self.in_flight = 0
        self.clock_off: float | None = None

    async def __aenter__(self) -> TelegramApi:
        """Open the connections. Raises TransportError."""
        transport = transport_for(self._base_url)
        self._through_proxy = transport.proxy is not None
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=CONNECTIONS, keepalive_timeout=30, ssl=transport.trusted
            ),
            timeout=aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, total=None),
            auto_decompress=True,
            cookie_jar=aiohttp.DummyCookieJar(),
            proxy=transport.proxy,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close them."""
        if self._session is not None:
            await self._session.close()

    async def call(
        self, method: str, body: Mapping[str, Any], *, seconds: float = ANSWER_SECONDS
    ) -> Outcome:
        """One call with a JSON body. Without an answer for ``seconds`` its outcome is unknown."""
        return await self.call_with(method, orjson.dumps(body), seconds=seconds)

    async def call_with(
        self, method: str, body: bytes, *, seconds: float = ANSWER_SECONDS
    ) -> Outcome:
        """One call whose JSON has been made already."""
        return await self._post(method, seconds, data=body, headers=AS_JSON)

    async def upload(
        self,
        method: str,
        body: Mapping[str, Any],
        *,
        field: str,
        name: str,
        file: IO[bytes],
        kind: str,
    ) -> Outcome:
        """One call with a file of the MIME type ``kind``, streamed from disk."""
        form = aiohttp.FormData()
        for key, value in body.items():
            form.add_field(key, value if isinstance(value, str) else json.dumps(value))
        form.add_field(field, file, filename=name, content_type=kind)
        return await self._post(method, ANSWER_SECONDS * 3, data=form)

    async def download(self, path: str, *, most: int) -> bytes | None:
        """The file at a path that getFile gave, if it has at most so many bytes; None if it could
        not be had. Raises FileTooLarge."""
        if self._session is None:
            raise RuntimeError("the connections are not open")
        if not FILE_PATH.fullmatch(path) or ".." in path:
            return None
        address = URL(f"{self._files}/{path}", encoded=True)
        limits = aiohttp.ClientTimeout(
            total=DOWNLOAD_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=ANSWER_SECONDS
        )
        found = bytearray()
        self.in_flight += 1
        try:
            async with self._session.get(address, timeout=limits) as answer:
                if answer.status != 200:
                    return None
                async for part in answer.content.iter_chunked(CHUNK):
                    found += part
                    if len(found) > most:
                        raise FileTooLarge
        except (aiohttp.ClientError, TimeoutError, OSError):
            return None
        finally:
            self.in_flight -= 1
        return bytes(found)

    def _address(self, method: str) -> URL:
        """The method's URL, cached: parsing one costs as much as the rest of a small call."""
        if method not in self._addresses:
            self._addresses[method] = URL(f"{self._root}/{method}", encoded=True)
        return self._addresses[method]

    def _limits(self, seconds: float) -> aiohttp.ClientTimeout:
        if seconds not in self._timeouts:
            self._timeouts[seconds] = aiohttp.ClientTimeout(
                # A proxy that accepts the connection and then stays silent is given up too.
                connect=seconds if self._through_proxy else None,
                sock_connect=CONNECT_SECONDS,
                sock_read=seconds,
                total=None,
            )
        return self._timeouts[seconds]

    async def _post(self, method: str, seconds: float, **request: Any) -> Outcome:
        if self._session is None:
            raise RuntimeError("the connections are not open")
        polls = method == "getUpdates"
        self.in_flight += not polls
        try:
            async with self._session.post(
                self._address(method), timeout=self._limits(seconds), **request
            ) as answer:
                self.clock_off = clock_off(answer.headers.get("Date"))
                return outcome_of(answer.status, _decoded(await answer.read()))
        except NEVER_CONNECTED as error:
            why = type(error).__name__
            return Outcome(Fate.NEVER_SENT, description=why, reason=Reason.NO_CONNECTION)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            why = type(error).__name__
            return Outcome(Fate.UNKNOWN, description=why, reason=Reason.DISCONNECTED)
        finally:
            self.in_flight -= not polls


def clock_off(date: str | None) -> float | None:
    """Seconds by which this machine's clock is ahead of the server's Date header."""
    try:
        theirs = parsedate_to_datetime(date or "")
    except ValueError:
        return None
    return time.time() - theirs.timestamp()


def _decoded(body: bytes) -> object:
    try:
        return decoded(body)
    except ValueError:
        return None


class PtbRequest(BaseRequest):
    """The same client under python-telegram-bot's own calls (getMe and the like)."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds without an answer after which a call fails."""
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        """Open the connections, if they are not open yet. Raises TransportError."""
        if self._session is None:
            transport = transport_for(self._base_url)
            connector = aiohttp.TCPConnector(ssl=transport.trusted)
            self._session = aiohttp.ClientSession(connector=connector, proxy=transport.proxy)

    async def shutdown(self) -> None:
        """Close them."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request. The URL holds the token, so no exception names it."""
        if self._session is None:
            raise RuntimeError("the connections are not open")
        body = request_data.json_parameters if request_data else None
        limits = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        try:
            async with self._session.request(method, url, data=body, timeout=limits) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(_why(error)) from None


def _why(error: Exception) -> str:
    """The error in words for the person who starts the bot; never an address."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return "its certificate is not trusted here: see SSL_CERT_FILE"
        case aiohttp.ClientHttpProxyError():
            return f"the proxy refused with {error.status}: see HTTPS_PROXY"
        case aiohttp.ClientProxyConnectionError():
            return "the proxy does not answer: see HTTPS_PROXY"
        case _:
            return type(error).__name__
