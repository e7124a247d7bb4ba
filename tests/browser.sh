#!/bin/sh
# See that Chromium is there, which the browser tests look at pages with.
set -eu

command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "setup: installing chromium for the browser tests" >&2
    { apt-get update -qq && apt-get install -y -qq chromium fonts-dejavu; } >/dev/null
else
    echo "setup: the browser tests need Chromium; as root: apt-get install chromium" >&2
    exit 1
fi
