#!/usr/bin/env python3
"""A web server with TLS and a DNS responder on loopback, which publish what a folder holds.

    stage.py FOLDER CERTIFICATE KEY [WEB-PORT DNS-PORT]

FOLDER/HOST/PATH is what https://HOST/PATH answers, to GET and POST alike; FOLDER/srv.json holds SRV records by name:
{"_submissions._tcp.example.com": [[0, 1, 465, "mail.example.com"]]}. A name with null gets no answer.
FOLDER/names.json may hold hosts: {"alias.example.com": {"alias": "mail.example.com", "caa": [["issue", "ca.example.net"]]}}; null stands
for a name that does not exist. Prints both ports.
"""
import http.server
import json
import os
import socket
import ssl
import struct
import sys
import threading
import urllib.parse

folder, certificate, key = sys.argv[1:4]
web_port, dns_port = [int(text) for text in sys.argv[4:6]] or [0, 0]


class Page(http.server.BaseHTTPRequestHandler):
    def answer(self):
        path = urllib.parse.urlsplit(self.path).path
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        host = (self.headers.get("Host") or "").split(":")[0]
        file = os.path.join(folder, host, path.lstrip("/"))
        if not os.path.isfile(file):
            self.send_error(404)
            return
        content = open(file, "rb").read()
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass


def wire(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".") if label) + b"\0"


def host_reply(question, end, host):
    """CNAME and CAA of a host; nothing means that there is no such name."""
    if host is None:
        return question[:2] + struct.pack(">HHHHH", 0x8183, 1, 0, 0, 0) + question[12:end]
    answers = []
    if "alias" in host:
        answers.append((5, wire(host["alias"])))
    for tag, value in host.get("caa", []):
        answers.append((257, bytes([0, len(tag)]) + tag.encode() + value.encode()))
    body = question[12:end]
    for kind, data in answers:
        body += b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 60, len(data)) + data
    return question[:2] + struct.pack(">HHHHH", 0x8180, 1, len(answers), 0, 0) + body


def reply(question, records, hosts):
    end = question.index(b"\0", 12) + 5
    names = []
    at = 12
    while question[at]:
        names.append(question[at + 1:at + 1 + question[at]].decode())
        at += question[at] + 1
    name = ".".join(names).lower()
    if name in hosts:
        return host_reply(question, end, hosts[name])
    found = records.get(name, [])
    if found is None:
        return None
    head = question[:2] + struct.pack(">HHHHH", 0x8180, 1, len(found), 0, 0)
    body = question[12:end]
    for priority, weight, port, target in found:
        data = struct.pack(">HHH", priority, weight, port) + wire(target)
        body += b"\xc0\x0c" + struct.pack(">HHIH", 33, 1, 60, len(data)) + data
    return head + body


def names(sock):
    with open(os.path.join(folder, "srv.json")) as file:
        records = json.load(file)
    hosts = {}
    if os.path.exists(os.path.join(folder, "names.json")):
        with open(os.path.join(folder, "names.json")) as file:
            hosts = json.load(file)
    while True:
        question, peer = sock.recvfrom(4096)
        answer = reply(question, records, hosts)
        if answer is not None:
            sock.sendto(answer, peer)


web = http.server.ThreadingHTTPServer(("127.0.0.1", web_port), Page)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
web.socket = context.wrap_socket(web.socket, server_side=True)
dns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
dns.bind(("127.0.0.1", dns_port))
threading.Thread(target=names, args=(dns,), daemon=True).start()
print(web.server_address[1], dns.getsockname()[1], flush=True)
web.serve_forever()
