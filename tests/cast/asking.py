"""What tests of quick polls share: asking one, and having it approved."""

from __future__ import annotations

from company import Neighbourhood, Person

QUESTION = "Which day suits you best for a litter pick?"
ANSWERS = ("Saturday", "Sunday", "Neither")


async def composed(author: Person, answers: tuple[str, ...] = ANSWERS, days: str = "7") -> str:
    """Everything up to the preview, by a member of one ward. Returns the preview."""
    await author.types("/ask")
    await author.types(QUESTION)
    await author.types("\n".join(answers))
    return await author.types(days)


async def asked(
    hood: Neighbourhood, author: Person, approver: Person, answers: tuple[str, ...] = ANSWERS
) -> None:
    """A poll that was made, approved and sent."""
    await composed(author, answers)
    await author.taps(next(label for label in author.labels if label.startswith("Send to")))
    await approver.taps("Yes, send")
    await hood.stage.settle()
