"""Works that stand still or lack something, each with why, beside other facts; and whose the trouble is."""

from collections.abc import Iterator, Sequence
from itertools import product

from tests.language.combined.whose import Fact, fact

WORKS = """
x|p16|特钢|轧线厂房|n6|轧机安装|n7|正负零|吊车梁|钢柱
x|p28|棚改A地块|主体结构|n3|装饰装修|n5|地下室顶板|楼板|铝模
x|p11|螺口泵站|泵房主体|n3|水泵机组安装|n4|底板|进水流道|钢筋
x|p35|高标农田|灌排渠系|n4|机耕路|n5|半坡|渠底板|预制渠槽
x|p03|白鹤码头|码头桩基|n5|装卸设备安装|n7|半道上|钢护筒|钢管桩
p|p26|市民体育场|罩棚钢结构|n3|场地铺设|n4|一半|膜结构|钢桁架
p|p12|玉带河|生态护岸|n3|湿地种植|n4|石桥口|格宾石笼|块石
p|p24|职院新校区|图书馆主体|n5|教学楼主体|n4|转换层|顶板|模板
p|p07|东部热源|供热主干管|n6|锅炉房主体|n4|十字路口|补偿器|保温管
q|q05|峡口大桥|桩基施工|n3|主梁架设|n4|半腰|钢筋笼|钢护筒
q|q19|香菇基地|菇房主体|n3|制冷加湿设备安装|n4|墙根|彩钢瓦|岩棉板
q|q34|门诊综合楼|主体结构|n3|桩基工程|n2|转换层|梁板|盘扣架
r|r06|漕河大桥|旧桥拆除|n3|桩基施工|n4|第二跨|桥面板|破碎锤
"""
"""District, project, its name, a node, another, and of the first: where it stopped, a part of it, what it is made of."""

CAUSES = """
funding|缺1200万进度款 施工方说进度款没给 工程款欠了三个月 施工单位垫不动了
supply|施工用电没接上 临时变压器容量不够
construction|定型钢模没运到 钢筋断供 商砼站检修供不上料
approval|涉铁施工手续还没批
stability|村民把便道堵了
weather|连着下雨
design|变更图纸一直没出
environment|重污染预警
"""
LATER = """
funding|账上没钱了 甲方两期工程款没拨 总包说垫资垫到头了
supply|高压进线没送电 专变还没装
construction|泵车坏在半路 水泥断货 吊车调不来
approval|夜间施工许可没下来
stability|隔壁小区业主围了大门
weather|天天下暴雨
design|设计院节点图没给
environment|臭氧管控
"""
"""Words that were not looked at while the first were mended."""

STANDING = """
{P}{a}停在{r}，{c}。|a blocked|a !k
{P}{a}停在{r}，{c}，请指挥部支持。|a blocked|a !k|a help
{P}{a}停在{r}了，主要是{c}。|a blocked|a !k
{P}{a}停了十来天，机械在，人不在，{c}。|a blocked|a !k
{P}{a}停了快半个月，工地上看不到人，{c}。|a blocked|a !k
{P}{a}停着，塔吊也不转，{c}。|a blocked|a !k
督查组昨天看了{P}：{a}停了一周，门卫在，工人不在，{c}。|a blocked|a !k
{P}{c}，{a}从周一停到现在。|a blocked|a !k
{P}{b}完成25%；{c}，{a}停到现在。|b 25|a blocked|a !k
{P}{a}完成40%；{c}，{a}一直停到今天。|a 40|a blocked|a !k
{P}{a}完成40%，{c}，6月3日起停工。|a 40|a blocked|a !k
{P}{b}完成25%，{a}停在{r}，{c}。|b 25|a blocked|a !k
{P}{a}至今没复工，{c}。|a blocked|a !k
{P}{a}卡在{r}动不了，{c}，恳请领导协调。|a blocked|a !k|a help
{P}{a}完成40%。{c}，请指挥部协调。|a 40|P !k|P help
{P}{a}没停，完成40%，{b}停在那儿，{c}。|a 40|b blocked|b !k
"""
STANDING_LATER = """
{P}{a}干到{r}就停了，{c}。|a blocked|a !k
{P}{a}撂在{r}半个多月，{c}。|a blocked|a !k
{P}{a}歇了九天，吊车在，司机不在，{c}。|a blocked|a !k
今天去{P}看了：{a}停了二十来天，项目经理也不在，{c}。|a blocked|a !k
{P}{c}，{a}从上周三停到今天。|a blocked|a !k
{P}{b}完成25%；{a}停摆，{c}，盼解决。|b 25|a blocked|a !k|a help
{P}{a}停在原地，{c}，烦请住建局协调。|a blocked|a !k|a help
"""

