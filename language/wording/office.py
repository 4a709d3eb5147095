"""Notes to the office: its drafts and orders, requests, and the bot's own running."""

from collections.abc import Sequence
from datetime import date, datetime, time

from language.wording import common
from models.calendar import Week, day_of
from models.registry import Registry

STATES = {"waiting": "待发布", "held": "已暂缓", "approved": "已核定", "published": "已发布", "withdrawn": "已撤回"}


def missed(items: Sequence[tuple[str, datetime]], now: datetime) -> str:
    """What was due while the bot was not running and has not been made up for."""
    named = "、".join(f"{common.day(day_of(due), day_of(now))}{common.clock(due)}{label}" for label, due in items)
    how = "需要周报的，回“出周报”即生成草稿。" if any(label in WEEKLY for label, _ in items) else ""
    return f"机器人停运期间错过{len(items)}项，未补发：{named}。{how}"


WEEKLY = ("截止汇总", "周报发布")
"""What, when it was missed, leaves a week without its bulletin."""


def draft(week: str, state: str, paragraphs: Sequence[str], *, again: bool = False) -> str:
    """A draft with its paragraphs numbered; `again` where it was made anew, which goes out on a word only."""
    told = "已按目前登记重新汇总，回“发布”后发出" if again else STATES.get(state, state)
    head = f"{Week.parse(week).label}周报草稿（{told}）："
    return "\n".join([head, *(f"{number}. {words}" for number, words in enumerate(paragraphs, 1))])


def held(week: str) -> str:
    """That a draft stays where it is."""
    return f"{Week.parse(week).label}周报已暂缓，回“发布”再发。"


def cutoff_moved(cutoff: datetime, today: date, ahead: Week | None = None) -> str:
    """The new cut-off, of this week or of one ahead."""
    which = f"{ahead.label}周报" if ahead else "本周"
    return f"{which}截止时间改为{common.day_with_weekday(day_of(cutoff), today)}{common.clock(cutoff)}。"


def publication_moved(week: Week, publish: datetime, cutoff: datetime, today: date) -> str:
    """The new hour at which the bulletin goes out."""
    when = f"{common.day_with_weekday(day_of(publish), today)}{common.clock(publish)}"
    return f"{week.label}周报改为{when}发布，截止时间不变（{common.clock(cutoff)}）。"


def before_quiet(latest: time) -> str:
    """Until which hour of the day a group may be written to."""
    return f"几点发布（群里{latest:%H:%M}后不发）"


def group_is_full() -> str:
    """That nobody else was told: the group has had all the messages that it gets in a cycle."""
    return "本周群内主动消息已满，未另发群通知，请您在群里告知各单位。"


def week_skipped(week: Week) -> str:
    """That there is no report this week."""
    return f"{week.label}周报免报，不再提醒。"


def out_already(week: str) -> str:
    """That a bulletin is published, so that another must not stand beside it."""
    return f"{Week.parse(week).label}周报已发布，没有改动。要重出，先回“撤回周报”。"


def week_kept(week: Week) -> str:
    """That a week that was let off is reported after all."""
    return f"{week.label}周报照常报送。"


def bulletin_withdrawn(week: str, can: int, cannot: int) -> str:
    """That a bulletin was taken back, and what is left to do by hand."""
    how = f"原文{can}条正在从群里撤回，撤不回的会告诉您。" if can else ""
    by_hand = f"{'另有' if can else '原文'}{cannot}条平台不给撤回，请在群里手工撤回。" if cannot else ""
    return f"{Week.parse(week).label}周报已作废，群里会说明。{how}{by_hand}更正后回“重新出一份”。"


def silent(first: date, last: date, resumes: date, today: date) -> str:
    """That nothing is said of the bot's own accord for some days."""
    days = common.day(first, today) if first == last else f"{common.day(first, today)}至{common.day(last, today)}"
    return (
        f"好的，{days}不主动发消息：周报提示、催报、草稿、发布、预警都停，错过的不补发；"
        f"有人提问照答，安全警情照报。{common.day_with_weekday(resumes, today)}恢复，要提前恢复回“恢复推送”。"
    )


def speaking_again(was_silent: bool) -> str:
    """That the bot speaks of its own accord again."""
    return "好的，已恢复主动消息。" if was_silent else "目前没有停发，一切照常。"


