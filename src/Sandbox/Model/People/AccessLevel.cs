namespace ClickUpMcp.Sandbox.Model;

/// <summary>What a grant allows, numbered as in access lists; guest operations use the words in lower case.</summary>
internal enum AccessLevel
{
    Read = 1,
    Comment = 3,
    Edit = 4,
    Create = 5,
}
