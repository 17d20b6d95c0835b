#!/usr/bin/env bash
# Stops with one sentence when the Swift compiler is missing or too old to build port587.
set -euo pipefail

need_major=6
need_minor=3
advice="install Swift $need_major.$need_minor or newer from https://www.swift.org/install/linux/ and put its bin folder on PATH."

if ! command -v swift >/dev/null 2>&1; then
  echo "port587: no Swift compiler was found: $advice" >&2
  exit 1
fi

# "Swift version 6.3.1 (swift-6.3.1-RELEASE)", on a Mac "Apple Swift version 6.3 (...)". The driver may write to either stream.
said=$(swift --version 2>&1 </dev/null || true)
if [[ ! $said =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]]; then
  echo "port587: '$(command -v swift)' does not tell the version of a Swift compiler: $advice" >&2
  exit 1
fi
major=${BASH_REMATCH[1]}
minor=${BASH_REMATCH[2]}
if ((major < need_major || (major == need_major && minor < need_minor))); then
  echo "port587: Swift $major.$minor is too old: $advice" >&2
  exit 1
fi
