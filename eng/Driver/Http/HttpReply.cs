namespace ClickUpMcp.Driver.Http;

/// <summary>One response; its body is in the connection's buffer until the next exchange.</summary>
public readonly record struct HttpReply(int Status, int Length);
