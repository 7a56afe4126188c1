namespace ClickUpMcp.Tools.Runtime;

/// <summary>The emitted argument record of a tool.</summary>
internal interface IToolArguments : Binding.ICanonicalArguments
{
    /// <summary>What the caller asked of the answer; null for tools whose answer has no options.</summary>
    Projection.OutputOptions? Output { get; }

    /// <summary>The workspace the caller named; null when it named none.</summary>
    Resolution.EntityReference? Workspace { get; }

    /// <summary>Turns every name and date of the record into ids and instants.</summary>
    ValueTask ResolveAsync(ToolCallContext context, CancellationToken cancellationToken);
}
