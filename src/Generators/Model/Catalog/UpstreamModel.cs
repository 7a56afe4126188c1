using ClickUpMcp.Api;

namespace ClickUpMcp.Generators.Model;

/// <summary>What the API does its own way; where the spec says nothing, as most do it.</summary>
internal sealed record UpstreamModel
{
    /// <summary>What messages call it.</summary>
    public string Name { get; init; } = "the API";

    /// <summary>The header that carries the key.</summary>
    public string KeyHeader { get; init; } = "Authorization";

    /// <summary>What stands before the key; empty for the key alone.</summary>
    public string KeyScheme { get; init; } = "";

    /// <summary>How keys begin that are sent without the scheme; empty when none are.</summary>
    public string BareKeys { get; init; } = "";

    /// <summary>Dotted paths in an error's body, the best first.</summary>
    public EquatableArray<string> ErrorCodes { get; init; }
    public EquatableArray<string> ErrorMessages { get; init; }

    /// <summary>What codes mean, in the order in which they are tried.</summary>
    public EquatableArray<ErrorRuleModel> ErrorRules { get; init; }

    /// <summary>Operations that change nothing although their method is not GET.</summary>
    public EquatableArray<string> Reads { get; init; }

    /// <summary>How each operation that writes is undone; none where the spec does not say.</summary>
    public EquatableArray<UndoModel> Undo { get; init; }

    /// <summary>Where each operation that writes does so; none where the spec does not say.</summary>
    public EquatableArray<PlacesModel> Places { get; init; }

    public string LimitHeader { get; init; } = "RateLimit-Limit";
    public string RemainingHeader { get; init; } = "RateLimit-Remaining";
    public string ResetHeader { get; init; } = "RateLimit-Reset";
    public ResetForm ResetForm { get; init; }

    /// <summary>The hosts at which it keeps files.</summary>
    public EquatableArray<string> FileHosts { get; init; }
}
