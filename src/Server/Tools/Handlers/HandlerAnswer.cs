using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Shows what a handler has read, with what it has to say beside it.</summary>
internal static class HandlerAnswer
{
    /// <summary>Shows one thing.</summary>
    public static async ValueTask<ToolResult> OneAsync(
        JsonElement item,
        ResponseDefinition answer,
        OutputOptions? options,
        ToolServices services,
        IReadOnlyList<string> notes,
        CancellationToken cancellationToken
    )
    {
        OutputOptions chosen = options ?? new();
        string text = services.Projector.One(
            item,
            answer.Shape!,
            chosen.DetailLevel ?? answer.DefaultLevel,
            chosen,
            await services.Names.GetTimeZoneIdAsync(cancellationToken)
        );
        return WithNotes(text, services, notes);
    }

    /// <summary>Shows a list, no longer than the caller wants it.</summary>
    public static async ValueTask<ToolResult> ManyAsync(
        IReadOnlyList<JsonElement> items,
        ResponseDefinition answer,
        OutputOptions? options,
        ToolServices services,
        IReadOnlyList<string> notes,
        string? nextCursor,
        CancellationToken cancellationToken
    )
    {
        OutputOptions chosen = options ?? new();
        int limit = chosen.Limit ?? (answer.DefaultLimit > 0 ? answer.DefaultLimit : int.MaxValue);
        string text = services.Projector.Many(
            [.. items.Take(limit)],
            answer.Shape!,
            chosen.DetailLevel ?? answer.DefaultLevel,
            chosen,
            nextCursor,
            await services.Names.GetTimeZoneIdAsync(cancellationToken),
            items.Count > limit ? items.Count : null
        );
        return WithNotes(text, services, notes);
    }

    private static ToolResult WithNotes(string text, ToolServices services, IReadOnlyList<string> notes)
    {
        if (notes.Count == 0)
        {
            return new ToolResult(text);
        }

        string[] lines = [.. notes.Select(OutputSanitizer.CleanLine)];
        return new ToolResult(
            services.Projector.Format == OutputFormat.Json
                ? RawJson.Write(writer => Write(writer, text, lines))
                : string.Join('\n', lines.Prepend(text))
        );
    }

    private static void Write(Utf8JsonWriter writer, string json, string[] notes)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("notes");
        foreach (string note in notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("answer");
        // An answer that was cut is no JSON any more; it still must not break what surrounds it.
        if (IsJson(json))
        {
            writer.WriteRawValue(json, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(json);
        }

        writer.WriteEndObject();
    }

    private static bool IsJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
