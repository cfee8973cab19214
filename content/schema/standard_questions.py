"""The words of what an author writes in short: a yes-or-no question, options that any question may
have as well, and a question for the reason."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

Words = Mapping[str, str]

YES_NO: dict[str, Words] = {
    "yes": {"en": "Yes", "pl": "Tak", "ur": "ہاں"},
    "no": {"en": "No", "pl": "Nie", "ur": "نہیں"},
}
"""The options of a question of kind yes_no, by key."""
WHY: Words = {
    "en": "Why do you say that?",
    "pl": "Dlaczego tak uważasz?",
    "ur": "آپ ایسا کیوں سمجھتے ہیں؟",
}
REASON_SUFFIX = "_reason"


class Also(StrEnum):
    """An option that may be added to any question with choices, a scale, a number or a day."""

    NONE_OF_THESE = "none_of_these"
    DISAGREE = "disagree_with_question"
    PREFER_NOT = "prefer_not_to_say"


ALSO: Mapping[Also, Words] = {
    Also.NONE_OF_THESE: {
        "en": "None of these",
        "pl": "Żadna z tych odpowiedzi",
        "ur": "ان میں سے کوئی نہیں",
    },
    Also.DISAGREE: {
        "en": "I don't agree with the question",
        "pl": "Nie zgadzam się z tym pytaniem",
        "ur": "مجھے اس سوال سے اتفاق نہیں",
    },
    Also.PREFER_NOT: {
        "en": "Prefer not to say",
        "pl": "Wolę nie odpowiadać",
        "ur": "جواب نہیں دینا",
    },
}
