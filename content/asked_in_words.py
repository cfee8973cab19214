"""What people ask for in words alone, wherever they are: to stop, help, be forgotten, begin,
cancel, complain, or see what was answered."""

from __future__ import annotations

import re

from content.typed_words import apart, keyed, plainest
from content.yes_and_no import yes_or_no

_STOP = (
    "stop", "stop all", "stopall", "stop stop",
    "stop messages", "stop the messages", "stop these messages", "stop all messages",
    "stop messaging", "stop messaging me", "stop sending", "stop sending me messages",
    "stop texting", "stop texting me", "stop writing", "stop writing to me", "stop contacting me",
    "unsubscribe", "unsubscribe me", "unsubscribe all", "un subscribe", "unsubcribe", "unsuscribe",
    "opt out", "optout", "opt me out", "end messages", "end the messages", "quit",
    "stop stop stop", "stop it", "stop this", "stop bothering me", "no messages", "no texts",
    "no more messages", "no more texts", "i want to unsubscribe",
    *(f"{way} {which} {what}" for way in ("remove me from", "take me off", "unsubscribe me from")
      for which in ("the", "your", "this", "that") for what in ("list", "mailing list")),
    "i want to opt out", "i want to stop messages",
    "zatrzymaj", "zatrzymać", "zatrzymaj wiadomości", "wstrzymaj",
    "przestań", "przestańcie", "przestań pisać", "przestańcie pisać", "nie pisz", "nie piszcie",
    "nie pisz do mnie", "nie piszcie do mnie", "nie pisz do mnie więcej", "nie pisz więcej",
    "nie piszcie do mnie więcej", "nie piszcie więcej", "przestać pisać", "proszę przestać",
    "nie wysyłaj", "nie wysyłajcie",
    "koniec wiadomości", "dość wiadomości", "nie chcę wiadomości", "nie chcę więcej wiadomości",
    "nie chcę tych wiadomości", "nie chcę dostawać wiadomości", "nie chcę otrzymywać wiadomości",
    "nie chcę dostawać więcej wiadomości", "nie chcę już wiadomości", "żadnych wiadomości",
    "żadnych więcej wiadomości", "nie wysyłaj wiadomości", "nie wysyłajcie wiadomości",
    "nie wysyłaj mi wiadomości", "nie wysyłajcie mi wiadomości", "nie wysyłaj mi więcej wiadomości",
    "nie wysyłajcie mi więcej wiadomości", "nie pisz do mnie smsów", "nie piszcie do mnie smsów",
    "usuń mnie z listy", "usuńcie mnie z listy", "wykreśl mnie z listy", "wykreślcie mnie z listy",
    "wypisz", "wypisz mnie", "wypiszcie mnie", "wypisuję się", "wypisz się", "wypisać",
    "chcę się wypisać", "rezygnuję", "odsubskrybuj", "anuluj subskrypcję",
    "zakończ subskrypcję", "stop wiadomości",
    "سٹاپ", "اسٹاپ", "سٹوپ", "رکو", "رکیں", "رکیے", "رک جائیں", "رک جاؤ", "روکو", "روکیں",
    "روک دیں", "روک دو", "بند کرو", "بند کریں", "بند کر دیں", "بند کر دو", "بند کیجیے",
    "پیغام بند کریں", "پیغام بند کرو", "پیغامات بند کریں", "پیغامات بند کرو",
    "پیغامات بند کر دیں", "پیغامات روک دیں", "پیغامات روکیں", "میسج بند کریں", "میسج بند کرو",
    "میسج نہ کریں", "مجھے میسج نہ کریں", "میسج نہ کرو", "مجھے میسج نہ بھیجیں", "بس کریں", "بس کرو",
    "میسج مت بھیجو", "میسج مت بھیجیں", "پیغام مت بھیجو", "پیغام مت بھیجیں", "میسج نہ بھیجیں",
    "پیغام نہ بھیجیں", "پیغامات نہ بھیجیں", "message mat bhejo", "mat bhejo",
    "مزید پیغام نہیں", "مزید پیغامات نہیں", "ان سبسکرائب", "انسبسکرائب", "ان سبسکرائب کریں",
    "میسج مت کرو", "میسج مت کریں", "مجھے میسج نہ کرو", "مجھے میسج مت کرو", "مجھے میسج مت کریں",
    "مجھے میسج مت بھیجو", "مجھے میسج مت بھیجیں", "مجھے پیغام نہ بھیجو", "مجھے پیغام نہ بھیجیں",
    "مجھے پیغام مت بھیجو", "مجھے پیغام مت بھیجیں", "پیغام نہیں چاہیے", "پیغامات نہیں چاہییں",
    "مجھے پیغام نہیں چاہیے", "مجھے پیغامات نہیں چاہییں", "مجھے میسج نہیں چاہیے",
    "مجھے مزید پیغام نہیں چاہیے", "کوئی پیغام نہیں چاہیے", "مجھے فہرست سے نکال دیں",
    "مجھے فہرست سے نکال دو", "مجھے لسٹ سے نکال دیں", "مجھے لسٹ سے نکال دو", "message na karo",
    "message mat karo", "mujhe message na karo", "mujhe message mat karo",
    "mujhe message mat karein", "mujhe message mat bhejo", "message nahi chahiye",
    "mujhe list se nikal do",
    "band karo", "band karein", "band karen", "band kar do", "ruko", "rukein", "ruk jao",
)  # fmt: skip
_NEVER = tuple(
    " ".join((no, what, *when.split()))
    for no in ("don t", "dont", "do not", "never", "i don t want you to")
    for what in ("text me", "message me", "contact me", "write to me", "send me messages",
                 "send me texts", "send me anything", "send me any messages", "bother me")
    for when in ("", "again", "any more", "anymore", "ever again")
) + tuple(
    f"{no} {which}{what}"
    for no in ("i don t want", "i dont want", "i do not want", "don t want", "dont want")
    for which in ("", "any ", "more ", "any more ", "these ", "your ")
    for what in ("messages", "texts")
)  # fmt: skip
_STOP_PERHAPS = (
    "leave me alone", "just leave me alone", "go away", "remove me", "take me off",
    "zostaw mnie w spokoju", "zostawcie mnie w spokoju", "dajcie mi spokój", "daj mi spokój",
    "مجھے اکیلا چھوڑ دو", "مجھے اکیلا چھوڑ دیں", "مجھے تنگ نہ کرو", "مجھے تنگ نہ کریں",
    "mujhe akela chor do", "mujhe tang na karo",
)  # fmt: skip
"""Ways to say stop that may also answer a question in somebody's own words."""
_HELP = (
    "help", "help me use this", "menu", "commands", "how does this work", "what can i do",
    "what can i do here", "pomoc", "polecenia", "jak to działa", "co mogę tu zrobić",
    "مدد", "مدد کریں", "مدد چاہیے", "ہیلپ", "مینو", "madad",
)  # fmt: skip

