"""docs/roles.md tells people what the code does."""

from pathlib import Path

import pytest

from language.office_orders import OfficeOrderName
from models.permission import (
    MAY_COMMAND,
    MAY_ORDER,
    OPENS_PAGES,
    SEES_COMPARISON,
    SEES_MISSING,
    SEES_PHONES,
    SEES_RESTRICTED,
    may_command,
)
from models.vocabulary import CommandName, Publication, Role

COLUMNS = (Role.LEADER, Role.OFFICE, Role.LIAISON, Role.OWNER, Role.SUPERVISOR)
ROWS = {
    "撤销自己的登记": MAY_COMMAND[CommandName.UNDO],
    "催报": MAY_COMMAND[CommandName.REMIND],
    "发三色图（只作答复）": {role for role in Role if may_command(role, CommandName.PUBLISH, Publication.COLORS)},
    "发布周报、未报送名单": {role for role in Role if may_command(role, CommandName.PUBLISH, Publication.WEEKLY)},
    "问题销号、恢复挂号": MAY_COMMAND[CommandName.CLOSE_PROBLEM] | MAY_ORDER["reopen_issue"],
    "问题挂号": MAY_COMMAND[CommandName.OPEN_PROBLEM],
    "确认、取消、选择（对机器人的反问）": MAY_COMMAND[CommandName.CHOOSE],
    "申请登记身份": MAY_COMMAND[CommandName.BIND],
    "看、改、暂缓草稿，出周报": MAY_ORDER["make_draft"] | MAY_ORDER["hold"] | MAY_ORDER["replace"],
    "撤回已发的周报、几天内不发消息、更换联络员": MAY_ORDER["withdraw_bulletin"]
    | MAY_ORDER["be_silent"]
    | MAY_ORDER["end_silence"]
    | MAY_ORDER["keep_week"]
    | MAY_ORDER["set_liaison"],
    "改截止时间或发布时间、本周由谁代报、本周免报、提醒频次、暂停催报": MAY_ORDER["move_cutoff"]
    | MAY_ORDER["move_publication"]
    | MAY_ORDER["set_proxy"]
    | MAY_ORDER["skip_week"]
    | MAY_ORDER["set_profile"]
    | MAY_ORDER["pause_reminders"],
    "批准、驳回延期申请（须写会议或文件）": MAY_ORDER["approve_change"] | MAY_ORDER["reject_change"],
    "登记项目简称": MAY_ORDER["add_alias"],
    "重发以前的周报": MAY_ORDER["resend"],
    "登记会议和议定事项，议定事项销号、退回": MAY_ORDER["register_decisions"] | MAY_ORDER["close_decision"],
    "登记领导交办事项": MAY_ORDER["assign"],
    "报议定事项进展、申请销号": MAY_ORDER["apply_closing"] & MAY_ORDER["note_progress"],
    "设值班领导": MAY_ORDER["set_duty"],
    "绑定群、解除绑定": MAY_ORDER["bind_group"] | MAY_ORDER["unbind_group"],
    "未报送单位名单（其他人只看本单位和总数）": SEES_MISSING,
    "历次报送情况（只私发，不在群内比较）": SEES_COMPARISON,
    "联系电话（只私发）": SEES_PHONES,
    "登录网页看项目总览、三色图、项目页（信件、导入、运行状况只供办公室）": OPENS_PAGES,
    "信访、维稳等不宜公开的问题（只私发）": SEES_RESTRICTED,
}


def _documented() -> dict[str, set[Role]]:
    text = (Path(__file__).parents[2] / "docs" / "roles.md").read_text("utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return {
        row[0]: {role for role, cell in zip(COLUMNS, row[1:], strict=False) if cell == "可"}
        for row in rows
        if len(row) == len(COLUMNS) + 2
    }


@pytest.mark.parametrize("row", ROWS)
def test_the_document_says_what_the_code_does(row: str) -> None:
    assert _documented()[row] == set(ROWS[row])


def test_every_command_and_order_has_a_rule() -> None:
    assert set(MAY_COMMAND) == set(CommandName)
    assert set(MAY_ORDER) == {name.value for name in OfficeOrderName}
