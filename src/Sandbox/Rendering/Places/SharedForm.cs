namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Which shared things are objects; the document declares the others as bare ids, from operation to operation.</summary>
[Flags]
internal enum SharedForm
{
    /// <summary>Lists are objects everywhere.</summary>
    ListsOnly = 0,
    WithTasks = 1,
    WithPlaces = 2,
    All = WithTasks | WithPlaces,
}
