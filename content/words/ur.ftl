# مسودہ: یہ ترجمہ اردو مادری زبان والے کسی فرد کی جانچ کا منتظر ہے۔
# Draft: awaiting a native speaker.
#
# Glossary, kept to throughout:
#   ward = وارڈ               council = کونسل            board = بورڈ (member: بورڈ ممبر)
#   plan = پلان               promise/commitment = وعدہ  theme = موضوع
#   questions = سوالات        a set of questions = سوال نامہ (mashwarat, مشاورت, only in files for officers)
#   answer = جواب             receipt = رسید             postcode = پوسٹ کوڈ
#   news = خبریں              second yes = دوسری منظوری   officer = افسر
#   tap = دبائیں              type = لکھیں                choose = چنیں
#   to forget (/forget) = رابطہ مٹانا: what is deleted is the link between the person and the chat
#
# Everyday Urdu, polite (آپ), without verb forms that tell whether the reader is a man or a woman:
# "جواب بدلا جا سکتا ہے", not "آپ بدل سکتے ہیں". Western digits, Urdu punctuation (۔ ، ؟ ؛).
# What is filled in is not inflected, so it stands after a colon or before a postposition.
# A label or a cell begins with an Urdu word where it can: it carries no marks of direction.

## Joining

hello =
    <b>خوش آمدید۔ یہ { $council } کی محلہ چیٹ ہے۔</b> یہاں آپ کے علاقے کے منصوبوں کی خبریں ملتی ہیں، اور ان منصوبوں کے بارے میں مختصر سوال پوچھے جاتے ہیں۔ یہ مفت ہے۔
    ہم آپ کا وارڈ (آپ کا مقامی علاقہ)، آپ کے جواب اور اس چیٹ سے رابطہ محفوظ رکھتے ہیں تاکہ آپ کو لکھ سکیں۔ آپ کا نام، فون نمبر یا پوسٹ کوڈ محفوظ نہیں رکھا جاتا۔
    جب چاہیں بند کریں: /stop
hello-messages-again = <b>خوش آمدید۔</b> پیغامات اب پھر آئیں گے۔
hello-staff = عملے میں آپ کا کردار ({ $label }) باقی ہے۔ آپ کیا کر سکتے ہیں: /help۔ نیچے جو ہے وہ یہاں کے رہائشیوں کے لیے ہے۔
hello-anyone = شہریت یا ووٹ کا حق ہونا ضروری نہیں۔ یہ معلومات کونسل ٹیکس، سرکاری امداد، رہائش یا امیگریشن کے لیے استعمال نہیں ہوتیں۔
button-start = شروع کریں
button-privacy = رازداری کے بارے میں
language-name = اردو
language-lacking = آپ کے فون کی زبان: { $wanted }۔ یہ زبان یہاں ابھی دستیاب نہیں، اس لیے یہ پیغام اردو میں ہے۔
language-choose = <b>کون سی زبان؟</b> اس کا بٹن دبائیں، یا اس کا نام لکھیں۔
language-set = ہو گیا۔ اب آپ کو پیغامات اردو میں ملیں گے۔
language-draft = یہ ترجمہ ابھی مسودہ ہے۔ کسی اہلِ زبان سے اس کی جانچ کرانا باقی ہے۔
privacy-postcode = جو پوسٹ کوڈ آپ نے لکھا وہ اسی چیٹ میں رہتا ہے۔ ہمارے پاس اس کی نقل نہیں۔ وہ پیغام کسی بھی وقت مٹایا جا سکتا ہے۔
privacy-voice = اگر آپ آواز میں جواب دیں تو کونسل کے لوگ اسے سن کر لکھ لیتے ہیں۔ آواز ہم اس کے 30 دن بعد مٹا دیتے ہیں۔
privacy-safety = ایک کمپیوٹر آپ کے پیغاموں میں خطرے کے الفاظ ڈھونڈتا ہے۔ کچھ اس سے رہ جائیں گے۔ یہ چیٹ دن رات کوئی نہیں پڑھتا۔ جو الفاظ ملیں وہ کونسل کے دو لوگ 30 دن تک پڑھ سکتے ہیں۔ جو شامل نہیں ہوئے ان کے الفاظ ہم نہیں رکھتے۔
privacy-equality = کچھ سوالوں کے جواب کے بعد ہم آپ کے بارے میں پوچھ سکتے ہیں: عمر کا گروپ، جنس، صحت، نسلی گروہ اور مذہب۔ بتانا ضروری نہیں۔ یہ جواب ان سوالوں کے بند ہونے کے چھ ماہ بعد مٹا دیے جاتے ہیں۔ پہلے مٹوانے کے لیے: /about_me
privacy-rights = ہمارے پاس آپ کا جو کچھ ہے: /mydata۔ ہم آپ کو بھول جائیں: /forget۔ شکایت: /complain
guest-privacy-rights = آپ کسی اور کے فون پر جواب دے رہے ہیں۔ نتیجے آنے پر اس فون کا رابطہ مٹ جاتا ہے۔ اپنے جواب دیکھنے کے لیے "مدد" لکھیں۔ ہم آپ کو بھول جائیں، اس کے لیے "مجھے بھول جائیں" لکھیں۔ ہمارے پاس آپ کا جو کچھ ہے وہ دیکھنے یا شکایت کے لیے ہم سے پوچھیں۔
privacy-contact-phone = یا ہم سے پوچھیں: { $phone }
privacy-contact-email = ای میل: { $email }

age-question = کیا آپ کی عمر { $age } سال یا اس سے زیادہ ہے؟
age-hint = مہربانی کر کے ”{ $yes }“ یا ”{ $no }“ دبائیں، یا ان میں سے ایک لکھیں۔ ”{ $yes }“ کا مطلب ہے کہ آپ { $age } سال یا اس سے زیادہ کے ہیں، ”{ $no }“ کا مطلب ہے کہ اس سے کم کے۔
button-yes = جی ہاں
button-no = جی نہیں
too-young = بتانے کا شکریہ۔ یہ چیٹ { $age } سال یا اس سے زیادہ عمر کے افراد کے لیے ہے، اس لیے ہم نے کچھ محفوظ نہیں کیا۔ { $age } سال کی عمر میں آپ کو یہاں خوش آمدید کہا جائے گا۔

button-no-by-mistake = غلطی سے ”نہیں“ دب گیا

ward-poster = آپ کا گھر یا عام قیام کہاں ہے؟ پوسٹر پر یہ وارڈ لکھا ہے: <b>{ $ward }</b>۔
ward-ask =
    آپ کا گھر یا عام قیام کہاں ہے؟ اپنا پوسٹ کوڈ یا اپنے وارڈ کا نام لکھیں۔
    پوسٹ کوڈ سے آپ کا وارڈ معلوم کیا جاتا ہے، پھر پوسٹ کوڈ مٹا دیا جاتا ہے۔
ward-ask-moving =
    اب آپ کا گھر یا عام قیام کہاں ہے؟ اپنا پوسٹ کوڈ یا اپنے وارڈ کا نام لکھیں۔
    پوسٹ کوڈ سے آپ کا وارڈ معلوم کیا جاتا ہے، پھر پوسٹ کوڈ مٹا دیا جاتا ہے۔
ward-list = <b>اپنا وارڈ چنیں۔</b> اسے دبائیں، یا اس کا نمبر یا نام لکھیں۔
ward-guess = کیا آپ کا مطلب <b>{ $ward }</b> ہے؟
ward-list-page = صفحہ { $page }، کل صفحات { $pages }
ward-list-row = { $number } { $ward }
ward-boundaries = یہ { $vintage } کے وارڈ ہیں۔
button-poster-yes = جی ہاں، گھر وہیں ہے
button-postcode = اپنا پوسٹ کوڈ لکھیں
button-list = فہرست سے چنیں
button-more = مزید
button-location = میری لوکیشن استعمال کریں
button-share-location = اپنی لوکیشن بھیجیں
location-ask =
    نیچے <b>{ $button }</b> دبائیں۔ لوکیشن سے صرف ایک بار آپ کا وارڈ معلوم کیا جاتا ہے، پھر اسے مٹا دیا جاتا ہے۔
    چاہیں تو اس کی جگہ اپنا پوسٹ کوڈ یا اپنے وارڈ کا نام لکھیں۔
location-key-away = لوکیشن والا بٹن ہٹا دیا گیا ہے۔ اب پھر سے لکھا جا سکتا ہے۔
location-near =
    <b>ان میں سے آپ کا گھر کس وارڈ میں ہے؟</b>
    یہ آپ کی بھیجی ہوئی لوکیشن کے سب سے قریب ہیں۔ لوکیشن ہم نے مٹا دی ہے۔
location-exact = لگتا ہے یہ جگہ <b>{ $ward }</b> میں ہے۔ کیا آپ کا گھر یہیں ہے؟ آپ کی لوکیشن ہم نے مٹا دی ہے۔
location-near-follow =
    <b>ان میں سے کس وارڈ کی خبریں چاہییں؟</b>
    یہ آپ کی بھیجی ہوئی جگہ کے سب سے قریب ہیں۔ لوکیشن ہم نے مٹا دی ہے۔
location-exact-follow = لگتا ہے یہ جگہ <b>{ $ward }</b> میں ہے۔ کیا اس کی خبریں بھی چاہییں؟ آپ کی لوکیشن ہم نے مٹا دی ہے۔
button-none-of-these = ان میں سے کوئی نہیں

joined =
    <b>شکریہ۔ آپ کا وارڈ: { $ward }۔</b>
    ہم { $vintage } کے وارڈ استعمال کرتے ہیں۔ وارڈ درست نہیں؟ /ward
joined-again = <b>دوبارہ خوش آمدید۔</b> آپ کا وارڈ: { $ward }۔ وارڈ درست نہیں؟ /ward
joined-again-old-ward = <b>دوبارہ خوش آمدید۔</b> آپ کا وارڈ: { $ward }۔ اب وارڈ بدل گئے ہیں۔ مہربانی کر کے دوبارہ چنیں: /ward
joined-none = اس وقت آپ کے وارڈ کے لیے کوئی سوال نامہ کھلا نہیں۔ منصوبے کی خبریں یہیں ملیں گی۔ یہاں کیا کچھ کیا جا سکتا ہے: /help
joined-news = منصوبے کی خبریں یہیں ملیں گی۔ یہاں کیا کچھ کیا جا سکتا ہے: /help
joined-none-stopped = اس وقت آپ کے وارڈ کے لیے کوئی سوال نامہ کھلا نہیں۔ آپ نے پیغامات بند کیے ہیں، اس لیے خبریں نہیں آئیں گی۔ دوبارہ شروع کرنے کے لیے: /start
joined-none-leaving = اس وقت آپ کے وارڈ کے لیے کوئی سوال نامہ کھلا نہیں۔ آپ کے کہنے پر آپ کا رابطہ مٹا دیا جائے گا، اس لیے خبریں نہیں آئیں گی۔ ارادہ بدلنے کے لیے: /forget
joined-answered = آپ کے وارڈ کے لیے جو سوال کھلے ہیں، آپ ان سب کے جواب دے چکے ہیں۔ انہیں دیکھنے یا بدلنے کے لیے: /mine
joined-skipped = آپ کے وارڈ کے لیے جو سوال کھلے ہیں، وہ سب آپ دیکھ چکے ہیں۔ کچھ آپ نے چھوڑ دیے۔ جواب دیکھنے، دینے یا بدلنے کے لیے: /mine
joined-one =
    آپ کے وارڈ کے لیے ایک سوال نامہ کھلا ہے: <b>{ $title }</b>
    اس میں { $questions ->
        [one] { $questions } سوال ہے
       *[other] { $questions } سوال ہیں
    }، وقت تقریباً { $minutes ->
        [one] { $minutes } منٹ
       *[other] { $minutes } منٹ
    }۔ آخری دن: { $closes }۔
joined-several = آپ کے وارڈ کے لیے { $count } سوال نامے کھلے ہیں۔
button-answer-now = ابھی جواب دیں
form-question = آپ کے پاس کتنا وقت ہے؟ مختصر فارم میں { $every } میں سے { $short } سوال ہیں۔ اس کے بعد آگے بھی جا سکتے ہیں۔
button-about-minutes = { $minutes ->
    [one] تقریباً { $minutes } منٹ
   *[other] تقریباً { $minutes } منٹ
    }
button-questions-minutes = { $questions ->
    [one] { $questions } سوال
   *[other] { $questions } سوال
    }، تقریباً { $minutes ->
    [one] { $minutes } منٹ
   *[other] { $minutes } منٹ
    }
receipt-rest =
    { $questions ->
        [one] وقت ہو تو { $questions } سوال اور ہے
       *[other] وقت ہو تو { $questions } سوال اور ہیں
    }، تقریباً { $minutes ->
        [one] { $minutes } منٹ
       *[other] { $minutes } منٹ
    }۔
button-answer-title = جواب دیں: { $title }
button-later = بعد میں
button-who-decides = فیصلہ کون کرتا ہے؟
later = ٹھیک ہے۔ جواب { $closes } تک دیے جا سکتے ہیں: /consultations

## Consultations

consultations-none = اس وقت آپ کے وارڈ کے لیے کوئی سوال نامہ کھلا نہیں۔ جب چاہیں دوبارہ دیکھیں: /consultations
consultations-upcoming = اگلا سوال نامہ: <b>{ $title }</b>، شروع: { $opens }۔
consultations-paused = <b>{ $title }</b> ابھی رکا ہوا ہے۔ دوبارہ شروع ہونے کا وقت: { $opens }۔
opening = { $day }، { $time } بجے
closing = { $day }، { $time } بجے
closing-end-of-day = { $day }، رات 12 بجے
consultations-list = <b>آپ کے وارڈ کے لیے کھلے سوال نامے</b>
consultations-row = { $number } <b>{ $title }</b>، { $closes } تک۔ { $state ->
        [complete] آپ کے جواب مل چکے ہیں۔
        [partial] آپ نے شروع کر دیا ہے۔
       *[none] ابھی جواب نہیں دیا گیا۔
    }
intro =
    <b>{ $title }</b>
    { $purpose }
    اس میں { $questions ->
        [one] { $questions } سوال ہے
       *[other] { $questions } سوال ہیں
    }، وقت تقریباً { $minutes ->
        [one] { $minutes } منٹ
       *[other] { $minutes } منٹ
    }۔ آخری دن: { $closes }۔
results-told = کونسل نے لوگوں کو بتا دیا ہے کہ کیا ہوا: { $how }
results-by = نتائج { $hear } تک یہیں بتائے جائیں گے۔
results-stopped = آپ نے پیغامات بند کیے ہیں، اس لیے ہم نتائج نہیں بھیجیں گے۔ دوبارہ شروع کرنے کے لیے: /start
results-leaving = آپ کے کہنے پر آپ کا رابطہ مٹا دیا جائے گا، اس لیے ہم نتائج نہیں بھیجیں گے۔ ارادہ بدلنے کے لیے: /forget
decision-due = فیصلہ { $due } کو متوقع ہے۔ یہ تاریخ بدل سکتی ہے، اور وجہ بتائی جائے گی۔
intro-state-complete = آپ کے جواب مل چکے ہیں۔ بند ہونے تک جواب بدلے جا سکتے ہیں۔
intro-state-partial = آپ نے شروع کر دیا ہے۔ جہاں چھوڑا تھا، وہیں سے آگے چلیں۔
button-change-answers = میرے جواب بدلیں
button-go-on = آگے چلیں
who-decides =
    <b>فیصلہ کون کرتا ہے؟</b>
    { $decided_by }
    <b>ابھی کیا بدل سکتا ہے؟</b>
    { $can_change }
who-decides-other-ways =
    <b>حصہ لینے کے اور طریقے</b>
    { $other_ways }

## Questions

question = <b>سوال { $number } (کل { $total })۔</b> { $text }
question-branching = <b>سوال { $number } (زیادہ سے زیادہ { $total })۔</b> { $text }
question-after-others = ہو سکتا ہے یہ کسی اور پیغام کے لیے ہو، اس لیے ہم نے اسے جواب نہیں سمجھا۔ اگر آپ سوال کا جواب دے رہے ہیں تو ابھی دیں۔
question-after-news = اس سوال کے بعد ایک خبر آئی، اس لیے ہم نے اسے جواب نہیں سمجھا۔ اگر آپ سوال کا جواب دے رہے ہیں تو ابھی دیں۔
answer-instead = اس سوال کا آپ کا جواب اب یہ ہے: { $question }: { $answer }۔
answered-too-back = ہم نے { $answer } کو سوال { $question } کا جواب بھی مانا ہے۔ غلط ہے؟ پیچھے دبائیں۔
answered-too-mine = ہم نے { $answer } کو سوال { $question } کا جواب بھی مانا ہے۔ غلط ہے؟ بدلیں: /mine
after-close = یہ سوال بند ہو چکے ہیں۔ بند ہونے کا وقت: { $closes }۔
after-close-in-time = یہ سوال بند ہو چکے ہیں۔ بند ہونے کا وقت: { $closes }۔ آپ کا جواب وقت پر آیا، اس لیے وہ گنا جائے گا۔
after-close-late = یہ سوال بند ہو چکے ہیں۔ بند ہونے کا وقت: { $closes }۔ آپ کا جواب اس کے بعد آیا۔ ہم اسے محفوظ رکھیں گے، مگر الگ گنیں گے۔
after-close-next-late = اب جو جواب آپ دیں گے، ہم اسے محفوظ رکھیں گے، مگر الگ گنیں گے۔
after-close-next-counts = اس وقت ہمارا رابطہ نہیں تھا۔ اس لیے جو بٹن آپ ابھی دبائیں گے، وہ گنا جائے گا۔
question-option = { $number } { $label }
question-chosen-option = { $number } { $label } (منتخب)
question-scale = پیمانہ: { $lowest } = { $lowest_label } سے { $highest } = { $highest_label } تک
question-ranked-option = { $number } { $label } (مقام { $place })
question-named = ”{ $question }“
question-named-reason = ”{ $question }“ (یہ ”{ $about }“ کے بارے میں ہے)
question-current = آپ کا جواب: { $answer }
question-several-hint = جو جو چاہیں دبائیں، پھر "ہو گیا" دبائیں۔
question-several-most = زیادہ سے زیادہ { $most } دبائیں، پھر "ہو گیا" دبائیں۔
question-several-less = کوئی جواب ہٹانے کے لیے اسے دوبارہ دبائیں، یا لکھیں: { $number } ہٹائیں
question-ranking-hint = جو سب سے اہم ہے اسے پہلے دبائیں، پھر اس کے بعد والا۔ آخر میں "ہو گیا" دبائیں۔
question-ranking-most = زیادہ سے زیادہ { $most } دبائیں، سب سے اہم پہلے۔ پھر "ہو گیا" دبائیں۔
question-number-hint = { $lowest } سے { $highest } تک کا کوئی پورا عدد لکھیں۔
question-date-hint = کوئی دن لکھیں، جیسے: { $example }
question-place-hint = پیپر کلپ دبائیں، پھر لوکیشن۔ پن کو اس جگہ لے جائیں جو آپ بتانا چاہتے ہیں، اپنے گھر پر نہیں۔ یا کوئی پوسٹ کوڈ لکھیں۔ صرف گلی کے نام سے جگہ نہیں مل سکتی۔
place-point = ایک جگہ: { $latitude }, { $longitude }
place-point-in-ward = وارڈ { $ward } میں ایک جگہ ({ $latitude }, { $longitude })
place-in-ward = وارڈ { $ward } میں کہیں
place-square = { $ward }، مربع { $square }
place-elsewhere = { $wards } میں کہیں اور
place-elsewhere-all = باقی سب وارڈوں میں کہیں اور
ranked = { $place } { $label }
button-ranked = نمبر { $place }: { $label }
question-text-hint = اپنا جواب لکھ کر بھیج دیں۔
question-voice-hint = اپنا جواب لکھ کر بھیج دیں۔ یا آواز میں بھیجیں۔
voice-answer = (آواز کا پیغام)
voice-answer-lost = (آواز کا پیغام جو ہمیں نہیں مل سکا)
voice-kept = آپ کا آواز کا پیغام ہمیں مل گیا۔ یہ سوال { $question } کا جواب ہے۔ کونسل میں کوئی اسے سنے گا۔
voice-lost = <b>ہمیں آپ کا آواز کا پیغام نہیں مل سکا۔</b> یہ سوال { $question } کا جواب تھا۔ دوبارہ بھیجنے یا لکھنے کے لیے: /mine
voice-lost-again = <b>ہمیں آپ کا آواز کا پیغام نہیں مل سکا۔</b> اسے دوبارہ بھیجیں، یا اپنا جواب لکھ دیں۔
voice-lost-closed = <b>ہمیں آپ کا آواز کا پیغام نہیں مل سکا۔</b> یہ سوال { $question } کا جواب تھا۔ یہ سوال اب بند ہو چکے ہیں، اس لیے دوبارہ نہیں بھیجا جا سکتا۔
question-voice-current =
    آپ کا جواب: { $answer }
    بدلنے کے لیے نیا جواب لکھیں۔ یا آواز میں بھیجیں۔
question-text-current =
    آپ کا جواب: { $answer }
    بدلنے کے لیے نیا جواب لکھیں۔
comment-kept = شکریہ، یہ بات آپ کے تبصرے کے طور پر محفوظ ہو گئی۔ اب وہ جواب چنیں جو آپ کی رائے کے سب سے قریب ہے۔
comment-kept-too = شکریہ، یہ بات آپ کے تبصرے کے طور پر محفوظ ہو گئی۔
offer-comment-aloud = کیا ہم اسے آپ کے آواز کے پیغام کے ساتھ اس سوال پر آپ کے تبصرے کے طور پر محفوظ کریں: { $question }؟
offer-comment = کیا ہم اسے آپ کے تبصرے کے طور پر محفوظ کریں؟
offer-comment-at = کیا ہم اسے اس سوال پر آپ کے تبصرے کے طور پر محفوظ کریں: { $question }؟
offer-no-answer-to = یہ اس سوال کے جوابوں میں سے کوئی نہیں: "{ $question }"۔
offer-instead-complaint = کیا یہ شکایت ہے؟ <b>{ $button }</b> دبائیں۔
offer-guest-complains = کیا یہ شکایت ہے؟ فون واپس دیں۔ پھر اس کا مالک /complain بھیج سکتا ہے۔
offer-instead-stop = مزید پیغام نہیں چاہییں؟ <b>{ $button }</b> دبائیں۔
button-instead-complaint = شکایت کریں
button-instead-stop = پیغامات بند کریں
offer-to-add = کیا ہم اسے اس سوال کے جواب میں شامل کریں: { $question }؟
offered-words = <i>{ $text }</i>
doubted-broadcast = اس سوال کے بعد کچھ اور آیا۔ کیا یہ رہائشیوں کے لیے آپ کا پیغام ہے؟
doubted-complaint = اس سوال کے بعد کچھ اور آیا۔ کیا یہ آپ کی شکایت ہے؟
doubted-outcome = اس سوال کے بعد کچھ اور آیا۔ کیا یہ شکایت کا نتیجہ ہے؟
doubted-request = اس سوال کے بعد کچھ اور آیا۔ کیا یہ درخواست کے لیے کسی کے لکھے ہوئے الفاظ ہیں؟
doubted-alert = اس سوال کے بعد کچھ اور آیا۔ کیا اس الرٹ پر یہی کیا گیا؟
button-yes-keep = جی ہاں، محفوظ کریں
button-yes-add = جی ہاں، شامل کریں
button-add-to-last = پچھلے جواب میں شامل کریں
words-added = ہم نے اسے آپ کے جواب میں شامل کر دیا۔
answer-changed = ہم نے آپ کا جواب بدل دیا۔
learn = <b>سوال { $number } سے پہلے۔</b> { $text }
learn-link = ویب پر مزید پڑھیں:
learn-next-hint = پھر سوال کے لیے "اگلا" دبائیں۔
learn-picture = تصویر میں یہ ہے: { $alt }
learn-picture-failed = <b>ہم تصویر نہیں بھیج سکے۔</b> اس میں یہ ہے: { $alt }
question-comes-now = یہ سوال ابھی آپ کے سامنے نہیں آیا تھا۔ براہِ کرم اس کا جواب یہاں دیں۔
listen-caption = <b>آواز میں:</b> { $question }
listen-caption-learn = <b>آواز میں:</b> { $question } سے پہلے کی تحریر
listen-other-language = ہمارے پاس یہ اردو میں نہیں۔ اس کی زبان: { $named }
listen-failed = ہم آواز نہیں بھیج سکے۔ آپ اسے یہاں پڑھ سکتے ہیں:
listen-not-recorded = اس کی آواز ہمارے پاس نہیں ہے۔ آپ اسے یہاں پڑھ سکتے ہیں:
button-learn-next = اگلا
button-back = پیچھے
button-page-before = پچھلا صفحہ
button-skip = چھوڑ دیں
button-keep = اگلا
button-done = ہو گیا
button-chosen = ✓ منتخب: { $label }

receipt =
    <b>{ $answered ->
        [0] ابھی کسی سوال کا جواب نہیں دیا گیا۔ جواب اب بھی دیا جا سکتا ہے۔
        [one] { $total ->
            [one] آپ کا جواب محفوظ ہو گیا۔ شکریہ۔
           *[other] کل { $total } میں سے 1 جواب محفوظ ہو گیا۔ شکریہ۔
        }
       *[other] { $complete ->
            [yes] تمام { $answered } جواب محفوظ ہو گئے۔ شکریہ۔
           *[no] کل { $total } میں سے { $answered } جواب محفوظ ہو گئے۔ شکریہ۔
        }
    }</b>
receipt-code = آپ کی رسید: <code>{ $receipt }</code>
receipt-change = جواب { $closes } تک بدلے جا سکتے ہیں: /mine
receipt-mine = کچھ نہیں بدلا۔ اپنے جواب دیکھنے کے لیے، اور سوال کھلے ہوں تو بدلنے کے لیے: /mine
receipt-next = آگے کیا ہوگا: { $decided_by }
receipt-counts = <b>{ $answered ->
        [0] آپ کا کوئی جواب وقت پر نہیں آیا۔
        [one] 1 جواب وقت پر آیا اور گنا جائے گا۔ شکریہ۔
       *[other] { $answered } جواب وقت پر آئے اور گنے جائیں گے۔ شکریہ۔
    }</b>
receipt-late = { $late ->
        [one] 1 جواب بند ہونے کے بعد آیا۔ ہم اسے محفوظ رکھیں گے، مگر الگ گنیں گے۔
       *[other] { $late } جواب بند ہونے کے بعد آئے۔ ہم انہیں محفوظ رکھیں گے، مگر الگ گنیں گے۔
    }

## What is mine

mine-none = آپ نے ابھی کسی سوال کا جواب نہیں دیا۔ کھلے سوال نامے: /consultations
mine-heading = <b>آپ کے جواب</b>
mine-consultation = <b>{ $title }</b>
mine-answer =
    { $question }
    <i>{ $answer }</i>
mine-comment = آپ کا تبصرہ: <i>{ $comment }</i>
mine-comments-before = { $count ->
        [one] آپ کا پہلے کا تبصرہ بھی محفوظ ہے۔
       *[other] آپ کے پہلے کے { $count } تبصرے بھی محفوظ ہیں۔
    }
mine-came-late = بند ہونے کے بعد: <i>{ $answer }</i>
mine-comment-came-late = بند ہونے کے بعد آپ کا تبصرہ: <i>{ $comment }</i>
mine-kept-apart = جو کچھ بند ہونے کے بعد آیا، وہ محفوظ ہے، مگر الگ گنا جاتا ہے۔
mine-not-answered = جواب نہیں دیا گیا
words-not-quoted = (آپ کے اپنے الفاظ میں)
comments-unclear = ابھی کچھ نہیں مٹایا گیا۔ تبصرہ مٹانے کے لیے اس کا بٹن دبائیں، یا اس پر لکھے الفاظ ٹائپ کریں۔
comments-heading = <b>آپ کے تبصرے</b>
comments-none = یہاں آپ کا کوئی تبصرہ نہیں ہے۔
comments-row = { $number } <i>{ $text }</i>
comment-deleted = وہ تبصرہ مٹا دیا گیا۔
button-my-comments = میرے تبصرے
button-delete-comment = { $number } مٹائیں
mine-receipt = رسید: <code>{ $receipt }</code>
mine-open = یہ جواب { $closes } تک بدلے جا سکتے ہیں۔
mine-closed = یہ سوال نامہ بند ہو چکا ہے۔
mine-poll = <b>ایک چھوٹا سوال</b>
mine-poll-over = یہ چھوٹا سوال ختم ہو چکا ہے۔
mine-on-hold = یہ ابھی رکا ہوا ہے۔ دوبارہ شروع ہونے کا وقت: { $opens }۔ آپ کے جواب محفوظ ہیں۔
mine-withdrawn = کونسل نے اسے روک دیا ہے اور اب جواب نہیں لیتی۔ وجہ: { $reason ->
        [settled] معاملہ طے ہو چکا ہے
        [plans-changed] منصوبے بدل گئے ہیں
        [mistake] اس میں غلطی تھی
       *[other] { $reason }
    }
