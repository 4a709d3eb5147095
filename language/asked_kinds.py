"""Words for procedures and works in questions, which may say less than a report must: 几月能通航, 搬得进去吗."""

from collections.abc import Iterator, Mapping

from language.vocabulary_words import NODE_KIND_WORDS
from language.words import WordTable, spread
from models.vocabulary import NodeKind

SHORT: Mapping[NodeKind, str] = {
    NodeKind.LAND_TRANSFER: "用地 土地 拿地 摘地 拍地 供的地 地块出让 收储 地拿到 拿到地 地到手",
    NodeKind.FORESTRY: "草原手续 草原审批 草原征占用 林草审批",
    NodeKind.DRAWING_REVIEW: "消防手续",
    NodeKind.INDUSTRY_REVIEW: "接入 通航条件 通航安全 通航影响 通航审核 通航审批",
    NodeKind.ACQUISITION: "拆完 拆干净 拆光 征完 征下来 腾空 腾完",
    NodeKind.START: "奠基 动土 开干 破土",
    NodeKind.COMPLETION: "建好 盖好 修好 建完 盖完 修完 建起来 盖起来",
    NodeKind.ACCEPTANCE: "交工 验完",
    NodeKind.OPERATION: (
        "通航 通气 通暖 供气 供暖 供热 来水 来电 用上 下闸蓄水 点火 试车 投料 出产品 出货 下线 量产 达产"
        " 搬进去 搬进 搬过去"
        " 住进 住上 住得上 住得进 搬得进 上房 分房 开门 迎客 接诊 收治 开诊 看病 看上病 上课 上学 开街 开闸"
        " 试通车 试通航 放行 开航 首航 通行 跑车"
        " 上线 启运 开炉 开机 接客 对外开放 投入生产 投入运行 正式运行 进驻 出水 用得上 喝上 烧上"
    ),
}
"""Said of nodes by who asks."""

SPLIT: Mapping[NodeKind, str] = {
    NodeKind.PROJECT_APPROVAL: "立项 备案",
    NodeKind.LAND_TRANSFER: "供地 摘牌 拿地",
    NodeKind.TENDER: "招标 开标 定标 评标",
    NodeKind.ACQUISITION: "征地 拆迁 签约",
    NodeKind.START: "开工 动工",
    NodeKind.TOPPING_OUT: "封顶",
    NodeKind.COMPLETION: "完工 竣工",
    NodeKind.ACCEPTANCE: "验收 交工",
    NodeKind.OPERATION: (
        "通车 通航 通水 通气 通电 通暖 通热 通行 并网 投产 投运 投用 送电 供水 供电 发电"
        " 交房 开园 开馆 开业 开学 开街 点火 入住"
    ),
}
"""Verbs with their objects, which other words may part: 封得了顶, 招完标, 并上网."""

BETWEEN = (
    "了",
    "完",
    "完了",
    "过",
    "上",
    "上了",
    "成",
    "成了",
    "得了",
    "得着",
    "得上",
    "得成",
    "不了",
    "不上",
    "不成",
    "的",
    "好",
    "了几个",
    "了多少个",
)


def parted() -> Iterator[tuple[str, NodeKind]]:
    """Every verb of SPLIT with what may part it from its object."""
    for kind, words in SPLIT.items():
        for word in words.split():
            for between in BETWEEN:
                yield f"{word[0]}{between}{word[1]}", kind


KINDS_ASKED = WordTable(
    {
        **spread({kind: words.split() for kind, words in NODE_KIND_WORDS.items()}),
        **dict(parted()),
        **spread({kind: words.split() for kind, words in SHORT.items()}),
    }
)
"""Words for procedures and works, as a question names them."""
