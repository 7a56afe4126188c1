using System.Runtime.ExceptionServices;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The parts of one change, a request or more each: what fails after another was done is told beside it, since nothing undoes the rest.</summary>
internal sealed class ChangeParts
{
    private readonly List<(string Part, ActionableException Failure)> _failures = [];
    private int _done;

    /// <summary>Whether a part was done.</summary>
    public bool HasChanged => _done > 0;

    /// <summary>What was not done, one sentence for each part.</summary>
    public IEnumerable<string> Notes =>
        _failures.Select(static failed =>
            $"{failed.Part} failed: {failed.Failure.What} {failed.Failure.Why}".TrimEnd()
        );

    /// <summary>Does one part.</summary>
    /// <param name="part">What it is called when it fails.</param>
    /// <param name="change">The part.</param>
    public async ValueTask DoAsync(string part, Func<ValueTask> change)
    {
        try
        {
            await change();
            _done++;
        }
        catch (ActionableException failure)
        {
            _failures.Add((part, failure));
        }
    }

    /// <summary>Fails when no part was done although some were tried.</summary>
    /// <exception cref="ActionableException">Nothing was changed.</exception>
    public void Check()
    {
        if (HasChanged || _failures.Count == 0)
        {
            return;
        }

        if (_failures.Count == 1)
        {
            ExceptionDispatchInfo.Throw(_failures[0].Failure);
        }

        throw new ActionableException("Nothing was changed.", string.Join(' ', Notes));
    }
}