mine-results = یہ بند ہو چکا ہے۔ لوگوں نے کیا کہا: /results
mine-heard = یہ سوال نامہ بند ہو چکا ہے۔ اس کا کیا نتیجہ نکلا: /news
mine-paused = یہ سوال نامہ بند ہو چکا ہے۔ انتخاب کی وجہ سے نتیجہ رکا ہوا ہے۔ آپ کو { $hear } تک بتایا جائے گا۔
mine-late = یہ سوال نامہ بند ہو چکا ہے۔ نتائج یہاں { $hear } تک بتائے جانے تھے۔ دیر کے لیے معذرت۔ آپ کونسل سے پوچھ سکتے ہیں: /help
button-change-title = بدلیں: { $title }

## News, the plan, and what to follow

news-heading = <b>خبریں: { $wards }</b>
news-none = ابھی { $wards } کی کوئی خبر نہیں۔ جب کوئی خبر ہوگی، یہیں ملے گی۔
news-none-stopped = ابھی { $wards } کی کوئی خبر نہیں۔
messages-stopped = آپ نے پیغامات بند کیے ہیں، اس لیے آپ کو خبریں نہیں آئیں گی۔ دوبارہ شروع کرنے کے لیے: /start
messages-leaving = آپ کے کہنے پر آپ کا رابطہ مٹا دیا جائے گا، اس لیے آپ کو خبریں نہیں آئیں گی۔ ارادہ بدلنے کے لیے: /forget
news-themes = آپ کے چنے ہوئے موضوعات: { $themes }۔ سب کے لیے عام خبریں بھی ملتی ہیں۔ بدلنے کے لیے: /themes
news-item = <b>{ $day } · { $subject }</b>
news-item-plain = <b>{ $day }</b>
news-item-ward = برائے { $ward }
news-english = خبریں انگریزی میں ہیں، جیسے لکھی گئی تھیں۔
subject-outcome = نتیجہ: "{ $title }"
button-older = پرانی خبریں

plan-none = یہاں ابھی کوئی منصوبہ شائع نہیں ہوا۔
plan-choose = <b>کون سا منصوبہ؟</b>
plan-choose-row = { $number } { $title }
plan-heading = <b>{ $title }</b>
plan-published = شائع ہوا: { $day }۔
plan-places = یہ ان جگہوں کے بارے میں ہے: { $places }۔
plan-left-out = یہاں شامل نہیں: { $what }
plan-promises = { $count ->
        [one] { $count } وعدہ
       *[other] { $count } وعدے
    }:
plan-state-count = { $status ->
        [planned] ابھی پیش رفت کی کوئی خبر نہیں
        [under-way] جاری
        [delivered] پورے ہوئے
       *[changed] تبدیل ہوئے
    }: { $count }
plan-next-report = اگلی رپورٹ: { $day }، { $body } کے سامنے ({ $report })۔
plan-calendar = <b>رپورٹیں کب پیش ہوتی ہیں: { $title }</b>
plan-calendar-report = <b>{ $body }</b>: { $report }، { $rhythm ->
        [monthly] ہر ماہ۔
        [quarterly] ہر تین ماہ۔
        [half-yearly] ہر چھ ماہ۔
        [yearly] ہر سال۔
       *[as-needed] ضرورت کے مطابق۔
    }
plan-calendar-days = تاریخیں: { $days }۔
plan-calendar-lead-member = ذمہ دار رکن: { $who }
plan-calendar-lead-officer = ذمہ دار افسر: { $who }
plan-calendar-chair = صدر: { $who }
button-calendar = رپورٹیں کب ہوں گی
plan-parts = <b>کون سا حصہ؟</b> اسے دبائیں یا اس کا نمبر لکھیں۔
plan-english = وعدے یہاں انگریزی میں ہیں، جیسے کونسل نے شائع کیے۔
button-everything = سب کچھ
plan-part-heading = <b>{ $part }</b>
plan-tagline = <i>{ $tagline }</i>
plan-horizon = { $horizon ->
        [priority] ترجیحی سفارشات
        [medium-term] درمیانی مدت کی سفارشات
       *[longer-term] طویل مدت کی سفارشات
    }
plan-only-here = صرف وہ وعدے جو یہاں کے لیے ہیں: { $wards }۔
plan-only-state = صرف وہ وعدے { $status ->
        [planned] جن کی پیش رفت کی ابھی کوئی خبر نہیں۔
        [under-way] جو جاری ہیں۔
        [delivered] جو پورے ہوئے۔
       *[changed] جو تبدیل ہوئے۔
    }
plan-range = وعدہ { $first } سے { $last } تک، کل { $count }
plan-nothing = منصوبے میں ایسا کوئی وعدہ نہیں۔
plan-commitment = <b>{ $number }۔</b> { $text }
plan-state = { $status ->
        [planned] ابھی پیش رفت کی کوئی خبر نہیں
        [under-way] جاری ہے
        [delivered] پورا ہوا
       *[changed] تبدیل ہوا
    }
plan-due = کب تک: { $due }
plan-owner = ذمہ دار: { $owner }
plan-measures = کیسے معلوم ہوگا کہ کام ہو گیا:
plan-measure = – { $measure }
plan-measures-shared = منصوبے میں یہ ایک ہی بار، کل { $count } وعدوں کے لیے درج ہیں۔
plan-note = { $day }: { $text }
button-only-here = صرف میرا وارڈ
button-every-place = ہر وارڈ
button-any-state = سب، کسی بھی حالت میں
button-plan = پورا منصوبہ

themes-question = <b>کن موضوعات کی خبریں چاہییں؟</b> جو جو چاہیں دبائیں، پھر "ہو گیا" دبائیں۔ کچھ نہ چننے پر سب خبریں ملیں گی۔
themes-row = { $number } { $theme }
themes-row-chosen = { $number } { $theme } (منتخب)
themes-every = ہو گیا۔ آپ کو ہر موضوع کی خبریں ملیں گی۔
themes-some = ہو گیا۔ آپ کو ان موضوعات کی خبریں ملیں گی: { $themes }۔ عام خبریں اور آپ کے وارڈ کے سوال بھی ملتے رہیں گے۔
themes-stopped = ہو گیا۔ آپ کی پسند محفوظ ہے۔ آپ نے پیغامات بند کیے ہیں، اس لیے آپ کو خبریں نہیں آئیں گی۔ دوبارہ شروع کرنے کے لیے: /start
themes-leaving = ہو گیا۔ آپ کا رابطہ مٹنے تک آپ کی پسند محفوظ ہے، جیسا آپ نے کہا تھا۔ آپ کو خبریں نہیں آئیں گی۔ ارادہ بدلنے کے لیے: /forget
themes-lacking = یہاں کے منصوبوں میں چننے کے لیے موضوعات نہیں ہیں۔

ward-shown = آپ کا وارڈ: <b>{ $ward }</b>۔ (یہ { $vintage } کے وارڈ ہیں۔)
ward-moved = ہو گیا۔ اب آپ کا وارڈ: <b>{ $ward }</b>۔ (یہ { $vintage } کے وارڈ ہیں۔) آپ کے پہلے جواب اسی وارڈ میں گنے جائیں گے جس میں دیے گئے تھے۔
button-change-ward = میرا وارڈ بدلیں
ward-shown-old = آپ کا وارڈ: <b>{ $ward }</b>، سال { $vintage }۔ اب وارڈوں کی حدیں بدل گئی ہیں۔ براہِ کرم دوبارہ چنیں۔
ward-shown-gone = آپ کا وارڈ: <b>{ $ward }</b>۔ اب یہ کونسل کی فہرست میں نہیں۔ مہربانی کر کے دوبارہ چنیں۔
ward-also = آپ کو { $ward } کی خبریں بھی ملتی ہیں۔ آپ کی گنتی وہاں نہیں ہوتی۔
ward-lapsed = آپ کو { $ward } کی خبریں بھی ملتی تھیں۔ اب وارڈوں کی حدیں بدل گئی ہیں، اس لیے وہ خبریں نہیں آتیں۔ آپ کوئی اور وارڈ چن سکتے ہیں۔
news-lapsed = آپ کو { $ward } کی خبریں بھی ملتی تھیں۔ اس کی حدیں بدل گئی ہیں، اس لیے وہ خبریں نہیں آتیں۔ کوئی اور وارڈ چننے کے لیے: /ward
button-follow-this = خبریں چاہییں: { $ward }
button-follow-ward = ایک اور وارڈ کی خبریں
button-unfollow-ward = خبریں بند کریں: { $ward }
follow-ask =
    اور کس وارڈ کی خبریں چاہییں؟ شاید وہاں آپ کا کام ہو یا آپ کا خاندان۔ اس کا نام لکھیں، یا وہاں کا کوئی پوسٹ کوڈ۔
    آپ کی گنتی وہاں نہیں ہوگی۔
ward-followed = ہو گیا۔ اب <b>{ $ward }</b> کی خبریں بھی یہاں ملیں گی۔ آپ کی گنتی صرف { $home } میں ہوتی ہے۔
ward-followed-instead = صرف ایک اور وارڈ کی خبریں آ سکتی ہیں، اس لیے { $former } کی خبریں اب نہیں آئیں گی۔
ward-followed-stopped = ہو گیا۔ آپ نے <b>{ $ward }</b> کی خبریں بھی چنی ہیں۔ آپ کی گنتی صرف { $home } میں ہوتی ہے۔ آپ نے پیغامات بند کیے ہیں، اس لیے خبریں نہیں آئیں گی۔ دوبارہ شروع کرنے کے لیے: /start
ward-followed-leaving = ہو گیا۔ آپ نے <b>{ $ward }</b> کی خبریں بھی چنی ہیں۔ آپ کی گنتی صرف { $home } میں ہوتی ہے۔ آپ کے کہنے پر آپ کا رابطہ مٹا دیا جائے گا، اس لیے خبریں نہیں آئیں گی۔ ارادہ بدلنے کے لیے: /forget
home-question = <b>کیا آپ کا گھر بدل گیا ہے؟</b> یہ پوسٹ کوڈ { $ward } میں ہے۔
home-question-old = <b>کیا آپ کا گھر وہیں ہے؟</b> یہ پوسٹ کوڈ { $ward } میں ہے۔ وارڈوں کی حدیں بدل گئی ہیں۔
home-same = یہ پوسٹ کوڈ { $ward } میں ہے۔ یہ پہلے ہی آپ کا وارڈ ہے، اس لیے کچھ نہیں بدلا۔
home-question-named = <b>کیا آپ کا گھر بدل گیا ہے؟</b> کیا وہ اب { $ward } میں ہے؟
home-question-old-named = <b>کیا آپ کا گھر { $ward } میں ہے؟</b> وارڈوں کی حدیں بدل گئی ہیں۔
home-same-named = { $ward } پہلے ہی آپ کا وارڈ ہے، اس لیے کچھ نہیں بدلا۔
ward-unfollowed = ہو گیا۔ اب { $ward } کی خبریں یہاں نہیں آئیں گی۔
wards-changed =
    <b>وارڈوں کی حدیں بدل گئی ہیں۔</b> اب ہم { $vintage } کے وارڈ استعمال کرتے ہیں۔ آپ کا وارڈ { $ward } تھا۔
    اب آپ کا گھر کس وارڈ میں ہے؟ آپ کے پہلے جواب اسی وارڈ میں گنے جائیں گے جس میں دیے گئے تھے۔

stopped = <b>پیغامات بند ہو گئے۔</b> اب آپ کو کچھ نہیں بھیجا جائے گا۔ آپ کے جواب گنتی میں شامل رہیں گے۔ واپس آنے کے لیے: /start، اپنا رابطہ مٹانے کے لیے: /forget
stopped-not-joined = <b>پیغامات بند ہو گئے۔</b> اب آپ کو کچھ نہیں بھیجا جائے گا۔ واپس آنے کے لیے: /start، اپنا رابطہ مٹانے کے لیے: /forget
stopped-role = عملے میں آپ کا کردار باقی ہے۔ مگر /start بھیجنے تک کوئی آپ سے پیغام کی منظوری نہیں مانگ سکتا، اور رپورٹیں نہیں آئیں گی۔
stopped-still-asked = اس سے رہائشیوں کے لیے آپ کا پیغام نہیں رکا: منظوری ملنے پر وہ پھر بھی جائے گا۔ اسے روکنے کے لیے اس کے نیچے <b>منسوخ کریں</b> دبائیں۔
stopped-still-sent = اس سے رہائشیوں کے لیے آپ کا پیغام نہیں رکا: وہ جا رہا ہے۔
stopped-leaving = <b>پیغامات بند ہو گئے۔</b> اب آپ کو کچھ نہیں بھیجا جائے گا۔ آپ کا رابطہ پھر بھی مٹا دیا جائے گا، جیسا آپ نے کہا تھا۔ ارادہ بدلنے کے لیے: /forget
stopped-leaving-when = یہ تب ہو گا جب سوال بند ہوں گے: { $closes }۔
stopped-complaint = اس لیے ہم یہاں نہیں بتا سکیں گے کہ آپ کی شکایت کا کیا ہوا۔ جاننے کے لیے /start بھیجیں۔
stopped-nothing = ٹھیک ہے۔ ہم نے کچھ محفوظ نہیں کیا۔
forget-question =
    <b>کیا ہم آپ کا رابطہ مٹا دیں؟</b>
    ہم اس چیٹ سے آپ کا رابطہ مٹا دیں گے، اور پھر آپ کو پیغام نہیں بھیج سکیں گے۔ مٹانے کے بعد رابطہ بحال نہیں ہو سکتا۔
forget-answers-stay = کیا باقی رہے گا: آپ کے جواب، ایک اتفاقی نمبر کے ساتھ، اور ان کا وارڈ اور دن۔
forget-role = <b>عملے میں آپ کا کردار ({ $label }) فوراً ختم ہو جائے گا</b>، اور ہر ذمہ داری بھی۔ جو لکھنا شروع کیا ہے وہ مٹ جائے گا۔ دوبارہ عملے میں آنے کے لیے نیا لنک چاہیے ہو گا۔
forget-last-reader = <b>پھر کوئی اور خطرے کے الفاظ نہیں پڑھ سکے گا۔</b> پہلے اپنی آئی ٹی ٹیم سے کہیں کہ کسی اور کو مقرر کرے۔
role-ended = عملے میں آپ کا کردار ختم ہو گیا ہے۔ دوبارہ عملے میں آنے کے لیے نیا لنک مانگیں۔
role-ended-elsewhere = عملے میں آپ کا کردار ختم ہو گیا ہے۔ اس کے حکم اور بٹن اب کام نہیں کرتے۔ اگر یہ غلطی ہے تو کونسل کے دفتر سے پوچھیں۔
button-forget-yes = جی ہاں، مٹا دیں
button-forget-no = جی نہیں
forgotten = <b>ہو گیا۔ اس چیٹ سے آپ کا رابطہ مٹا دیا گیا ہے۔</b> چیٹ آپ کے ٹیلی گرام میں اب بھی نظر آتی ہے؛ اسے وہاں مٹایا جا سکتا ہے۔ جب چاہیں دوبارہ شامل ہوں: /start
not-forgotten = کچھ نہیں بدلا۔

help =
    <b>یہاں کیا کچھ کیا جا سکتا ہے</b>
    /consultations: آپ کے وارڈ کے لیے کھلے سوال نامے
    /results: لوگوں نے کیا جواب دیے
    /news: آپ کے وارڈ کی خبریں
    /plan: کیا وعدے کیے گئے ہیں، اور کیسے معلوم ہوگا کہ پورے ہوئے
    /celebrate: آپ کے وارڈ میں کیا بدلا ہے
    /mine: آپ کے جواب، اور انہیں بدلنا
    /ward: آپ کا وارڈ، اور خبروں کے لیے دوسرا وارڈ
    /themes: آپ کو کن موضوعات کی خبریں ملتی ہیں
    /language: { $languages }
    /mydata: آپ کے بارے میں جو کچھ ہمارے پاس ہے، ایک فائل میں
    /complain: بتائیں کہ کیا غلط ہوا
    /stop: مزید پیغامات نہ بھیجیں
    /forget: اپنا رابطہ مٹائیں
help-not-joined =
    <b>یہ { $council } کی محلہ چیٹ ہے</b>
    /start: شامل ہوں، دو منٹ سے کم میں
    /plan: کیا وعدے کیے گئے ہیں، اور کیسے معلوم ہوگا کہ پورے ہوئے
    /language: { $languages }
    /complain: شکایت کیسے کریں
    /stop: پیغامات نہ بھیجیں
help-staff =
    <b>عملے کے لیے</b>
    /send: اپنے وارڈوں کو خبر بھیجیں
    /ask: لوگوں سے چھوٹا سوال پوچھیں
    /results: لوگوں نے کیا جواب دیے
    /celebrate: ہر وارڈ میں کیا بدلا ہے
help-officer =
    /manage: سوالات کھولیں، روکیں اور بند کریں
    /export: تمام جواب ایک فائل میں
    /reading: لوگوں نے کیا لکھا، پڑھیں
    /submission: خط، ای میل یا عرضداشت شامل کریں
    /complaints: لوگوں کی شکایتیں
    /requests: لوگوں نے کیا مانگا، اور کب تک
help-officer-some-wards =
    /manage: صرف اپنے وارڈوں کے سوالات کھولیں، روکیں اور بند کریں
    اگر کچھ سوالات آپ کے ذمے ہیں: /reading اور /submission
help-operator =
    /status: کیا خرابی ہے، اور کیا رکا ہوا ہے
help-named =
    /open خطرے کے الفاظ کے انتباہ دکھاتا ہے
    /close ایک کو بند کرتا ہے: اس کا حوالہ اور جو کیا گیا وہ لکھیں
help-monitoring =
    /held: انتخاب کی وجہ سے کیا رکا ہوا ہے
help-really =
    <b>کیا یہ واقعی { $council } ہے؟</b>
    ہم پاس ورڈ، بینک کی معلومات، رقم یا دستاویزات کبھی نہیں مانگتے، اور آپ کا نام بھی کبھی نہیں۔ اگر کوئی مانگے تو وہ ہم نہیں ہیں۔
help-website = کونسل کا اپنا صفحہ: { $website }
button-new-messages-on = ہر سوال کے لیے نیا پیغام
button-new-messages-off = ایک ہی پیغام بدلتا رہے

weekly-none = کوئی پیغام نہیں؟ /stop بھیجیں۔ یا صرف سوال لیں:
weekly-question = <b>آپ ہم سے ہفتے میں کتنے پیغام چاہتے ہیں؟</b>
weekly-most = { $count ->
    [one] آپ کو ہفتے میں زیادہ سے زیادہ ایک پیغام ملتا ہے۔
   *[other] آپ کو ہفتے میں زیادہ سے زیادہ { $count } پیغام ملتے ہیں۔
}
weekly-all = آپ کو تمام پیغام ملتے ہیں۔
weekly-only-questions = آپ کو صرف سوال اور ان کے نتیجے ملتے ہیں، خبریں نہیں۔
weekly-chosen-one = شکریہ۔ آپ کو ہفتے میں زیادہ سے زیادہ ایک پیغام ملے گا۔ بدلنے کے لیے: /news
weekly-chosen-three = شکریہ۔ آپ کو ہفتے میں زیادہ سے زیادہ تین پیغام ملیں گے۔ بدلنے کے لیے: /news
weekly-chosen-questions = شکریہ۔ آپ کو صرف سوال اور ان کے نتیجے ملیں گے۔ خبریں یہاں ہیں: /news
weekly-chosen-all = شکریہ۔ آپ کو تمام پیغام ملیں گے۔ بدلنے کے لیے: /news
button-weekly-one = ہفتے میں ایک
button-weekly-three = ہفتے میں تین تک
button-weekly-questions = صرف سوال

command-start = شامل ہوں، یا واپس آئیں
command-consultations = آپ کے وارڈ کے لیے کھلے سوال نامے
command-news = آپ کے وارڈ کی خبریں
command-plan = کیا وعدے کیے گئے ہیں
command-celebrate = کیا بدلا ہے
command-themes = آپ کو کن موضوعات کی خبریں ملتی ہیں
command-language = اپنی زبان چنیں
command-mine = آپ کے جواب
command-ward = آپ کا وارڈ
command-stop = مزید پیغامات نہ بھیجیں
command-forget = اپنا رابطہ مٹائیں
command-help = یہاں کیا کچھ کیا جا سکتا ہے
command-send = اپنے وارڈوں کو خبر بھیجیں
command-ask = لوگوں سے چھوٹا سوال پوچھیں
command-manage = سوالات کھولیں، روکیں اور بند کریں
command-results = لوگوں نے کیا جواب دیے
command-export = تمام جواب ایک فائل میں
command-status = کیا خرابی ہے، اور کیا رکا ہوا ہے
command-open = خطرے کے الفاظ، مقرر لوگوں کے لیے
command-close = ان کے بارے میں کیا کیا گیا
command-held = انتخاب کی وجہ سے کیا رکا ہوا ہے

## Staff

staff-welcome =
    <b>خوش آمدید۔ اب آپ { $role ->
        [board-member] بورڈ ممبر
        [officer] افسر
        [operator] آپریٹر
       *[administrator] منتظم
    } ہیں۔</b> ({ $label }) وارڈ: { $wards }۔
staff-every-ward = تمام وارڈ
staff-welcome-instead = آپ کا پچھلا کردار ({ $label }) ختم ہو گیا، اور اس کے ساتھ آپ کی ذمہ داریاں بھی۔ واپس لینے کے لیے نیا لنک مانگیں۔
staff-welcome-resident = کیا آپ کا گھر بھی یہیں ہے؟ رہائشی کے طور پر شامل ہونے کے لیے: /start
role-now =
    اس وقت آپ { $role ->
        [board-member] بورڈ ممبر
        [officer] افسر
        [operator] آپریٹر
       *[administrator] منتظم
    } ہیں۔ ({ $label }) وارڈ: { $wards }۔
role-instead =
    <b>اس لنک سے آپ اس کے بجائے { $role ->
        [board-member] بورڈ ممبر
        [officer] افسر
        [operator] آپریٹر
       *[administrator] منتظم
    } بنیں گے۔</b> ({ $label }) وارڈ: { $wards }۔
role-ends-safeguarding = پھر آپ خطرے کے الفاظ پڑھنے کے لیے مقرر نہیں رہیں گے۔
role-ends-duties = آپ کی دوسری ذمہ داریاں بھی ختم ہو جائیں گی۔
role-question = کیا آپ بدلنا چاہتے ہیں؟
button-role-yes = جی ہاں، بدل دیں
button-role-no = جی نہیں، یہی رہے
role-kept = کچھ نہیں بدلا۔ آپ کا کردار وہی ہے، اور لنک اب بھی کام کرتا ہے۔

send-wards = <b>یہ کس کے لیے ہے؟</b> وارڈ دبائیں، پھر "ہو گیا" دبائیں۔ نمبر لکھے بھی جا سکتے ہیں۔
send-wards-row = { $number } { $ward }
send-wards-row-chosen = { $number } { $ward } (منتخب)
send-wards-chosen = { $count ->
        [one] { $count } وارڈ چنا گیا
       *[other] { $count } وارڈ چنے گئے
    }
send-wards-which = آپ کا مطلب کون سا وارڈ ہے؟ اسے دبائیں، یا اس کا نمبر یا پورا نام لکھیں۔
send-wards-lost = اس کے کچھ وارڈ اب آپ کے نہیں ہیں۔ انہیں چھوڑ دیا گیا ہے۔
button-all-wards = تمام { $count }
button-plan-wards = منصوبے کے { $count } وارڈ
send-subject = <b>یہ کس بارے میں ہے؟</b>
send-subject-row = { $number } { $subject }
send-subject-consultation = سوال نامہ "{ $title }"
button-new-wards = جن کا وارڈ بدل گیا ہے
send-subject-other = کچھ اور
send-subject-urgent = کوئی فوری بات جو رک نہیں سکتی
send-text = <b>ایسے لکھیں جیسے کسی پڑوسی سے بات ہو۔</b> زیادہ سے زیادہ { $most } حروف۔
send-text-correction = <b>کیا غلط تھا، اور صحیح کیا ہے؟</b> یہ کسی تاریخ، جگہ، خرچ یا تجویز کے لیے ہے۔ ایسے لکھیں کہ اکیلے پڑھنے پر بھی سمجھ آئے۔ زیادہ سے زیادہ { $most } حروف۔
send-text-now =
    آپ کی موجودہ تحریر۔ نقل کرنے کے لیے اسے دبائیں:
    { $text }
send-subject-told = { $subject } (بھیجا جا چکا ہے)
send-subject-told-some = { $subject } (پہلے بھیجا جا چکا: { $wards })
send-subject-gone = یہ بند ہو چکا ہے، یا اب فہرست میں نہیں ہے۔ مہربانی کر کے دوبارہ چنیں۔
send-asked-only = سوال نامہ "{ $title }" صرف یہاں پوچھا جا رہا ہے: { $wards }۔ وہاں کے لوگوں کو بلانے کے لیے واپس جائیں اور کوئی اور وارڈ نہ چنیں۔
send-not-asked = سوال نامہ "{ $title }" یہاں نہیں پوچھا جا رہا: { $wards }۔ لوگوں کو اس میں بلانے کے لیے واپس جائیں اور اسے ہٹا دیں۔
send-questions-paused = سوال نامہ "{ $title }" ابھی رکا ہوا ہے۔ دوبارہ شروع ہونے کا وقت: { $until }۔ اس کے بعد آپ پھر لوگوں کو اس میں بلا سکتے ہیں۔
send-on-its-own = جس پیغام کی یہ درستی ہے وہ کسی کو ملنے سے پہلے واپس لے لیا گیا۔ اس لیے اب یہ ایک الگ پیغام ہے۔
send-correcting = آپ اس پیغام کی درستی کر رہے ہیں: “{ $words }”
send-text-taken = آپ کی تحریر: <i>{ $text }</i>
send-kept = آپ کا پیغام ایک ہفتے تک محفوظ ہے۔ اسے جاری رکھنے کے لیے: /send
send-changed = اس کے بعد کچھ بدل گیا ہے، اس لیے کچھ نہیں کیا گیا۔ اپنا پیغام جیسا اب ہے ویسا دیکھیں۔
button-change-wards = وارڈ بدلیں
button-change-subject = موضوع بدلیں
button-go-on-draft = شروع کیا ہوا پیغام جاری رکھیں
button-go-on-returned = واپس آئے پیغام کو جاری رکھیں
button-go-on-with = جاری رکھیں: { $text }
button-go-on-no-text = جاری رکھیں: ابھی متن نہیں
button-cancel = منسوخ کریں
send-preview = <b>لوگوں کو یہ ملے گا:</b>
send-heading-languages = (ہر پڑھنے والے کو سرخی اور آخری سطر اپنی زبان میں ملتی ہے۔)
send-seconds = { $seconds ->
        [one] { $seconds } سیکنڈ
       *[other] { $seconds } سیکنڈ
    }
send-minutes = { $minutes ->
        [one] { $minutes } منٹ
       *[other] { $minutes } منٹ
    }
