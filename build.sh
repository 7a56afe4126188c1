#!/usr/bin/env bash
# Starts the build program: ./build.sh help
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
command -v dotnet >/dev/null || { echo "The .NET SDK named in global.json is needed: https://dot.net" >&2; exit 1; }
# Built again only when it or what it is made of has changed since: MSBuild takes seconds to find out that nothing has.
program=artifacts/build-program/build.dll
if [ ! -e "$program" ] || [ -n "$(find eng global.json Directory.*.props build.sh -newer "$program" -print -quit)" ]; then
  dotnet build eng/build.cs -o artifacts/build-program -v q -nologo -clp:NoSummary
  touch "$program"
fi
exec dotnet "$program" "$@"
