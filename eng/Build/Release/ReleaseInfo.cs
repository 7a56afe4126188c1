using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Release;

/// <summary>What every artefact of a release says of itself.</summary>
/// <param name="Version">The version of the product.</param>
/// <param name="Time">When the released commit was made: the time of everything in the archives.</param>
/// <param name="Repository">Where the sources are and the artefacts are downloaded, as an https address; null when nobody said it.</param>
public sealed record ReleaseInfo(string Version, DateTimeOffset Time, Uri? Repository)
{
    public const string Product = "clickup-mcp";

    public const string Summary =
        "ClickUp for AI agents: every operation of its public API as validated tools that take names and natural dates";

    /// <summary>The variable with the address of the repository.</summary>
    public const string RepositoryVariable = "CLICKUP_MCP_REPOSITORY";

    /// <summary>The processor as container images and downloads name it.</summary>
    public static string Architecture { get; } =
        RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64";

    /// <summary>Names an artefact by product, version and platform.</summary>
    public string NameOf(string ending) =>
        $"{Product}-{Version}-linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}{ending}";

    /// <summary>Where an artefact will be downloaded; null without a repository.</summary>
    public string? AddressOf(string artefact) =>
        Repository is null ? null : $"{Repository.ToString().TrimEnd('/')}/releases/download/v{Version}/{artefact}";

    public static async Task<ReleaseInfo> ReadAsync()
    {
        var properties = XDocument.Parse(ClickUpMcp.Driver.Repository.Read("Directory.Build.props"));
        var commit = await ChildProcess.RunAsync("git", ["log", "-1", "--format=%ct"]);
        if (commit.ExitCode != 0)
        {
            throw new BuildFailedException(
                "A release is made from a git checkout: the time of its commit is its time."
            );
        }

        var address = Environment.GetEnvironmentVariable(RepositoryVariable);
        Uri? repository = null;
        if (
            address is { Length: > 0 }
            && !(Uri.TryCreate(address, UriKind.Absolute, out repository) && repository.Scheme == Uri.UriSchemeHttps)
        )
        {
            throw new BuildFailedException($"{RepositoryVariable} is not an https address.");
        }

        return new ReleaseInfo(
            properties.Descendants("Version").Single().Value,
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(commit.Output, CultureInfo.InvariantCulture)),
            repository
        );
    }
}