people-about = تقریباً { $people } افراد
people-up-to = زیادہ سے زیادہ تقریباً { $people } افراد
people-few = { $least } سے کم افراد
number-about = تقریباً { $count }
number-up-to = زیادہ سے زیادہ تقریباً { $count }
number-few = { $least } سے کم
send-for-wards = یہ ان وارڈوں کے لیے ہے: { $wards }۔
send-for-every-ward = یہ تمام { $count } وارڈوں کے لیے ہے۔
number-between = { $first } سے { $last }
send-styles-lost = موٹے حروف اور ایسے دوسرے انداز نہیں جائیں گے۔ مہربانی کر کے دیکھ لیں کہ ہر لنک موجود ہے۔
send-people = یہ پیغام <b>{ $people }</b> کو جائے گا، تقریباً { $time } میں۔
send-perhaps-nobody = ہو سکتا ہے ابھی کوئی بھی نہ ہو۔
send-left-out = دعوت ان لوگوں کو نہیں جاتی جو آخر تک جواب دے چکے ہیں، اور کسی کو دو بار سے زیادہ نہیں جاتی۔
send-those-who-moved = یہ ان لوگوں کو بھی جائے گا جنھوں نے یہاں سے جواب دیا تھا اور اب کہیں اور رہتے ہیں۔ وہ اس تعداد میں شامل نہیں۔
send-grew = آپ کے دیکھنے کے بعد تعداد بڑھ گئی ہے۔ براہِ کرم دوبارہ دیکھ لیں۔
send-moved = جواب دینے کا آخری دن بدل گیا ہے۔ براہِ کرم دوبارہ دیکھ لیں۔
send-at-night = رات ہے۔ یہ 08:00 پر جائے گا۔
send-paused = ان سوالوں کے جواب { $until } تک نہیں لیے جا رہے۔ یہ اس کے بعد جائے گا۔
send-sends-held = <b>ابھی کچھ نہیں بھیجا جا رہا۔</b> سب پیغام رکے ہوئے ہیں، جب تک کوئی ایڈمنسٹریٹر انہیں جانے نہ دے۔
send-held = { $day } تک انتخاب کا وقت ہے۔ { $wards } کے پیغام monitoring officer کے فیصلے تک رکے رہیں گے۔
send-held-nobody = { $wards } کے بارے میں ابھی کوئی فیصلہ نہیں کر سکتا۔ براہِ کرم کونسل کے دفتر سے کہیں کہ monitoring officer مقرر کرے۔
send-held-soon = انتخاب کا وقت { $day } سے شروع ہوتا ہے۔ جو اس وقت تک نہ گیا ہو، وہ monitoring officer کے فیصلے تک رکا رہے گا۔
send-held-elsewhere = کسی اور وارڈ میں انتخاب ہے۔ وہاں رہنے والوں کو یہ انتخاب کے بعد ملے گا۔
send-weekly = جنھیں اس ہفتے کا پیغام مل چکا ہے، انھیں یہ بعد میں ملے گا۔ اس میں ایک ہفتہ یا زیادہ لگ سکتا ہے۔ دو ہفتے بعد خبر نہیں بھیجی جاتی۔
send-weekly-closes = جنھیں اس ہفتے کا پیغام مل چکا ہے، انھیں یہ بعد میں ملے گا، اگر سوال تب تک کھلے ہوں (بند: { $closes })۔ اس کے بعد انھیں یہ نہیں ملے گا۔
send-weekly-outcome = جنھیں اس ہفتے کا پیغام مل چکا ہے، انھیں یہ بعد میں ملے گا۔ اس میں ایک ہفتہ یا زیادہ لگ سکتا ہے۔
send-urgent = <b>یہ فوری ہے۔</b> یہ ابھی جائے گا، رات کو بھی اور الیکشن سے پہلے بھی۔ یہ ان پیغامات کے علاوہ ہے جن پر لوگ راضی ہوئے۔ اس کا نقصان بھی ہے: کچھ لوگ جاگ جائیں گے، اور کچھ تمام پیغامات بند کر سکتے ہیں۔ صرف اس بات کے لیے استعمال کریں جو رک نہیں سکتی۔
send-urgent-needs-second = فوری پیغام کو دوسرے شخص کی منظوری چاہیے۔ ہم ان سے پوچھ لیں گے۔
send-correction = یہ صرف ان کو جائے گا جنہیں پہلا پیغام ملا۔ یہ ان کے ہفتے کے پیغام کے علاوہ آتا ہے۔ رات کو اور الیکشن سے پہلے یہ رکتا ہے۔
send-correction-urgent = یہ ایک فوری پیغام کی درستی ہے۔ یہ صرف ان کو جائے گی جنہیں وہ پیغام ملا تھا۔
send-button-below = (اس کے نیچے ایک بٹن: { $label })
send-needs-second = اگر پیغام { $threshold } سے زیادہ افراد کو جا سکتا ہو تو پہلے کسی دوسرے فرد کی منظوری چاہیے۔ یہ منظوری ہم خود مانگیں گے۔
button-send = بھیجیں: { $people }
button-send-me = پہلے مجھے بھیجیں
button-change = بدلیں
send-beside = آپ نے یہ بھی لکھا، مگر یہ پیغام میں شامل نہیں ہے: <i>{ $text }</i>
poll-beside = <b>ابھی کچھ نہیں بھیجا گیا، اور یہ سوال میں شامل نہیں ہے:</b> <i>{ $text }</i> سوال بدلنے کے لیے <b>{ $button }</b> دبائیں۔
send-beside-fixed = <b>ابھی کچھ نہیں بھیجا گیا، اور یہ پیغام میں شامل نہیں ہے:</b> <i>{ $text }</i> اس پیغام کے الفاظ بدلے نہیں جا سکتے۔
send-unclear = <b>ابھی کچھ نہیں بھیجا گیا۔</b> بھیجنے کے لیے <b>{ $button }</b> دبائیں، یا یہ سب ٹائپ کریں۔
button-add-beside = پیغام میں شامل کریں
send-put-aside = منسوخ ہو گیا۔ کچھ نہیں بھیجا گیا۔
send-correction-put-aside = آپ نے درستی چھوڑ دی۔ یہ کسی کو نہیں ملے گی۔ آپ کا بھیجا ہوا پیغام ویسا ہی رہے گا۔
send-other-kept = آپ کا دوسرا پیغام محفوظ ہے۔ اسے جاری رکھنے کے لیے: /send
send-came-back-kept = یہ ویسا ہی محفوظ ہے جیسا آپ کے پاس واپس آیا۔ اسے جاری رکھنے کے لیے: /send

broadcast-head = <b>{ $subject } · { $wards }</b>
broadcast-head-plain = <b>{ $wards }</b>
broadcast-head-urgent = <b>فوری · { $wards }</b>
broadcast-head-correction = <b>درستی۔</b> ہم نے آپ کو یہ بھیجا تھا: “{ $words }” اس میں کچھ غلط تھا۔
broadcast-correction = <b>درستی:</b> { $text }
broadcast-wards-many = کل { $count } وارڈوں کی خبریں
broadcast-invitation =
    <b>{ $title }</b>
    اس میں { $questions ->
        [one] { $questions } سوال ہے
       *[other] { $questions } سوال ہیں
    }، وقت تقریباً { $minutes ->
        [one] { $minutes } منٹ
       *[other] { $minutes } منٹ
    }۔ آخری دن: { $closes }۔ کیا آپ نے پہلے ہی جواب دے دیا ہے؟ شکریہ، اب اور کچھ نہیں کرنا۔
broadcast-close-moved = یہ لکھے جانے کے بعد آخری دن بدل گیا ہے۔ اگر اوپر کوئی اور دن لکھا ہے تو وہ پرانا ہے۔
broadcast-foot = تمام پیغامات بند کرنے کے لیے بھیجیں: /stop
broadcast-not-translated = (ابھی ترجمہ نہیں ہوا۔)
broadcast-more-waits = آپ کے لیے اور بھی کچھ ہے۔ وہ اگلے پیغام کے ساتھ آئے گا۔

yes-question = <b>{ $author } کو آپ کی منظوری چاہیے۔</b> یہ پیغام <b>{ $people }</b> کو جائے گا:
yes-question-by = براہِ کرم { $day } تک جواب دے دیں۔
yes-question-grew = آپ کے دیکھنے کے بعد تعداد بڑھ گئی ہے۔ براہِ کرم دوبارہ دیکھ لیں۔
button-yes-send = جی ہاں، بھیجیں: { $people }
button-no-send = جی نہیں، نہ بھیجیں
yes-question-tap = ابھی کچھ طے نہیں ہوا۔ جس کی منظوری چاہیے، اس کے نیچے کوئی بٹن دبائیں، یا بٹن کے پورے الفاظ لکھیں۔
yes-question-which = ابھی کچھ طے نہیں ہوا۔ آپ سے ایک سے زیادہ چیزوں کی منظوری مانگی گئی ہے، اور ان الفاظ سے معلوم نہیں ہوتا کہ کون سی۔ جس پیغام کی بات ہے اس کے جواب میں یہی الفاظ لکھیں، یا اس کا بٹن دبائیں۔
decided-yes = آپ نے منظوری دے دی۔ یہ { $people } کو بھیجا جا رہا ہے۔
decided-yes-waits = آپ نے منظوری دے دی۔ یہ { $people } کے لیے ہے، اور ابھی رکا ہوا ہے۔
decided-no = آپ نے منظوری نہیں دی۔ کچھ نہیں بھیجا گیا، اور جس نے یہ لکھا، انہیں بتا دیا گیا ہے۔
decided-no-away = آپ نے منظوری نہیں دی۔ کچھ نہیں بھیجا گیا۔ جس نے یہ لکھا، انہیں ابھی ہمارے پیغام نہیں جاتے۔ واپس آنے پر وہ یہ دیکھ لیں گے۔
decided-no-ask = کیوں؟ اگلے پانچ منٹ میں یہاں چند الفاظ میں لکھیں۔ لکھنے والا اسے دیکھ لے گا۔
decided-why = شکریہ۔ لکھنے والا آپ کی وجہ دیکھ سکتا ہے: ”{ $reason }“
decided-why-away = شکریہ۔ لکھنے والے کو ابھی ہمارے پیغام نہیں جاتے۔ واپس آنے پر وہ آپ کی وجہ دیکھ لیں گے: ”{ $reason }“
reason-offer = کیا آپ نے اس وجہ سے منظوری نہیں دی؟ لکھنے والے نے یہ ابھی نہیں دیکھا: ”{ $text }“
reason-offer-more = کیا یہ بھی آپ کی وجہ کا حصہ ہے؟ لکھنے والے نے یہ ابھی نہیں دیکھا: ”{ $text }“
button-yes-reason = ہاں، لکھنے والے کو بتائیں
button-no-reason = کوئی وجہ نہ دیں
over-approved = { $who } پہلے ہی منظوری دے چکے ہیں۔ اب کچھ طے کرنا باقی نہیں۔
over-declined = { $who } پہلے ہی انکار کر چکے ہیں۔ کچھ نہیں بھیجا گیا۔
over-cancelled = { $who } نے اسے منسوخ کر دیا۔ کچھ نہیں بھیجا گیا۔
over-file-has-left = جس نے یہ فائل مانگی تھی، وہ اب اسے نہیں لے سکتا۔ کچھ طے کرنا باقی نہیں۔
over-expired = وقت پر کسی نے منظوری نہیں دی۔ کچھ نہیں بھیجا گیا۔

message-named = ”{ $words }“ ({ $wards })
message-for-wards = { $count } وارڈ
message-about-new-wards = نئے وارڈوں کے بارے میں سوال
progress-awaiting = یہ { $people } کو جائے گا۔ پہلے کسی دوسرے فرد کی منظوری چاہیے۔ جن سے پوچھا گیا ہے: { $asked }۔ نتیجہ یہاں نظر آئے گا۔
progress-awaiting-somebody = یہ { $people } کو جائے گا۔ پہلے کسی دوسرے فرد کی منظوری چاہیے۔ <b>منظور کرنے والے کسی فرد تک پیغام نہیں پہنچتا۔</b> کونسل کے دفتر سے کہیں کہ کسی کو بلائے۔ جب کسی سے پوچھا جائے گا تو یہاں نظر آئے گا۔
progress-awaiting-by = اگر { $day } تک کسی نے جواب نہ دیا تو کچھ نہیں بھیجا جائے گا اور پیغام آپ کے پاس واپس آ جائے گا۔
progress-awaiting-away = آپ نے پیغام بند کر دیے ہیں۔ اس لیے جواب /start بھیجنے کے بعد ہی ملے گا۔
button-take-back = منسوخ کریں
progress-approved = یہ { $people } کو بھیجنے کی تیاری ہو رہی ہے۔
progress-sends-held = <b>رکا ہوا ہے۔</b> { $people } کے لیے۔ ہو سکتا ہے کچھ لوگوں کو مل چکا ہو۔
progress-sending = <b>بھیجا جا رہا ہے</b> { $bar } { $percent }%۔ یہ { $people } کے لیے ہے۔
progress-sending-few = <b>بھیجا جا رہا ہے۔</b> یہ { $people } کے لیے ہے۔
progress-night = رات ہے۔ 21:00 سے 08:00 تک کچھ نہیں بھیجا جاتا۔ 08:00 پر باقی پیغام جائیں گے۔
progress-waits-budget = جنھیں اس ہفتے کا پیغام مل چکا ہے، انھیں یہ بعد میں ملے گا۔ ہم نہیں بتاتے کہ ایسا کوئی ہے یا نہیں۔
progress-waits-news = جنھیں اس ہفتے کا پیغام مل چکا ہے، انھیں یہ بعد میں ملے گا۔ جو دو ہفتے بعد بھی انتظار میں ہوں، انھیں یہ نہیں ملے گا۔ ہم نہیں بتاتے کہ ایسا کوئی ہے یا نہیں۔
progress-waits-closes = جنھیں اس ہفتے کا پیغام مل چکا ہے، انھیں یہ بعد میں ملے گا۔ جو سوال بند ہونے تک انتظار میں ہوں، انھیں یہ نہیں ملے گا۔ ہم نہیں بتاتے کہ ایسا کوئی ہے یا نہیں۔
progress-let-go-too-late = یہ انتخاب کی وجہ سے رکا ہوا تھا۔ پھر اسے جانے دیا گیا، مگر کچھ جا سکنے سے پہلے سوال بند ہو جاتے ہیں۔ جو رکا ہوا تھا وہ کسی کو نہیں ملے گا۔
progress-waits-election = انتخاب کی وجہ سے { $wards } کے پیغام رکے ہوئے ہیں۔ ان کا فیصلہ monitoring officer کریں گے۔
progress-met-election = آپ کے بھیجنے کے بعد { $wards } میں انتخاب کا عرصہ شروع ہوا۔ جو وہاں ابھی نہیں گیا تھا، اس کا فیصلہ monitoring officer کریں گے۔ ہم نہیں بتاتے کہ کچھ باقی ہے یا نہیں۔
progress-ended-election = انتخاب کی وجہ سے { $wards } میں جو ابھی نہیں گیا تھا وہ اب نہیں جائے گا۔ ہم نہیں بتاتے کہ وہ کتنا ہے۔ وہاں اب مزید پیغام نہیں جائیں گے۔
progress-sent = <b>بھیج دیا گیا۔</b> کل { $people }:
progress-line-sent = پہنچ گئے: { $count }
progress-line-gone = ہمیں بلاک کرنے، پہلے چھوڑ جانے، خبریں نہ چاہنے، اس دوران جواب دے دینے، یا جن کے لیے دیر ہو جاتی: { $count }
progress-line-failed = بھیجے نہیں جا سکے: { $count }
progress-line-unknown = شاید پہنچا ہو، شاید نہیں: { $count }
progress-reason = – { $reason }
reason-group-left = ہم اب اس گروپ میں نہیں ہیں
reason-group-moved = گروپ کی جگہ بدل گئی اور وہ نہیں ملا
reason-no-such-chat = ٹیلی گرام ایسی کسی چیٹ کو نہیں جانتا
reason-marks-refused = ٹیلی گرام نے متن کی فارمیٹنگ قبول نہیں کی
reason-too-long = متن ٹیلی گرام کے لیے بہت لمبا تھا
reason-too-large = پیغام ٹیلی گرام کے لیے بہت بڑا تھا
reason-refused = ٹیلی گرام نے انکار کیا
reason-not-made = ہم پیغام تیار نہیں کر سکے
reason-cut-off = بھیجتے ہوئے رابطہ ٹوٹ گیا
reason-telegram-trouble = ٹیلی گرام میں خرابی تھی اور صاف جواب نہیں ملا
reason-not-telegram = ٹیلی گرام کی جگہ راستے میں کسی اور نے جواب دیا
reason-end-not-seen = بھیجتے ہوئے بوٹ رک گیا
button-send-again = { $people } کو دوبارہ بھیجیں
button-correct = اسے درست کریں
send-again-question = <b>دوبارہ بھیجیں؟</b> یہ <b>{ $people }</b> کو جائے گا۔ کچھ کو شاید پہلے مل چکا ہو۔ ان کے پیغام میں لکھا ہوگا کہ یہ دوبارہ آیا ہے۔ تیسری بار نہیں جا سکتا۔
button-yes-send-again = جی ہاں، { $people } کو دوبارہ بھیجیں
progress-line-held-back = ہم نے روک لیے: { $count }
progress-line-too-late = دیر ہو جانے کی وجہ سے نہیں بھیجے گئے: { $count }
progress-line-not-released = انتخاب کی وجہ سے نہیں بھیجے گئے: { $count }
progress-line-taken-back = آپ کے واپس لینے کی وجہ سے نہیں بھیجے گئے: { $count }
progress-line-stopped = روک دینے کی وجہ سے نہیں بھیجے گئے: { $count }
progress-taken-back = آپ نے اسے واپس لے لیا۔ یہ اب کسی اور کو نہیں جائے گا اور /news میں بھی نہیں ہے۔ جن کے پاس ہے، ان کے پاس رہے گا۔
progress-poll-stopped-by = روکنے والے: { $who }
button-take-back-rest = اسے واپس لیں
progress-said-yes = منظوری دینے والے: { $who }
progress-declined = { $who } نے منظوری نہیں دی۔ کچھ نہیں بھیجا گیا۔ آپ کا پیغام محفوظ ہے۔
progress-declined-unnamed = دوسرے فرد نے منظوری نہیں دی۔ کچھ نہیں بھیجا گیا۔ آپ کا پیغام محفوظ ہے۔
progress-declined-why = وجہ: <i>{ $reason }</i>
progress-expired = کسی نے منظوری نہیں دی: وقت ختم ہو گیا، یا اب منظوری دینے والا کوئی نہیں رہا۔ کچھ نہیں بھیجا گیا۔ آپ کا پیغام محفوظ ہے۔
progress-questions-closed = منظوری سے پہلے سوال نامہ بند ہو گیا۔ کچھ نہیں بھیجا گیا۔ آپ کا پیغام محفوظ ہے۔
button-change-and-send = بدل کر دوبارہ بھیجیں
progress-cancelled = منسوخ ہو گیا۔ کچھ نہیں بھیجا گیا۔ آپ کا پیغام محفوظ ہے۔
progress-dropped = نگران افسر نے انتخابات کی وجہ سے اسے روک دیا۔ کچھ نہیں بھیجا گیا۔ آپ کا پیغام محفوظ ہے۔
progress-held-back = بوٹ کا ڈیٹا بیک اپ سے واپس لایا گیا۔ جو اس وقت تک نہیں گیا تھا، وہ روک دیا گیا۔ ہو سکتا ہے کچھ لوگوں کو پھر بھی مل گیا ہو۔

held-none = انتخاب کی وجہ سے کچھ نہیں رکا ہوا۔
held-list = <b>یہ انتخاب کی وجہ سے رکا ہوا ہے۔</b> پیغام دیکھنے کے لیے اس پر دبائیں۔ فیصلہ آپ کا ہے کہ وہ جائے یا نہیں۔
held-row = { $number } { $words }
held-message = بھیجنے والے: { $author }۔ وارڈ: { $wards }۔ یہ { $people } کے لیے رکا ہوا ہے۔
held-message-begun = بھیجنے والے: { $author }۔ وارڈ: { $wards }۔ روکے جانے سے پہلے یہ { $people } کو جا سکتا تھا۔ ہو سکتا ہے کہ اب تک یہ سب کے پاس ہو، کچھ کے پاس ہو، یا کسی کے پاس نہ ہو۔ ان میں سے کوئی بھی شاید ابھی ہفتے میں اپنی باری کا منتظر ہو۔ ہم نہیں بتاتے کہ کوئی منتظر ہے یا نہیں۔ اگر آپ اسے جانے دیں تو جو منتظر ہیں ان سب کو ملے گا۔
held-until = یہ انتخاب کی وجہ سے رکا ہوا ہے۔ آخری دن: { $day }۔
held-until-begun = جو ابھی باقی ہے وہ انتخاب کی وجہ سے رکا ہوا ہے۔ آخری دن: { $day }۔
held-over = انتخاب ختم ہو چکا ہے۔ پیغام اب بھی آپ کے فیصلے کا منتظر ہے۔
held-over-begun = انتخاب ختم ہو چکا ہے۔ جو ابھی باقی ہے وہ آپ کے فیصلے تک رکا ہوا ہے۔
held-author-left = کوئی جو جا چکے ہیں
held-only = آپ کا فیصلہ صرف ان کے لیے ہے: { $wards }۔
held-corrected = اس کی درستی بھی منتظر ہے۔ جب آپ دونوں کا فیصلہ کر لیں گے تب یہ جائے گا۔
held-approved = منظوری: { $day }۔
button-held-release = اسے جانے دیں
button-held-drop = اسے منسوخ کریں
button-held = اور کیا رکا ہوا ہے
held-released = یہ اب جا رہا ہے۔ رات کو یہ 08:00 تک رکا رہے گا۔
held-released-begun = جو ابھی باقی ہے وہ اب جا سکتا ہے۔ رات کو یہ 08:00 تک رکا رہے گا۔
held-released-weekly = جنھیں اس ہفتے کا پیغام مل چکا ہے، انھیں یہ بعد میں ملے گا۔
held-released-too-late = آپ نے اسے جانے دیا، مگر کچھ جا سکنے سے پہلے سوال بند ہو جاتے ہیں۔ جو رکا ہوا ہے وہ کسی کو نہیں ملے گا۔ لکھنے والے کو یہ نظر آتا ہے۔
held-released-corrected = یہ تب جائے گا جب آپ اس کی درستی کا بھی فیصلہ کر لیں گے: /held
held-dropped = یہ پیغام اب نہیں جائے گا۔ بھیجنے والے کو یہ نظر آتا ہے۔
held-dropped-notice = یہ پیغام اب نہیں جائے گا۔ ہم کسی کو نہیں بتائیں گے کہ سوال روک دیا گیا۔ پوچھنے والے کو یہ /ask پر نظر آتا ہے۔
held-over-released = ”{ $words }“
    { $who } فیصلہ کر چکے ہیں: یہ جا رہا ہے۔
held-over-dropped = ”{ $words }“
    { $who } فیصلہ کر چکے ہیں: یہ منسوخ ہے اور نہیں جائے گا۔
held-news = <b>انتخاب کی وجہ سے رکے ہوئے پیغام: { $count }۔</b> فیصلہ آپ کا ہے کہ کیا جائے: /held
held-news-nobody = <b>انتخاب کی وجہ سے رکے ہوئے پیغام: { $count }۔</b> انہیں کوئی نہیں جانے دے سکتا: ان سب وارڈوں کے لیے کوئی ایسا نگران افسر مقرر نہیں جسے پیغام مل سکے۔ جو بوٹ چلاتے ہیں وہ کسی کو مقرر کر سکتے ہیں: wardmote duty give
button-held-list = دیکھیں کہ کیا رکا ہوا ہے

results-choose = <b>کس سوال نامے کے نتائج؟</b>
export-choose = <b>کس سوال نامے کے جواب؟</b>
results-choose-none = ابھی کوئی سوال نامہ نہیں کھلا۔
results-choose-none-ward = آپ کے وارڈ کے لیے ابھی کوئی سوال نامہ نہیں کھلا۔ جب دوسرے وارڈوں کے نتائج آئیں گے، آپ انہیں یہاں دیکھ سکیں گے۔
manage-list = <b>لوگوں سے سوالات</b>
manage-none = آپ کے وارڈوں کے لیے ابھی کوئی سوال نامہ نہیں۔
manage-others = <b>یہ ان افسران کے لیے ہیں جن کے پاس یہ سب وارڈ ہیں:</b>
manage-other-row = • { $title }۔ کھلنے کا وقت: { $opens }۔ بند ہونے کا وقت: { $closes }۔
manage-row = { $number } { $title } ({ $stage ->
        [checked] منظوری نہیں ملی
        [asked] دوسرے شخص کا انتظار ہے
        [approved] منظور شدہ
        [open] کھلا ہے
        [paused] رکا ہوا ہے
        [closed] بند ہے
        [reported] لوگوں کو نتیجہ معلوم ہے
       *[withdrawn] واپس لے لیا گیا
    })
manage-heading = <b>{ $title }</b>
    { $stage ->
        [checked] ابھی کسی نے اسے منظور نہیں کیا۔ یہ منظوری کے بعد ہی کھلے گا۔
        [asked] کھلنے سے پہلے ایک دوسرے شخص کی منظوری ضروری ہے۔
        [approved] یہ منظور ہو چکا ہے۔ یہ خود کھل جائے گا۔
        [open] یہ کھلا ہے۔
        [paused] یہ ابھی جواب نہیں لے رہا۔
        [closed] یہ بند ہو چکا ہے۔
        [reported] یہ بند ہو چکا ہے، اور لوگوں کو معلوم ہے کہ کیا ہوا۔
       *[withdrawn] یہ واپس لے لیا گیا ہے۔ کوئی نتیجہ نہیں ہو گا۔
    }
manage-dates = کھلنے کا وقت: { $opens }۔ بند ہونے کا وقت: { $closes }۔
manage-hears-late = دیکھ لیں: لوگوں کو نتائج { $hear } تک معلوم ہوں گے۔ یہ فیصلے کے بعد ہے: { $due }۔
manage-asked = درخواست: { $by }۔
manage-expired = سات دن میں کسی نے جواب نہیں دیا۔ آپ دوبارہ پوچھ سکتے ہیں۔
manage-by-command = بوٹ چلانے والا کوئی شخص
manage-to-approve =
    <b>مقصد:</b> { $purpose }
    <b>کیا ابھی بدل سکتا ہے:</b> { $can_change }
    <b>فیصلہ کون کرتا ہے:</b> { $decided_by } فیصلے کی تاریخ: { $due }۔
    <b>لوگوں کو بتانے کی تاریخ:</b> { $hear }
    <b>وارڈ:</b> { $wards }
    <b>زبانیں:</b> { $languages }
    <b>سب سے برابری:</b> { $equality }
    <b>Telegram کے بغیر:</b> { $other }
    <b>سوالات:</b> { $questions }
manage-every-ward = سب وارڈ
manage-paused = { $until } تک رکا ہوا ہے۔ وجہ: { $reason }
manage-withdrawn = وجہ: { $reason }
manage-reported = درج کرنے والے: { $by }، { $on }۔ لوگوں کو کیسے معلوم ہوا: { $how }
manage-declined = { $who } نے انکار کیا۔ درست کرنے کے بعد آپ دوبارہ پوچھ سکتے ہیں۔
manage-declined-why =
    { $who } نے انکار کیا۔ وجہ: <i>{ $reason }</i>
    درست کرنے کے بعد آپ دوبارہ پوچھ سکتے ہیں۔
manage-ready = سب کچھ موجود ہے۔ ایک دوسرے شخص کی منظوری ضروری ہے۔
manage-gap = بوٹ { $began } سے { $ended } تک نہیں مل سکا۔ شاید آپ لوگوں کو مزید وقت دینا چاہیں۔
manage-until = <b>{ $title }</b>
    { $choice ->
        [pause] کب تک جواب نہ لیے جائیں؟
       *[extend] یہ کب بند ہو؟
    }
manage-until-dates = فیصلہ ہونا ہے: { $due }۔ اسے اس دن سے پہلے بند ہونا ہے۔ ابھی لوگوں کو نتائج { $hear } تک معلوم ہوں گے۔ پھر اتنے ہی دن بعد معلوم ہوں گے۔
manage-why = <b>{ $title }</b>
    { $choice ->
        [extend] یہ دیر سے کیوں بند ہو رہا ہے؟
        [pause] یہ کیوں رک رہا ہے؟
        [close] یہ ابھی کیوں بند ہو رہا ہے؟
        [report] ابھی کسی کو معلوم نہیں۔ پہلے بھیجیں کہ کیا ہوا: /send۔ یا لکھیں کہ لوگوں کو کیسے معلوم ہوا: وہ اسے /mine میں پڑھیں گے۔
        [take-back] منظوری کیوں واپس لی جا رہی ہے؟
       *[withdraw] یہ کیوں واپس لیا جا رہا ہے؟ کوئی نتیجہ نہیں ہو گا۔ یہ واپس نہیں ہو سکتا۔
    }
manage-type-until = کوئی اور دن؟ لکھ دیں، جیسے 14 اکتوبر 2027 17:00۔
manage-type-why = کوئی اور وجہ؟ لکھ دیں۔
manage-type-only-why = یہاں لکھ دیں۔
manage-check = <b>{ $title }</b>
    { $choice ->
        [close] ابھی بند کریں؟ اس کے بعد کوئی جواب نہیں دے سکے گا۔
       *[withdraw] واپس لیں؟ کوئی نتیجہ نہیں ہو گا۔ یہ واپس نہیں ہو سکتا۔
    }
    وجہ: { $reason }
manage-word-extend = بڑھائیں
manage-word-pause = وقفہ دیں
manage-word-resume = جاری
manage-word-close = بند
manage-word-withdraw = واپس
manage-word-report = بتایا
manage-word-unreport = نہیں بتایا
manage-reason = { $reason ->
        [more-time] لوگوں کو مزید وقت چاہیے
        [not-reached] بوٹ نہیں مل سکا
        [put-right] کچھ درست کرنا ہے
        [looked-at] کچھ دیکھنا ہے
        [needed-sooner] جواب پہلے چاہییں
        [settled] معاملہ طے ہو چکا ہے
        [plans-changed] منصوبے بدل گئے ہیں
        [mistake] اس میں غلطی تھی
       *[other] { $reason }
    }
