using System.Net;

namespace ClickUpMcp.Outside;

/// <summary>Fetches files of the public internet by addresses that others wrote.</summary>
/// <param name="http">Sends by a handler of <see cref="PublicHttp.CreateHandler"/>, which checks each connection's address.</param>
/// <param name="limits">What is taken.</param>
/// <param name="time">The clock of the limit of time.</param>
/// <param name="fetches">Which addresses are fetched, those of redirects included; null for <see cref="IsFetchable"/>.</param>
internal sealed class PublicFetcher(
    HttpMessageInvoker http,
    PublicFetchLimits limits,
    TimeProvider time,
    Func<Uri, bool>? fetches = null
)
{
    private readonly Func<Uri, bool> _fetches = fetches ?? IsFetchable;

    private static readonly string[] NoFiles = ["multipart/", "message/", "text/event-stream"];

    /// <summary>Whether an address may be fetched at all: https to the usual port, without a user.</summary>
    public static bool IsFetchable(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Host.Length: > 0, IsDefaultPort: true }
        && address.Scheme == Uri.UriSchemeHttps;

    /// <summary>Starts to fetch a file; its bytes are read by the caller, who disposes of it.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="cancellationToken">Ends the request; reading has a token of its own.</param>
    /// <exception cref="PublicFetchException">It is not fetched.</exception>
    public async Task<PublicFile> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!_fetches(address))
        {
            throw new PublicFetchException(PublicFetchProblem.Address);
        }

        CancellationTokenSource late = new(limits.Time, time);
        HttpResponseMessage? response = null;
        try
        {
            response = await FollowAsync(address, late, cancellationToken);
            Check(response);
            long? announced = response.Content.Headers.ContentLength;
            Stream content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new PublicFile(response, new BoundedStream(content, limits, announced, late));
        }
        catch
        {
            response?.Dispose();
            late.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(
        Uri address,
        CancellationTokenSource late,
        CancellationToken cancellationToken
    )
    {
        for (int followed = 0; ; followed++)
        {
            HttpResponseMessage response = await SendAsync(address, late, cancellationToken);
            if (!IsRedirect(response.StatusCode))
            {
                return response;
            }

            using (response)
            {
                // Each hop by the same rules, and its connection is checked as the first was.
                address =
                    response.Headers.Location is { } location
                    && followed < limits.Redirects
                    && Uri.TryCreate(address, location, out Uri? next)
                    && _fetches(next)
                        ? next
                        : throw new PublicFetchException(PublicFetchProblem.Redirect);
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        Uri address,
        CancellationTokenSource late,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            late.Token,
            cancellationToken
        );
        HttpRequestMessage request = new(HttpMethod.Get, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        request.Headers.TryAddWithoutValidation("User-Agent", "clickup-mcp");
        try
        {
            HttpResponseMessage response = await http.SendAsync(request, either.Token);
            response.RequestMessage = request;
            return response;
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            // Whether a name has no address, a private one, or nobody listens there is not for the caller to learn.
            throw new PublicFetchException(
                late.IsCancellationRequested ? PublicFetchProblem.Time : PublicFetchProblem.Host
            );
        }
    }

    private void Check(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new PublicFetchException(PublicFetchProblem.Refused, (int)response.StatusCode);
        }

        string type = response.Content.Headers.ContentType?.MediaType ?? string.Empty;
        if (
            response.Content.Headers.ContentEncoding.Any(static encoding => encoding != "identity")
            || Array.Exists(NoFiles, start => type.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new PublicFetchException(PublicFetchProblem.Type);
        }

        if (response.Content.Headers.ContentLength > limits.MaxBytes)
        {
            throw new PublicFetchException(PublicFetchProblem.Size);
        }
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
}
