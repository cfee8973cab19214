"""Records all logs of the test suite at DEBUG, and searches them for secrets.

With LOGS_SEARCHED_IN=FOLDER in the environment each pytest process writes FOLDER/NAME.log and
FOLDER/NAME.secrets: what was typed, shown and used in its tests. Afterwards
``python tests/cast/searched_logs.py FOLDER`` searches the logs for the secrets, and exits with 1 if
it finds any.
"""

from __future__ import annotations

import ast
import json
import logging
import os
import re
import sys
import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

SWITCH = "LOGS_SEARCHED_IN"
ROOT = Path(__file__).parents[2]
OUR_CODE = (
    "bot", "content", "emulator", "engagement", "reports", "storage", "usecases", "wardmote", "web"
)  # fmt: skip
COUNCILS = ("buckinghamshire", "north-northamptonshire")
SHORTEST_TEXT = 6
COMMON_NAMES = frozenset(
    {"resident", "second", "member", "board-member", "officer", "administrator", "operator"}
)
"""First names of phones, in small letters, that also occur in logs as ordinary words."""
RECEIPT = re.compile(r"Your receipt: ([0-9A-Z]{3}-[0-9A-Z]{3})")
TOKEN = re.compile(r"\b\d{6,}:[\w-]{10,}")
POSTCODE = re.compile(r"\b([A-Za-z]{1,2}\d[A-Za-z\d]?) ?(\d[A-Za-z]{2})\b")


def folder() -> Path | None:
    """The folder in which this run keeps its logs, or None."""
    named = os.environ.get(SWITCH)
    return Path(named) if named else None


@dataclass
class Secrets:
    """What no log line may contain. ``texts`` are whole phrases, searched for as written."""

    texts: set[str] = field(default_factory=set)
    buttons: set[str] = field(default_factory=set)

    def harvest(self, emulator: object) -> None:
        """Collect this emulator's secrets: its token, ids, names, and what people typed."""
        self.texts |= {emulator.token, emulator.token.partition(":")[2]}
        for phone in [*emulator.phones.values()]:
            name = phone.user.first_name
            self.texts.add(str(phone.user_id))
            if len(name) >= SHORTEST_TEXT and name.split()[0].lower() not in COMMON_NAMES:
                self.texts.add(name)
            for message in phone.messages:
                self._read(message)

    def _read(self, message: object) -> None:
        if message.from_bot:
            self.buttons.update(b.text for row in message.buttons for b in row)
            self.texts.update(RECEIPT.findall(message.text))
            return
        command, _, payload = message.text.partition(" ")
        if command == "/start" and len(payload) >= SHORTEST_TEXT:
            self.texts.add(payload)
        typed = " ".join(message.text.split())
        if len(typed) >= SHORTEST_TEXT and not typed.startswith("/"):
            self.texts.add(typed)

    def written(self) -> str:
        """The secrets as one line of JSON."""
        return json.dumps({"texts": sorted(self.texts), "buttons": sorted(self.buttons)})


class Scribe:
    """In one pytest process: writes the logs, and collects each test's secrets."""

    def __init__(self, where: Path, name: str) -> None:
        from emulator import Emulator
        from wardmote.service import logs

        where.mkdir(parents=True, exist_ok=True)
        self.stream = (where / f"{name}.log").open("a", encoding="utf-8", errors="backslashreplace")
        self.secrets_file = where / f"{name}.secrets"
        self.handler = logging.StreamHandler(self.stream)
        self.handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
        self.to_stream = logs.to_stream
        # The first thing every process of ours does; anything libraries log after it is searched.
        logs.quieten_libraries()
        self.secrets = Secrets()
        self.alive: weakref.WeakSet[Emulator] = weakref.WeakSet()
        self.of_this_test: list[Emulator] = []
        self._watch(Emulator)

    def _watch(self, kind: type) -> None:
        """Register every emulator that is created, without changing what it does."""
        make = kind.__init__

        def made(emulator: object, *given: object, **named: object) -> None:
            make(emulator, *given, **named)
            self.alive.add(emulator)
            self.of_this_test.append(emulator)

        kind.__init__ = made

    def listen(self) -> None:
        """Send everything at DEBUG here, even if a test has set up logging before."""
        self.to_stream(self.stream, "debug")
        root = logging.getLogger()
        root.setLevel(logging.DEBUG)
        if self.handler not in root.handlers:
            root.addHandler(self.handler)

    def pytest_runtest_setup(self, item: object) -> None:
        self.listen()
        # Without its parameters, which may be a postcode.
        self.stream.write(f"### {item.nodeid.partition('[')[0]}\n")

    def pytest_runtest_teardown(self) -> None:
        self.harvest()

    def harvest(self) -> None:
        """Collect the secrets of every emulator there is now."""
        for emulator in {*self.alive, *self.of_this_test}:
            self.secrets.harvest(emulator)
        self.of_this_test.clear()

    def pytest_sessionfinish(self) -> None:
        self.harvest()
        self.secrets_file.write_text(self.secrets.written() + "\n", "utf-8")
        logging.getLogger().removeHandler(self.handler)
        self.stream.flush()


def pytest_configure(config: object) -> None:
    """Start recording, if the environment says so."""
    where = folder()
    if where is not None:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        config.pluginmanager.register(Scribe(where, worker), "the-scribe")


