namespace ClickUpMcp.Protocol.Messages;

/// <summary>The protocol revisions that this server speaks.</summary>
internal static class ProtocolVersions
{
    /// <summary>The stateless revision, chosen by each request's <c>_meta</c>.</summary>
    public const string Modern = "2026-07-28";

    /// <summary>What <c>initialize</c> answers to a revision it does not know.</summary>
    public const string LatestLegacy = "2025-11-25";

    /// <summary>Whether it is one of the revisions that this server speaks.</summary>
    public static bool IsKnown(string version) =>
        version is Modern or LatestLegacy or "2024-11-05" or "2025-03-26" or "2025-06-18";

    /// <summary>The revision that an <c>initialize</c> request gets.</summary>
    public static string Negotiate(string? requested) =>
        requested is "2024-11-05" or "2025-03-26" or "2025-06-18" ? requested : LatestLegacy;

    /// <summary>Whether several messages may come as one array.</summary>
    public static bool HasBatches(string? version) => version == "2025-03-26";

    /// <summary>Whether a revision that this server speaks has output schemas and structured content.</summary>
    public static bool HasStructuredContent(string version) => version is not ("2024-11-05" or "2025-03-26");
}
