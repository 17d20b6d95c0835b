#!/usr/bin/env python3
"""A mail server with faults, for test-probe.sh: scripted-server.py CERT KEY LOG ADDRESS:PORT=FAULT ...

Every line that a client says goes to LOG as "ADDRESS:PORT TAB line"; bytes that came before the reply to the last command was
complete are marked "TOO EARLY".
"""
import select
import socket
import ssl
import sys
import threading
import time

cert, key, log_path = sys.argv[1:4]
log = open(log_path, "a", buffering=1)
lock = threading.Lock()
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(cert, key)
EHLO = ["mail.example.org", "PIPELINING", "SIZE 10240000", "8BITMIME", "ENHANCEDSTATUSCODES", "DSN"]


def note(place, text):
    with lock:
        log.write(f"{place}\t{text.encode('unicode_escape').decode()}\n")


class Session:
    def __init__(self, link, place, fault):
        self.link, self.place, self.fault = link, place, fault
        self.buffer = b""
        self.tls = False

    def send(self, *lines):
        last = len(lines) - 1
        for number, line in enumerate(lines):
            code, text = line[:3], line[4:]
            self.link.sendall(f"{code}{'-' if number < last else ' '}{text}\r\n".encode())
            if number < last:
                time.sleep(0.05)  # a reply in pieces: nobody may speak between them

    def early(self):
        if self.tls and self.link.pending():
            return True
        if self.tls or not select.select([self.link], [], [], 0.1)[0]:
            return False
        return self.link.recv(1, socket.MSG_PEEK) != b""  # nothing: the client has hung up

    def line(self):
        while b"\n" not in self.buffer:
            part = self.link.recv(4096)
            if not part:
                return None
            self.buffer += part
        line, self.buffer = self.buffer.split(b"\n", 1)
        text = line.decode("latin-1").rstrip("\r")
        note(self.place, text)
        return text

    def starttls(self):
        if self.fault == "starttls-454":
            return self.send("454 4.7.0 TLS not available")
        self.send("220 2.0.0 go")
        if self.fault == "starttls-garbage":
            self.link.sendall(b"this is no handshake\r\n" * 20)
            time.sleep(0.5)
            return self.link.close()
        if self.fault == "starttls-close":
            return self.link.close()
        if self.fault == "starttls-silent":
            time.sleep(30)
            return self.link.close()
        kept = self.buffer
        self.link = context.wrap_socket(self.link, server_side=True)
        self.tls = True
        # A server with the old fault goes on with what it read before the handshake.
        self.buffer = kept if self.fault == "injection" else b""

    def talk(self):
        while True:
            text = self.line()
            if text is None:
                return
            verb = text.split(" ")[0].upper()
            if verb != "STARTTLS" and (self.buffer or self.early()):
                note(self.place, f"TOO EARLY after {text}")
            if verb == "EHLO":
                if self.fault == "ehlo-refused":
                    self.send("502 5.5.1 Command not implemented")
                    continue
                if self.fault == "names-refused" and (text[5:].startswith("[") or "." not in text):
                    self.send("501 5.5.2 Invalid HELO")
                    continue
                lines = list(EHLO)
                if not self.tls and self.fault != "no-starttls":
                    lines.append("STARTTLS")
                    if self.fault == "starttls-twice":
                        lines.append("STARTTLS")
                if self.fault == "old-style-auth":
                    if self.tls:
                        lines.append("AUTH=PLAIN LOGIN")
                elif self.fault == "no-auth":
                    pass
                elif self.tls or self.fault == "auth-in-clear":
                    lines.append("AUTH PLAIN LOGIN")
                self.send(*["250 " + line for line in lines])
            elif verb == "HELO":
                self.send("250 mail.example.org")
            elif verb == "STARTTLS":
                self.starttls()
            elif verb == "AUTH":
                self.send("334 " if self.fault == "auth-hidden" else "535 5.7.8 wrong")
            elif verb == "NOOP":
                self.send("250 2.0.0 Ok")
            elif verb in ("MAIL", "RCPT", "RSET"):
                self.send("530 5.7.0 log in first" if verb == "MAIL" else "250 2.0.0 Ok")
            elif verb == "QUIT":
                self.send("221 2.0.0 Bye")
                return
            else:
                self.send("500 5.5.2 what?")

    def run(self):
        try:
            fault = self.fault
            if fault == "silent":
                while self.link.recv(4096):
                    note(self.place, "bytes to a silent port")
                return
            if fault == "trickle":
                for byte in b"220 mail.example.org and so on and so on and so on and so on\r\n":
                    self.link.sendall(bytes([byte]))
                    time.sleep(1)
                return
            if fault == "close":
                return
            if fault in ("421", "450", "454", "554"):
                text = {"421": "4.3.2 too many connections", "450": "4.3.2 later", "454": "4.7.0 later",
                        "554": "5.7.1 your address is on a block list"}[fault]
                self.send(f"{fault} {text}")
                while self.line() is not None:
                    self.send("503 5.5.1 no")
                return
            if fault == "http":
                self.link.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
            if fault in ("tls", "tls-421"):
                self.link = context.wrap_socket(self.link, server_side=True)
                self.tls = True
                if fault == "tls-421":
                    self.send("421 4.3.2 too many connections")
                    return
            if fault == "late":
                time.sleep(5.5)
            if fault == "multi-line":
                self.send("220 mail.example.org ESMTP", "220 no advertising", "220 ready")
            elif fault == "hostile":
                self.link.sendall(b"220 \x1b[31mred\x1b[0m <script>alert(1)</script> \xff\r\n")
            else:
                self.send("220 mail.example.org ESMTP")
            self.talk()
        except (OSError, ValueError):
            pass
        finally:
            try:
                self.link.close()
            except OSError:
                pass


def serve(address, port, fault):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    server = socket.socket(family)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((address, port))
    if fault == "drop":
        # The queue of a server that accepts nobody is soon full; further packets are dropped, as by a firewall.
        server.listen(0)
        held = []
        for _ in range(4):
            client = socket.socket(family)
            client.setblocking(False)
            client.connect_ex((address, port))
            held.append(client)
        while True:
            time.sleep(3600)
    server.listen(512)
    while True:
        link, _ = server.accept()
        threading.Thread(target=Session(link, f"{address}:{port}", fault).run, daemon=True).start()


for argument in sys.argv[4:]:
    place, fault = argument.split("=")
    address, port = place.rsplit(":", 1)
    threading.Thread(target=serve, args=(address.strip("[]"), int(port), fault), daemon=True).start()
time.sleep(86400)
