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
        Test(tool, request) is { } test ? $"{instance}{test.Property} {test.Holds}" : null;

    /// <summary>The condition, within the tool's record, that the request to be sent is one for which <paramref name="holds"/>.</summary>
    public static string Condition(ToolModel tool, Func<RequestModel, bool> holds)
    {
        string condition = Never;
        foreach (RequestModel request in tool.Requests.Reverse())
        {
            condition =
                Test(tool, request) is { } test ? Choose(test, holds(request), condition)
                : holds(request) ? Always
                : Never;
        }

        return condition;
    }

    // What is given decides; otherwise the requests that come later do.
    private static string Choose((string Property, string Holds, string Fails) test, bool holds, string otherwise) =>
        (holds, otherwise) switch
        {
            (true, Always) => Always,
            (false, Never) => Never,
            (true, Never) => $"{test.Property} {test.Holds}",
            (false, Always) => $"{test.Property} {test.Fails}",
            (true, _) => $"{test.Property} {test.Holds} || {otherwise}",
            (false, _) =>
                $"{test.Property} {test.Fails} && {(otherwise.Contains("||") ? $"({otherwise})" : otherwise)}",
        };

    // Labels of enums and booleans as they stand in the record.
    private static (string Property, string Holds, string Fails)? Test(ToolModel tool, RequestModel request)
    {
        if (tool.Arguments.FirstOrDefault(a => a.Name == request.When) is not { } argument)
        {
            return null;
        }

        string property = ArgumentNames.Property(ArgumentNames.Arguments(tool.Name), argument);
        string? value =
            request.WhenValue is null ? null
            : argument.Type.Kind == TypeKind.Enum ? CSharpLiterals.String(JsonConstant.Text(request.WhenValue))
            : request.WhenValue;
        return value is null ? (property, "is not null", "is null") : (property, $"is {value}", $"is not {value}");
    }
}
