using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Conditions of emitted code on which of a tool's requests is sent.</summary>
internal static class RequestChoice
{
    public const string Always = "true";
    public const string Never = "false";

    /// <summary>The condition that a request's own argument is given; null for the last or only one.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="request">One of its requests.</param>
    /// <param name="instance">What stands before the property's name.</param>
    public static string? IsGiven(ToolModel tool, RequestModel request, string instance) =>
        Property(tool, request) is { } property ? $"{instance}{property} is not null" : null;

    /// <summary>The condition, within the tool's record, that the request to be sent is one for which <paramref name="holds"/>.</summary>
    public static string Condition(ToolModel tool, Func<RequestModel, bool> holds)
    {
        string condition = Never;
        foreach (RequestModel request in tool.Requests.Reverse())
        {
            condition =
                Property(tool, request) is { } property ? Choose(property, holds(request), condition)
                : holds(request) ? Always
                : Never;
        }

        return condition;
    }

    // What is given decides; otherwise the requests that come later do.
    private static string Choose(string property, bool holds, string otherwise) =>
        (holds, otherwise) switch
        {
            (true, Always) => Always,
            (false, Never) => Never,
            (true, Never) => $"{property} is not null",
            (false, Always) => $"{property} is null",
            (true, _) => $"{property} is not null || {otherwise}",
            (false, _) => $"{property} is null && {(otherwise.Contains("||") ? $"({otherwise})" : otherwise)}",
        };

    private static string? Property(ToolModel tool, RequestModel request) =>
        tool.Arguments.FirstOrDefault(a => a.Name == request.When) is { } argument
            ? ArgumentNames.Property(ArgumentNames.Arguments(tool.Name), argument)
            : null;
}
