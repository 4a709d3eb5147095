"""What to answer to a report: the facts, a question back about the project or the meaning, or nothing."""

import re

from language.names import Lexicon
from language.report.reader import Reading, ReportReader
from language.understanding import Ask, Nothing, Reports, Utterance
from models.vocabulary import AskAbout

CORRECTION = re.compile(r"^(?:@\S+\s*)?不对[，,]|数重了|改为\d|改成\d|更正|写错|打错|报错了|报错|有误|应为|应该是|看错|弄错|搞错|填错|说错|改成|改为正确|以下面为准|以此为准|勘误|纠正")
BARE_MEASURE = re.compile(
    r"[又多了涨到升提高少降比昨天上周已经现在成百分之点半过%％\d零一二两三四五六七八九十百千万亿.，。！ 个间台户亩米公里根层片套座座栋株吨方平还有增加剩]{2,16}"
)
"""涨到八成了: a number of nothing."""
STATES = re.compile(r"批了|下来了|完了|好了|解决了|弄完|办好|过了|定了|多了|少了|完成|干完|已批|办结|拿到|通过")


def read_report(text: str, utterance: Utterance, lexicon: Lexicon) -> Reports | Ask | Nothing:
    """Read a text as a report."""
    reading = ReportReader(text, utterance.now, utterance.sender, lexicon).read()
    return settle(text, reading, utterance, lexicon)


def settle(text: str, reading: Reading, utterance: Utterance, lexicon: Lexicon) -> Reports | Ask | Nothing:
    """Decide between recording and asking back."""
    if reading.reports and BARE_MEASURE.fullmatch(text):
        return Ask(AskAbout.MEANING)
    if reading.reports:
        return Reports(reading.reports, correction=bool(CORRECTION.search(text)))
    if reading.candidates:
        return Ask(AskAbout.PROJECT, tuple(sorted(reading.candidates)))
    if reading.unnamed and lexicon.strangers(text):
        return Ask(AskAbout.PROJECT)
    if reading.unnamed and not lexicon.own_projects(utterance.sender)[1:2] and lexicon.own_projects(utterance.sender):
        return Ask(AskAbout.MEANING)
    if reading.unnamed:
        return Ask(AskAbout.PROJECT)
    if reading.unclear or STATES.search(text):
        return Ask(AskAbout.MEANING)
    return Nothing()
