"""Words that mean the same in this trade, put for one another where the clause leaves the facts as they are."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from tests.language.rewording.rewording import Said

END = r"(?=[，。；！,;\n、（(]|$)"
CLAUSE_MARK = re.compile(r"[，。；;！!？,\n：:]")
COUNT = r"(?=\d+(?:\.\d+)?(?:公里|米|根|户|座|亩|吨|台|层|块|榀|环|处|栋|片|套|基))"
DAY = r"(?=\d|[一二三四五六七八九十]+月|[月年]底|国庆)"
DIGIT = r"(?=[\d一二两三四五六七八九十])"
UNTOLD = re.compile(
    r"预计|争取|力争|计划|拟|打算|有望|前(?!天)|能|可(?!研)|待|等|没|未|不|再|才|要|后|如|将|下周|下月|明年|目标|估计|会"
    r"|定在|原|赶|底|旬|确保|本周|这周|月内|年内|？|吗|算|是"
)
"""In a clause with one of these an end has not been told."""
MENDED = re.compile("更正|写错|不对|哦不|说错|应为|报错")
DATED = re.compile(r"[日号旬月天周]")


@dataclass(frozen=True)
class Words:
    """What is said, and other words for it, of which each message gets the next."""

    said: str
    others: str
    told: bool = False
    """Whether they tell an end: then clauses that plan, hope or deny, or have a day ahead, are left alone."""
    unless: str = ""
    """Clauses with this are left alone."""


WORDS: dict[str, Words] = {
    "granted": Words(rf"(?:已经?)?批复{END}", "批了/批下来了/获批/批复到手/批文下来了/批文到手了/给批了", told=True),
    "got": Words(
        rf"(?:已经?)?(?:取得|拿到)了?{END}", "拿到了/到手了/拿下来了/领到了/办下来了/办妥了/搞到手了", told=True
    ),
    "settled": Words(
        rf"(?:已经?)?办[结完好]了?{END}", "办妥了/办好了/办下来了/弄好了/搞定了/办利索了/跑下来了", told=True
    ),
    "all done": Words(
        rf"全部完成了?{END}", "全完了/全部干完/全都干完了/全部弄完/全部搞定/统统完成/全部收官", told=True
    ),
    "done on a day": Words(
        rf"(?<=[日天号周])完成了?{END}", "完成了/干完了/弄完了/完事了/告捷/大功告成/圆满完成/搞定了", told=True
    ),
    "topped out": Words(rf"(?<=[日天号周已面])封顶了?{END}", "封了顶/封顶了/封完顶/盖到顶了/封顶啦", told=True),
    "begun": Words(rf"(?<=[日天号周已式])开工了?{END}", "动工了/开了工/开干了/动土/破土动工/正式动工", told=True),
    "awarded": Words(rf"定标了?{END}", "定了标/定标了/标定了/标定下来了", told=True),
    "paid in": Words(rf"到账了?{END}", "到账了/打过来了/进账了/到位了", told=True),
    "on the site": Words(rf"(?<=[队伍位])进场了?{END}", "进场了/入场了/进点了/进驻了/到场了/进来了", told=True),
    "under way": Words(r"正在(?=[\u4e00-\u9fff])", "还在/眼下正在/正/仍在/目前正在/加紧/赶着"),
    "being done": Words(
        rf"正在(施工|浇筑|安装|开挖|砌筑|办理|审查|编制|铺设|掘进|吊装|调试|装修){END}",
        r"\1着呢/\1中/\1当中/\1着/还在\1/正\1着",
    ),
    "still": Words(r"还在(?=[\u4e00-\u9fff])", "仍在/正在/尚在/还正在/仍然在/还一直在"),
    "begins": Words(r"(?<![没未刚日号天])开始(?=[\u4e00-\u9fff])", "着手/动手/开始着手", unless="招标|支模"),
    "not begun": Words(
        rf"(?<!不是)(?:还没|尚未|未|没)(?:启动|开始|动)了?{END}",
        "还没上手/没起步/压根没动/没个影/连影子都没有/还没着手/还是零/还冇动/没挨上/八字没一撇",
    ),
    "not yet": Words(r"还没(?=[报批办送开审定出评招编签])", "还冇/尚未/还没有/没得/莫得/仍没/暂时没/到现在还没"),
    "nothing": Words(r"没有(?=[变进更])", "没得/莫得/冇/没啥"),
    "stands still": Words(
        rf"(?<![不没未])停工了?{END}", "停了/停了工/停下来了/趴窝/歇着/不得不停/停摆了/被迫停工/一直停着"
    ),
    "cannot go on": Words(rf"(?:做|干)不(?:下去|了)了?{END}", "干不动了/没法干/弄不下去/搞不下去/进行不下去/动弹不得"),
    "stuck": Words(rf"卡住了?{END}", "卡死了/卡壳了/卡那了/卡脖子了/僵住了/卡着"),
    "stuck at": Words(r"卡在(?![哪什])(?=[^，。；]{0,8}[省市区县厅局资指])", "卡到/憋在/绊在/压在/梗在/卡于/一直卡在"),
    "resumed": Words(
        rf"复工了?{END}", "恢复施工/又干起来了/重新开工/又开干了/接着干了/重新干起来了", told=True, unless="停|明"
    ),
    "help": Words(
        r"(?<![恳烦敬申提约报审])请(?=[^，。；\n]{0,14}(?:协调|支持|解决|出面|协助))",
        "请求/恳请/烦请/望/盼/麻烦/拜托/还请",
        unless="？|核对|注意|不用|无需",
    ),
    "hoped": Words(rf"(?:争取|力争){DAY}", "力争/争取在/有望/打算/目标是/尽可能/铁定/想在"),
    "expected": Words(rf"预计{DAY}", "估计/估摸/估摸着/目测/差不多/大约/应该/瞅着"),
    "put off": Words(
        rf"(?:推迟|顺延|延期|推|延)[到至]{DAY}", "延期到/顺延到/后移到/往后挪到/推延到/缓到/后延到/押后到"
    ),
    "in want of": Words(r"(?<=[，、])缺(?=[\d一二两三四五]+台)", "差/少/还差/还少"),
    "no agreement": Words(r"(?<=补偿)(?:谈不拢|没谈拢)", "谈不下来/没谈妥/没达成一致/谈崩了/说不拢"),
    "villagers": Words(r"村民(?=[拦堵不阻])", "老百姓/群众/农户/农民/庄户人"),
    "in the way": Words(r"(?<=[杆树缆管])挡着", "堵着/绊着/拦着/碍着"),
    "holds up": Words(
        r"(?<![受有环])影响(?=[^，。；]{1,6}(?:施工|进度|开挖|吊装|安装))", "耽误/拖慢/妨碍/牵制/拖累/绊住"
    ),
    "broken": Words(r"(?<=[机车钻])坏了(?=[，。；一两])", "出故障了/趴窝了/出毛病了/烂了/不转了/瘫了"),
    "unchanged": Words(
        rf"(?:无变化|没变化|没有变化|无进展|没进展|同上周){END}",
        "老样子/没啥进展/原地没动/纹丝没动/冇变化/莫得变化/没啥子变化/还是老情况/还是那样/跟上周一样",
        unless="计划|目标|时间|月|日|节点|工期|其余|其他|投资",
    ),
    "so far": Words(
        r"(?<![年月概])累计(?=完成|[\u4e00-\u9fff]{0,2}\d)(?!完成投资|投资)",
        "开工以来累计/自开工以来累计/打开工起累计/自动工累计/截至目前累计/到目前累计/累计已",
    ),
    "made": Words(
        rf"完成{COUNT}", "完成了/做了/干了/已完成/干完/实际完成", unless="没|未|不|预计|计划|下周|要|再|目标"
    ),
    "left": Words(rf"(?<!还)剩{DIGIT}", "还剩/剩下/还差/余下/尚余/就剩"),
    "in all": Words(r"(?<=[，、（(])共(?=\d)", "总共/一共/共计/统共/拢共/总量"),
    "today": Words(r"今天(?=[上下]午|开工|封顶|完成|批|拿)", "今日/今儿/今/今儿个"),
    "yesterday": Words(r"昨天(?=开|批|完|拿|取|封|定)", "昨日/昨儿/昨/昨儿个"),
    "this week": Words(r"本周(?![一二三四五六日末内])", "这周/这个礼拜/这星期/本礼拜"),
    "now": Words(r"目前(?=[\u4e00-\u9fff])", "眼下/现在/当前/现阶段/这会儿"),
    "said with": Words(r"(?<=[\u4e00-\u9fff][\u4e00-\u9fff]了)(?=[。；]|$)", "哈/哦/呀/噻/哩"),
    "the first": Words(r"首批(?=[\d组台])", "头批/第一批/头一批/第一批次"),
    "as ever": Words(rf"正常施工{END}", "照常施工/照旧施工/照常干/该干嘛干嘛"),
}
"""Words by what they tell."""


def reword(words: Words) -> Callable[[Said], str | None]:
    """Say the next of the other words for what is said."""
    pattern, others, turn = re.compile(words.said), words.others.split("/"), count()
    unless = re.compile(words.unless) if words.unless else None

    def said_so(said: Said) -> str | None:
        if MENDED.search(said.text) or pattern.search(said.body) is None:
            return None
        ahead = words.told and any("due_on" in fact for fact in said.facts)
        other = others[next(turn) % len(others)]

        def instead(found: re.Match[str]) -> str:
            clause = _around(said.body, found)
            kept = (words.told and UNTOLD.search(clause)) or (unless and unless.search(clause))
            return found[0] if kept or (ahead and DATED.search(clause)) else found.expand(other)

        return said.mention + pattern.sub(instead, said.body)

    return said_so


def _around(text: str, found: re.Match[str]) -> str:
    """The clause in which something was found, without it."""
    start = max((mark.end() for mark in CLAUSE_MARK.finditer(text, 0, found.start())), default=0)
    end = CLAUSE_MARK.search(text, found.end())
    return text[start : found.start()] + text[found.end() : end.start() if end else len(text)]
