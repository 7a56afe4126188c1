using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Records;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Makes forms that only the browser they were shown in can send, and reads them (CSRF).</summary>
internal sealed class Forms(StateSeal seal, AuthorizationOptions options, TimeProvider time)
{
    private const int MostFields = 64;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>A form for the browser that a page is shown in.</summary>
    /// <param name="context">The browser's request.</param>
    /// <param name="address">Where the form is sent: also what it is good for.</param>
    /// <param name="targets">Where redirections lead after it was sent.</param>
    /// <param name="request">The client's authorization request, if there is one.</param>
    /// <param name="scopes">What the client asked for.</param>
    /// <param name="handle">The sign-in that it goes on with, if there is one.</param>
    public PageForm Create(
        HttpContext context,
        string address,
        IReadOnlyList<string> targets,
        string? request = null,
        IReadOnlyList<string>? scopes = null,
        string? handle = null
    )
    {
        FormContent content = new(
            BrowserCookie.Form.Ensure(context),
            time.GetUtcNow() + Life,
            request,
            scopes ?? [],
            handle
        );
        return new PageForm(address, seal.Seal(address, content, AuthorizationJson.Default.FormContent), targets);
    }

    /// <summary>What a sent form brings; null if it is not from a page of ours in this browser, or is too old.</summary>
    public async Task<(IFormCollection Fields, FormContent Content)?> ReadAsync(HttpContext context, string address)
    {
        HttpRequest request = context.Request;
        if (
            !request.HasFormContentType
            || request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            || !IsOwnPage(request)
        )
        {
            return null;
        }

        IFormCollection fields = await request.ReadFormAsync(
            new Microsoft.AspNetCore.Http.Features.FormOptions { ValueCountLimit = MostFields },
            context.RequestAborted
        );
        FormContent? content = seal.Open(address, fields[FormFields.Token], AuthorizationJson.Default.FormContent);
        bool isFine =
            content is not null
            && content.Expires > time.GetUtcNow()
            && BrowserCookie.Form.Read(request) is { } browser
            && SecretText.AreEqual(browser, content.Browser);
        return isFine ? (fields, content!) : null;
    }

    // Browsers say from where a form is sent. With no-referrer the origin of our own pages is "null", and Sec-Fetch-Site decides.
    private bool IsOwnPage(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        string? origin = request.Headers.Origin;
        bool isSame = site is null or "same-origin" or "none";
        return isSame && (origin is null || origin == options.Issuer || (origin == "null" && site is not null));
    }
}
