"""What carries a secret mark is known by it; what only speaks of secrecy, or sounds like it, is not."""

import pytest

from language.discretion import allowed
from language.secrecy import marks_secret

LEVELS = ("绝密", "机密", "秘密")
PROJECTS = ("北站路", "三污扩建", "石桥变", "滨河路", "实验学校")
MARKED = (
    "{level}★10年 关于{project}的通知", "{level}★ {project}征迁方案", "★{level} {project}", "{level}☆{project}",
    "【{level}】{project}实施方案.docx", "（{level}）{project}", "〔{level}〕{project}", "{project}（{level}★1年）",
    "{project}材料 密级：{level}", "{level}·5年\n{project}会议纪要", "{level}：20年 {project}", "{level} ★ 长期 {project}",
    "关于{project}的{level}文件已下发", "这份{project}的材料属于{level}，请勿外传", "{level}级材料：{project}",
    "{project}{level}件一份", "标注{level}的{project}图纸", "{level}\n{project}调度会纪要", "此件为{level}，{project}",
    "工作秘密：{project}拆迁名单", "{project}涉密文件请来领取", "{level}　★　２０年　{project}", "{level}\u200b★1年{project}",
)  # fmt: skip
ORDINARY = (
    "{project}保密协议已签", "{project}秘书处通知明天开会", "{project}机密室装修完成60%", "{project}不涉及国家秘密",
    "{project}施工单位签了保密承诺书", "{project}档案馆涉密机房施工完成", "开展保守国家秘密法培训，{project}参加",
    "{project}商业秘密保护条款已写入合同", "秘书长要求{project}月底开工", "涉密不上网、上网不涉密，{project}照此办理",
    "{project}加密桩基完成30根", "密云路已开工，{project}未开工", "{project}非涉密项目，可公开", "{project}涉密工程资质已取得",
    "{project}监测点加密到每日两次", "{project}机要局宿舍拆迁签约3户", "{project}道路绿化种植密度调整", "{project}密封胶到货",
    "{project}五星级酒店配套", "{project}评分★★★", "{project}没有涉密内容", "{project}保密室消防验收通过",
    "{project}泄露国家秘密要追责的规定已传达", "{project}涉密人员已报备", "{project}秘密花园小区签约88户",
    "{project}保密审查已通过", "{project}机密门窗安装完成", "{project}紧密配合交通导行",
)  # fmt: skip


def test_every_mark_is_known() -> None:
    texts = [form.format(level=level, project=each) for form in MARKED for level in LEVELS for each in PROJECTS]
    assert len(texts) >= 300
    assert [text for text in texts if not marks_secret(text)] == []


def test_ordinary_messages_pass() -> None:
    texts = [form.format(project=each) for form in ORDINARY for each in PROJECTS]
    assert [text for text in texts if marks_secret(text)] == []


@pytest.mark.parametrize("piece", ["密", "★", "秘密 ", "【机密", "不涉密", "绝密★"])
def test_no_length_hides_a_mark(piece: str) -> None:
    assert marks_secret(piece * 20_000 + "\n【绝密★】")


@pytest.mark.parametrize(
    ("text", "in_group", "privately"),
    [
        ("张伟，电话13800001234", False, True),
        ("１３８ ０００１ ２３４５", False, True),
        ("138-0000-1234", False, True),
        ("138.0000.1234", False, True),
        ("138\u200b00001234", False, True),
        ("110101 19900101 1234", False, False),
        ("11010119900101123x", False, False),
        ("约谈名单", False, True),
        ("2026-06-12 11:30截止，15家单位中12家已反馈", True, True),
        ("K3+200至K5+800，投资13,800万元、1.38亿元", True, True),
        ("文号滨环审〔2025〕27号，1380户", True, True),
        ("电话：0571-88886666", False, True),
        ("身份证110101199001011234", False, False),
        ("建议问责2家单位", False, True),
        ("合同编号1380000123499887", True, True),
        ("完成投资138亿元，13800户", True, True),
    ],
)
def test_what_is_not_for_a_group(text: str, in_group: bool, privately: bool) -> None:
    assert (allowed(text, group=True), allowed(text, group=False)) == (in_group, privately)