def handed_over(unit: str, old: Sequence[str], new: str, first: date, today: date) -> str:
    """Who is asked for a unit from a day on."""
    since = "今天起" if first <= today else f"{common.day(first, today)}起"
    return f"已记下：{unit}联络员{since}由{new}接替{'、'.join(old)}，清单和提醒发给{new}。"


def not_of_lead(name: str, unit: str, lead: str) -> str:
    """That who is to report on a project is no liaison of the unit that leads it."""
    return (
        f"{name}在名册里是{unit}的，不是牵头单位{lead}的联络员，没有改动。"
        f"要换牵头单位请写“某项目牵头单位改为某局”；人员调整请先在网页“导入计划”里更新名册。"
    )


def not_in_roster(name: str) -> str:
    """That who is to follow somebody is not known."""
    return f"名册里没有对上“{name}”是哪一位，没有改动。请先更新名册，在网页“导入计划”里重新导入。"


def nudges_paused(week: Week, units: Sequence[str] = (), today_only: bool = False) -> str:
    """That nobody, or nobody of some units, is nudged any more in a cycle or today."""
    whom = f"{'、'.join(units)}" if units else ""
    return f"好的，{'今天' if today_only else week.label}不再催报{whom}；需要时回“催报”。"


def waiting(lines: Sequence[str]) -> str:
    """What waits for the office's word, after a yes or no that names nothing."""
    if not lines:
        return "目前没有等办公室同意的事项。"
    told = "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))
    return f"等办公室定的有{len(lines)}件，请写明是哪件：\n{told}"


def waiting_draft(week: str) -> str:
    """A draft among what waits."""
    return f"{Week.parse(week).label}周报草稿（回“发布”或“暂缓”）"


def waiting_change(number: int, subject: str) -> str:
    """A request to move a date among what waits."""
    return f"延期申请{number}号，{subject}（回“同意申请{number}，某月某日某会议”或“驳回申请{number}”）"


NOT_UNDERSTOOD = (
    "没有听懂这句话，什么也没有执行。"
    "办公室常用：看草稿、发布、暂缓、第2段改为…、催报、截止延到15:00、某号问题销号、登记议定事项…。"
)


def half_not_understood(words: str) -> str:
    """That one part of a message was not understood, beside another that was."""
    return f"“{words}”这一句没有听懂，没有执行，请换个说法单独再发。"


def change_requested(number: int, subject: str, old: date, new: date, unit: str, today: date) -> str:
    """A liaison asks to move a planned date."""
    return (
        f"延期申请{number}号：{subject}，计划{common.day(old, today)}，"
        f"{unit}申请延至{common.day(new, today)}。计划日期未动。"
        f"经会议研究同意的，回“同意申请{number}，某月某日某会议”；不同意回“驳回申请{number}”。"
    )


def change_decided(registry: Registry, project: str, node: str, new: date, approved: bool, today: date) -> str:
    """What became of a request."""
    name = common.subject(registry, project, node)
    return f"已同意：{name}，计划日期改为{common.day(new, today)}。" if approved else f"已驳回：{name}，计划日期不变。"


def request_decided(subject: str, new: date, approved: bool, reference: str, today: date) -> str:
    """To who asked: what became of a request to move a planned date."""
    if approved:
        return f"{subject}：延期申请已同意，计划日期改为{common.day(new, today)}（依据：{reference}）。"
    why = f"（{reference}）" if reference else ""
    return f"{subject}：延期申请未获同意，计划日期不变{why}。"


