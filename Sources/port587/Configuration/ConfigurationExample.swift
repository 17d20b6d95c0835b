/// The configuration that `port587 config example` prints; `packaging/port587.yaml` is the same text.
enum ConfigurationExample {
  static let text = """
    # What "port587 run --config FILE" does. "port587 config check FILE" says whether it is sound.
    # A path that does not begin with "/" begins at the folder of this file. Patterns are put in quotes.

    # The logs. Each entry is read with its own settings; only "paths" has to be there.
    sources:
      - paths:
          - "/var/log/mail.log*"
    #    # Read every file as this format instead of finding out (see: port587 formats).
    #    log-format: postfix
    #    # Output of "postconf -M", from which the ports of Postfix's services are read.
    #    postfix-services: postconf-M.txt
    #    # Files whose path matches belong to this port.
    #    port-of-path:
    #      "*/submission/*": 587
    #    # This local address of the server serves this port.
    #    port-of-address:
    #      192.0.2.2: 587
    #    # Offset and year of stamps that carry none (default: this machine's zone; the date of the file).
    #    utc-offset: -03:00
    #    year: 2026
    #  - paths: [/opt/icewarp/logs]

    # Records of accepted connections (firewall, packets, flows), which tell the port of sessions whose log does not.
    # connections: ["/var/log/firewall/*"]

    # Conclude ports that nothing tells; they stand apart and change no other number. From: a result of
    # "port587 probe --json" (default: the latest in the state), one of "port587 preflight --json", and whether IceWarp's
    # message submission is on. With the latest probe alone: "infer-port: {}".
    # infer-port:
    #   probe: probe.json
    #   preflight: preflight.json
    #   message-submission: true

    # Where counts are remembered (default: the folder that systemd gives, else /var/lib/port587/state.sqlite).
    # state: /var/lib/port587/state.sqlite

    # Whose logs these are (default: the name of this host).
    # server-name: mail.example.com

    # Who is local, and which addresses are one mailbox: IceWarp's "tool export account", or one address a line.
    # accounts: accounts.csv
    # local-domains: [example.com, example.org]
    # IceWarp's bypass file and list of trusted addresses: whom they let pass is told apart, and keeps no port open.
    # bypass: /opt/icewarp/config/submissionbypass.dat
    # trusted: trusted.txt
    # The domain of logins without one.
    # default-domain: example.com

    # Ports to be closed for submission, for submission with STARTTLS, and for submission with TLS from the first byte.
    # ports:
    #   legacy: [25]
    #   submission: [587]
    #   submissions: [465]

    # Reports are written anew by every run, readable by their owner alone. Languages: en, pt-BR, es.
    reports:
      - folder: /var/lib/port587/report
    #    language: pt-BR

    # Pseudonyms in place of names, addresses and paths in every report. The key is a file for its owner alone:
    # (umask 077; openssl rand -hex 32 > pseudonyms.key)
    # pseudonymise: pseudonyms.key

    # Counts for monitoring, without any name: OpenMetrics for the textfile collector of Prometheus' node_exporter.
    # metrics: /var/lib/prometheus/node-exporter/port587.prom

    # From which day on the ports are closed: every report says what that would break. It stands in the metrics as well,
    # so that an alert can know it.
    # cutover: 2026-12-01
    # Who moved since: previous (the last seven days against the seven before), or a day such as 2026-11-16.
    # compare-to: previous
    # By how many last days it is judged who still uses the ports (default 14).
    # wave-days: 14

    # For how many days counts are kept.
    retention-days: 400

    # Servers that are probed when the last result is older than "max-age". A service of systemd needs the network for
    # probes and notices: copy network.conf, which lies beside this file, to /etc/systemd/system/port587.service.d/.
    # probes:
    #   hosts: [mail.example.com]
    #   max-age: 20h
    #   # Which ports are asked (default: 25, 587, 465); "2587:starttls" says how TLS begins there.
    #   ports: [25, 587, 465]
    #   # Seconds for each port.
    #   timeout: 15
    #   # ca-file, ehlo-name, policy-check, local-sender, local-recipient, external-recipient, login and
    #   # connections-at-once are the options of "port587 probe".

    # Who is told what to change before the day of "cutover". Without "send: true" nothing is sent.
    # notices:
    #   send: false
    #   # Users of these domains may be told, nobody else.
    #   domains: [example.com]
    #   # What users shall type: the server (which has to stand in "probes"), its ports ("none" leaves one out), the user
    #   # name (address, local-part).
    #   server: mail.example.com
    #   submission-port: 587
    #   submissions-port: 465
    #   user-name: address
    #   # Whom notices come from, who gets the bounces, who gets the digest when something has changed.
    #   from: "IT desk <it@example.com>"
    #   envelope-from: bounces@example.com
    #   admin: postmaster@example.com
    #   # Whom to ask.
    #   contact: the help desk, extension 1234
    #   default-language: pt-BR
    #   # The submission server that takes the notices; a file with user and password on two lines, mode 0600, or
    #   # credential:NAME for one of systemd's.
    #   smtp: smtp://mail.example.com:587
    #   credentials: submission
    #   # So many in each run (or none), so fast, so many in 24 hours.
    #   limit: 10
    #   rate: 2/s
    #   daily-cap: 500
    #   # When somebody is told again, and how often at most.
    #   repeat-after: 7d
    #   max-rounds: 3
    #   # Addresses and @domains that are never told.
    #   opt-out: opt-out.txt
    #   # Look at what is or would be sent here: previews, index.html, plan.json.
    #   previews: /var/lib/port587/previews
    #   # Mailboxes of the envelope sender: Maildirs, mbox files, folders.
    #   bounces: [/var/mail/bounces/Maildir]
    #   # Whoever has used the ports only before does not count (default: the last 14 days with logs).
    #   since: 30d
    #   # reply-to, organisation, refusal-text, guide, autoconfig, opt-out-url, attach-profile, language, languages,
    #   # utc-offset, templates, include-senders, include-unknown, shared-from, senders-from, unprobed, thank-moved,
    #   # ca-file and deadline are the options of "port587 notify".

    """
}
