"""Whether something that was reported is taken back by its name: 环评那条先别登, 封顶不算数, 桩基作废."""

from language.late import late

LONGEST = 40
_GONE = late(
    r"(?:^|(?<=[^被已]))(?:先|暂时?|暂且)?(?:撤回来?|收回来?|撤销|作废|撤掉|撤了|撤下来?|删掉|删了|不算数?|不作数)"
    r"(?:了|吧|一下|掉)*(?=$|[，,。；;！!])"
    r"|(?:先|暂时?|暂且|还是)(?:别|不要|甭|不用?|勿)(?:往上|给我)?(?:报|上?登记?|记|录入?|算)(?:了|上|进去|上去|吧)*(?=$|[，,。；;！!])"
)
_OF_PAPERS = late(
    r"被(?:[\u4e00-\u9fff]{0,6})(?:撤|收回|作废)|(?:申请|主动|报件|材料|单位|企业|我们|业主|专家|市局|省厅|厅里|局里)(?:已经?|先|都)*(?:撤回|收回|撤销)"
    r"|(?:证书?|许可|批文|批复|文件|公告|中标|招标|标|令|合同|协议|招标公告)(?:已经?|已被|先|都)*(?:撤回|收回|撤销|作废|撤)"
)
"""A paper that is taken back by whoever gave or handed it in is a fact."""
_ASKS = late(r"[?？]|吗$|没有?$|是不是|能不能|怎么|谁|哪")


def takes_back(text: str) -> bool:
    """Whether words take back what was told of works that they name."""
    said = text.strip()
    if len(said) > LONGEST or _GONE.search(said) is None:
        return False
    return _OF_PAPERS.search(said) is None and _ASKS.search(said) is None
