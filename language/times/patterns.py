"""The pieces that the patterns of dates share; each looks only a few characters ahead, so all are linear."""

S = r"[ \u3000]{0,2}"
BEHIND_FIGURES = r"(?<=[./月][0-9])|(?<=[./月][0-9]{2})"
"""Behind a day that is written in figures: 9.18, 9/18, 9月18."""
TO = rf"{S}(?:[-~～—–－―]{{1,2}}|至|到){S}"
DIGIT = "零〇○一二三四五六七八九"
FIGURE = f"0-9{DIGIT}十廿卅百千"
N2 = r"(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九十廿卅]{1,3})"
WEEK = "(?:周|星期|礼拜)"
WEEKDAYS = {
    **{sign: place for place, sign in enumerate("一二三四五六日")},
    **{sign: place for place, sign in enumerate("1234567")},
    "天": 6,
}
# What stands behind a number that only counts: 6月3座塔, 12/18公里, 6.18亿元.
COUNTED = (
    "0-9.．,%％‰个户栋幢层座根台处基亩公里千万亿百套件项条次米吨方家人名道片辆口眼孔环"
    "棵株块天周年小时分批组元角点成度平标期㎡kKmMtT#号"
)
# What 底, 末, 初 and 中 begin when they end no date: 底板, 末端, 初设, 中标.
NOT_END = "(?!板|层|座|部|商|下(?!来)|水|图|盘|端|级|梢)"
NOT_EARLY = "(?!设|步|审|验|评|稿|选|检|中|级|始|期|次|衷|一|二|三|凝|装)"
NOT_MIDDLE = "(?!标|间|选|心|学|医|国|铁|建|交|央|途|断|小|型|期|午|部|段|水|压|介|层|止|华|科)"
# What is done on a day; behind 18号 or 6.18 it tells that a day is meant.
DOING = (
    "开[工标始会评盘园学]|[弄干做装]?完(?!成[率投])|取得|拿到|拿证|批[复下了的准]|发证|发的|交[工付地]|报[送审批省市区]|上[会报]|下[达发]|正式|动工|[复停竣]工|封顶|并网"
    "|签[约订]|供[热水电气暖]|启动|办[理结]|盖章|摘[的牌]|通[车水过电气]|投[产运用]|验收|进场|出[具证批]|召开|举行|贯通|合龙|过会|受理|审批|评审|公示|截止|移交|接管"
    "|挂[网牌]|中标|定标|吊装|浇筑|架设|上午|下午|下班|会议|专班|专题|专家"
)
