using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Recording;

/// <summary>One message of a client while it is worked on, as telemetry shows it; disposing ends it.</summary>
internal sealed class McpOperation(
    Histogram<double> durations,
    TimeProvider time,
    string transport,
    MessageMethod method,
    Activity? span
) : IDisposable
{
    public const string MethodName = "mcp.method.name";
    public const string ProtocolVersion = "mcp.protocol.version";
    public const string Transport = "network.transport";

    private readonly long _start = time.GetTimestamp();
    private string? _tool;
    private string? _error;
    private string? _code;

    /// <summary>The revision that the message is served in, once it is known.</summary>
    public string? Version { get; set; }

    /// <summary>The trace that it belongs to; null when it is in none.</summary>
    public string? TraceId => span?.TraceId.ToHexString();

    /// <summary>Notes that it was answered with a JSON-RPC error.</summary>
    public void Refused(int code) => _error = _code = code.ToString(CultureInfo.InvariantCulture);

    /// <summary>Notes that its sender gave up before it was answered.</summary>
    public void Cancelled() => _error = "cancelled";

    /// <summary>Makes what follows in this flow of control part of it.</summary>
    public void Resume() => Activity.Current = span ?? Activity.Current;

    /// <summary>Notes how a tool call ended.</summary>
    /// <param name="tool">The tool's name in the catalogue; null when there is none by the name that was called.</param>
    /// <param name="end">How.</param>
    public void Called(string? tool, CallEnd end)
    {
        _tool = tool;
        switch (end)
        {
            case CallEnd.Ok or CallEnd.InputRequired:
                break;
            case CallEnd.ToolError or CallEnd.Refused:
                _error = "tool_error";
                break;
            case CallEnd.Cancelled:
                Cancelled();
                break;
            case CallEnd.UnknownTool:
                Refused(RpcErrorCode.InvalidParams);
                break;
            default:
                Refused(RpcErrorCode.InternalError);
                break;
        }
    }

    public void Dispose()
    {
        string name = McpMethods.NameOf(method);
        TagList tags = new() { { MethodName, name }, { Transport, transport } };
        Add(ref tags, ProtocolVersion, Version);
        Add(ref tags, "gen_ai.operation.name", method == MessageMethod.CallTool ? "execute_tool" : null);
        Add(ref tags, "gen_ai.tool.name", _tool);
        Add(ref tags, "rpc.response.status_code", _code);
        Add(ref tags, "error.type", _error);
        durations.Record(time.GetElapsedTime(_start).TotalSeconds, tags);
        if (span is null)
        {
            return;
        }

        foreach ((string key, object? value) in tags)
        {
            span.SetTag(key, value);
        }

        span.DisplayName = _tool is null ? name : $"{name} {_tool}";
        span.SetStatus(_error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        span.Dispose();
    }

    private static void Add(ref TagList tags, string key, string? value)
    {
        if (value is not null)
        {
            tags.Add(key, value);
        }
    }
}
