"""The measure of fan-out: a server that does nothing but loop over its sockets.

uvicorn tests.bench.bare:application
"""

import json
import time
from urllib.parse import unquote

sockets: set = set()


async def application(scope, receive, send):
    if scope["type"] == "websocket":
        await _socket(receive, send)
    else:
        await _publish(scope["query_string"].decode(), send)


async def _socket(receive, send) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    sockets.add(send)
    await send({"type": "websocket.send", "text": '{"t":"subscribed","n":1}'})
    try:
        while (await receive())["type"] != "websocket.disconnect":
            pass
    finally:
        sockets.discard(send)


async def _publish(query: str, send) -> None:
    began = time.time()
    html = f'<li id="post-bcdfghjkmnpq" lang="fi">{unquote(query.partition("=")[2])}</li>'
    change = {"v": 1, "op": "append", "el": "posts-a", "id": "post-bcdfghjkmnpq", "html": html}
    body = {"t": "changes", "s": "room.a", "since": 0, "v": 1, "c": [change]}
    message = {"type": "websocket.send", "text": json.dumps(body, separators=(",", ":"))}
    for each in list(sockets):
        await each(message)
    answer = json.dumps({"committed": began}).encode()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": answer})
