# Szkic: czeka na sprawdzenie przez osobę, dla której polski jest językiem ojczystym.
# Draft: awaiting a native speaker.
#
# Słowniczek, trzymany w całym pliku / glossary, kept to throughout:
#   ward = okręg                 council = rada (its name stays as it is)
#   board = rada społeczności    officer = personel rady       administrator = administracja
#   staff (all of these) = zespół
#   plan = plan                  promise, commitment = obietnica (done = spełniona)
#   theme = temat                area = okolica
#   questions = pytania; a set of questions = zestaw pytań     consultation (files) = konsultacje
#   answer = odpowiedź           receipt = potwierdzenie       postcode = kod pocztowy
#   news = wiadomości            to follow = obserwować        second yes = druga zgoda
#   tap = dotknij                type = wpisz                  choose, pick = wybierz
#   link to this chat = połączenie z tym czatem               to forget (/forget) = zapomnieć
#
# Zwracamy się per "Ty", bez form, które zdradzają płeć ("Odpowiedzi są zapisane").
# What is filled in cannot be inflected, so it stands as a subject or after a colon:
# "Twój okręg: Abbey". A day comes as "piątek, 30 września", so never after "do" or "w":
# "Ostatni dzień: piątek, 30 września". After "około", "do" and "z" every number from 2 on takes
# the same form ("około 22 osób"); ages from 13 to 18 all take "lat".

## Joining

hello =
    <b>Dzień dobry. To sąsiedzki czat, który prowadzi { $council }.</b> Piszemy tu o planach dla Twojej okolicy i zadajemy krótkie pytania na ich temat. To nic nie kosztuje.
    Zapisujemy Twój okręg (ward), Twoje odpowiedzi i powiązanie z tym czatem, żeby móc odpisać. Nie zapisujemy imienia, nazwiska, numeru telefonu ani kodu pocztowego.
    Możesz zrezygnować w każdej chwili: /stop
hello-messages-again = <b>Witamy ponownie.</b> Wiadomości znów przychodzą.
hello-staff = Twoja rola w radzie ({ $label }) zostaje: /help pokazuje, co możesz robić. To, co niżej, jest dla mieszkańców.
hello-anyone = Nie trzeba mieć obywatelstwa ani prawa głosu. Nie używamy tego do spraw podatku lokalnego (council tax), zasiłków, mieszkań ani imigracji.
button-start = Zaczynamy
button-privacy = Więcej o prywatności
language-name = Polski
language-lacking = Język w Twoim telefonie: { $wanted }. W tym języku jeszcze nie piszemy, dlatego piszemy po polsku.
language-choose = <b>Jaki język wybierasz?</b> Dotknij go albo wpisz jego nazwę.
language-set = Gotowe. Teraz piszemy do Ciebie po polsku.
language-draft = To robocza wersja tłumaczenia. Musi ją jeszcze sprawdzić ktoś, dla kogo polski jest językiem ojczystym.
privacy-postcode = Wpisany kod pocztowy zostaje na tym czacie, tak jak go wysłano. Nie mamy jego kopii. Tę wiadomość można w każdej chwili usunąć.
privacy-voice = Gdy odpowiesz nagraniem, pracownicy rady je odsłuchają i spiszą. Nagranie usuwamy 30 dni później.
privacy-safety = Komputer szuka w wiadomościach słów, które mogą oznaczać niebezpieczeństwo. Niektóre pominie. Nikt nie czyta tego czatu dniem i nocą. Znalezione słowa dwie osoby w radzie mogą czytać przez 30 dni. Słów osób, które nie dołączyły, nie zachowujemy.
privacy-equality = Po odpowiedziach możemy zapytać o Ciebie: o grupę wiekową, płeć, zdrowie, grupę etniczną i religię. Nie musisz odpowiadać. Usuwamy te odpowiedzi sześć miesięcy po zamknięciu pytań. Żeby usunąć je wcześniej: /about_me
privacy-rights = Wszystko, co o Tobie mamy: /mydata. Żebyśmy o Tobie zapomnieli: /forget. Skarga: /complain
guest-privacy-rights = Odpowiadasz na cudzym telefonie. Powiązanie z nim znika, gdy są wyniki. Twoje odpowiedzi: napisz „pomoc”. Żebyśmy o Tobie zapomnieli: napisz „zapomnij o mnie”. Aby zobaczyć wszystko, co o Tobie mamy, albo złożyć skargę, zapytaj nas.
privacy-contact-phone = Możesz też zapytać nas. Telefon: { $phone }
privacy-contact-email = E-mail: { $email }

age-question = Czy masz co najmniej { $age } lat?
age-hint = Wybierz „{ $yes }” lub „{ $no }” albo wpisz jedno z nich. „{ $yes }” znaczy: mam co najmniej { $age } lat. „{ $no }” znaczy: mam mniej.
button-yes = Tak
button-no = Nie
too-young = Dziękujemy za odpowiedź. Ten czat jest dla osób, które mają co najmniej { $age } lat, więc niczego nie zapisaliśmy. Zapraszamy, gdy skończysz { $age } lat.

button-no-by-mistake = „Nie” to pomyłka

ward-poster = Gdzie mieszkasz lub zwykle przebywasz? Okręg z plakatu: <b>{ $ward }</b>.
ward-ask =
    Gdzie mieszkasz lub zwykle przebywasz? Wpisz swój kod pocztowy albo nazwę swojego okręgu (ward).
    Na podstawie kodu znajdziemy okręg, a sam kod od razu usuniemy.
ward-ask-moving =
    Gdzie teraz mieszkasz lub zwykle przebywasz? Wpisz swój kod pocztowy albo nazwę swojego okręgu (ward).
    Na podstawie kodu znajdziemy okręg, a sam kod od razu usuniemy.
ward-list = <b>Wybierz swój okręg.</b> Dotknij go albo wpisz numer lub nazwę.
ward-guess = Czy chodzi o <b>{ $ward }</b>?
ward-list-page = Strona { $page } z { $pages }
ward-list-row = { $number } { $ward }
ward-boundaries = To są okręgi w granicach z roku { $vintage }.
button-poster-yes = Tak, tu mieszkam
button-postcode = Wpisz kod pocztowy
button-list = Wybierz z listy
button-more = Więcej
button-location = Użyj mojej lokalizacji
button-share-location = Wyślij moją lokalizację
location-ask =
    Dotknij poniżej: <b>{ $button }</b>. Lokalizacja posłuży nam raz, do znalezienia okręgu. Potem ją usuwamy.
    Nadal możesz wpisać kod pocztowy albo nazwę okręgu.
location-key-away = Przycisk lokalizacji już zniknął. Możesz znowu pisać.
location-near =
    <b>W którym z tych okręgów mieszkasz?</b>
    Te są najbliżej wskazanego miejsca. Samą lokalizację już usunęliśmy.
location-exact = Wygląda na to, że to okręg <b>{ $ward }</b>. Czy tam mieszkasz? Samą lokalizację już usunęliśmy.
location-near-follow =
    <b>Wiadomości z którego okręgu chcesz dostawać?</b>
    Te są najbliżej wskazanego miejsca. Samą lokalizację już usunęliśmy.
location-exact-follow = Wygląda na to, że to miejsce w okręgu <b>{ $ward }</b>. Chcesz też dostawać jego wiadomości? Samą lokalizację już usunęliśmy.
button-none-of-these = Żaden z nich

joined =
    <b>Dziękujemy. Twój okręg: { $ward }.</b>
    Używamy granic okręgów z roku { $vintage }. Coś się nie zgadza? /ward
joined-again = <b>Witamy ponownie.</b> Twój okręg: { $ward }. Coś się nie zgadza? /ward
joined-again-old-ward = <b>Witamy ponownie.</b> Twój okręg: { $ward }. Okręgi się zmieniły. Wybierz swój jeszcze raz: /ward
joined-none = Teraz nie ma ankiet dla Twojego okręgu. Aktualności o planie będą przychodzić tutaj. /help pokaże, co możesz tu zrobić.
joined-news = Aktualności o planie będą przychodzić tutaj. /help pokaże, co możesz tu zrobić.
joined-none-stopped = Teraz nie ma ankiet dla Twojego okręgu. Wiadomości są zatrzymane, więc aktualności nie przyjdą. Aby je wznowić: /start
joined-none-leaving = Teraz nie ma ankiet dla Twojego okręgu. Zapomnimy o Tobie, tak jak chcesz, więc aktualności nie przyjdą. Chcesz zmienić zdanie? /forget
joined-answered = Masz już odpowiedzi na wszystkie otwarte pytania dla Twojego okręgu. Możesz je zobaczyć lub zmienić: /mine
joined-skipped = Wszystkie otwarte pytania dla Twojego okręgu są już za Tobą. Niektóre zostały pominięte. Możesz zobaczyć, dodać lub zmienić odpowiedzi: /mine
joined-one =
    Dla Twojego okręgu trwa teraz jedna ankieta: <b>{ $title }</b>
    { $questions ->
        [one] { $questions } pytanie
        [few] { $questions } pytania
        [many] { $questions } pytań
       *[other] { $questions } pytania
    }, około { $minutes ->
        [one] { $minutes } minuty
        [few] { $minutes } minut
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }. Ostatni dzień: { $closes }.
joined-several = { $count ->
        [one] Dla Twojego okręgu trwa teraz { $count } ankieta.
        [few] Dla Twojego okręgu trwają teraz { $count } ankiety.
        [many] Dla Twojego okręgu trwa teraz { $count } ankiet.
       *[other] Dla Twojego okręgu trwa teraz { $count } ankiety.
    }
button-answer-now = Odpowiedz teraz
form-question = Ile masz czasu? Krótka wersja ma { $short } z { $every } pytań. Po niej można iść dalej.
button-about-minutes = { $minutes ->
    [one] Około { $minutes } minuty
    [few] Około { $minutes } minut
    [many] Około { $minutes } minut
   *[other] Około { $minutes } minuty
    }
button-questions-minutes = { $questions ->
    [one] { $questions } pytanie
    [few] { $questions } pytania
    [many] { $questions } pytań
   *[other] { $questions } pytania
    }, około { $minutes ->
    [one] { $minutes } minuty
    [few] { $minutes } minut
    [many] { $minutes } minut
   *[other] { $minutes } minuty
    }
receipt-rest =
    { $questions ->
        [one] Jest jeszcze { $questions } pytanie
        [few] Są jeszcze { $questions } pytania
        [many] Jest jeszcze { $questions } pytań
       *[other] Jest jeszcze { $questions } pytania
    }, jeśli masz czas: około { $minutes ->
        [one] { $minutes } minuty
        [few] { $minutes } minut
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }.
button-answer-title = Odpowiedz: { $title }
button-later = Później
button-who-decides = Kto decyduje?
later = Dobrze. Ostatni dzień na odpowiedzi: { $closes }. Ankieta jest tutaj: /consultations

## Consultations

consultations-none = Teraz nie ma ankiet dla Twojego okręgu. Możesz tu zajrzeć w każdej chwili: /consultations
consultations-upcoming = Następna ankieta: <b>{ $title }</b>. Pierwszy dzień: { $opens }.
consultations-paused = <b>{ $title }</b>: teraz jest przerwa. Dalszy ciąg: { $opens }.
opening = { $day }, od godz. { $time }
closing = { $day }, do godz. { $time }
closing-end-of-day = { $day }, do końca dnia
consultations-list = <b>Ankiety dla Twojego okręgu</b>
consultations-row = { $number } <b>{ $title }</b>, ostatni dzień: { $closes }. { $state ->
        [complete] Twoje odpowiedzi są zapisane.
        [partial] Zaczęta, ale niedokończona.
       *[none] Czeka na Twoje odpowiedzi.
    }
intro =
    <b>{ $title }</b>
    { $purpose }
    { $questions ->
        [one] { $questions } pytanie
        [few] { $questions } pytania
        [many] { $questions } pytań
       *[other] { $questions } pytania
    }, około { $minutes ->
        [one] { $minutes } minuty
        [few] { $minutes } minut
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }. Ostatni dzień: { $closes }.
results-told = Urząd przekazał ludziom, co z tego wynikło: { $how }
results-by = Wyniki podamy tutaj. Najpóźniej: { $hear }.
results-stopped = Wiadomości są zatrzymane, więc nie napiszemy Ci o wynikach. Aby je wznowić: /start
results-leaving = Zapomnimy o Tobie, tak jak chcesz, więc nie napiszemy Ci o wynikach. Chcesz zmienić zdanie? /forget
decision-due = Termin decyzji: { $due }. Może się zmienić. Wtedy napiszemy, dlaczego.
intro-state-complete = Twoje odpowiedzi są zapisane. Możesz je zmieniać aż do końca ankiety.
intro-state-partial = Część pytań jest już za Tobą. Możesz kontynuować od tego samego miejsca.
button-change-answers = Zmień odpowiedzi
button-go-on = Kontynuuj
who-decides =
    <b>Kto decyduje?</b>
    { $decided_by }
    <b>Co można jeszcze zmienić?</b>
    { $can_change }
who-decides-other-ways =
    <b>Jak jeszcze można wziąć udział</b>
    { $other_ways }

## Questions

question = <b>{ $number } z { $total }.</b> { $text }
question-branching = <b>{ $number } z najwyżej { $total }.</b> { $text }
question-after-others = To mogło dotyczyć innej wiadomości, więc to nie jest jeszcze Twoja odpowiedź. Jeśli chodzi o pytanie, odpowiedz teraz.
question-after-news = Po tym pytaniu przyszła wiadomość, więc to nie jest jeszcze Twoja odpowiedź. Jeśli chodzi o pytanie, odpowiedz teraz.
answer-instead = Twoja odpowiedź na pytanie { $question } to teraz { $answer }.
answered-too-back = Przyjęliśmy { $answer } także dla pytania { $question }. To nie tak? Dotknij Wstecz.
answered-too-mine = Przyjęliśmy { $answer } także dla pytania { $question }. To nie tak? Zmień: /mine
after-close = Te pytania są już zamknięte. Koniec: { $closes }.
after-close-in-time = Te pytania są już zamknięte. Koniec: { $closes }. Twoja odpowiedź przyszła na czas, więc się liczy.
after-close-late = Te pytania są już zamknięte. Koniec: { $closes }. Twoja odpowiedź przyszła później. Zachowamy ją, ale policzymy osobno.
after-close-next-late = Odpowiedzi wysłane teraz zachowamy, ale policzymy osobno.
after-close-next-counts = W tym czasie nas nie było. Dlatego to, co teraz wybierzesz, jeszcze się liczy.
question-option = { $number } { $label }
question-chosen-option = { $number } { $label } (wybrane)
question-scale = Od { $lowest } = { $lowest_label } do { $highest } = { $highest_label }
question-ranked-option = { $number } { $label } (miejsce { $place })
question-named = „{ $question }”
question-named-reason = „{ $question }” (chodzi o „{ $about }”)
question-current = Twoja odpowiedź: { $answer }
question-several-hint = Zaznacz wszystko, co wybierasz, a potem dotknij: Gotowe.
question-several-most = Możesz zaznaczyć najwyżej { $most }. Potem dotknij: Gotowe.
question-several-less = Aby coś odznaczyć, dotknij tego jeszcze raz albo napisz: usuń { $number }
question-ranking-hint = Najpierw dotknij tego, co najważniejsze, a potem następnych. Na koniec dotknij: Gotowe.
question-ranking-most = Wybierz najwyżej { $most }, zaczynając od tego, co najważniejsze. Potem dotknij: Gotowe.
question-number-hint = Wpisz liczbę całkowitą od { $lowest } do { $highest }.
question-date-hint = Wpisz dzień, na przykład { $example }.
question-place-hint = Dotknij spinacza, potem „Lokalizacja”. Przesuń pinezkę na miejsce, o które chodzi, nie na swój dom. Albo wpisz kod pocztowy. Samej ulicy nie umiemy znaleźć.
place-point = miejsce: { $latitude }, { $longitude }
place-point-in-ward = miejsce w okręgu { $ward } ({ $latitude }, { $longitude })
place-in-ward = gdzieś w okręgu { $ward }
place-square = { $ward }, kwadrat { $square }
place-elsewhere = gdzie indziej: { $wards }
place-elsewhere-all = gdzie indziej, we wszystkich pozostałych okręgach
ranked = { $place } { $label }
button-ranked = Miejsce { $place }: { $label }
question-text-hint = Wpisz odpowiedź i wyślij.
question-voice-hint = Wpisz odpowiedź i wyślij. Możesz też nagrać wiadomość głosową.
voice-answer = (nagranie głosowe)
voice-answer-lost = (nagranie, którego nie udało się odebrać)
voice-kept = Mamy Twoje nagranie. To odpowiedź na pytanie { $question }. Ktoś z rady go odsłucha.
voice-lost = <b>Nie udało się odebrać Twojego nagrania.</b> To była odpowiedź na pytanie { $question }. Aby wysłać ponownie albo napisać: /mine
voice-lost-again = <b>Nie udało się odebrać Twojego nagrania.</b> Wyślij je jeszcze raz albo wpisz odpowiedź.
voice-lost-closed = <b>Nie udało się odebrać Twojego nagrania.</b> To była odpowiedź na pytanie { $question }. Ankieta jest już zamknięta i nie można go wysłać ponownie.
question-voice-current =
    Twoja odpowiedź: { $answer }
    Żeby ją zmienić, wpisz nową. Możesz też nagrać wiadomość głosową.
question-text-current =
    Twoja odpowiedź: { $answer }
    Żeby ją zmienić, wpisz nową.
comment-kept = Dziękujemy, to jest zapisane jako Twój komentarz. Teraz wybierz odpowiedź najbliższą temu, co myślisz.
comment-kept-too = Dziękujemy, to jest zapisane jako Twój komentarz.
offer-comment-aloud = Czy zapisać to jako Twój komentarz do pytania { $question }, obok nagrania?
offer-comment = Czy zapisać to jako Twój komentarz?
offer-comment-at = Czy zapisać to jako Twój komentarz do pytania { $question }?
offer-no-answer-to = To nie jest żadna z odpowiedzi na pytanie „{ $question }”.
offer-instead-complaint = To skarga? Dotknij <b>{ $button }</b>.
offer-guest-complains = To skarga? Oddaj telefon. Wtedy jego właściciel może wysłać /complain.
offer-instead-stop = Nie chcesz więcej wiadomości? Dotknij <b>{ $button }</b>.
button-instead-complaint = Złóż skargę
button-instead-stop = Zatrzymaj wiadomości
offer-to-add = Czy dodać to do Twojej odpowiedzi na pytanie { $question }?
offered-words = <i>{ $text }</i>
doubted-broadcast = Po tym pytaniu pojawiło się coś innego. Czy to jest Twoja wiadomość do mieszkańców?
doubted-complaint = Po tym pytaniu pojawiło się coś innego. Czy to jest Twoja skarga?
doubted-outcome = Po tym pytaniu pojawiło się coś innego. Czy to jest wynik skargi?
doubted-request = Po tym pytaniu pojawiło się coś innego. Czy to są czyjeś słowa, do wniosku?
doubted-alert = Po tym pytaniu pojawiło się coś innego. Czy to zrobiono w sprawie tego alarmu?
button-yes-keep = Tak, zapisz
button-yes-add = Tak, dodaj
button-add-to-last = Dodaj do poprzedniej odpowiedzi
words-added = Dodaliśmy to do Twojej odpowiedzi.
answer-changed = Zmieniliśmy Twoją odpowiedź.
learn = <b>Przed pytaniem { $number }.</b> { $text }
learn-link = Więcej w internecie:
learn-next-hint = Potem dotknij „Dalej”, a pokażemy pytanie.
learn-picture = Co widać na zdjęciu: { $alt }
learn-picture-failed = <b>Nie udało się wysłać zdjęcia.</b> Co na nim widać: { $alt }
question-comes-now = Tego pytania jeszcze nie było widać. Odpowiedz na nie tutaj.
listen-caption = <b>Czytane na głos:</b> { $question }
listen-caption-learn = <b>Czytane na głos:</b> tekst przed pytaniem { $question }
listen-other-language = Nie mamy nagrania po polsku. Język nagrania: { $named }
listen-failed = Nie udało się wysłać nagrania. Możesz to przeczytać tutaj:
listen-not-recorded = Tego nie mamy w nagraniu. Możesz to przeczytać tutaj:
button-learn-next = Dalej
button-back = Wstecz
button-page-before = Poprzednia strona
button-skip = Pomiń
button-keep = Dalej
button-done = Gotowe
button-chosen = ✓ Wybrano: { $label }

receipt =
    <b>{ $answered ->
        [0] Nie ma jeszcze żadnej odpowiedzi. Nadal możesz odpowiedzieć.
        [one] { $total ->
            [one] Twoja odpowiedź jest zapisana. Dziękujemy.
            [few] Zapisane odpowiedzi: 1 z { $total }. Dziękujemy.
            [many] Zapisane odpowiedzi: 1 z { $total }. Dziękujemy.
           *[other] Zapisane odpowiedzi: 1 z { $total }. Dziękujemy.
        }
        [few] { $complete ->
            [yes] Wszystkie { $answered } odpowiedzi są zapisane. Dziękujemy.
           *[no] Zapisane odpowiedzi: { $answered } z { $total }. Dziękujemy.
        }
        [many] { $complete ->
            [yes] Wszystkie odpowiedzi ({ $answered }) są zapisane. Dziękujemy.
           *[no] Zapisane odpowiedzi: { $answered } z { $total }. Dziękujemy.
        }
       *[other] { $complete ->
            [yes] Wszystkie odpowiedzi ({ $answered }) są zapisane. Dziękujemy.
           *[no] Zapisane odpowiedzi: { $answered } z { $total }. Dziękujemy.
        }
    }</b>
receipt-code = Twoje potwierdzenie: <code>{ $receipt }</code>
receipt-change = Odpowiedzi możesz jeszcze zmienić. Ostatni dzień: { $closes }. Jak zmienić: /mine
receipt-mine = Nic się nie zmieniło. Swoje odpowiedzi zobaczysz, a dopóki trwają pytania, także zmienisz, tutaj: /mine
receipt-next = Co dalej: { $decided_by }
receipt-counts = <b>{ $answered ->
        [0] Żadna Twoja odpowiedź nie przyszła na czas.
        [one] Na czas przyszła 1 odpowiedź i się liczy. Dziękujemy.
        [few] Na czas przyszły { $answered } odpowiedzi i się liczą. Dziękujemy.
        [many] Na czas przyszło { $answered } odpowiedzi i się liczą. Dziękujemy.
       *[other] Na czas przyszło { $answered } odpowiedzi i się liczą. Dziękujemy.
    }</b>
receipt-late = { $late ->
        [one] 1 odpowiedź przyszła po zamknięciu. Zachowamy ją, ale policzymy osobno.
        [few] { $late } odpowiedzi przyszły po zamknięciu. Zachowamy je, ale policzymy osobno.
        [many] { $late } odpowiedzi przyszło po zamknięciu. Zachowamy je, ale policzymy osobno.
       *[other] { $late } odpowiedzi przyszło po zamknięciu. Zachowamy je, ale policzymy osobno.
    }

## What is mine

