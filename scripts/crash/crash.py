"""What a state is worth after a crash.

Three series over the same logs; each asks that the next run opens the state and ends with the totals of one audit:
  kill   the run is killed at the entry of one of its writing system calls (strace injects SIGKILL)
  fault  that call fails instead: the disk is full, or an I/O error
  power  the power fails: what was synced is on the disk, of the rest any part may be, torn at sectors

Usage: crash.py PROGRAM LOGGEN WORK SEED SAMPLES   (SAMPLES of each series and situation; 0: every point)
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys

CALLS = "pwrite64,ftruncate,fdatasync,fsync,unlink"
SECTOR = 512


class Writes:
    """The writing calls of a run, read from strace's output, in their order."""

    # 4711 pwrite64(8</x/state.sqlite-wal>, "\x37\x7f", 2, 0) = 2
    LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
    DESCRIPTOR = re.compile(r"^\d+<((?:[^>\\]|\\x[0-9a-f]{2})*)>")
    TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')

    def __init__(self, trace, state):
        self.steps = []
        for line in open(trace, encoding="ascii", errors="replace"):
            found = self.LINE.match(line)
            if not found or int(found[3]) < 0:
                continue
            call, arguments = found[1], found[2]
            if call == "unlink":
                path = self.text(self.TEXT.search(arguments)[1]).decode()
            else:
                path = self.text(self.DESCRIPTOR.match(arguments)[1]).decode()
            # The index of the log in memory (-shm) does not outlive a power cut, and the lock holds nothing.
            if not path.startswith(state) or path.endswith(("-shm", ".lock")):
                continue
            rest = arguments.rsplit(", ", 2)
            if call == "pwrite64":
                data = self.text(self.TEXT.search(arguments)[1])
                assert len(data) == int(rest[1]), "strace did not show the whole write"
                self.steps.append(("write", path, int(rest[2]), data))
            elif call == "ftruncate":
                self.steps.append(("truncate", path, int(rest[-1]), b""))
            elif call in ("fsync", "fdatasync"):
                self.steps.append(("sync", path, 0, b""))
            else:
                self.steps.append(("unlink", path, 0, b""))

    @staticmethod
    def text(escaped):
        if escaped.startswith("/"):
            return escaped.encode()
        return bytes.fromhex(escaped.replace("\\x", ""))


