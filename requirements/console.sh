#!/bin/sh
# Do something in web/, where the console and GraphiQL are written, with the packages which are pinned there.
# `build` writes cam_graphql/console/files, and takes no time where they are as web/ has them.
# Usage: requirements/console.sh [build|lint|format|test] [needed]    (`needed` fails where Node is missing)
set -eu
task=build
needs=
for given in "$@"; do
    case $given in
    needed) needs=needed ;;
    *) task=$given ;;
    esac
done
cd "$(dirname "$0")/../web"
files=../cam_graphql/console/files
stamp=$files/.built

without() {
    echo "cam-graphql: without the console, $*" >&2
    [ "$needs" != needed ] || exit 1
    exit 0
}

# As Vite asks for: of 20 from 20.19 on, of 22 from 22.12 on, or newer ones.
new_enough() {
    node -e 'const [a, b] = process.versions.node.split(".").map(Number);
        process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

sources() { find . \( -name node_modules -o -path ./src/graphql -o -name '*.test.ts*' \) -prune -o -type f "$@"; }

state() { { sources -exec cksum {} + | LC_ALL=C sort && cat ../schema.graphql "../requirements/console.sh"; } | cksum; }

if [ "$task" = build ] && [ "$(cat "$stamp" 2>/dev/null)" = "$(state)" ]; then
    exit 0
fi

command -v npm >/dev/null && new_enough ||
    without "which needs Node 20.19 or newer with npm (https://nodejs.org; where new enough: apt-get install nodejs npm)."
mkdir -p "$files" 2>/dev/null && [ -w "$files" ] && [ -w . ] || without "which is built in this checkout, and that is not ours to write."

if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    echo "Installing what web/package-lock.json pins …"
    # Not `npm ci`, which refuses where a registry lacks packages for other systems. This leaves the lock file as it is, too.
    npm install --no-save --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
fi
if [ "$task" != build ]; then
    exec npm run --silent "$task"
fi
echo "Building the console …"
before=$(state)
npm run --silent build
echo "$before" >"$stamp"
