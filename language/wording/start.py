"""What the person who starts or looks after the bot is told on the screen."""


def in_use(path: str) -> str:
    """Another process has the store."""
    return f"数据文件 {path} 正被另一个机器人进程使用，没有启动；先停掉那一个"


def listening(address: str) -> str:
    """Where the pages and callbacks are."""
    return f"已启动：{address}"


def port_taken(host: str, port: int) -> str:
    """The address cannot be had."""
    return f"{host}:{port} 不能用（可能已被占用）；请换一个端口，例如 make run PORT={port + 1}"


def no_store(reason: str) -> str:
    """The database cannot be reached or written."""
    return f"数据库连不上或写不进去：{reason}；请检查 config.toml 的 store.url"


NOTHING_ENABLED = "没有启用任何平台；请在 config.toml 里启用 browser 或 dingtalk"
MIGRATED = "数据库已是最新结构。"
STOPPED = "已停止。"
NO_ANSWER = "机器人没有应答；可能没有启动，或地址、端口与 config.toml 不一致"
