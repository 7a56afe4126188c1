namespace ClickUpMcp.Api;

/// <summary>ClickUp's successful response to one request.</summary>
/// <param name="Status">The HTTP status code, 200 to 299.</param>
/// <param name="Body">The UTF-8 JSON body; empty for 204.</param>
internal sealed record ClickUpResponse(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Where the next page is, by its <c>Link</c> header; null when there is none.</summary>
    public string? NextLink { get; init; }
}
