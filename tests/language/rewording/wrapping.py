"""What people say before and after the facts, and around talk: it changes nothing of what is told.

Each kind holds many wordings; a message gets one of them, so that all are tried over a corpus.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zlib import crc32

from tests.language.rewording.rewording import Reword, Said

_END = "。；;.，, \n!！~～"

FRONTS = {
    "greetings": "各位领导好，|领导好，|领导早上好！|各位早，|大家好！|您好，|上午好，领导，|各位领导、各位同事下午好，|哈喽，|周五好，|在吗，|尊敬的各位领导：\n"
    "|各位辛苦了，|又到周五了，|节日快乐！|早上好[太阳]，|[抱拳]|🌹",
    "acknowledged": "收到，|收到！|好的，|收到，马上报：|OK，|嗯嗯，|明白，|收到您的提醒，|好的领导，",
    "announced": "汇报一下：|汇报如下：\n|现将本周进展情况汇报如下：\n|报告领导，|跟领导汇报一下，|简单说一下，|我来报一下，|反馈如下：|更新一下：|通报一下：|本周情况如下：|好消息！"
    "|补报：|补报一下，|续报：|补充一条：|刚才漏报了，补一下：|补上周五的周报：|那个，|对了，|没什么大事，",
    "apologies": "不好意思才看到消息，|抱歉报晚了，|不好意思刚开完会，|刚才信号不好，重新发一遍：|手机没电了刚充上，|久等了，|上午没来得及报，现在补上：",
    "whereabouts": "我在工地，|刚从现场回来。|在高铁上，先简单报一下：|正在开会，简单报：|我今天请假，在家报：|刚跟施工单位通完电话，|跟业主核实过了，|据项目部反馈，",
    "weather": "今天天气不错，|天冷了大家注意身体，|降温了，大家注意保暖。|下雨路滑，各位路上注意安全。",
    "the bot": "小助手，|小助手你好，|机器人，|小助手辛苦了，|小助手早上好，辛苦了，报一下：|帮我记一下：",
    "own unit": "{unit}汇报：|【{unit}】|{unit}：|{unit}{name}汇报：|我是{unit}{name}，|{unit}小{family}，|领导好！{unit}{m}月{d}日汇报：|（{unit}）|【{unit}周报】",
    "dates": "{m}月{d}日汇报：|{m}月{d}日进展：|今日（{m}月{d}日）情况：|本周（{a}—{b}）：|【周报】{a}—{b}\n|截至{m}月{d}日，|截至今日，|截止目前为止，",
}
BACKS = {
    "closing": "，特此汇报。|。以上，请领导知悉|。以上就是本周情况|。汇报完毕|。完毕|。暂时就这些情况|，请各位领导指正|，供领导参考|，请查收|。收到请回复",
    "thanks": "，谢谢领导|，谢谢！|，辛苦了|。给您添麻烦了|。周末愉快！|。祝领导周末愉快|，大家辛苦了[玫瑰]|。天冷大家注意保暖|。外面下雨，大家路上慢点|。今天天气不错",
    "faces": "[抱拳]|🙏🙏|👍|[强]|~~|^_^|。😂",
    "sent": "，照片稍后发|，现场照片稍后发群里|。附现场照片3张|。材料已发邮箱|。详见附件|（附照片）",
    "going on": "。有情况随时报|，后续有进展及时汇报|，有事打我电话|。下周再报|。先忙了|。我们会继续盯着|，我们会抓紧推进|。请领导放心|。抱歉，上午没看到",
    "signed": "——{unit}{name}|——{name}|\n{unit} {name}|\n{unit}\n{m}月{d}日|\n报送单位：{unit}  联系人：{name}|（{unit}{name}）|。{unit}{name}报|\n报送人：{name}\n报送时间：{m}月{d}日|，{unit}报。",
    "noted": "，小助手|，麻烦小助手记录一下|，记一下|，请登记|，请更新台账| @{name}",
}


def before(wraps: str) -> Reword:
    """One of some openings, behind the mention; none before what is quoted."""
    return _rewording(
        wraps, lambda said, wrap: said.mention + wrap + said.body if said.body[0] not in "「“@>" else None
    )


def behind(wraps: str) -> Reword:
    """One of some endings; one that begins with a sign takes the place of the message's own."""
    return _rewording(wraps, lambda said, wrap: (said.text.rstrip(_END) if wrap[0] in "，。\n " else said.text) + wrap)


def around(said: Said) -> str | None:
    """An opening and an ending of several clauses."""
    opened = before("各位领导好，大家辛苦了，本周情况汇报如下：")(said)
    return opened and opened.rstrip(_END) + "。以上，请领导知悉，谢谢！"


def _rewording(wraps: str, join: Callable[[Said, str], str | None]) -> Reword:
    choices = wraps.split("|")

    def reword(said: Said) -> str | None:
        wrap = _filled(choices[crc32(said.id.encode()) % len(choices)], said)
        return wrap and join(said, wrap)

    return reword


def _filled(wrap: str, said: Said) -> str | None:
    """A wrap with the sender's name and unit and the days of the message's week; None for a sender without."""
    people = {each["id"]: each for each in said.registry["people"]}
    units = {each["id"]: each for each in said.registry["units"]}
    person = people.get(said.row.get("sender"), {})
    unit = units.get(person.get("unit"))
    if re.search("name|unit|family", wrap) and unit is None:
        return None
    now = datetime.fromisoformat(said.row["now"])
    monday = now - timedelta(days=now.weekday())
    friday = monday + timedelta(days=4)
    known = {
        "m": now.month,
        "d": now.day,
        "a": f"{monday.month}月{monday.day}日",
        "b": f"{friday.month}月{friday.day}日",
        "unit": unit and (unit.get("aliases") or [unit["name"]])[0],
        "name": person.get("name", ""),
        "family": person.get("name", "")[:1],
    }
    return wrap.format(**known)


REPORTS: dict[str, Reword] = {
    **{name: before(wraps) for name, wraps in FRONTS.items()},
    **{name: behind(wraps) for name, wraps in BACKS.items()},
    "around": around,
}
OTHERS: dict[str, Reword] = {
    **{name: before(FRONTS[name]) for name in ("greetings", "acknowledged", "apologies", "weather", "the bot")},
    **{name: behind(BACKS[name]) for name in ("thanks", "faces", "sent", "going on")},
}
QUESTIONS: dict[str, Reword] = {
    **{name: before(FRONTS[name]) for name in ("greetings", "acknowledged", "apologies")},
    **{name: behind(BACKS[name]) for name in ("thanks", "faces")},
}
