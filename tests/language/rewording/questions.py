"""Other ways to put a question or an order to the bot: courtesy, haste, particles, words that mean the same."""

import re

from tests.language.rewording import asked_forms as forms
from tests.language.rewording.composed_questions import compositions
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


_ANSWERS = frozenset({"confirm", "reject", "choose", "bind"})


def _told(reword: Reword) -> Reword:
    """Only of orders that tell the bot to do something, not of answers to what it asked."""
    return lambda said: None if said.row["expect"]["command"]["name"] in _ANSWERS else reword(said)


def _framed(heads: list[str], tails: list[str]) -> dict[str, Reword]:
    return {**{f"{each}…": ahead(each) for each in heads}, **{f"…{each}": behind(each) for each in tails}}


QUESTIONS: dict[str, Reword] = {
    **_framed(forms.AHEAD, forms.BEHIND),
    **{f"soft {words}": softened(words) for words in PARTICLES},
    **{f"same {name}": instead(pattern, words) for name, (pattern, words) in SAME.items()},
    **compositions(),
}
ORDERS: dict[str, Reword] = {
    **_framed(forms.POLITE_AHEAD, forms.POLITE_BEHIND),
    **{name: _told(each) for name, each in _framed(forms.ORDERED_AHEAD, forms.ORDERED_BEHIND).items()},
}
OTHERS: dict[str, Reword] = _framed(forms.TALK_AHEAD, forms.TALK_BEHIND)
