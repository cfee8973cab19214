"""A council's network on this machine: a proxy, and a Telegram with its own certificate."""

from __future__ import annotations

import asyncio
import base64
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest

HOST = "bot-api.example"
"""A host name that does not resolve: anything that reaches it came through the proxy."""

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Proxy:
    """Forwards connections for HOST to ``target`` (a port of this machine), and records each."""

    target: int
    user: str = ""
    refuses: bool = False
    silent: bool = False
    port: int = 0
    asked: list[str] = field(default_factory=list)
    _lines: set[asyncio.StreamWriter] = field(default_factory=set)

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: CONNECT first, then bytes both ways."""
        self._lines.add(writer)
        with suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(head.partition("\r\n")[0])
            if self.silent:
                await reader.read()
            elif self.refuses or not self._knows(head):
                writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
            else:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                onward = await asyncio.open_connection("127.0.0.1", self.target)
                self._lines.add(onward[1])
                await both_ways((reader, writer), onward)
        writer.close()

    def _knows(self, head: str) -> bool:
        wanted = base64.b64encode(self.user.encode()).decode()
        return not self.user or f"Proxy-Authorization: Basic {wanted}\r\n" in head

    def hang_up(self) -> None:
        """Close every connection."""
        for writer in self._lines:
            writer.close()


@asynccontextmanager
async def open_proxy(proxy: Proxy) -> AsyncIterator[Proxy]:
    """The proxy, on a free port, until the block ends."""
    server = await asyncio.start_server(proxy.take, "127.0.0.1")
    proxy.port = server.sockets[0].getsockname()[1]
    async with server:
        yield proxy
        proxy.hang_up()


@asynccontextmanager
async def tls_door(emulator_port: int, certificate: Path) -> AsyncIterator[int]:
    """Serve HOST: TLS with ``certificate`` outside, the emulator's plain HTTP inside."""
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    lines: set[asyncio.StreamWriter] = set()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        onward = await asyncio.open_connection("127.0.0.1", emulator_port)
        lines.update((writer, onward[1]))
        with suppress(OSError):
            await both_ways((reader, writer), onward)

    server = await asyncio.start_server(take, "127.0.0.1", ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1]
        for writer in lines:
            writer.close()


async def both_ways(left: Streams, right: Streams) -> None:
    """Copy bytes both ways until either side closes."""

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while chunk := await reader.read(65536):
                # The emulator accepts only this machine's own host names.
                writer.write(chunk.replace(f"Host: {HOST}".encode(), b"Host: localhost"))
                await writer.drain()
        writer.close()

    await asyncio.gather(carry(left[0], right[1]), carry(right[0], left[1]))


def made_certificate(folder: Path) -> Path:
    """Create a self-signed certificate for HOST; its key is in the same folder."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("There is no openssl here to make a certificate with.")
    certificate = folder / "authority.pem"
    subprocess.run(
        [
            openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
            "-nodes", "-days", "2", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}",
            "-keyout", str(certificate.with_suffix(".key")), "-out", str(certificate),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate
