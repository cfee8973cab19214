"""How the Bot API is reached: through the council's proxy or not, and which certificates are
trusted.

Both come from the usual environment variables: HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE.
"""

from __future__ import annotations

import os
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


class TransportError(Exception):
    """The proxy or the certificates cannot be used; the text is one line that says why."""


@dataclass(frozen=True, slots=True)
class Transport:
    """``proxy`` is its address, None for a direct connection; ``trusted`` is aiohttp's ``ssl``."""

    proxy: str | None
    trusted: ssl.SSLContext | bool


def transport_for(base_url: str) -> Transport:
    """How to reach a Bot API server from this machine. Raises TransportError."""
    return Transport(_proxy(base_url), _trusted() if base_url.startswith("https://") else True)


def is_loopback(base_url: str) -> bool:
    """Whether a Bot API address is on this machine."""
    return (urlsplit(base_url).hostname or "") in ("127.0.0.1", "localhost", "::1")


def _proxy(base_url: str) -> str | None:
    # Calls to this machine never go through another one, even if the environment says so.
    if is_loopback(base_url):
        return None
    address = urlsplit(base_url)
    if proxy_bypass(address.netloc.rpartition("@")[2]):
        return None
    proxy = getproxies().get(address.scheme)
    if proxy and not _is_usable(proxy):
        # The value itself is left out: it may hold a password.
        raise TransportError(
            f"{address.scheme.upper()}_PROXY is wrong: an address such as "
            "http://proxy.example:3128 is expected."
        )
    return proxy or None


def _is_usable(proxy: str) -> bool:
    try:
        address = urlsplit(proxy)
        return address.scheme in ("http", "https") and bool(address.hostname and address.port)
    except ValueError:
        return False


def _trusted() -> ssl.SSLContext:
    """The machine's certificate authorities, and those of SSL_CERT_FILE. OpenSSL would ignore a
    file that doesn't exist, and every call would fail without a reason."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(("http/1.1",))
    file = os.environ.get("SSL_CERT_FILE")
    if file:
        try:
            context.load_verify_locations(cafile=file)
        except OSError as error:
            raise TransportError(
                f"SSL_CERT_FILE cannot be read ({type(error).__name__}): "
                "a file of certificates in PEM format is expected."
            ) from None
    return context
