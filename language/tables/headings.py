"""Headings of written reports and the role each gives to what stands below it."""

from collections.abc import Mapping
from enum import Enum, auto


class Role(Enum):
    """What the lines under a heading tell."""

    __hash__ = object.__hash__  # members are only themselves; Enum would hash their names in Python

    PROGRESS = auto()
    PROBLEM = auto()
    PLAN = auto()
    PLAN_WEEK = auto()
    PLAN_MONTH = auto()
    HELP = auto()
    NAME = auto()
    NODE = auto()
    INVESTMENT = auto()
    IGNORE = auto()


PLANS = frozenset({Role.PLAN, Role.PLAN_WEEK, Role.PLAN_MONTH})
"""Under these headings stands what is meant to be done."""


HEADINGS: Mapping[Role, str] = {
    Role.PROGRESS: """
        进展 本周进展 进展情况 工作进展 目前进展 最新进展 形象进度 工程进展 工程进度 进度 项目进展 本周情况
        本周工作 本周完成 本月进展 完成情况 目前情况 当前进展 项目进度 手续办理 前期手续 手续进展 现场进展
        手续办理情况 本期进展 本周进度 施工进度 近期进展 上周进展 主要进展 工作情况 前期工作 手续情况 建设进展
        建设进度 推进情况 施工进展 本周 本周动态 今日进展 今日进度 当前进度 上半年进展 情况 状态 当前状态 目前状态
        办理情况 办理状态 办理进度
    """,
    Role.PROBLEM: """
        问题 存在问题 存在的问题 困难 困难问题 主要问题 存在困难 问题困难 堵点 难点 堵点难点 问题和困难
        问题及困难 卡点 遇到的问题 需要解决的问题 制约因素 存在的困难 困难与问题 问题与困难 堵点问题
        存在主要问题 难点堵点
    """,
    Role.PLAN_WEEK: "下周计划 下周安排 下周工作 下周工作计划 下周打算 下周进展 下周重点 下周目标 下周",
    Role.PLAN_MONTH: "下月计划 下月安排 下月工作 下月工作计划 下个月计划 下月打算 下月目标 下月 下个月",
    Role.PLAN: """
        下一步 下步 下步计划 下步工作 下一步计划 下一步工作 下步安排 下步打算 下一步安排 下一步打算 计划
        工作计划 后续计划 后续工作 下阶段 下阶段计划 后续安排 下阶段工作 时间安排
    """,
    Role.HELP: """
        请协调 请支持 请帮忙 恳请协调 请领导协调 请帮助
        需协调 需协调事项 请求 需协调问题 协调事项 需要协调 需支持事项 需求 诉求 求助 建议 请求事项 需要支持
        需区里协调 需解决事项 需要协调事项 提请协调 请求协调 提请事项 需协调解决 工作建议 需帮助 需支持
    """,
    Role.NAME: """
        项目 项目名称 工程名称 名称 工程 项目名 单位 填报单位 报送单位 填报人 联系人 责任单位 日期 填报日期
        报送人 牵头单位 填报时间 报送时间 时间
    """,
    Role.NODE: """
        节点 节点名称 计划节点 工作节点 手续 手续名称 手续事项 办理事项 审批事项 环节 工序 事项 分项 分项工程 子项
        分部工程
    """,
    Role.INVESTMENT: "投资 投资完成 完成投资 投资情况 投资完成情况 投资进度 投资进展 累计投资 固投 资金完成",
    Role.IGNORE: """
        未报单位 未报送单位 未反馈单位 未报送 抄送 抄报 联系电话 备注 附件 项目概况 建设内容 概况 基本情况
        项目简介 建设规模 简介 项目基本情况 工程概况
    """,
}
