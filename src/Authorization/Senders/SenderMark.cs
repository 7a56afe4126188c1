namespace ClickUpMcp.Authorization.Senders;

/// <summary>The words for what a token can be bound to, as operators write them.</summary>
public static class SenderMark
{
    /// <summary>The program: what it calls itself in <c>User-Agent</c>, without versions.</summary>
    public const string Client = "client";

    /// <summary>The machine: what it calls itself in <c>X-Device-Id</c>.</summary>
    public const string Device = "device";

    /// <summary>The network that the request comes from.</summary>
    public const string Network = "network";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Client, Device, Network];
}
