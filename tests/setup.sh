#!/bin/sh
# Make the virtual environment $1 with the pinned requirements $2, and this package in it.
set -eu

if ! command -v python3 >/dev/null; then
    echo "setup: there is no python3; as root: apt-get install python3 python3-venv" >&2
    exit 1
fi
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "setup: python3 is older than 3.11; install Python 3.11 or newer" >&2
    exit 1
fi
if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "setup: installing python3-venv" >&2
        { apt-get update -qq && apt-get install -y -qq python3-venv; } >/dev/null
    else
        echo "setup: python3 has no venv; as root: apt-get install python3-venv" >&2
        exit 1
    fi
fi
[ -x "$1/bin/pip" ] || python3 -m venv "$1"
echo "setup: installing the pinned requirements into $1" >&2
"$1/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r "$2"
"$1/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