mine-none = Nie ma tu jeszcze Twoich odpowiedzi. /consultations pokaże, jakie ankiety teraz trwają.
mine-heading = <b>Twoje odpowiedzi</b>
mine-consultation = <b>{ $title }</b>
mine-answer =
    { $question }
    <i>{ $answer }</i>
mine-comment = Twój komentarz: <i>{ $comment }</i>
mine-comments-before = { $count ->
        [one] Twój wcześniejszy komentarz też mamy.
        [few] Twoje { $count } wcześniejsze komentarze też mamy.
        [many] Twoich { $count } wcześniejszych komentarzy też mamy.
       *[other] Twoje wcześniejsze komentarze ({ $count }) też mamy.
    }
mine-came-late = Po zamknięciu: <i>{ $answer }</i>
mine-comment-came-late = Twój komentarz po zamknięciu: <i>{ $comment }</i>
mine-kept-apart = To, co przyszło po zamknięciu, zachowujemy, ale liczymy osobno.
mine-not-answered = bez odpowiedzi
words-not-quoted = (własnymi słowami)
comments-unclear = Nic nie zostało jeszcze usunięte. Żeby usunąć komentarz, dotknij jego przycisku albo wpisz, co na nim jest.
comments-heading = <b>Twoje komentarze</b>
comments-none = Nie ma tu Twoich komentarzy.
comments-row = { $number } <i>{ $text }</i>
comment-deleted = Ten komentarz został usunięty.
button-my-comments = Moje komentarze
button-delete-comment = Usuń { $number }
mine-receipt = Potwierdzenie: <code>{ $receipt }</code>
mine-open = Możesz to jeszcze zmienić. Ostatni dzień: { $closes }.
mine-closed = Ta ankieta już się skończyła.
mine-poll = <b>Krótkie pytanie</b>
mine-poll-over = To krótkie pytanie już się skończyło.
mine-on-hold = Teraz jest przerwa. Dalszy ciąg: { $opens }. Twoje odpowiedzi są bezpieczne.
mine-withdrawn = Rada przerwała tę ankietę i nie przyjmuje już odpowiedzi. Powód: { $reason ->
        [settled] Sprawa jest załatwiona
        [plans-changed] Plany się zmieniły
        [mistake] Był w niej błąd
       *[other] { $reason }
    }
mine-results = To już się skończyło. Co odpowiedzieli ludzie: /results
mine-heard = Te pytania są już zamknięte. Co z nich wynikło: /news
mine-paused = Te pytania są już zamknięte. Wyniki czekają z powodu wyborów. Podamy je tutaj. Najpóźniej: { $hear }.
mine-late = Te pytania są już zamknięte. Wyniki mieliśmy tu podać najpóźniej: { $hear }. Przepraszamy, spóźniamy się. Możesz zapytać urząd: /help
button-change-title = Zmień: { $title }

## News, the plan, and what to follow

news-heading = <b>Aktualności: { $wards }</b>
news-none = { $wards }: nie ma jeszcze aktualności. Gdy będą, przyjdą tutaj.
news-none-stopped = { $wards }: nie ma jeszcze aktualności.
messages-stopped = Wiadomości są zatrzymane, więc aktualności do Ciebie nie przyjdą. Aby je wznowić: /start
messages-leaving = Zapomnimy o Tobie, tak jak chcesz, więc aktualności do Ciebie nie przyjdą. Chcesz zmienić zdanie? /forget
news-themes = Twoje tematy: { $themes }. Przychodzą też aktualności dla wszystkich. Jak zmienić: /themes
news-item = <b>{ $day } · { $subject }</b>
news-item-plain = <b>{ $day }</b>
news-item-ward = Dla okręgu { $ward }
news-english = Aktualności są po angielsku, tak jak je napisano.
subject-outcome = Co wynikło z ankiety „{ $title }”
button-older = Starsze aktualności

plan-none = Nie ma tu jeszcze żadnego planu.
plan-choose = <b>Który plan?</b>
plan-choose-row = { $number } { $title }
plan-heading = <b>{ $title }</b>
plan-published = Data publikacji: { $day }.
plan-places = Jakich miejsc dotyczy: { $places }.
plan-left-out = Czego tu nie pokazujemy: { $what }
plan-promises = { $count ->
        [one] { $count } obietnica
        [few] { $count } obietnice
        [many] { $count } obietnic
       *[other] { $count } obietnicy
    }:
plan-state-count = { $status ->
        [planned] { $count ->
            [one] { $count } jeszcze bez informacji o postępach
            [few] { $count } jeszcze bez informacji o postępach
            [many] { $count } jeszcze bez informacji o postępach
           *[other] { $count } jeszcze bez informacji o postępach
        }
        [under-way] { $count } w toku
        [delivered] { $count ->
            [one] { $count } spełniona
            [few] { $count } spełnione
            [many] { $count } spełnionych
           *[other] { $count } spełnionej
        }
       *[changed] { $count ->
            [one] { $count } zmieniona
            [few] { $count } zmienione
            [many] { $count } zmienionych
           *[other] { $count } zmienionej
        }
    }
plan-next-report = Następny raport: { $day }. Kto go dostanie: { $body }. Jaki raport: { $report }.
plan-calendar = <b>Kiedy składane są raporty: { $title }</b>
plan-calendar-report = <b>{ $body }</b>: { $report }, { $rhythm ->
        [monthly] co miesiąc.
        [quarterly] co trzy miesiące.
        [half-yearly] co sześć miesięcy.
        [yearly] co rok.
       *[as-needed] w razie potrzeby.
    }
plan-calendar-days = Terminy: { $days }.
plan-calendar-lead-member = Odpowiedzialny członek rady: { $who }
plan-calendar-lead-officer = Odpowiedzialny pracownik rady: { $who }
plan-calendar-chair = Przewodniczy: { $who }
button-calendar = Kiedy są raporty
plan-parts = <b>Która część?</b> Dotknij jej albo wpisz jej numer.
plan-english = Obietnice są tu po angielsku, tak jak opublikowała je rada.
button-everything = Wszystko
plan-part-heading = <b>{ $part }</b>
plan-tagline = <i>{ $tagline }</i>
plan-horizon = { $horizon ->
        [priority] Zalecenia priorytetowe
        [medium-term] Zalecenia średnioterminowe
       *[longer-term] Zalecenia długoterminowe
    }
plan-only-here = Tylko obietnice dla: { $wards }.
plan-only-state = Tylko obietnice { $status ->
        [planned] jeszcze bez informacji o postępach.
        [under-way] w toku.
        [delivered] spełnione.
       *[changed] zmienione.
    }
plan-range = Obietnice { $first }–{ $last } z { $count }
plan-nothing = Nic w planie do tego nie pasuje.
plan-commitment = <b>{ $number }.</b> { $text }
plan-state = { $status ->
        [planned] Jeszcze bez informacji o postępach
        [under-way] W toku
        [delivered] Spełniona
       *[changed] Zmieniona
    }
plan-due = Termin: { $due }
plan-owner = Odpowiada: { $owner }
plan-measures = Po czym poznamy, że to zrobiono:
plan-measure = – { $measure }
plan-measures-shared = W planie są one podane raz. Liczba obietnic, których dotyczą: { $count }.
plan-note = { $day }: { $text }
button-only-here = Tylko mój okręg
button-every-place = Wszystkie okręgi
button-any-state = Na każdym etapie
button-plan = Cały plan

themes-question = <b>Jakie tematy Cię interesują?</b> Zaznacz te, o których chcesz dostawać aktualności, a potem dotknij: Gotowe. Bez wyboru dostajesz wszystko.
themes-row = { $number } { $theme }
themes-row-chosen = { $number } { $theme } (wybrany)
themes-every = Gotowe. Dostajesz aktualności na każdy temat.
themes-some = Gotowe. Twoje tematy: { $themes }. Aktualności dla wszystkich i pytania dla Twojego okręgu też będą przychodzić.
themes-stopped = Gotowe. Twój wybór jest zapisany. Wiadomości są zatrzymane, więc aktualności do Ciebie nie przyjdą. Aby je wznowić: /start
themes-leaving = Gotowe. Twój wybór jest zapisany, dopóki o Tobie nie zapomnimy, tak jak chcesz. Aktualności do Ciebie nie przyjdą. Chcesz zmienić zdanie? /forget
themes-lacking = W tutejszych planach nie ma tematów do wyboru.

ward-shown = Twój okręg: <b>{ $ward }</b>. (Granice z roku { $vintage }.)
ward-moved = Gotowe. Twój nowy okręg: <b>{ $ward }</b>. (Granice z roku { $vintage }.) Wcześniejsze odpowiedzi zostają przy poprzednim okręgu.
button-change-ward = Zmień okręg
ward-shown-old = Twój okręg: <b>{ $ward }</b>, w granicach z roku { $vintage }. Okręgi mają teraz nowe granice. Wybierz swój okręg jeszcze raz.
ward-shown-gone = Twój okręg: <b>{ $ward }</b>. Nie ma go już na liście okręgów. Wybierz swój okręg jeszcze raz.
ward-also = Obserwujesz też: { $ward }. Twoje odpowiedzi liczą się tylko tam, gdzie mieszkasz.
ward-lapsed = Obserwowany okręg: { $ward }. Okręgi mają nowe granice, więc te wiadomości już nie przychodzą. Możesz wybrać inny okręg.
news-lapsed = Obserwowany okręg: { $ward }. Ma nowe granice, więc wiadomości stamtąd już nie przychodzą. Aby wybrać inny okręg: /ward
button-follow-this = Obserwuj: { $ward }
button-follow-ward = Obserwuj inny okręg
button-unfollow-ward = Przestań obserwować: { $ward }
follow-ask =
    Z jakiego jeszcze okręgu chcesz dostawać aktualności? Może tam pracujesz albo mieszka tam Twoja rodzina. Wpisz nazwę okręgu albo tamtejszy kod pocztowy.
    Twoje odpowiedzi liczą się tylko tam, gdzie mieszkasz.
ward-followed = Gotowe. Teraz przychodzą tu też aktualności z okręgu <b>{ $ward }</b>. Twoje odpowiedzi liczą się tylko w jednym okręgu: { $home }.
ward-followed-instead = Można obserwować jeden dodatkowy okręg, więc wiadomości z okręgu { $former } już nie przyjdą.
ward-followed-stopped = Gotowe. Wybrany jest też okręg <b>{ $ward }</b>. Twoje odpowiedzi liczą się tylko w jednym okręgu: { $home }. Wiadomości są zatrzymane, więc aktualności do Ciebie nie przyjdą. Aby je wznowić: /start
ward-followed-leaving = Gotowe. Wybrany jest też okręg <b>{ $ward }</b>. Twoje odpowiedzi liczą się tylko w jednym okręgu: { $home }. Zapomnimy o Tobie, tak jak chcesz, więc aktualności do Ciebie nie przyjdą. Chcesz zmienić zdanie? /forget
home-question = <b>Czy zmienił się Twój adres?</b> Ten kod pocztowy należy do okręgu { $ward }.
home-question-old = <b>Czy tam mieszkasz?</b> Ten kod pocztowy należy do okręgu { $ward }. Okręgi mają nowe granice.
home-same = Ten kod pocztowy należy do okręgu { $ward }. To już jest Twój okręg, więc nic się nie zmienia.
home-question-named = <b>Czy zmienił się Twój adres?</b> Czy jest teraz w okręgu { $ward }?
home-question-old-named = <b>Czy mieszkasz w okręgu { $ward }?</b> Okręgi mają nowe granice.
home-same-named = { $ward } to już Twój okręg, więc nic się nie zmienia.
ward-unfollowed = Gotowe. Nie będą już tu przychodzić aktualności z okręgu { $ward }.
wards-changed =
    <b>Okręgi mają nowe granice.</b> Używamy teraz granic z roku { $vintage }. Twój dawny okręg: { $ward }.
    W którym okręgu mieszkasz teraz? Wcześniejsze odpowiedzi zostają przy poprzednim okręgu.

stopped = <b>Nie będziemy już do Ciebie pisać.</b> Nic więcej nie przyjdzie. Twoje odpowiedzi nadal się liczą. Chcesz wrócić? /start. Mamy o Tobie zapomnieć? /forget
stopped-not-joined = <b>Nie będziemy już do Ciebie pisać.</b> Nic więcej nie przyjdzie. Chcesz wrócić? /start. Mamy o Tobie zapomnieć? /forget
stopped-role = Twoja rola w radzie zostaje. Ale nikt nie poprosi Cię o zatwierdzenie wiadomości i nie przyjdą raporty, dopóki nie wyślesz /start.
stopped-still-asked = Twoja wiadomość do mieszkańców nie jest zatrzymana: po zgodzie nadal zostanie wysłana. Żeby ją anulować, dotknij pod nią <b>Anuluj</b>.
stopped-still-sent = Twoja wiadomość do mieszkańców nie jest zatrzymana: jest już w drodze.
stopped-leaving = <b>Nie będziemy już do Ciebie pisać.</b> Nic więcej nie przyjdzie. Nadal o Tobie zapomnimy, tak jak chcesz. Chcesz zmienić zdanie? /forget
stopped-leaving-when = Stanie się to po zakończeniu ankiet. Ostatni dzień: { $closes }.
stopped-complaint = Nie powiemy Ci więc tutaj, co wynikło z Twojej skargi. Chcesz się dowiedzieć? Wyślij /start.
stopped-nothing = Dobrze. Nic nie zostało zapisane.
forget-question =
    <b>Czy mamy o Tobie zapomnieć?</b>
    Usuniemy powiązanie z tym czatem. Nie da się już do Ciebie napisać. Tego nie można cofnąć.
forget-answers-stay = Co zostaje: Twoje odpowiedzi pod losowym numerem, z nazwą okręgu i datą.
forget-role = <b>Twoja rola w radzie ({ $label }) od razu się kończy</b>, razem z obowiązkami. Usuniemy też zaczęte wiadomości. Żeby do niej wrócić, trzeba nowego linku.
forget-last-reader = <b>Nikt inny nie będzie mógł czytać słów o niebezpieczeństwie.</b> Najpierw poproś zespół IT o wyznaczenie kogoś.
role-ended = Twoja rola w radzie się skończyła. Żeby do niej wrócić, poproś o nowy link.
role-ended-elsewhere = Twoja rola w radzie się skończyła. Jej polecenia i przyciski już nie działają. Jeśli to pomyłka, zapytaj w biurze rady.
button-forget-yes = Tak, zapomnijcie o mnie
button-forget-no = Nie
forgotten = <b>Gotowe. Zapomnieliśmy o tym czacie.</b> W Telegramie nadal widać Twoją część rozmowy; możesz ją tam usunąć. Zawsze możesz wrócić: /start
not-forgotten = Nic się nie zmieniło.

help =
    <b>Co możesz tu zrobić</b>
    /consultations: ankiety dla Twojego okręgu
    /results: co ludzie odpowiedzieli
    /news: aktualności dla Twojego okręgu
    /plan: co obiecano i po czym poznamy, że to zrobiono
    /celebrate: co się zmieniło w Twoim okręgu
    /mine: Twoje odpowiedzi i ich zmiana
    /ward: Twój okręg i drugi, który obserwujesz
    /themes: o czym dostajesz aktualności
    /language: { $languages }
    /mydata: wszystko, co o Tobie mamy, w pliku
    /complain: napisz, co poszło nie tak
    /stop: koniec wiadomości
    /forget: usuń powiązanie odpowiedzi z Tobą
help-not-joined =
    <b>Sąsiedzki czat, który prowadzi { $council }</b>
    /start: dołącz, zajmie to mniej niż dwie minuty
    /plan: co obiecano i po czym poznamy, że to zrobiono
    /language: { $languages }
    /complain: jak złożyć skargę
    /stop: żadnych wiadomości
help-staff =
    <b>Dla zespołu</b>
    /send: wyślij wiadomość do swoich okręgów
    /ask: zadaj ludziom szybkie pytanie
    /results: co ludzie odpowiedzieli
    /celebrate: co się zmieniło, okręg po okręgu
help-officer =
    /manage: otwórz, przerwij i zakończ pytania
    /export: wszystkie odpowiedzi w pliku
    /reading: czytaj, co napisali mieszkańcy
    /submission: dodaj list, e-mail lub petycję
    /complaints: skargi mieszkańców
    /requests: wnioski mieszkańców i ich terminy
help-officer-some-wards =
    /manage: zacznij, przerwij i zakończ pytania tylko dla Twoich okręgów
    Jeśli odpowiadasz za jakieś pytania: /reading i /submission
help-operator =
    /status: co nie działa i co czeka
help-named =
    /open pokazuje zgłoszenia o słowach o niebezpieczeństwie
    /close zamyka jedno: dodaj jego numer i to, co zrobiono
help-monitoring =
    /held: co czeka z powodu wyborów
help-really =
    <b>Czy to na pewno { $council }?</b>
    Nigdy nie prosimy o hasła, dane bankowe, pieniądze ani dokumenty. Nigdy nie pytamy, jak się nazywasz. Jeśli ktoś o to prosi, to nie my.
help-website = Strona rady w internecie: { $website }
button-new-messages-on = Każde pytanie w nowej wiadomości
button-new-messages-off = Pytania w jednej wiadomości

weekly-none = Żadnych wiadomości? Wyślij /stop. Albo wybierz same pytania:
weekly-question = <b>Ile wiadomości tygodniowo chcesz od nas dostawać?</b>
weekly-most = { $count ->
    [one] Dostajesz najwyżej jedną wiadomość tygodniowo.
    [few] Dostajesz najwyżej { $count } wiadomości tygodniowo.
    [many] Dostajesz najwyżej { $count } wiadomości tygodniowo.
   *[other] Dostajesz najwyżej { $count } wiadomości tygodniowo.
}
weekly-all = Dostajesz wszystkie wiadomości na bieżąco.
weekly-only-questions = Dostajesz tylko pytania i to, co z nich wynikło, bez aktualności.
weekly-chosen-one = Dziękujemy. Dostaniesz najwyżej jedną wiadomość tygodniowo. Możesz to zmienić: /news
weekly-chosen-three = Dziękujemy. Dostaniesz najwyżej trzy wiadomości tygodniowo. Możesz to zmienić: /news
weekly-chosen-questions = Dziękujemy. Dostaniesz tylko pytania i to, co z nich wynikło. Aktualności są tu: /news
weekly-chosen-all = Dziękujemy. Będziesz dostawać wszystkie wiadomości. Możesz to zmienić: /news
button-weekly-one = Jedną tygodniowo
button-weekly-three = Do trzech tygodniowo
button-weekly-questions = Tylko pytania

command-start = Dołącz albo wróć
command-consultations = Ankiety dla Twojego okręgu
command-news = Aktualności dla Twojego okręgu
command-plan = Co obiecano
command-celebrate = Co się zmieniło
command-themes = O czym dostajesz aktualności
command-language = Wybierz język
command-mine = Twoje odpowiedzi
command-ward = Twój okręg
command-stop = Koniec wiadomości
command-forget = Usuń powiązanie odpowiedzi z Tobą
command-help = Co możesz tu zrobić
command-send = Wyślij wiadomość do swoich okręgów
command-ask = Zadaj szybkie pytanie
command-manage = Otwórz, przerwij i zakończ pytania
command-results = Co ludzie odpowiedzieli
command-export = Wszystkie odpowiedzi w pliku
command-status = Co nie działa i co czeka
command-open = Słowa o niebezpieczeństwie
command-close = Co w tej sprawie zrobiono
command-held = Co czeka z powodu wyborów

## Staff

staff-welcome =
    <b>Witamy. Należysz teraz do grupy: { $role ->
        [board-member] członkowie rady społeczności
        [officer] pracownicy rady
        [operator] obsługa techniczna
       *[administrator] administratorzy
    }</b> ({ $label }). Gdzie: { $wards }.
staff-every-ward = wszystkie okręgi
staff-welcome-instead = Twoja poprzednia rola ({ $label }) się skończyła, a z nią Twoje obowiązki. Żeby je odzyskać, poproś o nowy link.
staff-welcome-resident = Czy też tu mieszkasz? /start pozwala dołączyć jak inni mieszkańcy.
role-now =
    Twoja grupa teraz: { $role ->
        [board-member] członkowie rady społeczności
        [officer] pracownicy rady
        [operator] obsługa techniczna
       *[administrator] administratorzy
    } ({ $label }). Gdzie: { $wards }.
role-instead =
    <b>Ten link przenosi Cię do grupy: { $role ->
        [board-member] członkowie rady społeczności
        [officer] pracownicy rady
        [operator] obsługa techniczna
       *[administrator] administratorzy
    }</b> ({ $label }). Gdzie: { $wards }.
role-ends-safeguarding = Nie będziesz już mieć wyznaczonej roli: czytać słowa o niebezpieczeństwie.
role-ends-duties = Skończą się też Twoje obowiązki.
role-question = Czy chcesz zmienić grupę?
button-role-yes = Tak, zmień
button-role-no = Nie, zostaję
role-kept = Nic się nie zmieniło. Zostajesz w swojej grupie, a link nadal działa.

send-wards = <b>Dla kogo to jest?</b> Zaznacz okręgi, a potem dotknij: Gotowe. Możesz też wpisać numery.
send-wards-row = { $number } { $ward }
send-wards-row-chosen = { $number } { $ward } (wybrany)
send-wards-chosen = { $count ->
        [one] Wybrano { $count } okręg
        [few] Wybrano { $count } okręgi
        [many] Wybrano { $count } okręgów
       *[other] Wybrano { $count } okręgu
    }
send-wards-which = O który okręg chodzi? Dotknij go albo wpisz jego numer lub całą nazwę.
send-wards-lost = Niektóre z tych okręgów nie są już Twoje. Zostały pominięte.
button-all-wards = Wszystkie: { $count }
button-plan-wards = Okręgi z planu: { $count }
send-subject = <b>O czym to jest?</b>
send-subject-row = { $number } { $subject }
send-subject-consultation = Ankieta „{ $title }”
button-new-wards = Osoby, którym zmienił się okręg
send-subject-other = Coś innego
send-subject-urgent = Coś pilnego, co nie może czekać
send-text = <b>Napisz to tak, jak do kogoś z sąsiedztwa.</b> Limit znaków: { $most }.
send-text-correction = <b>Co było błędne, a jak jest naprawdę?</b> Chodzi o datę, miejsce, koszt lub propozycję. Napisz to tak, by było zrozumiałe samo. Najwyżej { $most } znaków.
send-text-now =
    Twój obecny tekst. Dotknij go, aby go skopiować:
    { $text }
