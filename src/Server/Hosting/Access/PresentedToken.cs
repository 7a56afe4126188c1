using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>The one token that a request presents, what for, and who sends it.</summary>
/// <param name="Text">The token.</param>
/// <param name="Path">What it is presented for.</param>
/// <param name="Sender">What can be told of who sends it.</param>
internal readonly record struct PresentedToken(string Text, PathString Path, Sender Sender)
{
    private const string Scheme = "Bearer ";
    private const int Shortest = 16;
    private const int Longest = 8192;

    /// <summary>Reads the head of a request; null unless it presents exactly one token of a possible length.</summary>
    public static PresentedToken? Read(HttpRequest request)
    {
        IHeaderDictionary headers = request.Headers;
        string? text = (headers.Authorization, headers[HttpFront.LicenceHeader]) switch
        {
            ([{ } bearer], { Count: 0 }) when bearer.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) => bearer[
                Scheme.Length..
            ],
            ({ Count: 0 }, [{ } licence]) => licence,
            _ => null,
        };
        text = text?.Trim();
        return text?.Length is >= Shortest and <= Longest
            ? new PresentedToken(text, request.Path, Sender.Of(request))
            : null;
    }
}
