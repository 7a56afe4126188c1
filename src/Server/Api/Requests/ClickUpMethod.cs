namespace ClickUpMcp.Api;

/// <summary>The HTTP methods that ClickUp's API uses.</summary>
internal enum ClickUpMethod
{
    Get,
    Post,
    Put,
    Patch,
    Delete,
}
