using System.Text.Json;
using ClickUpMcp.Sandbox.Faults;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class FaultTests
{
    private readonly Driver _driver = new();

    [Fact]
    public async Task A_delayed_response_comes_only_after_its_time()
    {
        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.Latency, Milliseconds = 500 });
        var response = _driver.SendAsync("GET", "/user");
        _driver.Clock.Advance(TimeSpan.FromMilliseconds(499));
        response.IsCompleted.ShouldBeFalse();
        _driver.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await response).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Hang_ends_only_by_cancellation()
    {
        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.Hang });
        using var cancellation = new CancellationTokenSource();
        var response = _driver.GetUntilAsync("/user", cancellation.Token);
        _driver.Clock.Advance(TimeSpan.FromDays(1));
        response.IsCompleted.ShouldBeFalse();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => response);
        _driver.Server.Log.Single().Status.ShouldBe(0);
    }

    [Fact]
    public async Task Rate_limit_names_its_reset()
    {
        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.RateLimit, ResetSeconds = 7 });
        var response = await _driver.SendAsync("GET", "/user");
        response.Status.ShouldBe(429);
        response
            .Headers.Single(header => header.Key == "X-RateLimit-Reset")
            .Value.ShouldBe((_driver.Clock.GetUtcNow().ToUnixTimeSeconds() + 7).ToString());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(-30)]
    public async Task Rate_limit_may_name_a_reset_of_a_clock_that_differs(int seconds)
    {
        await _driver.PostAsync(
            "/__sandbox/faults",
            $$"""[{"kind":"rate_limit","resetSeconds":{{seconds}},"times":2}]"""
        );
        for (var i = 0; i < 2; i++)
        {
            var response = await _driver.SendAsync("GET", "/user");
            response.Status.ShouldBe(429);
            response
                .Headers.Single(header => header.Key == "X-RateLimit-Reset")
                .Value.ShouldBe((_driver.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString());
        }

        (await _driver.SendAsync("GET", "/user")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Status_html_and_cut_do_what_they_say()
    {
        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.Status, Code = 503 });
        (await _driver.SendAsync("GET", "/user")).Status.ShouldBe(503);

        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.Html });
        var html = await _driver.SendAsync("GET", "/user");
        html.Status.ShouldBe(502);
        html.ContentType.ShouldNotBeNull().ShouldStartWith("text/html");

        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.Cut });
        (await _driver.SendAsync("GET", "/user")).IsConnectionCut.ShouldBeTrue();
    }

    [Fact]
    public async Task Numbers_come_as_texts_and_nothing_else_changes()
    {
        const string Path = $"/task/{SandboxSeed.RichTaskId}";
        var plain = await _driver.SendAsync("GET", Path);
        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.NumbersAsText });

        var texts = await _driver.SendAsync("GET", Path);

        var before = JsonElement.Parse(plain.Body.Span);
        var after = JsonElement.Parse(texts.Body.Span);
        Numbers(before).ShouldNotBeEmpty();
        Numbers(after).ShouldBeEmpty();
        after
            .ToString()
            .Replace("\"", "", StringComparison.Ordinal)
            .ShouldBe(before.ToString().Replace("\"", "", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonElement> Numbers(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(static member => Numbers(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
            JsonValueKind.Number => [element],
            _ => [],
        };

    [Fact]
    public async Task A_struck_write_changes_nothing()
    {
        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.Status, Method = "POST" });
        await _driver.RefusedAsync(500, "POST", $"/list/{SandboxSeed.InboxListId}/task", """{"name":"never"}""");
        (await _driver.GetAsync($"/list/{SandboxSeed.InboxListId}/task")).Names("tasks").ShouldNotContain("never");
    }

    [Fact]
    public async Task A_write_that_is_ignored_succeeds_and_does_nothing()
    {
        _driver.Server.Inject(new SandboxFault { Kind = SandboxFaultKind.Ignore, Method = "POST" });

        var response = await _driver.SendAsync("POST", $"/list/{SandboxSeed.InboxListId}/task", """{"name":"never"}""");

        response.Status.ShouldBe(200);
        System.Text.Encoding.UTF8.GetString(response.Body.Span).ShouldBe("{}");
        (await _driver.GetAsync($"/list/{SandboxSeed.InboxListId}/task")).Names("tasks").ShouldNotContain("never");
    }

    [Theory]
    [InlineData(
        "--b\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a\"\r\n\r\nx\r\n--b--\r\n",
        200
    )]
    [InlineData("--b", 400)]
    public async Task A_file_has_no_members_to_ignore(string body, int status)
    {
        _driver.Server.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Ignore,
                Method = "POST",
                Members = ["priority"],
            }
        );

        var response = await _driver.UploadAsync(
            $"/api/v2/task/{SandboxSeed.RichTaskId}/attachment",
            System.Text.Encoding.UTF8.GetBytes(body),
            "multipart/form-data; boundary=b"
        );

        response.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused_although_members_are_ignored()
    {
        _driver.Server.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Ignore,
                Method = "POST",
                Members = ["priority"],
            }
        );

        var response = await _driver.SendAsync("POST", $"/list/{SandboxSeed.InboxListId}/task", "{");

        response.Status.ShouldBe(400);
    }

    [Fact]
    public async Task Members_that_are_ignored_leave_the_rest_of_the_write()
    {
        await _driver.PostAsync(
            "/__sandbox/faults",
            """[{"kind":"ignore","members":["priority","assignees.add"],"match":{"method":"PUT"}}]"""
        );

        var task = await _driver.PutAsync(
            $"/task/{SandboxSeed.RichTaskId}",
            """{"name":"Renamed","priority":1,"assignees":{"add":[81000003]}}"""
        );

        task.GetProperty("name").GetString().ShouldBe("Renamed");
        task.GetProperty("priority").ValueKind.ShouldBe(JsonValueKind.Null);
        task.GetProperty("assignees").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Faults_over_HTTP_match_skip_and_count()
    {
        await _driver.PostAsync(
            "/__sandbox/faults",
            """[{"kind":"status","code":500,"after":1,"times":2,"match":{"method":"get","pathPrefix":"/api/v2/us"}}]"""
        );
        await _driver.GetAsync("/team");
        List<int> seen = [];
        for (var index = 0; index < 4; index++)
        {
            seen.Add((await _driver.SendAsync("GET", "/user")).Status);
        }

        seen.ShouldBe([200, 500, 500, 200]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"kind":"earthquake"}]""")]
    [InlineData("""[{"kind":"latency","ms":-1}]""")]
    [InlineData("""[{"kind":"ignore","members":"name"}]""")]
    [InlineData("[")]
    public async Task Bad_fault_lists_are_refused(string body) =>
        (await _driver.SendAsync("POST", "/__sandbox/faults", body)).Status.ShouldBe(400);
}
