using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A running tool call as the way to the API sees it; tells the caller when it waits.</summary>
internal sealed class WaitingCall(
    IProgressReporter progress,
    TimeSpan deadline,
    TimeProvider time,
    CallFacts? facts = null
) : IUpstreamCall
{
    private readonly long _start = time.GetTimestamp();

    public long Deadline => _start + (long)(deadline.TotalSeconds * time.TimestampFrequency);

    public void Waiting(TimeSpan left)
    {
        string message =
            left > TimeSpan.Zero
                ? $"Waiting for ClickUp's rate limit, about {Math.Ceiling(left.TotalSeconds)} s more."
                : "Waiting for earlier requests to ClickUp.";
        progress.Report(time.GetElapsedTime(_start).TotalSeconds, total: null, message);
    }

    public void Waited(TimeSpan waited) => facts?.AddWait(waited);

    public void Responded(int status) => facts?.Responded(status);
}
