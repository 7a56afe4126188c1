using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Checks that the requests of an entry use what it declares.</summary>
internal static class RequestUsage
{
    /// <summary>To be called once the requests have been read.</summary>
    /// <param name="arguments">The arguments with their marks.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="isExcused">Whether the entry gives one reason for all arguments it does not bind.</param>
    /// <param name="bag">Where diagnostics go.</param>
    public static void Check(
        ToolArguments arguments,
        EquatableArray<RequestModel> requests,
        bool isExcused,
        DiagnosticBag bag
    )
    {
        HashSet<string> containers = new(
            arguments.Declared.SelectMany(d => WithinChecker.Containers(d.Model.Type)),
            StringComparer.Ordinal
        );
        foreach (ArgumentEntry entry in arguments.Declared)
        {
            string name = entry.Model.Name;
            if (!arguments.IsUsed(name) && !containers.Contains(name) && entry.UnboundReason is null && !isExcused)
            {
                bag.Report(Descriptors.UnusedArgument, entry.Member.Key, name);
            }
            else if (entry.Model is { Clearable: true, Required: false } && !requests.All(r => IsMember(r.Body, name)))
            {
                JsonValue where = entry.Member.Value.Find("clearable")!;
                bag.Report(Descriptors.BadClearable, where, name, "it is not a member of every request's body");
            }
        }
    }

    // Only a named member can be null and say "empty".
    private static bool IsMember(BodyNodeModel? node, string argument) =>
        node is not null
        && (
            (node.Name is not null && node.Value is { } value && value.IsWholeValue && value.Argument == argument)
            || node.Children.Any(child => IsMember(child, argument))
        );
}
