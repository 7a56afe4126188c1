using System.Text.Json;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What turns a task's tags into those that are wanted.</summary>
internal sealed class TaskTags
{
    /// <param name="task">The task as it is.</param>
    /// <param name="wanted">The tags that it is to have.</param>
    public TaskTags(JsonElement task, IReadOnlyList<string> wanted)
    {
        string[] held = [.. task.Items("tags").Select(static tag => tag.Text("name")).OfType<string>()];
        string[] whole = [.. wanted.Select(static tag => tag.Trim())];
        Added = [.. whole.Except(held, StringComparer.OrdinalIgnoreCase)];
        Removed = [.. held.Except(whole, StringComparer.OrdinalIgnoreCase)];
        // What was to go and did not is named as such.
        Whole = [.. whole, .. Removed];
    }

    /// <summary>Tags that it lacks.</summary>
    public IReadOnlyList<string> Added { get; }

    /// <summary>Tags that are asked about one by one; any other is one too many.</summary>
    public IReadOnlyList<string> Whole { get; }

    /// <summary>Tags that it has beside the wanted ones.</summary>
    public IReadOnlyList<string> Removed { get; }
}
