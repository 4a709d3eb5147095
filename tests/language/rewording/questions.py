"""Other ways to put a question or an order to the bot: courtesy, haste, particles, words that mean the same, other orders."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from tests.language.rewording.rewording import Reword, Said

_TRAILING = "。；;.，,！!～~ "
_ENDS_ASKING = re.compile(r"[吗呢啊吧呀么哈来着]$|[？?]$")


def ahead(words: str) -> Reword:
    """The same with words before it, behind the mention."""
    return lambda said: None if said.body.startswith("@") else f"{said.mention}{words}{said.body}"


def behind(words: str) -> Reword:
    """The same with words at its end."""
    return lambda said: said.text.rstrip(_TRAILING) + words


def softened(particle: str) -> Reword:
    """The same with a particle at its end, where none stands there yet."""

    def reword(said: Said) -> str | None:
        text = said.text.rstrip(_TRAILING + "？?")
        return None if _ENDS_ASKING.search(text) or len(text) < 9 else text + particle

    return reword


def instead(pattern: str, words: str) -> Reword:
    """The same with one expression for another."""
    found = re.compile(pattern)
    return lambda said: found.sub(words, said.text) if found.search(said.body) else None


AHEAD = [
    "麻烦问下，", "麻烦问一下，", "请问", "请问一下，", "帮我查一下，", "帮我看看", "我想了解一下，", "我想问问，", "想问一下", "小助手，", "你好，", "您好，",
    "早上好，", "领导要，", "领导问，", "区长问，", "打扰一下，", "辛苦查一下", "劳驾，", "顺便问一句，", "再问一下，", "我问一下", "对了，", "嗯，", "那个，",
    "急，", "麻烦给看下，", "明天开会要用，", "写材料要用，", "市里要数，", "请教一下，", "查询：", "问：", "在吗？", "不好意思，", "小助手你好，请问", "帮忙看一下，",
    "机器人，", "给我查查", "咨询一下，", "领导好，", "补充问一个，", "我来问一下，", "话说", "现在要汇总，", "有个事问下，", "能不能帮我查一下，", "嘿，",
]  # fmt: skip

BEHIND = [
    "，谢谢", "，谢谢！", "，谢谢啦", "，多谢", "，辛苦了", "，麻烦了", "，急", "，急用", "，挺急的", "，比较急", "，开会要用", "，写材料用", "，写材料要用", "，领导要",
    "，领导等着要", "，领导在问", "，尽快", "，尽快回复", "，尽快告诉我", "，快点", "，马上要", "，下午要", "，等着用", "，帮我查一下", "，说一下", "，报一下", "，告诉我一下",
    "，回我一下", "，列一下", "。收到请回", "[抱拳]", "🙏", "。。。", "，我好准备", "，我心里有个数", "，好跟领导汇报", "，汇报要用", "，我写汇报材料用", "，在线等", "，拜托",
    "，拜托了", "，劳驾", "，谢谢小助手", " 谢谢", "谢谢", "，给我看下", "，我看看", "，今天要", "，明天上会要", "，市里催着要", "，省里来人要看", "，麻烦回复一下",
    "，请回复", "，区长问起来了", "，汇总一下", "，你查查", "，帮忙看下", "，我要向书记汇报", "，发我一份", "，别急慢慢查", "，快", "，不急", "，有空回我", "，下午三点前要", "，十万火急",
]  # fmt: skip

PARTICLES = ["啊", "呀", "哈", "呢", "来着", "嘛", "？", "?", "！", "。", "…", "～"]

SAME: dict[str, tuple[str, str]] = {
    "thisweek": (r"本周|这周", "这个礼拜"),
    "thisweek2": (r"这周", "本周"),
    "thisweek3": (r"本周", "这一周"),
    "thisweek4": (r"本周|这周", "这星期"),
    "lastweek": (r"上周(?![一二三四五六日])", "上个礼拜"),
    "lastweek2": (r"上周(?![一二三四五六日])", "上星期"),
    "lastweek3": (r"上周(?![一二三四五六日])", "上一周"),
    "nextweek": (r"下周(?![一二三四五六日])", "下个星期"),
    "month": (r"本月|这个月", "当月"),
    "month2": (r"本月", "这个月"),
    "month3": (r"上个月", "上月"),
    "quarter": (r"(?<![第前])([一二三四])季度", r"第\1季度"),
    "year": (r"今年", "本年"),
    "half": (r"(?<!年)上半年", "今年上半年"),
    "which": (r"有哪些", "都有哪些"),
    "which2": (r"有哪些", "是哪些"),
    "which3": (r"有哪些", "是哪几个"),
    "which4": (r"有哪些", "有哪几个"),
    "which5": (r"都?有谁", "都是谁"),
    "which6": (r"(?<=的)有哪些[？?]?$", "列一下"),
    "which7": (r"(?<=的)有哪些[？?]?$", "拉个单子"),
    "which8": (r"(?<=的)有哪些[？?]?$", "给我列出来"),
    "which9": (r"(?<=的)有哪些[？?]?$", "名单给我"),
    "which10": (r"(?<=的)有哪些[？?]?$", "报个数"),
    "which11": (r"(?<=的)有哪些[？?]?$", "都是哪几家"),
    "which12": (r"(?<=的)有哪些[？?]?$", ""),
    "which13": (r"(?<=的项目)有哪些[？?]?$", ""),
    "howmany": (r"有几个", "有多少个"),
    "howmany2": (r"有几个(?!了)", "一共几个"),
    "howmany3": (r"有几个", "有几家"),
    "how": (r"怎么样了?", "咋样了"),
    "how2": (r"怎么样了?", "如何了"),
    "how3": (r"(?<!整体)(?<!推进)情况怎么样|怎么样了?$", "到什么程度了"),
    "how4": (r"啥情况|什么情况", "怎么个情况"),
    "how5": (r"进展如何", "有什么进展"),
    "how6": (r"啥进展", "什么新进展"),
    "sha": (r"啥(?!时候)", "什么"),
    "shenme": (r"什么(?!时候)", "啥"),
    "mei": (r"(?<=[了批报办开完])没[？?]?$", "没有"),
    "mei2": (r"了没有?[？?]?$", "了吗"),
    "mei3": (r"了吗[？?]?$", "了没"),
    "mei4": (r"了没有?[？?]?$", "了没得"),
    "mei5": (r"下来没有?[？?]?$", "下来了吗"),
    "hai": (r"(?<!还)没(?=拿|批|报|交|开工)(?!.{0,3}[没吗])", "还没"),
    "hai2": (r"还没(?=办|拿|批|报|交|开工|完)", "尚未"),
    "red": (r"亮红灯", "亮红牌"),
    "red2": (r"红灯", "红牌"),
    "red3": (r"严重滞后", "红灯"),
    "late": (r"(?<!严重)滞后的", "进度滞后的"),
    "when": (r"什么时候", "啥时候"),
    "when2": (r"什么时候|啥时候", "何时"),
    "when3": (r"什么时候|啥时候", "几时"),
    "when4": (r"什么时候|啥时候", "哪天"),
    "when5": (r"哪天", "几号"),
    "trouble": (r"困难(?!没有)", "难处"),
    "trouble2": (r"困难(?!没有)", "堵点"),
    "trouble3": (r"(?<=[啥么])难[点题处]", "困难"),
    "stuck": (r"(?<!到底)(?<!到底是)卡在哪了?", "堵在哪"),
    "stuck2": (r"卡在哪了?", "难在哪"),
    "stuck3": (r"卡在哪了?", "堵点在哪"),
    "stuck4": (r"(?<!到底)卡在哪", "到底卡在哪"),
    "why": (r"为啥", "为什么"),
    "why2": (r"为什么", "为啥"),
    "why3": (r"为啥|为什么", "为何"),
    "phone": (r"电话(?=[多给发])", "手机号"),
    "phone2": (r"电话给我(?:一?个)?", "电话多少"),
    "phone3": (r"电话给我(?:一?个)?", "电话发我一下"),
    "who": (r"联络员是谁", "谁是联络员"),
    "who2": (r"谁在管|谁在跟", "谁负责"),
    "meeting": (r"下次(?=调度会|例会)", "下一次"),
    "meeting2": (r"(?:哪天开|几号开|啥时候开|什么时候开)(?!工)", "定在哪天"),
    "meeting3": (r"(?<=会)(?:哪天开|几号开|啥时候开|什么时候开)", "什么时间"),
    "decided": (r"定的事", "议定的事"),
    "decided2": (r"落实了?没有?[？?]?$", "落实得怎么样"),
    "decided3": (r"落实得?(?:咋样|怎么样|怎样)", "办到哪一步了"),
    "investment": (r"投资完成情况", "完成投资情况"),
    "investment2": (r"完成(?:了)?多少投资", "投资完成多少"),
    "investment3": (r"投资完成多少", "完成了多少投资"),
    "investment4": (r"投了多少(?!钱)", "投了多少钱"),
    "investment5": (r"投资完成情况", "投资完成得怎么样"),
    "missing": (r"没报(?!批)", "没交"),
    "missing2": (r"没交(?=的|$)", "没上报"),
    "missing3": (r"没报(?=的|$)", "未报"),
    "history": (r"进度变化", "进展变化"),
    "history2": (r"怎么走的", "怎么变化的"),
    "due": (r"到期的节点", "要到期的节点"),
    "due2": (r"要开工", "计划开工"),
    "open": (r"还差哪些手续没办", "还有哪些手续没办"),
    "open2": (r"还差哪些手续(?!没|才)", "还差什么手续"),
    "whose": (r"那?几个项目|那两个项目", "的项目"),
    "atall": (r"(?<!难点)(?<!困难)列一下", "罗列一下"),
    "list": (r"列一下", "拉个单子"),
    "list2": (r"列一下", "整理一下"),
    "list3": (r"列一下|列出来", "给我一个名单"),
    "list4": (r"列一下|列出来", "理一理"),
    "now": (r"(?:现在|目前)(?=[啥什咋怎])", "眼下"),
    "now2": (r"(?<!到)现在", "目前"),
    "ranking": (r"排个名", "排排名"),
    "ranking2": (r"排个名|排个队|排一下", "排个序"),
    "project": (r"(?<=[了要有色灯][的个些])项目", "工程"),
    "space": (r"(?<=[周月图])(?=(?!会)[\u4e00-\u9fff])", " "),
    "dropped": (r"[？?]$", ""),
}  # fmt: skip


# Composed anew from what is asked, whatever words the message had.

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


STATUS = [
    "S怎么样了", "S咋样", "S啥情况", "S什么情况了", "S到哪一步了", "S进展如何", "S推进得如何", "S有啥进展", "说说S", "讲讲S的情况", "S说说", "S现在怎么说", "S的进展归拢一下",
    "S进展", "S的进度", "S推到哪了", "S干到啥程度了", "S什么进度", "S眼下什么样", "S情况", "S最新情况", "S最新进展给我", "把S的进展发我", "S的情况捋一捋", "S的进展理一下",
    "S的情况梳理一下发我", "S推得咋样了", "S走到哪一步了", "S有没有新进展", "S有啥新情况", "S干得怎么样", "S推进情况", "介绍一下S", "汇报一下S的进展", "S怎样了", "S搞成啥样了",
    "我想知道S的进展", "给我讲讲S", "S整到哪了", "S目前到什么阶段了", "S目前是个什么状态", "S有什么动静", "了解下S的进展", "S进展到哪了", "S建到哪了", "S建得怎么样了", "问下S的进度",
]  # fmt: skip
STATUS_WHEN = [
    "PS有啥进展",
    "SP有啥进展",
    "SP的进展",
    "PS进展情况",
    "SP干了些啥",
    "PS的推进情况汇总一下",
    "P，S有什么进展",
    "S，P进展如何",
    "SP进展归拢一下",
]
MISSING = [
    "PS谁没报", "SP报了没", "SP报了吗", "PS报了没有", "SP交了没", "SP周报报了没", "S的周报P交了吗", "SP报没报", "PS有没有报", "PS是不是还没报", "SP的进展报了没啊", "PS周报交上来没有",
]  # fmt: skip
MISSING_ALL = [
    "P谁没报", "P还有谁没报", "P没报的有哪些", "P哪些单位没报", "P哪几家没报", "P谁还没交", "P没报的单位", "没报的都有谁，P的", "P没交周报的都是谁", "P周报还差谁", "谁P没报", "哪些单位P没报",
    "P未报送单位名单", "P还没报的列一下", "P都谁没报", "P报送情况怎么样", "P没报的拉个单子", "P没报的给我个名单",
]  # fmt: skip
COLORS = [
    "PS有几个C", "PS亮C的有哪些", "S亮C的项目P有哪些", "SPC有几个", "PS哪些是C", "PSC的都有谁", "P亮C的S", "PS有没有C", "PSC项目列一下", "PSC的拉个单子", "PS亮C的报个数", "SP几个C", "PS有多少C",
]  # fmt: skip
LATE = [
    "PS滞后的有哪些", "PS有没有滞后的", "PS哪些滞后", "PS哪几个滞后了", "PS滞后的列一下", "PS进度滞后的项目", "P滞后的S有哪些", "SP有几个滞后的", "PS滞后项目名单", "PS拖后腿的有哪些", "PS哪些项目落后了",
]  # fmt: skip
COLOR_ONE = ["S什么颜色", "S现在亮什么灯", "S是什么灯", "S现在是红是绿", "S啥颜色", "S三色图上什么颜色"]
PROBLEMS = [
    "S有啥困难", "S卡在哪", "S难在哪", "S堵点在哪", "S为什么不动", "S有什么问题", "S存在什么问题", "S有哪些堵点", "S遇到什么困难", "S卡在哪一步了", "S到底卡在哪儿了", "S有什么难处", "S问题出在哪",
    "S有什么需要协调的", "S存在的问题", "S有没有什么困难", "S为啥推不动", "S难点是什么", "S卡点在哪里", "S有啥堵点", "S症结在哪", "S怎么一直没动静", "S有啥过不去的坎", "S被什么卡住了", "S让啥绊住了",
]  # fmt: skip
PROBLEMS_OF = [
    "卡在K上的S有哪些", "K有问题的S有哪些", "S有哪些K问题", "S涉及K的问题有哪些", "S受K影响的有哪些", "S因为K推不动的", "SK方面的问题", "S在K上有什么困难", "SK问题还有几个", "S有没有K方面的问题", "S卡K的列一下",
    "S被K卡住的有几个",
]  # fmt: skip
INVESTMENT = [
    "SP完成多少投资", "PS投资完成情况", "PS投了多少钱", "SP的投资", "PS投资", "SP投资完成得怎么样", "PS投资多少", "S投资P完成多少", "PS完成投资多少", "SP投了多少", "PS投资额", "SP投资完成了多少",
    "P，S投资完成情况", "PS的投资完成情况报一下", "PS投资进度", "SP投资情况说一下", "PS投资数", "PS投资完成情况咋样", "PS投资完成情况啥样了",
]  # fmt: skip
NODE_WHETHER = [
    "S的N批了没",
    "SN批了吗",
    "SN批下来没有",
    "S的N办下来没",
    "SN办了没",
    "SN办完了吗",
    "S的N办好了没有",
    "SN办得怎么样了",
    "SN拿到没",
    "SN有没有办下来",
    "SN手续办妥没",
]
NODE_WHEN = [
    "S什么时候N",
    "S什么时候能N",
    "S啥时候N",
    "S何时N",
    "S几号N",
    "S几时能N",
    "S哪天能N",
    "SN是什么时候",
    "SN时间定了没",
    "S多久能N",
    "S几月N",
    "S还要多久才能N",
]
NODE_DONE = ["SN了没", "SN了吗", "SN没有", "S有没有N", "SN了没有啊", "S是不是N了"]
OPEN_ONE = [
    "S还差哪些手续", "S还差什么手续", "S哪些手续没办", "S还有哪些没办", "S还有哪些手续没办完", "S手续还差啥", "S没办的手续有哪些", "S没拿到的手续有哪些", "S还缺哪些手续", "S还有几个手续没办", "S手续还剩几个",
]  # fmt: skip
OPEN = [
    "PS没办N的有哪些",
    "PS哪些N还没办完",
    "SN没办的有哪些",
    "PS还没办N的项目",
    "S没拿到N的有哪些",
    "S还没拿到N的都有谁",
    "S哪些项目N没办下来",
    "SN没办下来的列一下",
    "SN还没办下来的有几个",
]
NOT_STARTED = ["PS还有哪些没N", "PS没N的有哪些", "PS哪些还没N", "PS没N的项目", "PS还没N的列一下", "S尚未N的有几个"]
DUE = [
    "PS要N的有哪些",
    "PS计划N的项目",
    "PS哪些要N",
    "PS要N的有几个",
    "PS该N的有哪些",
    "PS要N的列一下",
    "PS有哪些项目要N",
    "P要N的S",
]
DUE_ALL = [
    "PS到期的节点有哪些",
    "PS到期节点",
    "PS有哪些节点到期",
    "PS要完成的节点",
    "PS哪些节点要到期",
    "PS到期的节点列一下",
    "PS要到期的节点有几个",
    "S到期的节点P有哪些",
    "PS该完成哪些节点",
    "PS要办完的节点",
]
OVERDUE_ALL = [
    "PS超期的节点有哪些",
    "PS超期节点",
    "PS哪些节点超期了",
    "PS逾期的节点列一下",
    "PS超期没办的有几个",
    "PS有哪些节点逾期了",
]
OVERDUE = ["S该N没N的有哪些", "S该N还没N的列一下", "S该N没N的有几个", "S应该N却没N的"]
DONE = ["PSN的有几个", "PSN了的有哪些", "PS哪些N了", "PS有几个N了", "PS已经N的项目", "PS已N的有哪些"]
CONTACT = [
    "S的联络员是谁", "S谁负责", "S联络员电话", "S找谁对接", "S联系人是谁", "S的联系电话", "S负责人电话多少", "谁负责S", "S谁在管", "S联络员是哪个", "S的电话给我一个", "S怎么联系", "S该找谁", "S对接人电话发我", "S归谁管",
]  # fmt: skip
HISTORY = [
    "S最近几周怎么变化的",
    "S这几周的变化",
    "S最近几周的进度变化",
    "S近几周有啥变化",
    "S的进度走势",
    "S近一个月的变化",
    "S的进展曲线",
    "S每周怎么动的",
]
HISTORY_WHEN = ["SP的进度变化", "SP的变化情况", "PS的进度走势"]
DECISIONS = [
    "上次会议定的事怎么样了", "上次会上定的事落实没", "上次调度会议定事项落实情况", "上次会议定的事办了没有", "会议定的事项办到哪一步了", "上次例会议定的几件事办得咋样", "纪要里的事办完了吗", "议定事项落实得怎么样",
    "上次会议定事项还有几项没办", "会上定的事落实了吗", "上回开会定的事推进得怎么样",
]  # fmt: skip
MEETING = [
    "下次例会什么时候开",
    "下次会几号",
    "例会哪天开",
    "下一次调度会是什么时候",
    "下次开会什么时候",
    "下次例会议题有哪些",
    "下次会都研究啥",
    "调度会定在哪天",
    "下次会议时间",
    "例会议程发我看看",
]
RANKING = [
    "各单位报送排个名",
    "哪个单位报得最及时",
    "谁老是不报",
    "谁报得最慢",
    "报送情况排个序",
    "哪些单位总是迟报",
    "各单位报送及时率",
    "报得最好的是哪几家",
    "谁总是拖着不报",
    "报送排名",
]
HELP = [
    "你能干啥",
    "你会干什么",
    "你能做什么",
    "怎么用",
    "你有什么功能",
    "你能帮我做什么",
    "你都能查啥",
    "使用说明",
    "能问你些什么",
    "教教我怎么用你",
]

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


def _compositions() -> dict[str, Reword]:
    """All that is composed, by topic and words."""
    table: dict[str, Reword] = {}

    def add(
        topic: str,
        forms: list[str],
        wrap: Callable[[str], Make],
        *,
        keys: frozenset[str] = frozenset(),
        plain: bool = False,
    ) -> None:
        for form in forms:
            table[f"{topic}_{form}"] = composed(topic, wrap(form), keys=keys, plain=plain)
            if "P" in form and form == forms[0]:
                table[f"{topic}_other_{form}"] = composed(topic, wrap(form), keys=keys, plain=plain, other=True)

    add("status", STATUS, _without_period)
    add("status", STATUS_WHEN, lambda form: lambda s, p, q: _with_scope(form)(s, p, q) if p else None)
    add("missing", MISSING, _with_scope, plain=True)
    add("missing", MISSING_ALL, lambda form: lambda s, p, q: None if s else _any(form)(s, p, q), plain=True)
    add("colors", COLORS, lambda form: _many(_of_colors(form)), keys=frozenset({"colors"}))
    add("colors", LATE, lambda form: _many(_of_late(form)), keys=frozenset({"colors"}))
    add("colors", COLOR_ONE, lambda form: _one(_without_period(form)))
    add("problems", PROBLEMS, _without_period)
    add("problems", PROBLEMS_OF, lambda form: _many(_of_sort(form)), keys=frozenset({"problem_categories"}))
    add("investment", INVESTMENT, lambda form: lambda s, p, q: _any(form)(s, p, q) if s or p else None)
    add("nodes", NODE_WHETHER, lambda form: _one(_kind(_GRANTED, _of_node(None, form))), keys=_NO_STATE)
    add(
        "nodes",
        NODE_WHEN + NODE_DONE,
        lambda form: _one(_kind(_ENDED | {"operation"}, _of_node(None, form))),
        keys=_NO_STATE,
    )
    add("nodes", OPEN_ONE, lambda form: _one(_of_node("open", form)), keys=_STATE)
    add("nodes", OPEN, lambda form: _many(_kind(_GRANTED, _of_node("open", form))), keys=_BOTH, plain=True)
    add("nodes", NOT_STARTED, lambda form: _many(_kind(_ENDED, _of_node("open", form))), keys=_BOTH)
    add("nodes", DUE, lambda form: _many(_kind(True, _of_node("due", form))), keys=_BOTH)
    add("nodes", DUE_ALL, lambda form: _many(_of_node("due", form)), keys=_STATE)
    add("nodes", OVERDUE_ALL, lambda form: _many(_of_node("overdue", form)), keys=_STATE)
    add("nodes", OVERDUE, lambda form: _many(_kind(_ENDED, _of_node("overdue", form))), keys=_BOTH)
    add("nodes", DONE, lambda form: _many(_kind(_ENDED, _of_node("done", form))), keys=_BOTH)
    add("contact", CONTACT, _without_period, plain=True)
    add("history", HISTORY, lambda form: _one(_without_period(form)))
    add("history", HISTORY_WHEN, lambda form: _one(lambda s, p, q: _with_scope(form)(s, p, q) if p else None))
    for topic, forms in (("decisions", DECISIONS), ("meeting", MEETING), ("ranking", RANKING), ("help", HELP)):
        add(topic, forms, lambda form: lambda s, p, q: None if s or p else form)
    return table


QUESTIONS: dict[str, Reword] = {
    **{f"ahead_{words}": ahead(words) for words in AHEAD},
    **{f"behind_{words}": behind(words) for words in BEHIND},
    **{f"soft_{words}": softened(words) for words in PARTICLES},
    **{f"same_{name}": instead(pattern, words) for name, (pattern, words) in SAME.items()},
    **_compositions(),
}

_ANSWERS = frozenset({"confirm", "reject", "choose", "bind"})


def _told(reword: Reword) -> Reword:
    """Only of orders that tell the bot to do something, not of answers to what it asked."""
    return lambda said: None if said.row["expect"]["command"]["name"] in _ANSWERS else reword(said)


_ORDERED_AHEAD = (
    "麻烦你，",
    "小助手，",
    "那就",
    "现在",
    "不好意思，",
    "机器人，",
    "先",
    "领导说，",
    "麻烦",
    "请",
    "帮我",
    "请帮我",
    "劳驾",
    "对了，",
    "另外，",
    "辛苦",
    "能不能",
    "马上",
    "赶紧",
)
_ORDERED_BEHIND = (
    "，急",
    "，麻烦了",
    "，尽快",
    "，快点",
    "，马上",
    "，领导要看",
    "，抓紧",
    "，好吧",
    "，收到请回",
    "，现在就办",
    "，拜托",
    "吧",
    "啊",
    "哈",
    "呗",
    "，可以吗",
    "，赶紧的",
    "，立刻",
    "，领导催了",
)

ORDERS: dict[str, Reword] = {
    **{f"ahead_{words}": ahead(words) for words in ("你好，", "辛苦，", "好的，", "小助手你好，", "嗯，", "收到，")},
    **{
        f"behind_{words}": behind(words)
        for words in (
            "，谢谢",
            "，谢谢！",
            "，辛苦了",
            "。",
            "！",
            "🙏",
            "[抱拳]",
            " 谢谢",
            "，多谢",
            "，谢谢小助手",
            "谢谢",
            "～",
            "…",
        )
    },
    **{f"ahead_{words}": _told(ahead(words)) for words in _ORDERED_AHEAD},
    **{f"behind_{words}": _told(behind(words)) for words in _ORDERED_BEHIND},
}

OTHERS: dict[str, Reword] = {
    **{
        f"ahead_{words}": ahead(words)
        for words in ("小助手，", "你好，", "嗯，", "那个，", "急，", "领导好，", "不好意思，")
    },
    **{
        f"behind_{words}": behind(words)
        for words in (
            "，谢谢",
            "，辛苦了",
            "，急",
            "，尽快",
            "🙏",
            "[抱拳]",
            "！",
            "。",
            "，收到请回",
            "，麻烦了",
            "哈",
            "啊",
            "，开会要用",
            "，领导要",
        )
    },
}
