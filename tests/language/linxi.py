"""临溪县: a made-up county whose questions, orders and small talk the tests read."""

from datetime import datetime
from functools import cache
from typing import Any

from language.names import Lexicon
from language.normalize import normalize
from language.understanding import PromptItem, Utterance
from models.calendar import SHANGHAI
from models.registry import Registry, registry_from_json
from models.vocabulary import ChatKind

NOW = "2026-09-16T10:00"
"""A Wednesday."""

UNITS = {
    "fgj": ("县发展和改革局", "县发改局 发改局"),
    "zjj": ("县住房和城乡建设局", "住建局"),
    "jtj": ("县交通运输局", "交通局"),
    "slj": ("县水利局", "水利局"),
    "zrj": ("县自然资源和规划局", "资规局 自然资源局"),
    "hbj": ("市生态环境局临溪分局", "生态环境分局 环保分局"),
    "zwj": ("县政务服务和数据管理局", "政数局 政务局"),
    "czj": ("县财政局", "财政局"),
    "jtt": ("县教育体育局", "教体局"),
    "wjj": ("县卫生健康局", "卫健局"),
    "gxj": ("县工业信息化和商务局", "工信商务局 工信局"),
    "gdj": ("国网临溪县供电公司", "供电公司"),
    "wlj": ("县文化广电和旅游局", "文旅局"),
    "nyj": ("县农业农村局", "农业农村局"),
    "cfj": ("临溪城市发展集团有限公司", "城发集团 城发"),
    "gwh": ("临溪高新技术产业开发区管理委员会", "高新区管委会 高新区"),
    "xfb": ("县人民政府办公室", "县政府办"),
}

PEOPLE = {
    "zhou": ("周正平", "xfb", "leader"),
    "ning": ("宁海燕", "xfb", "leader"),
    "bao": ("鲍启明", "fgj", "office"),
    "yue": ("岳敏", "fgj", "office"),
    "shi": ("施国梁", "xfb", "supervisor"),
    "qin": ("秦小波", "jtj", "liaison"),
    "gu": ("顾婷", "slj", "liaison"),
    "ye": ("叶青", "zjj", "liaison"),
    "lu": ("鲁卫东", "gxj", "liaison"),
    "tao": ("陶春", "jtt", "liaison"),
    "fang": ("方圆", "wjj", "liaison"),
    "ding": ("丁一鸣", "gdj", "liaison"),
    "xie": ("谢芸", "wlj", "liaison"),
    "hong": ("洪涛", "nyj", "liaison"),
    "jin": ("靳磊", "cfj", "owner"),
}

PROJECTS: dict[str, tuple[str, str, str, str, str, str, str]] = {
    "q01": ("临溪港区疏港公路改建工程", "疏港公路", "交通", "港口镇", "jtj", "qin", "road"),
    "q02": ("省道215线桥头至柳河段大修工程", "215大修", "交通", "桥头镇", "jtj", "qin", "road"),
    "q03": ("轨道交通云湖支线工程（一期）", "云湖支线一期", "交通", "云湖街道", "jtj", "qin", "road"),
    "q04": ("轨道交通云湖支线工程（二期）", "云湖支线二期", "交通", "云湖街道", "jtj", "qin", "road"),
    "q05": ("东湖水库扩容工程", "东湖水库", "水利", "柳河乡", "slj", "gu", "water"),
    "q06": ("沐水河防洪治理工程（上游段）", "沐水河上游段", "水利", "柳河乡", "slj", "gu", "water"),
    "q07": ("沐水河防洪治理工程（下游段）", "沐水河下游段", "水利", "港口镇", "slj", "gu", "water"),
    "q08": ("临溪县第一中学扩建项目", "一中扩建", "教育", "文昌街道", "jtt", "tao", "house"),
    "q09": ("临溪县妇幼保健院新院区建设项目", "妇幼新院", "医疗卫生", "云湖街道", "wjj", "fang", "house"),
    "q10": ("云湖文旅小镇项目", "文旅小镇", "文旅", "云湖街道", "wlj", "xie", "house"),
    "q11": ("临溪大数据产业园项目", "数据园", "产业", "文昌街道", "gxj", "lu", "plant"),
    "q12": ("年产10万吨光伏玻璃项目", "光伏玻璃", "产业", "桥头镇", "gxj", "lu", "plant"),
    "q13": ("桥头220千伏变电站新建工程", "桥头变", "电力", "桥头镇", "gdj", "ding", "power"),
    "q14": ("凤凰山风电场项目", "凤凰山风电", "新能源", "柳河乡", "fgj", "ding", "power"),
    "q15": ("城北净水厂工程", "城北水厂", "市政", "文昌街道", "zjj", "ye", "plant"),
    "q16": ("老城片区排水防涝提升工程", "老城排水", "市政", "文昌街道", "zjj", "ye", "water"),
    "q17": ("人才公寓项目", "", "住房保障", "云湖街道", "cfj", "ye", "house"),
    "q18": ("茶产业示范园项目", "茶产业园", "农业农村", "柳河乡", "nyj", "hong", "plant"),
    "q19": ("污泥处置中心项目", "", "生态环保", "港口镇", "zjj", "ye", "plant"),
}

