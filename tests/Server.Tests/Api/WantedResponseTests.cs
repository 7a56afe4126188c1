using ClickUpMcp.Api;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Api;

/// <summary>A request that wants only some members fails as any other does, and its response is read once.</summary>
public class WantedResponseTests
{
    private static readonly ClickUpRequest Some = TestClient.Get with { Wanted = WantedMembers.Of("tasks", ["id"]) };

    [Fact]
    public async Task What_is_wanted_is_there_and_what_is_not_was_not_kept()
    {
        ClickUpResponse response = await ReadAsync(200, """{"tasks":[{"id":"a","name":"b"}],"last_page":true}""");

        response.IsEmpty.ShouldBeFalse();
        response.Parse().RootElement.GetRawText().ShouldBe("""{"tasks":[{"id":"a"}],"last_page":true}""");
    }

    [Fact]
    public async Task Its_bytes_can_be_had_until_it_was_read()
    {
        ClickUpResponse response = await ReadAsync(200, """{"tasks":[]}""");
        ClickUpResponse read = await ReadAsync(200, """{"tasks":[]}""");
        read.Parse().Dispose();

        response.Body.ToArray().ShouldBe("""{"tasks":[]}"""u8.ToArray());
        Should.Throw<InvalidOperationException>(() => read.Body);
    }

    [Theory]
    [InlineData(200, """{"err":"Team not authorized","ECODE":"OAUTH_027"}""", ApiErrorKind.NotFoundOrNoAccess)]
    [InlineData(404, """{"err":"Team not found","ECODE":"TEAM_001"}""", ApiErrorKind.NotFoundOrNoAccess)]
    [InlineData(200, """{"tasks":[{"id":"a"}""", ApiErrorKind.Unreadable)]
    [InlineData(200, "<html>gateway</html>", ApiErrorKind.Unreadable)]
    public async Task Errors_are_those_of_any_request(int status, string body, object kind)
    {
        ClickUpApiException whole = await TestClient.FailAsync(Scripted(status, body), TestClient.Get);
        ClickUpApiException some = await TestClient.FailAsync(Scripted(status, body), Some);

        some.Kind.ShouldBe((ApiErrorKind)kind);
        TestClient.Shown(some).ShouldBe(TestClient.Shown(whole));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Nothing_is_nothing(string body) => (await ReadAsync(200, body)).IsEmpty.ShouldBeTrue();

    [Fact]
    public async Task What_is_dropped_counts_against_the_longest_response()
    {
        ClickUpClientOptions options = new() { Dialect = ToolCatalog.Upstream, MaxResponseBytes = 1000 };
        ManualTimeProvider time = new();
        string body = $$"""{"tasks":[{"id":"a","junk":"{{new string('x', 2000)}}"}]}""";
        foreach (ClickUpRequest request in (ClickUpRequest[])[TestClient.Get, Some])
        {
            await Should.ThrowAsync<ClickUpApiException>(() =>
                TestClient.SendAsync(TestClient.Over(Scripted(200, body), time, options), request, time)
            );
        }
    }

    private static ScriptedHandler Scripted(int status, string body) =>
        new((_, _) => Task.FromResult(ScriptedHandler.Json(status, body)));

    private static Task<ClickUpResponse> ReadAsync(int status, string body)
    {
        ManualTimeProvider time = new();
        return TestClient.SendAsync(TestClient.Over(Scripted(status, body), time), Some, time);
    }
}
