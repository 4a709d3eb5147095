"""What `python -m bot check` and `import` say on the screen."""

GOOD = "通过"
BAD = "不行"
NOTE = "注意"

CONFIG = "配置"
STORE = "数据库"
FONTS = "字体"
DINGTALK = "钉钉"
WECOM = "企业微信"
PORT = "端口"
CALENDAR = "日历"

SURE = "以上改动写入数据库吗？"
NOTHING_WRITTEN = "没有写入。"
NEEDS_REFERENCE = "这次会改动已批准的计划日期，请用 --reference 写明依据（会议纪要或文件名称）。"


def line(subject: str, verdict: str, words: str) -> str:
    """One thing that was looked at."""
    return f"[{verdict}] {subject}：{words}"


def config_read(path: str) -> str:
    """The configuration is right."""
    return f"{path} 没有错误"


def store_open(url: str, projects: int, people: int) -> str:
    """The store answers."""
    return f"{url} 能读能写，{projects}个项目、{people}人"


def bound(name: str, platform: str, address: str) -> str:
    """One group that gets notices, and the platform's own name for it, which the configuration may need."""
    return f"已绑定的群：{name or '未命名'}（{platform}，{address}）"


EMPTY_STORE = "还没有项目；请用 python -m bot import 导入登记表或台账"
NO_OFFICE = "名册里没有办公室的人（role 为 office），草稿和故障没有人收"
NOT_BOUND = "还没有绑定群；请在群里说“@机器人 绑定本群”"
ESTIMATED = "{year}年的放假安排还没有内置，按周一至周五估算；公布后请写到 config.toml 的 calendar.years"
NO_PLATFORM = "没有启用真实平台，只能在浏览器里试用"
HTTP_MODE = "HTTP 模式：开放平台的“消息接收地址”应为 https://你的域名{path}，并转发到 {host}:{port}"
STREAM_MODE = "Stream 模式：开放平台里该机器人的“消息接收模式”应选 Stream"
NO_SERVICE = "没有填 agent_id，不能发“工作通知”"
NO_CORP = "没有填 corp_id，别的单位的人也能和机器人说话"
ANY_HOST = "server.host 为 0.0.0.0，别的机器也能打开网页；请确认只在内网"


def summary(bad: int) -> str:
    """How it went."""
    return f"有{bad}项不行，请按上面说的改。" if bad else "都可以，能启动。"


def ledger_read(projects: int, nodes: int) -> str:
    """What the file holds."""
    return f"读到{projects}个项目、{nodes}个节点。"


def unread(count: int) -> str:
    """Cells that could not be read."""
    return f"有{count}个格子读不懂，这些内容不会导入："


def change(kind: str, name: str, field: str, old: str, new: str) -> str:
    """One thing that the import would change."""
    return f"  {kind} {name}：{field} {old} → {new}" if field else f"  新增{kind} {name}"


def more(count: int) -> str:
    """What is not listed."""
    return f"  ……另有{count}处"


def unreadable(path: str, missing: bool) -> str:
    """The file cannot be opened."""
    return f"找不到文件 {path}" if missing else f"文件 {path} 打不开"
