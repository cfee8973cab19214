"""Cards a council might send, in three languages: full, sparse and far too long."""

from __future__ import annotations

from dataclasses import replace

from reports.card import Bar, Card, Figure

ENGLISH = Card(
    language="en",
    council="Buckinghamshire Council",
    place="Abbey",
    title="What changed in Abbey",
    period="June to September 2022",
    figures=(
        Figure("over 210", "people answered"),
        Figure("12", "new street lamps"),
        Figure("3 of 4", "promises kept"),
    ),
    bars_title="Where should lamps be mended first?",
    bars=(
        Bar("On the way to school", 0.45, "about 95 (45%)"),
        Bar("At the bus stops", 0.31, "about 65 (31%)"),
        Bar("In the park", 0.19, "about 40 (19%)"),
        Bar("Somewhere else", None, "fewer than 10"),
    ),
    successes=(
        "The footpath to the school is lit from end to end.",
        "Broken lamps are now mended within 5 working days.",
    ),
    thanks="Thank you to everybody who took part.",
    foot="Numbers are rounded to 5, and small ones are not shown, so that they point at nobody.",
    alt="What changed in Abbey: 12 new street lamps after over 210 people answered.",
)

POLISH = Card(
    language="pl",
    council="Rada Buckinghamshire",
    place="Abbey",
    title="Co się zmieniło w Abbey",
    period="czerwiec – wrzesień 2022",
    figures=(
        Figure("ponad 210", "osób odpowiedziało"),
        Figure("12", "nowych latarni"),
    ),
    bars_title="Gdzie najpierw naprawić latarnie?",
    bars=(
        Bar("W drodze do szkoły", 0.45, "około 95 (45%)"),
        Bar("Na przystankach autobusowych", 0.31, "około 65 (31%)"),
        Bar("W parku", 0.19, "około 40 (19%)"),
        Bar("Gdzie indziej", None, "mniej niż 10"),
    ),
    successes=(
        "Ścieżka do szkoły jest oświetlona na całej długości.",
        "Zepsute latarnie naprawiamy teraz w ciągu 5 dni roboczych.",
    ),
    thanks="Dziękujemy wszystkim, którzy wzięli udział.",
    foot="Liczby zaokrąglamy do 5, a małych nie pokazujemy, żeby nie wskazywały na nikogo.",
    alt="Co się zmieniło w Abbey: 12 nowych latarni.",
)

URDU = Card(
    language="ur",
    right_to_left=True,
    council="بکنگھم شائر کونسل",
    place="ایبی (Abbey)",
    title="ایبی میں کیا بدلا",
    period="جون تا ستمبر 2022",
    figures=(
        Figure("210 سے زیادہ", "لوگوں نے جواب دیا"),
        Figure("12", "نئی اسٹریٹ لائٹیں"),
    ),
    bars_title="لائٹیں پہلے کہاں ٹھیک ہوں؟",
    bars=(
        Bar("اسکول کے راستے پر", 0.45, "تقریباً 95 (45%)"),
        Bar("بس اسٹاپ پر", 0.31, "تقریباً 65 (31%)"),
        Bar("Vale Park میں", 0.19, "تقریباً 40 (19%)"),
        Bar("کہیں اور", None, "10 سے کم"),
    ),
    successes=(
        "Cambridge Street سے اسکول تک کا راستہ اب پورا روشن ہے۔",
        "خراب لائٹیں اب 5 دن کے اندر ٹھیک کی جاتی ہیں۔",
    ),
    thanks="حصہ لینے والے سب لوگوں کا شکریہ۔",
    foot="اعداد 5 تک گول کیے گئے ہیں اور چھوٹے اعداد نہیں دکھائے گئے، تاکہ کسی کی پہچان نہ ہو۔",
    alt="ایبی میں کیا بدلا: 12 نئی اسٹریٹ لائٹیں۔",
)


def sparse(card: Card) -> Card:
    """Nothing delivered yet, and too few people to show a number."""
    return replace(card, figures=(), bars_title="", bars=(), successes=())


def bare(card: Card) -> Card:
    """Only what must be there."""
    return Card(card.language, card.council, card.title, card.alt, card.right_to_left)


def delivered(card: Card) -> Card:
    """Something delivered, and no numbers."""
    return replace(card, figures=(), bars_title="", bars=())


def everything(card: Card) -> Card:
    """All the places taken, with words of a common length."""
    third = Figure("3", card.figures[0].label)
    return replace(
        card,
        figures=(*card.figures, third)[:3],
        bars=(*card.bars, *card.bars, replace(card.bars[0], share=0.02))[:8],
        successes=(*card.successes, card.successes[0]),
    )


def too_long(card: Card) -> Card:
    """All the places taken, and every text several times too long."""

    def long(text: str) -> str:
        return " ".join([text] * 6)

    full = everything(card)
    return replace(
        full,
        council=long(full.council),
        place=long(full.place),
        title=long(full.title),
        period=long(full.period),
        figures=tuple(Figure(long(f.value), long(f.label)) for f in full.figures),
        bars_title=long(full.bars_title),
        bars=tuple(Bar(long(b.label), b.share, long(b.shown)) for b in full.bars),
        successes=tuple(long(words) for words in full.successes),
        bars_note=long(full.foot),
        thanks=long(full.thanks),
        foot=long(full.foot),
    )
