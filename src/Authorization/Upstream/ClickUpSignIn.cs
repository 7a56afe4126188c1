using System.Net.Http.Headers;
using System.Text.Json;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Upstream;

/// <summary>ClickUp's side of a sign-in: its page, its token, and whom the token stands for.</summary>
internal sealed class ClickUpSignIn(AuthorizationOptions options, HttpMessageInvoker http, TimeProvider time)
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Where ClickUp sends users back to.</summary>
    public string Callback => options.Issuer + Paths.Callback;

    /// <summary>ClickUp's page; it knows no scopes and no PKCE.</summary>
    public string PageFor(string state) =>
        $"{options.ClickUpAuthorizePage}?client_id={Uri.EscapeDataString(options.ClickUpClientId)}"
        + $"&redirect_uri={Uri.EscapeDataString(Callback)}&state={Uri.EscapeDataString(state)}";

    /// <summary>Exchanges the code of the page for a token.</summary>
    /// <exception cref="ClickUpException">ClickUp did not give one.</exception>
    public async Task<string> ExchangeAsync(string code, CancellationToken cancellationToken)
    {
        using FormUrlEncodedContent form = new([
            new("client_id", options.ClickUpClientId),
            new("client_secret", options.ClickUpClientSecret),
            new("code", code),
        ]);
        using HttpRequestMessage request = new(HttpMethod.Post, Address("api/v2/oauth/token")) { Content = form };
        using JsonDocument answer = await SendAsync(request, cancellationToken);
        return
            answer.RootElement.TryGetProperty("access_token", out JsonElement token)
            && token.ValueKind == JsonValueKind.String
            && token.GetString() is { Length: > 0 } text
            ? text
            : throw new ClickUpException("ClickUp's answer has no token.");
    }

    /// <summary>Asks whom a token stands for, and which workspaces the user chose.</summary>
    /// <exception cref="ClickUpException">ClickUp did not say.</exception>
    public async Task<ClickUpAccount> DescribeAsync(string token, CancellationToken cancellationToken)
    {
        using HttpRequestMessage who = Authorized("api/v2/user", token);
        using JsonDocument user = await SendAsync(who, cancellationToken);
        using HttpRequestMessage where = Authorized("api/v2/team", token);
        using JsonDocument teams = await SendAsync(where, cancellationToken);
        if (
            !user.RootElement.TryGetProperty("user", out JsonElement person)
            || Id(person) is not { } id
            || !teams.RootElement.TryGetProperty("teams", out JsonElement list)
            || list.ValueKind != JsonValueKind.Array
        )
        {
            throw new ClickUpException("ClickUp's answer names no user or no workspaces.");
        }

        GrantedWorkspace[] workspaces =
        [
            .. list.EnumerateArray()
                .Select(static team => Id(team) is { } own ? new GrantedWorkspace(own, Text(team, "name")) : null)
                .OfType<GrantedWorkspace>(),
        ];
        return workspaces.Length > 0
            ? new ClickUpAccount(OwnerId.Of(id), Text(person, "username"), workspaces)
            : throw new ClickUpException("The ClickUp account has no workspace that it may use here.");
    }

    private Uri Address(string path) => new(options.ClickUpApi, path);

    private HttpRequestMessage Authorized(string path, string token)
    {
        HttpRequestMessage request = new(HttpMethod.Get, Address(path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<JsonDocument> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = new(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, both.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new ClickUpException($"ClickUp answered with status {(int)response.StatusCode}.");
            }

            await using Stream body = await response.Content.ReadAsStreamAsync(both.Token);
            byte[] buffer = new byte[MostBytes];
            int read = await body.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, both.Token);
            return JsonDocument.Parse(buffer.AsMemory(0, read));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            throw new ClickUpException("ClickUp cannot be reached, or its answer cannot be read.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ClickUpException("ClickUp did not answer in time.", e);
        }
    }

    // Ids come as numbers or as text.
    private static string? Id(JsonElement thing) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty("id", out JsonElement id)
            ? id.ValueKind switch
            {
                JsonValueKind.String => id.GetString(),
                JsonValueKind.Number => id.GetRawText(),
                _ => null,
            }
            : null;

    private static string Text(JsonElement thing, string member) =>
        thing.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
