namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Where a task is shown; the document's required members differ from place to place.</summary>
internal enum TaskForm
{
    /// <summary>As the whole response: Get, Create, Update.</summary>
    Single,

    /// <summary>In a page of Get Tasks.</summary>
    Listed,

    /// <summary>In a page of Get Filtered Team Tasks, where the document allows no null for some members.</summary>
    Found,

    /// <summary>As the response of adding or removing a link.</summary>
    Linked,

    /// <summary>
    /// In a page of Get View Tasks, where the document has one custom field in place of the array; they are left out.
    /// </summary>
    Viewed,

    /// <summary>Inside its parent.</summary>
    Subtask,
}
