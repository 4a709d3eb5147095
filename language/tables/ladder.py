"""The rungs of a paper's ladder by the characters of their verbs: how far a permit, a review or a tender has come."""

MADE = "编写做改画补修整备凑跑理拟测勘"
"""Before it is handed in, and again after it came back."""
HANDED = "报送递交呈提传填挂约"
"""It is handed in."""
WEIGHED = "审评查核签转议询排"
"""Somebody looks at it."""
RETURNED = "退返驳"
"""It came back: it is being worked at again."""
GRANTED = "批发下出拿领取给印"
"""It is there."""

ITS_PAPER = (
    "正式|批复文件|批复|批文|红头文件|文件|文|证书|证|函|复函|回函|意见书|意见|决定书|合格证|合格书|号|通知书|报告"
)
"""What is granted: behind the verb it is its object, before it the paper itself."""

BESIDE = (
    "外业|内业|查询|现场|初稿|送审稿|报批稿|代理|中介|大纲|模型|(?:招标|(?<=招标))(?:文件|方案|公告)|标书|资格[预后]?审|控制价|清单|检查|检测|样|结果|反馈|告知[书单]"
    "|(?:补正|整改|退件)通知书?|(?:专家|修改|补充|部门|审图|整改)的?意见(?!书)"
)
"""What is made or done for a paper, whose end is not the paper's."""

BEYOND = "到[位账]|发行|签[订约署]|供地|[征交]地|公告|发布"
"""An end in a node's name that comes after its approval: 专项债发行 is not there when it is approved."""