send-subject-told = { $subject } (już wysłane)
send-subject-told-some = { $subject } (już wysłano: { $wards })
send-subject-gone = To się już zakończyło albo nie ma tego na liście. Wybierz jeszcze raz.
send-asked-only = Ankieta „{ $title }” jest tylko dla: { $wards }. Aby na nią zaprosić, wróć i nie wybieraj innych okręgów.
send-not-asked = Ankieta „{ $title }” nie jest dla: { $wards }. Aby na nią zaprosić, wróć i usuń to z wyboru.
send-questions-paused = Ankieta „{ $title }” ma przerwę. Dalszy ciąg: { $until }. Od tej chwili można znów na nią zapraszać.
send-on-its-own = To, co prostuje ta wiadomość, wycofano, zanim ktokolwiek to dostał. Teraz jest to osobna wiadomość.
send-correcting = Prostujesz wiadomość „{ $words }”
send-text-taken = Twój tekst: <i>{ $text }</i>
send-kept = Twoja wiadomość poczeka tydzień. Aby do niej wrócić: /send
send-changed = Od tego czasu coś się zmieniło, więc nic nie zrobiliśmy. Zobacz, jak wiadomość wygląda teraz.
button-change-wards = Zmień okręgi
button-change-subject = Zmień temat
button-go-on-draft = Wróć do zaczętej wiadomości
button-go-on-returned = Wróć do wiadomości, która do Ciebie wróciła
button-go-on-with = Wróć do: { $text }
button-go-on-no-text = Wróć do: bez tekstu
button-cancel = Anuluj
send-preview = <b>Ludzie dostaną to:</b>
send-heading-languages = (Nagłówek i ostatni wiersz każdy dostaje w swoim języku.)
send-seconds = { $seconds ->
        [one] { $seconds } sekundy
        [few] { $seconds } sekund
        [many] { $seconds } sekund
       *[other] { $seconds } sekundy
    }
send-minutes = { $minutes ->
        [one] { $minutes } minuty
        [few] { $minutes } minut
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }
people-about = około { $people } osób
people-up-to = najwyżej około { $people } osób
people-few = mniej niż { $least } osób
number-about = około { $count }
number-up-to = najwyżej około { $count }
number-few = mniej niż { $least }
send-for-wards = Dla tych okręgów: { $wards }.
send-for-every-ward = Dla wszystkich okręgów: { $count }.
number-between = { $first }–{ $last }
send-styles-lost = Pogrubienia i inne style znikną. Sprawdź, czy są wszystkie linki.
send-people = Do <b>{ $people }</b>, potrwa to około { $time }.
send-perhaps-nobody = Być może to jeszcze nikt.
send-left-out = Zaproszenie nie trafi do tych, którzy odpowiedzieli już do końca. Nikt nie dostanie go więcej niż dwa razy.
send-those-who-moved = Trafi też do tych, którzy odpowiedzieli tutaj i od tego czasu się przeprowadzili. Ta liczba ich nie obejmuje.
send-grew = Od ostatniego razu ta liczba wzrosła. Sprawdź jeszcze raz.
send-moved = Ostatni dzień na odpowiedzi się zmienił. Sprawdź jeszcze raz.
send-at-night = Jest noc. Wyślemy to o 08:00.
send-paused = Na te pytania na razie nie można odpowiadać (do: { $until }). Wyślemy to potem.
send-sends-held = <b>Teraz nic nie jest wysyłane.</b> Wszystkie wiadomości czekają, aż administrator je zwolni.
send-held = Trwa okres wyborów, ostatni dzień: { $day }. Te wiadomości czekają na decyzję monitoring officer. Okręgi: { $wards }.
send-held-nobody = Na razie nikt nie może o tym zdecydować. Okręgi: { $wards }. Poproś urząd, żeby wyznaczył monitoring officer.
send-held-soon = Okres wyborów zaczyna się: { $day }. To, co do tego dnia nie wyjdzie, czeka na decyzję monitoring officer.
send-held-elsewhere = W innym okręgu są wybory. Kto tam mieszka, dostanie to po ich zakończeniu.
send-weekly = Kto dostał już wiadomość w tym tygodniu, dostanie tę później. Może to potrwać tydzień albo dłużej. Po dwóch tygodniach aktualności już nie wysyłamy.
send-weekly-closes = Kto dostał już wiadomość w tym tygodniu, dostanie tę później, jeśli pytania będą jeszcze otwarte (do: { $closes }). Potem już jej nie dostanie.
send-weekly-outcome = Kto dostał już wiadomość w tym tygodniu, dostanie tę później. Może to potrwać tydzień albo dłużej.
send-urgent = <b>To jest pilne.</b> Wyjdzie od razu, także w nocy i przed wyborami. Przychodzi ponad to, na co ludzie się zgodzili. To kosztuje: niektórych obudzi, a niektórzy mogą wyłączyć wszystkie wiadomości. Używaj tego tylko do spraw, które nie mogą czekać.
send-urgent-needs-second = Pilną wiadomość musi zatwierdzić druga osoba. Poprosimy ją o to.
send-correction = Dostaną to tylko ci, którzy dostali pierwszą wiadomość. Przychodzi ponad ich wiadomość na ten tydzień. W nocy i przed wyborami czeka.
send-correction-urgent = To poprawka pilnej wiadomości. Trafi tylko do osób, które tamtą dostały.
send-button-below = (Pod spodem przycisk: { $label })
send-needs-second = Gdy wiadomość może trafić do więcej niż { $threshold } osób, najpierw musi się zgodzić druga osoba. Zapytamy ją za Ciebie.
button-send = Wyślij do { $people }
button-send-me = Wyślij najpierw do mnie
button-change = Zmień
send-beside = Ten tekst też jest od Ciebie, ale nie ma go w wiadomości: <i>{ $text }</i>
poll-beside = <b>Nic jeszcze nie wysłano, a tego nie ma w pytaniu:</b> <i>{ $text }</i> Żeby zmienić pytanie, dotknij <b>{ $button }</b>.
send-beside-fixed = <b>Nic jeszcze nie wysłano, a tego nie ma w wiadomości:</b> <i>{ $text }</i> Słów tej wiadomości nie można zmienić.
send-unclear = <b>Nic jeszcze nie wysłano.</b> Żeby wysłać, dotknij <b>{ $button }</b> albo wpisz to w całości.
button-add-beside = Dodaj do wiadomości
send-put-aside = Anulowano. Nic nie zostało wysłane.
send-correction-put-aside = Sprostowanie porzucone. Nikt go nie dostanie. Wysłana wiadomość zostaje bez zmian.
send-other-kept = Twoja druga wiadomość czeka. Aby do niej wrócić: /send
send-came-back-kept = Została zachowana tak, jak do Ciebie wróciła. Aby do niej wrócić: /send

broadcast-head = <b>{ $subject } · { $wards }</b>
broadcast-head-plain = <b>{ $wards }</b>
broadcast-head-urgent = <b>Pilne · { $wards }</b>
broadcast-head-correction = <b>Sprostowanie.</b> Wysłaliśmy Ci: „{ $words }” Coś w tym było błędne.
broadcast-correction = <b>Sprostowanie:</b> { $text }
broadcast-wards-many = Aktualności dla { $count ->
        [one] { $count } okręgu
        [few] { $count } okręgów
        [many] { $count } okręgów
       *[other] { $count } okręgu
    }
broadcast-invitation =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } pytanie
        [few] { $questions } pytania
        [many] { $questions } pytań
       *[other] { $questions } pytania
    }, około { $minutes ->
        [one] { $minutes } minuty
        [few] { $minutes } minut
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }. Ostatni dzień: { $closes }. Ankieta już wypełniona? Dziękujemy, nic więcej nie trzeba robić.
broadcast-close-moved = Ostatni dzień zmienił się już po napisaniu tej wiadomości. Jeśli wyżej jest inny dzień, to jest on nieaktualny.
broadcast-foot = Nie chcesz już żadnych wiadomości? Wyślij /stop
broadcast-not-translated = (Na razie bez tłumaczenia.)
broadcast-more-waits = To jeszcze nie wszystko. Reszta przyjdzie z następną wiadomością.

yes-question = <b>{ $author } prosi o Twoją zgodę.</b> To trafi do <b>{ $people }</b>:
yes-question-by = Prosimy o odpowiedź do: { $day }.
yes-question-grew = Od ostatniego razu ta liczba wzrosła. Sprawdź jeszcze raz.
button-yes-send = Tak, wyślij do { $people }
button-no-send = Nie, nie wysyłaj
yes-question-tap = Nic nie zapadło. Naciśnij przycisk pod tym, co masz zatwierdzić, albo wpisz cały jego napis.
yes-question-which = Nic nie zapadło. Masz tu więcej niż jedną prośbę, a z tych słów nie wynika, o którą chodzi. Odpowiedz tymi samymi słowami na właściwą wiadomość albo naciśnij jej przycisk.
decided-yes = Dziękujemy za zgodę. Wiadomość jest teraz wysyłana do { $people }.
decided-yes-waits = Dziękujemy za zgodę. Wiadomość do { $people } czeka.
decided-no = Twoja odpowiedź to: nie. Nic nie zostało wysłane. Osoba, która to napisała, już o tym wie.
decided-no-away = Twoja odpowiedź to: nie. Nic nie zostało wysłane. Osoba, która to napisała, nie dostaje teraz od nas wiadomości. Zobaczy to po powrocie.
decided-no-ask = Dlaczego? Napisz tutaj w ciągu pięciu minut, w kilku słowach. Autor to zobaczy.
decided-why = Dziękujemy. Autor widzi Twój powód: „{ $reason }”
decided-why-away = Dziękujemy. Autor nie dostaje teraz od nas wiadomości. Twój powód zobaczy po powrocie: „{ $reason }”
reason-offer = Czy to powód odmowy? Autor jeszcze tego nie widzi: „{ $text }”
reason-offer-more = Czy to też jest część powodu? Autor jeszcze tego nie widzi: „{ $text }”
button-yes-reason = Tak, przekaż autorowi
button-no-reason = Bez podania powodu
over-approved = { $who }: zgoda już jest. Nie trzeba już nic decydować.
over-declined = { $who }: odmowa już jest. Nic nie zostało wysłane.
over-cancelled = { $who }: wiadomość anulowana. Nic nie zostało wysłane.
over-file-has-left = Osoba, która o to prosiła, nie może już dostać tego pliku. Nie trzeba nic decydować.
over-expired = Nikt nie wyraził zgody na czas. Nic nie zostało wysłane.

message-named = „{ $words }” ({ $wards })
message-for-wards = { $count ->
        [one] { $count } okręg
        [few] { $count } okręgi
        [many] { $count } okręgów
       *[other] { $count } okręgu
    }
message-about-new-wards = Pytanie o nowe okręgi
progress-awaiting = Do { $people }. Najpierw musi się zgodzić druga osoba. Kogo pytamy: { $asked }. Wynik zobaczysz tutaj.
progress-awaiting-somebody = Do { $people }. Najpierw musi się zgodzić druga osoba. <b>Nasze wiadomości nie docierają do nikogo, kto może to zatwierdzić.</b> Poproś urząd, żeby kogoś zaprosił. Gdy będzie kogo zapytać, zobaczysz to tutaj.
progress-awaiting-by = Jeśli nikt nie odpowie do: { $day }, nic nie zostanie wysłane, a wiadomość wróci do Ciebie.
progress-awaiting-away = Nie dostajesz teraz wiadomości. Odpowiedź zobaczysz dopiero po wysłaniu /start.
button-take-back = Anuluj
progress-approved = Przygotowujemy wysyłkę do { $people }.
progress-sends-held = <b>Wstrzymane.</b> Dla { $people }. Niektórzy mogą już to mieć.
progress-sending = <b>Wysyłamy</b> { $bar } { $percent }%, do { $people }
progress-sending-few = <b>Wysyłamy</b> do { $people }.
progress-night = Jest noc. Od 21:00 do 08:00 nic nie wysyłamy. O 08:00 wysyłamy dalej.
progress-waits-budget = Kto dostał już wiadomość w tym tygodniu, dostanie tę później. Nie mówimy, czy ktoś taki jest.
progress-waits-news = Kto dostał już wiadomość w tym tygodniu, dostanie tę później. Kto po dwóch tygodniach nadal czeka, już jej nie dostanie. Nie mówimy, czy ktoś taki jest.
progress-waits-closes = Kto dostał już wiadomość w tym tygodniu, dostanie tę później. Kto nadal czeka, gdy pytania się kończą, już jej nie dostanie. Nie mówimy, czy ktoś taki jest.
progress-let-go-too-late = Ta wiadomość czekała z powodu wyborów. Jest już zgoda na wysłanie, ale pytania kończą się, zanim coś może wyjść. To, co czekało, nie dotrze do nikogo.
progress-waits-election = Wiadomości czekają z powodu wyborów. Okręgi: { $wards }. Decyduje o nich monitoring officer.
progress-met-election = Po wysłaniu zaczął się okres wyborczy. Okręgi: { $wards }. O tym, co jeszcze tam nie dotarło, decyduje monitoring officer. Nie mówimy, czy coś czeka.
progress-ended-election = Z powodu wyborów to, co jeszcze nie wyszło, nie zostanie już wysłane. Nie mówimy, ile tego jest. Okręgi: { $wards }.
progress-sent = <b>Wysłano.</b> Z { $people }:
progress-line-sent = dotarło: { $count }
progress-line-gone = blokada, brak konta, rezygnacja, bez aktualności, już po odpowiedzi albo byłoby za późno: { $count }
progress-line-failed = nie dało się wysłać: { $count }
progress-line-unknown = mogło dotrzeć albo nie: { $count }
progress-reason = – { $reason }
reason-group-left = nie ma nas już w tej grupie
reason-group-moved = grupa została przeniesiona i nie udało się jej znaleźć
reason-no-such-chat = Telegram nie zna takiego czatu
reason-marks-refused = Telegram nie przyjął formatowania tekstu
reason-too-long = tekst był za długi dla Telegrama
reason-too-large = wiadomość była za duża dla Telegrama
reason-refused = Telegram odmówił
reason-not-made = nie udało się nam złożyć wiadomości
reason-cut-off = połączenie zerwało się w trakcie wysyłania
reason-telegram-trouble = Telegram miał kłopoty i nie odpowiedział jasno
reason-not-telegram = zamiast Telegrama odpowiedziało coś po drodze
reason-end-not-seen = bot został zatrzymany w trakcie wysyłania
button-send-again = Wyślij jeszcze raz do { $people }
button-correct = Popraw to
send-again-question = <b>Wysłać jeszcze raz?</b> To trafi do <b>{ $people }</b>. Do niektórych mogło już dotrzeć. W ich wiadomości będzie napisane, że to ponowna wysyłka. Trzeci raz nie da się tego wysłać.
button-yes-send-again = Tak, wyślij jeszcze raz do { $people }
progress-line-held-back = wstrzymane przez nas: { $count }
progress-line-too-late = niewysłane, bo byłoby za późno: { $count }
progress-line-not-released = niewysłane z powodu wyborów: { $count }
progress-line-taken-back = niewysłane, bo wiadomość wycofano: { $count }
progress-line-stopped = niewysłane, bo pytanie zostało przerwane: { $count }
progress-taken-back = Wiadomość jest wycofana. Nikt więcej jej nie dostanie i nie ma jej w /news. Kto ją ma, ten ją zachowa.
progress-poll-stopped-by = Przerwanie: { $who }
button-take-back-rest = Wycofaj ją
progress-said-yes = Zatwierdzenie: { $who }
progress-declined = { $who } nie wyraża zgody. Nic nie zostało wysłane. Twoja wiadomość jest zachowana.
progress-declined-unnamed = Druga osoba się nie zgadza. Nic nie zostało wysłane. Twoja wiadomość jest zachowana.
progress-declined-why = Dlaczego: <i>{ $reason }</i>
progress-expired = Nikt nie wyraził zgody: minął czas albo nie ma już nikogo, kto może. Nic nie zostało wysłane. Twoja wiadomość jest zachowana.
progress-questions-closed = Ankieta skończyła się, zanim ktoś zatwierdził wiadomość. Nic nie wysłano. Twoja wiadomość jest zachowana.
button-change-and-send = Zmień i wyślij ponownie
progress-cancelled = Anulowano. Nic nie zostało wysłane. Twoja wiadomość jest zachowana.
progress-dropped = Urzędnik nadzorujący wycofał ją z powodu wyborów. Nic nie zostało wysłane. Twoja wiadomość jest zachowana.
progress-held-back = Dane bota pochodzą z kopii zapasowej. Wstrzymaliśmy to, czego do tamtej chwili nie wysłano. Część osób mogła to jednak dostać.

held-none = Z powodu wyborów nic nie czeka.
held-list = <b>To czeka z powodu wyborów.</b> Stuknij wiadomość, żeby ją zobaczyć. Ty decydujesz, czy ją wyślemy.
held-row = { $number } { $words }
held-message = Nadawca: { $author }. Okręgi: { $wards }. Czeka wiadomość do { $people }.
held-message-begun = Nadawca: { $author }. Okręgi: { $wards }. Zanim ją wstrzymano, wysyłka do { $people } mogła już się zacząć. Może mają to już wszyscy, może niektórzy, a może nikt. Każda z tych osób może jeszcze czekać na swoją kolej w tygodniu. Nie mówimy, czy ktoś czeka. Jeśli pozwolisz na wysyłkę, dostaną to wszyscy, którzy czekają.
held-until = Czeka z powodu wyborów. Ostatni dzień: { $day }.
held-until-begun = To, co jeszcze czeka, jest wstrzymane z powodu wyborów. Ostatni dzień: { $day }.
held-over = Wybory już się skończyły. Wiadomość nadal czeka na Ciebie.
held-over-begun = Wybory już się skończyły. To, co jeszcze czeka, jest wstrzymane do Twojej decyzji.
held-author-left = osoba, która już tu nie pracuje
held-only = Decydujesz tylko o tym: { $wards }.
held-corrected = Czeka też sprostowanie tej wiadomości. Wyjdzie ona, gdy zdecydujesz o obu.
held-approved = Zatwierdzono: { $day }.
button-held-release = Wyślij ją
button-held-drop = Odrzuć ją
button-held = Co jeszcze czeka
held-released = Wysyłamy ją teraz. Nocą czeka do 08:00.
held-released-begun = To, co jeszcze czeka, może już wyjść. Nocą czeka do 08:00.
held-released-weekly = Kto dostał już wiadomość w tym tygodniu, dostanie tę później.
held-released-too-late = Jest Twoja zgoda, ale pytania kończą się, zanim coś może wyjść. To, co czeka, nie dotrze do nikogo. Autor to zobaczy.
held-released-corrected = Wyjdzie, gdy zdecydujesz też o jej sprostowaniu: /held
held-dropped = Tej wiadomości już nie wyślemy. Jej nadawca to widzi.
held-dropped-notice = Tej wiadomości już nie wyślemy. Nikt nie dowie się od nas, że pytanie przerwano. Autor widzi to przy /ask.
held-over-released = „{ $words }”
    { $who }: decyzja już jest. Wiadomość wychodzi.
held-over-dropped = „{ $words }”
    { $who }: decyzja już jest. Wiadomość odrzucona, nie wyjdzie.
held-news = <b>Czeka z powodu wyborów: { $count }.</b> Ty decydujesz, co wyślemy: /held
held-news-nobody = <b>Czeka z powodu wyborów: { $count }.</b> Nikt nie może tego wysłać: dla wszystkich tych okręgów nie ma wyznaczonej osoby, do której dochodzą wiadomości. Może ją wyznaczyć osoba, która prowadzi bota: wardmote duty give
button-held-list = Zobacz, co czeka

results-choose = <b>Wyniki której ankiety pokazać?</b>
export-choose = <b>Odpowiedzi z której ankiety pobrać?</b>
results-choose-none = Żadna ankieta jeszcze się nie zaczęła.
results-choose-none-ward = W Twoim okręgu nie zaczęła się jeszcze żadna ankieta. Gdy będą wyniki z innych okręgów, zobaczysz je tutaj.
manage-list = <b>Pytania do mieszkańców</b>
manage-none = Nie ma jeszcze konsultacji dla Twoich okręgów.
manage-others = <b>To jest dla urzędników wszystkich tych okręgów:</b>
manage-other-row = • { $title }. Początek: { $opens }. Koniec: { $closes }.
manage-row = { $number } { $title } ({ $stage ->
        [checked] bez zgody
        [asked] czeka na drugą osobę
        [approved] zatwierdzona
        [open] trwa
        [paused] przerwa
        [closed] zakończona
        [reported] ludzie znają wynik
       *[withdrawn] wycofana
    })
manage-heading = <b>{ $title }</b>
    { $stage ->
        [checked] Nikt tego jeszcze nie zatwierdził. Zacznie się dopiero potem.
        [asked] Zanim się zacznie, musi to zatwierdzić druga osoba.
        [approved] Zatwierdzona. Zacznie się sama.
        [open] Trwa.
        [paused] Teraz nie przyjmuje odpowiedzi.
        [closed] Zakończona.
        [reported] Zakończona, a ludzie wiedzą, co z niej wynikło.
       *[withdrawn] Wycofana. Nie będzie wyników.
    }
manage-dates = Początek: { $opens }. Koniec: { $closes }.
manage-hears-late = Sprawdź: ludzie poznają wyniki najpóźniej { $hear }. To już po decyzji: { $due }.
manage-asked = Prosi: { $by }.
manage-expired = Przez siedem dni nikt nie odpowiedział. Możesz poprosić jeszcze raz.
manage-by-command = osoba, która prowadzi bota
manage-to-approve =
    <b>Po co:</b> { $purpose }
    <b>Co można jeszcze zmienić:</b> { $can_change }
    <b>Kto decyduje:</b> { $decided_by } Termin decyzji: { $due }.
    <b>Ludzie dowiedzą się do:</b> { $hear }
    <b>Okręgi:</b> { $wards }
    <b>Języki:</b> { $languages }
    <b>Równe traktowanie:</b> { $equality }
    <b>Bez Telegrama:</b> { $other }
    <b>Liczba pytań:</b> { $questions }
manage-every-ward = wszystkie okręgi
manage-paused = Przerwa do: { $until }. Powód: { $reason }
manage-withdrawn = Powód: { $reason }
manage-reported = Zapisał(a): { $by }, { $on }. Skąd ludzie wiedzą: { $how }
manage-declined = { $who }: odmowa. Po poprawkach możesz poprosić jeszcze raz.
manage-declined-why =
    { $who }: odmowa. Dlaczego: <i>{ $reason }</i>
    Po poprawkach możesz poprosić jeszcze raz.
manage-ready = Niczego nie brakuje. Musi to zatwierdzić druga osoba.
manage-gap = Bot był nieosiągalny od { $began } do { $ended }. Może warto dać ludziom więcej czasu.
manage-until = <b>{ $title }</b>
    { $choice ->
        [pause] Do kiedy bez odpowiedzi?
       *[extend] Kiedy koniec?
    }
manage-until-dates = Decyzja ma zapaść: { $due }. Koniec musi być przed tym dniem. Teraz ludzie poznają wyniki najpóźniej { $hear }. Po zmianie o tyle samo dni później.
manage-why = <b>{ $title }</b>
    { $choice ->
        [extend] Dlaczego koniec jest później?
        [pause] Dlaczego jest przerwa?
        [close] Dlaczego koniec jest teraz?
        [report] Nikt jeszcze nie wie. Najpierw wyślij, co z tego wynikło: /send. Albo napisz, skąd ludzie wiedzą: zobaczą to w /mine.
        [take-back] Dlaczego cofnąć zgodę?
       *[withdraw] Dlaczego ją wycofać? Nie będzie wyników. Nie można tego cofnąć.
    }
