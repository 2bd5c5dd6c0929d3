"""A mail server of our own: takes everything, or refuses as it is told, and remembers."""

import socket
import socketserver
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from email import message_from_bytes
from email.message import Message
from typing import Self

#: What is answered to a command ("MAIL", "RCPT", "DATA", "END" after the text); None: yes.
Answer = Callable[[str, str], str | None]


class Sink:
    """`with Sink() as sink`: listens on `sink.port`; `sink.mails` is what it said yes to."""

    def __init__(self, answer: Answer = lambda verb, line: None, seconds: float = 0) -> None:
        self.answer = answer
        #: How long it thinks between the end of a mail and its yes.
        self.seconds = seconds
        self.mails: list[Message] = []
        #: The envelope's sender of each mail in `mails`.
        self.senders: list[str] = []
        self.connections = 0
        self.server = _Server(("127.0.0.1", 0), _Talk)
        self.server.sink = self
        self.port = self.server.server_address[1]

    @property
    def ids(self) -> list[str]:
        return [str(each["Message-ID"]) for each in self.mails]

    @property
    def receivers(self) -> list[str]:
        return [str(each["To"]) for each in self.mails]

    def __enter__(self) -> Self:
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    sink: Sink


class _Talk(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        # Who talks to us may be killed in the middle of a word.
        with suppress(ConnectionError):
            self.talk()

    def talk(self) -> None:
        sink = self.server.sink
        sink.connections += 1
        sender = ""
        self.say(sink.answer("HELLO", "") or "220 sink")
        while line := self.rfile.readline().decode("utf-8", "replace").strip():
            verb = line.partition(" ")[0].upper()
            if verb == "QUIT":
                self.say("221 bye")
                return
            refused = sink.answer(verb, line)
            if verb == "MAIL":
                sender = line.partition("<")[2].partition(">")[0]
            if refused == "hang up":
                return
            if verb == "DATA" and not refused:
                self.take(sender)
            else:
                self.say(refused or "250 ok")

    def take(self, sender: str) -> None:
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        text = b"".join(lines)
        refused = self.server.sink.answer("END", text.decode("utf-8", "replace"))
        if refused == "hang up":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if not refused:
            # Said to be taken before the yes: a sender that dies now sends it again.
            self.server.sink.senders.append(sender)
            self.server.sink.mails.append(message_from_bytes(text))
            time.sleep(self.server.sink.seconds)
        self.say(refused or "250 taken")

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())
