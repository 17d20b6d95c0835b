"""Takes Postfix's syslog messages from a socket and writes them twice, as two usual syslog servers would.

    stamp-log.py SOCKET FINE COARSE

FINE has stamps to the microsecond (RFC 3339, Debian's default), COARSE to the second (RFC 3164).
"""
import datetime
import os
import re
import socket
import sys

path, fine, coarse = sys.argv[1:]
server = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
server.bind(path)
os.chmod(path, 0o666)
# "<22>Nov 23 16:29:25 postfix/smtpd[12]: connect from …"
head = re.compile(rb"^<\d+>\w{3} [ \d]\d \d\d:\d\d:\d\d ")
with open(fine, "wb", buffering=0) as a, open(coarse, "wb", buffering=0) as b:
    while True:
        text = head.sub(b"", server.recv(1 << 16)).rstrip(b"\n\0")
        now = datetime.datetime.now(datetime.timezone.utc)
        a.write(now.isoformat(timespec="microseconds").encode() + b" mail " + text + b"\n")
        b.write(now.strftime("%b %e %H:%M:%S").encode() + b" mail " + text + b"\n")
