"""Parser for Telegram's HTML: plain text and entities, with Telegram's own errors.

Offsets and lengths count UTF-16 units; the byte offsets in the errors count UTF-8 bytes.
"""

import re
from dataclasses import dataclass
from html import unescape

from emulator.bot_api.auto_entities import detect
from emulator.chat import Json

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_KNOWN = {*_SIMPLE, "a", "tg-emoji"}
_PLAIN = re.compile(r"[^<&]+")
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]+|#[xX][0-9a-fA-F]+);")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*(=?)\s*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_CLOSING = re.compile(r"/([^\s>]*)\s*")
_URL = re.compile(r"(?:https?|tg|ton)://\S|mailto:\S|[\w-]+\.[a-z]{2,}", re.IGNORECASE)


class EntityError(Exception):
    """The text isn't valid Telegram HTML; the message says why and at which byte."""


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int  # UTF-16 units before the entity
    start: int  # index into the pieces of text


def utf16(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(html: str) -> tuple[str, list[Json]]:
    """The plain text, trimmed, and its entities. Raises EntityError."""
    text, entities = _Reader(html).read()
    return trim(text, entities)


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without white space at both ends, and its entities moved to fit, with any links."""
    right = text.rstrip()
    stripped = right.lstrip()
    cut, length = utf16(right) - utf16(stripped), utf16(stripped)
    fitted: list[Json] = []
    for entity in entities:
        begin = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, length)
        if end > begin:
            fitted.append({**entity, "offset": begin, "length": end - begin})
    fitted.extend(detect(stripped, fitted))
    fitted.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return stripped, fitted


class _Reader:
    def __init__(self, html: str) -> None:
        self.html = html
        self.at = 0
        self.offset = 0
        self.pieces: list[str] = []
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.html):
            if self.html[self.at] != "<":
                self._text()
            elif self.html.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise EntityError(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            )
        return "".join(self.pieces), self.entities

    def _text(self) -> None:
        found = _PLAIN.match(self.html, self.at) or _REFERENCE.match(self.html, self.at)
        piece = found.group() if found else "&"
        self.at += len(piece)
        if piece[0] == "&" and len(piece) > 1:
            piece = unescape(piece)
        self.pieces.append(piece)
        self.offset += utf16(piece)

    def _start_tag(self) -> None:
        begin = self.at
        name = _NAME.match(self.html, begin + 1)
        self.at = name.end() if name else begin + 1
        if self.at >= len(self.html):
            raise EntityError(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = self.html[begin + 1 : self.at].lower()
        if tag not in _KNOWN:
            raise EntityError(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        argument = ""
        while (attribute := self._attribute(tag, begin)) is not None:
            argument = _argument(tag, *attribute) or argument
        self.at += 1
        if tag == "span" and argument != "tg-spoiler":
            raise EntityError(
                'Tag "span" must have class "tg-spoiler" at byte offset ' + self._byte(begin)
            )
        self.open.append(_Open(tag, argument, self.offset, len(self.pieces)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str] | None:
        """The next name and value inside a start tag; None at its end."""
        found = _ATTRIBUTE.match(self.html, self.at)
        assert found is not None
        name, equals = found.groups()
        self.at = found.end()
        if self.at >= len(self.html):
            raise EntityError(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if not name and not equals:
            return None
        if not name:
            raise EntityError(
                f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}'
            )
        if not equals:
            if tag == "blockquote" and name.lower() == "expandable":
                return name.lower(), ""
            raise EntityError(
                "Expected equal sign in declaration of an attribute of the tag "
                f'"{tag}" at byte offset {self._byte(begin)}'
            )
        return name.lower(), self._value(begin)

    def _value(self, begin: int) -> str:
        quote = self.html[self.at]
        if quote in "'\"":
            end = self.html.find(quote, self.at + 1)
            if end < 0 or end + 1 >= len(self.html):
                raise EntityError(f"Unclosed start tag at byte offset {self._byte(begin)}")
            value = _REFERENCE.sub(lambda m: unescape(m.group()), self.html[self.at + 1 : end])
            self.at = end + 1
            return value
        token = _TOKEN.match(self.html, self.at)
        value, start = (token.group() if token else ""), self.at
        self.at += len(value)
        if self.at >= len(self.html):
            raise EntityError(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if self.html[self.at] != ">" and not self.html[self.at].isspace():
            raise EntityError(f"Unexpected end of name token at byte offset {self._byte(start)}")
        return value.lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise EntityError(f"Unexpected end tag at byte offset {self._byte(begin)}")
        found = _CLOSING.match(self.html, begin + 1)
        assert found is not None
        if found.end() >= len(self.html) or self.html[found.end()] != ">":
            raise EntityError(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at = found.end() + 1
        last = self.open[-1]
        name = found.group(1)
        if name and name.lower() != last.tag:
            raise EntityError(
                f"Unmatched end tag at byte offset {self._byte(begin)}, "
                f'expected "</{last.tag}>", found "</{name}>"'
            )
        self.open.pop()
        self._close(last)

    def _close(self, last: _Open) -> None:
        length = self.offset - last.offset
        if not length:
            return
        entity: Json = {"offset": last.offset, "length": length}
        if last.tag == "a":
            url = last.argument or "".join(self.pieces[last.start :])
            if not _URL.match(url):
                return
            entity |= {"type": "text_link", "url": url if ":" in url else f"http://{url}/"}
        elif last.tag == "tg-emoji":
            entity |= {"type": "custom_emoji", "custom_emoji_id": last.argument}
        else:
            entity["type"] = _SIMPLE[last.tag]
        if last.tag == "blockquote" and last.argument:
            entity["type"] = "expandable_blockquote"
        if last.tag == "pre" and self._inner_code(entity):
            return
        self.entities.append(entity)
        if last.tag == "code" and last.argument:
            entity["language"] = last.argument

    def _inner_code(self, pre: Json) -> bool:
        """`<pre><code class="language-x">` is one block with a language, not two entities."""
        inner = self.entities[-1] if self.entities else {}
        same = inner.get("offset") == pre["offset"] and inner.get("length") == pre["length"]
        if not (same and inner.get("type") == "code" and "language" in inner):
            return False
        inner["type"] = "pre"
        return True

    def _byte(self, index: int) -> str:
        return str(len(self.html[:index].encode()))


def _argument(tag: str, name: str, value: str) -> str:
    """The value of an attribute that matters for its tag; "" if Telegram ignores it."""
    if tag == "code" and name == "class" and value.startswith("language-"):
        return value.removeprefix("language-")
    wanted = {"a": "href", "span": "class", "tg-emoji": "emoji-id"}.get(tag)
    if tag == "blockquote" and name == "expandable":
        return "expandable"
    return value if name == wanted else ""
