"""Writes the plan of the sessions, the same for the same seed.

    plan.py SESSIONS SECONDS SEED

Sixteen addresses of their own, and four people behind one address, who do not all knock within the same second.
"""
import random
import sys

sessions, seconds, seed = (int(a) for a in sys.argv[1:])
chance = random.Random(seed)
ports = [25, 587, 465]
rows = []
number = 0
office = sessions // 8
gap = seconds / office
for k in range(office):
    number += 1
    local = f"10.0.0.{11 + chance.randrange(4)}"
    rows.append((k * gap + chance.uniform(0, 0.4 * gap), local, "198.51.100.9", chance.choice(ports), f"u{number}"))
while number < sessions:
    number += 1
    local = f"198.51.100.{101 + chance.randrange(16)}"
    rows.append((chance.uniform(0, seconds), local, local, chance.choice(ports), f"u{number}"))
# Connections without a word, as port scanners and broken devices make them.
for _ in range(sessions // 25):
    local = f"198.51.100.{101 + chance.randrange(16)}"
    rows.append((chance.uniform(0, seconds), local, local, chance.choice(ports), "-"))
for moment, local, seen, port, user in sorted(rows):
    print(f"{moment:.3f} {local} {seen} {port} {user}")
