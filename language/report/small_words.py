"""The small words of a message that are meant as such: single characters are easily part of another word."""

from collections.abc import Iterator, Sequence

from language.late import late
from language.report.aspects import DO, DONE_TO, PARTED_VERB, aspects
from language.report.tokens import Kind, Token
from language.solved import RAIN_STOPS
from language.tables import phrases
from language.tables.deeds import RIGHTED, UPRIGHT
from language.tables.marks import AFTER_TAIL, ALONE_ONLY, BEFORE_VERB, MARKS, TAIL_ONLY, Mark
from language.times.patterns import BEHIND_FIGURES
from language.words import Found, WordTable, any_of, spread

MARK_WORDS: WordTable[Mark] = WordTable(spread({mark: words.split() for mark, words in MARKS.items()}))

FILLERS = any_of(phrases.FILLERS)
HAN = late(r"[\u4e00-\u9fff]")

NUMERALS = frozenset("0123456789一二两三四五六七八九十几首末")
APPOINTS = frozenset({Mark.MOVED, Mark.PLAN})
"""安排在年底前, 定在6月底前 say when: a day behind these takes nothing from them."""
SAYINGS = frozenset({Mark.UNCHANGED, Mark.RUNNING, Mark.PART})
"""Set phrases that hold a date or a number which is none: 同上周, 没停."""

PORTIONS = frozenset("一二三四五六七八九十两几多首整大每各这那分0123456789")
MODAL = late(
    rf"(?=[都就也均全才左前基应肯一总还能得要会])(?:(?<=[日号底末旬月周年前天内午晚一二三四五六])|{BEHIND_FIGURES})(?:都|就|也|均|全部|全|才|左右|前后|基本|应该|肯定|一定|总|还|应)*(能|得|要|会)"
    r"(?![评耗源力量件点素求商议展所计审知场]|到位|不|[上后前]|[一二三四五六七八九十0-9])"
)
"""8月底都能了结: behind a day these tell of what is to come, whatever verb follows."""
RESUMES = late(rf"(?:{DO}|施工|作业|{DONE_TO})(?:了|起来)?(?=[，。；、！ \n]|$)")
"""恢复干了, 恢复吊装: it goes on again, and nothing is restored."""
ASKED = late(r"[问催][^，。；]{0,7}$")
"""问了两回都说在看: what those who were asked say is no rumour."""
UNDECIDED = ("未定", ("标", "向", "位"))
"""A word that is but a denial where it goes on so: 未|定标."""
MEETING = late(r"会[^，。；\n会]{0,10}?开(?:了|的|过|完|掉)")
"""终验会5月28号开的: a meeting, and nothing that will be."""
NOT_ISSUED = late(
    r"[留落剩欠埋打放垮塌掉丢扔坐躺拖拉压甩摔跌降雨雪]下了|下了(?:[雨雪冰场点一二两三四五六七八九十几]|大雨)"
)
"""留下了, 下了三天雨: nothing has been granted."""
HAPPENED = late(
    r"出了(?:[点个起桩件些]|一[点个起些桩件]|几[个起处次件]|[事岔状意险纰毛乱漏差问争异纠](?!前|故?处理))[^，。；]{0,6}|出了人命|出了偏差"
)
"""出了点状况, 出了岔子: what has gone wrong, and nothing that is there now."""
PARTY = late(
    r"(?:甲方|业主|院方|厂[家方]|设计院?|使用方|总包|监理|领导|[镇县区市局厅]里?|部门|单位|公司)(?:那边|一直|还|都|也|至今)*$"
)
"""甲方没确认: who has yet to say yes, and no rumour."""
OF_REMARKS = late(r"[^，。；]{0,3}(?:意见|[图文证函]|批|报告|方案|公告)")
"""出了意见, 出了一版图: what has been issued."""
SITS = frozenset("坐躺站堵拦压堆挡守蹲睡趴横立位落挤围")
OF_MEETINGS = frozenset("上开评审专议务委组办政局党例")
WILL_PASS = late(r"会过(?=[，。吧！]|$)")
PART_OF = {"能": "功节储产动智性势热光电核效机技职万潜才多", "要": "主需重纪摘必简概首", "将": "即行"}
"""智能建造, 主要建设内容: behind these characters the word is only the end of a longer one."""
BY_A_DAY = late(r"(?:\d{1,2}月|[本下今明]个?[年月]|月底|年底|年内)[^，。；]{0,6}[前内]")
IT_IS = late(r"是约?(?:百分之)?[\d.百千万零一二两三四五六七八九十点成]++(?!分之|[月日号年])")
"""应该是62%: puts a number right, and is no plan."""


SOME_LEFT = frozenset("缺差少剩有每哪这那补")
"""Before 一样: one thing, and not the same."""
STANDS_AT = ("停在", "停在了", "停在第", "卡在", "卡在了", "卡在第", "撂在", "搁在", "僵在")
"""Right before a level or a number: how far it has come where it stands still."""
ELSEWHERE = late(r"(?<=在)(?:路上|途中|厂里|厂家|海上漂|国外|外地|港口|码头上|仓库里|老家)(?=[，。；、！ \n]|$)")
"""转子还在路上: where a thing still is, and nothing that is done."""


IN_FACT = ("实际", "其实")
NOT_SO = late(r"(?:实际上?|其实)(?:还|并)?(没有?)(?=[\u4e00-\u9fff])(?![的呢啊呀嘛哈了])")
"""实际还没开工: with a verb behind it a plain denial, and no doubt of what was said before."""


def set_phrases(text: str, marks: Sequence[Found[Mark]]) -> list[Token]:
    """Phrases that are surer than the dates and numbers in them."""
    return [
        Token(hit.start, hit.end, Kind.SAYING, hit.word, hit.value)
        for hit in marks
        if hit.value in SAYINGS and len(hit.word) > 2 and not _stands_at(text, hit)
    ]


