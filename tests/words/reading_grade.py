"""How hard English is to read: the Flesch-Kincaid grade, with syllables counted by rule.

The grade is 0.39 times the words of a sentence, plus 11.8 times the syllables of a word, less 15.59
(Kincaid and others, 1975). Below seven words it says nothing, so shorter texts have none.
"""

from __future__ import annotations

import re

FEWEST_WORDS = 7

_COUNTED_BY_HAND = {
    "area": 3,
    "being": 2,
    "consultations": 4,
    "create": 2,
    "doing": 2,
    "done": 1,
    "everyone": 3,
    "everybody": 4,
    "everything": 3,
    "evening": 2,
    "going": 2,
    "idea": 3,
    "ideas": 3,
    "people": 2,
    "people's": 2,
    "seeing": 2,
    "something": 2,
    "someone": 2,
    "somewhere": 2,
    "somebody": 3,
    "sometimes": 2,
    "they're": 1,
    "safety": 2,
    "we're": 1,
    "you're": 1,
}
_COMMAND = re.compile(r"(?<!\w)/[a-z]+|https?://\S+|\bwardmote(?: [a-z-]+)+|<[^>]+>")
_END = re.compile(r"[.?!:;]+(?:\s|$|\))|\n")


def syllables(word: str) -> int:
    """The syllables of an English word, at least one."""
    bare = re.sub(r"[^a-z']", "", word.casefold().replace("’", "'"))
    if bare in _COUNTED_BY_HAND:
        return _COUNTED_BY_HAND[bare]
    bare = re.sub(r"(?:'s|')$", "", bare)
    negated = bare.endswith(("dn't", "sn't"))  # couldn't, isn't
    bare = bare.replace("'", "")
    count = len(re.findall(r"[aeiouy]+", bare))
    count += len(re.findall(r"i(?:a|o(?!u))(?!n\b|ns\b|nal)|[^qg]ua|eo|[aeiouy]ing\b", bare))
    silent = re.search(
        r"[^aeiouyl]e$|[aeiouy]le$|[^aeioutd]ed$|[^aeiouycgszx]es$|(?<![sczg])hes$", bare
    )
    if silent and count > 1:
        count -= 1
    return max(1, count + negated)


def words(text: str) -> list[str]:
    """The words of a text; commands and addresses are no words."""
    return re.findall(r"[\w'’]+", _COMMAND.sub(" ", text))


def grade(text: str) -> float | None:
    """The school grade a text can be read in; None where it is too short to say."""
    found = words(text)
    if len(found) < FEWEST_WORDS:
        return None
    parts = [each for each in _END.split(_COMMAND.sub(" ", text)) if words(each)]
    spoken = sum(map(syllables, found))
    return 0.39 * len(found) / len(parts) + 11.8 * spoken / len(found) - 15.59