manage-news-asked = <b>کھلنے سے پہلے اس کے لیے آپ کی منظوری چاہیے۔</b>
manage-news-decided = <b>دوسرے شخص نے فیصلہ کر دیا ہے۔</b>
manage-news-edited = <b>اس کی فائل بدل گئی ہے۔ اس لیے منظوری اب شمار نہیں ہوتی، اور یہ نہیں کھلے گا۔</b>
manage-news-taken-back = <b>{ $who } نے اسے واپس لے لیا ہے، اس لیے یہ نہیں کھلے گا۔</b> وجہ: { $reason }
manage-news-why = <b>{ $who } نے آپ کی پچھلی درخواست پر انکار کیا تھا۔</b> وجہ: <i>{ $reason }</i>
opening-somebody = ایک ساتھی
opening-named = ”{ $title }“ کا کھلنا
opening-declined-you = آپ نے منظوری نہیں دی۔ یہ بند رہے گا، اور جس نے پوچھا تھا، انہیں بتا دیا جائے گا۔
opening-declined-you-away = آپ نے منظوری نہیں دی۔ یہ بند رہے گا۔ جس نے پوچھا تھا، انہیں ابھی ہمارے پیغام نہیں جاتے۔ واپس آنے پر وہ یہ دیکھ لیں گے۔
opening-over =
    <b>{ $title }</b>
    { $act ->
        [opened] { $who } پہلے ہی منظوری دے چکے ہیں۔ اب کچھ طے کرنا باقی نہیں۔
        [declined] { $who } پہلے ہی انکار کر چکے ہیں۔ یہ بند رہے گا۔
       *[voided] اب اس کی منظوری کی ضرورت نہیں۔ درخواست واپس لے لی گئی، یا اس کی فائل بدل گئی۔
    }
read-questions = <b>لوگ یہ پڑھیں گے۔</b> زبان: { $named }۔ صفحہ { $page }، کل { $pages }۔
read-only-if = یہ صرف تب پوچھا جاتا ہے: { $condition }
read-required = لوگ یہ سوال چھوڑ نہیں سکتے۔
read-short = یہ سوال مختصر فارم میں ہے۔
read-longer = یہ سوال صرف ان سے پوچھا جاتا ہے جو مختصر فارم سے آگے جائیں۔
read-bands = نتیجوں میں جواب ان حصوں میں گنے جائیں گے: { $bands }۔
read-offered-if = ہر جواب صرف تب پیش ہوتا ہے: { $condition }
read-picture = ایک تصویر کے ساتھ۔ اس میں یہ ہے: { $alt }
read-recordings = لوگ اسے سن سکتے ہیں۔ زبانیں: { $named }
read-recording = سوال { $number } آواز میں: { $named }
read-recording-learn = سوال { $number } سے پہلے کی تحریر، آواز میں: { $named }
button-read-media = تصویریں دیکھیں، آواز سنیں
button-read-questions = سوال پڑھیں
button-read-on = آگے پڑھیں
button-read-in = اس زبان میں پڑھیں: { $named }
button-manage-ask = دوسرے شخص سے پوچھیں
button-manage-approve = منظور: یہ کھلے
button-manage-decline = نامنظور: یہ نہ کھلے
button-manage-choice = { $choice ->
        [extend] بعد میں بند ہو
        [pause] وقفہ دیں
        [resume] ابھی جاری کریں
        [close] ابھی بند کریں
        [report] لوگوں کو معلوم ہے
        [unreport] ابھی کسی کو معلوم نہیں
       *[withdraw] واپس لیں
    }
button-close-yes = ہاں، ابھی بند کریں
button-withdraw-yes = ہاں، واپس لیں
button-manage-no = نہیں، رہنے دیں
lack-decision-due = • فائل میں فیصلے کی تاریخ نہیں: decision_due۔
lack-languages = • فائل میں زبانیں نہیں لکھیں: languages۔
lack-translation = • اس زبان میں کچھ الفاظ نہیں ہیں: { $what }۔
lack-equality-note = • سب سے برابری کا نوٹ نہیں ہے: equality_note۔
lack-without-telegram = • Telegram کے بغیر کوئی طریقہ نہیں: without_telegram، اور الفاظ میں other_ways۔
lack-made-up = • یہ ڈیمو کے لیے فرضی ہے، اس لیے یہ سچ مچ نہیں کھل سکتا: { $what }۔
lack-boundaries = • ایک سوال جگہ پوچھتا ہے، مگر وارڈوں کی حدود ابھی شامل نہیں: wards import-boundaries۔
lack-no-such-time = • گھڑیاں بدلنے سے یہ وقت نہیں آتا: { $what }۔
lack-over = • یہ اب تک بند ہو چکا ہوتا: closes_at۔
look-few-days = دیکھیں: یہ { $days ->
        [one] ایک دن
       *[other] { $days } دن
    } کھلا ہے۔ 28 دن سے کم شاید تھوڑے ہوں۔
results-row = { $number } { $title } ({ $phase ->
        [open] { $closes } تک کھلا ہے
        [paused] رکا ہوا ہے، بند ہو گا: { $closes }
        [withdrawn] واپس لے لیا گیا
       *[closed] بند ہے
    })
results-heading = <b>{ $title }</b>
results-about = تقریباً { $people } افراد نے جواب دیا۔
results-few = جواب دینے والے { $least } سے کم ہیں۔ ہم بس اتنا ہی دکھاتے ہیں، تاکہ کسی کی پہچان نہ ہو سکے۔
results-so-far = اب تک کم از کم { $people } افراد نے جواب دیا ہے۔
results-so-far-few = اب تک ہر وارڈ میں { $least } سے کم افراد نے جواب دیا ہے۔
results-hidden = سوال بند ہونے تک نتائج کوئی نہیں دیکھ سکتا۔ بند ہونے کا وقت: { $closes }۔ اس کے بعد دوبارہ دیکھیں۔
results-withdrawn = یہ واپس لے لیا گیا ہے۔ نہ نتیجے ہوں گے، نہ جوابوں کی فائل۔
export-hidden = جواب فائل میں سوال بند ہونے کے بعد ملیں گے۔ بند ہونے کا وقت: { $closes }۔ اس سے پہلے انہیں کوئی نہیں دیکھ سکتا۔
results-so-far-ward = { $ward }: { $people } یا زیادہ
results-so-far-wards = { $wards }: ہر ایک میں { $least } سے کم
results-so-far-one = { $ward }: { $least } سے کم
results-all-others = باقی تمام وارڈ
results-final = یہ بند ہو چکا ہے۔ یہ حتمی اعداد ہیں۔
results-earlier-close = پہلی بار بند ہونے کا وقت: { $closes }۔ پھر سوال دوبارہ کھلے۔ اس کے بعد جو ہوا، وہ دکھانے سے چند لوگوں کی بات ظاہر ہو جاتی، اس لیے یہ پہلی بار بند ہونے کے اعداد ہیں۔ بعد کے جواب صرف فائل میں ہیں: /export
results-late = بند ہونے کے بعد کتنے لوگوں نے جواب دیا: { $number }۔ ان کے یہ جواب محفوظ ہیں، مگر کسی نتیجے یا فائل میں نہیں ہیں۔
results-coming-in = سوال بند ہو چکے ہیں، مگر کچھ جواب ابھی راستے میں ہو سکتے ہیں۔ سب کے پہنچنے سے پہلے گنتی نہیں ہوتی۔ چند منٹ بعد دوبارہ دیکھیں۔
results-coming-in-until = سوال بند ہو چکے ہیں، مگر کچھ جواب ابھی راستے میں ہو سکتے ہیں۔ سب کے پہنچنے سے پہلے گنتی نہیں ہوتی۔ اس وقت کے بعد دوبارہ دیکھیں: { $moment }
results-question = <b>{ $number }۔</b> { $text }
results-question-about = اس سوال کا جواب تقریباً { $people } افراد نے دیا۔
results-question-up-to = اس سوال کا جواب زیادہ سے زیادہ تقریباً { $people } افراد نے دیا۔
results-question-too-few = بہت کم لوگوں نے اس کا جواب دیا، اس لیے ان کے جواب نہیں دکھائے جا سکتے۔
results-question-few = اس سوال کا جواب { $least } سے کم افراد نے دیا۔
results-question-alike = ہر جواب اتنے کم لوگوں نے چنا کہ جواب الگ الگ نہیں دکھائے جا سکتے۔
results-question-words = یہاں لوگ اپنے الفاظ میں لکھ سکتے تھے، دیکھیں: /export
results-question-typed = لوگوں نے عدد یا دن لکھے، دیکھیں: /export
results-places-squares = ہر مربع 500 میٹر چوڑا ہے۔ اس کا نام نقشے پر اس کے جنوب مغربی کونے کا حوالہ ہے۔ جس مربع میں { $least } سے کم لوگ ہوں، یا جسے وارڈ کی حد کاٹتی ہو، وہ ”کہیں اور“ میں شامل ہے۔
results-places-more = یہ وہ جگہیں ہیں جو سب سے زیادہ لوگوں نے بھیجیں۔ سب جگہیں ورک بک میں ہیں: /export
results-places-none = جگہیں نہیں دکھائی جا سکتیں: ہر جگہ بہت کم لوگوں نے بھیجی، یا وارڈوں کی حدیں موجود نہیں۔
button-map = نقشے پر دیکھیں
button-map-of = سوال { $number } نقشے پر دیکھیں
map-alt = لوگوں کی بھیجی ہوئی جگہوں کا نقشہ: { $title }
map-step-share = جواب دینے والوں میں سے: { $words }
map-elsewhere = وہ لوگ جن کی جگہ یہاں کسی مربع میں نہیں:
map-step = ایک مربع میں لوگ: { $words }
map-up-to = زیادہ سے زیادہ تقریباً { $last }
map-between = تقریباً { $first } سے { $last } تک
map-from = تقریباً { $first } یا زیادہ
map-note = ہر مربع { $metres } میٹر چوڑا ہے۔ مربع میں یا اس کے ساتھ لکھا ہے کہ تقریباً کتنے لوگوں نے وہاں کی جگہ بھیجی۔ جس مربع میں { $least } سے کم لوگ ہوں، یا جسے وارڈ کی حد کاٹتی ہو، وہ نقشے پر نہیں ہے۔ وہ جگہیں نقشے کے نیچے گنی گئی ہیں۔
map-earlier-close = یہ پہلی بار بند ہونے کے اعداد ہیں: { $closes }۔
map-more = یہاں اور جگہ نہیں۔ باقی نتائج میں ہے: /results
map-failed = نقشہ نہیں بن سکا۔ براہِ کرم دوبارہ کوشش کریں: /results
results-question-first = لوگوں نے سب سے پہلے کیا رکھا:
results-question-some = یہ سوال صرف کچھ لوگوں سے پوچھا گیا۔ اس کا انحصار ان کے پہلے جوابوں پر تھا۔
results-question-longer = یہ صرف ان لوگوں سے پوچھا گیا جنہوں نے مختصر فارم سے زیادہ چنا۔
results-question-longer-about = یہ صرف ان لوگوں سے پوچھا گیا جنہوں نے مختصر فارم سے زیادہ چنا: تقریباً { $people }۔
results-question-former = یہ پہلی بار بند ہونے کے اعداد ہیں۔ ان کے ساتھ نئے اعداد سے ظاہر ہو جاتا کہ چند لوگوں نے کیا چنا۔
results-question-offered = ان میں سے کون سے جواب چنے جا سکتے تھے، اس کا انحصار پہلے جوابوں پر تھا۔
results-band = { $first } سے { $last } تک
results-band-days = { $first } سے { $last } تک
results-option-percent = { $label }: تقریباً { $people } ({ $percent } فیصد)
results-option-share = { $label }: { $share }
results-option-few = { $label }: { $least } سے کم
results-percent = { $percent } فیصد
results-same = برابر عدد کا مطلب ہے: تقریباً برابر، بالکل برابر نہیں۔
results-or = { $first } یا { $second }
share-nearly-all = تقریباً سب
share-most = زیادہ تر
share-about-half = تقریباً آدھے
share-less-than-half = آدھے سے کم
share-few = بہت کم
results-wards = <b>وارڈ کے حساب سے</b>
results-ward = { $ward }: تقریباً { $people }
results-wards-others = { $wards }، ملا کر: تقریباً { $people }
results-note = گنتی صرف ان کی ہے جنہوں نے اپنی مرضی سے جواب دیا۔ دوسروں کی رائے مختلف ہو سکتی ہے۔ ہر تعداد قریب ترین { $rounding } تک گول کی گئی ہے؛ { $least } سے کم کے گروپ چھپائے یا ملائے گئے ہیں۔
broadcast-head-echo = <b>لوگوں نے کیا کہا:</b> { $title }
echo-thanks = حصہ لینے کا شکریہ۔
echo-question = <b>{ $text }</b>
echo-more-answers = مزید جواب: /results
echo-all = سب کچھ یہاں ہے: /results
results-thanks = حصہ لینے کا شکریہ۔ تقریباً { $people } افراد نے جواب دیا۔
results-took-part = تقریباً { $people } افراد نے حصہ لیا۔
results-from-ward = { $ward } سے: تقریباً { $people }۔
results-how-to-read = ہر جواب کے ساتھ: پہلے { $ward }، پھر پورا علاقہ۔
results-no-wards = { $ward } کو الگ نہیں دکھایا جا سکتا۔ اس سے چند لوگوں کی بات ظاہر ہو سکتی ہے۔ اس لیے یہاں پورا علاقہ ہے۔
results-ward-together = { $ward } یہاں دوسرے وارڈوں کے ساتھ گنا گیا ہے۔ الگ دکھانے سے چند لوگوں کی بات ظاہر ہو سکتی ہے۔ اس لیے یہاں پورا علاقہ ہے۔
results-beside = { $label }: { $here }۔ پورا علاقہ: { $area }۔
results-beside-parts = { $label }: { $here }۔ پورے علاقے میں:
results-part = – { $label }: { $area }
results-few-or-nearly-all = بہت کم، یا تقریباً سب
results-fewer-than = { $least } سے کم
results-several = لوگ ایک سے زیادہ جواب چن سکتے تھے۔
results-places-most = زیادہ لوگوں نے یہ بھیجیں:
results-why-own-words = لوگوں نے اپنے الفاظ میں جواب دیا۔ اس لیے یہاں اعداد نہیں۔
results-why-places = جگہیں سب وارڈوں کی اکٹھی دکھائی جاتی ہیں۔
results-why-no-bands = لوگوں نے عدد یا دن لکھا۔ وہ نہیں دکھایا جا سکتا۔
results-why-branch = یہ سوال صرف کچھ لوگوں سے پوچھا گیا۔ اس لیے یہاں پورا علاقہ ہے:
results-why-longer-form = یہ صرف ان سے پوچھا گیا جنہوں نے سب سوال چنے۔ اس لیے یہاں پورا علاقہ ہے:
results-why-area = ہر جواب بہت کم لوگوں نے چنا۔ اس لیے جواب نہیں دکھائے جا سکتے۔
results-why-together = { $ward } یہاں نہیں دکھایا جا سکتا۔ اس سے چند لوگوں کی بات ظاہر ہو سکتی ہے۔ اس لیے یہاں پورا علاقہ ہے:
results-why-few = { $ward } یہاں نہیں دکھایا جا سکتا۔ اس سے چند لوگوں کی بات ظاہر ہو سکتی ہے۔ اس لیے یہاں پورا علاقہ ہے:
results-former = یہ پہلی بار کھلنے کے وقت کے اعداد ہیں۔
results-first-time = یہ دو بار کھلا تھا۔ یہ پہلی بار کے اعداد ہیں۔
results-first-time-ward = یہ دو بار کھلا تھا۔ وارڈ کے اعداد پہلی بار کے ہیں۔
results-rounded = اعداد گول کیے گئے ہیں۔ برابر عدد کا مطلب ہے: تقریباً برابر۔
results-who-is-counted = گنتی صرف ان کی ہے جنہوں نے اپنی مرضی سے جواب دیا۔ دوسروں کی رائے مختلف ہو سکتی ہے۔
results-after = نتائج سوال بند ہونے کے بعد آئیں گے۔ بند ہونے کا وقت: { $closes }۔ پھر /results بھیجیں
results-never = اس لیے کوئی نتیجہ نہیں ہے۔
results-which-ward = آپ کون سا وارڈ دیکھنا چاہتے ہیں؟
button-other-ward = کوئی اور وارڈ
button-results-ward = ایک وارڈ الگ سے
export-caption =
    <b>{ $title }</b>: تمام جواب، ہر فرد کی ایک سطر، بغیر نام کے۔
    <b>شائع کرنے کے لیے نہیں۔</b> { $who } نے کام کے لیے منظوری دی۔ لوگوں کے لکھے الفاظ میں کسی کا نام ہو سکتا ہے: کسی کو دینے سے پہلے پڑھ لیں۔ یہ ایکسپورٹ آڈٹ میں درج ہو گئی ہے۔
export-left-out = خطرے کے الفاظ اس فائل میں نہیں ہیں۔ کتنے لوگوں نے لکھے: { $number }
export-held = <b>انتخاب ہے، { $day } تک۔</b> اس فائل سے کام لیں، لیکن انتخاب ختم ہونے سے پہلے اس میں سے کچھ شائع نہ کریں۔ گنتیاں بھی تب تک رکی رہیں گی۔

export-not-sent = فائل بھیجی نہیں جا سکی۔ براہِ کرم دوبارہ مانگیں: /export
export-format = <b>{ $title }</b>: کس قسم کی فائل؟
file-question =
    <b>{ $title }</b>
    فائل میں ہر فرد کے جواب ہیں، سطر بہ سطر۔ یہ کام کے لیے ہے، شائع کرنے کے لیے نہیں۔ پہلے کسی اور کی منظوری چاہیے۔
file-question-who = ہم ان سے پوچھیں گے: { $who }
file-waits = ہم نے ان سے پوچھا ہے: { $who }۔ جواب آنے پر آپ کو پیغام ملے گا۔ اگر { $day } تک کوئی جواب نہ آئے تو دوبارہ پوچھ لیں۔
button-ask-approval = منظوری مانگیں
file-request =
    <b>{ $author } کو ایک فائل کے لیے آپ کی منظوری چاہیے۔</b>
    اس میں ”{ $title }“ کے تمام جواب ہیں، سطر بہ سطر، بغیر نام کے۔ یہ کام کے لیے ہے، شائع کرنے کے لیے نہیں۔
button-yes-file = جی ہاں، فائل منظور ہے
button-no-file = نہیں، فائل منظور نہیں
file-named = ”{ $title }“ کے جواب، فائل میں
file-approved = { $who } نے منظوری دے دی۔ آپ فائل { $day } تک لے سکتے ہیں۔
file-approved-for = آپ نے منظوری دے دی۔ فائل ان کے لیے ہے: { $author }
file-declined = { $who } نے منظوری نہیں دی۔ فائل نہیں ملے گی۔
file-declined-you = آپ نے منظوری نہیں دی۔ فائل نہیں ملے گی، اور جس نے مانگی تھی، انہیں بتا دیا گیا ہے۔
file-declined-you-away = آپ نے منظوری نہیں دی۔ فائل نہیں ملے گی۔ جس نے مانگی تھی، انہیں ابھی ہمارے پیغام نہیں جاتے۔ واپس آنے پر وہ یہ دیکھ لیں گے۔
file-expired = وقت پر کسی نے منظوری نہیں دی۔ دوبارہ پوچھنے کے لیے: /export
button-workbook = ایکسل فائل (Excel)
button-csv = سادہ فائل (CSV)، ہر فرد کی ایک سطر

workbook-sheet-readme = پہلے پڑھیں
workbook-sheet-responses = جوابات
workbook-sheet-codebook = کوڈ بک
workbook-sheet-wards = وارڈ کے حساب سے گنتی
workbook-sheet-results = نتائج
workbook-sheet-results-by-ward = وارڈ کے حساب سے نتائج
workbook-sheet-places = جگہیں
workbook-council = کونسل
workbook-consultation = مشاورت
workbook-open = جواب دینے کی مدت
workbook-open-dates = از { $opens } تا { $closes }
workbook-made = بنانے کا دن
workbook-count = اس فائل میں جوابات
workbook-how = اسے کیسے پڑھیں
workbook-how-text = ہر فرد کی ایک سطر، بغیر نام کے۔ کوڈ بک بتاتی ہے کہ ہر کالم کا کیا مطلب ہے۔ خالی خانے کا مطلب: جواب نہیں دیا گیا، یا سوال پوچھا ہی نہیں گیا۔
workbook-cut = لمبے متن
workbook-cut-text = ایک خانے میں تقریباً 32,000 حروف آتے ہیں۔ جس متن کے آخر میں "[cut: too long for a cell]" ہو وہ زیادہ لمبا تھا۔ پورا متن CSV فائل میں ہے۔
workbook-careful = براہِ کرم احتیاط کریں
workbook-careful-text = صرف افسران کے لیے۔ لوگوں کے لکھے الفاظ میں کسی کا نام ہو سکتا ہے: کسی کو دینے سے پہلے پڑھ لیں۔ یہ ایکسپورٹ آڈٹ میں درج ہو گئی ہے۔
workbook-not-published = شائع کرنے کے لیے نہیں
workbook-not-published-text = یہ فائل کام کے لیے ہے۔ اس میں سے کچھ شائع نہ کریں: جو شائع ہو سکتا ہے وہ /results میں ہے۔ منظوری دینے والے: { $who }
workbook-election = انتخاب
workbook-election-text = انتخاب ہے، { $day } تک۔ انتخاب ختم ہونے سے پہلے اس فائل میں سے کچھ شائع نہ کریں۔
workbook-earlier = پہلے کے اعداد
workbook-earlier-text = سوال دوبارہ کھلے تھے۔ /results میں سب اعداد اب بھی پہلی بار بند ہونے کے ہیں: { $closed }۔ اس فائل میں بعد کے جواب بھی ہیں۔
workbook-former-text = سوال دوبارہ کھلے تھے۔ /results میں ان سوالوں کے اعداد اب بھی پہلی بار بند ہونے کے ہیں: { $questions }۔ اس فائل میں بعد کے جواب بھی ہیں۔
workbook-chosen = یہ کس کی رائے ہے
workbook-chosen-text = گنتی صرف ان کی ہے جنہوں نے اپنی مرضی سے جواب دیا۔ دوسروں کی رائے مختلف ہو سکتی ہے۔
codebook-question = سوال
codebook-meaning = کیا پوچھا گیا
codebook-kind = قسم
codebook-value = فائل میں لکھی قدر
codebook-value-meaning = قدر کا مطلب
codebook-column = کالم
codebook-comment = اس کے ساتھ کیا لکھا گیا
codebook-chosen = چنا گیا: 1، نہیں چنا گیا: 0
codebook-place = ترتیب میں جگہ: 1 سب سے پہلے
codebook-point = عرض بلد اور طول بلد، تقریباً 100 میٹر تک، یا وارڈ کا کوڈ۔ صرف اپنے کام کے لیے: مربعے شائع کریں، نقطے کبھی نہیں
codebook-square = 500 میٹر کا وہ مربع جس میں یہ ہے، اس کے جنوب مغربی کونے کے حوالے سے
codebook-asked-if = صرف تب پوچھا گیا جب: { $condition }
codebook-offered-if = کون سے جواب پیش کیے گئے: { $condition }
kind-single = ایک انتخاب
kind-several = کئی انتخاب
kind-scale = پیمانہ
kind-text = اپنے الفاظ
kind-ranking = اہمیت کی ترتیب
kind-number = پورا عدد
kind-date = دن
kind-place = جگہ
column-response = اس فائل میں فرد کا اتفاقی نمبر
column-ward-code = جس وارڈ میں جواب دیا گیا، اس کا کوڈ
column-ward = اس وارڈ کا نام
column-ward-boundaries = وارڈ کی حدوں کا سال
column-state = جواب کہاں تک پہنچا۔ آخر تک: complete؛ کچھ جواب: partial؛ کوئی جواب نہیں: started
column-mode = جواب کس ذریعے سے آیا۔ جنہوں نے کسی اور کے فون پر جواب دیا (”shared phone“)، وہ نتیجوں کے کسی جدول میں نہیں
column-form = کون سا فارم چنا: short یعنی مختصر، یا whole یعنی پورا
column-began-on = جواب شروع کرنے کا دن
column-may-hold-personal-data = اپنے الفاظ میں ذاتی معلومات کا نشان: پوسٹ کوڈ (postcode)، فون (phone)، ای میل (email)۔ آگے دینے سے پہلے سب پڑھیں
counts-ward = وارڈ
counts-people = افراد، تقریبی تعداد
counts-few = تعداد { $least } سے کم
counts-all = تمام وارڈ ملا کر
counts-answer = جواب
counts-share = حصہ
counts-why-own-words = لوگوں کے اپنے الفاظ میں
counts-why-places = جگہیں: سب وارڈ اکٹھے
counts-why-no-bands = عدد یا دن: نہیں دکھایا جا سکتا
counts-why-branch = صرف کچھ لوگوں سے پوچھا گیا: وارڈ الگ نہیں دکھایا جا سکتا
counts-why-longer-form = صرف ان سے پوچھا گیا جنہوں نے سب سوال چنے: وارڈ الگ نہیں دکھایا جا سکتا
counts-why-area = ہر جواب بہت کم لوگوں نے چنا
counts-why-together = { $ward } دوسرے وارڈوں کے ساتھ گنا گیا ہے
counts-why-few = نہیں دکھایا جا سکتا: اس سے چند لوگوں کی بات ظاہر ہو سکتی ہے
counts-note = وہی اعداد جو /results میں نظر آتے ہیں۔ ہر تعداد قریب ترین { $rounding } تک گول کی گئی ہے؛ { $least } سے کم کے گروپ چھپائے یا ملائے گئے ہیں۔


## Quick polls

ask-question = <b>آپ کیا پوچھنا چاہتے ہیں؟</b> ایک چھوٹی سطر، زیادہ سے زیادہ { $most } حروف۔
ask-question-now = آپ کا سوال: { $question }
ask-answers = <b>لوگ کن جوابوں میں سے چنیں؟</b> دو سے چھ چھوٹے جواب۔ ہر جواب الگ سطر میں لکھیں، یا ایک ایک کر کے بھیجیں۔
ask-answers-more = ایک اور جواب لکھیں، یا "ہو گیا" دبائیں۔ کوئی ہٹانا ہو تو اسے دبائیں یا لکھیں: remove 2
ask-answers-enough = یہ { $most } ہو گئے، اور کی جگہ نہیں۔ "ہو گیا" دبائیں۔ کوئی ہٹانا ہو تو اسے دبائیں یا لکھیں: remove 2
ask-end = <b>لوگ کب تک جواب دے سکتے ہیں؟</b> ایک دبائیں، یا دن لکھیں، جیسے { $example }۔ آخری ممکن دن: { $last }
ask-end-now = ابھی: { $closes }
ask-needs-second = پہلے کسی دوسرے شخص کو منظور کرنا ہوگا۔ ہم آپ کے لیے ان سے پوچھیں گے۔
button-asked-polls = میرے پہلے سوال
button-keep-question = یہی رہنے دیں
button-take-answer-off = ہٹائیں: { $answer }
button-change-answers-on-offer = جواب بدلیں
button-change-end = آخری دن بدلیں
button-end-after = { $days ->
        [one] { $days } دن
       *[other] { $days } دن
    }، { $closes } تک
broadcast-head-poll =
    <b>{ $wards }</b>
    <b>ایک چھوٹا سا سوال۔</b> صرف اس سے کوئی فیصلہ نہیں ہوتا۔
broadcast-head-poll-stopped = <b>ہم نے ایک چھوٹا سوال روک دیا۔</b> آپ نے اس کا جواب دیا تھا: "{ $words }" اب وہ نہیں گنا جاتا۔
poll-stopped-why = وجہ: { $reason }
poll-head = <b>ایک چھوٹا سا سوال۔</b> صرف اس سے کوئی فیصلہ نہیں ہوتا۔
poll-question = <b>{ $question }</b>
poll-until = ایک جواب دبائیں، یا لکھیں۔ آپ { $closes } تک ایسا کر سکتے ہیں۔
poll-until-beside = اس سوال کا بٹن دبائیں، یا جواب لکھیں۔ آپ { $closes } تک ایسا کر سکتے ہیں۔
poll-no-answer = یہ ان میں سے کوئی جواب نہیں، اس لیے یہ نہیں گنا گیا۔
poll-unclear = یہ سمجھ نہیں آیا کہ یہ کون سا جواب ہے، اس لیے یہ نہیں گنا گیا۔
poll-something-else = کوئی اور بات؟ /help
poll-which = "{ $answer }" کس سوال کا جواب ہے؟
poll-later = ٹھیک ہے۔ آپ { $closes } تک جواب دبا یا لکھ سکتے ہیں۔
poll-kept = محفوظ ہو گیا: <b>{ $answer }</b>۔ آپ { $closes } تک اسے بدل سکتے ہیں: دوسرا دبائیں، یا لکھیں۔
poll-mine = آپ کا جواب: <b>{ $answer }</b>۔ آپ { $closes } تک اسے بدل سکتے ہیں: دوسرا دبائیں، یا لکھیں۔
poll-mine-over = یہ ختم ہو چکا ہے: { $closes }۔ آپ کا جواب تھا: <b>{ $answer }</b>۔
button-poll-latest = اب دوسرے کیا کہتے ہیں
poll-total-none = جب کم از کم { $step } لوگ جواب دے دیں گے تو آپ یہاں دیکھیں گے کہ وہ کیا کہتے ہیں۔
poll-total-never = بہت کم لوگوں نے جواب دیا۔ اس لیے ہم کوئی عدد نہیں دکھاتے۔
poll-total-election = دوسروں کی رائے انتخابات کی وجہ سے رکی ہے۔ آپ اسے { $day } سے دیکھ سکتے ہیں۔
poll-total = لوگ اب تک کیا کہتے ہیں۔ کم از کم { $people } لوگوں نے جواب دیا ہے:
poll-total-over = لوگوں نے کیا کہا۔ کم از کم { $people } لوگوں نے جواب دیا:
poll-option = { $label }: تقریباً { $people }
poll-total-steps = جب کم از کم { $step } اور لوگ جواب دیں گے تو یہ بدلے گا۔
poll-total-last = آخری چند جواب شاید یہاں نہ ہوں: ہم { $step } لوگوں کے بعد عدد دکھاتے ہیں۔
asked-polls = <b>کیا پوچھا گیا</b>
asked-polls-none = آپ کے وارڈوں میں کچھ نہیں پوچھا گیا۔ چھوٹا سوال پوچھنے کے لیے: /ask
asked-polls-none-of-these = آپ کے وارڈوں میں ایسا کچھ نہیں پوچھا گیا جو آپ یہاں دیکھ سکیں۔ چھوٹا سوال پوچھنے کے لیے: /ask
asked-polls-others = یہ آپ کے وارڈوں میں دوسرے وارڈوں کے ساتھ پوچھا گیا۔ لوگوں کے جواب یہاں صرف وہی دیکھ سکتے ہیں جو ان سب وارڈوں کو لکھ سکتے ہیں:
asked-polls-other = – { $question }
asked-polls-row = { $number } { $question } { $state ->
        [open] ({ $closes } تک)
        [stopped] (روک دیا گیا)
       *[over] (ختم: { $closes })
    }
