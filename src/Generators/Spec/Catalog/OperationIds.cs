using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The ids of the API's operations, by which the root says something of each.</summary>
internal sealed class OperationIds(SpecObject root, DiagnosticBag bag)
{
    private readonly string[] _known =
    [
        .. root.Members("operations").SelectMany(static version => version.Value.Items).Select(static id => id.Text),
    ];

    // Where a version does not say which operations it has, any will do.
    private readonly bool _knowsAll = root.Members("api")
        .All(version => root.Members("operations").Any(listed => listed.Name == version.Name));

    /// <summary>Whether there may be such an operation; reports one that is unknown.</summary>
    /// <param name="where">Where it stands.</param>
    /// <param name="operation">The id; null for all that stands there.</param>
    public bool Has(JsonValue where, string? operation = null)
    {
        operation ??= where.Text;
        if (!_knowsAll || _known.Contains(operation))
        {
            return true;
        }

        bag.Report(Descriptors.UnknownOperation, where, operation, "the API", Suggestion.For(operation, _known));
        return false;
    }
}
