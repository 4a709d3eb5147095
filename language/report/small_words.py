"""The small words of a message that are meant as such: single characters are easily part of another word."""

from collections.abc import Iterator, Sequence

from language.late import late
from language.report.tokens import Kind, Token
from language.tables import phrases
from language.tables.marks import AFTER_TAIL, ALONE_ONLY, BEFORE_VERB, MARKS, TAIL_ONLY, Mark
from language.words import Found, WordTable, any_of, spread

MARK_WORDS: WordTable[Mark] = WordTable(spread({mark: words.split() for mark, words in MARKS.items()}))

FILLERS = any_of(phrases.FILLERS)
HAN = late(r"[\u4e00-\u9fff]")

NUMERALS = frozenset("0123456789一二两三四五六七八九十几首末")
SAYINGS = frozenset({Mark.UNCHANGED, Mark.RUNNING, Mark.PART})
"""Set phrases that hold a date or a number which is none: 同上周, 没停."""

CLOSE = r"(?=[，。；、！）\s]|$)"
ONGOING = late(
    rf"(?<=[\u4e00-\u9fff])(?<![其集当初高三一二四五六七八九十])(中){CLOSE}"
    rf"|(?<=[编审办报干做谈建修铺挖打装吊浇改调测评走跑拆弄等砌焊试种沉绑钻填架组敷抹刷喷清运拌养])(着)呢?{CLOSE}"
    r"|(?<![\u4e00-\u9fff]上)(报|送)(?:到|给)?[\u4e00-\u9fff]{1,4}[局厅部](?![长门\u4e00-\u9fff]{0,3}[批审备])"
    r"|(送)[省市区县部]里"
    rf"|在[^，。；、在没未\n\d]{{1,10}}?(审|办|评|盖章|会签|审核|审查|会审|走流程|整理|修改)呢?{CLOSE}"
)
"""审查中, 编着, 在资规局审: what ends a clause so is under way."""

HELPLESS = late(r"[干做挖打吊铺装拆迁钻顶推砌浇焊填掘架立支种栽运拉办批]不(?:下去|动|成)(?!的|了的)")
"""挖不下去: what cannot be gone on with stands still."""
PORTIONS = frozenset("一二三四五六七八九十两几多首整大每各这那分0123456789")
OPENED = late(
    rf"(?<=[日号天周旬底末一二三四五六日])(?:已经?|就|正式)?(开[挖槽钻铺吊浇打焊砌拆栽种建]|破土|首吊)了?{CLOSE}"
)
"""5月6日开挖: works that are begun on a day."""
UNDECIDED = ("未定", ("标", "向", "位"))
"""A word that is but a denial where it goes on so: 未|定标."""
IT_IS = late(r"是[\d.]+(?![\d.]*[月日号年])")
"""应该是62%: puts a number right, and is no plan."""


def set_phrases(marks: Sequence[Found[Mark]]) -> list[Token]:
    """Phrases that are surer than the dates and numbers in them."""
    return [
        Token(hit.start, hit.end, Kind.SAYING, hit.word, hit.value)
        for hit in marks
        if hit.value in SAYINGS and len(hit.word) > 2
    ]


def small_words(text: str, marks: Sequence[Found[Mark]]) -> Iterator[Token]:
    """The small words, and the ends of clauses that tell of work under way."""
    for hit in marks:
        if hit.word == UNDECIDED[0] and text.startswith(UNDECIDED[1], hit.end):
            yield Token(hit.start, hit.start + 1, Kind.MARK, "未", Mark.NOT)
        elif is_meant(text, hit):
            yield Token(hit.start, hit.end, Kind.MARK, hit.word, hit.value)
    for ongoing in ONGOING.finditer(text):
        group = ongoing.lastindex or 0
        yield Token(ongoing.start(group), ongoing.end(group), Kind.MARK, ongoing[0], Mark.PROGRESS)
    for helpless in HELPLESS.finditer(text):
        if helpless[0] not in MARK_WORDS:
            yield Token(helpless.start(), helpless.end(), Kind.MARK, helpless[0], Mark.BLOCKED)
    for opened in OPENED.finditer(text):
        yield Token(opened.start(1), opened.end(1), Kind.MARK, opened[1], Mark.ENTER)


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
    if hit.value is Mark.IDLE:
        return False
    after = text[hit.end : hit.end + 1]
    if hit.word in ALONE_ONLY:
        rest = text[hit.end : hit.end + 2].lstrip("了的啦")
        return not "\u4e00" <= rest[:1] <= "\u9fff"
    if len(hit.word) > 1:
        if hit.word == "应该" and IT_IS.match(text, hit.end):
            return False
        return hit.word != "日夜" or not text[hit.start - 1 : hit.start].isdigit()
    if hit.word == "批" and text[hit.start - 1 : hit.start] in PORTIONS:
        return False  # 分两批
    if hit.word in BEFORE_VERB:
        return after in BEFORE_VERB[hit.word]
    stands_alone = not "\u4e00" <= after <= "\u9fff"
    if hit.word == "批" and text[hit.start - 1 : hit.start] in NUMERALS:
        return False  # 设备进场两批
    if hit.word in TAIL_ONLY:
        return stands_alone or after in AFTER_TAIL
    return hit.word != "无" or stands_alone
