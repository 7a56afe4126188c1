using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Docs;

/// <summary>The two formats in which pages and messages are read and written.</summary>
internal static class ContentFormat
{
    public static bool IsPlain(string? format) =>
        format switch
        {
            null or "text/md" => false,
            "text/plain" => true,
            _ => throw Refuse.BadRequest("content_format must be one of text/md, text/plain"),
        };
}