_FORGET = (
    "forget me", "forget about me", "forget all about me", "i want to be forgotten",
    "i want to be deleted", "i d like to be forgotten", "delete me",
    *(f"{way} {what}" for way in ("delete", "erase", "remove", "wipe")
      for what in ("my data", "all my data", "my details", "my account", "my information",
                   "all my information", "my answers", "all my answers", "all of my answers",
                   "everything", "everything about me", "all about me")),
    "erase me", "zapomnij o mnie", "zapomnijcie o mnie", "zapomnieć o mnie",
    "chcę być zapomniany", "chcę być zapomniana", "chcę zostać zapomniany",
    "chcę zostać zapomniana",
    *(f"{way} {what}" for way in ("usuń", "usuńcie", "usunąć", "skasuj", "skasujcie", "wymaż")
      for what in ("mnie", "moje dane", "wszystkie moje dane", "moje odpowiedzi",
                   "wszystkie moje odpowiedzi", "moje konto", "wszystko", "wszystko o mnie")),
    "مجھے بھول جائیں", "مجھے بھول جاؤ",
    *(f"{what} {way}"
      for what in ("مجھے", "میرا ڈیٹا", "میرا سارا ڈیٹا", "میرا تمام ڈیٹا", "میری معلومات",
                   "میری تمام معلومات", "میرا اکاؤنٹ", "میرا رابطہ", "میرے جواب", "میرے جوابات",
                   "میرے تمام جوابات", "میرے سارے جواب", "سب کچھ")
      for way in ("مٹا دیں", "مٹا دو", "مٹائیں", "مٹاؤ", "حذف کریں", "حذف کر دیں", "حذف کرو",
                  "حذف کر دو", "ڈیلیٹ کریں", "ڈیلیٹ کر دیں", "ڈیلیٹ کرو", "ڈیلیٹ کر دو")),
    "mujhe bhool jao", "mera data delete karo", "mera data delete karein",
    "mera data delete kar do", "mera data hazf karein", "mera data mita do", "sab delete karo",
)  # fmt: skip
_START = (
    "start", "start again", "restart", "come back", "i want to come back", "zacznij",
    "zacznij od nowa", "wracam", "chcę wrócić", "شروع", "شروع کریں", "دوبارہ شروع کریں",
    "میں واپس آنا چاہتا ہوں", "میں واپس آنا چاہتی ہوں", "shuru karo", "shuru karein",
)  # fmt: skip
_CANCEL = (
    "cancel", "cancel it", "cancel this", "never mind", "nevermind", "not now", "forget it",
    "don't close it", "do not close it", "leave it open", "not yet", "wrong", "quit", "exit",
    "anuluj", "anulować", "nieważne", "nie teraz", "jeszcze nie", "nie zamykaj", "zostaw",
    "منسوخ", "منسوخ کریں", "رہنے دیں", "ابھی نہیں", "بند نہ کریں", "واپس",
)  # fmt: skip

