using System.Net;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Support;

/// <summary>A user with a browser without script, who allows whatever the pages of a sign-in ask.</summary>
internal sealed partial class ConsentingUser : IDisposable
{
    private const int MostSteps = 12;

    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture;

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    );

    /// <summary>The headings of the pages that were shown.</summary>
    public List<string> Headings { get; } = [];

    /// <summary>Opens an address, fills in one form after the other, and ends where another site has the last word.</summary>
    /// <returns>The address there.</returns>
    public async Task<Uri> AllowAsync(Uri address, CancellationToken cancellationToken)
    {
        var site = address.Authority;
        HttpRequestMessage next = new(HttpMethod.Get, address);
        for (var step = 0; step < MostSteps; step++)
        {
            using var request = next;
            request.Headers.TryAddWithoutValidation(
                "Cookie",
                string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))
            );
            using var response = await _http.SendAsync(request, cancellationToken);
            KeepCookies(response);
            if (request.RequestUri!.Authority != site)
            {
                response.EnsureSuccessStatusCode();
                return request.RequestUri;
            }

            next = response.Headers.Location is { } location
                ? new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri, location))
                : Submit(request.RequestUri, await response.Content.ReadAsStringAsync(cancellationToken));
        }

        throw new InvalidOperationException($"The pages lead nowhere: {string.Join(" / ", Headings)}");
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Submit(Uri page, string html)
    {
        Headings.Add(Heading().Match(html).Groups["text"].Value);
        var form = Form().Match(html);
        if (!form.Success)
        {
            throw new InvalidOperationException($"There is no form to go on with:\n{html}");
        }

        List<KeyValuePair<string, string>> fields = [];
        foreach (Match input in Field().Matches(form.Value))
        {
            fields.Add(new(Decoded(input, "name"), Decoded(input, "value")));
        }

        // The last button of ours allows; the sandbox's first connects.
        var buttons = Button().Matches(form.Value);
        var yes = buttons.FirstOrDefault(button => Decoded(button, "value") is "allow" or "connect") ?? buttons[0];
        fields.Add(new(Decoded(yes, "name"), Decoded(yes, "value")));
        var action = WebUtility.HtmlDecode(form.Groups["action"].Value);
        return new HttpRequestMessage(HttpMethod.Post, action.Length == 0 ? page : new Uri(page, action))
        {
            Content = new FormUrlEncodedContent(fields),
        };
    }

    private void KeepCookies(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }
    }

    private static string Decoded(Match match, string group) => WebUtility.HtmlDecode(match.Groups[group].Value);

    [GeneratedRegex("<h1[^>]*>(?<text>.*?)</h1>", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex(
        "<form[^>]* action=\"(?<action>[^\"]*)\"[^>]*>.*?</form>",
        Options,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Form();

    [GeneratedRegex(
        "<input[^>]* name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"",
        Options,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Field();

    [GeneratedRegex(
        "<button[^>]* name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"",
        Options,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Button();
}
