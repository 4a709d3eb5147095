"""Set phrases that tell what a message does rather than how far something is."""

from language.words import listed

JOINTS = frozenset({"、", "和", "及", "与", "跟", "以及"})
"""What stands between two things that are spoken of together."""

WHOLE_PROJECT = listed("""
    形象进度 工程进度 施工进度 总体进度 整体进度 总进度 总体形象进度 整体形象进度 工程形象进度 项目形象进度
    总体施工进度 整体施工进度 工程总体进度 项目总体进度 工程整体进度 项目整体进度 项目施工进度 工程施工进度 工程总进度
    项目总进度 项目工程进度
""")
"""Words for how far the whole project is."""

WHOLES = listed(
    "项目 工程 整体 总体 全线 整个项目 总的 全厂 全场 工地 整个工地 全站 全标段 全工程 整个工程 全工地 全项目 整个厂区"
)
"""Words for the whole project."""

FILLERS = listed("""
    该项目 本项目 此项目 这个项目 该工程 本工程
    照这个速度 照这速度 按这个速度 照现在的速度 按现在的速度 照目前的速度 按目前的速度 照这个进度 按这个进度 按目前进度
    按现在进度 按当前进度 照此速度 按此速度 照此进度 按此进度 照这么干 照这样干 照旧 照样 依旧 依然 仍旧 还是 仍然
    一直 始终
    照原计划 按原计划
    看样子 看来 看情况 保守 乐观 粗略 估摸着 估摸 大概 双线 左右线 我们自己 自己 算下来 测算 统计 监理说 监理 算
    建设任务 任务 年度投资计划 投资计划 完成投资 投资 剩余 还剩 涉及 其中 新增 完成 总共 一共 共计 合计 全部
    剩下 剩 共 余
    下步 下一步 计划 预计 已经 今年 本年 截至 截止 现在 目前 当前 现场 我们 我局 我方 这边 那边 上午 下午
    同时 另外 此外 然后 接下来 后面 前面 原因 主要 反正 总之 项目 工程 形象进度 形象 进度 总体 整体 总工程量 工程量
    总量 累计 本周
    入冬 冬季 冬天 冬休 汛期 雨季 高考 中考 期间 春节 过年 被迫 主动 临时 自行 由于 因为
    前者 后者 两项 三项 四项 五项 两者 三者 二者 以上 上述 两项工作 三项工作 两项工程 三项工程 两个节点 三个节点
    两项手续 三项手续
    往后 往前 向后 又往后 顺延 推迟 延后 延期 推后 后延 提前
    工期 时间 节点 完成时间 完工时间 竣工时间 新的 调整后 现调整 统一 整个 全线 最终 实际
    报一下 汇报 因 受 就 也 还 又 的 了 ， 现 是 已 均 都 全 各
""")
"""Words before what is spoken of that are not what is spoken of."""

DURING_WORK = listed("""
    施工 作业 工作 建设 工程 部分 内容 顺利 如期 提前 按期 正式 一次性 圆满 终于 总算 也 是 由 经 昨 今 刚刚
    总体 整体 上周 本周
    月 日 号 年 任务 阶段 验收 掘进 铺设 安装 浇筑 改造 加固 工序 主要 现场 单位 一 二 三 四 五 六 七 八 九 十
    0 1 2 3 4 5 6 7 8 9
""")
"""Words between a node and its end that name nothing else."""

CORRECTIONS = listed("""
    数重了 更正 写错 打错 报错了 报错 应为 应该是 看错 弄错 搞错 填错 说错 改为正确 以下面为准 以此为准
    勘误 纠正 手误 数字不对 报多了 报少了 多报了 少报了 算多了 算少了 报早了 报晚了 报重了 报岔了
""")
"""What makes a message one that puts an earlier one right."""

MENDED = listed("应为 改为 应该是 更正为 实际为 实际是 改成 应是")
"""Before the right number, after the slip: 36座，应为35座."""

STATES = listed("""
    批了 下来了 完了 好了 解决了 弄完 办好 过了 定了 多了 少了 完成 干完 已批 办结 拿到 通过
""")
"""What says that something happened, be it unknown what."""
NEARBY = listed("周边 附近 门口 门前 对面 旁边 隔壁")
"""What lies there is not the project itself."""
