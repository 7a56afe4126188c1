using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Api;

public class CanaryTests
{
    /// <summary>Responses that echo the token, as a debugging proxy or a careless upstream might.</summary>
    public static TheoryData<int, string> Echoes =>
        new()
        {
            { 400, $$"""{"err":"Token {{TestClient.Canary}} is odd"}""" },
            { 400, $$"""{"err":"{{new string('x', 190)}}{{TestClient.Canary}}"}""" },
            { 400, $$"""{"err":"{{TestClient.Canary.ToLowerInvariant()}}"}""" },
            { 400, $$"""{"err":"pk_12345_\u200bCANARYCANARYCANARY"}""" },
            { 400, $$"""{"message":"{{TestClient.Canary}}","ECODE":"{{TestClient.Canary}}"}""" },
            { 401, $$"""{"err":"{{TestClient.Canary}}","ECODE":"OAUTH_025"}""" },
            { 401, $$"""{"err":"{{TestClient.Canary}}","ECODE":"OAUTH_027"}""" },
            { 500, $"<html>{TestClient.Canary}</html>" },
            { 200, $"<html>{TestClient.Canary}</html>" },
            { 302, TestClient.Canary },
        };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_05_the_token_is_in_no_error(int status, string body)
    {
        ClickUpApiException error = await TestClient.FailAsync(
            new ScriptedHandler((_, _) => Task.FromResult(ScriptedHandler.Json(status, body))),
            TestClient.Get
        );
        AssertClean(error);
    }

    [Fact]
    public async Task A_05_the_token_is_in_no_transport_error()
    {
        foreach (HttpRequestError fault in Enum.GetValues<HttpRequestError>())
        {
            AssertClean(
                await TestClient.FailAsync(
                    new ScriptedHandler((_, _) => throw new HttpRequestException(fault, TestClient.Canary)),
                    TestClient.Post
                )
            );
        }
    }

    [Fact]
    public void A_05_nothing_prints_the_token()
    {
        ClickUpCredentials credentials = new(TestClient.Canary);
        ClickUpClient client = TestClient.Over(new ScriptedHandler());
        foreach (
            object thing in (object[])[credentials, client, new ClickUpClientOptions { Dialect = ToolCatalog.Upstream }]
        )
        {
            thing.ToString()!.ShouldNotLeak("CANARY");
            $"{thing}".ShouldNotLeak("CANARY");
        }
    }

    private static void AssertClean(ActionableException error)
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            e.ToString().ShouldNotLeak("CANARY");
        }

        TestClient.Shown(error).ShouldNotLeak("CANARY");
    }
}
