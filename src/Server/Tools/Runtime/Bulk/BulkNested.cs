namespace ClickUpMcp.Tools.Runtime;

/// <summary>Things that an item of a bulk call holds, each of which is a call of its own.</summary>
/// <param name="Argument">The member that lists them.</param>
/// <param name="Tool">The tool that makes one.</param>
/// <param name="As">The argument of that tool that takes the item's id.</param>
/// <param name="Sample">A text in the form of such an id, for which there is none before the item is made.</param>
internal sealed record BulkNested(string Argument, string Tool, string As, string Sample)
{
    /// <summary>The arguments that they have in common with the item, where they do not say otherwise.</summary>
    public string[] Inherits { get; init; } = [];
}
