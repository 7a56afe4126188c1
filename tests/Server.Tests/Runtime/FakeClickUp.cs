using System.Text;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>A client that answers from a function and remembers what it was asked.</summary>
internal sealed class FakeClickUp(Func<ClickUpRequest, string> result)
    : IClickUpClient,
        INameResolver,
        IProgressReporter
{
    public RequestLog<ClickUpRequest> Requests { get; } = new();

    /// <summary>When set, requests wait for it, or for their cancellation.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public ToolServices Services(TimeProvider? time = null)
    {
        time ??= new ManualTimeProvider();
        return new(
            this,
            new WorkspaceDirectory(this, new(), time),
            this,
            new Projector(OutputFormat.Text),
            TestCursors.Codec(time),
            time
        );
    }

    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add(request);
        if (Gate is { } gate)
        {
            await gate.Task.WaitAsync(cancellationToken);
        }

        return new ClickUpResponse(200, Encoding.UTF8.GetBytes(result(request)));
    }

    public ValueTask<EntityId> ResolveAsync(
        EntityReference reference,
        ResolutionScope scope,
        CancellationToken cancellationToken
    ) => new(new EntityId(reference.Kind, reference.Text));

    public INameResolver Over(WorkspaceDirectory directory) => this;

    public ValueTask<DateZones> GetZonesAsync(CancellationToken cancellationToken) => new(DateZones.Of(null, "UTC"));

    public void Report(double progress, double? total, string message) { }
}
