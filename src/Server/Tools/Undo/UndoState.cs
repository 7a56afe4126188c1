namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a look at a thing says about undoing a change of it.</summary>
internal enum UndoState
{
    /// <summary>It is as the change left it.</summary>
    Ready,

    /// <summary>It is as it was before the change.</summary>
    IsUndone,

    /// <summary>It was changed again since, or is gone.</summary>
    IsChanged,
}
