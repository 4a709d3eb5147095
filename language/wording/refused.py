"""What is said when something cannot be done: why, and what to do instead, in one polite line."""

from models.calendar import Week
from models.refusal import (
    AliasTaken,
    CardOver,
    NoBulletin,
    NoCycle,
    NoDraft,
    NoEvidence,
    NoMeeting,
    NoReference,
    NoSuchDecision,
    NoSuchIssue,
    NoSuchParagraph,
    NoSuchProject,
    NoSuchRequest,
    NoSuchWords,
    NotAllowed,
    NotClosed,
    NotForGroups,
    NotInRoster,
    OfficeOnly,
    OwnRequest,
    Refusal,
    Stranger,
    TooLate,
    Unfinished,
)


def words(refusal: Refusal) -> str:
    """The sentence for a refusal."""
    match refusal:
        case Stranger():
            return "您还没有登记在名册里，无法代为登记。请私信我“我是 单位 姓名”，由办公室确认。"
        case NotAllowed(command=command):
            return f"“{command.label}”由办公室办理，如有需要请联系办公室。"
        case OfficeOnly():
            return "这类事项由办公室办理，如有需要请联系办公室。"
        case Unfinished(what=what):
            return f"请补充{what}后再发一次。"
        case NoCycle():
            return "本周不需要报送周报。"
        case NoSuchIssue(number=number, closed=True):
            return f"{number}号问题已经销号。"
        case NoSuchIssue(number=number):
            return f"台账里没有{number}号问题，请核对编号。"
        case NoSuchDecision(number=number, closed=True):
            return f"{number}号议定事项已经销号。"
        case NoSuchDecision(number=number):
            return f"没有待核实的{number}号议定事项，请核对编号。"
        case NoEvidence(number=number):
            return f"{number}号议定事项销号需写明依据，例如“申请销号 {number}，验收单已附”。"
        case OwnRequest(number=number):
            return f"{number}号议定事项由您申请销号，请另一位同事核实后办理。"
        case NoMeeting():
            return "没有登记过近期结束的会议；会议结束后请回“第几次例会已结束”。"
        case NoReference():
            return "调整计划日期需注明依据的会议或文件，例如“按6月10日调度会改为6月30日”。"
        case NoDraft(published=week) if week:
            return f"目前没有待发布的草稿：{Week.parse(week).label}周报已发布。"
        case NoDraft():
            return "目前没有待发布的草稿。"
        case CardOver():
            return "这张卡片说的事已经办过或已过期，没有改动。有新情况请直接回文字。"
        case NotForGroups():
            return "这段含有不宜在群内发布的内容（问责、约谈、信访人或号码），草稿未改动。"
        case NoBulletin(withdrawn=week) if week:
            return f"{Week.parse(week).label}周报已撤回，更正后另发。"
        case NoBulletin():
            return "没有查到那一期周报。"
        case NotClosed():
            return "没有查到已销号、可以恢复的问题，请写明编号，例如“2号问题恢复挂号”。"
        case NoSuchWords(number=0, words=found):
            return f"草稿里没有“{found}”，或有几处，请写明第几段，如“第2段的‘{found}’改为…”。"
        case NoSuchWords(number=number, words=found):
            return f"第{number}段里没有“{found}”，请回“看草稿”核对后再改。"
        case NoSuchParagraph(number=number, count=count):
            return f"草稿共{count}段，没有第{number}段。"
        case NotInRoster(name=name):
            return f"名册里没有找到{name}，或有重名。请写明“我是 单位 姓名”，或联系办公室登记。"
        case TooLate():
            return "本周已经截止，不能再调整；如需补报，直接报送即可。"
        case NoSuchRequest(number=None):
            return "没有查到这项待定的延期申请，请写明申请编号，例如“驳回申请1”。"
        case NoSuchRequest(number=number):
            return f"没有待定的{number}号延期申请，请核对编号。"
        case NoSuchProject(name=name):
            return f"“{name}”没有对上唯一的项目，请写项目全称。"
        case AliasTaken(name=name):
            return f"“{name}”已经是一个项目的名称或简称，未改动。"
    return "这件事现在办不了，请联系办公室。"