manage-type-until = Inny dzień? Napisz go, na przykład 14 października 2027 17:00.
manage-type-why = Inny powód? Napisz go.
manage-type-only-why = Napisz to tutaj.
manage-check = <b>{ $title }</b>
    { $choice ->
        [close] Zakończyć teraz? Potem nikt nie będzie mógł odpowiedzieć.
       *[withdraw] Wycofać? Nie będzie wyników. Nie można tego cofnąć.
    }
    Powód: { $reason }
manage-word-extend = przedłuż
manage-word-pause = przerwij
manage-word-resume = wznów
manage-word-close = zakończ
manage-word-withdraw = wycofaj
manage-word-report = ogłoszono
manage-word-unreport = odwołaj
manage-reason = { $reason ->
        [more-time] Ludzie potrzebują więcej czasu
        [not-reached] Bot był nieosiągalny
        [put-right] Trzeba coś poprawić
        [looked-at] Trzeba coś sprawdzić
        [needed-sooner] Odpowiedzi są potrzebne wcześniej
        [settled] Sprawa jest załatwiona
        [plans-changed] Plany się zmieniły
        [mistake] Był w niej błąd
       *[other] { $reason }
    }
manage-news-asked = <b>Prosimy, zatwierdź to, zanim się zacznie.</b>
manage-news-decided = <b>Druga osoba podjęła decyzję.</b>
manage-news-edited = <b>Plik tej ankiety się zmienił. Zgoda już się nie liczy i ankieta się nie otworzy.</b>
manage-news-taken-back = <b>{ $who }: wycofanie. Ankieta się nie otworzy.</b> Powód: { $reason }
manage-news-why = <b>{ $who }: odmowa na poprzednią prośbę.</b> Dlaczego: <i>{ $reason }</i>
opening-somebody = Ktoś z zespołu
opening-named = Otwarcie ankiety „{ $title }”
opening-declined-you = Twoja odpowiedź to: nie. Ankieta pozostaje zamknięta. Osoba, która prosiła, dostanie wiadomość.
opening-declined-you-away = Twoja odpowiedź to: nie. Ankieta pozostaje zamknięta. Osoba, która prosiła, nie dostaje teraz od nas wiadomości. Zobaczy to po powrocie.
opening-over =
    <b>{ $title }</b>
    { $act ->
        [opened] { $who }: zgoda już jest. Nie trzeba już nic decydować.
        [declined] { $who }: odmowa już jest. Ankieta pozostaje zamknięta.
       *[voided] Zgoda nie jest już potrzebna. Prośba została cofnięta albo plik się zmienił.
    }
read-questions = <b>Tak to widzą ludzie.</b> Język: { $named }. Strona { $page } z { $pages }.
read-only-if = Pytanie tylko wtedy, gdy: { $condition }
read-required = Tego pytania nie można pominąć.
read-short = To pytanie jest w krótkiej wersji.
read-longer = To pytanie mają tylko ci, którzy chcą odpowiedzieć na więcej niż krótką wersję.
read-bands = W wynikach odpowiedzi są liczone w tych przedziałach: { $bands }.
read-offered-if = Każda odpowiedź tylko wtedy, gdy: { $condition }
read-picture = Ze zdjęciem. Co na nim widać: { $alt }
read-recordings = Można tego posłuchać. Języki: { $named }
read-recording = Pytanie { $number } czytane na głos: { $named }
read-recording-learn = Tekst przed pytaniem { $number } czytany na głos: { $named }
button-read-media = Zdjęcia i nagrania
button-read-questions = Przeczytaj pytania
button-read-on = Czytaj dalej
button-read-in = Przeczytaj w języku: { $named }
button-manage-ask = Poproś drugą osobę
button-manage-approve = Zatwierdź: niech się zacznie
button-manage-decline = Odmów: nie zacznie się
button-manage-choice = { $choice ->
        [extend] Zakończ później
        [pause] Zrób przerwę
        [resume] Wznów teraz
        [close] Zakończ teraz
        [report] Ludzie znają wynik
        [unreport] Nikt jeszcze nie wie
       *[withdraw] Wycofaj
    }
button-close-yes = Tak, zakończ teraz
button-withdraw-yes = Tak, wycofaj
button-manage-no = Nie, niech zostanie
lack-decision-due = • W pliku nie ma terminu decyzji: decision_due.
lack-languages = • W pliku nie ma listy języków: languages.
lack-translation = • Brakuje słów w języku, w którym ma być: { $what }.
lack-equality-note = • Nie ma notatki o równym traktowaniu: equality_note.
lack-without-telegram = • Nie ma sposobu bez Telegrama: without_telegram, a słowami w other_ways.
lack-made-up = • To zmyślono na potrzeby demo, więc naprawdę nie może się zacząć: { $what }.
lack-boundaries = • Jedno pytanie dotyczy miejsca, a granice okręgów nie są jeszcze wczytane: wards import-boundaries.
lack-no-such-time = • Zegary przeskakują tę godzinę: { $what }.
lack-over = • Już byłaby zakończona: closes_at.
look-few-days = Uwaga: trwa { $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    }. Mniej niż 28 dni to może być za mało.
results-row = { $number } { $title } ({ $phase ->
        [open] trwa, ostatni dzień: { $closes }
        [paused] przerwa, ostatni dzień: { $closes }
        [withdrawn] wycofana
       *[closed] zakończona
    })
results-heading = <b>{ $title }</b>
results-about = Odpowiedziało około { $people } osób.
results-few = Odpowiedziało mniej niż { $least ->
        [one] { $least } osoba
        [few] { $least } osoby
        [many] { $least } osób
       *[other] { $least } osoby
    }. Nic więcej nie pokazujemy, żeby nikogo nie dało się rozpoznać.
results-so-far = Na razie odpowiedziało co najmniej { $people } osób.
results-so-far-few = Na razie w każdym okręgu odpowiedziało mniej niż { $least } osób.
results-hidden = Nikt nie widzi wyników, dopóki pytania są otwarte. Koniec: { $closes }. Zajrzyj tu po tym terminie.
results-withdrawn = Ankieta jest wycofana. Nie będzie wyników ani pliku z odpowiedziami.
export-hidden = Odpowiedzi można pobrać, gdy ankieta się skończy. Koniec: { $closes }. Do tego czasu nikt ich nie widzi.
results-so-far-ward = { $ward }: { $people } lub więcej
results-so-far-wards = { $wards }: w każdym mniej niż { $least }
results-so-far-one = { $ward }: mniej niż { $least }
results-all-others = Wszystkie inne okręgi
results-final = Ankieta się skończyła. To są ostateczne liczby.
results-earlier-close = Pierwsze zamknięcie: { $closes }. Potem pytania były znów otwarte. Tego, co było dalej, nie da się pokazać, nie pokazując odpowiedzi kilku osób, więc to są liczby z pierwszego zamknięcia. Późniejsze odpowiedzi są tylko w pliku: /export
results-late = Ile osób odpowiedziało po zamknięciu: { $number }. Ich spóźnione odpowiedzi są zachowane, ale nie ma ich w wynikach ani w plikach.
results-coming-in = Pytania są już zamknięte, ale odpowiedzi mogą być jeszcze w drodze. Liczymy dopiero, gdy dotrą wszystkie. Zajrzyj tu za kilka minut.
results-coming-in-until = Pytania są już zamknięte, ale odpowiedzi mogą być jeszcze w drodze. Liczymy dopiero, gdy dotrą wszystkie. Zajrzyj tu później. Najwcześniej: { $moment }.
results-question = <b>{ $number }.</b> { $text }
results-question-about = Na to pytanie odpowiedziało około { $people } osób.
results-question-up-to = Na to pytanie odpowiedziało najwyżej około { $people } osób.
results-question-too-few = Odpowiedziało za mało osób, więc nie możemy pokazać, co odpowiedziały.
results-question-few = Na to pytanie odpowiedziało mniej niż { $least ->
        [one] { $least } osoba
        [few] { $least } osoby
        [many] { $least } osób
       *[other] { $least } osoby
    }.
results-question-alike = Poszczególne odpowiedzi wybrało zbyt mało osób, żeby pokazać je osobno.
results-question-words = Można było odpowiedzieć własnymi słowami: zobacz /export.
results-question-typed = To wpisane liczby lub dni: zobacz /export.
results-places-squares = Każdy kwadrat ma 500 metrów szerokości. Jego nazwa to współrzędne południowo-zachodniego rogu na mapie. Kwadraty, w których jest mniej osób niż { $least }, i te, które przecina granica okręgu, są w „gdzie indziej”.
results-places-more = To miejsca, które wskazało najwięcej osób. Wszystkie są w arkuszu: /export
results-places-none = Nie możemy pokazać miejsc: każde wskazało za mało osób albo nie wczytano granic okręgów.
button-map = Zobacz na mapie
button-map-of = Zobacz pytanie { $number } na mapie
map-alt = Mapa miejsc, które wskazali ludzie: { $title }
map-step-share = Spośród osób, które odpowiedziały: { $words }
map-elsewhere = Osoby, których miejsca nie ma w żadnym z tych kwadratów:
map-step = Osoby w kwadracie: { $words }
map-up-to = najwyżej około { $last }
map-between = od około { $first } do { $last }
map-from = około { $first } lub więcej
map-note = Każdy kwadrat ma { $metres } metrów szerokości. W nim lub obok jest napisane, ile mniej więcej osób wskazało tam miejsce. Kwadratów, w których jest mniej osób niż { $least }, i tych, które przecina granica okręgu, nie rysujemy. Te miejsca liczymy pod mapą.
map-earlier-close = To są liczby z pierwszego zamknięcia: { $closes }.
map-more = Więcej się tu nie zmieści. Reszta jest w wynikach: /results
map-failed = Nie udało się narysować mapy. Spróbuj jeszcze raz: /results
results-question-first = Co ludzie postawili na pierwszym miejscu:
results-question-some = To pytanie dostały tylko niektóre osoby. Zależało to od ich wcześniejszych odpowiedzi.
results-question-longer = To pytanie dostały tylko osoby, które wybrały więcej niż krótką wersję.
results-question-longer-about = To pytanie dostały tylko osoby, które wybrały więcej niż krótką wersję: około { $people }.
results-question-former = To są liczby z pierwszego zamknięcia. Nowe obok nich pokazałyby, co wybrało kilka osób.
results-question-offered = To, które z tych odpowiedzi można było wybrać, zależało od wcześniejszych odpowiedzi.
results-band = od { $first } do { $last }
results-band-days = od { $first } do { $last }
results-option-percent = { $label }: około { $people } ({ $percent }%)
results-option-share = { $label }: { $share }
results-option-few = { $label }: mniej niż { $least }
results-percent = { $percent }%
results-same = Takie same liczby znaczą: mniej więcej tyle samo, niedokładnie.
results-or = { $first } lub { $second }
share-nearly-all = prawie wszyscy
share-most = większość
share-about-half = około połowy
share-less-than-half = mniej niż połowa
share-few = niewiele osób
results-wards = <b>Według okręgów</b>
results-ward = { $ward }: około { $people }
results-wards-others = { $wards }, razem: około { $people }
results-note = Liczymy tylko osoby, które zechciały odpowiedzieć. Inni mogą myśleć inaczej. Liczby są zaokrąglone z dokładnością do { $rounding }; grupy poniżej { $least } są ukryte lub połączone.
broadcast-head-echo = <b>Co odpowiedzieli ludzie:</b> { $title }
echo-thanks = Dziękujemy za udział.
echo-question = <b>{ $text }</b>
echo-more-answers = Więcej odpowiedzi: /results
echo-all = Wszystko jest tu: /results
results-thanks = Dziękujemy za udział. Odpowiedziało około { $people } osób.
results-took-part = Odpowiedziało około { $people } osób.
results-from-ward = Okręg { $ward }: około { $people }.
results-how-to-read = Przy każdej odpowiedzi: najpierw { $ward }, potem cały obszar.
results-no-wards = Nie możemy pokazać osobno okręgu { $ward }. Zdradziłoby to odpowiedzi kilku osób. Dlatego pokazujemy cały obszar.
results-ward-together = Okręg { $ward } jest tu policzony razem z innymi. Osobno zdradziłby odpowiedzi kilku osób. Dlatego pokazujemy cały obszar.
results-beside = { $label }: { $here }. Cały obszar: { $area }.
results-beside-parts = { $label }: { $here }. W całym obszarze:
results-part = – { $label }: { $area }
results-few-or-nearly-all = niewiele osób albo prawie wszyscy
results-fewer-than = mniej niż { $least }
results-several = Można było wybrać więcej niż jedną odpowiedź.
results-places-most = Najczęściej wskazywane:
results-why-own-words = Ludzie odpowiadali własnymi słowami. Dlatego nie ma tu liczb.
results-why-places = Miejsca pokazujemy dla wszystkich okręgów razem.
results-why-no-bands = Ludzie wpisywali liczbę albo dzień. Nie możemy ich pokazać.
results-why-branch = To pytanie dostały tylko niektóre osoby. Dlatego pokazujemy cały obszar:
results-why-longer-form = To pytanie dostały tylko osoby, które wybrały wszystkie pytania. Dlatego pokazujemy cały obszar:
results-why-area = Poszczególne odpowiedzi wybrało zbyt mało osób. Nie możemy ich pokazać.
results-why-together = Nie możemy tu pokazać okręgu { $ward }. Zdradziłoby to odpowiedzi kilku osób. Dlatego pokazujemy cały obszar:
results-why-few = Nie możemy tu pokazać okręgu { $ward }. Zdradziłoby to odpowiedzi kilku osób. Dlatego pokazujemy cały obszar:
results-former = To są liczby z czasu, gdy pytania były otwarte po raz pierwszy.
results-first-time = Pytania były otwarte dwa razy. To są liczby z pierwszego razu.
results-first-time-ward = Pytania były otwarte dwa razy. Liczby okręgu są z pierwszego razu.
results-rounded = Liczby są zaokrąglone. Takie same znaczą: mniej więcej tyle samo.
results-who-is-counted = Liczymy tylko osoby, które zechciały odpowiedzieć. Inni mogą myśleć inaczej.
results-after = Wyniki będą, gdy pytania się skończą. Koniec: { $closes }. Wtedy wyślij /results
results-never = Dlatego nie ma wyników.
results-which-ward = Który okręg chcesz zobaczyć?
button-other-ward = Inny okręg
button-results-ward = Jeden okręg osobno
export-caption =
    <b>{ $title }</b>: wszystkie odpowiedzi, jeden wiersz na osobę, bez imion i nazwisk.
    <b>Nie do publikacji.</b> Zgoda: { $who }. Plik służy do pracy. Ktoś mógł wpisać czyjeś nazwisko: przeczytaj odpowiedzi, zanim je pokażesz innym. Pobranie tego pliku zapisano w dzienniku kontroli.
export-left-out = W pliku nie ma słów o niebezpieczeństwie. Ile osób je napisało: { $number }.
export-held = <b>Są wybory. Ostatni dzień: { $day }.</b> Pracuj z tym plikiem, ale do końca wyborów nic z niego nie publikuj. Liczby też czekają.

export-not-sent = Nie udało się wysłać pliku. Poproś o niego jeszcze raz: /export
export-format = <b>{ $title }</b>: jaki plik?
file-question =
    <b>{ $title }</b>
    W pliku jest to, co odpowiedziała każda osoba, wiersz po wierszu. Plik służy do pracy, nie do publikacji. Najpierw musi go zatwierdzić ktoś inny.
file-question-who = Zapytamy: { $who }.
file-waits = Wysłaliśmy pytanie. Kto je dostał: { $who }. Damy znać, gdy będzie odpowiedź. Ostatni dzień: { $day }. Potem możesz zapytać jeszcze raz.
button-ask-approval = Poproś o zgodę
file-request =
    <b>{ $author } prosi o Twoją zgodę na plik.</b>
    Są w nim wszystkie odpowiedzi na „{ $title }”, wiersz po wierszu, bez imion i nazwisk. Plik służy do pracy, nie do publikacji.
button-yes-file = Tak, zgoda na plik
button-no-file = Nie, odmowa
file-named = Odpowiedzi na „{ $title }”, jako plik
file-approved = { $who }: jest zgoda. Plik możesz pobrać. Ostatni dzień: { $day }.
file-approved-for = Zgoda zapisana. Plik dostanie { $author }.
file-declined = { $who }: odmowa. Pliku nie będzie.
file-declined-you = Twoja odpowiedź to: nie. Pliku nie będzie. Osoba, która o niego prosiła, już o tym wie.
file-declined-you-away = Twoja odpowiedź to: nie. Pliku nie będzie. Osoba, która o niego prosiła, nie dostaje teraz od nas wiadomości. Zobaczy to po powrocie.
file-expired = Nikt nie wyraził zgody na czas. Aby zapytać jeszcze raz: /export
button-workbook = Skoroszyt Excel
button-csv = CSV, wiersz na osobę

workbook-sheet-readme = Przeczytaj
workbook-sheet-responses = Odpowiedzi
workbook-sheet-codebook = Opis kolumn
workbook-sheet-wards = Liczby w okręgach
workbook-sheet-results = Wyniki
workbook-sheet-results-by-ward = Wyniki według okręgów
workbook-sheet-places = Miejsca
workbook-council = Rada
workbook-consultation = Ankieta
workbook-open = Czas na odpowiedzi
workbook-open-dates = { $opens } – { $closes }
workbook-made = Data utworzenia
workbook-count = Liczba osób w tym pliku
workbook-how = Jak to czytać
workbook-how-text = Jeden wiersz na osobę, bez imion i nazwisk. Arkusz „Opis kolumn” mówi, co znaczy każda kolumna. Pusta komórka znaczy: bez odpowiedzi albo pytania nie zadano.
workbook-cut = Długie teksty
workbook-cut-text = Komórka mieści około 32 000 liter. Tekst, który kończy się słowami „[cut: too long for a cell]”, był dłuższy. Cały jest w pliku CSV.
workbook-careful = Prosimy o ostrożność
workbook-careful-text = Tylko dla pracowników rady. Ktoś mógł wpisać czyjeś nazwisko: przeczytaj odpowiedzi, zanim je pokażesz innym. Pobranie tego pliku zapisano w dzienniku kontroli.
workbook-not-published = Nie do publikacji
workbook-not-published-text = Ten plik służy do pracy. Nic z niego nie publikuj: co wolno opublikować, pokazuje /results. Zgoda: { $who }.
workbook-election = Wybory
workbook-election-text = Są wybory. Ostatni dzień: { $day }. Do końca wyborów nic z tego pliku nie publikuj.
workbook-earlier = Wcześniejsze liczby
workbook-earlier-text = Pytania były otwarte jeszcze raz. Wszystkie liczby w /results są nadal z pierwszego zamknięcia: { $closed }. Ten plik ma też późniejsze odpowiedzi.
workbook-former-text = Pytania były otwarte jeszcze raz. W /results te pytania mają nadal liczby z pierwszego zamknięcia: { $questions }. Ten plik ma też późniejsze odpowiedzi.
workbook-chosen = Czyje to zdanie
workbook-chosen-text = Liczymy tylko osoby, które zechciały odpowiedzieć. Inni mogą myśleć inaczej.
codebook-question = Pytanie
codebook-meaning = O co pytano
codebook-kind = Rodzaj
codebook-value = Wartość w pliku
codebook-value-meaning = Co znaczy ta wartość
codebook-column = Kolumna
codebook-comment = Co ktoś dopisał obok
codebook-chosen = 1 wybrane, 0 niewybrane
codebook-place = miejsce w kolejności: 1 to pierwsze
codebook-point = szerokość i długość geograficzna z dokładnością do około 100 m albo kod okręgu. Tylko do pracy własnej: publikować można kwadraty, nigdy punkty
codebook-square = kwadrat o boku 500 m, w którym leży; nazwa to współrzędne południowo-zachodniego rogu
codebook-asked-if = Pytanie zadano tylko wtedy, gdy: { $condition }
codebook-offered-if = Które odpowiedzi można było wybrać: { $condition }
kind-single = jedna odpowiedź
kind-several = kilka odpowiedzi
kind-scale = skala
kind-text = własne słowa
kind-ranking = według ważności
kind-number = liczba całkowita
kind-date = dzień
kind-place = miejsce
column-response = Losowy numer osoby w tym pliku
column-ward-code = Kod okręgu tej osoby w chwili odpowiedzi
column-ward = Nazwa tego okręgu
column-ward-boundaries = Rok, z którego są granice okręgu
column-state = complete: do końca; partial: są jakieś odpowiedzi; started: nie ma odpowiedzi
column-mode = Jak przyszły odpowiedzi. Osób, które odpowiedziały na cudzym telefonie („shared phone”), nie ma w tabelach wyników
column-form = Wybrana wersja: short (krótka) albo whole (cała)
column-began-on = Dzień, w którym zaczęto odpowiadać
column-may-hold-personal-data = Ślad danych osobowych we własnych słowach: kod pocztowy (postcode), telefon (phone), e-mail (email). Zanim coś udostępnisz, przeczytaj wszystko
counts-ward = Okręg
counts-people = Osoby, w zaokrągleniu
counts-few = mniej niż { $least }
counts-all = Wszystkie okręgi razem
counts-answer = Odpowiedź
counts-share = Udział
counts-why-own-words = Własnymi słowami
counts-why-places = Miejsca: wszystkie okręgi razem
counts-why-no-bands = Liczba albo dzień: bez wyników
counts-why-branch = Pytano tylko niektóre osoby: bez wyników okręgów
counts-why-longer-form = Pytano tylko osoby, które wybrały wszystkie pytania: bez wyników okręgów
counts-why-area = Poszczególne odpowiedzi wybrało zbyt mało osób
counts-why-together = Okręg { $ward } jest policzony razem z innymi
counts-why-few = Bez wyników: zdradziłyby odpowiedzi kilku osób
counts-note = Te same liczby pokazuje /results. Liczby są zaokrąglone z dokładnością do { $rounding }; grupy poniżej { $least } są ukryte lub połączone.


## Quick polls

ask-question = <b>O co chcesz zapytać?</b> Jedna krótka linijka, do { $most } znaków.
ask-question-now = Pytasz: { $question }
ask-answers = <b>Z czego można wybierać?</b> Od dwóch do sześciu krótkich odpowiedzi. Wpisz każdą w osobnej linijce albo wysyłaj po jednej.
ask-answers-more = Wpisz następną odpowiedź albo dotknij Gotowe. Żeby jakąś usunąć, dotknij jej albo wpisz: usuń 2
ask-answers-enough = To już { $most }, więcej się nie zmieści. Dotknij Gotowe. Żeby jakąś usunąć, dotknij jej albo wpisz: usuń 2
ask-end = <b>Do kiedy można odpowiadać?</b> Dotknij jednego terminu albo wpisz dzień, na przykład { $example }. Ostatni możliwy dzień: { $last }
ask-end-now = Teraz: { $closes }
ask-needs-second = Najpierw musi się zgodzić druga osoba. Zapytamy ją za Ciebie.
button-asked-polls = Wcześniejsze pytania
button-keep-question = Zostaw tak
button-take-answer-off = Usuń: { $answer }
button-change-answers-on-offer = Zmień odpowiedzi
button-change-end = Zmień ostatni dzień
button-end-after = { $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    }, ostatni: { $closes }
broadcast-head-poll =
    <b>{ $wards }</b>
    <b>Szybkie pytanie.</b> Samo o niczym nie decyduje.
