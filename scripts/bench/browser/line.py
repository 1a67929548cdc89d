"""A slow line between two network namespaces of this machine, packet by packet.

    line.py DOWN_KBIT UP_KBIT ROUND_TRIP_MS NUMBER

Run inside the server's namespace, which it reaches under 10.77.NUMBER.1. It makes a second namespace, the reader's, and
joins both: `tc tbf` holds each direction to its rate, and this program hands every packet over half a round trip later
(netem, which could do that too, is often missing). It says "ready" and its process id, whose namespace is the reader's,
and ends with its standard input.
"""
import collections
import ctypes
import fcntl
import os
import select
import struct
import subprocess
import sys
import time

NEW_NETWORK, SET_INTERFACE, TUN, NO_HEADER = 0x40000000, 0x400454CA, 0x0001, 0x1000
# What a router keeps while the line is busy, and what may pass at once: one packet, or bursts would go as on a fast line.
QUEUE, BURST = 64_000, 1_540


def interface(own, other, kbit):
    """An end of the line in the present namespace: what is sent there comes out of the file."""
    file = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(file, SET_INTERFACE, struct.pack("16sH22x", b"line%d", TUN | NO_HEADER))
    name = subprocess.check_output(["ip", "-oneline", "link", "show", "type", "tun"], text=True).strip().splitlines()[-1].split(": ")[1]
    for words in (
        f"ip link set lo up",
        f"ip link set {name} mtu 1500 up",
        f"ip address add {own} peer {other} dev {name}",
        f"tc qdisc add dev {name} root tbf rate {kbit}kbit burst {BURST} limit {QUEUE}",
    ):
        subprocess.run(words.split(), check=True)
    return file


def relay(ends, delay):
    """Hands each packet from one end to the other, so much later, in the order in which they came."""
    waiting = {end: collections.deque() for end in ends}
    while True:
        due = [queue[0][0] for queue in waiting.values() if queue]
        timeout = max(0, min(due) - time.monotonic()) if due else None
        readable, _, _ = select.select([*ends, sys.stdin], [], [], timeout)
        if sys.stdin in readable and not os.read(0, 1):
            return
        for end, other in (ends, ends[::-1]):
            if end in readable:
                waiting[other].append((time.monotonic() + delay, os.read(end, 2048)))
        now = time.monotonic()
        for end, queue in waiting.items():
            while queue and queue[0][0] <= now:
                os.write(end, queue.popleft()[1])


def main():
    down, up, round_trip, number = map(int, sys.argv[1:])
    server, reader = f"10.77.{number}.1", f"10.77.{number}.2"
    ours = interface(server, reader, down)
    if ctypes.CDLL(None, use_errno=True).unshare(NEW_NETWORK) != 0:
        raise OSError(ctypes.get_errno(), "no second network namespace")
    theirs = interface(reader, server, up)
    print("ready", os.getpid(), flush=True)
    relay((ours, theirs), round_trip / 2_000)


main()
