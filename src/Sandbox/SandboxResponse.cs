namespace ClickUpMcp.Sandbox;

/// <summary>One HTTP response, or the outcome "the connection was cut".</summary>
public sealed class SandboxResponse
{
    /// <summary>The front closes the connection without a response.</summary>
    public static SandboxResponse ConnectionCut { get; } = new() { Status = 0 };

    /// <summary>HTTP status; 0 for a cut connection.</summary>
    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public bool IsConnectionCut => Status == 0;
}
