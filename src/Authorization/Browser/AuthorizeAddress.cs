namespace ClickUpMcp.Authorization.Browser;

/// <summary>The way back to the authorization endpoint, which answers the client.</summary>
internal static class AuthorizeAddress
{
    /// <summary>The parameter with the handle of a sign-in that is over; none that a client sends.</summary>
    public const string Parameter = "sign_in";

    /// <summary>The client's request again, with the sign-in that answers it.</summary>
    public static string Resume(string request, string handle) =>
        $"{Paths.Authorize}{request}&{Parameter}={Uri.EscapeDataString(handle)}";
}
