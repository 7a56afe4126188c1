using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a tool was asked, once bound and validated.</summary>
/// <param name="Values">The record.</param>
/// <param name="Output">What the tool's result is unless the call says otherwise; null when it has no such arguments.</param>
internal sealed record BoundArguments(IToolArguments Values, ResponseDefinition? Output)
{
    /// <summary>Their canonical JSON: names, order, defaults and spelling as every call of this meaning has them.</summary>
    public ReadOnlyMemory<byte> ToJson() => Write(withOutput: true);

    /// <summary>The same without what says only how much of a result is shown, and how.</summary>
    public ReadOnlyMemory<byte> ToSelectionJson() => Write(withOutput: false);

    private ReadOnlyMemory<byte> Write(bool withOutput)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer);
        CanonicalWriter writer = new(json);
        json.WriteStartObject();
        Values.WriteTo(writer);
        if (withOutput)
        {
            WriteOutput(writer, Values.Output ?? new());
        }

        writer.Write("workspace", Values.Workspace);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteOutput(CanonicalWriter writer, OutputOptions options)
    {
        DetailLevel? level = options.DetailLevel ?? (Output?.Shape is null ? null : Output.DefaultLevel);
        int? limit = options.Limit ?? (Output is { IsList: true, DefaultLimit: > 0 } ? Output.DefaultLimit : null);
        writer.Write("detail_level", level is { } known ? DetailLevelWords.Of(known) : null);
        writer.Write("fields", options.Fields.Count > 0 ? options.Fields : null);
        writer.Write("limit", (long?)limit);
        writer.Write("cursor", options.Cursor);
    }
}
