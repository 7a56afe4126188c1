using System.Text.Json;

namespace ClickUpMcp.Sandbox.Model;

/// <summary>A saved view; what it shows is kept as the JSON that was sent.</summary>
internal sealed class View
{
    public const string Conversation = "conversation";

    public required string Id { get; init; }

    public required ViewParent Parent { get; init; }

    public required string Name { get; set; }

    public required string Type { get; set; }

    public required Member Creator { get; init; }

    public required long DateCreated { get; init; }

    public required int OrderIndex { get; init; }

    /// <summary>Grouping, sorting, filters and the other parts, by their name on the wire; every one is there.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Parts { get; set; }

    /// <summary>Whether it comes with its list: listed apart, and not to be deleted.</summary>
    public bool IsRequired { get; init; }

    public string Visibility { get; set; } = "public";

    public bool IsProtected { get; set; }

    public string? ProtectedNote { get; set; }

    public Member? ProtectedBy { get; set; }

    public long? DateProtected { get; set; }
}
