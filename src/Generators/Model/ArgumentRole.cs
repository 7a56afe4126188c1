namespace ClickUpMcp.Generators.Model;

/// <summary>Why a tool has an argument.</summary>
internal enum ArgumentRole
{
    /// <summary>The spec entry (or one of its argument sets) names it.</summary>
    Declared,

    /// <summary>The ambient workspace, added to every tool.</summary>
    Workspace,

    /// <summary>Names of arguments to empty, added when one is clearable.</summary>
    Clear,

    /// <summary>Standard arguments of a response; bound together by ArgumentReader.Output.</summary>
    DetailLevel,
    Fields,
    Limit,
    Cursor,
}
