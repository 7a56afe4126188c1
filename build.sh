#!/usr/bin/env bash
# Starts the build program: ./build.sh help
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
command -v dotnet >/dev/null || { echo "The .NET SDK named in global.json is needed: https://dot.net" >&2; exit 1; }
exec dotnet run eng/build.cs -- "$@"
