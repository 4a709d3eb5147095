"""The verbs of work as single characters: what is done on a site. Their aspect tells how far something is."""

SITE = frozenset(
    "挖掘钻凿剔刨铣铲夯碾摊铺浇灌喷抹刷涂贴砌垒码支立搭架吊顶拉绑扎焊拼装拆砸清拌筛抛沉打插植种栽敷埋挂填割锯切穿摆"
    "修盖建改移迁腾搬推凝养冲编撒锚张调测扫洗换筑抽烘磨捆"
)
"""What a 正, 没, 接着, 又 before it, or a 着, 不动, 到顶 behind it, is told of."""

BARE = frozenset("凿剔刨铣铲夯碾摊灌喷抹刷涂垒码扎砸拌筛抛沉插栽敷埋割锯切拼换扫洗冲烘捆撒锚")
"""Those that even a bare 在 before them makes a verb: 在凿; 在立面 and 在种植园 are places."""

NOT_BEHIND_UPRIGHT = frozenset("调测装移立清编养建张推改修")
"""正装, 正立面: behind a 正 these are often no verbs."""
