using System.Text.Json.Serialization;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What one call changed, in the order in which it did.</summary>
/// <param name="Id">What callers name it by.</param>
/// <param name="Time">When it began.</param>
/// <param name="Tool">The tool that ran.</param>
/// <param name="IsUndo">Whether it undid another one.</param>
internal sealed record Change(string Id, DateTimeOffset Time, string Tool, bool IsUndo)
{
    private readonly List<ChangeStep> _steps = [];

    /// <summary>The requests; a copy, since more may come while the call runs.</summary>
    public IReadOnlyList<ChangeStep> Steps
    {
        get
        {
            lock (_steps)
            {
                return [.. _steps];
            }
        }
        init => _steps.AddRange(value);
    }

    /// <summary>How many requests were not kept, because there were too many.</summary>
    public int NotKept { get; set; }

    /// <summary>Whether all that can be undone was undone.</summary>
    [JsonIgnore]
    public bool IsUndone => Steps.All(static step => step.IsUndone || step.Cannot is not null) && CanBeUndone;

    /// <summary>Whether any of it can be undone.</summary>
    [JsonIgnore]
    public bool CanBeUndone => Steps.Any(static step => step.Cannot is null);

    /// <summary>How much memory it takes, roughly.</summary>
    [JsonIgnore]
    public int Size => Steps.Sum(static step => step.Size);

    /// <summary>Adds a request.</summary>
    public void Add(ChangeStep step)
    {
        lock (_steps)
        {
            _steps.Add(step);
        }
    }
}