_REMOVE = (
    *(f"{way} {what}" for way in ("remove", "delete", "hide", "erase", "clear")
      for what in ("this", "it", "that", "these", "them", "this message", "that message",
                   "these messages", "this chat", "the chat", "messages", "it all", "all this",
                   "this from the chat", "it from the chat", "this from chat", "my message")),
    *(f"{way} {what}" for way in ("usuń", "usun", "skasuj", "ukryj", "wymaż")
      for what in ("to", "tę wiadomość", "te wiadomości", "wiadomość", "to z czatu", "czat")),
    *(f"{what} {way}" for what in ("یہ", "اسے", "اس کو", "پیغام", "میسج")
      for way in ("مٹا دیں", "مٹا دو", "مٹائیں", "مٹاؤ", "ہٹا دیں", "ہٹا دو", "ہٹائیں", "ہٹاؤ",
                  "چھپا دیں", "چھپا دو", "حذف کریں", "حذف کر دیں", "حذف کرو",
                  "ڈیلیٹ کریں", "ڈیلیٹ کر دیں", "ڈیلیٹ کرو")),
    "yeh mita do", "ye mita do", "isay mita do", "ise mita do", "ye hata do", "yeh hata do",
    "ye delete karo", "yeh delete karo", "delete karo", "message delete karo",
)  # fmt: skip

_DELETE = (
    *(f"{way}{what}" for way in ("delete", "remove", "erase")
      for what in ("", " comment", " the comment", " this comment", " that comment", " my comment",
                   " my comments", " all", " all of it", " everything", " my answers", " number")),
    *(f"{way}{what}" for way in ("usuń", "usun", "skasuj", "wymaż", "usuńcie")
      for what in ("", " komentarz", " ten komentarz", " mój komentarz", " wszystko", " je",
                   " numer")),
    *(f"{what}{way}" for what in ("", "تبصرہ ", "یہ تبصرہ ", "میرا تبصرہ ", "سب ")
      for way in ("مٹا دیں", "مٹا دو", "مٹائیں", "مٹاؤ", "ہٹا دیں", "ہٹائیں", "حذف کریں",
                  "حذف کر دیں", "ڈیلیٹ کریں", "ڈیلیٹ کر دیں")),
    "mita do", "mita dein", "hata do", "delete kar do",
)  # fmt: skip
_NUMBER_AFTER = re.compile(r"\W*\d+\W*$")

