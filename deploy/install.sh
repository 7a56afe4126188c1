#!/bin/sh
# Installs clickup-mcp from a release: downloads the executable for this machine, checks its checksum, puts it into place.
#   CLICKUP_MCP_RELEASE  where the release's files are: an https address or a folder (default: the folder of this script)
#   CLICKUP_MCP_PREFIX   where the executable goes (default: ~/.local/bin)
set -eu

release=${CLICKUP_MCP_RELEASE:-$(dirname "$0")}
prefix=${CLICKUP_MCP_PREFIX:-$HOME/.local/bin}

fail() {
  echo "install.sh: $1" >&2
  exit 1
}

[ "$(uname -s)" = Linux ] || fail "there is no executable for $(uname -s) in this release; build it from the sources."
case $(uname -m) in
  x86_64) machine=x64 ;;
  aarch64) machine=arm64 ;;
  *) fail "there is no executable for $(uname -m) in this release; build it from the sources." ;;
esac

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

get() {
  case $release in
    https://*) curl --proto '=https' --tlsv1.2 -fsSL --retry 3 -o "$folder/$1" "$release/$1" || fail "cannot download $release/$1" ;;
    *://*) fail "the release must be an https address or a folder" ;;
    *) cp "$release/$1" "$folder/$1" 2>/dev/null || fail "there is no $1 in $release" ;;
  esac
}

get SHA256SUMS
name=$(awk '{ print $2 }' "$folder/SHA256SUMS" | grep -E "^clickup-mcp-[0-9][0-9A-Za-z.+-]*-linux-$machine\$" | head -n 1) ||
  fail "this release has no executable for linux-$machine"
[ -n "$name" ] || fail "this release has no executable for linux-$machine"
get "$name"
wanted=$(awk -v name="$name" '$2 == name { print $1 }' "$folder/SHA256SUMS")
found=$(sha256sum "$folder/$name" | awk '{ print $1 }')
[ "$wanted" = "$found" ] || fail "the checksum of $name is $found and should be $wanted; nothing was installed"

mkdir -p "$prefix"
chmod 0755 "$folder/$name"
# Moved into place in one step, so that a running copy is replaced and not written into.
cp -p "$folder/$name" "$prefix/.clickup-mcp.new"
mv -f "$prefix/.clickup-mcp.new" "$prefix/clickup-mcp"
echo "$prefix/clickup-mcp: $("$prefix/clickup-mcp" version)"
case ":$PATH:" in
  *":$prefix:"*) ;;
  *) echo "$prefix is not in PATH." ;;
esac
echo "Next: CLICKUP_API_KEY=pk_... clickup-mcp doctor"
