using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Support;

/// <summary>Prism between the server and the sandbox: it holds each request and answer against ClickUp's own document.</summary>
internal sealed class PrismProxy : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private PrismProxy(ChildProcess process, int port)
    {
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Address { get; }

    /// <summary>ClickUp's documents lie beside the repository, or where <c>CLICKUP_API_DOCS</c> says; null where absent.</summary>
    public static string? FindDocument(string name)
    {
        var folder = Environment.GetEnvironmentVariable("CLICKUP_API_DOCS") is { Length: > 0 } chosen
            ? chosen
            : Repository.At("..", "shared", "clickup-api");
        var file = Path.GetFullPath(Path.Combine(folder, name));
        return File.Exists(file) ? file : null;
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

    /// <summary>How many requests Prism has let pass or refused so far.</summary>
    public int Requests => Count("Request received");

    /// <summary>What Prism objected to so far, one line each.</summary>
    public IReadOnlyList<string> Violations =>
        [
            .. _process
                .Output.Split('\n')
                .Where(line => line.Contains('✖') || line.Contains("Violation", StringComparison.Ordinal)),
        ];

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private int Count(string text) =>
        _process.Output.Split('\n').Count(line => line.Contains(text, StringComparison.Ordinal));
}
