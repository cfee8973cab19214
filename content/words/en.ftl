## Joining

hello =
    <b>Hello. This is { $council }'s neighbourhood chat.</b> We share news about plans for your area and ask short questions about them. It's free.
    We keep your ward (your local area), your answers and a link to this chat so that we can reply. We don't keep your name, phone number or postcode.
    You can stop at any time: /stop
hello-messages-again = <b>Welcome back.</b> Messages come again.
hello-staff = You keep your role as staff ({ $label }): /help shows what you can do. What follows is for people who live here.
hello-anyone = You don't need to be a citizen or able to vote. We don't use this for council tax, benefits, housing or immigration.
button-start = Start
button-privacy = More about privacy
language-name = English
language-lacking = Your phone is set to { $wanted }. We don't write in that language yet, so this is English.
language-choose = <b>Which language?</b> Tap one, or type its name.
language-set = Done. We write to you in English now.
language-draft = These words are a draft. A native speaker still has to check them.
privacy-postcode = A postcode you typed stays in this chat, as you sent it. We keep no copy. You can delete that message any time.
privacy-voice = If you answer in a voice note, people at the council listen to it and write it down. We delete the sound 30 days after that.
privacy-safety = A computer looks for words of danger in what you write. It will miss some. Nobody reads this chat day and night. Two people at the council can read the words it finds, for 30 days. Of people who have not joined we keep no words.
privacy-equality = Once you have answered some questions, we may ask a little about you: your age group, sex, health, ethnic group and religion. You don't have to say. What you say is deleted six months after those questions close. To have it deleted before: /about_me
privacy-rights = To see all we hold about you: /mydata. To be forgotten: /forget. To complain: /complain
guest-privacy-rights = You answer on somebody else's phone. The link to it goes when the results are out. To see your answers: type help. To be forgotten: type "forget me". To see all we hold about you, or to complain, please ask us.
privacy-contact-phone = Or ask us: { $phone }
privacy-contact-email = Email: { $email }

age-question = Are you { $age } or over?
age-hint = Please tap { $yes } or { $no }, or type one of them. { $yes } means that you are { $age } or over. { $no } means that you are younger.
button-yes = Yes
button-no = No
too-young = Thank you for telling us. This chat is for people aged { $age } or over, so we have kept nothing. You are welcome back when you are { $age }.

button-no-by-mistake = I tapped No by mistake

ward-poster = Where do you live or usually stay? The poster says <b>{ $ward }</b>.
ward-ask =
    Where do you live or usually stay? Type your postcode, or the name of your ward.
    We use the postcode to find your ward, then delete it.
ward-ask-moving =
    Where do you live or usually stay now? Type your postcode, or the name of your ward.
    We use the postcode to find your ward, then delete it.
ward-list = <b>Pick your ward.</b> Tap it, or type its number or name.
ward-guess = Did you mean <b>{ $ward }</b>?
ward-list-page = Page { $page } of { $pages }
ward-list-row = { $number } { $ward }
ward-boundaries = These are the ward boundaries of { $vintage }.
button-poster-yes = Yes, that's home
button-postcode = Type my postcode
button-list = Pick from a list
button-more = More
button-location = Use my location
button-share-location = Share my location
location-ask =
    Tap <b>{ $button }</b> below. We use it once to find your ward, then delete it.
    You can still type your postcode or the name of your ward.
location-key-away = The button for your place is gone. You can type again.
location-near =
    <b>Which of these is home?</b>
    They are nearest to where you are. We have deleted your location.
location-exact = You seem to be in <b>{ $ward }</b>. Is that home? We have deleted your location.
location-near-follow =
    <b>Which of these do you want news of?</b>
    They are nearest to that place. We have deleted your location.
location-exact-follow = That place seems to be in <b>{ $ward }</b>. Do you want its news too? We have deleted your location.
button-none-of-these = None of these

joined =
    <b>Thank you. You're in { $ward }.</b>
    We use the wards of { $vintage }. Not right? /ward
joined-again = <b>Welcome back.</b> Your ward is { $ward }. Not right? /ward
joined-again-old-ward = <b>Welcome back.</b> Your ward was { $ward }. It has changed. Please choose again: /ward
joined-none = No questions are open for your ward just now. News from the plan comes here. /help shows what you can do.
joined-news = News from the plan comes here. /help shows what you can do.
joined-none-stopped = No questions are open for your ward just now. You have stopped messages, so no news comes to you. To start them again: /start
joined-none-leaving = No questions are open for your ward just now. We will forget you as you asked, so no news comes to you. To change your mind: /forget
joined-answered = You have answered everything that is open for your ward. To see or change your answers: /mine
joined-skipped = You have been through all the questions that are open for your ward. Some you skipped. To see, add or change answers: /mine
joined-one =
    One set of questions is open for your ward: <b>{ $title }</b>
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. It closes on { $closes }.
joined-several = { $count } sets of questions are open for your ward.
button-answer-now = Answer now
form-question = How much time do you have? The short form has { $short } of the { $every } questions. You can go on after it.
button-about-minutes = { $minutes ->
    [one] About { $minutes } minute
   *[other] About { $minutes } minutes
    }
button-questions-minutes = { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
    }, about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
    }
receipt-rest =
    { $questions ->
        [one] There is { $questions } more question
       *[other] There are { $questions } more questions
    } if you have time: about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
button-answer-title = Answer: { $title }
button-later = Later
button-who-decides = Who decides?
later = That's fine. You can answer until { $closes }: /consultations

## Consultations

consultations-none = No questions are open for your ward just now. You can look again any time: /consultations
consultations-upcoming = Next: <b>{ $title }</b>, from { $opens }.
consultations-paused = <b>{ $title }</b> takes no answers just now. It starts again: { $opens }.
opening = { $day }, { $time }
closing = { $day }, { $time }
closing-end-of-day = { $day }, end of the day
consultations-list = <b>Open for your ward</b>
consultations-row = { $number } <b>{ $title }</b>, until { $closes }. { $state ->
        [complete] You have answered.
        [partial] You have started.
       *[none] Not answered yet.
    }
intro =
    <b>{ $title }</b>
    { $purpose }
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. It closes on { $closes }.
results-told = The council has told people what came of it: { $how }
results-by = By { $hear } we'll tell you the results here.
results-stopped = You have stopped messages, so we won't tell you the results. To start messages again: /start
results-leaving = We will forget you as you asked, so we won't tell you the results. To change your mind: /forget
decision-due = A decision is due on { $due }. That may move, and we'll say why.
intro-state-complete = You have answered. You can change your answers until it closes.
intro-state-partial = You have started. You'll go on where you left off.
button-change-answers = Change my answers
button-go-on = Go on
who-decides =
    <b>Who decides?</b>
    { $decided_by }
    <b>What can still change?</b>
    { $can_change }
who-decides-other-ways =
    <b>Other ways to take part</b>
    { $other_ways }

## Questions

