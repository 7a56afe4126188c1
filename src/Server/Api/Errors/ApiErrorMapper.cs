using System.Globalization;
using System.Net;

namespace ClickUpMcp.Api;

/// <summary>Turns an error response into an error that the caller can act on.</summary>
internal static class ApiErrorMapper
{
    private const int MaxQuoteLength = 200;

    /// <summary>Explains a response that is an error by its status or its body.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="response">What came back.</param>
    /// <param name="body">Its body.</param>
    /// <param name="credentials">What must not be shown.</param>
    /// <param name="dialect">How the API speaks.</param>
    /// <param name="closedFor">After a 429: how long nothing is sent; null otherwise.</param>
    public static ClickUpApiException Map(
        ClickUpRequest request,
        HttpResponseMessage response,
        ReadOnlySpan<byte> body,
        ClickUpCredentials credentials,
        UpstreamDialect dialect,
        TimeSpan? closedFor
    )
    {
        int status = (int)response.StatusCode;
        // An error that comes as a success is a refusal.
        int meaning = response.IsSuccessStatusCode ? (int)HttpStatusCode.BadRequest : status;
        ApiErrorBody error = ApiErrorBody.Read(body, dialect);
        ApiErrorRule rule =
            RuleOf(request, error.Code, meaning)
            ?? (error.Code is { } code ? dialect.RuleOf(code, meaning) : null)
            ?? ApiErrorTable.ForStatus(meaning);
        TimeSpan? retryAfter = rule.Kind == ApiErrorKind.RateLimited ? closedFor : null;

        string thing = AddressedThing.Of(request.Path);
        string? quote = rule.Quote ? Quote(error.Text, credentials) : null;
        string reference = error.Code is null ? $"HTTP {status}" : $"HTTP {status}, {error.Code}";
        return new ClickUpApiException(
            rule.Kind,
            $"{Capital(Fill(rule.What)).TrimEnd('.')} ({reference}).",
            quote is null ? rule.Why : $"{rule.Why} {Capital(dialect.Name)} says: \"{quote}\"".TrimStart(),
            NextOf()
        )
        {
            Status = status,
            Code = error.Code,
            RetryAfter = retryAfter,
        };

        string Fill(string text) =>
            text.Replace("{thing}", thing, StringComparison.Ordinal)
                .Replace("{api}", dialect.Name, StringComparison.Ordinal);

        string NextOf()
        {
            if (rule.Kind == ApiErrorKind.ServerFault && request.Method != ClickUpMethod.Get)
            {
                return "The change may have been made or not: read the affected item before you repeat the call.";
            }

            double seconds = Math.Ceiling(retryAfter?.TotalSeconds ?? 0);
            return Fill(rule.Next)
                .Replace("{seconds}", seconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    /// <summary>Explains a 2xx response whose body is no JSON.</summary>
    public static ClickUpApiException Unreadable(ClickUpRequest request, int status) =>
        new(
            ApiErrorKind.Unreadable,
            $"ClickUp's response cannot be read (HTTP {status}).",
            "It is not the JSON that was expected; a proxy or gateway may have answered instead.",
            request.Method == ClickUpMethod.Get
                ? "Try again in a moment; if it stays, check the network between this server and ClickUp."
                : "The change may have been made or not: read the affected item before you repeat the call."
        )
        {
            Status = status,
        };

    /// <summary>Explains a write that was called a success, of which nothing came back.</summary>
    public static ClickUpApiException Empty(int status) =>
        new(
            ApiErrorKind.Unreadable,
            $"ClickUp's response was empty (HTTP {status}).",
            "It called the request a success, and nothing came of what its API promises.",
            "The change may have been made or not: read the affected item before you repeat the call."
        )
        {
            Status = status,
        };

    // The kind is the status's, since the code is what the request reads differently.
    private static ApiErrorRule? RuleOf(ClickUpRequest request, string? code, int status)
    {
        string number = status.ToString(CultureInfo.InvariantCulture);
        RequestError? own =
            request.Errors.FirstOrDefault(error => error.On == code)
            ?? request.Errors.FirstOrDefault(error => error.On == number);
        return own is null
            ? null
            : new ApiErrorRule(ApiErrorTable.ForStatus(status).Kind, own.What, own.Why, own.Next, Quote: false);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string? Quote(string? text, ClickUpCredentials credentials)
    {
        if (text is null || credentials.AppearIn(text))
        {
            return null;
        }

        string quote = UpstreamText.OneLine(text, MaxQuoteLength).Replace('"', '\'');
        return quote.Length == 0 ? null : quote;
    }
}
