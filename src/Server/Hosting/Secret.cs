namespace ClickUpMcp.Hosting;

/// <summary>A value that is never printed; it lives in memory only.</summary>
internal sealed class Secret(string value)
{
    /// <summary>The value itself: for the request that authenticates, and nothing else.</summary>
    public string Reveal() => value;

    public override string ToString() => "(hidden)";
}
