namespace Architecture.Tests;

/// <summary>One namespace of the server and the others that it uses, by their names after <c>ClickUpMcp.</c></summary>
internal sealed record Layer(string Name, params string[] Uses);
