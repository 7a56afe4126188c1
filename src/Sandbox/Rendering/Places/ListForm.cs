namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Where a list is shown; the document types its members differently from place to place.</summary>
internal enum ListForm
{
    /// <summary>In an array of Get Lists.</summary>
    Listed,

    /// <summary>Inside its folder.</summary>
    Embedded,

    /// <summary>As the response of Get List or Update List, where the assignee is an id.</summary>
    Single,

    /// <summary>As the response of a create, where the assignee is an object.</summary>
    Created,
}
