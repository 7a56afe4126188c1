namespace ClickUpMcp.Tools.Runtime;

/// <summary>The emitted argument record of a tool, in the caller's words.</summary>
internal interface IToolArguments : Binding.ICanonicalArguments
{
    /// <summary>What the caller asked of the result; null for tools whose result has no options.</summary>
    Projection.OutputOptions? Output { get; }

    /// <summary>The workspace the caller named; null when it named none.</summary>
    Resolution.EntityReference? Workspace { get; }
}
