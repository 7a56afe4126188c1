namespace ClickUpMcp.Tools.Handlers;

/// <summary>A thing that figures are summed for.</summary>
/// <param name="Id">Its id, or what else tells it from others.</param>
/// <param name="Name">What it is called.</param>
internal readonly record struct NamedId(string Id, string Name);
