"""Projects of many sectors with what is said of them, and the plan node that each message must reach ('-' is none)."""

SECTORS = """
# 云溪大道快速化改造工程
征地拆迁 acquisition; 管线迁改 utilities; 路基工程 foundation; 高架桥下部结构 structure; 箱梁架设 installation;
  沥青路面 structure; 交安及绿化 installation; 通车 operation
承台浇筑86座，共120座 > 高架桥下部结构
盖梁完成40个 > 高架桥下部结构
小箱梁吊了212片 > 箱梁架设
湿接缝浇了60道 > 箱梁架设
水稳铺了3.2公里 > 沥青路面
下面层摊铺1.8公里 > 沥青路面
挡墙砌了400米 > 路基工程
给水管改移了600米 > 管线迁改
乔木栽了300株 > 交安及绿化
波形护栏装了2.1公里 > 交安及绿化
# 双龙江特大桥工程
施工许可证 construction_permit; 主墩桩基 foundation; 主塔施工 structure; 钢箱梁架设 installation;
  斜拉索安装 installation; 桥面铺装 structure; 交工验收 acceptance
钻孔灌注桩打了36根，共48根 > 主墩桩基
塔柱浇了18节，共32节 > 主塔施工
钢箱梁吊装12个节段 > 钢箱梁架设
挂索24根 > 斜拉索安装
桥面铺装完成35% > 桥面铺装
# 青岩岭隧道工程
林地手续 forestry; 隧道掘进 structure; 二次衬砌 structure; 路面及机电 installation; 贯通 other; 通车 operation
左洞掘进1260米 > 隧道掘进
仰拱做了820米 > 隧道掘进
二衬浇了640米 > 二次衬砌
掌子面开挖到1320米 > 隧道掘进
# 轨道交通3号线北延段工程
交通疏解 other; 车站围护结构 foundation; 车站主体结构 structure; 盾构区间 structure; 铺轨 installation;
  机电安装及装修 installation; 试运行 operation
地连墙完成62幅，共88幅 > 车站围护结构
中板浇了4段 > 车站主体结构
管片拼了560环 > 盾构区间
左线掘进320环 > 盾构区间
整体道床浇了1.2公里 > 铺轨
风管装了800米 > 机电安装及装修
# 东港港区散货码头工程
海域使用权证 land_transfer; 码头桩基 foundation; 码头上部结构 structure; 港池疏浚 structure;
  堆场道路 structure; 装船机安装 installation; 交工验收 acceptance
钢管桩沉了210根 > 码头桩基
现浇横梁18榀 > 码头上部结构
靠船构件装了12个 > 码头上部结构
挖泥86万方 > 港池疏浚
绞吸船本周挖了12万方，累计98万方 > 港池疏浚
# 南岸航道整治工程
疏浚工程 structure; 丁坝及护岸 structure; 航标工程 installation; 交工验收 acceptance
抛石护脚4.2万方 > 丁坝及护岸
炸礁6000方 > 疏浚工程
# 石门水库新建工程
导流洞 foundation; 大坝填筑 structure; 溢洪道 structure; 帷幕灌浆 structure; 移民搬迁 acquisition;
  金属结构安装 installation; 下闸蓄水 operation
坝体填筑到高程320米，完成85万方 > 大坝填筑
心墙料填了6万方 > 大坝填筑
泄槽浇了120米 > 溢洪道
闸门装了2扇 > 金属结构安装
固结灌浆3200米 > 帷幕灌浆
# 白鹤滩头抽水蓄能电站项目
核准 project_approval; 通风兼安全洞 structure; 上水库大坝 structure; 地下厂房开挖 structure;
  输水系统 structure; 首台机组安装 installation; 投产发电 operation
岩锚梁浇了60米 > 地下厂房开挖
斜井开挖420米 > 输水系统
堆石填筑36万方 > 上水库大坝
压力钢管装了180米 > 输水系统
蜗壳焊了6节 > 首台机组安装
座环吊装1台 > 首台机组安装
# 红旗灌区续建配套工程
初步设计批复 preliminary_design; 干渠衬砌 structure; 渠系建筑物 structure; 泵站更新 structure;
  信息化 installation; 完工验收 acceptance
削坡完成12公里 > 干渠衬砌
渡槽做了3座 > 渠系建筑物
倒虹吸2座 > 渠系建筑物
水泵装了4台 > 泵站更新
# 柳河综合整治工程
征地拆迁 acquisition; 河道疏浚 foundation; 堤防加固 structure; 拦河闸 structure; 水生态修复 installation;
  竣工验收 acceptance
格宾石笼2.6公里 > 堤防加固
清淤18万方 > 河道疏浚
闸墩浇了5个 > 拦河闸
水生植物种了3万平方米 > 水生态修复
# 城北污水处理厂二期工程
环评批复 environmental_assessment; 土建施工 structure; 厂外进水管 structure; 工艺设备安装 installation;
  通水调试 operation; 环保验收 acceptance
二沉池底板浇了2座 > 土建施工
高密池池壁浇了3段 > 土建施工
顶管顶进480米 > 厂外进水管
曝气盘装了2000个 > 工艺设备安装
鼓风机就位4台 > 工艺设备安装
# 老城区雨污分流工程
施工招标 tender; 主管网 structure; 支管及立管改造 structure; 泵站改造 installation; 路面恢复 installation;
  竣工验收 acceptance
检查井砌了210座 > 主管网
立管换了860户 > 支管及立管改造
面层恢复1.6公里 > 路面恢复
# 二水厂新建工程
取水许可 water_soil; 取水泵房 foundation; 净水构筑物 structure; 输水管道 structure; 设备安装 installation;
  通水 operation
取水头部沉箱就位1座 > 取水泵房
清水池浇了顶板2块 > 净水构筑物
V型滤池浇了8座 > 净水构筑物
球墨铸铁管铺了9公里 > 输水管道
# 海岛海水淡化项目
用海批复 land_transfer; 取水工程 structure; 淡化车间 structure; 膜系统安装 installation; 产水 operation
膜壳装了600支 > 膜系统安装
高压泵就位3台 > 膜系统安装
引水管沉放400米 > 取水工程
# 静脉产业园生活垃圾焚烧发电项目
核准 project_approval; 桩基工程 foundation; 主厂房 structure; 烟囱 structure; 焚烧锅炉安装 installation;
  汽轮发电机安装 installation; 并网 operation
垃圾仓浇到15米 > 主厂房
炉排装了2台 > 焚烧锅炉安装
汽包吊装1台 > 焚烧锅炉安装
凝汽器就位1台 > 汽轮发电机安装
管桩打了860根 > 桩基工程
# 金沙220千伏输变电工程
核准 project_approval; 站址征地 land_transfer; 变电站土建 structure; 铁塔基础 foundation;
  铁塔组立 installation; 导线架设 installation; 电气安装 installation; 投运 operation
主控楼封顶，构架吊装6组 > 变电站土建
掏挖基础完成42基 > 铁塔基础
立塔38基 > 铁塔组立
放线12公里 > 导线架设
开关柜就位18面 > 电气安装
GIS装了6个间隔 > 电气安装
# 城东电缆入地工程
施工图审查 drawing_review; 电力排管 structure; 电缆敷设 installation; 环网柜安装 installation; 送电 operation
工井砌了26座 > 电力排管
放缆3.2公里 > 电缆敷设
中间接头做了12个 > 电缆敷设
# 浅山光伏发电项目
备案 project_approval; 桩基施工 foundation; 支架安装 installation; 组件安装 installation;
  箱逆变安装 installation; 升压站 structure; 并网 operation
螺旋桩打了1.2万根 > 桩基施工
檩条装了2000套 > 支架安装
光伏板铺了36兆瓦 > 组件安装
逆变器装了48台 > 箱逆变安装
SVG室浇完基础1座 > 升压站
# 外海风电场项目
核准 project_approval; 风机基础 foundation; 风机安装 installation; 海上升压站 structure; 海缆敷设 installation;
  全容量并网 operation
单桩沉了22根 > 风机基础
导管架装了8个 > 风机基础
叶片吊了15套 > 风机安装
塔筒立了6台 > 风机安装
上部组块吊装1台 > 海上升压站
送出缆敷了32公里 > 海缆敷设
# 独立储能电站项目
备案 project_approval; 设备基础 foundation; 电池舱安装 installation; 升压站建设 structure; 并网 operation
电池舱吊装40台 > 电池舱安装
变流升压舱就位20台 > 电池舱安装
承台浇了60个 > 设备基础
# 城区燃气管网更新改造工程
施工招标 tender; 中压管道 structure; 庭院管改造 structure; 立管及户内改造 installation; 通气 operation
PE管焊了8.5公里 > 中压管道
引入管换了600户 > 立管及户内改造
燃气表换了1200户 > 立管及户内改造
# 西部热源集中供热工程
环评批复 environmental_assessment; 热源厂土建 structure; 锅炉安装 installation; 一级管网 structure;
  换热站 installation; 供热 operation
水冷壁装了36片 > 锅炉安装
直埋管焊了4.6公里 > 一级管网
板换装了18台 > 换热站
# 第二中医院迁建项目
可研批复 project_approval; 桩基础 foundation; 基坑支护 foundation; 主体结构 structure; 主体封顶 topping_out;
  室内装修 installation; 幕墙 installation; 机电安装 installation; 医疗设备 installation; 启用 operation
冠梁浇了180米 > 基坑支护
锚索打了96根 > 基坑支护
旋挖桩成孔210根 > 桩基础
剪力墙浇到6层 > 主体结构
吊顶做了3层 > 室内装修
玻璃板块挂了1200平方米 > 幕墙
核磁就位1台 > 医疗设备
冷水机组装了3台 > 机电安装
喷淋管装了5层 > 机电安装
# 实验学校新校区项目
施工许可证 construction_permit; 地基与基础 foundation; 主体工程 structure; 装饰装修 installation;
  室外工程 other; 竣工验收 acceptance; 投用 operation
筏板浇了4块 > 地基与基础
抹灰做了2万平方米 > 装饰装修
塑胶跑道铺了3000平方米 > 室外工程
化粪池砌了3座 > 室外工程
模板支到3层 > 主体工程
# 梧桐苑安置房项目
规划许可证 planning_permit; 基础 foundation; 主体 structure; 二次结构及砌体 structure; 外立面 installation;
  小区配套 installation; 竣工验收 acceptance; 回迁 operation
砌筑到9层 > 二次结构及砌体
真石漆喷了6栋 > 外立面
标准层施工到11层 > 主体
# 建设路片区老旧小区改造项目
施工招标 tender; 外墙保温 installation; 屋面防水 installation; 雨污管网 structure; 加装电梯 installation;
  飞线整治 installation; 竣工验收 acceptance
保温板贴了12栋 > 外墙保温
卷材铺了8000平方米 > 屋面防水
化粪池换了12座 > 雨污管网
钢井架立了6台 > 加装电梯
# 新能源电池产业园项目
备案 project_approval; 桩基 foundation; 钢结构 structure; 屋面及墙面围护 installation; 洁净车间 installation;
  产线设备安装 installation; 投产 operation
钢柱吊了260根 > 钢结构
屋面梁吊装18榀 > 钢结构
彩钢板铺了1.6万平方米 > 屋面及墙面围护
涂布机就位2台 > 产线设备安装
# 化工新材料项目
安全条件审查 industry_review; 桩基 foundation; 主装置土建 structure; 工艺设备安装 installation; 罐区 structure;
  管廊 structure; 试生产 operation
反应釜就位6台 > 工艺设备安装
罐壁组对3台 > 罐区
精馏塔就位2台 > 工艺设备安装
# 滨江公园建设项目
立项 project_approval; 地形整理 foundation; 绿化种植 installation; 园路铺装 installation; 驿站 structure;
  开园 operation
灌木种了2万平方米 > 绿化种植
透水砖铺了3600平方米 > 园路铺装
# 冷链物流中心项目
备案 project_approval; 基础 foundation; 冷库主体 structure; 制冷系统安装 installation; 货架安装 installation;
  投用 operation
库板装了8000平方米 > 冷库主体
压缩机组就位5台 > 制冷系统安装
冷风机吊了80台 > 制冷系统安装
# 现代牧场项目
设施农用地备案 site_selection; 牛舍 structure; 挤奶厅 structure; 粪污处理 structure; 设备安装 installation;
  投产 operation
卧床做了600个 > 牛舍
氧化塘挖了2座 > 粪污处理
# 高标准农田建设项目
初步设计批复 preliminary_design; 土地平整 foundation; 灌溉管道 structure; 机井 structure; 田间道路 structure;
  农田林网 installation; 验收 acceptance
打井46眼 > 机井
平田3200亩 > 土地平整
机耕路修了12公里 > 田间道路
出水桩装了800个 > 灌溉管道
# 云顶景区索道项目
核准 project_approval; 林地批复 forestry; 支架基础 foundation; 上下站房 structure; 钢索安装 installation;
  吊厢安装 installation; 试运营 operation
承载索牵了1.6公里 > 钢索安装
支架基础浇了9座 > 支架基础
# 通用机场项目
核准 project_approval; 飞行区土石方 foundation; 跑道道面 structure; 航站楼 structure; 助航灯光 installation;
  校飞 other; 通航 operation
挖填方260万方 > 飞行区土石方
道面混凝土浇了1200米 > 跑道道面
钢网架吊了12榀 > 航站楼
# 沿江铁路专用线工程
用地批复 land_transfer; 路基及桥涵 foundation; 制架梁 structure; 铺轨 installation; 四电工程 installation;
  开通 operation
路基填方32万方 > 路基及桥涵
T梁架了86片 > 制架梁
道岔铺了4组 > 铺轨
接触网立杆120根 > 四电工程
# 城市智算中心项目
能评 energy_review; 土建 structure; 机电安装 installation; 机房装修 installation; 服务器上架 installation;
  投运 operation
冷冻水管装了8台 > 机电安装
冷却塔装了6台 > 机电安装
# 文庙修缮工程
方案核准 heritage; 大成殿修缮 structure; 配套设施 installation; 布展 installation; 开放 operation
展柜装了30个 > 布展
# 东湖填埋场封场工程
环评 environmental_assessment; 防渗膜铺设 structure; 渗滤液导排 structure; 覆土绿化 installation; 验收 acceptance
HDPE膜铺了2.6万平方米 > 防渗膜铺设
"""


def read(text: str) -> list[tuple[str, list[tuple[str, str]], list[tuple[str, str]]]]:
    """Name, nodes with their kinds, sentences with their node, for each sector."""
    found = []
    for block in text.strip().split("# ")[1:]:
        name, nodes, *lines = block.strip().replace(";\n  ", "; ").split("\n")
        plan = [tuple(each.split()) for each in nodes.split(";")]
        said = [tuple(part.strip() for part in line.split(">")) for line in lines]
        found.append((name, [(a, b) for a, b in plan], [(a, b) for a, b in said]))
    return found
