#!/bin/sh
# `make run`: the app on a demonstration branch; on a machine without a display the tour, and where its pictures lie.
set -eu

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    "$PY" .ci/demonstration.py demo
    exec "$BIN/academy" --home demo
fi

out=build/tour
echo "There is no display here, so the app cannot be opened; the tour walks through it without one."
rm -rf "$out"
if ! QT_QPA_PLATFORM=offscreen "$BIN/academy" tour --out "$out"; then
    echo "The tour failed; $out/tour.json says at which step." >&2
    exit 1
fi
echo "The tour passed."
echo "  pictures     $(ls "$out"/*.png | wc -l) in $out, in the order of the story"
echo "  certificate  $out/certificate.pdf"
echo "  report       $out/tour.json"
echo "On a machine with a display, make run opens the app."
