namespace ClickUpMcp.Sandbox.Model;

/// <summary>The built-in roles, numbered as on the wire.</summary>
internal enum MemberRole
{
    Owner = 1,
    Admin = 2,
    Member = 3,
    Guest = 4,
}
