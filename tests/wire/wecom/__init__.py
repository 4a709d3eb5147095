"""A WeChat Work on the loopback: long connection, webhooks, application, callbacks. By hand: `python -m tests.wire.wecom`."""

from tests.wire.wecom.server import FakeWeCom
from tests.wire.wecom.world import World

__all__ = ["FakeWeCom", "World"]
