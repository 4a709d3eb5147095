"""The long run of hostile input: `python -m tests.platforms.fuzz_wecom [COUNT] [SEED]`: signed JSON, signed XML, frames."""

import asyncio
import json
import random
import resource
import sys
import time
from collections import Counter
from datetime import UTC, datetime

from bot.platforms.reading import Malformed
from bot.platforms.wecom.frames import read_frame
from bot.platforms.wecom.parse import parse
from bot.platforms.wecom.platform import APP_PATH, BOT_PATH
from tests.platforms.test_wecom_callback import answering, good, hostile
from tests.platforms.test_wecom_parse import BASE, SHAPES, spoiled


async def bodies(path: str, count: int, seed: int) -> Counter[str]:
    """Signed bodies over HTTP; any 5xx and anything that costs half a second of work counts as a failure."""
    chance, seen = random.Random(seed), Counter[str]()
    async with answering() as house:
        for number in range(count):
            body, sealed, _ = hostile(chance, path)
            start = time.process_time()  # of both sides; what else the machine does is not counted
            status = await house.send(path, body, sealed)
            seen[str(status)] += 1
            seen["slow"] += time.process_time() - start > 0.5
            if number % 1000 == 999:
                seen["alive"] += await house.post(path, good(path, number)) == 200
                house.inbox.kept.clear()
                house.inbox.order.clear()
    return seen


def frames(count: int, seed: int) -> Counter[str]:
    """Frames of the long connection, straight into the reading."""
    chance, seen = random.Random(seed), Counter[str]()
    now = datetime.now(UTC)
    for _ in range(count):
        body = {**BASE, **chance.choice(list(SHAPES.values()))}
        frame = spoiled(chance, {"cmd": "aibot_msg_callback", "headers": {"req_id": "R"}, "body": body})
        try:
            parse(read_frame(json.dumps(frame)).body, now)
            seen["read"] += 1
        except Malformed:
            seen["malformed"] += 1
    return seen


async def main(count: int, seed: int) -> None:
    failed = 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in (BOT_PATH, APP_PATH):
        seen = await bodies(path, count, seed)
        failed += sum(number for status, number in seen.items() if status.startswith("5")) + seen["slow"]
        failed += count // 1000 - seen["alive"]
        print(f"seed {seed} {path}: {dict(seen)}")
    print(f"seed {seed} frames: {dict(frames(count, seed))}")
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{3 * count - failed} passed, {failed} failed, memory +{grown:.0f} MB")
    sys.exit(bool(failed))


if __name__ == "__main__":
    asyncio.run(main(*(int(one) for one in (*sys.argv[1:], *("100000", "1")[len(sys.argv) - 1 :]))))
