"""Questions composed anew from what an annotated one asks: any words that narrow it down the same way."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from tests.language.rewording import asked_forms as forms
from tests.language.rewording.rewording import Reword, Said

Query = dict[str, Any]
_FILTERS = ("projects", "units", "towns", "categories")


def _scope(said: Said, plain: bool) -> str | None:
    """Whatever narrows the question down, by its names; None where it is more than one sort of name."""
    query: Query = said.row["expect"]["query"]
    given = [name for name in _FILTERS if query.get(name)]
    if len(given) > 1 or len(query.get(given[0], ()) if given else ()) > 1:
        return None
    if not given:
        return ""
    key = query[given[0]][0]
    if given[0] == "projects":
        return said.names(key)[-1]
    if given[0] == "units":
        unit = next(each for each in said.registry["units"] if each["id"] == key)
        name = (unit.get("aliases") or [unit["name"]])[-1]
        return str(name) if plain else f"{name}的项目"
    if given[0] == "towns":
        return key if plain else f"{key}的项目"
    return f"{key}类" if plain else f"{key}类项目"


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _period(said: Said, other: bool) -> str | None:
    """The days asked about in words; None where no short words mean them."""
    period = said.row["expect"]["query"].get("period")
    if period is None:
        return ""
    first, last = _day(period["from"]), _day(period["to"])
    today = datetime.fromisoformat(said.row["now"]).date()
    monday = today - timedelta(days=today.weekday())
    for weeks, words in ((0, ("本周", "这个星期")), (-1, ("上周", "上个星期")), (1, ("下周", "下个星期"))):
        start = monday + timedelta(weeks=weeks)
        if (first, last) == (start, start + timedelta(days=6)):
            return words[other]
    if first.year != today.year or last.year != today.year or first.day != 1:
        return None
    if (last + timedelta(days=1)).day != 1:
        return None
    if (first.month, last.month) == (1, 12):
        return "年内" if other else "今年"
    if first.month == last.month:
        return f"今年{first.month}月" if other else f"{first.month}月份"
    if last.month - first.month == 2 and first.month % 3 == 1:
        return f"今年{'一二三四'[first.month // 3]}季度" if other else f"{'一二三四'[first.month // 3]}季度"
    if last.month - first.month == 5:
        return "上半年" if first.month == 1 else "下半年" if first.month == 7 else None
    return None


_KEYS = {"topic", "period", *_FILTERS}
Make = Callable[[str, str, Query], str | None]
"""Makes the text of (what narrows it down, the days, the question)."""


def composed(
    topic: str, make: Make, *, keys: frozenset[str] = frozenset(), plain: bool = False, other: bool = False
) -> Reword:
    """Ask the same of the same with words of our own, for a topic and the filters that those words can say."""

    def reword(said: Said) -> str | None:
        query: Query = said.row["expect"].get("query", {})
        if query.get("topic") != topic or set(query) - _KEYS - keys or not keys <= set(query):
            return None
        scope, period = _scope(said, plain), _period(said, other)
        if scope is None or period is None:
            return None
        text = make(scope, period, query)
        if period and text and period not in text:
            return None
        return None if text is None else said.mention + text

    return reword


def _with_scope(form: str) -> Make:
    """A form of S (the scope) and P (the days), where there is a scope."""
    return lambda scope, period, query: form.replace("S", scope).replace("P", period) if scope else None


def _any(form: str) -> Make:
    return lambda scope, period, query: form.replace("S", scope).replace("P", period)


def _without_period(form: str) -> Make:
    return lambda scope, period, query: form.replace("S", scope) if scope and not period else None


def _of_colors(form: str) -> Make:
    """C in the form is the colour asked for."""
    words = {("red",): "红灯", ("yellow",): "黄灯", ("green",): "绿灯"}

    def make(scope: str, period: str, query: Query) -> str | None:
        color = words.get(tuple(query["colors"]))
        return form.replace("C", color).replace("S", scope).replace("P", period) if color else None

    return make


def _of_late(form: str) -> Make:
    def make(scope: str, period: str, query: Query) -> str | None:
        late = sorted(query["colors"]) == ["red", "yellow"]
        return form.replace("S", scope).replace("P", period) if late else None

    return make


_SORTS = {
    "acquisition": "征拆", "funding": "资金", "approval": "审批手续", "utilities": "管线迁改", "land": "用地", "stability": "信访阻工",
    "weather": "天气", "construction": "材料", "design": "设计变更", "traffic": "交通导行", "supply": "施工用电",
}  # fmt: skip


def _of_sort(form: str) -> Make:
    """K in the form is the sort of problem."""

    def make(scope: str, period: str, query: Query) -> str | None:
        sorts = query["problem_categories"]
        word = _SORTS.get(sorts[0]) if len(sorts) == 1 else None
        return form.replace("K", word).replace("S", scope).replace("P", period) if word else None

    return make


_PAPERS = {
    "environmental_assessment": "环评", "construction_permit": "施工许可", "start": "开工", "topping_out": "封顶", "completion": "竣工",
    "acceptance": "验收", "operation": "投用", "tender": "招标", "project_approval": "立项", "energy_review": "能评", "forestry": "林地手续",
    "drawing_review": "图审", "acquisition": "征拆", "land_transfer": "供地", "water_soil": "水保", "preliminary_design": "初设",
}  # fmt: skip
_DEEDS = frozenset({"start", "topping_out", "completion", "acceptance", "operation", "tender"})


def _of_node(state: str | None, form: str, deeds: bool | None = None, papers: bool = False) -> Make:
    """N in the form is the kind of node; `deeds` wants one that is a verb, or one that is none."""

    def make(scope: str, period: str, query: Query) -> str | None:
        kinds = query.get("node_kinds", ())
        if query.get("node_state") != state or len(kinds) > 1 or ("N" in form) != bool(kinds):
            return None
        if kinds and deeds is not None and (kinds[0] in _DEEDS) is not deeds:
            return None
        word = _PAPERS.get(kinds[0]) if kinds else ""
        return form.replace("N", word).replace("S", scope).replace("P", period) if word is not None else None

    return make


_NO_STATE = frozenset({"node_kinds"})
_STATE = frozenset({"node_state"})
_BOTH = frozenset({"node_kinds", "node_state"})


def _named(key: str) -> Callable[[Make], Make]:
    """Only where a project is asked about (or where none is)."""

    def only(make: Make) -> Make:
        def made(scope: str, period: str, query: Query) -> str | None:
            return make(scope, period, query) if bool(query.get("projects")) == (key == "project") else None

        return made

    return only


_one = _named("project")
_many = _named("many")


def _kind(deeds: bool | frozenset[str], make: Make) -> Make:
    """Only where the kind of node is a verb (开工), or a paper (环评)."""

    def made(scope: str, period: str, query: Query) -> str | None:
        kind = query["node_kinds"][0]
        fits = (kind in _DEEDS) is deeds if isinstance(deeds, bool) else kind in deeds
        return make(scope, period, query) if fits else None

    return made


_GRANTED = frozenset(
    {
        "environmental_assessment",
        "construction_permit",
        "project_approval",
        "energy_review",
        "forestry",
        "water_soil",
        "preliminary_design",
    }
)
_ENDED = frozenset({"start", "topping_out", "completion"})


def compositions() -> dict[str, Reword]:
    """All that is composed, by topic and words."""
    table: dict[str, Reword] = {}

    def add(
        topic: str,
        words: list[str],
        wrap: Callable[[str], Make],
        *,
        keys: frozenset[str] = frozenset(),
        plain: bool = False,
    ) -> None:
        for form in words:
            table[f"{topic}_{form}"] = composed(topic, wrap(form), keys=keys, plain=plain)
            if "P" in form and form == words[0]:
                table[f"{topic}_other_{form}"] = composed(topic, wrap(form), keys=keys, plain=plain, other=True)

    add("status", forms.STATUS, _without_period)
    add("status", forms.STATUS_WHEN, lambda form: lambda s, p, q: _with_scope(form)(s, p, q) if p else None)
    add("missing", forms.MISSING, _with_scope, plain=True)
    add("missing", forms.MISSING_ALL, lambda form: lambda s, p, q: None if s else _any(form)(s, p, q), plain=True)
    add("colors", forms.COLORS, lambda form: _many(_of_colors(form)), keys=frozenset({"colors"}))
    add("colors", forms.LATE, lambda form: _many(_of_late(form)), keys=frozenset({"colors"}))
    add("colors", forms.COLOR_ONE, lambda form: _one(_without_period(form)))
    add("problems", forms.PROBLEMS, _without_period)
    add("problems", forms.PROBLEMS_OF, lambda form: _many(_of_sort(form)), keys=frozenset({"problem_categories"}))
    add("investment", forms.INVESTMENT, lambda form: lambda s, p, q: _any(form)(s, p, q) if s or p else None)
    add("nodes", forms.NODE_WHETHER, lambda form: _one(_kind(_GRANTED, _of_node(None, form))), keys=_NO_STATE)
    add(
        "nodes",
        forms.NODE_WHEN + forms.NODE_DONE,
        lambda form: _one(_kind(_ENDED | {"operation"}, _of_node(None, form))),
        keys=_NO_STATE,
    )
    add("nodes", forms.OPEN_ONE, lambda form: _one(_of_node("open", form)), keys=_STATE)
    add("nodes", forms.OPEN, lambda form: _many(_kind(_GRANTED, _of_node("open", form))), keys=_BOTH, plain=True)
    add("nodes", forms.NOT_STARTED, lambda form: _many(_kind(_ENDED, _of_node("open", form))), keys=_BOTH)
    add("nodes", forms.DUE, lambda form: _many(_kind(True, _of_node("due", form))), keys=_BOTH)
    add("nodes", forms.DUE_ALL, lambda form: _many(_of_node("due", form)), keys=_STATE)
    add("nodes", forms.OVERDUE_ALL, lambda form: _many(_of_node("overdue", form)), keys=_STATE)
    add("nodes", forms.OVERDUE, lambda form: _many(_kind(_ENDED, _of_node("overdue", form))), keys=_BOTH)
    add("nodes", forms.DONE, lambda form: _many(_kind(_ENDED, _of_node("done", form))), keys=_BOTH)
    add("contact", forms.CONTACT, _without_period, plain=True)
    add("history", forms.HISTORY, lambda form: _one(_without_period(form)))
    add("history", forms.HISTORY_WHEN, lambda form: _one(lambda s, p, q: _with_scope(form)(s, p, q) if p else None))
    for topic, words in (
        ("decisions", forms.DECISIONS),
        ("meeting", forms.MEETING),
        ("ranking", forms.RANKING),
        ("help", forms.HELP),
    ):
        add(topic, words, lambda form: lambda s, p, q: None if s or p else form)
    return table
