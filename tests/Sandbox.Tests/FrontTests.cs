using System.Net;
using System.Text;
using ClickUpMcp.Sandbox.Faults;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class FrontTests
{
    private const string Tagged = $"api/v2/task/{SandboxSeed.RichTaskId}/tag/a%2Fb";

    private const int Large = 31_000_000;

    private readonly SandboxServer _server = new(new SandboxOptions(), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_process_without_a_socket()
    {
        using var client = Client(new SandboxMessageHandler(_server), "http://sandbox.test/");
        await UseAsync(client);
        _server.Inject(new SandboxFault { Kind = SandboxFaultKind.Cut });
        var cut = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("api/v2/user", Token));
        cut.HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
    }

    [Fact]
    public async Task Over_HTTP_on_a_free_port()
    {
        using var stop = new CancellationTokenSource();
        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var host = SandboxHost.RunAsync(_server, port: 0, port.SetResult, stop.Token);
        using var client = Client(new SocketsHttpHandler(), $"http://127.0.0.1:{await port.Task}/");
        await UseAsync(client);
        _server.Inject(new SandboxFault { Kind = SandboxFaultKind.Cut });
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("api/v2/user", Token));

        // A hanging request must not keep the host from stopping.
        _server.Inject(new SandboxFault { Kind = SandboxFaultKind.Hang });
        var hanging = client.GetAsync("api/v2/user", Token);
        await stop.CancelAsync();
        await host.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await Should.ThrowAsync<HttpRequestException>(() => hanging);
    }

    private static HttpClient Client(HttpMessageHandler handler, string address)
    {
        var client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", SandboxSeed.Token);
        return client;
    }

    private static async Task UseAsync(HttpClient client)
    {
        using var read = await client.GetAsync("api/v2/user", Token);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        read.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        read.Headers.GetValues("X-RateLimit-Limit").ShouldBe(["100"]);

        using var body = new StringContent("""{"name":"Über"}""", Encoding.UTF8, "application/json");
        using var created = await client.PostAsync($"api/v2/list/{SandboxSeed.InboxListId}/task", body, Token);
        (await created.Content.ReadAsStringAsync(Token)).ShouldContain("Über");

        // A slash inside a tag's name stays one segment, and an empty response has no content type.
        using var tagged = await client.PostAsync(Tagged, null, Token);
        tagged.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var deleted = await client.DeleteAsync($"api/v2/task/{SandboxSeed.SecondTaskId}", Token);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        deleted.Content.Headers.ContentType.ShouldBeNull();
        // More than a web server takes unless it is told to.
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[Large]), "attachment", "a.bin" },
        };
        using var attached = await client.PostAsync($"api/v2/task/{SandboxSeed.RichTaskId}/attachment", form, Token);
        attached.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var page = await client.PutAsync("api/v2/user", null, Token);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }
}
