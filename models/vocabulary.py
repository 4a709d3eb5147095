"""The words of the product: every enumeration of the contract, each member with its Chinese label."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A string enumeration whose members also carry the Chinese that people are shown."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """A member from its value and label; reading one back needs the value only."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Status(Labelled):
    """How far a project or a plan node is, as a report states it."""

    NOT_STARTED = "not_started", "未启动"
    IN_PROGRESS = "in_progress", "推进中"
    DONE = "done", "已完成"
    CONDITIONAL = "conditional", "容缺办理"
    BLOCKED = "blocked", "受阻"
    UNCHANGED = "unchanged", "无变化"


class Modality(Labelled):
    """How a fact is meant: only what is stated or done has happened."""

    STATED = "stated", "陈述"
    DONE = "done", "已成"
    PLANNED = "planned", "计划"
    HOPED = "hoped", "期望"
    HEARSAY = "hearsay", "传闻"
    NEGATED = "negated", "否定"
    CONDITIONAL = "conditional", "附条件"


class Color(Labelled):
    """The three colours of the chart."""

    GREEN = "green", "正常"
    YELLOW = "yellow", "滞后"
    RED = "red", "严重滞后"


class NodeKind(Labelled):
    """What sort of procedure or works a plan node is."""

    PROJECT_APPROVAL = "project_approval", "立项"
    PRELIMINARY_DESIGN = "preliminary_design", "初步设计"
    SITE_SELECTION = "site_selection", "选址与用地预审"
    PLANNING_PERMIT = "planning_permit", "规划许可"
    LAND_TRANSFER = "land_transfer", "土地征转与供地"
    ENVIRONMENTAL_ASSESSMENT = "environmental_assessment", "环评"
    WATER_SOIL = "water_soil", "水土保持"
    ENERGY_REVIEW = "energy_review", "节能审查"
    HERITAGE = "heritage", "文物"
    FORESTRY = "forestry", "林地手续"
    INDUSTRY_REVIEW = "industry_review", "行业审查"
    DRAWING_REVIEW = "drawing_review", "施工图审查"
    TENDER = "tender", "招投标"
    CONSTRUCTION_PERMIT = "construction_permit", "施工许可"
    ACQUISITION = "acquisition", "征地拆迁"
    UTILITIES = "utilities", "管线切改"
    FINANCING = "financing", "资金"
    START = "start", "开工"
    FOUNDATION = "foundation", "基础"
    STRUCTURE = "structure", "主体"
    TOPPING_OUT = "topping_out", "封顶"
    INSTALLATION = "installation", "安装装修"
    COMPLETION = "completion", "竣工"
    ACCEPTANCE = "acceptance", "验收"
    OPERATION = "operation", "投产启用"
    OTHER = "other", "其他"


class ProblemCategory(Labelled):
    """What a reported problem is about."""

    APPROVAL = "approval", "审批手续"
    LAND = "land", "用地规划"
    ACQUISITION = "acquisition", "征地拆迁"
    FUNDING = "funding", "资金"
    UTILITIES = "utilities", "管线切改"
    GREENING = "greening", "林木迁移"
    TRAFFIC = "traffic", "交通导行"
    DESIGN = "design", "设计变更"
    TENDER = "tender", "招投标"
    CONSTRUCTION = "construction", "施工组织"
    STABILITY = "stability", "信访维稳"
    ENVIRONMENT = "environment", "环保"
    SUPPLY = "supply", "水电气热接入"
    WEATHER = "weather", "天气"
    HANDOVER = "handover", "移交接管"
    OTHER = "other", "其他"


UNSPOKEN = ProblemCategory.STABILITY.value
"""The category of problems of which a group hears nothing, not even that there are any."""


class Scope(Labelled):
    """The period an amount of investment covers."""

    TOTAL = "total", "累计"
    YEAR = "year", "本年"
    QUARTER = "quarter", "本季度"
    MONTH = "month", "本月"
    WEEK = "week", "本周"


class Topic(Labelled):
    """What a question asks about."""

    STATUS = "status", "进展"
    COLORS = "colors", "三色图"
    MISSING = "missing", "未报送"
    PROBLEMS = "problems", "问题"
    NODES = "nodes", "节点手续"
    INVESTMENT = "investment", "投资"
    DECISIONS = "decisions", "议定事项"
    CONTACT = "contact", "联系人"
    MEETING = "meeting", "会议"
    RANKING = "ranking", "报送情况比较"
    HISTORY = "history", "变化情况"
    HELP = "help", "帮助"


class NodeState(Labelled):
    """Which plan nodes a question wants."""

    DONE = "done", "已办结"
    OPEN = "open", "未办结"
    DUE = "due", "到期"
    OVERDUE = "overdue", "超期"


class CommandName(Labelled):
    """What somebody orders the bot to do."""

    UNDO = "undo", "撤销"
    REMIND = "remind", "催报"
    PUBLISH = "publish", "发布"
    CLOSE_PROBLEM = "close_problem", "销号"
    OPEN_PROBLEM = "open_problem", "挂号"
    CONFIRM = "confirm", "确认"
    REJECT = "reject", "取消"
    CHOOSE = "choose", "选择"
    BIND = "bind", "绑定"


class Publication(Labelled):
    """What the command `publish` publishes."""

    COLORS = "colors", "三色图"
    WEEKLY = "weekly", "周报"
    MISSING = "missing", "未报送名单"


class Role(Labelled):
    """What a person is to the office."""

    LEADER = "leader", "领导"
    OFFICE = "office", "办公室"
    LIAISON = "liaison", "联络员"
    OWNER = "owner", "项目业主"
    SUPERVISOR = "supervisor", "督查组"


class ChatKind(Labelled):
    """Where something is said."""

    GROUP = "group", "群聊"
    SINGLE = "single", "单聊"


class LetterKind(Labelled):
    """The form of what leaves the bot."""

    TEXT = "text", "文字"
    MARKDOWN = "markdown", "图文"
    IMAGE = "image", "图片"
    FILE = "file", "文件"
    CARD = "card", "卡片"
    RECALL = "recall", "撤回"
    READERS = "readers", "已读查询"


class Why(Labelled):
    """Why something leaves the bot (`simulation.md`)."""

    REPLY = "reply", "答复"
    NOTICE = "notice", "周报提示"
    REMINDER = "reminder", "催报"
    WARNING = "warning", "预警"
    COUNT = "count", "报送计数"
    SUMMARY = "summary", "周报"
    SUPPLEMENT = "supplement", "补充"
    DRAFT = "draft", "草稿"
    OFFICE = "office", "办公室通知"
    ESCALATION = "escalation", "问题升级"
    COMMITMENT = "commitment", "承诺事项"
    DECISION = "decision", "议定事项"
    MEETING = "meeting", "会议"
    ALERT = "alert", "安全警情"
    RESTRICTED = "restricted", "不宜公开"


class AskAbout(Labelled):
    """What the bot could not tell."""

    PROJECT = "project", "项目"
    MEANING = "meaning", "意思"


class Aspect(Labelled):
    """A side of the last subject that a follow-up question leans on; not part of the wire contract."""

    WHY = "why", "为什么"
    SOURCE = "source", "依据"
    SHORTER = "shorter", "简单说"
    LONGER = "longer", "详细点"
    NEXT = "next", "下一节点"
    OTHER_ONE = "other_one", "那个呢"
    DETAIL = "detail", "几号"
    WHEN = "when", "计划和预计"
    SINCE = "since", "从什么时候起"
    HOLDER = "holder", "该谁办"