PARTS = """
{P}{a}完成40%，这两天雨太大，{t}干不了。|a 40|a !weather
{P}{a}完成40%，风大，{t}没法装。|a 40|a !weather
{P}{b}完成25%，{a}的{g}厂家压着不发货。|b 25|a !construction
{P}{b}完成25%；{a}的{g}厂家压着不发货，请协调。|b 25|a !construction|a help
{P}{b}完成25%；{a}用的{g}到不了场。|b 25|a !construction
{P}{b}完成25%；{a}缺{g}，进度慢。|b 25|a !construction
{P}{a}{g}不够用，{b}完成25%。|b 25|a !construction
{P}{b}完成25%。需协调：{a}那段请镇里出面。|b 25|a help
{P}{b}完成25%，{a}受村民阻工影响有一段干不下去。|b 25|a !stability
{P}\\n进度：{b}25%\\n问题：{a}位置两家意见不一，图纸定不下来\\n协调：请管委会牵头定|b 25|a !design|a help
{P}{a}完成40%，{t}的图纸改了三版没定。|a 40|a !design
"""
PARTS_LATER = """
{P}{a}完成40%，刮了三天大风，{t}上不去。|a 40|a !weather
{P}{a}完成40%，连阴雨，{t}浇不成。|a 40|a !weather
{P}{b}完成25%；{a}要的{g}厂里排不出产能。|b 25|a !construction
{P}{b}完成25%。{a}的{g}供应商迟迟不交货。|b 25|a !construction
{P}{b}完成25%。请协调：{a}请街道帮忙做工作。|b 25|a help
{P}{b}完成25%，{a}因{g}没到停工。|b 25|a blocked|a !construction
"""

