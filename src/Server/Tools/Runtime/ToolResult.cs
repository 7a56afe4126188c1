using ClickUpMcp.Projection;
using ClickUpMcp.Text;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a tool call returns to the model.</summary>
/// <param name="Text">The text block; already sanitised.</param>
/// <param name="IsError">Whether the call failed in a way the model can act on.</param>
internal sealed record ToolResult(string Text, bool IsError = false)
{
    public ToolResult(RenderedResult shown)
        : this(shown.Text)
    {
        Structured = shown.Structured;
    }

    /// <summary>The same for programs; null unless structured content is asked for and the tool declares some.</summary>
    public StructuredResult? Structured { get; init; }

    /// <summary>An SVG document that shows the same; null where none was asked for.</summary>
    public string? Picture { get; init; }

    /// <summary>A file that it is about; null for none.</summary>
    public ResultFile? File { get; init; }

    /// <summary>How many of the things in it were written by whom, as a JSON object; null where members wrote them all.</summary>
    public string? Origins { get; init; }

    /// <summary>Whether it is a list without any items, as a filter gives that names nothing.</summary>
    public bool IsEmptyList { get; init; }

    /// <summary>The result with remarks after its text; an error says what matters itself.</summary>
    public ToolResult With(string[] remarks) =>
        IsError || remarks.Length == 0
            ? this
            : this with
            {
                Text = string.Join('\n', remarks.Select(OutputSanitizer.CleanLine).Prepend(Text)),
            };

    /// <summary>The result with a text that is not too long for who reads it.</summary>
    public ToolResult Within(Projector projector) => this with { Text = projector.Within(Text) };

    /// <summary>The result with structured content exactly when the tool declares it, as MCP demands of every success.</summary>
    /// <param name="declared">What the tool's output schema was made from; null when it has none.</param>
    /// <remarks>What is not the declared thing is a sentence about it, such as "No timer is running."</remarks>
    public ToolResult As(ResponseDefinition? declared)
    {
        if (IsError || declared?.Shape is not { } shape)
        {
            return this with { Structured = null };
        }

        bool isDeclared =
            Structured is { } given && ReferenceEquals(given.Shape, shape) && given.IsList == declared.IsList;
        return isDeclared ? this : this with { Structured = StructuredResult.OfSentence(Text, shape, declared.IsList) };
    }
}
