"""Does this text tell of an accident or a danger now? Then the office must hear of it whatever the hour."""

import re
from collections.abc import Sequence

from language.late import late
from language.normalize import LONGEST
from language.words import any_of, listed

_BEFORE, _AFTER = 14, 16
"""How many characters before and behind a word of danger tell whether it is meant."""

_SURE = any_of(
    listed("""
    坍塌 塌方 垮塌 倒塌 塌陷 塌落 溜坡 溜塌 滑塌 滑坡 山体滑 往下滑 坍了 垮了 塌了 塌下 滑了一块 滑下来 冒顶 片帮
    掉块 坠落 高坠 坠亡 坠海 坠井 跌落 溺水 摔下 摔伤 摔倒 摔死 掉下来 掉下去 砸伤 砸中 砸到 砸坏 砸死 压伤 压坏
    压死 压住一 倾覆 侧翻 翻车 翻船 翻了车 失稳 断绳 断臂 大臂断 吊臂断 钢丝绳断 缆绳断 脱钩 溜钩 溜车 撞上
    撞伤 撞坏 被撞 撞了 触礁 触电 漏电 电着 突水 突泥 突涌 突然涌水 涌水量大 管涌 溃口 溃坝 溃堤 决口 漫堤 漫坝 漫顶
    漫过围堰 围堰进水 被水冲走 冲走 爆炸 炸了 起火 着火 失火 火灾 明火 引燃 爆燃 燃爆 冒烟 火没灭 火还没灭 火没扑灭
    燃气泄漏 管道泄漏 氨气泄漏 煤气泄漏 天然气泄漏 氯气泄漏 油气泄漏 化学品泄漏 泄漏了 中毒 硫化氢 一氧化碳超 瓦斯超
    挖断燃气 挖断天然气 挖断煤气 挖破燃气 挖漏 伤亡 死亡 遇难 身亡 被困 困在 受伤 重伤 轻伤 失联 失踪 搜救 送医
    晕倒 昏迷 烧伤 烫伤 捅伤 打伤 骨折 伤了人 伤人 没抢救过来 遇险 停工撤人 撤人 撤离 疏散 转移群众 险情 冒黑烟 倒向
    摔了下 下去没上来 冲垮 冲毁 引着 严重开裂 开裂严重 晃得厉害 摇晃 电倒 腿断 失控 打滑 倒灌 灌进 倾斜加剧 越来越大
""")
)
_SOMEBODY = "(?:有人|工人|司机|群众|师傅|村民|老乡|人员|小工|工友|学生|[0-9一二两三四五六七八九十几]个?人)"
_HURT = (
    rf"|{_SOMEBODY}[^，。；\n]{{0,6}}(?:被(?:[卡埋砸绞轧夹扎撞烫烧电]|压(?![缩减价着])|冲)|(?<!防)中暑|没了呼吸|不行了)"
    rf"|{_SOMEBODY}[^，。；\n]{{0,4}}(?:晕了|晕过去|昏过去|闷倒|倒下)|中暑(?:了|晕|倒|送)"
    r"|[井坑洞池道][下里内][^，。；\n]{0,6}[人个工名][^，。；\n]{0,3}没(?:上来|出来)"
    r"|[轧碾撞砸压绞夹扎烫炸埋][到着伤死住断穿了][^，。；\n]{0,3}(?:人(?!行|工|防|大|家)|工人|[脚腿头臂]|手(?![续里上下机头])|胳膊)"
    r"|(?:脚|腿|手|头|胳膊)[^，。；\n]{0,2}被?(?:扎|砸|压|绞|夹|轧)[穿伤断到住]"
    r"|出人命|出了?(?:安全|质量|伤亡|生产|交通|责任|重大)*事故(?!报告|调查|处理)|(?:工地|现场|[井坑洞][下里内])[^，。；\n]{0,3}出事|死人(?!坟|墓)|死了[^，。；\n]{0,3}人"
    r"|(?:气瓶|气罐|罐体|锅炉|燃气管|煤气管|天然气管|气管)[^，。；\n]{0,3}[爆炸](?!破)|挖爆|脱轨|出轨"
    r"|(?:[车机船罐吊台]|平台)[^，。；\n]{0,2}翻[了到进倒](?!松|土|新|番)|(?:[绳索缆]|铁链|吊链|链条|[吊皮]带|安全带)[^，。；\n]{0,3}断(?:了|裂|开)|往下[掉垮淌溜]"
    r"|垮下|(?:炸药|雷管|民爆)[^，。；\n]{0,4}(?:被盗|丢失|丢了|少了)"
)
_MONEY = (
    r"(?:了|[进出]去?了?|下去?了?|上去?了?|掉了?)?(?:钱|资金|重金|[约近小]?[0-9.一二两三四五六七八九十几好百]*[千万亿]"
    r"|[0-9一二两三四五六七八九十百几好]+个?[多来]?个?[万亿])"
)
"""What is thrown into works and hurts nobody: 砸进去两千三, 砸了一个亿."""
_EVENT = late(
    _SURE.pattern
    + _HURT
    + r"|抢救(?!性)"
    + rf"|塌(?!孔|落度|实)|坍(?!落度)|砸(?![锅钱实碎墙]|{_MONEY})|倾翻|倾倒(?!许可|证|[区点场]|海域|垃圾|渣土)"
    r"|掉(?:到|进|下|江|河|海|坑|井)|坠(?![网落])|坠人"
    r"|崩(?:断|塌|裂)|(?:杆|板|绳|索|臂|梁|架)断裂|着了火|灭火(?![器栓系剂])|在灭火?|[碰挖撞刨]破|漏气|升井|打捞"
    r"|撤出来|人[^，。；\n]{0,3}撤出|(?:住户|群众|居民|村民|人员|人)[^，。；\n]{0,4}转移|冒[水砂浑浆]|渗浑水|往里灌"
    r"|[房楼井墙塔墩桩架]子?[^，。；\n]{0,3}(?:歪了|(?<!震)裂了|斜了)|(?:[机吊架墙杆塔棚桩]|支模|模板|围挡|板房)子?[^，。；\n]{0,8}?(?:[刮吹震撞冲碰压]?倒(?:了|下|掉|一[片排大段])|[刮吹掀]倒|被[刮吹掀][飞翻跑走])|[梁板件]掉了|楼[^，。；\n]{0,4}倾斜"
    r"|落水(?![管口斗])|透水(?!铺|混|砖|沥|性|路|系|面|层|率|材|地)|抢险(?!道路|便道|车|救援|物资|队|设备|中心|基地|预案|演)"
    r"|(?:伤了|压着|埋了|埋着|死了)[^，。；\n]{0,6}[人民工](?![行防程])"
    r"|(?:监测|位移|沉降|倾斜|变形|轴力|裂缝|应力)[^，。；\n]{0,8}(?:报警|预警|超限|超标|超警|突变|加速)"
)
# What stands before or behind makes it a rule, a drill, a thing that is built, or the news that nothing has happened.
_PLACE = "有人|工[人地程]|项目|公司|中心|[段区楼站厂馆校院时]|突然|[又再]|脚手架|吊"
"""Where it happens, or to whom: 整治工地有人被砸伤 is an accident, 整治滑坡点 is none."""
_HARMLESS_BEFORE = late(
    r"(?:防止|预防|防范|避免|杜绝|严防|谨防|如遇|一旦|若(?!干)|万一|没有|未发生|未出现|没发生|没出现|不发生|消除|排除|担心|怕|恐)"
    r"[^，。；\n]{0,6}$"
    r"|(?:(?<![消国人堤设海边])防(?![洪波潮护汛水空雷渗线腐撞])|零(?![星号部件])|无(?!人机|锡|法|故)|反(?![映馈应])|抗(?!滑[桩挡]|[拔浮])"
    r"|治理|处置过|整治|清除|去年|前年|往年|历史上|曾经|上月|预警|演练|演习|培训|模拟|警示|保险|覆盖|讲解|宣讲|学习)"
    rf"(?:(?!{_PLACE})[^，。；\n]){{0,6}}$"
)
_HARMLESS_AFTER = late(
    r"^[^，。；\n]{0,8}(?:演练|演习|预案|已?排除|已?消除|已?解除|处治|结案|赔付|已康复|康复返岗|返岗|清运|清[掉除完走理]|堵[上住好]了|处[理置](?:完|好)|填[上平好]|修好|卸载|整改[完到]|队伍?驻|片[。，]?$)"
    r"|^[^，。；\n了正在已把将堵压砸埋撞送被烧淹人]{0,8}(?:演|培训|防治|治理|整治|隐患|排查|保险|教育|专项|警示|案例|(?:自动)?报警[装器系主探联]"
    r"|监测[孔仪点站井]|检测(?!到|出|发现)|试验|检查|测试|系统|装置|探测|平台(?!被)|主机|风险(?![^，。；\n]{0,2}[大高])|区域|规划|项目"
    r"|工程(?![^，。；\n]?停)|点整改|事故池|措施|涂料|电气|物[资品]|责任|通道|搬迁|区治理|体卸|观测|安全距离|站[建装土])"
)