ELSEWHERE = {
    "plan": "项目、节点和单位请在网页“导入计划”里用表格增改：先列出变化，确认后生效。",
    "quiet": (
        "主动消息只在设置文件 [quiet] 写的时段里发，其余时间压到下一个工作日；要改时段请改设置文件。"
        "某几天不发，可回“某日到某日不发消息”。"
    ),
    "export": "台账不在聊天里导出，请在办公室网页的项目总览里查看。",
    "roster": "联络员变动请更新名册后在网页“导入计划”里重新导入；本人可私聊回“我是 单位 姓名”登记。",
    "rules": "三色口径在设置文件的 yellow_months、red_months 里改，改前的口径和已发布的各期不受影响。",
    "maintenance": "停机维护不需要登记：恢复后不补发过时的提醒，错过了什么会先告诉您。",
    "monthly": "机器人只出周报，不出月报。写月报要的数可以问，例如“6月底的三色图”“6月份投资完成多少”。",
    "published": (
        "已经发布的周报不能直接改字。请写明是哪一句、应改成什么：可回“撤回上周的周报”后重新出一份，"
        "或由报送单位回“更正：…”，更正会在群里补一行。草稿还没发布时，可回“第2段删掉”“把某项目那句删掉”。"
    ),
    "weekly": "每周的截止日和钟点在设置文件的 [weekly] 里改，改后每周照此；只改某一周的，可回“下周周报提前到周三”。",
    "nudging": "长期不催某家单位要改名册：该单位不再承担项目和节点就不会催。只是本周不催，可回“本周不用催某局”。",
    "invitation": "会议通知由办公室正式发出，这里只记时间、地点和议题，会前一天提醒；参会范围和材料要求请写在通知里。",
    "notice": "周报提示会在截止日前一个工作日按时自动发到群里。",
}
"""What is not done in a chat, and where it is done."""


def plan_moved(unit: str, subject: str, old: date, new: date, reference: str, today: date) -> str:
    """To a unit: that the office has moved a planned date."""
    ground = f"（依据：{reference}）" if reference else ""
    return f"{unit}联络员您好，{subject}计划日期由{common.day(old, today)}调整为{common.day(new, today)}{ground}。"


def moved_back(subject: str, old: date | None, today: date) -> str:
    """To the office: that a date is what it was before it was moved."""
    return f"{subject}：计划日期的调整已撤回，恢复为{common.day(old, today) if old else '未定'}。"


def plan_moved_back(unit: str, subject: str, old: date, today: date) -> str:
    """To a unit: that the office has taken back that it moved a planned date."""
    return f"{unit}联络员您好，{subject}计划日期的调整已撤回，仍为{common.day(old, today)}。"


def alias_added(alias: str, project: str) -> str:
    """That a name is known from now on."""
    return f"好的，“{alias}”今后按{project}登记。"


def burden(
    people: int,
    kinds: tuple[int, int, int, int],
    most: int,
    words: int,
    twice: int,
    follow_ups: int,
    group_letters: int,
) -> str:
    """The week's burden meter in one line: (lists, nudges, warnings, of ledgers) and what they came to."""
    lists, nudges, warnings, ledgers = kinds
    total = sum(kinds)
    others = f"、台账{ledgers}" if ledgers else ""
    return (
        f"本周机器人用量：私信{people}位联络员{total}条（清单{lists}、催报{nudges}、预警{warnings}{others}），"
        f"每人最多{most}条，共{words}字；催过两次的{twice}人，追问{follow_ups}次；群内{group_letters}条。"
    )


def profile_set(profile: str) -> str:
    """That a group is asked more or less firmly from now on."""
    how = {
        "克制": "每周只提醒一次，群里不报计数",
        "标准": "截止日提醒两次，群里报一次计数",
        "加强": "第二次提醒扩大到同单位其他联络员，并把未报名单先给办公室",
    }
    return f"本群已设为{profile}：{how[profile]}。"


def conflict(
    subject: str, before: tuple[str, date, str], after: tuple[str, str], today: date, *, one_unit: bool = False
) -> str:
    """Two units, or two of one unit, say otherwise of the same: (who, day, value) before, (who, value) now."""
    head = "同一单位两人反馈不一致" if one_unit else "两家反馈不一致"
    return (
        f"{head}：{subject}，{before[0]}{common.day(before[1], today)}报“{before[2]}”，"
        f"{after[0]}今日报“{after[1]}”。暂按后报登记，请核实。"
    )


def request_withdrawn(number: int, subject: str, unit: str, new: date, planned: date | None, today: date) -> str:
    """To the office: a request for another day is made no more."""
    stays = f"，计划日期仍为{common.day(planned, today)}" if planned else ""
    return f"延期申请{number}号已由{unit}撤回：{subject}，原申请延至{common.day(new, today)}{stays}。"


def own_request_withdrawn(subject: str, new: date, planned: date | None, today: date) -> str:
    """To who made it."""
    stays = f"，计划日期仍为{common.day(planned, today)}" if planned else ""
    return f"已撤回：{subject}延至{common.day(new, today)}的申请{stays}。"
