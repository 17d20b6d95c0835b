"""Drives submission sessions by plan and writes down what the client itself knows.

    talk.py PLAN TRUTH

A line of PLAN: moment in seconds, local address, address that the server sees, port, user (or "-": connect and leave).
TRUTH gets one line for each session that logged in: user, address that the server sees, port, when it began to connect
(seconds since 1970).
"""
import smtplib
import socket
import ssl
import sys
import threading
import time

plan, truth = sys.argv[1:]
server = "192.0.2.1"
context = ssl._create_unverified_context()
results = []
lock = threading.Lock()
begin = time.monotonic() + 0.5


def session(moment, local, seen, port, user):
    time.sleep(max(0, begin + moment - time.monotonic()))
    source = (local, 0)
    try:
        if user == "-":
            socket.create_connection((server, port), 10, source).close()
            return
        connecting = time.time()
        if port == 465:
            smtp = smtplib.SMTP_SSL(server, port, "pc.example.org", timeout=20, source_address=source, context=context)
        else:
            smtp = smtplib.SMTP(server, port, "pc.example.org", timeout=20, source_address=source)
            if port == 587:
                smtp.starttls(context=context)
        smtp.login(user + "@example.org", "secret")
        smtp.sendmail(user + "@example.org", "customer@example.net", "Subject: text\r\n\r\ntext\r\n")
        smtp.quit()
        with lock:
            results.append((user + "@example.org", seen, port, f"{connecting:.6f}"))
    except (OSError, smtplib.SMTPException) as fault:
        print(f"{user} from {local} on {port}: {fault}", file=sys.stderr)


threads = []
for line in open(plan):
    moment, local, seen, port, user = line.split()
    thread = threading.Thread(target=session, args=(float(moment), local, seen, int(port), user))
    thread.start()
    threads.append(thread)
for thread in threads:
    thread.join()
with open(truth, "w") as out:
    for row in sorted(results):
        print(*row, sep="\t", file=out)