question = <b>{ $number } of { $total }.</b> { $text }
question-branching = <b>{ $number } of up to { $total }.</b> { $text }
question-after-others = That may have been for another message, so we have not taken it. Do you mean this question? Then please answer it now.
question-after-news = News came after this question, so we have not taken that as your answer. If you mean the question, please answer it now.
answer-instead = Your answer to { $question } is now { $answer }.
answered-too-back = We took { $answer } for { $question } too. Not right? Tap Back.
answered-too-mine = We took { $answer } for { $question } too. Not right? Change it: /mine
after-close = These questions have closed: { $closes }.
after-close-in-time = These questions have closed: { $closes }. Your answer came in time, so it counts.
after-close-late = These questions closed: { $closes }. Your answer came after that. We keep it, but count it apart.
after-close-next-late = What you answer now is kept, but counted apart.
after-close-next-counts = We were away at that time. So what you tap just now still counts.
question-option = { $number } { $label }
question-chosen-option = { $number } { $label } (chosen)
question-scale = From { $lowest } = { $lowest_label } to { $highest } = { $highest_label }
question-ranked-option = { $number } { $label } (at place { $place })
question-named = "{ $question }"
question-named-reason = "{ $question }" (about "{ $about }")
question-current = Your answer: { $answer }
question-several-hint = Tap each one you want, then Done.
question-several-most = Tap up to { $most }, then Done.
question-several-less = To take one off, tap it again or type: remove { $number }
question-ranking-hint = Tap what matters most first, then the next. Tap Done at the end.
question-ranking-most = Tap up to { $most }: what matters most first. Then tap Done.
question-number-hint = Type a whole number from { $lowest } to { $highest }.
question-date-hint = Type a day, such as { $example }.
question-place-hint = Tap the paper clip, then Location. Move the pin to the place you mean; not your home. Or type a postcode. We can't look up a street.
place-point = a place at { $latitude }, { $longitude }
place-point-in-ward = a place in { $ward } ({ $latitude }, { $longitude })
place-in-ward = somewhere in { $ward }
place-square = { $ward }, square { $square }
place-elsewhere = elsewhere in { $wards }
place-elsewhere-all = elsewhere in all other wards
ranked = { $place } { $label }
button-ranked = Number { $place }: { $label }
question-text-hint = Type your answer and send it.
question-voice-hint = Type your answer and send it. Or send a voice note.
voice-answer = (a voice note)
voice-answer-lost = (a voice note that we couldn't get)
voice-kept = We have your voice note. It is your answer to { $question }. Somebody at the council will listen to it.
voice-lost = <b>We couldn't get your voice note.</b> It was your answer to { $question }. To send it again, or to type it: /mine
voice-lost-again = <b>We couldn't get your voice note.</b> Please send it again, or type your answer.
voice-lost-closed = <b>We couldn't get your voice note.</b> It was your answer to { $question }. These questions have closed, so it can't be sent again.
question-voice-current =
    Your answer: { $answer }
    To change it, type a new one. Or send a voice note.
question-text-current =
    Your answer: { $answer }
    To change it, type a new one.
comment-kept = Thank you, we've kept that as your comment. Now pick the answer closest to what you think.
comment-kept-too = Thank you, we've kept that as your comment.
offer-comment-aloud = Shall we keep that as your comment on { $question }, next to your voice note?
offer-comment = Shall we keep that as your comment?
offer-comment-at = Shall we keep that as your comment on { $question }?
offer-no-answer-to = That is none of the answers to “{ $question }”.
offer-instead-complaint = Is it a complaint? Tap <b>{ $button }</b>.
offer-guest-complains = Is it a complaint? Hand the phone back. Then its owner can send /complain.
offer-instead-stop = Do you want no more messages? Tap <b>{ $button }</b>.
button-instead-complaint = Make a complaint
button-instead-stop = Stop messages
offer-to-add = Shall we add that to your answer to { $question }?
offered-words = <i>{ $text }</i>
doubted-broadcast = Other things came after that question. Is this your message to residents?
doubted-complaint = Other things came after that question. Is this your complaint?
doubted-outcome = Other things came after that question. Is this what came of the complaint?
doubted-request = Other things came after that question. Is this what somebody wrote, for the request?
doubted-alert = Other things came after that question. Is this what was done about the alert?
button-yes-keep = Yes, keep it
button-yes-add = Yes, add it
button-add-to-last = Add it to my last answer
words-added = We've added that to your answer.
answer-changed = We've changed your answer.
learn = <b>Before question { $number }.</b> { $text }
learn-link = Read more on the web:
learn-next-hint = Then tap Next for the question.
learn-picture = What the picture shows: { $alt }
learn-picture-failed = <b>We couldn't send a picture.</b> What it shows: { $alt }
question-comes-now = You had not seen this question yet. Please answer it here.
listen-caption = <b>Read aloud:</b> { $question }
listen-caption-learn = <b>Read aloud:</b> what comes before { $question }
listen-other-language = We don't have it in English. It is in: { $named }
listen-failed = We couldn't send the sound. You can read it here:
listen-not-recorded = There is no recording of this. You can read it here:
button-learn-next = Next
button-back = Back
button-page-before = Page before
button-skip = Skip
button-keep = Next
button-done = Done
button-chosen = ✓ Chosen: { $label }

receipt =
    <b>{ $answered ->
        [0] No question has an answer yet. You can still answer.
        [one] { $total ->
            [one] Your answer is saved. Thank you.
           *[other] 1 of { $total } answers is saved. Thank you.
        }
       *[other] { $complete ->
            [yes] All { $answered } answers are saved. Thank you.
           *[no] { $answered } of { $total } answers are saved. Thank you.
        }
    }</b>
receipt-code = Your receipt: <code>{ $receipt }</code>
receipt-change = You can change your answers until { $closes }: /mine
receipt-mine = Nothing was changed. You can see your answers, and change them while the questions are open: /mine
receipt-next = What happens next: { $decided_by }
receipt-counts = <b>{ $answered ->
        [0] None of your answers came in time.
        [one] 1 answer came in time and counts. Thank you.
       *[other] { $answered } answers came in time and count. Thank you.
    }</b>
receipt-late = { $late ->
        [one] 1 answer came after the close. We keep it, but count it apart.
       *[other] { $late } answers came after the close. We keep them, but count them apart.
    }

## What is mine

mine-none = You haven't answered any questions yet. /consultations shows what is open.
mine-heading = <b>Your answers</b>
mine-consultation = <b>{ $title }</b>
mine-answer =
    { $question }
    <i>{ $answer }</i>
mine-comment = Your comment: <i>{ $comment }</i>
mine-comments-before = { $count ->
        [one] Your earlier comment is kept too.
       *[other] Your { $count } earlier comments are kept too.
    }
mine-came-late = After the close: <i>{ $answer }</i>
mine-comment-came-late = Your comment after the close: <i>{ $comment }</i>
mine-kept-apart = What came after the close is kept, but counted apart.
mine-not-answered = not answered
words-not-quoted = (in your own words)
comments-unclear = We've deleted nothing yet. To delete a comment, tap its button, or type what it says.
comments-heading = <b>Your comments</b>
comments-none = You have no comments here.
comments-row = { $number } <i>{ $text }</i>
comment-deleted = We've deleted that comment.
button-my-comments = My comments
button-delete-comment = Delete { $number }
mine-receipt = Receipt: <code>{ $receipt }</code>
mine-open = You can change these until { $closes }.
mine-closed = This has closed.
mine-poll = <b>A quick question</b>
mine-poll-over = This quick question is over.
mine-on-hold = This takes no answers just now. It starts again: { $opens }. What you answered is safe.
mine-withdrawn = The council has stopped this and takes no more answers. The reason: { $reason ->
        [settled] The matter is settled
        [plans-changed] The plans have changed
        [mistake] There was a mistake in it
       *[other] { $reason }
    }
mine-results = This has closed. What people said: /results
mine-heard = This has closed. What came of it: /news
mine-paused = This has closed. What came of it waits because of an election. You will hear by { $hear }.
mine-late = This has closed. We said you'd hear the results here by { $hear }. We're late, sorry. You can ask the council: /help
button-change-title = Change: { $title }

## News, the plan, and what to follow

news-heading = <b>News for { $wards }</b>
news-none = There is no news for { $wards } yet. When there is, it comes here.
news-none-stopped = There is no news for { $wards } yet.
messages-stopped = You have stopped messages, so no news comes to you. To start messages again: /start
messages-leaving = We will forget you as you asked, so no news comes to you. To change your mind: /forget
news-themes = You follow { $themes }. News for everyone comes too. To change: /themes
news-item = <b>{ $day } · { $subject }</b>
news-item-plain = <b>{ $day }</b>
news-item-ward = For { $ward }
news-english = News is in English, as it was written.
subject-outcome = What happened after "{ $title }"
button-older = Older news

plan-none = No plan has been published here yet.
plan-choose = <b>Which plan?</b>
plan-choose-row = { $number } { $title }
plan-heading = <b>{ $title }</b>
plan-published = Published on { $day }.
plan-places = It is about { $places }.
plan-left-out = Not shown here: { $what }
plan-promises = { $count ->
        [one] { $count } promise
       *[other] { $count } promises
    }:
plan-state-count = { $count } { $status ->
        [planned] no progress reported yet
        [under-way] under way
        [delivered] done
       *[changed] changed
    }
plan-next-report = Next report: { $day }, to { $body } ({ $report }).
plan-calendar = <b>When we report on { $title }</b>
plan-calendar-report = <b>{ $body }</b>: { $report }, { $rhythm ->
        [monthly] every month.
        [quarterly] every three months.
        [half-yearly] every six months.
        [yearly] every year.
       *[as-needed] when it is needed.
    }
plan-calendar-days = On { $days }.
plan-calendar-lead-member = Lead member: { $who }
plan-calendar-lead-officer = Lead officer: { $who }
plan-calendar-chair = Chair: { $who }
button-calendar = When it is reported
plan-parts = <b>Which part?</b> Tap it, or type its number.
plan-english = The promises are shown in English, as the council published them.
button-everything = Everything
plan-part-heading = <b>{ $part }</b>
plan-tagline = <i>{ $tagline }</i>
plan-horizon = { $horizon ->
        [priority] Priority recommendations
        [medium-term] Medium-term recommendations
       *[longer-term] Longer-term recommendations
    }
plan-only-here = Only promises for { $wards }.
plan-only-state = Only { $status ->
        [planned] where no progress has been reported yet.
        [under-way] what is under way.
        [delivered] what is done.
       *[changed] what has changed.
    }
plan-range = { $first } to { $last } of { $count }
plan-nothing = Nothing in the plan fits that.
plan-commitment = <b>{ $number }.</b> { $text }
plan-state = { $status ->
        [planned] No progress reported yet
        [under-way] Under way
        [delivered] Done
       *[changed] Changed
    }
plan-due = Due: { $due }
plan-owner = Who: { $owner }
plan-measures = How we will know it is done:
plan-measure = – { $measure }
plan-measures-shared = The plan lists these once for { $count } promises together.
plan-note = { $day }: { $text }
button-only-here = Only my ward
button-every-place = Every ward
button-any-state = Any state
button-plan = The whole plan

themes-question = <b>Which themes would you like news about?</b> Tap each one you want, then Done. If you choose none, you get news about everything.
themes-row = { $number } { $theme }
themes-row-chosen = { $number } { $theme } (chosen)
themes-every = Done. You get news about every theme.
themes-some = Done. You get news about { $themes }. News for everyone, and questions for your ward, still come.
themes-stopped = Done. We keep your choice. You have stopped messages, so no news comes to you. To start messages again: /start
themes-leaving = Done. We keep your choice until we forget you, as you asked. No news comes to you. To change your mind: /forget
themes-lacking = The plans here have no themes to follow.

ward-shown = Your ward is <b>{ $ward }</b>. (Wards of { $vintage }.)
ward-moved = Done. Your ward is now <b>{ $ward }</b>. (Wards of { $vintage }.) What you answered before stays with the ward you answered in.
button-change-ward = Change my ward
ward-shown-old = Your ward is <b>{ $ward }</b>, of { $vintage }. The wards have new boundaries now. Please choose again.
ward-shown-gone = Your ward was <b>{ $ward }</b>. It isn't in the council's list of wards any more. Please choose again.
ward-also = You follow news of { $ward } too. You aren't counted there.
ward-lapsed = You followed news of { $ward } too. The wards have new boundaries, so that news no longer comes. You can follow another ward.
news-lapsed = You followed { $ward } too. It has new boundaries, so its news no longer comes. To follow another ward: /ward
button-follow-this = Follow { $ward }
button-follow-ward = Follow another ward
button-unfollow-ward = Stop following { $ward }
follow-ask =
    Which ward would you like news of too? It may be where you work, or where family lives. Type its name, or a postcode there.
    You won't be counted there.
ward-followed = Done. News of <b>{ $ward }</b> comes here too. You are counted in { $home } only.
ward-followed-instead = You can follow one more ward, so news of { $former } no longer comes.
ward-followed-stopped = Done. You follow <b>{ $ward }</b> too. You are counted in { $home } only. You have stopped messages, so no news comes to you. To start messages again: /start
ward-followed-leaving = Done. You follow <b>{ $ward }</b> too. You are counted in { $home } only. We will forget you as you asked, so no news comes to you. To change your mind: /forget
home-question = <b>Has your home changed?</b> That postcode is in { $ward }.
home-question-old = <b>Is that your home?</b> That postcode is in { $ward }. The wards have new boundaries.
home-same = That postcode is in { $ward }. That is your ward already, so nothing changes.
home-question-named = <b>Has your home changed?</b> Is it in { $ward } now?
home-question-old-named = <b>Is your home in { $ward }?</b> The wards have new boundaries.
home-same-named = { $ward } is your ward already, so nothing changes.
ward-unfollowed = Done. News of { $ward } no longer comes here.
wards-changed =
    <b>The wards have new boundaries.</b> We now use the wards of { $vintage }. Yours was { $ward }.
    Which one is home now? What you answered before stays with the ward you answered in.

stopped = <b>You've stopped.</b> We won't send you anything more. Your answers stay counted. To come back: /start. To be forgotten: /forget
stopped-not-joined = <b>You've stopped.</b> We won't send you anything more. To come back: /start. To be forgotten: /forget
stopped-role = You keep your role as staff. But nobody can ask you to approve a message, and no reports come, until you send /start.
stopped-still-asked = Your message to residents is not stopped by that: it still goes out if it is approved. To cancel it, tap <b>Cancel</b> under it.
stopped-still-sent = Your message to residents is not stopped by that: it is on its way.
stopped-leaving = <b>You've stopped.</b> We won't send you anything more. We will still forget you, as you asked. To change your mind: /forget
stopped-leaving-when = That is when the questions close: { $closes }.
stopped-complaint = We then can't tell you here what comes of your complaint. To hear it, send /start.
stopped-nothing = That's fine. We have kept nothing.
forget-question =
    <b>Shall we forget you?</b>
    We delete the link to this chat, and we can't write to you any more. This can't be undone.
forget-answers-stay = What stays: your answers, under a random number, with your ward and the day.
forget-role = <b>Your role as staff ({ $label }) ends at once</b>, with every duty. What you have begun to write is deleted. To be staff again you need a new link.
forget-last-reader = <b>Nobody else can then read words of danger.</b> Please ask your IT team to name somebody first.
role-ended = Your role as staff has ended. To be staff again, ask for a new link.
role-ended-elsewhere = Your role as staff has ended. Its commands and buttons do nothing any more. If that is a mistake, please ask the council's office.
button-forget-yes = Yes, forget me
button-forget-no = No
forgotten = <b>Done. We've forgotten this chat.</b> Telegram still shows your side of it; you can delete it in Telegram. You can join again any time: /start
not-forgotten = Nothing has changed.

help =
    <b>What you can do here</b>
    /consultations: questions open for your ward
    /results: what people answered
    /news: news for your ward
    /plan: what is promised, and how we will know it is done
    /celebrate: what has changed in your ward
    /mine: your answers, and changing them
    /ward: your ward, and a second one to follow
    /themes: what you get news about
    /language: { $languages }
    /mydata: all we hold about you, as a file
    /complain: tell us what went wrong
    /stop: no more messages
    /forget: delete the link to you
help-not-joined =
    <b>{ $council }'s neighbourhood chat</b>
    /start: join, in under two minutes
    /plan: what is promised, and how we will know it is done
    /language: { $languages }
    /complain: how to complain
    /stop: no messages
help-staff =
    <b>For staff</b>
    /send: send news to your wards
    /ask: ask people a quick question
    /results: what people answered
    /celebrate: what has changed, ward by ward
help-officer =
    /manage: open, pause and close questions
    /export: all answers as a file
    /reading: read what people wrote
    /submission: add a letter, an e-mail or a petition
    /complaints: what people complain about
    /requests: what people have asked for, and by when
help-officer-some-wards =
    /manage: open, pause and close questions that are only for your wards
    If you own some questions: /reading and /submission
help-operator =
    /status: what is wrong, and what is waiting
help-named =
    /open lists the alerts about words of danger
    /close closes one: add its reference and what was done
help-monitoring =
    /held: what waits because of an election
help-really =
    <b>Is this really { $council }?</b>
    We never ask for passwords, bank details, money or documents, and never for your name. If somebody does, it isn't us.
help-website = The council's own page: { $website }
button-new-messages-on = New message for each question
button-new-messages-off = Change one message in place

weekly-none = No messages at all? Send /stop. Or get only questions:
weekly-question = <b>How many messages a week do you want from us?</b>
weekly-most = { $count ->
    [one] You get one message a week at most.
   *[other] You get { $count } messages a week at most.
}
weekly-all = You get messages as they come.
weekly-only-questions = You get only questions and what came of your answers, no news.
weekly-chosen-one = Thank you. You get one message a week at most. To change it, send /news
weekly-chosen-three = Thank you. You get three messages a week at most. To change it, send /news
weekly-chosen-questions = Thank you. You get only questions and what came of your answers. News is in /news
weekly-chosen-all = Thank you. You get messages as they come. To change it, send /news
button-weekly-one = One a week
button-weekly-three = Up to three a week
button-weekly-questions = Only questions

command-start = Join, or come back
command-consultations = Questions open for your ward
command-news = News for your ward
command-plan = What is promised
command-celebrate = What has changed
command-themes = What you get news about
command-language = Choose your language
command-mine = Your answers
command-ward = Your ward
command-stop = No more messages
command-forget = Delete the link to you
command-help = What you can do here
command-send = Send news to your wards
command-ask = Ask people a quick question
command-manage = Open, pause and close questions
command-results = What people answered
command-export = All answers as a file
command-status = What is wrong, and what is waiting
command-open = Words of danger, for those named
command-close = What was done about them
command-held = What waits because of an election

## Staff

staff-welcome =
    <b>Welcome. You are now { $role ->
        [board-member] a board member
        [officer] an officer
        [operator] an operator
       *[administrator] an administrator
    }</b> ({ $label }), for { $wards }.
staff-every-ward = every ward
staff-welcome-instead = Your role before ({ $label }) has ended, and with it every duty you had. To get them back, ask for a new link.
staff-welcome-resident = Do you live here too? /start joins you as a resident.
role-now =
    You are { $role ->
        [board-member] a board member
        [officer] an officer
        [operator] an operator
       *[administrator] an administrator
    } now ({ $label }), for { $wards }.
role-instead =
    <b>With this link you would be { $role ->
        [board-member] a board member
        [officer] an officer
        [operator] an operator
       *[administrator] an administrator
    }</b> instead ({ $label }), for { $wards }.
role-ends-safeguarding = You would no longer be named to read words of danger.
role-ends-duties = The duties you were given would end too.
role-question = Do you want to change?
button-role-yes = Yes, change my role
button-role-no = No, keep my role
role-kept = Nothing has changed. You keep your role, and the link still works.

send-wards = <b>Who is it for?</b> Tap the wards, then Done. You can type numbers too.
send-wards-row = { $number } { $ward }
send-wards-row-chosen = { $number } { $ward } (chosen)
send-wards-chosen = { $count ->
        [one] { $count } ward chosen
       *[other] { $count } wards chosen
    }
send-wards-which = Which ward do you mean? Tap it, or type its number or its whole name.
send-wards-lost = Some of its wards are not yours any more. They are left out.
button-all-wards = All { $count }
button-plan-wards = The plan's { $count } wards
send-subject = <b>What is it about?</b>
send-subject-row = { $number } { $subject }
send-subject-consultation = The questions "{ $title }"
button-new-wards = People whose ward has changed
send-subject-other = Something else
send-subject-urgent = Something urgent that cannot wait
send-text = <b>Write it as you'd say it to a neighbour.</b> Up to { $most } characters.
send-text-correction = <b>What was wrong, and what is right?</b> This is for a date, a place, a cost or a proposal. Write it so that it can be read alone. Up to { $most } characters.
send-text-now =
    Your text now. Tap it to copy it:
    { $text }
send-subject-told = { $subject } (sent already)
send-subject-told-some = { $subject } (sent already to { $wards })
send-subject-gone = That has closed, or is not on the list any more. Please choose again.
send-asked-only = "{ $title }" is asked only in { $wards }. To invite people there, go back and choose no other ward.
send-not-asked = "{ $title }" is not asked in { $wards }. To invite people to it, go back and take that off.
send-questions-paused = "{ $title }" takes no answers until { $until }. You can invite people to it again from then on.
send-on-its-own = What this corrects was taken back before anybody got it. So this is a message of its own now.
send-correcting = You are correcting “{ $words }”
send-text-taken = Your text: <i>{ $text }</i>
send-kept = Your message is kept for a week. To go on with it: /send
send-changed = You have gone on since then, so nothing was done. Please look at your message as it is now.
button-change-wards = Change the wards
button-change-subject = Change the subject
button-go-on-draft = Go on with the message you began
button-go-on-returned = Go on with the message that came back
button-go-on-with = Go on: { $text }
button-go-on-no-text = Go on: no text yet
button-cancel = Cancel
send-preview = <b>This is what people will get:</b>
send-heading-languages = (Each reader gets the heading and the last line in their own language.)
send-seconds = { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }
send-minutes = { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
people-about = about { $people } people
people-up-to = up to about { $people } people
people-few = fewer than { $least } people
number-about = About { $count }
number-up-to = Up to about { $count }
number-few = Fewer than { $least }
send-for-wards = It is for these wards: { $wards }.
send-for-every-ward = It is for all { $count } wards.
number-between = { $first } to { $last }
send-styles-lost = Bold letters and the like are left out. Please check that every link is there.
send-people = To <b>{ $people }</b>, about { $time }.
send-perhaps-nobody = It may be nobody yet.
send-left-out = An invitation goes only to those who have yet to answer to the end. Nobody gets more than two.
send-those-who-moved = It also goes to those who answered here and have moved since. They are not in this number.
send-grew = The number has grown since you saw it. Please look again.
send-moved = The closing day has changed. Please look again.
send-at-night = It is night. It goes out at 08:00.
send-paused = The questions take no answers until { $until }. It goes out after that.
send-sends-held = <b>Nothing goes out just now.</b> All messages are held until an administrator lets them go.
send-held = There is an election, until { $day }. Copies for { $wards } wait for the monitoring officer to decide.
send-held-nobody = Nobody can decide about { $wards } yet. Please ask the council's office to name a monitoring officer.
send-held-soon = An election period begins on { $day }. What has not gone out by then waits for the monitoring officer to decide.
send-held-elsewhere = There is an election in another ward. People who live there get this when it is over.
send-weekly = Anybody who has had their message for this week gets this later. That can take a week or more. News that would come after two weeks is not sent.
send-weekly-closes = Anybody who has had their message for this week gets this later, if that is before the questions close on { $closes }. After that they don't get it.
send-weekly-outcome = Anybody who has had their message for this week gets this later. That can take a week or more.
send-urgent = <b>This is urgent.</b> It goes at once, even at night or before an election. It comes on top of the messages people agreed to. It has a cost: some are woken, and some may stop all messages. Use it only for what can't wait.
send-urgent-needs-second = A second person has to approve an urgent message. We'll ask them for you.
send-correction = It goes only to those who got the first message. It comes on top of their message for the week. At night and before an election it waits.
send-correction-urgent = It corrects an urgent message. It goes only to those who got that one.
send-button-below = (Below it a button: { $label })
send-needs-second = If it may go to over { $threshold } people, a second person has to approve it first. We'll ask them for you.
button-send = Send to { $people }
button-send-me = Send it to me first
button-change = Change
send-beside = You also wrote this. It isn't in the message: <i>{ $text }</i>
poll-beside = <b>Nothing is sent yet, and this isn't in the question:</b> <i>{ $text }</i> To change the question, tap <b>{ $button }</b>.
send-beside-fixed = <b>Nothing is sent yet, and this isn't in the message:</b> <i>{ $text }</i> The words of this message can't be changed.
send-unclear = <b>Nothing is sent yet.</b> To send it, tap <b>{ $button }</b>, or type all of that.
button-add-beside = Add it to the message
send-put-aside = Cancelled. Nothing was sent.
send-correction-put-aside = You dropped the correction. Nobody gets it. The message that you sent stays as it is.
send-other-kept = Your other message is kept. To go on with it: /send
send-came-back-kept = It is kept as it came back to you. To go on with it: /send

broadcast-head = <b>{ $subject } · { $wards }</b>
broadcast-head-plain = <b>{ $wards }</b>
broadcast-head-urgent = <b>Urgent · { $wards }</b>
broadcast-head-correction = <b>Correction.</b> We sent you “{ $words }” Part of it was wrong.
broadcast-correction = <b>Correction:</b> { $text }
broadcast-wards-many = News for { $count } wards
broadcast-invitation =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. It closes on { $closes }. Have you answered already? Thank you, there is nothing more to do.
broadcast-close-moved = The closing day has changed since this was written. If you read another day above, it is an old one.
broadcast-foot = To stop all messages, send /stop
broadcast-not-translated = (Not translated yet.)
broadcast-more-waits = There is more for you. It comes with your next message.

yes-question = <b>{ $author } asks you to approve this.</b> It would go to <b>{ $people }</b>:
yes-question-by = Please answer by { $day }.
yes-question-grew = The number has grown since you saw it. Please look again.
button-yes-send = Yes, send to { $people }
button-no-send = No, don't send
yes-question-tap = Nothing was decided. Please tap a button under what you were asked to approve, or type all its words.
yes-question-which = Nothing was decided. You were asked about more than one thing, and these words don't say which. Please reply to the one you mean with the same words, or tap its button.
decided-yes = You approved it. It is going to { $people }.
decided-yes-waits = You approved it. It is for { $people }, and waits.
decided-no = You declined it. Nothing was sent, and the author has been told.
decided-no-away = You declined it. Nothing was sent. The author gets no messages from us just now. They see it when they come back.
decided-no-ask = Why? Type it here in the next five minutes, in a few words. The author will see it.
decided-why = Thank you. The author sees your reason: “{ $reason }”
decided-why-away = Thank you. The author gets no messages from us just now. They see your reason when they come back: “{ $reason }”
reason-offer = Is this why you declined it? The author does not see it yet: “{ $text }”
reason-offer-more = Is this part of your reason too? The author does not see it yet: “{ $text }”
button-yes-reason = Yes, tell the author
button-no-reason = Give no reason
over-approved = { $who } approved it already. There is nothing more to decide.
over-declined = { $who } declined it already. Nothing was sent.
over-cancelled = { $who } cancelled it. Nothing was sent.
over-file-has-left = The person who asked may not have this file any more. There is nothing to decide.
over-expired = Nobody approved it in time. Nothing was sent.

message-named = “{ $words }” ({ $wards })
message-for-wards = { $count ->
        [one] { $count } ward
       *[other] { $count } wards
    }
message-about-new-wards = The question about new wards
progress-awaiting = To { $people }. A second person has to approve it first. We've asked: { $asked }. You'll see it here.
progress-awaiting-somebody = To { $people }. A second person has to approve it first. <b>Nobody who can approve it can be reached.</b> Please ask the council's office to invite someone. Once somebody is asked, you'll see it here.
progress-awaiting-by = If nobody answers by { $day }, nothing is sent and your message comes back to you.
progress-awaiting-away = You have stopped messages. So you hear the answer only after you send /start.
button-take-back = Cancel
progress-approved = Getting ready to send to { $people }.
progress-sends-held = <b>Held.</b> For { $people }. Some may have it already.
progress-sending = <b>Sending</b> { $bar } { $percent }%, to { $people }
progress-sending-few = <b>Sending</b> to { $people }.
progress-night = It is night, and nothing goes out from 21:00 to 08:00. It goes on at 08:00.
progress-waits-budget = Anybody who has had their message for this week gets this later. We don't say if there is anybody.
progress-waits-news = Anybody who has had their message for this week gets this later. Anybody who still waits after two weeks does not get it. We don't say if there is anybody.
progress-waits-closes = Anybody who has had their message for this week gets this later. Anybody who still waits when the questions close does not get it. We don't say if there is anybody.
progress-let-go-too-late = This was held because of an election. It was let go, but the questions close before it can go out. What was held goes to nobody.
progress-waits-election = Copies for { $wards } wait because of an election. The monitoring officer decides about them.
progress-met-election = An election period began in { $wards } after you sent this. What has not gone out yet waits. The monitoring officer decides. We don't say if there is any.
progress-ended-election = What had not gone out yet in { $wards } was stopped, because of the election. We don't say how much that is. No more copies go out there.
progress-sent = <b>Sent.</b> Of { $people }:
progress-line-sent = { $count } arrived
progress-line-gone = { $count } blocked us, left before it reached them, want no news, have answered since, or would have had it too late
progress-line-failed = { $count } could not be sent
progress-line-unknown = { $count } may or may not have arrived
progress-reason = – { $reason }
reason-group-left = we are not in that group any more
reason-group-moved = the group has moved and was not found
reason-no-such-chat = Telegram knows no such chat
reason-marks-refused = Telegram did not take the layout of the text
reason-too-long = the text was too long for Telegram
reason-too-large = the message was too large for Telegram
reason-refused = Telegram said no
reason-not-made = we could not put the message together
reason-cut-off = the line was cut while it was going out
reason-telegram-trouble = Telegram was in trouble and gave no clear answer
reason-not-telegram = something between us and Telegram answered instead
reason-end-not-seen = the bot was stopped while it was going out
button-send-again = Send again to { $people }
button-correct = Correct this
send-again-question = <b>Send again?</b> This goes to <b>{ $people }</b>. It may have reached some of them before. Their copy says that it was sent again. It can't go a third time.
button-yes-send-again = Yes, send again to { $people }
progress-line-held-back = { $count } held back
progress-line-too-late = { $count } not sent: it would have come too late
progress-line-not-released = { $count } not sent, because of an election
progress-line-taken-back = { $count } not sent, because you took it back
progress-line-stopped = { $count } not sent, because it was stopped
progress-taken-back = You took it back. It goes to nobody else, and /news doesn't show it. Anybody who has it keeps it.
progress-poll-stopped-by = Stopped by: { $who }
button-take-back-rest = Take it back
progress-said-yes = Approved by: { $who }
progress-declined = { $who } declined it. Nothing was sent. Your message is kept.
progress-declined-unnamed = The second person declined it. Nothing was sent. Your message is kept.
progress-declined-why = Why: <i>{ $reason }</i>
progress-expired = Nobody approved it: the time is over, or nobody is left who may. Nothing was sent. Your message is kept.
progress-questions-closed = The questions closed before anybody approved it. Nothing was sent. Your message is kept.
button-change-and-send = Change it and send it again
progress-cancelled = Cancelled. Nothing was sent. Your message is kept.
progress-dropped = The monitoring officer dropped it, because of the election. Nothing was sent. Your message is kept.
progress-held-back = The bot's data came from a backup. We held back what had not gone by then. Some people may have got it all the same.

held-none = Nothing waits because of an election.
held-list = <b>This waits because of an election.</b> Tap a message to see it. You decide if it goes out.
held-row = { $number } { $words }
held-message = By { $author }, for { $wards }. Copies for { $people } wait.
held-message-begun = By { $author }, for { $wards }. It could go out before it was held, to { $people }. They may all have it by now, or some, or nobody. Any of them may still wait for their turn in the week. We don't say if anybody waits. If you let it go out, all who wait get it.
held-until = They wait because of an election. The last day is { $day }.
held-until-begun = What still waits is held because of an election. The last day is { $day }.
held-over = The election is over. They still wait for you.
held-over-begun = The election is over. What still waits is held until you decide.
held-author-left = somebody who is no longer staff
held-only = You decide about { $wards } only.
held-corrected = A correction of it waits too. It goes out once you have decided about both.
held-approved = It was approved on { $day }.
button-held-release = Let it go out
button-held-drop = Drop it
button-held = What else waits
held-released = It goes out now. At night it waits until 08:00.
held-released-begun = What still waits can go out now. At night it waits until 08:00.
held-released-weekly = Those who have had their message for this week get it later.
held-released-too-late = You let it go, but the questions close before anything can go out. What waits goes to nobody. Its author sees that.
held-released-corrected = It goes out once you have decided about its correction too: /held
held-dropped = Dropped. These copies don't go out. Their author sees that.
held-dropped-notice = Dropped. Nobody hears from us that the question was stopped. Who asked it sees that at /ask.
held-over-released = “{ $words }”
    { $who } has decided: it goes out.
held-over-dropped = “{ $words }”
    { $who } has decided: it is dropped. These copies don't go out.
held-news = <b>Waiting because of an election: { $count }.</b> You decide what goes out: /held
held-news-nobody = <b>Waiting because of an election: { $count }.</b> Nobody can let it go out: no monitoring officer is named who can be reached, for all its wards. Whoever runs the bot can name one: wardmote duty give
button-held-list = See what waits

results-choose = <b>Results of which questions?</b>
export-choose = <b>Answers to which questions?</b>
results-choose-none = No questions have opened yet.
results-choose-none-ward = No questions for your ward have opened yet. When results of other wards are out, you can see them here.
manage-list = <b>Questions to people</b>
manage-none = There are no consultations for your wards yet.
manage-others = <b>These are for officers of all their wards:</b>
manage-other-row = • { $title }. Opens: { $opens }. Closes: { $closes }.
manage-row = { $number } { $title } ({ $stage ->
        [checked] not approved
        [asked] waiting for a second person
        [approved] approved
        [open] open
        [paused] paused
        [closed] closed
        [reported] people have heard
       *[withdrawn] withdrawn
    })
manage-heading = <b>{ $title }</b>
    { $stage ->
        [checked] Nobody has approved this yet. It opens only after that.
        [asked] A second person has to approve this before it opens.
        [approved] This is approved. It opens by itself.
        [open] This is open.
        [paused] This takes no answers for now.
        [closed] This has closed.
        [reported] This has closed, and people have heard what came of it.
       *[withdrawn] This is withdrawn. There are no results.
    }
manage-dates = Opens: { $opens }. Closes: { $closes }.
manage-hears-late = Please check: people hear the results by { $hear }. That is after the decision: { $due }.
manage-asked = Asked by: { $by }.
manage-expired = Nobody has answered in seven days. You can ask again.
manage-by-command = somebody who runs the bot
manage-to-approve =
    <b>What it is for:</b> { $purpose }
    <b>What can still change:</b> { $can_change }
    <b>Who decides:</b> { $decided_by } A decision is due: { $due }.
    <b>People hear by:</b> { $hear }
    <b>Wards:</b> { $wards }
    <b>Languages:</b> { $languages }
    <b>Fairness to all:</b> { $equality }
    <b>Without Telegram:</b> { $other }
    <b>Questions:</b> { $questions }
manage-every-ward = every ward
manage-paused = Paused until { $until }. Why: { $reason }
manage-withdrawn = Why: { $reason }
manage-reported = Noted by { $by }, { $on }. How people heard: { $how }
manage-declined = { $who } declined it. You can ask again once it is put right.
manage-declined-why =
    { $who } declined it. Why: <i>{ $reason }</i>
    You can ask again once it is put right.
manage-ready = It has all it needs. A second person has to approve it.
manage-gap = The bot could not be reached from { $began } to { $ended }. You may want to give people more time.
manage-until = <b>{ $title }</b>
    { $choice ->
        [pause] No answers until when?
       *[extend] Close when?
    }
manage-until-dates = A decision is due: { $due }. It has to close before that day. People now hear the results by { $hear }. They will hear as many days later.
manage-why = <b>{ $title }</b>
    { $choice ->
        [extend] Why does it close later?
        [pause] Why does it pause?
        [close] Why does it close now?
        [report] Nobody has heard yet. Send what came of it first: /send. Or type how people heard: they read it at /mine.
        [take-back] Why is the approval taken back?
       *[withdraw] Why is it withdrawn? There will be no results. This can't be undone.
    }
manage-type-until = Another day? Type it, such as 14 October 2027 17:00.
manage-type-why = Another reason? Type it.
manage-type-only-why = Type it here.
manage-check = <b>{ $title }</b>
    { $choice ->
        [close] Close it now? Nobody can answer after that.
       *[withdraw] Withdraw it? There will be no results. This can't be undone.
    }
    Why: { $reason }
manage-word-extend = extend
manage-word-pause = pause
manage-word-resume = resume
manage-word-close = close
manage-word-withdraw = withdraw
manage-word-report = report
manage-word-unreport = unreport
manage-reason = { $reason ->
        [more-time] People need more time
        [not-reached] The bot could not be reached
        [put-right] A mistake has to be put right
        [looked-at] We are checking it
        [needed-sooner] The answers are needed sooner
        [settled] The matter is settled
        [plans-changed] The plans have changed
        [mistake] There was a mistake in it
       *[other] { $reason }
    }
manage-news-asked = <b>You are asked to approve this before it opens.</b>
manage-news-decided = <b>A second person has decided.</b>
manage-news-edited = <b>The file of this was changed. So the approval no longer counts, and it does not open.</b>
manage-news-taken-back = <b>{ $who } took this back, so it does not open.</b> Why: { $reason }
manage-news-why = <b>{ $who } declined it the last time.</b> Why: <i>{ $reason }</i>
opening-somebody = A colleague
opening-named = The opening of “{ $title }”
opening-declined-you = You declined it. It stays closed. The person who asked will be told.
opening-declined-you-away = You declined it. It stays closed. The person who asked gets no messages from us just now. They see it when they come back.
opening-over =
    <b>{ $title }</b>
    { $act ->
        [opened] { $who } approved it already. There is nothing more to decide.
        [declined] { $who } declined it already. It stays closed.
       *[voided] This needs no approval any more. It was taken back, or its file was changed.
    }
read-questions = <b>This is what people read.</b> Language: { $named }. Page { $page } of { $pages }.
read-only-if = Asked only if: { $condition }
read-required = People can't skip this question.
read-short = This is in the short form.
read-longer = Only people who want more than the short form are asked this.
read-bands = The results count it in these steps: { $bands }.
read-offered-if = Each answer is offered only if: { $condition }
read-picture = With a picture. What it shows: { $alt }
read-recordings = People can listen to it in: { $named }
read-recording = Question { $number }, read aloud: { $named }
read-recording-learn = Before question { $number }, read aloud: { $named }
button-read-media = Pictures and sound
button-read-questions = Read the questions
button-read-on = Read on
button-read-in = Read it in: { $named }
button-manage-ask = Ask a second person
button-manage-approve = Approve: let it open
button-manage-decline = Decline: keep it closed
button-manage-choice = { $choice ->
        [extend] Close later
        [pause] Pause
        [resume] Go on now
        [close] Close now
        [report] People have heard
        [unreport] Nobody has heard yet
       *[withdraw] Withdraw
    }
button-close-yes = Yes, close it now
button-withdraw-yes = Yes, withdraw it
button-manage-no = No, leave it
lack-decision-due = • When is a decision due? The file lacks it: decision_due.
lack-languages = • The file doesn't say which languages it is in: languages.
lack-translation = • Some words are missing in a language it is to have: { $what }.
lack-equality-note = • There is no note on being fair to all: equality_note.
lack-without-telegram = • How can people join in with no phone app? Add it: without_telegram. Say it too: other_ways.
lack-made-up = • This is made up for the demo, so it can't open for real: { $what }.
lack-boundaries = • A question asks for a place. The edges of the wards are not loaded yet: wards import-boundaries.
lack-no-such-time = • The clocks go forward, so there is no such time: { $what }.
lack-over = • It would have closed already: closes_at.
look-few-days = Please check: it is open for { $days ->
        [one] one day
       *[other] { $days } days
    }. Less than 28 days may be too short.
results-row = { $number } { $title } ({ $phase ->
        [open] open until { $closes }
        [paused] paused, closes { $closes }
        [withdrawn] withdrawn
       *[closed] closed
    })
results-heading = <b>{ $title }</b>
results-about = About { $people } people answered.
results-few = Fewer than { $least } people answered. That is all we show, so that nobody can be identified.
results-so-far = At least { $people } people have answered so far.
results-so-far-few = Fewer than { $least } people answered so far in each ward.
results-hidden = Nobody sees the results until the questions close: { $closes }. Please look again then.
results-withdrawn = This is withdrawn. There are no results, and no file of the answers.
export-hidden = The answers can be exported after the questions close: { $closes }. Until then nobody sees them.
results-so-far-ward = { $ward }: { $people } or more
results-so-far-wards = { $wards }: fewer than { $least } each
results-so-far-one = { $ward }: fewer than { $least }
results-all-others = All other wards
results-final = It has closed. These are the final numbers.
results-earlier-close = It closed first: { $closes }. Then it was opened again. What happened after that can't be shown without showing it of a few people, so these are the numbers of the first close. Later answers are only in the file: /export
results-late = People who answered after the close: { $number }. Their late answers are kept, but are in no result and no file.
results-coming-in = The questions have closed, but answers may still be on their way. Nothing is counted before they are in. Please look again in a few minutes.
results-coming-in-until = The questions have closed, but answers may still be on their way. Nothing is counted before they are in. Please look again after { $moment }.
results-question = <b>{ $number }.</b> { $text }
results-question-about = About { $people } people answered this.
results-question-up-to = Up to about { $people } people answered this.
results-question-too-few = Too few people answered this, so we can't show what they said.
results-question-few = Fewer than { $least } people answered this.
results-question-alike = Too few people gave each answer, so we can't show the answers one by one.
results-question-words = People could write in their own words: see /export.
results-question-typed = They typed a number or a day: see /export.
results-places-squares = Each square is 500 metres wide. Its name is the map reference of its south-west corner. A square with fewer than { $least } people, or that a ward's edge cuts, is in "elsewhere".
results-places-more = These are the ones that most people sent. The workbook has them all: /export
results-places-none = We can't show the places: too few people sent each, or the wards' boundaries are not loaded.
button-map = See it on a map
button-map-of = See question { $number } on a map
map-alt = A map of the places people sent: { $title }
map-step-share = Of those who answered: { $words }
map-elsewhere = People who sent a place that is in no square here:
map-step = { $words } people in a square
map-up-to = up to about { $last }
map-between = about { $first } to { $last }
map-from = about { $first } or more
map-note = Each square is { $metres } metres wide. What is written in it or next to it is about how many people sent a place there. A square with fewer than { $least } people, or that a ward's edge cuts, is not drawn. Those places are counted below the map.
map-earlier-close = These are the numbers of the first close: { $closes }.
map-more = There is no room for more here. The rest is in the results: /results
map-failed = The map could not be drawn. Please try again: /results
results-question-first = What people put first:
results-question-some = Only some people were asked this. It depended on their earlier answers.
results-question-longer = Only people who chose more than the short form were asked this.
results-question-longer-about = Only people who chose more than the short form were asked this: about { $people }.
results-question-former = These are the numbers of the first close. New ones next to them would show what a few people chose.
results-question-offered = Which of these people could choose depended on their earlier answers.
results-band = { $first } to { $last }
results-band-days = from { $first } to { $last }
results-option-percent = { $label }: about { $people } ({ $percent }%)
results-option-share = { $label }: { $share }
results-option-few = { $label }: fewer than { $least }
results-percent = { $percent }%
results-same = Where two numbers are the same, they are only about the same.
results-or = { $first } or { $second }
share-nearly-all = nearly all
share-most = most
share-about-half = about half
share-less-than-half = less than half
share-few = few
results-wards = <b>By ward</b>
results-ward = { $ward }: about { $people }
results-wards-others = { $wards }, together: about { $people }
results-note = Only people who chose to answer are counted. Others may think differently. Counts are rounded to the nearest { $rounding }; groups under { $least } are hidden or joined.
broadcast-head-echo = <b>What people said:</b> { $title }
echo-thanks = Thank you for taking part.
echo-question = <b>{ $text }</b>
echo-more-answers = More answers: /results
echo-all = All of it: /results
results-thanks = Thank you for taking part. About { $people } people did.
results-took-part = About { $people } people took part.
results-from-ward = From { $ward }: about { $people }.
results-how-to-read = With each answer: first { $ward }, then the whole area.
results-no-wards = We can't show { $ward } by itself. It could tell what a few people said. So here is the whole area.
results-ward-together = { $ward } is counted with other wards here. By itself it could tell what a few people said. So here is the whole area.
results-beside = { $label }: { $here }. Whole area: { $area }.
results-beside-parts = { $label }: { $here }. In the whole area:
results-part = – { $label }: { $area }
results-few-or-nearly-all = few, or nearly all
results-fewer-than = fewer than { $least }
results-several = People could choose more than one answer.
results-places-most = Sent by most people:
results-why-own-words = People answered in their own words. So there are no numbers.
results-why-places = Places are shown for all wards together.
results-why-no-bands = People typed a number or a day. We can't show those.
results-why-branch = Only some people were asked this. So here is the whole area:
results-why-longer-form = Only people who chose all the questions were asked this. So here is the whole area:
results-why-area = Too few people gave each answer. So we can't show them.
results-why-together = We can't show { $ward } here. It could tell what a few people said. So here is the whole area:
results-why-few = We can't show { $ward } here. It could tell what a few people said. So here is the whole area:
results-former = These are the numbers from the first time it was open.
results-first-time = It was open twice. These are the numbers from the first time.
results-first-time-ward = It was open twice. The numbers of the ward are from the first time.
results-rounded = Numbers are rounded. Two that look the same are only about the same.
results-who-is-counted = Only people who chose to answer are counted. Others may think differently.
results-after = Results come after it closes: { $closes }. Then send /results
results-never = So there are no results.
results-which-ward = Which ward do you want to see?
button-other-ward = Another ward
button-results-ward = One ward by itself
export-caption =
    <b>{ $title }</b>: all answers, one line for each person, without names.
    <b>Not for publication.</b> { $who } approved it, for your work. Words people wrote may name somebody: read them before you share them. The audit notes that you made this export.
export-left-out = Words of danger are not in the file. People who wrote some: { $number }.
export-held = <b>There is an election, until { $day }.</b> Work with this file, and publish nothing of it before that is over. The counts wait too.

export-not-sent = The file could not be sent. Please ask for it again: /export
export-format = <b>{ $title }</b>: as which file?
file-question =
    <b>{ $title }</b>
    The file has what each person answered, line by line. Use it for your work, and don't publish it. Somebody else has to approve it first.
file-question-who = We would ask: { $who }.
file-waits = We have asked { $who }. You will get a message when they have answered. If nobody has by { $day }, you can ask again.
button-ask-approval = Ask for approval
file-request =
    <b>{ $author } asks you to approve a file.</b>
    It has all answers to “{ $title }”, line by line, without names. It is for their work, and not for publication.
button-yes-file = Yes, approve the file
button-no-file = No, decline the file
file-named = The answers to “{ $title }”, as a file
file-approved = { $who } approved it. You can have the file until { $day }.
file-approved-for = You approved it for { $author }.
file-declined = { $who } declined it. There is no file.
file-declined-you = You declined it. There is no file. We have let the person who asked know.
file-declined-you-away = You declined it. There is no file. The person who asked gets no messages from us just now. They see it when they come back.
file-expired = Nobody approved it in time. To ask again: /export
button-workbook = Excel workbook
button-csv = CSV, one line a person

workbook-sheet-readme = Read me
workbook-sheet-responses = Responses
workbook-sheet-codebook = Codebook
workbook-sheet-wards = Counts by ward
workbook-sheet-results = Results
workbook-sheet-results-by-ward = Results by ward
workbook-sheet-places = Places
workbook-council = Council
workbook-consultation = Consultation
workbook-open = Open
workbook-open-dates = { $opens } to { $closes }
workbook-made = Made on
workbook-count = Responses in this file
workbook-how = How to read it
workbook-how-text = One line a person, without names. The Codebook says what each column means. An empty cell means: not answered, or not asked.
workbook-cut = Long texts
workbook-cut-text = A cell has room for about 32,000 letters. A text that ends with “[cut: too long for a cell]” was longer; the CSV file has all of it.
workbook-careful = Please be careful
workbook-careful-text = For officers only. Words people wrote may name somebody: read them before you share them. This export was written down in the audit.
workbook-not-published = Not for publication
workbook-not-published-text = This file is for your work. Publish nothing of it: what may be published is under /results. Approved by { $who }.
workbook-election = Election
workbook-election-text = There is an election, until { $day }. Publish nothing of this file before that is over.
workbook-earlier = Earlier numbers
workbook-earlier-text = It was opened again. All numbers under /results are still those of the first close: { $closed }. This file has the later answers too.
workbook-former-text = It was opened again. Under /results these questions still have the numbers of the first close: { $questions }. This file has the later answers too.
workbook-chosen = Who this stands for
workbook-chosen-text = Only people who chose to answer are counted. Others may think differently.
codebook-question = Question
codebook-meaning = What was asked
codebook-kind = Kind
codebook-value = Value in the file
codebook-value-meaning = What the value means
codebook-column = Column
codebook-comment = What was written beside it
codebook-chosen = 1 chosen, 0 not chosen
codebook-place = its place in the order: 1 comes first
codebook-point = latitude and longitude, to about 100 m, or the code of a ward. For your own work only: publish squares, never points
codebook-square = the square of 500 m that it is in, by the map reference of its south-west corner
codebook-asked-if = Only asked if: { $condition }
codebook-offered-if = Which answers were offered: { $condition }
kind-single = one choice
kind-several = several choices
kind-scale = scale
kind-text = own words
kind-ranking = in order of importance
kind-number = whole number
kind-date = day
kind-place = place
column-response = A random number for the person in this file
column-ward-code = Code of the ward the person answered in
column-ward = Name of that ward
column-ward-boundaries = Year of the ward's boundaries
column-state = complete: reached the end; partial: answered something; started: answered nothing
column-mode = The way it came in. People who answered on somebody else's phone ("shared phone") are in no table of the results
column-form = Which form they chose: short, or whole
column-began-on = The day it was begun
column-may-hold-personal-data = A sign of personal data in the person's own words: postcode, phone, email. Read them all before you share them
counts-ward = Ward
counts-people = People, rounded
counts-few = fewer than { $least }
counts-all = All wards together
counts-answer = Answer
counts-share = Share
counts-why-own-words = In people's own words
counts-why-places = Places: all wards together
counts-why-no-bands = A number or a day: not shown
counts-why-branch = Only some were asked: not shown by ward
counts-why-longer-form = Only those who chose all the questions were asked: not shown by ward
counts-why-area = Too few people gave each answer
counts-why-together = { $ward } is counted with other wards
counts-why-few = Not shown: it could tell what a few people said
counts-note = The same numbers as /results shows. Counts are rounded to the nearest { $rounding }; groups under { $least } are hidden or joined.


## Quick polls

ask-question = <b>What do you want to ask?</b> One short line, up to { $most } characters.
ask-question-now = You ask: { $question }
ask-answers = <b>What can people choose from?</b> Two to six short answers. Type one in each line, or send them one by one.
ask-answers-more = Type another answer, or tap Done. To take one off, tap it or type: remove 2
ask-answers-enough = That is { $most }, and more won't fit. Tap Done. To take one off, tap it or type: remove 2
ask-end = <b>Until when can people answer?</b> Tap one, or type a day, such as { $example }. The last day can be: { $last }
ask-end-now = Now: { $closes }
ask-needs-second = A second person has to approve it first. We'll ask them for you.
button-asked-polls = What I asked before
button-keep-question = Keep it
button-take-answer-off = Take off: { $answer }
button-change-answers-on-offer = Change the answers
button-change-end = Change the last day
button-end-after = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, until { $closes }
broadcast-head-poll =
    <b>{ $wards }</b>
    <b>A quick question.</b> It won't decide anything by itself.
broadcast-head-poll-stopped = <b>We stopped a quick question.</b> You had answered it: “{ $words }” It counts no more.
poll-stopped-why = Why: { $reason }
poll-head = <b>A quick question.</b> It won't decide anything by itself.
poll-question = <b>{ $question }</b>
poll-until = Tap an answer, or type it. You can do that until { $closes }.
poll-until-beside = Tap the button for this question, or type your answer. You can do that until { $closes }.
poll-no-answer = That is none of the answers, so it isn't counted.
poll-unclear = We can't tell which answer that is, so it isn't counted.
poll-something-else = Something else? /help
poll-which = Which question is “{ $answer }” for?
poll-later = That's fine. You can answer until { $closes }: tap an answer, or type it.
poll-kept = Kept: <b>{ $answer }</b>. You can change it until { $closes }: tap another, or type it.
poll-mine = Your answer: <b>{ $answer }</b>. You can change it until { $closes }: tap another, or type it.
poll-mine-over = It has ended: { $closes }. Your answer was: <b>{ $answer }</b>.
button-poll-latest = What others say now
poll-total-none = When at least { $step } people have answered, you see here what they say.
poll-total-never = Too few people answered. So we show no numbers.
poll-total-election = What others say waits because of an election. You can see it from { $day }.
poll-total = What people say so far. At least { $people } have answered:
poll-total-over = What people said. At least { $people } answered:
poll-option = { $label }: about { $people }
poll-total-steps = This changes when at least { $step } more people have answered.
poll-total-last = The last few answers may be missing here: we show numbers in steps of { $step } people.
asked-polls = <b>What was asked</b>
asked-polls-none = Nothing was asked in your wards. To ask a quick question: /ask
asked-polls-none-of-these = Nothing that you can see here was asked in your wards. To ask a quick question: /ask
asked-polls-others = These were asked in your wards together with others. Only those who can send to all of them see what people say here:
asked-polls-other = – { $question }
asked-polls-row = { $number } { $question } { $state ->
        [open] (until { $closes })
        [stopped] (stopped)
       *[over] (ended: { $closes })
    }
asked-poll-for = For: { $wards }
asked-poll-open = People can answer until { $closes }.
asked-poll-over = It has ended: { $closes }.
asked-poll-stopped = It was stopped. The reason: { $reason }
asked-poll-not-told = Those who had answered don't know it. That message was dropped because of the election.
asked-poll-no-consultation = This is no consultation. Please don't use it as one in a report.
button-stop-poll = End it early
button-stop-poll-now = Yes, end it
button-leave-poll = No, let it go on
stop-poll-why = <b>Why do you end it early?</b> Tap a reason, or type one in up to { $most } characters. Those who have answered will read it.
stop-poll-sure = <b>End it now?</b> Nobody can answer it any more. Those who have answered read why: { $reason }
stop-poll-done = It has ended. We tell those who have answered.
stop-poll-first = { $who } has stopped it already. People read this reason: { $reason }. Yours goes to nobody: { $unsent }
stop-poll-left = Nothing has changed. It goes on.

## Celebrating

celebrate-wards-changed = That ward is not one of yours any more. This is what has changed in yours.
celebrate-wards = <b>What has changed in which ward?</b> Tap a ward, or type its number or name.
celebrate-heading = <b>What has changed in { $ward }</b>
celebrate-ward = About { $people } people in { $ward } answered "{ $title }".
celebrate-ward-withheld = We don't show how many people in { $ward } answered "{ $title }". That is so that nobody can be identified.
celebrate-all = In all the wards, about { $people } people answered.
celebrate-said = What they said, in all wards together:
celebrate-done = <b>Done</b>
celebrate-done-item = – { $text } ({ $day })
celebrate-outcome = <b>What came of your answers</b>
celebrate-outcome-item = – { $text } ({ $day })
celebrate-nothing-done = Nothing in the plan is marked as done yet. When it is, you'll see it here.
celebrate-thanks = Thank you to everyone who took part.
celebrate-waits = What came of the answers from { $ward } waits because of an election in another ward. The last day is { $day }.
celebrate-nothing = There is nothing to show for { $ward } yet. When questions have closed or something is done, you'll see it here.
celebrate-nothing-yet = There is nothing to show for { $ward } yet. When something is done, you'll see it here.
celebrate-too-few = Too few people answered “{ $title }” to show what they said.
button-card = Make a picture to share
card-drawing = We are drawing the picture. The first one can take a few seconds.
card-failed = The picture could not be drawn. Please try again: /celebrate
card-title = What has changed
card-answered-ward = people in { $ward } answered
card-answered-all = people answered in all wards
card-done = { $count ->
        [one] promise is done
       *[other] promises are done
    }
card-about = about { $people }
card-bar = about { $people } ({ $percent }%)
card-few = fewer than { $least }
card-note-all = These are the answers from all wards together.
card-note-first = What people put first.
card-note-scale = { $lowest } means “{ $low }”, { $highest } means “{ $high }”.
card-note-rest = Not in this picture: { $options }.
card-note-several = People could choose more than one answer, so together it can be over 100%.
card-note-rounded = Percentages are rounded, so they may not add up to 100.
card-thanks = Thank you to everyone who took part.
card-correction = Correction: { $text }
card-foot = Only people who chose to answer are counted. Others may think differently. Counts are rounded to the nearest { $rounding }; small groups are not shown.

## Who we are, on the bot's own page

bot-name = { $council } neighbourhood chat
bot-short = News and short questions about your area, from { $council }. Free. Stop at any time.
bot-about =
    This is { $council }'s neighbourhood chat. We share news about plans for your area, ask short questions, and tell you what came of your answers.
    We never ask for passwords, bank details, money or documents.
bot-about-website = The council's own page: { $website }

## Saying no

refusal-not-joined = You haven't joined yet. It takes under two minutes: /start
refusal-staff-only = That is for council staff and board members. /help shows what you can do.
refusal-officers-only = Files of answers are for officers of every ward. Nobody sees results before the questions close. After that, send /results
refusal-complaints-for-officers = Officers of every ward deal with complaints and requests, and so do those who run the bot for the council. /help shows what you can do.
refusal-manage-for-officers = Only officers can open and close questions. /help shows what you can do.
refusal-not-ready = "{ $title }" can't open yet. What is missing: /manage
refusal-opens-in-election = It can't open while an election is near. It may open from { $day }. Please change its date.
refusal-own-opening = You asked for this yourself. Somebody else has to approve it.
refusal-manage-other-wards = That is for wards that are not all yours. /manage shows what is yours.
refusal-nobody-approves = A second person has to approve it, and there is nobody for all its wards yet. Please ask for one to be invited.
refusal-not-now = That doesn't fit any more. See how "{ $title }" is now: /manage
refusal-no-such-time = We can't read that as a day and a time by the clocks here. Please type it like this: 14 October 2027 17:00
refusal-not-later = It has to close later than now, and later than before: { $closes }.
refusal-after-decision = A decision is due on { $day }. It has to close before that.
refusal-pause-not-within = A pause has to end later than now, and before it closes: { $closes }.
refusal-already-counted = The results of "{ $title }" have been counted. It can't open again.
refusal-reason-needed = Please say why, in { $most } characters at most.
refusal-nobody-has-heard = Nobody has heard yet. Send what came of it first: /send. Or say how people heard.
refusal-manage-words = Please type what to do: extend, pause, resume, close, withdraw or report. Then a colon and why, such as: /manage { $which } close: we need the answers
refusal-manage-which = We don't know which questions you mean. The list: /manage
refusal-status-for-operators = The state of the service is for operators and administrators. /help shows what you can do.
refusal-safeguarding = Only the people named to read words of danger can do this.
refusal-monitoring-officer = Only the monitoring officer can decide about this.
refusal-election = This waits because of an election. You can see it from { $day }.
refusal-no-such-alert = We know no such reference. To see what is open: /open
refusal-invite = This link doesn't work. It may be too old, or somebody has used it already. Please ask whoever sent it for a new one.
refusal-only-administrator = You are the only administrator, and this link would end that. Nothing has changed, and the link still works. Invite another administrator first.
refusal-old-button = That button is too old. /help shows what you can do.
refusal-request-gone = That request was taken back, or is deleted by now. What is open: /requests
refusal-no-such-consultation = Those questions are no longer here. /consultations shows what is open.
refusal-not-in-ward = "{ $title }" is for other wards, not yours. /ward shows your ward.
refusal-not-open-yet = "{ $title }" is not open yet. You can look again any time: /consultations
refusal-has-closed = "{ $title }" has closed: { $closes }. Answers can't be taken or changed any more. What you answered is safe: /mine
refusal-is-paused = "{ $title }" takes no answers just now. It starts again: { $opens }. What you answered is safe: /mine. Please send this again then.
refusal-was-withdrawn = The council has stopped "{ $title }" and takes no more answers. The reason: { $reason ->
        [settled] The matter is settled
        [plans-changed] The plans have changed
        [mistake] There was a mistake in it
       *[other] { $reason }
    }
refusal-no-such-subject = That isn't on this list. Tap one, or type its number or its name.
refusal-not-a-choice = We can't tell which choice that is. Please tap one, or type its number or its words.
refusal-not-chosen = That one is not chosen, so we took nothing off.
refusal-no-longer-asked = After your other answers we don't ask that question, so we have not kept this. To change them: /mine
refusal-not-a-whole-number = Please type one whole number, such as 3.
refusal-out-of-range = Please type a number from { $lowest } to { $highest }.
refusal-not-a-day = We can't tell which day that is. Please type the day, the month and the year, such as 3 May 2022.
refusal-no-such-day = Please type a day from { $earliest } to { $latest }.
refusal-not-a-place = We can't tell which place that is. Please send a location, or type a whole postcode.
refusal-point-outside = That place is outside { $council }, so we haven't kept it. Please choose a place in { $council }, or skip. What you saved before is safe.
refusal-postcode-not-found = We can't find that postcode in { $council }. Please check it, or send a location.
refusal-moving-place = That shows where your phone is, and goes on to do so. We haven't kept it. Please stop sharing it. Then send a place: tap the paper clip, then Location, and move the pin.
refusal-too-many-choices = You can choose up to { $most }. Untick one first.
refusal-nothing-chosen = Choose at least one first, then tap Done.
refusal-answer-needed = This one needs an answer before you go on.
refusal-wrong-kind = We can't use photos, voice or files here, and we haven't kept it. Please use words or buttons. What you did before is safe.
refusal-words-beside-file = We can't use photos, voice or files here. We haven't kept it, nor the words under it. Please send the words again, as a message of their own.
refusal-voice-after-answer = You have answered that question. So we haven't kept this voice note, and keep none you send now. To send one in place of your answer: /mine. To add something, type it.
refusal-say-or-type = We can't use photos or files here, and we haven't kept it. Please type your answer, or send a voice note. What you did before is safe.
refusal-words-under-it = We can't use photos or files here, or a voice note with words under it. We have kept nothing of it. Please send the words, or the voice note alone.
refusal-voice-not-here = We can't use a voice note here. We haven't kept it, and keep none you send now. Please use words or buttons. What you did before is safe.
refusal-voice-words-only = This question takes only typed words, so we haven't kept your voice note. Please type your answer.
refusal-voice-too-long = Your voice note is too long, so we haven't kept it. Please make it { $minutes } minutes or less, or type your answer. What you did before is safe.
refusal-voice-too-large = Your voice note is too big for us, so we haven't kept it. Please make it shorter, or type your answer. What you did before is safe.
refusal-voice-empty = There is no sound in your voice note, so we haven't kept it. Please try again, or type your answer.
refusal-voice-not-written = Nobody has written down this voice note. Please listen to it first, and write down what it says.
refusal-voice-gone = The sound of this voice note isn't here. It may still be on its way, or it was deleted after 30 days.
refusal-not-plain-text = We can't read a message with headings, lists or tables. We haven't kept it. Please send it again as plain words.
refusal-not-own-words = That was forwarded, so it may be somebody else's words. Please type it in your own words. Nothing has changed.
refusal-no-place-needed = We don't need your location just now, and we haven't kept it. To change your ward: /ward
refusal-text-too-long = That is { $length } characters long. The most we can take is { $most }. Please send it shorter. What you saved before is safe.
refusal-text-takes-too-much-room = That is { $length } characters long, but emoji take more room than letters. Of such a text we can take about { $most } characters. Please send it shorter.
refusal-held-by-law = The council must keep what it holds just now, for a legal reason. So this can't be deleted yet. We've changed nothing.
refusal-text-empty = That message had no words in it. Please type it again.
refusal-postcode-malformed = That doesn't look like a whole postcode. Please check it, or pick your ward from the list.
refusal-postcode-elsewhere = We can't find that postcode in { $council }. If your home is new, it may be missing: pick your ward from the list.
refusal-postcode-outside = That is outside { $council }. Your own council: https://www.gov.uk/find-local-council. If you live here, pick your ward from the list.
refusal-place-elsewhere = That place is outside { $council }. If you live here, type your postcode or pick your ward from the list.
refusal-no-such-ward = We can't find a ward of that name. Please check it, type your postcode, or pick from the list.
refusal-number-not-listed = The list has the numbers { $first } to { $last }. Please type one of them, or tap a ward.
refusal-number-not-among = The list has only these numbers: { $numbers }. Please type one of them, or tap a ward.
refusal-no-such-language = We can't write that language yet. You can choose: { $languages }.
refusal-own-ward = { $ward } is your own ward, so its news comes already.
refusal-not-on-the-list = That isn't one of the wards on the list. Please tap a number, or type a number or a name from it.
refusal-not-your-wards = That is outside your wards. You can send to your own wards only.
refusal-wards-not-in-use = The wards of your role, or of this message, are no longer in use. Please ask the council's office for a new invitation.
refusal-urgent-for-officers = Only officers can send an urgent message. Your message is kept.
refusal-no-wards-chosen = Choose at least one ward first.
refusal-no-second-person = A second person must approve it. Nobody else looks after these wards yet. Please ask the council's office to invite someone. Your text is kept: /send
refusal-no-second-for-file = A second person must approve the file: an officer or administrator for all wards. There is nobody else yet. Please ask your IT team to invite one, then type /export
refusal-questions-closed = “{ $title }” has closed, so this invitation can't go out. Nothing was sent.
refusal-not-your-own-yes = Somebody else has to approve this.
refusal-sends-held = Nothing goes out just now. Our data came from a backup, and your IT team has to let messages go first. Please ask them, then write it with /send.
refusal-nothing-unknown = There is nobody left to send this to again.
refusal-already-decided = It is too late to take it back: it has gone to everybody.
refusal-hold-decided = That has been decided already.
refusal-poll-empty = There are no words in that. Please type it again.
refusal-poll-question-too-long = That is { $length } characters long. A quick question is one short line, up to { $most }. Nothing has changed.
refusal-poll-answer-too-long = One answer is { $length } characters long. A button holds up to { $most }. Please type it shorter. Nothing has changed.
refusal-poll-answer-twice = “{ $answer }” is there twice, or reads like another answer. Please type it another way.
refusal-poll-answer-means-more = “{ $answer }” means something else when people type it. Please word this answer another way.
refusal-poll-answers-many = At most { $most } answers fit. Nothing has changed.
refusal-poll-answers-few = Please give at least { $least } answers first.
refusal-poll-link = Please leave out the link. A quick question has only words.
refusal-poll-personal = That looks like a postcode, a phone number or an email address. Please leave it out.
refusal-poll-end = Please choose a time that is still to come, on a day from { $first } to { $last }.
refusal-poll-end-unclear = We can't tell which day that is. Please type a day from { $first } to { $last }, such as { $example }.
refusal-poll-over = The last day of this question is over, so it can't go out. Its author can change it: tap Change.
refusal-over-by-morning = Nothing goes out before 08:00, and by then this has ended. So it can't be sent.
refusal-poll-ended = This question has ended: { $closes }. Answers can't be taken or changed any more.
refusal-poll-stopped = We stopped this question and take no more answers. The reason: { $reason ->
        [settled] The matter is settled
        [plans-changed] The plans have changed
        [mistake] There was a mistake in it
       *[other] { $reason }
    }
refusal-poll-not-for-you = This question was not sent to you, so we can't take an answer.
refusal-poll-copy = This is a copy, so nothing is counted.
refusal-poll-not-yours = That is for its author, or for officers of all its wards.
refusal-taken-back-by-author = Its author has taken it back. There is nothing to decide.
refusal-author-has-left = The person who wrote this may not send it any more. Nothing was sent.
refusal-approval-expired = You had seven days to answer, and they are over. Nothing was sent. The author can ask again.
refusal-nothing-in-hand = You aren't writing a message now. What became of the last one is shown above. To begin: /send
refusal-draft-kept = You aren't writing a message just now. One is kept. To go on with it: /send
refusal-private-chat-only = Let's continue in private. Write to me in a chat of our own: https://t.me/{ $bot }
trouble = Something went wrong on our side. Nothing you saved before is lost. If it happens again, tell us this: { $reference }
trouble-unread = We couldn't read that message. If it happens again, tell us this: { $reference }
trouble-saving = We can't save answers just now. We hold what you sent and keep trying. Look here in a few minutes. If no reply has come, please send it again.
nothing-to-do = We didn't understand that. /help shows what you can do here.
nothing-to-cancel = There is nothing to cancel just now. Nothing has changed. To stop messages: /stop
cancel-which = More than one of your messages is waiting. Tap the button under the one you mean.
take-back-which = Nothing is taken back yet. Which message do you mean? Tap it, or type its number.
take-back-row = { $number } { $words }
cancel-this = You are writing nothing just now. One of your messages waits for approval. To cancel it, tap the button under it.
cancel-under-way = You are writing nothing just now. Some of your messages may still be on their way to somebody. To stop one, tap “Take it back” under it.
nothing-to-do-not-joined = We didn't understand that. To begin: /start
reach-council = To reach { $council }: { $contact }
reply-not-kept = That was a reply to one of our messages, so we haven't kept it. To answer questions: /consultations.
edit-not-counted = You changed a message you sent before. That changes nothing here. To change an answer: /mine. To change your ward: /ward
edit-poll = To change your answer to a quick question: tap another under it, or type it.
edit-not-counted-writing = You changed a message you sent before. That changes nothing here. To change the text for residents, tap Change under it.
edit-changes-nothing = You changed a message you sent before. That changes nothing here.
edit-waits = A message of yours waits for approval with its first words. To change them, tap Cancel under it, and then “Change it and send it again”.
edit-sent-correct = What has been sent to people stays as it was. To put it right, tap “Correct this” under it. The correction goes to the same people.
edit-sent-stays = What has been sent to people stays as it was. To put it right, write to them again: /send
plain = { $text }
after-gap = We were away for a while. If you tapped a button and nothing happened, please tap it again here.
sent-again = (Sent again in case the first did not reach you.)

## Starting up

start-database-none = There is no database here. If its disk or file is missing, put that back. For a new council, run: wardmote migrate --new
start-database-older = The database is older than this version. Run: wardmote migrate
start-database-newer = The database was made by a newer version of Wardmote. Use that version, or restore an older backup.
start-database-damaged = The database file is damaged. Stop the bot, keep the file, and run: wardmote restore BACKUP
start-database-encoding = The database does not store text as UTF-8. Make a new one: createdb --encoding=UTF8 --template=template0 NAME

## On paper

paper-transcript = A whole story, chat by chat
paper-transcript-note = Lines after ">" are what the person typed; the rest is what Wardmote says. Taps change a message in place, so each stands here as it ended.
paper-open = { $council }. Open from { $opens } to { $closes }.
paper-results = Results, as published
paper-totals = Totals, each counted twice
paper-totals-note = The first count is what the residents did, by their own account and on their own phones. The second is what Wardmote says.
paper-column-total = total
paper-column-residents = residents
paper-column-wardmote = Wardmote
paper-column-agree = agree
paper-chapter-resident = A resident
paper-chapter-changed = A resident who changed their mind
paper-chapter-board-member = A board member
paper-chapter-second = The second person
paper-chapter-officer = An officer

## Alarms, for those who keep the bot running

alarm-what = { $kind ->
    [cut-off] We heard nothing from Telegram
    [set-aside] Some messages could not be handled
    [not-saved] Answers could not be saved
    [not-moving] A broadcast stands still
    [paused] Telegram asked us to pause
    [template] One of our texts is broken
    [another] A second bot is running
    [token] Telegram refused our token
    [held] After the restore nothing is sent
    [disk] The disk is almost full
    [backup] The last backup is too old
    [clock] The clock here is wrong
   *[stuck] Somebody waits for an answer
    }
alarm-do = { $kind ->
    [cut-off] The line was down, or the bot did not run.
    [set-aside] They are kept. Look at the list with: wardmote set-aside
    [not-saved] Look at the disk and at the database.
    [not-moving] Look at the log, then start the bot again.
    [paused] Messages go out later. None is lost.
    [template] It went out without bold letters. Tell those who look after the program.
    [another] Stop the other one. Only one may use this token.
    [token] Put the new token in the settings and start the bot again.
    [held] See what waits: wardmote sends show. Then cancel it or let it go.
    [disk] Make room on the disk today.
    [backup] Make one now: wardmote backup
    [clock] Set the time of this machine. It needs a time server.
   *[stuck] Look at the log, then start the bot again.
    }
alarm =
    <b>{ $what }.</b>
    Since { $since }.
alarm-references = What to look for: { $references }
alarm-page = More: docs/going-live.md, Alarms
alarm-over = Over: <b>{ $what }</b>, from { $since } to { $until }.
moment = { $day }, { $time }
status-well = <b>All is well.</b>
status-backup = Last backup: { $when }
status-no-backup = No backup has been made yet.
status-poster = Joined by the poster “{ $source }”: at least { $count }.
status-posters-few = Joined by each poster that is not named here: fewer than { $least }, perhaps nobody.
status-held = Messages that wait because of an election: { $count }.
status-held-nobody = <b>Nobody can decide about some of them.</b> Name a monitoring officer: wardmote duty give
status-waiting-none = No message waits to be sent.
status-waiting = { $count ->
        [one] About one message waits to be sent.
       *[other] About { $count } messages wait to be sent.
    }
status-waiting-few = Fewer than { $least } messages wait to be sent.
status-set-aside = { $count ->
        [one] One message is set aside: wardmote set-aside
       *[other] { $count } messages are set aside: wardmote set-aside
    }
status-lone-files = <b>Fewer than two officers or administrators for all wards can be reached.</b> So nobody can approve a file of answers. Invite one: wardmote invite --role officer
status-lone-openings = <b>Fewer than two people can be reached who can open these questions:</b> { $titles }. One has to ask, another to approve. Invite one: wardmote invite --role officer
status-too-few-named = <b>Fewer than two people named to read words of danger can be reached.</b> Name another: wardmote safeguarding name
status-nobody-named = <b>Nobody reads words of danger:</b> nobody is named who can be reached. Name two people now: wardmote safeguarding name
status-danger-unread = <b>Words of danger have not been read since { $when }.</b> Ask the people named to send /open. Who they are: wardmote safeguarding list
status-no-administrator = <b>There is no administrator.</b> Invite one: wardmote invite --role administrator

## Rights: leaving in two ways

forget-two-ways =
    <b>Shall we forget you?</b>
    Some questions you answered are still open. So there are two ways.
    <b>{ $now }</b>: we delete the link to this chat, and your answers to the open questions. This can't be undone.
    <b>{ $later }</b>: your answers count. We delete the link when the questions close: { $closes }. Until then we send you nothing.
    Answers to what has closed stay, under a random number, with your ward and the day.
forget-two-ways-counted =
    <b>Shall we forget you?</b>
    Some questions you answered have just closed, and we have not counted yet. So there are two ways.
    <b>{ $now }</b>: we delete the link to this chat, and your answers to those questions. This can't be undone.
    <b>{ $later }</b>: your answers count. We delete the link once they are counted. Most often that takes half an hour. Until then we send you nothing.
    Answers to what is counted stay, under a random number, with your ward and the day.
forget-two-ways-both =
    <b>Shall we forget you?</b>
    Some questions you answered are still open. Others have just closed, and we have not counted yet. So there are two ways.
    <b>{ $now }</b>: we delete the link to this chat, and your answers to all those questions. This can't be undone.
    <b>{ $later }</b>: your answers count. We delete the link when the last questions close: { $closes }. Until then we send you nothing.
    Answers to what is counted stay, under a random number, with your ward and the day.
forget-leaving =
    <b>We will forget you when the questions close: { $closes }.</b> Until then we send you nothing.
    You can still change your mind.
forget-leaving-counted =
    <b>We will forget you once your answers are counted.</b> Most often that takes half an hour. Until then we send you nothing.
    You can still change your mind.
forget-then = We can't then link your answers to you, unless your own words say who you are.
forget-complaint = Your complaint stays, without you. We then can't tell you what comes of it.
forget-words-go = Your own words go too: your written answers and your comments. Your choices stay counted.
forget-places-go = The places you sent go too, and don't count then. Once results are out, they stay as they are.
forget-voices-go = Your voice notes go too. If nobody has written one down by then, what you said in it is lost.
forget-voices-type = To keep what you said, type it as your answer: /mine
forget-held = The council must keep what it holds just now, for a legal reason. So we can't delete any answers yet.
forget-unclear = <b>We've done nothing.</b> Please tap a button, or type what it says.
button-forget-now = Now: take my answers back
button-forget-later = When it closes
button-forget-counted = Once they are counted
button-forget-stay = No, I'm staying
button-words-go = Delete my words too
button-words-stay = Keep my words
forgotten-taken-back = Your answers to what is still open, or not counted yet, are gone too.
forgotten-words-stay = We can't link any answers to you now, unless your own words say who you are.
forgotten-no-words = Your own words are deleted too. Words of danger, if there were any, go after 30 days. We can't link any answers to you now.
forgotten-later = <b>We will forget you when the questions close: { $closes }.</b> Until then we send you nothing.
forgotten-later-counted = <b>We will forget you once your answers are counted.</b> Most often that takes half an hour. Until then we send you nothing.
forgotten-later-mind = Changed your mind? Send /start or /forget
stayed = <b>Good, you're staying.</b> Your answers are all still here.

## Rights: all we hold

command-mydata = All we hold about you
mydata-caption = <b>All we hold about you.</b> It is a web page: tap it to read it. It is private. Think before you share it.
mydata-not-sent = We couldn't make your file just now. Nothing is lost. Please send /mydata again.
mydata-nothing = We hold nothing about you.
joined-new-notice = Our privacy notice has changed since you were here.
mydata-title = All we hold about you
mydata-made = Made on { $day }.
mydata-left-out = Left out: random numbers that only tie these lines together, which staff dealt with them, and any message that we are handling just now.
mydata-danger = Words of danger that you wrote, and what we note about them, are not in this file, if there are any. Ask the council for them.
mydata-telegram = Telegram keeps its own copy of this chat. Ask Telegram for that.
mydata-program = For a computer program (JSON)
mydata-program-all = Everything we hold is in the last part, for a computer program. Above it stands what can be said in words.
mydata-table-contacts = This chat, and your settings
mydata-table-arrivals = You have begun to join
mydata-table-leaving = You are leaving
mydata-table-residents = Where you live
mydata-table-follows = What you follow
mydata-table-guests = Others who answered on your phone
mydata-table-responses = Questions you have begun
mydata-table-answers = Your answers
mydata-table-chosen = What you chose, as it is counted
mydata-table-answer-history = All answers you ever gave, also former ones
mydata-table-comments = Your comments
mydata-table-late-answers = What you answered after the close
mydata-table-voice-notes = Your voice notes
mydata-table-deliveries = Messages we sent you
mydata-table-drafts = What you have begun to write
mydata-table-shown = Messages with buttons in this chat
mydata-table-inbox = Messages of yours that went wrong, kept for a week
mydata-table-staff = Your role as staff
mydata-table-staff-wards = The wards of your role
mydata-table-duties = Your duties as staff
mydata-table-text-writers = Your words on the list that officers read
mydata-table-poll-answers = Your answers to quick questions
mydata-table-polls = Quick questions that you stopped
mydata-table-text-readings = Texts that you read as staff
mydata-table-text-filings = Texts that you put under themes
mydata-table-reading-themes = Themes that you made
mydata-table-text-translations = Texts that you put into another language
mydata-table-reader-languages = Languages that you read
mydata-table-submissions = Letters and petitions that you entered
mydata-field-changed-after = You changed it after it was read
mydata-table-broadcasts = Messages you wrote as staff
mydata-table-approvals = What you approved as staff
mydata-table-export-requests = Files of answers you asked for as staff
mydata-table-consultation-steps = What you decided about questions
mydata-table-audit = What you did as staff
mydata-field-chat = Number of this chat
mydata-field-language = Language
mydata-field-messages = Do messages come?
mydata-field-each-question = A new message for each question
mydata-field-last-heard = Last heard from you
mydata-field-weekly = Messages a week
mydata-field-ward = Ward
mydata-field-poster = Poster you came by
mydata-field-when = When
mydata-field-words-go = Your words go too
mydata-field-joined = Joined
mydata-field-about = About
mydata-field-questions = Questions
mydata-field-state = State
mydata-field-receipt = Receipt
mydata-field-began = Begun
mydata-field-changed = Last changed
mydata-field-finished = Finished
mydata-field-question = Question
mydata-field-answer = Answer
mydata-field-words = Words
mydata-field-seconds = Length in seconds
mydata-field-written-down = Written down by the council
mydata-voices =
    We also hold the sound of { $count ->
        [one] { $count } voice note
       *[other] { $count } voice notes
    } of yours.
mydata-no-voices = We hold no sound of yours any more.
mydata-voices-sent = Voice notes sent just now: { $count }. Still to come: { $left }.
mydata-voices-all = Voice notes sent just now: { $count }. That is all we hold.
button-my-voice-more = Send me the next ones
button-my-voice = Send me my voice notes
mydata-field-message = Message
mydata-field-until = Kept until
mydata-field-role = Role
mydata-field-job = Name or job
mydata-field-duty = Duty
mydata-field-holds-until = To the end of
mydata-field-said-yes = Approved
mydata-field-acknowledged = We said we have it
mydata-field-act = What you did
mydata-act = { $act ->
        [joined-staff] You became staff
        [left-staff] You left the staff
        [removed-staff] Your role was ended
        [removed-after-restore] Your role was ended again
        [gave-duty] You were given a duty
        [ended-duty] A duty of yours was ended
        [ended-duty-after-restore] A duty of yours was ended again
        [exported] You took an export
        [asked-to-export] You asked for a file of answers
        [approved-export] You approved a file of answers
        [declined-export] You declined a file of answers
        [saw-results] You looked at results
        [saw-poll] You looked at a quick question
        [stopped-poll] You stopped a quick question
        [safety-opened] You opened words of danger
        [safety-closed] You closed an alert
        [read-complaint] You read a complaint
        [acknowledged-complaint] You said that we have a complaint
        [closed-complaint] You closed a complaint
        [read-request] You read a request
        [marked-request] You marked a request
        [unmarked-request] You took a request back
        [answered-request] You said that a request is answered
        [entered-submission] You entered a letter or petition
        [took-out-submission] You deleted a letter or petition
        [wrote-down] You wrote down a voice note
        [sent-broadcast] You sent a message
        [asked-to-send] You asked to send a message
        [sent-again] You sent a message again
        [approved-broadcast] You approved a message
        [declined-broadcast] You declined a message
        [declined-why] You said why you declined a message
        [cancelled-broadcast] You cancelled a message
        [sent-changed] You sent a message that had come back
        [released-from-hold] You released a held message
        [dropped-in-hold] You dropped a held message
       *[other] Something else
    }
mydata-step = { $act ->
        [asked] You asked for approval of the opening
        [declined] You declined the opening
        [opened] You approved the opening
        [voided] You took the opening back
        [extended] You moved the close to a later day
        [paused] You paused them
        [resumed] You ended the pause
        [closed] You closed them early
        [withdrawn] You withdrew them
        [reported] You said that people have heard what came of them
        [unreported] You said that people have not heard after all
       *[other] Something else
    }
mydata-broadcast-state = { $state ->
        [awaiting-yes] waits for approval
        [approved] approved
        [sending] is being sent
        [sent] sent
        [declined] declined
        [expired] nobody answered in time
       *[cancelled] cancelled
    }
mydata-table-complaints = Your complaints
mydata-table-requests = What you asked for
mydata-field-notice = Privacy notice you said yes to
mydata-field-agreed = You said yes
mydata-field-reference = Reference
mydata-field-due = Last day to answer
mydata-code-one = one at most
mydata-code-three = three at most
mydata-code-questions = only questions
mydata-code-all = as many as there are
mydata-code-queued = waits to be sent
mydata-code-claimed = is being sent
mydata-code-sent = arrived
mydata-code-blocked = could not arrive: blocked
mydata-code-failed = could not be sent
mydata-code-unknown = may or may not have arrived
mydata-code-cancelled = was not sent
mydata-code-reachable = yes
mydata-code-stopped = no, you stopped them
mydata-code-shared = no messages: on somebody else's phone
mydata-code-gone = no, the account is gone
mydata-code-started = begun, nothing answered
mydata-code-partial = partly answered
mydata-code-complete = answered to the end
mydata-code-board-member = board member
mydata-code-officer = officer
mydata-code-administrator = administrator
mydata-code-operator = operator
mydata-code-moderator = moderator
mydata-code-safeguarding = reads words of danger
mydata-code-monitoring-officer = monitoring officer
mydata-code-owner = owner

## Rights: complaints and requests

command-complain = Tell us what went wrong
command-complaints = Complaints
command-requests = Requests and their dates
complain-question =
    <b>What went wrong?</b> Please write it in one message. A person at the council will read it.
    You don't need to say your name.
complain-join = To complain here, please join first: /start. We then have a way to answer you.
complain-elsewhere = Or tell the council: { $contact }
complaint-kept = <b>We have your complaint.</b> Want to add to it? Just write, in the next two minutes.
complaint-added = <b>We have added that to your complaint.</b>
complaint-unclear = <b>Nothing is taken back yet.</b> To take your complaint back, tap the button, or type what it says.
complaint-again = <b>We have that complaint already.</b> You sent the same words a short time ago, so it counts once.
complaint-doubt = <b>Is this your complaint?</b> If not, tell us what went wrong in a few more words.
complaint-receipt = Your reference: <code>{ $reference }</code>. { $when }.
complaint-next =
    By { $by } a person will tell you here that they have it. Later you will hear here what came of it.
    You can complain to the Information Commissioner too: ico.org.uk
complaint-next-stopped =
    You have stopped messages, so we can't tell you here what comes of it. To hear it, send /start.
    You can complain to the Information Commissioner too: ico.org.uk
complaint-next-leaving =
    You asked us to forget you, so we can't tell you here what comes of it. Once you are forgotten, nobody can answer you. To change your mind: /forget
    You can complain to the Information Commissioner too: ico.org.uk
complaint-dropped = That's fine. We have kept nothing.
complaint-taken-back = <b>You have taken back { $reference }.</b> It isn't a complaint any more.
complaint-acknowledged = <b>A person has your complaint { $reference } of { $made }.</b> We will look into it, and tell you here what comes of it.
complaint-outcome =
    <b>What came of your complaint { $reference } of { $made }</b>
    { $outcome }
    Not content? You can go to the Information Commissioner: ico.org.uk
complaints-none = No complaint is open.
complaints-heading = <b>Open complaints</b>
complaints-row = { $reference }, made on { $made }. Say by { $by } that you have it.
complaints-row-today = { $reference }, made on { $made }. <b>Today is the last day</b> ({ $by }): say now that you have it.
complaints-row-overdue = { $reference }, made on { $made }. <b>Overdue:</b> say now that you have it. The last day was { $by }.
complaints-row-acknowledged = { $reference }, made on { $made }. Its author knows that we have it.
complaints-row-not-told = { $reference }, made on { $made }. A person has it. Its author has not been told yet.
complaint-words = <i>{ $text }</i>
words-kept-back = These words are kept for the people named for words of danger.
complaint-signs = This may name somebody, or hold an address or a number. Take care who sees it.
complaint-closed = Closed. Its author was told: <i>{ $outcome }</i>
complaint-closed-not-told = Closed, and its author has not been told yet: <i>{ $outcome }</i>
complaint-forgotten = Its author has been forgotten, so we can't write to them.
complaint-not-reached = Messages don't reach its author just now. They hear when they come back.
complaint-request = It was marked as the request { $reference }, which is still open.
complaint-request-answered = It was marked as the request { $reference }, which has been answered.
complaint-now-acknowledged = Its author will be told that a person has it.
complaint-acknowledged-by = { $who } has said already that we have { $reference }.
complaint-closed-by = { $reference } is closed already: { $who } has recorded what came of it.
words-given-back =
    What you wrote was sent to nobody:
    «{ $text }»
button-acknowledge = I have it: tell them
button-complaint-yes = Yes, this is my complaint
button-complaint-back = Take it back
button-outcome = Record what came of it
button-is-request = This is a request
button-complaints = Complaints
button-requests = Requests
outcome-question = <b>What came of complaint { $reference }?</b> Write it as its author should read it.
outcome-preview-kept =
    <b>This is kept with { $reference }:</b>
    <i>{ $outcome }</i>
outcome-preview =
    <b>This goes to the author of { $reference }:</b>
    <i>{ $outcome }</i>
button-outcome-send = Send it, and close
outcome-kept = <b>{ $reference } is closed.</b> Its author will be told.
outcome-kept-later = <b>{ $reference } is closed.</b> Messages don't reach its author just now. They hear when they come back.
outcome-kept-only = <b>{ $reference } is closed.</b> We can't write to its author.
requests-none = No request is open.
requests-heading = <b>Open requests</b>
requests-row = { $reference }: { $kind }. Answer by { $due }.
requests-row-today = { $reference }: { $kind }. <b>Today is the last day</b> ({ $due }).
requests-row-overdue = { $reference }: { $kind }. <b>Overdue:</b> the last day was { $due }.
requests-row-no-day = { $reference }: { $kind }.
requests-row-complaint = { $reference }: { $kind }. Say by { $due } that you have it.
requests-row-acknowledged = { $reference }: { $kind }. We have said that we have it.
button-mark-request = Mark a request
request-words-question = <b>Which words are the request?</b> Send them as they were written, or the reference of a complaint.
request-kind-question = <b>What does this ask for?</b>
request-marked-before = A colleague had marked this already, so what you chose was not taken. If it is marked wrongly, say that it was no request, and mark it again.
request-received = It came on { $day }.
request-received-today = We can't tell when it came, so we count from { $day }.
request-same-words = These words are marked already, as { $reference }. Mark them again only if they came from somebody else.
request-kind-information = Information
request-kind-my-data = My data
request-kind-complaint = Complaint
request-kind-service = A service
request-forward = <b>Please forward this now.</b> The bot sends no e-mail. Hold the message to copy it.
request-text =
    To: { $to }
    Request { $reference }: { $kind }
    Received: { $received }
    Last day to answer: { $due }
    "{ $text }"
request-text-complaint =
    To: { $to }
    Request { $reference }: { $kind }
    Received: { $received }
    Last day to say that you have it: { $due }
    "{ $text }"
request-no-day = the law sets none
request-day-met = done, we have said that we have it
request-no-address = (council.yaml has no address)
request-freezes = Until you mark it answered, the bot deletes nothing because of its age.
request-freezes-no-more = What was kept for it may then be deleted within a minute, if it is old.
button-request-answered = It has been answered
button-no-request = It was no request
request-answered-question = <b>Has { $reference } been answered?</b> Then nobody is reminded of it any more.
request-none-question = <b>Was { $reference } no request?</b> Then nothing is due for it.
button-request-answered-yes = Yes, it has been answered
button-no-request-yes = Yes, it was no request
request-taken-back = <b>{ $reference } is no request any more.</b> Nothing is due, and nothing is held back for it.
request-taken-back-by = { $who } took { $reference } back: it was no request. Nothing is due.
request-answered-by = { $who } has said already that { $reference } is answered.
request-answered = <b>Answered.</b> Nothing is held back for it any more.
news-complaints = <b>New complaint.</b> Please read it and say that you have it.
news-complaints-read = <b>New complaint.</b> A person has read it already.
news-due-today = <b>Today is the last day for a complaint.</b> Nobody has said that they have it.
news-overdue = <b>Overdue complaint.</b> Nobody has said that they have it.
news-overdue-requests = <b>A request is due.</b>
news-soon = <b>A complaint waits.</b> Nobody has said that they have it, and the last day comes nearer.
news-soon-requests = <b>A request waits for an answer.</b> The last day comes nearer.
refusal-no-such-reference = Nothing has that reference. Please check it: /complaints or /requests
refusal-complaint-stays = You can take a complaint back for one minute. { $reference } is with the council now. To say more about it: /complain

## In danger

safety-now =
    <b>In danger now? Call { $emergency }.</b>
    If you can't speak, listen and press 55.
safety-nobody-reads = Nobody reads this chat day and night. Please call one of these. They are free:
safety-lines =
    You can't go on: <b>NHS { $crisis }</b>, then option 2. Or the Samaritans: <b>{ $samaritans }</b>
    You are a child: Childline, <b>{ $childline }</b>
    Somebody at home hurts or scares you: <b>{ $abuse }</b>
safety-council =
    You worry about a child or an adult: { $council }
    By day: { $day }
    At night and at weekends: { $out_of_hours }
safety-number-missing = (the council adds its number here)
safety-not-kept = We don't keep what you wrote.
safety-passed-on = People at the council, named for this, can read what you wrote. Don't wait for them.
button-remove-from-chat = Remove this from the chat
safety-removed = Gone from this chat. This works for 48 hours after you write. What we keep stays with us.
safety-remove-late = Telegram no longer lets us remove it. This works for 48 hours. You can still delete it yourself: hold your finger on it.
safety-remove-failed = We can't reach Telegram just now. Please tap the button again.

## Alerts, for the two people named to read words of danger

alert-raised =
    <b>Words of danger: { $reference }</b>
    Somebody wrote them here: { $when }.
    To read them: /open { $reference }
    When you have acted, write what was done: /close { $reference }
alert-signposts =
    <b>Numbers to call were shown: { $reference }</b>
    To somebody who has not joined, or who passed on another person's words: { $when }.
    { $times ->
        [one] It happened { $times } time.
       *[other] It happened { $times } times.
    } Nothing else is kept.
    To close it: /close { $reference }
alert-still-open = <b>Nobody has closed this for { $minutes } minutes.</b>
alert-still-open-hours = <b>Nobody has closed this for { $hours } hours.</b>
alert-still-open-days = <b>Nobody has closed this for { $days } days.</b>
alert-after-restore = The records were put back from a backup. You may have dealt with this already. If so, close it once more.
alert-nobody-named =
    <b>Words of danger were found, and nobody is named to read them ({ $reference }).</b>
    Name two people now: wardmote safeguarding name
alert-nobody-reached =
    <b>Words of danger were found, and nobody named to read them can be reached ({ $reference }).</b>
    They sent /stop or blocked the bot. Ask them to send /start, or name others: wardmote safeguarding name
danger-duty-ends = <b>These people are named to read words of danger only until the end of { $day }: { $who }.</b>
danger-duty-over = <b>No longer named to read words of danger: { $who }.</b> The last day was { $day }.
danger-left-then =
    { $left ->
        [0] After that nobody is named who can be reached. Two people are needed.
        [one] After that { $left } person is named who can be reached. Two are needed.
       *[other] After that { $left } others are named who can be reached.
    }
danger-left-now =
    { $left ->
        [0] Now nobody is named who can be reached. Two people are needed.
        [one] Now { $left } person is named who can be reached. Two are needed.
       *[other] Now { $left } others are named who can be reached.
    }
danger-name-again = The people who run the bot can name them again, or name others: wardmote safeguarding name
alerts-stop = You are named to read words of danger. Alerts won't reach you now. Send /start to get them again, or ask for somebody else to be named.
alert-ward = Their ward: { $ward }
alert-shared-phone = Several people answer on this phone. Somebody else there may have written it, or read a reply.
alert-words =
    { $when }:
    { $text }
alert-words-gone = The words have been deleted: we keep them for 30 days.
alert-no-words = There are no words to read.
alert-opening-noted = We noted that you opened this.
alert-somebody = somebody who has left
alert-was-closed =
    Closed by { $by }, { $when }:
    { $done }
alerts-none = Nothing is open.
alerts-open = <b>Not closed yet</b>
alert-row = /open { $reference } ({ $when })
alert-what-was-done = What was done about { $reference }? Write it in one message. We keep it for a year.
alert-closed = Thank you. { $reference } is closed.
alert-closes-with =
    <b>This closes { $reference } with:</b>
    «{ $done }»
alert-closed-before = { $reference } is closed already, by { $who }.
alert-how-to-add = To add to it: /close { $reference } and your words.
alert-to-add =
    You wrote this. Shall we add it to what was done?
    «{ $done }»
alert-added = { $who } had closed { $reference }. Your words were added to what was done.
alert-closed-by = <b>{ $reference } is closed.</b> { $who } has written what was done.
button-add-what-was-done = Add it
alert-not-closed = Nothing was changed about { $reference }.
button-close-it = Close it
button-read-words = Read the words
button-what-was-done = Write what was done

nothing-done = <b>We've done nothing.</b> Tap a button above, or type what it says: { $labels }
nothing-done-label = “{ $label }”
welcome = You're welcome.
offer-again = You also wrote this at the question { $question }.
offer-closing = <b>These words of yours are not sent yet.</b> "{ $title }" closes on { $closes }.
offer-handing-back = <b>Before you hand the phone back:</b> these words of yours are not sent yet.
offer-closed = <b>"{ $title }" has closed.</b> We have not sent or kept what you wrote there and did not decide on.
offer-not-sent = This was not sent, and we haven't kept it:
offer-dropped = That's fine. We haven't added those words.
still-kept-send = Your message is kept. To go on with it: /send
still-kept-complaint-outcome = What you wrote about a complaint is kept. To go on with it: /complaints
still-kept-request = The words of a request are kept. To go on with it: /requests
still-kept-closing-alert = What you wrote about an alert is kept. To go on with it: /open
still-kept-words = Your words above are kept until the questions close. The buttons under them still work.

## Reading what people wrote, and submissions

command-reading = Read what people wrote
command-submission = Add a letter or a petition
reading-which = <b>Which texts do you want to read?</b>
reading-row = { $number } { $title }
reading-heading = <b>Nobody has read these yet</b>: { $title }
reading-heading-read = <b>These have been read</b>: { $title }
reading-none = There is nothing to read just now.
reading-none-read = Nothing has been read yet.
reading-just-gone = <b>Its writer has changed or deleted that text, so nothing was added.</b>
reading-just-read = <b>Marked as read.</b> That was the last one here.
reading-danger = <b>Those words may mean danger.</b> The people named for that get an alert. The text is on this list no more.
reading-line = { $number } <i>{ $text }</i>
reading-line-changed = { $number } Changed since it was read: <i>{ $text }</i>
reading-line-voice = { $number } <b>Voice note</b>, { $length }. Nobody has written it down yet.
reading-line-submission = { $number } { $kind }: <i>{ $text }</i>
reading-open =
    { $phase ->
        [open] People can still answer. New texts appear at night, from ten or more people at a time, in an order that is yours alone.
        [paused] Nobody can answer for now. New texts appear at night, from ten or more people at a time, in an order that is yours alone.
       *[ended] Nobody can answer any more. All texts come here once everything that was sent in time is in. That mostly takes some minutes.
    }
    No numbers and no wards are shown until all texts are here.
reading-totals = Texts not read yet: { $unread }. Read: { $read }. The same words are one text.
reading-total-submissions = Letters, petitions and the like, counted apart. Not read yet: { $unread }. Read: { $read }.
reading-kept-back = People whose words are kept for those named for words of danger: { $number }
reading-marked = <b>Marked as read.</b> Here is the next one.
reading-about-answer = <b>Answer to:</b> { $question }
reading-about-comment = <b>Comment on:</b> { $question }
reading-about-late = <b>Came after the close, and is counted apart:</b> { $question }
reading-words = <i>{ $text }</i>
voice-to-write = <b>Voice note</b>, { $length }. Listen to it, and write down what it says. Then it can be read like the others.
voice-comes = <b>Voice note</b>, { $length }. The sound is still on its way from Telegram. Please look again later.
voice-is-lost = <b>Voice note that we couldn't get.</b> Its author knows, unless they have stopped messages, and can answer again.
voice-mark = Written down from a voice note.
voice-written-meanwhile = <b>A colleague has just written it down.</b> Yours wasn't kept. You can still correct the words.
voice-what-was-said = <b>What does the voice note say?</b> Write it down as it was said, in the same language.
voice-caption = Voice note, as an answer to { $question }. It is for your work only.
voice-caption-own = Your voice note: your answer to { $question }.
voice-caption-own-gone = Your voice note. Its question is not in our list any more.
voice-not-sent = We couldn't send the sound. Please try again later.
reading-changed = Its writer has changed it. The earlier words were read; please read these.
reading-same-words = The same words came from: { $people }
reading-ward = Ward: { $ward }
reading-themes-of = Filed under: { $themes }
reading-read-by = Read by { $who }, { $when }
reading-written-in = Language: { $named }
reading-translated = Put into this language by { $who }: { $named }
reading-needs-translation = <b>You don't read this language.</b> You can mark it as read once somebody has put it into one that you know.
reading-other-language = another language
themes-of-text = <b>What is it about?</b> Tap each theme that fits. A tap on a ticked one takes it away.
themes-none = <b>What is it about?</b> There are no themes yet. Make the first one.
theme-number = { $theme }: texts: { $texts }. Letters and the like: { $submissions }
theme-filed = Filed under: { $theme }
theme-question = <b>What is the new theme called?</b> A few words are enough.
translation-question = <b>What does this say?</b> Please write it in this language: { $named }
translation-question-any = <b>What does this say?</b> Please write it in another language.
themes-changed = <b>A colleague has changed the themes since then.</b> Nothing was done. These are the themes now.
themes-to-change = <b>Which theme do you want to change?</b>
themes-none-left = There are no themes any more.
theme-renamed = Done. “{ $theme }” is called “{ $other }” now.
theme-joined = Done. What was filed under “{ $theme }” is under “{ $other }” now.
theme-removed = Done. There is no theme “{ $theme }” any more. The texts stay on the list.
theme-to-change =
    <b>{ $theme }</b>
    What do you want to do with this theme?
theme-new-name = <b>What shall we call “{ $theme }” from now on?</b> A few words are enough.
theme-join-which = <b>Join “{ $theme }” with which theme?</b> Its texts go to the one that you choose.
theme-same-name = There is another theme with this name.
theme-join-sure = <b>Put everything from “{ $theme }” under “{ $other }”?</b> Then there is no “{ $theme }” any more. This can't be undone.
theme-remove-sure = <b>Remove the theme “{ $theme }”?</b> Its texts stay on the list, but not under this theme. This can't be undone.
translation-now = There is a translation already. Yours takes its place. Anybody who read it has to read the text again:
translation-sure = <b>Take this translation back?</b> Put into this language by { $who }: { $named }. Anybody who could read the text only in this way has not read it then.
button-change-themes = Change the themes
button-rename-theme = Give it another name
button-join-theme = Join it with another
button-join-theme-yes = Yes, join them
button-remove-theme = Remove this theme
button-remove-theme-yes = Yes, remove it
button-translation-away = Take the translation back
button-translation-away-yes = Yes, take it back
text-language = <b>Which language is it?</b> Now: { $named }
languages-read = <b>Which languages do you read?</b> Tap them.
languages-known = You read: { $languages }
button-from-the-top = From the top
button-were-read = Those that were read
button-not-read = Those not read yet
button-languages-read = Languages I read
button-add-submission = Add a letter or petition
button-i-have-read = I have read this
button-file = What it is about
button-translate = Put it into a language
button-listen = Listen
button-write-down = Write it down
button-correct-words = Correct the words
button-as-written = As it was written
button-translated = In a language I know
button-other-language = It is in another language
button-next-text = Next text
button-to-list = To the list
button-new-theme = New theme
button-take-out = Entered by mistake
button-take-out-yes = Yes, delete it
button-today = Today
button-drop-this = It is the same: drop this one
button-keep-both = They are two: keep both
button-keep-submission = Keep it
button-is-summary = This is a summary
button-own-words = These are its own words
button-it-is-in = It is in: { $named }
button-show-it = Show it
submission-which = <b>Which questions is it about?</b>
submission-how = <b>How did it come?</b> { $title }
submission-kind-organisation = An organisation's answer
submission-kind-letter = A letter
submission-kind-email = An e-mail
submission-kind-petition = A petition
submission-kind-presentation = Said at a meeting
submission-unclear = We don't know that one. Tap it, or type it as it is written below.
submission-entered = Now: { $entered }
submission-change = <b>What is wrong?</b> All you entered is kept.
button-change-something = Change something
button-submission-change = { $step ->
        [consultation] Which questions it is about
        [kind] How it came
        [sender] Who it is from
        [received] When it came
        [signatures] How many people signed it
       *[text] What it says
    }
submission-sender = <b>Who is it from?</b> Don't name a person. Say "a shop" or "a group of tenants".
submission-received = <b>When did it come?</b> Write the day, such as 5 September 2022.
submission-signatures-question = <b>How many people signed it?</b> Write the number.
submission-text = <b>What does it say?</b> Send its words, or the main points. Leave out names and addresses.
submission-preview = <b>Is this right?</b> { $title }
submission-line = <b>{ $kind }</b> from { $who }, { $day }
submission-signatures = People who signed it: { $number }
submission-is-summary = This is a summary.
submission-signs = There may be an address or a number in this. Take it out if nobody needs it.
submission-same = <b>These words were entered before</b> by { $who }. They came on { $day }.
submission-kept = <b>It is kept.</b> It is on the reading list of "{ $title }", and counted apart from answers.
submission-dropped = That's fine. We have kept nothing.
submission-dropped-same = That's fine. It is kept once.
submission-take-out = <b>Was this entered by mistake?</b> Its words are then deleted.
still-kept-submission = What you wrote about a letter or petition is kept. To go on with it: /submission
still-kept-stopping-poll = You were stopping a quick question. It goes on. To stop it: /ask
doubted-reading = Other things came after that question. Is this for the text you were reading?
doubted-submission = Other things came after that question. Is this for the letter or petition?
doubted-stopping = Other things came after that question. Is this why you stop the quick question?
refusal-reading-for-officers = Officers of every ward read what people wrote. So does an officer who owns these questions. /help shows what you can do.
refusal-text-gone = Its writer has changed or deleted that text. To see what else there is: /reading
refusal-translation-needed = You don't read this language. Please put it into one that you know first, or ask somebody who can.
refusal-name-too-long = That is too long. Please use { $most } characters at most.
workbook-sheet-submissions = Letters and petitions
submissions-note = Letters, e-mails, petitions and the like. They are counted apart and are in no other sheet.
submissions-how = How it came
submissions-from = From
submissions-day = Came on
submissions-signatures = People who signed it
submissions-summary = A summary
submissions-text = Text
submissions-read = Was read

guest-banner = <b>Person { $number } is answering.</b>
guest-banner-for = <b>For person { $number }:</b>
button-hand-back = Hand the phone back
button-someone-else = Someone else here wants to answer
guest-hello =
    <b>Hello, person { $number }.</b> You can answer { $council }'s questions on this phone too.
    Your answers are yours. We keep and count them apart from everybody else's. They are not in the tables of the results. The council reads your words like all others. We won't send you messages.
    The owner of this phone can read this chat.
guest-hello-kept = We keep your ward (your local area), your answers and, until the results are out, a link to this phone. We don't keep your name, phone number or postcode. You can live somewhere else than the owner of the phone.
guest-joined = <b>Thank you. You're in { $ward }.</b>
guest-not-in-ward = These questions are not for your ward, so there is nothing to answer. Please hand the phone back.
guest-answered = You have answered these questions.
guest-questions =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }.
guest-too-young = Thank you for telling us. This chat is for people aged { $age } or over, so we have kept nothing. Please hand the phone back.
guest-who = Person { $number } was answering. We don't know who has the phone now, so we have not used your message. Who has it? Tap first. Then send your message again.
guest-who-owners = Person { $number } was answering. Only the owner of this phone can see or do that. Who has the phone?
guest-who-mine = Person { $number } was answering. You see only your own answers. Who has the phone?
guest-who-again = Person { $number } was answering. Who has the phone now? Tap first. If you sent a message just before, send it again then.
button-guest-goes-on = Person { $number } goes on
button-owner-has-it = The owner of the phone
guest-handed-back = <b>The owner has the phone again.</b>
guest-handed-back-change = Person { $number } can change or add answers: /mine
guest-handed-back-see = Person { $number } can see their answers: /mine
guest-unsent = Person { $number } also wrote words without a yes or no. We have not sent them.
guest-forgotten = <b>Done. We've forgotten person { $number }.</b> The owner has the phone again.
guest-nobody = <b>The owner has the phone.</b>
guest-which = Which questions does someone else want to answer?
button-guest-change = Person { $number }: change
button-guest-see = Person { $number }: see answers
guest-page = Person { $number } answered "{ $title }" on this phone. Only person { $number } should go on.
guest-page-paused = Person { $number } answered "{ $title }" on this phone. It takes no answers just now. It starts again: { $opens }. Only person { $number } should look at the answers.
guest-page-closed = Person { $number } answered "{ $title }" on this phone. It takes no answers now. Only person { $number } should look at the answers.
button-guest-is-me = I am person { $number }: change my answers
button-guest-sees = I am person { $number }: see my answers
button-guest-take-back = Delete person { $number }'s answers
guest-take-back = Delete all that person { $number } answered to "{ $title }"? This can't be undone.
button-guest-take-back-yes = Yes, delete them
guest-taken-back = <b>Deleted.</b> The answers of person { $number } are gone.
guest-here = You can change your answers or hand the phone back. Other things are for the owner of the phone.
button-guest-mine = See my answers
guest-receipt-change = You can change your answers until { $closes }. The owner of the phone types /mine and taps "Person { $number }: change".
guest-forgotten-later-mind = Changed your mind? Type "forget me" again.
guest-results-by = Results: by { $hear }. We don't send them to you: the owner of the phone may get them.
forget-others = { $count ->
        [one] 1 other person answered on this phone. We forget them too.
       *[other] { $count } other people answered on this phone. We forget them too.
    }
refusal-phone-full = Up to { $most } people can answer on one phone, and { $most } have. All their answers are safe. { $has_ways ->
        [yes] You can answer without this phone: { $ways }
       *[no] You can answer on another phone.
    }
refusal-answer-first = Please answer first. Then someone else can use this phone: /consultations
refusal-nothing-to-answer = No questions are open for this phone's owner, so nobody else can answer here. To look again: /consultations
refusal-for-owner = Only the owner of the phone can do that. Hand the phone back first.
refusal-one-person-a-phone = Here one person answers on each phone. Someone else can answer on a phone of their own.
command-another = Someone else here wants to answer
refusal-phone-released = The results of these questions have been out once. So nobody else can begin to answer on this phone. All answers given on it are safe. { $has_ways ->
        [yes] You can answer without this phone: { $ways }
       *[no] You can answer on another phone.
    }
results-shared-apart = { $people } or more people answered on somebody else's phone by the first close. They are not in these numbers. Their words are read like all others. Their choices are in the file of answers, as "shared phone".
workbook-shared = Shared phones

## About yourself

equality-offer = Would you tell us a little about yourself? You don't have to.
button-equality-answer = Answer five optional questions
button-equality-no = No thanks
equality-declined = That's fine. We won't ask again. If you change your mind, send /about_me
equality-intro =
    <b>Five questions about you</b>
    You don't have to answer. We ask so that we can see who we hear from, and who we don't.
    We keep what you say apart from your other answers. We never count it by ward. Staff see only totals of 50 people or more.
    We delete it by { $day }. To have it deleted at once: <b>{ $stop }</b>, or /about_me
equality-law = The law that lets us ask: { $condition }
equality-policy = Our rules for this: { $document }
equality-policy-link = Read them: { $link }
equality-age-asked = We can ask you only if you are { $age } or over. Are you?
button-equality-old-enough = Yes, I'm { $age } or over
button-equality-younger = No, I'm younger
button-equality-go-on = Go on
equality-unclear = <b>We've kept nothing of that.</b> Please tap a button, or type what it says.
equality-too-young = Thank you for telling us. These questions are for people aged { $age } or over. So we've kept nothing. Your other answers count as before.
equality-head = <b>{ $number } of { $total }</b>
equality-question = { $question ->
        [age] Which age group are you in?
        [sex] What is your sex?
        [health] Do you have any physical or mental health conditions or illnesses lasting or expected to last for 12 months or more?
        [activities] Does your condition or illness, or do any of your conditions or illnesses, reduce your ability to carry out day-to-day activities?
        [ethnic-group] What is your ethnic group?
       *[religion] What is your religion?
    }
equality-name = { $question ->
        [age] Age
        [sex] Sex
        [health] Health
        [activities] Day-to-day life
        [disability] Disability that reduces daily life
        [ethnic-group] Ethnic group
       *[religion] Religion
    }
equality-not-said = Prefer not to say
equality-answer = { $answer ->
        [age-from-16] 16 to 24
        [age-from-25] 25 to 34
        [age-from-35] 35 to 49
        [age-from-50] 50 to 64
        [age-from-65] 65 to 74
        [age-from-75] 75 or over
        [sex-female] Female
        [sex-male] Male
        [health-yes] Yes
        [health-no] No
        [activities-a-lot] Yes, a lot
        [activities-a-little] Yes, a little
        [activities-not-at-all] Not at all
        [disability-a-lot] Yes, a lot
        [disability-a-little] Yes, a little
        [disability-no] No
        [ethnic-group-white] White
        [ethnic-group-mixed] Mixed or multiple ethnic groups
        [ethnic-group-asian] Asian or Asian British
        [ethnic-group-black] Black, African, Caribbean or Black British
        [ethnic-group-other] Other ethnic group
        [religion-none] No religion
        [religion-christian] Christian (including Church of England, Catholic, Protestant and all other Christian denominations)
        [religion-buddhist] Buddhist
        [religion-hindu] Hindu
        [religion-jewish] Jewish
        [religion-muslim] Muslim
        [religion-sikh] Sikh
       *[religion-other] Any other religion
    }
button-equality-stop = Stop using this
button-equality-show = See what I said
button-equality-change = Answer the five questions again
equality-done = Thank you. That was all. To see what you said, or have it deleted: /about_me
equality-nothing-said = That's fine. We've kept nothing. If you change your mind, send /about_me
equality-said = <b>What you said about yourself</b>
equality-said-with =
    <b>{ $title }</b>
    You said this after those questions. We delete it by { $day }.
equality-said-row = { $name }: { $answer }
equality-none = You've told us nothing about yourself. You don't have to.
equality-none-now = You've told us nothing about yourself. We ask only once you have answered some questions to the end, and until we have counted them.
equality-gone = <b>Done.</b> We've deleted what you said about yourself, and don't use it any more. Your other answers stay.
equality-nothing-held = You've told us nothing about yourself, so there is nothing to delete.
refusal-equality-not-asked = We don't ask people about themselves here.
refusal-equality-owners = We don't ask people about themselves on somebody else's phone. What its owner has said, only they can see or delete. If you are the owner, tap "Hand the phone back" first.
refusal-equality-over = We've counted these answers, so nothing can be added. We've kept nothing new.
help-equality = /about_me: what you said about yourself, if you chose to
help-another = /another: someone else here wants to answer
forget-equality-goes = What you said about yourself goes too.
manage-equality =
    <b>About themselves:</b> at the end people can answer five optional questions. They are about age, sex, disability, ethnic group and religion.
    <b>By what law:</b> { $condition } ({ $document })
button-results-equality = Who answered
results-equality-note = What people said about themselves, if they chose to. All wards together, and each question by itself. Nothing of it is shown by ward.
results-equality-question = <b>{ $name }</b>
workbook-sheet-equality = Who answered
counts-about = about { $people }
counts-up-to = up to about { $people }
mydata-table-equality-answers = What you said about yourself
mydata-field-equality-offered = Asked once about yourself
command-about_me = What you said about yourself
