"""The long run of hostile input: `python -m tests.platforms.fuzz_dingtalk [COUNT] [SEED]`, signed bodies and frames."""

import asyncio
import json
import random
import resource
import sys
import time
from collections import Counter
from datetime import UTC, datetime

from bot.platforms.dingtalk.frames import read_frame
from bot.platforms.dingtalk.hearing import Hearing
from bot.platforms.reading import Malformed
from tests.platforms.test_dingtalk_callback import answering, hostile
from tests.wire.dingtalk import recorded
from tests.wire.dingtalk.kit import Inbox


async def bodies(count: int, seed: int) -> Counter[str]:
    """Signed bodies over HTTP; any 5xx and anything that costs half a second of work counts as a failure."""
    chance, seen = random.Random(seed), Counter[str]()
    async with answering() as house:
        for number in range(count):
            start = time.process_time()  # of both sides; what else the machine does is not counted
            status = await house.post(hostile(chance))
            seen[str(status)] += 1
            seen["slow"] += time.process_time() - start > 0.5
            if number % 1000 == 999:
                seen["alive"] += await house.post({**recorded("group_text"), "msgId": f"alive{number}"}) == 200
    return seen


async def frames(count: int, seed: int) -> Counter[str]:
    """Stream frames with hostile bodies, straight into the hearing."""
    chance, seen = random.Random(seed), Counter[str]()
    hearing = Hearing(Inbox().receive, lambda: datetime.now(UTC))
    shapes = [recorded(name) for name in ("frame_message", "frame_card", "frame_event", "frame_ping")]
    for _ in range(count):
        frame = {**chance.choice(shapes), "data": hostile(chance).decode("utf-8", "replace")}
        try:
            await hearing.answer(read_frame(json.dumps(frame)))
            seen["answered"] += 1
        except Malformed:
            seen["malformed"] += 1
    return seen


async def main(count: int, seed: int) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    posted, pushed = await bodies(count, seed), await frames(count, seed)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    failed = sum(number for status, number in posted.items() if status.startswith("5")) + posted["slow"]
    failed += count // 1000 - posted["alive"]
    print(f"seed {seed}: {dict(posted)} {dict(pushed)}, memory +{grown:.0f} MB")
    print(f"{2 * count - failed} passed, {failed} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    asyncio.run(main(*(int(one) for one in (*sys.argv[1:], *("100000", "1")[len(sys.argv) - 1 :]))))
