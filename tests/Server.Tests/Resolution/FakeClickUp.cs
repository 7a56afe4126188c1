using System.Collections.Concurrent;
using System.Text;
using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>Answers requests from a table of paths and remembers them.</summary>
internal sealed class FakeClickUp : IClickUpClient
{
    private int _inFlight;

    public ConcurrentDictionary<string, Func<ClickUpRequest, string>> Routes { get; } = new();

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What every request waits for; null lets them through.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public int MostInFlight { get; private set; }

    /// <summary>A workspace with the traps: equal names, a hidden folder, a subfolder, ids as numbers.</summary>
    public static FakeClickUp Acme()
    {
        FakeClickUp fake = new();
        fake.Set(
            "/api/v2/team",
            """
            {"teams":[{"id":9012,"name":"Acme","members":[
              {"user":{"id":1,"username":"Ann Lee","email":"ann@acme.test"}},
              {"user":{"id":"2","username":"Bob","email":"bob@acme.test"}},
              {"user":{"id":3,"username":"bob","email":"bob2@acme.test"}},
              {"user":{"id":4,"username":null,"email":"new@acme.test"}},
              {"invited_by":{"id":1}}]}]}
            """
        );
        fake.Set(
            "/api/v2/user",
            """{"user":{"id":1,"username":"Ann Lee","email":"ann@acme.test","timezone":"Europe/Berlin"}}"""
        );
        fake.Set(
            "/api/v2/team/9012/space",
            """
            {"spaces":[{"id":"10","name":"Product","statuses":[{"status":"to do"},{"status":"done"}]},
              {"id":20,"name":"Ops","statuses":[{"status":"open"}]}]}
            """
        );
        fake.Set(
            "/api/v2/space/10/folder",
            """
            {"folders":[
              {"id":"100","name":"Apps","hidden":false,"lists":[{"id":"1000","name":"Backlog"},{"id":1001,"name":"Bugs"}]},
              {"id":"101","name":"Mobile","parent_folder":"100","lists":[{"id":"1002","name":"Sprint 1"}]},
              {"id":"102","name":"hidden","hidden":true,"lists":[]}]}
            """
        );
        fake.Set("/api/v2/space/10/list", """{"lists":[{"id":"1003","name":"Ideas"},{"id":"1004","name":"Q1/Q2"}]}""");
        fake.Set(
            "/api/v2/space/20/folder",
            """
            {"folders":[{"id":"200","name":"Apps","lists":[
              {"id":"2000","name":"backlog"},
              {"id":"2001","name":"Runbooks","override_statuses":true,"statuses":[{"status":"Reviewed"}]}]}]}
            """
        );
        fake.Set("/api/v2/space/20/list", """{"lists":[{"id":"2002","name":"Ideas"}]}""");
        return fake;
    }

    public void Set(string path, string json) => Routes[path] = _ => json;

    public void Set(string path, Func<ClickUpRequest, string> response) => Routes[path] = response;

    public int Count(string path) => Requests.Count(request => request == path);

    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request.Path);
        int inFlight = Interlocked.Increment(ref _inFlight);
        lock (Routes)
        {
            MostInFlight = Math.Max(MostInFlight, inFlight);
        }

        try
        {
            if (Gate is { } gate)
            {
                await gate.Task.WaitAsync(cancellationToken);
            }
            else
            {
                await Task.Yield();
            }

            if (!Routes.TryGetValue(request.Path, out Func<ClickUpRequest, string>? response))
            {
                throw new ClickUpApiException(ApiErrorKind.NotFoundOrNoAccess, "There is no such thing.", null, null);
            }

            return new ClickUpResponse(200, Encoding.UTF8.GetBytes(response(request)));
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
