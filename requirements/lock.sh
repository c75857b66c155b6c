#!/bin/sh
# Pin everything anew, for every platform and Python from 3.11, with hashes and without any registry's address.
# Usage: requirements/lock.sh UV [UPGRADE-OPTION…]
set -eu
cd "$(dirname "$0")/.."
uv=$1
shift

pin() { # FILE OPTION…: what is pinned already is kept, unless an upgrade is asked for
    file=$1
    shift
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-annotate --no-header --output-file "requirements/$file.txt" "$@"
    { printf '# Written by `make lock` from pyproject.toml.\n' && cat "requirements/$file.txt"; } >"requirements/$file.new"
    mv "requirements/$file.new" "requirements/$file.txt"
}

pin runtime pyproject.toml "$@"
pin development pyproject.toml --extra tracing --group dev --constraint requirements/runtime.txt "$@"
pin installer --group installer --constraint requirements/development.txt "$@"
