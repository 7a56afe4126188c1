using System.Text.Json;

namespace ClickUpMcp.Sandbox.Faults;

/// <summary>Reads the body of <c>POST /__sandbox/faults</c>: an array of faults, empty to clear them.</summary>
internal static class FaultReader
{
    private const string Kinds = "latency, rate_limit, status, html, cut, hang, numbers_as_text, ignore, other_wrapper";

    public static IReadOnlyList<SandboxFault> Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("The body must be a JSON array of faults");
        }

        return [.. document.RootElement.EnumerateArray().Select(ReadFault)];
    }

    private static SandboxFault ReadFault(JsonElement fault)
    {
        if (fault.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("A fault must be an object");
        }

        var match = fault.TryGetProperty("match", out var found) ? found : default;
        return new SandboxFault
        {
            Kind = ReadKind(Text(fault, "kind")),
            Method = Text(match, "method"),
            PathPrefix = Text(match, "pathPrefix"),
            Times = Number(fault, "times"),
            After = Number(fault, "after") ?? 0,
            Milliseconds = Number(fault, "ms") ?? 0,
            ResetSeconds = Number(fault, "resetSeconds", int.MinValue) ?? 60,
            Code = Number(fault, "code"),
            Members = Texts(fault, "members"),
        };
    }

    private static SandboxFaultKind ReadKind(string? kind) =>
        kind switch
        {
            "latency" => SandboxFaultKind.Latency,
            "rate_limit" => SandboxFaultKind.RateLimit,
            "status" => SandboxFaultKind.Status,
            "html" => SandboxFaultKind.Html,
            "cut" => SandboxFaultKind.Cut,
            "hang" => SandboxFaultKind.Hang,
            "numbers_as_text" => SandboxFaultKind.NumbersAsText,
            "ignore" => SandboxFaultKind.Ignore,
            "other_wrapper" => SandboxFaultKind.OtherWrapper,
            _ => throw new FormatException($"kind must be one of {Kinds}"),
        };

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IReadOnlyList<string> Texts(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? []
        : value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(static item => item.GetString()!)]
        : throw new FormatException($"{name} must be an array of strings");

    private static int? Number(JsonElement parent, string name, int minimum = 0)
    {
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= minimum
            ? number
            : throw new FormatException($"{name} must be a whole number{(minimum == 0 ? " from 0" : "")}");
    }
}