asked-poll-for = کن کے لیے: { $wards }
asked-poll-open = لوگ { $closes } تک جواب دے سکتے ہیں۔
asked-poll-over = یہ ختم ہو چکا ہے: { $closes }۔
asked-poll-stopped = اسے روک دیا گیا۔ وجہ: { $reason }
asked-poll-not-told = جنھوں نے جواب دیا تھا انھیں نہیں بتایا گیا: انتخاب کی وجہ سے وہ پیغام منسوخ کر دیا گیا۔
asked-poll-no-consultation = یہ مشاورت نہیں ہے۔ براہ کرم رپورٹ میں اسے مشاورت نہ کہیں۔
button-stop-poll = اسے روکیں
button-stop-poll-now = جی ہاں، روک دیں
button-leave-poll = نہیں، چلنے دیں
stop-poll-why = <b>آپ اسے کیوں روک رہے ہیں؟</b> ایک وجہ دبائیں، یا { $most } حروف تک لکھیں۔ جنہوں نے جواب دیا وہ اسے پڑھیں گے۔
stop-poll-sure = <b>ابھی روک دیں؟</b> پھر کوئی جواب نہیں دے سکے گا۔ جنہوں نے جواب دیا وہ وجہ پڑھیں گے: { $reason }
stop-poll-done = اسے روک دیا گیا۔ ہم جواب دینے والوں کو بتا رہے ہیں۔
stop-poll-first = { $who } اسے پہلے ہی روک چکے ہیں۔ لوگ یہ وجہ پڑھتے ہیں: { $reason }۔ آپ کی وجہ کسی کو نہیں جاتی: { $unsent }
stop-poll-left = کچھ نہیں بدلا۔ یہ چل رہا ہے۔

## Celebrating

celebrate-wards-changed = وہ وارڈ اب آپ کے وارڈوں میں نہیں۔ آپ کے وارڈوں میں یہ بدلا ہے۔
celebrate-wards = <b>کس وارڈ میں کیا بدلا ہے؟</b> وارڈ دبائیں، یا اس کا نمبر یا نام لکھیں۔
celebrate-heading = <b>کیا بدلا ہے: { $ward }</b>
celebrate-ward = سوال نامہ "{ $title }": { $ward } میں تقریباً { $people } افراد نے جواب دیا۔
celebrate-ward-withheld = سوال نامہ "{ $title }": { $ward } میں جواب دینے والوں کی تعداد نہیں دکھائی جاتی۔ اس طرح کسی کی پہچان نہیں ہو سکتی۔
celebrate-all = تمام وارڈ ملا کر تقریباً { $people } افراد نے جواب دیا۔
celebrate-said = تمام وارڈ ملا کر لوگوں نے کیا کہا:
celebrate-done = <b>پورے ہوئے وعدے</b>
celebrate-done-item = – { $text } ({ $day })
celebrate-outcome = <b>آپ کے جوابات کا نتیجہ</b>
celebrate-outcome-item = – { $text } ({ $day })
celebrate-nothing-done = منصوبے میں ابھی کسی وعدے پر "پورا ہوا" نہیں لکھا۔ جب لکھا جائے گا، یہاں نظر آئے گا۔
celebrate-thanks = حصہ لینے والے ہر فرد کا شکریہ۔
celebrate-waits = { $ward } کے جوابوں کا نتیجہ کسی اور وارڈ کے انتخاب کی وجہ سے رکا ہوا ہے۔ آخری دن: { $day }۔
celebrate-nothing = ابھی { $ward } کے بارے میں بتانے کو کچھ نہیں۔ جب کوئی سوال نامہ بند ہوگا یا کوئی وعدہ پورا ہوگا، یہاں نظر آئے گا۔
celebrate-nothing-yet = وارڈ { $ward } کے لیے ابھی دکھانے کو کچھ نہیں۔ جب کچھ مکمل ہو گا تو آپ اسے یہاں دیکھیں گے۔
celebrate-too-few = ”{ $title }“ کا جواب اتنے کم لوگوں نے دیا کہ ہم نہیں دکھا سکتے کہ انہوں نے کیا کہا۔
button-card = شیئر کرنے کے لیے تصویر بنائیں
card-drawing = تصویر بن رہی ہے۔ پہلی تصویر میں چند سیکنڈ لگ سکتے ہیں۔
card-failed = تصویر نہیں بن سکی۔ براہِ کرم دوبارہ کوشش کریں: /celebrate
card-title = کیا بدلا ہے
card-answered-ward = افراد نے { $ward } میں جواب دیا
card-answered-all = افراد نے تمام وارڈوں میں جواب دیا
card-done = { $count ->
        [one] وعدہ پورا ہوا
       *[other] وعدے پورے ہوئے
    }
card-about = تقریباً { $people }
card-bar = تقریباً { $people } ({ $percent } فیصد)
card-few = { $least } سے کم
card-note-all = یہ تمام وارڈوں کے جواب ہیں، ایک ساتھ۔
card-note-first = لوگوں نے سب سے پہلے کیا رکھا۔
card-note-scale = { $lowest } کا مطلب ہے "{ $low }"، { $highest } کا مطلب ہے "{ $high }"۔
card-note-rest = اس تصویر میں نہیں: { $options }۔
card-note-several = لوگ ایک سے زیادہ جواب چن سکتے تھے، اس لیے کل 100 فیصد سے زیادہ ہو سکتا ہے۔
card-note-rounded = فیصد تقریبی ہیں، اس لیے ان کا کل ٹھیک 100 نہیں بھی ہو سکتا۔
card-thanks = حصہ لینے والے ہر فرد کا شکریہ۔
card-correction = درستی: { $text }
card-foot = گنتی صرف ان کی ہے جنہوں نے اپنی مرضی سے جواب دیا۔ دوسروں کی رائے مختلف ہو سکتی ہے۔ ہر تعداد قریب ترین { $rounding } تک گول کی گئی ہے؛ چھوٹے گروپ نہیں دکھائے جاتے۔

## Who we are, on the bot's own page

bot-name = محلہ چیٹ، { $council }
bot-short = { $council } کی طرف سے علاقے کی خبریں اور مختصر سوال۔ مفت، جب چاہیں بند کریں۔
bot-about =
    یہ { $council } کی محلہ چیٹ ہے۔ یہاں آپ کے علاقے کے منصوبوں کی خبریں ملتی ہیں، اور مختصر سوال پوچھے جاتے ہیں۔ آپ کے جوابات کا کیا نتیجہ نکلا، یہ بھی بتایا جاتا ہے۔
    ہم پاس ورڈ، بینک کی معلومات، رقم یا دستاویزات کبھی نہیں مانگتے۔
bot-about-website = کونسل کا اپنا صفحہ: { $website }

## Saying no

refusal-not-joined = آپ ابھی اس چیٹ میں شامل نہیں ہیں۔ شامل ہونے میں دو منٹ سے کم لگتے ہیں: /start
refusal-staff-only = یہ صرف کونسل کے عملے اور بورڈ ممبران کے لیے ہے۔ یہاں کیا کچھ کیا جا سکتا ہے: /help
refusal-officers-only = جوابوں کی فائلیں صرف سب وارڈوں کے افسران کے لیے ہیں۔ سوال بند ہونے سے پہلے نتائج کوئی نہیں دیکھتا۔ اس کے بعد /results بھیجیں
refusal-complaints-for-officers = شکایتیں اور درخواستیں صرف سب وارڈوں کے افسران اور منتظمین کے لیے ہیں۔ یہاں کیا کچھ کیا جا سکتا ہے: /help
refusal-manage-for-officers = سوالات صرف افسران اور منتظمین کھولتے اور بند کرتے ہیں۔ یہاں کیا کچھ کیا جا سکتا ہے: /help
refusal-not-ready = "{ $title }" ابھی نہیں کھل سکتا۔ کیا کمی ہے: /manage
refusal-opens-in-election = انتخاب قریب ہو تو یہ نہیں کھل سکتا۔ یہ { $day } سے کھل سکتا ہے۔ مہربانی کر کے تاریخ بدلیں۔
refusal-own-opening = یہ آپ ہی کی درخواست ہے۔ کسی اور کی منظوری ضروری ہے۔
refusal-manage-other-wards = یہ ایسے وارڈوں کے لیے ہے جو سب آپ کے نہیں۔ جو آپ کے ہیں: /manage
refusal-nobody-approves = ایک دوسرے شخص کی منظوری ضروری ہے، اور ابھی ان سب وارڈوں کے لیے کوئی نہیں۔ کسی کو بلانے کے لیے کہیں۔
refusal-not-now = یہ اب ممکن نہیں۔ "{ $title }" اب کہاں ہے: /manage
refusal-no-such-time = یہ دن اور وقت یہاں کی گھڑی کے مطابق سمجھ نہیں آیا۔ یوں لکھیں: 14 اکتوبر 2027 17:00
refusal-not-later = اسے ابھی سے بعد، اور پہلے وقت سے بھی بعد بند ہونا ہے: { $closes }۔
refusal-after-decision = فیصلہ { $day } کو ہونا ہے۔ اسے اس سے پہلے بند ہونا ہے۔
refusal-pause-not-within = وقفہ ابھی کے بعد اور بند ہونے سے پہلے ختم ہو: { $closes }۔
refusal-already-counted = سوال نامہ "{ $title }" کے نتیجے گنے جا چکے ہیں۔ یہ دوبارہ نہیں کھل سکتا۔
refusal-reason-needed = مہربانی کر کے وجہ لکھیں، زیادہ سے زیادہ { $most } حروف۔
refusal-nobody-has-heard = ابھی کسی کو معلوم نہیں۔ پہلے بھیجیں کہ کیا ہوا: /send۔ یا لکھیں کہ لوگوں کو کیسے معلوم ہوا۔
refusal-manage-words = لکھیں کہ کیا کرنا ہے: بڑھائیں، وقفہ دیں، جاری، بند، واپس یا بتایا۔ پھر کولن اور وجہ، جیسے: /manage { $which } بند: جواب چاہییں
refusal-manage-which = سمجھ نہیں آیا کہ کون سے سوال ہیں۔ فہرست: /manage
refusal-status-for-operators = سروس کا حال صرف آپریٹر اور منتظمین دیکھتے ہیں۔ یہاں کیا کچھ کیا جا سکتا ہے: /help
refusal-safeguarding = یہ صرف وہ لوگ کر سکتے ہیں جو خطرے کے الفاظ پڑھنے کے لیے مقرر ہیں۔
refusal-monitoring-officer = اس کا فیصلہ صرف monitoring officer کر سکتے ہیں۔
refusal-election = یہ انتخاب کی وجہ سے رکا ہوا ہے۔ آپ اسے { $day } سے دیکھ سکیں گے۔
refusal-no-such-alert = یہ نشان ہمارے پاس نہیں ہے۔ جو کھلا ہے وہ دیکھیں: /open
refusal-invite = یہ لنک کام نہیں کرتا۔ شاید پرانا ہے یا استعمال ہو چکا ہے۔ جس نے بھیجا تھا، براہِ کرم ان سے نیا لنک مانگیں۔
refusal-only-administrator = صرف آپ منتظم ہیں، اور یہ لنک وہ کردار ختم کر دیتا۔ کچھ نہیں بدلا، اور لنک اب بھی چلتا ہے۔ پہلے کسی اور کو منتظم بنائیں۔
refusal-old-button = یہ بٹن بہت پرانا ہے۔ یہاں کیا کچھ کیا جا سکتا ہے: /help
refusal-request-gone = یہ درخواست واپس لی جا چکی ہے یا مٹ چکی ہے۔ جو کھلا ہے: /requests
refusal-no-such-consultation = یہ سوال نامہ اب یہاں نہیں ہے۔ کھلے سوال نامے: /consultations
refusal-not-in-ward = سوال نامہ "{ $title }" آپ کے وارڈ کے لیے نہیں، دوسرے وارڈوں کے لیے ہے۔ آپ کا وارڈ: /ward
refusal-not-open-yet = سوال نامہ "{ $title }" ابھی نہیں کھلا۔ جب چاہیں دوبارہ دیکھیں: /consultations
refusal-has-closed = سوال نامہ "{ $title }" بند ہو چکا ہے۔ بند ہونے کا وقت: { $closes }۔ اب جواب دینا یا بدلنا ممکن نہیں۔ آپ کے دیے ہوئے جواب محفوظ ہیں: /mine
refusal-is-paused = سوال نامہ "{ $title }" ابھی رکا ہوا ہے۔ دوبارہ شروع ہونے کا وقت: { $opens }۔ آپ کے دیے ہوئے جواب محفوظ ہیں: /mine۔ مہربانی کر کے یہ تب دوبارہ بھیجیں۔
refusal-was-withdrawn = کونسل نے سوال نامہ "{ $title }" روک دیا ہے اور اب جواب نہیں لیتی۔ وجہ: { $reason ->
        [settled] معاملہ طے ہو چکا ہے
        [plans-changed] منصوبے بدل گئے ہیں
        [mistake] اس میں غلطی تھی
       *[other] { $reason }
    }
refusal-no-such-subject = یہ اس فہرست میں نہیں ہے۔ فہرست میں سے ایک دبائیں، یا اس کا نمبر یا نام لکھیں۔
refusal-not-a-choice = یہ سمجھ نہیں آیا کہ آپ کا جواب کون سا ہے۔ مہربانی کر کے کوئی بٹن دبائیں، یا جواب کا نمبر یا الفاظ لکھیں۔
refusal-not-chosen = یہ جواب چنا ہی نہیں گیا تھا، اس لیے ہم نے کچھ نہیں ہٹایا۔
refusal-no-longer-asked = آپ کے دوسرے جوابوں کے بعد ہم یہ سوال نہیں پوچھتے، اس لیے یہ نہیں رکھا گیا۔ انہیں بدلنے کے لیے: /mine
refusal-not-a-whole-number = مہربانی کر کے ایک پورا عدد لکھیں، جیسے 3۔
refusal-out-of-range = مہربانی کر کے { $lowest } سے { $highest } تک کا عدد لکھیں۔
refusal-not-a-day = یہ سمجھ نہیں آیا کہ یہ کون سا دن ہے۔ مہربانی کر کے دن، مہینہ اور سال لکھیں، جیسے 3 مئی 2022۔
refusal-no-such-day = مہربانی کر کے { $earliest } سے { $latest } تک کا کوئی دن لکھیں۔
refusal-not-a-place = یہ سمجھ نہیں آیا کہ یہ کون سی جگہ ہے۔ براہِ کرم لوکیشن بھیجیں، یا پورا پوسٹ کوڈ لکھیں۔
refusal-point-outside = وہ جگہ { $council } سے باہر ہے، اس لیے وہ محفوظ نہیں کی گئی۔ براہِ کرم { $council } میں کوئی جگہ چنیں، یا سوال چھوڑ دیں۔ پہلے سے محفوظ جواب برقرار ہیں۔
refusal-postcode-not-found = وہ پوسٹ کوڈ { $council } میں نہیں ملا۔ براہِ کرم اسے دیکھ لیں، یا لوکیشن بھیجیں۔
refusal-moving-place = اس سے مسلسل پتہ چلتا ہے کہ آپ کا فون کہاں ہے۔ وہ محفوظ نہیں کی گئی۔ براہِ کرم اسے شیئر کرنا بند کریں۔ پھر جگہ بھیجیں: پیپر کلپ دبائیں، پھر لوکیشن، اور پن کو ہٹا کر جگہ پر لے جائیں۔
refusal-too-many-choices = زیادہ سے زیادہ { $most } چنے جا سکتے ہیں۔ پہلے ایک ہٹا دیں۔
refusal-nothing-chosen = پہلے کم از کم ایک چنیں، پھر "ہو گیا" دبائیں۔
refusal-answer-needed = آگے جانے سے پہلے اس سوال کا جواب ضروری ہے۔
refusal-wrong-kind = یہاں تصویر، آواز یا فائل نہیں لی جا سکتی، اور یہ محفوظ نہیں کی گئی۔ براہِ کرم لفظوں میں لکھیں یا بٹن دبائیں۔ پہلے کا سب کچھ محفوظ ہے۔
refusal-words-beside-file = یہاں تصویر، آواز یا فائل نہیں لی جا سکتی۔ نہ فائل محفوظ کی گئی، نہ اس کے ساتھ لکھے الفاظ۔ براہِ کرم وہ الفاظ الگ پیغام میں دوبارہ بھیجیں۔
refusal-voice-after-answer = اس سوال کا جواب آپ دے چکے ہیں، اس لیے یہ آواز کا پیغام محفوظ نہیں کیا گیا۔ جو آپ ابھی بھیجیں وہ بھی محفوظ نہیں ہوں گے۔ جواب کی جگہ آواز بھیجنے کے لیے: /mine۔ کچھ اور کہنا ہو تو لکھ دیں۔
refusal-say-or-type = یہاں تصویر یا فائل کام نہیں آتی، اور وہ محفوظ نہیں کی گئی۔ اپنا جواب لکھیں، یا آواز میں بھیجیں۔ پہلے کا سب کچھ محفوظ ہے۔
refusal-words-under-it = یہاں تصویر، فائل، یا الفاظ والا آواز کا پیغام کام نہیں آتا۔ اس میں سے کچھ محفوظ نہیں کیا گیا۔ صرف الفاظ، یا صرف آواز کا پیغام بھیجیں۔
refusal-voice-not-here = ہم یہاں آواز کا پیغام استعمال نہیں کر سکتے۔ ہم نے اسے نہیں رکھا، اور جو آپ ابھی بھیجیں وہ بھی نہیں رکھیں گے۔ لفظ یا بٹن استعمال کریں۔ آپ نے پہلے جو کیا وہ محفوظ ہے۔
refusal-voice-words-only = اس سوال کا جواب صرف لکھ کر دیا جا سکتا ہے، اس لیے ہم نے آواز نہیں رکھی۔ اپنا جواب لکھیں۔
refusal-voice-too-long = آپ کا آواز کا پیغام بہت لمبا ہے، اس لیے ہم نے اسے نہیں رکھا۔ اسے { $minutes } منٹ یا کم رکھیں، یا اپنا جواب لکھیں۔ آپ نے پہلے جو کیا وہ محفوظ ہے۔
refusal-voice-too-large = آپ کا آواز کا پیغام بہت بڑا ہے، اس لیے ہم نے اسے نہیں رکھا۔ اسے چھوٹا کریں، یا اپنا جواب لکھیں۔ آپ نے پہلے جو کیا وہ محفوظ ہے۔
refusal-voice-empty = آپ کے آواز کے پیغام میں کوئی آواز نہیں، اس لیے ہم نے اسے نہیں رکھا۔ دوبارہ کوشش کریں، یا اپنا جواب لکھیں۔
refusal-voice-not-written = یہ آواز کا پیغام ابھی کسی نے نہیں لکھا۔ پہلے اسے سنیں، پھر جو کہا گیا وہ لکھیں۔
refusal-voice-gone = اس پیغام کی آواز یہاں نہیں ہے۔ شاید ابھی آ رہی ہے، یا 30 دن بعد مٹا دی گئی ہے۔
refusal-not-plain-text = سرخیوں، فہرستوں یا جدولوں والا پیغام ہم نہیں پڑھ سکتے۔ یہ محفوظ نہیں کیا گیا۔ مہربانی کر کے اسے سادہ لفظوں میں دوبارہ بھیجیں۔
refusal-not-own-words = یہ پیغام آگے بھیجا گیا ہے، اس لیے شاید یہ کسی اور کے الفاظ ہوں۔ مہربانی کر کے اپنے لفظوں میں لکھیں۔ کچھ نہیں بدلا۔
refusal-no-place-needed = ابھی آپ کی لوکیشن کی ضرورت نہیں، اور وہ محفوظ نہیں کی گئی۔ وارڈ بدلنے کے لیے: /ward
refusal-text-too-long = یہ { $length } حروف ہیں۔ زیادہ سے زیادہ { $most } لیے جا سکتے ہیں۔ براہِ کرم مختصر کر کے بھیجیں۔ پہلے سے محفوظ جواب برقرار ہے۔
refusal-text-takes-too-much-room = یہ { $length } حروف ہیں، مگر ایموجی حروف سے زیادہ جگہ لیتے ہیں۔ ایسے متن کے تقریباً { $most } حروف لیے جا سکتے ہیں۔ مہربانی کر کے مختصر کر کے بھیجیں۔
refusal-held-by-law = قانونی وجہ سے کونسل کو ابھی سب کچھ محفوظ رکھنا ہے۔ اس لیے یہ ابھی نہیں مٹایا جا سکتا۔ کچھ نہیں بدلا۔
refusal-text-empty = اس پیغام میں کوئی لفظ نہیں تھا۔ براہِ کرم دوبارہ لکھیں۔
refusal-postcode-malformed = یہ پورا پوسٹ کوڈ نہیں لگتا۔ براہِ کرم دیکھ لیں، یا فہرست سے اپنا وارڈ چنیں۔
refusal-postcode-elsewhere = یہ پوسٹ کوڈ { $council } میں نہیں ملا۔ اگر آپ کا گھر نیا ہے تو شاید ابھی شامل نہ ہو: فہرست سے اپنا وارڈ چنیں۔
refusal-postcode-outside = یہ پوسٹ کوڈ { $council } سے باہر ہے۔ آپ کی کونسل: https://www.gov.uk/find-local-council۔ اگر آپ یہیں رہتے ہیں تو فہرست سے اپنا وارڈ چنیں۔
refusal-place-elsewhere = یہ جگہ { $council } سے باہر ہے۔ اگر آپ کا گھر یہاں ہے تو پوسٹ کوڈ لکھیں یا فہرست سے اپنا وارڈ چنیں۔
refusal-no-such-ward = اس نام کا کوئی وارڈ نہیں ملا۔ براہِ کرم نام دیکھ لیں، اپنا پوسٹ کوڈ لکھیں، یا فہرست سے چنیں۔
refusal-number-not-listed = فہرست میں { $first } سے { $last } تک کے نمبر ہیں۔ ان میں سے ایک لکھیں یا کوئی وارڈ دبائیں۔
refusal-number-not-among = فہرست میں صرف یہ نمبر ہیں: { $numbers }۔ ان میں سے ایک لکھیں یا کوئی وارڈ دبائیں۔
refusal-no-such-language = یہ زبان یہاں ابھی دستیاب نہیں۔ ان میں سے چنیں: { $languages }۔
refusal-own-ward = وارڈ { $ward } آپ کا اپنا وارڈ ہے، اس کی خبریں آپ کو پہلے ہی ملتی ہیں۔
refusal-not-on-the-list = یہ فہرست کے وارڈوں میں نہیں ہے۔ کوئی نمبر دبائیں، یا فہرست سے نمبر یا نام لکھیں۔
refusal-not-your-wards = یہ آپ کے وارڈوں سے باہر ہے۔ پیغام صرف اپنے وارڈوں کو بھیجا جا سکتا ہے۔
refusal-wards-not-in-use = آپ کے کام کے، یا اس پیغام کے، وارڈ اب نافذ نہیں۔ براہِ کرم کونسل کے دفتر سے نئی دعوت مانگیں۔
refusal-urgent-for-officers = فوری پیغام صرف افسر بھیج سکتے ہیں۔ آپ کا پیغام محفوظ ہے۔
refusal-no-wards-chosen = پہلے کم از کم ایک وارڈ چنیں۔
refusal-no-second-person = دوسرے شخص کی منظوری ضروری ہے۔ ان وارڈوں کا ذمہ دار ابھی کوئی اور نہیں۔ کونسل کے دفتر سے کہیں کہ کسی کو دعوت دیں۔ آپ کی تحریر محفوظ ہے: /send
refusal-no-second-for-file = فائل کے لیے ایک اور فرد کی منظوری چاہیے: تمام وارڈوں کا افسر یا منتظم۔ ابھی ایسا کوئی اور نہیں۔ براہِ کرم اپنی IT ٹیم سے کہیں کہ کسی کو دعوت دیں، پھر /export لکھیں
refusal-questions-closed = سوال نامہ "{ $title }" بند ہو چکا ہے، اس لیے یہ دعوت نہیں جا سکتی۔ کچھ نہیں بھیجا گیا۔
refusal-not-your-own-yes = دوسری منظوری کسی اور فرد کی ہونی چاہیے۔
refusal-sends-held = ابھی کوئی پیغام نہیں بھیجا جا رہا۔ ہمارا ڈیٹا بیک اپ سے آیا ہے، اس لیے پہلے آئی ٹی ٹیم کی اجازت ضروری ہے۔ ان سے پوچھیں، پھر پیغام دوبارہ لکھیں: /send
refusal-nothing-unknown = اب کوئی نہیں رہا جسے یہ دوبارہ بھیجا جا سکے۔
refusal-already-decided = اب واپس نہیں ہو سکتا: پیغام سب کو جا چکا ہے۔
refusal-hold-decided = اس کا فیصلہ پہلے ہو چکا ہے۔
refusal-poll-empty = اس میں کوئی لفظ نہیں۔ براہ کرم دوبارہ لکھیں۔
refusal-poll-question-too-long = یہ { $length } حروف کا ہے۔ چھوٹا سوال ایک سطر کا ہوتا ہے، زیادہ سے زیادہ { $most }۔ کچھ نہیں بدلا۔
refusal-poll-answer-too-long = ایک جواب { $length } حروف کا ہے۔ بٹن پر { $most } تک آتے ہیں۔ براہ کرم چھوٹا لکھیں۔ کچھ نہیں بدلا۔
refusal-poll-answer-twice = "{ $answer }" دو بار ہے، یا کسی اور جواب جیسا ہے۔ براہ کرم اسے دوسری طرح لکھیں۔
refusal-poll-answer-means-more = "{ $answer }" لکھنے کا مطلب کچھ اور ہوتا ہے۔ براہ کرم یہ جواب دوسرے لفظوں میں لکھیں۔
refusal-poll-answers-many = زیادہ سے زیادہ { $most } جواب آتے ہیں۔ کچھ نہیں بدلا۔
refusal-poll-answers-few = پہلے کم از کم { $least } جواب لکھیں۔
refusal-poll-link = براہ کرم لنک نہ لکھیں۔ چھوٹے سوال میں صرف لفظ ہوتے ہیں۔
refusal-poll-personal = یہ پوسٹ کوڈ، فون نمبر یا ای میل جیسا لگتا ہے۔ براہ کرم اسے نہ لکھیں۔
refusal-poll-end = براہ کرم وہ وقت چنیں جو ابھی نہیں گزرا، { $first } سے { $last } تک کے کسی دن۔
refusal-poll-end-unclear = یہ سمجھ نہیں آیا کہ یہ کون سا دن ہے۔ براہ کرم { $first } سے { $last } تک کا کوئی دن لکھیں، جیسے { $example }۔
refusal-poll-over = اس سوال کا آخری دن گزر چکا ہے، اس لیے یہ نہیں بھیجا جا سکتا۔ لکھنے والا اسے بدل سکتا ہے: بدلیں دبائیں۔
refusal-over-by-morning = 08:00 سے پہلے کچھ نہیں جاتا، اور تب تک اس کا وقت ختم ہو چکا ہوگا۔ اس لیے یہ نہیں بھیجا جا سکتا۔
refusal-poll-ended = یہ سوال ختم ہو چکا ہے: { $closes }۔ اب جواب نہیں لیا یا بدلا جا سکتا۔
refusal-poll-stopped = ہم نے یہ سوال روک دیا ہے اور اب جواب نہیں لیتے۔ وجہ: { $reason ->
        [settled] معاملہ طے ہو چکا ہے
        [plans-changed] منصوبے بدل گئے ہیں
        [mistake] اس میں غلطی تھی
       *[other] { $reason }
    }
