using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin sessions</c>: shows what clients have open on a running server, and ends it; needs its socket, and no store.</summary>
internal sealed class SessionsWord : IAdminWord
{
    private const string Principal = "principal";
    private const string All = "all";
    private const string Revoke = "revoke";
    private const string Json = "json";

    public string Usage => $"sessions list | end ID | end --{Principal} NAME [--{Revoke}] | end --{All}";

    public string Summary => "show the sessions of a running server, or end them: their calls are cancelled";

    public VerbFlag[] Flags =>
        [
            new(Principal, "NAME", "whose sessions: a name of the tokens file or a licence key, or a hash of the list"),
            new(All, null, "all sessions"),
            new(Revoke, null, "refuse that principal's tokens, too, until the server ends"),
            new(Json, null, "each session as a JSON object on a line"),
        ];

    public async Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken)
    {
        string request = RequestOf(command, out bool isList);
        string path =
            command.Options.Http.AdminSocket
            ?? throw new OptionsException(
                $"Name the socket of the running server with {AdminSocket.Flag} or CLICKUP_MCP_ADMIN_SOCKET, as the server has it."
            );
        (int status, string text) = await AskAsync(path, isList, request, cancellationToken);
        if (status != 200)
        {
            command.Environment.WriteError(text);
            return ExitCode.Failed;
        }

        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Func<string, string> show =
            command.Arguments.Has(Json) ? static line => line
            : isList ? Shown
            : Ended;
        foreach (string line in lines)
        {
            command.Environment.WriteLine(show(line));
        }

        return ExitCode.Ok;
    }

    private string RequestOf(AdminCommand command, out bool isList)
    {
        CommandArguments arguments = command.Arguments;
        isList = false;
        switch (command.Rest)
        {
            case ["list"] when !arguments.Has(Principal) && !arguments.Has(All) && !arguments.Has(Revoke):
                isList = true;
                return AdminHost.ListPath;
            case ["end", var id] when !arguments.Has(Principal) && !arguments.Has(All) && !arguments.Has(Revoke):
                return $"{AdminHost.EndPath}?session={Uri.EscapeDataString(id)}";
            case ["end"] when arguments.Flag(Principal) is { Length: > 0 } name && !arguments.Has(All):
                return $"{AdminHost.EndPath}?principal={Uri.EscapeDataString(name)}&revoke={(arguments.Has(Revoke) ? "true" : "false")}";
            case ["end"] when arguments.Has(All) && !arguments.Has(Principal) && !arguments.Has(Revoke):
                return $"{AdminHost.EndPath}?all=true";
            default:
                throw new OptionsException($"Write: clickup-mcp admin {Usage}");
        }
    }

    private static async Task<(int Status, string Text)> AskAsync(
        string path,
        bool isList,
        string request,
        CancellationToken cancellationToken
    )
    {
        using SocketsHttpHandler handler = new()
        {
            UseProxy = false,
            ConnectCallback = async (_, stop) =>
            {
                Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.GetFullPath(path)), stop);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        using HttpClient client = new(handler) { BaseAddress = new Uri("http://localhost") };
        using HttpRequestMessage message = new(isList ? HttpMethod.Get : HttpMethod.Post, request);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(message, cancellationToken);
            string text = await response.Content.ReadAsStringAsync(cancellationToken);
            return ((int)response.StatusCode, text);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ArgumentException)
        {
            throw new UnusableException(
                $"The server cannot be reached over that socket: it must run with the same {AdminSocket.Flag}, and this user be its own."
            );
        }
    }

    private static string Ended(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement ended = document.RootElement;
        string shutOut = ended.GetProperty("revoked").GetBoolean()
            ? " The principal is shut out until the server ends; take its token or grant away before that."
            : "";
        return $"Ended {ended.GetProperty("sessions").GetInt32()} sessions, and cancelled {ended.GetProperty("requests").GetInt32()} requests.{shutOut}";
    }

    private static string Shown(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement session = document.RootElement;
        StringBuilder text = new();
        text.Append(Text(session, "session") ?? "no session      ").Append("  ");
        text.Append(Text(session, "principal"));
        text.Append(Text(session, "principal_name") is { } name ? $" {name}" : "").Append("  ");
        if (Text(session, "session") is not null)
        {
            text.Append($"{Text(session, "client") ?? "unnamed client"} {Text(session, "client_version")}".TrimEnd());
            text.Append($"  since {Text(session, "started")}  last used {Text(session, "last_used")}  ");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"calls {session.GetProperty("calls").GetInt64()}  in flight {session.GetProperty("in_flight").GetInt64()}"
        );
        if (session.TryGetProperty("budget", out JsonElement budget))
        {
            foreach (JsonProperty part in budget.EnumerateObject())
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {part.Name} {part.Value.GetProperty("used").GetInt64()} of {part.Value.GetProperty("limit").GetInt64()}"
                );
            }
        }

        return text.ToString();
    }

    private static string? Text(JsonElement session, string name) =>
        session.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
