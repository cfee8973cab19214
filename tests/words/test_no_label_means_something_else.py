"""A button's label can be typed. It must not be what people say to stop, to be forgotten and so on,
unless that is what the button does."""

import pytest
from words_in_code import fillings, messages

from content import asked_in_words
from content.words import Words

SPOKEN = Words()
ANYWHERE = {
    "stop": asked_in_words.asks_to_stop,
    "complain": asked_in_words.asks_to_complain,
    "help": asked_in_words.asks_for_help,
    "forget": asked_in_words.asks_to_be_forgotten,
    "start": asked_in_words.asks_to_start,
    "remove": asked_in_words.asks_to_remove,
    "cancel": asked_in_words.asks_to_cancel,
}
MEANT = {
    "button-start": "start",
    "button-instead-complaint": "complain",
    "button-instead-stop": "stop",
    "button-cancel": "cancel",
    "button-take-back": "cancel",
    "button-remove-from-chat": "remove",
}


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_no_button_s_label_means_something_else_when_it_is_typed(language: str) -> None:
    labels = [
        (key, SPOKEN.plain(key, language, **values))
        for key in messages()
        if key.startswith("button-")
        for values in fillings(key, "Abbey")
    ]
    assert len(labels) > 80
    wrong = [
        (key, label, meaning)
        for key, label in labels
        for meaning, asks in ANYWHERE.items()
        if asks(label) and MEANT.get(key) != meaning
    ]
    assert wrong == []
