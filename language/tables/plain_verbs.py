"""Verbs as people say them, for plain ones: denied at length, ended by dialect, parted from their object, going on."""

from collections.abc import Iterable, Iterator

from language.tables.deeds import SITE, SPLIT
from language.tables.plain_words import END, STOP, Wording
from language.words import listed

# denied, with what held it up between ---------------------------------------------------------------------------------

PAPER_WORK = (
    r"批|[初复会预]?审|核|办|报|送审|送检|递|呈|交|出[件证文图具]|发[证文件]?|下[文达]|签|盖章|受理|评|组卷|申[报请]|招标"
    r"|挂网|开标|定标|编|立项|下(?=[，。；\s]|$)"
)
HELD_UP = (
    "来得及|顾得?上|顾得|得空|抽出空来?|抽出时间|抽出手来?|腾出手来?|腾出空来?|倒出手来?|倒出空来?|赶得上|赶得及|轮得?[上到]"
    "|工夫|功夫|时间|机会|精力|人手|挤出(?:空|时间)来?|捞[着到]|落着|排上|往[\u4e00-\u9fff]{1,3}?(?=[报递送交])|向[\u4e00-\u9fff]{1,4}?(?=[报递送交])"
    "|想起来|舍得|敢|肯|能够|愿意?|给|让|许|准|同意|答应|允许"
)
"""What may stand between a denial and its verb, and denies no less: 没来得及报, 没肯批."""


def _denied() -> Iterator[Wording]:
    """市局没给批, 还没顾上报, 没敢送审: whatever held it up, it has not been done."""
    keys = tuple(
        listed(
            "往 向 工夫 功夫 机会 精力 捞 落着 排上 给 让 肯 敢 愿 许 准 来得及 顾 空 手 够 时间"
            " 赶得 轮 想起 舍 同意 答应 允许"
        )
    )
    yield Wording(
        "没批", ("点头", "松口", "吐口"), rf"(?<=[市县省区局厅长导委办面里])[没未]有?(?:点头|松口|吐口){STOP}"
    )
    taken = r"被[\u4e00-\u9fff]{1,6}?(撤销|撤回|收回|吊销|注销)"
    yield Wording(r"被\1", ("被",), taken)  # 批文被省局撤销了: by whom it was is nothing to the verb
    granted = r"[没未]有?(?:给|肯)+(?:咱们?|我们|人家)?"
    yield Wording("没批", ("给办", "给咱办", "肯办", "们办", "家办"), rf"{granted}办理?{STOP}")
    yield Wording(r"\1", keys, rf"([没未])有?(?:(?:{HELD_UP})(?:我们|咱们?|他们)?)+(?=(?:{PAPER_WORK})(?!不))")


# brought to an end, as the provinces say it ---------------------------------------------------------------------------

TIDY = listed("""
    停当 妥当 妥帖 利索 利落 利整 熨帖 服帖 板扎 巴适 归一 囫囵 圆满 圆全 齐整 整齐 齐备 齐全 周全 清爽 清楚 干净 光生
    光溜 撑展 伸展 板正 周正
""")
"""What is done to the end is whole and tidy, in any province."""
TO_THE_END = f"罢|毕(?!业)|讫|{'|'.join(TIDY)}|妥(?![善否协])|拢|掂|掉|中(?=[了咧哩])"
WORKED = "干做弄整搞办修建盖铺架打浇装拆挖验清腾迁焊砌吊填灌种栽安换征测贴刷拉穿埋立绑喷抹掘钻评审编写画"
SENT = "报交送递呈"
LIGHT = "忙活|忙|捯饬|鼓捣|拾掇|收拾|归置|倒腾|折腾|捣鼓"


def _ended() -> Iterator[Wording]:
    """批罢了, 弄停当了, 铺毕: what a verb has come to, in any province."""
    keys = (*TIDY, "罢", "毕", "讫", "妥", "拢", "掂", "掉", "中了", "中咧", "中哩")
    came = {"领取拿": "拿到", "下": "下来", "出": "出来", "发": "发下来"}
    for verbs, means in came.items():
        yield Wording(means, ("罢", "毕"), rf"(?<=[日号天周月年旬底午已就才刚都也早])[{verbs}][罢毕]{END}")
    yield Wording("批下来", keys, rf"(?<![一二两三四五六七八九十首分])批(?:{TO_THE_END}){END}")
    yield Wording(r"\1上去", keys, rf"(?<=[日号天周已就才刚都也早])([{SENT}])(?:{TO_THE_END}){END}")
    yield Wording(r"\1完", keys, rf"(?<![一不没未中])([{WORKED}])(?:{TO_THE_END}){END}")
    light = tuple(LIGHT.split("|"))
    yield Wording("干完", light, rf"(?:{LIGHT})(?:完|好|{TO_THE_END}){END}")
    yield Wording("了", ("咧",), rf"(?<=[完好毕齐妥成到批签通来清净光])咧{STOP}")


