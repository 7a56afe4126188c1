using System.Net;
using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>Told by SIGHUP to read its tokens again, the server lets in who still stands in the file, and nobody else.</summary>
public sealed class TokensFileReloadTests : IDisposable
{
    private const string Anna = "token-of-anna-0123456789abcdef";
    private const string Ben = "token-of-ben-0123456789abcdef";

    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<string, bool> Changes =>
        new()
        {
            { "Ben's line is taken out", true },
            { "Ben's line is broken", true },
            { "it is emptied", false },
            { "it is no text", false },
            { "it is deleted", false },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    [Trait("Requirement", "H-03")]
    public async Task H_03_who_is_gone_from_the_file_is_refused_after_SIGHUP(string change, bool isAnnaIn)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGHUP.");
        await File.WriteAllTextAsync(_file, $"{Line("anna", Anna)}{Line("ben", Ben)}", Limit.Short);
        var written = File.GetLastWriteTimeUtc(_file);
        await using var server = await HttpServerProcess.StartAsync(
            ServerBinary.Path,
            ["--sandbox", "--audit", "none", "--tokens-file", _file],
            null,
            Limit.Short
        );
        (await StatusAsync(server, Anna)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(server, Ben)).ShouldBe(HttpStatusCode.OK);

        Change(change);
        if (File.Exists(_file))
        {
            // What the server sees by itself, without the signal, is that the file was written.
            File.SetLastWriteTimeUtc(_file, written);
        }

        await ChildProcess.RunAsync("kill", ["-s", "HUP", $"{server.Process.Id}"], cancellationToken: Limit.Short);
        var limit = Limit.Short;
        while (await StatusAsync(server, Ben) != HttpStatusCode.Unauthorized)
        {
            limit.ThrowIfCancellationRequested();
        }

        (await StatusAsync(server, Anna)).ShouldBe(isAnnaIn ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    public void Dispose() => File.Delete(_file);

    private void Change(string change)
    {
        switch (change)
        {
            case "Ben's line is taken out":
                File.WriteAllText(_file, Line("anna", Anna));
                break;
            case "Ben's line is broken":
                File.WriteAllText(_file, $"{Line("anna", Anna)}{Line("ben", Ben)[..^9]}\n");
                break;
            case "it is emptied":
                File.WriteAllText(_file, "");
                break;
            case "it is no text":
                File.WriteAllBytes(_file, [.. Enumerable.Range(0, 512).Select(static i => (byte)i)]);
                break;
            default:
                File.Delete(_file);
                break;
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpServerProcess server, string token)
    {
        using var client = new McpHttpClient(server.Address, isModern: true, ("Authorization", $"Bearer {token}"));
        using var response = await client.ListAsync(Limit.Short);
        return response.StatusCode;
    }

    private static string Line(string name, string token) =>
        $"{name} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}\n";
}
