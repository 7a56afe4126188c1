using System.Text.RegularExpressions;
using ClickUpMcp.Driver;

namespace Architecture.Tests;

/// <summary>Rules about the source files themselves. One type per file is a compiler error already (MA0048).</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 500;
    private const int MedianFile = 80;

    private static readonly string[] UnfinishedMarks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    /// <summary>Files that name paths of the API themselves. The list only shrinks.</summary>
    /// <remarks>The sign-in stands in a project that the spec's operations do not reach.</remarks>
    private static readonly string[] WithPaths = ["ClickUpSignIn.cs"];

    [Fact]
    public void Paths_of_the_API_stand_in_the_spec_alone() =>
        SourceFiles
            .In("src/Server", "src/Authorization")
            .Where(static file =>
                File.ReadLines(file)
                    .Any(static line =>
                        line.Contains("\"/api/v", StringComparison.Ordinal)
                        || line.Contains("\"api/v", StringComparison.Ordinal)
                    )
            )
            .Select(Path.GetFileName)
            .ShouldBe(WithPaths);

    [Fact]
    [Trait("Promise", "PA-09")]
    [Trait("Requirement", "O-10")]
    public void Secrets_and_their_hashes_are_compared_in_constant_time_only()
    {
        string[] wrong =
        [
            "content.Browser == browser",
            "hash.SequenceEqual(other)",
            "seal.Verify(state) == _handle",
            "known.Hash != shown",
            "string.Equals(one, secret)",
            "if (given == _token)",
            "digest.AsSpan().SequenceEqual(other)",
            "Signature(handle).Equals(sent)",
        ];
        wrong.ShouldAllBe(static line => CompareSecrets().IsMatch(line), "the search finds what it is for");
        SourceFiles
            .In("src/Authorization", "src/Server", "src/Storage")
            .SelectMany(static file => File.ReadLines(file).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"))
            .Where(static line => CompareSecrets().IsMatch(line))
            .ShouldBeEmpty();
    }

    /// <summary>The files that open connections, by whom they reach: nothing leaves this server by another way.</summary>
    private static readonly Dictionary<string, string> Connecting = new()
    {
        ["ConnectionCheck.cs"] = "ClickUp",
        ["LocalLogin.cs"] = "ClickUp",
        ["SignInFactory.cs"] = "ClickUp",
        ["SocketsHandlerSource.cs"] = "ClickUp",
        ["IssuerKeys.cs"] = "the operator's identity provider",
        ["OtlpExport.cs"] = "the operator's collector",
        ["PostgresConnections.cs"] = "the operator's store",
        ["RedisRecordStore.cs"] = "the operator's store",
        ["AdminSocket.cs"] = "the server on this machine that has its path",
        ["SessionsWord.cs"] = "the operator's own server on this machine",
        ["BrowserLauncher.cs"] = "the bus of this machine",
        ["SecretService.cs"] = "the bus of this machine",
        ["PublicHttp.cs"] = "the address that is the id of a client, or of a file that a caller or ClickUp names",
    };

    [Fact]
    [Trait("Promise", "PB-07")]
    public void Connections_are_opened_in_the_listed_files_alone()
    {
        string[] found =
        [
            .. SourceFiles
                .In("src/Server", "src/Authorization", "src/Outside", "src/Storage", "src/Text")
                .Where(static file =>
                    File.ReadLines(file)
                        .Any(static line =>
                            !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Connects().IsMatch(line)
                        )
                )
                .Select(static file => Path.GetFileName(file)),
        ];
        found.ShouldBe(Connecting.Keys, ignoreOrder: true);
        string page = File.ReadAllText(Repository.At("docs/privacy.md"));
        page.ShouldContain("No call goes anywhere but to ClickUp, to the store,");
    }

    [Fact]
    public void No_file_in_src_is_long()
    {
        var wrong = Lines("src").Where(file => file.Count > LongestFile).ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_median_file_in_src_is_short()
    {
        var counts = Lines("src").Select(file => file.Count).Order().ToList();

        counts[counts.Count / 2].ShouldBeLessThanOrEqualTo(MedianFile);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    [InlineData("eng")]
    public void Nothing_is_left_unfinished(string folder)
    {
        var wrong = SourceFiles
            .In(folder)
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Where: $"{file}:{index + 1}", line)))
            .Where(hit => UnfinishedMarks.Any(mark => hit.line.Contains(mark, StringComparison.Ordinal)))
            .ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Tests_that_write_files_say_so_since_only_they_run_for_docs() =>
        SourceFiles
            .In("tests")
            .Where(file => Path.GetFileName(file) is not ("GeneratedFile.cs" or "SourceTests.cs"))
            .Where(file => File.ReadAllText(file).Contains("GeneratedFile.ShouldMatch(", StringComparison.Ordinal))
            .Where(file => !File.ReadAllText(file).Contains("[Trait(\"Writes\", \"files\")]", StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static IEnumerable<(string File, int Count)> Lines(string folder) =>
        SourceFiles.In(folder).Select(file => (file, File.ReadLines(file).Count()));

    [GeneratedRegex(
        @"\b(SocketsHttpHandler|HttpClientHandler|TcpClient|UdpClient|ClientWebSocket|NpgsqlSlimDataSourceBuilder|NpgsqlDataSourceBuilder)\b|new (HttpClient|Socket|Ping)\(|\bDns\.Get|\.ConnectAsync\(",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Connects();

    private const string Secret = "(hash|secret|signature|browser|verifier|handle|challenge|digest|password)";

    [GeneratedRegex(
        Secret
            + @"\b\s*[!=]=(?!\s*(null|default)\b)"
            + @"|[!=]=\s*(\w+\.)*\w*"
            + Secret
            + @"\b(?![.(])"
            + @"|[!=]=\s*_?token\b"
            + @"|\bEquals\((\w+,\s*)?\w*"
            + Secret
            + @"\b|"
            + Secret
            + @"(\([^()]*\))?(\.Span|\.AsSpan\(\))?\.(SequenceEqual|Equals|CompareTo)\(",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CompareSecrets();
}
