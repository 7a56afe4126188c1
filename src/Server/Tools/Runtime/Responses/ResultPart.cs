using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A list that stands below the one thing of a result.</summary>
/// <param name="Name">Its member in JSON.</param>
/// <param name="Items">The items to show.</param>
/// <param name="Shape">Their fields.</param>
internal sealed record ResultPart(string Name, IReadOnlyList<JsonElement> Items, ShapeDefinition Shape)
{
    /// <summary>How many items there are in all, where that is known and more than are shown.</summary>
    public int? Total { get; init; }

    /// <summary>What several of the items are called; the shape's word unless it is given.</summary>
    public string? Plural { get; init; }

    /// <summary>What there is to say of them.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
