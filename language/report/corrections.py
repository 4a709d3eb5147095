"""What puts an earlier message right: whether one does, and what of it tells only how the earlier one was wrong."""

import re
from typing import NamedTuple

from language.report import correction_words as words
from language.report.repairs import mended


class Righted(NamedTuple):
    """A message as it is to be read, and whether it puts an earlier one right."""

    text: str
    correction: bool


def righted(text: str) -> Righted:
    """A message without the slips in it and, of one that corrects, without what only tells of the mistake."""
    if words.MAY_CORRECT.search(text) is None:
        return Righted(mended(text), correction=False)
    front = words.IN_FRONT.match(text)
    told = text[front.end() :] if front else text
    if len(words.NOW.findall(told)) > 1:
        told, front = _each_as_it_is(told), front or words.NOW.search(told)
    rest = mended(told)
    front = front or words.TOLD_AND_NOW.search(told)
    if not (front or words.MEASURED_AGAIN.search(told) or _corrects(rest, at_once=rest != told)):
        return Righted(rest, correction=False)
    return Righted(_without_the_wrong(rest), correction=True)


def _each_as_it_is(text: str) -> str:
    """甲主体应为57%，累计投资应为1.68亿元: several figures, each of its own subject."""
    return words.NOW.sub("", words.OLD_AND_NEW.sub(_head, words.SAID_TO_BE_WRONG.sub("", text)))


def _corrects(text: str, *, at_once: bool) -> bool:
    """Whether an earlier message was wrong; what was put right at once (不对，2.1万亩，看串行了) was none."""
    said = words.NO_SLIP.sub("", text)
    signs = (words.SAYS_SO, words.TOLD_WRONGLY, words.AS_OTHER)
    return any(each.search(said) for each in signs) or (not at_once and words.CLAUSE_ACCUSES.search(said) is not None)


def _without_the_wrong(text: str) -> str:
    """What is right now, without the figure and the state that were told before."""
    right = words.WRONG_AND_NEW.sub(_head, words.OLD_AND_NEW.sub(_head, words.WHY.sub("", text)))
    right = words.WHAT_WAS_TOLD.sub("", words.DENIED.sub("", words.SURELY.sub("是", right)))
    return text if words.FIGURE_ALONE.fullmatch(right) else right  # 上周报的1.2亿应为1.02亿: of what was told last


def _head(found: re.Match[str]) -> str:
    return found["head"] or ""