def _stands_at(text: str, hit: Found[Mark]) -> bool:
    """停在正负零: how far it has come where it stands still, and no part of it."""
    return hit.value is Mark.PART and text.endswith(STANDS_AT, 0, hit.start)


def small_words(text: str, marks: Sequence[Found[Mark]]) -> Iterator[Token]:
    """The small words, and the verbs that tell by their aspect how far something is: the longer of the two."""
    told = list(aspects(text))
    longer = {place for each in told if each.value is Mark.IDLE for place in range(each.start, each.end)}
    for hit in marks:
        if told and any(
            each.start <= hit.start and hit.end <= each.end and len(hit.word) <= each.end - each.start for each in told
        ):
            continue
        if hit.word.endswith("了") and any(each.start < hit.start and hit.end - 1 == each.end for each in told):
            continue  # 办不|成了
        if hit.word == UNDECIDED[0] and text.startswith(UNDECIDED[1], hit.end):
            yield Token(hit.start, hit.start + 1, Kind.MARK, "未", Mark.NOT)
        elif hit.word.startswith(IN_FACT) and (denied := NOT_SO.match(text, hit.start)):
            yield Token(denied.start(1), denied.end(1), Kind.MARK, denied[1], Mark.NOT)
        elif hit.value is Mark.IDLE and hit.word[0] == "雨" and RAIN_STOPS.search(text, max(0, hit.start - 9), hit.end):
            yield from mark_at(text, hit.start + 1)
        elif hit.value is Mark.IDLE and not any(hit.start < each.start < hit.end < each.end for each in told):
            longer.update(range(hit.start, hit.end))
        elif is_meant(text, hit) and not _stands_at(text, hit):
            longer.update(range(hit.start, hit.end) if len(hit.word) > 1 else ())
            yield Token(hit.start, hit.end, Kind.MARK, hit.word, hit.value)
    yield from (each for each in told if longer.isdisjoint(range(each.start, each.end)))
    for modal in MODAL.finditer(text):
        if modal.start(1) not in longer:
            yield Token(modal.start(1), modal.end(1), Kind.MARK, modal[1], Mark.PLAN)


def mark_at(text: str, place: int) -> list[Token]:
    """The small word that begins at a place."""
    found = MARK_WORDS.find(text, place, min(place + 4, len(text)))
    return [
        Token(hit.start, hit.end, Kind.MARK, hit.word, hit.value)
        for hit in found[:1]
        if hit.start == place and is_meant(text, hit)
    ]


def is_meant(text: str, hit: Found[Mark]) -> bool:
    """Whether a word is meant as one here."""
    if hit.value is Mark.IDLE or (hit.value is Mark.PROGRESS and ELSEWHERE.match(text, hit.end)):
        return False
    if hit.word[-1] == "前" and PARTED_VERB.match(text, hit.end):
        return False  # 年前摘的牌
    if hit.word == "一样" and text[hit.start - 1 : hit.start] in SOME_LEFT:
        return False  # 还缺一样
    after = text[hit.end : hit.end + 1]
    if hit.word in ALONE_ONLY and not RESUMES.match(text, hit.end):
        rest = text[hit.end : hit.end + 2].lstrip("了的啦")
        return not "\u4e00" <= rest[:1] <= "\u9fff"
    if hit.value is Mark.UNCHANGED and hit.word.endswith("变") and text.startswith("更", hit.end):
        return False  # 土地性质没变更
    if hit.value is Mark.UNCONFIRMED and "没" in hit.word and PARTY.search(text, max(0, hit.start - 6), hit.start):
        return False
    if hit.word == "出了" and HAPPENED.match(text, hit.start) and not OF_REMARKS.match(text, hit.end):
        return False
    if hit.word == "下了" and NOT_ISSUED.search(text, max(0, hit.start - 1), hit.end + 2):
        return False
    if len(hit.word) > 1:
        if hit.word == "都说" and (
            ASKED.search(text, max(0, hit.start - 9), hit.start)
            or text.startswith(("等", "要等", "得等", "让"), hit.end)
        ):
            return False  # 热力、燃气都说等对方
        if hit.word == "应该" and IT_IS.match(text, hit.end):
            return False
        if hit.word.endswith("在") and hit.value not in APPOINTS and BY_A_DAY.match(text, hit.end):
            return False  # 均在6月底前完成
        if hit.word == "尾巴" and after.isdigit():
            return False  # 只剩尾巴800米
        return hit.word != "日夜" or not text[hit.start - 1 : hit.start].isdigit()
    if hit.word == "批" and text[hit.start - 1 : hit.start] in PORTIONS:
        return False  # 分两批
    if hit.word == "正":
        return "\u4e00" <= after <= "\u9fff" and after not in UPRIGHT and text[hit.start - 1 : hit.start] not in RIGHTED
    if hit.word == "会" and WILL_PASS.match(text, hit.start):
        return text[hit.start - 1 : hit.start] not in OF_MEETINGS
    if text[hit.start - 1 : hit.start] in PART_OF.get(hit.word, ()):
        return False
    if hit.word == "在" and text[hit.start - 1 : hit.start] in SITS:
        return False  # 老人坐在吊车下面
    if hit.word in BEFORE_VERB:
        return after in BEFORE_VERB[hit.word] and not (hit.word == "会" and MEETING.match(text, hit.start))
    stands_alone = not "\u4e00" <= after <= "\u9fff"
    if hit.word == "批" and text[hit.start - 1 : hit.start] in NUMERALS:
        return False  # 设备进场两批
    if hit.word in TAIL_ONLY:
        return stands_alone or after in AFTER_TAIL
    return hit.word != "无" or stands_alone
