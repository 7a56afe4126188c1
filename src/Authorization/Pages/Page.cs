using System.Text;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Pages;

/// <summary>A page as it is sent, with the headers that keep it from being framed, stored or scripted.</summary>
/// <param name="Html">The document.</param>
/// <param name="ContentSecurityPolicy">What it may load and where its forms may lead.</param>
/// <param name="IsStepOfSignIn">
/// Whether the window that opened this one keeps its hold on it: clients that sign in within a pop-up window learn by that, after the
/// last redirection, how it went.
/// </param>
public sealed record Page(string Html, string ContentSecurityPolicy, bool IsStepOfSignIn)
{
    /// <summary>The headers of every answer to a browser, also of those that lead on (H-10).</summary>
    /// <param name="response">The answer.</param>
    /// <param name="isHttps">Whether people reach this server by https, here or at a proxy in front of it.</param>
    public static void SetHeaders(HttpResponse response, bool isHttps)
    {
        IHeaderDictionary headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (isHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }

    /// <summary>Sends the page; <see cref="SetHeaders"/> has done its part before.</summary>
    /// <param name="response">What it is sent on.</param>
    /// <param name="statusCode">The status.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public async Task SendAsync(HttpResponse response, int statusCode, CancellationToken cancellationToken)
    {
        byte[] body = Encoding.UTF8.GetBytes(Html);
        response.StatusCode = statusCode;
        IHeaderDictionary headers = response.Headers;
        headers.ContentType = "text/html; charset=utf-8";
        headers.ContentLength = body.Length;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Cross-Origin-Opener-Policy"] = IsStepOfSignIn ? "unsafe-none" : "same-origin";
        await response.Body.WriteAsync(body, cancellationToken);
    }
}
