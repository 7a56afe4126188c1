namespace ClickUpMcp.Sandbox.Model;

/// <summary>A webhook of one person; the sandbox keeps it and sends nothing.</summary>
internal sealed class Webhook
{
    public const string Active = "active";

    public required string Id { get; init; }

    public required Workspace Workspace { get; init; }

    public required Member Person { get; init; }

    public required string Endpoint { get; set; }

    public required IReadOnlyList<string> Events { get; set; }

    /// <summary>The key of the signatures.</summary>
    public string Secret => $"NOTASECRET{Id.Replace("-", "").ToUpperInvariant()}";

    public WebhookPlace Place { get; init; } = new();

    /// <summary>active, failing or suspended.</summary>
    public string Status { get; set; } = Active;

    public int FailCount { get; set; }
}