broadcast-head-poll-stopped = <b>Przerwaliśmy szybkie pytanie.</b> Masz w nim odpowiedź: „{ $words }” Już się nie liczy.
poll-stopped-why = Powód: { $reason }
poll-head = <b>Szybkie pytanie.</b> Samo o niczym nie decyduje.
poll-question = <b>{ $question }</b>
poll-until = Dotknij odpowiedzi albo ją wpisz. Ostatni dzień: { $closes }.
poll-until-beside = Dotknij przycisku tego pytania albo wpisz odpowiedź. Ostatni dzień: { $closes }.
poll-no-answer = To nie jest żadna z odpowiedzi, więc tego nie liczymy.
poll-unclear = Nie wiemy, która to odpowiedź, więc tego nie liczymy.
poll-something-else = Coś innego? /help
poll-which = Na które pytanie odpowiada „{ $answer }”?
poll-later = Dobrze. Dotknij odpowiedzi albo ją wpisz, kiedy chcesz. Ostatni dzień: { $closes }.
poll-kept = Zapisane: <b>{ $answer }</b>. Można to zmienić: dotknij innej odpowiedzi albo ją wpisz. Ostatni dzień: { $closes }.
poll-mine = Twoja odpowiedź: <b>{ $answer }</b>. Można ją zmienić: dotknij innej albo ją wpisz. Ostatni dzień: { $closes }.
poll-mine-over = To pytanie już się skończyło: { $closes }. Twoja odpowiedź: <b>{ $answer }</b>.
button-poll-latest = Co mówią inni teraz
poll-total-none = Gdy odpowie co najmniej { $step } osób, zobaczysz tu, co mówią.
poll-total-never = Odpowiedziało za mało osób. Dlatego nie pokazujemy liczb.
poll-total-election = To, co mówią inni, czeka z powodu wyborów. Można to zobaczyć od: { $day }.
poll-total = Co ludzie mówią do tej pory. Odpowiedziało co najmniej { $people } osób:
poll-total-over = Co ludzie powiedzieli. Odpowiedziało co najmniej { $people } osób:
poll-option = { $label }: około { $people }
poll-total-steps = To się zmieni, gdy odpowie co najmniej { $step } kolejnych osób.
poll-total-last = Kilku ostatnich odpowiedzi może tu brakować: pokazujemy liczby co { $step } osób.
asked-polls = <b>O co pytano</b>
asked-polls-none = W Twoich okręgach o nic nie pytano. Żeby zadać szybkie pytanie: /ask
asked-polls-none-of-these = W Twoich okręgach nie pytano o nic, co tu widzisz. Żeby zadać szybkie pytanie: /ask
asked-polls-others = O to pytano w Twoich okręgach razem z innymi. Odpowiedzi widzą tu tylko osoby, które mogą pisać do wszystkich tych okręgów:
asked-polls-other = – { $question }
asked-polls-row = { $number } { $question } { $state ->
        [open] (ostatni dzień: { $closes })
        [stopped] (przerwane)
       *[over] (koniec: { $closes })
    }
asked-poll-for = Dla: { $wards }
asked-poll-open = Można odpowiadać. Ostatni dzień: { $closes }.
asked-poll-over = Już się skończyło: { $closes }.
asked-poll-stopped = Zostało przerwane. Powód: { $reason }
asked-poll-not-told = Ci, którzy odpowiedzieli, nie dostali wiadomości: odrzucono ją z powodu wyborów.
asked-poll-no-consultation = To nie są konsultacje. Prosimy nie podawać tego jako konsultacji w raporcie.
button-stop-poll = Przerwij
button-stop-poll-now = Tak, przerwij
button-leave-poll = Nie, niech trwa
stop-poll-why = <b>Dlaczego chcesz je przerwać?</b> Dotknij powodu albo wpisz własny, do { $most } znaków. Przeczytają go ci, którzy odpowiedzieli.
stop-poll-sure = <b>Przerwać teraz?</b> Nikt już nie będzie mógł odpowiedzieć. Ci, którzy odpowiedzieli, przeczytają powód: { $reason }
stop-poll-done = Pytanie jest przerwane. Powiemy o tym tym, którzy odpowiedzieli.
stop-poll-first = { $who }: pytanie jest już przerwane. Ludzie czytają ten powód: { $reason }. Twojego nie wysyłamy nikomu: { $unsent }
stop-poll-left = Nic się nie zmieniło. Pytanie trwa dalej.

## Celebrating

celebrate-wards-changed = Ten okręg nie należy już do Twoich. Oto, co zmieniło się w Twoich.
celebrate-wards = <b>Z którego okręgu pokazać zmiany?</b> Dotknij okręgu albo wpisz numer lub nazwę.
celebrate-heading = <b>Co się zmieniło: { $ward }</b>
celebrate-ward = { $ward }: na ankietę „{ $title }” odpowiedziało około { $people } osób.
celebrate-ward-withheld = { $ward }: nie pokazujemy, ile osób odpowiedziało na ankietę „{ $title }”. Dzięki temu nikogo nie da się rozpoznać.
celebrate-all = We wszystkich okręgach razem odpowiedziało około { $people } osób.
celebrate-said = Co powiedzieli ludzie we wszystkich okręgach razem:
celebrate-done = <b>Spełnione obietnice</b>
celebrate-done-item = – { $text } ({ $day })
celebrate-outcome = <b>Co wynikło z Waszych odpowiedzi</b>
celebrate-outcome-item = – { $text } ({ $day })
celebrate-nothing-done = W planie nie ma jeszcze spełnionych obietnic. Gdy będą, pojawią się tutaj.
celebrate-thanks = Dziękujemy wszystkim za udział.
celebrate-waits = { $ward }: to, co wynikło z odpowiedzi, czeka z powodu wyborów w innym okręgu. Ostatni dzień: { $day }.
celebrate-nothing = { $ward }: nie ma jeszcze o czym opowiedzieć. Gdy skończy się ankieta albo obietnica zostanie spełniona, pojawi się to tutaj.
celebrate-nothing-yet = Na razie nie ma nic do pokazania dla okręgu { $ward }. Gdy coś zostanie zrobione, zobaczysz to tutaj.
celebrate-too-few = Na „{ $title }” odpowiedziało za mało osób, by pokazać, co powiedziały.
button-card = Zrób obrazek do udostępnienia
card-drawing = Rysujemy obrazek. Pierwszy może potrwać kilka sekund.
card-failed = Nie udało się narysować obrazka. Spróbuj jeszcze raz: /celebrate
card-title = Co się zmieniło
card-answered-ward = osób odpowiedziało, okręg: { $ward }
card-answered-all = osób odpowiedziało we wszystkich okręgach
card-done = { $count ->
        [one] obietnica spełniona
        [few] obietnice spełnione
        [many] obietnic spełnionych
       *[other] obietnicy spełnionej
    }
card-about = około { $people }
card-bar = około { $people } ({ $percent }%)
card-few = mniej niż { $least }
card-note-all = To odpowiedzi ze wszystkich okręgów razem.
card-note-first = Co ludzie postawili na pierwszym miejscu.
card-note-scale = { $lowest } znaczy „{ $low }”, { $highest } znaczy „{ $high }”.
card-note-rest = Nie ma na tym obrazku: { $options }.
card-note-several = Można było wybrać kilka odpowiedzi, więc razem może być ponad 100%.
card-note-rounded = Procenty są zaokrąglone, więc razem mogą nie dać 100.
card-thanks = Dziękujemy wszystkim za udział.
card-correction = Sprostowanie: { $text }
card-foot = Liczymy tylko osoby, które zechciały odpowiedzieć. Inni mogą myśleć inaczej. Liczby są zaokrąglone z dokładnością do { $rounding }; małych grup nie pokazujemy.

## Who we are, on the bot's own page

bot-name = { $council }: sąsiedzki czat
bot-short = { $council }: aktualności i ankiety z okolicy. Za darmo. Rezygnacja w każdej chwili.
bot-about =
    To sąsiedzki czat, który prowadzi { $council }. Piszemy tu o planach dla Twojej okolicy, zadajemy krótkie pytania i mówimy, co wynikło z odpowiedzi.
    Nigdy nie prosimy o hasła, dane bankowe, pieniądze ani dokumenty.
bot-about-website = Strona rady w internecie: { $website }

## Saying no

refusal-not-joined = Najpierw trzeba dołączyć. Zajmie to mniej niż dwie minuty: /start
refusal-staff-only = To jest tylko dla pracowników rady i członków rady społeczności. /help pokaże, co możesz zrobić.
refusal-officers-only = Pliki z odpowiedziami są dla pracowników z prawem do wszystkich okręgów. Przed zamknięciem nikt nie widzi wyników. Potem wyślij /results
refusal-complaints-for-officers = Skargi i wnioski są dla pracowników i administratorów z prawem do wszystkich okręgów. /help pokaże, co możesz zrobić.
refusal-manage-for-officers = Pytania otwierają i zamykają tylko urzędnicy i administratorzy. /help pokaże, co możesz zrobić.
refusal-not-ready = „{ $title }” nie może się jeszcze zacząć. Czego brakuje: /manage
refusal-opens-in-election = Nie może się zacząć tuż przed wyborami. Może od dnia: { $day }. Zmień datę.
refusal-own-opening = To Twoja prośba. Musi ją zatwierdzić ktoś inny.
refusal-manage-other-wards = To dotyczy okręgów, które nie wszystkie są Twoje. Twoje pokaże /manage.
refusal-nobody-approves = Musi to zatwierdzić druga osoba, a nie ma jeszcze nikogo dla wszystkich tych okręgów. Poproś o zaproszenie kogoś.
refusal-not-now = To już nie pasuje. Jak jest teraz z „{ $title }”: /manage
refusal-no-such-time = Nie umiemy odczytać dnia i godziny według tutejszych zegarów. Napisz tak: 14 października 2027 17:00
refusal-not-later = Koniec musi być później niż teraz i później niż dotąd: { $closes }.
refusal-after-decision = Termin decyzji: { $day }. Koniec musi być wcześniej.
refusal-pause-not-within = Przerwa kończy się później niż teraz i przed końcem: { $closes }.
refusal-already-counted = Wyniki „{ $title }” są już policzone. Nie można jej znów otworzyć.
refusal-reason-needed = Napisz dlaczego. Najwięcej znaków: { $most }.
refusal-nobody-has-heard = Nikt jeszcze nie wie. Najpierw wyślij, co z tego wynikło: /send. Albo napisz, skąd ludzie wiedzą.
refusal-manage-words = Napisz, co zrobić: przedłuż, przerwij, wznów, zakończ, wycofaj albo ogłoszono. Potem dwukropek i powód: /manage { $which } zakończ: potrzebujemy odpowiedzi
refusal-manage-which = Nie wiemy, o które pytania chodzi. Lista: /manage
refusal-status-for-operators = Stan usługi widzą obsługa techniczna i administratorzy. /help pokaże, co możesz zrobić.
refusal-safeguarding = Mogą to zrobić tylko osoby wyznaczone do czytania słów o niebezpieczeństwie.
refusal-monitoring-officer = Decyduje o tym tylko monitoring officer.
refusal-election = To czeka z powodu wyborów. Będzie można to zobaczyć od dnia: { $day }.
refusal-no-such-alert = Nie znamy tego oznaczenia. Co jest otwarte: /open
refusal-invite = Ten link nie działa. Może jest stary albo już użyty. Poproś osobę, która Ci go dała, o nowy.
refusal-only-administrator = Nie ma innego administratora, a ten link odebrałby Ci tę rolę. Nic się nie zmieniło, a link nadal działa. Najpierw zaproś drugiego administratora.
refusal-old-button = Ten przycisk jest za stary. /help pokaże, co możesz zrobić.
refusal-request-gone = Ten wniosek jest wycofany albo już usunięty. Co jest otwarte: /requests
refusal-no-such-consultation = Tej ankiety już tu nie ma. /consultations pokaże, jakie ankiety teraz trwają.
refusal-not-in-ward = Ankieta „{ $title }” jest dla innych okręgów niż Twój. /ward pokaże Twój okręg.
refusal-not-open-yet = Ankieta „{ $title }” jeszcze się nie zaczęła. Możesz zajrzeć w każdej chwili: /consultations
refusal-has-closed = Ankieta „{ $title }” już się skończyła. Koniec: { $closes }. Nie można już odpowiedzieć ani nic zmienić. Twoje odpowiedzi są bezpieczne: /mine
refusal-is-paused = Ankieta „{ $title }” ma teraz przerwę. Dalszy ciąg: { $opens }. Twoje odpowiedzi są bezpieczne: /mine. Wyślij to wtedy jeszcze raz.
refusal-was-withdrawn = Rada przerwała ankietę „{ $title }” i nie przyjmuje już odpowiedzi. Powód: { $reason ->
        [settled] Sprawa jest załatwiona
        [plans-changed] Plany się zmieniły
        [mistake] Był w niej błąd
       *[other] { $reason }
    }
refusal-no-such-subject = Nie ma tego na tej liście. Dotknij czegoś z listy albo wpisz numer lub nazwę.
refusal-not-a-choice = Nie wiemy, która to odpowiedź. Wybierz jedną z listy albo wpisz jej numer lub słowa.
refusal-not-chosen = Tego nie było wśród wybranych, więc nic nie usunęliśmy.
refusal-no-longer-asked = Po Twoich innych odpowiedziach nie zadajemy już tego pytania, więc nie zapisaliśmy tego. Aby je zmienić: /mine
refusal-not-a-whole-number = Wpisz jedną liczbę całkowitą, na przykład 3.
refusal-out-of-range = Wpisz liczbę od { $lowest } do { $highest }.
refusal-not-a-day = Nie wiemy, który to dzień. Wpisz dzień, miesiąc i rok, na przykład 3 maja 2022.
refusal-no-such-day = Wpisz dzień od { $earliest } do { $latest }.
refusal-not-a-place = Nie wiemy, które to miejsce. Wyślij lokalizację albo wpisz cały kod pocztowy.
refusal-point-outside = To miejsce jest poza obszarem { $council }, więc go nie zachowaliśmy. Wybierz miejsce na obszarze { $council } albo pomiń pytanie. To, co zapisane, jest bezpieczne.
refusal-postcode-not-found = Nie znajdujemy tego kodu pocztowego na obszarze { $council }. Sprawdź go albo wyślij lokalizację.
refusal-moving-place = To pokazuje na bieżąco, gdzie jest telefon. Nie zachowaliśmy tego. Wyłącz udostępnianie. Potem wyślij miejsce: dotknij spinacza, potem „Lokalizacja”, i przesuń pinezkę.
refusal-too-many-choices = Możesz wybrać najwyżej { $most }. Najpierw coś odznacz.
refusal-nothing-chosen = Najpierw wybierz co najmniej jedną odpowiedź, a potem dotknij: Gotowe.
refusal-answer-needed = Na to pytanie trzeba odpowiedzieć, żeby iść dalej.
refusal-wrong-kind = Nie możemy tu przyjąć zdjęć, nagrań ani plików i nic z tego nie zachowaliśmy. Użyj słów albo przycisków. Wszystko, co było wcześniej, zostaje.
refusal-words-beside-file = Nie możemy tu przyjąć zdjęć, nagrań ani plików. Nie zachowaliśmy ani pliku, ani słów pod nim. Wyślij te słowa jeszcze raz, jako osobną wiadomość.
refusal-voice-after-answer = Na to pytanie jest już Twoja odpowiedź. Dlatego nie zachowaliśmy tego nagrania i nie zachowujemy następnych. Żeby zastąpić odpowiedź nagraniem: /mine. Żeby coś dodać, napisz to.
refusal-say-or-type = Nie przyjmujemy tu zdjęć ani plików i tego nie zachowujemy. Wpisz odpowiedź albo nagraj wiadomość głosową. To, co było wcześniej, jest bezpieczne.
refusal-words-under-it = Nie przyjmujemy tu zdjęć, plików ani nagrań z podpisem. Nic z tego nie zachowujemy. Wyślij same słowa albo samo nagranie.
refusal-voice-not-here = Tutaj nie możemy użyć nagrania. Nie zachowaliśmy go i nie zachowujemy następnych. Użyj słów albo przycisków. To, co było wcześniej, jest bezpieczne.
refusal-voice-words-only = Na to pytanie można odpowiedzieć tylko pisemnie, więc nie zachowaliśmy nagrania. Wpisz odpowiedź.
refusal-voice-too-long = Nagranie jest za długie, więc nie zachowaliśmy go. Nagraj najwyżej { $minutes } min albo wpisz odpowiedź. To, co było wcześniej, jest bezpieczne.
refusal-voice-too-large = Nagranie zajmuje za dużo miejsca, więc nie zachowaliśmy go. Nagraj krótsze albo wpisz odpowiedź. To, co było wcześniej, jest bezpieczne.
refusal-voice-empty = W nagraniu nie ma dźwięku, więc nie zachowaliśmy go. Spróbuj ponownie albo wpisz odpowiedź.
refusal-voice-not-written = Nikt jeszcze nie spisał tego nagrania. Najpierw je odsłuchaj i spisz.
refusal-voice-gone = Nie mamy tego nagrania. Może jeszcze nie dotarło albo zostało usunięte po 30 dniach.
refusal-not-plain-text = Nie umiemy odczytać wiadomości z nagłówkami, listami ani tabelami. Nie zachowaliśmy jej. Wyślij ją jeszcze raz jako zwykły tekst.
refusal-not-own-words = To jest przekazana wiadomość, więc mogą to być cudze słowa. Napisz to własnymi słowami. Nic się nie zmieniło.
refusal-no-place-needed = Teraz nie potrzebujemy lokalizacji i jej nie zachowujemy. Żeby zmienić okręg: /ward
refusal-text-too-long = Ten tekst jest za długi. Liczba znaków: { $length }. Najwięcej może być: { $most }. Wyślij krótszy. To, co zapisane, jest bezpieczne.
refusal-text-takes-too-much-room = Liczba znaków: { $length }, ale emoji zajmują więcej miejsca niż litery. Takiego tekstu zmieści się około { $most } znaków. Wyślij krótszy.
refusal-held-by-law = Rada musi teraz z powodów prawnych zachować to, co ma. Dlatego nie można jeszcze tego usunąć. Nic się nie zmieniło.
refusal-text-empty = W tej wiadomości nie było słów. Wpisz ją jeszcze raz.
refusal-postcode-malformed = To nie wygląda na pełny kod pocztowy. Sprawdź go albo wybierz okręg z listy.
refusal-postcode-elsewhere = { $council }: nie ma tu takiego kodu pocztowego. Jeśli dom jest nowy, kodu może brakować. Wtedy wybierz okręg z listy.
refusal-postcode-outside = Ten kod leży poza tym obszarem: { $council }. Twoja rada: https://www.gov.uk/find-local-council. Jeśli mieszkasz tutaj, wybierz okręg z listy.
refusal-place-elsewhere = To miejsce leży poza tym obszarem: { $council }. Jeśli tu mieszkasz, wpisz kod pocztowy albo wybierz okręg z listy.
refusal-no-such-ward = Nie ma tu okręgu o takiej nazwie. Sprawdź ją, wpisz kod pocztowy albo wybierz z listy.
refusal-number-not-listed = Na liście są numery od { $first } do { $last }. Wpisz jeden z nich albo dotknij okręgu.
refusal-number-not-among = Na liście są tylko te numery: { $numbers }. Wpisz jeden z nich albo dotknij okręgu.
refusal-no-such-language = W tym języku jeszcze nie piszemy. Możesz wybrać: { $languages }.
refusal-own-ward = { $ward } to Twój własny okręg, więc wiadomości stamtąd już przychodzą.
refusal-not-on-the-list = Nie ma tego na liście okręgów. Wybierz numer albo wpisz numer lub nazwę z listy.
refusal-not-your-wards = To nie Twoje okręgi. Możesz wysyłać tylko do swoich.
refusal-wards-not-in-use = Okręgi Twojej roli albo tej wiadomości już nie obowiązują. Poproś biuro rady o nowe zaproszenie.
refusal-urgent-for-officers = Pilne wiadomości mogą wysyłać tylko urzędnicy. Twoja wiadomość jest zachowana.
refusal-no-wards-chosen = Najpierw wybierz co najmniej jeden okręg.
refusal-no-second-person = Musi się zgodzić druga osoba, ale nikt inny nie zajmuje się jeszcze tymi okręgami. Poproś biuro rady o zaproszenie kogoś. Twój tekst czeka: /send
refusal-no-second-for-file = Plik musi zatwierdzić ktoś jeszcze: urzędnik albo administrator dla wszystkich okręgów. Nikogo takiego jeszcze nie ma. Poproś dział IT o zaproszenie kogoś, potem napisz /export
refusal-questions-closed = Ankieta „{ $title }” już się skończyła, więc tego zaproszenia nie można wysłać. Nic nie wysłano.
refusal-not-your-own-yes = Musi to zatwierdzić ktoś inny.
refusal-sends-held = Teraz nic nie wysyłamy. Nasze dane pochodzą z kopii zapasowej i zespół IT musi najpierw pozwolić na wysyłkę. Poproś o to zespół IT, a potem napisz tekst od nowa: /send
refusal-nothing-unknown = Nie ma już nikogo, komu można to wysłać jeszcze raz.
refusal-already-decided = Za późno na wycofanie: wiadomość poszła już do wszystkich.
refusal-hold-decided = O tym już zdecydowano.
refusal-poll-empty = Nie ma w tym słów. Proszę wpisać jeszcze raz.
refusal-poll-question-too-long = To ma { $length } znaków. Szybkie pytanie to jedna krótka linijka, do { $most }. Nic się nie zmieniło.
refusal-poll-answer-too-long = Jedna odpowiedź ma { $length } znaków. Na przycisku mieści się do { $most }. Proszę ją skrócić. Nic się nie zmieniło.
refusal-poll-answer-twice = „{ $answer }” jest tu dwa razy albo brzmi jak inna odpowiedź. Proszę napisać to inaczej.
refusal-poll-answer-means-more = „{ $answer }” znaczy coś innego, gdy ktoś to wpisze. Proszę ująć tę odpowiedź inaczej.
refusal-poll-answers-many = Mieści się najwyżej { $most } odpowiedzi. Nic się nie zmieniło.
refusal-poll-answers-few = Najpierw proszę podać co najmniej { $least } odpowiedzi.
refusal-poll-link = Proszę pominąć link. Szybkie pytanie to tylko słowa.
refusal-poll-personal = To wygląda na kod pocztowy, numer telefonu albo adres e-mail. Proszę to pominąć.
refusal-poll-end = Proszę wybrać czas, który jeszcze nie minął, w dniu od { $first } do { $last }.
refusal-poll-end-unclear = Nie wiemy, który to dzień. Wpisz dzień od { $first } do { $last }, na przykład { $example }.
refusal-poll-over = Ostatni dzień tego pytania już minął, więc nie może zostać wysłane. Autor może to zmienić: trzeba dotknąć Zmień.
refusal-over-by-morning = Przed 08:00 nic nie wychodzi, a wtedy będzie już po terminie. Dlatego nie można tego wysłać.
refusal-poll-ended = To pytanie już się skończyło: { $closes }. Odpowiedzi nie można już przyjąć ani zmienić.
refusal-poll-stopped = Przerwaliśmy to pytanie i nie przyjmujemy już odpowiedzi. Powód: { $reason ->
        [settled] Sprawa jest załatwiona
        [plans-changed] Plany się zmieniły
        [mistake] Był w nim błąd
       *[other] { $reason }
    }
