using System.Security.Cryptography;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What one session of one principal changed lately, with what undoes it; the oldest goes where there is too much.</summary>
/// <param name="time">The clock.</param>
/// <param name="store">Keeps it beyond the process; null keeps it in memory.</param>
internal sealed class ChangeJournal(TimeProvider time, IChangeStore? store = null)
{
    /// <summary>How long a change is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How many changes are kept at most.</summary>
    public const int MostChanges = 200;

    /// <summary>How many requests of one change are kept at most.</summary>
    public const int MostSteps = 1_000;

    /// <summary>How much memory the changes take at most, roughly.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int IdBytes = 6;

    private readonly Lock _lock = new();
    private readonly List<Change> _changes = [];
    private long _bytes;

    /// <summary>How much memory the changes take, roughly.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    /// <summary>The changes, the latest first.</summary>
    public IReadOnlyList<Change> All
    {
        get
        {
            lock (_lock)
            {
                Sweep();
                return [.. Enumerable.Reverse(_changes)];
            }
        }
    }

    /// <summary>Takes in what is kept of earlier processes and other servers.</summary>
    public async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        if (store is null)
        {
            return;
        }

        IReadOnlyList<Change> kept = await store.LoadAsync(cancellationToken);
        lock (_lock)
        {
            foreach (Change change in kept.Where(change => !_changes.Exists(known => known.Id == change.Id)))
            {
                _changes.Add(change);
                _bytes += change.Size;
            }

            _changes.Sort(static (left, right) => left.Time.CompareTo(right.Time));
            Sweep();
        }
    }

    /// <summary>Keeps a change as it is now.</summary>
    public ValueTask SaveAsync(Change change, CancellationToken cancellationToken) =>
        store?.SaveAsync(change, cancellationToken) ?? ValueTask.CompletedTask;

    /// <summary>The change of an id; null when there is none, or no more.</summary>
    public Change? Find(string id) =>
        All.FirstOrDefault(change => string.Equals(change.Id, id.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Begins the change of a call.</summary>
    /// <param name="tool">The tool that runs.</param>
    /// <param name="isUndo">Whether it undoes another one.</param>
    public Change Begin(string tool, bool isUndo)
    {
        Change change = new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
            time.GetUtcNow(),
            tool,
            isUndo
        );
        lock (_lock)
        {
            _changes.Add(change);
            Sweep();
        }

        return change;
    }

    /// <summary>Adds a request to a change.</summary>
    public void Add(Change change, ChangeStep step)
    {
        lock (_lock)
        {
            if (change.Steps.Count >= MostSteps)
            {
                change.NotKept++;
                return;
            }

            change.Add(step);
            if (_changes.Contains(change))
            {
                _bytes += step.Size;
            }

            Sweep();
        }
    }

    private void Sweep()
    {
        DateTimeOffset oldest = time.GetUtcNow() - Lifetime;
        while (
            _changes.Count > 0
            && (_changes[0].Time < oldest || _changes.Count > MostChanges || (_bytes > MostBytes && _changes.Count > 1))
        )
        {
            _bytes -= _changes[0].Size;
            _changes.RemoveAt(0);
        }
    }
}
