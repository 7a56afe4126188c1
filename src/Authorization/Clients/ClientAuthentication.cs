namespace ClickUpMcp.Authorization.Clients;

/// <summary>The ways in which clients prove who they are.</summary>
internal static class ClientAuthentication
{
    public const string None = "none";
    public const string Post = "client_secret_post";
    public const string Basic = "client_secret_basic";

    public static IReadOnlyList<string> All { get; } = [None, Post, Basic];
}
