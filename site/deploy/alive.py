"""Asks the process behind a Unix socket whether it answers: `alive.py [/run/raati/pages.sock]`."""

import socket
import sys

path = sys.argv[1] if len(sys.argv) > 1 else "/run/raati/pages.sock"
with socket.socket(socket.AF_UNIX) as wire:
    wire.settimeout(4)
    wire.connect(path)
    wire.sendall(b"GET /healthz/live HTTP/1.0\r\nHost: localhost\r\n\r\n")
    status = wire.recv(64).split(b"\r\n")[0]
# Any answer but a failure: a name that is not in ALLOWED_HOSTS gets 400.
sys.exit(0 if status.startswith(b"HTTP/") and b" 5" not in status[:12] else 1)
