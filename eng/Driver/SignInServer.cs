using System.Net.Http.Json;
using System.Text.Json;

namespace ClickUpMcp.Driver;

/// <summary>The server as it is hosted for others: users sign in, at the sandbox instead of ClickUp.</summary>
public sealed class SignInServer : IAsyncDisposable
{
    private readonly HttpServerProcess _process;

    private SignInServer(HttpServerProcess process, Uri issuer, Uri own) =>
        (_process, Issuer, Own) = (process, issuer, own);

    /// <summary>Its public address.</summary>
    public Uri Issuer { get; }

    /// <summary>Where this very process listens.</summary>
    public Uri Own { get; }

    /// <summary>The id of the process.</summary>
    public int ProcessId => _process.Process.Id;

    /// <summary>The same as metadata names it.</summary>
    public string IssuerText => Issuer.GetLeftPart(UriPartial.Authority);

    /// <summary>Where MCP is.</summary>
    public Uri Mcp => new(Issuer, "/mcp");

    /// <summary>Starts it on a free port of the loopback.</summary>
    /// <param name="binary">The server's executable.</param>
    /// <param name="options">Further flags of <c>http</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the line that names the address.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="other">Another server that goes by the same public address; null for one by itself.</param>
    /// <param name="again">Where one was that is gone, to start it there again; 0 for a free port.</param>
    /// <param name="socket">The socket that it is to take over; null where it opens its own.</param>
    public static async Task<SignInServer> StartAsync(
        string binary,
        IEnumerable<string> options,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null,
        SignInServer? other = null,
        int again = 0,
        KeptSocket? socket = null
    )
    {
        // Its name is in all that it says, so the port has to be known before.
        var port = socket?.Port ?? (again == 0 ? FreePort.Next() : again);
        var own = new Uri($"http://127.0.0.1:{port}");
        var issuer = other?.Issuer ?? own;
        string[] flags =
        [
            "--sandbox",
            "--audit",
            "none",
            "--public-url",
            issuer.GetLeftPart(UriPartial.Authority),
            "--oauth-client-id",
            "APP",
            .. options,
        ];
        var process = socket is null
            ? await HttpServerProcess.StartAsync(binary, flags, environment, cancellationToken, port)
            : await HttpServerProcess.FromAsync(
                socket.Start(binary, ["http", .. flags], environment),
                cancellationToken
            );
        return new SignInServer(process, issuer, own);
    }

    /// <summary>Registers a client without a secret; returns its id.</summary>
    public async Task<string> RegisterAsync(string redirect, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(
            new Uri(Issuer, "/register"),
            new Dictionary<string, object>
            {
                ["client_name"] = "A test",
                ["redirect_uris"] = new[] { redirect },
                ["token_endpoint_auth_method"] = "none",
            },
            cancellationToken
        );
        var reply = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return reply.GetProperty("client_id").GetString()!;
    }

    /// <summary>Asks it to stop, as systemd does, and waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        await ChildProcess.RunAsync("kill", ["-s", "TERM", $"{ProcessId}"], cancellationToken: cancellationToken);
        return await _process.Process.WaitForExitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
