#!/bin/sh
# Copies what the screens borrow into the package, where it is committed. Run this
# after changing package.json; whoever only uses Expliciet needs no Node at all.
set -eu

cd -- "$(dirname -- "$0")"
npm ci --ignore-scripts --no-audit --no-fund
node vendor.mjs
