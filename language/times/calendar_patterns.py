"""How years, months, quarters and parts of them are written."""

from language.late import late
from language.times.days import Cycle
from language.times.patterns import DIGIT, N2, NOT_EARLY, NOT_END, NOT_MIDDLE, TO, WEEK, S

YEAR = late(
    rf"(?P<a>[0-9]{{4}}|[0-9]{{2}}|[{DIGIT}]{{4}}|[{DIGIT}]{{2}})"
    rf"(?:(?:(?:{S}年)?{TO}|[、和])(?P<b>[0-9]{{4}}|[0-9]{{2}}(?![0-9])|[{DIGIT}]{{4}}))?{S}年(?!代|龄|均)度?"
    r"|(?P<word>大?后年|大?前年|今年|本年度?|去年|上一?年度?|明年|下一?年度?|来年|当年)"
)
YEAR_WORDS = {
    "大后": 3,
    "后": 2,
    "明": 1,
    "来": 1,
    "下": 1,
    "今": 0,
    "本": 0,
    "当": 0,
    "去": -1,
    "上": -1,
    "前": -2,
    "大前": -3,
}
# What is not fixed to days: 汛期, 采暖季 and the seasons.
SEASON = late(
    r"的?(?:主?汛期?|雨季|旱季|供暖|采暖|供热季|冬季|春季|夏季|秋季|冬|春(?!节)|夏|秋|开学|开春|入[春夏秋冬]|暑假|寒假)"
)
LENGTH_BEFORE = late(r"(?:期|限|周期|质保|历时|超过|达|近|约|用了?|共|满|了|每|第|过去|未来)[为是：:]?[ ]?(?=[0-9])")
LENGTH_AFTER = late(r"期|内|间|多|半|来|产权|质保|使用|经营|租|老|历史|经验")
MONTH = late(
    rf"(?P<a>元|{N2})(?:(?:(?:{S}月份?)?{TO}|{S}[、和]{S})(?P<b>{N2}))?{S}(?:两个)?月(?!球|台|饼|嫂)份?"
    r"|(?P<word>(?:上{1,3}一?个?|下{1,3}一?个?|本|这个?|当)月份?)"
)
THIRD = late(
    rf"[上中下](?:(?:{TO})?[上中下])?旬(?:{TO}[中下]旬)?|月[上中下]旬|月?[底末]{NOT_END}|月初|初{NOT_EARLY}|月中{NOT_MIDDLE}|中{NOT_MIDDLE}"
    r"|[上下前后]半月"
)
DAY = late(
    rf"(?P<a>{N2})(?:(?:{S}[日号]?{TO}|[、和])(?P<b>{N2}))?{S}(?P<unit>[日号])(?!产[量能值万\d]|均|常|报[表纸刊社]|志|夜(?![里间晚深]))"
)
# 十月31 and 6月10完成 are days; a single Chinese figure needs a border behind it, as in 十月一前.
BARE_DAY = late(
    r"(?P<a>[0-9]{1,2}(?![0-9.．]|,[0-9]{3})|(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?"
    r"|[一二三四五六七八九](?=[前后，。；、,;)） ]|之前|$))(?![一二三四五六七八九十]))"
    rf"(?!{S}[0-9日号])"
)
QUARTER = late(
    rf"(?:第?(?P<a>[一二三四首1-4])(?:(?:{S}季度?)?(?:{TO}|[、和])第?(?P<b>[二三四2-4]))?{S}个?季度|第(?P<c>[一二三四])季"
    r"|[Qq](?P<q>[1-4])(?![0-9A-Za-z])|前(?P<upto>[二两三23])个?季度"
    rf"|(?P<word>上{{1,2}}一?个?|下{{1,2}}一?个?|本|这一?个?|当|(?=季度[末底]))季度?(?!节))"
    rf"(?:(?P<early>初{NOT_EARLY})|(?P<middle>中{NOT_MIDDLE})|(?P<late>[末底]{NOT_END}))?"
)
HALF = late(rf"(?P<side>[上下前后])半年度?(?P<part>[末底]{NOT_END})?")
YEAR_PART = late(
    rf"岁(?P<close>末)|年?(?:(?P<late>[底末终]{NOT_END})|(?P<early>初{NOT_EARLY}))|年?(?P<middle>中){NOT_MIDDLE}|年?(?P<within>内)(?!部|外|容)"
)
NTH = late(
    rf"(?:第(?P<n>[0-9]{{1,3}}|[一二三四五六七八九十百]{{1,5}})|(?P<last>最后一?)|(?P<first>首|头一?))个?(?P<unit>{WEEK}|天|日|工作日)(?P<day>[一二三四五六日天末])?"
)
SOME = late(rf"(?P<side>前|头|后|最后)(?P<n>{N2}|两){S}个?(?P<unit>天|日|周|星期|礼拜|月|季度)")
CYCLES = {
    "天": Cycle.DAY,
    "日": Cycle.DAY,
    "周": Cycle.WEEK,
    "星期": Cycle.WEEK,
    "礼拜": Cycle.WEEK,
    "月": Cycle.MONTH,
    "季度": Cycle.QUARTER,
}
