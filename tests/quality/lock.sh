#!/bin/sh
# Pin every requirement by version and hash, from pyproject.toml. Needs pip-tools, in the oldest
# Python that is supported: a newer one pins versions that the oldest cannot install.
set -eu

cd "$(dirname "$0")/../.."
pin() {
    pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-header \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host "$@" pyproject.toml
}
pin -o requirements.txt
pin --extra dev --extra cluster -c requirements.txt -o requirements-dev.txt
