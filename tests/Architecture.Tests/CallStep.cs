namespace Architecture.Tests;

/// <summary>One step of a tool call, as the picture of the layers tells it.</summary>
internal sealed record CallStep(string Layer, string What);