_AFTERWARDS = late(
    r"救出|获救|脱险|脱困|找到了?人|已送|送往|送到|送医|无生命危险|生命体征|没有生命危险|无大碍|轻伤|重伤|伤者|伤员|遇难|死亡|失联|平安"
    r"|险情|排险|排除|解除|控制住|得到控制|已控制|扑灭|救援|搜救|抢险|处置|加固|撤离|警戒|疏散|安置|恢复|稳定"
)


def tells_what_followed(text: str) -> bool:
    """Whether words may go on telling of an accident: who was rescued, whether the danger is over."""
    return len(text) <= 300 and _AFTERWARDS.search(text) is not None


def tells_of_danger(text: str, named: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether somebody reports an accident, an alarm or people in danger; rules, drills and 无伤亡 do not count.

    What is a part of a name does not, either (凉风垭滑坡 of 凉风垭滑坡治理工程, 落水乡); `named` are their places.
    """
    said = text[:LONGEST]
    for found in _EVENT.finditer(said):
        if _is_named(found, named):
            continue
        before = said[max(0, found.start() - _BEFORE) : found.start()]
        after = said[found.end() : found.end() + _AFTER]
        if not _HARMLESS_BEFORE.search(before) and not _HARMLESS_AFTER.match(after):
            return True
    return False


def _is_named(found: re.Match[str], named: Sequence[tuple[int, int]]) -> bool:
    """Whether a word of danger is only a part of a name, of which nothing is told that has happened (…滑坡了)."""
    first, end = found.span()
    if found.string.startswith("了", end):
        return False
    return any(begin <= first and end <= last and last - begin > end - first for begin, last in named)


_AGAIN = late(r"又(?!快|好|稳|一)|再次|再度|复发|反弹|卷土重来|第[二三四五两2-9]次|昨晚|今早|刚才|刚刚")


def comes_again(text: str) -> bool:
    """Whether something that had been over has happened once more (又堵路了)."""
    return _AGAIN.search(text[:200]) is not None


_GOES_ON = late(
    r"救(?:上来|出|起|了上来)|获救|脱险|脱困|没有?生命危险|无生命危险|[无没]有?大碍|送[到往]?医|送到?[^，。；\n]{0,6}医院|住院|出院|手术|抢救|转危|稳定|平安"
    r"|(?:处[置理]|加固|抢险|清[理障])(?:完|好|了|过|到位)|排除|解除|消除|控制住|扑灭|恢复|复工|验收(?:合格|通过|过)|没有新的"
)


def goes_on(text: str) -> bool:
    """Whether what tells of danger may only go on telling of one (人救上来了，一个骨折), and of none that is new."""
    return (
        len(text) <= 300
        and _GOES_ON.search(text) is not None
        and not comes_again(text.replace("刚刚", "").replace("刚才", ""))
    )


_OF_ACCIDENTS = late(
    r"事故|伤员|伤者|受伤的|伤的(?:那个|人|工人)|险情|安全(?:上|方面|生产)?(?:的)?(?:事|情况|问题|隐患)|出(?:过|了)?(?:什么|啥|哪些)(?:安全)?事"
)
_ACCIDENT_ASKED = late(r"[?？]|咋样|怎么样|如何|哪些|哪几|什么|啥|几[起件次]|多少|吗$|没有?$|情况$|呢$|处理得|到哪")


def asks_of_accidents(text: str) -> bool:
    """Whether somebody asks what became of an accident, or which there were (那个伤员咋样了)."""
    return len(text) <= 40 and _OF_ACCIDENTS.search(text) is not None and _ACCIDENT_ASKED.search(text) is not None
