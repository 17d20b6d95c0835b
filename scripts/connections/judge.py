"""Compares what an audit says about ports with what the clients know.

    judge.py NAME REPORT TRUTH LOG LEAST

LOG is the log with stamps of microseconds; LEAST the share of sessions, in per mille, whose port must be known where Postfix
wrote its `connect from` lines at once. One such line that a busy machine wrote late makes the window wider, or falls out of
it, and either way more sessions look alike: then nine of ten must be known, and where more than one in fifty lines came late
nothing is demanded but that no port is wrong.
"""
import datetime
import json
import re
import sys

name, report, truth, log, least = sys.argv[1:]
report = json.load(open(report))
# How long a quiet machine takes at most from a connection to its line, in milliseconds.
at_once = 100

# "2026-11-23T16:29:25.123456+00:00 mail postfix/smtpd[12]: connect from …", then of the same process
# "…: client=…, sasl_method=LOGIN, sasl_username=u1@example.org".
line = re.compile(r"(\S+) mail postfix\S*/smtpd\[(\d+)\]: (?:(connect) from |.*sasl_username=([^\s,]+))")
began, connected = {}, {}
for text in open(log, errors="replace"):
    found = line.match(text)
    if not found:
        continue
    stamp, process, opening, user = found.groups()
    if opening:
        began[process] = datetime.datetime.fromisoformat(stamp).timestamp()
    elif process in began:
        connected.setdefault(user, began[process])

ports = {user["identity"]: list(user["ports"]) for user in report["users"]}
total = known = wrong = late = 0
latest = 0.0
for row in open(truth):
    user, _, port, moment = row.split()
    total += 1
    delay = 1000 * (connected[user] - float(moment)) if user in connected else float("inf")
    late += delay > at_once
    latest = max(latest, delay)
    said = ports.get(user, [])
    if not said or said == ["unknown"]:
        continue
    known += 1
    wrong += said != [port]

print(f"{name}: {total} sessions, {known} known ({100 * known / total:.1f} %), {wrong} wrong")
demanded = int(least)
if late:
    print(f"{name}: {late} lines came more than {at_once} ms late, the last of them {latest:.0f} ms")
    demanded = min(demanded, 900) if late <= total / 50 else 0
sys.exit(wrong > 0 or known * 1000 < demanded * total)
