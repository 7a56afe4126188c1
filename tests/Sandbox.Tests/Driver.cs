using System.Text;
using System.Text.Json;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Sandbox.Tests;

/// <summary>A sandbox with a clock of its own and a short way to talk to it.</summary>
internal sealed class Driver
{
    public Driver(SandboxOptions? options = null)
    {
        Server = new SandboxServer(options ?? new SandboxOptions { RequestsPerMinute = 0 }, Clock);
    }

    public ManualTimeProvider Clock { get; } = new();

    public SandboxServer Server { get; }

    public string? Token { get; set; } = SandboxSeed.Token;

    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<SandboxResponse> SendAsync(string method, string path, string? body = null) =>
        HandleAsync(method, path, body, TestContext.Current.CancellationToken);

    /// <summary>Sends a multipart body; the boundary is "b".</summary>
    public Task<SandboxResponse> UploadAsync(
        string path,
        byte[] body,
        string contentType = "multipart/form-data; boundary=b"
    ) =>
        Server
            .HandleAsync(
                new SandboxRequest("POST", path, "", Token, body, contentType),
                TestContext.Current.CancellationToken
            )
            .AsTask();

    public Task<SandboxResponse> GetUntilAsync(string path, CancellationToken cancellationToken) =>
        HandleAsync("GET", path, body: null, cancellationToken);

    private Task<SandboxResponse> HandleAsync(
        string method,
        string path,
        string? body,
        CancellationToken cancellationToken
    )
    {
        var parts = path.Split('?', 2);
        var isWhole =
            path.StartsWith("/__", StringComparison.Ordinal) || path.StartsWith("/api", StringComparison.Ordinal);
        var request = new SandboxRequest(
            method,
            isWhole ? parts[0] : "/api/v2" + parts[0],
            parts.Length > 1 ? parts[1] : "",
            Token,
            body is null ? default : Encoding.UTF8.GetBytes(body)
        );
        return Server.HandleAsync(request, cancellationToken).AsTask();
    }

    public async Task<JsonElement> GetAsync(string path) => await OkAsync("GET", path);

    public async Task<JsonElement> PostAsync(string path, string body) => await OkAsync("POST", path, body);

    public async Task<JsonElement> PutAsync(string path, string body) => await OkAsync("PUT", path, body);

    public async Task<JsonElement> OkAsync(string method, string path, string? body = null)
    {
        var response = await SendAsync(method, path, body);
        response.Status.ShouldBe(200, $"{method} {path}: {Text(response)}");
        return Json(response);
    }

    /// <summary>Expects a refusal and gives its code.</summary>
    public async Task<string?> RefusedAsync(int status, string method, string path, string? body = null)
    {
        var response = await SendAsync(method, path, body);
        response.Status.ShouldBe(status, Text(response));
        return Json(response).TryGetProperty("ECODE", out var code) ? code.GetString() : null;
    }

    /// <summary>All tasks of a list or search over all pages.</summary>
    public async Task<List<JsonElement>> AllTasksAsync(string path)
    {
        List<JsonElement> tasks = [];
        for (var page = 0; ; page++)
        {
            var response = await GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}page={page}");
            tasks.AddRange(response.GetProperty("tasks").EnumerateArray());
            if (response.GetProperty("last_page").GetBoolean())
            {
                return tasks;
            }
        }
    }

    public static JsonElement Json(SandboxResponse response)
    {
        using var document = JsonDocument.Parse(response.Body);
        return document.RootElement.Clone();
    }

    public static string Text(SandboxResponse response) => Encoding.UTF8.GetString(response.Body.Span);
}
