namespace ClickUpMcp.Api;

/// <summary>What ClickUp's error codes mean; the code counts, the status only where there is none.</summary>
/// <remarks>ClickUp documents only the OAUTH codes; the rest is what public clients have seen in the field.</remarks>
internal static class ApiErrorTable
{
    private const string GetKey = "Create a key in ClickUp (Settings, Apps, API Token) and set it as CLICKUP_API_KEY.";
    private const string CheckId = "Check the id or name, look it up again, or ask its owner for access.";

    private static ApiErrorRule NoAccess =>
        new(
            ApiErrorKind.NotFoundOrNoAccess,
            "There is no such {thing}, or this key has no access to it.",
            "ClickUp gives the same answer for both.",
            CheckId,
            Quote: false
        );

    private static ApiErrorRule BadToken =>
        new(
            ApiErrorKind.Authentication,
            "ClickUp does not accept the API key.",
            "It was revoked, regenerated, or mistyped.",
            GetKey,
            Quote: false
        );

    private static ApiErrorRule BadValue =>
        new(
            ApiErrorKind.Invalid,
            "ClickUp refused a value of this request.",
            Why: null,
            "Correct the value and call again."
        );

    /// <summary>The rule of a code; null for one that is not known.</summary>
    public static ApiErrorRule? ForCode(string code, int status) =>
        code switch
        {
            "OAUTH_017" => new(
                ApiErrorKind.Authentication,
                "The request carried no API key that ClickUp could read.",
                Why: null,
                GetKey
            ),
            "OAUTH_019" or "OAUTH_021" or "OAUTH_025" or "OAUTH_077" => BadToken,
            // The one code with two meanings; its status tells them apart.
            "OAUTH_040" when status == 400 => new(
                ApiErrorKind.Invalid,
                "A filter of this request must be a list of values.",
                Why: null,
                "Give the filter as a list, even for one value."
            ),
            "OAUTH_055" => new(
                ApiErrorKind.NotFoundOrNoAccess,
                "There is no such list.",
                "It was deleted, or the id is wrong.",
                "Look the list up by its name.",
                Quote: false
            ),
            "OAUTH_064" => new(
                ApiErrorKind.NotFoundOrNoAccess,
                "This view is no conversation, or this key has no access to its workspace.",
                Why: null,
                "Use the id of a chat view in a workspace that the key can see."
            ),
            "OAUTH_007" => new(
                ApiErrorKind.Authentication,
                "ClickUp refused the sign-in: its redirect address is not registered.",
                Why: null,
                "Add the redirect address to the OAuth app in ClickUp's settings."
            ),
            "OAUTH_010" => new(
                ApiErrorKind.Authentication,
                "ClickUp refused the sign-in: it does not know the OAuth client.",
                Why: null,
                "Check the client id of the OAuth app."
            ),
            "OAUTH_119" => new(
                ApiErrorKind.Invalid,
                "A name is required.",
                Why: null,
                "Give a name that is not empty."
            ),
            "OAUTH_171" => new(
                ApiErrorKind.Invalid,
                "A webhook with the same events and location exists already.",
                Why: null,
                "Update the existing webhook, or change events or location."
            ),
            _ when IsAccessCode(code) => NoAccess,
            "APP_001" => new(
                ApiErrorKind.Invalid,
                "ClickUp has no such endpoint.",
                "An id in the request has a form that ClickUp does not route.",
                "Check the ids of the call."
            ),
            "APP_002" => RateLimited,
            "ACCESS_083" or "ACCESS_190" => NoAccess,
            "ITEM_015" => new(
                ApiErrorKind.NotFoundOrNoAccess,
                "There is no such {thing}.",
                "It was deleted, or the id is wrong.",
                CheckId
            ),
            "ITEM_155" or "ITEM_156" => new(
                ApiErrorKind.Invalid,
                "A filter of this request must be a JSON list.",
                Why: null,
                "Give the filter as a JSON array."
            ),
            "ITEMV2_003" => new(
                ApiErrorKind.Invalid,
                "ClickUp does not know a value of this request's filters or order.",
                "It answers an unknown or mistyped query value with a server error.",
                "Correct the filter or order values; the same call will fail again."
            ),
            "SHARD_001" => new(
                ApiErrorKind.Invalid,
                "An id or number of this request has the wrong form.",
                "ClickUp answers that with a server error.",
                "Check the ids of the call; the same call will fail again."
            ),
            "INPUT_002" or "INPUT_003" => new(
                ApiErrorKind.Invalid,
                "An id of this request is not valid.",
                Why: null,
                CheckId
            ),
            "PUBAPITASK_008" or "PUBAPITASK_009" => new(
                ApiErrorKind.Invalid,
                "The task types must be a list of numbers.",
                Why: null,
                "Give the numeric ids of the custom task types as a list."
            ),
            "PUBAPITASK_017" => new(
                ApiErrorKind.Invalid,
                "The assignees must be a list.",
                Why: null,
                "Give the assignees as a list, even for one."
            ),
            "FIELD_011" => new(
                ApiErrorKind.Invalid,
                "The drop-down field has no such option.",
                "Its value must be one of the options' ids.",
                "Read the field's options and use one of them."
            ),
            "FIELD_018" => new(
                ApiErrorKind.Invalid,
                "The custom field's value has one level too many.",
                "It was wrapped in an object with a member named value.",
                "Give the value itself."
            ),
            "TIMEENTRY_007" => new(
                ApiErrorKind.Invalid,
                "The assignee of the time entry is not valid.",
                Why: null,
                "Use a member of this workspace."
            ),
            "TIMEENTRY_059" => new(
                ApiErrorKind.NotFoundOrNoAccess,
                "There is no such time entry, or this key may not see it.",
                "Time of other people is visible to owners and admins only.",
                "Check the id, or ask for your own time entries.",
                Quote: false
            ),
            "TIMEENTRY_062" => new(
                ApiErrorKind.Invalid,
                "The id of the time entry must be a whole number.",
                Why: null,
                "Use the id from a list of time entries."
            ),
            "TIMEENTRY_065" => new(
                ApiErrorKind.Invalid,
                "Time entries can be filtered by one place only.",
                Why: null,
                "Give only one of space, folder, list and task."
            ),
            "TIMEENTRY_072" => new(
                ApiErrorKind.NotAllowed,
                "Time cannot be tracked here.",
                "Time tracking is off in this space, or a date is not a whole number.",
                "Turn on the Time Tracking ClickApp of the space, or choose a task elsewhere."
            ),
            "TEAM_110" => new(
                ApiErrorKind.NotAllowed,
                "The workspace's plan does not include this.",
                "It needs ClickUp's Enterprise plan.",
                "Do it another way, or ask the workspace's owner about the plan.",
                Quote: false
            ),
            "CAT_137" or "CAT_140" or "CAT_141" or "CAT_147" or "CAT_148" or "CAT_158" or "CAT_159" => new(
                ApiErrorKind.Invalid,
                "The folder cannot be moved there.",
                "ClickUp refuses too deep nesting, sprint, archived and hidden folders, and a folder inside itself.",
                "Choose another destination."
            ),
            "ATTCH_039" => new(
                ApiErrorKind.Invalid,
                "The attachment must be a file, not a link.",
                Why: null,
                "Send the file's content."
            ),
            "ATTCH_045" => new(
                ApiErrorKind.Invalid,
                "The attachment was not sent as a file upload.",
                Why: null,
                "Send the file's content."
            ),
            "GBUSED_005" => new(
                ApiErrorKind.NotAllowed,
                "The workspace's storage is full.",
                Why: null,
                "Delete files, or ask the workspace's owner about the plan."
            ),
            _ => null,
        };

