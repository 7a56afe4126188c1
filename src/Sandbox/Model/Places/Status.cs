namespace ClickUpMcp.Sandbox.Model;

/// <summary>One column of a workflow; the type is open, custom, done or closed.</summary>
internal sealed record Status(string Id, string Name, string Color, int OrderIndex, string Type)
{
    public bool IsClosed => Type == "closed";

    public bool IsFinished => Type is "closed" or "done";
}
