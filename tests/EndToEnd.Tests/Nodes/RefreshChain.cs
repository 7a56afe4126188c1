using System.Net;
using System.Text.Json;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Nodes;

/// <summary>A client that registers and refreshes in turn until its server is gone, and knows what it was told.</summary>
internal sealed class RefreshChain(OAuthCalls calls)
{
    private string _client = "";
    private JsonElement _tokens;
    private bool _isUnsure;

    /// <summary>The registrations that were answered and not looked at since.</summary>
    public List<string> Registered { get; } = [];

    /// <summary>The secrets that it was given.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>How many refreshes were answered.</summary>
    public int Refreshes { get; private set; }

    /// <summary>How many registrations were answered.</summary>
    public int Registrations { get; private set; }

    /// <summary>How often a refresh that was not answered had used the token up.</summary>
    public int Ended { get; private set; }

    public async Task SignInAsync(SignInServer server)
    {
        _client = await calls.RegisterAsync(server);
        var code = await calls.CodeAsync(server, _client);
        Secrets.Add(code);
        Keep(await calls.ExchangeAsync(server, _client, code));
    }

    /// <summary>Works until the server is gone or it is told to stop.</summary>
    /// <param name="server">The server.</param>
    /// <param name="answered">Called after each reply; false to stop.</param>
    /// <param name="isGone">Whether the server was killed.</param>
    public async Task WorkAsync(SignInServer server, Func<bool> answered, Func<bool> isGone)
    {
        try
        {
            do
            {
                Registered.Add(await calls.RegisterAsync(server));
                Registrations++;
                if (!answered())
                {
                    return;
                }

                _isUnsure = true;
                var (status, reply) = await calls.RefreshAsync(server, _client, _tokens);
                status.ShouldBe(HttpStatusCode.OK, reply.ToString());
                Keep(reply);
                Refreshes++;
                _isUnsure = false;
            } while (answered());
        }
        catch (Exception e) when (isGone() && e is HttpRequestException or IOException)
        {
            // It is known what was answered before.
        }
    }

    /// <summary>After the server is back: what was answered is there, and what was not has happened wholly or not at all.</summary>
    public async Task CheckAsync(SignInServer server)
    {
        foreach (var client in Registered)
        {
            (await calls.AskAsync(server, client)).ShouldBe(HttpStatusCode.OK, "a registration that was answered");
        }

        Registered.Clear();
        if (!_isUnsure)
        {
            (await OAuthCalls.UseAsync(server, _tokens)).ShouldBe(HttpStatusCode.OK, "a token that was given out");
            return;
        }

        _isUnsure = false;
        var (status, reply) = await calls.RefreshAsync(server, _client, _tokens);
        if (status == HttpStatusCode.OK)
        {
            Keep(reply);
            (await OAuthCalls.UseAsync(server, _tokens)).ShouldBe(HttpStatusCode.OK);
            return;
        }

        // The token was used up for a reply that nobody got: bringing it again ends all that came of it.
        reply.GetProperty("error").GetString().ShouldBe("invalid_grant");
        (await OAuthCalls.UseAsync(server, _tokens)).ShouldBe(HttpStatusCode.Unauthorized);
        Ended++;
        await SignInAsync(server);
    }

    private void Keep(JsonElement tokens)
    {
        _tokens = tokens;
        Secrets.Add(tokens.GetProperty("access_token").GetString()!);
        Secrets.Add(tokens.GetProperty("refresh_token").GetString()!);
    }
}
