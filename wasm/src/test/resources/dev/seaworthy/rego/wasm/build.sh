#!/bin/sh
# Makes policy.wasm of the Rego in policy/, with the `opa` on the path: opa 1.22 made the one that is
# checked in. Tests do not need opa.
set -eu
cd "$(dirname "$0")"
opa build -t wasm -o bundle.tar.gz policy \
  -e workload/deny -e workload/findings -e workload/summary -e workload/details -e workload/allow \
  -e workload/broken -e heavy/loop -e heavy/memory -e heavy/deep
tar -xzf bundle.tar.gz /policy.wasm
rm bundle.tar.gz