PLANS = {
    "road": "可研批复:project_approval 用地预审:site_selection 施工招标:tender 征地拆迁:acquisition 开工:start 路基工程:foundation "
    "路面工程:structure 交工验收:acceptance 通车:operation",
    "water": "初步设计批复:preliminary_design 环评批复:environmental_assessment 资金到位:financing 开工:start 主体工程:structure 竣工验收:acceptance",
    "house": "立项批复:project_approval 建设工程规划许可证:planning_permit 施工许可证:construction_permit 开工:start 主体封顶:topping_out "
    "内外装修:installation 竣工验收:acceptance 投用:operation",
    "plant": "备案:project_approval 环评批复:environmental_assessment 节能审查:energy_review 土地摘牌:land_transfer 施工许可证:construction_permit "
    "开工:start 厂房主体:structure 设备安装:installation 投产:operation",
    "power": "核准批复:project_approval 环评批复:environmental_assessment 林地手续:forestry 开工:start 设备安装:installation 并网:operation",
}


@cache
def registry() -> Registry:
    """The county as the bot knows it."""
    return registry_from_json(
        {
            "units": [{"id": key, "name": name, "aliases": said.split()} for key, (name, said) in UNITS.items()],
            "people": [
                {"id": key, "name": name, "unit": unit, "role": role} for key, (name, unit, role) in PEOPLE.items()
            ],
            "projects": [_project(key, *fields) for key, fields in PROJECTS.items()],
            "festivals": {"2026": {"春节": "2026-02-17", "中秋节": "2026-09-25", "国庆节": "2026-10-01"}},
        }
    )


def _project(
    key: str, name: str, said: str, category: str, town: str, unit: str, liaison: str, plan: str
) -> dict[str, Any]:
    nodes = [entry.split(":") for entry in PLANS[plan].split()]
    return {
        "id": key, "name": name, "aliases": said.split(), "category": category, "town": town, "lead_unit": unit, "liaison": liaison,
        "nodes": [{"id": f"{key}n{place}", "name": node, "kind": kind, "planned": "2026-12-31"} for place, (node, kind) in enumerate(nodes, 1)],
    }  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """The names of the county."""
    return Lexicon(registry())


def said(
    text: str, sender: str | None = "zhou", chat: str = "group", now: str = NOW, prompt: tuple[PromptItem, ...] = ()
) -> Utterance:
    """A message of somebody in the county."""
    moment = datetime.fromisoformat(now).replace(tzinfo=SHANGHAI)
    return Utterance(text, moment, ChatKind(chat), sender, prompt=prompt)


def normal(utterance: Utterance) -> str:
    """Its text as the readers get it."""
    return normalize(utterance.text, frozenset(person.name for person in registry().people.values()))