# parted from its object -----------------------------------------------------------------------------------------------

PARTED = sorted(
    {*SPLIT["AWARD"].split(), *SPLIT["RESUMED"].split()}
    | set(
        listed(
            "奠基 供汽 供电 供水 供气 送电 移交 放行 开标 验收 备案 立项 报审 送审 返工 报批 招标 过审 点火"
            " 投料 签约 交付"
        )
    )
)
"""Verbs with an object that a small word may part, of those that tell the same when they are whole; 收尾 does not."""
OF_A_TIME = "日号天午周末底旬月年前后晚晨早夜点就才刚是已都也式场冬春夏秋份一二三四五六"


def _parted() -> Iterator[Wording]:
    """25号复的工, 昨天定的标: parted by the 的 that tells when it was; 招罢标, 备了案 by what tells that it was."""
    keys = tuple(f"的{verb[1]}" for verb in PARTED)
    yield Wording(r"\1了", keys, rf"{_between('的', f'(?<!几)(?<!哪)[{OF_A_TIME}]')}{STOP}")
    keys = tuple(f"{past}{verb[1]}" for verb in PARTED for past in "罢毕")
    yield Wording(r"\1了", keys, rf"{_between('[罢毕]')}了?{STOP}")
    yield Wording(r"\1了", ("备了案", "备过案", "立了项", "报了审", "验了收"), rf"{_between('[了过]')}{STOP}")


def _between(past: str, before: str = "") -> str:
    """What parts a verb from its object, which is kept."""
    fronts: dict[str, str] = {}
    for verb in PARTED:
        fronts[verb[1]] = fronts.get(verb[1], "") + verb[0]
    places = "|".join(rf"(?<={before}[{each}]){past}(?={other})" for other, each in fronts.items())
    return rf"(?:{places})([{''.join(fronts)}])"


# going on ----------------------------------------------------------------------------------------------------


def _going_on() -> Iterator[Wording]:
    """现在打桩呢: it goes on, and nobody asks."""
    now = "现在|正在|正|还在|目前|眼下|这会儿?|这阵子?|今天"
    verb = f"[{''.join(sorted(SITE))}干做]"
    yield Wording("", ("一门心思", "一心一意"), rf"(?<=[在前下儿])(?:一门心思|一心一意)地?(?={verb})")
    worked = rf"((?:{now})(?:正|在|还|就|都)*{verb}[^，。；？?\s了没不几多啥什哪谁呢]{{1,4}})呢"
    yield Wording(r"\1", ("呢",), rf"{worked}{STOP}")
    yield Wording(r"\1，", ("呢",), rf"{worked}(?={verb}了)")


# what is left ---------------------------------------------------------------------------------------------------------


def _left() -> Iterator[Wording]:
    """四栋出来了还差三栋: behind what was done, how many are left is told anew."""
    number = r"(?=最?后?[\d一二两三四五六七八九十百千])"
    keys = ("还差", "还剩", "只剩", "就剩", "只差", "就差", "仅剩")
    yield Wording("，", keys, rf"(?<=[完好齐毕成来去通]了)(?=(?:还|就|只|仅)[差剩]{number})")


def _object_behind() -> Iterator[Wording]:
    """招完标了, 验完收: what a verb has come to stands within it."""
    for verb, thing in map(tuple, listed("招标 签约 搬迁 拆迁 征地 验收 布展 装修 铺轨 架线 封顶 通水")):
        yield Wording(f"{verb}{thing}完成", (f"{verb}完{thing}",), rf"{verb}完{thing}{END}")


WORDINGS: Iterable[Wording] = (*_denied(), *_ended(), *_parted(), *_going_on(), *_left(), *_object_behind())
