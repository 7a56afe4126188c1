namespace ClickUpMcp.Hosting.Http;

/// <summary>What is at a path, and who may change it.</summary>
/// <param name="IsSocket">Whether it is a socket.</param>
/// <param name="IsLink">Whether it is a link.</param>
/// <param name="IsOwn">Whether it belongs to the user of this process.</param>
/// <param name="IsOfRoot">Whether it belongs to root.</param>
/// <param name="IsOpen">Whether others may write to it, or of a folder take away what is not theirs.</param>
internal sealed record FileFacts(bool IsSocket, bool IsLink, bool IsOwn, bool IsOfRoot, bool IsOpen);
