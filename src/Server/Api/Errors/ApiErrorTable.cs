namespace ClickUpMcp.Api;

/// <summary>What the statuses of errors mean where the API's own code says nothing.</summary>
internal static class ApiErrorTable
{
    private const string CheckId = "Check the id or name, look it up again, or ask its owner for access.";

    /// <summary>The rule of a status, for responses without a known code.</summary>
    public static ApiErrorRule ForStatus(int status) =>
        status switch
        {
            400 or 409 or 422 => new(
                ApiErrorKind.Invalid,
                "{api} refused a value of this request.",
                Why: null,
                "Correct the value and call again."
            ),
            401 => new(
                ApiErrorKind.NotFoundOrNoAccess,
                "{api} gives this key no access to the {thing}.",
                "It does not exist, it is not shared with the key's user, or the key is no longer valid.",
                CheckId
            ),
            403 => new(
                ApiErrorKind.NotAllowed,
                "{api} does not allow this.",
                "The role of the key's user or the workspace's plan does not include it.",
                "Do it another way, or ask an admin of the workspace."
            ),
            404 or 410 => new(ApiErrorKind.NotFoundOrNoAccess, "There is no such {thing}.", Why: null, CheckId),
            413 => new(ApiErrorKind.Invalid, "The request is too large for {api}.", Why: null, "Send less at once."),
            429 => new(
                ApiErrorKind.RateLimited,
                "The rate limit of {api} for this key is used up.",
                "The limit counts all requests of the key in a minute.",
                "Try again in {seconds} s, with fewer calls at once.",
                Quote: false
            ),
            >= 500 => new(
                ApiErrorKind.ServerFault,
                "{api} failed to handle the request.",
                "The fault is on its side.",
                "Try again in a moment; if it stays, see the status page of {api}."
            ),
            >= 300 and < 400 => new(
                ApiErrorKind.Unreadable,
                "{api} answered with a redirect, which is not followed.",
                "The base URL may be wrong, or something stands between.",
                "Check CLICKUP_API_BASE_URL and the network."
            ),
            _ => new(
                ApiErrorKind.Invalid,
                "{api} refused the request.",
                Why: null,
                "Check the call's values and try again."
            ),
        };
}
