#!/usr/bin/env bash
# Walks through the Dockerfile without a container engine: the same lock, the same copied files, an unprivileged
# user, the same environment, the same health check, a clean stop. Fails where the image would fail.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$(mktemp -d)
chmod 755 "$root"
trap 'kill "${pid:-}" 2>/dev/null || true; rm -rf "$root"' EXIT

echo "== build stage: dependencies by hash"
python3 -m venv "$root/venv"
"$root/venv/bin/pip" install -q --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/runtime.txt
"$root/venv/bin/pip" uninstall -q -y setuptools 2>/dev/null || true

echo "== final stage: only what the Dockerfile copies"
mkdir "$root/app"
awk '$1 == "COPY" && $2 !~ /^--from/ && $3 ~ /^\.\// { print $2 }' Dockerfile | while read -r path; do
    cp -r "$path" "$root/app/"
done
"$root/venv/bin/python" -m compileall -q "$root/app"

echo "== run as an unprivileged user"
install -d -m 0700 "$root/data"
run=()
if [ "$(id -u)" = 0 ]; then
    run=(setpriv --reuid=nobody --regid=nogroup --clear-groups --no-new-privs)
    if "${run[@]}" env "$root/venv/bin/python" -c pass 2>/dev/null; then
        chown -R nobody "$root/data"
    else
        # The interpreter lies in a folder only root may enter: then root without any of its powers has to do.
        echo "(as root without capabilities: no other user may enter the interpreter's folder)"
        run=(setpriv --bounding-set=-all --inh-caps=-all --no-new-privs)
    fi
fi
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
environment=(env -i "PATH=$root/venv/bin:$PATH" "HOME=$root/data" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
    "SANSE__STORE__URL=sqlite://$root/data/sanse.sqlite3" SANSE__SERVER__HOST=0.0.0.0 "SANSE__SERVER__PORT=$port")
cd "$root/app"
"${run[@]}" "${environment[@]}" python -m bot run >"$root/log" 2>&1 &
pid=$!
healthy=no
for _ in $(seq 1 60); do
    if "${run[@]}" "${environment[@]}" python -m bot health >/dev/null 2>&1; then healthy=yes; break; fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.5
done
cat "$root/log"
[ "$healthy" = yes ] || { echo "the health check never passed" >&2; exit 1; }

echo "== stop"
kill -TERM "$pid"
for _ in $(seq 1 20); do kill -0 "$pid" 2>/dev/null || break; sleep 0.5; done
if kill -0 "$pid" 2>/dev/null; then echo "did not stop within 10 s" >&2; exit 1; fi
[ -s "$root/data/sanse.sqlite3" ] || { echo "no store was made under the data folder" >&2; exit 1; }
echo "docker steps: passed"
