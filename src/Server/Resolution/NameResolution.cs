namespace ClickUpMcp.Resolution;

/// <summary>How things of a kind are found by their names; the spec says it of each kind.</summary>
internal enum NameResolution
{
    /// <summary>No algorithm of its own: by the listing that the spec gives.</summary>
    None,

    /// <summary>Among the workspaces that the token may use.</summary>
    Workspace,

    /// <summary>In the tree of spaces, folders and lists.</summary>
    Container,

    /// <summary>By custom id, or by a scan of the tasks updated last.</summary>
    Task,

    /// <summary>Among the people of the workspace, also by e-mail address and as "me".</summary>
    Member,

    /// <summary>Among the statuses of a list; the name is the id.</summary>
    Status,

    /// <summary>Among the tags of the spaces; the name is the id.</summary>
    Tag,

    /// <summary>Among the fields that a list shows.</summary>
    CustomField,
}
