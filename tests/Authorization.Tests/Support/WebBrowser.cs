using System.Net;
using System.Text;
using ClickUpMcp.Sandbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ClickUpMcp.Authorization.Tests.Support;

/// <summary>A browser with cookies of its own; programs that have none use one, too.</summary>
internal sealed class WebBrowser(AuthorizationServer server, SandboxServer clickUp)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>The cookies, as the server set them.</summary>
    public List<string> SetCookies { get; } = [];

    public IPAddress Address { get; set; } = IPAddress.Parse("198.51.100.7");

    public IReadOnlyCollection<string> CookieNames => _cookies.Keys;

    /// <summary>What all of its cookies hold now.</summary>
    public IReadOnlyCollection<string> CookieValues => _cookies.Values;

    public string ValueOf(string cookie) => _cookies[cookie];

    public Task<Reply> GetAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync("GET", address, null, "", headers);

    public Task<Reply> PostAsync(
        string address,
        IEnumerable<(string Name, string Value)> fields,
        params (string Name, string Value)[] headers
    ) => SendAsync("POST", address, Form(fields), "application/x-www-form-urlencoded", headers);

    public Task<Reply> PostJsonAsync(string address, string json) =>
        SendAsync("POST", address, json, "application/json");

    public async Task<Reply> SendAsync(
        string method,
        string address,
        string? body,
        string contentType,
        params (string Name, string Value)[] headers
    )
    {
        string local = address.StartsWith('/') ? address : new Uri(address).PathAndQuery;
        string[] parts = local.Split('?', 2);
        DefaultHttpContext context = new();
        context.Connection.RemoteIpAddress = Address;
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("evil.example", 1234);
        context.Request.Path = parts[0];
        context.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
        context.Request.Headers.Cookie = string.Join("; ", _cookies.Select(pair => $"{pair.Key}={pair.Value}"));
        if (body is not null)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(body);
            context.Request.Body = new MemoryStream(bytes);
            context.Request.ContentLength = bytes.Length;
            context.Request.ContentType = contentType;
        }

        foreach ((string name, string value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        using MemoryStream output = new();
        context.Response.Body = output;
        await server.HandleAsync(context);
        Keep(context.Response.Headers.SetCookie!);
        return new Reply(
            context.Response.StatusCode,
            context.Response.Headers.Location,
            Encoding.UTF8.GetString(output.ToArray()),
            context.Response.Headers
        );
    }

    /// <summary>Answers ClickUp's page, as a user who is signed in there.</summary>
    /// <returns>Where ClickUp sends the browser.</returns>
    public async Task<string> AnswerClickUpAsync(string page, long user, string answer = "connect")
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(page).Query);
        SandboxResponse response = await clickUp.HandleAsync(
            new SandboxRequest(
                "POST",
                "/api",
                "",
                Body: Encoding.UTF8.GetBytes(
                    Form([
                        ("client_id", query["client_id"].ToString()),
                        ("redirect_uri", query["redirect_uri"].ToString()),
                        ("state", query["state"].ToString()),
                        ("user", user.ToString()),
                        ("answer", answer),
                    ])
                ),
                ContentType: "application/x-www-form-urlencoded"
            ),
            TestContext.Current.CancellationToken
        );
        return response.Headers.Single(header => header.Key == "Location").Value;
    }

    private void Keep(IEnumerable<string> headers)
    {
        foreach (SetCookieHeaderValue cookie in SetCookieHeaderValue.ParseList([.. headers]))
        {
            SetCookies.Add(cookie.ToString());
            _cookies[cookie.Name.ToString()] = cookie.Value.ToString();
            if (cookie.Value.Length == 0)
            {
                _cookies.Remove(cookie.Name.ToString());
            }
        }
    }

    public static string Form(IEnumerable<(string Name, string Value)> fields) =>
        string.Join(
            '&',
            fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")
        );
}
