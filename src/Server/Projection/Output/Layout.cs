using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>A way to write what was projected.</summary>
internal abstract class Layout
{
    /// <summary>Compact text.</summary>
    public static Layout Text { get; } = new TextLayout();

    /// <summary>Compact JSON in the place of text.</summary>
    public static Layout Json { get; } = new JsonLayout();

    /// <summary>Structured content: JSON that keeps to the tool's output schema.</summary>
    public static Layout Structured { get; } = new StructuredLayout();

    /// <summary>One thing.</summary>
    public abstract string One(ProjectedItem item, ResultNotes notes);

    /// <summary>One raw thing.</summary>
    public abstract string Raw(JsonElement item, ResultNotes notes);

    /// <summary>A list of projected things.</summary>
    public abstract string Many(IReadOnlyList<ProjectedItem> items, ListHeader header);

    /// <summary>Projected things one after another, so that long texts keep their lines; a list where there are no lines.</summary>
    public virtual string Series(IReadOnlyList<ProjectedItem> items, ListHeader header) => Many(items, header);

    /// <summary>A list of raw things.</summary>
    public abstract string Raw(IReadOnlyList<JsonElement> items, ListHeader header);
}
