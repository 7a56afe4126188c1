using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Clients;

/// <summary>Runs the server against the clients that people use, over stdio and HTTP, and writes what came of it into docs/clients.md.</summary>
internal static class ClientMatrix
{
    private const string Start = "<!-- matrix -->";
    private const string End = "<!-- end of matrix -->";
    private const string Libraries = "all";

    /// <summary>Programs with a model pay for each tool in every request; libraries are shown all, so that no schema escapes them.</summary>
    private const string Programs = "core";

    private static readonly (string Name, string Persona)[] Clients =
    [
        ("Claude Code", Programs),
        ("Codex", Programs),
        ("Copilot CLI", Programs),
        ("Gemini CLI", Programs),
        ("Qwen Code", Programs),
        ("opencode", Programs),
        ("AI SDK", Libraries),
        ("Genkit", Libraries),
        ("Google ADK", Libraries),
        ("Google Gen AI SDK", Libraries),
        ("LangChain MCP adapters", Libraries),
        ("Mastra", Libraries),
        ("mcp-use", Libraries),
        ("OpenAI Agents SDK", Libraries),
        ("MCP Inspector", Libraries),
        ("MCPorter", Libraries),
        ("mcp-remote", Libraries),
        ("supergateway", Libraries),
    ];

    private const string SignIn = "sign-in";

    private static readonly string[] Transports = ["stdio", "http", SignIn];

    /// <summary>Those that can be led through a sign-in without a person at their terminal.</summary>
    private static readonly string[] SigningIn =
    [
        "Claude Code",
        "Codex",
        "Gemini CLI",
        "opencode",
        "AI SDK",
        "LangChain MCP adapters",
        "Mastra",
        "OpenAI Agents SDK",
        "mcp-remote",
    ];

    /// <summary>The clients in the order of the table.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Clients.Select(static client => client.Name)];

    private static string Page => Repository.At("docs", "clients.md");

    /// <param name="binary">The server's executable.</param>
    /// <param name="only">Names of clients, to run these and leave the others' rows as they are; none for all.</param>
    /// <returns>0 when every client did all that it can be asked for.</returns>
    public static async Task<int> RunAsync(string binary, IReadOnlyCollection<string> only)
    {
        if (only.Except(Names).ToList() is [_, ..] unknown)
        {
            throw new BuildFailedException(
                $"There is no client '{string.Join("', '", unknown)}'. There are: {string.Join(", ", Names)}."
            );
        }

        await ClientScript.InstallAsync();
        List<ClientOutcome> outcomes = [];
        var folder = Directory.CreateTempSubdirectory("clickup-mcp-clients-").FullName;
        try
        {
            foreach (var (name, persona) in Clients.Where(c => only.Count == 0 || only.Contains(c.Name)))
            {
                foreach (var transport in Transports.Where(t => t != SignIn || SigningIn.Contains(name)))
                {
                    outcomes.Add(await TryAsync(binary, name, persona, transport, folder));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        await WriteAsync(outcomes);
        return outcomes.TrueForAll(static outcome => outcome.Worked) ? 0 : 1;
    }

    private static async Task<ClientOutcome> TryAsync(
        string binary,
        string name,
        string persona,
        string transport,
        string folder
    )
    {
        if (transport == SignIn)
        {
            // The documents of the clients' makers are on the internet, which a build does without.
            await using var place = await SignInServer.StartAsync(
                binary,
                ["--persona", persona, "--no-client-documents"],
                CancellationToken.None
            );
            return Said(await ClientScript.RunAsync(name, transport, [binary, place.Mcp.ToString()]));
        }

        var audit = Path.Combine(folder, $"{Guid.NewGuid():N}.jsonl");
        string[] options = ["--sandbox", "--persona", persona, "--audit", audit];
        await using var server = await HttpServerProcess.StartAsync(
            binary,
            transport == "http" ? options : options[..3],
            null,
            CancellationToken.None
        );
        string[] arguments = [binary, server.Address.ToString(), "stdio", .. options];
        var outcome = await ClientScript.RunAsync(name, transport, arguments);
        return Said(outcome with { SaysName = NameIn(audit) });
    }

    private static ClientOutcome Said(ClientOutcome outcome)
    {
        Console.WriteLine(
            outcome.Worked
                ? $"ok      {outcome.Client} over {outcome.Transport}: {outcome.Tools?.ToString(CultureInfo.InvariantCulture) ?? "its"} tools"
                : $"failed  {outcome.Client} over {outcome.Transport}: {outcome.Error ?? "no result"}"
        );
        return outcome;
    }

    // What is called is written down with who called.
    private static string? NameIn(string audit) =>
        !File.Exists(audit)
            ? null
            : File.ReadLines(audit)
                .Select(static line => JsonElement.Parse(line))
                .Select(static entry => entry.TryGetProperty("client", out var client) ? client.GetString() : null)
                .LastOrDefault(static client => client is not null);

    private static async Task WriteAsync(IReadOnlyList<ClientOutcome> outcomes)
    {
        var page = await File.ReadAllTextAsync(Page);
        var from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Page, page[..from] + "\n" + Table(outcomes, page[from..to]) + page[to..]);
    }

    private static string Table(IReadOnlyList<ClientOutcome> outcomes, string former)
    {
        var rows = Clients.Select(client =>
        {
            var mine = outcomes.Where(outcome => outcome.Client == client.Name).ToList();
            if (mine.Count == 0)
            {
                return former
                    .Split('\n')
                    .Where(row => row.StartsWith($"| {client.Name} |", StringComparison.Ordinal))
                    .Select(static row => $"{row}\n")
                    .FirstOrDefault("");
            }

            var says = mine.Select(static o => o.SaysName).FirstOrDefault(static n => n is not null);
            string[] cells =
            [
                client.Name,
                mine.Select(static o => o.Version).FirstOrDefault(static v => v is not null) ?? "",
                .. Transports.Select(transport => Cell(mine.SingleOrDefault(o => o.Transport == transport))),
                says is null ? "" : $"`{Spoken(says)}`",
                $"`{client.Persona}`",
                says is null ? "" : ClientCap.Of(says).ToString("N0", CultureInfo.InvariantCulture),
            ];
            return $"| {string.Join(" | ", cells)} |\n";
        });
        return "| client | version | stdio | HTTP | signs in | calls itself | persona | bytes of a result |\n"
            + "| --- | --- | --- | --- | --- | --- | --- | ---: |\n"
            + string.Concat(rows);
    }

    // Some put the address of the server into their name.
    private static string Spoken(string name) => name.Split(": ")[0];

    private static string Cell(ClientOutcome? outcome) =>
        outcome is null ? ""
        : !outcome.Worked ? "failed"
        : outcome.Called == true ? $"listed {outcome.Tools}, called"
        : "connected";
}
