"""What comes with a question besides its text: something to learn first, and recordings."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from content.schema.authored import Authored, Language, Localised
from content.typed_words import room

LONGEST_ALT = 900
"""UTF-16 code units: with the words around it, a text alternative fits under a picture."""
_NAME = r"^[A-Za-z0-9_][A-Za-z0-9_. -]*(/[A-Za-z0-9_][A-Za-z0-9_. -]*)*$"
FileName = Annotated[str, StringConstraints(pattern=_NAME, max_length=200)]
"""A file in the council's folder, such as pictures/high-street.jpg."""
_LINK = re.compile(r"https://([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}([/?#][^\s<>\"]*)?")


def _https(link: str) -> str:
    if _LINK.fullmatch(link) is None:
        raise ValueError(
            "a link that begins with https:// and names a site is expected, such as "
            "https://www.anytown.gov.uk/plan"
        )
    return link


def _short_enough(alt: Localised) -> Localised:
    for language, text in alt.root.items():
        if room(text) > LONGEST_ALT:
            raise ValueError(f"at most {LONGEST_ALT} characters are expected, in {language} too")
    return alt


Link = Annotated[str, StringConstraints(max_length=200), AfterValidator(_https)]
"""A page on the web. People see the whole of it, so they know where it leads."""
TextAlternative = Annotated[Localised, AfterValidator(_short_enough)]


def is_not_given(value: object) -> bool:
    """Whether a field is left out of a version that is stored, because nobody has filled it."""
    return value is None or value == {}


class Media(Authored):
    """A file in the council's folder. ``digest`` is the SHA-256 of its bytes, worked out when the
    files are read: whoever approves a consultation approves these bytes."""

    file: FileName
    digest: str | None = Field(default=None, exclude_if=is_not_given)


class Picture(Media):
    """A JPEG or PNG. ``alt`` says in words what it shows, for those who can't see it."""

    alt: TextAlternative


class Recording(Media):
    """Words read aloud: Ogg with Opus, MP3 or M4A. In a file its name alone is enough."""

    @model_validator(mode="before")
    @classmethod
    def _a_name_is_enough(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


Recordings = dict[Language, Recording]
"""The recording in each language that has one."""


class Learn(Authored):
    """What people may need to know before they are asked: words, and perhaps a picture, a link, and
    recordings of the words."""

    text: Localised
    picture: Picture | None = Field(default=None, exclude_if=is_not_given)
    link: Link | None = Field(default=None, exclude_if=is_not_given)
    listen: Recordings = Field(default_factory=dict, exclude_if=is_not_given)

    @property
    def texts(self) -> tuple[Localised, ...]:
        """What a resident may read of it."""
        return (self.text,) if self.picture is None else (self.text, self.picture.alt)


def recording_for(listen: Recordings, language: str, default: str) -> tuple[str, Recording] | None:
    """The recording in ``language``, else in the council's ``default`` language, else in any; and
    the language it is in. None where there is none."""
    for wanted in (language, default, *listen):
        if wanted in listen:
            return wanted, listen[wanted]
    return None
