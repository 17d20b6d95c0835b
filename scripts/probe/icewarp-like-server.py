#!/usr/bin/env python3
"""A mail server that logs its dialogue as IceWarp does, for test-probe.sh:

    icewarp-like-server.py CERT KEY ADDRESS:PORT[:tls]=LOG[=LOCAL] ...

LOCAL is what "local IP=" shows (default: ADDRESS). Lines are written a second late, as by a server that buffers its log.
"""
import socket
import ssl
import sys
import threading
import time

cert, key = sys.argv[1:3]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(cert, key)
lock = threading.Lock()
number = 0


def serve(link, peer, local, path):
    global number
    with lock:
        number += 1
        thread = f"{number:04X}"
    lines = []

    def note(text):
        now = time.time()
        stamp = time.strftime("%H:%M:%S", time.localtime(now)) + f":{int(now * 1000) % 1000:03d}"
        lines.append(f"{peer:<16}[{thread}] {stamp} {text}\r\n")

    def say(text):
        note(">>> " + text)
        link.sendall((text + "\r\n").encode())

    try:
        note(f"Connected, local IP={local}")
        say("220 mail.example.org ESMTP IceWarp 14.2.0.5; " + time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime()))
        file = link.makefile("rb")
        for raw in file:
            line = raw.decode(errors="replace").rstrip("\r\n")
            note("<<< " + line)
            verb = line.split(" ")[0].upper()
            if verb == "QUIT":
                say("221 2.0.0 mail.example.org closing connection")
                break
            if verb == "EHLO":
                link.sendall(b"250-mail.example.org Hello\r\n")
                say("250 SIZE 10240000")
            else:
                say("250 2.0.0 Ok")
    except OSError:
        pass
    note("Disconnected")
    time.sleep(1)
    with lock, open(path, "a", newline="") as log:
        log.writelines(lines)
    link.close()


def listen(address, port, tls, path, local):
    listener = socket.create_server((address, port))
    while True:
        link, peer = listener.accept()
        try:
            if tls:
                link = context.wrap_socket(link, server_side=True)
        except (OSError, ssl.SSLError):
            continue
        threading.Thread(target=serve, args=(link, peer[0], local, path), daemon=True).start()


for place in sys.argv[3:]:
    where, path, *local = place.split("=")
    address, port, *mode = where.split(":")
    threading.Thread(target=listen, args=(address, int(port), mode == ["tls"], path, (local or [address])[0]), daemon=True).start()
time.sleep(600)