refusal-poll-not-for-you = To pytanie nie zostało do Ciebie wysłane, więc nie możemy przyjąć odpowiedzi.
refusal-poll-copy = To jest kopia, więc nic się nie liczy.
refusal-poll-not-yours = To jest dla osoby, która pyta, albo dla urzędników wszystkich tych okręgów.
refusal-taken-back-by-author = Autor ją wycofał. Nie ma już o czym decydować.
refusal-author-has-left = Osoba, która to napisała, nie może już tego wysłać. Nic nie zostało wysłane.
refusal-approval-expired = Na odpowiedź było siedem dni i ten czas minął. Nic nie zostało wysłane. Autor może zapytać jeszcze raz.
refusal-nothing-in-hand = Nie piszesz teraz żadnej wiadomości. Co stało się z ostatnią, widać wyżej. Zacznij tutaj: /send
refusal-draft-kept = Teraz nie piszesz żadnej wiadomości. Jedna czeka. Aby do niej wrócić: /send
refusal-private-chat-only = Porozmawiajmy prywatnie. Napisz do mnie na osobnym czacie: https://t.me/{ $bot }
trouble = Coś poszło nie tak po naszej stronie. Wszystko, co było zapisane, jest bezpieczne. Jeśli to się powtórzy, podaj nam ten kod: { $reference }
trouble-unread = Nie udało się nam odczytać tej wiadomości. Jeśli to się powtórzy, podaj nam ten kod: { $reference }
trouble-saving = Teraz nie możemy zapisywać odpowiedzi. Mamy Twoją wiadomość i próbujemy dalej. Zajrzyj tu za kilka minut. Jeśli nie będzie odpowiedzi, wyślij to jeszcze raz.
nothing-to-do = Nie rozumiemy tej wiadomości. /help pokaże, co możesz tu zrobić.
nothing-to-cancel = Teraz nie ma czego anulować. Nic się nie zmieniło. Żeby nie dostawać wiadomości: /stop
cancel-which = Czeka więcej niż jedna Twoja wiadomość. Naciśnij przycisk pod tą, o którą chodzi.
take-back-which = Niczego jeszcze nie wycofano. O którą wiadomość chodzi? Dotknij jej albo wpisz numer.
take-back-row = { $number } { $words }
cancel-this = Teraz nic nie piszesz. Jedna Twoja wiadomość czeka na zgodę. Żeby ją anulować, naciśnij przycisk pod nią.
cancel-under-way = Teraz nic nie piszesz. Twoje wiadomości mogą jeszcze do kogoś iść. Żeby którąś zatrzymać, naciśnij pod nią „Wycofaj ją”.
nothing-to-do-not-joined = Nie rozumiemy tej wiadomości. Na początek: /start
reach-council = Kontakt z { $council }: { $contact }
reply-not-kept = To była odpowiedź na jedną z naszych wiadomości, więc jej nie zapisaliśmy. Pytania są tutaj: /consultations.
edit-not-counted = Zmiana wysłanej już wiadomości nic tu nie zmienia. Odpowiedź możesz zmienić tutaj: /mine. Okręg tutaj: /ward
edit-poll = Aby zmienić odpowiedź na krótkie pytanie, dotknij pod nim innej albo ją wpisz.
edit-not-counted-writing = Zmiana wysłanej już wiadomości nic tu nie zmienia. Aby zmienić tekst dla mieszkańców, naciśnij „Zmień” pod nim.
edit-changes-nothing = Zmieniono wiadomość wysłaną wcześniej. To niczego tu nie zmienia.
edit-waits = Twoja wiadomość czeka na zgodę w pierwszej wersji. Aby ją zmienić, naciśnij „Anuluj” pod nią, a potem „Zmień i wyślij ponownie”.
edit-sent-correct = To, co wysłano do ludzi, zostaje bez zmian. Aby to poprawić, naciśnij „Popraw to” pod wiadomością. Poprawka trafi do tych samych osób.
edit-sent-stays = To, co wysłano do ludzi, zostaje bez zmian. Aby to poprawić, napisz do nich jeszcze raz: /send
plain = { $text }
after-gap = Przez chwilę nas nie było. Jeśli przycisk nie zadziałał, dotknij go tutaj jeszcze raz.
sent-again = (Wysyłamy jeszcze raz, bo pierwsza wiadomość mogła nie dotrzeć.)

## Starting up

start-database-none = Nie ma tu bazy danych. Jeśli brakuje jej dysku lub pliku, przywróć je. Dla nowej rady uruchom: wardmote migrate --new
start-database-older = Baza danych jest starsza niż ta wersja. Uruchom: wardmote migrate
start-database-newer = Bazę danych utworzyła nowsza wersja Wardmote. Użyj tamtej wersji albo przywróć starszą kopię zapasową.
start-database-damaged = Plik bazy danych jest uszkodzony. Zatrzymaj bota, zachowaj ten plik i uruchom: wardmote restore KOPIA
start-database-encoding = Baza danych nie zapisuje tekstu w UTF-8. Utwórz nową: createdb --encoding=UTF8 --template=template0 NAZWA

## On paper

paper-transcript = Cała historia, czat po czacie
paper-transcript-note = Wiersze po znaku „>” to słowa wpisane przez ludzi; reszta to słowa Wardmote. Dotknięcie przycisku zmienia wiadomość, więc każda jest tu w swojej ostatniej postaci.
paper-open = { $council }. Pierwszy dzień: { $opens }. Ostatni dzień: { $closes }.
paper-results = Wyniki, tak jak je ogłoszono
paper-totals = Sumy, każda policzona dwa razy
paper-totals-note = Pierwsza liczba mówi, co zrobili mieszkańcy, według nich samych i ich telefonów. Druga to liczba, którą podaje Wardmote.
paper-column-total = suma
paper-column-residents = mieszkańcy
paper-column-wardmote = Wardmote
paper-column-agree = zgodność
paper-chapter-resident = Ktoś z mieszkańców
paper-chapter-changed = Ktoś, kto zmienia zdanie
paper-chapter-board-member = Ktoś z rady społeczności
paper-chapter-second = Druga osoba
paper-chapter-officer = Ktoś z pracowników rady

## Alarmy

alarm-what = { $kind ->
    [cut-off] Nie było kontaktu z Telegramem
    [set-aside] Niektórych wiadomości nie udało się obsłużyć
    [not-saved] Nie udało się zapisać odpowiedzi
    [not-moving] Wysyłka stoi w miejscu
    [paused] Telegram poprosił nas o przerwę
    [template] W jednym z naszych tekstów jest błąd
    [another] Działa drugi bot
    [token] Telegram odrzucił nasz token
    [held] Po przywróceniu kopii nic nie jest wysyłane
    [disk] Dysk jest prawie pełny
    [backup] Ostatnia kopia zapasowa jest za stara
    [clock] Zegar tego komputera źle chodzi
   *[stuck] Ktoś czeka na odpowiedź
    }
alarm-do = { $kind ->
    [cut-off] Łącze nie działało albo bot był wyłączony.
    [set-aside] Są zachowane. Listę pokaże: wardmote set-aside
    [not-saved] Sprawdź dysk i bazę danych.
    [not-moving] Sprawdź dziennik, potem uruchom bota jeszcze raz.
    [paused] Wiadomości zostaną wysłane później. Żadna nie zginie.
    [template] Tekst został wysłany bez pogrubienia. Powiedz o tym osobom, które dbają o program.
    [another] Zatrzymaj tego drugiego. Tego tokenu może używać tylko jeden.
    [token] Wpisz nowy token w ustawieniach i uruchom bota jeszcze raz.
    [held] Zobacz, co czeka: wardmote sends show. Potem anuluj to albo zwolnij wysyłanie.
    [disk] Zwolnij dziś miejsce na dysku.
    [backup] Zrób ją teraz: wardmote backup
    [clock] Ustaw czas na tym komputerze. Potrzebny jest serwer czasu.
   *[stuck] Sprawdź dziennik, potem uruchom bota jeszcze raz.
    }
alarm =
    <b>{ $what }.</b>
    Od: { $since }.
alarm-references = Czego szukać: { $references }
alarm-page = Więcej: docs/going-live.md, Alarms
alarm-over = Już po wszystkim: <b>{ $what }</b>. Od: { $since }. Do: { $until }.
moment = { $day }, { $time }
status-well = <b>Wszystko działa.</b>
status-backup = Ostatnia kopia zapasowa: { $when }
status-no-backup = Nie zrobiono jeszcze kopii zapasowej.
status-poster = Przez plakat „{ $source }” dołączyło co najmniej: { $count }.
status-posters-few = Przez każdy plakat, którego tu nie ma, dołączyło mniej niż: { $least }, może nikt.
status-held = Wiadomości, które czekają z powodu wyborów: { $count }.
status-held-nobody = <b>O części z nich nikt nie może zdecydować.</b> Wyznacz monitoring officer: wardmote duty give
status-waiting-none = Żadna wiadomość nie czeka na wysłanie.
status-waiting = Na wysłanie czeka około { $count } wiadomości.
status-waiting-few = Na wysłanie czeka mniej niż { $least } wiadomości.
status-set-aside = { $count ->
        [one] Odłożono { $count } wiadomość: wardmote set-aside
        [few] Odłożono { $count } wiadomości: wardmote set-aside
        [many] Odłożono { $count } wiadomości: wardmote set-aside
       *[other] Odłożono { $count } wiadomości: wardmote set-aside
    }
status-lone-files = <b>Wiadomości docierają do mniej niż dwóch urzędników lub administratorów wszystkich okręgów.</b> Dlatego nikt nie może zatwierdzić pliku z odpowiedziami. Zaproś kogoś: wardmote invite --role officer
status-lone-openings = <b>Wiadomości docierają do mniej niż dwóch osób, które mogą otworzyć te pytania:</b> { $titles }. Jedna prosi, druga zatwierdza. Zaproś kogoś: wardmote invite --role officer
status-too-few-named = <b>Wiadomości docierają do mniej niż dwóch osób wyznaczonych do czytania słów o zagrożeniu.</b> Wyznacz kolejną: wardmote safeguarding name
status-nobody-named = <b>Nikt nie czyta słów o zagrożeniu:</b> nie ma wyznaczonej osoby, do której docierają wiadomości. Wyznacz teraz dwie: wardmote safeguarding name
status-danger-unread = <b>Słowa o zagrożeniu są nieprzeczytane. Od kiedy: { $when }.</b> Poproś wyznaczone osoby, żeby wysłały /open. Kto to jest: wardmote safeguarding list
status-no-administrator = <b>Nie ma administratora.</b> Zaproś kogoś: wardmote invite --role administrator

## Rights: leaving in two ways

forget-two-ways =
    <b>Czy mamy o Tobie zapomnieć?</b>
    Część ankiet, w których są Twoje odpowiedzi, jeszcze trwa. Można to więc zrobić na dwa sposoby.
    <b>{ $now }</b>: usuniemy powiązanie z tym czatem i odpowiedzi w trwających ankietach. Tego nie można cofnąć.
    <b>{ $later }</b>: Twoje odpowiedzi się liczą. Powiązanie usuniemy po zakończeniu ankiet. Ostatni dzień: { $closes }. Do tego czasu nic nie przyślemy.
    Odpowiedzi w zakończonych ankietach zostają pod losowym numerem, z nazwą okręgu i datą.
forget-two-ways-counted =
    <b>Czy mamy o Tobie zapomnieć?</b>
    Część ankiet, w których są Twoje odpowiedzi, właśnie się skończyła, a odpowiedzi nie są jeszcze policzone. Można to więc zrobić na dwa sposoby.
    <b>{ $now }</b>: usuniemy powiązanie z tym czatem i odpowiedzi w tych ankietach. Tego nie można cofnąć.
    <b>{ $later }</b>: Twoje odpowiedzi się liczą. Powiązanie usuniemy, gdy będą policzone. Zwykle trwa to pół godziny. Do tego czasu nic nie przyślemy.
    Odpowiedzi, które są już policzone, zostają pod losowym numerem, z nazwą okręgu i datą.
forget-two-ways-both =
    <b>Czy mamy o Tobie zapomnieć?</b>
    Część ankiet, w których są Twoje odpowiedzi, jeszcze trwa. Inne właśnie się skończyły, a odpowiedzi nie są jeszcze policzone. Można to więc zrobić na dwa sposoby.
    <b>{ $now }</b>: usuniemy powiązanie z tym czatem i odpowiedzi we wszystkich tych ankietach. Tego nie można cofnąć.
    <b>{ $later }</b>: Twoje odpowiedzi się liczą. Powiązanie usuniemy po zakończeniu ostatniej ankiety. Ostatni dzień: { $closes }. Do tego czasu nic nie przyślemy.
    Odpowiedzi, które są już policzone, zostają pod losowym numerem, z nazwą okręgu i datą.
forget-leaving =
    <b>Zapomnimy o Tobie po zakończeniu ankiet.</b> Ostatni dzień: { $closes }. Do tego czasu nic nie przyślemy.
    Nadal możesz zmienić zdanie.
forget-leaving-counted =
    <b>Zapomnimy o Tobie, gdy Twoje odpowiedzi będą policzone.</b> Zwykle trwa to pół godziny. Do tego czasu nic nie przyślemy.
    Nadal możesz zmienić zdanie.
forget-then = Nie da się potem powiązać odpowiedzi z Tobą, chyba że z Twoich słów wynika, kim jesteś.
forget-complaint = Twoja skarga zostanie, ale już bez Ciebie. Nie będzie jak napisać, co z niej wynikło.
forget-words-go = Usuniemy też Twoje własne słowa: napisane odpowiedzi i komentarze. Wybrane odpowiedzi nadal się liczą.
forget-places-go = Znikną też miejsca, które nam wskazano, i nie będą liczone. Ogłoszone wyniki się nie zmienią.
forget-voices-go = Znikną też Twoje nagrania głosowe. Czego nikt do tego czasu nie spisze, to przepadnie.
forget-voices-type = Aby zachować te słowa, wpisz je jako odpowiedź: /mine
forget-held = Rada musi teraz z powodów prawnych zachować to, co ma. Dlatego nie można jeszcze usunąć odpowiedzi.
forget-unclear = <b>Nic nie zostało zrobione.</b> Dotknij przycisku albo wpisz, co na nim jest.
button-forget-now = Teraz: wycofaj odpowiedzi
button-forget-later = Po zakończeniu
button-forget-counted = Gdy będą policzone
button-forget-stay = Nie, zostaję
button-words-go = Usuń też moje słowa
button-words-stay = Zostaw moje słowa
forgotten-taken-back = Twoje odpowiedzi w trwających i jeszcze niepoliczonych ankietach są usunięte.
forgotten-words-stay = Nie da się już powiązać żadnych odpowiedzi z Tobą, chyba że z Twoich słów wynika, kim jesteś.
forgotten-no-words = Twoje własne słowa też są usunięte. Słowa o niebezpieczeństwie, jeśli były, znikną po 30 dniach. Nie da się już powiązać żadnych odpowiedzi z Tobą.
forgotten-later = <b>Zapomnimy o Tobie po zakończeniu ankiet.</b> Ostatni dzień: { $closes }. Do tego czasu nic nie przyślemy.
forgotten-later-counted = <b>Zapomnimy o Tobie, gdy Twoje odpowiedzi będą policzone.</b> Zwykle trwa to pół godziny. Do tego czasu nic nie przyślemy.
forgotten-later-mind = Chcesz zmienić zdanie? Wyślij /start albo /forget
stayed = <b>Dobrze, zostajesz z nami.</b> Wszystkie Twoje odpowiedzi tu są.

## Rights: all we hold

command-mydata = Wszystko, co o Tobie mamy
mydata-caption = <b>Wszystko, co o Tobie mamy.</b> To strona internetowa: dotknij jej, żeby ją przeczytać. Jest prywatna. Zastanów się, zanim ją komuś pokażesz.
mydata-not-sent = Nie udało się teraz zrobić pliku. Nic nie przepadło. Wyślij /mydata jeszcze raz.
mydata-nothing = Nic o Tobie nie mamy.
joined-new-notice = Od Twojej ostatniej wizyty zmieniła się informacja o prywatności.
mydata-title = Wszystko, co o Tobie mamy
mydata-made = Stan na dzień: { $day }.
mydata-left-out = Pominięto losowe numery, które tylko łączą te wiersze, informację, kto z pracowników się nimi zajął, oraz wiadomość, którą właśnie obsługujemy.
mydata-danger = Twoich słów o niebezpieczeństwie i notatek o nich, jeśli są, nie ma w tym pliku. Można o nie poprosić radę.
mydata-telegram = Telegram ma własną kopię tego czatu. O nią trzeba zapytać Telegram.
mydata-program = Dla programu komputerowego (JSON)
mydata-program-all = Wszystko, co mamy, jest w ostatniej części, dla programu komputerowego. Wyżej jest to, co da się powiedzieć słowami.
mydata-table-contacts = Ten czat i Twoje ustawienia
mydata-table-arrivals = Zaczęte dołączanie
mydata-table-leaving = Odchodzisz
mydata-table-residents = Gdzie mieszkasz
mydata-table-follows = Co obserwujesz
mydata-table-guests = Inne osoby, które odpowiedziały na Twoim telefonie
mydata-table-responses = Zaczęte ankiety
mydata-table-answers = Twoje odpowiedzi
mydata-table-chosen = Co wybrano, w postaci do liczenia
mydata-table-answer-history = Wszystkie Twoje odpowiedzi, także dawne
mydata-table-comments = Twoje komentarze
mydata-table-late-answers = Twoje odpowiedzi po zamknięciu
mydata-table-voice-notes = Twoje nagrania głosowe
mydata-table-deliveries = Wiadomości od nas
mydata-table-drafts = Zaczęte teksty
mydata-table-shown = Wiadomości z przyciskami w tym czacie
mydata-table-inbox = Twoje wiadomości, z którymi coś poszło nie tak (trzymamy je tydzień)
mydata-table-staff = Twoja rola w pracy
mydata-table-staff-wards = Okręgi Twojej roli
mydata-table-duties = Obowiązki Ci powierzone
mydata-table-text-writers = Twoje słowa na liście, którą czytają pracownicy
mydata-table-poll-answers = Twoje odpowiedzi na szybkie pytania
mydata-table-polls = Szybkie pytania przerwane przez Ciebie
mydata-table-text-readings = Teksty przeczytane przez Ciebie
mydata-table-text-filings = Teksty, którym nadano od Ciebie temat
mydata-table-reading-themes = Tematy utworzone przez Ciebie
mydata-table-text-translations = Teksty z Twoim przekładem
mydata-table-reader-languages = Języki, w których czytasz
mydata-table-submissions = Pisma wpisane przez Ciebie
mydata-field-changed-after = Zmienione po przeczytaniu
mydata-table-broadcasts = Wiadomości napisane w pracy
mydata-table-approvals = Zgody wydane w pracy
mydata-table-export-requests = Pliki z odpowiedziami, o które była prośba
mydata-table-consultation-steps = Twoje decyzje o ankietach
mydata-table-audit = Twoje działania w pracy
mydata-field-chat = Numer tego czatu
mydata-field-language = Język
mydata-field-messages = Czy wiadomości przychodzą?
mydata-field-each-question = Nowa wiadomość do każdego pytania
mydata-field-last-heard = Ostatni znak od Ciebie
mydata-field-weekly = Wiadomości tygodniowo
mydata-field-ward = Okręg
mydata-field-poster = Plakat, z którego przyszło zaproszenie
mydata-field-when = Kiedy
mydata-field-words-go = Usunąć też Twoje słowa
mydata-field-joined = Od kiedy
mydata-field-about = O czym
mydata-field-questions = Ankieta
mydata-field-state = Stan
mydata-field-receipt = Potwierdzenie
mydata-field-began = Początek
mydata-field-changed = Ostatnia zmiana
mydata-field-finished = Koniec
mydata-field-question = Pytanie
mydata-field-answer = Odpowiedź
mydata-field-words = Słowa
mydata-field-seconds = Długość w sekundach
mydata-field-written-down = Spisane przez radę
mydata-voices = Mamy też dźwięk Twoich nagrań głosowych: { $count }.
mydata-no-voices = Nie mamy już żadnych Twoich nagrań.
mydata-voices-sent = Wysłane teraz nagrania: { $count }. Zostało jeszcze: { $left }.
mydata-voices-all = Wysłane teraz nagrania: { $count }. Więcej nie mamy.
button-my-voice-more = Wyślij mi następne
button-my-voice = Wyślij mi moje nagrania
mydata-field-message = Wiadomość
mydata-field-until = Trzymamy do
mydata-field-role = Rola
mydata-field-job = Nazwisko lub stanowisko
mydata-field-duty = Obowiązek
mydata-field-holds-until = Do końca
mydata-field-said-yes = Zgoda
mydata-field-acknowledged = Potwierdziliśmy
mydata-field-act = Działanie
mydata-act = { $act ->
        [joined-staff] Początek roli w radzie
        [left-staff] Koniec roli na własne życzenie
        [removed-staff] Rola zakończona przez radę
        [removed-after-restore] Rola zakończona ponownie po odtworzeniu kopii
        [gave-duty] Nowy obowiązek
        [ended-duty] Koniec obowiązku
        [ended-duty-after-restore] Koniec obowiązku po odtworzeniu kopii
        [exported] Pobranie odpowiedzi
        [asked-to-export] Prośba o plik z odpowiedziami
        [approved-export] Zatwierdzenie pliku z odpowiedziami
        [declined-export] Odrzucenie pliku z odpowiedziami
        [saw-results] Wgląd w wyniki
        [saw-poll] Obejrzano szybkie pytanie
        [stopped-poll] Przerwano szybkie pytanie
        [safety-opened] Otwarcie słów o niebezpieczeństwie
        [safety-closed] Zamknięcie zgłoszenia o niebezpieczeństwie
        [read-complaint] Przeczytanie skargi
        [acknowledged-complaint] Potwierdzenie skargi
        [closed-complaint] Zamknięcie skargi
        [read-request] Przeczytanie wniosku
        [marked-request] Oznaczenie wniosku
        [unmarked-request] Cofnięcie wniosku
        [answered-request] Odpowiedź na wniosek
        [entered-submission] Wpisanie pisma
        [took-out-submission] Usunięcie pisma
        [wrote-down] Spisanie nagrania głosowego
        [sent-broadcast] Wysłanie wiadomości
        [asked-to-send] Prośba o zatwierdzenie wiadomości
        [sent-again] Ponowne wysłanie wiadomości
        [approved-broadcast] Zatwierdzenie wiadomości
        [declined-broadcast] Odrzucenie wiadomości
        [declined-why] Powód odrzucenia wiadomości
        [cancelled-broadcast] Anulowanie wiadomości
        [sent-changed] Ponowne wysłanie wiadomości, która wróciła
        [released-from-hold] Wypuszczenie wstrzymanej wiadomości
        [dropped-in-hold] Porzucenie wstrzymanej wiadomości
       *[other] Coś innego
    }