def kept(name: str, said: bytes) -> None:
    """Write down what a test's process has printed, however that process ends."""
    where = folder()
    if where is not None:
        where.mkdir(parents=True, exist_ok=True)
        with (where / f"{name}-{os.getpid()}.log").open("ab") as file:
            file.write(said)


@dataclass(frozen=True)
class Found:
    """A secret in a log line; ``what`` is the kind of secret, never the secret itself."""

    file: str
    line: int
    test: str
    what: str
    masked: str


def searched(where: Path) -> Iterator[Found]:
    """Every place in the folder's logs that shows a secret."""
    secrets, buttons = set[str](), set[str]()
    for file in sorted(where.glob("*.secrets")):
        for line in file.read_text("utf-8").splitlines():
            found = json.loads(line)
            secrets.update(found["texts"])
            buttons.update(found["buttons"])
    # A label may have been shown in one process and typed in another. A title is public.
    look = Looking(secrets - buttons - {*_titles()})
    for file in sorted(where.glob("*.log")):
        test = ""
        with file.open(encoding="utf-8", errors="replace") as lines:
            for number, line in enumerate(lines, start=1):
                if line.startswith("### "):
                    test = line[4:].strip()
                else:
                    for what, shown in look.in_line(line):
                        masked = line.strip().replace(shown, "*" * 6)[:160]
                        yield Found(file.name, number, test, what, masked)


class Looking:
    """Searches many lines for many secrets: by their first word, then for the whole phrase.

    Our own sentences may contain any of them, as "Nothing was changed" contains "Nothing". So what
    counts is what stands outside the sentences that are in our code, word for word.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self.sentences = own_sentences()
        self.around: dict[str, list[str]] = {}
        self.by_first: dict[str, list[str]] = {}
        for secret in secrets:
            words = re.findall(r"\w+", secret)
            if words:
                self.by_first.setdefault(words[0], []).append(secret)
        self.postcodes = frozenset(_postcodes())

    def in_line(self, line: str) -> Iterator[tuple[str, str]]:
        """(kind, text) of each secret in one line."""
        for word in set(re.findall(r"\w+", line)) & self.by_first.keys():
            for secret in self.by_first[word]:
                if _has(line, secret) and _has(self._without_sentences(line, secret), secret):
                    yield "something typed, an id, a name, a token or a code", secret
        for token in TOKEN.findall(line):
            yield "something shaped like a bot token", token
        for one in POSTCODE.finditer(line):
            if (one[1] + one[2]).upper() in self.postcodes:
                yield "a postcode in a council's files", one[0]

    def _without_sentences(self, line: str, secret: str) -> str:
        """The line without those of our sentences that have this secret among other words."""
        if secret not in self.around:
            found = [one for one in self.sentences if _has(one, secret)]
            self.around[secret] = sorted(found, key=len, reverse=True)
        line = OF_THE_CODE.sub(" ", line)
        for sentence in self.around[secret]:
            line = line.replace(sentence, " ")
        return line


def _has(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


OF_THE_CODE = re.compile(
    r'(?<=\bFile ")[^"]+", line \d+, in \w+|[\w/]+\.py:\d+|(?<=^(?:good|look)  )[\w ]+:'
    r"|(?<=^bad  )[\w ]+:|\.before-\w+-\w+"
)
"""Places in the code, the names of the doctor's checks, and what a restore calls a file."""
FEWEST_WORDS = 3
"""Of a sentence: shorter literals may be values."""


@cache
def own_sentences() -> tuple[str, ...]:
    """The literals of our code, and the parts of our English sentences, that have several words."""
    found = set[str]()
    for folder in OUR_CODE:
        for file in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value.strip())
    english = (ROOT / "content/words/en.ftl").read_text("utf-8")
    found.update(part.strip() for part in re.split(r"\{[^}]*\}|\n|^[\w-]+ =|<[^>]+>", english))
    return tuple(one for one in found if len(re.findall(r"\w+", one)) >= FEWEST_WORDS)


def _titles() -> Iterator[str]:
    """The titles of the councils' consultations, as they are and in small letters."""
    from content import library

    for council in COUNCILS:
        for one in library.load(library.council_directory(council)).consultations.values():
            for title in one.title.root.values():
                yield from (title, title.lower())


def _postcodes() -> Iterator[str]:
    from content import library

    for council in COUNCILS:
        yield from library.load(library.council_directory(council)).postcodes


def main(words: list[str]) -> int:
    """Search the logs, and print what was found and how much was searched."""
    where = Path(words[0])
    read = sorted(where.glob("*.log"))
    size = sum(file.stat().st_size for file in read)
    if not size or not [*where.glob("*.secrets")]:
        sys.stdout.write(f"Nothing was logged in {where}: was {SWITCH} set?\n")
        return 1
    found = list(searched(where))
    for one in found[:50]:
        sys.stdout.write(f"{one.file}:{one.line}: {one.what}: {one.masked}\n    in {one.test}\n")
    sys.stdout.write(
        f"Searched {size / 1e6:.1f} MB of logs in {len(read)} files: {len(found)} lines show a "
        "secret.\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.exit(main(sys.argv[1:]))
