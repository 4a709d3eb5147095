"""Made-up districts of any size: projects built from parts, and the ways in which people speak of them."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from datetime import date

from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry, UnitEntry
from models.vocabulary import NodeKind, Role

FIRST = "云青龙凤金银玉紫碧兰竹梅松柏枫桐榆槐杏桃荷莲菱苇芦鹿鹤雁鹭鸿虎豹麒麟宝福禄康宁安泰和顺兴隆昌盛永长春秋阳月星辰霞雪霜露"
SECOND = "山岭峰岗坡沟谷川溪泉潭湖湾港渡口桥店屯庄寨营堡铺集市台塔寺观亭阁坪坝塘堰洲滩浦埠沙石林园"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华建国志文晓红玉兰海燕春梅"

TEMPLATES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("交通", "{p}大桥新建工程", ("{p}大桥", "{p}桥")),
    ("交通", "{p}至{q}公路改扩建工程", ("{p}{q}公路", "{a}{b}路", "{a}{b}公路", "{p}至{q}公路")),
    ("交通", "国道{n}线{p}段改线工程", ("国道{n}{p}段", "{n}{p}段", "G{n}{p}段")),
    ("交通", "{p}快速路（{x}期）工程", ("{p}快速路{x}期", "{p}快速{x}期")),
    ("交通", "{p}高铁站综合交通枢纽及配套市政道路工程", ("{p}高铁站", "{p}高铁枢纽", "{p}枢纽")),
    ("交通", "{p}港区{x}号泊位码头工程", ("{p}港{x}号泊位", "{p}码头{x}号泊位")),
    ("交通", "{p}大道{d}段提升改造工程", ("{p}大道{d}段", "{p}{d}段")),
    ("交通", "{p}公交首末站建设项目", ("{p}公交站", "{p}首末站")),
    ("交通", "{p}铁路道口平改立工程", ("{p}平改立", "{p}道口")),
    ("市政", "{p}片区排水管网改造工程", ("{p}排水管网", "{p}管网改造", "{p}片区排水")),
    ("市政", "{p}路地下综合管廊工程", ("{p}路管廊", "{p}管廊")),
    ("市政", "{p}净水厂深度处理改造工程", ("{p}净水厂", "{p}水厂")),
    ("市政", "第{x}污水处理厂二期扩容工程", ("{x}污二期", "第{x}污水厂二期", "{x}污")),
    ("市政", "{p}热源厂煤改气项目", ("{p}热源厂", "{p}煤改气")),
    ("市政", "{p}郊野公园建设工程", ("{p}公园", "{p}郊野公园")),
    ("市政", "{p}雨水泵站及调蓄池工程", ("{p}泵站", "{p}雨水泵站", "{p}调蓄池")),
    ("电力", "{p}{v}千伏输变电工程", ("{p}{v}", "{p}变", "{p}{v}千伏", "{p}{v}变电站", "{p}输变电")),
    ("电力", "{p}{v}千伏变电站{x}号主变扩建工程", ("{p}{v}{x}号主变", "{p}变{x}号主变")),
    ("电力", "{p}—{q}{v}千伏线路工程", ("{a}{b}线", "{p}{q}线", "{p}{q}线路", "{v}千伏{a}{b}线")),
    ("电力", "{p}公共充电站建设项目", ("{p}充电站",)),
    ("新能源", "{p}渔光互补光伏发电项目", ("{p}光伏", "{p}渔光互补", "{p}渔光")),
    ("新能源", "{p}风电场{x}期工程", ("{p}风电{x}期", "{p}{x}期", "{p}风场{x}期")),
    ("新能源", "{p}独立储能电站项目", ("{p}储能", "{p}储能电站")),
    ("新能源", "{p}抽水蓄能电站项目", ("{p}抽蓄", "{p}抽水蓄能")),
    ("新能源", "{p}生物质热电联产项目", ("{p}生物质", "{p}热电", "{p}热电联产")),
    ("新能源", "{p}绿电制氢一体化示范项目", ("{p}制氢", "{p}绿氢", "{p}绿电制氢")),
    ("水利", "{p}水库除险加固工程", ("{p}水库", "{p}水库加固", "{p}水库除险")),
    ("水利", "{p}河防洪治理工程（{d}段）", ("{p}河{d}段", "{p}河治理{d}段", "{p}河防洪{d}段")),
    ("水利", "{p}灌区续建配套与现代化改造项目", ("{p}灌区", "{p}灌区改造")),
    ("水利", "{p}蓄滞洪区安全建设工程", ("{p}蓄滞洪区", "{p}蓄洪区")),
    ("水利", "{p}闸拆除重建工程", ("{p}闸", "{p}闸重建")),
    ("城市更新", "{p}棚户区改造项目（{x}期）", ("{p}棚改{x}期", "{p}棚户区{x}期")),
    ("城市更新", "{p}安置房建设项目", ("{p}安置房", "{p}安置")),
    ("城市更新", "{p}城中村改造项目", ("{p}城中村", "{p}村改造")),
    ("城市更新", "{p}历史文化街区保护更新项目", ("{p}街区", "{p}历史街区")),
    ("城市更新", "{y}年{t}老旧小区改造项目", ("{t}老旧小区", "{y}年{t}老旧小区", "{t}旧改")),
    ("教育", "{p}小学迁建工程", ("{p}小学",)),
    ("教育", "第{x}中学宿舍楼建设项目", ("{x}中宿舍楼", "{x}中", "第{x}中学")),
    ("教育", "{p}九年一贯制学校新建项目", ("{p}学校", "{p}九年一贯制", "{p}九年制学校")),
    ("教育", "{p}幼儿园新建工程", ("{p}幼儿园", "{p}幼")),
    ("教育", "{p}职业技术学院产教融合实训中心项目", ("{p}职院实训中心", "{p}职院", "{p}实训中心")),
    ("医疗卫生", "{t}卫生院改扩建项目", ("{t}卫生院",)),
    ("医疗卫生", "第{x}人民医院医技综合楼项目", ("{x}院医技楼", "第{x}医院医技楼", "第{x}人民医院")),
    ("医疗卫生", "{p}妇幼保健院整体搬迁项目", ("{p}妇幼", "{p}妇保院", "{p}妇幼搬迁")),
    ("医疗卫生", "{p}养老服务中心建设项目", ("{p}养老中心", "{p}养老")),
    ("产业", "年产{k}万吨{p}铝基新材料项目", ("{p}铝基新材料", "{p}新材料", "{p}铝材")),
    ("产业", "{p}智能制造产业园标准厂房项目（{x}期）", ("{p}产业园{x}期", "{p}标准厂房{x}期", "{p}智造园{x}期")),
    ("产业", "{p}冷链物流基地项目", ("{p}冷链", "{p}冷链基地", "{p}物流基地")),
    ("产业", "{p}大数据算力中心项目", ("{p}算力中心", "{p}算力", "{p}数据中心")),
    ("产业", "{p}新能源汽车零部件生产基地项目", ("{p}零部件基地", "{p}汽车零部件", "{p}汽配")),
    ("产业", "{p}生物医药孵化器项目", ("{p}孵化器", "{p}医药孵化器", "{p}生物医药")),
    ("农业农村", "{y}年{t}高标准农田建设项目", ("{t}高标", "{t}高标准农田", "{y}年{t}高标")),
    ("农业农村", "{p}万头生猪养殖场项目", ("{p}养猪场", "{p}生猪养殖", "{p}猪场")),
    ("农业农村", "{p}现代种业产业园项目", ("{p}种业园", "{p}种业产业园", "{p}种业")),
    ("农业农村", "{p}预制菜加工园项目", ("{p}预制菜", "{p}预制菜园")),
    ("文旅", "{p}古镇旅游基础设施提升工程", ("{p}古镇", "{p}古镇提升")),
    ("文旅", "{p}博物馆新馆建设项目", ("{p}博物馆", "{p}新馆", "{p}博物馆新馆")),
    ("文旅", "{p}国际旅游度假区项目", ("{p}度假区",)),
    ("文旅", "{p}全民健身中心项目", ("{p}健身中心", "{p}全民健身")),
    ("生态环保", "{p}餐厨垃圾处理厂项目", ("{p}餐厨垃圾", "{p}餐厨", "{p}餐厨厂")),
    ("生态环保", "{p}湿地生态修复工程", ("{p}湿地", "{p}湿地修复")),
    ("生态环保", "{p}矿山环境综合整治项目", ("{p}矿山", "{p}矿山整治")),
    ("公共安全", "{p}消防救援站建设项目", ("{p}消防站",)),
    ("公共安全", "{p}派出所业务用房项目", ("{p}派出所",)),
    ("公共安全", "{p}应急物资储备库项目", ("{p}应急库", "{p}储备库", "{p}物资库")),
)  # fmt: skip

COUNTS = "一二三四五六七八九"


@dataclass(frozen=True)
class Built:
    """A project and what people call it without anybody having entered it."""

    entry: ProjectEntry
    said: tuple[str, ...]


def places(rng: random.Random, count: int) -> list[str]:
    """Different place names of two characters."""
    names = [first + second for first in FIRST for second in SECOND]
    rng.shuffle(names)
    return names[:count]


def build(count: int, seed: int = 7, name: str = "青岚") -> tuple[Registry, list[Built]]:
    """A district of so many projects, with one liaison for every five of them."""
    rng = random.Random(seed)
    spots = places(rng, max(60, count // 6))
    towns = [f"{spot}{rng.choice(('镇', '镇', '街道', '乡'))}" for spot in spots[: max(6, min(40, count // 12))]]
    units = _units(name)
    people: dict[str, PersonEntry] = {}
    built: dict[str, Built] = {}
    while len(built) < count:
        each = _project(rng, spots, towns, name, len(built))
        plain = each.entry.name.removeprefix(name).removeprefix("区")
        if plain not in built:
            built[plain] = each
    made: list[Built] = []
    for place, each in enumerate(built.values()):
        liaison = f"m{place // 5}"
        if liaison not in people:
            unit = rng.choice(list(units))
            people[liaison] = PersonEntry(liaison, rng.choice(SURNAMES) + _given(rng), unit, Role.LIAISON)
        entry = each.entry
        made.append(
            Built(
                ProjectEntry(
                    entry.id,
                    entry.name,
                    entry.aliases,
                    entry.category,
                    entry.town,
                    people[liaison].unit,
                    (),
                    liaison,
                    entry.nodes,
                ),
                each.said,
            )
        )
    projects = {each.entry.id: each.entry for each in made}
    return Registry(units, people, projects, {2026: {"春节": date(2026, 2, 17), "国庆节": date(2026, 10, 1)}}), made


def _project(rng: random.Random, spots: list[str], towns: list[str], district: str, number: int) -> Built:
    category, pattern, said = rng.choice(TEMPLATES)
    here, there = rng.sample(spots, 2)
    values = {
        "p": here, "q": there, "a": here[0], "b": there[0], "n": rng.randint(101, 399), "x": rng.choice(COUNTS[:3 if "期" in pattern else 9]),
        "v": rng.choice(("35", "110", "220", "500")), "d": rng.choice("东西南北"), "y": rng.choice((2025, 2026)), "t": rng.choice(towns),
        "k": rng.randint(2, 60),
    }  # fmt: skip
    name = pattern.format(**values)
    if rng.random() < 0.3:
        name = district + ("区" if rng.random() < 0.3 else "") + name
    spoken = [each.format(**values) for each in said]
    aliases = (spoken.pop(rng.randrange(len(spoken))),) if rng.random() < 0.4 and len(spoken) > 1 else ()
    nodes = (NodeEntry(f"p{number}n1", "环境影响评价批复", NodeKind.ENVIRONMENTAL_ASSESSMENT, date(2026, 6, 30)),)
    town = values["t"] if "{t}" in pattern else rng.choice(towns)
    entry = ProjectEntry(f"p{number}", name, aliases, category, str(town), nodes=nodes)
    return Built(entry, tuple(spoken))


def _units(district: str) -> dict[str, UnitEntry]:
    names = {
        "fgj": f"{district}区发展和改革局", "zjj": f"{district}区住房和城乡建设局", "jtj": f"{district}区交通运输局", "swj": f"{district}区水利局",
        "zgj": f"市自然资源和规划局{district}分局", "hbj": f"市生态环境局{district}分局", "gdgs": f"国网{district}区供电公司",
        "nyj": f"{district}区农业农村局", "jyj": f"{district}区教育和体育局", "wjw": f"{district}区卫生健康委员会",
    }  # fmt: skip
    return {key: UnitEntry(key, name) for key, name in names.items()}


def _given(rng: random.Random) -> str:
    return "".join(rng.sample(GIVEN, rng.choice((1, 2, 2))))


AFTER = (
    "环评6月10日已批复", "本周完成投资1200万元，累计3.2亿元", "主体施工到6层", "征地还剩3户没签", "施工许可证拿到了", "正在办理用地手续",
    "：基础完成65%", "上周开工了", "到哪一步了", "这周没变化", "卡在管线迁改上，请协调", "的初设批复下来了", "预计6月底前竣工",
)  # fmt: skip
BEFORE = ("", "", "", "报一下，", "本周进展：", "1、", "领导，", "【", "请看下", "关于", "今天")


def sentence(rng: random.Random, mention: str) -> tuple[str, int]:
    """A sentence about what is mentioned, and where the mention stands."""
    before = rng.choice(BEFORE)
    after = rng.choice(AFTER)
    if before == "【":
        return f"【{mention}】{after}", 1
    return before + mention + after, len(before)


def chat(rng: random.Random, made: list[Built], length: int = 120) -> str:
    """A message of about so many characters on a few projects."""
    text = ""
    while len(text) < length:
        each = rng.choice(made)
        text += (
            rng.choice((each.entry.name, *each.said, *each.entry.aliases)) + rng.choice(AFTER) + rng.choice("；。\n")
        )
    return text[:length]


COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自"
    "二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条"
    "只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区"
    "强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务"
    "具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素"
    "技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细"
)
"""Characters that people often type, among which their slips fall."""


MANY_READINGS = frozenset("长行乐都重")
"""Characters that nobody types by the sound that they have in other words."""


def homophones(readings: dict[int, str]) -> dict[str, list[str]]:
    """For each common character the others that sound exactly like it."""
    by_sound: dict[str, list[str]] = {}
    for letter in dict.fromkeys(COMMON):
        if letter in MANY_READINGS:
            continue
        sounds = unicodedata.normalize("NFD", readings[ord(letter)].partition(",")[0])
        plain = sounds.replace("u\u0308", "v").encode("ascii", "ignore").decode()
        by_sound.setdefault(plain, []).append(letter)
    return {letter: [each for each in group if each != letter] for group in by_sound.values() for letter in group}


def slip(rng: random.Random, said: str, alike: dict[str, list[str]]) -> str | None:
    """What is said, with one character typed as another of the same sound; None where none has such a one."""
    places = [place for place, letter in enumerate(said) if alike.get(letter)]
    if not places:
        return None
    place = rng.choice(places)
    return said[:place] + rng.choice(alike[said[place]]) + said[place + 1 :]
