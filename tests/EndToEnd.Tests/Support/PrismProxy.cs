using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using ClickUpMcp.OpenApi;

namespace EndToEnd.Tests.Support;

/// <summary>Prism between the server and the sandbox: it holds each request and response against ClickUp's own document.</summary>
internal sealed class PrismProxy : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private PrismProxy(ChildProcess process, int port)
    {
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Address { get; }

    /// <summary>Both versions of ClickUp's API as one document; null where ClickUp's documents are absent.</summary>
    public static string? FindDocument()
    {
        string[] files =
        [
            Path.Combine(OfficialDocuments.Folder, "prism-v2.json"),
            Path.Combine(OfficialDocuments.Folder, "prism-v3.json"),
        ];
        if (!files.All(File.Exists))
        {
            return null;
        }

        // Version 2 has no components to refer to, so that its paths can move into version 3's document.
        var (v2, v3) = (Read(files[0]), Read(files[1]));
        foreach (var (path, operations) in v2["paths"]!.AsObject())
        {
            v3["paths"]![path] = operations!.DeepClone();
        }

        foreach (var (name, scheme) in v2["components"]!["securitySchemes"]!.AsObject())
        {
            v3["components"]!["securitySchemes"]![name] = scheme!.DeepClone();
        }

        DocumentFaults.Repair(v3["paths"]!.AsObject());
        var file = Path.Combine(Directory.CreateTempSubdirectory("clickup-api-").FullName, "both.json");
        File.WriteAllText(file, v3.ToJsonString());
        return file;
    }

    public static async Task<PrismProxy> StartAsync(string document, Uri upstream, CancellationToken cancellationToken)
    {
        var folder = await NpmTools.EnsureAsync();
        var port = FreePort.Next();
        var process = ChildProcess.Start(
            NpmTools.Node,
            [
                "node_modules/@stoplight/prism-cli/dist/index.js",
                "proxy",
                document,
                upstream.GetLeftPart(UriPartial.Authority),
                "--errors",
                "--port",
                $"{port}",
            ],
            folder: folder
        );
        await process.WaitForLineAsync(
            line => line.Contains("is listening", StringComparison.Ordinal),
            cancellationToken
        );
        return new PrismProxy(process, port);
    }

    /// <summary>What Prism objected to so far, one line each, once it has written down all that it saw.</summary>
    public async Task<IReadOnlyList<string>> FindViolationsAsync(CancellationToken cancellationToken)
    {
        const string LastRequest = "/no-such-operation-the-end";
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(Address, LastRequest), cancellationToken)).Dispose();
        await _process.WaitForLineAsync(
            line => line.Contains(LastRequest, StringComparison.Ordinal),
            cancellationToken
        );
        return
        [
            .. _process
                .Output.Split('\n')
                .TakeWhile(line => !line.Contains(LastRequest, StringComparison.Ordinal))
                .Where(line => line.Contains('✖') || line.Contains("Violation", StringComparison.Ordinal)),
        ];
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllBytes(file))!.AsObject();
}