refusal-poll-not-for-you = یہ سوال آپ کو نہیں بھیجا گیا تھا، اس لیے ہم جواب نہیں لے سکتے۔
refusal-poll-copy = یہ نقل ہے، اس لیے کچھ نہیں گنا جاتا۔
refusal-poll-not-yours = یہ پوچھنے والے کے لیے ہے، یا ان سب وارڈوں کے افسروں کے لیے۔
refusal-taken-back-by-author = لکھنے والے نے اسے واپس لے لیا ہے۔ اب فیصلہ کرنے کو کچھ نہیں۔
refusal-author-has-left = جس نے یہ لکھا، وہ اب اسے نہیں بھیج سکتا۔ کچھ نہیں بھیجا گیا۔
refusal-approval-expired = جواب دینے کے لیے سات دن تھے، جو گزر گئے۔ کچھ نہیں بھیجا گیا۔ لکھنے والا دوبارہ پوچھ سکتا ہے۔
refusal-nothing-in-hand = آپ ابھی کوئی پیغام نہیں لکھ رہے۔ پچھلے کا نتیجہ اوپر ہے۔ شروع کرنے کے لیے: /send
refusal-draft-kept = ابھی آپ کوئی پیغام نہیں لکھ رہے۔ ایک محفوظ ہے۔ اسے جاری رکھنے کے لیے: /send
refusal-private-chat-only = براہِ کرم باقی بات ذاتی چیٹ میں کریں۔ وہاں لکھیں: https://t.me/{ $bot }
trouble = ہماری طرف کوئی خرابی ہو گئی۔ جو کچھ پہلے محفوظ ہوا تھا، وہ ضائع نہیں ہوا۔ اگر دوبارہ ایسا ہو تو ہمیں یہ بتائیں: { $reference }
trouble-unread = وہ پیغام پڑھا نہیں جا سکا۔ اگر دوبارہ ایسا ہو تو ہمیں یہ بتائیں: { $reference }
trouble-saving = ہم اس وقت جواب محفوظ نہیں کر سکتے۔ جو آپ نے بھیجا وہ ہمارے پاس ہے اور ہم کوشش کر رہے ہیں۔ چند منٹ بعد یہاں دیکھیں۔ جواب نہ آیا ہو تو دوبارہ بھیجیں۔
nothing-to-do = یہ بات سمجھ میں نہیں آئی۔ یہاں کیا کیا ہو سکتا ہے: /help
nothing-to-cancel = ابھی منسوخ کرنے کو کچھ نہیں۔ کچھ نہیں بدلا۔ پیغامات بند کرنے کے لیے: /stop
cancel-which = آپ کے ایک سے زیادہ پیغام انتظار میں ہیں۔ جس کو روکنا ہو اس کے نیچے کا بٹن دبائیں۔
take-back-which = ابھی کچھ واپس نہیں لیا گیا۔ آپ کا مطلب کون سا پیغام ہے؟ اسے دبائیں، یا اس کا نمبر لکھیں۔
take-back-row = { $number } { $words }
cancel-this = ابھی آپ کچھ نہیں لکھ رہے۔ آپ کا ایک پیغام منظوری کے انتظار میں ہے۔ اسے روکنے کے لیے اس کے نیچے کا بٹن دبائیں۔
cancel-under-way = ابھی آپ کچھ نہیں لکھ رہے۔ ہو سکتا ہے آپ کے کچھ پیغام ابھی کسی کو جانے ہوں۔ کسی کو روکنے کے لیے اس کے نیچے "اسے واپس لیں" دبائیں۔
nothing-to-do-not-joined = یہ بات سمجھ میں نہیں آئی۔ شروع کرنے کے لیے: /start
reach-council = { $council } سے رابطہ: { $contact }
reply-not-kept = یہ ہمارے ایک پیغام کا جواب تھا، اس لیے ہم نے اسے محفوظ نہیں کیا۔ سوالوں کے جواب دینے کے لیے: /consultations
edit-not-counted = بھیجے ہوئے پیغام کو بدلنے سے یہاں کچھ نہیں بدلا۔ جواب بدلنے کے لیے: /mine۔ وارڈ بدلنے کے لیے: /ward
edit-poll = چھوٹے سوال کا جواب بدلنے کے لیے اس کے نیچے دوسرا جواب دبائیں، یا لکھیں۔
edit-not-counted-writing = بھیجے ہوئے پیغام کو بدلنے سے یہاں کچھ نہیں بدلا۔ رہائشیوں کے لیے متن بدلنے کو اس کے نیچے "بدلیں" دبائیں۔
edit-changes-nothing = آپ نے پہلے بھیجا ہوا پیغام بدلا ہے۔ اس سے یہاں کچھ نہیں بدلتا۔
edit-waits = آپ کا ایک پیغام اپنے پہلے الفاظ کے ساتھ منظوری کے انتظار میں ہے۔ اسے بدلنے کے لیے اس کے نیچے "منسوخ کریں" دبائیں، پھر "بدل کر دوبارہ بھیجیں"۔
edit-sent-correct = جو لوگوں کو بھیجا جا چکا ہے وہ ویسا ہی رہتا ہے۔ اسے درست کرنے کے لیے اس کے نیچے "اسے درست کریں" دبائیں۔ درستی انہی لوگوں کو جاتی ہے۔
edit-sent-stays = جو لوگوں کو بھیجا جا چکا ہے وہ ویسا ہی رہتا ہے۔ اسے درست کرنے کے لیے انہیں دوبارہ لکھیں: /send
plain = { $text }
after-gap = یہ چیٹ کچھ دیر بند تھی۔ اگر بٹن دبانے پر کچھ نہ ہوا ہو تو براہِ کرم یہاں دوبارہ دبائیں۔
sent-again = (دوبارہ بھیجا گیا ہے، شاید پہلا پیغام آپ تک نہ پہنچا ہو۔)

## Starting up

start-database-none = یہاں کوئی ڈیٹا بیس نہیں ہے۔ اگر اس کی ڈسک یا فائل موجود نہیں تو اسے واپس لگائیں۔ نئی کونسل کے لیے یہ چلائیں: wardmote migrate --new
start-database-older = ڈیٹا بیس اس ورژن سے پرانا ہے۔ یہ چلائیں: wardmote migrate
start-database-newer = یہ ڈیٹا بیس Wardmote کے نئے ورژن سے بنا ہے۔ وہی ورژن استعمال کریں، یا پرانا بیک اپ بحال کریں۔
start-database-damaged = ڈیٹا بیس کی فائل خراب ہو گئی ہے۔ بوٹ بند کریں، یہ فائل سنبھال کر رکھیں، اور یہ چلائیں: wardmote restore BACKUP
start-database-encoding = یہ ڈیٹا بیس متن کو UTF-8 میں محفوظ نہیں کرتا۔ نیا ڈیٹا بیس بنائیں: createdb --encoding=UTF8 --template=template0 NAME

## On paper

paper-transcript = پوری کہانی، ایک ایک چیٹ
paper-transcript-note = نشان ">" کے بعد کی سطریں اس فرد کی لکھی ہوئی ہیں؛ باقی Wardmote کی بات ہے۔ بٹن دبانے سے پیغام اپنی جگہ بدل جاتا ہے، اس لیے ہر پیغام اپنی آخری شکل میں ہے۔
paper-open = کونسل: { $council }۔ کھلا از { $opens } تا { $closes }۔
paper-results = نتائج، جیسے شائع ہوئے
paper-totals = مجموعے، ہر ایک دو بار گنا ہوا
paper-totals-note = پہلی گنتی وہ ہے جو رہائشیوں نے اپنے حساب سے اپنے فون پر کیا۔ دوسری وہ ہے جو Wardmote بتاتا ہے۔
paper-column-total = مجموعہ
paper-column-residents = رہائشی
paper-column-wardmote = ورڈموٹ (Wardmote)
paper-column-agree = برابر
paper-chapter-resident = ایک رہائشی
paper-chapter-changed = ایک رہائشی جس نے رائے بدلی
paper-chapter-board-member = ایک بورڈ ممبر
paper-chapter-second = دوسرا فرد
paper-chapter-officer = ایک افسر

## الارم

alarm-what = { $kind ->
    [cut-off] ٹیلی گرام سے کچھ نہیں آ رہا تھا
    [set-aside] کچھ پیغامات پر کام نہ ہو سکا
    [not-saved] جواب محفوظ نہ ہو سکے
    [not-moving] پیغام بھیجنے کا کام رکا ہوا ہے
    [paused] ٹیلی گرام نے ہمیں رکنے کو کہا
    [template] ہمارے ایک متن میں غلطی ہے
    [another] ایک اور بوٹ چل رہا ہے
    [token] ٹیلی گرام نے ہمارا ٹوکن رد کر دیا
    [held] بحالی کے بعد کچھ نہیں بھیجا جا رہا
    [disk] ڈسک تقریباً بھر گئی ہے
    [backup] آخری بیک اپ بہت پرانا ہے
    [clock] اس کمپیوٹر کی گھڑی غلط ہے
   *[stuck] کوئی جواب کے انتظار میں ہے
    }
alarm-do = { $kind ->
    [cut-off] لائن بند تھی یا بوٹ نہیں چل رہا تھا۔
    [set-aside] وہ محفوظ ہیں۔ فہرست کے لیے: wardmote set-aside
    [not-saved] ڈسک اور ڈیٹا بیس دیکھیں۔
    [not-moving] لاگ دیکھیں، پھر بوٹ دوبارہ چلائیں۔
    [paused] پیغامات بعد میں جائیں گے۔ کوئی ضائع نہیں ہوگا۔
    [template] وہ سادہ متن میں چلا گیا۔ پروگرام سنبھالنے والوں کو بتائیں۔
    [another] دوسرے کو بند کریں۔ یہ ٹوکن ایک ہی بوٹ کے لیے ہے۔
    [token] سیٹنگز میں نیا ٹوکن لکھیں اور بوٹ دوبارہ چلائیں۔
    [held] دیکھیں کہ کیا رکا ہوا ہے: wardmote sends show۔ پھر اسے منسوخ کریں یا جانے دیں۔
    [disk] آج ہی ڈسک پر جگہ بنائیں۔
    [backup] ابھی بیک اپ بنائیں: wardmote backup
    [clock] اس کمپیوٹر کا وقت درست کریں۔ اسے ٹائم سرور چاہیے۔
   *[stuck] لاگ دیکھیں، پھر بوٹ دوبارہ چلائیں۔
    }
alarm =
    <b>{ $what }۔</b>
    کب سے: { $since }۔
alarm-references = یہ تلاش کریں: { $references }
alarm-page = مزید: docs/going-live.md, Alarms
alarm-over = اب ختم: <b>{ $what }</b>۔ { $since } سے { $until } تک۔
moment = { $day }، { $time }
status-well = <b>سب ٹھیک ہے۔</b>
status-backup = آخری بیک اپ: { $when }
status-no-backup = ابھی تک کوئی بیک اپ نہیں بنا۔
status-poster = پوسٹر ”{ $source }“ سے شامل ہوئے: کم از کم { $count }۔
status-posters-few = ہر اس پوسٹر سے جس کا نام یہاں نہیں شامل ہوئے: { $least } سے کم، شاید کوئی نہیں۔
status-held = انتخاب کی وجہ سے رکے ہوئے پیغام: { $count }۔
status-held-nobody = <b>ان میں سے کچھ کا فیصلہ کوئی نہیں کر سکتا۔</b> نگران افسر مقرر کریں: wardmote duty give
status-waiting-none = بھیجنے کو کوئی پیغام باقی نہیں۔
status-waiting = { $count ->
        [one] تقریباً { $count } پیغام بھیجنا باقی ہے۔
       *[other] تقریباً { $count } پیغامات بھیجنے باقی ہیں۔
    }
status-waiting-few = { $least } سے کم پیغامات بھیجنے باقی ہیں۔
status-set-aside = { $count ->
        [one] { $count } پیغام الگ رکھا ہے: wardmote set-aside
       *[other] { $count } پیغامات الگ رکھے ہیں: wardmote set-aside
    }
status-lone-files = <b>تمام وارڈوں کے دو سے کم افسروں یا منتظموں تک پیغام پہنچتا ہے۔</b> اس لیے جوابات کی فائل کوئی منظور نہیں کر سکتا۔ کسی کو بلائیں: wardmote invite --role officer
status-lone-openings = <b>یہ سوالات کھول سکنے والے دو سے کم افراد تک پیغام پہنچتا ہے:</b> { $titles }۔ ایک کہتا ہے، دوسرا منظور کرتا ہے۔ کسی کو بلائیں: wardmote invite --role officer
status-too-few-named = <b>خطرے کے الفاظ پڑھنے کے لیے مقرر دو سے کم افراد تک پیغام پہنچتا ہے۔</b> ایک اور مقرر کریں: wardmote safeguarding name
status-nobody-named = <b>خطرے کے الفاظ پڑھنے والا کوئی نہیں:</b> کوئی ایسا مقرر نہیں جس تک پیغام پہنچے۔ ابھی دو افراد مقرر کریں: wardmote safeguarding name
status-danger-unread = <b>خطرے کے الفاظ { $when } سے پڑھے نہیں گئے۔</b> مقرر افراد سے کہیں کہ /open بھیجیں۔ وہ کون ہیں: wardmote safeguarding list
status-no-administrator = <b>کوئی منتظم نہیں۔</b> کسی کو بلائیں: wardmote invite --role administrator

## Rights: leaving in two ways

forget-two-ways =
    <b>کیا ہم آپ کا رابطہ مٹا دیں؟</b>
    جن سوالوں کے جواب آپ نے دیے، ان میں سے کچھ ابھی کھلے ہیں۔ اس لیے دو طریقے ہیں۔
    <b>{ $now }</b>: اس چیٹ سے آپ کا رابطہ اور کھلے سوالوں کے جواب مٹا دیے جائیں گے۔ یہ واپس نہیں ہو سکتا۔
    <b>{ $later }</b>: آپ کے جواب گنے جائیں گے۔ سوال { $closes } کو بند ہوں گے، تب رابطہ مٹا دیا جائے گا۔ اس وقت تک آپ کو کچھ نہیں بھیجا جائے گا۔
    جو سوال بند ہو چکے، ان کے جواب ایک اتفاقی نمبر، وارڈ اور دن کے ساتھ باقی رہیں گے۔
forget-two-ways-counted =
    <b>کیا ہم آپ کا رابطہ مٹا دیں؟</b>
    جن سوالوں کے جواب آپ نے دیے، ان میں سے کچھ ابھی بند ہوئے ہیں اور ان کی گنتی باقی ہے۔ اس لیے دو طریقے ہیں۔
    <b>{ $now }</b>: اس چیٹ سے آپ کا رابطہ اور ان سوالوں کے جواب مٹا دیے جائیں گے۔ یہ واپس نہیں ہو سکتا۔
    <b>{ $later }</b>: آپ کے جواب گنے جائیں گے۔ گنتی کے بعد رابطہ مٹا دیا جائے گا۔ اس میں عموماً آدھا گھنٹہ لگتا ہے۔ اس وقت تک آپ کو کچھ نہیں بھیجا جائے گا۔
    جو جواب گنے جا چکے، وہ ایک اتفاقی نمبر، وارڈ اور دن کے ساتھ باقی رہیں گے۔
forget-two-ways-both =
    <b>کیا ہم آپ کا رابطہ مٹا دیں؟</b>
    جن سوالوں کے جواب آپ نے دیے، ان میں سے کچھ ابھی کھلے ہیں۔ کچھ ابھی بند ہوئے ہیں اور ان کی گنتی باقی ہے۔ اس لیے دو طریقے ہیں۔
    <b>{ $now }</b>: اس چیٹ سے آپ کا رابطہ اور ان سب سوالوں کے جواب مٹا دیے جائیں گے۔ یہ واپس نہیں ہو سکتا۔
    <b>{ $later }</b>: آپ کے جواب گنے جائیں گے۔ آخری سوال { $closes } کو بند ہوں گے، تب رابطہ مٹا دیا جائے گا۔ اس وقت تک آپ کو کچھ نہیں بھیجا جائے گا۔
    جو جواب گنے جا چکے، وہ ایک اتفاقی نمبر، وارڈ اور دن کے ساتھ باقی رہیں گے۔
forget-leaving =
    <b>سوال { $closes } کو بند ہوں گے، تب آپ کا رابطہ مٹا دیا جائے گا۔</b> اس وقت تک آپ کو کچھ نہیں بھیجا جائے گا۔
    آپ اب بھی ارادہ بدل سکتے ہیں۔
forget-leaving-counted =
    <b>آپ کے جواب گنے جانے کے بعد آپ کا رابطہ مٹا دیا جائے گا۔</b> اس میں عموماً آدھا گھنٹہ لگتا ہے۔ اس وقت تک آپ کو کچھ نہیں بھیجا جائے گا۔
    آپ اب بھی ارادہ بدل سکتے ہیں۔
forget-then = اس کے بعد جواب آپ سے نہیں جوڑے جا سکتے، سوائے اس کے کہ آپ کے اپنے الفاظ سے پتا چلے کہ آپ کون ہیں۔
forget-complaint = آپ کی شکایت باقی رہے گی، مگر آپ کے بغیر۔ پھر آپ کو نہیں بتایا جا سکے گا کہ اس کا کیا ہوا۔
forget-words-go = آپ کے اپنے الفاظ بھی مٹ جائیں گے: لکھے ہوئے جواب اور تبصرے۔ چنے ہوئے جواب گنتی میں رہیں گے۔
forget-places-go = آپ کی بھیجی ہوئی جگہیں بھی مٹ جائیں گی اور گنی نہیں جائیں گی۔ جو نتائج آ چکے ہیں وہ ویسے ہی رہیں گے۔
forget-voices-go = آپ کے آواز کے پیغام بھی مٹ جائیں گے۔ جو پیغام تب تک کسی نے نہ لکھا ہو، اس کی بات باقی نہیں رہے گی۔
forget-voices-type = وہ بات رکھنی ہو تو اسے جواب میں لکھ دیں: /mine
forget-held = قانونی وجہ سے کونسل کو ابھی سب کچھ محفوظ رکھنا ہے۔ اس لیے ابھی کوئی جواب نہیں مٹایا جا سکتا۔
forget-unclear = <b>ابھی کچھ نہیں کیا گیا۔</b> کوئی بٹن دبائیں، یا اس پر لکھے الفاظ ٹائپ کریں۔
button-forget-now = ابھی: میرے جواب واپس لیں
button-forget-later = بند ہونے پر
button-forget-counted = گنتی کے بعد
button-forget-stay = نہیں، میں یہیں ہوں
button-words-go = میرے الفاظ بھی مٹائیں
button-words-stay = میرے الفاظ رہنے دیں
forgotten-taken-back = جو سوال کھلے ہیں یا جن کی گنتی باقی ہے، ان کے آپ کے جواب مٹا دیے گئے ہیں۔
forgotten-words-stay = اب کوئی جواب آپ سے نہیں جوڑا جا سکتا، سوائے اس کے کہ آپ کے اپنے الفاظ سے پتا چلے کہ آپ کون ہیں۔
forgotten-no-words = آپ کے اپنے الفاظ بھی مٹا دیے گئے ہیں۔ خطرے کے الفاظ، اگر تھے، 30 دن بعد مٹیں گے۔ اب کوئی جواب آپ سے نہیں جوڑا جا سکتا۔
forgotten-later = <b>سوال { $closes } کو بند ہوں گے، تب آپ کا رابطہ مٹا دیا جائے گا۔</b> اس وقت تک آپ کو کچھ نہیں بھیجا جائے گا۔
forgotten-later-counted = <b>آپ کے جواب گنے جانے کے بعد آپ کا رابطہ مٹا دیا جائے گا۔</b> اس میں عموماً آدھا گھنٹہ لگتا ہے۔ اس وقت تک آپ کو کچھ نہیں بھیجا جائے گا۔
forgotten-later-mind = ارادہ بدل گیا؟ /start یا /forget بھیجیں
stayed = <b>اچھا، آپ یہیں ہیں۔</b> آپ کے سب جواب محفوظ ہیں۔

## Rights: all we hold

command-mydata = آپ کے بارے میں سب کچھ
mydata-caption = <b>آپ کے بارے میں جو کچھ ہمارے پاس ہے۔</b> یہ ایک ویب صفحہ ہے: پڑھنے کے لیے اس پر دبائیں۔ یہ نجی ہے۔ کسی کو دکھانے سے پہلے سوچ لیں۔
mydata-not-sent = آپ کی فائل ابھی نہیں بن سکی۔ کچھ ضائع نہیں ہوا۔ براہِ کرم /mydata دوبارہ بھیجیں۔
mydata-nothing = آپ کے بارے میں ہمارے پاس کچھ نہیں ہے۔
joined-new-notice = آپ کے پچھلی بار آنے کے بعد ہمارا رازداری کا نوٹس بدل گیا ہے۔
mydata-title = آپ کے بارے میں جو کچھ ہمارے پاس ہے
mydata-made = یہ { $day } کو بنایا گیا۔
mydata-left-out = یہ شامل نہیں: وہ اتفاقی نمبر جو صرف ان سطروں کو جوڑتے ہیں، اور یہ کہ عملے میں سے کس نے کام کیا۔ وہ پیغام بھی نہیں جو ابھی پڑھا جا رہا ہے۔
mydata-danger = آپ کے لکھے ہوئے خطرے کے الفاظ، اور ان کے بارے میں جو لکھا گیا ہو، اس فائل میں نہیں۔ وہ کونسل سے مانگیں۔
mydata-telegram = ٹیلی گرام اس چیٹ کی اپنی نقل رکھتا ہے۔ وہ ٹیلی گرام سے مانگیں۔
mydata-program = کمپیوٹر پروگرام کے لیے (JSON)
mydata-program-all = جو کچھ ہمارے پاس ہے وہ سب آخری حصے میں ہے، کمپیوٹر پروگرام کے لیے۔ اس سے اوپر وہ ہے جو لفظوں میں کہا جا سکتا ہے۔
mydata-table-contacts = یہ چیٹ اور آپ کی ترتیبات
mydata-table-arrivals = آپ نے شامل ہونا شروع کیا ہے
mydata-table-leaving = آپ جا رہے ہیں
mydata-table-residents = آپ کہاں رہتے ہیں
mydata-table-follows = آپ کن خبروں کو چاہتے ہیں
mydata-table-guests = آپ کے فون پر جواب دینے والے دوسرے لوگ
mydata-table-responses = شروع کیے ہوئے سوال نامے
mydata-table-answers = آپ کے جواب
mydata-table-chosen = آپ نے کیا چنا، گنتی کے لیے
mydata-table-answer-history = آپ کے سب جواب، پرانے بھی
mydata-table-comments = آپ کے تبصرے
mydata-table-late-answers = بند ہونے کے بعد آپ کے جواب
mydata-table-voice-notes = آپ کے آواز کے پیغام
mydata-table-deliveries = آپ کو بھیجے گئے پیغام
mydata-table-drafts = جو آپ نے لکھنا شروع کیا
mydata-table-shown = اس چیٹ میں بٹنوں والے پیغام
mydata-table-inbox = آپ کے وہ پیغام جن میں خرابی ہوئی، ایک ہفتے تک
mydata-table-staff = عملے میں آپ کا کام
mydata-table-staff-wards = آپ کے کام کے وارڈ
mydata-table-duties = عملے کے طور پر آپ کی ذمہ داریاں
mydata-table-text-writers = افسروں کی فہرست میں آپ کے الفاظ
mydata-table-poll-answers = چھوٹے سوالوں پر آپ کے جواب
mydata-table-polls = چھوٹے سوال جو آپ نے روکے
mydata-table-text-readings = جو تحریریں آپ نے پڑھیں
mydata-table-text-filings = جن تحریروں کو آپ نے موضوع دیا
mydata-table-reading-themes = جو موضوع آپ نے بنائے
mydata-table-text-translations = جن تحریروں کا آپ نے ترجمہ کیا
mydata-table-reader-languages = جو زبانیں آپ پڑھتے ہیں
mydata-table-submissions = باہر کی جو تحریریں آپ نے شامل کیں
mydata-field-changed-after = پڑھے جانے کے بعد بدلا گیا
mydata-table-broadcasts = عملے کے طور پر آپ کے لکھے پیغام
mydata-table-approvals = عملے کے طور پر آپ کی منظوریاں
mydata-table-export-requests = جوابوں کی فائلیں جو آپ نے بطور عملہ مانگیں
mydata-table-consultation-steps = سوال ناموں کے بارے میں آپ کے فیصلے
mydata-table-audit = عملے کے طور پر آپ نے کیا کیا
mydata-field-chat = اس چیٹ کا نمبر
mydata-field-language = زبان
mydata-field-messages = کیا پیغام آتے ہیں؟
mydata-field-each-question = ہر سوال کے لیے نیا پیغام
mydata-field-last-heard = آپ کی طرف سے آخری پیغام
mydata-field-weekly = ہفتے میں پیغام
mydata-field-ward = وارڈ
mydata-field-poster = جس پوسٹر سے آپ آئے
mydata-field-when = کب
mydata-field-words-go = آپ کے الفاظ بھی مٹیں
mydata-field-joined = کب سے
mydata-field-about = کس بارے میں
mydata-field-questions = سوال نامہ
mydata-field-state = حالت
mydata-field-receipt = رسید
mydata-field-began = شروع
mydata-field-changed = آخری تبدیلی
mydata-field-finished = ختم
mydata-field-question = سوال
mydata-field-answer = جواب
mydata-field-words = الفاظ
mydata-field-seconds = لمبائی، سیکنڈ میں
mydata-field-written-down = کونسل نے لکھا
mydata-voices = ہمارے پاس آپ کے آواز کے پیغام بھی ہیں: { $count }۔
mydata-no-voices = ہمارے پاس اب آپ کی کوئی آواز نہیں۔
mydata-voices-sent = ابھی بھیجی گئی آوازیں: { $count }۔ باقی: { $left }۔
mydata-voices-all = ابھی بھیجی گئی آوازیں: { $count }۔ ہمارے پاس بس یہی ہیں۔
button-my-voice-more = اگلی مجھے بھیجیں
button-my-voice = میری آواز مجھے بھیجیں
mydata-field-message = پیغام
mydata-field-until = کب تک رکھا جائے گا
mydata-field-role = کام
mydata-field-job = نام یا عہدہ
mydata-field-duty = ذمہ داری
mydata-field-holds-until = اس تاریخ کے آخر تک
mydata-field-said-yes = منظور
mydata-field-acknowledged = ہم نے بتایا کہ شکایت ملی
mydata-field-act = کیا کیا
mydata-act = { $act ->
        [joined-staff] آپ عملے میں آئے
        [left-staff] آپ عملے سے گئے
        [removed-staff] آپ کا کردار ختم کیا گیا
        [removed-after-restore] بحالی کے بعد آپ کا کردار دوبارہ ختم کیا گیا
        [gave-duty] آپ کو ذمہ داری دی گئی
        [ended-duty] آپ کی ذمہ داری ختم کی گئی
        [ended-duty-after-restore] بحالی کے بعد ذمہ داری دوبارہ ختم کی گئی
        [exported] آپ نے جوابوں کی فائل لی
        [asked-to-export] آپ نے جوابوں کی فائل مانگی
        [approved-export] آپ نے جوابوں کی فائل منظور کی
        [declined-export] آپ نے جوابوں کی فائل نامنظور کی
        [saw-results] آپ نے نتائج دیکھے
        [saw-poll] آپ نے ایک چھوٹا سوال دیکھا
        [stopped-poll] آپ نے ایک چھوٹا سوال روکا
        [safety-opened] آپ نے خطرے کے الفاظ کھولے
        [safety-closed] آپ نے خطرے کی اطلاع بند کی
        [read-complaint] آپ نے شکایت پڑھی
        [acknowledged-complaint] آپ نے کہا کہ شکایت مل گئی
        [closed-complaint] آپ نے شکایت بند کی
        [read-request] آپ نے درخواست پڑھی
        [marked-request] آپ نے درخواست درج کی
        [unmarked-request] آپ نے درخواست واپس لی
        [answered-request] آپ نے کہا کہ درخواست کا جواب ہو گیا
        [entered-submission] آپ نے باہر کی تحریر شامل کی
        [took-out-submission] آپ نے باہر کی تحریر مٹائی
        [wrote-down] آپ نے آواز کا پیغام لکھا
        [sent-broadcast] آپ نے پیغام بھیجا
        [asked-to-send] آپ نے پیغام کی منظوری مانگی
        [sent-again] آپ نے پیغام دوبارہ بھیجا
        [approved-broadcast] آپ نے پیغام منظور کیا
        [declined-broadcast] آپ نے پیغام نامنظور کیا
        [declined-why] آپ نے نامنظوری کی وجہ لکھی
        [cancelled-broadcast] آپ نے پیغام منسوخ کیا
        [sent-changed] آپ نے واپس آیا ہوا پیغام بھیجا
        [released-from-hold] آپ نے روکا ہوا پیغام جانے دیا
        [dropped-in-hold] آپ نے روکا ہوا پیغام چھوڑ دیا
       *[other] کچھ اور
    }
