namespace ClickUpMcp.MutationBenchmark;

/// <summary>A part of the server that is mutated, and the tests that are to notice.</summary>
/// <param name="Name">What it is called on the command line and in the report.</param>
/// <param name="Folder">Its sources, relative to the repository.</param>
/// <param name="Namespaces">The namespaces of its tests, in the order in which they are run.</param>
internal sealed record MutatedArea(string Name, string Folder, string[] Namespaces)
{
    /// <summary>The areas that there are.</summary>
    public static IReadOnlyList<MutatedArea> All { get; } =
    [
        new("Binding", "src/Server/Tools/Binding", ["Binding", "Runtime", "Structured"]),
        new("Policy", "src/Server/Tools/Policy", ["Policy", "Discovery", "SettingEffects"]),
        new("RateLimiting", "src/Server/RateLimiting", ["RateLimiting", "RateLimiting.Chain", "Http.Limits", "Nodes"]),
        new("Resolution", "src/Server/Resolution", ["Resolution", "Handlers", "ReadBack", "Bulk"]),
        new(
            "Transport",
            "src/Server/Transport",
            ["Transport", "Http", "Http.EdgeTable", "Http.Limits", "Protocol", "Parity", "Nodes"]
        ),
    ];
}
