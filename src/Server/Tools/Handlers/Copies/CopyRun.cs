using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The requests by which a copy is made, one after the other: what fails ends the rest only where the rest would fail, too.</summary>
/// <param name="context">The call.</param>
/// <param name="report">Takes what became of each.</param>
/// <param name="total">How many tasks are to be made.</param>
internal sealed class CopyRun(ToolCallContext context, CopyReport report, int total)
{
    // A request that would be cut off is better not begun.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    private bool _hasStopped;
    private int _tasks;

    /// <summary>Whether nothing is written, so that no response shows anything.</summary>
    public bool IsDryRun => context.Services.IsDryRun;

    /// <summary>Makes one thing.</summary>
    /// <param name="what">What it is called when it fails.</param>
    /// <param name="kind">What it counts as; null for nothing.</param>
    /// <param name="make">Makes it.</param>
    /// <returns>Whether it was made.</returns>
    public async ValueTask<bool> DoAsync(string what, string? kind, Func<ValueTask> make)
    {
        _hasStopped |= context.TimeLeft is { } left && left < Reserve;
        if (_hasStopped)
        {
            report.Left(what);
            return false;
        }

        try
        {
            await make();
            if (kind is not null)
            {
                report.Made(kind);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            _hasStopped = true;
            report.Unknown(what, "it was stopped while its request was under way");
        }
        catch (ClickUpApiException failure)
        {
            _hasStopped |=
                failure.Kind is ApiErrorKind.RateLimited or ApiErrorKind.Unreachable or ApiErrorKind.Authentication;
            if (failure.IsUndone)
            {
                report.Failed(what, failure);
            }
            else
            {
                report.Unknown(what, failure.What);
            }
        }
        catch (ActionableException failure)
        {
            report.Failed(what, failure);
        }

        return false;
    }

    /// <summary>Sends a request that is compared with what comes back by who sends it.</summary>
    public async ValueTask<JsonElement> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        ClickUpResponse response = await context.Services.Client.SendAsync(request, cancellationToken);
        return response.IsEmpty ? default : context.Own(ResponseReader.Parse(response)).RootElement;
    }

    /// <summary>Says that one more task is done.</summary>
    public void Report(string task)
    {
        if (!_hasStopped)
        {
            context.ReportProgress(++_tasks, total, task);
        }
    }

    /// <summary>Says last what was made: a call that is cancelled has no other way to tell.</summary>
    public void End(string headline) => context.ReportProgress(_tasks, total, headline);
}
