using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Conditions of emitted code on which of an entry's requests is sent.</summary>
internal static class RequestChoice
{
    public const string Always = "true";
    public const string Never = "false";

    /// <summary>The condition that the request to be sent is one for which <paramref name="holds"/>.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="test">What chooses a request; null when only the handler knows whether it is sent.</param>
    /// <param name="holds">What is asked of the request.</param>
    public static string Condition(
        EquatableArray<RequestModel> requests,
        Func<RequestModel, RequestTest?> test,
        Func<RequestModel, bool> holds
    )
    {
        string condition = Never;
        foreach (RequestModel request in requests.Reverse())
        {
            condition =
                request.When is null || test(request) is { Holds: Always } ? (holds(request) ? Always : Never)
                : test(request) is { } given ? Choose(given, holds(request), condition)
                : holds(request) ? Always
                : condition;
        }

        return condition;
    }

    /// <summary>The condition that either holds.</summary>
    public static string Either(string left, string right) =>
        left == Always || right == Always ? Always
        : left == Never || left == right ? right
        : right == Never ? left
        : $"{left} || {right}";

    // What is given decides; otherwise the requests that come later do.
    private static string Choose(RequestTest test, bool holds, string otherwise) =>
        (holds, otherwise) switch
        {
            (true, Always) => Always,
            (false, Never) => Never,
            (true, Never) => test.Holds,
            (false, Always) => test.Fails,
            (true, _) => $"{test.Holds} || {otherwise}",
            (false, _) => $"{test.Fails} && {(otherwise.Contains("||") ? $"({otherwise})" : otherwise)}",
        };
}
