"""A DingTalk on the loopback: gateway, new API, old API and webhooks. By hand: `python -m tests.wire.dingtalk`."""

from tests.wire.dingtalk.faults import Fault
from tests.wire.dingtalk.server import FakeDingTalk
from tests.wire.dingtalk.world import World, recorded

__all__ = ["FakeDingTalk", "Fault", "World", "recorded"]
