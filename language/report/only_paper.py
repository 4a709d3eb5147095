"""A grant of nothing that is named: the one paper of a project's plan (鹭洲220今天批了)."""

import re

from language.belonging import PERMITS
from language.late import late
from language.report.aim import Aim
from language.report.tokens import Kind
from models.registry import NodeEntry, ProjectEntry

_GRANTED = late(
    r"(?:拿到|取得|收到|等|待|给)?(?:正式)?(?:批复|批文|核准|批)(?:了|下来|下了|的|通过|到手|拿到|出来|啦|完|好)*[！!。，,；;]*$"
    r"|(?:批复|批文|批件)[\u4e00-\u9fff]{1,6}(?<![没未不能得法])(?:下来|到手|拿到|出来|收到)了?[！!。，,；;]*$"
)
"""What is told of a paper by its verb alone, at the end of its clause."""
_CERTIFIED = late(
    r"(?<![没未不])(?:拿|领|取|办|发|核发|颁发)(?:到|了|完|好|下来?)*(?:施工)?证(?:书|件|照)?(?:了|的|啦|到手)*[！!。，,；;]?$"
    r"|的?证(?:书|件|照)?(?:[\u4e00-\u9fff]{0,8}(?<![没未不能得法]))?"
    r"(?:(?:拿|领|取|办|发)(?:到手?|下来?|了|完|好|出来?)+|到手|下来|出来|核发|颁发)(?:了|的|啦)*[！!。，,；;]?$"
)
"""滨溪大道的证今天上午领到手了: the same of what is called a certificate."""
_BESIDE = late(
    r"终于|总算|已经?|[还尚仍]?[没未]有?|还|都|也|刚刚?|才|一直|我们?(?:局|单位|这里)?|[这那]边|的事情?|手续|[省市区县部]里|[省市区县]?(?:发改|发展改革|能源|自然资源|水利|生态环境|住建)?[委局厅]"
)
_LEFT = late(r"[\u4e00-\u9fff]")
_PAPER = late(r"批|核准|许可|证|审[查核定]|备案|意见")
_OF_GRANT = late(r"批|核准|许可|审[查核定]")
_CERTIFICATE = late(r"证$|许可")
"""What a paper is called that is granted, where others are only filed or issued."""


def only_paper(aim: Aim) -> dict[str, NodeEntry]:
    """The node that a bare grant ends, where a project was named, nothing else, and its plan holds one paper."""
    kinds = aim.segment.kinds
    if aim.segment.subjects or aim.before.nodes or aim.before.works or Kind.NUMBER in kinds or len(aim.projects) != 1:
        return {}
    if aim.judgement.status is None and aim.judgement.due_on is None:
        return {}
    papers = _papers(aim.projects[0])
    if _tells_only_of_grant(aim, _CERTIFIED):
        papers = [each for each in papers if _CERTIFICATE.search(each.name)]
    elif not _tells_only_of_grant(aim, _GRANTED):
        return {}
    return {aim.projects[0].id: papers[0]} if len(papers) == 1 and _OF_GRANT.search(papers[0].name) else {}


def _tells_only_of_grant(aim: Aim, told: re.Pattern[str]) -> bool:
    """Whether nothing stands before the verb but days and small words: 资金批了 and 领导批了 are of other things."""
    granted = told.search(aim.text, aim.segment.start, aim.segment.end)
    if granted is None:
        return False
    letters = list(aim.text[aim.segment.start : granted.start()])
    for each in aim.segment.tokens:
        for place in range(each.start - aim.segment.start, min(each.end - aim.segment.start, len(letters))):
            letters[place] = ""
    return _LEFT.search(_BESIDE.sub("", "".join(letters))) is None


def _papers(project: ProjectEntry) -> list[NodeEntry]:
    return [node for node in project.nodes if node.kind in PERMITS and _PAPER.search(node.name)]
