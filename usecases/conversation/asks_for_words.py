"""Buttons, and their labels where they are typed, after which the next words are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from content.typed_words import keyed
from content.words import Words
from usecases.conversation.typed_words import Waiting

ASKS_FOR_WORDS = {
    "po": Waiting.OUTCOME,
    "pc": Waiting.OUTCOME,
    "rw": Waiting.REQUEST,
    "rm": Waiting.REQUEST,
    "vn": Waiting.READING,
    "vg": Waiting.READING,
    "vj": Waiting.READING,
    "va": Waiting.READING,
    **dict.fromkeys(("wk", "wd", "wn", "wi"), Waiting.SUBMISSION),
    "dc": Waiting.ALERT,
    "ss": Waiting.BROADCAST,
    "su": Waiting.BROADCAST,
    "sc": Waiting.BROADCAST,
    "tc": Waiting.BROADCAST,
    "y": Waiting.REASON,
    "oe": Waiting.DECIDING,
    "ax": Waiting.STOPPING,
}
"""Taps after which the next words of a member of staff are kept, until they are acted on."""
LABELS_THAT_ASK = {
    "button-correct": Waiting.BROADCAST,
    "button-no-send": Waiting.REASON,
    "button-outcome": Waiting.OUTCOME,
    "button-mark-request": Waiting.REQUEST,
    "button-is-request": Waiting.REQUEST,
    "button-new-theme": Waiting.READING,
    "button-translate": Waiting.READING,
    "button-write-down": Waiting.READING,
    "button-correct-words": Waiting.READING,
    "button-today": Waiting.SUBMISSION,
    "button-what-was-done": Waiting.ALERT,
    "button-stop-poll": Waiting.STOPPING,
}
ENDS_WRITING = frozenset({"px", "pq", "rx", "vx", "wx", "wy", "wz", "og", "os", "aw", "ay", "az"})
"""Taps after which no words are wanted any more."""


@cache
def typed_labels() -> Mapping[str, Waiting]:
    """What the labels of the buttons in ``ASKS_FOR_WORDS`` ask for where they are typed, in every
    language."""
    words = Words()
    return {
        keyed(words.plain(key, language)): waiting
        for key, waiting in LABELS_THAT_ASK.items()
        for language in words.languages
    }
