namespace ClickUpMcp.Sandbox.Engine;

/// <summary>Whether a request may pass, and the headers that say so.</summary>
internal sealed record Budget(bool IsAllowed, IReadOnlyList<KeyValuePair<string, string>> Headers);