_COMPLAIN = (
    "complain", "complaint", "a complaint", "make a complaint", "make complaint",
    "file a complaint", "raise a complaint", "submit a complaint", "lodge a complaint",
    "how do i complain", "how can i complain", "how to complain", "how do i make a complaint",
    "how can i make a complaint", "where do i complain", "where can i complain", "can i complain",
    "can i make a complaint", "skarga", "skargę", "zażalenie", "złożyć skargę", "złóż skargę",
    "jak złożyć skargę", "gdzie złożyć skargę", "gdzie mogę złożyć skargę", "poskarżyć się",
    "شکایت", "شکایت کرنا", "شکایت درج کریں", "شکایت کیسے کروں", "شکایت کیسے کریں", "شکایت کریں",
    "shikayat", "shikayat kaise karoon", "shikayat kaise karein",
)  # fmt: skip
_COMPLAINING = (
    *(f"{want} {what}"
      for want in ("i want to", "i d like to", "id like to", "i would like to", "i wish to",
                   "i need to", "i wanna")
      for what in ("complain", "make a complaint", "file a complaint", "raise a complaint",
                   "submit a complaint", "lodge a complaint")),
    "i have a complaint", "i ve got a complaint", "ive got a complaint",
    *(f"{want} {what}"
      for want in ("chcę", "chciałbym", "chciałabym", "muszę")
      for what in ("złożyć skargę", "złożyć zażalenie", "się poskarżyć")),
    "mam skargę", "składam skargę",
)  # fmt: skip
_COMPLAINING_AFTER = (
    *(f"شکایت {what}"
      for what in ("کرنی ہے", "کرنا چاہتا ہوں", "کرنا چاہتی ہوں", "درج کرانی ہے",
                   "درج کروانی ہے", "درج کرانا چاہتا ہوں", "درج کرانا چاہتی ہوں")),
    *(f"shikayat {what}"
      for what in ("karni hai", "karna chahta hoon", "karna chahti hoon", "karna chahta hun",
                   "karna chahti hun")),
)  # fmt: skip
"""How a sentence begins, or in Urdu ends, whose writer wants to complain."""

