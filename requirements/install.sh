#!/bin/sh
# Make a virtual environment which holds exactly what is pinned, and this program. Starts in no time where it does.
# Usage: requirements/install.sh VENV runtime|development    (PYTHON names the Python to use for a new one)
set -eu
venv=$1
pins=requirements/$2.txt
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

fail() {
    echo "cam-graphql: $*" >&2
    exit 1
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        command -v "$PYTHON" >/dev/null || fail "there is no $PYTHON: name another one by PYTHON=."
        new_enough "$PYTHON" || fail "$PYTHON is older than Python 3.11: name another one by PYTHON=."
        echo "$PYTHON"
        return
    fi
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 or newer is missing: install it (Debian, Ubuntu: apt-get install python3 python3-venv)" \
        "or name it: make PYTHON=/path/to/python3."
}

# An environment works only where it was made, and with the Python it was made from.
usable() {
    [ "$(cat "$venv/.made-in" 2>/dev/null)" = "$root" ] && new_enough "$venv/bin/python" &&
        { [ -z "${PYTHON:-}" ] || [ "$("$PYTHON" -V 2>&1)" = "$("$venv/bin/python" -V)" ]; }
}

state() { cat "$pins" pyproject.toml "$0" | cksum; }

stamp=$venv/.installed-$2
if usable && [ "$(cat "$stamp" 2>/dev/null)" = "$(state)" ]; then
    exit 0
fi

if ! usable; then
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python lacks the modules venv and ensurepip: install them (Debian, Ubuntu: apt-get install python3-venv)."
    case $venv in
    /*) # outside the checkout, where others might have prepared a folder for us
        mkdir -p "$(dirname "$venv")"
        [ -O "$(dirname "$venv")" ] || fail "$(dirname "$venv") is another user's: name a folder by VENV=."
        ;;
    esac
    echo "Making the virtual environment $venv with $("$python" -V) …"
    "$python" -m venv --clear "$venv"
    echo "$root" >"$venv/.made-in"
fi

echo "Installing what $pins pins …"
pip() { "$venv/bin/python" -m pip --quiet --disable-pip-version-check --no-cache-dir install "$@"; }
# uv takes 6 s where pip takes two minutes; but pip knows registries which only its own configuration names.
quick() {
    UV_CACHE_DIR="$venv/.uv-cache" UV_SYSTEM_CERTS=1 "$venv/bin/uv" pip install --quiet --python "$venv/bin/python" "$@" ||
        pip "$@"
}
pip --no-deps --require-hashes --requirement requirements/installer.txt
quick --no-deps --require-hashes --requirement "$pins"
quick --no-deps --no-build-isolation --editable .
rm -rf "$venv/.uv-cache"
state >"$stamp"