SAID = """
x|p01|二桥东段电力通信杆线迁改一根没动，移动联通广电互相等，请区政府牵头。|n3 not_started|n3 !utilities|n3 help
x|p01|二桥东段电力通信杆线迁改一基没动，电力、电信你等我我等你。|n3 not_started|n3 !utilities
x|p01|二桥东段桥梁工程完成40%；电力通信杆线迁改一处没迁，几家都等别人先动，请经信局召集开会。|n5 40|n3 not_started|n3 !utilities|n3 help
p|p01|3号线一标管线切改一米没切，燃气等自来水，自来水等燃气。|n1 not_started|n1 !utilities
q|q03|机场路管线迁改一根没动，供电和通信谁都不肯先来。|n2 not_started|n2 !utilities
q|q04|站前广场管线迁改没动，三家产权单位互相观望，请市政府协调。|n3 not_started|n3 !utilities|n3 help
l|l35|沿江路管网管线迁改一处没动，燃气水务互相推。|n1 not_started|n1 !utilities
l|l36|陶坞老街杆线入地一根没动，广电等电信，电信等移动，请工信局牵头开个会。|n3 not_started|n3 !utilities|n3 help
p|p25|育才小学施工招标流标，报名只有两家，已重新挂网。|n1 in_progress|n1 !tender
x|p05|赤荷路施工招标流标了，投标的不够三家，正在重新挂网。|n2 in_progress|n2 !tender
q|q02|岚石高速南段施工招标流标，只来了一家，重新公告已发。|n5 in_progress|n5 !tender
r|r27|疾控楼施工招标因有效投标不足三家流标，已重新挂网公告。|n2 in_progress|n2 !tender
l|l33|青石村污施工招标废标，业绩条件设高了，已改文件重新挂网。|n2 in_progress|n2 !tender
q|q28|中转站施工招标流标，报名只有两家；土地划拨6月5日办完。|n3 !tender|n2 done|n2 done_on 06-05
p|p25|育才小学施工招标流标后重新招，6月5日定标。|n1 done|n1 done_on 06-05
q|q28|中转站开工推迟到7月20日，原因是北边小区怕有臭味，天天来人堵门，请街道配合做工作。|n4 due 07-20|n4 !stability|n4 help
x|p25|临港110开工推迟到7月20日，原因是村里怕有辐射，天天堵大门，请镇里配合做工作。|n2 due 07-20|n2 !stability|n2 help
x|p04|铁路物流开工推迟到8月10日，因为村民担心噪音，不让机械进场，请镇里配合做工作。|n4 due 08-10|n4 !stability|n4 help
p|p13|餐厨项目预处理车间主体推迟到9月底，附近居民嫌有异味，把大门围了，请街道出面。|n5 due 09-30|n5 !stability|n5 help
q|q10|上塬风电二期开工改到7月20日，原因是牧民怕噪声，把进场路拦了。|n6 due 07-20|n6 !stability
q|q16|封装园二期6月8日举行开工仪式，现场正在修筑施工道路。|n6 done|n6 done_on 06-08|P in_progress
x|p23|螺口220开工仪式6月5日办了，现场正在修施工便道。|n5 done|n5 done_on 06-05|P in_progress
x|p27|荷叶渔光6月8日开工，现场在搭项目部。|n3 done|n3 done_on 06-08|P in_progress
q|q33|实训楼6月8日开工，正在打围挡。|n3 done|n3 done_on 06-08|P in_progress
p|p22|高新220主控楼土建完成12%，塔基占到的两片鱼塘清塘补偿没谈好，镇里在做工作。|n4 12|P !acquisition
p|p22|高新220 6月8日举行开工仪式，现场正在铺进场道路。|n3 done|n3 done_on 06-08|P in_progress
x|p19|隔膜项目6月8日举行开工仪式，现场正在平整场地。|n4 done|n4 done_on 06-08|P in_progress
p|p29|机床厂安置房6月2日开的工。前天基坑进水，已抽干，今天接着挖土方。|n3 done|n3 done_on 06-02|P in_progress
q|q32|三小扩建6月2日开工，昨天塌方已清理，今天继续挖基坑。|n4 done|n4 done_on 06-02|P in_progress
l|l17|碳酸锂项目6月2日开工，挖机坏了一台已修好，接着挖土方。|n4 done|n4 done_on 06-02|P in_progress
p|p32|加装电梯：电梯装好19台。有6台一楼住户不同意，天天在施工点坐着，求街道出面。|n3 =19台|n3 !stability|n3 help
x|p23|螺口220变电站土建完成12%，塔基占到的果园青苗补偿没谈拢，镇里在做工作。|n6 12|P !acquisition
x|p21|数据园1号机房楼6月5日封顶，外线电缆沟穿公园的许可园林还没批，影响机柜进场。|n5 done|n5 done_on 06-05|n7 !approval
p|p14|智算中心一期机房楼6月5日封顶，电缆沟过河的许可水利还没批，影响机电安装。|n2 done|n2 done_on 06-05|n4 !approval
x|p28|棚改A地块主体结构完成40%，塔吊检查没毛病。|n3 40
p|p24|职院新校区教学楼主体完成40%，消防检查没问题。|n4 40
r|r25|新城幼儿园主体结构完成40%，升降机检测没毛病，脚手架验收也没问题。|n3 40
x|p29|棚改B地块未开工，等征收补偿方案批复。|n5 not_started|n1 in_progress
x|p02|二桥西段没开工，等施工图审查合格书。|n6 not_started|n4 in_progress
q|q32|三小扩建还没开工，在等施工图审查合格证。|n4 not_started|n2 in_progress
x|p03|白鹤码头码头桩基完成40%，因上游泄洪水位过高，6月3日起暂停施工。|n5 40|n5 blocked|n5 !weather
l|l01|白石滩船闸闸室主体完成40%，因水库放水水位太高，6月3日起停工。|n6 40|n6 blocked|n6 !weather
x|p28|棚改A地块主体结构完成40%；重污染预警，商砼车不让上路，主体从周一停到现在。|n3 40|n3 blocked|n3 !environment
p|p24|职院新校区教学楼主体完成40%；重污染预警，渣土车禁行，教学楼从周一停到现在。|n4 40|n4 blocked|n4 !environment
l|l07|黄沙渡码头水工结构因渔船全泊在作业水域里没地方挪，暂停。|n4 blocked|n4 !other
x|p32|临港学校考古队昨天撤场，说报告要等7月中旬才出。|n3 in_progress|n3 due 07-20
p|p27|博物馆新馆考古勘探做完外业，队伍上周撤了，报告7月10日前出。|n2 in_progress|n2 due 07-10
q|q16|封装园二期工程规划许可证报上去退回来两次，说是退线距离不够，方案得重排。|n4 in_progress|n4 !design
x|p18|正极二期工程规划许可证退回来一次，说日照不够，总图得改。|n5 in_progress|n5 !design
"""
SAID_LATER = """
p|p02|3号线二标管线切改一根没迁，热力、燃气都说等对方，请住建局牵头。|n2 not_started|n2 !utilities|n2 help
r|r15|柳荫路燃气管线切改一米没动，燃气公司和自来水公司互相等。|n2 not_started|n2 !utilities
q|q25|滨河东段燃气管线迁改一处没动，两家谁也不愿先停气。|n2 not_started|n2 !utilities
s|p20|人民路管线迁改一根没挪，联通等移动，移动等铁塔，请县里开个协调会。|n2 not_started|n2 !utilities|n2 help
s|p08|柳桥路施工招标流标，有效标只剩两家，二次公告已经挂出去了。|n1 in_progress|n1 !tender
r|r34|双庙高标施工招标流标，没人报名，已重新发公告。|n1 in_progress|n1 !tender
t|p31|石鼓卫生院施工招标流标，投标保证金出问题只剩两家，已重新挂网。|n1 in_progress|n1 !tender
s|p14|开发区专线铁塔组立及架线推迟到8月底，原因是村民怕辐射，天天来人拦车，请镇里做工作。|n4 due 08-31|n4 !stability|n4 help
t|p28|泉湖二幼开工推迟到7月20日，对面小区怕挡光，业主上门闹，请街道出面。|n4 due 07-20|n4 !stability|n4 help
s|p25|中医院6月8日举行开工仪式，现场正在修围挡。|n5 done|n5 done_on 06-08|P in_progress
r|r07|大柳220 6月8日开工，正在修筑进站道路。|n4 done|n4 done_on 06-08|P in_progress
t|p12|石鼓光伏6月8日举行开工仪式，现场正在清表。|n5 done|n5 done_on 06-08|P in_progress
r|r17|加装电梯：电梯装好19台。有4台二楼住户反对，天天守在井道口，求街道出面。|n3 =19台|n3 !stability|n3 help
s|p12|双庙110土建工程完成12%，塔基占的鱼塘补偿没谈好，乡里在做工作。|n4 12|P !acquisition
t|p25|度假区酒店主体完成40%，上山路穿景区的许可管委会还没批，影响索道安装。|n5 40|n6 !approval
t|p30|桐木卫生院主体结构完成40%，吊篮安检没毛病。|n5 40
s|p28|一高主体结构完成40%；重污染预警，水泥罐车不让进城，主体从周五停到现在。|n4 40|n4 blocked|n4 !environment
t|p06|沿江大桥桩基加固完成40%，因上游放水水位涨得快，6月3日起停工。|n3 40|n3 blocked|n3 !weather
s|p27|职专新校区还没招标，等规划许可证。|n3 not_started|n2 in_progress
p|p28|一中宿舍楼装饰装修停在三层，瓷砖厂家压着不发货。|n2 blocked|n2 !construction|n2 =3层
"""


