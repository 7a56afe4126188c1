using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace ClickUpMcp.Build.Release;

/// <summary>The licences of what is linked into the executable.</summary>
internal static class ThirdPartyNotices
{
    // Linked in but no packages: their texts come with the toolchain and the distribution.
    private const string Linked = """
        .NET runtime and ASP.NET Core (MIT), Copyright (c) .NET Foundation and Contributors, https://github.com/dotnet/runtime
        SQLite (public domain), https://www.sqlite.org
        zlib-ng, brotli and zstd, as the .NET runtime links them: see its third party notices below.

        In the static executable also:
        OpenSSL 3 (Apache-2.0), Copyright (c) The OpenSSL Project Authors, https://www.openssl.org
        GNU C Library (LGPL-2.1-or-later), Copyright (c) Free Software Foundation, https://www.gnu.org/software/libc
        GCC runtime libraries (GPL-3.0 with the GCC Runtime Library Exception)
        The sources of clickup-mcp and its build are public, so the static executable can be linked again with another
        version of the GNU C Library.
        """;

    /// <summary>The text.</summary>
    /// <param name="sbom">The bill of materials, which has the packages' licences.</param>
    public static string Write(JsonObject sbom)
    {
        StringBuilder text = new("clickup-mcp is licensed under the MIT License. It contains:\n\n");
        foreach (var component in sbom["components"]!.AsArray().Select(static node => node!.AsObject()))
        {
            var licences = component["licenses"]?.AsArray() ?? [];
            if (licences.Count == 0)
            {
                throw new BuildFailedException($"The package {component["name"]} says no licence.");
            }

            text.Append($"{component["name"]} {component["version"]} (")
                .AppendJoin(", ", licences.Select(static licence => Name(licence!)))
                .Append("), ")
                .AppendJoin(", ", Authors(component))
                .Append('\n');
        }

        text.Append('\n').Append(Linked).Append("\n\n");
        foreach (var (title, path) in RuntimeNotices())
        {
            text.Append($"{new string('=', 80)}\n{title}\n\n").Append(File.ReadAllText(path).ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }

    private static string Name(JsonNode licence) =>
        (licence["expression"] ?? licence["license"]?["id"] ?? licence["license"]?["name"])?.ToString() ?? "unknown";

    private static IEnumerable<string> Authors(JsonObject component) =>
        component["authors"]?.AsArray().Select(static author => author!["name"]!.ToString()) ?? [];

    private static IEnumerable<(string Title, string Path)> RuntimeNotices()
    {
        // The runtime's folder is three below that of the SDK: shared/Microsoft.NETCore.App/10.0.0.
        var home = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        foreach (var name in new[] { "LICENSE.txt", "ThirdPartyNotices.txt" })
        {
            var path = Path.Combine(home, name);
            if (File.Exists(path))
            {
                yield return ($".NET: {name}", path);
            }
        }
    }
}
