using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Api;

/// <summary>Makes clients over scripted handlers, with a token that no text may ever contain.</summary>
internal static class TestClient
{
    public const string Canary = "pk_12345_CANARYCANARYCANARY";

    public static readonly ClickUpRequest Get = new(
        "GetTask",
        ClickUpMethod.Get,
        "/api/v2/task/86abc1234",
        "",
        default
    );

    public static readonly ClickUpRequest Post = new(
        "CreateTask",
        ClickUpMethod.Post,
        "/api/v2/list/901/task",
        "",
        "{\"name\":\"a\"}"u8.ToArray()
    );

    /// <summary>For tests of what is below the permission.</summary>
    public static readonly CallPermission Anything = new(mayChange: true, static _ => true);

    public static ClickUpClient Over(
        HttpMessageHandler handler,
        TimeProvider? time = null,
        ClickUpClientOptions? options = null,
        string token = Canary,
        UpstreamGate? gate = null
    )
    {
        ClickUpCredentials credentials = new(token);
        time ??= new ManualTimeProvider();
        gate ??= Gate(time);
        options ??= new ClickUpClientOptions { Dialect = ToolCatalog.Upstream };
        options = options with { WithoutCall = Anything };
        return new ClickUpClient(credentials, options, time, gate, credentials.Fingerprint(), () => handler);
    }

    /// <summary>A gate with the usual limits, or others.</summary>
    public static UpstreamGate Gate(TimeProvider time, UpstreamLimitOptions? options = null) =>
        new(options ?? new UpstreamLimitOptions(), new LimitCounters(), time);

    /// <summary>Sends, and moves the clock whenever the client waits for it.</summary>
    public static Task<ClickUpResponse> SendAsync(ClickUpClient client, ClickUpRequest request, ManualTimeProvider time)
    {
        Task<ClickUpResponse> call = Task.FromException<ClickUpResponse>(new InvalidOperationException());
        VirtualLoop.Run(
            time,
            async () =>
            {
                call = client.SendAsync(request, TestContext.Current.CancellationToken).AsTask();
                await call.ContinueWith(static _ => { }, TaskScheduler.FromCurrentSynchronizationContext());
            }
        );
        return call;
    }

    public static async Task<ClickUpApiException> FailAsync(HttpMessageHandler handler, ClickUpRequest request)
    {
        ManualTimeProvider time = new();
        return await Should.ThrowAsync<ClickUpApiException>(() => SendAsync(Over(handler, time), request, time));
    }

    /// <summary>Everything that a caller may get to see of an error.</summary>
    public static string Shown(ClickUpMcp.Errors.ActionableException error) =>
        string.Join('\n', [error.What, error.Why, error.Next, .. error.Options, error.ToString()]);
}
