"""What a report asks for beside its facts: a later plan date; and for whom it was made."""

import re

from language.names import Lexicon

POSTPONE = re.compile(
    r"延期|顺延|推迟|延后|延迟|后延|展期|往后推|推到|推后|延至|延到|调整(?:为|到|至)|改(?:为|到|在|至)"
)
PROXY = re.compile(r"^\s*(?:代|替|帮|受)([^，。：:；\n]{2,20}?)(?:委托)?(?:填报|代报|上报|反馈|回复|报告|报)")


def asks_to_postpone(words: str) -> bool:
    """Whether the words put a date off, which is a request and moves no plan by itself."""
    return POSTPONE.search(words) is not None


def proxied_unit(text: str, lexicon: Lexicon) -> str | None:
    """The unit for which a colleague reports (代资规分局报：…), where the text says so and one unit fits."""
    found = PROXY.match(text)
    if not found:
        return None
    spans = lexicon.units(found.group(1))
    return spans[0].candidates[0] if spans and len(spans[0].candidates) == 1 else None
