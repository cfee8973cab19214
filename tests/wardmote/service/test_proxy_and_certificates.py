"""Behind a council's proxy, with a certificate of the council's own: the bot finds its way out."""

import asyncio
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from council_network import HOST, Proxy, made_certificate, open_proxy, tls_door
from deployment import TOKEN, Deployment, shows

from bot.sending.request import TelegramApi
from bot.sending.transport import TransportError, transport_for
from engagement.broadcasts.bot_api_responses import Fate, Outcome

TELEGRAM = f"https://{HOST}"
NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE")


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that names no proxy and no certificate."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(autouse=True)
def numbers_to_call(deployment: Deployment) -> None:
    """A real bot doesn't start without the council's own numbers for safeguarding."""
    council = deployment.content / "council.yaml"
    numbers = 'safeguarding:\n  day: "01632 960001"\n  out_of_hours: "01632 960002"\n'
    council.write_text(council.read_text().replace("privacy:\n", f"{numbers}privacy:\n", 1))


@dataclass
class Network:
    """The proxy, and what the bot has to be told."""

    proxy: Proxy
    certificate: Path

    @property
    def said(self) -> dict[str, str]:
        return {
            "WARDMOTE_BOT_API": TELEGRAM,
            "HTTPS_PROXY": f"http://127.0.0.1:{self.proxy.port}",
            "SSL_CERT_FILE": str(self.certificate),
        }


@pytest.fixture
async def network(deployment: Deployment) -> AsyncIterator[Network]:
    certificate = made_certificate(deployment.folder)
    emulator_port = int(deployment.site.url.rpartition(":")[2])
    async with (
        tls_door(emulator_port, certificate) as door,
        open_proxy(Proxy(door)) as proxy,
    ):
        yield Network(proxy, certificate)


async def test_a_resident_joins_through_the_proxy_and_the_councils_own_certificate(
    deployment: Deployment, network: Network
) -> None:
    process = await deployment.runs(**network.said)
    amina = await deployment.joins("Amina")
    assert shows(amina, "You're in")
    assert {*network.proxy.asked} == {f"CONNECT {HOST}:443 HTTP/1.1"}
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 20) == 0


async def test_a_proxy_that_wants_a_name_and_a_password_gets_them(
    deployment: Deployment, network: Network
) -> None:
    network.proxy.user = "wardmote:se-cret"
    address = f"http://wardmote:se-cret@127.0.0.1:{network.proxy.port}"
    await deployment.runs(**{**network.said, "HTTPS_PROXY": address})
    await deployment.joins("Amina")


async def test_a_proxy_that_refuses_is_named_at_the_start(
    deployment: Deployment, network: Network
) -> None:
    network.proxy.user = "wardmote:se-cret"
    code, said = await deployment.command("run", **network.said)
    assert code == 1
    assert "the proxy refused with 407: see HTTPS_PROXY" in said
    assert "Traceback" not in said


async def test_a_proxy_that_is_not_there_is_named_at_the_start(
    deployment: Deployment, network: Network
) -> None:
    code, said = await deployment.command(
        "run", **{**network.said, "HTTPS_PROXY": "http://127.0.0.1:9"}
    )
    assert code == 1
    assert "the proxy does not answer: see HTTPS_PROXY" in said


async def test_a_certificate_nobody_vouched_for_stops_the_start_with_a_line(
    deployment: Deployment, network: Network
) -> None:
    said = network.said
    del said["SSL_CERT_FILE"]
    code, line = await deployment.command("run", **said)
    assert code == 1
    assert "its certificate is not trusted here: see SSL_CERT_FILE" in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS_PROXY", "socks5://hidden:1080"),
        ("HTTPS_PROXY", "hidden.example:3128"),
        ("HTTPS_PROXY", "http://hidden.example:many"),
        ("SSL_CERT_FILE", "/hidden/there/is/none.pem"),
    ],
)
async def test_a_way_out_that_cannot_be_is_one_clear_line(
    deployment: Deployment, name: str, value: str
) -> None:
    code, said = await deployment.command("run", WARDMOTE_BOT_API=TELEGRAM, **{name: value})
    assert code == 1
    assert said.startswith(name)
    assert said.count("\n") == 1
    assert "hidden" not in said


async def test_a_file_without_a_certificate_in_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "empty.pem"
    file.write_text("nothing here")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with pytest.raises(TransportError, match="certificates in PEM format"):
        transport_for(TELEGRAM)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8484", "http://localhost:8484", "http://[::1]:8484"]
)
def test_what_is_on_this_machine_never_goes_through_the_proxy(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert transport_for(address).proxy is None
    assert transport_for(address.replace("http:", "https:")).proxy is None


async def test_a_bot_on_the_emulator_runs_where_a_dead_proxy_is_named(
    deployment: Deployment,
) -> None:
    dead = "http://127.0.0.1:9"
    await deployment.runs(HTTP_PROXY=dead, HTTPS_PROXY=dead, ALL_PROXY=dead)
    await deployment.joins("Amina")


@pytest.mark.parametrize("spared", ["api.telegram.org", ".telegram.org", "a.example, telegram.org"])
def test_no_proxy_spares_whom_it_names(spared: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", spared)
    assert transport_for("https://api.telegram.org").proxy is None
    assert transport_for(TELEGRAM).proxy == "http://proxy.example:3128"


async def outcome(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    async with open_proxy(proxy):
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        async with TelegramApi(TELEGRAM, TOKEN) as api:
            return await asyncio.wait_for(api.call("getMe", {}, seconds=0.3), 5)


@pytest.mark.parametrize("proxy", [Proxy(9, refuses=True), Proxy(9, silent=True)])
async def test_what_the_proxy_did_not_put_through_was_never_sent(
    proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await outcome(proxy, monkeypatch)).fate is Fate.NEVER_SENT
    assert len(proxy.asked) == 1
