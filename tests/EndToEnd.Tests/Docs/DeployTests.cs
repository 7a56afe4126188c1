using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Docs;

/// <summary>What the files in <c>deploy</c> start does start, with the flags that they name.</summary>
public sealed partial class DeployTests
{
    [Theory]
    [InlineData("clickup-mcp.service", 5)]
    [InlineData("compose.yaml", 4)]
    [InlineData("kubernetes.yaml", 5)]
    public async Task The_server_starts_with_the_flags_of(string file, int flags)
    {
        using var workshop = await Workshop.CreateAsync();
        var text = Repository.Read("deploy", file);
        List<string> arguments =
        [
            .. (file.EndsWith(".service", StringComparison.Ordinal) ? OfUnit(text) : OfList(text)).Select(word =>
                Folder()
                    .Replace(
                        Address().Replace(Host().Replace(word, "mcp.example.com"), "127.0.0.1:0"),
                        $"{workshop.At("")}/"
                    )
            ),
        ];
        arguments[0].ShouldBe("http");
        arguments
            .SelectMany(word => word.Split(' '))
            .Count(word => word.StartsWith("--", StringComparison.Ordinal))
            .ShouldBe(flags);

        await using var server = await HttpServerProcess.FromAsync(
            ChildProcess.Start(
                ServerBinary.Path,
                [.. arguments, "--sandbox"],
                file.EndsWith(".service", StringComparison.Ordinal)
                    ? null
                    : new Dictionary<string, string?> { ["CLICKUP_MCP_STORE"] = $"sqlite:{workshop.At("shared.db")}" }
            ),
            Limit.Short
        );

        server.Address.IsLoopback.ShouldBeTrue();
    }

    [Fact]
    public async Task The_units_are_what_systemd_takes()
    {
        Assert.SkipWhen(ProgramPath.Find("systemd-analyze") is null, "There is no systemd on this machine.");
        using var workshop = await Workshop.CreateAsync();
        var text = Repository.Read("deploy", "clickup-mcp.service");
        await File.WriteAllTextAsync(
            workshop.At("clickup-mcp.service"),
            text.Replace("/usr/local/bin/clickup-mcp", ServerBinary.Path, StringComparison.Ordinal),
            Limit.Short
        );

        var done = await ChildProcess.RunAsync(
            "systemd-analyze",
            ["verify", "--man=no", workshop.At("clickup-mcp.service"), workshop.At("clickup-mcp.socket")],
            cancellationToken: Limit.Short
        );

        done.Everything.ShouldNotContain("clickup-mcp.service:");
        done.Everything.ShouldNotContain("clickup-mcp.socket:");
        done.ExitCode.ShouldBe(0, done.Everything);
    }

    private static IEnumerable<string> OfUnit(string text) =>
        text.Split('\n').Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).Split(' ').Skip(1);

    private static IEnumerable<string> OfList(string text) =>
        Item().Matches(text).Select(item => item.Groups["word"].Value);

    [GeneratedRegex("^ +- (?<word>http|--.+)$", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex(@"\$\{MCP_HOST[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Host();

    [GeneratedRegex(@"(?:0\.0\.0\.0|127\.0\.0\.1):3000", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\$\{[A-Z]+_DIRECTORY\}/|/run/(?:secrets|clickup-mcp)/", RegexOptions.NonBacktracking)]
    private static partial Regex Folder();
}
