using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting;

/// <summary>Writes one JSON line for each tool call.</summary>
/// <param name="open">Opens the destination; again after <see cref="Reopen"/>.</param>
/// <param name="time">Stamps the lines.</param>
internal sealed class AuditLog(Func<Stream> open, TimeProvider time) : ICallAudit, IDisposable
{
    /// <summary>The destination that keeps nothing.</summary>
    public const string None = "none";

    /// <summary>The destination that is standard error.</summary>
    public const string Error = "stderr";

    private readonly ArgumentDigest _digest = ArgumentDigest.WithRandomKey();
    private readonly Lock _lock = new();
    private Stream? _stream;

    /// <summary>Creates the audit of a destination and opens it; null for none.</summary>
    /// <param name="destination"><see cref="Error"/>, <see cref="None"/>, or the path of a file.</param>
    /// <param name="time">Stamps the lines.</param>
    /// <exception cref="OptionsException">It cannot be written.</exception>
    public static AuditLog? Create(string destination, TimeProvider time)
    {
        if (destination == None)
        {
            return null;
        }

        // Without a buffer nothing is left to be written when a file on a full disk is closed.
        var audit = new AuditLog(
            destination == Error
                ? StandardStreams.OpenError
                : () =>
                    new FileStream(destination, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0),
            time
        );
        audit.Open();
        return audit;
    }

    /// <summary>Opens the destination, so that a wrong one is found before the first call.</summary>
    /// <exception cref="OptionsException">It cannot be written.</exception>
    private void Open()
    {
        lock (_lock)
        {
            try
            {
                _stream ??= open();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new UnusableException("The audit file cannot be written.");
            }
        }
    }

    /// <summary>Opens the destination anew with the next line: whoever rotates files has moved it away.</summary>
    public void Reopen()
    {
        lock (_lock)
        {
            _stream?.Dispose();
            _stream = null;
        }
    }

    public void Write(in CallRecord call)
    {
        using var buffer = new MessageBuffer();
        buffer.Append("{\"time\":"u8).AppendString(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        AppendOptional(buffer, ",\"request\":"u8, call.Request);
        buffer.Append(",\"principal\":"u8).AppendString(call.Principal.ToString("x32").AsSpan(0, 16));
        AppendOptional(buffer, ",\"session\":"u8, call.Session);
        AppendOptional(buffer, ",\"workspace\":"u8, call.Workspace);
        AppendOptional(buffer, ",\"tool\":"u8, call.Tool);
        AppendOptional(buffer, ",\"ran\":"u8, call.Inner);
        AppendOptional(buffer, ",\"arguments\":"u8, call.Arguments is { } arguments ? _digest.Of(arguments) : null);
        AppendOptional(buffer, ",\"method\":"u8, call.Method);
        buffer.Append(",\"outcome\":"u8).AppendString(NameOf(call.End));
        AppendOptional(buffer, ",\"error\":"u8, call.Error);
        if (call.UpstreamStatus != 0)
        {
            buffer.Append(",\"upstream_status\":"u8).Append(call.UpstreamStatus);
        }

        buffer.Append(",\"duration_ms\":"u8).Append(Math.Round(call.Duration.TotalMilliseconds, 1));
        buffer.Append(",\"waited_ms\":"u8).Append(Math.Round(call.Waited.TotalMilliseconds, 1)).Append("}\n"u8);
        lock (_lock)
        {
            try
            {
                _stream ??= open();
                _stream.Write(buffer.Written);
                _stream.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full disk must not stop the tools.
            }
        }
    }

    public void Dispose() => Reopen();

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