_ANOTHER = (
    "another", "another person",
    *(f"{who} {wants}"
      for who in ("someone else here", "somebody else here", "someone else", "somebody else",
                  "another person", "my wife", "my husband", "my partner", "my mother", "my father",
                  "my mum", "my dad", "my son", "my daughter", "my friend", "my grandfather",
                  "my grandmother", "my grandad", "my nan", "my brother", "my sister", "my uncle",
                  "my aunt", "my neighbour")
      for wants in ("wants to answer", "wants to answer too", "would like to answer",
                    "wants to take part", "wants to reply")),
    *(f"{who} {wants}"
      for who in ("ktoś inny", "ktoś tutaj", "ktoś inny tutaj", "inna osoba", "druga osoba",
                  "moja żona", "mój mąż", "moja mama", "mój tata", "mój syn", "moja córka",
                  "mój dziadek", "moja babcia", "mój brat", "moja siostra")
      for wants in ("chce odpowiedzieć", "też chce odpowiedzieć", "chce wziąć udział")),
    *(f"{who} {wants}"
      for who in ("کوئی اور", "یہاں کوئی اور", "میری بیوی", "میرے شوہر", "میری والدہ",
                  "میرے والد", "میری بیٹی", "میرا بیٹا", "دوسرا شخص", "میرے دادا", "میرے نانا",
                  "میری دادی", "میری نانی", "میرا بھائی", "میری بہن")
      for wants in ("جواب دینا چاہتا ہے", "جواب دینا چاہتی ہے", "جواب دینا چاہتے ہیں",
                    "جواب دینا چاہتی ہیں", "بھی جواب دینا چاہتا ہے", "بھی جواب دینا چاہتی ہے")),
    "koi aur jawab dena chahta hai", "koi aur jawab dena chahti hai",
    "yahan koi aur jawab dena chahta hai",
)  # fmt: skip
_HAND_BACK = (
    *(f"{give} {it} back{to}"
      for give in ("hand", "give") for it in ("the phone", "it", "this phone", "my mum's phone")
      for to in ("", " please", " to mum", " to dad")),
    "hand back", "give back the phone", "hand back the phone", "phone back",
    "oddaj telefon", "oddaję telefon", "oddaje telefon", "zwracam telefon", "oddać telefon",
    "فون واپس دیں", "فون واپس دیتا ہوں", "فون واپس دیتی ہوں", "فون واپس", "فون واپس کریں",
    "phone wapas dein", "phone wapis",
)  # fmt: skip
"""Ways to say that the phone goes back to its owner."""
_ABOUT_ME = (
    "about me", "about myself", "equality questions", "the equality questions",
    "equality monitoring", "questions about me", "what i said about myself",
    "o mnie", "pytania o mnie", "pytania o równość", "co mówię o sobie",
    "میرے بارے میں", "میرے بارے میں سوال", "mere bare mein",
)  # fmt: skip
_RESULTS = (
    "results", "the results", "result", "show results", "show me the results", "show the results",
    "see the results", "what did people say", "what did people answer", "what did my ward say",
    "what came of it", "wyniki", "pokaż wyniki", "zobacz wyniki", "jakie są wyniki",
    "co odpowiedzieli ludzie", "co ludzie odpowiedzieli",
    "نتائج", "نتیجے", "نتیجہ", "نتائج دکھائیں", "نتائج دیکھیں", "نتیجے دکھائیں",
    "لوگوں نے کیا کہا", "لوگوں نے کیا جواب دیے", "nataij", "natija", "nateeja",
)  # fmt: skip
_STOP_USING = (
    "stop using this", "stop using it", "stop using that", "stop using my data",
    "stop using what i said", "stop using these answers",
    "stop using my equality answers", "delete what i said about myself",
    "przestańcie tego używać", "nie używajcie tego", "przestań tego używać",
    "usuńcie to co mówię o sobie", "usuń to co mówię o sobie",
    "اس کا استعمال بند کریں", "اسے استعمال نہ کریں", "اس کا استعمال بند کر دیں",
    "is ka istemal band karo", "is ka istemal band karein",
)  # fmt: skip

_STOP_PERHAPS_BARE = frozenset(keyed(words) for words in _STOP_PERHAPS)
_STOP_BARE = frozenset(keyed(words) for words in (*_STOP, *_NEVER)) | _STOP_PERHAPS_BARE
_COMPLAIN_BARE = frozenset(
    keyed(words) for words in (*_COMPLAIN, *_COMPLAINING, *_COMPLAINING_AFTER)
) | {
    keyed(f"{i} {words}") for i in ("مجھے", "میں", "mujhe", "main") for words in _COMPLAINING_AFTER
}
_BEGIN_COMPLAINT = tuple(f"{apart(words)} " for words in _COMPLAINING)
_END_COMPLAINT = tuple(f" {apart(words)}" for words in _COMPLAINING_AFTER)
_FORGET_BARE = frozenset(keyed(words) for words in _FORGET)
_START_BARE = frozenset(keyed(words) for words in _START)
_ABOUT_ME_BARE = frozenset(keyed(words) for words in _ABOUT_ME)
_RESULTS_BARE = frozenset(keyed(words) for words in _RESULTS)
_STOP_USING_BARE = frozenset(keyed(words) for words in _STOP_USING)
_HELP_BARE = frozenset(keyed(words) for words in _HELP)
_REMOVE_BARE = frozenset(keyed(words) for words in _REMOVE)
_DELETE_BARE = frozenset(keyed(words) for words in _DELETE) | _REMOVE_BARE
_ANOTHER_BARE = frozenset(keyed(words) for words in _ANOTHER)
_HAND_BACK_BARE = frozenset(keyed(words) for words in _HAND_BACK)
_CANCEL_BARE = frozenset(keyed(words) for words in _CANCEL)


