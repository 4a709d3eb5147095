"""For whom a report is made: 代水利局报：…, 老魏出差，我帮他报一下：…."""

from language.late import late
from language.names import Lexicon

_BEFORE = r"\s*+(?:(?:那个|嗯++|好的|好|哎|对了|收到|各位领导好|领导好)[，,。！\s]++)*+"
"""What people begin with before they say for whom they report: 那个，."""
_AWAY = (
    "(?:请假|休假|年休|轮休|产假|出差|外出|在外(?:面|地|跑)?|开会|学习|培训|生病|住院|有事|不在|下乡|驻村|调研)"
    r"[^，。：:；\n]{0,5}[，,、 ]?"
)
_TELLS = r"(?:填报|代报|上报|补报|反馈|回复|报告|汇报|报|说|带|发)(?:一下|一句|送|下)?"
_HIMSELF = r"(?:[他她其]们?|大家)?"

_SAID = (
    late(
        rf"^{_BEFORE}(?:以下|现|特|我|这是|这个是)?(?:代|替|帮|受)(?P<who>[^，。：:；\n]{{2,20}}?)(?:委托[，,]?\s*)?{_TELLS}"
    ),
    late(
        rf"^{_BEFORE}(?P<who>[^，。：:；\n]{{2,14}}?)(?:的)?(?:情况|进展)?(?:由|让|托|委托|请|叫)?我(?:来)?(?:代|替|帮)?{_HIMSELF}报"
    ),
    late(r"^\s*[（(]代(?P<who>[^）)，。]{2,14}?)报?[）)]"),
    late(r"^\s*(?P<who>[^（(，。：:；\n]{2,14})[（(]代报?[）)]"),
)
"""代资规分局报：, 水利局的我代报, 资规局委托我报, （代水利局）."""
_STANDS_IN = late(
    rf"^{_BEFORE}(?P<who>[^，。：:；\n]{{2,12}}?){_AWAY}(?:就?由|让|托|委托|请|叫)?我(?:来|先)?(?:(?:代|替|帮)着?{_HIMSELF})?"
    r"(?:填报|补报|汇报|报|说)(?:一下|送|下)?[：:，,\s]*"
)
"""宁科休假我代报：, 水务局小魏开会去了，托我报：."""


_FOR_WHOM = late(
    rf"^{_BEFORE}(?:我(?:来|先)?)?(?:代|替|帮)[^，。：:；\n]{{2,14}}?(?:填报|代报|上报|补报|汇报|报)(?:一下|一句)[：:，,\s]+(?=\S)"
)
"""我代发改局报一下，…: what is told, and no 报一下 that asks."""


def proxied_unit(text: str, lexicon: Lexicon) -> str | None:
    """The unit for which a colleague reports, by its name or its liaison's, where the text says so and one fits."""
    found = _STANDS_IN.match(text) or next((found for each in _SAID if (found := each.match(text))), None)
    if not found:
        return None
    spans = lexicon.units(found["who"])
    if spans:
        return spans[0].candidates[0] if len(spans[0].candidates) == 1 else None
    people = [each for span in lexicon.people(found["who"]) for each in span.candidates]
    return lexicon.registry.people[people[0]].unit if len(people) == 1 else None


def without_excuse(text: str) -> str:
    """The text without why somebody else reports (宁科休假我代报：…), which tells of nobody's works."""
    found = _STANDS_IN.match(text) or _FOR_WHOM.match(text)
    rest = text[found.end() :] if found else ""
    return rest or text
