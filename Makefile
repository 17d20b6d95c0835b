# What to do with port587. `make` alone lists it.
#
# Variables: LOGS  files, folders or globs to read          (make audit LOGS=/opt/icewarp/logs)
#            OUT   folder for the report                     (make audit OUT=/tmp/report)
#            ARGS  further options of `port587 audit`        (make audit ARGS='--local-domain example.com')
#            STATIC=0  link the Swift libraries of this machine; without it they are inside, and a server needs no Swift
#            PREFIX, DESTDIR  where `make install` puts things

LOGS ?= fixtures/logs/first-look
OUT ?= reports/latest
ARGS ?=
PREFIX ?= /usr/local
DESTDIR ?=
STATIC ?= 1
SEQUENCES ?= 5000

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

# The shell reads these from its environment, so that no character of a path is read as a piece of a command.
export LOGS OUT PREFIX DESTDIR STATIC

PROGRAM := .build/release/port587
RELEASE := swift build -c release --product port587 $(if $(filter-out 0,$(STATIC)),--static-swift-stdlib)

.PHONY: help audit test soak lint deps swift build bench fuzz sanitize record prove golden screenshots man completions clients notices probe install clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

audit: build ## read LOGS, print who still submits on port 25, write the report to OUT
	@if [[ -e $$LOGS ]]; then set -- "$$LOGS"; else set -- $$LOGS; fi; \
	status=0; $(PROGRAM) audit "$$@" --output "$$OUT" $(ARGS) || status=$$?; \
	case $$status in 0|1|3) echo "The report: $$OUT/report.html (open it in a browser)" ;; esac; \
	exit $$status

test: swift deps ## build everything and run every test, the last of them with a real Postfix (as root)
	swift build --build-tests
	swift test --skip-build --disable-xctest
	@scripts/simulate-month.sh .build/debug/port587 .build/debug/loggen
	@scripts/crash-state.sh .build/debug/port587 .build/debug/loggen
	@scripts/test-client-config.sh
	@if [[ $$(id -u) == 0 ]]; then scripts/prove-connections.sh .build/debug/port587; \
	else echo 'test: not root, so no Postfix was started; "sudo make prove" does that' >&2; fi
	@if [[ $$(id -u) == 0 ]]; then scripts/test-notices.sh; \
	else echo 'test: not root, so no notice was sent; "sudo make notices" does that' >&2; fi
	@if [[ $$(id -u) == 0 ]]; then scripts/test-probe.sh; \
	else echo 'test: not root, so no server was probed; "sudo make probe" does that' >&2; fi

probe: swift deps ## probe a Postfix, an Exim, an OpenSMTPD and a scripted server started for it (needs root)
	swift build --product port587
	@scripts/test-probe.sh

clients: swift deps ## hold what client-config writes and checks against other parsers, and servers on loopback
	swift build --product port587
	@scripts/test-client-config.sh

notices: swift deps ## send notices through a Postfix started for it and count what arrives (needs root)
	swift build --product port587
	@scripts/test-notices.sh

soak: swift deps ## run the random tests of the state for long: SEQUENCES of them, and months with other seeds
	swift build --build-tests
	PORT587_SEQUENCES=$(SEQUENCES) swift test --skip-build --disable-xctest --filter StateModel
	@scripts/crash-state.sh .build/debug/port587 .build/debug/loggen 0
	@for seed in $$(seq 1 20); do scripts/simulate-month.sh .build/debug/port587 .build/debug/loggen "$$seed"; done

lint: swift ## check form, rules and links of the sources
	@.ci/lint

deps: ## install the C libraries the build needs, through apt, if they are missing
	@scripts/deps.sh

# A prerequisite of whatever compiles, and the first one: nothing is installed for a build that cannot be.
swift:
	@scripts/require-swift.sh

build: swift deps ## build the program for use: .build/release/port587
	$(RELEASE)

bench: build ## measure speed and memory against wc -l
	@scripts/bench.sh

fuzz: swift deps ## feed the parsers with broken lines
	@scripts/fuzz.sh

