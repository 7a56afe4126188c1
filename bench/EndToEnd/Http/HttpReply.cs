namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>One response; its body is in the connection's buffer until the next exchange.</summary>
internal readonly record struct HttpReply(int Status, int Length);
