using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Api;

public class ApiErrorMapperTests
{
    /// <summary>Each code of the field notes with the statuses it was seen with, and a word its explanation must have.</summary>
    public static TheoryData<string, int, string, string> Codes
    {
        get
        {
            TheoryData<string, int, string, string> rows = [];
            Add("OAUTH_017", 400, "Authentication", "no API key");
            Add("OAUTH_017", 401, "Authentication", "no API key");
            Add("OAUTH_018", 401, "Authentication", "does not find the API key");
            foreach (int code in (int[])[19, 21, 25, 77])
            {
                Add($"OAUTH_{code:000}", 401, "Authentication", "API Token");
            }

            foreach (int code in (int[])[23, 26, 27, .. Enumerable.Range(29, 17), 57, 61])
            {
                Add($"OAUTH_{code:000}", 401, "NotFoundOrNoAccess", "no such task");
            }

            Add("OAUTH_007", 400, "Authentication", "redirect");
            Add("OAUTH_010", 400, "Authentication", "client");
            Add("OAUTH_040", 400, "Invalid", "list");
            Add("OAUTH_055", 404, "NotFoundOrNoAccess", "no such list");
            Add("OAUTH_064", 400, "NotFoundOrNoAccess", "view");
            Add("OAUTH_119", 400, "Invalid", "name is required");
            Add("OAUTH_171", 400, "Invalid", "webhook");
            Add("APP_001", 404, "Invalid", "endpoint");
            Add("APP_002", 429, "RateLimited", "rate limit");
            Add("ACCESS_083", 401, "NotFoundOrNoAccess", "no such task");
            Add("ACCESS_190", 404, "NotFoundOrNoAccess", "no such task");
            Add("ITEM_015", 404, "NotFoundOrNoAccess", "no such task");
            Add("ITEM_155", 400, "Invalid", "JSON");
            Add("ITEM_156", 400, "Invalid", "JSON");
            Add("ITEMV2_003", 500, "Invalid", "filters or order");
            Add("SHARD_001", 500, "Invalid", "wrong form");
            Add("INPUT_002", 400, "Invalid", "not valid");
            Add("INPUT_003", 400, "Invalid", "not valid");
            Add("PUBAPITASK_008", 400, "Invalid", "task types");
            Add("PUBAPITASK_009", 400, "Invalid", "task types");
            Add("PUBAPITASK_017", 400, "Invalid", "assignees");
            Add("FIELD_011", 400, "Invalid", "option");
            Add("FIELD_018", 400, "Invalid", "level too many");
            Add("TIMEENTRY_007", 400, "Invalid", "assignee");
            Add("TIMEENTRY_059", 401, "NotFoundOrNoAccess", "time entry");
            Add("TIMEENTRY_062", 400, "Invalid", "whole number");
            Add("TIMEENTRY_065", 400, "Invalid", "one place");
            Add("TIMEENTRY_072", 500, "NotAllowed", "Time Tracking");
            Add("TEAM_110", 403, "NotAllowed", "Enterprise");
            foreach (int code in (int[])[137, 140, 141, 147, 148, 158, 159])
            {
                Add($"CAT_{code}", 400, "Invalid", "cannot be moved");
            }

            Add("ATTCH_039", 400, "Invalid", "file");
            Add("ATTCH_045", 400, "Invalid", "file upload");
            Add("GBUSED_005", 400, "NotAllowed", "storage");
            return rows;

            void Add(string code, int status, string kind, string words) => rows.Add(code, status, kind, words);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Each_code_says_what_happened_and_what_to_do(string code, int status, string kind, string words)
    {
        ClickUpApiException error = await FailAsync(status, $$"""{"err":"Team not authorized","ECODE":"{{code}}"}""");
        error.Kind.ToString().ShouldBe(kind);
        error.Code.ShouldBe(code);
        error.Status.ShouldBe(status);
        error.What.ShouldContain(code);
        error.Next.ShouldNotBeNullOrEmpty();
        TestClient.Shown(error).ShouldContain(words);
        TestClient.Shown(error).ShouldNotContain("{");
    }

    [Theory]
    [InlineData("/api/v2/task/86abc/comment", "task")]
    [InlineData("/api/v2/list/901/task", "list")]
    [InlineData("/api/v2/team/9012/time_entries/55", "time entry")]
    [InlineData("/api/v2/team/9012/time_entries", "workspace")]
    [InlineData("/api/v2/space/1/folder", "space")]
    [InlineData("/api/v2/folder/1", "folder")]
    [InlineData("/api/v2/comment/1", "comment")]
    [InlineData("/api/v3/workspaces/1/docs/abc-1", "doc")]
    [InlineData("/api/v3/workspaces/1/tasks/86a/home_list/5", "list")]
    [InlineData("/api/v2/user", "item")]
    public async Task OAUTH_027_names_the_thing_and_never_calls_the_key_bad(string path, string thing)
    {
        ClickUpRequest request = new("Any", ClickUpMethod.Get, path, "", default);
        ClickUpApiException error = await TestClient.FailAsync(
            new ScriptedHandler(ScriptedHandler.Json(401, """{"err":"Team not authorized","ECODE":"OAUTH_027"}""")),
            request
        );
        error.What.ShouldStartWith($"There is no such {thing}, or this key has no access to it");
        TestClient.Shown(error).ShouldNotContain("invalid", Case.Insensitive);
        TestClient.Shown(error).ShouldNotContain("Team not authorized");
    }

    [Theory]
    [InlineData(401, "OAUTH_019", "NotFoundOrNoAccess", "No to the comment (HTTP 401, OAUTH_019).\nSo.\nStop.")]
    [InlineData(404, "OTHER_1", "NotFoundOrNoAccess", "None (HTTP 404, OTHER_1).\n\nLook.")]
    [InlineData(401, "OAUTH_021", "Authentication", "API Token")]
    public async Task A_request_may_say_what_an_error_means_for_it(int status, string code, string kind, string shown)
    {
        ClickUpRequest request = new ClickUpRequestBuilder("Any", ClickUpMethod.Put)
            .Path("/api/v2/comment/1")
            .Error("404", "None.", why: null, "Look.")
            .Error("OAUTH_019", "No to the {thing}.", "So.", "Stop.")
            .Build();

        ClickUpApiException error = await TestClient.FailAsync(
            new ScriptedHandler(ScriptedHandler.Json(status, $$"""{"err":"Token invalid","ECODE":"{{code}}"}""")),
            request
        );

        error.Kind.ToString().ShouldBe(kind);
        TestClient.Shown(error).ShouldContain(shown);
        TestClient.Shown(error).ShouldNotContain("Token invalid");
    }

    [Theory]
    [InlineData(400, "Invalid")]
    [InlineData(401, "NotFoundOrNoAccess")]
    [InlineData(403, "NotAllowed")]
    [InlineData(404, "NotFoundOrNoAccess")]
    [InlineData(405, "Invalid")]
    [InlineData(409, "Invalid")]
    [InlineData(413, "Invalid")]
    [InlineData(429, "RateLimited")]
    [InlineData(500, "ServerFault")]
    [InlineData(502, "ServerFault")]
    [InlineData(503, "ServerFault")]
    [InlineData(301, "Unreadable")]
    public async Task Without_a_code_the_status_counts(int status, string kind)
    {
        foreach (string body in (string[])["", "<html><h1>Bad Gateway</h1></html>", "{\"err\":", "null", "[]"])
        {
            ClickUpApiException error = await FailAsync(status, body);
            error.Kind.ToString().ShouldBe(kind);
            error.Code.ShouldBeNull();
            error.Next.ShouldNotBeNullOrEmpty();
            TestClient.Shown(error).ShouldNotContain("Bad Gateway");
        }
    }

    [Theory]
    [InlineData("""{"err":"Name too long"}""")]
    [InlineData("""{"error":"Name too long"}""")]
    [InlineData("""{"message":"Name too long"}""")]
    [InlineData("""{"status":400,"message":"Name too long","trace_id":12,"timestamp":1700000000000}""")]
    [InlineData("""{"err":"Name too long","message":"other","details":{"err":"deep"}}""")]
    [InlineData("""{"err":"Name too long","cut":""")]
    [InlineData("""{"err":"Name\r\n\t too\u0000\u202e long"}""")]
    public async Task The_reason_of_v2_and_v3_bodies_is_quoted_on_one_line(string body) =>
        (await FailAsync(400, body)).Why.ShouldBe("ClickUp says: \"Name too long\"");

    [Fact]
    public async Task A_long_reason_is_cut()
    {
        ClickUpApiException error = await FailAsync(400, $$"""{"err":"{{new string('x', 5000)}}"}""");
        error.Why!.Length.ShouldBeLessThan(250);
        error.Why.ShouldContain("…");
    }

    [Fact]
    public async Task A_code_in_an_odd_form_is_ignored() =>
        (await FailAsync(404, """{"err":"x","ECODE":"<script>"}""")).Code.ShouldBeNull();

    [Fact]
    public async Task A_write_that_failed_on_their_side_tells_to_look_before_repeating()
    {
        ClickUpApiException error = await TestClient.FailAsync(
            new ScriptedHandler(ScriptedHandler.Json(502, "<html>")),
            TestClient.Post
        );
        error.Next!.ShouldContain("before you repeat");
    }

    [Fact]
    public async Task Without_a_key_every_call_says_what_is_missing_and_how_to_get_it()
    {
        MissingCredentialsClient client = new();
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await client.SendAsync(TestClient.Get, TestContext.Current.CancellationToken)
        );
        string shown = TestClient.Shown(error);
        shown.ShouldContain("CLICKUP_API_KEY");
        shown.ShouldContain("Settings → Apps → API Token");
        shown.ShouldContain("--sandbox");
    }

    private static Task<ClickUpApiException> FailAsync(int status, string body) =>
        TestClient.FailAsync(
            new ScriptedHandler((_, _) => Task.FromResult(ScriptedHandler.Json(status, body))),
            TestClient.Get
        );
}