def asks_to_stop(text: str) -> bool:
    """Whether a message is only a request to get no more messages, in any of our languages."""
    return keyed(text) in _STOP_BARE or plainest(text) in _STOP_BARE


def asks_perhaps_to_stop(text: str) -> bool:
    """Whether a message that asks to stop may also be an answer in somebody's own words."""
    return plainest(text) in _STOP_PERHAPS_BARE


def asks_to_complain(text: str) -> bool:
    """Whether a message only says that somebody wants to complain, in any of our languages."""
    return plainest(text) in _COMPLAIN_BARE


def complains(text: str) -> bool:
    """Whether a message says that its writer wants to complain, with or without what about."""
    said = apart(text)
    begins_so = said.startswith(_BEGIN_COMPLAINT) or said.endswith(_END_COMPLAINT)
    return begins_so or asks_to_complain(text)


def asks_for_another(text: str) -> bool:
    """Whether a message only says that somebody else on this phone wants to answer, in any of our
    languages."""
    return keyed(text) in _ANOTHER_BARE or plainest(text) in _ANOTHER_BARE


def asks_to_hand_back(text: str) -> bool:
    """Whether a message only says that the phone goes back to its owner, in any of our
    languages."""
    return keyed(text) in _HAND_BACK_BARE or plainest(text) in _HAND_BACK_BARE


def asks_for_help(text: str) -> bool:
    """Whether a message only asks what can be done here, in any of our languages."""
    return plainest(text) in _HELP_BARE


def asks_to_cancel(text: str) -> bool:
    """Whether a message only says that what was begun is not wanted, in any of our languages."""
    return keyed(text) in _CANCEL_BARE or plainest(text) in _CANCEL_BARE


def asks_to_remove(text: str) -> bool:
    """Whether a message only asks to take something out of the chat, in any of our languages."""
    return plainest(text) in _REMOVE_BARE


def asks_to_delete(text: str) -> bool:
    """Whether a message only asks to delete what is shown, perhaps with its number, in any of our
    languages."""
    return plainest(_NUMBER_AFTER.sub("", text)) in _DELETE_BARE


def asks_to_be_forgotten(text: str) -> bool:
    """Whether a message is only a request to be forgotten, in any of our languages."""
    return plainest(text) in _FORGET_BARE


def asks_about_me(text: str) -> bool:
    """Whether a message only asks for what its writer has said of themselves, or can say, in any of
    our languages."""
    return plainest(text) in _ABOUT_ME_BARE


def asks_for_results(text: str) -> bool:
    """Whether a message only asks what people answered, in any of our languages."""
    return plainest(text) in _RESULTS_BARE


def asks_to_stop_using(text: str) -> bool:
    """Whether a message only says that what its writer said of themselves is not to be used, in any
    of our languages."""
    return plainest(text) in _STOP_USING_BARE


def asks_to_start(text: str) -> bool:
    """Whether a message only asks to start, or to come back, in any of our languages."""
    return plainest(text) in _START_BARE


_AGREES = frozenset(
    keyed(words)
    for words in ("1", "join", "sure", "ok", "okay", "begin", "rozpocznij", "zaczynamy", "dobrze",
                  "ٹھیک ہے")
)  # fmt: skip


def agrees_to_begin(text: str) -> bool:
    """Whether words at the greeting say yes, or start, in any of our languages."""
    return asks_to_start(text) or yes_or_no(text) is True or plainest(text) in _AGREES
