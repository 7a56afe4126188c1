namespace ClickUpMcp.Sandbox;

/// <summary>Where the sandbox's files are fetched from: the beginning of their addresses.</summary>
public sealed class FileOrigin
{
    /// <summary>Where they are for who asks without a socket.</summary>
    public const string InProcess = "https://attachments.example.com";

    /// <summary>Scheme, host and port.</summary>
    public string Address { get; set; } = InProcess;
}
