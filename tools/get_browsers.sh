#!/bin/sh
# Get the browsers that the tests drive: the system's, else Debian's packages, else playwright's own.
set -eu
python=$1
packages=""
builds=""

has() { command -v "$1" >/dev/null 2>&1; }
want() { packages="$packages $1" builds="$builds $2"; }

has chromium || has chromium-browser || has google-chrome || [ -n "${CHROMIUM:-}" ] ||
  want chromium chromium
has firefox-esr || has firefox || [ -n "${FIREFOX:-}" ] || want firefox-esr firefox
{ has WebKitWebDriver && has Xvfb; } || want "webkit2gtk-driver xvfb" webkit
if [ -z "$packages" ]; then exit 0; fi

if [ "$(id -u)" = 0 ] && has apt-get; then
  echo "Installing Debian's$packages for the browser tests"
  # shellcheck disable=SC2086 # several words
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq $packages >/dev/null && exit 0
fi
echo "Downloading playwright's$builds for the browser tests"
# shellcheck disable=SC2086 # several words
"$python" -m playwright install $builds
