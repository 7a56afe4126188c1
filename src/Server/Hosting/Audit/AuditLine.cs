using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting;

/// <summary>Writes what the audit says of one tool call: when, who, what and how it ended; never content.</summary>
/// <param name="digest">Digests the arguments.</param>
/// <param name="time">Stamps the lines.</param>
internal sealed class AuditLine(ArgumentDigest digest, TimeProvider time)
{
    private const int HashLength = 16;

    /// <summary>Whether principals are named, besides their hashes.</summary>
    public bool ShowsNames { private get; init; }

    /// <summary>The line of a call, with its end.</summary>
    public void Append(MessageBuffer buffer, in CallRecord call)
    {
        AppendStart(buffer);
        AppendOptional(buffer, ",\"request\":"u8, call.Request);
        AppendOptional(buffer, ",\"trace\":"u8, call.Trace);
        AppendPrincipal(buffer, call.Principal);
        AppendOptional(buffer, ",\"principal_name\":"u8, ShowsNames ? Clean(call.PrincipalName) : null);
        AppendOptional(buffer, ",\"client\":"u8, Clean(call.Client.Name));
        AppendOptional(buffer, ",\"client_version\":"u8, Clean(call.Client.Version));
        AppendOptional(buffer, ",\"session\":"u8, call.Session);
        AppendOptional(buffer, ",\"workspace\":"u8, call.Workspace);
        AppendOptional(buffer, ",\"tool\":"u8, call.Tool);
        AppendOptional(buffer, ",\"ran\":"u8, call.Inner);
        AppendOptional(buffer, ",\"arguments\":"u8, call.Arguments is { } arguments ? digest.Of(arguments) : null);
        AppendOptional(buffer, ",\"method\":"u8, call.Method);
        buffer.Append(",\"outcome\":"u8).AppendString(NameOf(call.End));
        AppendOptional(buffer, ",\"error\":"u8, call.Error);
        if (call.RetryAfter is { } retryAfter)
        {
            buffer.Append(",\"retry_after_ms\":"u8).Append(Math.Ceiling(retryAfter.TotalMilliseconds));
        }

        if (call.UpstreamStatus != 0)
        {
            buffer.Append(",\"upstream_status\":"u8).Append(call.UpstreamStatus);
        }

        buffer.Append(",\"duration_ms\":"u8).Append(Math.Round(call.Duration.TotalMilliseconds, 1));
        buffer.Append(",\"waited_ms\":"u8).Append(Math.Round(call.Waited.TotalMilliseconds, 1)).Append("}\n"u8);
    }

    /// <summary>The line of what was refused again and again, with its end.</summary>
    public void Append(MessageBuffer buffer, in RefusalRecord refusals)
    {
        AppendStart(buffer);
        if (refusals.Key.Address is { } address)
        {
            buffer.Append(",\"address\":"u8).AppendString(address);
        }

        // Of a good token that was refused, both are known: whose it is, and where it came from.
        if (refusals.Key.Address is null || refusals.Key.Principal != default)
        {
            AppendPrincipal(buffer, refusals.Key.Principal);
        }

        buffer.Append(",\"outcome\":"u8).AppendString(NameOf(CallEnd.Refused));
        buffer.Append(",\"error\":"u8).AppendString(refusals.Key.Reason);
        buffer.Append(",\"count\":"u8).Append(refusals.Count);
        buffer.Append(",\"seconds\":"u8).Append(Math.Round(refusals.Over.TotalSeconds, 1)).Append("}\n"u8);
    }

    /// <summary>The line of what an operator has ended, with its end.</summary>
    public void Append(MessageBuffer buffer, in OperatorRecord deed)
    {
        AppendStart(buffer);
        buffer.Append(",\"operator\":\"end_sessions\""u8);
        if (deed.Principal is { } principal)
        {
            AppendPrincipal(buffer, principal);
        }

        AppendOptional(buffer, ",\"principal_name\":"u8, ShowsNames ? Clean(deed.PrincipalName) : null);
        AppendOptional(buffer, ",\"session\":"u8, deed.Session);
        buffer.Append(",\"outcome\":"u8).AppendString(NameOf(CallEnd.Ok));
        buffer.Append(",\"count\":"u8).Append(deed.Sessions).Append(",\"requests\":"u8).Append(deed.Requests);
        buffer.Append(deed.IsRevoked ? ",\"revoked\":true}\n"u8 : "}\n"u8);
    }

    /// <summary>The line that says how many lines are missing before it, with its end.</summary>
    public void AppendLoss(MessageBuffer buffer, long lost)
    {
        AppendStart(buffer);
        buffer.Append(",\"outcome\":\"lines_lost\",\"count\":"u8).Append(lost).Append("}\n"u8);
    }

    private void AppendStart(MessageBuffer buffer) =>
        buffer.Append("{\"time\":"u8).AppendString(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));

    /// <summary>What stands for a principal.</summary>
    public static string HashOf(UInt128 principal) => principal.ToString("x32")[..HashLength];

    private static void AppendPrincipal(MessageBuffer buffer, UInt128 principal) =>
        buffer.Append(",\"principal\":"u8).AppendString(HashOf(principal));

    // A client says of itself what it likes, and whoever reads the audit may do so at a terminal.
    private static string? Clean(string? text) => text is null ? null : OutputSanitizer.CleanLine(text);

    private static void AppendOptional(MessageBuffer buffer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            buffer.Append(name).AppendString(value);
        }
    }

    private static string NameOf(CallEnd end) =>
        end switch
        {
            CallEnd.Ok => "ok",
            CallEnd.ToolError => "tool_error",
            CallEnd.InputRequired => "input_required",
            CallEnd.UnknownTool => "unknown_tool",
            CallEnd.Refused => "refused",
            CallEnd.Cancelled => "cancelled",
            CallEnd.Stopped => "stopped",
            _ => "failed",
        };
}