# Leaks are not looked for: the Swift runtime keeps what it makes once (metadata, caches), and their report would change
# the exit status of the programs that the tests run and compare.
sanitize: swift deps ## run every test under the address and the thread sanitizer
	PORT587_SANITIZED=address ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --disable-xctest --scratch-path .build-asan
	PORT587_SANITIZED=thread swift test --sanitize=thread --disable-xctest --scratch-path .build-tsan

record: swift deps ## record fresh Postfix fixtures from a Postfix started for it
	scripts/record-postfix.sh fixtures/logs/postfix-recorded-labelled
	scripts/record-postfix.sh --unlabelled fixtures/logs/postfix-recorded-unlabelled
	scripts/record-postfix.sh --devices fixtures/logs/postfix-recorded-devices
	scripts/record-postfix.sh --filter fixtures/logs/postfix-recorded-filter

prove: swift deps ## prove with a Postfix of its own that connection records tell the ports its log does not
	swift build --product port587
	scripts/prove-connections.sh .build/debug/port587

golden: swift deps ## record the expected reports anew; always ends as a failure, so that nobody takes it for a test run
	@swift build --build-tests; \
	PORT587_RECORD_GOLDENS=1 swift test --skip-build --disable-xctest \
	  && echo 'golden: nothing was recorded: a run that records must fail' >&2 \
	  || echo 'golden: recorded. Read "git diff", then run "make test"' >&2; \
	exit 1

screenshots: ## take pictures of the sample report with Chromium: reports/screenshots, and docs/images/report.png
	@scripts/screenshot-report.sh reports/sample/report.html reports/screenshots
	@install -D -m 644 reports/screenshots/report-1280-light.png docs/images/report.png
	@ls docs/images/report.png

man: swift deps ## write the manual page docs/man/port587.1
	@swift package plugin generate-manual
	@install -D -m 644 "$$(find .build/plugins/GenerateManual/outputs -name port587.1 | head -n 1)" docs/man/port587.1
	@ls docs/man/port587.1

completions: build ## write completions/ for bash, zsh and fish
	@mkdir -p completions
	@$(PROGRAM) --generate-completion-script bash > completions/port587.bash
	@$(PROGRAM) --generate-completion-script zsh > completions/_port587
	@$(PROGRAM) --generate-completion-script fish > completions/port587.fish
	@ls completions/port587.bash completions/_port587 completions/port587.fish

# Does not build, so that `sudo make install` leaves no file of root in the build folder.
install: ## copy the built program, its completions, manual page and timer below PREFIX; switches nothing on
	@[[ -x $(PROGRAM) ]] || { echo 'install: run "make build" first' >&2; exit 1; }
	@root="$$DESTDIR$$PREFIX"; \
	install -D -m 755 $(PROGRAM) "$$root/bin/port587"; \
	put() { install -d -m 755 "$$(dirname "$$root/$$2")"; $(PROGRAM) --generate-completion-script "$$1" > "$$root/$$2"; chmod 644 "$$root/$$2"; }; \
	put bash share/bash-completion/completions/port587; \
	put zsh share/zsh/site-functions/_port587; \
	put fish share/fish/vendor_completions.d/port587.fish; \
	if [[ -f docs/man/port587.1 ]]; then install -D -m 644 docs/man/port587.1 "$$root/share/man/man1/port587.1"; \
	else echo 'install: without the manual page; "make man" writes it, then install again' >&2; fi; \
	packaged() { install -d -m 755 "$$(dirname "$$root/$$2")"; text=$$(<"packaging/$$1"); \
	printf '%s\n' "$${text//\/usr\/local\/bin\/port587/"$$PREFIX/bin/port587"}" > "$$root/$$2"; chmod 644 "$$root/$$2"; }; \
	packaged systemd/port587.service lib/systemd/system/port587.service; \
	packaged systemd/port587.timer lib/systemd/system/port587.timer; \
	packaged systemd/network.conf share/port587/network.conf; \
	packaged cron.d/port587 share/port587/cron.d/port587; \
	packaged port587.yaml share/port587/port587.yaml; \
	echo "installed $$root/bin/port587; how to let it run every night: docs/cron.md"

clean: ## remove what was built, reports/latest and reports/screenshots
	rm -rf .build .build-asan .build-tsan reports/latest reports/screenshots
