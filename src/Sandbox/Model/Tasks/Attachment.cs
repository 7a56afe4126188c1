namespace ClickUpMcp.Sandbox.Model;

/// <summary>A file on a task or in a custom field.</summary>
internal sealed class Attachment
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string MimeType { get; init; }

    public required Member Author { get; init; }

    public required long Date { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Id of the task or of the custom field.</summary>
    public required string ParentId { get; init; }

    public bool IsOfTask { get; init; }

    /// <summary>Where it is fetched from.</summary>
    public required FileOrigin Origin { get; init; }

    public string Extension => Path.GetExtension(Title).TrimStart('.').ToLowerInvariant();

    public string Url => $"{Origin.Address}/attachments/{Id}/{Uri.EscapeDataString(Title)}";

    public string Thumbnail(string size) => $"{Origin.Address}/attachments/{Id}/thumbnail_{size}.png";
}
