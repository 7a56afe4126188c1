using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Checks that a request uses what its entry declares.</summary>
internal static class RequestUsage
{
    /// <summary>To be called once the request has been read.</summary>
    /// <param name="arguments">The arguments with their marks.</param>
    /// <param name="isExcused">Whether the entry gives one reason for all arguments it does not bind.</param>
    /// <param name="bag">Where diagnostics go.</param>
    public static void Check(ToolArguments arguments, bool isExcused, DiagnosticBag bag)
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
            else if (entry.Model is { Clearable: true, Required: false } && !arguments.IsBodyMember(name))
            {
                JsonValue where = entry.Member.Value.Find("clearable")!;
                bag.Report(Descriptors.BadClearable, where, name, "it is not a member of the body");
            }
        }
    }
}
