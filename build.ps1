#!/usr/bin/env pwsh
# Starts the build program: ./build.ps1 help
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { throw 'The .NET SDK named in global.json is needed: https://dot.net' }
dotnet run eng/build.cs -- @args
exit $LASTEXITCODE
