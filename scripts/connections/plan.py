"""Writes the plan of the sessions, the same for the same seed.

    plan.py SESSIONS SECONDS SEED

Sixteen mail programs with an address of their own, which send one message after the other, and four people behind one
address, who send whenever they like.
"""
import random
import sys

sessions, seconds, seed = (int(a) for a in sys.argv[1:])
chance = random.Random(seed)
ports = [25, 587, 465]
rows = []
number = 0
for _ in range(sessions // 8):
    number += 1
    local = f"10.0.0.{11 + chance.randrange(4)}"
    rows.append((chance.uniform(0, seconds), local, "198.51.100.9", chance.choice(ports), f"u{number}"))
own = [[] for _ in range(16)]
while number < sessions:
    number += 1
    own[number % 16].append(number)
for address, numbers in enumerate(own):
    gap = seconds / len(numbers)
    for k, n in enumerate(numbers):
        local = f"198.51.100.{101 + address}"
        rows.append((k * gap + chance.uniform(0, 0.8 * gap), local, local, chance.choice(ports), f"u{n}"))
# Connections without a word, as port scanners and broken devices make them.
for _ in range(sessions // 25):
    local = f"198.51.100.{101 + chance.randrange(16)}"
    rows.append((chance.uniform(0, seconds), local, local, chance.choice(ports), "-"))
for moment, local, seen, port, user in sorted(rows):
    print(f"{moment:.3f} {local} {seen} {port} {user}")