    /// <summary>The rule of a status, for answers without a known code.</summary>
    public static ApiErrorRule ForStatus(int status) =>
        status switch
        {
            400 or 409 or 422 => BadValue,
            401 => new(
                ApiErrorKind.NotFoundOrNoAccess,
                "ClickUp gives this key no access to the {thing}.",
                "It does not exist, it is not shared with the key's user, or the key is no longer valid.",
                CheckId
            ),
            403 => new(
                ApiErrorKind.NotAllowed,
                "ClickUp does not allow this.",
                "The role of the key's user or the workspace's plan does not include it.",
                "Do it another way, or ask an admin of the workspace."
            ),
            404 or 410 => new(ApiErrorKind.NotFoundOrNoAccess, "There is no such {thing}.", Why: null, CheckId),
            413 => new(ApiErrorKind.Invalid, "The request is too large for ClickUp.", Why: null, "Send less at once."),
            429 => RateLimited,
            >= 500 => new(
                ApiErrorKind.ServerFault,
                "ClickUp failed to handle the request.",
                "The fault is on its side.",
                "Try again in a moment; if it stays, see status.clickup.com."
            ),
            >= 300 and < 400 => new(
                ApiErrorKind.Unreadable,
                "ClickUp answered with a redirect, which is not followed.",
                "The base URL may be wrong, or something stands between.",
                "Check CLICKUP_API_BASE_URL and the network."
            ),
            _ => new(
                ApiErrorKind.Invalid,
                "ClickUp refused the request.",
                Why: null,
                "Check the call's values and try again."
            ),
        };

    private static ApiErrorRule RateLimited =>
        new(
            ApiErrorKind.RateLimited,
            "ClickUp's rate limit for this key is used up.",
            "The limit counts all requests of the key in a minute.",
            "Try again in {seconds} s, with fewer calls at once.",
            Quote: false
        );

    /// <summary>OAUTH_023, 026, 027, 029 to 045, 057 and 061: the workspace is not authorised, or an id does not exist.</summary>
    private static bool IsAccessCode(string code) =>
        code.Length == 9
        && code.StartsWith("OAUTH_", StringComparison.Ordinal)
        && int.TryParse(code.AsSpan(6), out int number)
        && number is 23 or 26 or 27 or (>= 29 and <= 45) or 57 or 61;
}
