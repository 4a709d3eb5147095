"""The verbs of work as single characters: what is done on a site. Their aspect tells how far something is."""

SITE = frozenset(
    "挖掘钻凿剔刨铣铲夯碾摊铺浇灌喷抹刷涂贴砌垒码支立搭架吊顶拉绑扎焊拼装拆砸清拌筛抛沉打插植种栽敷埋挂填割锯切穿摆"
    "修盖建改移迁腾搬推凝养冲编撒锚张调测扫洗换筑抽烘磨捆"
)
"""What a 正, 没, 接着, 又 before it, or a 着, 不动, 到顶 behind it, is told of."""

BARE = frozenset("凿剔刨铣铲夯碾摊灌喷抹刷涂垒码扎砸拌筛抛沉插栽敷埋割锯切拼换扫洗冲烘捆撒锚")
"""Those that even a bare 在 before them makes a verb: 在凿; 在立面 and 在种植园 are places."""

SPLIT = {
    "DONE_PAST": (
        "封顶 结顶 合龙 合拢 竣工 完工 交工 领证 发证 拿证 出证 下证 交房 交地 收工 收官 摘地 拿地 摘牌 供地 完活 "
        "收尾 收口 收边 到账 到位"
    ),
    "ENTER": "开工 动工 破土 动土 进场 动手 开槽 开挖 开钻 开浇 开吊 开铺 打桩 上马 开张 下地",
    "STEP": "验槽 开标 评标 挂网 挂牌 上会 过会 送审 组卷 收件 报件 流标 试水 试车",
    "AWARD": "定标 中标",
    "BLOCKED": "停工 歇工 停产",
    "RESUMED": "复工",
}
"""Verbs with an object that a small word may part, by what they tell: 4号验的槽, 昨天动了手, 上周定的标."""

UPRIGHT = frozenset(
    "常式面月门线洞桥殿脊极压品本版点中午副比值逢因如是好向交反负道路堤坝规确宗文楼房厅当之南北东西前后对以由与为则巧像阳定大源泰达"
)
"""正装, 正殿, 正阳: behind a 正 these are no verbs; any other character is one (正找中心)."""
RIGHTED = frozenset("纠更公校端真反矫方扶转归摆清严司订指匡")
"""纠正, 扶正: behind these a 正 ends a word."""
