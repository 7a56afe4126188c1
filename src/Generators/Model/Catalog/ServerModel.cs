namespace ClickUpMcp.Generators.Model;

/// <summary>What the server says about itself, and the persona it has when nobody chooses.</summary>
/// <param name="Name">Name for programs.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Instructions">What a model should know first.</param>
/// <param name="DefaultPersona">A persona's name; empty when all tools are listed unless told otherwise.</param>
internal sealed record ServerModel(string Name, string Title, string Instructions, string DefaultPersona)
{
    /// <summary>Names of arguments that client software adds by itself; one that ends in a star stands for all that begin so.</summary>
    public EquatableArray<string> ClientArguments { get; init; }
}
