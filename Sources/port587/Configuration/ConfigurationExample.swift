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
    #  - paths: [/opt/icewarp/logs/smtp]

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

    # Taken and not used yet: notices, probes.

    """
}
