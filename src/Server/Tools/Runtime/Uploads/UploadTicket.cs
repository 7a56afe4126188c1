namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a client needs to send one file past its model.</summary>
/// <param name="Address">Where the file goes.</param>
/// <param name="Token">What goes with it as a bearer token; good once.</param>
/// <param name="Lifetime">How long it is good.</param>
/// <param name="MaxBytes">The most bytes that the file may have.</param>
internal sealed record UploadTicket(string Address, string Token, TimeSpan Lifetime, long MaxBytes);
