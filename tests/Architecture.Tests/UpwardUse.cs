namespace Architecture.Tests;

/// <summary>A use that closes a cycle between namespaces.</summary>
/// <param name="From">The lower namespace.</param>
/// <param name="To">The higher one.</param>
/// <param name="Reason">Why the cycle stands.</param>
/// <param name="Types">The only types of the higher one that may be used; none means any.</param>
internal sealed record UpwardUse(string From, string To, string Reason, params string[] Types);