mydata-step = { $act ->
        [asked] Prośba o zatwierdzenie otwarcia
        [declined] Odrzucenie otwarcia
        [opened] Zatwierdzenie otwarcia
        [voided] Cofnięcie otwarcia
        [extended] Późniejsze zamknięcie
        [paused] Wstrzymanie
        [resumed] Koniec wstrzymania
        [closed] Wcześniejsze zamknięcie
        [withdrawn] Wycofanie
        [reported] Oznaczenie, że ludzie znają wynik
        [unreported] Cofnięcie oznaczenia, że ludzie znają wynik
       *[other] Coś innego
    }
mydata-broadcast-state = { $state ->
        [awaiting-yes] czeka na zatwierdzenie
        [approved] zatwierdzona
        [sending] jest wysyłana
        [sent] wysłana
        [declined] odrzucona
        [expired] nikt nie odpowiedział na czas
       *[cancelled] anulowana
    }
mydata-table-complaints = Twoje skargi
mydata-table-requests = Twoje wnioski
mydata-field-notice = Informacja o prywatności, na którą jest zgoda
mydata-field-agreed = Data zgody
mydata-field-reference = Numer sprawy
mydata-field-due = Ostatni dzień na odpowiedź
mydata-code-one = najwyżej jedna
mydata-code-three = najwyżej trzy
mydata-code-questions = tylko pytania
mydata-code-all = wszystkie
mydata-code-queued = czeka na wysłanie
mydata-code-claimed = jest wysyłana
mydata-code-sent = dotarła
mydata-code-blocked = nie mogła dotrzeć: blokada
mydata-code-failed = nie udało się wysłać
mydata-code-unknown = nie wiadomo, czy dotarła
mydata-code-cancelled = nie została wysłana
mydata-code-reachable = tak
mydata-code-stopped = nie, zostały zatrzymane
mydata-code-shared = bez wiadomości: na cudzym telefonie
mydata-code-gone = nie, konta już nie ma
mydata-code-started = zaczęta, bez odpowiedzi
mydata-code-partial = częściowo wypełniona
mydata-code-complete = wypełniona do końca
mydata-code-board-member = członkowie rady społeczności
mydata-code-officer = pracownicy rady
mydata-code-administrator = administratorzy
mydata-code-operator = obsługa techniczna
mydata-code-moderator = moderacja wpisów
mydata-code-safeguarding = czytanie słów o niebezpieczeństwie
mydata-code-monitoring-officer = nadzór nad zgodnością z prawem
mydata-code-owner = odpowiedzialność za sprawę

## Rights: complaints and requests

command-complain = Napisz, co poszło nie tak
command-complaints = Skargi
command-requests = Wnioski i ich terminy
complain-question =
    <b>Co poszło nie tak?</b> Napisz to w jednej wiadomości. Przeczyta ją człowiek z rady.
    Nie musisz podawać nazwiska.
complain-join = Żeby złożyć skargę tutaj, najpierw dołącz: /start. Wtedy możemy Ci odpowiedzieć.
complain-elsewhere = Możesz też napisać lub zadzwonić do rady: { $contact }
complaint-kept = <b>Mamy Twoją skargę.</b> Chcesz coś dodać? Po prostu napisz w ciągu dwóch minut.
complaint-added = <b>Dodaliśmy to do Twojej skargi.</b>
complaint-unclear = <b>Niczego jeszcze nie wycofano.</b> Żeby wycofać skargę, dotknij przycisku albo wpisz, co na nim jest.
complaint-again = <b>Mamy już tę skargę.</b> Te same słowa przyszły przed chwilą, więc liczy się raz.
complaint-doubt = <b>Czy to jest Twoja skarga?</b> Jeśli nie, napisz trochę więcej o tym, co poszło nie tak.
complaint-receipt = Numer skargi: <code>{ $reference }</code>. { $when }.
complaint-next =
    Człowiek z rady potwierdzi tutaj, że ją ma. Ostatni dzień: { $by }. Potem napiszemy tutaj, co z niej wynikło.
    Skargę przyjmuje też brytyjski urząd ochrony danych (Information Commissioner): ico.org.uk
complaint-next-stopped =
    Nie chcesz wiadomości, więc nie napiszemy tutaj, co z niej wynikło. Chcesz się dowiedzieć? Wyślij /start.
    Skargę przyjmuje też brytyjski urząd ochrony danych (Information Commissioner): ico.org.uk
complaint-next-leaving =
    Chcesz być zapomniany(-a), więc nie napiszemy tutaj, co z niej wynikło. Potem nikt nie będzie mógł Ci odpowiedzieć. Chcesz zostać? /forget
    Skargę przyjmuje też brytyjski urząd ochrony danych (Information Commissioner): ico.org.uk
complaint-dropped = Dobrze. Nic nie zostało zapisane.
complaint-taken-back = <b>Skarga { $reference } jest wycofana.</b> To już nie jest skarga.
complaint-acknowledged = <b>Człowiek z rady ma Twoją skargę { $reference }.</b> Data: { $made }. Zajmiemy się nią i napiszemy tutaj, co z niej wynikło.
complaint-outcome =
    <b>Co wynikło z Twojej skargi { $reference }</b> ({ $made })
    { $outcome }
    Nie zgadzasz się? Możesz napisać do urzędu ochrony danych (Information Commissioner): ico.org.uk
complaints-none = Nie ma otwartych skarg.
complaints-heading = <b>Otwarte skargi</b>
complaints-row = { $reference }, data: { $made }. Potwierdź, że ją masz. Ostatni dzień: { $by }.
complaints-row-today = { $reference }, data: { $made }. <b>Dziś jest ostatni dzień</b> ({ $by }): potwierdź teraz.
complaints-row-overdue = { $reference }, data: { $made }. <b>Po terminie:</b> potwierdź teraz. Ostatni dzień: { $by }.
complaints-row-acknowledged = { $reference }, data: { $made }. Autor wie, że ją mamy.
complaints-row-not-told = { $reference }, data: { $made }. Ktoś ją ma. Autor jeszcze o tym nie wie.
complaint-words = <i>{ $text }</i>
words-kept-back = Te słowa są tylko dla osób wyznaczonych do czytania słów o niebezpieczeństwie.
complaint-signs = To może wskazywać osobę albo zawierać adres lub numer. Uważaj, kto to zobaczy.
complaint-closed = Zamknięta. Autor dostał odpowiedź: <i>{ $outcome }</i>
complaint-closed-not-told = Zamknięta. Autor jeszcze nie dostał odpowiedzi: <i>{ $outcome }</i>
complaint-forgotten = Autor został zapomniany, więc nie można do niego napisać.
complaint-not-reached = Wiadomości do tej osoby teraz nie docierają. Dowie się, gdy wróci.
complaint-request = To zostało oznaczone jako wniosek { $reference }. Jest nadal otwarty.
complaint-request-answered = To zostało oznaczone jako wniosek { $reference }. Odpowiedź już jest.
complaint-now-acknowledged = Autor dowie się, że człowiek ma jego skargę.
complaint-acknowledged-by = { $reference }: { $who } już potwierdza, że to mamy.
complaint-closed-by = { $reference }: już zamknięte. Wynik zapisuje: { $who }.
words-given-back =
    Twoje słowa nie trafiły do nikogo:
    «{ $text }»
button-acknowledge = Mam ją: powiadom
button-complaint-yes = Tak, to moja skarga
button-complaint-back = Wycofaj ją
button-outcome = Zapisz, co z niej wynikło
button-is-request = To jest wniosek
button-complaints = Skargi
button-requests = Wnioski
outcome-question = <b>Co wynikło ze skargi { $reference }?</b> Napisz to tak, jak ma to przeczytać autor.
outcome-preview-kept =
    <b>To zostanie zapisane przy { $reference }:</b>
    <i>{ $outcome }</i>
outcome-preview =
    <b>To dostanie autor skargi { $reference }:</b>
    <i>{ $outcome }</i>
button-outcome-send = Wyślij i zamknij
outcome-kept = <b>Skarga { $reference } jest zamknięta.</b> Autor dostanie odpowiedź.
outcome-kept-later = <b>{ $reference }: zamknięta.</b> Wiadomości do tej osoby teraz nie docierają. Dowie się, gdy wróci.
outcome-kept-only = <b>Skarga { $reference } jest zamknięta.</b> Nie można napisać do jej autora.
requests-none = Nie ma otwartych wniosków.
requests-heading = <b>Otwarte wnioski</b>
requests-row = { $reference }: { $kind }. Ostatni dzień na odpowiedź: { $due }.
requests-row-today = { $reference }: { $kind }. <b>Dziś jest ostatni dzień</b> ({ $due }).
requests-row-overdue = { $reference }: { $kind }. <b>Po terminie:</b> ostatni dzień był { $due }.
requests-row-no-day = { $reference }: { $kind }.
requests-row-complaint = { $reference }: { $kind }. Potwierdź, że ją masz. Ostatni dzień: { $due }.
requests-row-acknowledged = { $reference }: { $kind }. Potwierdzenie już jest.
button-mark-request = Oznacz wniosek
request-words-question = <b>Które słowa są wnioskiem?</b> Wyślij je tak, jak zostały napisane, albo numer skargi.
request-kind-question = <b>O co tu chodzi?</b>
request-marked-before = Ktoś z zespołu oznaczył to już wcześniej, więc Twój wybór nie został zapisany. Jeśli oznaczenie jest złe, cofnij je i oznacz ponownie.
request-received = Data: { $day }.
request-received-today = Nie wiadomo, kiedy to przyszło, więc liczymy od dnia: { $day }.
request-same-words = Te słowa są już oznaczone jako { $reference }. Oznacz je jeszcze raz tylko wtedy, gdy napisał je ktoś inny.
request-kind-information = Informacja publiczna
request-kind-my-data = Moje dane
request-kind-complaint = Skarga
request-kind-service = Usługa
request-forward = <b>Przekaż to teraz dalej.</b> Bot nie wysyła e-maili. Przytrzymaj wiadomość, żeby ją skopiować.
request-text =
    Do: { $to }
    Wniosek { $reference }: { $kind }
    Data wpływu: { $received }
    Ostatni dzień na odpowiedź: { $due }
    „{ $text }”
request-text-complaint =
    Do: { $to }
    Wniosek { $reference }: { $kind }
    Data wpływu: { $received }
    Ostatni dzień na potwierdzenie: { $due }
    „{ $text }”
request-no-day = prawo go nie wyznacza
request-day-met = nie ma, potwierdzenie już jest
request-no-address = (w council.yaml nie ma adresu)
request-freezes = Dopóki nie oznaczysz odpowiedzi, bot nie usuwa niczego z powodu wieku.
request-freezes-no-more = To, co dla niego zatrzymano, może wtedy zniknąć w ciągu minuty, jeśli jest dość stare.
button-request-answered = Jest odpowiedź
button-no-request = To nie był wniosek
request-answered-question = <b>Czy na { $reference } jest już odpowiedź?</b> Wtedy nikt nie dostanie już przypomnienia.
request-none-question = <b>Czy { $reference } to nie był wniosek?</b> Wtedy nie ma terminu.
button-request-answered-yes = Tak, jest odpowiedź
button-no-request-yes = Tak, to nie był wniosek
request-taken-back = <b>{ $reference } nie jest już wnioskiem.</b> Nie ma terminu i nic nie jest z tego powodu wstrzymane.
request-taken-back-by = { $reference } nie jest już wnioskiem: tak zdecydował(a) { $who }. Nie ma terminu.
request-answered-by = { $reference }: odpowiedź już jest. Kto to zapisał: { $who }.
request-answered = <b>Jest odpowiedź.</b> Nic nie jest już z tego powodu wstrzymane.
news-complaints = <b>Nowa skarga.</b> Przeczytaj ją i potwierdź, że ją masz.
news-complaints-read = <b>Nowa skarga.</b> Ktoś już ją przeczytał.
news-due-today = <b>Dziś jest ostatni dzień dla skargi.</b> Nikt nie potwierdził, że ją ma.
news-overdue = <b>Skarga po terminie.</b> Nikt nie potwierdził, że ją ma.
news-overdue-requests = <b>Mija termin wniosku.</b>
news-soon = <b>Skarga czeka.</b> Nikt nie potwierdził, że ją ma, a termin się zbliża.
news-soon-requests = <b>Wniosek czeka na odpowiedź.</b> Termin się zbliża.
refusal-no-such-reference = Nic nie ma takiego numeru. Sprawdź go: /complaints albo /requests
refusal-complaint-stays = Skargę można wycofać w ciągu minuty. { $reference } jest już w radzie. Chcesz coś dodać? /complain

## W niebezpieczeństwie

safety-now =
    <b>Grozi Ci niebezpieczeństwo? Dzwoń: { $emergency }.</b>
    Jeśli nie możesz mówić, słuchaj i naciśnij 55.
safety-nobody-reads = Nikt nie czyta tego czatu dniem i nocą. Zadzwoń pod jeden z tych numerów. Są bezpłatne:
safety-lines =
    Nie masz siły dalej żyć: <b>NHS { $crisis }</b>, potem opcja 2. Albo Samaritans: <b>{ $samaritans }</b>
    Jesteś dzieckiem: Childline, <b>{ $childline }</b>
    Ktoś w domu Cię krzywdzi lub straszy: <b>{ $abuse }</b>
safety-council =
    Martwisz się o dziecko lub dorosłą osobę: { $council }
    W dzień: { $day }
    Nocą i w weekendy: { $out_of_hours }
safety-number-missing = (tu rada wpisze swój numer)
safety-not-kept = Nie zachowujemy tego, co piszesz.
safety-passed-on = Wyznaczone osoby w radzie mogą przeczytać tę wiadomość. Nie czekaj na nie.
button-remove-from-chat = Usuń to z czatu
safety-removed = Usunięte z tego czatu. To działa przez 48 godzin od wysłania. To, co mamy u siebie, zostaje.
safety-remove-late = Telegram już nie pozwala nam tego usunąć. To działa przez 48 godzin. Możesz usunąć to samodzielnie: przytrzymaj wiadomość.
safety-remove-failed = Nie możemy teraz połączyć się z Telegramem. Naciśnij przycisk jeszcze raz.

## Alerty dla dwóch osób wyznaczonych do czytania słów o niebezpieczeństwie

alert-raised =
    <b>Słowa o niebezpieczeństwie: { $reference }</b>
    Ktoś je tu napisał: { $when }.
    Przeczytaj je: /open { $reference }
    Gdy już coś zrobisz, napisz, co zrobiono: /close { $reference }
alert-signposts =
    <b>Pokazano numery pomocy: { $reference }</b>
    Komuś, kto nie dołączył albo przekazał cudze słowa: { $when }.
    { $times ->
        [one] To się zdarzyło { $times } raz.
        [few] To się zdarzyło { $times } razy.
        [many] To się zdarzyło { $times } razy.
       *[other] To się zdarzyło { $times } razy.
    } Nic więcej nie zachowano.
    Zamknij to: /close { $reference }
alert-still-open = <b>Nikt tego nie zamknął. Minęło minut: { $minutes }.</b>
alert-still-open-hours = <b>Nikt tego nie zamknął. Minęło godzin: { $hours }.</b>
alert-still-open-days = <b>Nikt tego nie zamknął. Minęło dni: { $days }.</b>
alert-after-restore = Zapisy przywrócono z kopii. Być może sprawa jest już załatwiona. Jeśli tak, zamknij ją jeszcze raz.
alert-nobody-named =
    <b>Znaleziono słowa o niebezpieczeństwie, a nikt nie jest wyznaczony, żeby je czytać ({ $reference }).</b>
    Wyznacz teraz dwie osoby: wardmote safeguarding name
alert-nobody-reached =
    <b>Znaleziono słowa o niebezpieczeństwie, a do żadnej z wyznaczonych osób nie da się dotrzeć ({ $reference }).</b>
    Ich czat jest zatrzymany (/stop) albo bot jest zablokowany. Poproś te osoby o wysłanie /start albo wyznacz inne: wardmote safeguarding name
danger-duty-ends = <b>Kończy się wyznaczenie do czytania słów o niebezpieczeństwie: { $who }.</b> Ostatni dzień: { $day }.
danger-duty-over = <b>Słów o niebezpieczeństwie już nie czytają: { $who }.</b> Ostatni dzień: { $day }.
danger-left-then =
    { $left ->
        [0] Potem nie będzie nikogo, do kogo da się dotrzeć. Potrzebne są dwie osoby.
        [one] Potem zostanie { $left } osoba, do której da się dotrzeć. Potrzebne są dwie.
        [few] Potem zostaną jeszcze { $left } osoby, do których da się dotrzeć.
        [many] Potem zostanie jeszcze { $left } osób, do których da się dotrzeć.
       *[other] Potem zostanie jeszcze { $left } osoby, do których da się dotrzeć.
    }
danger-left-now =
    { $left ->
        [0] Teraz nie ma nikogo, do kogo da się dotrzeć. Potrzebne są dwie osoby.
        [one] Teraz jest { $left } osoba, do której da się dotrzeć. Potrzebne są dwie.
        [few] Teraz są jeszcze { $left } osoby, do których da się dotrzeć.
        [many] Teraz jest jeszcze { $left } osób, do których da się dotrzeć.
       *[other] Teraz jest jeszcze { $left } osoby, do których da się dotrzeć.
    }
danger-name-again = Kto prowadzi bota, może wyznaczyć je ponownie albo wyznaczyć inne osoby: wardmote safeguarding name
alerts-stop = Masz wyznaczoną rolę: czytasz słowa o niebezpieczeństwie. Te wiadomości nie będą teraz do Ciebie docierać. Wyślij /start, żeby znów je dostawać, albo poproś o wyznaczenie kogoś innego.
alert-ward = Okręg tej osoby: { $ward }
alert-shared-phone = Na tym telefonie odpowiada kilka osób. Mógł to napisać ktoś inny, a odpowiedź może przeczytać ktoś inny.
alert-words =
    { $when }:
    { $text }
alert-words-gone = Słowa są już usunięte: przechowujemy je 30 dni.
alert-no-words = Nie ma słów do przeczytania.
alert-opening-noted = Zapisaliśmy, że to otwierasz.
alert-somebody = ktoś, kto już tu nie pracuje
alert-was-closed =
    Osoba, która to zamknęła: { $by }. Kiedy: { $when }.
    { $done }
alerts-none = Nic nie jest otwarte.
alerts-open = <b>Jeszcze niezamknięte</b>
alert-row = /open { $reference } ({ $when })
alert-what-was-done = Co zrobiono w sprawie { $reference }? Napisz w jednej wiadomości. Przechowamy ją rok.
alert-closed = Dziękujemy. Zamknięte: { $reference }.
alert-closes-with =
    <b>Zamknie to { $reference } ze słowami:</b>
    «{ $done }»
alert-closed-before = { $reference }: już zamknięte. Kto: { $who }.
alert-how-to-add = Żeby coś dopisać: /close { $reference } i Twoje słowa.
alert-to-add =
    To Twoje słowa. Dopisać je do tego, co zrobiono?
    «{ $done }»
alert-added = { $reference }: zamyka { $who }. Twoje słowa są dopisane do tego, co zrobiono.
alert-closed-by = <b>Zamknięte: { $reference }.</b> Co zrobiono, zapisuje { $who }.
button-add-what-was-done = Dopisz
alert-not-closed = Nic się nie zmieniło: { $reference }.
button-close-it = Zamknij
button-read-words = Przeczytaj słowa
button-what-was-done = Napisz, co zrobiono

nothing-done = <b>Nic nie zostało zrobione.</b> Dotknij przycisku powyżej albo wpisz, co na nim jest: { $labels }
nothing-done-label = „{ $label }”
welcome = Cała przyjemność po naszej stronie.
offer-again = To też jest od Ciebie, przy pytaniu { $question }.
offer-closing = <b>Te Twoje słowa nie są jeszcze wysłane.</b> Ostatni dzień ankiety „{ $title }”: { $closes }.
offer-handing-back = <b>Zanim oddasz telefon:</b> te Twoje słowa nie są jeszcze wysłane.
offer-closed = <b>Ankieta „{ $title }” już się skończyła.</b> Twoje słowa czekały na decyzję. Nie zostały wysłane i nie przechowujemy ich.
offer-not-sent = To nie zostało wysłane i tego nie przechowujemy:
offer-dropped = Dobrze. Te słowa nie zostały dodane.
still-kept-send = Twoja wiadomość poczeka. Aby do niej wrócić: /send
still-kept-complaint-outcome = To, co piszesz o skardze, poczeka. Aby do tego wrócić: /complaints
still-kept-request = Słowa wniosku poczekają. Aby do nich wrócić: /requests
still-kept-closing-alert = To, co piszesz o zgłoszeniu, poczeka. Aby do tego wrócić: /open
still-kept-words = Twoje słowa powyżej poczekają do końca ankiety. Przyciski pod nimi nadal działają.

## Reading what people wrote, and submissions

command-reading = Czytaj, co napisali mieszkańcy
command-submission = Dodaj list lub petycję
reading-which = <b>Które teksty chcesz czytać?</b>
reading-row = { $number } { $title }
reading-heading = <b>Tego nikt jeszcze nie przeczytał</b>: { $title }
reading-heading-read = <b>To już przeczytano</b>: { $title }
reading-none = Na razie nie ma nic do czytania.
reading-none-read = Niczego jeszcze nie przeczytano.
reading-just-gone = <b>Autor zmienił lub usunął ten tekst, więc nic nie dodano.</b>
reading-just-read = <b>Oznaczono jako przeczytane.</b> To był ostatni tekst.
reading-danger = <b>Te słowa mogą oznaczać zagrożenie.</b> Wyznaczone do tego osoby dostaną alarm. Tekstu nie ma już na tej liście.
reading-line = { $number } <i>{ $text }</i>
reading-line-changed = { $number } Zmienione po przeczytaniu: <i>{ $text }</i>
reading-line-voice = { $number } <b>Nagranie głosowe</b>, { $length }. Nikt go jeszcze nie spisał.
reading-line-submission = { $number } { $kind }: <i>{ $text }</i>
reading-open =
    { $phase ->
        [open] Ludzie mogą jeszcze odpowiadać. Nowe teksty pojawiają się nocą, od co najmniej dziesięciu osób naraz, w kolejności tylko dla Ciebie.
        [paused] Teraz nikt nie może odpowiadać. Nowe teksty pojawiają się nocą, od co najmniej dziesięciu osób naraz, w kolejności tylko dla Ciebie.
       *[ended] Nikt już nie może odpowiadać. Wszystkie teksty będą tutaj, gdy dotrze wszystko, co wysłano na czas. Zwykle trwa to kilka minut.
    }
    Liczb i okręgów nie ma, dopóki nie będzie tu wszystkich tekstów.