mydata-step = { $act ->
        [asked] آپ نے کھولنے کی منظوری مانگی
        [declined] آپ نے کھولنا نامنظور کیا
        [opened] آپ نے کھولنا منظور کیا
        [voided] آپ نے کھولنا واپس لیا
        [extended] آپ نے بند ہونے کی تاریخ آگے کی
        [paused] آپ نے اسے روکا
        [resumed] آپ نے اسے دوبارہ چلایا
        [closed] آپ نے اسے جلد بند کیا
        [withdrawn] آپ نے اسے واپس لیا
        [reported] آپ نے کہا کہ لوگوں کو نتیجہ بتا دیا گیا
        [unreported] آپ نے کہا کہ لوگوں کو ابھی نتیجہ معلوم نہیں
       *[other] کچھ اور
    }
mydata-broadcast-state = { $state ->
        [awaiting-yes] منظوری کا انتظار ہے
        [approved] منظور
        [sending] بھیجا جا رہا ہے
        [sent] بھیجا گیا
        [declined] نامنظور
        [expired] وقت پر کسی نے جواب نہیں دیا
       *[cancelled] منسوخ
    }
mydata-table-complaints = آپ کی شکایتیں
mydata-table-requests = آپ کی درخواستیں
mydata-field-notice = رازداری کا نوٹس جس پر آپ نے ہاں کہا
mydata-field-agreed = آپ نے ہاں کہا
mydata-field-reference = حوالہ نمبر
mydata-field-due = جواب کا آخری دن
mydata-code-one = زیادہ سے زیادہ ایک
mydata-code-three = زیادہ سے زیادہ تین
mydata-code-questions = صرف سوال
mydata-code-all = تمام
mydata-code-queued = بھیجا جانا باقی ہے
mydata-code-claimed = بھیجا جا رہا ہے
mydata-code-sent = پہنچ گیا
mydata-code-blocked = نہیں پہنچ سکا: بلاک ہے
mydata-code-failed = نہیں بھیجا جا سکا
mydata-code-unknown = معلوم نہیں کہ پہنچا یا نہیں
mydata-code-cancelled = نہیں بھیجا گیا
mydata-code-reachable = جی ہاں
mydata-code-stopped = نہیں، آپ نے بند کیے
mydata-code-shared = کوئی پیغام نہیں: کسی اور کے فون پر
mydata-code-gone = نہیں، اکاؤنٹ نہیں رہا
mydata-code-started = شروع ہوا، کوئی جواب نہیں
mydata-code-partial = کچھ جواب دیے
mydata-code-complete = آخر تک جواب دیے
mydata-code-board-member = بورڈ ممبر
mydata-code-officer = افسر
mydata-code-administrator = منتظم
mydata-code-operator = آپریٹر
mydata-code-moderator = ناظم
mydata-code-safeguarding = خطرے کے الفاظ پڑھنا
mydata-code-monitoring-officer = قانونی نگران
mydata-code-owner = ذمہ دار

## Rights: complaints and requests

command-complain = بتائیں کہ کیا غلط ہوا
command-complaints = شکایتیں
command-requests = درخواستیں اور تاریخیں
complain-question =
    <b>کیا غلط ہوا؟</b> براہِ کرم ایک پیغام میں لکھیں۔ کونسل کا کوئی شخص اسے پڑھے گا۔
    نام بتانا ضروری نہیں۔
complain-join = یہاں شکایت کرنے کے لیے پہلے شامل ہوں: /start۔ تب آپ کو جواب دیا جا سکے گا۔
complain-elsewhere = یا کونسل کو بتائیں: { $contact }
complaint-kept = <b>آپ کی شکایت مل گئی۔</b> کچھ اور کہنا ہے؟ اگلے دو منٹ میں لکھ دیں۔
complaint-added = <b>یہ آپ کی شکایت میں شامل کر دیا گیا۔</b>
complaint-unclear = <b>ابھی کچھ واپس نہیں لیا گیا۔</b> شکایت واپس لینے کے لیے بٹن دبائیں، یا اس پر لکھے الفاظ ٹائپ کریں۔
complaint-again = <b>یہ شکایت ہمارے پاس پہلے سے ہے۔</b> آپ نے ابھی یہی الفاظ بھیجے تھے، اس لیے یہ ایک ہی شکایت ہے۔
complaint-doubt = <b>کیا یہ آپ کی شکایت ہے؟</b> اگر نہیں، تو چند اور الفاظ میں بتائیں کہ کیا غلط ہوا۔
complaint-receipt = آپ کا حوالہ: <code>{ $reference }</code>۔ { $when }۔
complaint-next =
    { $by } تک کوئی شخص آپ کو یہاں بتائے گا کہ شکایت اس کے پاس ہے۔ بعد میں یہاں بتایا جائے گا کہ اس کا کیا ہوا۔
    آپ Information Commissioner سے بھی شکایت کر سکتے ہیں: ico.org.uk
complaint-next-stopped =
    آپ نے پیغامات بند کر رکھے ہیں، اس لیے ہم یہاں نہیں بتا سکتے کہ اس کا کیا ہوا۔ جاننے کے لیے /start بھیجیں۔
    آپ Information Commissioner سے بھی شکایت کر سکتے ہیں: ico.org.uk
complaint-next-leaving =
    آپ نے کہا تھا کہ ہم آپ کو بھول جائیں، اس لیے ہم یہاں نہیں بتا سکتے کہ اس کا کیا ہوا۔ اس کے بعد کوئی آپ کو جواب نہیں دے سکے گا۔ ارادہ بدلنے کے لیے: /forget
    آپ Information Commissioner سے بھی شکایت کر سکتے ہیں: ico.org.uk
complaint-dropped = ٹھیک ہے۔ ہم نے کچھ محفوظ نہیں کیا۔
complaint-taken-back = <b>آپ نے { $reference } واپس لے لی۔</b> یہ اب شکایت نہیں ہے۔
complaint-acknowledged = <b>آپ کی { $made } کی شکایت { $reference } ایک شخص کے پاس ہے۔</b> ہم اسے دیکھیں گے، اور یہاں بتائیں گے کہ اس کا کیا ہوا۔
complaint-outcome =
    <b>آپ کی { $made } کی شکایت { $reference } کا کیا ہوا</b>
    { $outcome }
    مطمئن نہیں؟ آپ Information Commissioner کے پاس جا سکتے ہیں: ico.org.uk
complaints-none = کوئی شکایت کھلی نہیں ہے۔
complaints-heading = <b>کھلی شکایتیں</b>
complaints-row = { $reference }، تاریخ { $made }۔ { $by } تک بتائیں کہ یہ آپ کے پاس ہے۔
complaints-row-today = { $reference }، تاریخ { $made }۔ <b>آج آخری دن ہے</b> ({ $by }): ابھی بتائیں کہ یہ آپ کے پاس ہے۔
complaints-row-overdue = { $reference }، تاریخ { $made }۔ <b>دیر ہو گئی:</b> ابھی بتائیں کہ یہ آپ کے پاس ہے۔ آخری دن { $by } تھا۔
complaints-row-acknowledged = { $reference }، تاریخ { $made }۔ لکھنے والے کو معلوم ہے کہ یہ ہمارے پاس ہے۔
complaints-row-not-told = { $reference }، تاریخ { $made }۔ یہ ایک شخص کے پاس ہے۔ لکھنے والے کو ابھی نہیں بتایا گیا۔
complaint-words = <i>{ $text }</i>
words-kept-back = یہ الفاظ صرف ان لوگوں کے لیے ہیں جو خطرے کے الفاظ پڑھنے کے لیے مقرر ہیں۔
complaint-signs = اس میں شاید کسی کا نام، پتہ یا نمبر ہو۔ خیال رکھیں کہ اسے کون دیکھتا ہے۔
complaint-closed = بند ہو گئی۔ لکھنے والے کو بتایا گیا: <i>{ $outcome }</i>
complaint-closed-not-told = بند ہو گئی۔ لکھنے والے کو ابھی نہیں بتایا گیا: <i>{ $outcome }</i>
complaint-forgotten = لکھنے والے کا رابطہ مٹا دیا گیا ہے، اس لیے انہیں نہیں لکھا جا سکتا۔
complaint-not-reached = ابھی اس کے لکھنے والے تک پیغامات نہیں پہنچتے۔ واپس آنے پر انہیں بتایا جائے گا۔
complaint-request = اسے درخواست { $reference } کے طور پر درج کیا گیا تھا، جو ابھی کھلی ہے۔
complaint-request-answered = اسے درخواست { $reference } کے طور پر درج کیا گیا تھا، جس کا جواب دیا جا چکا ہے۔
complaint-now-acknowledged = لکھنے والے کو بتایا جائے گا کہ یہ ایک شخص کے پاس ہے۔
complaint-acknowledged-by = { $who } پہلے ہی بتا چکے ہیں کہ { $reference } ہمارے پاس ہے۔
complaint-closed-by = { $reference } پہلے ہی بند ہے: { $who } نتیجہ لکھ چکے ہیں۔
words-given-back =
    آپ نے جو لکھا وہ کسی کو نہیں گیا:
    «{ $text }»
button-acknowledge = میرے پاس ہے: انہیں بتائیں
button-complaint-yes = ہاں، یہ میری شکایت ہے
button-complaint-back = اسے واپس لیں
button-outcome = لکھیں کہ کیا ہوا
button-is-request = یہ درخواست ہے
button-complaints = شکایتیں
button-requests = درخواستیں
outcome-question = <b>شکایت { $reference } کا کیا ہوا؟</b> ایسے لکھیں جیسے لکھنے والے کو پڑھنا چاہیے۔
outcome-preview-kept =
    <b>یہ { $reference } کے ساتھ محفوظ ہو گا:</b>
    <i>{ $outcome }</i>
outcome-preview =
    <b>یہ { $reference } کے لکھنے والے کو جائے گا:</b>
    <i>{ $outcome }</i>
button-outcome-send = بھیجیں اور بند کریں
outcome-kept = <b>شکایت { $reference } بند ہو گئی۔</b> لکھنے والے کو بتایا جائے گا۔
outcome-kept-later = <b>{ $reference } بند ہو گئی۔</b> ابھی اس کے لکھنے والے تک پیغامات نہیں پہنچتے۔ واپس آنے پر انہیں بتایا جائے گا۔
outcome-kept-only = <b>شکایت { $reference } بند ہو گئی۔</b> لکھنے والے کو نہیں لکھا جا سکتا۔
requests-none = کوئی درخواست کھلی نہیں ہے۔
requests-heading = <b>کھلی درخواستیں</b>
requests-row = { $reference }: { $kind }۔ { $due } تک جواب دیں۔
requests-row-today = { $reference }: { $kind }۔ <b>آج آخری دن ہے</b> ({ $due })۔
requests-row-overdue = { $reference }: { $kind }۔ <b>دیر ہو گئی:</b> آخری دن { $due } تھا۔
requests-row-no-day = { $reference }: { $kind }۔
requests-row-complaint = { $reference }: { $kind }۔ { $due } تک بتائیں کہ یہ آپ کے پاس ہے۔
requests-row-acknowledged = { $reference }: { $kind }۔ بتایا جا چکا ہے کہ یہ ہمارے پاس ہے۔
button-mark-request = درخواست نشان زد کریں
request-words-question = <b>کون سے الفاظ درخواست ہیں؟</b> جیسے لکھے گئے تھے ویسے بھیجیں، یا شکایت کا حوالہ۔
request-kind-question = <b>اس میں کیا مانگا گیا ہے؟</b>
request-marked-before = ایک ساتھی اسے پہلے ہی نشان زد کر چکے تھے، اس لیے آپ کا انتخاب نہیں لیا گیا۔ اگر یہ غلط ہے تو اسے واپس لیں اور دوبارہ نشان لگائیں۔
request-received = یہ { $day } کو آئی۔
request-received-today = معلوم نہیں کہ یہ کب آئی، اس لیے { $day } سے گنتے ہیں۔
request-same-words = یہ الفاظ پہلے ہی { $reference } کے طور پر درج ہیں۔ دوبارہ صرف تب درج کریں جب یہ کسی اور نے لکھے ہوں۔
request-kind-information = معلومات
request-kind-my-data = میرا ڈیٹا
request-kind-complaint = شکایت
request-kind-service = کوئی خدمت
request-forward = <b>براہِ کرم اسے ابھی آگے بھیجیں۔</b> بوٹ ای میل نہیں بھیجتا۔ کاپی کرنے کے لیے پیغام کو دبائے رکھیں۔
request-text =
    بنام: { $to }
    درخواست { $reference }: { $kind }
    موصول: { $received }
    جواب کا آخری دن: { $due }
    "{ $text }"
request-text-complaint =
    بنام: { $to }
    درخواست { $reference }: { $kind }
    موصول: { $received }
    یہ بتانے کا آخری دن کہ یہ آپ کے پاس ہے: { $due }
    "{ $text }"
request-no-day = قانون میں کوئی دن مقرر نہیں
request-day-met = ہو گیا، بتایا جا چکا ہے کہ یہ ہمارے پاس ہے
request-no-address = (council.yaml میں کوئی پتہ نہیں)
request-freezes = جب تک آپ اسے جواب شدہ نہ بتائیں، بوٹ پرانا ہونے کی وجہ سے کچھ نہیں مٹائے گا۔
request-freezes-no-more = جو اس کے لیے رکھا گیا تھا، پرانا ہو تو پھر ایک منٹ میں مٹ سکتا ہے۔
button-request-answered = جواب دے دیا گیا
button-no-request = یہ درخواست نہیں تھی
request-answered-question = <b>کیا { $reference } کا جواب دے دیا گیا؟</b> پھر کسی کو اس کی یاد نہیں دلائی جائے گی۔
request-none-question = <b>کیا { $reference } درخواست نہیں تھی؟</b> پھر اس کی کوئی تاریخ نہیں رہے گی۔
button-request-answered-yes = ہاں، جواب دے دیا گیا
button-no-request-yes = ہاں، یہ درخواست نہیں تھی
request-taken-back = <b>{ $reference } اب درخواست نہیں۔</b> اب کوئی تاریخ نہیں، اور اس کی وجہ سے کچھ نہیں رکا ہوا۔
request-taken-back-by = { $who } نے { $reference } واپس لے لی: یہ درخواست نہ تھی۔ اب کوئی تاریخ نہیں۔
request-answered-by = { $who } پہلے ہی بتا چکے ہیں کہ { $reference } کا جواب دیا جا چکا ہے۔
request-answered = <b>جواب دے دیا گیا۔</b> اب اس کی وجہ سے کچھ نہیں رکا ہوا۔
news-complaints = <b>نئی شکایت۔</b> براہِ کرم پڑھیں اور بتائیں کہ یہ آپ کے پاس ہے۔
news-complaints-read = <b>نئی شکایت۔</b> ایک شخص اسے پڑھ چکا ہے۔
news-due-today = <b>آج ایک شکایت کا آخری دن ہے۔</b> کسی نے نہیں کہا کہ یہ اس کے پاس ہے۔
news-overdue = <b>شکایت میں دیر ہو گئی۔</b> کسی نے نہیں بتایا کہ یہ اس کے پاس ہے۔
news-overdue-requests = <b>ایک درخواست کا وقت آ گیا ہے۔</b>
news-soon = <b>ایک شکایت انتظار میں ہے۔</b> کسی نے نہیں بتایا کہ یہ اس کے پاس ہے، اور آخری دن قریب ہے۔
news-soon-requests = <b>ایک درخواست جواب کے انتظار میں ہے۔</b> آخری دن قریب ہے۔
refusal-no-such-reference = اس حوالے سے کچھ نہیں ملا۔ براہِ کرم دیکھ لیں: /complaints یا /requests
refusal-complaint-stays = شکایت ایک منٹ تک واپس لی جا سکتی ہے۔ { $reference } اب کونسل کے پاس ہے۔ اس بارے میں مزید کہنے کے لیے: /complain

## خطرے میں

safety-now =
    <b>ابھی خطرے میں ہیں؟ { $emergency } پر فون کریں۔</b>
    بول نہیں سکتے تو سنیں، پھر 55 دبائیں۔
safety-nobody-reads = یہ چیٹ دن رات کوئی نہیں پڑھتا۔ ان میں سے کسی کو فون کریں۔ یہ مفت ہیں:
safety-lines =
    جینے کی ہمت نہیں رہی: <b>NHS { $crisis }</b>، پھر 2 دبائیں۔ یا Samaritans: <b>{ $samaritans }</b>
    آپ بچے ہیں: Childline، <b>{ $childline }</b>
    گھر میں کوئی مارتا یا ڈراتا ہے: <b>{ $abuse }</b>
safety-council =
    کسی بچے یا بڑے کی فکر ہے: { $council }
    دن میں: { $day }
    رات کو اور ہفتے کے آخر میں: { $out_of_hours }
safety-number-missing = (کونسل یہاں اپنا نمبر لکھے گی)
safety-not-kept = جو آپ نے لکھا وہ ہم نہیں رکھتے۔
safety-passed-on = کونسل کے مقرر کیے ہوئے لوگ آپ کی بات پڑھ سکتے ہیں۔ ان کا انتظار نہ کریں۔
button-remove-from-chat = یہ چیٹ سے مٹائیں
safety-removed = یہ اس چیٹ سے مٹ گیا۔ لکھنے کے بعد یہ 48 گھنٹے تک ہو سکتا ہے۔ جو ہمارے پاس ہے وہ رہتا ہے۔
safety-remove-late = ٹیلی گرام اب ہمیں یہ مٹانے نہیں دیتا۔ یہ 48 گھنٹے تک ہو سکتا ہے۔ آپ خود مٹا سکتے ہیں: پیغام کو دبائے رکھیں۔
safety-remove-failed = ابھی ٹیلی گرام سے رابطہ نہیں ہو رہا۔ بٹن دوبارہ دبائیں۔

## ان دو لوگوں کے لیے جو خطرے کے الفاظ پڑھتے ہیں

alert-raised =
    <b>خطرے کے الفاظ: { $reference }</b>
    کسی نے یہاں لکھے: { $when }
    پڑھنے کے لیے: /open { $reference }
    کچھ کر لیں تو لکھیں کہ کیا کیا گیا: /close { $reference }
alert-signposts =
    <b>مدد کے نمبر دکھائے گئے: { $reference }</b>
    ایسے شخص کو جو شامل نہیں ہوا، یا جس نے کسی اور کے الفاظ بھیجے: { $when }
    { $times ->
        [one] ایسا { $times } بار ہوا۔
       *[other] ایسا { $times } بار ہوا۔
    } اور کچھ نہیں رکھا گیا۔
    بند کرنے کے لیے: /close { $reference }
alert-still-open = <b>اسے { $minutes } منٹ سے کسی نے بند نہیں کیا۔</b>
alert-still-open-hours = <b>اسے { $hours } گھنٹے سے کسی نے بند نہیں کیا۔</b>
alert-still-open-days = <b>اسے { $days } دن سے کسی نے بند نہیں کیا۔</b>
alert-after-restore = ریکارڈ بیک اپ سے واپس لائے گئے ہیں۔ شاید یہ معاملہ نمٹ چکا ہو۔ اگر ایسا ہے تو اسے ایک بار پھر بند کریں۔
alert-nobody-named =
    <b>خطرے کے الفاظ ملے ہیں، اور انہیں پڑھنے کے لیے کوئی مقرر نہیں ({ $reference })۔</b>
    ابھی دو لوگ مقرر کریں: wardmote safeguarding name
alert-nobody-reached =
    <b>خطرے کے الفاظ ملے ہیں، اور انہیں پڑھنے کے لیے مقرر کسی شخص تک پیغام نہیں پہنچتا ({ $reference })۔</b>
    انہوں نے /stop بھیجا یا بوٹ کو بلاک کیا ہے۔ ان سے کہیں کہ /start بھیجیں، یا دوسرے لوگ مقرر کریں: wardmote safeguarding name
danger-duty-ends = <b>{ $day } کے آخر تک، اور اس کے بعد نہیں، خطرے کے الفاظ پڑھنے کے لیے یہ لوگ مقرر ہیں: { $who }۔</b>
danger-duty-over = <b>یہ لوگ اب خطرے کے الفاظ پڑھنے کے لیے مقرر نہیں: { $who }۔</b> آخری دن { $day } تھا۔
danger-left-then =
    { $left ->
        [0] اس کے بعد کوئی ایسا شخص مقرر نہیں جس تک پیغام پہنچے۔ دو لوگ چاہییں۔
        [one] اس کے بعد { $left } شخص مقرر ہے جس تک پیغام پہنچتا ہے۔ دو لوگ چاہییں۔
       *[other] اس کے بعد { $left } اور لوگ مقرر ہیں جن تک پیغام پہنچتا ہے۔
    }
danger-left-now =
    { $left ->
        [0] اب کوئی ایسا شخص مقرر نہیں جس تک پیغام پہنچے۔ دو لوگ چاہییں۔
        [one] اب { $left } شخص مقرر ہے جس تک پیغام پہنچتا ہے۔ دو لوگ چاہییں۔
       *[other] اب { $left } اور لوگ مقرر ہیں جن تک پیغام پہنچتا ہے۔
    }
danger-name-again = جو بوٹ چلاتا ہے وہ انہیں دوبارہ، یا دوسروں کو، مقرر کر سکتا ہے: wardmote safeguarding name
alerts-stop = آپ خطرے کے الفاظ پڑھنے کے لیے مقرر ہیں۔ اب یہ پیغام آپ تک نہیں پہنچیں گے۔ دوبارہ پانے کے لیے /start بھیجیں، یا کہیں کہ کسی اور کو مقرر کیا جائے۔
alert-ward = ان کا وارڈ: { $ward }
alert-shared-phone = اس فون پر کئی لوگ جواب دیتے ہیں۔ ہو سکتا ہے کہ یہ کسی اور نے لکھا ہو، اور جواب بھی کوئی اور پڑھے۔
alert-words =
    { $when }:
    { $text }
alert-words-gone = یہ الفاظ مٹا دیے گئے ہیں: ہم انہیں 30 دن رکھتے ہیں۔
alert-no-words = پڑھنے کو کوئی الفاظ نہیں۔
alert-opening-noted = ہم نے لکھ لیا ہے کہ آپ نے اسے کھولا۔
alert-somebody = کوئی جو اب یہاں نہیں
alert-was-closed =
    بند کیا: { $by }، { $when }
    { $done }
alerts-none = کچھ کھلا نہیں۔
alerts-open = <b>ابھی بند نہیں ہوئے</b>
alert-row = /open { $reference } ({ $when })
alert-what-was-done = { $reference } کے بارے میں کیا کیا گیا؟ ایک پیغام میں لکھیں۔ ہم اسے ایک سال رکھتے ہیں۔
alert-closed = شکریہ۔ { $reference } بند ہو گیا۔
alert-closes-with =
    <b>{ $reference } ان الفاظ کے ساتھ بند ہو گا:</b>
    «{ $done }»
alert-closed-before = { $reference } پہلے ہی بند ہے۔ بند کیا: { $who }۔
alert-how-to-add = کچھ اور لکھنا ہو تو: /close { $reference } اور آپ کے الفاظ
alert-to-add =
    آپ نے یہ لکھا۔ کیا اسے بھی شامل کر لیں؟
    «{ $done }»
alert-added = { $reference } پہلے { $who } نے بند کیا تھا۔ آپ کے الفاظ شامل کر لیے گئے۔
alert-closed-by = <b>{ $reference } بند ہو گیا۔</b> جو کیا گیا وہ { $who } نے لکھا ہے۔
button-add-what-was-done = شامل کریں
alert-not-closed = { $reference } میں کچھ نہیں بدلا۔
button-close-it = یہ معاملہ بند کریں
button-read-words = الفاظ پڑھیں
button-what-was-done = لکھیں کہ کیا کیا گیا

nothing-done = <b>ابھی کچھ نہیں کیا گیا۔</b> اوپر کا کوئی بٹن دبائیں، یا اس پر لکھے الفاظ ٹائپ کریں: { $labels }
nothing-done-label = ”{ $label }“
welcome = آپ کا بھی شکریہ۔
offer-again = آپ نے یہ بھی لکھا تھا، اس سوال پر: { $question }۔
offer-closing = <b>آپ کے یہ الفاظ ابھی نہیں بھیجے گئے۔</b> سوال نامہ "{ $title }" اس وقت بند ہوگا: { $closes }۔
offer-handing-back = <b>فون واپس دینے سے پہلے:</b> آپ کے یہ الفاظ ابھی نہیں بھیجے گئے۔
offer-closed = <b>سوال نامہ "{ $title }" بند ہو چکا ہے۔</b> آپ نے جو لکھ کر فیصلہ نہیں کیا تھا، وہ نہ بھیجا گیا نہ محفوظ ہے۔
offer-not-sent = یہ نہ بھیجا گیا، نہ محفوظ ہے:
offer-dropped = ٹھیک ہے۔ ہم نے یہ الفاظ شامل نہیں کیے۔
still-kept-send = آپ کا پیغام محفوظ ہے۔ اسے جاری رکھنے کے لیے: /send
still-kept-complaint-outcome = شکایت کے بارے میں آپ کا لکھا ہوا محفوظ ہے۔ اسے جاری رکھنے کے لیے: /complaints
still-kept-request = درخواست کے الفاظ محفوظ ہیں۔ جاری رکھنے کے لیے: /requests
still-kept-closing-alert = انتباہ کے بارے میں آپ کا لکھا ہوا محفوظ ہے۔ اسے جاری رکھنے کے لیے: /open
still-kept-words = اوپر آپ کے الفاظ سوال نامہ بند ہونے تک محفوظ ہیں۔ ان کے نیچے کے بٹن اب بھی کام کرتے ہیں۔

## Reading what people wrote, and submissions

command-reading = لوگوں نے کیا لکھا، پڑھیں
command-submission = خط یا عرضداشت شامل کریں
reading-which = <b>آپ کون سی تحریریں پڑھنا چاہتے ہیں؟</b>
reading-row = { $number } { $title }
reading-heading = <b>یہ ابھی کسی نے نہیں پڑھیں</b>: { $title }
reading-heading-read = <b>یہ پڑھی جا چکی ہیں</b>: { $title }
reading-none = ابھی پڑھنے کو کچھ نہیں۔
reading-none-read = ابھی کچھ نہیں پڑھا گیا۔
reading-just-gone = <b>لکھنے والے نے وہ تحریر بدل دی یا مٹا دی ہے، اس لیے کچھ شامل نہیں ہوا۔</b>
reading-just-read = <b>پڑھا ہوا لکھ دیا گیا۔</b> یہاں یہ آخری تحریر تھی۔
reading-danger = <b>ان الفاظ کا مطلب خطرہ ہو سکتا ہے۔</b> اس کے لیے نامزد لوگوں کو اطلاع جاتی ہے۔ تحریر اب اس فہرست میں نہیں۔
reading-line = { $number } <i>{ $text }</i>
reading-line-changed = { $number } پڑھے جانے کے بعد بدلی گئی: <i>{ $text }</i>
reading-line-voice = { $number } <b>آواز کا پیغام</b>، { $length }۔ ابھی کسی نے نہیں لکھا۔
reading-line-submission = { $number } { $kind }: <i>{ $text }</i>
reading-open =
    { $phase ->
        [open] لوگ ابھی جواب دے سکتے ہیں۔ نئی تحریریں رات کو آتی ہیں، ایک ساتھ کم از کم دس لوگوں کی، اور ان کی ترتیب صرف آپ کی ہے۔
        [paused] ابھی کوئی جواب نہیں دے سکتا۔ نئی تحریریں رات کو آتی ہیں، ایک ساتھ کم از کم دس لوگوں کی، اور ان کی ترتیب صرف آپ کی ہے۔
       *[ended] اب کوئی جواب نہیں دے سکتا۔ جو کچھ وقت پر بھیجا گیا تھا وہ سب پہنچ جائے تو سب تحریریں یہاں آ جائیں گی۔ عام طور پر چند منٹ لگتے ہیں۔
    }
    جب تک سب تحریریں یہاں نہ ہوں، نہ کوئی گنتی دکھائی جاتی ہے نہ کوئی وارڈ۔
