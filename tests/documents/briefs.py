# ruff: noqa: E501 (lines of other scripts are counted wider than they are)
"""Briefs to print in tests, benchmarks and pictures: one of realistic length, and texts in every script."""

from datetime import UTC, date, datetime
from typing import Any

from desktop.core.contact import Contact
from desktop.core.meeting import Meeting, MeetingFact, OwnAnswer, PlannedQuestion, Priority, Rescue
from desktop.core.preparing.brief import Brief, BriefMaterial, build
from desktop.core.profile import Profile
from desktop.core.values import replace

QUESTIONS = (
    "What does a typical day look like for you, from the first thing to the last?",
    "Which training did you need before anybody let you work on a treatment plant?",
    "How would you describe the way people here decide things, compared with your last place?",
    "Where do you see the work of a water engineer going in the next five years?",
    "What would you warn somebody about who changes from teaching into this field?",
    "Which associations or journals do you read, and which could a newcomer skip?",
    "What do people starting out usually earn, if I may ask about ranges?",
    "What have I not asked that I should have?",
)
FOLLOW_UPS = {0: "And a bad day?", 3: "What would have to happen for that?"}
FACTS = (
    (
        "City Waterworks supplies 410,000 people from three plants; the newest opened in 2021.",
        "waterworks.example/about",
    ),
    (
        "Until 2028 they replace chlorine by ultraviolet light, the university is their partner.",
        "waterworks.example/news",
    ),
    ("Her slides on lead pipes end with a question about training career changers.", "waterday.example/2025/programme"),
    ("The association counts 1,200 open posts, a third more than three years ago.", "Water Journal 4/2026"),
    ("The traineeship takes career changers with a science degree; it starts in March.", "waterworks.example/jobs"),
)
MEETING = Meeting(
    id=1,
    contact_id=1,
    purpose="I want to learn what a career changer needs before a water company takes them seriously.",
    starts_at=datetime(2026, 11, 26, 9, 0, tzinfo=UTC),
    zone="Europe/Berlin",
    place="City Waterworks, Harbour Street 12, entrance B, second floor, ask for the laboratory",
    route="Tram 4 to Harbour Bridge, then five minutes on foot along the canal",
    phone_for_day="+49 30 5550 1234",
    opening="I taught chemistry for nine years and am finding out whether water treatment is the place for what I know. "
    "I am not asking for a job: I want to understand the work.",
    ask_for_notes="May I take notes while we talk?",
    asked_back=(
        OwnAnswer("Tell me about yourself", "Chemistry teacher for nine years, ran the school laboratory, took a course in "
                  "process engineering last winter and liked the pumps more than I expected."),
        OwnAnswer("Why do you want to leave?", "I still like explaining things. I want to work on something that is there "
                  "in the morning when I come back."),
        OwnAnswer("What are you looking for?", "To find out which first step is realistic: a traineeship, the laboratory, "
                  "or a degree beside work."),
        OwnAnswer("How can I help?", "One more person to talk to would help most, ideally somebody who changed career too."),
    ),
    rescues=(
        Rescue("I am late", "Call the number above at once, say when I will be there, and offer to shorten it."),
        Rescue("Only five minutes", "Ask questions 1 and 5, then who else, and thank her."),
        Rescue("“Send me your CV”", "Gladly, tonight. May I still ask you one or two things about the work itself?"),
        Rescue("My mind goes blank", "Say “one moment, I want to ask this well”, and read the next question."),
    ),
    who_else="Is there anybody else you would recommend I talk to?",
    use_name="May I say that you sent me?",
    thanks="Thank you, this helped me more than reading for a week.",
    bring=("this brief", "pen and paper", "research notes", "water bottle", "two printed copies of my profile"),
)  # fmt: skip
CONTACT = Contact(
    id=1,
    name="Amara Okafor",
    pronounced="ah-MAH-rah oh-KAH-for",
    pronouns="she/her",
    role="Water quality engineer",
    organisation="City Waterworks",
    warm_line="Your talk on lead pipes made me look at my own kitchen tap; I have wanted to thank you since spring.",
    time_zone="America/New_York",
)

