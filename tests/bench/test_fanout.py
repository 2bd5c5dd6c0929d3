"""Fan-out at a small scale; the full figure is in tests/soak.

Two hundred sockets take a bare loop some ten milliseconds, so a busy neighbour on
the machine moves the ratio a lot. The bar here only tells our fan-out from one
layer channel per socket, which takes eleven to thirteen times as long.
"""

from participation.live import tokens
from tests.bench.fanout import Crowd, measure, ratio
from tests.bench.servers import Bare
from tests.live.reader import run
from tests.live.serving import Redis, Uvicorn

SOCKETS = 200
TIMES = 6


async def test_two_hundred_sockets_get_everything_near_a_bare_loop(rooms, capsys):
    stream = await run(rooms.make_room)("a")
    hub, bare = [], []
    with Redis() as redis, Uvicorn(redis.url) as server, Bare() as loop:
        for _ in range(3):
            bare.append(await measure(Crowd(loop.url), f"{loop.url}/", SOCKETS))
            crowd = Crowd(server.url, tokens.make(stream))
            hub.append(await measure(crowd, f"{server.url}/room/a/write/", SOCKETS))
    with capsys.disabled():
        print(f"\nbare {bare[-1]}\nhub  {hub[-1]}\nratio {ratio(hub, bare):.2f}")
    assert [each.lost for each in hub] == [0, 0, 0]
    assert ratio(hub, bare) <= TIMES