FRESH = """
x|p20|装备园钢结构安装停在屋架那儿，行车租不到，请经信局帮忙。|n3 blocked|n3 !construction|n3 help
x|p33|中心医院分院主体结构停在四层，材料款没着落。|n5 blocked|n5 =4层|n5 !funding
x|p07|铁山管廊管廊主体停在55%，工程款没付，烦请财政局想想办法。|n4 blocked|n4 55|n4 !funding|n4 help
p|p36|民丰灌区干渠衬砌停了小半个月，搅拌机在，看不见人，乡里拖着工程款。|n2 blocked|n2 !funding
p|p21|储气站储罐基础停在那里，图纸一直没给。|n3 blocked|n3 !design
p|p02|3号线二标围护结构从上个月底停到现在，管线图对不上。|n4 blocked|n4 !design
q|q30|西关安置房主体结构干到第6层就停了，开发商没给钱。|n4 blocked|n4 =6层|n4 !funding
q|q27|污水厂生化池撂在池壁二十多天，钢筋断货。|n3 blocked|n3 !construction
r|r31|轴承项目厂房主体完成40%；夜里不让施工，厂房主体停到今天。|n5 40|n5 blocked
l|l34|二水厂沉淀池及清水池完成40%，连着大雨，5月28日起停工。|n2 40|n2 blocked|n2 !weather
l|l29|职校新校区教学楼主体停着，吊车也不动，混凝土供不上。|n2 blocked|n2 !construction
q|q25|滨河东段燃气管线迁改一米没动，燃气等热力，热力等供水。|n2 not_started|n2 !utilities
x|p08|供水管网主管网铺设完成40%。入户那段和物业互相推，没人来谈。|n3 40
r|r05|城际站施工招标流标，有效报名两家，正在重新组织。|n2 in_progress|n2 !tender
l|l28|妇幼保健院施工招标头一回流标，只来了一家，已重新挂网。|n3 in_progress|n3 !tender
l|l21|鲜果分拣中心开工推迟到7月15日，因为周边住户嫌有味，堵着大门，请镇里配合做工作。|n2 due 07-15|n2 !stability|n2 help
x|p34|康养服务中心6月8日举行开工仪式，现场正在修施工便道。|n3 done|n3 done_on 06-08|P in_progress
q|q26|滨河西段6月8日开工，现场正在搭工棚。|n4 done|n4 done_on 06-08|P in_progress
x|p30|罗渡老街立面修缮完成40%，街面铺装用的青石板厂家压着不发货。|n3 40|n4 !construction
r|r36|种苗中心温室主体完成40%，风大，檩条上不去。|n2 40|n2 !weather
x|p19|隔膜项目厂房主体完成40%，雨一直下，屋面板盖不上。|n5 40|n5 !weather
p|p10|综合管廊管廊主体完成40%，沟槽占绿地的许可园林没批，影响入廊管线安装。|n4 40|n5 !approval
p|p18|中试基地还没开工，等施工图审查合格书。|n4 not_started|n2 in_progress
x|p06|沿江大道雨污水管网完成40%，顶管机检修没毛病。|n4 40
q|q17|人才公寓主体结构完成40%；重污染预警，罐车不让进城，主体结构从周日停到现在。|n4 40|n4 blocked|n4 !environment
l|l31|文化宫考古队上周撤场，报告还在写。|n1 in_progress
r|r23|二中新校区建设用地规划许可证退回来一次，说是停车位不够，方案得重排。|n2 in_progress|n2 !design
l|l22|沙洲渔光管桩施工完成40%。请协调：组件安装请供电公司帮忙。|n3 40|n4 help
x|p13|荷叶湖底泥清淤停在湖心，渔民拦船不让下。|n3 blocked|n3 !stability
p|p32|加装电梯：电梯装好8台。有2台三楼住户反对，坐在井道口不走，请街道出面。|n3 =8台|n3 !stability|n3 help
"""
"""Drawn when all of the above had been mended; never looked at while mending."""


