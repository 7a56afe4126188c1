namespace ClickUpMcp.Hosting.Http;

/// <summary>What the operator is told.</summary>
/// <param name="Status">A status of HTTP.</param>
/// <param name="Text">Lines of JSON; of a refusal, one line of text.</param>
internal readonly record struct AdminReply(int Status, string Text);