class Disk:
    """Files of which some writes are only promised."""

    def __init__(self, files):
        self.synced = {path: bytearray(data) for path, data in files.items()}
        self.promised = {}

    @staticmethod
    def apply(data, step):
        kind, _, offset, content = step
        if kind == "truncate":
            del data[offset:]
            data.extend(bytes(offset - len(data)))
        else:
            data.extend(bytes(max(0, offset - len(data))))
            data[offset : offset + len(content)] = content

    def do(self, step):
        kind, path = step[0], step[1]
        if kind == "sync":
            data = self.synced.setdefault(path, bytearray())
            for late in self.promised.pop(path, []):
                self.apply(data, late)
        elif kind == "unlink":
            # SQLite syncs the folder after it; that the name is gone sooner is the harder case.
            self.synced.pop(path, None)
            self.promised.pop(path, None)
        else:
            self.synced.setdefault(path, bytearray())
            self.promised.setdefault(path, []).append(step)

    def after_power_cut(self, chance):
        files = {path: bytearray(data) for path, data in self.synced.items()}
        for path, steps in self.promised.items():
            share = chance.choice((0, 0.5, 1))
            for step in steps:
                if chance.random() >= share:
                    continue
                kind, _, offset, content = step
                if kind == "write" and len(content) > SECTOR and chance.random() < 0.3:
                    keep = SECTOR * chance.randrange(len(content) // SECTOR + 1)
                    step = (kind, path, offset, content[:keep])
                self.apply(files[path], step)
        return files


class Crash:
    def __init__(self, program, loggen, work, seed, samples):
        self.program, self.work, self.samples = program, work, samples
        self.chance = random.Random(seed)
        self.logs = os.path.join(work, "logs")
        self.state = os.path.join(work, "state.sqlite")
        days = os.path.join(work, "days")
        os.mkdir(days)
        subprocess.run(
            [loggen, "icewarp", "--bytes", "400KB", "--days", "3", "--users", "20", "--addresses", "40", "--sessions",
             "3", "--stamp", "rfc822", "--seed", "3", "--out-dir", days, "--truth", os.path.join(work, "truth.json")],
            check=True, stderr=subprocess.DEVNULL)
        self.days = sorted(os.path.join(days, name) for name in os.listdir(days))
        self.whole = self.numbers(self.run("audit", days, "--json", "--quiet"))
        self.tried = 0

    def run(self, *arguments, before=()):
        return subprocess.run([*before, self.program, *arguments], capture_output=True)

    def audit(self, *more, before=()):
        return self.run(
            "audit", self.logs, "--state", self.state, "--server-name", "mail", "--quiet", "--threads", "1",
            "--commit-every", "60000", *more, before=before)

    @staticmethod
    def numbers(done):
        """The report without what may differ: when it was made, what was read now, and where a line stands."""
        if done.returncode != 0:
            raise SystemExit(f"crash: exit {done.returncode}: {done.stderr.decode(errors='replace')}")

        def without_places(entry):
            entry.pop("evidence", None)
            return entry

        report = json.loads(done.stdout, object_hook=without_places)
        return {key: report[key] for key in ("totals", "users", "addresses", "refusals")}

    def situation(self, number):
        """0: no state yet, all logs there. 1: a state of the first day and a half, the rest has come since."""
        shutil.rmtree(self.logs, ignore_errors=True)
        os.mkdir(self.logs)
        for name in os.listdir(self.work):
            if name.startswith("state.sqlite"):
                os.remove(os.path.join(self.work, name))
        if number == 1:
            shutil.copy(self.days[0], self.logs)
            half = open(self.days[1], "rb").read()
            with open(os.path.join(self.logs, os.path.basename(self.days[1])), "wb") as file:
                file.write(half[: len(half) // 2])
            self.numbers(self.audit("--json"))
        for day in self.days:
            shutil.copy(day, self.logs)

    def files(self):
        found = {}
        for suffix in ("", "-wal", "-journal"):
            path = self.state + suffix
            if os.path.exists(path):
                found[path] = open(path, "rb").read()
        return found

    def judge(self, what):
        """The state opens, and the next run ends with the totals of one audit."""
        self.tried += 1
        if os.path.exists(self.state) and os.path.getsize(self.state) > 0:
            check = self.run("state", "check", "--state", self.state)
            if check.returncode != 0:
                self.keep(what, check)
        after = self.audit("--json")
        if after.returncode != 0:
            self.keep(what, after)
        if self.numbers(after) != self.whole:
            self.keep(what, after)

    def keep(self, what, done):
        raise SystemExit(
            f"crash: {what}: exit {done.returncode}, {done.stderr.decode(errors='replace').strip() or 'other totals'}")

    def trace(self):
        path = os.path.join(self.work, "trace")
        done = self.audit(
            before=["strace", "-f", "-qq", "-y", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-o", path])
        if done.returncode != 0:
            raise SystemExit(f"crash: under strace: exit {done.returncode}: {done.stderr.decode(errors='replace')}")
        return path

    def points(self, count):
        every = list(range(count))
        if self.samples and self.samples < count:
            return sorted(self.chance.sample(every, self.samples))
        return every

    def all(self):
        for number in (0, 1):
            self.situation(number)
            before = self.files()
            trace = self.trace()
            steps = Writes(trace, self.state).steps
            calls = sum(1 for _ in open(trace, encoding="ascii", errors="replace"))
            print(f"crash: {'a later' if number else 'the first'} run makes {calls} writing calls", flush=True)
            if len(steps) < 20:
                raise SystemExit("crash: too few writes were seen")
            hit = 0
            for point in self.points(calls):
                for fault in ("signal=KILL", self.chance.choice(("error=ENOSPC", "error=EIO"))):
                    self.situation(number)
                    done = self.audit(
                        before=["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={CALLS}", "-e",
                                f"inject={CALLS}:{fault}:when={point + 1}"])
                    if done.returncode < 0 or done.returncode > 64:
                        hit += 1
                    self.judge(f"{fault} at call {point + 1}")
            if hit == 0:
                raise SystemExit("crash: no fault was met")
            disk = Disk(before)
            chosen = set(self.points(len(steps)))
            for point, step in enumerate(steps):
                disk.do(step)
                if point not in chosen:
                    continue
                self.situation(number)
                for path in self.files():
                    os.remove(path)
                for path, data in disk.after_power_cut(self.chance).items():
                    with open(path, "wb") as file:
                        file.write(data)
                self.judge(f"power cut after write {point + 1}")
        print(f"crash: {self.tried} crashes, after each the totals are those of one audit")


if __name__ == "__main__":
    program, loggen, work, seed, samples = sys.argv[1:]
    Crash(program, loggen, work, int(seed), int(samples)).all()