def causes(table: str) -> list[tuple[str, str]]:
    """Each cause with its category."""
    return [(line.split("|")[0], each) for line in table.split("\n")[1:-1] for each in line.split("|")[1].split()]


def made(
    templates: Sequence[str], why: Sequence[tuple[str, str]], works: str = WORKS
) -> Iterator[tuple[str, str, set[Fact]]]:
    """District, message, and the facts it must give, for every template on every works with the causes by turns."""
    for place, (plan, template) in enumerate(product(works.split("\n")[1:-1], templates)):
        district, project, name, one, first, other, second, rung, part, goods = plan.split("|")
        kind, cause = why[(place * 7 + place // len(templates)) % len(why)]
        text, *told = template.split("|")
        whose = {"P": (project, None), "a": (project, project + first), "b": (project, project + second)}
        facts = {(*whose[each[0]], *fact(each[2:].replace("!k", f"!{kind}"))) for each in told}
        words = {"P": name, "a": one, "b": other, "r": rung, "t": part, "g": goods, "c": cause}
        yield district, text.format(**words).replace("\\n", "\n"), facts


def said(table: str) -> Iterator[tuple[str, str, set[Fact]]]:
    """District, message and facts of sentences that were written whole."""
    for line in table.split("\n")[1:-1]:
        district, project, text, *told = line.split("|")
        facts: set[Fact] = set()
        for each in told:
            whose, _, what = each.partition(" ")
            facts.add((project, None if whose == "P" else project + whose, *_told(what)))
        yield district, text, facts


def _told(what: str) -> tuple[str, str]:
    """=19台 is a count that is done, all else as in the other tables."""
    if what.startswith("="):
        number = what[1:].rstrip("台层米根")
        return "quantities", str({"done": int(number), "unit": what[len(number) + 1 :]})
    return fact(what)
