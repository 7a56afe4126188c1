using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Seeding;

namespace ClickUpMcp.Sandbox;

/// <summary>An in-memory, stateful ClickUp behind one method; safe to call from many threads.</summary>
public sealed class SandboxServer
{
    private readonly Lock _gate = new();
    private readonly SandboxOptions _options;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _seededAt;
    private readonly RequestLog _log = new();
    private readonly FaultPlan _faults = new();
    private readonly RateLimiter _limiter;
    private readonly Authenticator _authenticator;
    private readonly ControlSurface _control;
    private World _world;

    public SandboxServer(SandboxOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _options = options;
        _time = time;
        _seededAt = time.GetUtcNow();
        _limiter = new RateLimiter(options.RequestsPerMinute, time);
        _authenticator = new Authenticator(options.Tokens);
        _control = new ControlSurface(this, _faults);
        _world = Seeder.Build(options, Files, _seededAt);
    }

    /// <summary>Every API request since the last reset, in order of arrival.</summary>
    public IReadOnlyList<SandboxLogEntry> Log => _log.Snapshot();

    /// <summary>Where its files are fetched from.</summary>
    public FileOrigin Files { get; } = new();

    /// <summary>Responds to one request; control requests (<c>/__sandbox/...</c>) need no token and are not logged.</summary>
    public async ValueTask<SandboxResponse> HandleAsync(SandboxRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ControlSurface.Handles(request.Path))
        {
            return _control.Handle(request).ToResponse([]);
        }

        var entry = _log.Add(request, _time.GetUtcNow());
        var response = await RespondAsync(request, ct);
        _log.Complete(entry, response.Status);
        return response;
    }

    /// <summary>Back to the seed: data, log, faults and rate limits.</summary>
    public void Reset()
    {
        var world = Seeder.Build(_options, Files, _seededAt);
        lock (_gate)
        {
            _world = world;
            _limiter.Reset();
        }

        _faults.Replace([]);
        _log.Clear();
    }

    /// <summary>Replaces the faults in force.</summary>
    public void Inject(params IReadOnlyList<SandboxFault> faults) => _faults.Replace(faults);

    /// <summary>The bytes of an attachment as they were uploaded; null where there is none.</summary>
    internal ReadOnlyMemory<byte>? FindAttachment(string id)
    {
        lock (_gate)
        {
            return _world.Attachments.GetValueOrDefault(id)?.Content;
        }
    }

    private async ValueTask<SandboxResponse> RespondAsync(SandboxRequest request, CancellationToken ct)
    {
        ApiResponse? forced = null;
        Func<ApiResponse, ApiResponse> change = static response => response;
        foreach (var fault in _faults.Take(request))
        {
            switch (fault.Kind)
            {
                case SandboxFaultKind.Latency:
                    await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), _time, ct);
                    break;
                case SandboxFaultKind.Hang:
                    await Task.Delay(Timeout.InfiniteTimeSpan, _time, ct);
                    break;
                case SandboxFaultKind.Cut:
                    return SandboxResponse.ConnectionCut;
                case SandboxFaultKind.NumbersAsText:
                    change = NumbersAsText.Of;
                    break;
                case SandboxFaultKind.OtherWrapper:
                    change = OtherWrapper.Of;
                    break;
                case SandboxFaultKind.Ignore when fault.Members.Count > 0:
                    request = IgnoredMembers.Without(request, fault.Members);
                    break;
                case SandboxFaultKind.Ignore:
                    forced ??= ApiResponse.Empty;
                    break;
                case SandboxFaultKind.RateLimit:
                    return ApiResponse.RateLimited.ToResponse(_limiter.Exhausted(fault.ResetSeconds));
                default:
                    forced ??= FaultResponses.For(fault);
                    break;
            }
        }

        lock (_gate)
        {
            var budget = _limiter.Take(request.Authorization ?? "");
            var response = forced ?? (budget.IsAllowed ? Dispatch(request) : ApiResponse.RateLimited);
            return change(response).ToResponse(budget.Headers);
        }
    }

    private ApiResponse Dispatch(SandboxRequest request)
    {
        try
        {
            var caller = Router.IsOpen(request)
                ? _world.Workspaces.GetAt(0).Value.Members[0]
                : _authenticator.Identify(request.Authorization, _world);
            return Router.Dispatch(request, _world, caller, _time.GetUtcNow().ToUnixTimeMilliseconds());
        }
        catch (ApiException refusal)
        {
            return ApiResponse.Refusal(refusal, request.Path, _time);
        }
    }
}
