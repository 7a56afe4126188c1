namespace ClickUpMcp.Sandbox.Model;

/// <summary>What documents and channels lie in, numbered as on the wire.</summary>
internal enum ParentType
{
    Space = 4,
    Folder = 5,
    List = 6,
    Everything = 7,
    Workspace = 12,
}