NAMES = (
    "Zoë Łukasz", "Иван Фёдоров", "Γιώργος Παπαδόπουλος", "Nguyễn Thị Phượng", "محمد علي", "שרה לוי", "क्षितिज शर्मा",
    "সুমন চট্টোপাধ্যায়", "தமிழ் செல்வி", "สมชาย ใจดี", "李小龙 漢字", "田中さくら", "김민준", "Արամ Խաչատրյան", "გიორგი ბერიძე",
    "ગુજરાતી નામ", "ਗੁਰਮੁਖੀ ਨਾਮ", "తెలుగు పేరు", "ಕನ್ನಡ ಹೆಸರು", "മലയാളം പേര്", "සිංහල නම", "ភាសាខ្មែរ", "ພາສາລາວ", "မြန်မာဘာသာ", "አማርኛ ስም",
)  # fmt: skip
MIXED = (
    "שרה לוי Acme 42",
    "نفس الاسم Water Journal 4/2026 مرة أخرى",
    "Meeting with שרה לוי on 26.11.",
)
PARAGRAPHS = {
    "Cyrillic": "Я хотел бы понять, какие знания действительно нужны в первые месяцы работы и как вы сами принимаете "
    "решения, когда данных не хватает, а времени почти нет.",
    "Greek": "Θα ήθελα να καταλάβω ποιες γνώσεις χρειάζονται πραγματικά τους πρώτους μήνες και πώς αποφασίζετε εσείς όταν "
    "λείπουν στοιχεία και ο χρόνος τελειώνει.",
    "Vietnamese": "Tôi muốn hiểu những kiến thức nào thực sự cần thiết trong những tháng đầu tiên và anh chị quyết định như "
    "thế nào khi thiếu dữ liệu mà thời gian lại gấp.",
    "Arabic": "أود أن أفهم ما هي المعارف التي يحتاجها المرء فعلا في الأشهر الأولى من العمل وكيف تتخذون القرار عندما تنقص "
    "البيانات ويضيق الوقت ولماذا اخترتم هذا الطريق",
    "Persian": "می‌خواهم بدانم در ماه‌های نخست چه دانشی لازم است و شما چگونه تصمیم می‌گیرید وقتی داده‌ها کافی نیست و زمان تنگ "
    "است و همه منتظر پاسخ شما هستند",
    "Hebrew": "אני רוצה להבין אילו ידיעות באמת נחוצות בחודשים הראשונים בעבודה ואיך אתם מחליטים כאשר חסרים נתונים והזמן קצר "
    "ומה הייתם עושים אחרת היום",
    "Devanagari": "मैं समझना चाहता हूँ कि काम के पहले महीनों में वास्तव में कौन-सा ज्ञान चाहिए और जब आँकड़े अधूरे हों और समय कम हो तब "
    "आप निर्णय कैसे लेते हैं।",
    "Bengali": "আমি বুঝতে চাই কাজের প্রথম মাসগুলোতে আসলে কোন জ্ঞান দরকার হয় এবং তথ্য কম থাকলে ও সময় অল্প হলে আপনি কীভাবে "
    "সিদ্ধান্ত নেন, আর কেন এই পথ বেছে নিলেন।",
    "Tamil": "வேலையின் முதல் மாதங்களில் உண்மையில் எந்த அறிவு தேவை என்பதையும் தரவு குறைவாக இருக்கும்போது நீங்கள் எப்படி முடிவு "
    "எடுக்கிறீர்கள் என்பதையும் அறிய விரும்புகிறேன்.",
    "Thai": "ฉันอยากเข้าใจว่าความรู้แบบใดจำเป็นจริงในช่วงเดือนแรกของการทำงานและคุณตัดสินใจอย่างไรเมื่อข้อมูลไม่ครบและเวลาเหลือน้อยมาก"
    "รวมทั้งเหตุใดจึงเลือกเส้นทางนี้",
    "Han": "我想了解在工作的最初几个月里，真正需要的是哪些知识，以及在数据不足、时间紧迫的时候，您自己是怎样作出决定的，还有当初为什么选择了这条道路。",
    "Kana": "最初の数か月に本当に必要な知識は何か、データが足りず時間もないときにどのように判断しているのか、そしてなぜこの道を選んだのかを知りたいと思っています。",
    "Hangul": "처음 몇 달 동안 정말로 필요한 지식이 무엇인지, 자료가 부족하고 시간이 촉박할 때 어떻게 결정을 내리시는지, 그리고 왜 이 길을 선택하셨는지 "
    "알고 싶습니다.",
}  # fmt: skip


def questions(
    texts: tuple[str, ...] = QUESTIONS, follow_ups: dict[int, str] = FOLLOW_UPS
) -> tuple[PlannedQuestion, ...]:
    """Five that matter most, the rest if there is time."""
    return tuple(
        PlannedQuestion(
            id=number,
            text=text,
            position=number,
            priority=Priority.MUST if number < 5 else Priority.IF_TIME,
            follow_up=follow_ups.get(number, ""),
        )
        for number, text in enumerate(texts)
    )


def a_brief(name: str = CONTACT.name, asked: tuple[PlannedQuestion, ...] | None = None, **meeting: Any) -> Brief:
    """A brief of realistic length; `meeting` changes fields of the meeting."""
    facts = tuple(
        MeetingFact(number, text, source=source, read_on=date(2026, 11, 12))
        for number, (text, source) in enumerate(FACTS)
    )
    contact = replace(CONTACT, name=name)
    chosen = questions() if asked is None else asked
    return build(BriefMaterial(replace(MEETING, **meeting), contact, Profile(), chosen, facts), date(2026, 11, 22))
