namespace ClickUpMcp.Errors;

/// <summary>A failure that a model can act on: what happened, why, and what to do next.</summary>
/// <remarks>Every part is shown to the caller: never put a token, a path or an upstream body in one.</remarks>
internal class ActionableException(
    string what,
    string? why = null,
    string? next = null,
    IReadOnlyList<string>? options = null
) : Exception(what)
{
    /// <summary>One sentence: what happened.</summary>
    public string What => Message;

    /// <summary>One sentence: why, when it is known.</summary>
    public string? Why { get; } = why;

    /// <summary>One sentence: what the caller should do next.</summary>
    public string? Next { get; } = next;

    /// <summary>The valid options or candidates, best first; empty when there are none to offer.</summary>
    public IReadOnlyList<string> Options { get; } = options ?? [];

    /// <summary>Whether it is about what the caller wrote, so that looking at the rest of the call makes sense.</summary>
    public virtual bool IsOfCaller => true;

    /// <summary>Whether a request was refused before anything was done, perhaps for an id of nothing.</summary>
    public virtual bool IsRefusal => false;
}
