using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Reads the members of one JSON object, collecting every error instead of stopping at the first.</summary>
/// <remarks>The emitted binders are its only callers; what they accept equals what the published schema accepts.</remarks>
internal sealed class ArgumentReader(JsonElement element, ArgumentErrors errors, string path = "")
{
    /// <summary>The value of a required argument; records an error when it is absent.</summary>
    public ArgumentValue Required(string name, params ReadOnlySpan<string> aliases) =>
        throw new NotSupportedException();

    /// <summary>The value of an optional argument; absent ones read as null everywhere.</summary>
    public ArgumentValue Optional(string name, params ReadOnlySpan<string> aliases) =>
        throw new NotSupportedException();

    /// <summary>Reads the standard arguments of an answer (<c>detail_level</c>, <c>fields</c>, <c>limit</c>, <c>cursor</c>).</summary>
    public OutputOptions Output(OutputArguments accepted, ShapeDefinition? shape, int maximumLimit) =>
        throw new NotSupportedException();

    /// <summary>Rule: exactly one of these arguments is given.</summary>
    public void ExactlyOne(params ReadOnlySpan<string> names) => throw new NotSupportedException();

    /// <summary>Rule: at least one of these arguments is given.</summary>
    public void AtLeastOne(params ReadOnlySpan<string> names) => throw new NotSupportedException();

    /// <summary>Rule: at most one of these arguments is given.</summary>
    public void AtMostOne(params ReadOnlySpan<string> names) => throw new NotSupportedException();

    /// <summary>Rule: when <paramref name="name"/> is given, all of <paramref name="others"/> are.</summary>
    public void Requires(string name, params ReadOnlySpan<string> others) => throw new NotSupportedException();

    /// <summary>Rule: no argument is both given and named in <paramref name="clear"/>.</summary>
    public void ClearConflicts(IReadOnlyList<string>? clear) => throw new NotSupportedException();

    /// <summary>Reports unknown and duplicate members; true when no error was recorded for this object.</summary>
    public bool Complete() => throw new NotSupportedException();
}
