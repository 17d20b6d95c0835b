#!/usr/bin/env python3
"""Holds the documents of client-config against their formats, by parsers that are not port587's.

    judge.py FOLDER DOMAIN
"""
import plistlib
import sys
import uuid
import xml.etree.ElementTree as tree

folder, domain = sys.argv[1:3]
config = tree.parse(f"{folder}/config-v1.1.xml").getroot()
assert config.tag == "clientConfig" and config.get("version") == "1.1", config.tag
provider = config.find("emailProvider")
assert provider.get("id") == domain and provider.findtext("domain") == domain
sending = [(s.findtext("hostname"), s.findtext("port"), s.findtext("socketType")) for s in provider.findall("outgoingServer")]
assert sending == [("mail.example.com", "465", "SSL"), ("mail.example.com", "587", "STARTTLS")], sending
assert {s.findtext("username") for s in provider.findall("outgoingServer")} == {"%EMAILADDRESS%"}

names = {
    "d": "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006",
    "o": "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a",
}
discover = tree.parse(f"{folder}/autodiscover.xml").getroot()
assert discover.tag == "{%s}Autodiscover" % names["d"], discover.tag
accounts = discover.findall("o:Response/o:Account", names)
assert len(accounts) == 1 and accounts[0].findtext("o:Action", namespaces=names) == "settings"
kinds = {p.findtext("o:Type", namespaces=names): p for p in accounts[0].findall("o:Protocol", names)}
smtp = kinds["SMTP"]
assert (smtp.findtext("o:Port", namespaces=names), smtp.findtext("o:Encryption", namespaces=names)) == ("465", "SSL")
assert smtp.findtext("o:LoginName", namespaces=names) == "ana@example.com"

with open(f"{folder}/{domain}.mobileconfig", "rb") as file:
    profile = plistlib.load(file)
assert profile["PayloadType"] == "Configuration" and profile["PayloadVersion"] == 1
uuid.UUID(profile["PayloadUUID"])
mail = profile["PayloadContent"][0]
assert mail["PayloadType"] == "com.apple.mail.managed"
assert (mail["OutgoingMailServerHostName"], mail["OutgoingMailServerPortNumber"]) == ("mail.example.com", 465)
assert mail["OutgoingMailServerUseSSL"] is True and mail["OutgoingPasswordSameAsIncomingPassword"] is True
assert mail["OutgoingMailServerAuthentication"] == mail["IncomingMailServerAuthentication"] == "EmailAuthPassword"

for line in open(f"{folder}/{domain}.zone"):
    owner, ttl, kind, record, priority, weight, port, target = line.split()
    assert owner.endswith(f"._tcp.{domain}.") and ttl.isdigit() and (kind, record) == ("IN", "SRV"), line
    assert target.endswith(".") and (target == ".") == (port == "0"), line
print("documents: autoconfig, Autodiscover, profile and zone are what they ought to be")
