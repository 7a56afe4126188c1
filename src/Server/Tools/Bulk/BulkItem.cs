using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>One item of a bulk call, and what became of it.</summary>
/// <param name="path">Where it stands in the call, as in <c>tasks[2]</c>.</param>
/// <param name="given">Its own arguments.</param>
/// <param name="parent">The item that it is made in, and how; null for one of the call itself.</param>
internal sealed class BulkItem(string path, JsonElement given, BulkParent? parent = null)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The item that it is made in, and how; null for one of the call itself.</summary>
    public BulkParent? Parent { get; } = parent;

    /// <summary>Ends when it is known what became of it.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Where it stands in the call, as in <c>tasks[2]</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Its own arguments.</summary>
    public JsonElement Given { get; } = given;

    /// <summary>The item, once it is bound.</summary>
    public BulkBinding? Binding { get; set; }

    /// <summary>The way to the API of this item alone.</summary>
    public BulkItemClient? Client { get; set; }

    /// <summary>The call that it is, once it is being resolved.</summary>
    public ToolCallContext? Context { get; set; }

    /// <summary>Carries it out.</summary>
    public BulkStep? Step { get; set; }

    /// <summary>The id of the thing that it is about; null while that is not known.</summary>
    public string? Id { get; set; }

    /// <summary>The name of that thing, where it is known.</summary>
    public string? Name { get; set; }

    /// <summary>What became of it.</summary>
    public BulkState State { get; set; }

    /// <summary>Why it failed, or what is not as it was asked for; null for nothing.</summary>
    public string? Text { get; set; }

    /// <summary>What came back of it; null for nothing.</summary>
    public BulkResult? Result { get; set; }

    /// <summary>Says that it is known what became of it.</summary>
    public void End() => _ended.TrySetResult();

    /// <summary>Whether the caller wants no more of it than its id; what is made needs its name beside it, to tell which it is.</summary>
    public bool IsIdEnough => Binding is { Item: not null, Arguments.Values.Output.Fields: ["id"] };

    /// <summary>Whether it has no id of its own: the API shows it as a part of what it was made in.</summary>
    public bool IsPart => Parent is { Item.Id: { } whole } && whole == Id;

    /// <summary>The line that says that it was done; null when its label does.</summary>
    public string? Said =>
        Parent is not null
            ? null
            : Result?.Sentence ?? (Result?.Text is { } text ? $"{Label}: {text.ReplaceLineEndings("; ")}" : null);

    /// <summary>What it is called in a list of outcomes.</summary>
    public string Label =>
        (Id, Name) switch
        {
            (null, null) => Path,
            (null, _) => Name,
            (_, null) => Id,
            _ => $"{Id} {Name}",
        };
}