reading-totals = ابھی نہیں پڑھی گئی تحریریں: { $unread }۔ پڑھی گئیں: { $read }۔ ایک جیسے الفاظ ایک تحریر ہیں۔
reading-total-submissions = باہر سے آئی تحریریں، الگ گنی گئیں۔ ابھی نہیں پڑھی گئیں: { $unread }۔ پڑھی گئیں: { $read }۔
reading-kept-back = جن لوگوں کے الفاظ خطرے کے الفاظ کے لیے نامزد افراد کے لیے رکھے ہیں: { $number }
reading-marked = <b>پڑھا ہوا لکھ دیا گیا۔</b> یہ اگلی تحریر ہے۔
reading-about-answer = <b>اس سوال کا جواب:</b> { $question }
reading-about-comment = <b>اس پر رائے:</b> { $question }
reading-about-late = <b>بند ہونے کے بعد آیا، الگ گنا جاتا ہے:</b> { $question }
reading-words = <i>{ $text }</i>
voice-to-write = <b>آواز کا پیغام</b>، { $length }۔ اسے سنیں، اور جو کہا گیا وہ لکھیں۔ پھر اسے باقی تحریروں کی طرح پڑھا جا سکتا ہے۔
voice-comes = <b>آواز کا پیغام</b>، { $length }۔ آواز ابھی ٹیلیگرام سے آ رہی ہے۔ بعد میں دوبارہ دیکھیں۔
voice-is-lost = <b>آواز کا پیغام جو ہمیں نہیں مل سکا۔</b> بھیجنے والے کو بتا دیا گیا ہے، سوائے اس کے کہ اس نے پیغام روک دیے ہوں، اور وہ دوبارہ جواب دے سکتا ہے۔
voice-mark = آواز کے پیغام سے لکھا گیا۔
voice-written-meanwhile = <b>ایک ساتھی نے ابھی اسے لکھ دیا ہے۔</b> آپ کا لکھا نہیں رکھا گیا۔ آپ اب بھی الفاظ درست کر سکتے ہیں۔
voice-what-was-said = <b>آواز کے پیغام میں کیا کہا گیا ہے؟</b> جیسے کہا گیا ویسے ہی، اسی زبان میں لکھیں۔
voice-caption = آواز کا پیغام، سوال { $question } کا جواب۔ یہ صرف آپ کے کام کے لیے ہے۔
voice-caption-own = آپ کا آواز کا پیغام: سوال { $question } کا جواب۔
voice-caption-own-gone = آپ کی آواز۔ اس کا سوال اب ہماری فہرست میں نہیں۔
voice-not-sent = ہم آواز نہیں بھیج سکے۔ بعد میں دوبارہ کوشش کریں۔
reading-changed = لکھنے والے نے اسے بدل دیا ہے۔ پہلے والے الفاظ پڑھے گئے تھے؛ اب یہ پڑھیں۔
reading-same-words = یہی الفاظ اتنے لوگوں نے بھیجے: { $people }
reading-ward = وارڈ: { $ward }
reading-themes-of = ان موضوعات میں رکھا گیا: { $themes }
reading-read-by = { $who } نے پڑھا، { $when }
reading-written-in = زبان: { $named }
reading-translated = اس زبان میں ترجمہ { $who } نے کیا: { $named }
reading-needs-translation = <b>آپ یہ زبان نہیں پڑھتے۔</b> اسے پڑھا ہوا تب لکھا جا سکتا ہے جب ترجمہ آپ کی جانی ہوئی زبان میں ہو۔
reading-other-language = کوئی اور زبان
themes-of-text = <b>یہ کس بارے میں ہے؟</b> جو موضوع ٹھیک ہو اسے دبائیں۔ چنے ہوئے کو دبانے سے وہ ہٹ جاتا ہے۔
themes-none = <b>یہ کس بارے میں ہے؟</b> ابھی کوئی موضوع نہیں۔ پہلا بنائیں۔
theme-number = { $theme }: تحریریں: { $texts }۔ باہر سے آئی تحریریں: { $submissions }
theme-filed = موضوع: { $theme }
theme-question = <b>نئے موضوع کا نام کیا ہے؟</b> چند الفاظ کافی ہیں۔
translation-question = <b>اس میں کیا لکھا ہے؟</b> مہربانی کر کے اس زبان میں لکھیں: { $named }
translation-question-any = <b>اس میں کیا لکھا ہے؟</b> مہربانی کر کے کسی اور زبان میں لکھیں۔
themes-changed = <b>اس کے بعد کسی ساتھی نے موضوع بدل دیے ہیں۔</b> کچھ نہیں کیا گیا۔ اب موضوع یہ ہیں۔
themes-to-change = <b>آپ کون سا موضوع بدلنا چاہتے ہیں؟</b>
themes-none-left = اب کوئی موضوع نہیں۔
theme-renamed = ہو گیا۔ ”{ $theme }“ کا نام اب ”{ $other }“ ہے۔
theme-joined = ہو گیا۔ جو ”{ $theme }“ میں تھا، وہ اب ”{ $other }“ میں ہے۔
theme-removed = ہو گیا۔ موضوع ”{ $theme }“ اب نہیں ہے۔ تحریریں فہرست میں رہیں گی۔
theme-to-change =
    <b>{ $theme }</b>
    آپ اس موضوع کا کیا کرنا چاہتے ہیں؟
theme-new-name = <b>اب ”{ $theme }“ کا نام کیا ہو؟</b> چند الفاظ کافی ہیں۔
theme-join-which = <b>”{ $theme }“ کو کس موضوع میں ملائیں؟</b> اس کی تحریریں آپ کے چنے ہوئے موضوع میں جائیں گی۔
theme-same-name = اس نام کا ایک اور موضوع موجود ہے۔
theme-join-sure = <b>”{ $theme }“ کی سب تحریریں ”{ $other }“ میں ڈال دیں؟</b> پھر ”{ $theme }“ نہیں رہے گا۔ یہ واپس نہیں ہو سکتا۔
theme-remove-sure = <b>موضوع ”{ $theme }“ ہٹا دیں؟</b> تحریریں فہرست میں رہیں گی، مگر اس موضوع میں نہیں۔ یہ واپس نہیں ہو سکتا۔
translation-now = ترجمہ پہلے سے موجود ہے۔ آپ کا ترجمہ اس کی جگہ لے گا۔ جنھوں نے وہ پڑھا تھا، انھیں دوبارہ پڑھنا ہوگا:
translation-sure = <b>یہ ترجمہ واپس لیں؟</b> زبان: { $named }۔ ترجمہ کرنے والا: { $who }۔ جو لوگ صرف اسی سے پڑھ سکتے تھے، ان کا پڑھنا پھر شمار نہیں ہوگا۔
button-change-themes = موضوع بدلیں
button-rename-theme = نام بدلیں
button-join-theme = دوسرے میں ملائیں
button-join-theme-yes = ہاں، ملا دیں
button-remove-theme = موضوع ہٹائیں
button-remove-theme-yes = ہاں، ہٹا دیں
button-translation-away = ترجمہ واپس لیں
button-translation-away-yes = ہاں، واپس لیں
text-language = <b>یہ کس زبان میں ہے؟</b> ابھی: { $named }
languages-read = <b>آپ کون سی زبانیں پڑھتے ہیں؟</b> انہیں دبائیں۔
languages-known = آپ پڑھتے ہیں: { $languages }
button-from-the-top = شروع سے
button-were-read = جو پڑھی گئیں
button-not-read = جو نہیں پڑھی گئیں
button-languages-read = میری زبانیں
button-add-submission = باہر کی تحریر شامل کریں
button-i-have-read = میں نے پڑھ لیا
button-file = یہ کس بارے میں ہے
button-translate = ترجمہ لکھیں
button-listen = سنیں
button-write-down = لکھیں کیا کہا گیا
button-correct-words = الفاظ درست کریں
button-as-written = جیسے لکھا گیا
button-translated = میری زبان میں
button-other-language = یہ کسی اور زبان میں ہے
button-next-text = اگلی تحریر
button-to-list = فہرست پر
button-new-theme = نیا موضوع
button-take-out = غلطی سے شامل ہوئی
button-take-out-yes = ہاں، مٹا دیں
button-today = آج
button-drop-this = وہی ہے: اسے نہ رکھیں
button-keep-both = دو الگ ہیں: دونوں رکھیں
button-keep-submission = اسے رکھیں
button-is-summary = یہ خلاصہ ہے
button-own-words = یہ اس کے اپنے الفاظ ہیں
button-it-is-in = یہ اس زبان میں ہے: { $named }
button-show-it = دکھائیں
submission-which = <b>یہ کس بارے میں ہے؟</b>
submission-how = <b>یہ کیسے آئی؟</b> { $title }
submission-kind-organisation = کسی ادارے کا جواب
submission-kind-letter = خط
submission-kind-email = ای میل
submission-kind-petition = عرضداشت
submission-kind-presentation = اجلاس میں کہی گئی بات
submission-unclear = یہ سمجھ نہیں آیا۔ دبائیں، یا نیچے کی طرح لکھیں۔
submission-entered = ابھی: { $entered }
submission-change = <b>کیا غلط ہے؟</b> جو لکھا گیا ہے وہ سب محفوظ ہے۔
button-change-something = کچھ بدلیں
button-submission-change = { $step ->
        [consultation] کن سوالوں کے بارے میں ہے
        [kind] کیسے آیا
        [sender] کس کی طرف سے ہے
        [received] کب آیا
        [signatures] کتنے لوگوں نے دستخط کیے
       *[text] کیا لکھا ہے
    }
submission-sender = <b>یہ کس کی طرف سے ہے؟</b> کسی کا نام نہ لکھیں۔ لکھیں "ایک دکان" یا "کرایہ داروں کا گروپ"۔
submission-received = <b>یہ کب آئی؟</b> دن لکھیں، جیسے 5 ستمبر 2022۔
submission-signatures-question = <b>کتنے لوگوں نے دستخط کیے؟</b> تعداد لکھیں۔
submission-text = <b>اس میں کیا لکھا ہے؟</b> اس کے الفاظ یا بڑی باتیں بھیجیں۔ نام اور پتے چھوڑ دیں۔
submission-preview = <b>کیا یہ ٹھیک ہے؟</b> { $title }
submission-line = <b>{ $kind }</b>، بھیجنے والا: { $who }، { $day }
submission-signatures = دستخط کرنے والے: { $number }
submission-is-summary = یہ خلاصہ ہے۔
submission-signs = اس میں کوئی پتہ یا نمبر ہو سکتا ہے۔ اگر کسی کو ضرورت نہیں تو نکال دیں۔
submission-same = <b>یہی الفاظ پہلے شامل ہو چکے ہیں</b>، شامل کرنے والا: { $who }۔ آنے کا دن: { $day }۔
submission-kept = <b>یہ رکھ لی گئی۔</b> یہ "{ $title }" کی فہرست میں ہے، اور جوابوں سے الگ گنی جاتی ہے۔
submission-dropped = ٹھیک ہے۔ ہم نے کچھ نہیں رکھا۔
submission-dropped-same = ٹھیک ہے۔ یہ ایک ہی بار رکھی گئی ہے۔
submission-take-out = <b>کیا یہ غلطی سے شامل ہوئی؟</b> پھر اس کے الفاظ مٹا دیے جائیں گے۔
still-kept-submission = آپ نے باہر کی تحریر کے لیے جو لکھا وہ محفوظ ہے۔ آگے جانے کے لیے: /submission
still-kept-stopping-poll = آپ ایک چھوٹا سوال روک رہے تھے۔ وہ چل رہا ہے۔ روکنے کے لیے: /ask
doubted-reading = اس سوال کے بعد اور چیزیں آئیں۔ کیا یہ اس تحریر کے لیے ہے جو آپ پڑھ رہے تھے؟
doubted-submission = اس سوال کے بعد اور چیزیں آئیں۔ کیا یہ باہر سے آئی تحریر کے لیے ہے؟
doubted-stopping = اس سوال کے بعد اور چیزیں آئیں۔ کیا یہ چھوٹا سوال روکنے کی وجہ ہے؟
refusal-reading-for-officers = لوگوں کی تحریریں سب وارڈوں کے افسر پڑھتے ہیں، اور وہ افسر بھی جو ان سوالوں کا ذمہ دار ہے۔ یہاں کیا کچھ کیا جا سکتا ہے: /help
refusal-text-gone = لکھنے والے نے یہ تحریر بدل دی یا مٹا دی ہے۔ پڑھنے کو کیا ہے: /reading
refusal-translation-needed = آپ یہ زبان نہیں پڑھتے۔ پہلے اس کا ترجمہ کسی جانی ہوئی زبان میں لکھیں، یا کسی جاننے والے سے کہیں۔
refusal-name-too-long = یہ بہت لمبا ہے۔ زیادہ سے زیادہ { $most } حروف۔
workbook-sheet-submissions = باہر کی تحریریں
submissions-note = خط، ای میل، عرضداشتیں اور ایسی چیزیں۔ یہ الگ گنی جاتی ہیں اور کسی اور شیٹ میں نہیں۔
submissions-how = کیسے آئی
submissions-from = کس کی طرف سے
submissions-day = کب آئی
submissions-signatures = دستخط کرنے والے
submissions-summary = خلاصہ
submissions-text = الفاظ
submissions-read = پڑھی گئی

guest-banner = <b>شخص { $number } جواب دے رہا ہے۔</b>
guest-banner-for = <b>شخص { $number } کے لیے:</b>
button-hand-back = فون واپس دیں
button-someone-else = یہاں کوئی اور جواب دینا چاہتا ہے
guest-hello =
    <b>السلام علیکم، شخص { $number }۔</b> آپ بھی اس فون پر { $council } کے سوالوں کے جواب دے سکتے ہیں۔
    آپ کے جواب صرف آپ کے ہیں۔ ہم انہیں سب سے الگ رکھتے اور الگ گنتے ہیں۔ وہ نتیجوں کے جدولوں میں نہیں ہیں۔ کونسل آپ کے لفظ باقی سب کی طرح پڑھتی ہے۔ ہم آپ کو کوئی پیغام نہیں بھیجیں گے۔
    اس فون کا مالک یہ چیٹ پڑھ سکتا ہے۔
guest-hello-kept = ہم آپ کا وارڈ (آپ کا مقامی علاقہ)، آپ کے جواب اور نتیجے آنے تک اس فون کا رابطہ رکھتے ہیں۔ ہم آپ کا نام، فون نمبر یا پوسٹ کوڈ نہیں رکھتے۔ آپ فون کے مالک سے الگ کہیں رہ سکتے ہیں۔
guest-joined = <b>شکریہ۔ آپ کا وارڈ { $ward } ہے۔</b>
guest-not-in-ward = یہ سوال آپ کے وارڈ کے لیے نہیں ہیں، اس لیے جواب دینے کو کچھ نہیں۔ مہربانی کر کے فون واپس دیں۔
guest-answered = آپ ان سوالوں کے جواب دے چکے ہیں۔
guest-questions =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } سوال
       *[other] { $questions } سوال
    }، تقریباً { $minutes ->
        [one] 1 منٹ
       *[other] { $minutes } منٹ
    }۔
guest-too-young = بتانے کا شکریہ۔ یہ چیٹ { $age } سال یا اس سے زیادہ عمر کے لوگوں کے لیے ہے، اس لیے ہم نے کچھ نہیں رکھا۔ مہربانی کر کے فون واپس دیں۔
guest-who = شخص { $number } جواب دے رہا تھا۔ ہمیں معلوم نہیں کہ اب فون کس کے پاس ہے، اس لیے ہم نے آپ کا پیغام استعمال نہیں کیا۔ فون کس کے پاس ہے؟ پہلے بٹن دبائیں۔ پھر اپنا پیغام دوبارہ بھیجیں۔
guest-who-owners = شخص { $number } جواب دے رہا تھا۔ یہ صرف فون کا مالک دیکھ یا کر سکتا ہے۔ فون کس کے پاس ہے؟
guest-who-mine = شخص { $number } جواب دے رہا تھا۔ ہر ایک صرف اپنے جواب دیکھتا ہے۔ فون کس کے پاس ہے؟
guest-who-again = شخص { $number } جواب دے رہا تھا۔ اب فون کس کے پاس ہے؟ پہلے دبائیں۔ اگر آپ نے ابھی کوئی پیغام بھیجا تھا تو پھر اسے دوبارہ بھیجیں۔
button-guest-goes-on = شخص { $number } آگے چلے
button-owner-has-it = فون کا مالک
guest-handed-back = <b>فون پھر مالک کے پاس ہے۔</b>
guest-handed-back-change = شخص { $number } جواب بدل یا بڑھا سکتا ہے: /mine
guest-handed-back-see = شخص { $number } اپنے جواب دیکھ سکتا ہے: /mine
guest-unsent = شخص { $number } نے کچھ اور بھی لکھا، جس پر ہاں یا نہیں نہیں کہا۔ ہم نے وہ نہیں بھیجا۔
guest-forgotten = <b>ہو گیا۔ شخص { $number } سے رابطہ مٹا دیا گیا ہے۔</b> فون پھر مالک کے پاس ہے۔
guest-nobody = <b>فون مالک کے پاس ہے۔</b>
guest-which = کوئی اور کن سوالوں کے جواب دینا چاہتا ہے؟
button-guest-change = شخص { $number }: بدلیں
button-guest-see = شخص { $number }: جواب دیکھیں
guest-page = شخص { $number } نے اس فون پر "{ $title }" کے جواب دیے۔ آگے صرف شخص { $number } چلے۔
guest-page-paused = شخص { $number } نے اس فون پر "{ $title }" کے جواب دیے۔ یہ سوال نامہ ابھی رکا ہوا ہے۔ دوبارہ شروع ہونے کا وقت: { $opens }۔ جواب صرف شخص { $number } دیکھے۔
guest-page-closed = شخص { $number } نے اس فون پر "{ $title }" کے جواب دیے۔ اب اس میں جواب نہیں لیے جاتے۔ جواب صرف شخص { $number } دیکھے۔
button-guest-is-me = میں شخص { $number } ہوں: میرے جواب بدلیں
button-guest-sees = میں شخص { $number } ہوں: میرے جواب دکھائیں
button-guest-take-back = شخص { $number } کے جواب مٹا دیں
guest-take-back = کیا شخص { $number } کے "{ $title }" کے تمام جواب مٹا دیں؟ یہ واپس نہیں ہو سکتا۔
button-guest-take-back-yes = ہاں، مٹا دیں
guest-taken-back = <b>مٹا دیے۔</b> شخص { $number } کے جواب اب نہیں ہیں۔
guest-here = آپ اپنے جواب بدل سکتے ہیں یا فون واپس دے سکتے ہیں۔ باقی کام فون کے مالک کے لیے ہیں۔
button-guest-mine = میرے جواب دیکھیں
guest-receipt-change = آپ { $closes } تک اپنے جواب بدل سکتے ہیں۔ فون کا مالک /mine لکھے اور "شخص { $number }: بدلیں" دبائے۔
guest-forgotten-later-mind = ارادہ بدل گیا؟ دوبارہ "مجھے بھول جائیں" لکھیں۔
guest-results-by = نتیجے: { $hear } تک۔ ہم آپ کو نہیں بھیجتے: فون کے مالک کو مل سکتے ہیں۔
forget-others = { $count ->
        [one] اس فون پر 1 اور شخص نے جواب دیا۔ ہم اسے بھی بھول جائیں گے۔
       *[other] اس فون پر { $count } اور لوگوں نے جواب دیے۔ ہم انہیں بھی بھول جائیں گے۔
    }
refusal-phone-full = ایک فون پر زیادہ سے زیادہ { $most } لوگ جواب دے سکتے ہیں، اور { $most } دے چکے ہیں۔ ان سب کے جواب محفوظ ہیں۔ { $has_ways ->
        [yes] آپ اس فون کے بغیر جواب دے سکتے ہیں: { $ways }
       *[no] آپ کسی اور فون پر جواب دے سکتے ہیں۔
    }
refusal-answer-first = پہلے آپ جواب دیں۔ پھر کوئی اور یہ فون استعمال کر سکتا ہے: /consultations
refusal-nothing-to-answer = ابھی اس فون کے مالک کے لیے کوئی سوال نہیں کھلے، اس لیے یہاں کوئی اور جواب نہیں دے سکتا۔ پھر دیکھنے کے لیے: /consultations
refusal-for-owner = یہ صرف فون کا مالک کر سکتا ہے۔ پہلے فون واپس دیں۔
refusal-one-person-a-phone = یہاں ایک فون پر ایک ہی شخص جواب دیتا ہے۔ کوئی اور اپنے فون پر جواب دے سکتا ہے۔
command-another = یہاں کوئی اور جواب دینا چاہتا ہے
refusal-phone-released = ان سوالوں کے نتیجے ایک بار آ چکے ہیں۔ اس لیے اس فون پر اب کوئی اور جواب دینا شروع نہیں کر سکتا۔ اس پر دیے گئے سب جواب محفوظ ہیں۔ { $has_ways ->
        [yes] آپ اس فون کے بغیر جواب دے سکتے ہیں: { $ways }
       *[no] آپ کسی اور فون پر جواب دے سکتے ہیں۔
    }
results-shared-apart = پہلی بار بند ہونے تک { $people } یا زیادہ لوگوں نے کسی اور کے فون پر جواب دیا۔ وہ ان نمبروں میں نہیں ہیں۔ ان کے لفظ باقی سب کی طرح پڑھے جاتے ہیں۔ انہوں نے جو چنا وہ جوابوں کی فائل میں ”shared phone“ (مشترکہ فون) کے طور پر ہے۔
workbook-shared = مشترکہ فون

## اپنے بارے میں

equality-offer = کیا آپ ہمیں اپنے بارے میں کچھ بتائیں گے؟ یہ ضروری نہیں۔
button-equality-answer = پانچ اختیاری سوالوں کے جواب دیں
button-equality-no = جی نہیں، شکریہ
equality-declined = ٹھیک ہے۔ ہم دوبارہ نہیں پوچھیں گے۔ ارادہ بدل جائے تو بھیجیں: /about_me
equality-intro =
    <b>آپ کے بارے میں پانچ سوال</b>
    جواب دینا ضروری نہیں۔ ہم اس لیے پوچھتے ہیں کہ معلوم ہو کس کی بات ہم تک پہنچی اور کس کی نہیں۔
    یہ جواب ہم آپ کے باقی جوابوں سے الگ رکھتے ہیں۔ وارڈ کے حساب سے ان کی گنتی کبھی نہیں ہوتی۔ عملہ صرف 50 یا زیادہ افراد کے مجموعے دیکھتا ہے۔
    ہم انہیں { $day } تک مٹا دیں گے۔ فوراً مٹانے کے لیے: <b>{ $stop }</b>، یا /about_me
equality-law = وہ قانون جس کے تحت ہم پوچھتے ہیں: { $condition }
equality-policy = اس کے لیے ہمارے اصول: { $document }
equality-policy-link = اصول یہاں پڑھیں: { $link }
equality-age-asked = ہم صرف { $age } سال یا اس سے زیادہ عمر والوں سے پوچھ سکتے ہیں۔ کیا آپ کی عمر اتنی ہے؟
button-equality-old-enough = جی ہاں، { $age } سال یا زیادہ
button-equality-younger = جی نہیں، عمر کم ہے
button-equality-go-on = آگے بڑھیں
equality-unclear = <b>اس میں سے کچھ محفوظ نہیں کیا گیا۔</b> کوئی بٹن دبائیں، یا اس پر لکھے الفاظ ٹائپ کریں۔
equality-too-young = بتانے کا شکریہ۔ یہ سوال { $age } سال یا اس سے زیادہ عمر کے افراد کے لیے ہیں۔ اس لیے ہم نے کچھ محفوظ نہیں کیا۔ آپ کے باقی جواب پہلے کی طرح شمار ہوں گے۔
equality-head = <b>{ $total } میں سے { $number }</b>
equality-question = { $question ->
        [age] آپ کس عمر کے گروپ میں ہیں؟
        [sex] آپ کی جنس کیا ہے؟
        [health] کیا آپ کو کوئی جسمانی یا ذہنی تکلیف یا بیماری ہے جو 12 ماہ یا زیادہ سے ہے، یا اتنا عرصہ رہ سکتی ہے؟
        [activities] کیا اس تکلیف یا بیماری (یا ان میں سے کسی) سے روزمرہ کے کام کرنے کی آپ کی صلاحیت کم ہوتی ہے؟
        [ethnic-group] آپ کا نسلی گروہ کیا ہے؟
       *[religion] آپ کا مذہب کیا ہے؟
    }
equality-name = { $question ->
        [age] عمر
        [sex] جنس
        [health] صحت
        [activities] روزمرہ کے کام
        [disability] روزمرہ زندگی میں معذوری
        [ethnic-group] نسلی گروہ
       *[religion] مذہب
    }
equality-not-said = بتانا نہیں چاہتے
equality-answer = { $answer ->
        [age-from-16] 16 سے 24 سال
        [age-from-25] 25 سے 34 سال
        [age-from-35] 35 سے 49 سال
        [age-from-50] 50 سے 64 سال
        [age-from-65] 65 سے 74 سال
        [age-from-75] 75 سال یا زیادہ
        [sex-female] عورت
        [sex-male] مرد
        [health-yes] جی ہاں
        [health-no] جی نہیں
        [activities-a-lot] جی ہاں، بہت
        [activities-a-little] جی ہاں، تھوڑی
        [activities-not-at-all] بالکل نہیں
        [disability-a-lot] جی ہاں، بہت
        [disability-a-little] جی ہاں، تھوڑی
        [disability-no] جی نہیں
        [ethnic-group-white] سفید فام
        [ethnic-group-mixed] مخلوط یا کئی نسلی گروہ
        [ethnic-group-asian] ایشیائی یا ایشیائی برطانوی
        [ethnic-group-black] سیاہ فام، افریقی، کیریبین یا سیاہ فام برطانوی
        [ethnic-group-other] کوئی اور نسلی گروہ
        [religion-none] کوئی مذہب نہیں
        [religion-christian] عیسائی (چرچ آف انگلینڈ، کیتھولک، پروٹسٹنٹ اور باقی تمام عیسائی فرقے)
        [religion-buddhist] بدھ مت
        [religion-hindu] ہندو
        [religion-jewish] یہودی
        [religion-muslim] مسلمان
        [religion-sikh] سکھ
       *[religion-other] کوئی اور مذہب
    }
button-equality-stop = اس کا استعمال بند کریں
button-equality-show = میرے یہ جواب دکھائیں
button-equality-change = پانچ سوالوں کے جواب دوبارہ دیں
equality-done = شکریہ۔ بس اتنا ہی تھا۔ یہ جواب دیکھنے یا مٹانے کے لیے: /about_me
equality-nothing-said = ٹھیک ہے۔ ہم نے کچھ محفوظ نہیں کیا۔ ارادہ بدل جائے تو بھیجیں: /about_me
equality-said = <b>آپ نے اپنے بارے میں جو بتایا</b>
equality-said-with =
    <b>{ $title }</b>
    یہ ان سوالوں کے بعد کے جواب ہیں۔ ہم انہیں { $day } تک مٹا دیں گے۔
equality-said-row = { $name }: { $answer }
equality-none = آپ نے اپنے بارے میں کچھ نہیں بتایا۔ یہ ضروری بھی نہیں۔
equality-none-now = آپ نے اپنے بارے میں کچھ نہیں بتایا۔ ہم تبھی پوچھتے ہیں جب آپ کچھ سوالوں کے جواب آخر تک دے دیں، اور صرف گنتی ہونے تک۔
equality-gone = <b>ہو گیا۔</b> آپ نے اپنے بارے میں جو بتایا تھا وہ مٹا دیا گیا ہے۔ اب اس کا استعمال نہیں ہوگا۔ آپ کے باقی جواب اپنی جگہ ہیں۔
equality-nothing-held = آپ نے اپنے بارے میں کچھ نہیں بتایا، اس لیے مٹانے کو کچھ نہیں۔
refusal-equality-not-asked = یہاں ہم لوگوں سے ان کے اپنے بارے میں نہیں پوچھتے۔
refusal-equality-owners = کسی اور کے فون پر ہم لوگوں سے ان کے اپنے بارے میں نہیں پوچھتے۔ فون کے مالک نے جو بتایا ہے، اسے صرف وہی دیکھ یا مٹا سکتا ہے۔ اگر فون آپ کا ہے تو پہلے "فون واپس دیں" دبائیں۔
refusal-equality-over = ان جوابوں کی گنتی ہو چکی ہے، اس لیے اب کچھ شامل نہیں ہو سکتا۔ ہم نے کوئی نئی بات محفوظ نہیں کی۔
help-equality = /about_me: آپ نے اپنے بارے میں جو بتایا
help-another = /another: یہاں کوئی اور جواب دینا چاہتا ہے
forget-equality-goes = آپ نے اپنے بارے میں جو بتایا وہ بھی مٹ جائے گا۔
manage-equality =
    <b>اپنے بارے میں:</b> آخر میں لوگ پانچ اختیاری سوالوں کے جواب دے سکتے ہیں۔ یہ عمر، جنس، معذوری، نسلی گروہ اور مذہب کے بارے میں ہیں۔
    <b>کس قانون کے تحت:</b> { $condition } ({ $document })
button-results-equality = کس نے جواب دیا
results-equality-note = لوگوں نے اپنے بارے میں جو بتانا چاہا۔ سب وارڈ ملا کر، اور ہر سوال الگ۔ وارڈ کے حساب سے اس میں سے کچھ نہیں دکھایا جاتا۔
results-equality-question = <b>{ $name }</b>
workbook-sheet-equality = کس نے جواب دیا
counts-about = تقریباً { $people }
counts-up-to = زیادہ سے زیادہ تقریباً { $people }
mydata-table-equality-answers = آپ نے اپنے بارے میں جو بتایا
mydata-field-equality-offered = ایک بار آپ کے بارے میں پوچھا گیا
command-about_me = آپ نے اپنے بارے میں جو بتایا
