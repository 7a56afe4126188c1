using System.Net;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Api;

public class ClickUpClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pk_1_ABC", "pk_1_ABC")]
    [InlineData(" pk_1_ABC\n", "pk_1_ABC")]
    [InlineData("Bearer pk_1_ABC", "pk_1_ABC")]
    [InlineData("5678_abc", "Bearer 5678_abc")]
    [InlineData("bearer 5678_abc", "Bearer 5678_abc")]
    public async Task Personal_tokens_go_raw_and_others_as_bearer(string token, string header)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(200, "{}"));
        await TestClient.Over(handler, token: token).SendAsync(TestClient.Get, Token);
        handler.Requests.Single().Authorization.ShouldBe(header);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("pk_1 x")]
    [InlineData("pk_1\r\nHost: evil")]
    [InlineData("pk_é")]
    public void A_text_that_is_no_token_is_refused_without_showing_it(string token)
    {
        ActionableException error = Should.Throw<ActionableException>(() => new ClickUpCredentials(token));
        TestClient.Shown(error).ShouldNotContain("evil");
        error.Next.ShouldNotBeNull();
    }

    [Fact]
    public async Task Method_url_and_body_are_sent_as_built_and_the_body_comes_back()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(200, "  {\"id\":1}\n"));
        ClickUpResponse response = await TestClient
            .Over(handler)
            .SendAsync(TestClient.Post.WithQuery("a[]", "b c"), Token);
        SentRequest sent = handler.Requests.Single();
        sent.Method.ShouldBe(HttpMethod.Post);
        sent.Url.AbsoluteUri.ShouldBe("https://api.clickup.com/api/v2/list/901/task?a%5B%5D=b%20c");
        sent.Body.ShouldBe("{\"name\":\"a\"}");
        response.Status.ShouldBe(200);
        System.Text.Encoding.UTF8.GetString(response.Body.Span).ShouldBe("{\"id\":1}");
    }

    [Fact]
    public async Task Constant_headers_of_the_spec_are_sent_beside_the_usual_ones()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(200, "{}"));
        ClickUpRequest request = new ClickUpRequestBuilder("GetTask", ClickUpMethod.Get)
            .Path("/api/v2/task/1")
            .Header("X-Kind", "time entry")
            .Header("X-Other", "2")
            .Build();
        await TestClient.Over(handler).SendAsync(request, Token);
        IReadOnlyDictionary<string, string> sent = handler.Requests.Single().Headers;
        sent["X-Kind"].ShouldBe("time entry");
        sent["X-Other"].ShouldBe("2");
        sent["Accept"].ShouldBe("application/json");
        sent["Authorization"].ShouldBe(TestClient.Canary);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, " \r\n")]
    public async Task An_empty_response_is_fine(int status, string body)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(status, body));
        (await TestClient.Over(handler).SendAsync(TestClient.Get, Token)).Body.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_created_before_the_first_request()
    {
        int created = 0;
        ManualTimeProvider time = new();
        ClickUpClient client = new(
            new ClickUpCredentials("pk_1"),
            new ClickUpClientOptions { Dialect = ToolCatalog.Upstream },
            time,
            TestClient.Gate(time),
            default,
            () =>
            {
                created++;
                return new ScriptedHandler((_, _) => Task.FromResult(ScriptedHandler.Json(200, "{}")));
            }
        );
        created.ShouldBe(0);
        await client.SendAsync(TestClient.Get, Token);
        await client.SendAsync(TestClient.Get, Token);
        created.ShouldBe(1);
    }

    [Fact]
    public async Task Cancellation_reaches_the_handler_within_the_call()
    {
        TaskCompletionSource reached = new();
        TaskCompletionSource cancelled = new();
        ScriptedHandler handler = new(
            async (_, token) =>
            {
                reached.SetResult();
                await using CancellationTokenRegistration registration = token.Register(cancelled.SetResult);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return ScriptedHandler.Json(200, "{}");
            }
        );
        using CancellationTokenSource caller = new();
        Task call = TestClient.Over(handler).SendAsync(TestClient.Get, caller.Token).AsTask();
        await reached.Task;
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
        cancelled.Task.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_that_is_already_cancelled_sends_nothing()
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(200, "{}"));
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await TestClient.Over(handler).SendAsync(TestClient.Get, new CancellationToken(canceled: true))
        );
        handler.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_hangs_times_out_after_the_configured_time()
    {
        ScriptedHandler handler = new(
            async (_, token) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return ScriptedHandler.Json(200, "{}");
            }
        );
        ManualTimeProvider time = new();
        ClickUpClient client = TestClient.Over(
            handler,
            time,
            new ClickUpClientOptions { Dialect = ToolCatalog.Upstream, RequestTimeout = TimeSpan.FromSeconds(7) }
        );
        Task call = client.SendAsync(TestClient.Post, Token).AsTask();
        time.Advance(TimeSpan.FromSeconds(6.9));
        call.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(0.2));
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(call);
        error.Kind.ShouldBe(ApiErrorKind.Unreachable);
        error.What.ShouldContain("7 seconds");
        error.Next!.ShouldContain("before you repeat");
        handler.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_body_that_never_ends_times_out_too()
    {
        ScriptedHandler handler = new(
            static (_, _) =>
                Task.FromResult(
                    new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StuckStream()) }
                )
        );
        (await TestClient.FailAsync(handler, TestClient.Get)).Kind.ShouldBe(ApiErrorKind.Unreachable);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_response_over_the_cap_is_not_read(bool withLength)
    {
        HttpContent content = withLength
            ? new ByteArrayContent(new byte[1001])
            : new StreamContent(new UnknownLengthStream(new byte[1001]));
        ScriptedHandler handler = new(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        ClickUpClient client = TestClient.Over(
            handler,
            options: new ClickUpClientOptions { Dialect = ToolCatalog.Upstream, MaxResponseBytes = 1000 }
        );
        ClickUpApiException error = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await client.SendAsync(TestClient.Get, Token)
        );
        error.Kind.ShouldBe(ApiErrorKind.Unreadable);
        error.What.ShouldContain("larger than");
        handler.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_token_is_off_the_request_once_it_was_sent()
    {
        HttpRequestMessage? seen = null;
        ScriptedHandler handler = new(
            (request, _) =>
            {
                seen = request;
                return Task.FromResult(ScriptedHandler.Json(200, "{}"));
            }
        );
        await TestClient.Over(handler).SendAsync(TestClient.Get, Token);
        seen!.ToString().ShouldNotLeak("CANARY");
    }

    private sealed class StuckStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }

    private sealed class UnknownLengthStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
