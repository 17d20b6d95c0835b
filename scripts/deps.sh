#!/usr/bin/env bash
# Makes sure that the C libraries which port587 builds against are here, and installs them through apt if not.
# Nothing is asked of apt, and nobody needs to be root, when they are there already.
set -euo pipefail

# Package of Debian and Ubuntu, and the name pkg-config knows it by ("-": it is pkg-config itself).
wanted=(
  "pkg-config -"
  "libarchive-dev libarchive"
  "libcurl4-openssl-dev libcurl"
  "libsqlite3-dev sqlite3"
  "zlib1g-dev zlib"
)

is_installed() {
  local package=$1 module=$2
  if command -v dpkg-query >/dev/null 2>&1 &&
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]]; then
    return 0
  fi
  # Another distribution, a library built by hand, or a package that stands in for it (pkgconf, libcurl4-gnutls-dev).
  command -v pkg-config >/dev/null 2>&1 || return 1
  [[ $module == - ]] || pkg-config --exists "$module" 2>/dev/null
}

missing=()
for row in "${wanted[@]}"; do
  read -r package module <<<"$row"
  is_installed "$package" "$module" || missing+=("$package")
done
((${#missing[@]} > 0)) || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "port587: these are missing: ${missing[*]} (names of Debian; this system has no apt): install their like with your package manager and try again." >&2
  exit 1
fi

as_root=()
if [[ $(id -u) != 0 ]]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "port587: run as root and try again: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
  # Without a terminal nobody can type a password: fail at once and do not wait for one.
  [[ -t 0 ]] || as_root=(sudo -n)
fi

echo "port587: installing ${missing[*]} through apt (${as_root[*]:-as root})" >&2
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" >&2; }

# The lists of packages are fetched only when apt knows none of these names, or knows versions that are gone.
updated=no
for package in "${missing[@]}"; do
  candidate=$(LC_ALL=C apt-cache policy "$package" 2>/dev/null | awk '$1 == "Candidate:" { print $2 }')
  if [[ -z $candidate || $candidate == "(none)" ]]; then
    apt update
    updated=yes
    break
  fi
done
if ! apt install -y --no-install-recommends "${missing[@]}"; then
  [[ $updated == no ]] || exit 1
  apt update
  apt install -y --no-install-recommends "${missing[@]}"
fi
