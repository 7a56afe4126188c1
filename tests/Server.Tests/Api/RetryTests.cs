using ClickUpMcp.Api;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Api;

public class RetryTests
{
    private static readonly ClickUpRequest Put = TestClient.Post with { Method = ClickUpMethod.Put };

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_survives_two_gateway_faults(int status)
    {
        ScriptedHandler handler = new(
            ScriptedHandler.Json(status, "<html>"),
            ScriptedHandler.Json(status, ""),
            ScriptedHandler.Json(200, "{}")
        );
        await SendAsync(handler, TestClient.Get);
        handler.Requests.Count.ShouldBe(3);
        handler.Requests.ShouldAllBe(static request => request.Authorization == TestClient.Canary);
    }

    [Fact]
    public async Task A_third_fault_is_reported()
    {
        ScriptedHandler handler = new(static (_, _) => Task.FromResult(ScriptedHandler.Json(503, "")));
        (await TestClient.FailAsync(handler, TestClient.Get)).Kind.ShouldBe(ApiErrorKind.ServerFault);
        handler.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_read_is_not_repeated_after_other_errors(int status)
    {
        ScriptedHandler handler = new((_, _) => Task.FromResult(ScriptedHandler.Json(status, "{}")));
        await TestClient.FailAsync(handler, TestClient.Get);
        handler.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_write_is_never_repeated_after_a_gateway_fault(int status)
    {
        foreach (ClickUpRequest request in (ClickUpRequest[])[TestClient.Post, Put])
        {
            ScriptedHandler handler = new((_, _) => Task.FromResult(ScriptedHandler.Json(status, "")));
            await TestClient.FailAsync(handler, request);
            handler.Requests.Count.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, true, 3)]
    [InlineData(HttpRequestError.ConnectionError, true, 3)]
    [InlineData(HttpRequestError.SecureConnectionError, true, 3)]
    [InlineData(HttpRequestError.ResponseEnded, true, 1)]
    [InlineData(HttpRequestError.Unknown, true, 1)]
    [InlineData(HttpRequestError.ResponseEnded, false, 3)]
    [InlineData(HttpRequestError.ConnectionError, false, 3)]
    public async Task A_write_is_repeated_only_when_nothing_was_sent(HttpRequestError fault, bool isWrite, int attempts)
    {
        ScriptedHandler handler = new((_, _) => throw new HttpRequestException(fault, "10.1.2.3:443 secret.internal"));
        ClickUpApiException error = await TestClient.FailAsync(handler, isWrite ? TestClient.Post : TestClient.Get);
        handler.Requests.Count.ShouldBe(attempts);
        error.Kind.ShouldBe(ApiErrorKind.Unreachable);
        TestClient.Shown(error).ShouldNotContain("secret.internal");
        error.Next!.Contains("before you repeat", StringComparison.Ordinal).ShouldBe(isWrite && attempts == 1);
    }

    [Fact]
    public async Task A_connection_cut_inside_the_body_is_repeated_for_a_read()
    {
        ScriptedHandler handler = new(
            new HttpResponseMessage { Content = new StreamContent(new CutStream()) },
            ScriptedHandler.Json(200, "{}")
        );
        await SendAsync(handler, TestClient.Get);
        handler.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_connect_timeout_of_the_sockets_counts_as_no_connection()
    {
        ScriptedHandler handler = new(static (_, _) => throw new TaskCanceledException());
        ClickUpApiException error = await TestClient.FailAsync(handler, TestClient.Post);
        error.What.ShouldContain("No connection");
        handler.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_rate_limited_write_waits_for_the_reset_and_is_sent_again()
    {
        ManualTimeProvider time = new();
        ScriptedHandler handler = new(
            Limited("X-RateLimit-Reset", $"{time.GetUtcNow().ToUnixTimeSeconds() + 20}"),
            ScriptedHandler.Json(200, "{}")
        );
        Task<ClickUpResponse> call = TestClient
            .Over(handler, time)
            .SendAsync(TestClient.Post, TestContext.Current.CancellationToken)
            .AsTask();
        time.Advance(TimeSpan.FromSeconds(19));
        handler.Requests.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(2));
        (await call).Status.ShouldBe(200);
        handler.Requests.Select(static request => request.Body).ShouldAllBe(static body => body == "{\"name\":\"a\"}");
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", "1767225690", 90)]
    [InlineData("Retry-After", "75", 75)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:02:00 GMT", 120)]
    public async Task A_wait_that_is_too_long_is_reported_with_its_seconds(string header, string value, int seconds)
    {
        ScriptedHandler handler = new(Limited(header, value));
        ClickUpApiException error = await TestClient.FailAsync(handler, TestClient.Get);
        error.Kind.ShouldBe(ApiErrorKind.RateLimited);
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        error.Next!.ShouldContain($"in {seconds} s");
        handler.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", "99999999999999999999", 60)]
    [InlineData("X-RateLimit-Reset", "999999999999999", 60)]
    [InlineData("X-RateLimit-Reset", "soon", 60)]
    [InlineData("X-RateLimit-Reset", "0", 1)]
    [InlineData("X-Other", "1", 60)]
    public void A_header_that_makes_no_sense_means_one_window(string header, string value, int seconds)
    {
        using HttpResponseMessage response = Limited(header, value);
        RateLimitReset
            .DelayOf(response, ToolCatalog.Upstream.RateLimit, new ManualTimeProvider().GetUtcNow())
            .ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Waiting_for_the_limit_can_be_cancelled()
    {
        using CancellationTokenSource caller = new();
        Task call = TestClient
            .Over(new ScriptedHandler(Limited("Retry-After", "30")))
            .SendAsync(TestClient.Get, caller.Token)
            .AsTask();
        call.IsCompleted.ShouldBeFalse();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    private static async Task SendAsync(ScriptedHandler handler, ClickUpRequest request)
    {
        ManualTimeProvider time = new();
        await TestClient.SendAsync(TestClient.Over(handler, time), request, time);
    }

    private static HttpResponseMessage Limited(string header, string value)
    {
        HttpResponseMessage response = ScriptedHandler.Json(429, """{"err":"Rate limit reached","ECODE":"APP_002"}""");
        response.Headers.TryAddWithoutValidation(header, value);
        return response;
    }

    private sealed class CutStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("cut");
    }
}
