using ClickUpMcp.Authorization.Records;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>A cookie with a secret that tells a browser from others; only its hash is kept, in what belongs to that browser.</summary>
/// <param name="name">Its name, after <c>__Host-</c>: no other host and no plain http can set it.</param>
/// <param name="mode">Whether it comes along when another site sends the user here.</param>
/// <param name="life">How long the browser keeps it.</param>
internal sealed class BrowserCookie(string name, SameSiteMode mode, TimeSpan life)
{
    private readonly string _name = "__Host-" + name;

    /// <summary>Tells forms that were shown to this browser from others. It says nothing about consent, so it comes before.</summary>
    public static BrowserCookie Form { get; } = new("clickup-mcp-form", SameSiteMode.Strict, TimeSpan.FromHours(1));

    /// <summary>Ties a sign-in to the browser of the user who consented; set only then.</summary>
    public static BrowserCookie SignIn { get; } =
        new("clickup-mcp-sign-in", SameSiteMode.Lax, AuthorizationRecords.SignInLife);

    /// <summary>Keeps a user signed in to the page of connected apps.</summary>
    public static BrowserCookie Session { get; } =
        new("clickup-mcp-apps", SameSiteMode.Lax, AuthorizationRecords.PageSession.LongestLife);

    /// <summary>The hash of the browser's secret; null if it sent none.</summary>
    public string? Read(HttpRequest request) =>
        request.Cookies[_name] is { Length: > 20 and < 100 } secret ? SecretText.Hash(secret) : null;

    /// <summary>The hash of the browser's secret, which it gets if it has none: what it has under way elsewhere goes on.</summary>
    public string Ensure(HttpContext context)
    {
        // One answer may have several forms.
        if (context.Items[_name] is string given)
        {
            return given;
        }

        string secret = context.Request.Cookies[_name] is { Length: > 20 and < 100 } known
            ? known
            : SecretText.Create();
        Set(context, secret);
        string hash = SecretText.Hash(secret);
        context.Items[_name] = hash;
        return hash;
    }

    /// <summary>Gives the browser a new secret; returns its hash.</summary>
    public string Renew(HttpContext context)
    {
        string secret = SecretText.Create();
        Set(context, secret);
        return SecretText.Hash(secret);
    }

    public void Remove(HttpContext context) => context.Response.Cookies.Delete(_name, Options());

    private void Set(HttpContext context, string secret)
    {
        CookieOptions options = Options();
        options.MaxAge = life;
        context.Response.Cookies.Append(_name, secret, options);
    }

    private CookieOptions Options() =>
        new()
        {
            Path = "/",
            Secure = true,
            HttpOnly = true,
            SameSite = mode,
            IsEssential = true,
        };
}
