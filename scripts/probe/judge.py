#!/usr/bin/env python3
"""Runs the probe on the servers of test-probe.sh and holds its answers against what the servers are and what other programs say.

    judge.py PROGRAM WORK
"""
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import time

program, work = sys.argv[1:3]
etc = f"{work}/etc"
failures = 0


def expect(name, condition, seen=None):
    global failures
    if not condition:
        failures += 1
        print(f"FAIL {name}: {seen}")


def run(*arguments):
    done = subprocess.run([program, "probe", *arguments], capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    return done.returncode, done.stdout, done.stderr


def probe(*arguments, ca=True):
    arguments = list(arguments) + ["--json"] + (["--ca-file", f"{etc}/root.pem"] if ca else [])
    status, out, err = run(*arguments)
    try:
        return status, json.loads(out)
    except ValueError:
        print(f"FAIL no JSON from {arguments}: {status} {out} {err}")
        sys.exit(1)


def target(result, port, address=None):
    found = [t for t in result["targets"] if t["port"] == port and address in (None, t["address"])]
    return found[0] if found else sys.exit(f"FAIL no target with port {port}: {result}")


def verdict(target, check):
    found = [c for c in target["checks"] if c["id"] == check]
    return found[0]["verdict"] if found else "absent"


def detail(target, check):
    return next((c["detail"] for c in target["checks"] if c["id"] == check), "")


def openssl(address, port, starttls=True, *more):
    """What openssl s_client says: verify code, version, cipher, subject."""
    command = ["openssl", "s_client", "-connect", f"{address}:{port}", "-servername", "mail.example.org", "-CAfile", f"{etc}/root.pem",
               "-no-CApath", "-no-CAstore", *more] + (["-starttls", "smtp"] if starttls else [])
    done = subprocess.run(command, input="QUIT\n", capture_output=True, text=True, timeout=20)
    text = done.stdout + done.stderr
    codes = re.findall(r"Verify return code: (\d+)", text)
    cipher = re.search(r"New, (TLSv[0-9.]+), Cipher is (\S+)", text)
    protocol = re.search(r"Protocol *: (TLSv[0-9.]+)", text)
    return {"verify": int(codes[0]) if codes else None, "cipher": cipher and cipher.group(2),
            "version": (protocol or cipher) and (protocol or cipher).group(1), "text": text}


def swaks(address, port, *more):
    done = subprocess.run(["swaks", "--server", address, "--port", str(port), "--timeout", "10", "--helo", "probe.example.org", *more],
                          capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


# ---- Postfix, Exim and OpenSMTPD in good order ---------------------------------------------------------------------------
started = time.time()
status, result = probe("mail.example.org", "--timeout", "8")
expect("a sound Postfix is ready", status == 0 and result["ready"] and result["blockers"] == [], (status, result["blockers"]))
expect("the schema", result["schema"] == "port587-probe/1", result["schema"])
expect("three ports", [(t["port"], t["mode"]) for t in result["targets"]] == [(25, "plain"), (587, "starttls"), (465, "tls")])
for t in result["targets"]:
    expect(f"names of a target on {t['port']}", set(t) == {"host", "address", "port", "mode", "reachability", "connectMilliseconds",
                                                          "greeting", "capabilities", "tls", "checks"}, set(t))
    bad = [(c["id"], c["verdict"], c["detail"]) for c in t["checks"] if c["verdict"] not in ("pass", "notRun")]
    expect(f"nothing to complain about on {t['port']}", not bad, bad)
seen = openssl("127.0.1.1", 587)
tls = target(result, 587)["tls"]
expect("version and cipher as openssl says", (tls["version"], tls["cipher"]) == (seen["version"], seen["cipher"]), (tls, seen["version"], seen["cipher"]))
code, text = swaks("127.0.1.1", 587, "--quit-after", "ehlo", "-tls")
told = [line.split("250", 1)[1][1:].strip() for line in text.splitlines() if re.match(r"<~ +250[- ]", line)][1:]
expect("capabilities behind TLS as swaks says", target(result, 587)["capabilities"]["afterTLS"] == told, (target(result, 587)["capabilities"], told))
code, text = swaks("127.0.1.1", 587, "--quit-after", "ehlo")
told = [line.split("250", 1)[1][1:].strip() for line in text.splitlines() if re.match(r"<- +250[- ]", line)][1:]
expect("capabilities before TLS as swaks says", target(result, 587)["capabilities"]["beforeTLS"] == told, told)
expect("the greeting as swaks says", target(result, 587)["greeting"] in text, text)

broken = set()
for name, address in (("Exim", "127.0.2.1"), ("OpenSMTPD", "127.0.3.1")):
    status, result = probe(address, "--timeout", "8")
    expect(f"{name} takes every name", verdict(target(result, 587), "P05") == "pass", detail(target(result, 587), "P05"))
    expect(f"{name} takes HELO", verdict(target(result, 587), "P04") == "pass", detail(target(result, 587), "P04"))
    expect(f"{name} lets nothing be smuggled in", verdict(target(result, 587), "P08") == "pass", detail(target(result, 587), "P08"))
    seen = openssl(address, 587)["text"]
    if "alert internal error" in seen:
        # OpenSMTPD 6.8 keeps its key in another process, in a way that a newer OpenSSL 3.0 takes for no key.
        broken.add(address)
        print(f"test-probe: openssl finds that {name} cannot make a handshake; the probe has to find the same")
        for port, check in ((587, "P07"), (465, "P02")):
            expect(f"{name} {port} fails as openssl says", verdict(target(result, port), check) == "fail" and
                   "alert internal error" in detail(target(result, port), check), detail(target(result, port), check))
        continue
    # Asked by address: the certificate is for a name, and nothing else may be wrong.
    expect(f"{name} has no other fault than the name", set(result["blockers"]) == {f"P11@{address}:587", f"P11@{address}:465"}, result["blockers"])
    for port, starttls in ((587, True), (465, False)):
        seen, tls = openssl(address, port, starttls), target(result, port)["tls"]
        expect(f"{name} {port} as openssl says", tls and (tls["version"], tls["cipher"]) == (seen["version"], seen["cipher"])
               and seen["verify"] == 0 and tls["certificate"]["trust"] == "valid", (tls, seen["verify"], seen["cipher"], seen["text"][-600:]))
        old = openssl(address, port, starttls, "-tls1_1", "-cipher", "ALL:@SECLEVEL=0")
        taken = old["cipher"] not in (None, "(NONE)")
        expect(f"{name} {port} old TLS as openssl says ({'taken' if taken else 'refused'})",
               (verdict(target(result, port), "P09") == "warn") == taken, (detail(target(result, port), "P09"), old["text"][-400:]))
        rsa = openssl(address, port, starttls, "-tls1_2", "-cipher", "kRSA:@SECLEVEL=0")
        taken = rsa["cipher"] not in (None, "(NONE)")
        expect(f"{name} {port} RSA key exchange as openssl says", ("still taken" in detail(target(result, port), "P40")) == taken, detail(target(result, port), "P40"))

# ---- certificates ----------------------------------------------------------------------------------------------------
# name, trust, whether the name matches, verify codes of openssl
CERTIFICATES = [
    ("expired", "expired", True, {10}), ("early", "notYetValid", True, {9}), ("soon", "valid", True, {0}),
    ("other", "valid", False, {0}), ("wild", "valid", True, {0}), ("incomplete", "incomplete", True, {20, 21}),
    ("unknown", "untrusted", True, {19}), ("self", "selfSigned", True, {18}), ("nameless", "selfSigned", False, {18}),
    ("service", "valid", True, {0}),
]
for number, (name, trust, matches, codes) in enumerate(CERTIFICATES, 2):
    address = f"127.0.1.{number}"
    # The host's name leads to this address for the time of this question.
    lines = [line for line in open("/etc/hosts") if " mail.example.org" not in line]
    open("/etc/hosts", "w").writelines(lines + [f"{address} mail.example.org\n"])
    status, result = probe("mail.example.org", "--port", "587:starttls", "--port", "465:tls", "--timeout", "8")
    for port in (587, 465):
        t, seen = target(result, port), openssl(address, port, port == 587)
        certificate = t["tls"]["certificate"]
        expect(f"certificate {name} on {port}", (certificate["trust"], certificate["nameMatches"]) == (trust, matches), certificate)
        expect(f"certificate {name} on {port}: openssl agrees", seen["verify"] in codes, seen["verify"])
        good = {"soon": "warn"}.get(name, "pass") if trust == "valid" else "fail"
        expect(f"certificate {name} on {port}: chain and name are apart", (verdict(t, "P10"), verdict(t, "P11")) ==
               (good, "pass" if matches else "fail"), (detail(t, "P10"), detail(t, "P11")))
        expect(f"certificate {name} on {port}: the handshake is apart", verdict(t, "P07" if port == 587 else "P02") == "pass")
        dates = openssl(address, port, port == 587, "-showcerts")["text"]
        dates = subprocess.run(["openssl", "x509", "-noout", "-enddate", "-dateopt", "iso_8601", "-subject"], input=dates, capture_output=True, text=True).stdout
        expect(f"certificate {name} on {port}: last day and subject as openssl says", certificate["notAfter"].replace("T", " ") in dates and
               certificate["subject"].replace("=", " = ") in dates, (certificate, dates))
        service = "yes: _submission.example.org" if name == "service" else "no, and none is needed"
        expect(f"certificate {name} on {port}: name of the service", detail(t, "P12") == service, detail(t, "P12"))
    expect(f"certificate {name}: status", status == (0 if trust == "valid" and matches else 1), status)
# Exim (GnuTLS) and OpenSMTPD show the same certificates. Where openssl makes no handshake, the probe has to find the same.
compared = dict.fromkeys(("Exim", "OpenSMTPD"), 0)
for server, net in (("Exim", "127.0.2"), ("OpenSMTPD", "127.0.3")):
    for number, (name, trust, matches, codes) in enumerate(CERTIFICATES, 2):
        address = f"{net}.{number}"
        lines = [line for line in open("/etc/hosts") if " mail.example.org" not in line]
        open("/etc/hosts", "w").writelines(lines + [f"{address} mail.example.org\n"])
        status, result = probe("mail.example.org", "--port", "587:starttls", "--port", "465:tls", "--timeout", "8")
        for port in (587, 465):
            t, seen = target(result, port), openssl(address, port, port == 587)
            if seen["cipher"] in (None, "(NONE)") or "alert internal error" in seen["text"]:
                check = "P07" if port == 587 else "P02"
                expect(f"{server} {name} on {port}: no handshake, as openssl says", verdict(t, check) == "fail" and t["tls"] is None, (detail(t, check), seen["text"][-300:]))
                continue
            compared[server] += 1
            certificate = (t["tls"] or {}).get("certificate") or {}
            expect(f"{server} {name} on {port}", (certificate.get("trust"), certificate.get("nameMatches")) == (trust, matches), (certificate, detail(t, "P07")))
            expect(f"{server} {name} on {port}: openssl agrees", seen["verify"] in codes, seen["verify"])
            expect(f"{server} {name} on {port}: version and cipher as openssl says",
                   t["tls"] and (t["tls"]["version"], t["tls"]["cipher"]) == (seen["version"], seen["cipher"]), (t["tls"], seen["version"], seen["cipher"]))
            good = {"soon": "warn"}.get(name, "pass") if trust == "valid" else "fail"
            expect(f"{server} {name} on {port}: chain and name are apart", (verdict(t, "P10"), verdict(t, "P11")) ==
                   (good, "pass" if matches else "fail"), (detail(t, "P10"), detail(t, "P11")))
            if port == 587:
                code, text = swaks(address, port, "--quit-after", "ehlo", "-tls")
                told = [line.split("250", 1)[1][1:].strip() for line in text.splitlines() if re.match(r"<~ +250[- ]", line)][1:]
                expect(f"{server} {name}: capabilities behind TLS as swaks says", t["capabilities"]["afterTLS"] == told, (t["capabilities"], told))
print("test-probe: handshakes with faulty certificates compared with openssl:", ", ".join(f"{name} {count} of 20" for name, count in compared.items()))
expect("Exim shows every certificate", compared["Exim"] == 20, compared)
lines = [line for line in open("/etc/hosts") if " mail.example.org" not in line]
open("/etc/hosts", "w").writelines(lines + ["127.0.1.1 mail.example.org\n"])
status, result = probe("mail.example.org", "--port", "587", "--timeout", "8", ca=False)
expect("a private root is not trusted by itself", target(result, 587)["tls"]["certificate"]["trust"] == "untrusted", result)

# ---- policy ----------------------------------------------------------------------------------------------------------
POLICY = ["--policy-check", "--local-sender", "ana@example.org", "--local-recipient", "ben@example.org", "--external-recipient",
          "eva@example.net", "--timeout", "8"]
status, result = probe("mail.example.org", *POLICY)
for port, checks in ((587, ("P15", "P16")), (465, ("P15", "P16")), (25, ("P26", "P27", "P28", "P30"))):
    for check in checks:
        expect(f"policy {check} on {port}", verdict(target(result, port), check) == "pass", detail(target(result, port), check))
signature = target(result, 25)["signature"]
code, text = swaks("127.0.1.1", 25, "--from", "ana@example.org", "--to", "eva@example.net", "--quit-after", "rcpt")
expect("the refusal on 25 as swaks says", f"{signature['withoutLogin']['code']} {signature['withoutLogin']['enhancedCode']} {signature['withoutLogin']['text']}" in text, (signature, text))
status, result = probe("127.0.1.22", "--port", "25:plain", "--port", "587:starttls", *POLICY)
expect("an open relay is named", {"P28@127.0.1.22:25", "P30@127.0.1.22:25", "P15@127.0.1.22:587", "P16@127.0.1.22:587"} <= set(result["blockers"]), result["blockers"])
status, result = probe("127.0.1.25", "--port", "25:plain", *POLICY)
t = target(result, 25)
expect("Debian's 454 is a refusal", [verdict(t, check) for check in ("P26", "P28", "P30")] == ["pass"] * 3 and "454" in detail(t, "P30")
       and not any(c["verdict"] == "pushedBack" for c in t["checks"]), (status, result["blockers"], detail(t, "P28"), detail(t, "P30")))
status, result = probe("127.0.1.26", "--port", "587:starttls", "--timeout", "8")
t = target(result, 587)
expect("a certificate that cannot be loaded is no wish to be left alone", verdict(t, "P06") == "pass" and verdict(t, "P07") == "fail" and "454" in detail(t, "P07")
       and status == 1 and not any(c["verdict"] == "pushedBack" for c in t["checks"]), (status, detail(t, "P07"), t["checks"]))
status, result = probe("127.0.1.22", "--port", "25:plain", "--from-trusted", *POLICY)
expect("a trusted network is named, and no open relay", verdict(target(result, 25), "P33") == "fail" and not result["blockers"]
       and verdict(target(result, 25), "P28") == "notRun" and "signature" not in target(result, 25), (result["blockers"], detail(target(result, 25), "P33")))
status, result = probe("mail.example.org", "--port", "25:plain", "--from-trusted", *POLICY)
expect("no trusted network", verdict(target(result, 25), "P33") == "pass", detail(target(result, 25), "P33"))
for address in ("127.0.2.1", "127.0.3.1"):
    status, result = probe(address, *POLICY)
    blockers = {b for b in result["blockers"] if not b.startswith("P11") and not (address in broken and b.startswith("P07"))}
    expect(f"policy of {address}", not blockers, (blockers, [(c["id"], c["detail"]) for t in result["targets"] for c in t["checks"] if c["verdict"] == "fail"]))
    expect(f"policy of {address} on 25", [verdict(target(result, 25), check) for check in ("P26", "P27", "P30")] == ["pass"] * 3, result)
    for port in () if address in broken else (587, 465):
        expect(f"policy of {address} was asked", verdict(target(result, port), "P16") == "pass", detail(target(result, port), "P16"))

# ---- one login -------------------------------------------------------------------------------------------------------
for name, password, mode in (("right", "probe-secret", 0o600), ("wrong", "canary-wrong", 0o600), ("open", "probe-secret", 0o644)):
    with open(f"{work}/{name}.login", "w") as file:
        file.write(f"ana@example.org\n{password}\n")
    os.chmod(f"{work}/{name}.login", mode)
status, result = probe("mail.example.org", "--login", f"{work}/right.login", *POLICY)
for port in (587, 465):
    expect(f"the login works on {port}", verdict(target(result, port), "P18") == "pass", detail(target(result, port), "P18"))
expect("port 25 offers no login", "not offered" in detail(target(result, 25), "P29"), detail(target(result, 25), "P29"))
before = open(f"{work}/log/mail.log").read().count("SASL")
status, result = probe("mail.example.org", "--login", f"{work}/wrong.login", "--timeout", "8")
time.sleep(0.3)
tried = open(f"{work}/log/mail.log").read().count("authentication failed")
expect("a wrong password is tried once", tried == 1, tried)
expect("a wrong password fails P18 on 587 alone", [verdict(target(result, p), "P18") for p in (587, 465)] == ["fail", "notRun"] and
       verdict(target(result, 587), "P17") == "pass" and status == 1, [detail(target(result, p), "P18") for p in (587, 465)])
expect("no password in the result", "canary" not in json.dumps(result))
status, out, err = run("mail.example.org", "--login", f"{work}/open.login")
expect("an open file is refused", status == 78 and "chmod 600" in err and out == "", (status, err))
status, result = probe("mail.example.org", "--login", f"{work}/right.login", "--timeout", "8", ca=False)
expect("no password to a server that is not trusted", verdict(target(result, 587), "P18") == "notRun", detail(target(result, 587), "P18"))
status, result = probe("127.0.2.1", "--login", f"{work}/right.login", "--timeout", "8")
expect("no password to a server with another name", verdict(target(result, 587), "P18") == "notRun", detail(target(result, 587), "P18"))

# ---- old TLS, AUTH in clear --------------------------------------------------------------------------------------------
status, result = probe("127.0.1.20", "--port", "587:starttls", "--timeout", "8")
seen = openssl("127.0.1.20", 587, True, "-tls1_1", "-cipher", "ALL:@SECLEVEL=0")
expect("old TLS is found, as by openssl", verdict(target(result, 587), "P09") == "warn" and seen["cipher"] not in (None, "(NONE)"), (detail(target(result, 587), "P09"), seen["text"][-500:]))
status, result = probe("127.0.1.21", "--port", "587:starttls", "--timeout", "8")
seen = openssl("127.0.2.20", 587, True, "-tls1_1", "-cipher", "ALL:@SECLEVEL=0")
status, exim = probe("127.0.2.20", "--port", "587:starttls", "--timeout", "8")
expect("old TLS of an Exim is found, as by openssl", verdict(target(exim, 587), "P09") == "warn" and seen["cipher"] not in (None, "(NONE)"), (detail(target(exim, 587), "P09"), seen["text"][-500:]))
expect("AUTH in clear is found", verdict(target(result, 587), "P13") == "fail", detail(target(result, 587), "P13"))

# ---- addresses -------------------------------------------------------------------------------------------------------
status, result = probe("both.example.org", "--port", "587:starttls", "--timeout", "8")
expect("each address is listed", {(t["address"], t["reachability"]) for t in result["targets"]} == {("127.0.1.1", "open"), ("2001:db8::25", "refused")}, result["targets"])
expect("a dead IPv6 address is a blocker", "P01@both.example.org:587" in result["blockers"] and status == 1, result["blockers"])
status, result = probe("six.example.org", "--port", "587:starttls", "--timeout", "8")
expect("IPv6 alone", target(result, 587, "::1")["reachability"] == "open" and target(result, 587)["tls"]["version"] == "TLSv1.3", result)
status, result = probe("2001:db8:1::1", "--port", "587:starttls", "--timeout", "3")
expect("no way there is no fault of the server", verdict(target(result, 587), "P01") == "notRun" and status == 3, (status, detail(target(result, 587), "P01")))
status, result = probe("nosuch.invalid", "--port", "587:starttls", "--timeout", "3")
expect("a name without address", target(result, 587)["reachability"] == "unresolvable" and target(result, 587)["address"] is None and status in (1, 3), (status, result))

# ---- the scripted server ---------------------------------------------------------------------------------------------
faults = dict(line.split() for line in open(f"{work}/faults"))
TIMEOUT = 4
# fault: reachability, status, verdicts, words of a detail
FAULTS = {
    "silent": ("silent", 1, {"P01": "fail", "P06": "notRun"}, ("P01", "then nothing")),
    "trickle": ("silent", 1, {"P01": "fail"}, ("P01", "not finished in time")),
    "close": ("closed", 1, {"P01": "fail"}, ("P01", "hung up")),
    "421": ("open", 3, {"P01": "pass", "P03": "pushedBack", "P06": "pushedBack", "P10": "pushedBack"}, ("P06", "421")),
    "450": ("open", 3, {"P06": "pushedBack"}, ("P06", "450")),
    "454": ("open", 3, {"P06": "pushedBack"}, ("P06", "454")),
    "554": ("open", 1, {"P01": "pass", "P03": "notRun", "P22": "fail", "P06": "notRun"}, ("P22", "block list")),
    "multi-line": ("open", 1, {"P06": "pass", "P07": "pass", "P10": "pass"}, ("P11", "is not among")),
    "ehlo-refused": ("open", 1, {"P04": "fail", "P06": "fail"}, ("P04", "HELO: 250")),
    "names-refused": ("open", 1, {"P05": "fail", "P06": "pass"}, ("P05", "EHLO [127.0.0.1]: 501")),
    "no-starttls": ("open", 1, {"P06": "fail", "P07": "notRun", "P10": "notRun"}, ("P06", "does not list")),
    "starttls-twice": ("open", 1, {"P06": "warn", "P07": "pass"}, ("P06", "2 times")),
    "starttls-454": ("open", 1, {"P04": "pass", "P05": "pass", "P06": "pass", "P07": "fail", "P10": "notRun"}, ("P07", "454")),
    "starttls-garbage": ("open", 1, {"P06": "pass", "P07": "fail", "P10": "notRun"}, ("P07", "handshake fails")),
    "starttls-close": ("open", 1, {"P06": "pass", "P07": "fail"}, ("P07", "hung up")),
    "starttls-silent": ("open", 1, {"P06": "pass", "P07": "fail"}, ("P07", "in time")),
    "injection": ("open", 1, {"P07": "pass", "P08": "fail"}, ("P08", "answered behind TLS")),
    "tls": ("silent", 1, {"P01": "fail"}, ("P01", "TLS is spoken there")),
    "auth-in-clear": ("open", 1, {"P13": "fail", "P14": "pass"}, ("P13", "PLAIN")),
    "old-style-auth": ("open", 1, {"P13": "pass", "P14": "fail"}, ("P14", "AUTH=")),
    "no-auth": ("open", 1, {"P14": "fail"}, ("P14", "not offered")),
    "http": ("open", 1, {"P06": "notRun"}, ("P06", "HTTP")),
    "hostile": ("open", 1, {"P06": "pass"}, ("P11", "is not among")),
    "drop": ("timedOut", 1, {"P01": "fail"}, ("P01", "timed out")),
    "sound": ("open", 1, {"P05": "pass", "P07": "pass", "P08": "pass", "P10": "pass", "P14": "pass"}, ("P11", "is not among")),
}
def ask(fault):
    start = time.time()
    answer = probe(faults[fault], "--port", "587:starttls", "--timeout", str(TIMEOUT))
    return answer, time.time() - start


with concurrent.futures.ThreadPoolExecutor(6) as pool:
    answers = dict(zip(FAULTS, pool.map(ask, FAULTS)))
for fault, (reachability, wanted, verdicts, (check, words)) in FAULTS.items():
    (status, result), took = answers[fault]
    t = target(result, 587)
    expect(f"{fault}: reachability", t["reachability"] == reachability, t["reachability"])
    expect(f"{fault}: status", status == wanted, (status, result["blockers"]))
    for name, value in verdicts.items():
        expect(f"{fault}: {name}", verdict(t, name) == value, (verdict(t, name), detail(t, name)))
    expect(f"{fault}: words", words in detail(t, check), detail(t, check))
    expect(f"{fault}: within the deadline", took < TIMEOUT + 2, took)
status, result = probe(faults["late"], "--port", "587:starttls", "--timeout", "20")
expect("a late greeting", verdict(target(result, 587), "P03") == "warn" and target(result, 587)["reachability"] == "open", target(result, 587))
status, out, err = run(faults["hostile"], "--port", "587", "--timeout", "4")
expect("no escape sequence reaches the terminal", "\x1b" not in out, out)
page = f"{work}/page.html"
run(faults["hostile"], "--port", "587", "--timeout", "4", "--quiet", "--output", page)
text = open(page).read()
expect("the page escapes", "<script>" not in text and "default-src &#39;none&#39;" in text or "default-src 'none'" in text, text[:400])
expect("the page is for its owner alone", os.stat(page).st_mode & 0o777 == 0o600)

for address, reachability, check, words in (("127.0.5.1", "open", "P02", "clear text"), ("127.0.5.2", "silent", "P02", "then nothing"),
                                            ("127.0.5.3", "closed", "P02", "hung up"), ("127.0.5.4", "open", "P02", "421"), ("127.0.5.5", "open", "P02", "421")):
    status, result = probe(address, "--port", "465:tls", "--timeout", "3")
    t = target(result, 465)
    expect(f"465 at {address}", t["reachability"] == reachability and words in detail(t, check), (t["reachability"], detail(t, check)))
    expect(f"465 at {address}: verdict", verdict(t, "P02") == ("pushedBack" if words == "421" else "fail"), verdict(t, "P02"))

# ---- the network in between ------------------------------------------------------------------------------------------
status, result = probe("127.0.6.1", "--timeout", "3")
expect("25 alone is filtered", target(result, 25)["reachability"] == "timedOut" and verdict(target(result, 25), "P24") == "warn" and
       "network in between" in detail(target(result, 25), "P38"), target(result, 25)["checks"])
expect("a filter on the way is no blocker", not any(b.startswith("P24") for b in result["blockers"]), result["blockers"])
status, result = probe("127.0.6.1", "--timeout", "3", "--from-client")
expect("a user is told", "port 587 with STARTTLS" in detail(target(result, 25), "P38"), detail(target(result, 25), "P38"))
status, result = probe("127.0.6.2", "--port", "25:plain", "--port", "587:starttls", "--timeout", "4")
expect("one port that pushes back leaves the other alone", verdict(target(result, 587), "P07") == "pass" and verdict(target(result, 25), "P24") == "pushedBack", result)

# ---- what was said ---------------------------------------------------------------------------------------------------
said = [line.rstrip("\n").split("\t", 1) for line in open(f"{work}/said")]
# What follows a STARTTLS that was not meant is a handshake, and no text.
verbs = {text.split(" ")[0].upper() for _, text in said if "\\x" not in text and "TOO EARLY" not in text
         and "bytes to a silent port" not in text}
expect("nothing but EHLO, HELO, STARTTLS, NOOP and QUIT was said", verbs <= {"EHLO", "HELO", "STARTTLS", "NOOP", "QUIT"}, verbs)
early = [(place, text) for place, text in said if "TOO EARLY" in text and "\\x" not in text]
expect("strict lock-step", not early, early)

# ---- other outputs ---------------------------------------------------------------------------------------------------
for host, wanted, word in (("mail.example.org", 0, "OK"), (faults["no-starttls"], 2, "CRITICAL"), (faults["421"], 3, "UNKNOWN")):
    status, out, err = run(host, "--port", "587", "--timeout", "4", "--nagios", "--ca-file", f"{etc}/root.pem")
    expect(f"nagios {word}", status == wanted and out.startswith(f"PORT587 {word}") and out.count("\n") == 1, (status, out))
metrics = f"{work}/probe.prom"
run("mail.example.org", "--timeout", "8", "--metrics", metrics, "--quiet", "--ca-file", f"{etc}/root.pem")
text = open(metrics).read()
expect("metrics", "port587_probe_ready 1\n" in text and 'port="587"} 1' in text and text.endswith("# EOF\n"), text)
status, out, err = run("mail.example.org", "--timeout", "8", "--output", f"{work}/out", "--ca-file", f"{etc}/root.pem")
expect("a folder gets page and JSON", sorted(os.listdir(f"{work}/out")) == ["probe.html", "probe.json"] and "Ready" in out, (os.listdir(f"{work}/out"), out))
for arguments, words in ((["mail.example.org", "--port", "0"], "port"), (["mail.example.org:587"], "host"), (["x", "--timeout", "-1"], "timeout"),
                         (["x", "--policy-check", "--local-sender", "a@b>\r\nDATA"], "local-sender")):
    status, out, err = run(*arguments)
    expect(f"usage {arguments}", status == 64 and words in err and out == "", (status, err))

# ---- calibration -----------------------------------------------------------------------------------------------------
mail_log = f"{work}/log/mail.log"


def calibrate(host, logs, *more):
    status, out, err = run(host, "--calibrate", "--logs", logs, "--json", "--timeout", "5", "--ca-file", f"{etc}/root.pem", *more)
    return status, json.loads(out) if out else sys.exit(f"FAIL no calibration: {status} {err}")


def audit(*arguments):
    done = subprocess.run([program, "audit", *arguments, "--json", "--no-progress", "--server-name", "mail"], capture_output=True, text=True,
                          env={"PATH": os.environ["PATH"]})
    return json.loads(done.stdout) if done.stdout else sys.exit(f"FAIL no report: {done.returncode} {done.stderr}")


state = f"{work}/calibrated.sqlite"
status, plain = calibrate("127.0.1.1", mail_log, "--state", state, "--server-name", "mail")
expect("an unlabelled Postfix cannot tell its ports", status == 1 and set(plain["signs"].values()) == {"alike"} and not plain["labels"], plain)
expect("every connection was found by its NOOPs", all(c["sighting"]["label"] == "postfix" for c in plain["connections"]), plain["connections"])
status, labelled = calibrate("127.0.1.30", mail_log, "--state", state, "--server-name", "mail")
expect("labels of a Postfix", status == 0 and labelled["signs"] == {"25": "label", "587": "serviceLabel", "465": "label"}
       and labelled["labels"] == {"postfix": 25, "mailout": 465}, labelled)
before = os.path.getsize(mail_log)
for port, tls in (("25", []), ("587", ["--tls"]), ("465", ["--tlsc"])):
    # Logins, so that there is something to audit.
    subprocess.run(["swaks", "--server", "127.0.1.30", "--port", port, *tls, "--from", "ana@example.org", "--to", "eva@example.net",
                    *(["--auth", "PLAIN", "--auth-user", "ana@example.org", "--auth-password", "probe-secret"] if tls else [])],
                   capture_output=True, text=True)
time.sleep(1)
own_log = f"{work}/calibrated.log"
with open(mail_log, "rb") as whole, open(own_log, "wb") as part:
    whole.seek(before)
    part.write(whole.read())
report = audit(own_log, "--state", state)
ports = report["users"][0]["ports"] if report["users"] else {}
expect("an audit judges by the calibration", report["totals"]["byPortEvidence"]["calibrated"] > 0 and set(ports) == {"587", "465"}, (ports, report["totals"]))
expect("without the state nothing is judged by it", audit(own_log)["totals"]["byPortEvidence"]["calibrated"] == 0)
status, nothing = calibrate("127.0.1.30", f"{work}/log/smtpd.log")
expect("the wrong log", status == 3 and set(nothing["signs"].values()) == {"notFound"}, nothing)

ice = f"{work}/icewarp"
os.makedirs(f"{ice}/own")
logger = subprocess.Popen([sys.executable, "scripts/probe/icewarp-like-server.py", f"{work}/exim/cert.pem", f"{etc}/good.key",
                           f"127.0.9.1:25={ice}/s20261127-00.log", f"127.0.9.1:587={ice}/s20261127-00.log=192.0.2.2",
                           f"127.0.9.1:465:tls={ice}/s20261127-00.log=192.0.2.3", f"127.0.9.2:25={ice}/own/s20261127-00.log",
                           f"127.0.9.2:587={ice}/own/s20261127-00.log", f"127.0.9.3:25={ice}/s20261127-00.log=192.0.2.1:25",
                           f"127.0.9.3:587={ice}/s20261127-00.log=192.0.2.1:587"])
time.sleep(1)
status, own = calibrate("127.0.9.1", ice, "--state", state, "--server-name", "ice")
expect("local addresses of their own", status == 0 and own["addresses"] == {"127.0.9.1": 25, "192.0.2.2": 587, "192.0.2.3": 465}, own)
status, out, err = run("127.0.9.1", "--calibrate", "--logs", ice, "--timeout", "5", "--ca-file", f"{etc}/root.pem")
expect("in words", status == 0 and "port 587: the log shows it by a local address of its own, 192.0.2.2" in out, out)
status, same = calibrate("127.0.9.2", ice)
expect("one address for two ports", status == 1 and same["signs"] == {"25": "alike", "587": "alike", "465": "unanswered"}, same)
status, named = calibrate("127.0.9.3", ice)
expect("a log that names the port", status == 0 and named["signs"] == {"25": "logged", "587": "logged", "465": "unanswered"}, named)
logger.terminate()
logger.wait()

# ---- AUTH in clear that is not offered -----------------------------------------------------------------------------------
hidden = subprocess.Popen([sys.executable, "scripts/probe/scripted-server.py", f"{work}/exim/cert.pem", f"{etc}/good.key", f"{work}/hidden",
                           "127.0.4.60:587=auth-hidden", "127.0.4.61:587=sound"])
time.sleep(1)
for address, wanted, words in (("127.0.4.60", "fail", "334"), ("127.0.4.61", "pass", "535")):
    status, result = probe(address, "--port", "587:starttls", *POLICY)
    expect(f"AUTH before TLS at {address}", verdict(target(result, 587), "P13") == wanted and words in detail(target(result, 587), "P13"), detail(target(result, 587), "P13"))
hidden.terminate()
hidden.wait()
expect("what is taken is called off, and holds no secret", {line.split("\t")[1].strip() for line in open(f"{work}/hidden") if "AUTH" in line} == {"AUTH PLAIN"}
       and any(line.strip().endswith("\t*") for line in open(f"{work}/hidden")))

# ---- the domain ------------------------------------------------------------------------------------------------------
DOMAIN = ["--domain", "example.org", "--dns-server", "127.0.0.1", "--timeout", "8"]
status, result = probe("mail.example.org", *DOMAIN)
for port in (587, 465):
    for check in ("P35", "P36", "P37"):
        expect(f"{check} on {port}", verdict(target(result, port), check) == "pass", detail(target(result, port), check))
expect("SRV, documents and DNS are shown", "leads to mail.example.org:587" in detail(target(result, 587), "P35") and
       "autoconfig: mail.example.org:465 tls" in detail(target(result, 465), "P36") and "CAA: ca.example.net" in detail(target(result, 587), "P37"), result)
expect("P36 on 25", verdict(target(result, 25), "P36") == "pass", detail(target(result, 25), "P36"))
open("/etc/hosts", "a").write("127.0.1.5 lost.example.org alias.example.org\n")
status, result = probe("lost.example.org", "alias.example.org", "--port", "587", *DOMAIN)
lost, alias = [next(t for t in result["targets"] if t["host"] == name) for name in ("lost.example.org", "alias.example.org")]
expect("a name that the DNS does not know", verdict(lost, "P37") == "warn" and "does not know" in detail(lost, "P37"), detail(lost, "P37"))
expect("another host than the records name", verdict(lost, "P35") == "warn" and verdict(lost, "P36") == "warn", (detail(lost, "P35"), detail(lost, "P36")))
expect("an alias with a certificate for a third name", verdict(alias, "P11") == "fail" and verdict(alias, "P37") == "pass", detail(alias, "P37"))
open("/etc/hosts", "a").write("127.0.1.1 alias2.example.org\n")
status, result = probe("mail.example.org", "--domain", "example.org", "--dns-server", "127.0.0.2", "--timeout", "6", "--port", "587")
expect("a name server that is not there", {verdict(target(result, 587), check) for check in ("P35", "P37")} == {"notRun"}, [detail(target(result, 587), check) for check in ("P35", "P37")])
every = {c["id"] for t in probe("mail.example.org", "--timeout", "8")[1]["targets"] for c in t["checks"]}
expect("P01 to P41 all appear", every == {f"P{n:02}" for n in range(1, 42)}, sorted(every))

# ---- results in the state --------------------------------------------------------------------------------------------
arguments = ["--policy-check", "--local-sender", "ana@example.org", "--external-recipient", "eva@example.net", "--state", state]
status, result = probe("mail.example.org", "--timeout", "8", *arguments)
report = audit(own_log, "--state", state)
seen = report["server"]["probe"]
expect("the audit shows the latest probe", seen["ready"] == result["ready"] and [p["port"] for p in seen["ports"]] == sorted(t["port"] for t in result["targets"]), seen)
notify = [program, "notify", "--state", state, "--server", "mail.example.org", "--notify-domain", "example.org", "--cutover", "2099-12-01",
          "--from", "it@example.org"]


def tell(*more):
    done = subprocess.run([*notify, *more], capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    return done.returncode, done.stdout + done.stderr


status, said = tell()
expect("notify goes by the latest probe of the state", status == 0 and "ana@example.org" in said, (status, said))
status, said = tell("--server", "other.example.org")
expect("notify refuses a server that was never probed", status == 78 and "other.example.org" in said, (status, said))
lines = [line for line in open("/etc/hosts") if " mail.example.org" not in line]
open("/etc/hosts", "w").writelines(lines + ["127.0.1.2 mail.example.org\n"])
probe("mail.example.org", "--timeout", "8", "--state", state)
status, said = tell()
expect("notify refuses a server whose certificate has ended since", status == 78 and "expired" in said and "ana@example.org" not in said, (status, said))
open("/etc/hosts", "w").writelines(lines + ["127.0.1.1 mail.example.org\n"])

# ---- the words of this server's refusal ----------------------------------------------------------------------------------
learned = f"{work}/learned.sqlite"
LOGIN = ["--port", "25:plain", "--login", f"{work}/right.login", *POLICY]
lines = [line for line in open("/etc/hosts") if " mail.example.org" not in line]
for address, side in (("127.0.1.23", "before the switch: taken"), ("127.0.1.24", "after the switch: refused")):
    open("/etc/hosts", "w").writelines(lines + [f"{address} mail.example.org\n"])
    status, result = probe("mail.example.org", *LOGIN, "--state", learned)
    expect(f"25 {side}", side in detail(target(result, 25), "P29"), detail(target(result, 25), "P29"))
open("/etc/hosts", "w").writelines(lines + ["127.0.1.1 mail.example.org\n"])
before = os.path.getsize(mail_log)
swaks("127.0.1.24", 25, "--from", "ana@example.org", "--to", "eva@example.net")
time.sleep(1)
refused_log = f"{work}/refused.log"
with open(mail_log, "rb") as whole, open(refused_log, "wb") as part:
    whole.seek(before)
    part.write(whole.read())
classes = [{r["class"]: r["count"] for r in audit(refused_log, "--local-domain", "example.org", *more)["refusals"]} for more in ([], ["--state", learned])]
expect("the audit knows this server's refusal from the probe", "submissionRequired" not in classes[0] and classes[1].get("submissionRequired") == 1, (classes, open(refused_log).read()))

with open(f"{work}/probe.json", "w") as file:
    json.dump(result, file)
expect("a probe's file does as well", audit(own_log, "--probe", f"{work}/probe.json")["server"]["probe"]["blockers"] == result["blockers"])

# ---- two hundred targets -----------------------------------------------------------------------------------------------
many = [faults["silent"]] * 20 + [faults["sound"]] * 180
many = [f"127.0.{7 + n // 100}.{n % 100 + 1}" for n in range(200)]
server = subprocess.Popen([sys.executable, "scripts/probe/scripted-server.py", f"{work}/exim/cert.pem", f"{etc}/good.key", f"{work}/many"] +
                          [f"{host}:587={'silent' if n % 10 == 0 else 'sound'}" for n, host in enumerate(many)])
time.sleep(2)
start = time.time()
status, result = probe(*many, "--port", "587:starttls", "--timeout", "15")
took = time.time() - start
server.terminate()
states = [t["reachability"] for t in result["targets"]]
expect("200 targets", (states.count("open"), states.count("silent")) == (180, 20), {s: states.count(s) for s in states})
expect("200 targets in 1.2 deadlines", took < 18, took)
print(f"test-probe: 200 targets in {took:.1f} s with a deadline of 15 s")

if failures:
    print(f"test-probe: {failures} expectations failed")
    sys.exit(1)
print(f"test-probe: passed in {time.time() - started:.0f} s")