reading-totals = Teksty nieprzeczytane: { $unread }. Przeczytane: { $read }. Te same słowa to jeden tekst.
reading-total-submissions = Pisma, liczone osobno. Nieprzeczytane: { $unread }. Przeczytane: { $read }.
reading-kept-back = Osoby, których słowa czekają na wyznaczonych do słów o zagrożeniu: { $number }
reading-marked = <b>Oznaczono jako przeczytane.</b> Oto następny tekst.
reading-about-answer = <b>Odpowiedź na:</b> { $question }
reading-about-comment = <b>Komentarz do:</b> { $question }
reading-about-late = <b>Przyszło po zamknięciu i liczy się osobno:</b> { $question }
reading-words = <i>{ $text }</i>
voice-to-write = <b>Nagranie głosowe</b>, { $length }. Odsłuchaj je i spisz. Potem można je czytać jak inne teksty.
voice-comes = <b>Nagranie głosowe</b>, { $length }. Dźwięk jeszcze nie dotarł z Telegrama. Zajrzyj później.
voice-is-lost = <b>Nagranie, którego nie udało się odebrać.</b> Autor o tym wie, chyba że wyłączył wiadomości, i może odpowiedzieć ponownie.
voice-mark = Spisane z nagrania głosowego.
voice-written-meanwhile = <b>Ktoś inny właśnie to spisał.</b> Twoich słów nie zachowano. Nadal można je poprawić.
voice-what-was-said = <b>Co słychać w nagraniu?</b> Spisz słowa tak, jak padły, w tym samym języku.
voice-caption = Nagranie głosowe, odpowiedź na pytanie { $question }. Tylko do pracy.
voice-caption-own = Twoje nagranie: odpowiedź na pytanie { $question }.
voice-caption-own-gone = Twoje nagranie. Tego pytania nie ma już na naszej liście.
voice-not-sent = Nie udało się wysłać nagrania. Spróbuj później.
reading-changed = Autor zmienił ten tekst. Wcześniejsze słowa przeczytano; prosimy przeczytać te.
reading-same-words = Te same słowa napisali: { $people }
reading-ward = Okręg: { $ward }
reading-themes-of = Tematy: { $themes }
reading-read-by = Przeczytane przez: { $who }, { $when }
reading-written-in = Język: { $named }
reading-translated = Na ten język przełożone przez { $who }: { $named }
reading-needs-translation = <b>Nie czytasz w tym języku.</b> Można oznaczyć jako przeczytane, gdy będzie przekład na język, który znasz.
reading-other-language = inny język
themes-of-text = <b>O czym to jest?</b> Dotknij każdego tematu, który pasuje. Dotknięcie zaznaczonego go usuwa.
themes-none = <b>O czym to jest?</b> Nie ma jeszcze tematów. Utwórz pierwszy.
theme-number = { $theme }: teksty: { $texts }. Pisma: { $submissions }
theme-filed = Temat: { $theme }
theme-question = <b>Jak nazywa się nowy temat?</b> Wystarczy kilka słów.
translation-question = <b>Co tu jest napisane?</b> Napisz to w tym języku: { $named }
translation-question-any = <b>Co tu jest napisane?</b> Napisz to w innym języku.
themes-changed = <b>Ktoś z zespołu zmienił od tego czasu tematy.</b> Nic się nie stało. Teraz tematy są takie.
themes-to-change = <b>Który temat chcesz zmienić?</b>
themes-none-left = Nie ma już tematów.
theme-renamed = Gotowe. Temat „{ $theme }” nazywa się teraz „{ $other }”.
theme-joined = Gotowe. To, co było w temacie „{ $theme }”, jest teraz w temacie „{ $other }”.
theme-removed = Gotowe. Tematu „{ $theme }” już nie ma. Teksty zostają na liście.
theme-to-change =
    <b>{ $theme }</b>
    Co chcesz zrobić z tym tematem?
theme-new-name = <b>Jak ma się teraz nazywać „{ $theme }”?</b> Wystarczy kilka słów.
theme-join-which = <b>Z którym tematem połączyć „{ $theme }”?</b> Teksty przejdą do wybranego tematu.
theme-same-name = Jest już inny temat o tej nazwie.
theme-join-sure = <b>Przenieść wszystko z tematu „{ $theme }” do tematu „{ $other }”?</b> Tematu „{ $theme }” potem już nie będzie. Tego nie można cofnąć.
theme-remove-sure = <b>Usunąć temat „{ $theme }”?</b> Teksty zostają na liście, ale już bez tego tematu. Tego nie można cofnąć.
translation-now = Przekład już jest. Twój go zastąpi. Kto czytał dotychczasowy, musi przeczytać tekst jeszcze raz:
translation-sure = <b>Wycofać ten przekład?</b> Język: { $named }. Dodał go: { $who }. Kto mógł przeczytać tekst tylko w ten sposób, będzie miał go znów do przeczytania.
button-change-themes = Zmień tematy
button-rename-theme = Zmień nazwę
button-join-theme = Połącz z innym
button-join-theme-yes = Tak, połącz
button-remove-theme = Usuń temat
button-remove-theme-yes = Tak, usuń
button-translation-away = Wycofaj przekład
button-translation-away-yes = Tak, wycofaj
text-language = <b>W jakim to jest języku?</b> Teraz: { $named }
languages-read = <b>W jakich językach czytasz?</b> Dotknij ich.
languages-known = Czytasz: { $languages }
button-from-the-top = Od początku
button-were-read = Przeczytane
button-not-read = Jeszcze nieprzeczytane
button-languages-read = Języki, w których czytam
button-add-submission = Dodaj pismo
button-i-have-read = To już przeczytane
button-file = O czym to jest
button-translate = Dodaj przekład
button-listen = Odsłuchaj
button-write-down = Spisz nagranie
button-correct-words = Popraw spisane słowa
button-as-written = Tak, jak napisano
button-translated = W języku, który znam
button-other-language = To jest w innym języku
button-next-text = Następny tekst
button-to-list = Do listy
button-new-theme = Nowy temat
button-take-out = Wpisane przez pomyłkę
button-take-out-yes = Tak, usuń
button-today = Dzisiaj
button-drop-this = To to samo: nie zapisuj
button-keep-both = To dwa pisma: zapisz oba
button-keep-submission = Zapisz
button-is-summary = To jest streszczenie
button-own-words = To są jego własne słowa
button-it-is-in = To jest język: { $named }
button-show-it = Pokaż
submission-which = <b>Czego to dotyczy?</b>
submission-how = <b>Jak to przyszło?</b> { $title }
submission-kind-organisation = Odpowiedź organizacji
submission-kind-letter = List
submission-kind-email = E-mail
submission-kind-petition = Petycja
submission-kind-presentation = Wypowiedź na spotkaniu
submission-unclear = Nie wiemy, co to jest. Wybierz albo napisz tak jak niżej.
submission-entered = Teraz: { $entered }
submission-change = <b>Co jest źle?</b> Wszystko, co wpisano, zostaje.
button-change-something = Zmień coś
button-submission-change = { $step ->
        [consultation] O które pytania chodzi
        [kind] Jak to przyszło
        [sender] Od kogo to jest
        [received] Kiedy to przyszło
        [signatures] Ile osób podpisało
       *[text] Co tam jest napisane
    }
submission-sender = <b>Od kogo to jest?</b> Bez nazwisk. Na przykład „sklep” albo „grupa najemców”.
submission-received = <b>Kiedy to przyszło?</b> Napisz dzień, na przykład 5 września 2022.
submission-signatures-question = <b>Ile osób to podpisało?</b> Napisz liczbę.
submission-text = <b>Co tam jest napisane?</b> Wyślij treść albo główne punkty. Bez nazwisk i adresów.
submission-preview = <b>Czy to się zgadza?</b> { $title }
submission-line = <b>{ $kind }</b>, od: { $who }, { $day }
submission-signatures = Podpisy: { $number }
submission-is-summary = To jest streszczenie.
submission-signs = Może tu być adres albo numer. Usuń go, jeśli nikomu nie jest potrzebny.
submission-same = <b>Te słowa już wpisano</b>: { $who }. Przyszły { $day }.
submission-kept = <b>Zapisano.</b> To jest na liście do czytania „{ $title }” i liczy się osobno od odpowiedzi.
submission-dropped = W porządku. Niczego nie zapisaliśmy.
submission-dropped-same = W porządku. Zapisane jest raz.
submission-take-out = <b>Czy wpisano to przez pomyłkę?</b> Treść zostanie wtedy usunięta.
still-kept-submission = To, co było wpisane jako pismo, jest zapisane. Aby kontynuować: /submission
still-kept-stopping-poll = Szybkie pytanie miało być przerwane. Trwa dalej. Żeby je przerwać: /ask
doubted-reading = Po tamtym pytaniu przyszło coś innego. Czy to jest do czytanego tekstu?
doubted-submission = Po tamtym pytaniu przyszło coś innego. Czy to jest do pisma?
doubted-stopping = Po tamtym pytaniu przyszły inne rzeczy. Czy to powód przerwania szybkiego pytania?
refusal-reading-for-officers = Teksty czytają pracownicy z prawem do wszystkich okręgów. Także pracownik, który odpowiada za te pytania. /help pokaże, co możesz zrobić.
refusal-text-gone = Autor zmienił lub usunął ten tekst. Co jest do czytania: /reading
refusal-translation-needed = Nie czytasz w tym języku. Najpierw dodaj przekład na język, który znasz, albo poproś kogoś, kto potrafi.
refusal-name-too-long = To jest za długie. Najwyżej { $most } znaków.
workbook-sheet-submissions = Pisma
submissions-note = Listy, e-maile, petycje i podobne. Liczą się osobno i nie ma ich w innych arkuszach.
submissions-how = Jak przyszło
submissions-from = Od kogo
submissions-day = Kiedy przyszło
submissions-signatures = Ile osób podpisało
submissions-summary = Streszczenie
submissions-text = Treść
submissions-read = Przeczytane

guest-banner = <b>Odpowiada osoba { $number }.</b>
guest-banner-for = <b>Do osoby { $number }:</b>
button-hand-back = Oddaj telefon
button-someone-else = Ktoś inny tutaj chce odpowiedzieć
guest-hello =
    <b>Dzień dobry, osobo { $number }.</b> Na tym telefonie też można odpowiedzieć na pytania: { $council }.
    Te odpowiedzi będą tylko Twoje. Trzymamy je i liczymy oddzielnie od innych. Nie ma ich w tabelach wyników. Urząd czyta Twoje słowa jak wszystkie inne. Nie będziemy Ci nic wysyłać.
    Właściciel tego telefonu może czytać ten czat.
guest-hello-kept = Zachowujemy Twój okręg (ward, czyli Twoją okolicę), Twoje odpowiedzi i, do ogłoszenia wyników, połączenie z tym telefonem. Nie zachowujemy nazwiska, numeru telefonu ani kodu pocztowego. Możesz mieszkać gdzie indziej niż właściciel telefonu.
guest-joined = <b>Dziękujemy. Twój okręg to { $ward }.</b>
guest-not-in-ward = Te pytania nie dotyczą Twojego okręgu, więc nie ma na co odpowiadać. Oddaj, proszę, telefon.
guest-answered = Masz już odpowiedzi na te pytania.
guest-questions =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } pytanie
        [few] { $questions } pytania
        [many] { $questions } pytań
       *[other] { $questions } pytania
    }, około { $minutes ->
        [one] 1 minuty
        [few] { $minutes } minut
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }.
guest-too-young = Dziękujemy za tę informację. Ten czat jest dla osób, które mają co najmniej { $age } lat, więc nic nie zachowaliśmy. Oddaj, proszę, telefon.
guest-who = Odpowiadała osoba { $number }. Nie wiemy, kto ma teraz telefon, więc nie użyliśmy tej wiadomości. Kto go ma? Najpierw dotknij przycisku. Potem wyślij wiadomość jeszcze raz.
guest-who-owners = Odpowiadała osoba { $number }. To może zobaczyć lub zrobić tylko właściciel telefonu. Kto ma teraz telefon?
guest-who-mine = Odpowiadała osoba { $number }. Każdy widzi tylko swoje odpowiedzi. Kto ma teraz telefon?
guest-who-again = Odpowiadała osoba { $number }. Kto ma teraz telefon? Najpierw dotknij przycisku. Wiadomość wysłaną tuż przedtem wyślij potem jeszcze raz.
button-guest-goes-on = Dalej odpowiada osoba { $number }
button-owner-has-it = Właściciel telefonu
guest-handed-back = <b>Telefon ma znowu właściciel.</b>
guest-handed-back-change = Osoba { $number } może zmienić lub dodać odpowiedzi: /mine
guest-handed-back-see = Osoba { $number } może zobaczyć swoje odpowiedzi: /mine
guest-unsent = Osoba { $number } napisała też słowa bez „tak” lub „nie”. Nie wysłaliśmy ich.
guest-forgotten = <b>Gotowe. Zapomnieliśmy o osobie { $number }.</b> Telefon ma znowu właściciel.
guest-nobody = <b>Telefon ma właściciel.</b>
guest-which = Na które pytania chce odpowiedzieć ktoś inny?
button-guest-change = Osoba { $number }: zmień
button-guest-see = Osoba { $number }: zobacz odpowiedzi
guest-page = Osoba { $number } odpowiedziała na tym telefonie na „{ $title }”. Dalej powinna iść tylko osoba { $number }.
guest-page-paused = Osoba { $number } odpowiedziała na tym telefonie na „{ $title }”. Ankieta ma teraz przerwę. Dalszy ciąg: { $opens }. Odpowiedzi powinna oglądać tylko osoba { $number }.
guest-page-closed = Osoba { $number } odpowiedziała na tym telefonie na „{ $title }”. Teraz nie przyjmujemy odpowiedzi. Odpowiedzi powinna oglądać tylko osoba { $number }.
button-guest-is-me = To ja, osoba { $number }: zmień odpowiedzi
button-guest-sees = To ja, osoba { $number }: zobacz odpowiedzi
button-guest-take-back = Usuń odpowiedzi osoby { $number }
guest-take-back = Usunąć wszystko, co osoba { $number } odpowiedziała na „{ $title }”? Nie można tego cofnąć.
button-guest-take-back-yes = Tak, usuń je
guest-taken-back = <b>Usunięte.</b> Odpowiedzi osoby { $number } już nie ma.
guest-here = Możesz zmienić odpowiedzi albo oddać telefon. Inne rzeczy są dla właściciela telefonu.
button-guest-mine = Zobacz moje odpowiedzi
guest-receipt-change = Odpowiedzi można zmieniać do: { $closes }. Właściciel telefonu wpisuje /mine i dotyka „Osoba { $number }: zmień”.
guest-forgotten-later-mind = Chcesz zmienić zdanie? Napisz jeszcze raz „zapomnij o mnie”.
guest-results-by = Wyniki: najpóźniej { $hear }. Nie wysyłamy ich do Ciebie: może je dostać właściciel telefonu.
forget-others = { $count ->
        [one] Na tym telefonie odpowiedziała jeszcze 1 osoba. Zapomnimy też o niej.
        [few] Na tym telefonie odpowiedziały jeszcze { $count } osoby. Zapomnimy też o nich.
        [many] Na tym telefonie odpowiedziało jeszcze { $count } osób. Zapomnimy też o nich.
       *[other] Na tym telefonie odpowiedziało jeszcze { $count } osoby. Zapomnimy też o nich.
    }
refusal-phone-full = Na jednym telefonie mogą odpowiedzieć najwyżej { $most } osoby i tyle już odpowiedziało. Ich odpowiedzi są bezpieczne. { $has_ways ->
        [yes] Można odpowiedzieć bez tego telefonu: { $ways }
       *[no] Można odpowiedzieć na innym telefonie.
    }
refusal-answer-first = Najpierw odpowiedz na pytania. Potem z tego telefonu może skorzystać ktoś inny: /consultations
refusal-nothing-to-answer = Dla właściciela tego telefonu nie ma teraz żadnej ankiety, więc nikt inny nie może tu odpowiadać. Sprawdź później: /consultations
refusal-for-owner = To może zrobić tylko właściciel telefonu. Najpierw oddaj telefon.
refusal-one-person-a-phone = Tutaj na jednym telefonie odpowiada jedna osoba. Ktoś inny może odpowiedzieć na swoim telefonie.
command-another = Ktoś inny tutaj chce odpowiedzieć
refusal-phone-released = Wyniki już raz podano. Dlatego na tym telefonie nikt nowy nie może odpowiadać. Odpowiedzi z niego są bezpieczne. { $has_ways ->
        [yes] Można odpowiedzieć bez tego telefonu: { $ways }
       *[no] Można odpowiedzieć na innym telefonie.
    }
results-shared-apart = Na cudzym telefonie odpowiedziało do pierwszego zamknięcia co najmniej { $people } osób. W tych liczbach ich nie ma. Ich słowa są czytane jak wszystkie inne. To, co wybrały, jest w pliku z odpowiedziami jako „shared phone” (wspólny telefon).
workbook-shared = Wspólne telefony

## O sobie

equality-offer = Czy chcesz powiedzieć nam coś o sobie? Nie musisz.
button-equality-answer = Odpowiedz na pięć pytań (dobrowolnie)
button-equality-no = Nie, dziękuję
equality-declined = W porządku. Nie zapytamy ponownie. Jeśli zmienisz zdanie, wyślij /about_me
equality-intro =
    <b>Pięć pytań o Ciebie</b>
    Nie musisz odpowiadać. Pytamy, żeby wiedzieć, kto się wypowiada, a kogo brakuje.
    To, co powiesz, trzymamy osobno od innych odpowiedzi. Nigdy nie liczymy tego w okręgach. Urzędnicy widzą tylko sumy od 50 osób.
    Usuniemy to najpóźniej: { $day }. Żeby usunąć od razu: <b>{ $stop }</b> albo /about_me
equality-law = Prawo, które na to pozwala: { $condition }
equality-policy = Nasze zasady w tej sprawie: { $document }
equality-policy-link = Tekst zasad: { $link }
equality-age-asked = Możemy pytać tylko osoby, które mają co najmniej { $age } lat. Czy masz tyle lat?
button-equality-old-enough = Tak, mam co najmniej { $age } lat
button-equality-younger = Nie, mam mniej
button-equality-go-on = Dalej
equality-unclear = <b>Niczego z tego nie zapisaliśmy.</b> Dotknij przycisku albo wpisz, co na nim jest.
equality-too-young = Dziękujemy za odpowiedź. Te pytania są dla osób, które mają co najmniej { $age } lat. Dlatego niczego nie zapisaliśmy. Twoje inne odpowiedzi liczą się jak dotąd.
equality-head = <b>{ $number } z { $total }</b>
equality-question = { $question ->
        [age] Do której grupy wiekowej należysz?
        [sex] Jaka jest Twoja płeć?
        [health] Czy masz jakieś schorzenia fizyczne lub psychiczne albo choroby, które trwają lub mogą trwać 12 miesięcy lub dłużej?
        [activities] Czy to schorzenie lub choroba (albo któreś z nich) ogranicza Twoją zdolność do wykonywania codziennych czynności?
        [ethnic-group] Jaka jest Twoja grupa etniczna?
       *[religion] Jaka jest Twoja religia?
    }
equality-name = { $question ->
        [age] Wiek
        [sex] Płeć
        [health] Zdrowie
        [activities] Codzienne czynności
        [disability] Niepełnosprawność w codziennym życiu
        [ethnic-group] Grupa etniczna
       *[religion] Religia
    }
equality-not-said = Wolę nie odpowiadać
equality-answer = { $answer ->
        [age-from-16] od 16 do 24 lat
        [age-from-25] od 25 do 34 lat
        [age-from-35] od 35 do 49 lat
        [age-from-50] od 50 do 64 lat
        [age-from-65] od 65 do 74 lat
        [age-from-75] 75 lat lub więcej
        [sex-female] Kobieta
        [sex-male] Mężczyzna
        [health-yes] Tak
        [health-no] Nie
        [activities-a-lot] Tak, bardzo
        [activities-a-little] Tak, trochę
        [activities-not-at-all] Wcale
        [disability-a-lot] Tak, bardzo
        [disability-a-little] Tak, trochę
        [disability-no] Nie
        [ethnic-group-white] Biała
        [ethnic-group-mixed] Mieszana lub wielorakie grupy etniczne
        [ethnic-group-asian] Azjatycka lub brytyjska azjatycka
        [ethnic-group-black] Czarna, afrykańska, karaibska lub czarna brytyjska
        [ethnic-group-other] Inna grupa etniczna
        [religion-none] Bez religii
        [religion-christian] Chrześcijaństwo (w tym Kościół anglikański, katolicki, protestancki i wszystkie inne wyznania chrześcijańskie)
        [religion-buddhist] Buddyzm
        [religion-hindu] Hinduizm
        [religion-jewish] Judaizm
        [religion-muslim] Islam
        [religion-sikh] Sikhizm
       *[religion-other] Inna religia
    }
button-equality-stop = Przestańcie tego używać
button-equality-show = Pokaż, co o sobie mówię
button-equality-change = Odpowiedz jeszcze raz na pięć pytań
equality-done = Dziękujemy. To wszystko. Żeby zobaczyć lub usunąć te odpowiedzi: /about_me
equality-nothing-said = W porządku. Niczego nie zapisaliśmy. Jeśli zmienisz zdanie, wyślij /about_me
equality-said = <b>Co mówisz o sobie</b>
equality-said-with =
    <b>{ $title }</b>
    To odpowiedzi po tych pytaniach. Usuniemy je najpóźniej: { $day }.
equality-said-row = { $name }: { $answer }
equality-none = Nie mamy żadnych odpowiedzi o Tobie. Nie musisz nic mówić.
equality-none-now = Nie mamy żadnych odpowiedzi o Tobie. Pytamy dopiero, gdy odpowiesz na jakieś pytania do końca, i tylko do ich policzenia.
equality-gone = <b>Gotowe.</b> Usunęliśmy to, co mówisz o sobie, i już tego nie używamy. Twoje inne odpowiedzi zostają.
equality-nothing-held = Nie mamy żadnych odpowiedzi o Tobie, więc nie ma czego usuwać.
refusal-equality-not-asked = Tutaj nie pytamy ludzi o nich samych.
refusal-equality-owners = Na telefonie innej osoby nie pytamy ludzi o nich samych. To, co powiedział jego właściciel, może zobaczyć lub usunąć tylko on. Jeśli to Twój telefon, najpierw dotknij „Oddaj telefon”.
refusal-equality-over = Te odpowiedzi są już policzone, więc nic nie można dodać. Niczego nowego nie zapisaliśmy.
help-equality = /about_me: co mówisz o sobie, jeśli chcesz
help-another = /another: ktoś inny tutaj chce odpowiedzieć
forget-equality-goes = Zniknie też to, co mówisz o sobie.
manage-equality =
    <b>O sobie:</b> na końcu ludzie mogą dobrowolnie odpowiedzieć na pięć pytań. Dotyczą wieku, płci, niepełnosprawności, grupy etnicznej i religii.
    <b>Na jakiej podstawie:</b> { $condition } ({ $document })
button-results-equality = Kto odpowiadał
results-equality-note = Co ludzie powiedzieli o sobie, jeśli chcieli. Wszystkie okręgi razem, każde pytanie osobno. Nic z tego nie jest pokazane w okręgach.
results-equality-question = <b>{ $name }</b>
workbook-sheet-equality = Kto odpowiadał
counts-about = około { $people }
counts-up-to = do około { $people }
mydata-table-equality-answers = Co mówisz o sobie
mydata-field-equality-offered = Raz zapytano o Ciebie
command-about_me = Co mówisz o sobie
